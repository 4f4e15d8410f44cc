"""Lesson: activation functions, their slopes, and why layers need one that is not linear."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from PySide6.QtCore import Slot

from engine.book import identity_function, numerical_diff, relu, relu_grad, sigmoid, sigmoid_grad, step_function
from engine.i18n import tr, tr_noop
from engine.types import FloatArray
from gui.learn.lesson import Lesson, LessonContext
from gui.learn.parts.draggable_number import DraggableNumber
from gui.learn.parts.function_graph import Curve, FunctionGraph
from gui.learn.parts.number_format import short_number
from gui.widgets.cards import column, label, row
from gui.widgets.form_controls import keep_lines
from gui.widgets.segmented_control import SegmentedControl

_X, _FARTHEST, _DECIMALS = 1.0, 1000.0, 2
_WEIGHTS, _MOST_WEIGHT = (2.0, 1.5, 0.5), 4.0
_ACROSS, _LAYERS_ACROSS = (-6.0, 6.0), (-3.0, 3.0)
# Of the plane's width: half the length of the tangent.
_TANGENT = 0.2


@dataclass(frozen=True)
class _Activation:
    """An activation function.

    Attributes:
        code: how it is called in code.
        slope: of an array (n,); None where engine.book has none: then numerical_diff measures it.
        up: what is shown of the axis upwards.
    """

    title: str
    code: str
    function: Callable[[FloatArray], FloatArray]
    slope: Callable[[FloatArray], FloatArray] | None = None
    up: tuple[float, float] = (-1.3, 1.3)

    def slope_at(self, x: FloatArray) -> FloatArray:
        """The slopes at (n,); nan at the edge of the step, which has none."""
        if self.function is step_function:
            return np.where(x == 0, math.nan, 0.0)
        return numerical_diff(self.function, x) if self.slope is None else self.slope(x)  # type: ignore[arg-type,return-value]


ACTIVATIONS = (
    _Activation(tr_noop("step"), "step_function", step_function),
    _Activation("sigmoid", "sigmoid", sigmoid, sigmoid_grad),
    _Activation("ReLU", "relu", relu, relu_grad, (-2.0, 6.0)),
    _Activation("tanh", "np.tanh", np.tanh),
    _Activation(tr_noop("identity"), "identity_function", identity_function, up=_ACROSS),
)
_FIRST = 1


class ActivationFunctions(Lesson):
    """A function with its slope at an x; or three layers z = h(c x), one after the other.

    Attributes:
        activation, view: the choices.
        graph: with the x that is moved.
    """

    shown: ClassVar[tuple[object, ...]] = (step_function, sigmoid, sigmoid_grad, relu, relu_grad, identity_function)

    def __init__(self, context: LessonContext) -> None:
        super().__init__(context)
        theme = context.theme
        self.activation = SegmentedControl("activation", "h(x)", [tr(each.title) for each in ACTIVATIONS])
        self.activation.choose(_FIRST)
        self.view = SegmentedControl("activation-view", tr("What is shown"), (tr("One function"), tr("Three layers")))
        self._x = DraggableNumber(theme, "x", "x", _X, -_FARTHEST, _FARTHEST, _DECIMALS, step=0.1, span=12)
        self._weights = [
            DraggableNumber(theme, f"c{i}", f"c{i}", weight, -_MOST_WEIGHT, _MOST_WEIGHT, _DECIMALS)
            for i, weight in enumerate(_WEIGHTS, start=1)
        ]
        self.graph = FunctionGraph(
            theme, "activations", tr("Activation function"), "x", "y", _ACROSS, ACTIVATIONS[_FIRST].up, _X
        )
        self._tangent = self.graph.plane.add_line("accent", 0.6)
        self._note = label("", "muted", "activation-note", wrap=True)
        keep_lines(self._note, 2)
        choices = row(self.view, self._x, None, spacing=12)
        controls = column(row(self.activation, None), choices, row(*self._weights, None, spacing=12), spacing=6)
        self.setLayout(column(controls, (self.graph, 1), self._note, spacing=6))
        self.activation.changed.connect(self._choose)
        self.view.changed.connect(self._choose)
        self.graph.moved.connect(self._move)
        self._x.changed.connect(self._update)
        for each in self._weights:
            each.changed.connect(self._weight_changed)
        self._draw()

    # -- the functions

    @property
    def at_x(self) -> float:
        """Where the functions are read."""
        return self._x.value

    @property
    def weights(self) -> tuple[float, ...]:
        """c1, c2 and c3."""
        return tuple(each.value for each in self._weights)

    @property
    def chosen(self) -> _Activation:
        """The function."""
        return ACTIVATIONS[self.activation.value]

    @property
    def layered(self) -> bool:
        """Whether three layers are on view."""
        return self.view.value == 1

    def after(self, layers: int, x: FloatArray) -> FloatArray:
        """What comes out of the first 1, 2 or 3 layers; x and it have any one shape."""
        for weight in self.weights[:layers]:
            x = self.chosen.function(weight * x)
        return x

    def run(self) -> None:
        x = np.array(self.at_x)
        if self.layered:
            self.after(3, x)
            return
        for each in (step_function, sigmoid_grad, relu, relu_grad, identity_function):
            each(x)

    def cell(self) -> str:
        chosen = self.chosen
        if self.layered:
            lines = [f"for c in {list(self.weights)}:", f"    x = {chosen.code}(c * x)", "print(x)"]
            names = [chosen.code]
        elif chosen.function is step_function:
            lines, names = ["print(step_function(x))"], [chosen.code]
        elif chosen.slope is not None:
            names = [chosen.code, f"{chosen.code}_grad"]
            lines = [f"print({names[0]}(x), {names[1]}(x))"]
        else:
            names = [chosen.code, "numerical_diff"]
            lines = [f"print({chosen.code}(x), numerical_diff({chosen.code}, x))"]
        book = ", ".join(name for name in names if not name.startswith("np."))
        imports = f"import numpy as np\n\n{f'from digit_lab.engine.book import {book}' if book else ''}".strip()
        return "\n".join([imports, "", f"x = np.array({self.at_x!r})", *lines, ""])

    @property
    def checks(self) -> dict[str, Callable[[], bool]]:
        return {"collapse": self._does_nothing}

    def _does_nothing(self) -> bool:
        """Three linear layers give y = x, though none of them does so alone."""
        linear = self.layered and self.chosen.function is identity_function
        alone = any(math.isclose(weight, 1) for weight in self.weights)
        return linear and math.isclose(math.prod(self.weights), 1) and not alone

    def reset(self) -> None:
        for each, weight in zip(self._weights, _WEIGHTS, strict=True):
            each.set_value(weight)
        self._x.set_value(_X)
        self.activation.choose(_FIRST)
        self.view.choose(0)
        self._choose()

    # -- changes

    @Slot()
    def _choose(self) -> None:
        self._draw()
        self.changed.emit()

    def _move(self, x: float) -> None:
        self._x.set_value(round(x, _DECIMALS))
        self._update()

    @Slot()
    def _weight_changed(self) -> None:
        self.graph.refresh()
        self._update()

    @Slot()
    def _update(self) -> None:
        self.graph.set_x(self.at_x)
        self._explain()
        self.changed.emit()

    # -- what is shown

    def _draw(self) -> None:
        chosen = self.chosen
        for each in self._weights:
            each.setVisible(self.layered)
        if self.layered:
            self.graph.plane.set_ranges(_LAYERS_ACROSS, _LAYERS_ACROSS)
            self.graph.set_curves(
                [
                    Curve("y", lambda x: self.after(3, x), "above"),
                    Curve("z2", lambda x: self.after(2, x), "run-3"),
                    Curve("z1", lambda x: self.after(1, x), "muted"),
                    Curve("c1 c2 c3 x", lambda x: math.prod(self.weights) * x, "text", dashed=True),
                ]
            )
        else:
            self.graph.plane.set_ranges(_ACROSS, chosen.up)
            self.graph.set_curves(
                [
                    Curve(f"{tr(chosen.title)}(x)", chosen.function),
                    Curve(tr("slope"), chosen.slope_at, "above", dashed=True),
                ]
            )
        self.graph.set_x(self.at_x)
        self._explain()

    def _explain(self) -> None:
        reach = math.nan if self.layered else _TANGENT * self.graph.plane.seen.width()
        ends = np.array([-reach, reach])
        value, slope = self.graph.values[:2]
        self._tangent.set_points(self.at_x + ends, value + slope * ends)
        self._note.setText(self._layers_note() if self.layered else self._function_note())

    def _function_note(self) -> str:
        return {
            "step_function": tr(
                "Only 0 or 1. On both sides the slope is 0, at 0 there is none: a small change of a weight "
                "changes nothing."
            ),
            "sigmoid": tr("Between 0 and 1. The slope is 0.25 at most, and almost 0 far from the middle."),
            "relu": tr("0 on the left, x itself on the right. There the slope stays 1, however large x is."),
            "np.tanh": tr("Between -1 and 1, and steeper than sigmoid: in the middle the slope is 1."),
            "identity_function": tr(
                "What comes in goes out. Choose Three layers to see why hidden layers need another h."
            ),
        }[self.chosen.code]

    def _layers_note(self) -> str:
        view = self.graph.plane.seen
        y = self.after(3, np.linspace(view.left(), view.right(), 101))
        if np.ptp(y) < 1e-9:
            return tr("With these weights the result is the same for every x.")
        if self.chosen.function is not identity_function:
            return tr("The result bends. No single layer c x, the dashed line, can do this.")
        product = short_number(math.prod(self.weights))
        return tr("Three layers do what one does: c = c1 c2 c3 = {0}, the dashed line.", product)
