"""Drawing by keys alone: the pen moves, is put down and lifted, and does not mix with the mouse."""

from collections.abc import Iterator

import numpy as np
import pytest
from image_pixels import of, pixels
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from small_weights import random_weights
from window_shutdown import shut_down

from gui.current_network import CurrentNetwork
from gui.draw.canvas import Canvas
from gui.draw.draw_tab import DrawTab
from gui.draw.drawing_model import DrawingModel

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def model() -> Iterator[DrawingModel]:
    made = DrawingModel()
    yield made
    made.deleteLater()


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def canvas(qtbot, window: QWidget, model: DrawingModel, theme) -> Canvas:
    """In a window, beside a field that can take the focus from it."""
    made = Canvas(model, theme)
    layout = QVBoxLayout(window)
    layout.addWidget(made)
    layout.addWidget(QLineEdit())
    window.resize(500, 540)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    made.setFocus()
    return made


def press(canvas: Canvas, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(canvas, key, modifier)


def repeat(canvas: Canvas, key: Qt.Key) -> None:
    """A key that is held down."""
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(canvas, event)


def mouse(canvas: Canvas, x: float, y: float) -> tuple[Qt.MouseButton, Qt.KeyboardModifier, QPoint]:
    return Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, canvas.from_canvas(x, y).toPoint()


def accents(canvas: Canvas, theme) -> int:
    """How many pixels are of the cross's colour."""
    return int((pixels(canvas.grab().toImage()) == of(theme.colour("accent"))).sum())


def test_a_stroke_is_drawn_by_keys(canvas: Canvas, model: DrawingModel) -> None:
    press(canvas, Key.Key_Left, Key.Key_Up)
    assert model.running is None
    press(canvas, Key.Key_Space, Key.Key_Right, Key.Key_Down, Key.Key_Down, Key.Key_Space)
    assert model.running is None
    np.testing.assert_array_equal(model.content.strokes[0], [(13, 13), (14, 13), (14, 14), (14, 15)])
    # The pen is up: it moves without ink.
    press(canvas, Key.Key_Left, Key.Key_Return, Key.Key_Return)
    np.testing.assert_array_equal(model.content.strokes[1], [(13, 15)])


def test_with_shift_it_goes_further_on_the_same_line(canvas: Canvas, model: DrawingModel) -> None:
    press(canvas, Key.Key_Space)
    press(canvas, Key.Key_Right, modifier=SHIFT)
    press(canvas, Key.Key_Space)
    np.testing.assert_array_equal(model.content.strokes[0], [(x, 14) for x in range(14, 19)])


@pytest.mark.parametrize(
    ("key", "place"),
    [
        (Key.Key_Home, (13, 13)),
        (Key.Key_PageUp, (15, 13)),
        (Key.Key_End, (13, 15)),
        (Key.Key_PageDown, (15, 15)),
    ],
)
def test_diagonal_keys(canvas: Canvas, key: Qt.Key, place: tuple[int, int]) -> None:
    press(canvas, key)
    assert canvas._pen.position == place


def test_the_pen_stays_on_the_canvas(canvas: Canvas) -> None:
    press(canvas, *[Key.Key_Home] * 6, modifier=SHIFT)
    assert canvas._pen.position == (0, 0)
    press(canvas, *[Key.Key_PageDown] * 8, modifier=SHIFT)
    assert canvas._pen.position == (28, 28)


def test_a_held_arrow_key_repeats_and_a_held_space_does_not(canvas: Canvas, model: DrawingModel) -> None:
    press(canvas, Key.Key_Space)
    repeat(canvas, Key.Key_Space)
    assert model.running is not None
    for _ in range(5):
        repeat(canvas, Key.Key_Right)
    assert canvas._pen.position == (19, 14)
    assert len(model.running) == 6


def test_escape_lifts_it(canvas: Canvas, model: DrawingModel) -> None:
    press(canvas, Key.Key_Space, Key.Key_Down, Key.Key_Escape, Key.Key_Down)
    assert model.running is None
    assert len(model.content.strokes[0]) == 2


def test_it_is_lifted_when_the_focus_is_lost(canvas: Canvas, model: DrawingModel) -> None:
    press(canvas, Key.Key_Space, Key.Key_Down, Key.Key_Tab)
    assert not canvas.hasFocus()
    assert model.running is None
    assert len(model.content.strokes) == 1


def test_undo_in_the_middle_of_a_stroke_lifts_it(canvas: Canvas, model: DrawingModel) -> None:
    press(canvas, Key.Key_Space, Key.Key_Down)
    model.undo()
    assert not canvas._pen.down
    assert model.content.empty
    press(canvas, Key.Key_Down, Key.Key_Space)
    np.testing.assert_array_equal(model.running, [(14, 16)])


def test_it_is_visible_from_its_first_use_until_the_mouse_draws(canvas: Canvas, model: DrawingModel, theme) -> None:
    frame = accents(canvas, theme)
    press(canvas, Key.Key_Up)
    up = accents(canvas, theme)
    press(canvas, Key.Key_Space)
    down = accents(canvas, theme)
    assert frame < up < down
    # The frame is not filled: beside the pen the canvas is as before.
    beside = canvas.from_canvas(3.5, 3.5).toPoint()
    assert canvas.grab().toImage().pixelColor(beside) == theme.colour("canvas")
    press(canvas, Key.Key_Space)
    QTest.mouseClick(canvas, *mouse(canvas, 5, 5))
    assert accents(canvas, theme) <= frame
    np.testing.assert_allclose(model.content.strokes[-1], [(5, 5)], atol=0.06)


def test_a_mouse_press_ends_the_stroke_of_the_keys(canvas: Canvas, model: DrawingModel) -> None:
    press(canvas, Key.Key_Space, Key.Key_Down)
    QTest.mousePress(canvas, *mouse(canvas, 5, 5))
    assert len(model.content.strokes) == 1
    np.testing.assert_allclose(model.running, [(5, 5)], atol=0.06)
    QTest.mouseRelease(canvas, *mouse(canvas, 5, 5))
    assert len(model.content.strokes) == 2


def test_keys_do_not_change_a_stroke_of_the_mouse(canvas: Canvas, model: DrawingModel) -> None:
    QTest.mousePress(canvas, *mouse(canvas, 5, 5))
    press(canvas, Key.Key_Right, Key.Key_Space, Key.Key_Escape)
    np.testing.assert_allclose(model.running, [(5, 5)], atol=0.06)
    assert not canvas._pen.shown
    # After undo it has ended; the mouse does not extend what the keys draw then.
    model.undo()
    press(canvas, Key.Key_Space)
    QTest.mouseMove(canvas, canvas.from_canvas(20, 20).toPoint())
    QTest.mouseRelease(canvas, *mouse(canvas, 20, 20))
    np.testing.assert_array_equal(model.running, [(14, 14)])


def test_other_keys_are_left_to_the_window(canvas: Canvas) -> None:
    for key, modifier in (
        (Key.Key_7, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Backspace, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
        (Key.Key_Left, Qt.KeyboardModifier.AltModifier),
    ):
        event = QKeyEvent(QEvent.Type.KeyPress, key, modifier)
        QApplication.sendEvent(canvas, event)
        assert not event.isAccepted()
        claimed = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier)
        claimed.ignore()
        QApplication.sendEvent(canvas, claimed)
        assert not claimed.isAccepted()


def test_the_position_of_the_pen_is_announced(canvas: Canvas) -> None:
    assert "Space" in canvas.accessibleDescription()
    press(canvas, Key.Key_Right)
    assert canvas.accessibleName() == "Drawing canvas. 15 right, 14 down"
    press(canvas, Key.Key_Space)
    assert canvas.accessibleName() == "The pen is down: 15 right, 14 down"
    press(canvas, Key.Key_Space)
    assert canvas.accessibleName() == "The pen is lifted"
    press(canvas, Key.Key_Tab)
    assert canvas.accessibleName() == "Drawing canvas"


def test_a_hint_explains_the_keys_when_they_moved_the_focus_here(canvas: Canvas) -> None:
    without = canvas.grab().toImage()
    press(canvas, Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Backtab)
    assert canvas.hasFocus()
    assert canvas.grab().toImage() != without


def test_a_digit_is_drawn_predicted_and_kept_without_a_mouse(qtbot, actions, settings, theme) -> None:
    tab = DrawTab(CurrentNetwork(random_weights(), None), actions, settings, theme)
    qtbot.addWidget(tab, before_close_func=shut_down)
    tab.addActions([*actions.label_as, actions.clear, actions.undo])
    with qtbot.waitExposed(tab):
        tab.show()
    tab.activateWindow()
    tab.canvas.setFocus()
    with qtbot.waitSignal(tab.predicted):
        press(tab.canvas, Key.Key_Space, *[Key.Key_Down] * 6)
    assert tab.prediction.digit is not None
    press(tab.canvas, Key.Key_Space)
    press(tab.canvas, Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert tab.model.content.empty
    press(tab.canvas, Key.Key_Space, *[Key.Key_Up] * 6, Key.Key_Space, Key.Key_Delete)
    assert tab.model.content.empty
    press(tab.canvas, Key.Key_Space, *[Key.Key_Down] * 6, Key.Key_Space)
    with qtbot.waitSignal(tab.store.kept):
        press(tab.canvas, Key.Key_1)
    qtbot.waitUntil(lambda: not tab.store.busy)
    (drawing,) = tab.store.drawings
    assert (drawing.label, len(drawing.strokes[0])) == (1, 7)
