"""The images of a lesson."""

import threading

import pytest
from small_digits import small_sets

from gui.learn.parts.digit_source import Digits, DigitSource


def test_a_lesson_that_is_left_and_opened_again_while_it_loads_has_its_images(
    qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened_again = threading.Event()

    def load(_: object) -> tuple[Digits, str]:
        opened_again.wait(10)
        return Digits(*small_sets(), None), ""

    monkeypatch.setattr("gui.learn.parts.digit_source._load", load)
    source = DigitSource()
    qtbot.addWidget(source, before_close_func=lambda _: qtbot.waitUntil(lambda: not source.busy))
    source.load()
    source.stop_loading()
    source.load()
    opened_again.set()
    qtbot.waitUntil(lambda: source.digits is not None)
