"""The lesson about overfitting, with synthetic digits: MNIST is not in the folder of the tests."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from engine.book import Dropout
from engine.data.dataset import Dataset
from engine.errors import DigitLabError
from gui.learn.chapter6 import overfitting_gap, small_training
from gui.learn.chapter6.small_training import Choice, Run
from gui.learn.parts.digit_source import Digits

# A busy machine takes several times as long as usual.
PATIENCE = 100_000


# As long as they are kept, no lesson makes them again.
KEPT: list[Digits] = []


@pytest.fixture
def opened(open_lesson):
    made = open_lesson("overfitting_gap")
    made.wait_until(lambda: made.lesson.source.digits is not None and not made.lesson.busy, PATIENCE)
    KEPT.append(made.lesson.source.digits)
    return made


def type_number(opened, name: str, text: str) -> None:
    field = opened.find(QLineEdit, f"{name}-field")
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def start(opened) -> QPushButton:
    button = opened.find(QPushButton, "start-training")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    return button


def train_to_the_end(opened) -> Run:
    button = start(opened)
    assert button.text() == "Stop"
    opened.wait_until(lambda: button.text() == "Train" and not opened.lesson.busy, PATIENCE)
    assert opened.lesson.current.finished
    return opened.lesson.current


def text(opened, name: str) -> str:
    return opened.find(QLabel, name).text()


def test_the_gap_opens_and_weight_decay_or_dropout_closes_it(opened) -> None:
    assert text(opened, "gap-now") == "–"
    plain = train_to_the_end(opened)
    assert plain.train > 0.98
    assert opened.solved("open")
    assert not opened.solved("close")
    type_number(opened, "weight-decay", "0.07")
    decayed = train_to_the_end(opened)
    assert decayed.gap < plain.gap / 2
    assert opened.solved("close")
    assert text(opened, "gap-now") == f"{100 * decayed.gap:.1f}"
    assert text(opened, "train-before") == f"{100 * plain.train:.1f} %"
    type_number(opened, "weight-decay", "0")
    type_number(opened, "dropout", "0.4")
    dropped = train_to_the_end(opened)
    assert dropped.gap < plain.gap / 2
    assert dropped.test > plain.test


@pytest.fixture
def short(monkeypatch) -> None:
    """Trainings of three epochs."""
    monkeypatch.setattr(small_training, "EPOCHS", 3)


def scripted(monkeypatch, accuracies: dict[Choice, tuple[float, float]]) -> None:
    """Trainings that end with these accuracies."""
    from engine.train.events import Evaluation

    def work(choice: Choice, images: Dataset, test: Dataset, report: Callable[[Evaluation], object]) -> bool:
        for epoch, (one, other) in enumerate(((0.1, 0.1), accuracies[choice])):
            report(Evaluation(epoch, float(epoch), one, other, True, None, 1.0, 1.2))
        return True

    monkeypatch.setattr(overfitting_gap, "train", work)


def test_underfitting_is_no_solution(opened, monkeypatch) -> None:
    much, fewer = Choice(weight_decay=0.3), Choice(images=200, weight_decay=0.3)
    scripted(monkeypatch, {Choice(): (1.0, 0.7), much: (0.2, 0.19), fewer: (0.9, 0.8)})
    type_number(opened, "weight-decay", "0.3")
    train_to_the_end(opened)
    # There is nothing to compare with yet.
    assert not opened.solved("close")
    type_number(opened, "weight-decay", "0")
    train_to_the_end(opened)
    type_number(opened, "weight-decay", "0.3")
    train_to_the_end(opened)
    assert not opened.solved("close")
    # With other images it is another task.
    type_number(opened, "images", "200")
    train_to_the_end(opened)
    assert not opened.solved("close")


def test_a_training_is_stopped_and_started_again(opened) -> None:
    button = start(opened)
    opened.wait_until(lambda: opened.lesson.current is not None and len(opened.lesson.current.points) > 2, PATIENCE)
    assert not opened.solved("open")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.text() == "Train"
    stopped = opened.lesson.current
    start(opened)
    assert opened.lesson.before is stopped
    opened.tab.hide()
    assert button.text() == "Train"
    opened.wait_until(lambda: not opened.lesson.busy, PATIENCE)
    assert not opened.lesson.current.finished


def test_where_the_window_stays_open_after_all_it_can_be_started_again(opened) -> None:
    button = start(opened)
    opened.page.shut_down()
    opened.wait_until(lambda: not opened.lesson.busy)
    assert button.text() == "Train"
    start(opened)
    opened.wait_until(lambda: bool(opened.lesson.current.points), PATIENCE)


def test_reset_takes_the_curves_away(opened, short) -> None:
    type_number(opened, "dropout", "0.2")
    train_to_the_end(opened)
    opened.lesson.grab()
    opened.find(QPushButton, "curve-1").click()
    opened.lesson.grab()
    opened.reset()
    assert opened.lesson.current is None
    assert opened.lesson.choice == Choice()
    assert text(opened, "train-now") == "–"
    assert not opened.solved("open")


def test_the_extreme_values_train(opened, short) -> None:
    for images, wrong, decay, dropout in (("0", "-5", "9", "1"), ("1e9", "100", "0", "0")):
        for name, value in zip(
            ("images", "wrong-labels", "weight-decay", "dropout"), (images, wrong, decay, dropout), strict=True
        ):
            type_number(opened, name, value)
        run = train_to_the_end(opened)
        assert len(run.points) == 4
    assert opened.lesson.choice.images == 1000


def test_a_failure_is_said(opened, monkeypatch) -> None:
    def fail(*_: object) -> bool:
        raise DigitLabError("There is no room.")

    monkeypatch.setattr(overfitting_gap, "train", fail)
    button = start(opened)
    opened.wait_until(lambda: text(opened, "training-error") == "There is no room.")
    assert button.text() == "Train"


def test_with_other_images_the_comparison_begins_again(opened, short) -> None:
    train_to_the_end(opened)
    opened.lesson.source.loaded.emit()
    assert opened.lesson.plain is None
    assert text(opened, "train-now") == "–"


def test_the_question(opened) -> None:
    opened.choose("images", "More training images")
    assert opened.solved("images")


def test_the_cell_prints_what_dropout_and_weight_decay_do(opened) -> None:
    type_number(opened, "weight-decay", "0.1")
    type_number(opened, "dropout", "0.5")
    lines = opened.run_cell()
    # W - 0.1 (dW + 0.1 W)
    assert "0.98" in lines
    x = np.array([0.5, 1.0, 1.5, 2.0, 2.5])
    assert str(Dropout(0.5, np.random.default_rng(0)).forward(x)) in lines
    assert str(x * 0.5) in lines
    assert opened.value("self.dropout_ratio") == "0.5"
