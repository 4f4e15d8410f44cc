"""The data page: counts, samples, and every fault that was found."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTextEdit, QToolTip

from engine.data.dataset import Dataset
from engine.data.dataset_summary import Loaded
from gui.theme import Theme
from gui.training.data.overview import DataOverview


def digits(counts: list[int], value: int = 255) -> Dataset:
    """So many images of each digit, shuffled; an eleventh count is for images without a digit."""
    labels = np.repeat(np.arange(len(counts)), counts).astype(np.uint8)
    np.random.default_rng(0).shuffle(labels)
    return Dataset(np.full((len(labels), 28, 28), value, np.uint8), labels)


TRAIN, TEST = digits([30, 60, 0, 30, 30, 30, 30, 30, 30, 1200]), digits([10] * 10, value=90)


@pytest.fixture
def page(qtbot, theme: Theme) -> DataOverview:
    made = DataOverview(theme)
    theme.style(made)
    qtbot.addWidget(made)
    made.resize(970, 530)
    with qtbot.waitExposed(made):
        made.show()
    return made


def text(page: DataOverview, name: str) -> str:
    return page.findChild(QLabel, name).text()


def faults(page: DataOverview) -> list[str]:
    return page.findChild(QTextEdit, "data-faults").toPlainText().split("\n")


def test_before_data_are_loaded_a_sentence_is_shown(page: DataOverview) -> None:
    assert not page.counts.isVisible()
    assert "once they are loaded" in " ".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())
    page.show_loaded(Loaded(TRAIN, TEST), "My digits")
    assert page.counts.isVisible()


def test_images_are_counted(page: DataOverview) -> None:
    page.show_loaded(Loaded(TRAIN, TEST), "My digits")
    assert text(page, "data-title") == "My digits"
    assert text(page, "data-totals") == "1,470 training digits, 100 test digits"
    assert [text(page, f"train-count-{digit}") for digit in (0, 1, 2, 9)] == ["30", "60", "0", "1,200"]
    assert [text(page, f"test-count-{digit}") for digit in (0, 9)] == ["10", "10"]
    # A digit that is missing stands out.
    assert page.findChild(QLabel, "train-count-2").property("role") == "error"
    assert page.findChild(QLabel, "train-count-1").property("role") == ""
    page.show_loaded(Loaded(digits([5] * 10 + [7]), TEST), "My digits")
    assert text(page, "data-totals") == "50 training digits, 100 test digits; and 7 images without a digit"


def test_an_empty_test_set(page: DataOverview) -> None:
    page.show_loaded(Loaded(TRAIN, TEST.subset(slice(0, 0))), "My digits")
    assert text(page, "data-totals") == "1,470 training digits, no test digits"
    assert {text(page, f"test-count-{digit}") for digit in range(10)} == {"–"}
    assert not page.which.isVisible()


# -- samples


def test_a_page_of_samples_and_other_samples(page: DataOverview) -> None:
    page.show_loaded(Loaded(TRAIN, TEST), "My digits")
    first = page.samples.page
    for digit, indices in enumerate(first):
        assert len(indices) == (0 if digit == 2 else 16)
        assert (TRAIN.labels[indices] == digit).all()
    other = page.findChild(QPushButton, "other-samples")
    QTest.mouseClick(other, Qt.MouseButton.LeftButton)
    second = page.samples.page
    assert any((a != b).any() for a, b in zip(first, second, strict=True))
    QTest.mouseClick(other, Qt.MouseButton.LeftButton)
    assert any((a != b).any() for a, b in zip(second, page.samples.page, strict=True))
    # The same data again start with the same samples.
    page.show_loaded(Loaded(TRAIN, TEST), "My digits")
    assert all((a == b).all() for a, b in zip(first, page.samples.page, strict=True))


def test_samples_of_the_test_set(page: DataOverview, qtbot) -> None:
    page.show_loaded(Loaded(TRAIN, TEST), "My digits")
    QTest.mouseClick(page.findChild(QPushButton, "data-set-1"), Qt.MouseButton.LeftButton)
    assert [len(indices) for indices in page.samples.page] == [10] * 10
    page.show_loaded(Loaded(TRAIN, TEST), "Others")
    assert page.which.value == 0
    assert len(page.samples.page[0]) == 16


def test_a_point_belongs_to_the_image_that_is_painted_there(page: DataOverview) -> None:
    page.show_loaded(Loaded(TRAIN, TEST), "My digits")
    samples = page.samples
    image = samples.grab().toImage()
    found: dict[int, list[int]] = {}
    for y in range(0, samples.height(), 12):
        for x in range(0, samples.width(), 12):
            index = samples.image_at(QPoint(x, y))
            if index is not None and index not in found.setdefault(int(TRAIN.labels[index]), []):
                found[int(TRAIN.labels[index])].append(index)
    assert sorted(found) == [0, 1, 3, 4, 5, 6, 7, 8, 9]
    rows = {len(each) for each in found.values()}
    assert rows == {samples._rows()}
    assert all(each == samples.page[digit][: len(each)].tolist() for digit, each in found.items())
    # A column's first image is white; below a digit without images there is the card.
    middle = samples._top() + samples._step() // 2
    width = samples.width() // 10
    assert image.pixelColor(width // 2, middle).name() == "#ffffff"
    assert samples.image_at(QPoint(2 * width + width // 2, middle)) is None


def test_the_tool_tip_of_a_sample(page: DataOverview) -> None:
    page.show_loaded(Loaded(TRAIN, TEST), "My digits")
    samples = page.samples
    at = QPoint(samples.width() // 20, samples._top() + 20)
    QApplication.sendEvent(samples, QHelpEvent(QHelpEvent.Type.ToolTip, at, samples.mapToGlobal(at)))
    assert QToolTip.text() == f"0: image {samples.page[0][0] + 1} of 1,470"
    QToolTip.hideText()


def test_the_samples_use_the_room(page: DataOverview) -> None:
    page.show_loaded(Loaded(TRAIN, TEST), "My digits")
    for width, scale in ((820, 1), (970, 2), (1400, 3)):
        page.resize(width, 530)
        QApplication.processEvents()
        assert (page.width(), page.samples._scale()) == (width, scale)
        page.grab()


# -- faults


def test_no_faults(page: DataOverview) -> None:
    page.show_loaded(Loaded(TRAIN, TEST), "My digits")
    assert text(page, "data-no-faults") == "No faults were found."
    assert page.findChild(QLabel, "data-no-faults").isVisible()
    assert not page.findChild(QTextEdit, "data-faults").isVisible()


def test_every_fault_is_listed(page: DataOverview) -> None:
    for many, heading, last in ((1, "1 fault", "0"), (500, "500 faults", "499")):
        page.show_loaded(Loaded(TRAIN, TEST, tuple(f"“{i}.png” is empty." for i in range(many))), "My digits")
        assert text(page, "data-fault-count") == heading
        assert len(faults(page)) == many
        assert faults(page)[-1] == f"“{last}.png” is empty."
    assert page.findChild(QTextEdit, "data-faults").isVisible()
    assert not page.findChild(QLabel, "data-no-faults").isVisible()


def test_of_very_many_faults_the_last_are_only_counted(page: DataOverview, theme: Theme) -> None:
    page.show_loaded(Loaded(TRAIN, TEST, tuple(f"“<b>{i}</b>.png” is empty." for i in range(1700))), "My digits")
    assert text(page, "data-fault-count") == "1,700 faults"
    assert len(faults(page)) == 501
    assert faults(page)[0] == "“<b>0</b>.png” is empty."
    assert faults(page)[-1] == "… and 1,200 more."
    theme.choose("dark")
    image = page.grab().toImage()
    assert image.pixelColor(20, 8) == theme.colour("surface")
