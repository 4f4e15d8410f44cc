"""Fixtures for the tests of the Learn tab and its lessons."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from opened_lesson import OpenedLesson

    from gui.learn.learn_tab import LearnTab


@pytest.fixture
def learn(settings, theme, qtbot) -> "LearnTab":
    """A visible Learn tab with temporary settings."""
    from opened_lesson import made_learn_tab

    return made_learn_tab(settings, theme, qtbot)


@pytest.fixture
def open_lesson(settings, qtbot, request: pytest.FixtureRequest) -> Callable[[str], "OpenedLesson"]:
    """Opens a lesson by its name; the tab opens with it."""
    from opened_lesson import OpenedLesson

    def opened(name: str) -> OpenedLesson:
        settings.keep("learn/lesson", name)
        return OpenedLesson(request.getfixturevalue("learn"), name, qtbot)

    return opened
