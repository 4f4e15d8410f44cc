"""Play: the drawing shifted, turned, scaled, thickened and shaken by sliders, to see what the answer stands."""

import numpy as np
from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSlider, QVBoxLayout, QWidget

from engine.explain import ShiftMap, shift_map
from engine.ink.pose import Pose, apply_pose
from engine.recognizer import Prediction
from gui.draw.drawing_model import DrawingModel
from gui.draw.pages.explanations import Explanations
from gui.draw.pages.shift_map_view import ShiftView
from gui.i18n import tr
from gui.theme import Theme
from gui.widgets.cards import label

_REST_MS = 200
_HIGH_ENOUGH = 200

# name -> (text, the slider's least and most, how many of its steps are 1 of the pose, how the pose is told)
_SLIDERS = {
    "right": ("Right", -28, 28, 2, "{:+.1f}"),
    "down": ("Down", -28, 28, 2, "{:+.1f}"),
    "turn": ("Turn", -180, 180, 1, "{:+.0f}°"),
    "scale": ("Scale", -20, 20, 10, "{:.0%}"),
    "thickness": ("Thickness", -10, 10, 10, "{:.0%}"),
    "noise": ("Shake", 0, 20, 10, "{:.1f}"),
}


class TransformPage(QWidget):
    """Moves the strokes of a DrawingModel. Whatever is drawn anew is where it is: the sliders go back to nothing.

    Signals:
        moved: the pose has changed.
    """

    moved = Signal()

    def __init__(
        self, model: DrawingModel, explaining: Explanations, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("play")
        self._model, self._explaining = model, explaining
        self._prediction: Prediction | None = None
        self._due = QTimer(self, singleShot=True, interval=_REST_MS)
        self._due.timeout.connect(self._ask_map)
        self.shifts = ShiftView(theme)
        self._sliders: dict[str, QSlider] = {}
        self._values: dict[str, QLabel] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        for row, (name, (english, least, most, _, _)) in enumerate(_SLIDERS.items()):
            text = tr(english)
            slider = QSlider(Qt.Orientation.Horizontal)
            slider.setObjectName(f"play-{name}")
            slider.setAccessibleName(text)
            slider.setRange(least, most)
            slider.setPageStep(max((most - least) // 8, 1))
            slider.valueChanged.connect(self._slid)
            value = label("", "muted")
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            value.setMinimumWidth(value.fontMetrics().horizontalAdvance("+180°  "))
            grid.addWidget(label(text), row, 0)
            grid.addWidget(slider, row, 1)
            grid.addWidget(value, row, 2)
            self._sliders[name], self._values[name] = slider, value
        grid.setColumnStretch(1, 1)
        self._back = QPushButton(tr("As it was"))
        self._back.setObjectName("play-back")
        self._back.setProperty("small", True)
        self._back.clicked.connect(self._reset)
        self._said = label("", "muted", name="play-said")
        self._said.setWordWrap(True)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(grid)
        left.addWidget(self._said)
        left.addStretch()
        left.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self._map_said = label("", "muted", name="shift-said")
        self._map_said.setWordWrap(True)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self.shifts, 1)
        right.addWidget(self._map_said)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 8, 0, 0)
        whole.setSpacing(16)
        whole.addLayout(left, 3)
        whole.addLayout(right, 2)
        model.changed.connect(self._follow)
        self._follow()

    def look(self, prediction: Prediction) -> None:
        """Another answer: what shifts it stands is found out once the hand rests."""
        if prediction is self._prediction:
            return
        before, self._prediction = self._prediction, prediction
        if prediction.digit is None or self.shifts.map is None or not _same_ink(prediction, before):
            self._show_map(None)
        if prediction.digit is None:
            self._due.stop()
        elif not self._due.isActive() and not self._explaining.asked("shifts"):
            # While a network is in training there is a new answer ten times a second: the last one is looked at.
            self._due.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the sliders need the room that the explanation would take; the tool tip has it."""
        self._said.setVisible(self.height() >= _HIGH_ENOUGH)

    def shut_down(self) -> None:
        """Ask for nothing more."""
        self._due.stop()

    @Slot()
    def _ask_map(self) -> None:
        if self._prediction is not None and self._prediction.digit is not None:
            picture = self._prediction.stages.centred
            self._explaining.ask(
                "shifts", lambda network, go_on: shift_map(network, picture, keep_going=go_on), self._show_map
            )

    def _show_map(self, found: ShiftMap | None) -> None:
        digit = None if self._prediction is None else self._prediction.digit
        self.shifts.show_map(found, digit)
        if found is None:
            self._map_said.setText(tr("The answer for every shift by up to 8 pixels.") if digit is not None else "")
        else:
            same = int((found.digits == digit).sum())
            self._map_said.setText(
                tr(
                    "Moved off the centre, it is still read as {0} for {1} of {2} shifts.",
                    digit,
                    same,
                    found.digits.size,
                )
            )

    @property
    def pose(self) -> Pose:
        """What the sliders say."""
        at = {name: slider.value() / _SLIDERS[name][3] for name, slider in self._sliders.items()}
        # Twice as far to the right is twice as large, to the left half as large.
        return Pose(at["right"], at["down"], at["turn"], 2 ** at["scale"], at["noise"])

    @property
    def thickness(self) -> float:
        """How many times as wide as before the lines are made."""
        return float(2 ** (self._sliders["thickness"].value() / _SLIDERS["thickness"][3]))

    @Slot()
    def _slid(self) -> None:
        self._tell()
        if self._model.unmoved:
            self._model.move(apply_pose(self._model.unmoved, self.pose), self.thickness)
            self.moved.emit()

    @Slot()
    def _reset(self) -> None:
        # The button can be pressed no more then, and would pass the focus on to wherever.
        if self._back.hasFocus():
            self._sliders["right"].setFocus()
        before = self._model.unmoved
        self._put_back()
        if before:
            self._model.move(before)
            self.moved.emit()

    @Slot()
    def _follow(self) -> None:
        """Another drawing begins where it is."""
        content = self._model.content
        can = bool(content.strokes) and self._model.running is None
        if not can or self._model.unmoved is content.strokes:
            self._put_back()
        for slider in self._sliders.values():
            slider.setEnabled(can)
        self._tell()

    def _put_back(self) -> None:
        for slider in self._sliders.values():
            slider.blockSignals(True)
            slider.setValue(0)
            slider.blockSignals(False)

    def _tell(self) -> None:
        pose = self.pose
        for name, value in self._values.items():
            at = self.thickness if name == "thickness" else getattr(pose, name)
            value.setText(_SLIDERS[name][4].format(at))
        can = self._sliders["right"].isEnabled()
        self._back.setEnabled(can and any(slider.value() for slider in self._sliders.values()))
        if self._model.content.picture is not None:
            text = tr("A picture has no strokes to move: draw a digit.")
        elif not can:
            text = tr("Draw a digit, then move it about: what does the answer stand?")
        else:
            text = tr(
                "Place and size change nothing, because the ink is cut out, scaled and centred first: leave that out "
                "on the first page, and they do. Turning, thickness and shaking always count."
            )
        self._said.setText(text)
        self.setToolTip(text)


def _same_ink(prediction: Prediction, before: Prediction | None) -> bool:
    """Is it the same drawing, which another network reads?"""
    return before is not None and np.array_equal(prediction.stages.centred, before.stages.centred)
