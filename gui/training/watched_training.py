"""What is kept of the current training for the pages "Step" and "Layers", which may be made later."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from engine.jobs.protocol import Started
from engine.train.events import LayerStatistics, Progress, StepDetails
from gui.training.session import SessionEvent, TrainingSession
from gui.training.train_request import TrainRequest

# Where the training set is small, there may be thousands of epochs: drawing the histograms of all takes too long.
_MOST_STATISTICS = 200


class WatchedTraining(QObject):
    """Follows a session.

    Signals:
        began: another training; nothing is known of it yet.
        step_changed, progressed, statistics_changed: the attributes have changed.

    Attributes:
        request: of the training; None before the first one.
        step: the last step that was sent; None where there is none.
        iteration: how far the training is, in mini-batches.
        statistics: those that were sent, by epoch; of many only every second, fourth ... and the last.
        resumed_at: the iteration at which it was resumed, while those before are missing in ``statistics``; 0 for none.
    """

    began = Signal()
    step_changed = Signal()
    progressed = Signal()
    statistics_changed = Signal()

    def __init__(self, session: TrainingSession, parent: QObject) -> None:
        super().__init__(parent)
        self.request: TrainRequest | None = None
        self.step: StepDetails | None = None
        self.iteration = 0
        self.statistics: list[LayerStatistics] = []
        self.resumed_at = 0
        # How many were sent; of how many one is kept.
        self._sent, self._every = 0, 1
        session.started.connect(self._begin)
        session.job_event.connect(self._receive)

    @Slot(object)
    def _begin(self, request: TrainRequest) -> None:
        self.request, self.step, self.iteration, self.statistics = request, None, 0, []
        self._sent, self._every, self.resumed_at = 0, 1, 0
        self.began.emit()

    @Slot(object)
    def _receive(self, event: SessionEvent) -> None:
        match event:
            case Started(resumed_from=state) if state is not None:
                self.resumed_at = state.iteration
            case Progress(iteration=iteration):
                self.iteration = iteration
                self.progressed.emit()
            case StepDetails():
                self.step = event
                self.step_changed.emit()
            case LayerStatistics():
                self._add(event)
                self.statistics_changed.emit()

    def add_earlier(self, earlier: Sequence[LayerStatistics]) -> None:
        """Statistics from before those that were sent, by epoch."""
        earlier = earlier[-self._every :: -self._every][::-1]
        self.statistics[:0] = earlier
        self._sent += len(earlier) * self._every
        self._thin()
        self.statistics_changed.emit()

    def _add(self, event: LayerStatistics) -> None:
        if self._sent and (self._sent - 1) % self._every:
            # It was there as the last one.
            self.statistics.pop()
        self.statistics.append(event)
        self._sent += 1
        self._thin()

    def _thin(self) -> None:
        while len(self.statistics) > _MOST_STATISTICS:
            self._every *= 2
            self.statistics[:-1] = self.statistics[:-1:2]
