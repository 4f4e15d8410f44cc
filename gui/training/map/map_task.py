"""Computes the map on a thread: the test digits are loaded once, the network is loaded with each update."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from engine.data.dataset import Dataset
from engine.data.synthetic.digits import synthetic_digits
from engine.errors import DigitLabError
from engine.explain.hidden_map import Projection, hidden_activations, most_inputs, project
from engine.i18n import tr
from engine.nn.batch_size import fitting_batch
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.types import FloatArray
from gui.task import Task
from gui.training.data.data_status import loading_text
from gui.training.data.dataset_cache import SYNTHETIC, cache

DIGITS = 1_000
_BATCH = 20
# Of the synthetic test set.
_SEED = 1


@dataclass(frozen=True, eq=False)
class Map:
    """Attributes:
    digits: the test digits, fewer where the last hidden layer is very large.
    points: (n, 2), where they are.
    star: (2,), where the drawing is; None without one.
    neurons: of the last hidden layer.
    explained: see ``Projection``.
    """

    digits: Dataset
    points: FloatArray
    star: FloatArray | None
    neurons: int
    explained: float


class MapTask:
    """Used by one thread at a time."""

    def __init__(self) -> None:
        self._source = ""
        self._digits: Dataset | None = None
        self._x: FloatArray = np.zeros((0, 784), np.float32)
        self._network: Network | None = None
        self._points: FloatArray | None = None
        self._params: Mapping[str, FloatArray] = {}
        self._projection: Projection | None = None

    def compute(
        self,
        task: Task,
        source: str,
        spec: NetworkSpec,
        params: Mapping[str, FloatArray],
        drawing: FloatArray | None,
    ) -> Map:
        """The map of a network; while the digits are loaded, sentences about that are reported.

        Args:
            source: a ``DataSource`` as text; the digits are the first ones of its test set.
            drawing: an input (28, 28), or None.

        Raises:
            DigitLabError: the digits cannot be loaded, or there are no finite activations.
        """
        if source != self._source or self._digits is None:
            self._digits = _load(source, task)
            self._x = self._digits.pixels()
            self._source, self._points, self._projection = source, None, None
        network = self._network
        if network is None or network.spec != spec:
            network = self._network = Network(spec, fitting_batch(spec, _BATCH))
            self._points, self._projection = None, None
        count = slice(most_inputs(spec))
        # Where only the drawing has changed, the digits stay where they are.
        if params is not self._params or self._projection is None or self._points is None:
            network.load(params)
            activations = _finite_activations(network, self._x[count])
            task.check()
            self._projection = project(activations, self._points)
            self._points = self._projection.points(activations)
            self._params = params
        star = None
        if drawing is not None:
            star = self._projection.points(_finite_activations(network, drawing.reshape(1, -1)))[0]
        return Map(
            self._digits.subset(count), self._points, star, len(self._projection.mean), self._projection.explained
        )


def _finite_activations(network: Network, x: FloatArray) -> FloatArray:
    with np.errstate(over="ignore", invalid="ignore"):
        found = hidden_activations(network, x)
    if not np.isfinite(found).all():
        raise DigitLabError(
            tr("The outputs of the last hidden layer are too large for a map: the network has diverged.")
        )
    return found


def _load(source: str, task: Task) -> Dataset:
    def report(done: int, total: int) -> None:
        task.report(loading_text(source, done, total))

    loaded = cache.get(source)
    if loaded is None and source == SYNTHETIC:
        # All 22,000 take seconds.
        return synthetic_digits(DIGITS, _SEED, report)
    loaded = loaded or cache.load(source, report)
    return (loaded.test if len(loaded.test) > 1 else loaded.train).subset(slice(DIGITS))
