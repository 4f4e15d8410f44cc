"""What can be done with the curves: smooth them, go back to what was seen before, write them to a file."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QSlider, QWidget

from gui.i18n import tr
from gui.settings import Settings
from gui.widgets.cards import label

# Over how many losses they can be smoothed.
WINDOWS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
_USUAL = WINDOWS.index(50)
_KEY = "curves/smoothing"
_LEAST, _SLIDER = 50, 110


class CurveToolbar(QWidget):
    """A slider, two buttons that are there while a person has zoomed in, and a menu.

    Signals:
        smoothing_changed: over how many losses.
        back, whole: the person wants to see what was seen before, or everything.
        export: "csv", "png" or "svg".
    """

    smoothing_changed = Signal(int)
    back = Signal()
    whole = Signal()
    export = Signal(str)

    def __init__(self, settings: Settings | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        stop = _USUAL if settings is None else settings.whole(_KEY, _USUAL, 0, len(WINDOWS) - 1)
        title = label(tr("Smoothing"), "muted")
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setObjectName("smoothing")
        self._slider.setAccessibleName(tr("Smoothing of the loss"))
        self._slider.setToolTip(tr("Over how many losses the strong line is an average"))
        self._slider.setRange(0, len(WINDOWS) - 1)
        self._slider.setPageStep(2)
        self._slider.setValue(stop)
        self._slider.setMinimumWidth(_LEAST)
        self._slider.setMaximumWidth(_SLIDER)
        self._says = label("", "muted", "smoothing-text")
        self._says.setMinimumWidth(max(self._says.fontMetrics().horizontalAdvance(_in_words(w)) for w in WINDOWS))
        self._back = self._button(tr("Back"), "curves-back", tr("See what was seen before (Backspace)"))
        self._whole = self._button(
            tr("Reset view"), "curves-whole", tr("See the whole training again (Home, or double click)")
        )
        self._export = self._button(tr("Export"), "curves-export", tr("Write the curves to a file"))
        menu = QMenu(self._export)
        for kind, text in (
            ("csv", tr("&Numbers (CSV)…")),
            ("png", tr("&Picture (PNG)…")),
            ("svg", tr("Picture to &scale (SVG)…")),
        ):
            menu.addAction(text).setData(kind)
        menu.triggered.connect(lambda action: self.export.emit(action.data()))
        self._export.setMenu(menu)

        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(title)
        layout.addWidget(self._slider, 1)
        layout.addWidget(self._says)
        layout.addStretch(1)
        for button in (self._back, self._whole, self._export):
            layout.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_zoomed(False)
        self.show_exportable(False)

        self._slider.valueChanged.connect(self._smooth)
        self._back.clicked.connect(self.back)
        self._whole.clicked.connect(self.whole)
        self._tell()

    def _button(self, text: str, name: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setProperty("small", True)
        button.setToolTip(tip)
        button.setStatusTip(tip)
        return button

    @property
    def smoothing(self) -> int:
        """Over how many losses they are smoothed."""
        return WINDOWS[self._slider.value()]

    @Slot()
    def _smooth(self) -> None:
        self._tell()
        if self._settings is not None:
            self._settings.keep(_KEY, self._slider.value())
        self.smoothing_changed.emit(self.smoothing)

    def _tell(self) -> None:
        text = _in_words(self.smoothing)
        self._says.setText(text)
        self._slider.setAccessibleDescription(text)

    @Slot(bool)
    def show_zoomed(self, zoomed: bool) -> None:
        """Whether the person looks at something of their own choice."""
        self._back.setVisible(zoomed)
        self._whole.setVisible(zoomed)

    def show_exportable(self, exportable: bool, busy: bool = False) -> None:
        """Whether there is anything to write, and whether it is being written."""
        self._export.setEnabled(exportable and not busy)
        self._export.setText(tr("Exporting…") if busy else tr("Export"))


def _in_words(window: int) -> str:
    return tr("off") if window == 1 else tr("{0} iterations", f"{window:,}")
