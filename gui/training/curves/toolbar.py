"""The row above the plots: smoothing, back to an earlier view, export."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QSizePolicy, QSlider, QWidget

from engine.i18n import tr, tr_n
from gui.settings import Settings
from gui.widgets.cards import button, label, row

# The losses can be smoothed over so many iterations.
WINDOWS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
_DEFAULT = WINDOWS.index(50)
_KEY = "curves/smoothing"


class CurveToolbar(QWidget):
    """A slider, two buttons that are visible while the view is zoomed, and a menu.

    Signals:
        smoothing_changed: over how many losses.
        back, reset: the view.
        export: "csv", "png" or "svg".
    """

    smoothing_changed = Signal(int)
    back = Signal()
    reset = Signal()
    export = Signal(str)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setObjectName("smoothing")
        self._slider.setAccessibleName(tr("Smoothing of the loss"))
        self._slider.setToolTip(tr("The bold line is the average of this many losses"))
        self._slider.setRange(0, len(WINDOWS) - 1)
        self._slider.setPageStep(2)
        self._slider.setValue(settings.whole(_KEY, _DEFAULT, 0, len(WINDOWS) - 1))
        self._slider.setMinimumWidth(50)
        self._slider.setMaximumWidth(110)
        self._window = label("", "muted", "smoothing-text")
        self._window.setMinimumWidth(max(self._window.fontMetrics().horizontalAdvance(_in_words(w)) for w in WINDOWS))
        self._back = button(tr("Back"), "curves-back")
        self._reset = button(tr("Reset view"), "curves-reset")
        self._export = button(tr("Export"), "curves-export")
        tips = {
            self._back: tr("Go back to the previous view (Backspace)"),
            self._reset: tr("Show the whole training (Home, or double click)"),
            self._export: tr("Write the curves to a file"),
        }
        for made, tip in tips.items():
            made.setToolTip(tip)
            made.setStatusTip(tip)
        menu = QMenu(self._export)
        kinds = {"csv": tr("&Numbers (CSV)…"), "png": tr("&Image (PNG)…"), "svg": tr("&Vector image (SVG)…")}
        for kind, text in kinds.items():
            menu.addAction(text).setData(kind)
        menu.triggered.connect(lambda action: self.export.emit(action.data()))
        self._export.setMenu(menu)
        layout = row(label(tr("Smoothing"), "muted"), (self._slider, 1), self._window, None, *tips)
        layout.setContentsMargins(2, 0, 0, 0)
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_zoomed(False)
        self._show_window()
        self._slider.valueChanged.connect(self._smooth)
        self._back.clicked.connect(self.back)
        self._reset.clicked.connect(self.reset)

    @property
    def smoothing(self) -> int:
        """Over how many losses they are smoothed."""
        return WINDOWS[self._slider.value()]

    @Slot()
    def _smooth(self) -> None:
        self._show_window()
        self._settings.keep(_KEY, self._slider.value())
        self.smoothing_changed.emit(self.smoothing)

    def _show_window(self) -> None:
        self._window.setText(_in_words(self.smoothing))
        self._slider.setAccessibleDescription(_in_words(self.smoothing))

    @Slot(bool)
    def show_zoomed(self, zoomed: bool) -> None:
        """Whether the user has chosen another view than the whole training."""
        self._back.setVisible(zoomed)
        self._reset.setVisible(zoomed)

    def show_exportable(self, exportable: bool, busy: bool) -> None:
        """Whether there is anything to write, and whether it is being written."""
        self._export.setEnabled(exportable and not busy)
        self._export.setText(tr("Exporting…") if busy else tr("Export"))


def _in_words(window: int) -> str:
    return tr("off") if window == 1 else tr_n("%n iteration(s)", None, window)
