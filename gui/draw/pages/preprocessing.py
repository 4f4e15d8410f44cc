"""Preprocessing: the steps from the ink to the network's input, and the effect of each step."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from engine.i18n import and_list, tr
from engine.ink.preprocess import ALL_STEPS, BOX, Stages, Steps
from engine.recognizer import Prediction
from gui.draw.pages.page import Page
from gui.theme import Theme
from gui.widgets.cards import column, label, row
from gui.widgets.pixel_view import PixelView
from gui.widgets.switch import Switch

_LEAST_SIDE, _MOST_SIDE, _ARROW, _LEAST_ARROW = 56, 320, 30, 12


class PreprocessingPage(Page):
    """Four images, from the ink to the network's input, and a switch for each of the three steps between.

    ``changed``: a step was switched on or off.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("preprocessing")
        self.ink = PixelView(theme, "stage-ink")
        self.crop = PixelView(theme, "stage-crop")
        self.scaled = PixelView(theme, "stage-scaled", BOX)
        self.input_view = PixelView(theme, "input-view")
        self._views = (self.ink, self.crop, self.scaled, self.input_view)
        names = (tr("The ink"), tr("The ink's box"), tr("Scaled to 20 by 20"), tr("The network's input"))
        for view, name in zip(self._views, names, strict=True):
            view.setAccessibleName(name)
            view.setFixedSize(_LEAST_SIDE, _LEAST_SIDE)
            # What is below the images stays there in a high page.
            view.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.input_view.setAccessibleDescription(tr("The drawing as the network gets it: 28 by 28 pixels, centred."))
        # A step's name -> its switch, and what leaving it out is called.
        self._switches: dict[str, tuple[Switch, str]] = {}
        for step, text, tip, omitted in (
            ("crop", tr("Crop"), tr("Crop the ink out of the canvas"), tr("cropping")),
            ("scale", tr("Scale"), tr("Scale it to fill 20 × 20 pixels"), tr("scaling")),
            ("centre", tr("Centre"), tr("Put its centre of mass into the middle"), tr("centring")),
        ):
            switch = Switch(text, theme)
            switch.setObjectName(f"step-{step}")
            switch.setToolTip(tip)
            switch.setChecked(True)
            switch.toggled.connect(self._switched)
            self._switches[step] = (switch, omitted)
        self._text = label("", "muted", "steps-text", wrap=True)
        self._arrows = [label("→", "muted") for _ in self._switches]
        strip = row(spacing=0)
        self._ink_title = label(tr("Ink"), name="stage-title")
        titles: list[QWidget] = [self._ink_title, *(each for each, _ in self._switches.values())]
        for i, (view, title) in enumerate(zip(self._views, titles, strict=True)):
            if i:
                self._arrows[i - 1].setAlignment(Qt.AlignmentFlag.AlignCenter)
                strip.addWidget(self._arrows[i - 1], 0, Qt.AlignmentFlag.AlignTop)
            strip.addLayout(column(view, (title, 0, Qt.AlignmentFlag.AlignHCenter), spacing=6))
        strip.addStretch()
        whole = column(strip, self._text, None, spacing=10, top=4)
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(whole)
        self._update_text()

    def minimumSizeHint(self) -> QSize:
        """With the smallest images: the present ones must not keep the window from becoming smaller."""
        return QSize(4 * _LEAST_SIDE + 3 * _ARROW, _LEAST_SIDE + self._height_below())

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def _height_below(self) -> int:
        """The height of the switches and the text."""
        return self._switches["centre"][0].sizeHint().height() + 3 * self.fontMetrics().lineSpacing() + 30

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The images are as large as there is room for."""
        room = min((self.width() - 3 * _ARROW) // 4, self.height() - self._height_below())
        side = max(_LEAST_SIDE, min(_MOST_SIDE, room))
        for view in self._views:
            view.setFixedSize(side, side)
        self._ink_title.setFixedHeight(self._switches["centre"][0].sizeHint().height())
        # Some switches are wider than the images above them.
        widths = [side, *(max(side, switch.sizeHint().width()) for switch, _ in self._switches.values())]
        between = max(_LEAST_ARROW, min(_ARROW, (self.width() - sum(widths)) // 3))
        for arrow in self._arrows:
            arrow.setFixedSize(between, side)

    @property
    def steps(self) -> Steps:
        """The steps that are switched on."""
        return Steps(**{step: switch.isChecked() for step, (switch, _) in self._switches.items()})

    def enable(self, can: bool) -> None:
        """Whether the steps can be switched off: an input of the network has been through all of them."""
        for switch, _ in self._switches.values():
            switch.setEnabled(can)

    def show_prediction(self, prediction: Prediction, stages: Stages) -> None:
        self.ink.show_pixels(stages.ink)
        self.crop.show_pixels(stages.ink, stages.crop if self.steps.crop else None)
        self.scaled.show_pixels(stages.scaled)
        self.input_view.show_pixels(stages.centred)

    def omitted(self) -> str:
        """Which steps are switched off, such as "without cropping and scaling"; "" where none is."""
        words = [omitted for switch, omitted in self._switches.values() if not switch.isChecked()]
        if not words:
            return ""
        return tr("without {0}", and_list(words))

    @Slot()
    def _switched(self) -> None:
        self._update_text()
        self.changed.emit()

    def _update_text(self) -> None:
        text = tr(
            "MNIST's digits were cropped, scaled to 20 × 20 and centred by mass. Switch a step off and see what the "
            "network predicts then."
        )
        if self.steps != ALL_STEPS:
            text = tr(
                "The bars of the other colour are the prediction {0}. Most programs that recognise digits badly leave "
                "this out.",
                self.omitted(),
            )
        self._text.setText(text)
