"""A slider through the epochs that are kept; its right end is now."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.i18n import tr
from gui.theme import Theme
from gui.transport.kept_epochs import KeptEpoch
from gui.widgets.cards import ElidedLabel, button, column, row, slider
from gui.widgets.form_controls import restyle

# Pixels.
_NARROWEST, _SPACING = 70, 8


class EpochSlider(QWidget):
    """``moved``: the user chose a KeptEpoch, or None for now."""

    moved = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._epochs: Sequence[KeptEpoch] = ()
        self._shown: KeptEpoch | None = None
        self._why = ""
        self._label = ElidedLabel(name="epoch-label")
        self.slider = slider("epoch-slider", tr("Epoch of the network that is shown"))
        self.slider.setPageStep(1)
        self._now = button(tr("Now"), "epoch-now", self._go_to_now)
        self._now.setToolTip(tr("Show the network as it is now"))
        left = column(None, self._label, self.slider, None, spacing=2)
        self.setLayout(row((left, 1), (self._now, 0, Qt.AlignmentFlag.AlignVCenter), spacing=_SPACING))
        self.slider.valueChanged.connect(self._moved)
        theme.changed.connect(self._resize)
        self._resize()
        self.set_epochs((), "")

    @property
    def epoch(self) -> KeptEpoch | None:
        """The one that the slider is at; None for now."""
        value = self.slider.value()
        return self._epochs[value] if value < self.slider.maximum() else None

    def set_epochs(self, epochs: Sequence[KeptEpoch], why: str, last_is_now: bool = False) -> None:
        """Have these epochs, the earliest first; the one that is shown stays. ``moved`` is not emitted.

        Args:
            why: a sentence that says why there are none.
            last_is_now: the network of the last epoch is the one that is used now: it has no place of its own.
        """
        self._epochs, self._why = epochs, why
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, len(epochs) - last_is_now)
        self.show_epoch(self._shown)

    def show_epoch(self, epoch: KeptEpoch | None) -> None:
        """Be at an epoch, or at now. ``moved`` is not emitted."""
        self._shown = epoch
        at = self.slider.maximum()
        if epoch is not None:
            # It may have been removed, to make room for later ones: the next one then.
            at = min(bisect_left(self._epochs, epoch.iteration, key=lambda each: each.iteration), at)
        with QSignalBlocker(self.slider):
            self.slider.setValue(at)
        self._describe()

    @Slot()
    def _go_to_now(self) -> None:
        # It may be at the right end already, where the epoch that is shown is no longer kept.
        with QSignalBlocker(self.slider):
            self.slider.setValue(self.slider.maximum())
        self._moved()
        # The button is disabled now.
        self.slider.setFocus()

    @Slot()
    def _moved(self) -> None:
        self._shown = self.epoch
        self._describe()
        self.moved.emit(self._shown)

    def _describe(self) -> None:
        shown, epochs = self._shown, self._epochs
        for each in (self, self.slider):
            each.setToolTip(self._why if not epochs else tr("Show the network as it was after an earlier epoch"))
        self.slider.setEnabled(self.slider.maximum() > 0)
        self._label.setEnabled(bool(epochs))
        self._now.setEnabled(shown is not None)
        restyle(self._now, "primary", shown is not None)
        restyle(self._label, "role", "viewing" if shown is not None else "muted")
        if shown is not None:
            text, short = tr("Showing epoch {0}", shown.number), tr("Epoch {0}", shown.number)
        else:
            text = tr("Kept epochs: {0}", len(epochs)) if epochs else tr("No earlier epochs")
            short = tr("Now")
        self.slider.setAccessibleDescription(text)
        room = self.width() - self._now.minimumWidth() - _SPACING
        self._label.setText(text if self._label.fontMetrics().horizontalAdvance(text) <= room else short)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._describe()

    @Slot()
    def _resize(self) -> None:
        self.slider.setMinimumWidth(self._theme.px(_NARROWEST))
        # Nothing moves when it gets bold.
        self._now.setMinimumWidth(0)
        restyle(self._now, "primary", True)
        self._now.setMinimumWidth(self._now.sizeHint().width())
        restyle(self._now, "primary", self._shown is not None)
