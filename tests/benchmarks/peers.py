"""The engine beside PyTorch, JAX, scikit-learn and onnxruntime, and beside the bare products of the same shapes.

Every contender has a process of its own, for threads are chosen before a library is loaded. All get ready, show that
they compute the same, and then take turns, in rounds whose order is shuffled: only one computes at any moment. A figure
is the median over the rounds of (seconds of a step of ours) / (of a step of the peer in the same round); smaller is
better. Each library runs twice: with as many threads as it chooses by itself, and with one.

`pip install -e ".[bench]"` brings the peers. One that is not there is left out.
"""

import argparse
import contextlib
import dataclasses
import json
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import engine  # noqa: F401 - before NumPy: it sets the number of threads

# isort: split
import numpy as np
from contenders import work

from engine.data.dataset import Dataset
from engine.data.mnist import find_mnist, load_mnist_datasets
from engine.nn.layers import DropoutSpec
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import deep_convnet, simple_convnet
from engine.paths import default_weights
from engine.train.trainer import TrainConfig, Trainer
from engine.weights import load_weights

TRAINED, READ = 60_000, 10_000
# Of losses, probabilities, and of the way that the weights have gone: how far two contenders may differ in it. ReLU and
# pooling decide by what is larger: where two numbers are all but equal, rounding makes the way another one. (Seen for
# the deep convnet beside PyTorch: 1e-5 to 8e-3. A learning rate that is a tenth too large would make it 0.1.)
TOLERANCE = 2e-2
# A process gets so long to end by itself.
PATIENCE = 10.0
# Threads of a library that has several wait for more work, busily, for up to 60 ms: not in another one's turn.
REST = 0.1
THREADS = ("default", "one")
THREAD_VARIABLES = (
    "OMP_NUM_THREADS",
    "MKL_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
    "DIGITLAB_THREADS",
)
# These are no question of one thread.
NEVER_ONE = ("ours:2",)


@dataclass(frozen=True)
class Row:
    """Ours against a peer, both by the names of their modules, with options after a colon; None: shown, not asked."""

    peer: str
    asked: float | None
    ours: str = "ours"


@dataclass(frozen=True)
class Figure:
    """Attributes:
    scale: a step of ours is so many times smaller than what the title says.
    longer: so many times a turn: of a few long steps one that the machine disturbs weighs too much.
    """

    name: str
    title: str
    rows: tuple[Row, ...]
    scale: float = 1
    longer: float = 1

    @property
    def contenders(self) -> list[str]:
        return list(dict.fromkeys(name for row in self.rows for name in (row.ours, row.peer)))


