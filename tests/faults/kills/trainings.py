"""A program that trains is killed at random times: is anything lost or damaged, and does resuming give the same bits?

A separate program trains small networks into a store, one after the other, and pauses, renames, exports, imports,
deletes and purges in between. It reports every operation before and after it; after a random time
it is killed (``kill -9``). Then the store is opened, and

- everything that was reported as done is stored, and everything reported as deleted is not;
- every run's losses and the weights of every checkpoint are, bit for bit, those of the same training without a store;
  the state to resume from can be read;
- the store holds no other files.

The next program resumes the interrupted training. At the end all runs are trained to the end and checked again. The
exit status is 1 if any of this does not hold.
"""

# ruff: noqa: T201 - it prints what it finds

import hashlib
import re
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

import engine  # noqa: F401 - before NumPy: it sets the number of threads

# isort: split
import numpy as np
from killing import killed, run_benchmark

from engine.data.augmentation import Augmentation
from engine.data.dataset import Dataset
from engine.errors import CheckpointError
from engine.nn.network_spec import NetworkSpec
from engine.runs import DataFacts, Run, RunRecorder, RunStore, Status
from engine.train.checkpoint import load_state
from engine.train.trainer import Evaluation, Progress, TrainConfig, Trainer
from engine.types import FloatArray

SPEC = NetworkSpec.mlp((5,), "relu")
EPOCHS = 6
# The names that the program gives, and the text that stands for any other one.
NAME, AUTOMATIC = re.compile(r"name \d+"), "an automatic name"
# Runs in the store at most, so that opening and checking it stay fast.
MAX_RUNS = 12


def data() -> Dataset:
    rng = np.random.default_rng(6)
    return Dataset(rng.integers(0, 256, (61, 28, 28), np.uint8), rng.integers(0, 10, 61).astype(np.uint8), "noise")


def config(seed: int) -> TrainConfig:
    augmentation = Augmentation(rotation=5.0)
    return TrainConfig(batch_size=9, epochs=EPOCHS, lr=0.02, seed=seed, averaging=0.9, augmentation=augmentation)


def digest(params: Mapping[str, FloatArray]) -> str:
    return hashlib.sha256(b"".join(params[name].tobytes() for name in sorted(params))).hexdigest()[:16]


# The program that is killed


def report(*words: object) -> None:
    print(*words, flush=True)


def train_forever(folder: Path, seed: int) -> None:
    images, rng = data(), np.random.default_rng(seed)
    report("did", "load")
    store = RunStore(folder)
    report("did", "open")
    while True:
        train_one(store, images, rng)
        change_something(store, folder, rng)


def train_one(store: RunStore, images: Dataset, rng: np.random.Generator) -> None:
    resumable = [run for run in store.runs() if run.resumable]
    if resumable:
        recorder = store.resume(resumable[0].id)
        state = recorder.state
        trainer = Trainer.resumed(state, images) if state else Trainer(SPEC, recorder.run.config, images)
    else:
        trainer = Trainer(SPEC, config(int(rng.integers(5))), images)
        recorder = store.start(trainer, DataFacts.of("noise", images))
    report("did", "start", recorder.run.id)
    finish(recorder, trainer, lambda: rng.random() < 0.05, report)


def finish(recorder: RunRecorder, trainer: Trainer, pause: Callable[[], bool], report: Callable[..., None]) -> None:
    """Train to the end, or to a pause."""
    run_id = recorder.run.id
    with recorder:
        for event in trainer.run():
            recorder.record(event, trainer)
            if isinstance(event, Progress):
                recorder.flush()  # more often than usual
            elif isinstance(event, Evaluation) and event.epoch_end:
                report("did", "checkpoint", run_id, event.iteration)
                if pause():
                    recorder.finish(Status.PAUSED)
                    return
        recorder.finish(Status.FINISHED)
    report("did", "finish", run_id)


