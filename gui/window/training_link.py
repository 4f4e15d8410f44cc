"""Connects a training with the window: the current network follows it, and the bar at the foot controls it.

Imported with the training tab, after the first painting.
"""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.jobs.protocol import Snapshot, Trained
from engine.weights import Weights
from gui.current_network import CurrentNetwork
from gui.training.session import SessionEvent
from gui.training.train_tab import TrainTab
from gui.transport.controller import Transport
from gui.transport.previous_network import PreviousNetwork


class TrainingLink(QObject):
    """While a network is trained, it is the current one; if that ends without weights, the one before is back.

    Signals:
        problem: what could not be done, as a sentence.
        ended: no thread is left.

    Attributes:
        transport: the bar at the foot, and what it controls.
        previous: offers the network before, where the trained one has learned nothing.
    """

    problem = Signal(str)
    ended = Signal()

    def __init__(self, tab: TrainTab, transport: Transport, network: CurrentNetwork, parent: QObject) -> None:
        super().__init__(parent)
        self._tab, self.transport, self._network = tab, transport, network
        # The network to go back to when a training ends without weights: weights, file, unsaved.
        self._before: tuple[Weights, Path | None, bool] | None = None
        self._on_train_tab = False
        self.previous = PreviousNetwork(network)
        self.transport.available_changed.connect(self._show_bar)
        self.transport.viewed.connect(tab.pages.show_epoch)
        self.transport.problem.connect(self.problem)
        # The run whose epochs are shown may be missing.
        self.transport.problem.connect(tab.pages.refresh_runs)
        self.transport.ended.connect(self.ended)
        self._connect_runs()
        # After the tab, which adds the page of the runs then.
        tab.session.store_opened.connect(self._connect_runs)
        tab.session.started.connect(self._started)
        tab.session.job_event.connect(self._receive)
        tab.session.ended.connect(self._end)

    @Slot()
    def _connect_runs(self) -> None:
        if self._tab.pages.runs is not None:
            shown = self._tab.pages.runs.shown_changed
            shown.connect(lambda runs: self.transport.show_runs([each.run for each in runs]))

    def add_to(self, layout: QVBoxLayout, notice: QWidget) -> None:
        """Put the offer below the notice of the window, and the bar at the foot."""
        layout.insertWidget(layout.indexOf(notice) + 1, self.previous)
        layout.addWidget(self.transport.bar)
        self._show_bar()

    def tab_changed(self, on_train_tab: bool) -> None:
        """The bar is always on the training tab; on the others where there is a training."""
        self._on_train_tab = on_train_tab
        self._show_bar()

    @Slot()
    def _show_bar(self) -> None:
        self.transport.bar.setVisible(self._on_train_tab or self.transport.available)

    # -- the session

    @Slot(object)
    def _started(self, request: object) -> None:
        self._before = (self._network.weights, self._network.path, self._network.unsaved)
        self.previous.withdraw()

    @Slot(object)
    def _receive(self, event: SessionEvent) -> None:
        match event:
            case Snapshot(spec, params):
                self._network.follow(spec, params)
            case Trained(weights):
                before, self._before = self._before, None
                # The weights of a stored run cannot be lost.
                self._network.use(weights, None, unsaved=not self._tab.stored, keep_view=True)
                if before is not None and self._tab.learned_nothing:
                    self.previous.offer(*before)

    @Slot()
    def _end(self) -> None:
        if self._before is not None:
            weights, path, unsaved = self._before
            self._before = None
            self._network.use(weights, path, unsaved=unsaved)
