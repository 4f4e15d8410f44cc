"""The lesson on softmax: its tasks, the book's numbers, and scores that are dragged and typed."""

import warnings

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from engine.book import softmax

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def opened(open_lesson):
    return open_lesson("softmax_overflow")


def _type(opened, name: str, text: str) -> None:
    field = opened.find(QLineEdit, f"{name}-field")
    QTest.mouseClick(field, LEFT)
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def _choose(opened, example: str) -> None:
    QTest.mouseClick(opened.find(QPushButton, f"example-{example}"), LEFT)


def _shown(opened, name: str) -> float:
    """The number of a cell with all of its digits, from its tool tip."""
    return float(opened.find(QWidget, name).toolTip().split(": ")[1].removesuffix("</span>"))


def test_what_happens_to_the_others(opened) -> None:
    opened.choose("others", "They stay as they are.")
    assert not opened.solved("others")
    opened.choose("others", "All of them fall.")
    assert opened.solved("others")


def test_the_naive_softmax_overflows(opened) -> None:
    _choose(opened, "1")
    assert not opened.solved("overflow"), "the scores are above 800"
    _choose(opened, "2")
    _type(opened, "score-1", "709")
    assert not opened.solved("overflow")
    _type(opened, "score-1", "-3000")
    _type(opened, "score-0", "-2000")
    assert not opened.solved("overflow"), "every exp is 0: that is no overflow"
    _type(opened, "score-1", "710")
    assert opened.solved("overflow")
    note = opened.find(QLabel, "softmax-note").text()
    assert "exp(710)" in note


def test_an_overflow_of_the_sum_alone_counts(opened) -> None:
    for index in range(3):
        _type(opened, f"score-{index}", "709.5")
    assert [_shown(opened, f"naive-{index}") for index in range(3)] == [0, 0, 0]
    assert opened.find(QLabel, "softmax-note").text().startswith("The sum of the exp is more than a float64 can hold")
    assert opened.solved("overflow")


def test_a_temperature_of_10_makes_1_2_of_10_20(opened) -> None:
    _choose(opened, "2")
    assert not opened.solved("temperature"), "these are the scores 1, 2"
    _choose(opened, "3")
    _type(opened, "temperature", "100")
    assert not opened.solved("temperature")
    _type(opened, "temperature", "10")
    assert opened.solved("temperature")
    assert "temperature" in opened.find(QLabel, "softmax-note").text()


def test_the_answer_stays_when_all_scores_change(opened) -> None:
    _type(opened, "score-0", "1.3")
    _type(opened, "score-1", "3.9")
    assert not opened.solved("shift"), "one is as it was"
    _type(opened, "score-2", "6")
    assert not opened.solved("shift")
    _type(opened, "score-2", "5")
    assert opened.solved("shift")


def test_a_number_is_added_to_all_scores(opened) -> None:
    _choose(opened, "1")
    before = opened.lesson.results()[1]
    _type(opened, "shift", "-990")
    assert opened.lesson.scores.tolist() == [20, 10, 0]
    assert opened.lesson.results()[1].tolist() == before.tolist()
    assert opened.solved("shift")
    _type(opened, "shift", "0.3")
    assert opened.lesson.scores.tolist() == [1010.3, 1000.3, 990.3]


def test_the_numbers_of_large_scores(opened) -> None:
    _choose(opened, "1")
    assert [_shown(opened, f"softmax-{i}") for i in range(3)] == pytest.approx(
        [9.99954600e-01, 4.53978686e-05, 2.06106005e-09], rel=1e-8
    )
    assert all(np.isnan(_shown(opened, f"naive-{i}")) for i in range(3))
    assert opened.find(QWidget, "naive-0").accessibleName() == "softmax_naive, score 0: nan"
    opened.settle()
    assert any("overflow" in sentence for sentence, _ in opened.page.trace.warnings)
    assert opened.value("y") == "[nan, nan, nan]"
    assert opened.value("return") == "[0.99995, 4.5398e-05, 2.0611e-09]"
    opened.page.grab()