def change_something(store: RunStore, folder: Path, rng: np.random.Generator) -> None:
    runs = [run for run in store.runs() if run.status is Status.FINISHED]
    run = runs[int(rng.integers(len(runs)))] if runs else None
    if run is None:
        return
    name, file = f"name {rng.integers(1_000_000)}", folder.parent / "run.zip"
    # A copy that was imported by a program that was killed then has the name of another run.
    report("is", "called", run.id, run.name)
    report("will", "rename", run.id, name)
    store.rename(run.id, name)
    report("did", "rename", run.id, name)
    store.export(run.id, file)
    copy = store.import_(file)
    report("did", "import", copy.id)
    for extra in [copy, *(run for run in runs[MAX_RUNS:])]:
        report("will", "delete", extra.id)
        store.delete(extra.id)
        report("did", "delete", extra.id)
    store.purge(0)
    report("did", "purge")


# The program that checks


class Reference:
    """The same trainings without a store."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[FloatArray, dict[int, str]]] = {}

    def of(self, run: Run) -> tuple[FloatArray, dict[int, str]]:
        """Every loss, and the digest of the kept weights at the end of each epoch."""
        seed = run.config.seed
        if seed not in self._known:
            trainer, weights = Trainer(SPEC, config(seed), data()), {}
            for event in trainer.run():
                if isinstance(event, Evaluation) and event.epoch_end:
                    weights[event.iteration] = digest(trainer.kept.params)
            self._known[seed] = trainer.losses.copy(), weights
        return self._known[seed]


class Expectations:
    """What the store must contain, from the reports of the killed programs."""

    def __init__(self) -> None:
        self.checkpoints: dict[str, int] = {}
        self.finished: set[str] = set()
        self.created: set[str] = set()
        self.maybe_deleted: set[str] = set()
        self.deleted: set[str] = set()
        self.names: dict[str, set[str]] = {}

    def read_report(self, line: str) -> None:
        match line.strip().split(maxsplit=3):
            case ["did", "start" | "import", run_id]:
                self.created.add(run_id)
            case ["did", "checkpoint", run_id, iteration]:
                self.checkpoints[run_id] = int(iteration)
            case ["did", "finish", run_id]:
                self.finished.add(run_id)
            case ["is", "called", run_id, name]:
                # Its automatic name depends on the names of the other runs.
                self.names.setdefault(run_id, {name if NAME.fullmatch(name) else AUTOMATIC})
            case ["will", "rename", run_id, name]:
                self.names[run_id].add(name)
            case ["did", "rename", run_id, name]:
                self.names[run_id] = {name}
            case ["will", "delete", run_id]:
                self.maybe_deleted.add(run_id)
            case ["did", "delete", run_id]:
                self.deleted.add(run_id)

    def faults(self, runs: Mapping[str, Run]) -> list[str]:
        found = [f"{i} was deleted and still exists" for i in self.deleted & runs.keys()]
        # A run that was killed before anything was recorded starts again, but must not be missing.
        found += [f"{i} is missing" for i in self.created - self.maybe_deleted - runs.keys()]
        for run_id, run in runs.items():
            if run_id in self.finished and run.status is not Status.FINISHED:
                found.append(f"{run_id} was finished and is {run.status}")
            if (run.checkpoint or 0) < self.checkpoints.get(run_id, 0):
                found.append(f"{run_id} has lost the checkpoint at {self.checkpoints[run_id]}")
            name = run.name if NAME.fullmatch(run.name) else AUTOMATIC
            if name not in self.names.get(run_id, {name}):
                found.append(f"{run_id} is called “{run.name}”, not one of {self.names[run_id]}")
        return found


def faults(store: RunStore, reference: Reference) -> list[str]:
    """What is wrong with the content of the store."""
    found = [store.notice] if store.notice else []
    for run in store.runs():
        losses, weights = reference.of(run)
        kept = store.checkpoints(run.id)
        if store.losses(run.id).tobytes() != losses[: run.iteration].tobytes():
            found.append(f"{run.id} has other losses")
        for checkpoint in kept:
            if digest(store.weights(run.id, checkpoint.iteration).params) != weights[checkpoint.iteration]:
                found.append(f"{run.id} has other weights at {checkpoint.iteration}")
        if run.checkpoint is not None:
            try:
                state = load_state(store.folder / run.id / f"{run.checkpoint:09}.state.safetensors")
            except CheckpointError as error:
                found.append(f"{run.id} has no state at {run.checkpoint}: {error}")
            else:
                if state.iteration != run.checkpoint:
                    found.append(f"{run.id} has the state of {state.iteration} at {run.checkpoint}")
        expected = {f"{c.iteration:09}.weights.safetensors" for c in kept}
        expected |= {f"{c.iteration:09}.state.safetensors" for c in kept if c.complete}
        expected |= {"owner", "run.json", "curves.safetensors"}
        expected |= {"weights.safetensors"} if run.imported else set()
        found += [
            f"{run.id} has {path.name}" for path in (store.folder / run.id).iterdir() if path.name not in expected
        ]
    folders = {path.name for path in store.folder.iterdir() if path.is_dir()}
    deleted = {name for name in folders if len(name) == 32} - {run.id for run in store.runs()}
    found += [f"{name} is unexpected" for name in folders if len(name) != 32]
    for name in deleted:
        try:
            store.run(name)
        except Exception as error:  # noqa: BLE001 - every error is reported
            found.append(f"{name} cannot be read: {error}")
    return found


def main() -> None:
    run_benchmark(__doc__, train_forever, lambda folder, seeds, longest: check(folder / "runs", seeds, longest))


def check(folder: Path, seeds: range, longest: float) -> int:
    """Kill a program for each seed; returns the number of faults."""
    reference, expected = Reference(), Expectations()
    opening: list[float] = []
    count = checkpoints = resumed = 0
    print("seed   life (ms)  killed after     runs  checkpoints  interrupted  open (ms)  faults")
    for seed in seeds:
        life, lines = killed(__file__, folder, seed, longest)
        for line in lines:
            expected.read_report(line)
        last = " ".join(lines[-1].split()[:2])
        start = time.perf_counter()
        store = RunStore(folder)
        opening.append(1000 * (time.perf_counter() - start))
        runs = store.runs()
        found = [*faults(store, reference), *expected.faults({run.id: run for run in runs})]
        kept = sum(len(store.checkpoints(run.id)) for run in runs)
        interrupted = sum(run.status is Status.INTERRUPTED for run in runs)
        count, checkpoints, resumed = count + len(found), checkpoints + kept, resumed + interrupted
        print(
            f"{seed:4}  {1000 * life:10.0f}  {last:15}  {len(runs):4}  {kept:11}  {interrupted:11}  "
            f"{opening[-1]:9.1f}  {'; '.join(found) or 'none'}"
        )

    store, images = RunStore(folder), data()
    for run in [run for run in store.runs() if run.resumable]:
        recorder = store.resume(run.id)
        state = recorder.state
        trainer = Trainer.resumed(state, images) if state else Trainer(SPEC, run.config, images)
        finish(recorder, trainer, lambda: False, lambda *words: None)
    found = faults(store, reference)
    found += [f"{run.id} is not finished" for run in store.runs() if run.status is not Status.FINISHED]
    for fault in found:
        print(fault)
    count += len(found)
    finished = [run for run in store.runs() if not run.imported]
    print(
        f"{len(seeds)} kills: {count} faults. {checkpoints:,} checkpoints read, {resumed} interrupted trainings "
        f"resumed, {len(finished)} of the runs left trained to the end with the bits of an uninterrupted training. "
        f"Opening after a kill: median {np.median(opening):.1f} ms, longest {max(opening):.1f} ms."
    )
    return count


if __name__ == "__main__":
    main()
