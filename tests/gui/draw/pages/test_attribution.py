"""Why: the colours are the engine's, found on a thread, for the digit that was asked for last."""

import threading
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QSlider

from engine.explain import integrated_gradients
from engine.ink.preprocess import prepare_drawing
from engine.nn.network import Network, NetworkSpec
from engine.recognizer import Recognizer
from engine.weights import Weights
from gui.current_network import CurrentNetwork
from gui.draw.draw_tab import DrawTab
from gui.draw.pages.attribution import AttributionPage
from gui.draw.pages.explanations import Explanations

SPEC = NetworkSpec.mlp((20,), "relu")
STROKE = np.array([[8, 6], [19, 6], [13, 22]], np.float32)


def recognizer(seed: int = 0) -> Recognizer:
    network = Network(SPEC)
    network.initialize(np.random.default_rng(seed))
    return Recognizer(SPEC, network.snapshot(), max_batch=1)


@pytest.fixture
def explaining(qtbot) -> Iterator[Explanations]:
    made = Explanations()
    made.use(recognizer())
    yield made
    made.forget()
    qtbot.waitUntil(lambda: not made.busy)
    made.deleteLater()


@pytest.fixture
def page(qtbot, theme, explaining: Explanations) -> Iterator[AttributionPage]:
    made = AttributionPage(explaining, theme)
    qtbot.addWidget(made)
    made.resize(520, 240)
    made.show()
    yield made
    made.shut_down()


def look(page: AttributionPage, qtbot) -> None:
    page.look(recognizer().predict(prepare_drawing([STROKE])))
    qtbot.waitUntil(lambda: page.attribution is not None)


def text(page: AttributionPage, name: str) -> str:
    return page.findChild(QLabel, name).text()


def button(page: AttributionPage, name: str) -> QPushButton:
    return page.findChild(QPushButton, name)


def test_without_ink_there_is_nothing_to_explain(page: AttributionPage) -> None:
    page.look(recognizer().predict(prepare_drawing([])))
    assert "Draw a digit" in text(page, "why-said")
    assert not button(page, "why-3").isEnabled()
    assert not button(page, "why-become").isVisible()


def test_the_winner_is_explained_by_itself(page: AttributionPage, qtbot) -> None:
    look(page, qtbot)
    prediction = recognizer().predict(prepare_drawing([STROKE]))
    network = Network(SPEC, 32)
    network.load(recognizer().params)
    expected = integrated_gradients(network, prediction.stages.centred, prediction.digit)
    np.testing.assert_allclose(page.attribution.values, expected.values, atol=1e-6)
    assert text(page, "why-heading") == f"What speaks for {prediction.digit}?"
    assert f"{expected.difference:+.1f}" in text(page, "why-said")
    assert button(page, f"why-{prediction.digit}").isChecked()
    assert not button(page, "why-become").isVisible()
    shown = page._heat._colours
    assert shown.any()
    assert not shown[prediction.stages.centred == 0].any()


