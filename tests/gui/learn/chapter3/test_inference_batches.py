"""The lesson about inference: the published weights have the accuracy of the book, one by one and in batches."""

import threading
from pathlib import Path

import numpy as np
import pytest
from opened_lesson import OpenedLesson
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton, QScrollArea

from engine.book import predict
from engine.weights import load_weights
from gui.learn.chapter3 import prediction_lane

LEFT = Qt.MouseButton.LeftButton


def settled(opened: OpenedLesson) -> OpenedLesson:
    opened.wait_until(lambda: not opened.lesson.busy, timeout=60_000)
    return opened


@pytest.fixture
def opened(open_lesson) -> OpenedLesson:
    """Without MNIST."""
    return settled(open_lesson("inference_batches"))


@pytest.fixture
def published(open_lesson, shared_data: Path, monkeypatch: pytest.MonkeyPatch) -> OpenedLesson:
    """With MNIST and the book's weights, which are opened by the button."""
    monkeypatch.setenv("DIGITLAB_MNIST", str(shared_data / "mnist"))
    made = settled(open_lesson("inference_batches"))
    choose_file(made, shared_data / "book" / "sample_weight.pkl", monkeypatch)
    return made


def choose_file(opened: OpenedLesson, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    QTest.mouseClick(opened.find(QPushButton, "inference-open"), LEFT)
    settled(opened)


def start(opened: OpenedLesson, side: str) -> None:
    QTest.mouseClick(opened.find(QPushButton, f"inference-{side}-start"), LEFT)


def text(opened: OpenedLesson, name: str) -> str:
    return opened.find(QLabel, f"inference-{name}").text()


def type_size(opened: OpenedLesson, value: str) -> None:
    field = opened.find(QLineEdit, "inference-batch-field")
    QTest.mouseClick(field, LEFT)
    QTest.keyClicks(field, value)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_the_published_network_has_the_accuracy_of_the_book_on_both_sides(published: OpenedLesson) -> None:
    opened = published
    assert text(opened, "network") == "Weights: sample_weight.pkl"
    for side in ("one", "many"):
        assert not opened.solved("both")
        start(opened, side)
        settled(opened)
        assert (text(opened, f"{side}-done"), text(opened, f"{side}-of")) == ("10,000", "of 10,000")
        assert text(opened, f"{side}-accuracy") == "0.9352"
    assert opened.solved("both")
    assert text(opened, "sentence").endswith("Both predict the same 9,352 of 10,000 correctly.")
    assert [size for size, _ in opened.lesson.runs] == [1, 100]
    assert opened.run_cell() == "0.9352\n"


def test_the_shipped_network_is_used_at_first(open_lesson, shared_data: Path, monkeypatch) -> None:
    monkeypatch.setenv("DIGITLAB_MNIST", str(shared_data / "mnist"))
    opened = settled(open_lesson("inference_batches"))
    assert "shipped" in text(opened, "network")
    start(opened, "many")
    settled(opened)
    assert text(opened, "many-accuracy") == "0.9804"
    assert opened.run_cell() == "0.9804\n"


def test_the_questions(opened: OpenedLesson) -> None:
    opened.type_answer("calls", "10000")
    assert not opened.solved("calls")
    opened.type_answer("calls", "100")
    assert opened.solved("calls")
    opened.choose("why", opened.page.tasks.views["why"].task.options[0])
    assert not opened.solved("why")
    opened.choose("why", opened.page.tasks.views["why"].task.options[1])
    assert opened.solved("why")


def test_without_mnist_synthetic_digits_are_predicted(opened: OpenedLesson) -> None:
    for side in ("one", "many"):
        start(opened, side)
        settled(opened)
        assert text(opened, f"{side}-of") == "of 1,000"
    assert opened.solved("both")
    test = opened.lesson.source.digits.test
    y = predict(dict(opened.lesson.network), test.pixels())
    assert text(opened, "many-accuracy") == f"{np.mean(y.argmax(axis=1) == test.labels):.4f}"
    assert opened.run_cell() == f"{float(text(opened, 'one-accuracy'))}\n"


def test_each_run_is_a_point_of_the_plot(opened: OpenedLesson) -> None:
    for size in ("2", "1000"):
        type_size(opened, size)
        start(opened, "many")
        settled(opened)
    assert [size for size, _ in opened.lesson.runs] == [2, 1000]
    assert all(count.per_second > 0 for _, count in opened.lesson.runs)
    # Another size is not compared with the clock of this one.
    type_size(opened, "100")
    assert text(opened, "many-accuracy") == "–"
    opened.reset()
    assert opened.lesson.runs == []


@pytest.mark.parametrize(("typed", "size"), [("0", 2), ("-5", 2), ("1e9", 1000), ("nan", 100), ("inf", 100)])
def test_impossible_sizes(opened: OpenedLesson, typed: str, size: int) -> None:
    type_size(opened, typed)
    assert int(opened.lesson.batch_size.value) == size
    settled(opened)
    assert opened.value("x").startswith("[[")


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Holds the loop before its second batch, until the event is set."""
    released, calls = threading.Event(), []

    def held_predict(network, x):
        calls.append(1)
        if len(calls) > 1:
            released.wait(10)
        return predict(network, x)

    monkeypatch.setattr(prediction_lane, "predict", held_predict)
    return released


def test_a_run_is_stopped_by_its_button(opened: OpenedLesson, held: threading.Event) -> None:
    start(opened, "one")
    assert opened.find(QPushButton, "inference-one-start").text() == "Stop"
    start(opened, "one")
    assert opened.find(QPushButton, "inference-one-start").text() == "Start"
    held.set()
    settled(opened)
    assert not opened.lesson.runs
    assert not opened.solved("both")


def test_hiding_the_lesson_or_starting_the_other_side_stops_a_run(opened: OpenedLesson, held: threading.Event) -> None:
    start(opened, "one")
    start(opened, "many")
    names = [opened.find(QPushButton, f"inference-{side}-start").text() for side in ("one", "many")]
    assert names == ["Start", "Stop"]
    opened.tab.hide()
    assert opened.find(QPushButton, "inference-many-start").text() == "Start"
    held.set()
    settled(opened)
    assert not opened.lesson.runs


def test_other_weights_are_refused_with_the_reason(opened: OpenedLesson, tmp_path: Path, monkeypatch) -> None:
    broken = tmp_path / "broken.pkl"
    broken.write_bytes(b"nothing")
    choose_file(opened, broken, monkeypatch)
    assert "broken.pkl" in text(opened, "network")
    before = load_weights(Path("weights/three-layer.safetensors")).params
    assert all(np.array_equal(opened.lesson.network[name], array) for name, array in before.items())
    choose_file(opened, Path("weights/two-layer.safetensors").absolute(), monkeypatch)
    assert text(opened, "network") == "“two-layer.safetensors” is not of a network 784-50-100-10 with sigmoid."
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    QTest.mouseClick(opened.find(QPushButton, "inference-open"), LEFT)
    opened.reset()
    assert "shipped" in text(opened, "network")


def test_a_small_window_scrolls_it_only_up_and_down(opened, theme) -> None:
    theme.style(opened.tab)
    # In a window of 720 x 480.
    opened.tab.resize(720, 362)
    area = opened.find(QScrollArea, "lesson-area")
    opened.wait_until(lambda: area.viewport().width() < 430)
    opened.wait_until(lambda: area.horizontalScrollBar().maximum() == 0)
