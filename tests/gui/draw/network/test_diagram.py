"""The diagram of the whole network: what it shows, where, and how it is used."""

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtTest import QTest

from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import PRESETS
from engine.recognizer import Recognizer
from gui.draw.calculation.formulas import number
from gui.draw.network.connections import LIT
from gui.draw.network.diagram import Diagram
from gui.draw.network.placement import place

MLP = NetworkSpec.mlp((50, 100), "sigmoid")
NETWORKS = {"mlp": MLP, "wide": NetworkSpec.mlp((1000,)), **{name: preset() for name, preset in PRESETS.items()}}
SIZES = ((300, 130), (480, 220), (600, 400), (900, 900), (1900, 1000))
IMAGE = (np.random.default_rng(1).random((28, 28)) * (np.random.default_rng(2).random((28, 28)) > 0.7)).astype(
    np.float32
)
Key = Qt.Key


def recognizer(spec: NetworkSpec, seed: int = 0) -> Recognizer:
    network = Network(spec)
    network.initialize(np.random.default_rng(seed))
    return Recognizer(spec, network.snapshot(), max_batch=1)


def outputs_of(mine: Recognizer) -> tuple[np.ndarray, ...]:
    return tuple(each[0] for each in mine.activations(IMAGE))


def show(diagram: Diagram) -> tuple[np.ndarray, ...]:
    mine = diagram.recognizer
    outputs = outputs_of(mine)
    diagram.show_activations(IMAGE, outputs, mine.probabilities(IMAGE[None])[0])
    return outputs


@pytest.fixture
def make(qtbot, theme):
    def made(spec: NetworkSpec, width: int = 900, height: int = 600) -> Diagram:
        diagram = Diagram(theme, recognizer(spec))
        qtbot.addWidget(diagram)
        diagram.resize(width, height)
        with qtbot.waitExposed(diagram):
            diagram.show()
        return diagram

    return made


@pytest.mark.parametrize("name", NETWORKS)
def test_it_shows_what_the_engine_computes(make, name: str) -> None:
    diagram = make(NETWORKS[name])
    for layer, expected in enumerate(show(diagram)):
        np.testing.assert_array_equal(diagram.values_of(layer), expected)
    np.testing.assert_array_equal(diagram.values_of(-1), IMAGE[None])
    np.testing.assert_array_equal(diagram.values_of(len(NETWORKS[name].layers)), diagram.probabilities)
    assert not diagram.grab().toImage().isNull()


@pytest.mark.parametrize("size", [(1, 1), (200, 20), (20, 200), (220, 60), (300, 110)], ids=str)
@pytest.mark.parametrize("name", NETWORKS)
def test_the_keys_work_where_there_is_no_room_for_the_cells(make, theme, name: str, size: tuple[int, int]) -> None:
    """An error there would end the program: Qt calls these functions."""
    diagram = make(NETWORKS[name], *size)
    show(diagram)
    for scale in (1, 3):
        theme.set_scale(scale)
        for key in (Key.Key_Down, Key.Key_Down, Key.Key_Right, Key.Key_Right, Key.Key_Down, Key.Key_Right, Key.Key_Up):
            QTest.keyClick(diagram, key)
            QTest.mouseMove(diagram, diagram.rect().center())
            diagram.grab()
        assert diagram.current is not None
    theme.set_scale(1)


