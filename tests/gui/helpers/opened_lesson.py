"""A lesson in a real Learn tab, for the tests of lessons: its tasks are answered by clicks and keys."""

import contextlib
import io
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from engine.types import FloatArray
from gui.learn.learn_tab import LearnTab
from gui.learn.lesson import Lesson, LessonContext, no_drawing
from gui.learn.lesson_page import LessonPage
from gui.settings import Settings
from gui.theme import Theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

W = TypeVar("W", bound=QWidget)


class OpenedLesson:
    """Attributes:
    tab, page, lesson: the real ones.
    """

    def __init__(self, tab: LearnTab, name: str, qtbot: "QtBot") -> None:
        self.tab, self._qtbot = tab, qtbot
        self.page: LessonPage = tab.open(name)
        self.lesson: Lesson = self.page.lesson
        self.settle()

    def find(self, kind: type[W], name: str) -> W:
        """A widget of the page by its object name."""
        found = self.page.findChild(kind, name)
        assert found is not None, f"there is no {kind.__name__} named {name}"
        return found

    def settle(self) -> None:
        """Wait until the code and the tasks follow the last change."""
        self._qtbot.waitUntil(lambda: not self.page.pending)

    def wait_until(self, condition: Callable[[], bool], timeout: int = 5000) -> None:
        """Run the event loop until a condition is True."""
        self._qtbot.waitUntil(condition, timeout=timeout)

    # -- tasks

    def solved(self, task: str) -> bool:
        """Whether a task is marked as solved, once the page has followed the last change."""
        self.settle()
        view = self.page.tasks.views[task]
        kept = task in self.tab.progress.solved(self.page.name)
        assert view.done == kept, "the mark differs from what is kept"
        return view.done

    def choose(self, task: str, option: str) -> None:
        """Click the option with this text."""
        options = self.page.tasks.views[task].task.options
        self._click(self.find(QPushButton, f"task-{task}-option-{options.index(option)}"))

    def type_answer(self, task: str, text: str) -> None:
        """Type a number as the answer, then Return."""
        field = self.find(QLineEdit, f"task-{task}-answer")
        self.page.reveal(field)
        field.clear()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def hint(self, task: str) -> str:
        """Click the hint button, and give the hint on view."""
        self._click(self.find(QPushButton, f"task-{task}-hint"))
        return self.page.tasks.views[task].hint

    def reply(self, task: str) -> str:
        """What the page said to the last answer, or ""."""
        return self.page.tasks.views[task].reply

    def reset(self) -> None:
        """Click Reset."""
        self._click(self.find(QPushButton, "lesson-reset"))

    def _click(self, button: QPushButton) -> None:
        self.page.reveal(button)
        assert button.isVisible()
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    # -- code

    def run_cell(self) -> str:
        """Run the code that Copy gives, in a fresh namespace; returns what it prints."""
        return run_cell(self.lesson.cell())

    def value(self, name: str) -> str:
        """The text of the last value that the code view shows for a variable ("return" for what was returned)."""
        self.settle()
        values = [found[name] for found in self.page.trace.values.values() if name in found]
        assert values, f"no value of {name} is on view"
        return values[-1].text


def run_cell(code: str) -> str:
    """Run code in a fresh namespace; returns what it prints."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "cell", "exec"), {})
    return printed.getvalue()


def made_learn_tab(
    settings: Settings,
    theme: Theme,
    qtbot: "QtBot",
    size: tuple[int, int] = (1100, 600),
    drawing: Callable[[], FloatArray | None] = no_drawing,
) -> LearnTab:
    """A visible Learn tab, which is shut down at the end of the test."""

    def shut_down(tab: LearnTab) -> None:
        tab.shut_down()
        qtbot.waitUntil(lambda: not tab.busy, timeout=20_000)

    tab = LearnTab(settings, LessonContext(theme, drawing))
    qtbot.addWidget(tab, before_close_func=shut_down)
    tab.resize(*size)
    with qtbot.waitExposed(tab):
        tab.show()
    # Shortcuts and focus need it.
    tab.activateWindow()
    return tab
