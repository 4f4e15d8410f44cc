"""Compares the speed of the engine with PyTorch, JAX, scikit-learn, onnxruntime and the matrix products alone.

Every backend runs in a separate process, because the number of threads is set before a library is loaded. First the
results are compared. Then the backends take turns, in rounds of random order: only one computes at a time. A ratio is
the median over the rounds of (our seconds per step) / (the peer's seconds per step in the same round); smaller is
better. Each library is measured twice: with its default number of threads, and with one thread.

`pip install -e ".[bench]"` installs the peers. A peer that is not installed is skipped.
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
from backends import work

from engine.data.dataset import Dataset
from engine.data.mnist import find_mnist, load_mnist_datasets
from engine.nn.layers import DropoutSpec
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import deep_convnet, simple_convnet
from engine.paths import default_weights
from engine.train.trainer import TrainConfig, Trainer
from engine.weights import load_weights

TRAIN_SIZE, TEST_SIZE = 60_000, 10_000
# Largest relative difference allowed between two backends, in losses, probabilities and weight updates. It is not zero
# because ReLU and pooling compare values: where two are nearly equal, rounding decides. (Measured for the deep convnet
# against PyTorch: 1e-5 to 8e-3. A learning rate that is 10 % too large would give 0.1.)
TOLERANCE = 2e-2
# Seconds that a process has to exit before it is killed.
EXIT_TIMEOUT = 10.0
# Seconds after a turn with several threads: idle threads of a library spin for up to 60 ms and would slow the next one.
PAUSE = 0.1
THREADS = ("default", "one")
THREAD_VARIABLES = (
    "OMP_NUM_THREADS",
    "MKL_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
    "DIGITLAB_THREADS",
)


@dataclass(frozen=True)
class Row:
    """Ours against a peer: module names, with an option after a colon. target: the highest ratio, or None."""

    peer: str
    target: float | None
    ours: str = "ours"


@dataclass(frozen=True)
class Figure:
    """Attributes:
    scale: the number of steps in what the title names.
    turn_factor: how many times longer a turn is; with only a few long steps, one disturbed step would weigh too much.
    """

    name: str
    title: str
    rows: tuple[Row, ...]
    scale: float = 1
    turn_factor: float = 1

    @property
    def backends(self) -> list[str]:
        return list(dict.fromkeys(name for row in self.rows for name in (row.ours, row.peer)))


FIGURES = (
    Figure(
        "mlp-50",
        "training step 784-50-10 Sigmoid",
        (Row("pytorch", 0.45), Row("jax_", 0.65), Row("sklearn_", 0.5), Row("matmul", 2.2)),
    ),
    Figure(
        "mlp-800",
        "training step 784-800-10 ReLU",
        (Row("pytorch", 0.9), Row("matmul", 1.25)),
    ),
    Figure("simple-convnet", "training step, simple convnet", (Row("pytorch", 1.3),)),
    Figure(
        "deep-convnet",
        "training step, deep convnet",
        (Row("pytorch", 1.5),),
        turn_factor=4,
    ),
    Figure("one-image", "one image, 784-50-100-10 Sigmoid", (Row("onnx_", 1.2), Row("pytorch", 0.5))),
    Figure(
        "test-images",
        "10,000 test images, shipped default",
        (
            Row("pytorch", 1.5),
            Row("pytorch:folded", None),
            Row("onnx_", 2),
        ),
        scale=TEST_SIZE / work.CHUNK,
    ),
)
NAMES = {
    "ours": "ours",
    "pytorch": "PyTorch",
    "pytorch:folded": "PyTorch, BN folded",
    "jax_": "JAX jit",
    "sklearn_": "scikit-learn",
    "onnx_": "onnxruntime",
    "matmul": "matrix products alone",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=21)
    parser.add_argument("--turn", type=float, default=0.25, help="seconds per backend and round")
    parser.add_argument("--only", nargs="+", metavar="NAME", choices=[figure.name for figure in FIGURES])
    parser.add_argument("--mnist", metavar="FOLDER", help="default: DIGITLAB_MNIST, else random images")
    parser.add_argument("--json", metavar="FILE")
    args = parser.parse_args()

    machine = {"processor": processor(), "cores": os.cpu_count(), "system": platform.platform()}
    python = f"Python {platform.python_version()}"
    print(f"{machine['processor']}, {machine['cores']} cores, {machine['system']}, {python}")
    found, refused = [], False
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        data = prepare(folder, args.mnist)
        print(f"{data}; {args.rounds} rounds, {args.turn:g} s a turn; load before: {load()}", flush=True)
        for figure in FIGURES:
            if args.only and figure.name not in args.only:
                continue
            try:
                found.append(measured(figure, folder, args.rounds, args.turn))
            except Disagreement as error:
                print(f"{figure.title}: NOT MEASURED. {error}\n", flush=True)
                refused = True
            if args.json:
                # After each figure, so that an interrupted benchmark keeps its results.
                facts = {"machine": machine, "python": python, "data": data, "figures": found}
                Path(args.json).write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
    print(f"load after: {load()}")
    if refused:
        sys.exit(1)


def prepare(folder: Path, mnist: str | None) -> str:
    """Write the images and the work for the backends; returns a description of the images."""
    if find_mnist(mnist) is not None:
        train, test = load_mnist_datasets(mnist)
        data = "MNIST"
    else:
        train, test = random_images(TRAIN_SIZE), random_images(TEST_SIZE)
        data = "random images (MNIST not found)"
    work.save_images(folder, "train", train.images, train.labels)
    work.save_images(folder, "test", test.images, test.labels)
    small = NetworkSpec.mlp((50,), "sigmoid", "std")
    for name, spec, lr in (
        ("mlp-50", small, 0.1),
        ("mlp-800", NetworkSpec.mlp((800,)), 0.1),
        ("simple-convnet", simple_convnet(), 0.01),
        ("deep-convnet", deep_convnet(), 0.01),
    ):
        deterministic = dataclasses.replace(
            spec, layers=tuple(layer for layer in spec.layers if not isinstance(layer, DropoutSpec))
        )
        task = work.Task("train", spec.to_dict(), deterministic.to_dict(), lr)
        # The initial weights and the first mini-batches are taken from the engine's Trainer.
        trainer = Trainer(deterministic, TrainConfig("sgd", lr, batch_size=task.batch, seed=task.seed), train)
        order = trainer._order[: work.CHECKED_STEPS * task.batch].astype(np.int64).reshape(-1, task.batch)
        work.save(folder, name, work.Work(task, train.images, train.labels, trainer.network.snapshot(), order))
    no_order = np.empty((0, 0), np.int64)
    book = Network(NetworkSpec.mlp((50, 100), "sigmoid", "xavier"))
    book.initialize(np.random.default_rng(0))
    shipped = load_weights(default_weights())
    for name, kind, spec, params in (
        ("one-image", "one", book.spec, book.snapshot()),
        ("test-images", "many", shipped.spec, shipped.params),
    ):
        task = work.Task(kind, spec.to_dict(), spec.to_dict())
        work.save(folder, name, work.Work(task, test.images, test.labels, params, no_order))
    return data


def random_images(n: int) -> Dataset:
    """Random images with the same share of ink pixels as MNIST."""
    rng = np.random.default_rng(n)
    images = rng.integers(0, 256, (n, 28, 28), np.uint8)
    images *= rng.random(images.shape, np.float32) < 0.19
    return Dataset(images, rng.integers(0, 10, n, np.uint8))


class Disagreement(Exception):
    """Two backends computed different results."""


class BackendProcess:
    """The process of a backend."""

    def __init__(self, name: str, threads: str, folder: Path, figure: str) -> None:
        """Start the process without waiting for it."""
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
            [sys.executable, "-m", "backends", name, str(folder), figure, threads],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
            env=environment,
            cwd=here,
        )

    def send(self, command: str) -> dict[str, Any]:
        assert self._process.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            self._process.stdin.write(f"{command}\n")
            self._process.stdin.flush()
        return self.receive()

    def receive(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            self._log.seek(0)
            raise RuntimeError(f"{self.name}, {self.threads} threads, has ended:\n{self._log.read()}")
        reply: dict[str, Any] = json.loads(line)
        return reply

    def measure(self, seconds: float) -> dict[str, Any]:
        """Compute for about ``seconds``; returns the wall-clock and the CPU seconds per step."""
        reply = self.send(f"measure {max(1, round(seconds / self.step_seconds)) if self.step_seconds else 1}")
        self.step_seconds = reply["seconds"] / reply["steps"]
        if self.threads == "default":
            time.sleep(PAUSE)
        return {"step": self.step_seconds, "processor": reply["processor"] / reply["steps"]}

    def close(self) -> None:
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        try:
            self._process.wait(EXIT_TIMEOUT)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._log.close()


@contextlib.contextmanager
def started(figure: Figure, folder: Path) -> Iterator[dict[tuple[str, str], BackendProcess]]:
    """The processes by (backend, threads), without backends that are not installed; all are ended on exit."""
    processes: dict[tuple[str, str], BackendProcess] = {}
    started_processes = []
    try:
        for name in figure.backends:
            for threads in THREADS:
                processes[name, threads] = BackendProcess(name, threads, folder, figure.name)
                started_processes.append(processes[name, threads])
        missing = {}
        for key, process in list(processes.items()):
            if "missing" in (reply := process.receive()):
                missing[key[0]] = reply["missing"]
                del processes[key]
        for name, module in missing.items():
            print(f"{figure.title}: {NAMES[name]} is skipped: {module} is not installed", flush=True)
        yield processes
    finally:
        for process in started_processes:
            process.close()


def measured(figure: Figure, folder: Path, rounds: int, turn: float) -> dict[str, Any]:
    """Measure a figure, print its table and return the numbers."""
    with started(figure, folder) as processes:
        differences = compared(figure, processes, folder)
        for process in processes.values():
            process.about = process.send("choose")["about"]
            for seconds in (0.0, turn / 4):
                process.measure(seconds)
        load_before = load()
        found: list[dict[BackendProcess, dict[str, Any]]] = []
        rng = random.Random(0)
        order = list(processes.values())
        for _ in range(rounds):
            rng.shuffle(order)
            found.append({process: process.measure(turn * figure.turn_factor) for process in order})
    rows = []
    for row in figure.rows:
        facts: dict[str, Any] = {"ours": row.ours, "peer": row.peer, "target": row.target}
        for threads in THREADS:
            ours = processes.get((row.ours, threads))
            peer = processes.get((row.peer, threads))
            if ours is not None and peer is not None:
                facts[threads] = summary([(turns[ours], turns[peer]) for turns in found], figure.scale)
        rows.append(facts)
    about = {f"{name}, {threads}": process.about for (name, threads), process in processes.items()}
    facts = {
        "name": figure.name,
        "title": figure.title,
        "rows": rows,
        "backends": about,
        "differences": differences,
        "load": [load_before, load()],
    }
    show(facts)
    return facts


def summary(turns: list[tuple[dict[str, float], dict[str, float]]], scale: float) -> dict[str, Any]:
    """Medians and quartiles over the rounds; ``turns`` holds pairs of ours and the peer's."""
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