def test_the_numbers_of_small_scores(opened) -> None:
    _choose(opened, "2")
    for kind in ("naive", "softmax"):
        assert [_shown(opened, f"{kind}-{i}") for i in range(2)] == pytest.approx([0.26894142, 0.73105858], abs=5e-9)
    assert [_shown(opened, f"ratio-{i}") for i in range(2)] == pytest.approx([1 / 3, 2 / 3])
    _choose(opened, "3")
    assert _shown(opened, "softmax-0") == pytest.approx(4.53978687e-05, rel=1e-8)
    assert [_shown(opened, f"ratio-{i}") for i in range(2)] == pytest.approx([1 / 3, 2 / 3])


def test_the_temperature_divides_the_scores(opened) -> None:
    _choose(opened, "3")
    _type(opened, "temperature", "10")
    assert [_shown(opened, f"softmax-{i}") for i in range(2)] == pytest.approx([0.26894142, 0.73105858], abs=5e-9)
    assert opened.run_cell().splitlines()[1] == "[0.26894142 0.73105858]"


def test_ten_scores_are_dragged(opened) -> None:
    _choose(opened, "ten")
    QApplication.processEvents()
    bar = opened.find(QWidget, "score-bar-9")
    assert bar.isVisible()
    start = QPoint(bar.width() // 2, bar.height() // 2)
    before = opened.lesson.results()[1]
    QTest.mousePress(bar, LEFT, pos=start)
    QTest.mouseMove(bar, start + QPoint(bar.width() // 4, 0))
    QTest.mouseRelease(bar, LEFT, pos=start + QPoint(bar.width() // 4, 0))
    after = opened.lesson.results()[1]
    assert opened.lesson.scores[9] > 4
    assert after[9] > before[9]
    assert (after[:9] < before[:9]).all()
    _choose(opened, "0")
    assert len(opened.lesson.scores) == 3
    assert not bar.isVisible()


def test_a_bar_goes_to_the_end_of_its_scale_and_the_scale_grows(opened) -> None:
    bar = opened.find(QWidget, "score-bar-0")
    for _ in range(2):
        centre = QPoint(bar.width() // 2, 5)
        QTest.mousePress(bar, LEFT, pos=centre)
        QTest.mouseMove(bar, centre + QPoint(5000, 0))
        QTest.mouseRelease(bar, LEFT, pos=centre + QPoint(5000, 0))
    assert opened.lesson.scores[0] > 5


@pytest.mark.parametrize(
    ("scores", "word"),
    [
        (("-1", "1", "0"), "sum of the scores is 0"),
        (("-2000", "-2000", "-2000"), "0 by 0"),
        (("-1", "2", "3"), "below 0"),
        # All shares are between 0 and 1.
        (("-1", "-2", "-3"), "add up to 1"),
    ],
)
def test_extreme_scores(opened, scores: tuple[str, ...], word: str) -> None:
    for index, text in enumerate(scores):
        _type(opened, f"score-{index}", text)
    assert word in opened.find(QLabel, "softmax-note").text()
    assert np.isfinite(opened.lesson.results()[1]).all()
    opened.page.grab()


def test_what_is_typed_is_clamped(opened) -> None:
    _type(opened, "score-0", "1e300")
    _type(opened, "score-1", "nonsense")
    assert opened.lesson.scores.tolist() == [3000, 2.9, 4]
    opened.reset()
    assert opened.lesson.scores.tolist() == [0.3, 2.9, 4]


@pytest.mark.parametrize("example", ["0", "1", "2", "3", "ten"])
def test_the_cell_prints_both(opened, example: str) -> None:
    _choose(opened, example)
    with warnings.catch_warnings():
        # As in the notebook: exp overflows.
        warnings.simplefilter("ignore", RuntimeWarning)
        printed = opened.run_cell()
    naive, stable = printed.replace("\n ", " ").strip().splitlines()
    assert ("nan" in naive) is (example == "1")
    assert np.array(stable.strip("[]").split(), float) == pytest.approx(softmax(opened.lesson.scores), rel=1e-6)
