"""The network editor: layers are added, moved and edited by mouse and by keys, and it shows the results."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QMainWindow, QScrollArea, QVBoxLayout, QWidget

from engine.io.limits import MAX_LAYERS
from engine.nn.layers import AffineSpec, BatchNormalizationSpec, DropoutSpec, ReLUSpec
from engine.nn.network_spec import NetworkSpec
from gui.theme import Theme
from gui.training.network.descriptions import title
from gui.training.network.draft import NEW
from gui.training.network.edit_history import NETWORKS, OWN, TITLES
from gui.training.network.layer_row import LayerRow
from gui.training.network.network_editor import NetworkEditor

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
# The width inside a card of the form, beside a scroll bar.
WIDTH = 288


@pytest.fixture
def layers(qtbot, theme: Theme) -> NetworkEditor:
    made = NetworkEditor(theme)
    theme.style(made)
    qtbot.addWidget(made)
    made.resize(WIDTH, 700)
    show(made)
    return made


def show(window: QWidget) -> None:
    """Show a window, which gets the keys from now on."""
    window.show()
    window.activateWindow()
    QApplication.processEvents()


def shown(layers: NetworkEditor) -> list[LayerRow]:
    """The visible rows, without the one of the input."""
    return [row for row in layers.rows[1:] if row.isVisible()]


def titles(layers: NetworkEditor) -> list[str]:
    return [row.line.title.text() for row in shown(layers)]


def shapes(layers: NetworkEditor) -> list[str]:
    return [row.line.shape.text() for row in [layers.rows[0], *shown(layers)]]


def opened(layers: NetworkEditor) -> list[str]:
    """The object names of the rows that show their fields."""
    return [row.objectName() for row in layers.rows if row.editor is not None and row.isVisible()]


def choose(layers: NetworkEditor, name: str) -> None:
    index = layers.networks.findData(name)
    layers.networks.setCurrentIndex(index)
    layers.networks.activated.emit(index)


def click(layers: NetworkEditor, at: int) -> None:
    row = layers.rows[at + 1]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(40, row.line.height() // 2))


def add(layers: NetworkEditor, kind: str) -> None:
    action = next(each for each in layers.buttons["add"].menu().actions() if each.text() == title(kind))
    action.trigger()


def field(layers: NetworkEditor, name: str) -> QLineEdit:
    found = [each for each in layers.findChildren(QLineEdit, f"layer-{name}") if each.isVisible()]
    assert len(found) == 1
    return found[0]


def type_in(layers: NetworkEditor, name: str, text: str) -> None:
    field(layers, name).setFocus()
    field(layers, name).selectAll()
    QTest.keyClicks(field(layers, name), text)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def undo() -> None:
    press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def note(layers: NetworkEditor) -> str:
    return layers.findChild(QLabel, "layer-total-note").text()


# -- showing


def test_it_starts_with_the_two_layer_network(layers: NetworkEditor) -> None:
    assert layers.spec == NETWORKS["two-layer"]
    assert layers.error == ""
    assert titles(layers) == ["Affine", "ReLU", "Affine"]
    assert shapes(layers) == ["784", "50", "50", "10"]
    assert [row.line.parameters.text() for row in shown(layers)] == ["39,250", "0", "510"]
    assert layers.rows[0].line.title.text() == "Input"
    assert shown(layers)[-1].line.brief.text() == "10 digits"
    assert note(layers) == "39,700 multiplications per image"
    assert opened(layers) == []


def test_choosing_a_network(layers: NetworkEditor, qtbot) -> None:
    for name in NETWORKS:
        choose(layers, name)
        assert layers.spec == NETWORKS[name]
        assert layers.networks.currentText() == TITLES[name]
        assert len(shown(layers)) == len(NETWORKS[name].layers)
        assert layers._total.parameters.text() == f"{NETWORKS[name].param_count():,}"
    with qtbot.waitSignal(layers.changed):
        choose(layers, "deep-convnet")
    assert shapes(layers)[:3] == ["1 × 28 × 28", "16 × 28 × 28", "16 × 28 × 28"]
    assert layers._softmax.shape.text() == "10"
    with qtbot.assertNotEmitted(layers.changed):
        choose(layers, "deep-convnet")


def test_no_text_is_cut_off_and_columns_are_aligned(layers: NetworkEditor) -> None:
    for name in NETWORKS:
        choose(layers, name)
        QApplication.processEvents()
        assert layers.width() == WIDTH
        for row in [layers.rows[0], *shown(layers)]:
            line = row.line
            for each in (line.title, line.brief, line.shape, line.parameters):
                assert each.fontMetrics().horizontalAdvance(each.text()) <= each.width(), each.text()
    lines = [layers._head, *(row.line for row in shown(layers)), layers._softmax, layers._total]
    for column in ("shape", "parameters"):
        rights = {each.mapTo(layers, each.rect().topRight()).x() for each in (getattr(line, column) for line in lines)}
        assert len(rights) == 1


def test_accessible_names_and_both_themes(layers: NetworkEditor, theme: Theme) -> None:
    choose(layers, "simple-convnet")
    assert layers.rows[0].accessibleName() == "Input 28 × 28, output 1 × 28 × 28"
    assert layers.rows[1].accessibleName() == "Convolution 5 × 5, output 30 × 24 × 24, 780 parameters"
    assert all(button.accessibleName() for button in layers.buttons.values())
    click(layers, 0)
    for name in ("filters", "size", "stride", "pad", "std"):
        assert field(layers, name).accessibleName()
    QApplication.processEvents()
    row = layers.rows[1]
    edges = []
    for colours in ("light", "dark"):
        theme.choose(colours)
        QApplication.processEvents()
        edges.append(row.grab().toImage().pixelColor(row.width() // 2, 0).name())
        assert edges[-1] in (theme.colour("accent").name(), theme.colour("line").name())
    assert edges[0] != edges[1]


# -- editing


def test_a_click_opens_the_fields_and_another_one_closes_them(layers: NetworkEditor) -> None:
    click(layers, 0)
    assert opened(layers) == ["layer-0"]
    assert field(layers, "units").text() == "50"
    click(layers, 2)
    assert opened(layers) == ["layer-2"]
    click(layers, 2)
    assert opened(layers) == []
    QTest.mouseDClick(layers.rows[1], Qt.MouseButton.LeftButton, pos=QPoint(40, 8))
    click(layers, -1)
    assert opened(layers) == ["layer-input"]


def test_typing_changes_the_network_at_once(layers: NetworkEditor, qtbot) -> None:
    click(layers, 0)
    height = layers.sizeHint().height()
    with qtbot.waitSignal(layers.changed):
        type_in(layers, "units", "20")
    assert layers.spec == NetworkSpec((AffineSpec(20), *NETWORKS["two-layer"].layers[1:]))
    assert shapes(layers) == ["784", "20", "20", "10"]
    assert layers.networks.currentText() == "Your own"
    with qtbot.waitSignal(layers.changed):
        type_in(layers, "units", "x")
    assert (layers.spec, layers.error) == (None, "Neurons: write a whole number, such as 100.")
    assert layers.rows[1].editor.note.text() == layers.error
    assert layers.rows[1].editor.note.property("role") == "error"
    assert field(layers, "units").property("wrong") is True
    assert field(layers, "units").accessibleDescription() == layers.rows[1].accessibleDescription() == layers.error
    assert shapes(layers) == ["784", "–", "–", "–"]
    assert layers._total.parameters.text() == "–"
    assert note(layers) == "Fix the highlighted layers to see the total."
    assert layers.sizeHint().height() == height  # nothing has moved
    with qtbot.assertNotEmitted(layers.changed):
        press(Key.Key_Home)
    type_in(layers, "units", "50")
    assert layers.spec == NETWORKS["two-layer"]
    assert layers.networks.currentText() == "Two-layer net (50)"
    assert field(layers, "units").property("wrong") is False
    with qtbot.assertNotEmitted(layers.changed):
        press(Key.Key_Space)
    type_in(layers, "units", "0")
    click(layers, 1)  # a closed row shows the error, too
    problem = layers.rows[1].problem
    assert problem.isVisible()
    assert problem.text() == layers.error == "An Affine layer has from 1 to 65,536 neurons, not 0."
    click(layers, 0)
    assert not problem.isVisible()
    assert field(layers, "units").text() == "0"


def test_the_initialisation_and_too_many_parameters(layers: NetworkEditor) -> None:
    click(layers, 0)
    assert not field(layers, "std").isEnabled()
    init = layers.rows[1].editor.fields["init"]
    init.setCurrentIndex(init.findData("std"))
    init.activated.emit(init.currentIndex())
    assert field(layers, "std").isEnabled()
    type_in(layers, "std", "0.3")
    assert layers.spec.layers[0] == AffineSpec(50, "std", 0.3)
    type_in(layers, "units", "65536")
    assert (layers.spec, layers.error) == (None, "Too large: at most 50,000,000 parameters.")
    assert note(layers) == layers.error
    assert layers._total.parameters.text() == "52,101,130"
    assert layers.findChild(QLabel, "layer-total-note").property("role") == "error"


def test_the_output_has_ten_neurons(layers: NetworkEditor) -> None:
    click(layers, 2)
    assert not field(layers, "units").isEnabled()
    assert not any(layers.buttons[name].isEnabled() for name in ("up", "down", "remove"))
    assert layers.rows[3].first_field is layers.rows[3].editor.fields["init"]


def test_every_kind_can_be_added(layers: NetworkEditor) -> None:
    for kind in NEW:
        add(layers, kind)
    # With nothing selected the first one is added before the output, each of the others after the previous one.
    assert titles(layers) == ["Affine", "ReLU", *map(title, NEW), "Affine"]
    assert "move it up" in layers.error
    assert [row.problem.isVisible() for row in shown(layers)].count(True) == 1
    menu = layers.buttons["add"].menu()
    layers.rows[0].setFocus()
    press(Key.Key_Insert)
    assert menu.isVisible()
    menu.close()
    assert all(action.toolTip() for action in menu.actions())


def test_a_new_layer_is_added_after_the_selected_one_and_its_first_field_gets_the_focus(layers: NetworkEditor) -> None:
    click(layers, -1)
    add(layers, "convolution")
    assert titles(layers) == ["Convolution", "Affine", "ReLU", "Affine"]
    assert shapes(layers)[:2] == ["1 × 28 × 28", "16 × 28 × 28"]
    assert opened(layers) == ["layer-0"]
    assert QApplication.focusWidget() is field(layers, "filters")
    QTest.keyClicks(QApplication.focusWidget(), "8")
    assert shapes(layers)[1] == "8 × 28 × 28"
    add(layers, "relu")
    assert titles(layers)[:2] == ["Convolution", "ReLU"]
    assert layers.rows[2].hasFocus()


def test_buttons_move_and_remove_the_selected_layer(layers: NetworkEditor) -> None:
    choose(layers, "simple-convnet")
    click(layers, 2)
    layers.buttons["down"].click()
    layers.buttons["down"].click()
    assert opened(layers) == ["layer-4"]
    assert "MaxPooling layer takes images" in layers.rows[5].editor.note.text() == layers.error
    for _ in range(2):
        layers.buttons["up"].click()
    assert layers.spec == NETWORKS["simple-convnet"]
    layers.buttons["remove"].click()
    assert titles(layers) == ["Convolution", "ReLU", "Affine", "ReLU", "Affine"]
    layers.buttons["undo"].click()
    assert layers.spec == NETWORKS["simple-convnet"]
    layers.buttons["redo"].click()
    assert len(shown(layers)) == 5


def test_setting_a_network(layers: NetworkEditor, qtbot) -> None:
    longest = NetworkSpec((*[ReLUSpec()] * (MAX_LAYERS - 1), AffineSpec(10)))
    layers.set_spec(longest)
    assert not layers.buttons["add"].isEnabled()
    assert not layers.buttons["undo"].isEnabled()
    assert "there can be no more" in note(layers)
    spec = NetworkSpec((BatchNormalizationSpec(0.5, 1e-3), DropoutSpec(0.125), AffineSpec(10, "std", 0.2)))
    with qtbot.waitSignal(layers.changed):
        layers.set_spec(spec)
    assert layers.spec == spec
    with qtbot.assertNotEmitted(layers.changed):
        layers.set_spec(spec)
    layers.set_spec(longest)
    assert len(layers.rows) == MAX_LAYERS + 1


def test_no_row_of_a_deeper_network_stays(layers: NetworkEditor) -> None:
    before = len(layers.findChildren(LayerRow))
    layers.set_spec(NetworkSpec(layers=[AffineSpec(10)] * (MAX_LAYERS - 1) + [AffineSpec(10)]))
    assert len(layers.findChildren(LayerRow)) == MAX_LAYERS + 1
    choose(layers, "wide")
    # Rows may be deleted while they handle an event: Qt deletes them after it.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(layers.findChildren(LayerRow)) == before


def test_returning_to_the_edited_network(layers: NetworkEditor) -> None:
    own = layers.networks.model().index(layers.networks.findData(OWN), 0)
    assert not own.flags() & Qt.ItemFlag.ItemIsEnabled
    click(layers, 0)
    type_in(layers, "units", "77")
    assert own.flags() & Qt.ItemFlag.ItemIsEnabled
    choose(layers, "wide")
    choose(layers, OWN)
    assert shapes(layers)[1] == "77"


def test_a_locked_network_cannot_be_edited(layers: NetworkEditor, qtbot) -> None:
    choose(layers, "wide")
    layers.lock(True)
    click(layers, 0)
    assert opened(layers) == ["layer-0"]
    assert not any(each.isEnabled() for each in layers.rows[1].editor.fields.values())
    assert not any(button.isEnabled() for button in layers.buttons.values())
    assert not layers.networks.isEnabled()
    with qtbot.assertNotEmitted(layers.changed):
        for key, modifiers in ((Key.Key_Delete, Qt.KeyboardModifier.NoModifier), (Key.Key_Down, ALT)):
            press(key, modifiers)
        undo()
        drag(layers, 1, 0)
    layers.lock(False)
    assert field(layers, "units").isEnabled()
    assert layers.buttons["undo"].isEnabled()


# -- keys


def test_arrow_keys_go_from_row_to_row(layers: NetworkEditor) -> None:
    layers.rows[0].setFocus()
    for key, name in (
        (Key.Key_Down, "layer-0"),
        (Key.Key_End, "layer-2"),
        (Key.Key_Down, "layer-2"),
        (Key.Key_Up, "layer-1"),
        (Key.Key_Home, "layer-input"),
        (Key.Key_Up, "layer-input"),
    ):
        press(key)
        assert opened(layers) == [name]
        assert QApplication.focusWidget().objectName() == name


def test_enter_goes_to_the_fields_and_escape_back(layers: NetworkEditor) -> None:
    layers.rows[1].setFocus()
    press(Key.Key_Return)
    assert QApplication.focusWidget() is field(layers, "units")
    QTest.keyClicks(QApplication.focusWidget(), "9")
    assert shapes(layers)[1] == "9"
    press(Key.Key_Delete)  # deletes text, not the layer
    press(Key.Key_Escape)
    assert layers.rows[1].hasFocus()
    assert opened(layers) == ["layer-0"]
    press(Key.Key_Escape)
    assert opened(layers) == []
    assert layers.rows[1].hasFocus()
    press(Key.Key_Space)
    assert opened(layers) == ["layer-0"]
    assert len(shown(layers)) == 3


def test_keys_move_remove_and_undo(layers: NetworkEditor) -> None:
    choose(layers, "three-layer")
    layers.rows[2].setFocus()
    press(Key.Key_Space)
    press(Key.Key_Down, ALT)
    assert titles(layers) == ["Affine", "Affine", "Sigmoid", "Sigmoid", "Affine"]
    assert layers.rows[3].hasFocus()
    press(Key.Key_Up, ALT)
    assert layers.spec == NETWORKS["three-layer"]
    press(Key.Key_Delete)
    assert titles(layers) == ["Affine", "Affine", "Sigmoid", "Affine"]
    assert layers.rows[2].hasFocus()
    undo()
    assert layers.spec == NETWORKS["three-layer"]
    press(Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert len(shown(layers)) == 4
    click(layers, 0)
    type_in(layers, "units", "123")
    undo()  # in a field: all that was typed
    assert field(layers, "units").text() == "50"
    assert field(layers, "units").hasFocus()
    undo()
    assert layers.spec == NETWORKS["three-layer"]


def test_the_tab_order_is_the_visual_order(qtbot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    before, layers, after = QLineEdit(), NetworkEditor(theme), QLineEdit()
    for each in (before, layers, after):
        layout.addWidget(each)
    show(window)
    choose(layers, "deep-convnet")  # more rows than at first
    click(layers, 15)
    layers.rows[16].editor.fields["std"].setEnabled(True)
    before.setFocus()
    names = []
    while QApplication.focusWidget() is not after:
        press(Key.Key_Tab)
        names.append(QApplication.focusWidget().objectName())
    fields = ["layer-units", "layer-init", "layer-std"]
    assert names[:-1] == [
        *("layer-networks", "layer-add", "layer-up", "layer-down", "layer-remove", "layer-undo"),
        *("layer-15", *fields),
    ]


def test_its_keys_are_not_shortcuts_of_the_window(qtbot, theme: Theme) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    layers = NetworkEditor(theme)
    window.setCentralWidget(layers)
    triggered: list[str] = []
    for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Delete):
        action = QAction(window)
        action.setShortcuts(key)
        action.triggered.connect(lambda: triggered.append("window"))
        window.addAction(action)
    show(window)
    click(layers, 0)
    press(Key.Key_Delete)
    assert titles(layers) == ["ReLU", "Affine"]
    undo()
    assert titles(layers) == ["Affine", "ReLU", "Affine"]
    assert triggered == []


# -- dragging


def drag(layers: NetworkEditor, at: int, to: int, release: bool = True) -> None:
    """Drag a layer by its title to the upper half of another one."""
    row, target = layers.rows[at + 1], layers.rows[to + 1]
    start, end = QPoint(30, 8), QPoint(30, target.y() - row.y() + 4)
    QTest.mousePress(row, Qt.MouseButton.LeftButton, pos=start)
    for i in range(1, 5):
        QTest.mouseMove(row, start + (end - start) * i / 4)
    if release:
        QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=end)


def test_dragging_a_layer(layers: NetworkEditor) -> None:
    choose(layers, "three-layer")
    QApplication.processEvents()
    mark = layers.findChild(QFrame, "layer-mark")
    drag(layers, 3, 1, release=False)
    assert mark.isVisible()
    assert mark.y() + 1 == layers.rows[2].y()
    QTest.mouseRelease(layers.rows[4], Qt.MouseButton.LeftButton)
    assert not mark.isVisible()
    assert titles(layers) == ["Affine", "Sigmoid", "Sigmoid", "Affine", "Affine"]
    assert opened(layers) == ["layer-1"]
    undo()
    assert layers.spec == NETWORKS["three-layer"]


def test_a_layer_is_only_dragged_to_valid_positions_and_escape_cancels(layers: NetworkEditor) -> None:
    QApplication.processEvents()
    before = layers.spec
    drag(layers, 2, 0)  # the output
    drag(layers, -1, 2)  # the input
    drag(layers, 1, 0, release=False)
    press(Key.Key_Escape)
    assert not layers.findChild(QFrame, "layer-mark").isVisible()
    QTest.mouseRelease(layers.rows[2], Qt.MouseButton.LeftButton)
    assert layers.spec == before
    assert opened(layers) == []
    drag(layers, 0, 2)  # before the output at most
    assert titles(layers) == ["ReLU", "Affine", "Affine"]


def test_the_selected_layer_is_scrolled_to(qtbot, theme: Theme) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    layers = NetworkEditor(theme)
    layers.set_spec(NETWORKS["reader-convnet"])
    area.setWidget(layers)
    area.setWidgetResizable(True)
    area.resize(WIDTH + 30, 250)
    show(area)
    layers.rows[0].setFocus()
    press(Key.Key_End)
    row = shown(layers)[-1]

    def in_view() -> bool:
        top = row.mapTo(area.viewport(), QPoint(0, 0)).y()
        return top >= 0 and top + row.height() <= area.viewport().height()

    qtbot.waitUntil(in_view)
