"""The bare products of a training step of Affine layers: np.matmul into arrays that are there, and nothing else."""

import itertools

import numpy as np

from contenders.contender import Contender
from contenders.work import Arrays, Work


def contender(work: Work, one_thread: bool) -> Contender:
    return _Floor(work, one_thread)


class _Floor:
    """Forwards x W of each layer; backwards x^T dout of each, and dout W^T of all but the first, whose input's
    gradient nobody needs.
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
        # What is written is never read, or the numbers would grow beyond all bounds.
        self._products = [(a, b, np.empty_like(out)) for a, b, out in itertools.chain(forward, backward)]

    def about(self) -> dict[str, str]:
        shapes = ", ".join(
            f"{'×'.join(map(str, a.shape))} by {'×'.join(map(str, b.shape))}" for a, b, _ in self._products
        )
        return {"version": f"NumPy {np.__version__}", "threads": self._threads, "form": shapes}

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
