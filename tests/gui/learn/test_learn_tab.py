"""The Learn tab: lessons, tasks, progress, and what is remembered."""

import time

import numpy as np
import pytest
import shiboken6
from opened_lesson import OpenedLesson, made_learn_tab
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from engine.book import perceptron, softmax_naive
from gui.learn import catalogue, learn_tab, lesson_list, lesson_text, progress
from gui.learn.catalogue import Entry
from gui.learn.lesson import Lesson, LessonContext
from gui.learn.lesson_text import parse_lesson

LEFT = Qt.MouseButton.LeftButton
TEXTS = """
chapter = {chapter}
title = "{name}"
text = "Some **words**."
takeaway = "One sentence."
[[formulas]]
latex = 'a + b'
spoken = "a plus b"
[[tasks]]
name = "large"
text = "Make it large."
hint = "Above 5."
[[tasks]]
name = "which"
text = "Which?"
options = ["first", "second"]
answer = 1
hint = "Not the first one."
explanation = "It is the second."
[[tasks]]
name = "count"
text = "How many?"
number = 45360
tolerance = 0.5
hint = "Multiply."
explanation = "It is a product."
"""


class Numbers(Lesson):
    """A lesson with one number."""

    shown = (softmax_naive, perceptron)

    def __init__(self, context: LessonContext) -> None:
        super().__init__(context)
        self.number, self.runs, self.seconds = 1.0, 0, 0.0
        self.working = False

    @property
    def checks(self):
        return {"large": lambda: self.number > 5}

    def set(self, number: float) -> None:
        self.number = number
        self.changed.emit()

    def run(self) -> None:
        self.runs += 1
        time.sleep(self.seconds)
        softmax_naive(np.array([self.number, 0.0]))
        if self.number < 0:
            raise ValueError("below 0")

    def cell(self) -> str:
        return f"from engine.book import softmax_naive\n\nprint(softmax_naive([{self.number}, 0]))\n"

    def reset(self) -> None:
        self.set(1.0)

    @property
    def busy(self) -> bool:
        return self.working


@pytest.fixture
def lessons(monkeypatch: pytest.MonkeyPatch) -> tuple[Entry, ...]:
    """Two lessons, of two chapters."""
    entries = (Entry("one", "chapter2", "Numbers"), Entry("two", "chapter3", "Numbers"))
    texts = {
        name: parse_lesson(TEXTS.format(name=name, chapter=chapter), name)
        for chapter, name in enumerate(("one", "two"), start=2)
    }
    monkeypatch.setattr(Entry, "load", lambda entry: Numbers)
    for module in (catalogue, learn_tab, lesson_list, progress):
        monkeypatch.setattr(module, "LESSONS", entries)
    for module in (learn_tab, lesson_list, lesson_text):
        monkeypatch.setattr(module, "lesson_text", texts.__getitem__)
    return entries


@pytest.fixture
def opened(lessons, open_lesson) -> OpenedLesson:
    return open_lesson("one")


def titles(opened: OpenedLesson) -> list[str]:
    found = opened.tab.list.list
    return [found.item(i).text() for i in range(found.count())]


def spoken(opened: OpenedLesson, row: int) -> str:
    return opened.tab.list.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole)


# -- the list


def test_lessons_are_listed_by_chapter_and_made_when_they_are_opened(opened: OpenedLesson) -> None:
    assert titles(opened) == ["2 Perceptron", "one", "3 Neural networks", "two"]
    assert list(opened.tab.pages) == ["one"]
    QTest.keyClick(opened.tab.list.list, Qt.Key.Key_Down)
    assert list(opened.tab.pages) == ["one", "two"]
    assert opened.tab.page.name == "two"
    first = opened.page
    QTest.keyClick(opened.tab.list.list, Qt.Key.Key_Up)
    assert opened.tab.page is first


def test_the_last_lesson_is_opened_again(opened: OpenedLesson, settings, theme, qtbot) -> None:
    opened.tab.open("two")
    other = made_learn_tab(settings, theme, qtbot)
    assert other.page.name == "two"
    settings.keep("learn/lesson", "retired")
    assert made_learn_tab(settings, theme, qtbot).page.name == "one"


def test_in_a_narrow_tab_the_list_is_in_a_drawer(opened: OpenedLesson) -> None:
    tab = opened.tab
    assert not tab.page.lessons.isVisible()
    tab.resize(690, 340)
    opened.wait_until(tab.page.lessons.isVisible)
    assert not tab.list.isVisible()
    QTest.mouseClick(tab.page.lessons, LEFT)
    assert tab.list.isVisible()
    item = tab.list.list.item(3)
    QTest.mouseClick(tab.list.list.viewport(), LEFT, pos=tab.list.list.visualItemRect(item).center())
    assert tab.page.name == "two"
    assert not tab.list.isVisible()
    assert tab.page.lessons.isVisible()
    tab.resize(1200, 600)
    opened.wait_until(tab.list.isVisible)
    assert not tab.page.lessons.isVisible()


