"""The completeness of integrated gradients: do the attributions add up to the difference of the logits?

Measured for 100 pen strokes and the default network, for the predicted digit and for another one: the relative error
of the sum, the number of gradients, and the time.
"""

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

import engine  # noqa: F401 - before NumPy: it sets the number of threads

# isort: split
import numpy as np

from engine.data.pen_strokes import load_pen
from engine.explain.integrated_gradients import integrated_gradients
from engine.ink.preprocess import centre_drawings
from engine.paths import default_weights
from engine.weights import load_weights


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pen", required=True, metavar="FILE", help="an .npz file of pen strokes")
    parser.add_argument("--drawings", type=int, default=100)
    args = parser.parse_args()
    network = load_weights(default_weights()).network(32)
    pen = load_pen(args.pen)
    rng = np.random.default_rng(0)
    images = centre_drawings(pen.subset(rng.choice(len(pen), args.drawings, replace=False)).drawings)
    for what, offset in (("the predicted digit", 0), ("another digit", 1)):
        errors, steps, seconds = [], [], []
        for image in images:
            digit = (int(network.predict(image.reshape(1, -1)).argmax()) + offset * int(rng.integers(1, 10))) % 10
            start = time.perf_counter()
            found = integrated_gradients(network, image, digit)
            seconds.append(time.perf_counter() - start)
            assert found is not None
            errors.append(abs(float(found.values.sum(dtype=np.float64)) - found.difference) / abs(found.difference))
            steps.append(found.steps)
        print(
            f"{what}: within 1 % of the difference of the logits for {sum(each <= 0.01 for each in errors)} of "
            f"{len(errors)} (median {np.median(errors):.2%}, most {max(errors):.2%}), {np.mean(steps):.0f} steps, "
            f"{1000 * np.median(seconds):.0f} ms (median)"
        )


if __name__ == "__main__":
    main()
