"""Only the matrix products of a training step of Affine layers: np.matmul into preallocated arrays.

This is the lower bound for any implementation."""

import itertools

import numpy as np

from backends.backend import Backend
from backends.work import Arrays, Work


def backend(work: Work, one_thread: bool) -> Backend:
    return _MatrixProducts(work, one_thread)


class _MatrixProducts:
    """Forward: x W of each layer. Backward: x^T dout of each layer, and dout W^T of all but the first, whose input
    gradient is not needed.
    """

    def __init__(self, work: Work, one_thread: bool) -> None:
        self._threads = "OpenBLAS 1" if one_thread else "as NumPy chooses"
        rng = np.random.default_rng(0)
        batch = work.task.batch

        def array(*shape: int) -> np.ndarray:
            return rng.standard_normal(shape, np.float32)

        Ws = [W for name, W in work.params.items() if name.startswith("W")]
        sizes = [Ws[0].shape[0], *(W.shape[1] for W in Ws)]
        xs = [array(batch, size) for size in sizes]
        douts = [array(batch, size) for size in sizes]
        forward = [(x, W, out) for x, W, out in zip(xs, Ws, xs[1:], strict=False)]
        backward = []
        for i, W in reversed(list(enumerate(Ws))):
            backward.append((xs[i].T, douts[i + 1], np.empty_like(W)))
            if i:
                backward.append((douts[i + 1], W.T, douts[i]))
        # The results are never read: otherwise the values would overflow.
        self._products = [(a, b, np.empty_like(out)) for a, b, out in itertools.chain(forward, backward)]

    def about(self) -> dict[str, str]:
        shapes = ", ".join(
            f"{'×'.join(map(str, a.shape))} by {'×'.join(map(str, b.shape))}" for a, b, _ in self._products
        )
        return {"version": f"NumPy {np.__version__}", "threads": self._threads, "variant": shapes}

    def check(self) -> Arrays:
        return {}  # there is no result to compare

    def choose(self) -> None:
        self.steps(10)

    def steps(self, n: int) -> int:
        products, matmul = self._products, np.matmul
        for _ in range(n):
            for a, b, out in products:
                matmul(a, b, out=out)
        return n

    def close(self) -> None:
        pass
