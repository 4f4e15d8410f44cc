"""How curves are drawn: solid for the training set, dashed for the test set, dotted for the validation split."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen


class LineStyle(Enum):
    """The lengths of a dash and of the gap after it, in widths of the line; and how a legend shows the line."""

    SOLID = (10.0, 0.0, "━━")
    DASHED = (4.0, 2.5, "╍╍")
    DOTTED = (1.0, 2.0, "┉┉")

    @property
    def mark(self) -> str:
        """A piece of the line as text."""
        return self.value[2]


def line_pen(colour: QColor, width: float, style: LineStyle, number: int = 0, among: int = 1) -> QPen:
    """A pen for one curve, or for one of several that lie on each other.

    Args:
        number, among: of so many equal curves that are drawn over each other, each draws another part of every dash.
            So all their colours can be seen.
    """
    pen = QPen(colour, width, c=Qt.PenCapStyle.FlatCap, j=Qt.PenJoinStyle.BevelJoin)
    pen.setCosmetic(True)
    on, off, _ = style.value
    if off or among > 1:
        part = on / among
        pen.setDashPattern([part, on + off - part])
        pen.setDashOffset(on + off - number * part)
    return pen
