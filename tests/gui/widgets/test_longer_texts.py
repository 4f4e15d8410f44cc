"""Translations that are longer, or written in another way, than the English text."""

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from engine.ink.preprocess import stages_of_input
from engine.recognizer import Prediction
from gui.draw.prediction_cards import PredictionCard
from gui.theme import Theme
from gui.widgets.cards import without_mnemonic
from gui.widgets.plots.elided_axis import ElidedAxis
from gui.widgets.segmented_control import SegmentedControl


def test_choices_side_by_side_are_equally_high(qtbot) -> None:
    """Letters of another font may be higher."""
    control = SegmentedControl("choice", "", ["step", "sigmoid"])
    qtbot.addWidget(control)
    first, second = control.findChildren(QPushButton)
    first.setStyleSheet("font-size: 40px")
    control.resize(control.sizeHint())
    control.show()
    assert first.height() == second.height() > second.sizeHint().height()


@pytest.mark.parametrize(
    ("text", "shown"),
    [("&Open…", "Open…"), ("열기(&O)…", "열기…"), ("開く(&O)", "開く"), ("Help", "Help")],
    ids=["English", "Korean", "Japanese", "none"],
)
def test_a_button_does_not_show_the_letter_of_the_menu(text: str, shown: str) -> None:
    assert without_mnemonic(text) == shown


def test_the_title_of_an_axis_does_not_reach_beyond_it(qtbot, theme: Theme) -> None:
    axis = ElidedAxis("left")
    plot = pg.PlotWidget(axisItems={"left": axis})
    qtbot.addWidget(plot)
    axis.setTickFont(plot.font())
    axis.setLabel("a title that is much longer than the axis beside it is high")
    plot.resize(300, 160)
    with qtbot.waitExposed(plot):
        plot.show()
    assert axis.label.toPlainText().strip().endswith("…")
    assert axis.label.boundingRect().width() <= axis.size().height() + 10
    plot.resize(300, 700)
    qtbot.waitUntil(lambda: "…" not in axis.label.toPlainText())


def test_a_longer_sentence_takes_room_of_the_digit(qtbot, theme: Theme, monkeypatch) -> None:
    card = PredictionCard()
    qtbot.addWidget(card)
    height = card.set_size("usual", theme)
    card.resize(180, height)
    with qtbot.waitExposed(card):
        card.show()
    sentence = "words " * 16
    monkeypatch.setattr("gui.draw.prediction_cards.tr", lambda text, *values: sentence if "likely" in text else text)
    probabilities = np.linspace(0.05, 0.15, 10).astype(np.float32)
    stages = stages_of_input(np.zeros((28, 28), np.float32))
    card.show_prediction(Prediction(probabilities, 9, stages), "")
    second, digit = card.findChild(QLabel, "second"), card.findChild(QLabel, "digit")
    assert second.text() == sentence
    assert second.height() >= second.heightForWidth(second.width())
    assert second.geometry().bottom() <= second.parentWidget().height()
    assert digit.geometry().bottom() <= second.geometry().top()
