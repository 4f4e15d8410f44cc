"""The way in: what becomes of the ink before the network sees it, and what each step of it is good for."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from engine.ink.preprocess import ALL_STEPS, BOX, Stages, Steps
from engine.types import CANVAS
from gui.i18n import tr
from gui.theme import Theme
from gui.widgets.cards import label
from gui.widgets.pixel_view import PixelView
from gui.widgets.switch import Switch

_LEAST_SIDE, _MOST_SIDE, _ARROW, _LEAST_ARROW = 56, 168, 30, 12


class PreprocessingPage(QWidget):
    """Four pictures, from the ink to the network's input, and a switch for each of the three steps between.

    Signals:
        steps_changed: a step was left out, or put back.
    """

    steps_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("way-in")
        self._theme = theme
        self.ink = self._picture(theme, "stage-ink", CANVAS, tr("The ink"))
        self.crop = self._picture(theme, "stage-crop", CANVAS, tr("The ink's box"))
        self.scaled = self._picture(theme, "stage-scaled", BOX, tr("Scaled to 20 by 20"))
        self.input_view = self._picture(theme, "input-view", CANVAS, tr("The network's input"))
        self.input_view.setAccessibleDescription(tr("The drawing as the network gets it: 28 by 28 pixels, centred."))
        self._crop = self._switch("step-crop", tr("Cut out"), tr("Cut the ink out of the canvas"))
        self._scale = self._switch("step-scale", tr("Scale"), tr("Scale it to fill 20 × 20 pixels"))
        self._centre = self._switch("step-centre", tr("Centre"), tr("Put its centre of mass into the middle"))
        self._said = label("", "muted", name="steps-said")
        self._said.setWordWrap(True)

        strip = QHBoxLayout()
        strip.setSpacing(0)
        self._arrows: list[QLabel] = []
        first = label(tr("Ink"), name="stage-title")
        for head, picture in (
            (first, self.ink),
            (self._crop, self.crop),
            (self._scale, self.scaled),
            (self._centre, self.input_view),
        ):
            column = QVBoxLayout()
            column.setSpacing(6)
            column.addWidget(picture)
            column.addWidget(head, 0, Qt.AlignmentFlag.AlignHCenter)
            if strip.count():
                strip.addWidget(self._arrow(), 0, Qt.AlignmentFlag.AlignTop)
            strip.addLayout(column)
        strip.addStretch()
        whole = QVBoxLayout(self)
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        whole.setContentsMargins(0, 4, 0, 0)
        whole.setSpacing(10)
        whole.addLayout(strip)
        whole.addWidget(self._said)
        whole.addStretch()
        self._tell()

    def _picture(self, theme: Theme, name: str, n: int, accessible: str) -> PixelView:
        view = PixelView(theme, name, _LEAST_SIDE, n)
        view.setAccessibleName(accessible)
        return view

    def _switch(self, name: str, text: str, tip: str) -> Switch:
        switch = Switch(text, self._theme)
        switch.setObjectName(name)
        switch.setToolTip(tip)
        switch.setChecked(True)
        switch.toggled.connect(self._switched)
        return switch

    def _arrow(self) -> QLabel:
        arrow = label("→", "muted")
        arrow.setFixedSize(_ARROW, _LEAST_SIDE)
        arrow.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._arrows.append(arrow)
        return arrow

    def minimumSizeHint(self) -> QSize:
        """With the smallest pictures: those there are now must not keep the window from becoming smaller."""
        return QSize(4 * _LEAST_SIDE + 3 * _ARROW, _LEAST_SIDE + self._below())

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def _below(self) -> int:
        """The height that the switches and the sentence take."""
        return self._centre.sizeHint().height() + 3 * self.fontMetrics().lineSpacing() + 30

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pictures are as large as there is room for."""
        room = min((self.width() - 3 * _ARROW) // 4, self.height() - self._below())
        side = max(_LEAST_SIDE, min(_MOST_SIDE, room))
        for picture in (self.ink, self.crop, self.scaled, self.input_view):
            picture.set_side(side)
        # Some switches are wider than the pictures above them.
        columns = [side, *(max(side, switch.sizeHint().width()) for switch in (self._crop, self._scale, self._centre))]
        between = max(_LEAST_ARROW, min(_ARROW, (self.width() - sum(columns)) // 3))
        for arrow in self._arrows:
            arrow.setFixedSize(between, side)

    @property
    def steps(self) -> Steps:
        """Which steps are taken."""
        return Steps(self._crop.isChecked(), self._scale.isChecked(), self._centre.isChecked())

    def enable(self, can: bool) -> None:
        """Whether the steps are this program's to take."""
        for switch in (self._crop, self._scale, self._centre):
            switch.setEnabled(can)

    def show_stages(self, stages: Stages) -> None:
        """The four pictures of one drawing, as prepared with ``steps``."""
        self.ink.show_pixels(stages.ink)
        self.crop.show_pixels(stages.ink, stages.crop if self.steps.crop else None)
        self.scaled.show_pixels(stages.scaled)
        self.input_view.show_pixels(stages.centred)

    def left_out(self) -> str:
        """What is not done, in words; "" where all is done."""
        words = [
            word
            for switch, word in (
                (self._crop, tr("cutting out")),
                (self._scale, tr("scaling")),
                (self._centre, tr("centring")),
            )
            if not switch.isChecked()
        ]
        if not words:
            return ""
        return tr("without {0}", words[0] if len(words) == 1 else tr("{0} and {1}", ", ".join(words[:-1]), words[-1]))

    @Slot()
    def _switched(self) -> None:
        self._tell()
        self.steps_changed.emit()

    def _tell(self) -> None:
        if self.steps == ALL_STEPS:
            text = tr(
                "MNIST's digits were cut out, scaled to 20 × 20 and centred by mass before anything learned from them. "
                "Leave a step out and see what the network makes of it."
            )
        else:
            text = tr(
                "The bars of the other colour are what the network reads {0}. Most programs that misread their users "
                "leave this out.",
                self.left_out(),
            )
        self._said.setText(text)
