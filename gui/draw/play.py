"""Play: the drawing shifted, turned, scaled and shaken by sliders, to see what the answer stands."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSlider, QVBoxLayout, QWidget

from engine.pose import Pose, posed
from gui.cards import label
from gui.draw.drawing import DrawingModel
from gui.i18n import tr

# name -> (text, the slider's least and most, how many of its steps are 1 of the pose, how the pose is told)
_SLIDERS = {
    "right": (tr("Right"), -28, 28, 2, "{:+.1f}"),
    "down": (tr("Down"), -28, 28, 2, "{:+.1f}"),
    "turn": (tr("Turn"), -180, 180, 1, "{:+.0f}°"),
    "scale": (tr("Scale"), -20, 20, 10, "{:.0%}"),
    "noise": (tr("Shake"), 0, 20, 10, "{:.1f}"),
}


class Play(QWidget):
    """Moves the strokes of a DrawingModel. Whatever is drawn anew is where it is: the sliders go back to nothing.

    Signals:
        moved: the pose has changed.
    """

    moved = Signal()

    def __init__(self, model: DrawingModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("play")
        self._model = model
        self._sliders: dict[str, QSlider] = {}
        self._values: dict[str, QLabel] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        for row, (name, (text, least, most, _, _)) in enumerate(_SLIDERS.items()):
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
        below = QHBoxLayout()
        below.addWidget(self._said, 1)
        below.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 8, 0, 0)
        whole.setSpacing(10)
        whole.addLayout(grid)
        whole.addLayout(below)
        whole.addStretch()
        model.changed.connect(self._follow)
        self._follow()

    @property
    def pose(self) -> Pose:
        """What the sliders say."""
        at = {name: slider.value() / _SLIDERS[name][3] for name, slider in self._sliders.items()}
        # Twice as far to the right is twice as large, to the left half as large.
        return Pose(at["right"], at["down"], at["turn"], 2 ** at["scale"], at["noise"])

    @Slot()
    def _slid(self) -> None:
        self._tell()
        if self._model.unmoved:
            self._model.move(posed(self._model.unmoved, self.pose))
            self.moved.emit()

    @Slot()
    def _reset(self) -> None:
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
            value.setText(_SLIDERS[name][4].format(getattr(pose, name)))
        can = self._sliders["right"].isEnabled()
        self._back.setEnabled(can and pose != Pose())
        if self._model.content.picture is not None:
            text = tr("A picture has no strokes to move: draw a digit.")
        elif not can:
            text = tr("Draw a digit, then move it about: what does the answer stand?")
        else:
            text = tr(
                "Place and size change nothing, because the ink is cut out, scaled and centred first: leave that out "
                "on the first page, and they do. Turning and shaking always count."
            )
        self._said.setText(text)
