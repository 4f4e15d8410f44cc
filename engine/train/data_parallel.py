"""A mini-batch in parts, side by side on the processor's cores: the gradient is the mean over all pictures."""

import itertools
import math
import multiprocessing
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import c_byte
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Any, TypeAlias

import numpy as np

from engine.data.augmentation import Augmentation, augment
from engine.errors import DigitLabError
from engine.nn.network import Network, NetworkSpec, views_of
from engine.nn.thread_pool import allowed_threads
from engine.types import CANVAS, FloatArray, IntArray

# A part's number, where its pictures stand, their labels, and its seed.
_Part: TypeAlias = tuple[int, slice, IntArray, int]
# Seconds that a process is given to end by itself.
_PATIENCE = 5.0


class DataParallel:
    """Computes the gradient of a network on a mini-batch that is divided into parts.

    Each part is a mini-batch of its own to BatchNormalization (Hoffer, Hubara, Soudry 2017 call it ghost batch
    normalization), and has random numbers of its own. What comes out depends on the number of parts, and not on
    how many processes there are to compute them. To be used in a ``with`` block, during which these live.

    Threads, as those of ``ThreadPool``, share one interpreter lock: two cores lose a third of their time to it.
    """

    def __init__(self, network: Network, parts: int, max_batch: int, processes: int | None = None) -> None:
        """Args:
        network: whose ``theta`` is read and whose ``dtheta`` is written.
        max_batch: pictures in a whole mini-batch.
        processes: by default as many as there may be threads, and never more than parts. A single one is this process
            itself.
        """
        self._whole = network
        self._parts = parts
        self._shared = _Shared(network.spec, max_batch, parts, network.dtype)
        self._processes = min(parts, processes or allowed_threads(parts))
        self._here: _Worker | None = None
        self._helpers: list[_Helper] = []

    def __enter__(self) -> "DataParallel":
        if self._processes == 1:
            self._here = _Worker(self._shared)
        else:
            self._helpers = [_Helper(self._shared) for _ in range(self._processes)]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for helper in self._helpers:
            helper.dismiss()
        for helper in self._helpers:
            helper.end()
        self._helpers, self._here = [], None

    def gradient_step(self, x: FloatArray, t: IntArray, rng: np.random.Generator, how: Augmentation) -> float:
        """One forward and one backward pass of a mini-batch (n, 784), (n,): fills ``dtheta``, returns the loss.

        Args:
            how: far the pictures are varied before the network sees them.

        Raises:
            DigitLabError: a process has been ended from outside.
        """
        shared = self._shared
        seeds = rng.integers(0, 2**63, self._parts)
        edges = np.linspace(0, len(x), self._parts + 1).astype(int).tolist()
        work: list[_Part] = [
            (part, slice(start, end), t[start:end], int(seeds[part]))
            for part, (start, end) in enumerate(itertools.pairwise(edges))
            if start < end
        ]
        np.copyto(shared.theta, self._whole.theta)
        np.copyto(shared.x[: len(x)], x)
        losses = np.zeros(self._parts)
        for part, loss in self._computed(work, how):
            losses[part] = loss
        weights = (np.diff(edges) / len(x)).astype(self._whole.dtype)
        np.matmul(weights, shared.dtheta, out=self._whole.dtheta)
        self._whole.theta[shared.running_averages] += weights @ shared.moved
        return float(losses @ weights)

    def _computed(self, work: list[_Part], how: Augmentation) -> list[tuple[int, float]]:
        if self._here is not None:
            return self._here.compute(work, how)
        assert self._helpers, "to be used in a with block"
        for i, helper in enumerate(self._helpers):
            helper.give((work[i :: len(self._helpers)], how))
        return [found for helper in self._helpers for found in helper.answer()]


