"""The numbers of one layer over the epochs as a small image, and their histogram at one epoch beside it."""

import math
from collections.abc import Sequence
from itertools import takewhile
from weakref import WeakKeyDictionary

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.i18n import tr
from engine.train.events import Histogram
from engine.types import FloatArray
from gui.theme import Theme
from gui.training.statistics.histogram_chart import number
from gui.widgets.pixel_painting import to_image

_ROWS = 48
# Pixels.
_WIDTH, _HEIGHT, _GAP = 190, 96, 8
# What the image has of the width.
_IMAGE = 0.55
# Below 1: a few numbers are visible beside a part of the scale that has most of them.
_FAINT = 0.7
# A scale leaves out this share of the numbers at both ends: a single large one would squeeze all others.
_OUTLIERS = 0.002
# No more columns than can be seen.
_MOST_COLUMNS = 200

Limits = tuple[float, float]
# With every epoch those of all epochs are needed.
_known: WeakKeyDictionary[Histogram, Limits] = WeakKeyDictionary()


class LayerPlot(QWidget):
    """Painted as a whole, since a deep network has many. The image: from left to right the epochs, upwards the numbers,
    the more colour the more numbers; the histogram has the same scale.

    Signals:
        chosen: an epoch that was clicked or dragged to, as an index.

    Attributes:
        title, note, warning: what is written above and below; the warning is in the colour of errors.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, name: str, title: str, means: bool) -> None:
        """Args:
        means: whether the mean is written below; that of a gradient says nothing.
        """
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._means = means
        self.setToolTip(tr("Left: all epochs, the more colour the more numbers. Right: the chosen epoch."))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self.title, self.note, self.warning = title, "", ""
        self._histograms: Sequence[Histogram] = ()
        self._index = 0
        self._limits: Limits = (0.0, 1.0)
        # Of each epoch, when it was first painted: (rows,) in 0..1, from the smallest number to the largest.
        self._profiles: list[FloatArray] = []
        self._image: QImage | None = None
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT) + 2 * self._line + 2 * _GAP)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @property
    def _line(self) -> int:
        return self.fontMetrics().height()

    def _restyle(self) -> None:
        self._image = None
        self.updateGeometry()
        self.update()

    # -- what is shown

    def show_history(self, histograms: Sequence[Histogram], limits: Limits) -> None:
        """One histogram for each epoch, at least one; the limits of the scale."""
        # While a training goes on, most of them are known.
        pairs = zip(histograms, self._histograms[: len(self._profiles)], strict=False)
        known = len(list(takewhile(lambda pair: pair[0] is pair[1], pairs)))
        del self._profiles[known if limits == self._limits else 0 :]
        self._histograms, self._limits, self._image = histograms, limits, None
        self.update()

    def show_epoch(self, index: int, warning: str) -> None:
        """Choose the epoch; say what is wrong then, or ""."""
        self._index, self.warning = index, warning
        histogram = self._histograms[index]
        std = number(histogram.std)
        self.note = tr("mean {0} · std {1}", number(histogram.mean), std) if self._means else tr("std {0}", std)
        self.setAccessibleDescription(f"{self.note} {warning}".strip())
        self.update()

    # -- choosing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        area = self._areas()[0]
        if event.buttons() & Qt.MouseButton.LeftButton and area.contains(event.position()):
            index = int((event.position().x() - area.x()) / area.width() * len(self._histograms))
            self.chosen.emit(min(max(index, 0), len(self._histograms) - 1))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    # -- painting

    def _areas(self) -> tuple[QRectF, QRectF]:
        """Where the image and the histogram are; left of both is the scale."""
        left = self.fontMetrics().horizontalAdvance("-0.00000") + 4
        room = self.width() - left - _GAP
        top, height = self._line + _GAP // 2, self.height() - 2 * self._line - _GAP
        image = QRectF(left, top, math.floor(room * _IMAGE), height)
        return image, QRectF(image.right() + _GAP, top, self.width() - image.right() - _GAP, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colour = QPainter(self), self._theme.colour
        bold = QFont(self.font())
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(colour("text"))
        painter.drawText(QRectF(0, 0, self.width(), self._line), self.title)
        painter.setFont(self.font())
        bottom = QRectF(0, self.height() - self._line, self.width(), self._line)
        painter.setPen(colour("muted"))
        painter.drawText(bottom, self.note)
        if self.warning:
            painter.setPen(colour("error"))
            painter.drawText(QRectF(0, 0, self.width(), self._line), Qt.AlignmentFlag.AlignRight, self.warning)
        if not self._histograms:
            return
        image, bars = self._areas()
        self._paint_scale(painter, image)
        if self._image is None:
            self._profiles += [profile(each, self._limits) for each in self._histograms[len(self._profiles) :]]
            self._image = _coloured(np.stack(self._profiles, axis=1), colour("surface"), colour("accent"))
        painter.drawImage(image, self._image)
        width = image.width() / len(self._histograms)
        mark = QRectF(image.x() + self._index * width, image.y(), width, image.height())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("line"), 1))
        painter.drawRect(image)
        painter.setPen(QPen(colour("text"), 1))
        painter.drawRect(mark)
        self._paint_bars(painter, bars)

    def _paint_bars(self, painter: QPainter, area: QRectF) -> None:
        lengths = self._profiles[self._index] * (area.width() - 2)
        # Whole pixels: there would be lines between the bars.
        edges = np.rint(np.linspace(area.bottom(), area.top(), len(lengths) + 1)).tolist()
        fill = self._theme.colour("accent")
        for bottom, top, length in zip(edges, edges[1:], lengths.tolist(), strict=False):
            painter.fillRect(QRectF(area.x(), top, length, bottom - top), fill)
        painter.setPen(QPen(self._theme.colour("muted"), 1))
        painter.drawLine(area.topLeft(), area.bottomLeft())

    def _paint_scale(self, painter: QPainter, area: QRectF) -> None:
        """Both limits, and 0 where it is between them."""
        low, high = self._limits
        painter.setPen(self._theme.colour("muted"))
        room = QRectF(0, 0, area.x() - 4, self._line)
        marks = [(high, area.top() - 3), (low, area.bottom() - self._line + 3)]
        zero = area.bottom() + low / (high - low) * area.height()
        if marks[0][1] + 1.5 * self._line < zero < marks[1][1] - self._line / 2:
            marks.append((0.0, zero - self._line / 2))
        for value, top in marks:
            painter.drawText(room.translated(0, top), Qt.AlignmentFlag.AlignRight, number(value))
        if low < 0 < high:
            painter.drawLine(QPointF(area.x() - 3, zero), QPointF(area.x(), zero))


def common_limits(histograms: Sequence[Histogram]) -> Limits:
    """Almost all numbers of all histograms are between these; they differ."""
    found = [limits for each in histograms if (limits := _limits(each)) is not None]
    if not found:
        return (0.0, 1.0)
    low, high = min(low for low, _ in found), max(high for _, high in found)
    return (low, high) if high > low else (low - 0.5, high + 0.5)


def _limits(histogram: Histogram) -> Limits | None:
    """Almost all of its numbers are between these; None where there are none."""
    if histogram not in _known:
        counts = np.cumsum(histogram.counts)
        if not np.isfinite(histogram.edges).all() or not counts[-1]:
            return None
        first = np.searchsorted(counts, _OUTLIERS * counts[-1], side="right")
        last = np.searchsorted(counts, (1 - _OUTLIERS) * counts[-1])
        _known[histogram] = float(histogram.edges[first]), float(histogram.edges[last + 1])
    return _known[histogram]


def profile(histogram: Histogram, limits: Limits) -> FloatArray:
    """(rows,) in 0..1: the square roots of how many numbers there are in each part of the scale, 1 for the most."""
    if not np.isfinite(histogram.edges).all():
        return np.zeros(_ROWS)
    below = np.concatenate([[0], np.cumsum(histogram.counts)])
    counts = np.diff(np.interp(np.linspace(*limits, _ROWS + 1), histogram.edges, below))
    most = counts.max()
    roots: FloatArray = np.sqrt(counts / most) if most > 0 else counts
    return roots


def _coloured(profiles: FloatArray, none: QColor, most: QColor) -> QImage:
    """(rows, epochs) in 0..1 -> an image, the largest numbers at the top."""
    step = -(-profiles.shape[1] // _MOST_COLUMNS)
    ends = [np.array((colour.red(), colour.green(), colour.blue()), np.float32) for colour in (none, most)]
    share = profiles[::-1, ::step, None].astype(np.float32) ** _FAINT
    pixels = (ends[0] + share * (ends[1] - ends[0])).astype(np.uint8)
    return to_image(pixels)
