"""Trainings that are killed at any moment, again and again: is anything lost or damaged, and does going on give the
same bits?

A program of its own trains small networks into a store, one after the other, and pauses, renames, exports, imports,
deletes and purges in between. It says what it is about to do and what is done; after a while that is drawn from the
seed it is killed (``kill -9``). Then the store is opened, and

- what the program said was done is there, and what it said was deleted is not;
- every run's losses are, bit for bit, those of the same training without a store, as far as they go, and so are the
  weights of every checkpoint; the state to go on from can be read;
- no file lies in the store that belongs to nothing.

The next program goes on with what was interrupted. In the end all is trained to the end, and compared once more. The
exit status is 1 if anything of this does not hold.
"""

import argparse
import hashlib
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

import engine  # noqa: F401 - before NumPy: it sets the number of threads

# isort: split
import numpy as np
from killing import killed

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
# The runs in the store at most, so that opening it and looking at all of it stay quick.
MOST = 12


def data() -> Dataset:
    rng = np.random.default_rng(6)
    return Dataset(rng.integers(0, 256, (61, 28, 28), np.uint8), rng.integers(0, 10, 61).astype(np.uint8), "noise")


def config(seed: int) -> TrainConfig:
    augmentation = Augmentation(rotation=5.0)
    return TrainConfig(batch_size=9, epochs=EPOCHS, lr=0.02, seed=seed, averaging=0.9, augmentation=augmentation)


def digest(params: Mapping[str, FloatArray]) -> str:
    return hashlib.sha256(b"".join(params[name].tobytes() for name in sorted(params))).hexdigest()[:16]


# The program that is killed


def say(*words: object) -> None:
    print(*words, flush=True)


def train_for_ever(folder: Path, seed: int) -> None:
    pictures, rng = data(), np.random.default_rng(seed)
    say("did", "load")
    store = RunStore(folder)
    say("did", "open")
    while True:
        train_one(store, pictures, rng)
        change_something(store, folder, rng)


def train_one(store: RunStore, pictures: Dataset, rng: np.random.Generator) -> None:
    waiting = [run for run in store.runs() if run.resumable]
    if waiting:
        recorder = store.resume(waiting[0].id)
        state = recorder.state
        trainer = Trainer.resumed(state, pictures) if state else Trainer(SPEC, recorder.run.config, pictures)
    else:
        trainer = Trainer(SPEC, config(int(rng.integers(5))), pictures)
        recorder = store.start(trainer, DataFacts.of("noise", pictures))
    say("did", "begin", recorder.run.id)
    finish(recorder, trainer, lambda: rng.random() < 0.05, say)


def finish(recorder: RunRecorder, trainer: Trainer, pause: Callable[[], bool], say: Callable[..., None]) -> None:
    """Train to the end, or to a pause."""
    run_id = recorder.run.id
    with recorder:
        for event in trainer.run():
            recorder.record(event, trainer)
            if isinstance(event, Progress):
                recorder.flush()  # more often than it would by itself
            elif isinstance(event, Evaluation) and event.epoch_end:
                say("did", "checkpoint", run_id, event.iteration)
                if pause():
                    recorder.finish(Status.PAUSED)
                    return
        recorder.finish(Status.FINISHED)
    say("did", "finish", run_id)


def change_something(store: RunStore, folder: Path, rng: np.random.Generator) -> None:
    runs = [run for run in store.runs() if run.status is Status.FINISHED]
    run = runs[int(rng.integers(len(runs)))] if runs else None
    if run is None:
        return
    name, file = f"name {rng.integers(1_000_000)}", folder.parent / "run.zip"
    say("will", "rename", run.id, name)
    store.rename(run.id, name)
    say("did", "rename", run.id, name)
    store.export(run.id, file)
    copy = store.import_(file)
    say("did", "import", copy.id)
    for surplus in [copy, *(run for run in runs[MOST:])]:
        say("will", "delete", surplus.id)
        store.delete(surplus.id)
        say("did", "delete", surplus.id)
    store.purge(0)
    say("did", "purge")


# The one that looks


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