def test_what_had_the_focus_may_be_deleted_while_the_drawer_is_open(opened: OpenedLesson) -> None:
    tab = opened.tab
    tab.resize(690, 340)
    opened.wait_until(tab.page.lessons.isVisible)
    button = QPushButton(tab)
    button.show()
    button.setFocus()
    tab.page.lessons.click()
    assert tab.list.isVisible()
    shiboken6.delete(button)
    tab.resize(1200, 600)
    opened.wait_until(tab.list.isVisible)
    assert tab.list.window() is tab.window()


def test_the_open_lesson_is_in_view_in_the_list(learn, qtbot) -> None:
    def visible() -> bool:
        found = learn.list.list
        return found.viewport().rect().contains(found.visualItemRect(found.currentItem()))

    learn.resize(690, 340)
    learn.open("points_playground")
    for _ in range(2):
        QTest.mouseClick(learn.page.lessons, LEFT)
        qtbot.waitUntil(visible)
        learn.list.list.verticalScrollBar().setValue(0)
        QTest.keyClick(learn.list.list, Qt.Key.Key_Escape)
        assert not learn.list.isVisible()


@pytest.mark.parametrize("size", [(692, 300), (1072, 560), (1900, 900)])
def test_everything_beside_the_figure_is_within_reach(opened: OpenedLesson, size: tuple[int, int]) -> None:
    opened.tab.resize(*size)
    QApplication.processEvents()
    for name in ("lesson-text", "formula", "lesson-takeaway", "code", "lesson-copy", "task-which-option-1"):
        widget = opened.find(QWidget, name)
        opened.page.reveal(widget)
        assert not widget.visibleRegion().isEmpty(), name
    assert opened.lesson.width() >= 0.5 * opened.page.width() - 40


# -- tasks


def test_the_figure_solves_a_task_after_a_change(opened: OpenedLesson) -> None:
    assert not opened.solved("large")
    opened.lesson.set(3)
    assert not opened.solved("large")
    opened.lesson.set(6)
    assert opened.solved("large")
    assert opened.find(QLabel, "task-large-mark").text() == "✓"
    assert "Task 1" in opened.find(QLabel, "task-large-mark").accessibleName()
    assert opened.find(QLabel, "lesson-message").text() == "Task 1 is solved"
    assert "1 of 3" in opened.find(QLabel, "tasks-count").text()
    # It stays solved.
    opened.lesson.set(3)
    assert opened.solved("large")


def test_first_values_that_would_solve_a_task_do_not(lessons, open_lesson, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Numbers, "checks", property(lambda lesson: {"large": lambda: True}))
    opened = open_lesson("one")
    assert not opened.solved("large")
    opened.lesson.set(2)
    assert opened.solved("large")


def test_a_question_with_options(opened: OpenedLesson) -> None:
    opened.choose("which", "first")
    assert not opened.solved("which")
    assert "not the answer yet" in opened.reply("which")
    opened.choose("which", "second")
    assert opened.solved("which")
    assert opened.reply("which") == "It is the second."
    assert not opened.find(QPushButton, "task-which-option-0").isEnabled()


@pytest.mark.parametrize("text", ["45360", "45,360", "45 360", " 45360.4 ", "45360,4", "4.536e4"])
def test_a_question_with_a_number(opened: OpenedLesson, text: str) -> None:
    opened.type_answer("count", "39760")
    assert "not the answer yet" in opened.reply("count")
    for text_without_number in ("many", "nan", "4_5", ""):
        opened.type_answer("count", text_without_number)
        assert "number" in opened.reply("count")
    assert not opened.solved("count")
    opened.type_answer("count", text)
    assert opened.solved("count")
    assert opened.reply("count") == "It is a product."
    assert opened.find(QLineEdit, "task-count-answer").isReadOnly()


def test_a_hint_is_shown_and_hidden(opened: OpenedLesson) -> None:
    assert opened.hint("which") == "Not the first one."
    assert opened.hint("which") == ""


def test_by_keyboard_a_question_is_answered(opened: OpenedLesson) -> None:
    option = opened.find(QPushButton, "task-which-option-1")
    option.setFocus()
    QTest.keyClick(option, Qt.Key.Key_Space)
    assert opened.solved("which")


