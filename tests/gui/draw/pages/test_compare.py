"""Two networks predict one drawing: their bars side by side, and whether they disagree."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from small_weights import biased_weights
from window_shutdown import shut_down

from engine.paths import shipped_weights
from engine.weights import load_weights, save_weights
from gui.current_network import CurrentNetwork
from gui.draw.draw_tab import DrawTab

FOUR, NINE, UNSURE = biased_weights(p4=0.95), biased_weights(p9=0.9), biased_weights(p3=0.4, p5=0.3)


@pytest.fixture
def tab(qtbot, actions, settings, theme) -> DrawTab:
    made = DrawTab(CurrentNetwork(FOUR, None), actions, settings, theme)
    qtbot.addWidget(made, before_close_func=shut_down)
    made.pages.setCurrentWidget(made.pages.compare)
    with qtbot.waitExposed(made):
        made.show()
    with qtbot.waitSignal(made.predicted):
        made.model.begin(8, 8)
        made.model.extend(20, 20)
        made.model.end()
    return made


def compare(tab: DrawTab, qtbot, weights: object) -> None:
    with qtbot.waitSignal(tab.predicted):
        tab.pages.compare.make().use(weights)


def text(tab: DrawTab, name: str) -> str:
    label = tab.findChild(QLabel, name)
    return label.text() if label.isVisible() else ""


def test_without_a_second_network_there_is_no_comparison(tab: DrawTab) -> None:
    assert tab.chart.comparison is None
    assert text(tab, "compare-text").startswith("Choose a second network")
    assert text(tab, "compare-verdict") == ""


def test_where_they_disagree_both_predictions_are_shown(tab: DrawTab, qtbot) -> None:
    compare(tab, qtbot, NINE)
    np.testing.assert_allclose(tab.chart.comparison.probabilities[9], 0.9, atol=1e-4)
    assert tab.chart.comparison.name == "stated"
    assert (text(tab, "compare-digit-1"), text(tab, "compare-digit-2")) == ("4", "9")
    assert text(tab, "compare-verdict") == "They disagree."
    assert text(tab, "compared") == "9 (90.0 %)  ·  stated"
    assert tab.findChild(QLabel, "compared").font().bold()
    compare(tab, qtbot, FOUR)
    assert text(tab, "compare-verdict") == "They agree."
    compare(tab, qtbot, UNSURE)
    assert text(tab, "compare-digit-2") == "?"
    assert text(tab, "compare-verdict") == "Only one of them is sure."
    assert text(tab, "compared").startswith("not sure, perhaps ")
    compare(tab, qtbot, None)
    assert tab.chart.comparison is None


def test_two_networks_that_are_not_sure_do_not_agree(tab: DrawTab, qtbot) -> None:
    compare(tab, qtbot, UNSURE)
    with qtbot.waitSignal(tab.predicted):
        tab._network.use(UNSURE, None)
    assert text(tab, "compare-verdict") == "Neither network is sure."
    assert not tab.findChild(QLabel, "compared").font().bold()


def test_equal_probabilities_name_no_digit(tab: DrawTab, qtbot) -> None:
    compare(tab, qtbot, biased_weights(p3=0.104))
    assert text(tab, "compare-digit-2") == "?"
    assert text(tab, "compared") == "all digits about equally likely  ·  stated"


def test_an_empty_canvas_compares_nothing(tab: DrawTab, qtbot) -> None:
    with qtbot.waitSignal(tab.predicted):
        tab.model.clear()
    compare(tab, qtbot, NINE)
    assert tab.chart.comparison is None
    assert text(tab, "compare-text") == "Draw a digit: both networks predict it."


def test_shipped_weights_are_listed_and_a_file_can_be_chosen(tab: DrawTab, qtbot, monkeypatch, tmp_path: Path) -> None:
    page = tab.pages.compare.make()
    assert page.list.count() == 1 + len(shipped_weights())
    with qtbot.waitSignal(tab.predicted):
        page.list.setCurrentIndex(1)
        page.list.activated.emit(1)
    assert tab.chart.comparison is not None
    file = tmp_path / "nine.safetensors"
    save_weights(file, NINE)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *arguments: (str(file), ""))
    with qtbot.waitSignal(tab.predicted):
        tab.findChild(QPushButton, "compare-file").click()
        # A large file does not stop the window: a thread reads it.
        assert tab.busy
    assert page.list.currentText() == "stated"
    assert tab.chart.comparison.probabilities.argmax() == 9


def test_no_second_network_is_chosen_while_a_file_is_read(tab: DrawTab, qtbot, monkeypatch, tmp_path: Path) -> None:
    file = tmp_path / "nine.safetensors"
    save_weights(file, NINE)
    page = tab.pages.compare.make()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *arguments: (str(file), ""))
    tab.findChild(QPushButton, "compare-file").click()
    page.list.setCurrentIndex(0)
    page.list.activated.emit(0)
    qtbot.waitUntil(lambda: not tab.busy)
    assert page.list.currentIndex() == 0
    assert page._recognizer is None


def test_after_an_invalid_file_the_second_network_stays(tab: DrawTab, qtbot, monkeypatch, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.safetensors", tmp_path / "bad.safetensors"
    save_weights(good, NINE)
    bad.write_bytes(b"no weights")
    page = tab.pages.compare.make()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *arguments: (str(good), ""))
    with qtbot.waitSignal(tab.predicted):
        tab.findChild(QPushButton, "compare-file").click()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *arguments: (str(bad), ""))
    with qtbot.waitSignal(tab.problem) as problem:
        tab.findChild(QPushButton, "compare-file").click()
    assert "bad.safetensors" in problem.args[0]
    assert page.list.currentText() == "stated"
    assert tab.chart.comparison is not None


def test_the_network_in_use_is_not_offered(tab: DrawTab, qtbot) -> None:
    page, first = tab.pages.compare.make(), shipped_weights()[0]
    files = [page.list.itemData(i) for i in range(page.list.count())]
    assert str(first) in files
    with qtbot.waitSignal(tab.predicted):
        page.list.setCurrentIndex(files.index(str(first)))
        page.list.activated.emit(files.index(str(first)))
    with qtbot.waitSignal(tab.predicted):
        tab._network.use(load_weights(first), first)
    # What it was compared with is in use now.
    assert tab.chart.comparison is None
    assert page.list.currentIndex() == 0
    assert str(first) not in [page.list.itemData(i) for i in range(page.list.count())]
    tab._network.use(NINE, None)
    assert str(first) in [page.list.itemData(i) for i in range(page.list.count())]


def test_the_network_in_use_cannot_be_chosen_as_a_file(tab: DrawTab, qtbot, monkeypatch) -> None:
    first = shipped_weights()[0]
    tab._network.use(load_weights(first), first)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *arguments: (str(first), ""))
    with qtbot.waitSignal(tab.problem) as problem:
        tab.findChild(QPushButton, "compare-file").click()
    assert "is the network in use" in problem.args[0]
    assert tab.chart.comparison is None
