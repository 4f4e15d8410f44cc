"""Attribution: the colours are the engine's, computed in the background, for the digit that was chosen last."""

import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from page_context import page_context, weights_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QSlider
from window_shutdown import shut_down

from engine.explain.integrated_gradients import Attribution, integrated_gradients
from engine.ink.preprocess import prepare_drawing
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.recognizer import Prediction, Recognizer, is_sure
from engine.types import FloatArray
from engine.weights import Weights
from gui.current_network import CurrentNetwork
from gui.draw.draw_tab import DrawTab
from gui.draw.pages import attribution
from gui.draw.pages.attribution import AttributionPage
from gui.draw.pages.explanations import Explanations
from gui.draw.pages.page import PageContext
from gui.widgets.pixel_view import PixelView

SPEC = NetworkSpec.mlp((20,), "relu")
STROKE = np.array([[8, 6], [19, 6], [13, 22]], np.float32)


def recognizer(seed: int = 0) -> Recognizer:
    network = Network(SPEC)
    network.initialize(np.random.default_rng(seed))
    return Recognizer(SPEC, network.snapshot(), max_batch=1)


@pytest.fixture
def context(qapp, tmp_path: Path) -> PageContext:
    return page_context(recognizer(), tmp_path)


@pytest.fixture
def explanations(qtbot, context: PageContext) -> Iterator[Explanations]:
    yield context.explanations
    context.explanations.cancel()
    qtbot.waitUntil(lambda: not context.explanations.busy)


@pytest.fixture
def page(qtbot, context: PageContext, explanations: Explanations) -> Iterator[AttributionPage]:
    made = AttributionPage(context)
    qtbot.addWidget(made)
    made.resize(520, 240)
    made.show()
    yield made
    made.shut_down()


def show(page: AttributionPage, prediction: Prediction) -> None:
    page.show_prediction(prediction, prediction.stages)


def explain(page: AttributionPage, qtbot) -> None:
    show(page, recognizer().predict(prepare_drawing([STROKE])))
    qtbot.waitUntil(lambda: page.attribution is not None)


def text(page: AttributionPage, name: str) -> str:
    return page.findChild(QLabel, name).text()


def button(page: AttributionPage, name: str) -> QPushButton:
    return page.findChild(QPushButton, name)


def test_without_ink_there_is_nothing_to_explain(page: AttributionPage) -> None:
    show(page, recognizer().predict(prepare_drawing([])))
    assert "Draw a digit" in text(page, "attribution-text")
    assert not button(page, "attribution-3").isEnabled()
    assert not button(page, "attribution-change").isVisible()


def test_the_predicted_digit_is_explained_first(page: AttributionPage, qtbot) -> None:
    explain(page, qtbot)
    prediction = recognizer().predict(prepare_drawing([STROKE]))
    network = Network(SPEC, 32)
    network.load(recognizer().params)
    expected = integrated_gradients(network, prediction.stages.centred, prediction.digit)
    np.testing.assert_allclose(page.attribution.values, expected.values, atol=1e-6)
    assert text(page, "attribution-heading") == f"What supports {prediction.digit}?"
    assert f"{expected.difference:+.1f}" in text(page, "attribution-text")
    assert button(page, f"attribution-{prediction.digit}").isChecked()
    assert not button(page, "attribution-change").isVisible()
    np.testing.assert_array_equal(page.findChild(PixelView).pixels, page.attribution.values)


