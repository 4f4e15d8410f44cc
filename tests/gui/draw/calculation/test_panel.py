"""The panel shows the numbers of the engine, and the keys go from number to number."""

import itertools
import re

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QToolTip

from engine.nn.layers import ReLUSpec
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import PRESETS
from engine.recognizer import Recognizer
from gui.draw.calculation.panel import CalculationPanel
from gui.theme import Theme

MLP = NetworkSpec.mlp((50,))
CONVNET = PRESETS["simple-convnet"]()
DEEP = PRESETS["deep-convnet"]()
READER = PRESETS["reader-convnet"]()
# A first layer that works on each number alone.
UNUSUAL = NetworkSpec((ReLUSpec(), *MLP.layers))
IMAGE = np.random.default_rng(1).random((28, 28)).astype(np.float32)
Key = Qt.Key


def recognizer(spec: NetworkSpec) -> Recognizer:
    network = Network(spec, 1)
    network.initialize(np.random.default_rng(0))
    return Recognizer(spec, network.snapshot(), max_batch=1)


@pytest.fixture
def panel(qtbot, theme: Theme) -> CalculationPanel:
    made = CalculationPanel(theme)
    theme.style(made)
    qtbot.addWidget(made)
    made.resize(480, 420)
    with qtbot.waitExposed(made):
        made.show()
    return made


def show(
    panel: CalculationPanel, mine: Recognizer, image: np.ndarray, layer: int, cell: int | tuple[int, ...] | None
) -> None:
    outputs = tuple(each[0] for each in mine.activations(image))
    panel.show_cell(mine.spec, mine.params, image, outputs, layer, cell)


def lines(panel: CalculationPanel) -> list[str]:
    shown = [each for each in panel.findChildren(QLabel) if each.objectName().startswith("calculation-line")]
    return [each.text().replace("\N{NO-BREAK SPACE}", " ") for each in shown if not each.isHidden()]


def bold(panel: CalculationPanel) -> list[str]:
    shown = [each for each in panel.findChildren(QLabel) if each.objectName().startswith("calculation-line")]
    return [each.text().split(" ")[0] for each in shown if not each.isHidden() and each.font().bold()]


def last_cell(spec: NetworkSpec, layer: int) -> int | tuple[int, ...]:
    cell = tuple(size - 1 for size in spec.shapes()[layer])
    return cell if len(cell) > 1 else cell[0]


@pytest.mark.parametrize("spec", [MLP, CONVNET, DEEP, READER, UNUSUAL], ids=lambda spec: spec.title)
def test_every_layer_is_painted_in_every_size(panel: CalculationPanel, spec: NetworkSpec, qapp) -> None:
    mine = recognizer(spec)
    for size in ((480, 420), (280, 180), (1100, 700)):
        panel.resize(*size)
        show(panel, mine, IMAGE, -1, (0, 27))
        panel.grab()
        for layer in range(len(spec.layers)):
            show(panel, mine, IMAGE, layer, last_cell(spec, layer))
            panel.grab()
            # Nothing is cut at the right.
            scroll = panel.findChild(QScrollArea, "calculation-scroll")
            assert isinstance(scroll, QScrollArea)
            assert scroll.horizontalScrollBar().maximum() == 0
        show(panel, mine, IMAGE, len(spec.layers), 9)
        panel.grab()


@pytest.mark.parametrize("value", [np.inf, np.nan, 1e30])
def test_weights_of_a_training_that_diverged_are_shown(panel: CalculationPanel, value: float) -> None:
    mine = recognizer(DEEP)
    for array in mine.params.values():
        array[...] = value
    # The network itself warns.
    outputs = tuple(np.full(shape, value, np.float32) for shape in DEEP.shapes())
    for layer in range(len(DEEP.layers) + 1):
        cell = last_cell(DEEP, layer) if layer < len(DEEP.layers) else 9
        panel.show_cell(DEEP, mine.params, IMAGE, outputs, layer, cell)
        panel.grab()
        shown = "\n".join([panel.title.text(), *lines(panel), panel.accessibleDescription()])
        assert not re.search(r"\b(nan|inf)\b", shown)
        assert "is too large to be calculated: the network has diverged." in shown or value == 1e30


def test_a_neuron_is_shown_with_its_sum_and_its_activation(panel: CalculationPanel) -> None:
    mine = recognizer(MLP)
    a1 = mine.activations(IMAGE)[0][0]
    show(panel, mine, IMAGE, 0, 7)
    first, second = lines(panel)
    assert first.startswith("a1[7] = Σ x · W1[:, 7] + b1[7] = ")
    assert first.endswith(f" = {a1[7]:.2f}".replace("-", "−"))
    assert second.startswith("z1[7] = ReLU(a1)")
    assert panel.products.isVisible()
    assert panel.table.isVisible()
    # The largest product comes first.
    products = IMAGE.reshape(-1) * mine.params["W1"][:, 7]
    row, column = divmod(int(np.abs(products).argmax()), 28)
    assert panel.table.rows[0][0] == f"{row}, {column}"
    assert len(panel.table.rows) == 10
    # The activation is shown with the same sum, and is the chosen line.
    show(panel, mine, IMAGE, 1, 7)
    assert lines(panel) == [first, second]
    assert bold(panel) == ["z1[7]"]