FIGURES = (
    Figure(
        "mlp-50",
        "training step 784-50-10 Sigmoid",
        (Row("pytorch", 0.45), Row("jax_", 0.65), Row("sklearn_", 0.5), Row("floor", 2.2)),
    ),
    Figure(
        "mlp-800",
        "training step 784-800-10 ReLU",
        (Row("pytorch", 0.9), Row("floor", 1.25)),
    ),
    Figure("simple-convnet", "training step, simple convnet", (Row("pytorch", 1.3))),
    Figure(
        "deep-convnet",
        "training step, deep convnet",
        (Row("pytorch", 1.5)),
        longer=4,
    ),
    Figure("one-image", "one image, 784-50-100-10 Sigmoid", (Row("onnx_", 1.2), Row("pytorch", 0.5))),
    Figure(
        "test-images",
        "10,000 test images, shipped default",
        (
            Row("pytorch", 1.5, "ours:cores"),
            Row("pytorch:folded", None, "ours:cores"),
            Row("onnx_", 2, "ours:cores"),
        ),
        scale=READ / work.CHUNK,
    ),
)
NAMES = {
    "ours": "ours",
    "ours:cores": "ours",
    "pytorch": "PyTorch",
    "pytorch:folded": "PyTorch, BN folded",
    "jax_": "JAX jit",
    "sklearn_": "scikit-learn",
    "onnx_": "onnxruntime",
    "floor": "bare products",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=21)
    parser.add_argument("--turn", type=float, default=0.25, help="seconds that each computes in a round")
    parser.add_argument("--only", nargs="+", metavar="NAME", choices=[figure.name for figure in FIGURES])
    parser.add_argument("--mnist", metavar="FOLDER", help="else DIGITLAB_MNIST; else random pictures")
    parser.add_argument("--json", metavar="FILE")
    args = parser.parse_args()

    machine = {"processor": processor(), "cores": os.cpu_count(), "system": platform.platform()}
    python = f"Python {platform.python_version()}"
    print(f"{machine['processor']}, {machine['cores']} cores, {machine['system']}, {python}")
    found, refused = [], False
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        pictures = prepare(folder, args.mnist)
        print(f"{pictures}; {args.rounds} rounds, {args.turn:g} s a turn; load before: {load()}", flush=True)
        for figure in FIGURES:
            if args.only and figure.name not in args.only:
                continue
            try:
                found.append(measured(figure, folder, args.rounds, args.turn))
            except Disagreement as error:
                print(f"{figure.title}: NOT MEASURED. {error}\n", flush=True)
                refused = True
            if args.json:
                # After each figure: who has seen enough may end it.
                facts = {"machine": machine, "python": python, "pictures": pictures, "figures": found}
                Path(args.json).write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
    print(f"load after: {load()}")
    if refused:
        sys.exit(1)


def prepare(folder: Path, mnist: str | None) -> str:
    """Write pictures and work where the contenders find them. What the pictures are."""
    if find_mnist(mnist) is not None:
        train, test = load_mnist_datasets(mnist)
        pictures = "MNIST"
    else:
        train, test = random_pictures(TRAINED), random_pictures(READ)
        pictures = "random pictures (there is no MNIST here)"
    work.save_pictures(folder, "train", train.images, train.labels)
    work.save_pictures(folder, "test", test.images, test.labels)
    small = NetworkSpec.mlp((50,), "sigmoid", "std")
    for name, spec, lr in (
        ("mlp-50", small, 0.1),
        ("mlp-800", NetworkSpec.mlp((800,)), 0.1),
        ("simple-convnet", simple_convnet(), 0.01),
        ("deep-convnet", deep_convnet(), 0.01),
    ):
        certain = dataclasses.replace(
            spec, layers=tuple(layer for layer in spec.layers if not isinstance(layer, DropoutSpec))
        )
        task = work.Task("train", spec.to_dict(), certain.to_dict(), lr)
        # The first weights and the first mini-batches are those of the engine's Trainer.
        trainer = Trainer(certain, TrainConfig("sgd", lr, batch_size=task.batch, seed=task.seed), train)
        order = trainer._order[: work.CHECKED_STEPS * task.batch].astype(np.int64).reshape(-1, task.batch)
        work.save(folder, name, work.Work(task, train.images, train.labels, trainer.network.snapshot(), order))
    nothing = np.empty((0, 0), np.int64)
    book = Network(NetworkSpec.mlp((50, 100), "sigmoid", "xavier"))
    book.initialize(np.random.default_rng(0))
    shipped = load_weights(default_weights())
    for name, kind, spec, params in (
        ("one-image", "one", book.spec, book.snapshot()),
        ("test-images", "many", shipped.spec, shipped.params),
    ):
        task = work.Task(kind, spec.to_dict(), spec.to_dict())
        work.save(folder, name, work.Work(task, test.images, test.labels, params, nothing))
    return pictures


def random_pictures(n: int) -> Dataset:
    """As many pixels are ink as in MNIST."""
    rng = np.random.default_rng(n)
    images = rng.integers(0, 256, (n, 28, 28), np.uint8)
    images *= rng.random(images.shape, np.float32) < 0.19
    return Dataset(images, rng.integers(0, 10, n, np.uint8))


class Disagreement(Exception):
    """Two contenders do not compute the same."""


