"""The texts of a lesson, from assets/lessons/LANGUAGE/NAME.toml."""

import functools
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

from gui.localization import localized
from gui.theme import ASSETS

_MOST_WORDS = 120
T = TypeVar("T")


class LessonTextError(Exception):
    """A lesson's file is not as it has to be: a mistake of its author."""


@dataclass(frozen=True)
class Formula:
    """A formula to be set.

    Attributes:
        spoken: how it is read out.
    """

    latex: str
    spoken: str


@dataclass(frozen=True)
class Task:
    """A task: a question with ``options``, one with a ``number``, or else one that the figure decides.

    Attributes:
        name: of the check in the lesson's class, and of the task in the settings.
        answer: the index of the right option.
        number: the right number, within ``tolerance``.
        explanation: shown after the right answer.
    """

    name: str
    text: str
    hint: str
    options: tuple[str, ...] = ()
    answer: int | None = None
    number: float | None = None
    tolerance: float = 0.0
    explanation: str = ""

    @property
    def by_figure(self) -> bool:
        """Whether the figure decides."""
        return not self.options and self.number is None

    def accepts(self, number: float) -> bool:
        """Whether a number answers the question."""
        return self.number is not None and abs(number - self.number) <= self.tolerance


@dataclass(frozen=True)
class LessonText:
    """Attributes:
    chapter: 2 to 7; 0 for the playground.
    text: Markdown.
    takeaway: one sentence.
    """

    chapter: int
    title: str
    text: str
    takeaway: str
    formulas: tuple[Formula, ...]
    tasks: tuple[Task, ...]


def lesson_text(name: str) -> LessonText:
    """The texts of a lesson in the language of the window. Any thread may call it.

    Raises:
        LessonTextError: the file is not as it has to be.
    """
    return read_lesson(localized(ASSETS / "lessons", f"{name}.toml"))


@functools.cache
def read_lesson(file: Path) -> LessonText:
    """The texts in a file.

    Raises:
        LessonTextError: the file is not as it has to be.
    """
    return parse_lesson(file.read_text(encoding="utf-8"), file.stem)


def parse_lesson(toml: str, name: str) -> LessonText:
    """The texts in the contents of a file.

    Args:
        name: of the lesson, for the error.

    Raises:
        LessonTextError: the file is not as it has to be.
    """
    try:
        found: dict[str, Any] = tomllib.loads(toml)
        found["formulas"] = tuple(_made(Formula, each) for each in found.get("formulas", ()))
        found["tasks"] = tuple(_made(Task, each) for each in found.get("tasks", ()))
        text = _made(LessonText, found)
        _check(text)
    except (ValueError, TypeError, AttributeError) as error:
        raise LessonTextError(f"{name}: {error}") from error
    return text


def _made(kind: type[T], values: dict[str, Any]) -> T:
    unknown = set(values) - {field.name for field in fields(kind)}  # type: ignore[arg-type]
    _demand(not unknown, f"unknown: {', '.join(sorted(unknown))}")
    if "options" in values:
        values["options"] = tuple(values["options"])
    return kind(**{key: value.strip() if isinstance(value, str) else value for key, value in values.items()})


def _check(text: LessonText) -> None:
    _demand(text.chapter in (0, *range(2, 8)), f"chapter {text.chapter}")
    _demand(bool(text.title and text.text and text.takeaway), "title, text or takeaway is empty")
    words = len(text.text.split())
    _demand(words <= _MOST_WORDS, f"the text has {words} words, more than {_MOST_WORDS}")
    # Japanese has a full stop of its own, and no space after it.
    sentences = [each for each in text.takeaway.replace("。", ". ").split(". ") if each]
    _demand(len(sentences) == 1 and text.takeaway.endswith((".", "。")), "the takeaway is not one sentence")
    _demand(len(text.tasks) >= 2, "fewer than two tasks")
    _demand(len({task.name for task in text.tasks}) == len(text.tasks), "two tasks have one name")
    for formula in text.formulas:
        _demand(bool(formula.latex and formula.spoken), "a formula is empty, or has no text for screen readers")
    for task in text.tasks:
        _check_task(task)


def _check_task(task: Task) -> None:
    name = f"task {task.name}"
    _demand(bool(task.name and task.text and task.hint), f"{name}: name, text or hint is empty")
    _demand(not any(each.isspace() for each in task.name), f"{name}: a space in the name")
    _demand(task.number is None or type(task.number) in (int, float), f"{name}: the number is none")
    _demand(not (task.options and task.number is not None), f"{name}: has options and a number")
    _demand(bool(task.explanation) != task.by_figure, f"{name}: a question, and only a question, has an explanation")
    _demand(bool(task.options) == (task.answer is not None), f"{name}: options without an answer, or the reverse")
    if task.answer is not None:
        _demand(len(task.options) >= 2, f"{name}: fewer than two options")
        _demand(0 <= task.answer < len(task.options), f"{name}: the answer is none of the options")
        _demand(len(set(task.options)) == len(task.options), f"{name}: two options are the same")
    _demand(task.tolerance >= 0, f"{name}: tolerance below 0")


def _demand(right: bool, problem: str) -> None:
    if not right:
        raise ValueError(problem)
