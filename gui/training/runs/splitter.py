"""The list and the details: one above the other, or side by side where there is room."""

from PySide6.QtCore import QByteArray, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter

from gui.settings import Settings
from gui.training.runs.run_details import Details
from gui.training.runs.run_list import RunList

_WIDE = 1_100
_HANDLE = 10
# Of the list and of the details.
_ABOVE, _BESIDE = (4, 3), (5, 3)


class RunsSplitter(QSplitter):
    """How a person divides it is remembered for either way."""

    def __init__(self, runs: RunList, details: Details, settings: Settings) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setObjectName("runs-splitter")
        self._details, self._settings = details, settings
        self.addWidget(runs)
        self.addWidget(details)
        self.setHandleWidth(_HANDLE)
        self.setCollapsible(0, False)
        self._divide()
        self.splitterMoved.connect(self._keep)

    @property
    def _beside(self) -> bool:
        return self.orientation() == Qt.Orientation.Horizontal

    @property
    def _key(self) -> str:
        return "runs/beside" if self._beside else "runs/above"

    def _divide(self) -> None:
        """As it was last time, or else as it is usual."""
        way, state = self.orientation(), self._settings.data(self._key)
        for i, share in enumerate(_BESIDE if self._beside else _ABOVE):
            self.setStretchFactor(i, share)
        # Qt makes them as large as the widgets can be, but no larger than there is room.
        self.setSizes([10_000 * share for share in (_BESIDE if self._beside else _ABOVE)])
        if state is not None:
            self.restoreState(state)
            self.setOrientation(way)
        self._details.stand_up(self._beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._beside != (self.width() >= _WIDE):
            self.setOrientation(Qt.Orientation.Vertical if self._beside else Qt.Orientation.Horizontal)
            self._divide()

    @Slot()
    def _keep(self) -> None:
        self._settings.keep(self._key, QByteArray(self.saveState()))
