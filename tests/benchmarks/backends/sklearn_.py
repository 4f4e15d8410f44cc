"""scikit-learn's MLPClassifier, a mini-batch at a time: partial_fit."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
import sklearn
from sklearn.neural_network import MLPClassifier

from backends.backend import Backend, fastest
from backends.work import WHITE, Arrays, Work


def backend(work: Work, one_thread: bool) -> Backend:
    # As its documentation recommends for speed: the input is known to contain no NaN.
    sklearn.set_config(assume_finite=True, skip_parameter_validation=True)
    return _Training(work, one_thread)


class _Training:
    """The mini-batch is gathered from bytes, or from floats in memory."""

    def __init__(self, work: Work, one_thread: bool) -> None:
        self._work, self._one_thread = work, one_thread
        self._steps: Iterator[float]
        self.variant = ""

    def about(self) -> dict[str, str]:
        threads = "OpenBLAS 1" if self._one_thread else "OpenBLAS as NumPy chooses"
        return {"version": f"scikit-learn {sklearn.__version__}", "threads": threads, "variant": self.variant}

    def _network(self) -> MLPClassifier:
        params, batch = self._work.params, self._work.task.batch
        Ws = [W for name, W in params.items() if name.startswith("W")]
        network = MLPClassifier(
            tuple(W.shape[1] for W in Ws[:-1]),
            activation="logistic",
            solver="sgd",
            alpha=0,
            batch_size=batch,
            learning_rate_init=self._work.task.lr,
            momentum=0,
            nesterovs_momentum=False,
            shuffle=False,
        )
        # The first step creates the arrays; then the weights can be copied into them.
        network.partial_fit(np.zeros((batch, len(Ws[0])), np.float32), np.arange(batch) % 10, classes=np.arange(10))
        for i, (W, b) in enumerate(zip(network.coefs_, network.intercepts_, strict=True), 1):
            W[...], b[...] = params[f"W{i}"], params[f"b{i}"]
        assert {array.dtype for array in network.coefs_ + network.intercepts_} == {np.dtype(np.float32)}
        return network

    def check(self) -> Arrays:
        network = self._network()
        losses = list(self._training(network, iter(self._work.order), self._work.rows))
        arrays: Arrays = {"losses": np.array(losses)}
        for i, (W, b) in enumerate(zip(network.coefs_, network.intercepts_, strict=True), 1):
            arrays |= {f"W{i}": W, f"b{i}": b}
        return arrays

    def choose(self) -> None:
        stored: Arrays = {"bytes": self._work.rows, "floats": self._work.floats()}
        running = {
            name: self._training(self._network(), self._work.mini_batches(), images) for name, images in stored.items()
        }
        self.variant = fastest({name: steps.__next__ for name, steps in running.items()})
        self._steps = running[self.variant]

    def _training(
        self, network: MLPClassifier, batches: Iterator[npt.NDArray[np.int64]], images: npt.NDArray[Any]
    ) -> Iterator[float]:
        """Yields the loss of each step."""
        labels, scale = self._work.labels, np.float32(1 / WHITE)
        for which in batches:
            x = images.take(which, axis=0)
            if x.dtype == np.uint8:
                x = np.multiply(x, scale)
            network.partial_fit(x, labels.take(which))
            yield network.loss_

    def steps(self, n: int) -> int:
        for _ in range(n):
            next(self._steps)
        return n

    def close(self) -> None:
        pass
