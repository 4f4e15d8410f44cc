"""The controls of a convolution: image, kernel, stride and padding, and the button that slides the window."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from engine.i18n import tr
from gui.theme import Theme
from gui.widgets.cards import WrappedRow, button, label, row
from gui.widgets.form_controls import OptionList
from gui.widgets.segmented_control import SegmentedControl

STRIDES, PADDINGS = (1, 2, 3), (0, 1, 2)


class KernelControls(QWidget):
    """Attributes:
    images, stride, padding: which one is chosen.
    kernels: those of KERNELS, and behind them what stands for a typed one.
    play: the button.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._playing = theme, False
        self.images = SegmentedControl("conv-input", tr("Input"), (tr("4 × 4"), tr("Square"), tr("Digit")))
        for each in self.images.findChildren(QPushButton, "conv-input-2"):
            each.setToolTip(tr("Your drawing on the Draw tab; a sample if there is none"))
        self.kernels = OptionList()
        self.kernels.setObjectName("conv-kernel-list")
        self.kernels.setAccessibleName(tr("Kernel"))
        self.kernels.addItems(
            [tr("Book's kernel"), tr("Identity"), tr("Blur"), tr("Sharpen"), tr("Horizontal edges"), tr("Own numbers")]
        )
        self.stride = SegmentedControl("conv-stride", tr("Stride"), tuple(map(str, STRIDES)))
        self.padding = SegmentedControl("conv-padding", tr("Padding"), tuple(map(str, PADDINGS)))
        self.play = button("", "conv-play")
        self.play.setToolTip(tr("The window goes over the whole image"))
        stride, padding = _named(tr("stride"), self.stride), _named(tr("padding"), self.padding)
        self.setLayout(WrappedRow(self.images, self.kernels, stride, padding, self.play))
        theme.changed.connect(self._set_icon)
        self._set_icon()

    def set_playing(self, playing: bool) -> None:
        """Whether the button stops the window, or starts it."""
        self._playing = playing
        self._set_icon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A scroll area asks only for the smallest height, whatever the width is."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    @Slot()
    def _set_icon(self) -> None:
        self.play.setIcon(self._theme.icon("stop" if self._playing else "play"))
        self.play.setText(tr("Stop") if self._playing else tr("Slide"))


def _named(text: str, control: SegmentedControl) -> QWidget:
    widget = QWidget()
    widget.setLayout(row(label(text), control, spacing=6))
    return widget