class Witness:
    """What the killed programs said."""

    def __init__(self) -> None:
        self.checkpoints: dict[str, int] = {}
        self.finished: set[str] = set()
        self.there: set[str] = set()
        self.perhaps_deleted: set[str] = set()
        self.deleted: set[str] = set()
        self.names: dict[str, set[str]] = {}

    def hear(self, line: str) -> None:
        match line.strip().split(maxsplit=3):
            case ["did", "begin" | "import", run_id]:
                self.there.add(run_id)
            case ["did", "checkpoint", run_id, iteration]:
                self.checkpoints[run_id] = int(iteration)
            case ["did", "finish", run_id]:
                self.finished.add(run_id)
            case ["will", "rename", run_id, name]:
                self.names.setdefault(run_id, {SPEC.title}).add(name)
            case ["did", "rename", run_id, name]:
                self.names[run_id] = {name}
            case ["will", "delete", run_id]:
                self.perhaps_deleted.add(run_id)
            case ["did", "delete", run_id]:
                self.deleted.add(run_id)

    def faults(self, runs: Mapping[str, Run]) -> list[str]:
        found = [f"{i} was deleted and is there" for i in self.deleted & runs.keys()]
        # A run that was killed before anything of it was kept may be begun anew, but not be gone.
        found += [f"{i} is gone" for i in self.there - self.perhaps_deleted - runs.keys()]
        for run_id, run in runs.items():
            if run_id in self.finished and run.status is not Status.FINISHED:
                found.append(f"{run_id} was finished and is {run.status}")
            if (run.checkpoint or 0) < self.checkpoints.get(run_id, 0):
                found.append(f"{run_id} has lost the checkpoint at {self.checkpoints[run_id]}")
            if run_id in self.names and run.name not in self.names[run_id]:
                found.append(f"{run_id} has lost its name")
        return found


def faults(store: RunStore, reference: Reference) -> list[str]:
    """What is wrong with what is in the store."""
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
    deleted_ones = {name for name in folders if len(name) == 32} - {run.id for run in store.runs()}
    found += [f"{name} is left over" for name in folders if len(name) != 32]
    for name in deleted_ones:
        try:
            store.run(name)
        except Exception as error:  # noqa: BLE001 - reported, whatever it is
            found.append(f"{name} is no run: {error}")
    return found


def kill_one(folder: Path, seed: int, longest: float, witness: Witness) -> tuple[float, str]:
    """Start the program and kill it: after how many seconds, and the last it said."""
    life, lines = killed([__file__, "--train", str(folder), "--seed", str(seed)], seed, longest)
    for line in lines:
        witness.hear(line)
    return life, " ".join(lines[-1].split()[:2])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0, help="of the first kill; the others have the next ones")
    parser.add_argument(
        "--longest", type=float, default=0.7, help="life of a program, in seconds from when it is loaded"
    )
    parser.add_argument("--train", type=Path, help="be the program that is killed")
    args = parser.parse_args()
    if args.train:
        train_for_ever(args.train, args.seed)
    with tempfile.TemporaryDirectory() as temporary:
        seeds = range(args.seed, args.seed + args.kills)
        raise SystemExit(1 if look(Path(temporary) / "runs", seeds, args.longest) else 0)


def look(folder: Path, seeds: range, longest: float) -> int:
    """Kill a program for each seed; how many faults were found."""
    reference, witness = Reference(), Witness()
    opening: list[float] = []
    count = checkpoints = gone_on = 0
    print("seed   life (ms)  killed after     runs  checkpoints  interrupted  open (ms)  faults")
    for seed in seeds:
        life, last = kill_one(folder, seed, longest, witness)
        began = time.perf_counter()
        store = RunStore(folder)
        opening.append(1000 * (time.perf_counter() - began))
        runs = store.runs()
        found = [*faults(store, reference), *witness.faults({run.id: run for run in runs})]
        kept = sum(len(store.checkpoints(run.id)) for run in runs)
        interrupted = sum(run.status is Status.INTERRUPTED for run in runs)
        count, checkpoints, gone_on = count + len(found), checkpoints + kept, gone_on + interrupted
        print(
            f"{seed:4}  {1000 * life:10.0f}  {last:15}  {len(runs):4}  {kept:11}  {interrupted:11}  "
            f"{opening[-1]:9.1f}  {'; '.join(found) or 'none'}"
        )

    store, pictures = RunStore(folder), data()
    for run in [run for run in store.runs() if run.resumable]:
        recorder = store.resume(run.id)
        state = recorder.state
        trainer = Trainer.resumed(state, pictures) if state else Trainer(SPEC, run.config, pictures)
        finish(recorder, trainer, lambda: False, lambda *words: None)
    found = faults(store, reference)
    found += [f"{run.id} is not finished" for run in store.runs() if run.status is not Status.FINISHED]
    for fault in found:
        print(fault)
    count += len(found)
    finished = [run for run in store.runs() if not run.imported]
    print(
        f"{len(seeds)} kills: {count} faults. {checkpoints:,} checkpoints read again, {gone_on} interrupted trainings "
        f"gone on with, {len(finished)} of the runs left trained to the end with the bits of an undisturbed training. "
        f"Opening after a kill: median {np.median(opening):.1f} ms, longest {max(opening):.1f} ms."
    )
    return count


if __name__ == "__main__":
    main()