@pytest.mark.parametrize(("name", "task"), [("which-option-0", "Which?"), ("count-answer", "How many?")])
def test_a_screen_reader_reads_the_question_with_its_controls(opened: OpenedLesson, name: str, task: str) -> None:
    assert opened.find(QWidget, f"task-{name}").accessibleDescription() == task
    hint = opened.find(QPushButton, f"task-{name.split('-')[0]}-hint")
    assert hint.accessibleName().startswith("Hint for task")
    assert hint.accessibleDescription() == task


# -- progress


def test_progress_is_kept(opened: OpenedLesson, settings, theme, qtbot) -> None:
    opened.choose("which", "second")
    other = OpenedLesson(made_learn_tab(settings, theme, qtbot), "one", qtbot)
    assert other.solved("which")
    assert not other.solved("count")
    assert other.reply("which") == "It is the second."
    assert spoken(other, 1) == "one: 1 of 3 tasks solved"


def test_progress_is_reset_and_the_reset_is_undone(opened: OpenedLesson) -> None:
    reset = opened.tab.findChild(QPushButton, "reset-progress")
    assert not reset.isEnabled()
    opened.choose("which", "second")
    opened.type_answer("count", "45360")
    QTest.mouseClick(reset, LEFT)
    assert spoken(opened, 1) == "one: 0 of 3 tasks solved"
    assert not opened.solved("which")
    assert opened.reply("which") == ""
    assert opened.find(QPushButton, "task-which-option-0").isEnabled()
    assert opened.find(QLineEdit, "task-count-answer").text() == ""
    QTest.mouseClick(reset, LEFT)
    assert spoken(opened, 1) == "one: 2 of 3 tasks solved"
    assert opened.solved("which")
    assert opened.solved("count")
    # Once another task is solved, the next click resets again.
    QTest.mouseClick(reset, LEFT)
    opened.lesson.set(6)
    assert opened.solved("large")
    QTest.mouseClick(reset, LEFT)
    assert spoken(opened, 1) == "one: 0 of 3 tasks solved"


def test_what_other_versions_have_kept_does_no_harm(lessons, settings, theme, qtbot) -> None:
    settings.keep("learn/solved/one", "which retired ünknown")
    opened = OpenedLesson(made_learn_tab(settings, theme, qtbot), "one", qtbot)
    assert opened.solved("which")
    assert "1 of 3" in opened.find(QLabel, "tasks-count").text()
    assert spoken(opened, 1) == "one: 1 of 3 tasks solved"


def test_a_task_that_was_reset_is_not_solved_again_without_a_change(opened: OpenedLesson) -> None:
    reset = opened.tab.findChild(QPushButton, "reset-progress")
    opened.lesson.set(6)
    assert opened.solved("large")
    QTest.mouseClick(reset, LEFT)
    opened.tab.open("two")
    opened.tab.open("one")
    assert not opened.solved("large")
    QTest.mouseClick(reset, LEFT)
    assert opened.solved("large")
    QTest.mouseClick(reset, LEFT)
    opened.lesson.set(7)
    assert opened.solved("large")


# -- the code


def test_copy_puts_the_cell_on_the_clipboard(opened: OpenedLesson) -> None:
    opened.lesson.set(2.5)
    copy = opened.find(QPushButton, "lesson-copy")
    opened.page.reveal(copy)
    QTest.mouseClick(copy, LEFT)
    assert QGuiApplication.clipboard().text() == opened.lesson.cell()
    assert "2.5" in opened.lesson.cell()
    assert opened.find(QLabel, "lesson-copied").text() == "Copied"


def test_the_code_shows_values_warnings_and_errors(opened: OpenedLesson) -> None:
    code, problem = opened.page.code, opened.find(QLabel, "lesson-problem")
    opened.page.reveal(code)
    opened.wait_until(lambda: "=" in code.toPlainText())
    assert "exp_a = [2.7183, 1]" in code.toPlainText().replace(" (2,)", "")
    assert problem.isHidden()
    opened.lesson.set(1000)
    opened.settle()
    assert "⚠ exp_a (2,) = [inf, 1]" in code.toPlainText()
    assert "RuntimeWarning: overflow encountered in exp, in: exp_a = np.exp(a)" in problem.text()
    opened.lesson.set(-1)
    opened.settle()
    assert "⚠" not in code.toPlainText()
    assert problem.text() == "ValueError: below 0"
    opened.reset()
    opened.settle()
    assert problem.isHidden()


