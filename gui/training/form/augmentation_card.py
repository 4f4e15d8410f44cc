"""The card for data augmentation, with a preview of augmented digits."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.data.augmentation import Augmentation, augment
from engine.data.dataset import Dataset
from engine.data.synthetic.digits import synthetic_digits
from engine.i18n import tr
from engine.train.hyperparameters import AUGMENTATION
from engine.types import ByteArray
from gui.theme import Theme
from gui.training.form.field_cards import SwitchCard
from gui.training.form.form_values import values_of
from gui.widgets.cards import button, label, row
from gui.widgets.form_controls import small
from gui.widgets.pixel_painting import to_image

COUNT = 7
_SIDE, _GAP = 39, 3


class AugmentationPreview(QWidget):
    """Some digits, and below each how a training may see it.

    The random numbers stay the same while the amounts change: only the strength is seen to change.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("augmentation-preview")
        self.setAccessibleName(tr("Augmented images"))
        self.setAccessibleDescription(tr("{0} digits, and below each an augmented one", COUNT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._augmentation = Augmentation()
        self._dataset: Dataset | None = None
        self._seed = 0
        # Made when they are first painted.
        self._images: ByteArray | None = None
        self._augmented: ByteArray | None = None
        theme.changed.connect(self.update)

    @property
    def images(self) -> ByteArray:
        """(n, 28, 28): the digits; synthetic ones, made at once, where no dataset is loaded."""
        if self._images is None:
            if self._dataset is None or not len(self._dataset):
                self._images = synthetic_digits(COUNT, self._seed).images
            else:
                rng = np.random.default_rng(self._seed)
                some = rng.choice(len(self._dataset), min(COUNT, len(self._dataset)), replace=False)
                self._images = self._dataset.images[some]
        return self._images

    @property
    def augmented(self) -> ByteArray:
        """(n, 28, 28): how a training may see them."""
        if self._augmented is None:
            pixels = (self.images / 255).astype(np.float32)
            if self._augmentation:
                pixels = augment(pixels, self._augmentation, np.random.default_rng(self._seed))
            self._augmented = np.rint(pixels * 255).astype(np.uint8)
        return self._augmented

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Take the digits from there; None for synthetic digits."""
        if dataset is not self._dataset:
            self._dataset = dataset
            self._show(self._seed)

    def show_augmentation(self, augmentation: Augmentation) -> None:
        """Augment them by these amounts."""
        if augmentation != self._augmentation:
            self._augmentation = augmentation
            self._augmented = None
            self.update()

    def show_others(self) -> None:
        """Other digits, and other random numbers."""
        self._show(self._seed + 1)

    def _show(self, seed: int) -> None:
        self._seed = seed
        self._images = self._augmented = None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(COUNT * _SIDE, 2 * _SIDE + _GAP)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        canvas, ink = (np.array(self._theme.colour(name).getRgb(), float)[:3] for name in ("canvas", "ink"))
        colours = np.rint(np.linspace(canvas, ink, 256)).astype(np.uint8)
        step = (self.width() + _GAP) / COUNT
        side = min(step - _GAP, _SIDE)
        for line, images in enumerate((self.images, self.augmented)):
            for i, pixels in enumerate(images):
                painter.drawImage(QRectF(i * step, line * (_SIDE + _GAP), side, side), to_image(colours[pixels]))


class AugmentationCard(SwitchCard):
    """``images_requested``: the preview is visible, and images of the chosen data should be loaded for it.

    Attributes:
        preview: some digits, and how a training may see them.
    """

    images_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        about = tr("Each image is changed a little each time it is used: the network learns more from it.")
        super().__init__("augmentation", tr("Data augmentation"), about, theme, parent)
        self.preview = AugmentationPreview(theme)
        self._augmentation = Augmentation()
        self.body.addWidget(self.preview)
        note = label(tr("Originals, and augmented below"), "muted")
        small(note)
        others = button(tr("Show others"), "other-images", self.preview.show_others)
        others.setAccessibleName(tr("Show other images"))
        self.body.addSpacing(4)
        self.body.addLayout(row((note, 1), others))
        self.body.addSpacing(4)
        self.add_row("rotation", "scaling", "shear")
        self.add_row("shift", "elastic", wide=1)
        self.add_row("thickness", "anneal")
        self.edited.connect(self._show)

    @Slot()
    def _show(self) -> None:
        # Only the amounts are visible in an image. While one is wrong, its last valid value stays.
        values, _ = values_of(self.texts, [name for name in AUGMENTATION if name != "anneal"])
        self._augmentation = replace(self._augmentation, **values)
        self.preview.show_augmentation(self._augmentation)
        self._want()

    def showEvent(self, event: QShowEvent) -> None:
        self._want()

    def _want(self) -> None:
        if self.switch.isChecked() and self.isVisible():
            self.images_requested.emit()
