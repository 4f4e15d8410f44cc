"""A layer shown large: the numbers are those of the engine, and the pointer reads them."""

import re

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import PRESETS
from engine.recognizer import Recognizer
from gui.draw.network.layer_view import NEURON, OUTPUT, WEIGHTS, LayerView
from gui.widgets.colour_maps import coloured

MLP = NetworkSpec.mlp((50,), "relu")
CONVNET = PRESETS["simple-convnet"]()


def recognizer(spec: NetworkSpec, seed: int = 0) -> Recognizer:
    network = Network(spec)
    network.initialize(np.random.default_rng(seed))
    return Recognizer(spec, network.snapshot(), max_batch=1)


IMAGE = np.random.default_rng(1).random((28, 28)).astype(np.float32)


Key = Qt.Key


@pytest.fixture
def view(qtbot, theme) -> LayerView:
    made = LayerView(theme, recognizer(MLP))
    qtbot.addWidget(made)
    made.resize(500, 260)
    with qtbot.waitExposed(made):
        made.show()
    return made


def use(view: LayerView, mine: Recognizer) -> None:
    view._recognizer.use(mine.spec, mine.params)
    view.follow_network()


def show(view: LayerView, mine: Recognizer) -> None:
    use(view, mine)
    view.show_activations(IMAGE, tuple(each[0] for each in mine.activations(IMAGE)), mine.probabilities(IMAGE[None])[0])


def choose(view: LayerView, layer: int, shown: int = OUTPUT) -> None:
    view.open(layer)
    view.view.choose(shown)
    QApplication.processEvents()


def test_without_ink_there_is_a_hint(view: LayerView) -> None:
    assert view.readout.text() == "Draw a digit to see the output of this layer."
    assert len(view.tiles.values) == 0


@pytest.mark.parametrize("spec", [MLP, CONVNET], ids=["mlp", "convnet"])
def test_every_layer_shows_what_the_engine_computes(view: LayerView, spec: NetworkSpec) -> None:
    mine = recognizer(spec)
    show(view, mine)
    for layer, expected in enumerate(mine.activations(IMAGE)):
        choose(view, layer)
        shown = view.tiles if expected.ndim == 4 else view.bars
        assert shown.isVisible()
        np.testing.assert_array_equal(shown.values, expected[0])


def test_the_number_under_the_mouse_is_shown(view: LayerView) -> None:
    mine = recognizer(CONVNET)
    show(view, mine)
    choose(view, 0)
    place = view.tiles.tile_rect(17)
    pixel = place.width() / 24
    at = QPointF(place.x() + 5.5 * pixel, place.y() + 3.5 * pixel)
    assert view.tiles.cell_at(at) == (17, 3, 5)
    QTest.mouseMove(view.tiles, at.toPoint())
    view.tiles.pointed.emit(view.tiles.cell_at(at))
    value = mine.activations(IMAGE)[0][0, 17, 3, 5]
    assert view.readout.text() == f"image 17, row 3, column 5: {value:.3g}"
    view.tiles.pointed.emit(None)
    assert view.readout.text() == "Point at a number to see it."
    assert view.tiles.cell_at(QPointF(view.tiles.width() - 1, view.tiles.height() - 1)) is None

    choose(view, len(CONVNET.layers) - 1)
    width = view.bars.cell_rect(0).width()
    QTest.mouseClick(view.bars, Qt.MouseButton.LeftButton, pos=QPoint(int(3.5 * width), 20))
    value = mine.activations(IMAGE)[-1][0, 3]
    assert view.readout.text() == f"neuron 3: {value:.3g}"


def test_a_neurons_weights_times_its_input_add_up_to_its_sum(view: LayerView) -> None:
    mine = recognizer(MLP)
    show(view, mine)
    choose(view, 0)
    view.bars.clicked.emit(7)
    view.view.choose(NEURON)
    products = view.tiles.values
    assert products.shape == (1, 28, 28)
    before_bias = mine.activations(IMAGE)[0][0, 7] - mine.params["b1"][7]
    assert products.sum() == pytest.approx(before_bias, rel=1e-4)
    assert view.readout.text().startswith("Neuron 7: the sum is ")


