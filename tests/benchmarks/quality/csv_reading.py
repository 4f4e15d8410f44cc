"""How fast a CSV file of MNIST is read, against ``numpy.loadtxt``, and how much memory a large one takes.

    python tests/benchmarks/quality/csv_reading.py MNIST_FOLDER

The files are made from MNIST in a temporary folder: 42,000 lines, as many as Kaggle's train.csv has, and 200 MB. Each
reading has a process of its own. ``loadtxt`` reads the first file twice: as it does by default, into float64, and into
bytes, which is faster.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

import engine  # noqa: F401 - before NumPy: it sets the number of threads

# isort: split
import numpy as np

from engine.data.files.own_data import load_own, read_file
from engine.data.mnist import load_mnist_datasets

_LINES, _LARGE = 42_000, 200_000_000
_REPEATS = 3


def make(folder: Path, mnist: str) -> tuple[Path, Path]:
    """The two files."""
    train, _ = load_mnist_datasets(mnist)
    head = "label," + ",".join(f"pixel{i}" for i in range(784)) + "\n"
    kaggle, large = folder / "train.csv", folder / "large.csv"
    with kaggle.open("w") as small, large.open("w") as big:
        small.write(head)
        big.write(head)
        number = 0
        while big.tell() < _LARGE:
            which = number % len(train)
            # The same image twice would be fewer different images to hold out.
            image = np.roll(train.images[which], number // len(train), axis=0).reshape(-1)
            line = ",".join(map(str, [train.labels[which], *image.tolist()])) + "\n"
            big.write(line)
            if number < _LINES:
                small.write(line)
            number += 1
    return kaggle, large


def measure(what: str, path: Path) -> None:
    """Print the seconds of one reading and the most memory that its process had, in MB."""
    start = time.perf_counter()
    match what:
        case "ours":
            read_file(path, lambda done, total: None)
        case "load":
            load_own(path)
        case "float64":
            np.loadtxt(path, delimiter=",", skiprows=1)
        case "uint8":
            np.loadtxt(path, np.uint8, delimiter=",", skiprows=1)
    seconds = time.perf_counter() - start
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def best(what: str, path: Path, repeats: int = _REPEATS) -> tuple[float, float]:
    """The shortest time and the largest memory of several readings."""
    command = [sys.executable, __file__, what, str(path)]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True).stdout.split() for _ in range(repeats)]
    return min(float(run[0]) for run in runs), max(float(run[1]) for run in runs)


def main() -> None:
    if len(sys.argv) == 3:
        measure(sys.argv[1], Path(sys.argv[2]))
        return
    with tempfile.TemporaryDirectory() as folder:
        kaggle, large = make(Path(folder), sys.argv[1])
        ours, memory = best("ours", kaggle)
        print(f"{_LINES:,} lines, {kaggle.stat().st_size / 1e6:.0f} MB: {ours:.2f} s, {memory:.0f} MB")
        for kind in ("float64", "uint8"):
            seconds, memory = best(kind, kaggle, 2)
            print(f"numpy.loadtxt, {kind}: {seconds:.2f} s, {memory:.0f} MB: {ours / seconds:.2f} of its time")
        seconds, memory = best("load", large)
        print(f"{large.stat().st_size / 1e6:.0f} MB, with its test set held out: {seconds:.2f} s, {memory:.0f} MB")


if __name__ == "__main__":
    main()
