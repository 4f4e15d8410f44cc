"""What was noticed about the images, and the offer to read them another way: ten of each way, below each other."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QWidget

from engine.data.orientation import AS_IS, BOTH, INVERT, TRANSPOSE, WAYS, difference, turned
from engine.evaluate.data_check import DataCheck
from engine.i18n import tr
from engine.types import CANVAS, CLASSES, ByteArray
from gui.widgets.cards import button, column, fill_card, label, row
from gui.widgets.form_controls import restyle
from gui.widgets.pixel_painting import paint_pixels

_GAP, _LARGEST = 4, 2
_ALL = 1_000


def looks(way: str) -> str:
    """What images are like that fit better when they are read another way, in a sentence."""
    return {
        AS_IS: tr("The images look upright: they should not be turned."),
        TRANSPOSE: tr("The images look transposed, as EMNIST’s are."),
        INVERT: tr("The images look inverted: black on white."),
        BOTH: tr("The images look transposed and inverted."),
    }[way]


class ImageStrip(QWidget):
    """Ten images side by side, as large as there is room for."""

    def __init__(self, name: str, accessible: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self._images: ByteArray = np.zeros((0, CANVAS, CANVAS), np.uint8)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(CLASSES * (CANVAS + 1))
        self.setMaximumWidth(CLASSES * (_LARGEST * CANVAS + _GAP))

    def show_images(self, images: ByteArray) -> None:
        """Show images (n, 28, 28), at most ten."""
        self._images = images
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(CLASSES * (CANVAS + _GAP), CANVAS + 2)

    def heightForWidth(self, width: int) -> int:
        return self._scale(width) * CANVAS + 2

    def _scale(self, width: int) -> int:
        return min(max((width // CLASSES - 1) // CANVAS, 1), _LARGEST)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, scale = QPainter(self), self._scale(self.width())
        # The frame shows where a white image ends on a white card.
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        half = scale * CANVAS / 2
        step = min(self.width() / CLASSES, scale * CANVAS + _GAP)
        for place, image in enumerate(self._images):
            centre = QPointF((place + 0.5) * step, self.height() / 2)
            paint_pixels(painter, image, centre, scale)
            painter.drawRect(QRectF(centre - QPointF(half, half), centre + QPointF(half, half)).toRect())


class _Way:
    """A row of the card: the way, its number of images that are read right, ten of them, and the button for it."""

    def __init__(self, way: str, title: str, choose: str) -> None:
        self.way = way
        self.title = label(title, "", f"way-title-{way}")
        self.count = label("", "muted", f"way-count-{way}")
        self.images = ImageStrip(f"way-images-{way}", title)
        self.button = button(choose, f"use-{way}", small=False)
        self.button.setAccessibleName(choose)


class CheckCard(QFrame):
    """Hidden while there is nothing to say.

    Signals:
        chosen: the user wants to read the images this way, one of ``engine.data.orientation.WAYS``.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data-check")
        self.setAccessibleName(tr("What was noticed about the images"))
        self._heading = label("", "heading", "data-check-heading", wrap=True)
        self._about = label("", "muted", "data-check-about", wrap=True)
        self._faults = label("", "error", "data-check-faults", wrap=True)
        self._faults.setTextFormat(Qt.TextFormat.PlainText)
        self._back = button("", "data-check-back", self._turn_back, small=False)
        titles = (tr("As they are"), tr("Transposed"), tr("Inverted"), tr("Both"))
        uses = (tr("Leave as is"), tr("Use transposed"), tr("Use inverted"), tr("Use both"))
        self._ways = [_Way(*each) for each in zip(WAYS, titles, uses, strict=True)]
        self._back.setAccessibleName(tr("Read the images another way"))
        self._back_to = AS_IS
        layout = fill_card(self)
        for each in (self._faults, self._heading):
            layout.addWidget(each)
        layout.addLayout(row((self._about, 1), self._back))
        self._table = QWidget()
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        # The images get all the room they can use, the empty column on the right the rest.
        grid.setColumnStretch(1, _ALL)
        grid.setColumnStretch(3, 1)
        for at, way in enumerate(self._ways):
            grid.addLayout(column(None, way.title, way.count, None, spacing=0), at, 0)
            grid.addWidget(way.images, at, 1, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(way.button, at, 2, Qt.AlignmentFlag.AlignVCenter)
            way.button.clicked.connect(lambda _=False, chosen=way.way: self.chosen.emit(chosen))
        layout.addWidget(self._table)
        self.hide()

    def lock(self, locked: bool) -> None:
        """While a network is trained, the data stay as they are."""
        for each in (self._back, *(way.button for way in self._ways)):
            each.setEnabled(not locked)
            each.setToolTip(tr("Not while a network is being trained") if locked else "")

    def show_check(self, check: DataCheck | None, transform: str) -> None:
        """Show what was found; None for nothing.

        Args:
            transform: how the images are read now, see ``DataSource``.
        """
        better = "" if check is None else check.better
        # Where it was decided, a line says so, and offers the other way.
        offered, turned_now = bool(better) and not transform, transform not in ("", AS_IS)
        decided = turned_now or bool(better and transform)
        faults = () if check is None else check.faults
        self.setVisible(bool(faults) or offered or decided)
        self._faults.setText("\n".join(faults))
        self._faults.setVisible(bool(faults))
        self._heading.setVisible(bool(better))
        self._heading.setText(looks(better) if better else "")
        self._about.setVisible(offered or decided)
        self._back.setVisible(decided)
        self._table.setVisible(offered)
        if decided:
            self._show_decided(better, transform)
        if offered and check is not None:
            self._about.setText(
                tr("A network that is trained on them as they are misreads what you draw. Choose how to read them.")
            )
            self._show_ways(check)

    def _show_decided(self, better: str, transform: str) -> None:
        self._back_to = better or AS_IS
        self._about.setText(
            {
                AS_IS: tr("They are left as they are, as you chose."),
                TRANSPOSE: tr("The images are transposed when they are read, as you chose."),
                INVERT: tr("The images are inverted when they are read, as you chose."),
                BOTH: tr("The images are transposed and inverted when they are read, as you chose."),
            }[transform]
        )
        way = next(way for way in self._ways if way.way == self._back_to)
        self._back.setText(way.button.text())
        self._back.setAccessibleName(way.button.text())

    def _turn_back(self) -> None:
        self.chosen.emit(self._back_to)

    def _show_ways(self, check: DataCheck) -> None:
        # One of each digit that is read, and others where digits are missing.
        _, firsts = np.unique(check.fits[check.better].digits, return_index=True)
        others = np.setdiff1d(np.arange(len(check.images)), firsts)
        which = np.concatenate((firsts, others))[:CLASSES]
        for way in self._ways:
            best = way.way == check.better
            way.images.show_images(turned(check.images[which], difference(check.used, way.way)))
            n, found = len(check.images), check.count(way.way)
            text = tr("{0} of {1} read right", found, n) if check.by_labels else tr("sure of {0} of {1}", found, n)
            way.count.setText(tr("{0}: fits best", text) if best else text)
            restyle(way.title, "role", "heading" if best else "")
            restyle(way.count, "role", "" if best else "muted")
            restyle(way.button, "primary", best)
            way.button.setAccessibleDescription(way.count.text())
