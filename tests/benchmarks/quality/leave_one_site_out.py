"""How well does the recipe of the shipped network read people at a place that it was not trained on?

For each site of the pen strokes, the recipe is trained without it (with fewer epochs than the shipped network) and
evaluated on it. Interrupted, the same command continues: a site whose weights are in the folder is not trained again.
Mind the number of epochs: one of the recipe takes about seven minutes on two idle cores.
"""

import argparse
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

import engine  # noqa: F401 - before NumPy: it sets the number of threads

# isort: split
import numpy as np

from engine.data.pen_strokes import PenDigits, load_pen, pen_dataset
from engine.evaluate.calibration import best_temperature
from engine.evaluate.metrics import scores
from engine.recognizer import Recognizer
from engine.types import FloatArray, IntArray
from engine.weights import load_weights

ROOT = Path(__file__).resolve().parents[3]
_TINY = 1e-30
ASKED = "asked: accuracy 0.985 mean, 0.965 worst; calibration error 0.010 mean, 0.015 worst"


def weights_file(folder: Path, site: str) -> Path:
    return folder / f"loso-{site}.safetensors"


def train(args: argparse.Namespace, site: str) -> None:
    """Train without ``site``, or continue to; the log of each training is beside its weights."""
    target = weights_file(args.folder, site)
    if target.exists():
        return
    command = [sys.executable, str(ROOT / "main.py"), "train", "--recipe", "default", "--mnist", str(args.mnist)]
    command += ["--pen", *map(str, args.pen), "--hold-out", site, "--epochs", str(args.epochs)]
    command += ["--out", str(target), "--log", str(target.with_suffix(".log"))]
    if target.with_name(f"{target.name}.checkpoint.safetensors").exists():
        command.append("--resume")
    subprocess.run(command, check=True)


def logits_of(folder: Path, site: str, pen: PenDigits) -> tuple[FloatArray, IntArray]:
    """The logits, up to a constant, of the drawings of ``site`` by the network trained without it; and their labels."""
    found = load_weights(weights_file(folder, site))
    data = pen_dataset(pen.of_sites([site]), site)
    probabilities = Recognizer(found.spec, found.params).predict_dataset(data)
    return np.log(probabilities + _TINY), data.labels.astype(np.int64)


def divided(logits: FloatArray, temperature: float) -> FloatArray:
    """The probabilities of logits that are divided by a temperature."""
    powers = np.exp((logits - logits.max(axis=1, keepdims=True)) / temperature)
    probabilities: FloatArray = powers / powers.sum(axis=1, keepdims=True)
    return probabilities


def report(found: dict[str, tuple[FloatArray, IntArray]]) -> list[str]:
    """A line for each site; the temperature is the best one for the other sites together."""
    lines = ["site   accuracy  errors      n  calibration error  temperature of the others  calibration error with it"]
    rows = []
    for site, (logits, labels) in found.items():
        others = [pair for name, pair in found.items() if name != site] or [(logits, labels)]
        temperature = best_temperature(*(np.concatenate(part) for part in zip(*others, strict=True)))
        plain, calibrated = scores(divided(logits, 1.0), labels), scores(divided(logits, temperature), labels)
        rows.append((plain.accuracy, plain.ece, calibrated.ece))
        errors = round((1 - plain.accuracy) * plain.n)
        lines.append(
            f"{site:5}  {plain.accuracy:8.4f}  {errors:6}  {plain.n:5}  {plain.ece:17.4f}  {temperature:25.2f}  "
            f"{calibrated.ece:25.4f}"
        )
    accuracy, ece, with_temperature = np.array(rows).T
    mean, worst = "mean of the sites", "worst"
    lines.append(f"{mean}: {accuracy.mean():.4f}, {ece.mean():.4f}, with temperature {with_temperature.mean():.4f}")
    lines.append(f"{worst}: {accuracy.min():.4f}, {ece.max():.4f}, with temperature {with_temperature.max():.4f}")
    return [*lines, ASKED]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mnist", required=True, type=Path, metavar="DIR")
    parser.add_argument("--pen", required=True, type=Path, nargs="+", metavar="FILE", help=".npz files of pen strokes")
    parser.add_argument("--folder", required=True, type=Path, metavar="DIR", help="for the weights and the logs")
    parser.add_argument("--epochs", type=int, default=1, help="of the recipe (1)")
    parser.add_argument("--sites", nargs="+", metavar="SITE", help="only these (all)")
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    pen = PenDigits.concatenate([load_pen(file) for file in args.pen])
    sites = args.sites or sorted(set(pen.sites))
    for site in sites:
        train(args, site)
    lines = report({site: logits_of(args.folder, site, pen) for site in sites})
    print("\n".join(lines))
    with (args.folder / "results.log").open("a", encoding="utf-8") as log:
        log.write("\n".join([f"{time.strftime('%Y-%m-%d %H:%M')}, {args.epochs} epochs", *lines, "\n"]))


if __name__ == "__main__":
    main()
