"""Every lesson of the catalogue: its texts, its code, its cell, and that it can be used by keyboard."""

import ast
import inspect
from pathlib import Path

import pytest
from opened_lesson import run_cell
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSpinBox, QApplication, QComboBox, QWidget

import engine.book
from gui.help.pages import PLACES, TEXTS
from gui.learn.catalogue import LESSONS, Entry
from gui.learn.formula_view import formula_svg
from gui.learn.lesson_text import lesson_text
from gui.theme import ASSETS

every_lesson = pytest.mark.parametrize("entry", LESSONS, ids=lambda entry: entry.name)


def test_every_file_of_texts_belongs_to_a_lesson() -> None:
    names = {entry.name for entry in LESSONS}
    # Lessons that are not finished yet have a line in the catalogue, too.
    planned = Path(inspect.getfile(Entry)).read_text(encoding="utf-8")
    for path in (ASSETS / "lessons").glob("*/*.toml"):
        assert path.stem in names or f'"{path.stem}"' in planned


@every_lesson
def test_the_texts_are_right_and_fit_the_class(entry: Entry, open_lesson) -> None:
    text = lesson_text(entry.name)
    assert entry.folder == (f"chapter{text.chapter}" if text.chapter else "playground")
    opened = open_lesson(entry.name)
    assert set(opened.lesson.checks) == {task.name for task in text.tasks if task.by_figure}
    # F1 finds its page by the names of widgets.
    names = {each.objectName() for each in opened.page.findChildren(QWidget)}
    assert not names & {*TEXTS, *PLACES, *(f"train-{name}" for name in TEXTS)}


@every_lesson
def test_its_formulas_are_set(entry: Entry) -> None:
    for formula in lesson_text(entry.name).formulas:
        assert formula_svg(formula.latex).startswith("<svg")


@every_lesson
def test_the_code_on_view_is_the_source_of_what_runs(entry: Entry, open_lesson) -> None:
    opened = open_lesson(entry.name)
    shown = opened.lesson.shown
    assert shown
    assert opened.page.code.source == "\n".join(inspect.getsource(each) for each in shown)
    for each in shown:
        assert each.__module__.startswith("engine.book")
        assert getattr(engine.book, each.__name__) is each
    # They are called with the values on view.
    assert opened.page.trace.values
    assert not opened.page.trace.error


@every_lesson
def test_the_cell_runs_in_a_fresh_namespace(entry: Entry, open_lesson) -> None:
    cell = open_lesson(entry.name).lesson.cell()
    assert run_cell(cell).strip()
    imported = [node for node in ast.walk(ast.parse(cell)) if isinstance(node, ast.ImportFrom)]
    assert any(node.module == "digit_lab.engine.book" for node in imported)


@every_lesson
def test_a_lesson_follows_the_theme_and_is_hidden_and_shown(entry: Entry, open_lesson, learn, theme) -> None:
    opened = open_lesson(entry.name)
    for choice in ("dark", "light"):
        theme.choose(choice)
        QApplication.processEvents()
    opened.reset()
    opened.settle()
    learn.hide()
    opened.wait_until(lambda: not opened.page.pending and not opened.lesson.isVisible())
    learn.show()
    for size in ((640, 400), (1500, 900)):
        learn.resize(*size)
        QApplication.processEvents()
    assert opened.solved(next(iter(opened.page.tasks.views))) is False


@every_lesson
def test_what_can_have_the_focus_has_a_name(entry: Entry, open_lesson) -> None:
    lesson = open_lesson(entry.name).lesson
    nameless = [
        type(each).__name__
        for each in lesson.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.isVisible()
        and not (each.accessibleName() or getattr(each, "text", lambda: "")())
        # What is inside of a list, a spin box or a plot: the whole has the name.
        and not isinstance(each.parentWidget(), QAbstractScrollArea | QAbstractSpinBox | QComboBox)
    ]
    assert nameless == []
