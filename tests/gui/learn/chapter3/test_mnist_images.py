"""The lesson about MNIST: with and without the files, its tasks are solved by mouse and keys."""

from pathlib import Path

import numpy as np
import pytest
from opened_lesson import OpenedLesson
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton

from engine.book import load_mnist
from gui.learn.chapter3.mnist_images import SWITCHES

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def opened(open_lesson) -> OpenedLesson:
    """Without MNIST."""
    made = open_lesson("mnist_images")
    made.wait_until(lambda: not made.lesson.busy, timeout=20_000)
    return made


@pytest.fixture
def with_mnist(open_lesson, shared_data: Path, monkeypatch: pytest.MonkeyPatch) -> OpenedLesson:
    monkeypatch.setenv("DIGITLAB_MNIST", str(shared_data / "mnist"))
    made = open_lesson("mnist_images")
    made.wait_until(lambda: not made.lesson.busy, timeout=20_000)
    return made


def text(opened: OpenedLesson, name: str) -> str:
    return opened.find(QLabel, f"mnist-{name}").text()


def facts(opened: OpenedLesson, array: str) -> tuple[str, ...]:
    return tuple(text(opened, f"{array}-{fact}") for fact in ("shape", "dtype", "size"))


def turn(opened: OpenedLesson, name: str) -> None:
    QTest.mouseClick(opened.find(QCheckBox, f"mnist-{name}"), LEFT)


def type_index(opened: OpenedLesson, value: str) -> None:
    field = opened.find(QLineEdit, "mnist-index-field")
    QTest.mouseClick(field, LEFT)
    QTest.keyClicks(field, value)
    QTest.keyClick(field, Key.Key_Return)


def test_the_switches_change_what_load_mnist_returns(with_mnist: OpenedLesson) -> None:
    opened = with_mnist
    assert opened.find(QLabel, "digit-source-note").text() == "MNIST: 60,000 training images and 10,000 test images"
    assert facts(opened, "x_train") == ("(60000, 784)", "float32", "188 MB")
    assert facts(opened, "t_train") == ("(60000,)", "uint8", "0.06 MB")
    assert facts(opened, "x_test") == ("(10000, 784)", "float32", "31.4 MB")
    turn(opened, "normalize")
    assert facts(opened, "x_train") == ("(60000, 784)", "uint8", "47 MB")
    assert not opened.solved("bytes")
    turn(opened, "flatten")
    assert facts(opened, "x_train") == ("(60000, 1, 28, 28)", "uint8", "47 MB")
    assert opened.solved("bytes")
    turn(opened, "one_hot_label")
    assert facts(opened, "t_test") == ("(10000, 10)", "float64", "0.8 MB")
    # The book's first image is a 5.
    assert text(opened, "label") == "t_train[0] = [0 0 0 0 0 1 0 0 0 0]"


@pytest.mark.parametrize("flatten", [True, False])
@pytest.mark.parametrize("normalize", [True, False])
def test_what_is_shown_is_what_load_mnist_gives(
    with_mnist: OpenedLesson, shared_data: Path, normalize: bool, flatten: bool
) -> None:
    opened = with_mnist
    for name, on in (("normalize", normalize), ("flatten", flatten)):
        if SWITCHES[name] != on:
            turn(opened, name)
    (x_train, t_train), (x_test, t_test) = load_mnist(normalize, flatten, folder=shared_data / "mnist")
    for name, array in (("x_train", x_train), ("t_train", t_train), ("x_test", x_test), ("t_test", t_test)):
        assert facts(opened, name)[:2] == (str(array.shape), str(array.dtype))
    QTest.mouseClick(opened.find(QPushButton, "mnist-set-1"), LEFT)
    type_index(opened, "9999")
    x, t = opened.lesson.prepared()
    assert np.array_equal(x[0], x_test[9999])
    assert t[0] == t_test[9999]
    assert opened.run_cell() == f"{x_test.shape} {x_test.dtype} (10000,) uint8\n{t_test[9999]}\n"


def test_the_label_is_that_of_the_image_whatever_is_typed(opened: OpenedLesson) -> None:
    type_index(opened, "7.6")
    _, label = opened.lesson.chosen
    assert label == opened.lesson.source.digits.train.labels[7]
    assert text(opened, "label") == f"t_train[7] = {label[0]}"


def test_a_pixel_is_pointed_at_by_mouse_and_keys(with_mnist: OpenedLesson) -> None:
    opened, image = with_mnist, with_mnist.lesson.image
    assert text(opened, "pixel").startswith("Point at a pixel")
    QTest.mouseMove(image, image.cell_rect((14, 9)).center().toPoint())
    assert text(opened, "pixel").startswith("Row 14, column 9: x_train[0, 401] = ")
    QTest.mouseClick(image, LEFT, pos=image.cell_rect((5, 12)).center().toPoint())
    image.setFocus()
    QTest.keyClick(image, Key.Key_Right)
    byte = opened.lesson.chosen[0][0, 5, 13]
    assert text(opened, "pixel") == f"Row 5, column 13: x_train[0, 153] = {byte} / 255 = {byte / 255:.4f}"
    turn(opened, "flatten")
    turn(opened, "normalize")
    QTest.mouseMove(image, image.cell_rect((0, 0)).center().toPoint())
    QTest.mouseMove(image, image.cell_rect((14, 9)).center().toPoint())
    byte = opened.lesson.chosen[0][0, 14, 9]
    assert text(opened, "pixel") == f"Row 14, column 9: x_train[0, 0, 14, 9] = {byte}"