class _Shared:
    """What all processes see: theta, each part's gradient, and the pictures of the mini-batch.

    And how far each part's pass has moved what its layers remember of it, which are the running averages of
    BatchNormalization: ``running_averages`` is where in theta they stand.
    """

    def __init__(self, spec: NetworkSpec, max_batch: int, parts: int, dtype: np.dtype[np.floating]) -> None:
        self.spec, self.max_part, self.dtype = spec, -(-max_batch // parts), dtype
        self.running_averages = spec.running_averages()
        size, moved = spec.param_count(), len(self.running_averages)
        self._shapes = {
            "theta": (size,),
            "dtheta": (parts, size),
            "moved": (parts, moved),
            "x": (max_batch, CANVAS * CANVAS),
        }
        numbers = sum(map(math.prod, self._shapes.values()))
        self._memory = multiprocessing.get_context("spawn").RawArray(c_byte, numbers * dtype.itemsize)
        self._look()

    def _look(self) -> None:
        views = views_of(np.frombuffer(memoryview(self._memory).cast("B"), self.dtype), self._shapes)
        self.theta, self.dtheta, self.moved, self.x = views.values()

    def __getstate__(self) -> dict[str, Any]:
        """For the way to another process, where the arrays are to be the same memory."""
        return {name: value for name, value in vars(self).items() if name not in self._shapes}

    def __setstate__(self, state: dict[str, Any]) -> None:
        vars(self).update(state)
        self._look()


class _Worker:
    """Computes parts, one after the other."""

    def __init__(self, shared: _Shared) -> None:
        self._shared = shared
        self._network = Network(shared.spec, shared.max_part, shared.dtype.type)

    def compute(self, work: list[_Part], how: Augmentation) -> list[tuple[int, float]]:
        """Each part's number and loss; the gradients go to the shared memory."""
        # What overflows on the way to divergence is told by the loss; each process has its own setting for it.
        with np.errstate(over="ignore", invalid="ignore"):
            return [(part, self._part(part, pictures, t, seed, how)) for part, pictures, t, seed in work]

    def _part(self, part: int, pictures: slice, t: IntArray, seed: int, how: Augmentation) -> float:
        shared, network = self._shared, self._network
        x = shared.x[pictures]
        rng = np.random.default_rng(seed)
        network.use_rng(rng)
        np.copyto(network.theta, shared.theta)
        loss = network.gradient_step(augment(x, how, rng) if how else x, t)
        np.copyto(shared.dtheta[part], network.dtheta)
        which = shared.running_averages
        np.subtract(network.theta[which], shared.theta[which], out=shared.moved[part])
        return loss


class _Helper:
    """A process with a worker in it, as seen from this one."""

    def __init__(self, shared: _Shared) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        # A daemon: it does not outlive this process, even where that ends by an error.
        self._process: SpawnProcess = context.Process(target=_serve, args=(theirs, shared), daemon=True)
        self._process.start()
        theirs.close()

    def give(self, task: tuple[list[_Part], Augmentation]) -> None:
        with _alive():
            self._connection.send(task)

    def answer(self) -> list[tuple[int, float]]:
        with _alive():
            found = self._connection.recv()
        if isinstance(found, Exception):
            raise found
        return found  # type: ignore[no-any-return]

    def dismiss(self) -> None:
        self._connection.close()

    def end(self) -> None:
        self._process.join(_PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()


@contextmanager
def _alive() -> Iterator[None]:
    """A process that does not answer any more is told of in words."""
    try:
        yield
    except (EOFError, OSError):
        raise DigitLabError(
            "A process that computes a part of the training has been ended from outside, perhaps for want of memory. "
            "Close other programs and start again."
        ) from None


def _serve(connection: Connection, shared: _Shared) -> None:
    """Compute what comes, until nobody is at the other end any more."""
    # Ctrl-C reaches all processes of a terminal; it is for the first one to decide.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    worker = _Worker(shared)
    while True:
        try:
            work, how = connection.recv()
        except (EOFError, OSError):
            return
        try:
            found: object = worker.compute(work, how)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is raised where it was asked for
            found = error
        connection.send(found)
