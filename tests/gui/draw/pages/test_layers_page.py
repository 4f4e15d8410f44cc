"""Inside: the numbers that are shown are those of the engine, and the pointer reads them."""

from pathlib import Path

import numpy as np
import pytest
from page_context import page_context, weights_of
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from engine.ink.preprocess import stages_of_input
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import PRESETS
from engine.recognizer import Recognizer
from engine.weights import Weights
from gui.current_network import CurrentNetwork
from gui.draw.draw_tab import DrawTab
from gui.draw.pages.layers import LayersPage, layer_titles
from gui.draw.pages.page import PageContext
from gui.widgets.colour_maps import coloured

MLP = NetworkSpec.mlp((50,), "relu")
CONVNET = PRESETS["simple-convnet"]()


def recognizer(spec: NetworkSpec, seed: int = 0) -> Recognizer:
    network = Network(spec)
    network.initialize(np.random.default_rng(seed))
    return Recognizer(spec, network.snapshot(), max_batch=1)


IMAGE = np.random.default_rng(1).random((28, 28)).astype(np.float32)


@pytest.fixture
def context(qapp, tmp_path: Path) -> PageContext:
    return page_context(recognizer(MLP), tmp_path)


@pytest.fixture
def page(qtbot, context: PageContext) -> LayersPage:
    made = LayersPage(context)
    qtbot.addWidget(made)
    made.resize(500, 260)
    with qtbot.waitExposed(made):
        made.show()
    return made


def use(page: LayersPage, mine: Recognizer) -> None:
    page._network.use(weights_of(mine), None)


def show(page: LayersPage, mine: Recognizer) -> None:
    stages = stages_of_input(IMAGE)
    use(page, mine)
    page.show_prediction(mine.predict(stages), stages)


def choose(page: LayersPage, layer: int, view: int = 0) -> None:
    page.layers.setCurrentIndex(layer)
    page.view.setCurrentIndex(view)


def test_layers_have_the_names_of_the_book() -> None:
    assert layer_titles(MLP) == [
        "1 Affine  ·  W1 b1  ·  50",
        "2 ReLU  ·  50",
        "3 Affine  ·  W2 b2  ·  10",
    ]
    assert layer_titles(CONVNET)[0] == "1 Convolution  ·  W1 b1  ·  30 × 24 × 24"


def test_without_ink_there_is_a_hint(page: LayersPage) -> None:
    use(page, recognizer(MLP))
    assert page.readout.text() == "Draw a digit to see the output of this layer."
    assert len(page.tiles.values) == 0


@pytest.mark.parametrize("spec", [MLP, CONVNET], ids=["mlp", "convnet"])
def test_every_layer_shows_what_the_engine_computes(page: LayersPage, spec: NetworkSpec) -> None:
    mine = recognizer(spec)
    show(page, mine)
    for layer, expected in enumerate(mine.activations(IMAGE)):
        choose(page, layer)
        view = page.tiles if expected.ndim == 4 else page.bars
        assert view.isVisible()
        np.testing.assert_array_equal(view.values, expected[0])


def test_the_number_under_the_mouse_is_shown(page: LayersPage) -> None:
    mine = recognizer(CONVNET)
    show(page, mine)
    choose(page, 0)
    place = page.tiles.tile_rect(17)
    pixel = place.width() / 24
    at = QPointF(place.x() + 5.5 * pixel, place.y() + 3.5 * pixel)
    assert page.tiles.cell_at(at) == (17, 3, 5)
    QTest.mouseMove(page.tiles, at.toPoint())
    page.tiles.pointed.emit(page.tiles.cell_at(at))
    value = mine.activations(IMAGE)[0][0, 17, 3, 5]
    assert page.readout.text() == f"image 17, row 3, column 5: {value:.3g}"
    page.tiles.pointed.emit(None)
    assert page.readout.text() == "Point at a number to see it."
    assert page.tiles.cell_at(QPointF(page.tiles.width() - 1, page.tiles.height() - 1)) is None

    choose(page, page.layers.count() - 1)
    width = page.bars.cell_rect(0).width()
    QTest.mouseClick(page.bars, Qt.MouseButton.LeftButton, pos=QPoint(int(3.5 * width), 20))
    value = mine.activations(IMAGE)[-1][0, 3]
    assert page.readout.text() == f"neuron 3: {value:.3g}"


def test_a_neurons_weights_times_its_input_add_up_to_its_sum(page: LayersPage) -> None:
    mine = recognizer(MLP)
    show(page, mine)
    choose(page, 0)
    page.bars.clicked.emit(7)
    page.view.setCurrentIndex(2)
    products = page.tiles.values
    assert products.shape == (1, 28, 28)
    before_bias = mine.activations(IMAGE)[0][0, 7] - mine.params["b1"][7]
    assert products.sum() == pytest.approx(before_bias, rel=1e-4)
    assert page.readout.text().startswith("Neuron 7: the sum is ")


def test_the_first_weights_are_images_and_a_click_goes_to_the_neuron(page: LayersPage, qtbot) -> None:
    mine = recognizer(MLP)
    show(page, mine)
    choose(page, 0, view=1)
    assert page.view.currentText() == "Weights W1"
    np.testing.assert_array_equal(page.tiles.values, mine.params["W1"].T.reshape(50, 28, 28))
    at = page.tiles.tile_rect(20).center().toPoint()
    QTest.mouseClick(page.tiles, Qt.MouseButton.LeftButton, pos=at)
    assert page.view.currentText() == "W1 of a neuron × its input"
    assert page.readout.text().startswith("Neuron 20: ")