def test_the_columns_have_the_names_of_the_book(make) -> None:
    diagram = make(PRESETS["reader-convnet"]())
    assert [each.name for each in diagram.columns][:8] == ["x", "a1", "bn1", "z1", "pool1", "a2", "bn2", "z2"]
    assert [each.name for each in diagram.columns][-2:] == ["a7", "y"]
    assert [each.shape_text for each in diagram.columns][:2] == ["1 × 28 × 28", "32 × 28 × 28"]
    assert diagram.columns[1].operation == "W1 b1"


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", NETWORKS)
def test_every_layer_has_its_place_at_every_size(make, name: str, size: tuple[int, int]) -> None:
    diagram = make(NETWORKS[name])
    area = QRectF(8, 30, size[0] - 16, size[1] - 50)
    placed = place(diagram.columns, area, 1.0)
    assert [each.column for each in placed] == diagram.columns
    for before, after in itertools.pairwise(placed):
        assert before.rect.right() <= after.rect.left() + 1
    for each in placed:
        assert area.adjusted(-1, -1, 1, 1).contains(each.rect)
        assert each.rect.width() >= 2
        assert each.shown >= min(each.column.count, 10)
        # The cell at the middle of a neuron or map is that one.
        for index in {0, each.shown // 2, each.shown - 1}:
            found = each.cell_at(each.tile_rect(index).center())
            assert (found if isinstance(found, int) else found[0]) == index


def test_all_maps_of_the_simple_convnet_are_seen(make) -> None:
    diagram = make(PRESETS["simple-convnet"](), 600, 400)
    diagram.cell_rect((0, None))
    assert [each.shown for each in diagram.placed[1:4]] == [30, 30, 30]
    assert not any(each.narrow for each in diagram.placed[2:4])


def at(diagram: Diagram, layer: int, cell: object) -> QPointF:
    return diagram.cell_rect((layer, cell)).center()


def test_what_is_pointed_at_is_the_number_under_the_mouse(make) -> None:
    diagram = make(MLP)
    outputs = show(diagram)
    QTest.mouseMove(diagram, at(diagram, 1, 7).toPoint())
    assert diagram.pointed_at == (1, 7)
    assert diagram.cell_text((1, 7)) == f"z1[7] = {number(outputs[1][7])}"
    assert diagram.cell_at(at(diagram, -1, (0, 12, 5))) == (-1, (0, 12, 5))
    convnet = make(PRESETS["simple-convnet"]())
    show(convnet)
    assert convnet.cell_at(at(convnet, 0, (17, 3, 5))) == (0, (17, 3, 5))


def test_a_narrow_map_stands_for_its_strongest_number(make) -> None:
    diagram = make(PRESETS["reader-convnet"](), 600, 300)
    outputs = show(diagram)
    narrow = diagram.placed[1] if diagram.placed else None
    diagram.cell_rect((0, None))
    narrow = diagram.placed[1]
    assert narrow.narrow
    layer, (map_, row, column) = diagram.cell_at(narrow.tile_rect(4).center())
    assert (layer, map_) == (0, 4)
    assert abs(outputs[0][4, row, column]) == np.abs(outputs[0][4]).max()


def test_the_strongest_connections_into_a_neuron_are_lit(make) -> None:
    diagram = make(MLP)
    outputs = show(diagram)
    diagram.point_at(3, 42)
    products = outputs[1] * diagram.recognizer.params["W2"][:, 42]
    strongest = np.argsort(-np.abs(products))[:LIT]
    into = [each for each in diagram.traced.connections if each.product is not None]
    assert [each.source for each in into] == [(1, index) for index in strongest]
    np.testing.assert_allclose([each.product for each in into], products[strongest], rtol=1e-5)
    # z2[42] comes from a2[42].
    assert [each.target for each in diagram.traced.connections if each.product is None] == [(3, 42)]


def test_pixels_of_the_input_are_lit_and_the_weights_are_a_picture(make) -> None:
    diagram = make(MLP)
    show(diagram)
    diagram.point_at(1, 3)
    W = diagram.recognizer.params["W1"][:, 3].reshape(28, 28)
    name, weights, products = diagram.input_pictures()
    assert name == "W1[:, 3]"
    np.testing.assert_array_equal(weights, W)
    np.testing.assert_allclose(products, W * IMAGE, rtol=1e-6)
    row, column = np.unravel_index(np.abs(W * IMAGE).argmax(), (28, 28))
    lit = [each for each in diagram.traced.connections if each.product is not None]
    assert lit[0].source == (-1, (0, row, column))


def test_the_maps_that_feed_a_pixel_are_lit(make) -> None:
    spec = PRESETS["deep-convnet"]()
    diagram = make(spec)
    outputs = show(diagram)
    diagram.point_at(2, (5, 10, 12))
    W = diagram.recognizer.params["W2"][5]
    sums = (outputs[1][:, 9:12, 11:14] * W).sum(axis=(1, 2))
    lit = diagram.traced.connections
    assert {each.size for each in lit} == {(3, 3)}
    assert [each.source[1][0] for each in lit] == list(np.argsort(-np.abs(sums)))[: len(lit)]
    np.testing.assert_allclose(
        [each.product for each in lit], sorted(sums, key=abs, reverse=True)[: len(lit)], rtol=1e-4
    )


def test_the_window_of_a_pooling_is_lit(make) -> None:
    diagram = make(PRESETS["simple-convnet"]())
    show(diagram)
    diagram.point_at(2, (4, 5, 6))
    (window,) = diagram.traced.connections
    assert (window.source, window.size) == ((1, (4, 10, 12)), (2, 2))


def test_the_strongest_connections_of_a_layer_are_those_with_the_largest_products(make) -> None:
    diagram = make(MLP)
    outputs = show(diagram)
    for layer, x in ((0, IMAGE.reshape(-1)), (2, outputs[1]), (4, outputs[3])):
        W = diagram.recognizer.params[f"W{layer // 2 + 1}"]
        products = np.abs(x[:, None] * W)
        sources, targets, found = diagram.strongest[layer]
        np.testing.assert_allclose(np.abs(found), products[sources, targets], rtol=1e-6)
        np.testing.assert_allclose(np.sort(np.abs(found)), np.sort(products.reshape(-1))[-len(found) :], rtol=1e-6)


def test_connections_from_maps_add_up_their_pixels(make) -> None:
    diagram = make(PRESETS["simple-convnet"]())
    outputs = show(diagram)
    W = diagram.recognizer.params["W2"].reshape(30, 144, 100)
    sums = np.einsum("cp,cpn->cn", outputs[2].reshape(30, 144), W)
    sources, targets, found = diagram.strongest[3]
    np.testing.assert_allclose(found, sums[sources, targets], rtol=1e-3, atol=1e-6)
    np.testing.assert_allclose(np.abs(found).min(), np.sort(np.abs(sums).reshape(-1))[-len(found)], rtol=1e-3)


def test_clicks_open_layers_and_choose_numbers(make, qtbot) -> None:
    diagram = make(MLP)
    show(diagram)
    with qtbot.waitSignal(diagram.opened) as opened:
        QTest.mouseClick(diagram, Qt.MouseButton.LeftButton, pos=diagram.cell_rect((2, None)).center().toPoint())
    assert opened.args == [2]
    with qtbot.waitSignal(diagram.chosen) as chosen:
        QTest.mouseClick(diagram, Qt.MouseButton.LeftButton, pos=at(diagram, 3, 9).toPoint())
    assert chosen.args == [3, 9]


def test_keys_go_through_layers_and_their_numbers(make, qtbot) -> None:
    diagram = make(PRESETS["simple-convnet"]())
    outputs = show(diagram)
    diagram.activateWindow()
    diagram.clearFocus()
    diagram.setFocus(Qt.FocusReason.TabFocusReason)
    assert diagram.current == (0, None)
    QTest.keyClick(diagram, Key.Key_Down)
    QTest.keyClick(diagram, Key.Key_Down)
    layer, (map_, row, column) = diagram.current
    assert (layer, map_) == (0, 1)
    assert abs(outputs[0][1, row, column]) == np.abs(outputs[0][1]).max()
    assert diagram.accessibleName() == diagram.cell_text(diagram.current)
    # From a map to the same pixel after ReLU, and to that of the pooled map; with Shift to the next pixel.
    QTest.keyClick(diagram, Key.Key_Right)
    assert diagram.current == (1, (1, row, column))
    QTest.keyClick(diagram, Key.Key_Right)
    assert diagram.current == (2, (1, row // 2, column // 2))
    QTest.keyClick(diagram, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert diagram.current == (2, (1, row // 2, min(column // 2 + 1, 11)))
    with qtbot.waitSignal(diagram.chosen) as chosen:
        QTest.keyClick(diagram, Key.Key_Return)
    assert chosen.args == [2, diagram.current[1]]
    for _ in range(2):
        QTest.keyClick(diagram, Key.Key_Up)
    assert diagram.current == (2, None)
    with qtbot.waitSignal(diagram.opened) as opened:
        QTest.keyClick(diagram, Key.Key_Return)
    assert opened.args == [2]
    for key, end in ((Key.Key_Left, -1), (Key.Key_Right, len(diagram.columns) - 2)):
        for _ in range(len(diagram.columns)):
            QTest.keyClick(diagram, key)
        assert diagram.current == (end, None)


def test_every_number_can_be_reached_by_keys(make) -> None:
    diagram = make(MLP)
    show(diagram)
    diagram.point_at(2, None)
    seen = []
    for _ in range(100):
        QTest.keyClick(diagram, Key.Key_Down)
        seen.append(diagram.current)
    assert seen == [(2, index) for index in range(100)]
    QTest.keyClick(diagram, Key.Key_Down)
    assert diagram.current == (2, 99)


def test_without_a_drawing_the_network_is_shown_but_no_connections(make) -> None:
    diagram = make(MLP)
    assert not any(diagram.values_of(layer).any() for layer in range(-1, 5))
    assert diagram.strongest == {}
    diagram.point_at(0, 3)
    assert diagram.traced is None
    assert diagram.cell_text((0, 3)) == "a1[3]"
    assert not diagram.grab().toImage().isNull()


def test_another_network_or_other_weights(make) -> None:
    diagram = make(MLP)
    before = show(diagram)
    diagram.point_at(3, 42)
    other = recognizer(MLP, seed=5)
    diagram.recognizer.use(MLP, other.params)
    diagram.follow_network()
    after = show(diagram)
    assert diagram.pointed_at == (3, 42)
    assert not np.array_equal(before[0], after[0])
    np.testing.assert_array_equal(after[0], outputs_of(other)[0])
    convnet = recognizer(PRESETS["simple-convnet"]())
    diagram.recognizer.use(convnet.spec, convnet.params)
    diagram.follow_network()
    assert diagram.pointed_at is None
    assert diagram.image is None
    show(diagram)
    assert len(diagram.columns) == 8


def test_themes_and_the_zoom_are_followed(make, theme) -> None:
    diagram = make(MLP)
    show(diagram)
    light = diagram.grab().toImage()
    area = diagram.area()
    theme.choose("dark")
    assert diagram.grab().toImage() != light
    theme.set_scale(1.5)
    assert diagram.area().height() < area.height()
    assert not diagram.grab().toImage().isNull()
    theme.set_scale(1.0)
