"""The lesson about the cost of gradients: both are measured with the functions of the book."""

from pathlib import Path

import numpy as np
import pytest
from opened_lesson import OpenedLesson
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from engine.book import TwoLayerNet
from gui.learn.chapter4 import gradient_timing
from gui.learn.chapter4.gradient_cost import ITERATIONS, NOTEBOOK
from gui.learn.chapter4.gradient_timing import parameter_count
from gui.learn.chapter4.time_bars import TimeBar, TimeBars, time_text

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def opened(open_lesson) -> OpenedLesson:
    """Without MNIST."""
    made = open_lesson("gradient_cost")
    made.wait_until(lambda: not made.lesson.busy, timeout=30_000)
    return made


def text(opened: OpenedLesson, name: str) -> str:
    return opened.find(QLabel, f"cost-{name}").text()


def type_number(opened: OpenedLesson, name: str, value: str) -> None:
    field = opened.find(QLineEdit, f"cost-{name}-field")
    QTest.mouseClick(field, LEFT)
    QTest.keyClicks(field, value)
    QTest.keyClick(field, Qt.Key.Key_Return)


def click_measure(opened: OpenedLesson) -> None:
    QTest.mouseClick(opened.find(QPushButton, "cost-measure"), LEFT)


def measure(opened: OpenedLesson) -> None:
    click_measure(opened)
    opened.wait_until(lambda: not opened.lesson.busy, timeout=60_000)


def times(opened: OpenedLesson) -> list[str]:
    return opened.find(QWidget, "cost-bars").accessibleDescription().splitlines()


def test_both_are_measured_and_scaled_to_the_training_of_the_book(opened: OpenedLesson) -> None:
    assert ITERATIONS == 10_000
    assert times(opened) == []
    assert not opened.solved("measure")
    measure(opened)
    timing = opened.lesson.timing
    assert (timing.parameters, timing.measured, timing.complete) == (39_760, 50, True)
    assert timing.numerical == timing.per_parameter * 39_760
    # More than rounding where an input of a ReLU changes its sign.
    assert timing.difference < 1e-3
    assert timing.numerical > 100 * timing.backpropagation
    shown = [each.partition(": ")[2] for each in times(opened)]
    seconds = (timing.per_parameter, timing.numerical, 10_000 * timing.numerical)
    assert shown[:3] == [f"{time_text(seconds[0])}, measured", *map(time_text, seconds[1:])]
    assert shown[3:] == [
        f"{time_text(timing.backpropagation)}, measured",
        time_text(10_000 * timing.backpropagation),
    ]
    assert opened.solved("measure")
    assert "times faster" in text(opened, "sentence")


def test_the_numbers_of_the_book_and_of_the_notebook(opened: OpenedLesson) -> None:
    assert text(opened, "count") == "39,760 parameters: one numerical gradient calculates 79,520 losses."
    assert parameter_count(50) == sum(W.size for W in TwoLayerNet(784, 50, 10).params.values()) == 39_760
    assert time_text(NOTEBOOK) == "54 min 46.8 s"
    opened.type_answer("parameters", "39700")
    assert not opened.solved("parameters")
    opened.type_answer("parameters", "39760")
    assert opened.solved("parameters")
    opened.choose("double", "about 2 times")
    assert not opened.solved("double")
    opened.choose("double", "about 4 times")
    assert opened.solved("double")


def test_other_numbers_do_not_solve_the_task_and_forget_the_times(opened: OpenedLesson) -> None:
    type_number(opened, "hidden", "20")
    type_number(opened, "measured", "5")
    measure(opened)
    assert opened.lesson.timing.parameters == 784 * 20 + 20 + 20 * 10 + 10
    assert not opened.solved("measure")
    type_number(opened, "batch", "7")
    assert opened.lesson.timing is None
    assert times(opened) == []
    opened.reset()
    assert opened.find(QLineEdit, "cost-hidden-field").text() == "50"


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [("hidden", "0", 1), ("hidden", "1e9", 200), ("batch", "-1", 1), ("batch", "nan", 100), ("measured", "inf", 50)],
)
def test_impossible_numbers(opened: OpenedLesson, name: str, typed: str, value: int) -> None:
    type_number(opened, name, typed)
    assert opened.find(QLineEdit, f"cost-{name}-field").text() == str(value)
    opened.settle()
    assert not opened.page.trace.error


def test_more_parameters_than_there_are_of_a_small_network(opened: OpenedLesson) -> None:
    type_number(opened, "hidden", "1")
    type_number(opened, "measured", "2000")
    type_number(opened, "batch", "1")
    measure(opened)
    timing = opened.lesson.timing
    assert (timing.parameters, timing.measured) == (805, 805)
    assert timing.complete


def test_it_is_stopped_by_its_button_and_by_hiding_the_lesson(opened: OpenedLesson) -> None:
    type_number(opened, "measured", "2000")
    type_number(opened, "batch", "1000")
    for stop in (lambda: click_measure(opened), opened.tab.hide):
        click_measure(opened)
        assert opened.find(QPushButton, "cost-measure").text() == "Stop"
        stop()
        assert opened.find(QPushButton, "cost-measure").text() == "Measure"
        opened.wait_until(lambda: not opened.lesson.busy, timeout=30_000)
        assert opened.lesson.timing is None or not opened.lesson.timing.complete


def test_where_the_window_stays_open_after_all_it_can_be_started_again(opened: OpenedLesson) -> None:
    type_number(opened, "measured", "2000")
    button = opened.find(QPushButton, "cost-measure")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    opened.page.shut_down()
    opened.wait_until(lambda: not opened.lesson.busy)
    assert button.text() == "Measure"


def test_the_cell_gives_the_gradient_twice(opened: OpenedLesson) -> None:
    count, *rest = opened.run_cell().split("\n", 1)
    assert count == "39760"
    numbers = [float(each) for each in rest[0].replace("[", " ").replace("]", " ").split()]
    assert numbers[:10] == pytest.approx(numbers[10:], abs=2e-6)
    x, t = opened.lesson.batch(100)
    gradient = gradient_timing.made_network(50).gradient(x, t)["b2"]
    assert numbers[10:] == pytest.approx(gradient, abs=2e-6)


def test_with_mnist_its_first_images_are_the_batch(open_lesson, shared_data: Path, monkeypatch) -> None:
    monkeypatch.setenv("DIGITLAB_MNIST", str(shared_data / "mnist"))
    opened = open_lesson("gradient_cost")
    opened.wait_until(lambda: not opened.lesson.busy, timeout=30_000)
    x, t = opened.lesson.batch(100)
    assert (x.shape, x.dtype, t[:5].tolist()) == ((100, 784), np.float64, [5, 0, 4, 1, 9])


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.000345, "0.345 ms"),
        (59.94, "59.9 s"),
        (59.96, "1 min 0.0 s"),
        (3286.8, "54 min 46.8 s"),
        (3599.97, "1 h 0 min"),
        (90_000, "25 h 0 min"),
        (320_000, "3.7 days"),
        (4e10, "1,267.5 years"),
    ],
)
def test_times_as_text(seconds: float, text: str) -> None:
    assert time_text(seconds) == text


def test_times_beyond_the_axis_are_painted(qtbot, theme) -> None:
    bars = TimeBars(theme, "bars", "Times")
    qtbot.addWidget(bars)
    bars.resize(400, 200)
    bars.show_times([TimeBar("a", "above", 1e-9, measured=True), TimeBar("b", "below", 1e15)], ("c", 1e12))
    assert not bars.grab().isNull()