def test_the_questions(opened: OpenedLesson) -> None:
    opened.type_answer("index", "400")
    assert not opened.solved("index")
    opened.type_answer("index", "401")
    assert opened.solved("index")
    opened.choose("memory", "255 times")
    assert not opened.solved("memory")
    opened.choose("memory", "4 times")
    assert opened.solved("memory")


def test_without_mnist_synthetic_digits_are_shown_and_the_download_is_offered(opened: OpenedLesson) -> None:
    assert opened.find(QLabel, "digit-source-note").text() == "Synthetic digits: MNIST is not on this computer."
    assert opened.find(QPushButton, "lesson-download").text() == "Download MNIST (12 MB)"
    assert opened.find(QPushButton, "lesson-download").isVisible()
    assert facts(opened, "x_train") == ("(1000, 784)", "float32", "3.14 MB")
    assert opened.lesson.chosen[0].any()
    _, t = opened.lesson.prepared()
    assert opened.run_cell() == f"(1, 784) float32 (1,) uint8\n{t[0]}\n"
    assert opened.value("x") != ""


def test_the_download_makes_it_mnist(opened: OpenedLesson, shared_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def download(progress) -> None:
        progress(1, 2)
        monkeypatch.setenv("DIGITLAB_MNIST", str(shared_data / "mnist"))

    monkeypatch.setattr("gui.learn.parts.digit_source.download_mnist", download)
    QTest.mouseClick(opened.find(QPushButton, "lesson-download"), LEFT)
    opened.wait_until(lambda: facts(opened, "x_train")[0] == "(60000, 784)", timeout=20_000)
    opened.wait_until(lambda: not opened.lesson.busy)
    assert not opened.find(QPushButton, "lesson-download").isVisible()


def test_mnist_that_was_downloaded_elsewhere_is_used(opened: OpenedLesson, shared_data: Path, monkeypatch) -> None:
    before = opened.lesson.source.digits
    opened.tab.hide()
    opened.tab.show()
    opened.wait_until(lambda: not opened.lesson.busy, timeout=20_000)
    assert opened.lesson.source.digits is before
    opened.tab.hide()
    monkeypatch.setenv("DIGITLAB_MNIST", str(shared_data / "mnist"))
    opened.tab.show()
    opened.wait_until(lambda: facts(opened, "x_train")[0] == "(60000, 784)", timeout=20_000)


def test_a_download_that_fails_says_why_and_can_be_tried_again(opened: OpenedLesson, monkeypatch) -> None:
    from engine.errors import DataError

    def download(progress) -> None:
        raise DataError("There is no network.")

    monkeypatch.setattr("gui.learn.parts.digit_source.download_mnist", download)
    button = opened.find(QPushButton, "lesson-download")
    QTest.mouseClick(button, LEFT)
    opened.wait_until(lambda: not opened.lesson.busy)
    assert opened.find(QLabel, "digit-source-note").text() == "There is no network."
    assert button.isVisible()


def test_a_named_folder_without_mnist_is_reported(open_lesson, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("DIGITLAB_MNIST", str(tmp_path))
    opened = open_lesson("mnist_images")
    opened.wait_until(lambda: not opened.lesson.busy, timeout=20_000)
    assert "does not hold" in opened.find(QLabel, "digit-source-note").text()
    assert opened.lesson.chosen[0].any()


def test_images_are_browsed(opened: OpenedLesson) -> None:
    lesson = opened.lesson
    for typed, index in (("7", 7), ("1e9", 999), ("-3", 0), ("nan", 0), ("12.4", 12)):
        type_index(opened, typed)
        assert int(lesson.index.value) == index
        assert text(opened, "label").startswith(f"t_train[{index}] = ")
    QTest.mouseClick(lesson.sheet, LEFT, pos=lesson.sheet.tile_rect(3).center().toPoint())
    assert int(lesson.index.value) == 15
    QTest.mouseClick(opened.find(QPushButton, "mnist-random"), LEFT)
    assert int(lesson.index.value) != 15
    opened.reset()
    assert int(lesson.index.value) == 0
    assert lesson.arguments == SWITCHES


def test_the_sheet_has_as_many_images_as_there_is_room_for(opened: OpenedLesson, learn) -> None:
    count = len(opened.lesson.sheet.values)
    learn.resize(1500, 1000)
    opened.wait_until(lambda: len(opened.lesson.sheet.values) > count)
    last = opened.lesson.sheet.tile_rect(len(opened.lesson.sheet.values) - 1).bottomRight()
    assert opened.lesson.sheet.rect().toRectF().contains(last - QPointF(1, 1))
