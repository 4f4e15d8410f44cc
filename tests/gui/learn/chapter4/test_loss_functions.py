"""The lesson on loss functions: its tasks, the book's numbers, and what the curves show."""

import numpy as np
import pytest
from figure_events import click, drag, type_bar
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

LEFT = Qt.MouseButton.LeftButton
SAYS_7 = [0.1, 0.05, 0.1, 0.0, 0.05, 0.1, 0.0, 0.6, 0.0, 0.0]


@pytest.fixture
def opened(open_lesson):
    return open_lesson("loss_functions")


def shown(opened, name: str) -> str:
    return opened.find(QLabel, name).text().removeprefix("<b>").removesuffix("</b>")


def test_the_books_two_examples(opened) -> None:
    assert opened.lesson.probabilities.tolist() == SAYS_7
    assert [shown(opened, f"loss-{i}") for i in (1, 2, 3)] == ["2.3026", "0.5975", "0"]
    first, second = opened.run_cell().splitlines()
    assert first == "2.302584092994546 2.302584092994546"
    assert float(second.split()[0]) == pytest.approx(0.5975)
    # The same outputs are those for an image of a 7 that is recognised.
    click(opened, "right-answer-7")
    assert [shown(opened, f"loss-{i}") for i in (1, 2, 3)] == ["0.5108", "0.0975", "1"]
    assert float(opened.run_cell().split()[0]) == pytest.approx(0.510825457099338, rel=1e-12)
    assert not opened.solved("book")


def test_the_label_and_the_one_hot_row_give_the_same_number(opened) -> None:
    assert opened.find(QLabel, "loss-targets").text() == "2 → 2.3026\n[0 0 1 0 0 0 0 0 0 0] → 2.3026"
    assert opened.value("t") == "2"


def test_the_loss_of_the_book_is_reached(opened) -> None:
    assert not opened.solved("book")
    type_bar(opened.lesson.bars, 2, "0.6")
    assert shown(opened, "loss-1") == "0.5108"
    assert opened.solved("book")


def test_wrong_but_better(opened) -> None:
    curves = opened.lesson.curves
    drag(curves, curves.points[0].position, (0.387, 1.0))
    assert 0.36 < opened.lesson.probabilities[2] < 0.4
    assert shown(opened, "loss-3") == "0"
    # The accuracy does not change with a small step, cross entropy does.
    assert shown(opened, "slope-3") == "0"
    assert float(shown(opened, "slope-1").replace("−", "-")) == pytest.approx(-2.6, abs=0.2)
    assert opened.solved("better")
    drag(curves, curves.points[0].position, (0.5, 1.0))
    assert shown(opened, "loss-3") == "1"


def test_right_but_unsure(opened) -> None:
    click(opened, "all-equal")
    assert shown(opened, "loss-1") == "2.3026"
    assert not opened.solved("unsure")
    assert shown(opened, "slope-3") == "none"
    type_bar(opened.lesson.bars, 2, "0.12")
    assert opened.solved("unsure")
    assert shown(opened, "slope-3") == "0"
    assert shown(opened, "loss-3") == "1"


def test_the_question(opened) -> None:
    opened.choose("notice", "Both")
    assert not opened.solved("notice")
    opened.choose("notice", "Only the cross entropy")
    assert opened.solved("notice")


def test_a_bar_is_dragged_and_the_sum_stays_1(opened) -> None:
    bars = opened.lesson.bars
    x = round(bars.cell_rect(3).center().x())
    QTest.mousePress(bars, LEFT, pos=QPoint(x, bars.height() // 2))
    QTest.mouseMove(bars, QPoint(x, bars.height() // 3))
    QTest.mouseRelease(bars, LEFT, pos=QPoint(x, bars.height() // 3))
    assert opened.lesson.probabilities[3] > 0.4
    assert opened.lesson.probabilities.sum() == pytest.approx(1)
    assert opened.lesson.probabilities[7] / opened.lesson.probabilities[0] == pytest.approx(6)


def test_keys_move_the_point(opened) -> None:
    curves = opened.lesson.curves
    QTest.mouseClick(curves.viewport(), LEFT, pos=curves.pixel(*curves.points[0].position).toPoint())
    before = opened.lesson.probabilities[2]
    QTest.keyClick(curves, Qt.Key.Key_Right)
    assert opened.lesson.probabilities[2] == pytest.approx(before + 1.06 / 40, abs=1e-3)


@pytest.mark.parametrize("value", ["0", "1", "1e-9", "5", "-1"])
def test_extreme_values(opened, value: str) -> None:
    type_bar(opened.lesson.bars, 2, value)
    opened.lesson.grab()
    loss = float(shown(opened, "loss-1"))
    assert loss == pytest.approx(-np.log(opened.lesson.probabilities[2] + 1e-7), abs=1e-4)
    assert np.isfinite(float(shown(opened, "slope-1").replace("−", "-")))
    assert opened.run_cell()


def test_a_certain_right_answer_costs_nothing(opened) -> None:
    type_bar(opened.lesson.bars, 2, "1")
    assert shown(opened, "loss-1") == "0.0000"
    assert opened.find(QLabel, "loss-targets").text() == "2 → 0.0000\n[0 0 1 0 0 0 0 0 0 0] → 0.0000"


def test_a_certain_wrong_answer_costs_much_but_not_infinity(opened) -> None:
    type_bar(opened.lesson.bars, 7, "1")
    assert shown(opened, "loss-1") == "16.1181"
    assert shown(opened, "loss-2") == "1.0000"
    # From there, the point raises the right answer again.
    type_bar(opened.lesson.bars, 2, "1")
    type_bar(opened.lesson.bars, 2, "0.1")
    assert opened.lesson.probabilities.tolist() == pytest.approx([0.1] * 10)


def test_reset(opened) -> None:
    click(opened, "all-equal")
    click(opened, "right-answer-5")
    opened.reset()
    assert opened.lesson.t == 2
    assert opened.lesson.probabilities.tolist() == SAYS_7
    assert shown(opened, "loss-1") == "2.3026"
