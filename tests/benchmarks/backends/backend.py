"""The interface of a backend, and the choice of its fastest variant."""

import time
from collections.abc import Callable, Mapping
from typing import Protocol

from backends.work import Arrays

_ROUNDS = 3
_SECONDS = 0.03
_MAX_RATIO = 1.5


class Backend(Protocol):
    """A library with its work. Each module creates one in ``backend(work, one_thread, *options)``."""

    def about(self) -> dict[str, str]:
        """The version, the number of threads and the variant, for the report."""
        ...

    def check(self) -> Arrays:
        """The results from the initial weights, to be compared with the other backends (see ``Work``)."""
        ...

    def choose(self) -> None:
        """Warm up, and choose the fastest variant if there are several."""
        ...

    def steps(self, n: int) -> int:
        """Run at least n steps; returns how many were run."""
        ...

    def close(self) -> None:
        """Release threads and processes."""
        ...


def fastest(variants: Mapping[str, Callable[[], object]]) -> str:
    """The name of the variant with the fastest step: the minimum over a few rounds, in which the variants alternate.

    A variant that is much slower after a round is not measured in the next one.
    """
    best = dict.fromkeys(variants, float("inf"))
    for step in variants.values():
        step()  # the first step allocates; it is not measured
    for _ in range(_ROUNDS):
        for name in [name for name, seconds in best.items() if seconds <= _MAX_RATIO * min(best.values())]:
            n, start = 0, time.perf_counter()
            while (seconds := time.perf_counter() - start) < _SECONDS or not n:
                variants[name]()
                n += 1
            best[name] = min(best[name], seconds / n)
    return min(best, key=best.__getitem__)
