"""A formula, set by ziamath from LaTeX."""

import threading

from PySide6.QtCore import QByteArray, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.learn.lesson_text import Formula
from gui.task import TaskGroup
from gui.theme import Theme

# The height of the letters that ziamath is asked for; an SVG is scaled when it is painted.
_SIZE = 16.0
_COLOUR = "#010203"
_lock = threading.Lock()
# LaTeX -> SVG, in _COLOUR.
_cache: dict[str, str] = {}


def formula_svg(latex: str) -> str:
    """A formula as an SVG whose only colour is _COLOUR. Any thread may call it: importing ziamath takes 0.2 s."""
    with _lock:
        if latex not in _cache:
            from ziamath.config import config
            from ziamath.zmath import Latex

            # Qt knows SVG 1.
            config.svg2 = False
            _cache[latex] = Latex(latex, size=_SIZE, color=_COLOUR).svg()
        return _cache[latex]


class FormulaView(QWidget):
    """One formula in the colour of the text. It is as large as the text, or smaller where there is too little room."""

    def __init__(self, formula: Formula, tasks: TaskGroup, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._spoken = formula.spoken
        self._svg = self._words = ""
        self._renderer = QSvgRenderer(self)
        self.setObjectName("formula")
        self.setAccessibleName(formula.spoken)
        self.setToolTip(formula.spoken)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        theme.changed.connect(self._colour)
        if formula.latex in _cache:
            self._show(_cache[formula.latex])
        else:
            tasks.start(lambda _: formula_svg(formula.latex), self._show, on_failed=self._show_words)

    @property
    def complete(self) -> bool:
        """Whether the formula is on view."""
        return self._renderer.isValid()

    def _show_words(self, reason: str) -> None:
        """Without ziamath, the formula in words."""
        self._words = self._spoken
        self.update()

    def _show(self, svg: str) -> None:
        self._svg = svg
        self._colour()

    @Slot()
    def _colour(self) -> None:
        if self._svg:
            coloured = self._svg.replace(_COLOUR, self._theme.colour("text").name())
            self._renderer.load(QByteArray(coloured.encode()))
        self.updateGeometry()
        self.update()

    @property
    def _scale(self) -> float:
        return self.fontMetrics().height() / _SIZE

    def sizeHint(self) -> QSize:
        if not self.complete:
            return QSize(0, round(2 * self.fontMetrics().height()))
        return (self._renderer.viewBoxF().size() * self._scale).toSize()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self.complete:
            painter.drawText(self.rect(), Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter, self._words)
            return
        box = self._renderer.viewBoxF()
        scale = min(self._scale, self.width() / max(box.width(), 1))
        box.setSize(box.size() * scale)
        box.moveTo(0, (self.height() - box.height()) / 2)
        self._renderer.render(painter, box)
