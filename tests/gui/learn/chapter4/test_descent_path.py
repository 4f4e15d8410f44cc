"""The lesson on gradient descent: its tasks, the book's numbers, and the path."""

import numpy as np
import pytest
from figure_events import drag, type_number
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSlider

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def opened(open_lesson):
    return open_lesson("descent_path")


def last(opened) -> np.ndarray:
    return opened.lesson.path[opened.lesson.steps]


def test_the_books_converging_path(opened) -> None:
    assert opened.lesson.start.tolist() == [-3, 4]
    assert not opened.solved("converge")
    type_number(opened, "rate", "0.1")
    np.testing.assert_allclose(last(opened), [-6.11110793e-10, 8.14814391e-10], rtol=1e-8)
    assert opened.solved("converge")
    assert opened.run_cell() == "[-6.11110793e-10  8.14814391e-10]\n"
    assert "It converges" in opened.find(QLabel, "descent-summary").text()
    assert opened.value("x").startswith("[-6.111")


def test_the_books_exploding_path(opened) -> None:
    type_number(opened, "rate", "10")
    np.testing.assert_allclose(last(opened), [-2.58983747e13, -1.29524862e12], rtol=1e-8)
    assert opened.solved("explode")
    assert "x + h and f are rounded so much" in opened.find(QLabel, "descent-summary").text()
    assert opened.run_cell() == "[-2.58983747e+13 -1.29524862e+12]\n"


def test_the_books_crawling_path(opened) -> None:
    type_number(opened, "rate", "1e-10")
    np.testing.assert_allclose(last(opened), [-2.99999994, 3.99999992], rtol=1e-9)
    assert opened.solved("crawl")
    assert "It crawls" in opened.find(QLabel, "descent-summary").text()
    assert opened.run_cell() == "[-2.99999994  3.99999992]\n"


@pytest.mark.parametrize(
    ("rate", "task", "sentence"),
    [
        ("0.01", None, "on its way"),
        ("0.5", "converge", "converges"),
        ("0.98", None, "to the other side"),
        ("1", None, "to the other side"),
        ("1.02", None, "explodes"),
        ("1.1", "explode", "explodes"),
        ("0.00004", "crawl", "crawls"),
    ],
)
def test_other_learning_rates(opened, rate: str, task: str | None, sentence: str) -> None:
    type_number(opened, "rate", rate)
    assert [name for name in ("converge", "crawl", "explode") if opened.solved(name)] == ([task] if task else [])
    assert sentence in opened.find(QLabel, "descent-summary").text()


def test_a_start_at_the_minimum_solves_nothing(opened) -> None:
    for name in ("x0", "x1"):
        type_number(opened, name, "0")
    for rate in ("0.1", "1e-10", "10"):
        type_number(opened, "rate", rate)
        assert not any(opened.solved(name) for name in ("converge", "crawl", "explode"))
    opened.lesson.grab()


def test_one_step_is_enough(opened) -> None:
    opened.type_answer("one_step", "0.1")
    assert not opened.solved("one_step")
    opened.type_answer("one_step", "0.5")
    assert opened.solved("one_step")
    type_number(opened, "rate", "0.5")
    type_number(opened, "steps", "1")
    np.testing.assert_allclose(last(opened), 0, atol=1e-9)


def test_the_start_is_dragged_and_moved_by_keys(opened) -> None:
    plane = opened.lesson.plot.plane
    drag(plane, (-3, 4), (2, -3))
    assert opened.lesson.start == pytest.approx([2, -3], abs=0.1)
    assert opened.find(QLineEdit, "x0-field").text() == f"{opened.lesson.start[0]:.2f}"
    before = opened.lesson.start
    QTest.keyClick(plane, Qt.Key.Key_Right)
    assert opened.lesson.start == pytest.approx([before[0] + 0.25, before[1]])
    np.testing.assert_array_equal(opened.lesson.path[0], opened.lesson.start)


def test_the_slider_sets_the_learning_rate(opened) -> None:
    slider = opened.find(QSlider, "rate-slider")
    slider.setValue(slider.minimum())
    assert opened.lesson.rate == 1e-10
    slider.setValue(slider.maximum())
    assert opened.lesson.rate == 10
    type_number(opened, "rate", "0.1")
    assert slider.value() == -20
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert opened.lesson.rate == pytest.approx(0.11)


def test_steps_are_dragged_and_the_converged_path_needs_its_steps(opened) -> None:
    type_number(opened, "steps", "20")
    type_number(opened, "rate", "0.1")
    assert not opened.solved("converge")
    progress = opened.lesson.progress
    drag(progress, progress.points[0].position, (90, -5))
    assert opened.lesson.steps == pytest.approx(90, abs=2)
    assert opened.solved("converge")
    assert opened.value("step_num") == str(opened.lesson.steps)


def test_play_goes_step_by_step_and_stops(opened, learn) -> None:
    play = opened.find(QPushButton, "play")
    QTest.mouseClick(play, LEFT)
    assert opened.lesson.playing
    assert opened.lesson.steps == 0
    opened.wait_until(lambda: opened.lesson.steps >= 3)
    QTest.mouseClick(play, LEFT)
    assert not opened.lesson.playing
    type_number(opened, "steps", "98")
    QTest.mouseClick(play, LEFT)
    opened.wait_until(lambda: not opened.lesson.playing)
    assert opened.lesson.steps == 100
    QTest.mouseClick(play, LEFT)
    learn.hide()
    assert not opened.lesson.playing


def test_extreme_values(opened) -> None:
    for name, text in (("x0", "1e300"), ("x1", "-1e300"), ("rate", "0"), ("rate", "1e9"), ("steps", "1e9")):
        type_number(opened, name, text)
        opened.lesson.grab()
    assert opened.lesson.start.tolist() == [5, -5]
    assert opened.lesson.rate == 10
    assert opened.lesson.steps == 100
    for name, text in (("steps", "-1"), ("rate", "nan"), ("x0", "")):
        type_number(opened, name, text)
    assert opened.lesson.steps == 0
    assert opened.run_cell() == "[ 5. -5.]\n"


def test_reset(opened) -> None:
    type_number(opened, "rate", "3")
    type_number(opened, "x0", "1")
    type_number(opened, "steps", "7")
    QTest.mouseClick(opened.find(QPushButton, "play"), LEFT)
    opened.reset()
    assert not opened.lesson.playing
    assert (opened.lesson.start.tolist(), opened.lesson.rate, opened.lesson.steps) == ([-3, 4], 0.01, 100)
    assert opened.find(QSlider, "rate-slider").value() == -40
