"""Pens and brushes of the symbols in plots: one object for each style.

pyqtgraph keeps an image of a symbol for each pen and each brush that it was ever given, equal ones included.
"""

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen


def symbol_pen(colour: QColor, width: float) -> QPen:
    """For the edge of a symbol, ``width`` pixels; no edge where it is 0."""
    return _pen(colour.rgba(), width)


def symbol_brush(colour: QColor) -> QBrush:
    """For the inside of a symbol."""
    return _brush(colour.rgba())


@cache
def _pen(colour: int, width: float) -> QPen:
    if not width:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(QColor.fromRgba(colour), width)
    # Symbols are drawn scaled to their size: the edge would become as wide as the symbol.
    pen.setCosmetic(True)
    return pen


@cache
def _brush(colour: int) -> QBrush:
    return QBrush(QColor.fromRgba(colour))