def test_a_pixel_of_a_map_is_shown_with_its_strongest_channels(panel: CalculationPanel) -> None:
    mine = recognizer(READER)
    show(panel, mine, IMAGE, 4, (3, 0, 5))
    blocks = panel.patches.blocks
    assert panel.patches.count == 32
    sums = [abs(block.total) for block in blocks]
    assert sums == sorted(sums, reverse=True)
    patch, kernel, product = blocks[0].grids
    assert product.values == pytest.approx(patch.values * kernel.values)
    assert product.values.sum() == pytest.approx(blocks[0].total)
    assert patch.outside is not None
    assert patch.outside[0].all()
    assert blocks[0].rows == range(0, 2)
    assert [line.split(" ")[0] for line in lines(panel)] == ["a2[3,", "bn2[3,", "z2[3,"]


def test_a_maximum_is_marked(panel: CalculationPanel) -> None:
    mine = recognizer(CONVNET)
    show(panel, mine, IMAGE, 2, (1, 2, 3))
    (grid,) = panel.patches.blocks[0].grids
    assert grid.mark is not None
    assert grid.values[grid.mark] == grid.values.max() == mine.activations(IMAGE)[2][0, 1, 2, 3]


def test_the_softmax_is_a_table_of_ten_digits(panel: CalculationPanel) -> None:
    mine = recognizer(MLP)
    show(panel, mine, IMAGE, 3, 4)
    assert len(panel.table.rows) == 11
    assert panel.table.highlighted == 4
    assert panel.table.rows[4][-1] == f"{100 * mine.probabilities(IMAGE[None])[0][4]:.1f} %"
    assert panel.table.rows[10][-1] == "100.0 %"


@pytest.mark.parametrize("cell", [33, (1, 5), (0, 1, 5)])
def test_an_input_pixel(panel: CalculationPanel, cell: int | tuple[int, ...]) -> None:
    show(panel, recognizer(MLP), IMAGE, -1, cell)
    assert panel.cell == (1, 5)
    assert lines(panel) == [f"x[1, 5] = {IMAGE[1, 5]:.2f}"]


@pytest.mark.parametrize(
    ("layer", "cell", "key", "shift", "expected"),
    [
        (0, 7, Key.Key_Right, False, 8),
        (0, 0, Key.Key_Left, False, None),
        (5, 3, Key.Key_Down, False, 4),
        (0, (3, 4, 5), Key.Key_Down, False, (3, 5, 5)),
        (0, (3, 0, 5), Key.Key_Up, False, None),
        (0, (3, 4, 5), Key.Key_PageDown, False, (4, 4, 5)),
        (0, (3, 4, 5), Key.Key_Up, True, (2, 4, 5)),
        (0, (29, 4, 5), Key.Key_PageDown, False, None),
        (-1, (4, 5), Key.Key_Left, False, (4, 4)),
        (6, 9, Key.Key_Left, False, 8),
    ],
)
def test_keys_go_from_number_to_number(
    panel: CalculationPanel,
    layer: int,
    cell: int | tuple[int, ...],
    key: Qt.Key,
    shift: bool,
    expected: int | tuple[int, ...] | None,
) -> None:
    mine = recognizer(MLP if cell == 7 or cell == 0 else CONVNET)
    show(panel, mine, IMAGE, layer, cell)
    heard = []
    panel.cell_changed.connect(lambda *what: heard.append(what))
    QTest.keyClick(panel, key, Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier)
    assert heard == ([] if expected is None else [(layer, expected)])
    assert panel.cell == (cell if expected is None else expected)


def test_where_there_are_no_channels_the_page_keys_scroll(panel: CalculationPanel, qapp) -> None:
    panel.resize(280, 180)
    show(panel, recognizer(MLP), IMAGE, 0, 7)
    qapp.processEvents()
    scroll = panel.findChild(QScrollArea, "calculation-scroll")
    assert isinstance(scroll, QScrollArea)
    positions = []
    for key in (Key.Key_PageDown, Key.Key_PageUp, Key.Key_End, Key.Key_Home):
        QTest.keyClick(panel, key)
        positions.append(scroll.verticalScrollBar().value())
    assert positions[0] > 0
    assert positions[1:] == [0, scroll.verticalScrollBar().maximum(), 0]
    assert scroll.horizontalScrollBar().maximum() == 0
    assert panel.cell == 7


