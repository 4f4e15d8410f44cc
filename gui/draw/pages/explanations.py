"""Explanations that take longer than a hand waits: found on a thread, of each kind the last one asked for."""

from collections.abc import Callable
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, Signal, Slot

from engine.nn.network import Network
from engine.recognizer import Recognizer
from gui.i18n import tr
from gui.task import Background, Worker

# Gets the network and whether to keep going.
Work: TypeAlias = Callable[[Network, Callable[[], bool]], object]

_BATCH = 32


class _Worker(Worker):
    done = Signal(int, object)

    def __init__(self, number: int, kind: str, work: Work, network: Network, parent: QObject) -> None:
        super().__init__(number, "explaining", parent)
        self.kind = kind
        self._work, self._network = work, network

    def work(self) -> None:
        found = self._work(self._network, lambda: not self.stopping.is_set())
        self.look()
        self.done.emit(self.number, found)

    def broken(self, error: object) -> str:
        return tr("The answer could not be explained because of an error in the program ({0}).", error)


class Explanations(Background):
    """Has a copy of the network, and does one thing at a time with it.

    Signals:
        failed: why something could not be found.
        ended: no thread is left.
    """

    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._network: Network | None = None
        self._stale = True
        self._number = 0
        # What is still to be done, and what is being done, by kind.
        self._asked: dict[str, tuple[Work, Callable[[Any], None]]] = {}
        self._then: Callable[[Any], None] = lambda found: None
        self._running: _Worker | None = None
        self._recognizer: Recognizer | None = None

    def use(self, recognizer: Recognizer) -> None:
        """Explain what this one says, from now on. What is being found is still of the one before."""
        self._recognizer, self._stale = recognizer, True

    def asked(self, kind: str) -> bool:
        """Whether something of this kind is yet to be found."""
        running = self._running
        return kind in self._asked or (running is not None and running.kind == kind and not running.stopping.is_set())

    def ask(self, kind: str, work: Work, then: Callable[[Any], None]) -> None:
        """Find something, in the place of what was last asked of this kind.

        Args:
            work: is called on the thread.
            then: gets what it returned, in the window's thread, unless something else was asked meanwhile.
        """
        self._asked[kind] = (work, then)
        if self._running is not None and self._running.kind == kind:
            self._running.stop()
        self._next()

    @Slot()
    def forget(self, kind: str = "") -> None:
        """Nothing is wanted any more: of a kind, or of any."""
        for each in [kind] if kind else list(self._asked):
            self._asked.pop(each, None)
        if self._running is not None and self._running.kind in (kind or self._running.kind):
            self._running.stop()

    def _next(self) -> None:
        if self._running is not None or not self._asked or self._recognizer is None:
            return
        kind, (work, self._then) = next(iter(self._asked.items()))
        del self._asked[kind]
        self._number += 1
        self._running = _Worker(self._number, kind, work, self._network_now(), self)
        self._running.done.connect(self._on_done)
        self._launch(self._running)

    def _network_now(self) -> Network:
        """The copy, brought up to date while no thread uses it."""
        assert self._recognizer is not None
        if self._network is None or self._network.spec != self._recognizer.spec:
            self._network, self._stale = Network(self._recognizer.spec, _BATCH), True
        if self._stale:
            self._network.load(self._recognizer.params)
            self._stale = False
        return self._network

    @Slot(int, object)
    def _on_done(self, number: int, found: object) -> None:
        worker = self._running
        if worker is not None and worker.number == number and not worker.stopping.is_set():
            self._then(found)

    def _failed(self, number: int, sentence: str) -> None:
        self.failed.emit(sentence)

    def _gone(self, worker: Worker) -> None:
        self._running = None
        self._next()
        super()._gone(worker)
