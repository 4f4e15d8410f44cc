"""What a lesson is: the figure in the middle of the page, and what the page around it needs to know."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engine.types import FloatArray
from gui.theme import Theme


def no_drawing() -> None:
    """A Draw tab on which nothing was drawn."""


@dataclass(frozen=True)
class LessonContext:
    """What the window gives to a lesson.

    Attributes:
        drawing: gives the network's input for what is on the canvas of the Draw tab, (28, 28) in 0..1; None if that is
            empty.
    """

    theme: Theme
    drawing: Callable[[], FloatArray | None] = no_drawing


class Lesson(QWidget):
    """The figure of a lesson, with its controls. The page around it shows the text, formulas, code and tasks.

    A lesson emits ``changed`` after every change of its values. The page then runs ``run`` under a tracer, and shows
    the values that the variables got beside the lines of ``shown``; and it asks the ``checks`` of the tasks that are
    not solved yet.

    Attributes:
        shown: the functions and classes of engine.book that ``run`` calls, in the order in which they are shown.
    """

    changed = Signal()

    shown: ClassVar[tuple[object, ...]] = ()

    def __init__(self, context: LessonContext) -> None:
        super().__init__()
        self.context = context

    @property
    def checks(self) -> dict[str, Callable[[], bool]]:
        """For the tasks that the figure decides: the name of the task -> whether it is solved now."""
        return {}

    def run(self) -> None:
        """Call the functions of ``shown`` with the values of the moment; at most some milliseconds."""

    def cell(self) -> str:
        """Python code for a notebook that computes the same with the values of the moment.

        It imports from ``digit_lab.engine``, as the package is called where it is installed.
        """
        return ""

    def reset(self) -> None:
        """Give every control its first value."""

    @property
    def busy(self) -> bool:
        """Whether anything runs in the background."""
        return False

    def shut_down(self) -> None:
        """Ask what runs in the background to end."""
