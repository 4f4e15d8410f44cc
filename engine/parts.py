"""A mini-batch in parts, side by side on the processor's cores: the gradient is the mean over all pictures."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import TypeAlias

import numpy as np

from engine.network import Network
from engine.types import FloatArray, IntArray

# What is done to a part's pictures (n, 784) before the network sees them.
Variation: TypeAlias = Callable[[FloatArray, np.random.Generator], FloatArray]


class Parts:
    """Computes the gradient of a network on a mini-batch that is divided into parts.

    Each part is a mini-batch of its own to BatchNormalization (Hoffer, Hubara, Soudry 2017 call it ghost batch
    normalization), and has random numbers of its own. What comes out depends on the number of parts, and not on
    how many cores there are to compute them. To be used in a ``with`` block, during which the threads live.
    """

    def __init__(self, network: Network, parts: int, max_batch: int, threads: int | None = None) -> None:
        """Args:
        network: whose ``theta`` is read and whose ``dtheta`` is written.
        max_batch: pictures in a whole mini-batch.
        threads: by default one a core, and never more than parts.
        """
        self._whole = network
        self._parts = parts
        of_each = -(-max_batch // parts)
        workers = min(parts, threads or os.cpu_count() or 1)
        self._networks = [Network(network.spec, of_each, network.dtype.type) for _ in range(workers)]
        self._dtheta = np.zeros((parts, network.theta.size), network.dtype)
        # How far a part's pass has moved theta itself: only the running averages of BatchNormalization.
        self._moved = np.zeros_like(self._dtheta)
        self._executor: ThreadPoolExecutor | None = None

    def __enter__(self) -> "Parts":
        self._executor = ThreadPoolExecutor(len(self._networks), "gradient")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._executor is not None:
            self._executor.shutdown()
            self._executor = None

    def gradient_step(self, x: FloatArray, t: IntArray, rng: np.random.Generator, vary: Variation | None) -> float:
        """One forward and one backward pass of a mini-batch (n, 784), (n,): fills ``dtheta``, returns the loss."""
        assert self._executor is not None, "to be used in a with block"
        seeds = rng.integers(0, 2**63, self._parts)
        edges = np.linspace(0, len(x), self._parts + 1).astype(int)
        losses = np.zeros(self._parts)

        def work(worker: int) -> None:
            network = self._networks[worker]
            # What overflows on the way to divergence is told by the loss; each thread has its own setting for it.
            with np.errstate(over="ignore", invalid="ignore"):
                for part in range(worker, self._parts, len(self._networks)):
                    which = slice(edges[part], edges[part + 1])
                    if which.start < which.stop:
                        losses[part] = self._part(network, part, x[which], t[which], int(seeds[part]), vary)

        list(self._executor.map(work, range(len(self._networks))))
        weights = (np.diff(edges) / len(x)).astype(self._dtheta.dtype)
        np.matmul(weights, self._dtheta, out=self._whole.dtheta)
        self._whole.theta += weights @ self._moved
        return float(losses @ weights)

    def _part(
        self, network: Network, part: int, x: FloatArray, t: IntArray, seed: int, vary: Variation | None
    ) -> float:
        rng = np.random.default_rng(seed)
        network.use_rng(rng)
        np.copyto(network.theta, self._whole.theta)
        loss = network.gradient_step(x if vary is None else vary(x, rng), t)
        np.copyto(self._dtheta[part], network.dtheta)
        np.subtract(network.theta, self._whole.theta, out=self._moved[part])
        return loss
