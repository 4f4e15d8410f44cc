"""Transform: sliders that shift, rotate, scale, thicken and jitter the drawing, to see how robust the prediction is."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QSlider

from engine.explain.shift_map import ShiftMap, shift_map
from engine.i18n import tr, tr_noop
from engine.ink.pose import Pose, apply_pose
from gui.draw.pages.page import ExplanationPage, PageContext
from gui.draw.pages.shift_map_view import ShiftMapView, shifts_text
from gui.widgets.cards import button, column, label, row, slider
from gui.widgets.form_controls import follow_font


class _Range(NamedTuple):
    """A slider: its positions, the number that a position stands for, and how this is formatted."""

    title: str
    least: int
    most: int
    number: Callable[[int], float]
    text: str


_SLIDERS = {
    "right": _Range(tr_noop("Right"), -28, 28, lambda position: position / 2, "{:+.1f}"),
    "down": _Range(tr_noop("Down"), -28, 28, lambda position: position / 2, "{:+.1f}"),
    "rotate": _Range(tr_noop("Rotate"), -180, 180, float, "{:+.0f}°"),
    # As far to the left as to the right means half as large and twice as large.
    "scale": _Range(tr_noop("Scale"), -20, 20, lambda position: 2 ** (position / 10), "{:.0%}"),
    "thickness": _Range(tr_noop("Thickness"), -10, 10, lambda position: 2 ** (position / 10), "{:.0%}"),
    "jitter": _Range(tr_noop("Jitter"), 0, 20, lambda position: position / 10, "{:.1f}"),
}


class TransformPage(ExplanationPage):
    """Transforms the strokes of a DrawingModel. When something is drawn, the sliders go back to 0."""

    KIND, DELAY_MS = "transform", 200

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._model = context.model
        self.shifts = ShiftMapView(context.theme)
        self._sliders: dict[str, QSlider] = {}
        self._labels: dict[str, QLabel] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        for i, (name, values) in enumerate(_SLIDERS.items()):
            made = slider(f"transform-{name}", tr(values.title), values.least, values.most)
            made.setPageStep(max((values.most - values.least) // 8, 1))
            made.valueChanged.connect(self._slider_moved)
            number = label("", "muted")
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            follow_font(number, partial(_make_room, number))
            for place, widget in enumerate((label(tr(values.title)), made, number)):
                grid.addWidget(widget, i, place)
            self._sliders[name], self._labels[name] = made, number
        grid.setColumnStretch(1, 1)
        self._reset_button = button(tr("Reset"), "transform-reset", self._reset_drawing)
        self._text = label("", "muted", "transform-text", wrap=True)
        self._map_text = label("", "muted", "shift-map-text", wrap=True)
        left = column(grid, self._text, None, (self._reset_button, 0, Qt.AlignmentFlag.AlignLeft))
        right = column((self.shifts, 1), self._map_text, spacing=6)
        whole = row((left, 3), (right, 2), spacing=16)
        whole.setContentsMargins(0, 8, 0, 0)
        self.setLayout(whole)
        self._model.changed.connect(self._model_changed)
        self._model_changed()

    # -- the map of shifts

    def _forget(self) -> None:
        self._show_map(None)

    def _update(self) -> None:
        if self.shifts.map is None:
            self._show_map(None)

    @Slot()
    def _explain(self) -> None:
        if self._prediction is not None and self._prediction.digit is not None:
            image = self._prediction.stages.centred
            self._request(lambda network, keep_going: shift_map(network, image, keep_going=keep_going), self._show_map)

    def _show_map(self, found: ShiftMap | None) -> None:
        prediction = self._prediction
        digit = prediction.digit if prediction is not None and prediction.sure else None
        self.shifts.show_map(found, digit)
        text = ""
        if found is not None:
            text = shifts_text(found, digit)
        elif prediction is not None and prediction.digit is not None:
            text = tr("The prediction for every shift by up to 8 pixels.")
        self._map_text.setText(text)

    # -- the sliders

    def _number(self, name: str) -> float:
        return _SLIDERS[name].number(self._sliders[name].value())

    @property
    def pose(self) -> Pose:
        """How the drawing is shifted, rotated, scaled and jittered."""
        return Pose(*(self._number(name) for name in ("right", "down", "rotate", "scale", "jitter")))

    @property
    def thickness(self) -> float:
        """The factor of the strokes' width."""
        return self._number("thickness")

    @Slot()
    def _slider_moved(self) -> None:
        self._update_texts()
        if self._model.original:
            self._model.transform(apply_pose(self._model.original, self.pose), self.thickness)

    def _reset_drawing(self) -> None:
        # The button is disabled then, and would pass the focus on to any widget.
        if self._reset_button.hasFocus():
            self._sliders["right"].setFocus()
        original = self._model.original
        self._reset_sliders()
        if original:
            self._model.transform(original)

    @Slot()
    def _model_changed(self) -> None:
        """For another drawing, the sliders start at 0."""
        content = self._model.content
        can = bool(content.strokes) and self._model.running is None
        if not can or self._model.original is content.strokes:
            self._reset_sliders()
        for each in self._sliders.values():
            each.setEnabled(can)
        self._update_texts()

    def _reset_sliders(self) -> None:
        for each in self._sliders.values():
            with QSignalBlocker(each):
                each.setValue(0)

    def _update_texts(self) -> None:
        for name, number in self._labels.items():
            number.setText(_SLIDERS[name].text.format(self._number(name)))
        can = self._sliders["right"].isEnabled()
        self._reset_button.setEnabled(can and any(each.value() for each in self._sliders.values()))
        if self._model.content.image is not None:
            text = tr("An image has no strokes to transform: draw a digit.")
        elif not can:
            text = tr("Draw a digit, then transform it: when does the prediction change?")
        else:
            text = tr(
                "Position and size change nothing, because the ink is cropped, scaled and centred first: switch that "
                "off on the first page, and they do. Rotation, thickness and jitter always count."
            )
        self._text.setText(text)
        self.setToolTip(text)


def _make_room(number: QLabel) -> None:
    number.setMinimumWidth(number.fontMetrics().horizontalAdvance("+180°  "))