@pytest.mark.parametrize("width", [700, 1100, 1900])
@pytest.mark.parametrize("number", [1.0, 1000.0, -123456.789])
def test_no_line_of_the_code_is_clipped_and_nothing_moves(opened: OpenedLesson, width: int, number: float) -> None:
    opened.tab.resize(width, 600)
    QApplication.processEvents()
    code = opened.page.code
    opened.page.reveal(code)
    QApplication.processEvents()
    height, width = code.height(), code.document().idealWidth()
    assert width <= code.viewport().width() + 1
    opened.lesson.set(number)
    opened.settle()
    QApplication.processEvents()
    assert code.height() == height == code.sizeHint().height()
    assert code.document().idealWidth() <= code.viewport().width() + 1
    assert code.document().size().height() <= code.height()


@pytest.mark.parametrize("height", [150, 900])
def test_the_code_scrolls_itself_where_it_has_less_room(opened: OpenedLesson, height: int) -> None:
    code = opened.page.code
    code.setParent(None)
    code.resize(600, height)
    code.show()
    opened.wait_until(lambda: code.verticalScrollBar().isVisible() == (height < code.sizeHint().height()))
    assert code.document().idealWidth() <= code.viewport().width() + 1
    text = code.document().size().height()
    assert code.verticalScrollBar().maximum() >= text - code.viewport().height() - 1
    code.close()
    code.deleteLater()


def test_code_that_is_out_of_view_gets_its_values_when_it_is_scrolled_into_view(opened: OpenedLesson) -> None:
    opened.tab.resize(1100, 250)
    QApplication.processEvents()
    code = opened.page.code
    assert code.visibleRegion().isEmpty()
    opened.lesson.set(4)
    opened.settle()
    assert "= [4, 0]" not in code.toPlainText()
    opened.page.reveal(code)
    opened.wait_until(lambda: "= [4, 0]" in code.toPlainText())


def test_keys_scroll_past_the_code(opened: OpenedLesson) -> None:
    opened.tab.resize(1100, 250)
    QApplication.processEvents()
    code = opened.page.code
    opened.page.reveal(opened.find(QWidget, "lesson-copy"))
    code.setFocus()
    for _ in range(20):
        QTest.keyClick(code, Qt.Key.Key_PageDown)
    assert not opened.find(QWidget, "lesson-takeaway").visibleRegion().isEmpty()
    for _ in range(20):
        QTest.keyClick(code, Qt.Key.Key_PageUp)
    assert not opened.find(QWidget, "lesson-text").visibleRegion().isEmpty()


def test_while_values_change_the_code_runs_ten_times_a_second(opened: OpenedLesson) -> None:
    before, start = opened.lesson.runs, time.monotonic()
    number = 0.0
    while time.monotonic() < start + 0.5:
        number += 0.001
        opened.lesson.set(number)
        QApplication.processEvents()
    assert 2 <= opened.lesson.runs - before <= 7
    # The last change is followed, too.
    opened.settle()
    assert opened.value("a") == f"[{number:.5g}, 0]"


def test_a_hidden_lesson_does_not_run(opened: OpenedLesson) -> None:
    opened.tab.open("two")
    before = opened.lesson.runs
    opened.lesson.set(6)
    QTest.qWait(150)
    assert opened.lesson.runs == before
    opened.tab.open("one")
    assert opened.solved("large")


# -- formulas, closing


def test_a_formula_is_painted_and_read_out(opened: OpenedLesson, theme) -> None:
    formula = opened.find(QWidget, "formula")
    assert formula.accessibleName() == "a plus b"
    opened.wait_until(lambda: formula.complete)
    width = formula.sizeHint().width()
    opened.page.reveal(formula)
    for choice in ("light", "dark"):
        theme.choose(choice)
        QApplication.processEvents()
        image = formula.grab().toImage()
        ink, ground = theme.colour("text").rgb(), image.pixel(0, 0)
        colours = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
        assert ink in colours - {ground}
    theme.set_scale(2.0)
    QApplication.processEvents()
    assert formula.sizeHint().width() == pytest.approx(2 * width, rel=0.1)
    theme.set_scale(1.0)


def test_closing_waits_for_a_lesson(opened: OpenedLesson, qtbot) -> None:
    opened.wait_until(lambda: not opened.tab.busy)
    opened.lesson.working = True
    opened.tab.shut_down()
    assert opened.tab.busy
    with qtbot.waitSignal(opened.tab.ended):
        opened.lesson.working = False
    assert not opened.tab.busy


def test_the_code_keeps_its_font_in_every_zoom(open_lesson, theme) -> None:
    opened = open_lesson("perceptron_line")
    theme.style(opened.tab)
    code = opened.page.code
    font = code.document().defaultFont()
    theme.set_scale(1.8)
    zoomed = code.document().defaultFont()
    theme.set_scale(1.0)
    assert zoomed.family() == font.family() != code.font().family()
    assert zoomed.pointSizeF() == pytest.approx(1.8 * font.pointSizeF(), abs=0.1)
