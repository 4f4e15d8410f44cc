"""Times as horizontal bars on a logarithmic axis, from milliseconds to years."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.i18n import tr
from gui.learn.parts.number_format import short_number
from gui.theme import Theme, mixed

_MINUTE, _HOUR, _DAY, _YEAR = 60.0, 3600.0, 86_400.0, 31_557_600.0
# The axis, and its numbers.
_LOW, _HIGH = 1e-5, 1e9
_TICKS = (1e-3, 1.0, _MINUTE, _HOUR, _DAY, _YEAR)
# The share of its colour in a bar that was not measured.
_SCALED = 0.45
# In lines of text: the usual, the least and the largest height of a row; what is above and below; the least width.
_ROW, _LEAST_ROW, _HIGHEST_ROW, _AROUND, _LEAST_WIDTH = 1.5, 1.1, 3.0, 2.2, 20
_GAP = 6


def time_text(seconds: float) -> str:
    """ "0.35 ms", "12.3 s", "54 min 46.8 s", "2 h 5 min", "3.7 days", "1.2 years"."""
    if seconds < 1:
        return tr("{0} ms", short_number(1000 * seconds, 3))
    if round(seconds, 1) < _MINUTE:
        return tr("{0} s", f"{seconds:.1f}")
    if round(seconds, 1) < _HOUR:
        minutes, rest = divmod(round(seconds, 1), _MINUTE)
        return tr("{0} min {1} s", f"{minutes:.0f}", f"{rest:.1f}")
    if seconds < 2 * _DAY:
        hours, minutes = divmod(round(seconds / _MINUTE), 60)
        return tr("{0} h {1} min", hours, minutes)
    if seconds < _YEAR:
        return tr("{0} days", f"{seconds / _DAY:.1f}")
    return tr("{0} years", f"{seconds / _YEAR:,.1f}")


@dataclass(frozen=True)
class TimeBar:
    """Attributes:
    title: what takes the time. A bar without ``seconds`` is a heading.
    measured: whether it was measured, not calculated from another time.
    """

    title: str
    colour: str
    seconds: float | None = None
    measured: bool = False
    heading: bool = False


class TimeBars(QWidget):
    """Shows bars, and a line at a time to compare with."""

    def __init__(self, theme: Theme, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = theme
        self._bars: Sequence[TimeBar] = ()
        self._compared: tuple[str, float] | None = None
        theme.changed.connect(self._fit)

    def show_times(self, bars: Sequence[TimeBar], compared: tuple[str, float] | None = None) -> None:
        """Show these bars from top to bottom.

        Args:
            compared: a title, and the seconds where a vertical line is.
        """
        self._bars, self._compared = bars, compared
        texts = [f"{bar.title}: {_value_text(bar)}" for bar in bars if bar.seconds is not None]
        self.setAccessibleDescription("\n".join(texts))
        self._fit()

    def _fit(self) -> None:
        self.setMaximumHeight(self._height(_HIGHEST_ROW))
        self.updateGeometry()
        self.update()

    def _height(self, row: float) -> int:
        """With the numbers of the axis, and the title of the line; a row has so many lines of text."""
        line = QFontMetricsF(self.font()).lineSpacing()
        return round((row * len(self._bars) + _AROUND) * line)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(_LEAST_WIDTH * QFontMetricsF(self.font()).lineSpacing()), self._height(_LEAST_ROW))

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), self._height(_ROW))

    def _place(self, seconds: float, area: QRectF) -> float:
        share = math.log(max(seconds, _LOW) / _LOW) / math.log(_HIGH / _LOW)
        return area.left() + min(share, 1) * area.width()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colour = QPainter(self), self._theme.colour
        metrics, gap = QFontMetricsF(self.font()), self._theme.px(_GAP)
        line = metrics.lineSpacing()
        titles = max((metrics.horizontalAdvance(bar.title) for bar in self._bars if not bar.heading), default=0)
        room = max(self.height() - _AROUND * line, 1)
        step = min(room / max(len(self._bars), 1), _HIGHEST_ROW * line)
        area = QRectF(titles + 2 * gap, _AROUND / 2 * line, self.width() - titles - 3 * gap, step * len(self._bars))
        self._paint_axis(painter, area, metrics)
        for number, bar in enumerate(self._bars):
            row = QRectF(0, area.top() + number * step, self.width(), step)
            if bar.heading:
                bold = QFont(self.font())
                bold.setWeight(QFont.Weight.DemiBold)
                painter.setFont(bold)
                painter.setPen(colour("text"))
                painter.drawText(row, _LEFT, bar.title)
                painter.setFont(self.font())
                continue
            painter.setPen(colour("text"))
            painter.drawText(QRectF(0, row.top(), titles + gap, step), _RIGHT, bar.title)
            if bar.seconds is None:
                continue
            end, inset = self._place(bar.seconds, area), min(0.18 * step, 0.4 * line)
            shape = QRectF(area.left(), row.top() + inset, max(end - area.left(), 1), step - 2 * inset)
            fill = colour(bar.colour)
            painter.fillRect(shape, fill if bar.measured else mixed(fill, colour("surface"), _SCALED))
            self._paint_value(painter, shape, _value_text(bar), metrics, gap)

    def _paint_value(self, painter: QPainter, bar: QRectF, text: str, metrics: QFontMetricsF, gap: int) -> None:
        """At the end of the bar, on the ground so that it is legible; before the right edge in any case."""
        width = metrics.horizontalAdvance(text) + gap
        left = min(bar.right() + gap / 2, self.width() - width)
        place = QRectF(left, bar.center().y() - metrics.height() / 2, width, metrics.height())
        ground = self._theme.colour("surface")
        painter.fillRect(place, ground)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_axis(self, painter: QPainter, area: QRectF, metrics: QFontMetricsF) -> None:
        colour, line = self._theme.colour, metrics.lineSpacing()
        taken = -math.inf
        for seconds in _TICKS:
            x, text = self._place(seconds, area), _tick_text(seconds)
            painter.setPen(QPen(mixed(colour("line"), colour("surface"), 0.5), 1))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            half = metrics.horizontalAdvance(text) / 2
            if x - half > taken and x + half < self.width():
                painter.setPen(colour("muted"))
                painter.drawText(QRectF(x - half - 1, area.bottom(), 2 * half + 2, line), _CENTRE, text)
                taken = x + half + metrics.horizontalAdvance(" ")
        if self._compared is not None:
            text, seconds = self._compared
            x, width = self._place(seconds, area), metrics.horizontalAdvance(text)
            painter.setPen(QPen(colour("text"), self._theme.px(1), Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            left = min(max(x - width / 2, 0), self.width() - width - 1)
            painter.setPen(colour("text"))
            painter.drawText(QRectF(left, 0, width + 1, line), _CENTRE, text)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


def _value_text(bar: TimeBar) -> str:
    assert bar.seconds is not None
    text = time_text(bar.seconds)
    return tr("{0}, measured", text) if bar.measured else text


def _tick_text(seconds: float) -> str:
    return {
        1e-3: tr("1 ms"),
        1.0: tr("1 s"),
        _MINUTE: tr("1 min"),
        _HOUR: tr("1 h"),
        _DAY: tr("1 day"),
        _YEAR: tr("1 year"),
    }[seconds]