def test_another_digit_is_explained_and_the_change_that_leads_to_it(page: AttributionPage, qtbot) -> None:
    explain(page, qtbot)
    winner = page.digit
    other = (winner + 1) % 10
    QTest.mouseClick(button(page, f"attribution-{other}"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.attribution is not None)
    assert text(page, "attribution-heading") == f"What supports {other}?"
    assert [digit for digit in range(10) if button(page, f"attribution-{digit}").isChecked()] == [other]
    search = button(page, "attribution-change")
    assert search.text() == f"What would make it {other}?"
    search.click()
    frame = page.findChild(QSlider, "attribution-frame")
    qtbot.waitUntil(lambda: frame.isVisible() and frame.value() == frame.maximum(), timeout=15_000)
    assert page._change.found
    assert page._change.probabilities[-1].argmax() == other
    # The smallest change makes it the most probable, and no more.
    assert not is_sure(page._change.probabilities[-1])
    assert text(page, "attribution-text").startswith(f"Not sure, perhaps {other} (")
    frame.setValue(0)
    first = "Predicted as" if is_sure(page._change.probabilities[0]) else "Not sure, perhaps"
    assert text(page, "attribution-text").startswith(f"{first} {winner} (")
    assert search.text() == "Again"
    search.click()
    qtbot.waitUntil(lambda: frame.value() == frame.maximum(), timeout=15_000)
    # The same drawing, another network: the chosen digit stays. For another drawing it is reset.
    explain(page, qtbot)
    assert page.digit == other
    show(page, recognizer().predict(prepare_drawing([STROKE[::-1] * (1, 0.5)])))
    assert page.digit == page._prediction.digit
    assert not frame.isVisible()


def test_digits_are_chosen_by_keys_and_the_focus_stays(page: AttributionPage, qtbot) -> None:
    explain(page, qtbot)
    page.activateWindow()
    winner = page.digit
    assert [
        each for each in range(10) if button(page, f"attribution-{each}").focusPolicy() & Qt.FocusPolicy.TabFocus
    ] == [winner]
    button(page, f"attribution-{winner}").setFocus()
    # Left and right in a row of five, at its end the other way.
    keys = (Qt.Key.Key_Right, Qt.Key.Key_Left)
    QTest.keyClick(button(page, f"attribution-{winner}"), keys[winner % 5 == 4])
    other = winner + (-1 if winner % 5 == 4 else 1)
    assert page.digit == other
    assert button(page, f"attribution-{other}").hasFocus()
    search = button(page, "attribution-change")
    search.setFocus()
    QTest.keyClick(search, Qt.Key.Key_Space)
    assert search.text() == "Searching…"
    QTest.keyClick(search, Qt.Key.Key_Space)
    frame = page.findChild(QSlider, "attribution-frame")
    qtbot.waitUntil(lambda: frame.isVisible() and frame.value() == frame.maximum(), timeout=15_000)
    assert search.text() == "Again"
    assert search.hasFocus()


def test_the_page_follows_the_canvas_and_a_bar_opens_it(qtbot, actions, settings, theme) -> None:
    weights = Weights(SPEC, {name: array.copy() for name, array in recognizer().params.items()}, name="some")
    tab = DrawTab(CurrentNetwork(weights, None), actions, settings, theme)
    qtbot.addWidget(tab, before_close_func=shut_down)
    tab.resize(1000, 600)
    with qtbot.waitExposed(tab):
        tab.show()
    with qtbot.waitSignal(tab.predicted):
        tab.model.begin(8, 6)
        tab.model.extend(19, 6)
        tab.model.end()
    for digit in (3, 6):
        place = tab.chart.bar_rect(digit, 0.5).center().toPoint()
        QTest.mouseClick(tab.chart, Qt.MouseButton.LeftButton, pos=place)
        qtbot.waitUntil(lambda: tab.pages.attribution.make().attribution is not None)
        assert tab.pages.currentWidget() is tab.pages.attribution
        assert tab.pages.attribution.make().digit == digit
    tab.shut_down()
    qtbot.waitUntil(lambda: not tab.busy)


def test_it_is_explained_during_a_training(page: AttributionPage, qtbot, context: PageContext) -> None:
    """Ten snapshots a second: the chosen digit stays, and its attribution is updated."""
    context.network.follow(SPEC, recognizer().params)
    explain(page, qtbot)
    page.choose(3)
    qtbot.waitUntil(lambda: page.attribution is not None)
    seen = []
    for seed in range(1, 12):
        context.network.follow(SPEC, recognizer(seed).params)
        show(page, recognizer(seed).predict(prepare_drawing([STROKE])))
        qtbot.wait(50)
        assert page.digit == 3
        assert page.attribution is not None
        seen.append(page.attribution)
    assert len({id(each) for each in seen}) >= 3


def replace_network(network: CurrentNetwork, how: str) -> None:
    """By one of the ways that there are in the window."""
    other = recognizer(1)
    if how == "training":
        network.follow(SPEC, other.params)
    elif how == "earlier epoch":
        network.view(weights_of(other), "epoch 1")
    else:
        network.use(weights_of(other), None)


def expected(seed: int, page: AttributionPage) -> Attribution:
    network = Network(SPEC, 32)
    network.load(recognizer(seed).params)
    return integrated_gradients(network, page._prediction.stages.centred, page.digit)


class Held:
    """Computes the attribution once it is released."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.began, self.let, self._computed = threading.Event(), threading.Event(), attribution.integrated_gradients
        monkeypatch.setattr(attribution, "integrated_gradients", self)

    def __call__(self, network: Network, image: FloatArray, digit: int, keep_going: Callable[[], bool]) -> object:
        self.began.set()
        assert self.let.wait(20)
        return self._computed(network, image, digit)


@pytest.mark.parametrize("how", ["training", "earlier epoch", "other weights"])
def test_nothing_of_a_network_is_shown_once_another_one_predicts(
    page: AttributionPage, qtbot, context: PageContext, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    explain(page, qtbot)
    page.choose(digit := (page.digit + 1) % 10)
    button(page, "attribution-change").click()
    qtbot.waitUntil(lambda: page._change is not None)
    held = Held(monkeypatch)
    page.choose(digit)
    qtbot.waitUntil(held.began.is_set)
    replace_network(context.network, how)
    assert page.attribution is None
    assert page._change is None
    assert text(page, "attribution-text") == "Computing…"
    show(page, recognizer(1).predict(prepare_drawing([STROKE])))
    held.let.set()
    qtbot.waitUntil(lambda: page.attribution is not None)
    assert page.digit == digit
    np.testing.assert_allclose(page.attribution.values, expected(1, page).values, atol=1e-6)


@pytest.mark.parametrize("how", ["training", "earlier epoch", "other weights"])
def test_a_change_that_was_found_is_dropped_with_its_network(
    page: AttributionPage, qtbot, context: PageContext, how: str
) -> None:
    explain(page, qtbot)
    page.choose(digit := (page.digit + 1) % 10)
    button(page, "attribution-change").click()
    qtbot.waitUntil(lambda: page._change is not None)
    replace_network(context.network, how)
    assert button(page, "attribution-change").text() == f"What would make it {digit}?"
    assert not page.findChild(QSlider, "attribution-frame").isVisible()
    assert text(page, "attribution-text") == "Computing…"


def test_the_last_step_of_a_training_is_explained(
    page: AttributionPage, qtbot, context: PageContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    context.network.follow(SPEC, recognizer().params)
    held = Held(monkeypatch)
    show(page, recognizer().predict(prepare_drawing([STROKE])))
    qtbot.waitUntil(held.began.is_set)
    context.network.follow(SPEC, recognizer(1).params)
    show(page, recognizer(1).predict(prepare_drawing([STROKE])))
    held.let.set()
    qtbot.waitUntil(lambda: page.attribution is not None)
    qtbot.waitUntil(lambda: np.allclose(page.attribution.values, expected(1, page).values, atol=1e-6))


def test_nothing_of_a_drawing_is_delivered_once_there_is_another_one(
    page: AttributionPage, qtbot, context: PageContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its prediction may take seconds: a photo is searched for digits first."""
    context.model.show_strokes([STROKE])
    held = Held(monkeypatch)
    show(page, recognizer().predict(prepare_drawing([STROKE])))
    qtbot.waitUntil(held.began.is_set)
    context.model.show_image(np.ones((40, 40), np.float32))
    held.let.set()
    qtbot.waitUntil(lambda: not context.explanations.busy)
    assert page.attribution is None


@pytest.mark.parametrize("value", [1e38, np.inf, np.nan])
def test_a_network_that_has_diverged_is_explained_by_a_sentence(
    page: AttributionPage, qtbot, context: PageContext, value: float
) -> None:
    found = recognizer()
    broken = {name: np.full_like(values, value) for name, values in found.params.items()}
    found.use(SPEC, broken)
    context.network.use(weights_of(found), None)
    show(page, found.predict(prepare_drawing([STROKE])))
    qtbot.waitUntil(lambda: page.attribution is not None)
    digit = page.digit
    assert text(page, "attribution-text") == (
        f"The numbers are too large to say what supports {digit}: the network has diverged."
    )
    assert not page.grab().isNull()
    np.testing.assert_array_equal(page.findChild(PixelView).pixels, page._prediction.stages.centred)


def test_a_large_difference_is_short(page: AttributionPage, qtbot, context: PageContext) -> None:
    found = recognizer()
    found.use(SPEC, {name: values * np.float32(1e15) for name, values in found.params.items()})
    context.network.use(weights_of(found), None)
    show(page, found.predict(prepare_drawing([STROKE])))
    qtbot.waitUntil(lambda: page.attribution is not None)
    assert re.search(r"Together \+\d\.\d · 10[²³].: its logit", text(page, "attribution-text"))


# -- the thread


class Waiting:
    """Work that runs until it is released or cancelled."""

    def __init__(self) -> None:
        self.began, self.let = threading.Event(), threading.Event()

    def __call__(self, network: Network, keep_going: Callable[[], bool]) -> str:
        self.began.set()
        while keep_going() and not self.let.wait(0.005):
            pass
        return "done"


def test_of_each_kind_the_last_request_is_computed(explanations: Explanations, qtbot) -> None:
    found: list[str] = []
    slow = Waiting()
    explanations.request("one", slow, lambda it: found.append("first"))
    explanations.request("other", lambda network, keep_going: "x", lambda it: found.append(f"other {it}"))
    qtbot.waitUntil(slow.began.is_set)
    explanations.request("one", lambda network, keep_going: "y", lambda it: found.append(f"second {it}"))
    qtbot.waitUntil(lambda: len(found) == 2)
    assert sorted(found) == ["other x", "second y"]


def test_a_dropped_explanation_is_not_delivered(explanations: Explanations, qtbot) -> None:
    found: list[object] = []
    slow = Waiting()
    explanations.request("one", slow, found.append)
    qtbot.waitUntil(slow.began.is_set)
    explanations.drop("one")
    qtbot.waitUntil(lambda: not explanations.busy)
    explanations.request("one", lambda network, keep_going: "late", found.append)
    explanations.cancel()
    qtbot.waitUntil(lambda: not explanations.busy)
    assert found == []


def test_the_copy_of_the_network_is_updated(explanations: Explanations, context: PageContext, qtbot) -> None:
    sums: list[float] = []
    for seed in (0, 1):
        context.network.use(weights_of(recognizer(seed)), None)
        explanations.request("sum", lambda network, keep_going: float(network.theta.sum()), sums.append)
        qtbot.waitUntil(lambda seed=seed: len(sums) == seed + 1)
        assert sums[-1] == pytest.approx(sum(float(a.sum()) for a in recognizer(seed).params.values()), abs=1e-3)


def test_an_error_is_shown(explanations: Explanations, qtbot, caplog) -> None:
    def broken(network: Network, keep_going: Callable[[], bool]) -> object:
        raise ZeroDivisionError("oh")

    with qtbot.waitSignal(explanations.failed) as failed:
        explanations.request("one", broken, print)
    assert "could not be explained" in failed.args[0]
    qtbot.waitUntil(lambda: not explanations.busy)