def test_another_digit_can_be_asked_for_and_what_it_would_take(page: AttributionPage, qtbot) -> None:
    look(page, qtbot)
    winner = page.digit
    other = (winner + 1) % 10
    QTest.mouseClick(button(page, f"why-{other}"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.attribution is not None)
    assert text(page, "why-heading") == f"What speaks for {other}?"
    assert [digit for digit in range(10) if button(page, f"why-{digit}").isChecked()] == [other]
    become = button(page, "why-become")
    assert become.text() == f"What would it take to be {other}?"
    become.click()
    film = page.findChild(QSlider, "why-film")
    qtbot.waitUntil(lambda: film.isVisible() and film.value() == film.maximum(), timeout=15_000)
    assert page._change.found
    assert page._change.probabilities[-1].argmax() == other
    assert text(page, "why-said").startswith(f"Read as {other} (")
    film.setValue(0)
    assert text(page, "why-said").startswith(f"Read as {winner} (")
    assert become.text() == "Once more"
    become.click()
    qtbot.waitUntil(lambda: film.value() == film.maximum(), timeout=15_000)
    # The same drawing, read by another network: what was chosen stays. A new one is explained anew.
    look(page, qtbot)
    assert page.digit == other
    page.look(recognizer().predict(prepare_drawing([STROKE[::-1] * (1, 0.5)])))
    assert page.digit == page._prediction.digit
    assert not film.isVisible()


def test_digits_are_chosen_by_keys_and_the_focus_stays(page: AttributionPage, qtbot) -> None:
    look(page, qtbot)
    page.activateWindow()
    winner = page.digit
    assert [each for each in range(10) if button(page, f"why-{each}").focusPolicy() & Qt.FocusPolicy.TabFocus] == [
        winner
    ]
    button(page, f"why-{winner}").setFocus()
    # Left and right in a row of five, at its end the other way.
    keys = (Qt.Key.Key_Right, Qt.Key.Key_Left)
    QTest.keyClick(button(page, f"why-{winner}"), keys[winner % 5 == 4])
    other = winner + (-1 if winner % 5 == 4 else 1)
    assert page.digit == other
    assert button(page, f"why-{other}").hasFocus()
    become = button(page, "why-become")
    become.setFocus()
    QTest.keyClick(become, Qt.Key.Key_Space)
    assert become.text() == "Looking…"
    QTest.keyClick(become, Qt.Key.Key_Space)
    film = page.findChild(QSlider, "why-film")
    qtbot.waitUntil(lambda: film.isVisible() and film.value() == film.maximum(), timeout=15_000)
    assert become.text() == "Once more"
    assert become.hasFocus()


def test_the_page_follows_the_canvas_and_a_bar_asks(qtbot, actions, settings, theme) -> None:
    weights = Weights(SPEC, {name: array.copy() for name, array in recognizer().params.items()}, name="some")
    tab = DrawTab(CurrentNetwork(weights, None), actions, settings, theme)
    qtbot.addWidget(tab)
    tab.resize(1000, 600)
    with qtbot.waitExposed(tab):
        tab.show()
    with qtbot.waitSignal(tab.predicted):
        tab.model.begin(8, 6)
        tab.model.extend(19, 6)
        tab.model.end()
    for digit in (3, 6):
        place = tab.chart.place(digit, 0.5).center().toPoint()
        QTest.mouseClick(tab.chart, Qt.MouseButton.LeftButton, pos=place)
        qtbot.waitUntil(lambda: tab.pages.why.attribution is not None)
        assert tab.pages.currentWidget() is tab.pages.why
        assert tab.pages.why.digit == digit
    tab.shut_down()
    qtbot.waitUntil(lambda: not tab.busy)


def test_a_training_does_not_keep_it_from_being_explained(
    page: AttributionPage, qtbot, explaining: Explanations
) -> None:
    """Ten snapshots a second: what was chosen stays, and what is seen is brought up to date."""
    look(page, qtbot)
    page.choose(3)
    qtbot.waitUntil(lambda: page.attribution is not None)
    seen = []
    for seed in range(1, 12):
        explaining.use(recognizer(seed))
        page.look(recognizer(seed).predict(prepare_drawing([STROKE])))
        qtbot.wait(50)
        assert page.digit == 3
        assert page.attribution is not None
        seen.append(page.attribution)
    assert len({id(each) for each in seen}) >= 3


# -- the thread


class Waiting:
    """Work that goes on until it is let, or told not to."""

    def __init__(self) -> None:
        self.began, self.let = threading.Event(), threading.Event()

    def __call__(self, network: Network, go_on: Callable[[], bool]) -> str:
        self.began.set()
        while go_on() and not self.let.wait(0.005):
            pass
        return "done"


def test_of_each_kind_the_last_one_asked_for_is_found(explaining: Explanations, qtbot) -> None:
    found: list[str] = []
    slow = Waiting()
    explaining.ask("one", slow, lambda it: found.append("first"))
    explaining.ask("other", lambda network, go_on: "x", lambda it: found.append(f"other {it}"))
    qtbot.waitUntil(slow.began.is_set)
    explaining.ask("one", lambda network, go_on: "y", lambda it: found.append(f"second {it}"))
    qtbot.waitUntil(lambda: len(found) == 2)
    assert sorted(found) == ["other x", "second y"]


def test_what_is_forgotten_is_not_told(explaining: Explanations, qtbot) -> None:
    found: list[object] = []
    slow = Waiting()
    explaining.ask("one", slow, found.append)
    qtbot.waitUntil(slow.began.is_set)
    explaining.forget("one")
    qtbot.waitUntil(lambda: not explaining.busy)
    explaining.ask("one", lambda network, go_on: "late", found.append)
    explaining.forget()
    qtbot.waitUntil(lambda: not explaining.busy)
    assert found == []


def test_the_copy_of_the_network_is_brought_up_to_date(explaining: Explanations, qtbot) -> None:
    sums: list[float] = []
    for seed in (0, 1):
        explaining.use(recognizer(seed))
        explaining.ask("sum", lambda network, go_on: float(network.theta.sum()), sums.append)
        qtbot.waitUntil(lambda seed=seed: len(sums) == seed + 1)
        assert sums[-1] == pytest.approx(sum(float(a.sum()) for a in recognizer(seed).params.values()), abs=1e-3)


def test_an_error_is_told(explaining: Explanations, qtbot, caplog) -> None:
    def broken(network: Network, go_on: Callable[[], bool]) -> object:
        raise ZeroDivisionError("oh")

    with qtbot.waitSignal(explaining.failed) as told:
        explaining.ask("one", broken, print)
    assert "could not be explained" in told.args[0]
    qtbot.waitUntil(lambda: not explaining.busy)
