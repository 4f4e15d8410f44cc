"""The page Network: the diagram, a layer opened from it, the calculation of a number, and what is said about it."""

import re
from pathlib import Path

import numpy as np
import pytest
from page_context import page_context, weights_of
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from window_shutdown import shut_down

from engine.ink.preprocess import stages_of_input
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import PRESETS
from engine.recognizer import Recognizer
from engine.weights import Weights
from gui.current_network import CurrentNetwork
from gui.draw.calculation.formulas import number, percent
from gui.draw.draw_tab import DrawTab
from gui.draw.network.network_page import NetworkPage

MLP = NetworkSpec.mlp((50,), "relu")
IMAGE = np.random.default_rng(1).random((28, 28)).astype(np.float32)
Key = Qt.Key


def recognizer(spec: NetworkSpec, seed: int = 0) -> Recognizer:
    network = Network(spec)
    network.initialize(np.random.default_rng(seed))
    return Recognizer(spec, network.snapshot(), max_batch=1)


@pytest.fixture
def page(qtbot, tmp_path: Path) -> NetworkPage:
    made = NetworkPage(page_context(recognizer(MLP), tmp_path))
    qtbot.addWidget(made)
    made.resize(1000, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def show(page: NetworkPage) -> tuple[np.ndarray, ...]:
    stages = stages_of_input(IMAGE)
    mine = page._network.recognizer
    page.show_prediction(mine.predict(stages), stages)
    return tuple(each[0] for each in mine.activations(IMAGE))


def test_the_readout_explains_what_is_pointed_at(page: NetworkPage) -> None:
    a1, z1, _a2 = show(page)
    params = page._network.recognizer.params
    assert page.readout.text().startswith("Point at a number")
    neuron = int(z1.argmax())
    page.diagram.point_at(1, neuron)
    text, b = page.readout.text(), float(params["b1"][neuron])
    assert text.startswith(
        f"z1[{neuron}] = ReLU({number(a1[neuron])}) = {number(z1[neuron])}, a1[{neuron}] = Σ x W1 + b1 = "
    )
    assert text.endswith(f" + {number(b)} = {number(a1[neuron])}")
    products = params["W1"][:, neuron] * IMAGE.reshape(-1)
    row, column = divmod(int(np.abs(products).argmax()), 28)
    assert page.terms.text().startswith(f"Largest products: x[{row}, {column}] ")
    page.diagram.point_at(3, 4)
    p = float(page.diagram.probabilities[4])
    assert page.readout.text().startswith("y[4] = exp(")
    assert percent(p) in page.readout.text()
    page.diagram.point_at(0, None)
    assert page.readout.text() == "a1  ·  Affine  ·  W1 b1  ·  50. Click to open this layer."


def test_the_readout_follows_the_drawing_and_the_weights(page: NetworkPage) -> None:
    show(page)
    page.diagram.point_at(2, 5)
    before = page.readout.text()
    page._network.use(weights_of(recognizer(MLP, seed=3)), None)
    show(page)
    assert page.diagram.pointed_at == (2, 5)
    assert page.readout.text() != before


def test_a_heading_opens_the_layer_and_escape_returns(page: NetworkPage) -> None:
    show(page)
    page.activateWindow()
    page.diagram.setFocus()
    page.diagram.point_at(1, None)
    QTest.keyClick(page.diagram, Key.Key_Return)
    assert page.opened == 1
    assert page.layer_view.bars.isVisible()
    assert QApplication.focusWidget() is page.layer_view.title
    QTest.keyClick(page.layer_view.title, Key.Key_Right)
    assert page.opened == 2
    QTest.keyClick(page.layer_view.title, Key.Key_Escape)
    assert page.opened is None
    assert page.diagram.current == (2, None)
    assert QApplication.focusWidget() is page.diagram


def test_only_what_is_visible_is_updated(page: NetworkPage) -> None:
    show(page)
    calls = []
    page.diagram.show_activations, whole = lambda *_: calls.append("diagram"), page.diagram.show_activations
    page.open_layer(0)
    show(page)
    assert not calls
    page.diagram.show_activations = whole
    page.close_layer()
    np.testing.assert_array_equal(page.diagram.values_of(0), page._network.recognizer.activations(IMAGE)[0][0])


def test_nothing_is_computed_while_the_page_is_hidden(page: NetworkPage, monkeypatch: pytest.MonkeyPatch) -> None:
    show(page)
    page.hide()
    computed = []
    activations = Recognizer.activations
    monkeypatch.setattr(Recognizer, "activations", lambda *args: computed.append(1) or activations(*args))
    stages = stages_of_input(IMAGE[::-1].copy())
    page.show_prediction(page._network.recognizer.predict(stages), stages)
    page._network.use(weights_of(recognizer(MLP, seed=4)), None)
    assert not computed
    page.show()
    assert computed
    np.testing.assert_array_equal(page.diagram.image, stages.centred)


def test_a_click_on_a_number_shows_its_calculation(page: NetworkPage) -> None:
    show(page)
    at = page.diagram.cell_rect((0, 7)).center().toPoint()
    QTest.mouseClick(page.diagram, Qt.MouseButton.LeftButton, pos=at)
    panel = page.calculation
    assert panel.isVisible()
    assert (panel.layer_index, panel.cell) == (0, 7)
    # The diagram marks what the keys of the calculation go to.
    QTest.keyClick(panel, Key.Key_Right)
    assert page.diagram.pointed_at == (0, 8)
    # It stays marked when the mouse has been elsewhere.
    QTest.mouseMove(page.diagram, page.diagram.cell_rect((1, 20)).center().toPoint())
    assert page.diagram.pointed_at == (1, 20)
    QApplication.sendEvent(page.diagram, QEvent(QEvent.Type.Leave))
    assert page.diagram.pointed_at == (0, 8)
    QTest.keyClick(panel, Key.Key_Escape)
    assert not panel.isVisible()
    assert page.opened is None


def test_the_calculation_follows_the_weights_and_ends_with_the_network(page: NetworkPage) -> None:
    show(page)
    page.show_calculation(2, 3)
    before = page.calculation.title.text()
    page._network.use(weights_of(recognizer(MLP, seed=3)), None)
    show(page)
    assert page.calculation.isVisible()
    assert page.calculation.title.text() != before
    page._network.use(weights_of(recognizer(PRESETS["simple-convnet"]())), None)
    assert not page.calculation.isVisible()
    show(page)
    page.show_calculation(0, (5, 6, 7))
    assert page.calculation.cell == (5, 6, 7)


def test_without_room_the_calculation_takes_the_place_of_the_network(page: NetworkPage, qtbot) -> None:
    page.resize(480, 220)
    show(page)
    page.show_calculation(0, 3)
    assert page.calculation.isVisible()
    assert not page.diagram.isVisible()
    page.close_calculation()
    assert page.diagram.isVisible()
    page.show_calculation(0, 3)
    page.resize(1000, 400)
    assert page.diagram.isVisible()
    assert page.calculation.isVisible()


@pytest.mark.parametrize("spec", [MLP, PRESETS["simple-convnet"]()], ids=["mlp", "convnet"])
@pytest.mark.parametrize("value", [np.inf, np.nan, 1e38])
def test_weights_of_a_training_that_failed_are_shown(page: NetworkPage, spec: NetworkSpec, value: float) -> None:
    broken = weights_of(recognizer(spec))
    for name in ("W1", "W2"):
        broken.params[name][..., ::2] = value
    with np.errstate(all="ignore"):
        page._network.use(broken, None)
    outputs = [np.full(shape, value, np.float32) for shape in spec.shapes()]
    page.diagram.show_activations(IMAGE, tuple(outputs), np.full(10, np.nan, np.float32))
    for layer, output in enumerate(outputs):
        page.diagram.point_at(layer, 3 if output.ndim == 1 else (3, 4, 5))
        assert page.readout.text()
        assert not re.search(r"\b(nan|inf)\b", page.readout.text() + page.terms.text())
        assert not page.grab().toImage().isNull()


def test_without_a_drawing_nothing_is_calculated(page: NetworkPage) -> None:
    page.show_calculation(0, 3)
    assert not page.calculation.isVisible()


def test_the_page_follows_the_drawing_and_the_training(qtbot, actions, settings, theme) -> None:
    network = CurrentNetwork(weights_of(recognizer(MLP)), None)
    tab = DrawTab(network, actions, settings, theme)
    qtbot.addWidget(tab, before_close_func=shut_down)
    tab.show()
    page = tab.pages.network.make()
    tab.pages.setCurrentWidget(tab.pages.network)
    assert page.diagram.image is None
    tab.model.begin(8, 8)
    tab.model.extend(20, 20)
    tab.model.end()

    def follows() -> bool:
        if page.diagram.image is None:
            return False
        logits = network.recognizer.activations(tab.prediction.stages.centred)[-1][0]
        return np.array_equal(page.diagram.values_of(2), logits)

    qtbot.waitUntil(follows)
    for seed in (3, 4):
        # Snapshots of a training, of a network with other layers as well.
        for spec in (MLP, NetworkSpec.mlp((20,))):
            network.follow(spec, recognizer(spec, seed).params)
            qtbot.waitUntil(follows)
    tab.model.clear()
    qtbot.waitUntil(lambda: page.diagram.image is None)
    network.use(Weights(MLP, recognizer(MLP, seed=3).params, name="other"), None)


def test_another_network_is_painted_before_its_activations_come(page: NetworkPage) -> None:
    for spec in (PRESETS["simple-convnet"](), MLP, NetworkSpec.mlp((20, 30, 40)), MLP):
        page._network.use(weights_of(recognizer(spec)), None)
        page.diagram.grab()
        show(page)
        page.diagram.grab()


def test_it_shows_the_drawing_when_it_is_made_late_or_shown_again(qtbot, actions, settings, theme) -> None:
    tab = DrawTab(CurrentNetwork(weights_of(recognizer(MLP)), None), actions, settings, theme)
    qtbot.addWidget(tab, before_close_func=shut_down)
    tab.resize(1600, 900)
    tab.show()
    tab.model.begin(8, 8)
    tab.model.extend(20, 20)
    tab.model.end()
    qtbot.waitUntil(lambda: tab.prediction is not None and tab.prediction.digit is not None)
    # In a wide window it has a part of its own.
    tab.make_pages()
    page = tab.pages.network.make()
    qtbot.waitUntil(page.isVisible)
    qtbot.waitUntil(lambda: page.diagram.image is not None)
    tab.hide()
    tab.model.clear()
    qtbot.wait(50)
    tab.show()
    qtbot.waitUntil(lambda: page.diagram.image is None)


def test_with_a_large_font_the_calculation_needs_more_room(qtbot, tmp_path: Path) -> None:
    context = page_context(recognizer(MLP), tmp_path)
    context.theme.font_pixels = 26
    made = NetworkPage(context)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    with qtbot.waitExposed(made):
        made.show()
    show(made)
    made.show_calculation(1, 3)
    assert made.calculation.isVisible()
    assert not made.diagram.isVisible()
    made.resize(1800, 1000)
    assert made.diagram.isVisible()


def test_another_network_closes_the_calculation_and_leaves_the_focus_where_it_is(qtbot, page: NetworkPage) -> None:
    other = QLineEdit(page)
    other.show()
    show(page)
    page.activateWindow()
    page.show_calculation(0, 3)
    page.close_calculation()
    assert QApplication.focusWidget() is page.diagram
    page.show_calculation(0, 3)
    other.setFocus()
    page._network.use(weights_of(recognizer(NetworkSpec.mlp((20,)))), None)
    assert page.calculation.isHidden()
    assert QApplication.focusWidget() is other
    # Also while the page is not in front.
    show(page)
    page.show_calculation(0, 3)
    page.hide()
    page._network.use(weights_of(recognizer(MLP)), None)
    page.show()
    assert page.calculation.isHidden()


def test_a_click_before_the_activations_of_another_network_have_come_does_nothing(page: NetworkPage) -> None:
    show(page)
    page._network.use(weights_of(recognizer(NetworkSpec.mlp((20, 30, 40)))), None)
    page.diagram.chosen.emit(6, 5)
    assert page.calculation.isHidden()


def test_it_shows_the_drawing_when_the_window_becomes_wide(qtbot, actions, settings, theme) -> None:
    tab = DrawTab(CurrentNetwork(weights_of(recognizer(MLP)), None), actions, settings, theme)
    qtbot.addWidget(tab, before_close_func=shut_down)
    tab.resize(1000, 700)
    tab.show()
    tab.make_pages()
    page = tab.pages.network.make()
    tab.model.begin(8, 8)
    tab.model.extend(20, 20)
    tab.model.end()
    qtbot.waitUntil(lambda: tab.prediction is not None and tab.prediction.digit is not None)
    qtbot.wait(100)
    assert not page.isVisible()
    tab.resize(1600, 900)
    qtbot.waitUntil(page.isVisible)
    qtbot.waitUntil(lambda: page.diagram.image is not None)