def test_the_first_weights_are_images_and_a_click_goes_to_the_neuron(view: LayerView, qtbot) -> None:
    mine = recognizer(MLP)
    show(view, mine)
    choose(view, 0, WEIGHTS)
    assert view.view.value == WEIGHTS
    np.testing.assert_array_equal(view.tiles.values, mine.params["W1"].T.reshape(50, 28, 28))
    at = view.tiles.tile_rect(20).center().toPoint()
    QTest.mouseClick(view.tiles, Qt.MouseButton.LeftButton, pos=at)
    assert view.view.value == NEURON
    assert view.readout.text().startswith("Neuron 20: ")


def test_filters_are_tiles(view: LayerView) -> None:
    mine = recognizer(CONVNET)
    use(view, mine)
    choose(view, 0, WEIGHTS)
    np.testing.assert_array_equal(view.tiles.values, mine.params["W1"].reshape(30, 5, 5))


def test_neurons_are_chosen_by_keys(view: LayerView) -> None:
    mine = recognizer(MLP)
    show(view, mine)
    choose(view, 2)
    view.bars.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left):
        QTest.keyClick(view.bars, key)
    assert view.readout.text().startswith("neuron 9: ")


def test_keys_go_through_the_products_of_a_neuron(view: LayerView) -> None:
    mine = recognizer(MLP)
    show(view, mine)
    choose(view, 2, NEURON)
    before = view.bars.values
    view.activateWindow()
    view.bars.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(view.bars, key)
    np.testing.assert_array_equal(view.bars.values, before)
    assert view.readout.text() == view.bars.accessibleName() == f"neuron 2: {before[2]:.3g}"
    view.bars.clearFocus()
    assert view.bars.accessibleName() == "The layer's neurons"
    assert view.readout.text().startswith("Neuron ")


def test_keys_go_through_images_and_return_chooses_the_neuron(view: LayerView) -> None:
    mine = recognizer(MLP)
    show(view, mine)
    choose(view, 0, WEIGHTS)
    view.activateWindow()
    view.tiles.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(view.tiles, key)
    assert view.readout.text() == view.tiles.accessibleName()
    tile = view.tiles.pointed_at[0]
    assert view.readout.text().startswith(f"image {tile}, row ")
    QTest.keyClick(view.tiles, Qt.Key.Key_Return)
    assert view.view.value == NEURON
    assert view.readout.text().startswith(f"Neuron {tile}: ")
    assert view.tiles.hasFocus()


def test_the_number_that_is_pointed_at_is_updated(view: LayerView) -> None:
    mine, other = recognizer(CONVNET), recognizer(CONVNET, seed=4)
    show(view, mine)
    view.tiles._point((17, 3, 5))
    show(view, other)
    assert view.readout.text() == f"image 17, row 3, column 5: {other.activations(IMAGE)[0][0, 17, 3, 5]:.3g}"
    choose(view, 1)
    assert view.readout.text() == "Point at a number to see it."


@pytest.mark.parametrize("spec", [MLP, CONVNET], ids=["bars", "tiles"])
def test_the_canvas_may_be_emptied_while_a_number_is_pointed_at(view: LayerView, spec: NetworkSpec) -> None:
    mine = recognizer(spec)
    show(view, mine)
    choose(view, 0)
    shown = view.bars if spec is MLP else view.tiles
    QTest.mouseMove(shown, QPoint(5, 5) if spec is MLP else view.tiles.tile_rect(0).center().toPoint())
    assert shown.pointed_at is not None
    view.show_activations(None, (), np.full(10, 0.1, np.float32))
    assert view.readout.text() == "Draw a digit to see the output of this layer."


def test_another_network_is_shown_at_once_and_keeps_the_choice_where_possible(view: LayerView) -> None:
    show(view, recognizer(MLP))
    choose(view, 2)
    other = recognizer(MLP, seed=5)
    use(view, other)
    assert view.layer == 2
    show(view, other)
    np.testing.assert_array_equal(view.bars.values, other.activations(IMAGE)[2][0])
    use(view, recognizer(CONVNET))
    assert view.layer == 0
    assert view.title.text() == "a1  ·  Convolution  ·  W1 b1  ·  30 × 24 × 24"


def test_tiles_fit_into_every_size(view: LayerView, qtbot) -> None:
    mine = recognizer(CONVNET)
    show(view, mine)
    for size in ((300, 160), (900, 200), (400, 500)):
        view.resize(*size)
        qtbot.wait(10)
        for tile in (0, 29):
            assert view.tiles.tile_rect(tile).right() <= view.tiles.width() + 1
            assert view.tiles.tile_rect(tile).bottom() <= view.tiles.height() + 1


