"""The lesson on numerical differentiation: its tasks, its numbers and their causes."""

import math

import numpy as np
import pytest
from figure_events import click, drag, type_number
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from engine.book import numerical_diff, numerical_diff_naive

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def opened(open_lesson):
    return open_lesson("numerical_differentiation")


def test_the_best_h_is_found_by_dragging(opened) -> None:
    assert not opened.solved("best")
    click(opened, "method-1")
    errors = opened.lesson.errors
    drag(errors, errors.points[0].position, (-5.2, -10.0))
    assert 1e-6 < opened.lesson.measured.h < 1e-4
    assert opened.solved("best")
    assert opened.find(QLineEdit, "h-field").text() == f"{opened.lesson.measured.h:.2g}".replace("e-0", "e-")


@pytest.mark.parametrize("change", ["method-0", "kind-1", "example-2"])
def test_only_the_central_difference_of_sin_in_float64_counts(opened, change: str) -> None:
    click(opened, "method-1")
    click(opened, change)
    type_number(opened, "h", "1e-5")
    assert not opened.solved("best")


def test_an_h_that_is_too_small(opened) -> None:
    type_number(opened, "h", "1e-15")
    assert not opened.solved("zero")
    type_number(opened, "h", "1e-16")
    assert opened.solved("zero")
    assert "exactly 0" in opened.find(QLabel, "difference-reason").text()
    assert opened.value("return") == "0"


def test_the_hint_helps_after_the_first_task(opened) -> None:
    click(opened, "method-1")
    type_number(opened, "h", "1e-16")
    # Below 1 the numbers are closer to each other: x - h is not x.
    assert not opened.solved("zero")
    assert "Choose Forward" in opened.hint("zero")
    click(opened, "method-0")
    assert opened.solved("zero")


@pytest.mark.parametrize(
    ("central", "x", "h", "sentence"),
    [
        (0, "1", "0.1", "Half of h gives about half of the error."),
        (1, "1", "0.1", "Half of h gives about a quarter of the error."),
        # There the curve does not bend.
        (0, "0", "0.1", "Half of h gives about a quarter of the error."),
        (1, "1", "1e-5", "agree in 4 of their 16 digits. These digits cancel: the derivative has only the others."),
        (0, "1", "1e-15", "agree in 15 of their 16 digits. These digits cancel: the derivative has only the others."),
    ],
)
def test_the_cause_of_the_error(opened, central: int, x: str, h: str, sentence: str) -> None:
    click(opened, f"method-{central}")
    type_number(opened, "x", x)
    type_number(opened, "h", h)
    assert opened.find(QLabel, "difference-reason").text().endswith(sentence)


def test_where_the_tangent_is_flat_zero_does_not_count(opened) -> None:
    type_number(opened, "x", "1.5707963267948966")
    type_number(opened, "h", "1e-16")
    assert not opened.solved("zero")


def test_the_question_about_integers(opened) -> None:
    opened.choose("integers", "3.0001")
    assert not opened.solved("integers")
    opened.choose("integers", "3")
    assert opened.solved("integers")
    assert "np.array([3.0, 4.0])" in opened.reply("integers")


def test_what_an_integer_array_keeps(opened) -> None:
    click(opened, "kind-2")
    type_number(opened, "x", "3")
    type_number(opened, "h", "1e-4")
    assert opened.lesson.measured.ends == (3, 3)
    assert opened.lesson.measured.result() == 0
    click(opened, "method-1")
    assert opened.lesson.measured.ends == (2, 3)
    assert opened.lesson.measured.result() == pytest.approx((math.sin(3) - math.sin(2)) / 2e-4)
    sentence = opened.find(QLabel, "difference-reason").text()
    assert sentence == "An integer array keeps no fraction: 3.0001 is stored as 3, and 2.9999 as 2."
    # The function of the book refuses them, and the code on view says so.
    opened.settle()
    assert opened.page.trace.error.startswith("ValueError: x must hold floating point numbers, not int64")
    assert float(opened.run_cell().split()[0]) == opened.lesson.measured.result()


def test_x_is_dragged_along_the_curve(opened) -> None:
    curve = opened.lesson.curve
    drag(curve, curve.points[0].position, (-2.0, 0.0))
    assert opened.lesson.measured.x == pytest.approx(-2, abs=0.05)
    assert opened.find(QLineEdit, "x-field").text() == f"{opened.lesson.measured.x:.2f}"
    curve.setFocus(Qt.FocusReason.TabFocusReason)
    x = opened.lesson.measured.x
    QTest.keyClick(curve, Qt.Key.Key_Right)
    assert opened.lesson.measured.x == pytest.approx(x + 0.2)


@pytest.mark.parametrize(("central", "kind", "best"), [(0, 0, 1e-8), (1, 0, 1e-5), (0, 1, 1e-3), (1, 1, 1e-2)])
def test_the_error_falls_and_then_rounding_takes_over(opened, central: int, kind: int, best: float) -> None:
    click(opened, f"method-{central}")
    click(opened, f"kind-{kind}")
    hs = np.logspace(-16, 0, 65)
    errors = opened.lesson.measured.errors(hs)
    assert errors[0] > 1e-3
    assert errors[-1] > 1e-3
    assert abs(math.log10(hs[errors.argmin()] / best)) <= 2
    # Half of h: half of the error, or a quarter.
    large = opened.lesson.measured.errors(np.array([0.2, 0.1]))
    assert large[0] / large[1] == pytest.approx(4 if central else 2, rel=0.1)


def test_the_numbers_are_those_of_the_book(opened) -> None:
    click(opened, "example-2")

    def function_1(x: float) -> float:
        return 0.01 * x**2 + 0.1 * x

    for central, difference in enumerate((numerical_diff_naive, numerical_diff)):
        click(opened, f"method-{central}")
        for h in ("0.5", "1e-4", "1e-11"):
            type_number(opened, "h", h)
            assert opened.lesson.measured.result() == difference(function_1, 5.0, float(h))
            assert float(opened.run_cell().split()[0]) == opened.lesson.measured.result()
    assert opened.lesson.measured.exact == pytest.approx(0.2)


@pytest.mark.parametrize("kind", range(3))
@pytest.mark.parametrize("example", range(3))
def test_extreme_values(opened, example: int, kind: int) -> None:
    click(opened, f"kind-{kind}")
    click(opened, f"example-{example}")
    for name, text in (("x", "1e300"), ("h", "0"), ("x", "-1e300"), ("h", "5"), ("x", "0"), ("h", "nan")):
        type_number(opened, name, text)
        for view in (1, 0):
            click(opened, f"view-{view}")
            opened.lesson.grab()
        assert opened.run_cell()
    assert 1e-16 <= opened.lesson.measured.h <= 1


def test_reset(opened) -> None:
    for name in ("kind-2", "example-1", "method-1", "view-1"):
        click(opened, name)
    type_number(opened, "h", "1e-9")
    opened.reset()
    measured = opened.lesson.measured
    assert (measured.kind, measured.central, measured.x, measured.h) == ("float64", False, 1.0, 1.0)
    assert opened.lesson.curve.isVisible()
    assert opened.find(QPushButton, "kind-0").isChecked()
    assert opened.find(QLineEdit, "h-field").text() == "1"
