"""Many small pictures of numbers side by side, as large as there is room for."""

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.types import ByteArray, FloatArray
from gui.i18n import tr
from gui.theme import Theme
from gui.widgets.colour_maps import coloured
from gui.widgets.keyboard_navigation import Announcer, by_keys, is_enter, paint_focus, paint_mark, step, walked

_GAP = 3
TilePlace = tuple[int, int, int]  # tile, row, column
_LARGEST_PIXEL, _EVEN_PIXEL = 12.0, 3.0


class Tiles(QWidget):
    """Shows (n, h, w) numbers as n tiles.

    Where the widget is given the focus, the arrow keys go from tile to tile, and with Shift, or where there is but one
    tile, from number to number; Return and Space click. A tile is come to at its largest number, whatever its sign.

    Signals:
        pointed: (tile, row, column) under the pointer, or come to by keys; None where it is neither.
        clicked: a tile.
    """

    pointed = Signal(object)
    clicked = Signal(int)

    def __init__(self, theme: Theme, largest: float = _LARGEST_PIXEL, parent: QWidget | None = None) -> None:
        """Args:
        largest: how large a pixel of a tile becomes at most.
        """
        super().__init__(parent)
        self._largest = largest
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = theme
        self._values: FloatArray = np.zeros((0, 1, 1), np.float32)
        self._colours: ByteArray = np.zeros((0, 1, 1, 3), np.uint8)
        self._pointed: TilePlace | None = None
        self._current: TilePlace | None = None
        self._voice = Announcer(self)
        self._placed: tuple[int, float] | None = None
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(240, 120)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 60)

    @property
    def values(self) -> FloatArray:
        """(n, h, w): what is shown."""
        return self._values

    @property
    def pointed_at(self) -> TilePlace | None:
        """What ``pointed`` has told."""
        return self._pointed

    def sentence(self, place: TilePlace) -> str:
        """What there is to say of a number."""
        tile, row, column = place
        return tr("picture {0}, row {1}, column {2}: {3}", tile, row, column, f"{self._values[place]:.3g}")

    def show_values(self, values: FloatArray, limit: float, signed: bool) -> None:
        """(n, h, w) numbers.

        Args:
            limit, signed: see ``coloured``.
        """
        if values.shape != self._values.shape:
            self._placed = self._pointed = self._current = None
        self._values = values
        self._colours = np.ascontiguousarray(coloured(values, limit, signed))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._placed = None

    def _grid(self) -> tuple[int, float]:
        """As ``_best_grid`` says, found once for these tiles and this room."""
        if self._placed is None:
            self._placed = self._best_grid()
        return self._placed

    def _best_grid(self) -> tuple[int, float]:
        """How many tiles stand in a row, and how large one of their pixels is: the largest that fits."""
        n, height, width = self._values.shape
        best = (1, 0.0)
        for columns in range(1, n + 1):
            rows = math.ceil(n / columns)
            across = (self.width() - (columns - 1) * _GAP) / (columns * width)
            down = (self.height() - (rows - 1) * _GAP) / (rows * height)
            pixel = min(across, down, self._largest)
            if pixel > best[1]:
                best = (columns, pixel)
        columns, pixel = best
        # Whole pixels are even; of small ones too much room would be left.
        return columns, float(math.floor(pixel)) if pixel >= _EVEN_PIXEL else pixel

    def place(self, tile: int) -> QRectF:
        """Where a tile stands."""
        _, height, width = self._values.shape
        columns, pixel = self._grid()
        row, column = divmod(tile, columns)
        left, top = column * (width * pixel + _GAP), row * (height * pixel + _GAP)
        return QRectF(left, top, width * pixel, height * pixel)

    def at(self, position: QPointF) -> TilePlace | None:
        """(tile, row, column) at a position, None beside them."""
        n, height, width = self._values.shape
        columns, pixel = self._grid()
        if not n or pixel <= 0:
            return None
        column, row = int(position.x() // (width * pixel + _GAP)), int(position.y() // (height * pixel + _GAP))
        tile = row * columns + column
        if not (0 <= column < columns and 0 <= tile < n):
            return None
        inside = position - self.place(tile).topLeft()
        y, x = int(inside.y() // pixel), int(inside.x() // pixel)
        return (tile, y, x) if 0 <= y < height and 0 <= x < width else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self.at(event.position()))

    def leaveEvent(self, event: object) -> None:
        self._point(None)

    def _point(self, place: TilePlace | None) -> None:
        self._pointed = place
        self.pointed.emit(place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self._current = place
            self.update()
            self.clicked.emit(place[0])

    # -- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = step(event)
        if is_enter(event) and not event.isAutoRepeat() and self._current is not None:
            self.clicked.emit(self._current[0])
        elif by is not None and len(self._values):
            self._come_to(self._next(by, one=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)))
        else:
            super().keyPressEvent(event)

    def _next(self, by: tuple[int, int], one: bool) -> TilePlace:
        """Where an arrow key goes; ``one`` number further, or a tile."""
        if self._current is None:
            return self._largest_of(0)
        tile, row, column = self._current
        if one or len(self._values) == 1:
            return (tile, *walked((row, column), by, *self._values.shape[1:]))
        tile += by[0] * self._grid()[0] + by[1]
        return self._largest_of(tile) if 0 <= tile < len(self._values) else self._current

    def _largest_of(self, tile: int) -> TilePlace:
        row, column = np.unravel_index(np.abs(self._values[tile]).argmax(), self._values.shape[1:])
        return tile, int(row), int(column)

    def _come_to(self, place: TilePlace) -> None:
        self._current = place
        self.update()
        self._point(place)
        self._voice.say(self.sentence(place))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if by_keys(event) and len(self._values):
            self._come_to(self._current or self._largest_of(0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._voice.rest()
        self._point(None)

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._grid()[1] < _EVEN_PIXEL)
        _, height, width = self._values.shape
        for tile, colours in enumerate(self._colours):
            image = QImage(colours.data, width, height, 3 * width, QImage.Format.Format_RGB888)
            painter.drawImage(self.place(tile), image)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), self._theme)
            if self._current is not None:
                self._paint_current(painter, *self._current)

    def _paint_current(self, painter: QPainter, tile: int, row: int, column: int) -> None:
        place, pixel = self.place(tile), self._grid()[1]
        if len(self._values) > 1:
            paint_mark(painter, place, self._theme)
        number = QRectF(place.x() + column * pixel, place.y() + row * pixel, pixel, pixel)
        paint_mark(painter, number, self._theme)
