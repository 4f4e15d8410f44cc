"""Lesson: a perceptron's weights and bias, and its line in the plane."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

import numpy as np
from PySide6.QtWidgets import QDoubleSpinBox

from engine.book import perceptron
from gui.learn.lesson import Lesson, LessonContext
from gui.widgets.cards import column, label, row

POINTS = ((0, 0), (0, 1), (1, 0), (1, 1))
GATES = {"and": (0, 0, 0, 1), "nand": (1, 1, 1, 0), "or": (0, 1, 1, 1), "xor": (0, 1, 1, 0)}
_FIRST = {"w1": 1.0, "w2": -0.5, "b": 0.2}


class PerceptronLine(Lesson):
    """The line w1 x1 + w2 x2 + b = 0 through the plane of the inputs."""

    shown: ClassVar[tuple[object, ...]] = (perceptron,)

    def __init__(self, context: LessonContext) -> None:
        super().__init__(context)
        self._fields = {name: QDoubleSpinBox() for name in _FIRST}
        for name, field in self._fields.items():
            field.setObjectName(name)
            field.setAccessibleName(name)
            field.setRange(-10, 10)
            field.setDecimals(2)
            field.setSingleStep(0.1)
            field.valueChanged.connect(self._change)
        self._outputs = label(name="outputs")
        self.setLayout(column(row(*self._fields.values()), self._outputs, None))
        self.reset()

    @property
    def outputs(self) -> tuple[int, ...]:
        """y for each of POINTS."""
        w1, w2, b = (field.value() for field in self._fields.values())
        return tuple(perceptron(np.array(x), np.array([w1, w2]), b) for x in POINTS)

    @property
    def checks(self) -> dict[str, Callable[[], bool]]:
        return {name: partial(self._gives, GATES[name]) for name in ("and", "nand", "or")}

    def _gives(self, gate: tuple[int, ...]) -> bool:
        return self.outputs == gate

    def run(self) -> None:
        _ = self.outputs

    def cell(self) -> str:
        w1, w2, b = (field.value() for field in self._fields.values())
        return (
            "import numpy as np\n\nfrom engine.book import perceptron\n\n"
            f"w, b = np.array([{w1}, {w2}]), {b}\n"
            f"for x in {POINTS}:\n    print(x, perceptron(np.array(x), w, b))\n"
        )

    def reset(self) -> None:
        for name, value in _FIRST.items():
            self._fields[name].setValue(value)

    def _change(self) -> None:
        self._outputs.setText(str(self.outputs))
        self.changed.emit()
