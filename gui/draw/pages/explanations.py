"""Explanations are slow: they are computed in the background, one at a time."""

from collections.abc import Callable
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, Slot

from engine.i18n import tr
from engine.nn.batch_size import fitting_batch
from engine.nn.network import Network
from gui.current_network import CurrentNetwork
from gui.task import Task, TaskGroup

# Gets the network and ``keep_going``.
Work: TypeAlias = Callable[[Network, Callable[[], bool]], Any]

_BATCH = 32


class Explanations(TaskGroup):
    """Computes with a copy of the network; of each kind of explanation the one that was requested last."""

    def __init__(self, current: CurrentNetwork, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._current = current
        self._network: Network | None = None
        self._stale = True
        # The pending requests by kind; the running one, and its kind until it is delivered or cancelled.
        self._waiting: dict[str, tuple[Work, Callable[[Any], object]]] = {}
        self._running: Task | None = None
        self._kind = ""
        current.updated.connect(self._network_updated)
        current.replaced.connect(self.cancel)

    @Slot()
    def _network_updated(self) -> None:
        """The next explanation needs the new parameters. The running one goes on: during a training none would end."""
        self._stale = True

    def pending(self, kind: str) -> bool:
        """Whether an explanation of this kind waits or runs."""
        return kind in self._waiting or kind == self._kind

    def request(self, kind: str, work: Work, on_done: Callable[[Any], object]) -> None:
        """Compute an explanation, instead of the last one of this kind.

        Args:
            work: is called in the background.
            on_done: gets its result, in the window's thread, unless another one has been requested since.
        """
        self.drop(kind)
        self._waiting[kind] = (work, on_done)
        self._start_next()

    def drop(self, kind: str) -> None:
        """Cancel the explanation of this kind."""
        self._waiting.pop(kind, None)
        if self._running is not None and kind == self._kind:
            self._kind = ""
            self._running.cancel()

    @Slot()
    def cancel(self) -> None:
        """Cancel all explanations."""
        self._waiting.clear()
        self._kind = ""
        super().cancel()

    def _start_next(self) -> None:
        if self._running is None and self._waiting:
            kind = next(iter(self._waiting))
            work, on_done = self._waiting.pop(kind)
            network = self._copy()

            def deliver(result: Any) -> None:
                self._kind = ""
                on_done(result)

            self._kind = kind
            self._running = self.start(
                lambda task: work(network, lambda: not task.cancelled),
                deliver,
                on_end=self._ended,
                error=tr("The prediction could not be explained because of an error in the program ({0})."),
            )

    def _ended(self) -> None:
        self._running, self._kind = None, ""
        self._start_next()

    def _copy(self) -> Network:
        """The copy of the network, with the current weights; no task uses it now."""
        recognizer = self._current.recognizer
        spec = recognizer.spec
        if self._network is None or self._network.spec != spec:
            self._network, self._stale = Network(spec, fitting_batch(spec, _BATCH)), True
        if self._stale:
            self._network.load(recognizer.params)
            self._stale = False
        return self._network
