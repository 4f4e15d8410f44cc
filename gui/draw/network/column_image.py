"""The picture of a column's neurons or maps, made by NumPy in one piece."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from engine.types import FloatArray, Shape
from gui.draw.network.contents import Kind
from gui.draw.network.palette import Palette, finite, image_of
from gui.draw.network.placement import Placed

# From this size on, neurons are round.
_ROUND = 5


class ColumnImage:
    """Where each pixel of a column's picture comes from; made again when the column is placed anew."""

    def __init__(self, placed: Placed, ratio: float) -> None:
        """Args:
        ratio: the screen's pixels in one of the window's.
        """
        self._placed = placed
        shape, shown = placed.column.shape, placed.shown
        size = max(round(placed.rect.height() * ratio), 1), max(round(placed.rect.width() * ratio), 1)
        tile = max(round(placed.cell[1] * ratio), 1), max(round(placed.cell[0] * ratio), 1)
        # What a tile consists of: one number, the map's pixels, or as many averages as it has pixels on the screen.
        inner: Shape = shape[1:] if placed.pixels else (1, 1)
        self._averages = None
        if inner[0] * 4 > tile[0] and inner not in ((1, 1), tile):
            self._averages = _averages(inner[0], tile[0]), _averages(inner[1], tile[1]).T
            inner = tile
        rows = np.arange(tile[0]) * inner[0] // tile[0]
        columns = np.arange(tile[1]) * inner[1] // tile[1]
        within = rows[:, None] * inner[1] + columns
        # The last number stands for what is between the tiles.
        self._sources = np.full(size, shown * inner[0] * inner[1], np.intp)
        for index in range(shown):
            corner = (placed.tile_rect(index).topLeft() - placed.rect.topLeft()) * ratio
            y, x = round(corner.y()), round(corner.x())
            part = self._sources[y : y + tile[0], x : x + tile[1]]
            part[...] = (within + index * within.size if inner == tile else within + index * inner[0] * inner[1])[
                : part.shape[0], : part.shape[1]
            ]
        # The last colour is transparent.
        self._palette = np.zeros(shown * inner[0] * inner[1] + 1, np.uint32)
        self._colours = np.zeros(size, np.uint32)
        self._image = image_of(self._colours)
        self._image.setDevicePixelRatio(ratio)
        round_ = placed.column.kind is Kind.NEURONS and not placed.narrow and tile[0] >= _ROUND
        self._mask = self._discs(ratio) if round_ else None

    def _discs(self, ratio: float) -> QImage:
        """Opaque where there is a neuron."""
        mask = QImage(self._image.size(), QImage.Format.Format_ARGB32_Premultiplied)
        mask.setDevicePixelRatio(ratio)
        mask.fill(Qt.GlobalColor.transparent)
        painter = QPainter(mask)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.black)
        origin: QPointF = self._placed.rect.topLeft()
        for index in range(self._placed.shown):
            tile: QRectF = self._placed.tile_rect(index).translated(-origin)
            painter.drawEllipse(tile)
        painter.end()
        return mask

    def paint(self, values: FloatArray, palette: Palette, limit: float) -> QImage:
        """(n,) or (n, h, w) numbers -> the picture, which the next call overwrites."""
        placed = self._placed
        values, limit = finite(values[: placed.shown], limit)
        if placed.narrow and values.ndim == 3:
            values = values.mean(axis=(1, 2))
            limit = float(np.abs(values).max())
        if self._averages is not None:
            values = self._averages[0] @ values @ self._averages[1]
        colours = palette.of_ink(values) if placed.column.kind is Kind.IMAGE else palette.of(values, limit)
        self._palette[:-1] = colours.reshape(-1)
        np.take(self._palette, self._sources, out=self._colours, mode="clip")
        if self._mask is not None:
            painter = QPainter(self._image)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
            painter.drawImage(0, 0, self._mask)
            painter.end()
        return self._image


def _averages(n: int, pixels: int) -> FloatArray:
    """(pixels, n): the share of each of n numbers in the average of what a pixel covers."""
    edges = np.arange(pixels + 1) * (n / pixels)
    starts, ends = edges[:-1, None], edges[1:, None]
    covered = np.minimum(ends, np.arange(n) + 1) - np.maximum(starts, np.arange(n))
    shares: FloatArray = (np.maximum(covered, 0) * (pixels / n)).astype(np.float32)
    return shares
