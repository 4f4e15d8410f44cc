"""The matrix in its card: whose it is, how good it is, how far the reading is, and a slider over the moments."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from engine.types import CLASSES, IntArray
from gui.i18n import tr
from gui.theme import Theme
from gui.training.errors import error_text
from gui.training.errors.confusion_matrix import ConfusionMatrix
from gui.widgets.cards import ElidedLabel, fill_card, label
from gui.widgets.form_controls import enlarge
from gui.widgets.placeholder import Placeholder, centred
from gui.widgets.segmented_control import SegmentedControl

_BIG = 24
_LEAST_LABEL, _MOST_LABEL = 60, 160


class MomentSlider(QWidget):
    """``changed``: another moment, counted from 0. Hidden where there is only one."""

    changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ("",)
        self._label = ElidedLabel()
        self._label.setObjectName("mistakes-moment")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("mistakes-slider")
        self.slider.setAccessibleName(tr("Moment of the training"))
        self.slider.setPageStep(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._label)
        layout.addWidget(self.slider, 1)
        self.slider.valueChanged.connect(self._moved)
        self.hide()

    @property
    def value(self) -> int:
        """Where it is."""
        return self.slider.value()

    def begin(self, names: Sequence[str]) -> None:
        """Have these moments, and be at the last one; ``changed`` does not tell so."""
        self._names = tuple(names)
        advance = self._label.fontMetrics().horizontalAdvance
        self._label.setFixedWidth(min(max(_LEAST_LABEL, *map(advance, names)) + 2, _MOST_LABEL))
        self.slider.blockSignals(True)
        self.slider.setRange(0, len(names) - 1)
        self.slider.setValue(len(names) - 1)
        self.slider.blockSignals(False)
        self._show_name()
        self.setVisible(len(names) > 1)

    def _show_name(self) -> None:
        self._label.setText(self._names[self.value])
        self.slider.setAccessibleDescription(self._names[self.value])

    @Slot(int)
    def _moved(self, value: int) -> None:
        self._show_name()
        self.changed.emit(value)


class MatrixCard(QFrame):
    """``button_pressed``: cancel the reading, or go on with it."""

    button_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrix = ConfusionMatrix(theme)
        self.moments = MomentSlider()
        self._title = ElidedLabel()
        self._title.setProperty("role", "heading")
        self._title.setObjectName("mistakes-title")
        self._units = SegmentedControl("mistakes-units", tr("In the cells"), (tr("counts"), tr("per cent")))
        self._total = label("", "", "mistakes-total")
        self._total.setAccessibleName(tr("Accuracy"))
        enlarge(self._total, _BIG, widest=error_text.percent(1, 3, decimals=2))
        self._facts = ElidedLabel()
        self._facts.setProperty("role", "muted")
        self._facts.setObjectName("mistakes-facts")
        self._button = QPushButton()
        self._button.setObjectName("mistakes-cancel")
        self._button.setAccessibleName(tr("Cancel the reading, or go on with it"))
        self._bar = QProgressBar()
        self._bar.setObjectName("mistakes-progress")
        self._bar.setAccessibleName(tr("Progress of the reading"))
        self._bar.setTextVisible(False)
        for each in (self._button, self._bar):
            # Nothing jumps where they come and go.
            policy = each.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            each.setSizePolicy(policy)
            each.hide()
        self._readout = ElidedLabel()
        self._readout.setProperty("role", "muted")
        self._readout.setObjectName("mistakes-readout")
        self._lay_out()

        self._units.changed.connect(lambda value: self.matrix.show_percents(value == 1))
        self._button.clicked.connect(self.button_pressed)
        self.matrix.told.connect(self._read_out)
        self._read_out("")

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._units)
        total = QHBoxLayout()
        total.setSpacing(10)
        total.addWidget(self._total)
        total.addWidget(self._facts, 1)
        total.addWidget(self._button)
        self._pages = Placeholder(self.matrix, centred("", "error", "mistakes-trouble"))
        self._pages.see()
        layout: QVBoxLayout = fill_card(self)
        layout.addLayout(top)
        layout.addLayout(total)
        layout.addWidget(self._bar)
        layout.addWidget(self.moments)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._readout)

    # -- what it shows

    @property
    def facts(self) -> str:
        """How many were right, or how far the reading is."""
        return self._facts.text()

    @property
    def trouble(self) -> str:
        """What stands in the place of the matrix; "" where it is there."""
        return self._pages.said

    def show_title(self, title: str) -> None:
        """Whose matrix it is."""
        self._title.setText(title)

    def show_waiting(self, sentence: str) -> None:
        """There are no answers yet."""
        self._show_table(None, np.zeros(CLASSES, np.int64))
        self._total.setText(error_text.NO_NUMBER)
        self._facts.setText(sentence)

    def show_answers(self, table: IntArray, of: IntArray, facts: str) -> None:
        """Args:
        table: (10, 10) counts.
        of: (10,) how many pictures there are of each digit.
        facts: what to say beside the accuracy.
        """
        self._show_table(table, of)
        self._total.setText(error_text.percent(int(np.trace(table)), int(of.sum()), decimals=2))
        self._facts.setText(facts)

    def show_trouble(self, sentence: str) -> None:
        """There will be no answers."""
        self.show_waiting("")
        self._total.setText("")
        self._readout.setText("")
        self._pages.say(sentence)

    def show_progress(self, done: int, total: int) -> None:
        """How far the reading is; 0 of 0 where that is not known. ``hide_progress`` once it is over."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.show()
        self._button.setText(tr("Cancel"))
        self._button.show()

    def hide_progress(self, rest: bool) -> None:
        """The reading is over; ``rest``: not all was read, and the button goes on."""
        self._bar.hide()
        self._button.setText(tr("Go on"))
        self._button.setVisible(rest)

    def _show_table(self, table: IntArray | None, of: IntArray) -> None:
        self._pages.see()
        self.matrix.show_table(table, of)

    @Slot(str)
    def _read_out(self, sentence: str) -> None:
        self._readout.setText(sentence or tr("Point at a cell to read it; click it to see its pictures."))