def compared(figure: Figure, processes: dict[tuple[str, str], BackendProcess], folder: Path) -> dict[str, float]:
    """Each backend's largest difference from ours.

    Raises:
        Disagreement: one is above TOLERANCE.
    """
    first = work.load(folder, figure.name).params
    results = {}
    for (name, threads), process in processes.items():
        file = folder / "result.npz"
        process.send(f"check {file}")
        with np.load(file) as arrays:
            results[f"{name}, {threads}"] = dict(arrays)
    reference = results[f"{figure.rows[0].ours}, default"]
    differences = {
        who: max(difference(result[name], array, first.get(name)) for name, array in reference.items())
        for who, result in results.items()
        if result
    }
    for who, deviation in differences.items():
        if not deviation <= TOLERANCE:
            raise Disagreement(f"{who} threads, differs from ours by {deviation:.2g}, more than {TOLERANCE:g}.")
    return differences


def difference(found: np.ndarray, expected: np.ndarray, first: np.ndarray | None) -> float:
    """The largest difference relative to the largest value; for weights, to the largest change from ``first``."""
    whole = np.abs(expected if first is None else expected - first).max()
    return float(np.abs(found - expected).max() / whole)


def show(figure: dict[str, Any]) -> None:
    print(f"\n{figure['title']}" + (", batch 100" if "training" in figure["title"] else ""))
    print(f"  {'':38} {'target':>6}  {'default threads':40}  {'one thread each':40}  CPU time ratio")
    for row in figure["rows"]:
        what = f"{NAMES[row['ours']]} / {NAMES[row['peer']]}"
        columns = [cell(row[threads]) if threads in row else "–" for threads in THREADS]
        target = "" if row["target"] is None else f"{row['target']:g}"
        # With one thread, CPU time is not affected by other programs.
        worked = f"{row['one']['ratio_of_processor_time']:.2f}" if "one" in row else "–"
        print(f"  {what:38} {target:>6}  {columns[0]:40}  {columns[1]:40}  {worked}")
    for who, about in figure["backends"].items():
        deviation = figure["differences"].get(who)
        agrees = "" if deviation is None else f"; differs by {deviation:.1g}"
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
    """The model of the CPU, if the system reports it."""
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.is_file():
        for line in cpuinfo.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def load() -> str:
    """The system load of the last minute, if the system reports it."""
    return f"{os.getloadavg()[0]:.2f}" if hasattr(os, "getloadavg") else "unknown"


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
