"""The colours of the two classes, and images of a network's outputs."""

from PySide6.QtGui import QImage

from engine.types import ByteArray
from gui.theme import Theme, mixed

CLASS_COLOURS = ("below", "above")
# How strong the colours of the plane are: points stand out from it.
_STRONGEST = 0.6


def colour_table(theme: Theme) -> list[int]:
    """256 colours from class 0 over the background to class 1, as Qt's image formats want them."""
    surface = theme.colour("surface")
    shares = [(i - 127.5) / 127.5 for i in range(256)]
    return [mixed(theme.colour(CLASS_COLOURS[share > 0]), surface, _STRONGEST * abs(share)).rgb() for share in shares]


def image_of(colours: ByteArray, table: list[int]) -> QImage:
    """An image of bytes (rows, columns) in the colours of a table; ``colours`` must live as long as the image."""
    rows, columns = colours.shape
    image = QImage(colours.data, columns, rows, colours.strides[0], QImage.Format.Format_Indexed8)
    image.setColorTable(table)
    return image
