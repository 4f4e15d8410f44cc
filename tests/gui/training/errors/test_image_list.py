"""The images of a cell: in their order, by the thousand, selected and opened."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from engine.data.dataset import Dataset
from engine.types import FloatArray
from gui.theme import Theme
from gui.training.errors.gallery_card import AnswerChart, Gallery

Role = Qt.ItemDataRole
# The true label of each image, the predicted one, and the confidence.
PREDICTED = [(4, 9, 0.6), (7, 1, 0.9), (4, 4, 0.9), (4, 9, 0.8), (4, 4, 0.5), (0, 0, 0.7)]


def predicted_images(rows: list[tuple[int, int, float]]) -> tuple[Dataset, FloatArray]:
    """Image number i is grey of the value i; the rest of the probability is spread evenly."""
    images = np.empty((len(rows), 28, 28), np.uint8)
    images[:] = (np.arange(len(rows)) % 256)[:, None, None]
    probabilities = np.empty((len(rows), 10), np.float32)
    for row, (_, answer, p) in zip(probabilities, rows, strict=True):
        row[:] = (1 - p) / 9
        row[answer] = p
    return Dataset(images, np.array([digit for digit, _, _ in rows], np.uint8), "some digits"), probabilities


@pytest.fixture
def gallery(qtbot, theme: Theme) -> Gallery:
    made = Gallery(theme)
    qtbot.addWidget(made)
    made.resize(440, 540)
    made.show()
    made.activateWindow()
    return made


class Opened:
    def __init__(self, gallery: Gallery) -> None:
        self.shown: list[tuple[FloatArray, int]] = []
        gallery.image_opened.connect(self._add)

    def _add(self, image: FloatArray, label: int) -> None:
        self.shown.append((image, label))


def which(gallery: Gallery) -> list[int]:
    return gallery.list.images.which.tolist()


def text(gallery: Gallery, name: str) -> str:
    return gallery.findChild(QLabel, name).text()


def click(gallery: Gallery, row: int, double: bool = False) -> None:
    place = gallery.list.visualRect(gallery.list.images.index(row)).center()
    QTest.mouseClick(gallery.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    if double:
        QTest.mouseDClick(gallery.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


# -- which ones


def test_all_errors_worst_first(gallery: Gallery) -> None:
    dataset, probabilities = predicted_images(PREDICTED)
    gallery.show_images(dataset, probabilities[:2], None)
    assert which(gallery) == [1, 0]
    gallery.show_images(dataset, probabilities, None)
    assert which(gallery) == [1, 3, 0]
    assert text(gallery, "images-heading") == "All errors"
    assert text(gallery, "images-count") == "3 images, the most confident first"
    assert not gallery.findChild(QPushButton, "all-errors").isVisible()


def test_a_cell_worst_first(gallery: Gallery, qtbot) -> None:
    gallery.show_images(*predicted_images(PREDICTED), (4, 9))
    assert which(gallery) == [3, 0]
    assert text(gallery, "images-heading") == "4 predicted as 9"
    assert text(gallery, "images-count") == "2 images, the most confident first"
    with qtbot.waitSignal(gallery.all_requested):
        gallery.findChild(QPushButton, "all-errors").click()
    # Correct ones: the least confident first.
    gallery.show_images(*predicted_images(PREDICTED), (4, 4))
    assert which(gallery) == [4, 2]
    assert text(gallery, "images-heading") == "4 predicted correctly"
    assert text(gallery, "images-count") == "2 images, the least confident first"
    gallery.show_images(*predicted_images(PREDICTED), (0, 0))
    assert text(gallery, "images-count") == "1 image"


def test_without_images_there_is_a_sentence(gallery: Gallery) -> None:
    dataset, probabilities = predicted_images(PREDICTED)
    gallery.show_images(dataset, probabilities[:2], (4, 4))
    assert text(gallery, "images-empty") == "None so far."
    gallery.show_images(*predicted_images(PREDICTED), (4, 7))
    assert text(gallery, "images-empty") == "No 4 was predicted as 7."
    gallery.show_images(*predicted_images([(4, 4, 0.9)]), None)
    assert text(gallery, "images-empty") == "No errors: every image was predicted correctly."
    gallery.show_images(*predicted_images(PREDICTED), None)
    assert not gallery.findChild(QLabel, "images-empty").isVisible()


# -- one of them


def test_a_selected_image_shows_its_probabilities(gallery: Gallery) -> None:
    dataset, probabilities = predicted_images(PREDICTED)
    gallery.show_images(dataset, probabilities, None)
    answer = gallery.findChild(AnswerChart)
    assert answer.probabilities is None
    assert not answer.isVisible()
    click(gallery, 1)
    assert answer.isVisible()
    np.testing.assert_array_equal(answer.probabilities, probabilities[3])
    assert text(gallery, "image-caption") == "4 predicted as 9, 80.0 %"
    assert "9: 80.0 %" in answer.accessibleDescription()
    gallery.show_images(dataset, probabilities, (0, 0))
    assert not answer.isVisible()
    # For screen readers.
    gallery.show_images(dataset, probabilities, None)
    images = gallery.list.images
    assert images.data(images.index(0), Role.AccessibleTextRole) == "7 predicted as 1, 90.0 %"
    tip = images.data(images.index(0), Role.ToolTipRole)
    assert tip == "<span>7 predicted as 1, 90.0 %<br>Image 2 of some digits</span>"
    assert images.data(images.index(9), Role.ToolTipRole) is None
    assert images.data(images.index(0), Role.DecorationRole) is None


def test_it_stays_selected_in_the_predictions_of_another_checkpoint(gallery: Gallery) -> None:
    """But not in another cell: there the worst errors come first."""
    dataset, probabilities = predicted_images(PREDICTED)
    gallery.show_images(dataset, probabilities, None)
    click(gallery, 2)
    later = predicted_images([(4, 7, 0.99), *PREDICTED[1:]])[1]
    gallery.show_images(dataset, later, None)
    assert (which(gallery), gallery.list.chosen) == ([0, 1, 3], 0)
    assert text(gallery, "image-caption") == "4 predicted as 7, 99.0 %"
    gallery.show_images(dataset, later, (4, 7))
    assert gallery.list.chosen is None
    click(gallery, 0)
    gallery.show_images(*predicted_images(PREDICTED), (4, 9))
    assert gallery.list.chosen is None


def test_an_image_is_opened_by_a_double_click_by_enter_and_by_a_button(gallery: Gallery) -> None:
    opened = Opened(gallery)
    gallery.show_images(*predicted_images([(4, 4, 0.9)]), None)
    QTest.keyClick(gallery.list, Qt.Key.Key_Return)
    assert opened.shown == []
    dataset, probabilities = predicted_images(PREDICTED)
    gallery.show_images(dataset, probabilities, None)
    click(gallery, 0, double=True)
    QTest.keyClick(gallery.list, Qt.Key.Key_Right)
    QTest.keyClick(gallery.list, Qt.Key.Key_Return)
    QTest.keyClick(gallery.list, Qt.Key.Key_Right)
    gallery.findChild(QPushButton, "open-image").click()
    assert len(opened.shown) == 3
    for (image, label), number in zip(opened.shown, (1, 3, 0), strict=True):
        assert (image.shape, image.dtype) == ((28, 28), np.float32)
        np.testing.assert_allclose(image, number / 255)
        assert label == dataset.labels[number]


def test_a_diverged_network_has_no_numbers(gallery: Gallery) -> None:
    dataset, probabilities = predicted_images(PREDICTED)
    probabilities[:] = np.nan
    gallery.show_images(dataset, probabilities, None)
    click(gallery, 0)
    gallery.grab()
    assert text(gallery, "image-caption").endswith(", –")


def test_only_the_visible_part_is_painted(gallery: Gallery, monkeypatch) -> None:
    rng = np.random.default_rng(0)
    digits = rng.integers(0, 9, 20_000)
    dataset = Dataset(np.zeros((20_000, 28, 28), np.uint8), digits.astype(np.uint8))
    probabilities = np.full((20_000, 10), 0.05, np.float32)
    probabilities[:, 9] = 0.55
    gallery.show_images(dataset, probabilities, None)
    gallery.grab()
    painted: list[int] = []
    pixels = gallery.list.images.pixels
    monkeypatch.setattr(gallery.list.images, "pixels", lambda row: painted.append(row) or pixels(row))
    bar = gallery.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    gallery.list.viewport().repaint()
    assert max(painted) == 19_999
    assert len(set(painted)) < 60


def test_the_columns_fill_the_width(gallery: Gallery, qtbot) -> None:
    gallery.show_images(*predicted_images(PREDICTED * 20), None)
    for width, columns in ((440, 5), (300, 3), (900, 12)):
        gallery.resize(width, 540)
        rect = gallery.list.visualRect
        index = gallery.list.images.index
        qtbot.waitUntil(
            lambda rect=rect, index=index, columns=columns: (
                rect(index(columns - 1)).y() == rect(index(0)).y() < rect(index(columns)).y()
            )
        )
        left_over = gallery.list.viewport().width() - rect(index(columns - 1)).right()
        assert left_over < columns + 20


# -- the probabilities beside


def test_bars_are_as_high_as_the_probabilities(qtbot, theme: Theme) -> None:
    """The true label in the winner's colour, a wrong prediction in the errors' colour."""
    view = AnswerChart(theme)
    qtbot.addWidget(view)
    view.resize(300, 86)
    view.show()

    def height(digit: int, colour: str) -> int:
        """Of a colour in the middle of a digit's bar."""
        image = view.grab().toImage()
        x = 30 * digit + 15
        return sum(image.pixelColor(x, y) == theme.colour(colour) for y in range(86))

    view.show_answer(predicted_images([(4, 9, 0.64)])[1][0], 4)
    assert height(9, "mistake-most") > 10 * height(4, "winner") > 0
    assert height(4, "mistake-most") == height(9, "winner") == 0
    assert height(3, "bar") > 0
    view.show_answer(predicted_images([(9, 9, 0.64)])[1][0], 9)
    assert height(9, "winner") > 20
    view.show_answer(None)
    assert height(9, "winner") == 0
