"""Do integrated gradients add up to what they explain? 100 pen strokes, the network that the window opens with.

For each drawing the digit that was answered, and another one: by how much the pixels' sum misses the difference of the
logits, how many gradients that takes and how long.
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
    pictures = centre_drawings(pen.subset(rng.choice(len(pen), args.drawings, replace=False)).drawings)
    for what, away in (("the digit answered", 0), ("another digit", 1)):
        missing, steps, seconds = [], [], []
        for picture in pictures:
            digit = (int(network.predict(picture.reshape(1, -1)).argmax()) + away * int(rng.integers(1, 10))) % 10
            began = time.perf_counter()
            found = integrated_gradients(network, picture, digit)
            seconds.append(time.perf_counter() - began)
            assert found is not None
            missing.append(abs(float(found.values.sum(dtype=np.float64)) - found.difference) / abs(found.difference))
            steps.append(found.steps)
        print(
            f"{what}: within 1 % of the difference of the logits for {sum(each <= 0.01 for each in missing)} of "
            f"{len(missing)} (median {np.median(missing):.2%}, most {max(missing):.2%}), {np.mean(steps):.0f} steps, "
            f"{1000 * np.median(seconds):.0f} ms (median)"
        )


if __name__ == "__main__":
    main()
