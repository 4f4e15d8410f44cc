"""Where the cells of the matrix are on its widget."""

from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRect, QSize

from engine.types import CLASSES

# The digit it was, the digit that was read.
Cell: TypeAlias = tuple[int, int]

# Cells are at most so much wider than high, and no larger than that.
_WIDEST, _LARGEST = 1.5, 64
_GAP = 1


@dataclass(frozen=True)
class Grid:
    """In pixels of the widget.

    Attributes:
        left, top: where the first cell begins; left of it and above it are the heads.
        width, height: of a cell, with its share of the gaps.
    """

    left: int
    top: int
    width: int
    height: int

    @classmethod
    def fitted(cls, size: QSize, left: int, top: int, right: int) -> "Grid":
        """As large as a widget has room for.

        Args:
            left, top, right: what the heads and the last column need.
        """
        height = min((size.height() - top) // CLASSES, _LARGEST)
        width = min((size.width() - left - right) // CLASSES, int(_WIDEST * height))
        return cls(left, top, max(width, 1), max(height, 1))

    @property
    def right(self) -> int:
        """Where the last column of cells ends."""
        return self.left + CLASSES * self.width

    def rect(self, cell: Cell) -> QRect:
        """What a cell fills, without the gaps."""
        digit, read = cell
        place = QRect(self.left + read * self.width, self.top + digit * self.height, self.width, self.height)
        return place.adjusted(_GAP, _GAP, -_GAP, -_GAP)

    def cell_at(self, position: QPointF) -> Cell | None:
        """The cell under a position; None beside the cells."""
        digit = int((position.y() - self.top) // self.height)
        read = int((position.x() - self.left) // self.width)
        return (digit, read) if 0 <= digit < CLASSES and 0 <= read < CLASSES else None
