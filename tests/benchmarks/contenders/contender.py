"""What a contender can do, and how the fastest of its forms is chosen."""

import time
from collections.abc import Callable, Mapping
from typing import Protocol

from contenders.work import Arrays

_ROUNDS = 3
_SECONDS = 0.03
_FAR = 1.5


class Contender(Protocol):
    """A library with its work before it. Modules make one in ``contender(work, one_thread, *options)``."""

    def about(self) -> dict[str, str]:
        """What is to be told of it: version, threads, form."""
        ...

    def check(self) -> Arrays:
        """What comes out, from the first weights, to be compared with the others' (see ``Work``)."""
        ...

    def choose(self) -> None:
        """Warm up, and choose the fastest of several forms, where there are any."""
        ...

    def steps(self, n: int) -> int:
        """Do n steps or a few more: how many were done."""
        ...

    def close(self) -> None:
        """End what has been started."""
        ...


def fastest(forms: Mapping[str, Callable[[], object]]) -> str:
    """The name of the form whose step is the fastest: the best of some rounds, in which they take turns.

    Those that are far behind after a round take no part in the next.
    """
    best = dict.fromkeys(forms, float("inf"))
    for step in forms.values():
        step()  # what is made at the first one is no part of the others
    for _ in range(_ROUNDS):
        for name in [name for name, seconds in best.items() if seconds <= _FAR * min(best.values())]:
            n, began = 0, time.perf_counter()
            while (seconds := time.perf_counter() - began) < _SECONDS or not n:
                forms[name]()
                n += 1
            best[name] = min(best[name], seconds / n)
    return min(best, key=best.__getitem__)
