"""The inputs, the weights and the products of a neuron: as images where the input is an image, otherwise as bars."""

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from engine.explain.layer_results import AffineSum
from engine.i18n import tr
from engine.types import CANVAS, ByteArray, FloatArray, Shape
from gui.draw.calculation.formulas import Names, index_text, number
from gui.draw.calculation.number_grid import shaded
from gui.draw.network.palette import Palette
from gui.theme import Theme
from gui.widgets.pixel_painting import to_image

_SMALL = 0.88
# How many pixels an image may be magnified.
_LARGEST = 8


def image_shape(found: AffineSum) -> Shape:
    """(channels, height, width) of the input where it consists of images, otherwise (n,)."""
    return (1, CANVAS, CANVAS) if found.in_shape == (CANVAS * CANVAS,) else found.in_shape


class ProductsView(QWidget):
    """Paints x, W and x W of an ``AffineSum``; the pointer shows the numbers of an input as a tool tip.

    Maps are arranged in rows and columns, channel by channel.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("calculation-products")
        self.setAccessibleName(tr("Inputs, weights and products"))
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._theme, self._palette = theme, Palette(theme)
        self._found: AffineSum | None = None
        self._captions: tuple[str, str, str] = ("", "", "")
        self._shape: Shape = (0,)
        self.room = 0
        theme.changed.connect(self._theme_changed)

    def show_products(self, found: AffineSum, names: Names, neuron: int) -> None:
        """Show those of another neuron, or of another input."""
        shape = image_shape(found)
        if shape != self._shape:
            self._shape = shape
            self.updateGeometry()
        self._found, self._input_is_image = found, names.input_is_image
        weights = f"{names.W}[:, {neuron}]"
        self._captions = (names.input, weights, tr("products"))
        self.update()

    def set_room(self, room: int) -> None:
        """The height changed that may be filled."""
        if room != self.room:
            self.room = room
            self.updateGeometry()

    # -- sizes

    @Slot()
    def _theme_changed(self) -> None:
        self._palette.follow_theme()
        self.updateGeometry()

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _SMALL)
        return font

    def _caption_height(self) -> float:
        return QFontMetricsF(self._font()).height() + 3

    def _sign_width(self) -> float:
        return float(self._theme.px(22))

    def _places(self, width: float) -> list[QRectF]:
        """Where x, W and the products are, each below its caption."""
        caption, gap = self._caption_height(), self._theme.px(6)
        if len(self._shape) == 3:
            rows, columns = self._pixels()
            sign = self._sign_width()
            widest = (width - 2 * sign - 2) / 3
            highest = max(self.room - caption, self._theme.px(112))
            scale = min(widest / columns, highest / rows, self._theme.px(_LARGEST) * (1 if rows >= CANVAS else 3))
            # Whole numbers make all pixels equally large.
            scale = math.floor(scale) if scale >= 2 else scale
            w, h = columns * scale, rows * scale
            return [QRectF(1 + i * (w + sign), caption, w, h) for i in range(3)]
        high = min(max((self.room - 3 * caption - 2 * gap) / 3, self._theme.px(34)), self._theme.px(110))
        widest = min(width - 2, self._shape[0] * self._theme.px(18))
        return [QRectF(1, caption + i * (high + caption + gap), widest, high) for i in range(3)]

    def _pixels(self) -> tuple[int, int]:
        """(rows, columns) of all channels together, with one pixel between them."""
        channels, height, width = self._shape
        columns = math.ceil(math.sqrt(channels))
        return -(-channels // columns) * (height + 1) - 1, columns * (width + 1) - 1

    def heightForWidth(self, width: int) -> int:
        return round(self._places(width)[-1].bottom()) + 2

    def sizeHint(self) -> QSize:
        width = max(self.width(), self.minimumSizeHint().width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(180), 0)

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        found = self._found
        if found is None:
            return
        painter = QPainter(self)
        painter.setFont(self._font())
        places, images = self._places(self.width()), len(self._shape) == 3
        for i, (values, place) in enumerate(zip((found.x, found.W, found.products), places, strict=True)):
            painter.setPen(self._theme.colour("muted"))
            above = QRectF(place.x(), place.y() - self._caption_height(), place.width(), self._caption_height())
            text = painter.fontMetrics().elidedText(
                self._captions[i], Qt.TextElideMode.ElideRight, round(place.width())
            )
            painter.drawText(above, Qt.AlignmentFlag.AlignLeft, text)
            if not images:
                self._paint_bars(painter, values, place)
                continue
            self._paint_image(painter, values, place, signed=bool(i) or not self._input_is_image)
            if i:
                painter.setPen(self._theme.colour("text"))
                sign = QRectF(place.x() - self._sign_width(), place.y(), self._sign_width(), place.height())
                painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, "×" if i == 1 else "=")

    def _paint_image(self, painter: QPainter, values: FloatArray, place: QRectF, signed: bool) -> None:
        limit = float(np.abs(values).max(initial=0))
        colours = shaded(self._palette, values.reshape(self._shape), limit, signed)
        painter.drawImage(place, to_image(self._mosaic(colours)))
        if self._shape[0] == 1:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("bar"), 1))
            painter.drawRect(place)

    def _mosaic(self, maps: ByteArray) -> ByteArray:
        """(channels, height, width, 3) -> one image, with lines in the colour of the background between the maps."""
        channels, height, width, _ = maps.shape
        rows, columns = self._pixels()
        image = np.empty((rows + 1, columns + 1, 3), np.uint8)
        image[...] = self._theme.colour("surface").getRgb()[:3]  # type: ignore[index]
        across = (columns + 1) // (width + 1)
        for channel in range(channels):
            y, x = channel // across * (height + 1), channel % across * (width + 1)
            image[y : y + height, x : x + width] = maps[channel]
        return image[:rows, :columns]

    def _paint_bars(self, painter: QPainter, values: FloatArray, place: QRectF) -> None:
        values = np.nan_to_num(values, posinf=0, neginf=0)
        low, high = min(0.0, float(values.min())), max(0.0, float(values.max()))
        scale = place.height() / max(high - low, 1e-9)
        zero, width = place.top() + high * scale, place.width() / len(values)
        gap = min(2.0, width / 4)
        for i, value in enumerate(values.tolist()):
            bar = QRectF(place.x() + i * width, zero - max(value, 0) * scale, width - gap, abs(value) * scale)
            painter.fillRect(bar, self._theme.colour("above" if value >= 0 else "below"))
        painter.setPen(QPen(self._theme.colour("bar"), 1))
        painter.drawLine(QPointF(place.left(), zero), QPointF(place.right(), zero))

    # -- the numbers of one input

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position())
        if index is None or self._found is None:
            QToolTip.hideText()
            return
        x, W, product = (number(float(each[index])) for each in (self._found.x, self._found.W, self._found.products))
        name = f"{self._captions[0]}[{index_text(index, self._shape)}]"
        QToolTip.showText(event.globalPosition().toPoint(), f"{name}: {x} · {W} = {product}", self)

    def _index_at(self, position: QPointF) -> int | None:
        """Which input is at a position."""
        place = next((place for place in self._places(self.width()) if place.contains(position)), None)
        if place is None:
            return None
        if len(self._shape) == 1:
            return min(int((position.x() - place.x()) / place.width() * self._shape[0]), self._shape[0] - 1)
        (channels, height, width), (rows, columns) = self._shape, self._pixels()
        y = min(int((position.y() - place.y()) / place.height() * rows), rows - 1)
        x = min(int((position.x() - place.x()) / place.width() * columns), columns - 1)
        channel = y // (height + 1) * ((columns + 1) // (width + 1)) + x // (width + 1)
        y, x = y % (height + 1), x % (width + 1)
        inside = channel < channels and y < height and x < width
        return (channel * height + y) * width + x if inside else None