def test_filters_are_tiles(page: LayersPage) -> None:
    mine = recognizer(CONVNET)
    use(page, mine)
    choose(page, 0, view=1)
    np.testing.assert_array_equal(page.tiles.values, mine.params["W1"].reshape(30, 5, 5))


def test_neurons_are_chosen_by_keys(page: LayersPage) -> None:
    mine = recognizer(MLP)
    show(page, mine)
    choose(page, 2)
    page.bars.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left):
        QTest.keyClick(page.bars, key)
    assert page.readout.text().startswith("neuron 9: ")


def test_keys_go_through_the_products_of_a_neuron(page: LayersPage) -> None:
    mine = recognizer(MLP)
    show(page, mine)
    choose(page, 2, view=1)
    assert page.view.currentText() == "W2 of a neuron × its input"
    before = page.bars.values
    page.activateWindow()
    page.bars.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(page.bars, key)
    np.testing.assert_array_equal(page.bars.values, before)
    assert page.readout.text() == page.bars.accessibleName() == f"neuron 2: {before[2]:.3g}"
    page.bars.clearFocus()
    assert page.bars.accessibleName() == "The layer's neurons"
    assert page.readout.text().startswith("Neuron ")


def test_keys_go_through_images_and_return_chooses_the_neuron(page: LayersPage) -> None:
    mine = recognizer(MLP)
    show(page, mine)
    choose(page, 0, view=1)
    page.activateWindow()
    page.tiles.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(page.tiles, key)
    assert page.readout.text() == page.tiles.accessibleName()
    tile = page.tiles.pointed_at[0]
    assert page.readout.text().startswith(f"image {tile}, row ")
    QTest.keyClick(page.tiles, Qt.Key.Key_Return)
    assert page.view.currentText() == "W1 of a neuron × its input"
    assert page.readout.text().startswith(f"Neuron {tile}: ")
    assert page.tiles.hasFocus()


def test_the_number_that_is_pointed_at_is_updated(page: LayersPage) -> None:
    mine, other = recognizer(CONVNET), recognizer(CONVNET, seed=4)
    show(page, mine)
    page.tiles._point((17, 3, 5))
    show(page, other)
    assert page.readout.text() == f"image 17, row 3, column 5: {other.activations(IMAGE)[0][0, 17, 3, 5]:.3g}"
    choose(page, 1)
    assert page.readout.text() == "Point at a number to see it."


def test_another_network_is_shown_at_once_and_keeps_the_choice_where_possible(page: LayersPage) -> None:
    show(page, recognizer(MLP))
    choose(page, 2)
    other = recognizer(MLP, seed=5)
    use(page, other)
    assert page.layer == 2
    show(page, other)
    np.testing.assert_array_equal(page.bars.values, other.activations(IMAGE)[2][0])
    use(page, recognizer(CONVNET))
    assert page.layers.count() == len(CONVNET.layers)
    assert page.layer == 0


def test_tiles_fit_into_every_size(page: LayersPage, qtbot) -> None:
    mine = recognizer(CONVNET)
    show(page, mine)
    for size in ((300, 160), (900, 200), (400, 500)):
        page.resize(*size)
        qtbot.wait(10)
        for tile in (0, 29):
            assert page.tiles.tile_rect(tile).right() <= page.tiles.width() + 1
            assert page.tiles.tile_rect(tile).bottom() <= page.tiles.height() + 1


def test_colours_are_symmetric_around_zero() -> None:
    colours = coloured(np.array([-2, -1, 0, 1, 2], np.float32), 1.0, signed=True)
    assert colours[0].tolist() == colours[1].tolist() == [0, 114, 178]
    assert colours[2].tolist() == [247, 247, 247]
    assert colours[3].tolist() == colours[4].tolist() == [213, 94, 0]
    assert coloured(np.array([0, 0.5, 1], np.float32), 1.0, signed=False)[:, 0].tolist() == [0, 127, 255]
    assert coloured(np.zeros(3, np.float32), 0.0, signed=True).tolist() == [[247, 247, 247]] * 3


def test_the_page_follows_the_drawing_and_the_network(qtbot, actions, settings, theme) -> None:
    weights = Weights(MLP, {name: array.copy() for name, array in recognizer(MLP).params.items()}, name="some")
    network = CurrentNetwork(weights, None)
    tab = DrawTab(network, actions, settings, theme)
    qtbot.addWidget(tab)
    tab.show()
    page = tab.pages.layers.make()
    tab.pages.setCurrentWidget(tab.pages.layers)
    choose(page, 2)
    tab.model.begin(8, 8)
    tab.model.extend(20, 20)
    tab.model.end()

    def follows() -> bool:
        logits = network.recognizer.activations(tab.prediction.stages.centred)[-1][0]
        return tab.prediction.digit is not None and np.array_equal(page.bars.values, logits)

    qtbot.waitUntil(follows)
    before = page.bars.values.copy()
    network.use(Weights(MLP, recognizer(MLP, seed=3).params, name="other"), None)
    qtbot.waitUntil(lambda: follows() and not np.array_equal(before, page.bars.values))
