"""Measuring on so many pictures that a person may be waiting for it."""

import time
from collections.abc import Callable

import numpy as np

from engine.data.dataset import Dataset
from engine.metrics import accuracy
from engine.network import Network

_MEASURED_AT_ONCE = 100


def accuracy_in_time(network: Network, dataset: Dataset, late: Callable[[float], bool]) -> float | None:
    """The accuracy on a dataset, measured piece by piece; None where that would take too long, or there is nothing.

    Args:
        late: whether it is too late then, given when it will be done, in ``time.perf_counter``'s seconds.
    """
    began = time.perf_counter()
    right = 0
    for start in range(0, len(dataset), _MEASURED_AT_ONCE):
        now = time.perf_counter()
        expected = now if not start else began + (now - began) * len(dataset) / start
        if late(max(now, expected)):
            return None
        part = dataset.subset(slice(start, start + _MEASURED_AT_ONCE))
        with np.errstate(over="ignore", invalid="ignore"):  # as the trainer does
            right += round(accuracy(network, part) * len(part))
    return right / len(dataset) if len(dataset) else None