def test_escape_and_the_button_close(panel: CalculationPanel, qtbot) -> None:
    with qtbot.waitSignal(panel.closed):
        QTest.keyClick(panel, Key.Key_Escape)
    close = panel.findChild(QPushButton, "calculation-close")
    assert isinstance(close, QPushButton)
    with qtbot.waitSignal(panel.closed):
        close.click()


def test_other_numbers_of_the_same_cell_replace_the_old_ones(panel: CalculationPanel) -> None:
    mine = recognizer(CONVNET)
    for image, layer in itertools.product((IMAGE, IMAGE * 0), (0, 3)):
        show(panel, mine, image, layer, last_cell(CONVNET, layer))
        value = float(mine.activations(image)[layer][0].ravel()[-1])
        assert float(lines(panel)[0].split("= ")[-1].replace("−", "-")) == pytest.approx(value, abs=0.006)


def test_screen_readers_get_the_formulas(panel: CalculationPanel) -> None:
    show(panel, recognizer(MLP), IMAGE, 0, 7)
    assert panel.accessibleName().startswith("a1[7] = ")
    assert "z1[7] = " in panel.accessibleDescription().replace("\N{NO-BREAK SPACE}", " ")
    assert "x · W1" in panel.table.accessibleDescription()
    panel.setFocus()
    QTest.keyClick(panel, Key.Key_Right)
    assert "a1[8] = Σ" in panel.accessibleName().replace("\N{NO-BREAK SPACE}", " ")


def test_screen_readers_get_the_numbers_of_a_patch(panel: CalculationPanel) -> None:
    mine = recognizer(CONVNET)
    show(panel, mine, IMAGE, 0, (3, 4, 5))
    first = " ".join(f"{value:.2f}" for value in IMAGE[4, 5:10])
    assert panel.patches.accessibleDescription().startswith(f"x[0]; patch: {first}, ")


def test_a_click_into_the_panel_gives_it_the_keys(panel: CalculationPanel) -> None:
    show(panel, recognizer(MLP), IMAGE, 0, 7)
    for child in (panel.findChild(QLabel, "calculation-line-0"), panel.products, panel.table):
        panel.clearFocus()
        QTest.mouseClick(child, Qt.MouseButton.LeftButton)
        assert panel.hasFocus()


def test_without_an_input_it_says_what_to_do_and_keeps_the_cell(panel: CalculationPanel) -> None:
    assert lines(panel)[0].startswith("Choose a neuron")
    mine = recognizer(MLP)
    show(panel, mine, IMAGE, 0, 7)
    panel.clear()
    assert lines(panel) == ["Draw a digit to see how a1[7] comes about."]
    assert not panel.products.isVisible()
    QTest.keyClick(panel, Key.Key_Right)
    assert (panel.layer_index, panel.cell) == (0, 7)
    show(panel, mine, IMAGE, panel.layer_index, panel.cell)
    assert panel.products.isVisible()


@pytest.mark.parametrize(("layer", "cell"), [(0, (3, 4, 5)), (0, 50), (4, 9), (3, (9,) * 3)])
def test_a_cell_that_another_network_does_not_have_is_not_shown(
    panel: CalculationPanel, layer: int, cell: int | tuple[int, ...]
) -> None:
    show(panel, recognizer(CONVNET), IMAGE, 0, (3, 4, 5))
    show(panel, recognizer(MLP), IMAGE, layer, cell)
    assert panel.cell is None
    assert lines(panel)[0].startswith("Choose a neuron")
    assert not panel.patches.isVisible()


def test_the_pointer_reads_an_input(panel: CalculationPanel) -> None:
    mine = recognizer(MLP)
    show(panel, mine, IMAGE, 2, 7)
    # The middle of the first bar of the inputs.
    QTest.mouseMove(panel.products, QPoint(4, 40))
    z = float(mine.activations(IMAGE)[1][0, 0])
    assert QToolTip.text().startswith(f"z1[0]: {z:.2f}" if z else "z1[0]: 0 ·")


def test_the_theme_and_the_zoom_are_followed(panel: CalculationPanel, theme: Theme) -> None:
    show(panel, recognizer(CONVNET), IMAGE, 0, (3, 4, 5))
    line = panel.findChild(QLabel, "calculation-line-0")
    assert isinstance(line, QLabel)
    before, size = panel.patches.heightForWidth(400), line.font().pointSizeF()
    theme.choose("dark")
    theme.set_scale(2)
    panel.grab()
    assert panel.patches.heightForWidth(400) > before
    assert line.font().pointSizeF() == pytest.approx(2 * size)
    theme.set_scale(1)
