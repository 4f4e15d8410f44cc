"""Some digits as they are, and below each how a training may see it: turned, moved, bent, written with another pen."""

import numpy as np
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.data.augmentation import Augmentation, augment
from engine.data.dataset import Dataset
from engine.data.synthetic.digits import synthetic_digits
from engine.types import CANVAS, ByteArray
from gui.i18n import tr
from gui.theme import Theme

COUNT = 7
_SIDE, _GAP = 39, 3
_TONES = 256


class AugmentationPreview(QWidget):
    """Varied anew as the amounts change, by the same chances: only how far they go is seen to change."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("variation-preview")
        self.setAccessibleName(tr("Varied pictures"))
        self.setAccessibleDescription(tr("{0} digits as they are, and below each a variation of it", COUNT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._how = Augmentation()
        self._dataset: Dataset | None = None
        self._seed = 0
        # As they are, and varied: made when they are first seen.
        self._pictures: ByteArray | None = None
        self._varied: ByteArray | None = None
        theme.changed.connect(self.update)

    @property
    def pictures(self) -> ByteArray:
        """(n, 28, 28): as they are. Starter digits, made at once, where no others are at hand."""
        if self._pictures is None:
            if self._dataset is None or not len(self._dataset):
                self._pictures = synthetic_digits(COUNT, self._seed).images
            else:
                rng = np.random.default_rng(self._seed)
                some = rng.choice(len(self._dataset), min(COUNT, len(self._dataset)), replace=False)
                self._pictures = self._dataset.images[some]
        return self._pictures

    @property
    def varied(self) -> ByteArray:
        """(n, 28, 28): how a training may see them."""
        if self._varied is None:
            pixels = (self.pictures / 255).astype(np.float32)
            varied = augment(pixels, self._how, np.random.default_rng(self._seed)) if self._how else pixels
            self._varied = np.rint(varied * 255).astype(np.uint8)
        return self._varied

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Take the pictures from there; None for starter digits."""
        if dataset is not self._dataset:
            self._dataset = dataset
            self._pictures = self._varied = None
            self.update()

    def show_variation(self, how: Augmentation) -> None:
        """Vary them so far."""
        if how != self._how:
            self._how = how
            self._varied = None
            self.update()

    def show_others(self) -> None:
        """Other digits, by other chances."""
        self._seed += 1
        self._pictures = self._varied = None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(COUNT * _SIDE, 2 * _SIDE + _GAP)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        tones = _tones(self._theme.colour("canvas"), self._theme.colour("ink"))
        step = (self.width() + _GAP) / COUNT
        side = min(step - _GAP, _SIDE)
        for row, pictures in enumerate((self.pictures, self.varied)):
            for i, picture in enumerate(np.ascontiguousarray(pictures)):
                image = QImage(picture.data, CANVAS, CANVAS, CANVAS, QImage.Format.Format_Indexed8)
                image.setColorTable(tones)
                painter.drawImage(QRectF(i * step, row * (_SIDE + _GAP), side, side), image)


def _tones(paper: QColor, ink: QColor) -> list[int]:
    """From the paper's colour to the ink's."""
    ends = [(colour.red(), colour.green(), colour.blue()) for colour in (paper, ink)]
    parts = [part / (_TONES - 1) for part in range(_TONES)]
    return [QColor(*(round(a + (b - a) * part) for a, b in zip(*ends, strict=True))).rgb() for part in parts]