def test_colours_are_symmetric_around_zero() -> None:
    colours = coloured(np.array([-2, -1, 0, 1, 2], np.float32), 1.0, signed=True)
    assert colours[0].tolist() == colours[1].tolist() == [0, 114, 178]
    assert colours[2].tolist() == [247, 247, 247]
    assert colours[3].tolist() == colours[4].tolist() == [213, 94, 0]
    assert coloured(np.array([0, 0.5, 1], np.float32), 1.0, signed=False)[:, 0].tolist() == [0, 127, 255]
    assert coloured(np.zeros(3, np.float32), 0.0, signed=True).tolist() == [[247, 247, 247]] * 3


def test_arrow_keys_on_the_title_go_from_layer_to_layer(view: LayerView) -> None:
    mine = recognizer(CONVNET)
    show(view, mine)
    view.open(-1)
    assert view.tiles.values.shape == (1, 28, 28)
    for layer in range(len(CONVNET.layers) + 1):
        QTest.keyClick(view.title, Key.Key_Right)
        assert view.layer == layer
        assert view.title.accessibleName() == view.title.text()
    np.testing.assert_array_equal(view.bars.values, mine.probabilities(IMAGE[None])[0])
    QTest.keyClick(view.title, Key.Key_Right)
    assert view.layer == len(CONVNET.layers)
    QTest.keyClick(view.title, Key.Key_Left)
    assert view.layer == len(CONVNET.layers) - 1


def test_only_what_a_layer_has_can_be_chosen(view: LayerView) -> None:
    show(view, recognizer(CONVNET))
    offered = {}
    for layer in (0, 1, 3, 5):
        view.open(layer)
        offered[layer] = [view.findChild(QPushButton, f"layer-shown-{i}").isEnabled() for i in range(3)]
    assert offered == {0: [True, True, False], 1: [True, False, False], 3: [True, True, True], 5: [True, False, True]}


def test_a_click_on_a_number_of_the_output_is_reported(view: LayerView, qtbot) -> None:
    show(view, recognizer(CONVNET))
    view.open(0)
    at = view.tiles.cell_rect((3, 5, 6)).center().toPoint()
    with qtbot.waitSignal(view.chosen) as chosen:
        QTest.mouseClick(view.tiles, Qt.MouseButton.LeftButton, pos=at)
    assert chosen.args == [0, (3, 5, 6)]


def test_return_chooses_a_neuron_and_arrow_keys_only_go_there(view: LayerView) -> None:
    show(view, recognizer(MLP))
    view.open(1)
    chosen = []
    view.chosen.connect(lambda layer, cell: chosen.append((layer, cell)))
    view.bars.setFocus()
    QTest.keyClick(view.bars, Key.Key_Right)
    QTest.keyClick(view.bars, Key.Key_Right)
    assert not chosen
    QTest.keyClick(view.bars, Key.Key_Return)
    assert chosen == [(1, view.bars.current)]


def test_a_pointer_on_the_view_that_was_shown_before_is_ignored(view: LayerView) -> None:
    show(view, recognizer(CONVNET))
    choose(view, 0)
    tiles = view.readout.text()
    view.bars.pointed.emit(3)
    assert view.readout.text() == tiles
    choose(view, 3)
    bars = view.readout.text()
    view.tiles.pointed.emit((0, 1, 1))
    assert view.readout.text() == bars


@pytest.mark.parametrize("value", [3.4e38, np.inf, np.nan])
def test_a_network_that_has_diverged_is_shown_without_warnings(view: LayerView, value: float) -> None:
    mine = recognizer(MLP)
    broken = {name: np.where(array < 0, -value, value).astype(np.float32) for name, array in mine.params.items()}
    mine.use(MLP, broken)
    show(view, mine)
    for layer in range(len(MLP.layers)):
        for shown in (OUTPUT, WEIGHTS, NEURON):
            choose(view, layer, shown)
            view.grab()
            assert not re.search(r"\b(nan|inf)\b", view.readout.text())
    choose(view, 0, NEURON)
    assert view.readout.text().endswith("is too large to be calculated: the network has diverged.")
