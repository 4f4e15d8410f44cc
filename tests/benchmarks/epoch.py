"""Seconds for one epoch of MNIST, 784-50-10, batch 100, headless, and how the book's numerical gradient compares.

The numerical gradient of one mini-batch takes two forward passes for each of the 39,760 parameters: it is measured
for a few parameters on a few mini-batches and scaled to all of them.
"""

import os
import platform
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import engine  # noqa: F401 - before NumPy: it sets the number of threads

# isort: split
import numpy as np

from engine.book import cross_entropy_error, numerical_gradient, sigmoid, softmax
from engine.data.mnist import load_mnist_datasets
from engine.nn.network_spec import NetworkSpec
from engine.train.trainer import TrainConfig, Trainer

BATCH = 100
ROUNDS = 5
PARAMETERS_MEASURED = 300


def main() -> None:
    train, _ = load_mnist_datasets()
    spec = NetworkSpec.mlp((50,), "sigmoid", "std")
    seconds = []
    for seed in range(ROUNDS):
        # Accuracies are not part of an epoch: they are measured on one image only.
        config = TrainConfig("sgd", 0.1, batch_size=BATCH, epochs=1, seed=seed, evaluation_samples=1)
        trainer = Trainer(spec, config, train)
        start = time.perf_counter()
        for _ in trainer.run():
            pass
        seconds.append(time.perf_counter() - start)
    epoch = statistics.median(seconds)

    W1, b1, W2, b2 = (trainer.network.params[name].astype(np.float64) for name in ("W1", "b1", "W2", "b2"))

    x, t = train.pixels(slice(BATCH)).astype(np.float64), train.labels[:BATCH].astype(np.int64)

    def loss(_: np.ndarray) -> float:
        return cross_entropy_error(softmax(sigmoid(x @ W1 + b1) @ W2 + b2), t)

    start = time.perf_counter()
    numerical_gradient(loss, W1.reshape(-1)[:PARAMETERS_MEASURED])  # a view: the loss sees each change
    of_one = (time.perf_counter() - start) / PARAMETERS_MEASURED
    numerical = of_one * spec.param_count() * (len(train) / BATCH)

    threads = os.environ.get("OPENBLAS_NUM_THREADS", "default")
    print(
        f"{platform.processor() or platform.machine()}, Python {platform.python_version()}, NumPy {np.__version__}, ",
        end="",
    )
    print(f"OpenBLAS threads: {threads}")
    print(f"one epoch by backpropagation: {epoch:.3f} s (median of {ROUNDS}; {min(seconds):.3f} to {max(seconds):.3f})")
    print(f"one epoch by the numerical gradient, scaled from {PARAMETERS_MEASURED} parameters: {numerical:,.0f} s")
    print(f"ratio: {numerical / epoch:,.0f}")


if __name__ == "__main__":
    main()