class Child:
    """A contender's process."""

    def __init__(self, name: str, threads: str, folder: Path, figure: str) -> None:
        """Started, but not waited for."""
        self.name, self.threads = name, threads
        self.about: dict[str, str] = {}
        self.step_seconds = 0.0
        environment = {key: value for key, value in os.environ.items() if key not in THREAD_VARIABLES}
        if threads == "one":
            environment |= dict.fromkeys(THREAD_VARIABLES, "1")
        here = Path(__file__).resolve().parent
        environment["PYTHONPATH"] = os.pathsep.join([str(here), str(here.parents[1])])
        self._log = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")  # noqa: SIM115 - see close
        self._process = subprocess.Popen(
            [sys.executable, "-m", "contenders", name, str(folder), figure, threads],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
            env=environment,
            cwd=here,
        )

    def ask(self, command: str) -> dict[str, Any]:
        assert self._process.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            self._process.stdin.write(f"{command}\n")
            self._process.stdin.flush()
        return self.answer()

    def answer(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            self._log.seek(0)
            raise RuntimeError(f"{self.name}, {self.threads} threads, has ended:\n{self._log.read()}")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def go(self, seconds: float) -> dict[str, Any]:
        """Compute for about so long: seconds a step, and of the processor."""
        answer = self.ask(f"go {max(1, round(seconds / self.step_seconds)) if self.step_seconds else 1}")
        self.step_seconds = answer["seconds"] / answer["steps"]
        if self.threads == "default":
            time.sleep(REST)
        return {"step": self.step_seconds, "processor": answer["processor"] / answer["steps"]}

    def close(self) -> None:
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._log.close()


@contextlib.contextmanager
def started(figure: Figure, folder: Path) -> Iterator[dict[tuple[str, str], Child]]:
    """The processes by contender and threads, without those that are not installed. All have ended afterwards."""
    children: dict[tuple[str, str], Child] = {}
    all_children = []
    try:
        for name in figure.contenders:
            for threads in THREADS[: 1 if name in NEVER_ONE else 2]:
                children[name, threads] = Child(name, threads, folder, figure.name)
                all_children.append(children[name, threads])
        missing = {}
        for key, child in list(children.items()):
            if "missing" in (answer := child.answer()):
                missing[key[0]] = answer["missing"]
                del children[key]
        for name, module in missing.items():
            print(f"{figure.title}: {NAMES[name]} is left out, {module} is not installed", flush=True)
        yield children
    finally:
        for child in all_children:
            child.close()


def measured(figure: Figure, folder: Path, rounds: int, turn: float) -> dict[str, Any]:
    """Let them take turns; print a table and return what is in it."""
    with started(figure, folder) as children:
        differences = compared(figure, children, folder)
        for child in children.values():
            child.about = child.ask("choose")["about"]
            for seconds in (0.0, turn / 4):
                child.go(seconds)
        load_before = load()
        found: list[dict[Child, dict[str, Any]]] = []
        rng = random.Random(0)
        order = list(children.values())
        for _ in range(rounds):
            rng.shuffle(order)
            found.append({child: child.go(turn * figure.longer) for child in order})
    rows = []
    for row in figure.rows:
        facts: dict[str, Any] = {"ours": row.ours, "peer": row.peer, "asked": row.asked}
        for threads in THREADS:
            ours = children.get((row.ours, threads))
            peer = children.get((row.peer, threads))
            if ours is not None and peer is not None:
                facts[threads] = summary([(turns[ours], turns[peer]) for turns in found], figure.scale)
        rows.append(facts)
    about = {f"{name}, {threads}": child.about for (name, threads), child in children.items()}
    facts = {
        "name": figure.name,
        "title": figure.title,
        "rows": rows,
        "contenders": about,
        "differences": differences,
        "load": [load_before, load()],
    }
    show(facts)
    return facts


def summary(turns: list[tuple[dict[str, float], dict[str, float]]], scale: float) -> dict[str, Any]:
    """Of pairs of turns, ours and the peer's: medians, and how the ratios are spread."""
    ratios = [ours["step"] / peer["step"] for ours, peer in turns]
    low, _, high = statistics.quantiles(ratios) if len(ratios) > 1 else ratios * 3
    return {
        "ratio": statistics.median(ratios),
        "quartiles": [low, high],
        "ratio_of_processor_time": statistics.median(
            ours["processor"] / max(peer["processor"], 1e-12) for ours, peer in turns
        ),
        "seconds": [statistics.median(turn[who]["step"] for turn in turns) * scale for who in (0, 1)],
        "processor_seconds": [statistics.median(turn[who]["processor"] for turn in turns) * scale for who in (0, 1)],
        "ratios": ratios,
    }


def compared(figure: Figure, children: dict[tuple[str, str], Child], folder: Path) -> dict[str, float]:
    """Each contender's greatest difference from ours.

    Raises:
        Disagreement: one is above TOLERANCE.
    """
    first = work.load(folder, figure.name).params
    results = {}
    for (name, threads), child in children.items():
        file = folder / "result.npz"
        child.ask(f"check {file}")
        with np.load(file) as arrays:
            results[f"{name}, {threads}"] = dict(arrays)
    reference = results[f"{figure.rows[0].ours}, default"]
    differences = {
        who: max(difference(result[name], array, first.get(name)) for name, array in reference.items())
        for who, result in results.items()
        if result
    }
    for who, apart in differences.items():
        if not apart <= TOLERANCE:
            raise Disagreement(f"{who} threads, differs from ours by {apart:.2g}, more than {TOLERANCE:g}.")
    return differences


def difference(found: np.ndarray, wanted: np.ndarray, first: np.ndarray | None) -> float:
    """The greatest one, as a part of the greatest number there is; of weights, of the longest way from the first."""
    whole = np.abs(wanted if first is None else wanted - first).max()
    return float(np.abs(found - wanted).max() / whole)


def show(figure: dict[str, Any]) -> None:
    print(f"\n{figure['title']}" + (", batch 100" if "training" in figure["title"] else ""))
    print(f"  {'':38} {'asked':>6}  {'default threads':40}  {'one thread each':40}  of processor time")
    for row in figure["rows"]:
        what = f"{NAMES[row['ours']]} / {NAMES[row['peer']]}"
        columns = [cell(row[threads]) if threads in row else "–" for threads in THREADS]
        asked = "" if row["asked"] is None else f"{row['asked']:g}"
        # Other programs stretch the clock's seconds, and not those that the processor has worked for one thread.
        worked = f"{row['one']['ratio_of_processor_time']:.2f}" if "one" in row else "–"
        print(f"  {what:38} {asked:>6}  {columns[0]:40}  {columns[1]:40}  {worked}")
    for who, about in figure["contenders"].items():
        apart = figure["differences"].get(who)
        agrees = "" if apart is None else f"; differs by {apart:.1g}"
        print(f"    {who}: {', '.join(filter(None, about.values()))}{agrees}")
    print(f"    load {' -> '.join(figure['load'])}", flush=True)


def cell(facts: dict[str, Any]) -> str:
    low, high = facts["quartiles"]
    ours, peer = map(duration, facts["seconds"])
    return f"{facts['ratio']:5.2f} ({low:.2f} to {high:.2f}) {ours} / {peer}"


def duration(seconds: float) -> str:
    for unit, factor in (("s", 1.0), ("ms", 1e3)):
        if seconds * factor >= 1:
            return f"{seconds * factor:.3g} {unit}"
    return f"{seconds * 1e6:.3g} µs"


def processor() -> str:
    """Its model, as far as the system tells."""
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.is_file():
        for line in cpuinfo.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def load() -> str:
    """Of the last minute, where the system tells it."""
    return f"{os.getloadavg()[0]:.2f}" if hasattr(os, "getloadavg") else "not told"


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
