"""Numbers that are dragged, typed and stepped."""

import math

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from gui.learn.parts.draggable_number import DraggableNumber
from gui.theme import Theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def number(qtbot, theme: Theme) -> DraggableNumber:
    return shown(qtbot, DraggableNumber(theme, "w1", "w1", 0.5, -2, 2))


@pytest.fixture
def rate(qtbot, theme: Theme) -> DraggableNumber:
    return shown(qtbot, DraggableNumber(theme, "learning rate", "rate", 0.1, 1e-10, 10, logarithmic=True))


def shown(qtbot, number: DraggableNumber) -> DraggableNumber:
    qtbot.addWidget(number)
    number.seen = []
    number.changed.connect(number.seen.append)
    number.show()
    QApplication.processEvents()
    return number


def drag(widget: QWidget, pixels: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    centre = widget.rect().center()
    QTest.mousePress(widget, LEFT, modifiers, centre)
    for step in (pixels // 2, pixels):
        # QTest's own mouse moves have no modifiers.
        QTest.mouseMove(widget, centre + QPoint(step, 0))
    QTest.mouseRelease(widget, LEFT, modifiers, centre + QPoint(pixels, 0))


def replace(number: DraggableNumber, text: str) -> None:
    QTest.mouseClick(number.field, LEFT)
    QTest.keyClicks(number.field, text)
    QTest.keyClick(number.field, Qt.Key.Key_Return)


def test_the_label_and_the_field_are_dragged(number: DraggableNumber) -> None:
    for widget in (number.field, number.findChild(QLabel)):
        before = number.value
        drag(widget, 75)
        assert number.value == pytest.approx(before + 1 if before < 1 else 2)
    drag(number.field, -4000)
    assert number.value == -2
    assert number.seen[-1] == -2
    assert number.field.text() == "-2.00"


def test_dragging_a_logarithmic_number_multiplies(rate: DraggableNumber) -> None:
    drag(rate.field, -round(300 / 11))
    assert rate.value == pytest.approx(0.01, rel=0.1)
    assert rate.field.text() == f"{rate.value:g}"


@pytest.mark.parametrize(("text", "value"), [("1", 1.0), ("-0,25", -0.25), ("1e-4", 1e-4), ("99", 2.0)])
def test_a_click_starts_to_type(number: DraggableNumber, text: str, value: float) -> None:
    replace(number, text)
    assert number.value == value
    assert number.seen == [value]


@pytest.mark.parametrize("text", ["", "abc", "nan", "inf", "1_0", "--1", "1e999"])
def test_what_is_no_number_is_replaced_by_the_number_from_before(number: DraggableNumber, text: str) -> None:
    QTest.mouseClick(number.field, LEFT)
    QTest.keyClick(number.field, Qt.Key.Key_Delete)
    QTest.keyClicks(number.field, text)
    QTest.keyClick(number.field, Qt.Key.Key_Return)
    assert (number.value, number.field.text(), number.seen) == (0.5, "0.50", [])


def test_escape_gives_the_number_from_before(number: DraggableNumber) -> None:
    QTest.mouseClick(number.field, LEFT)
    QTest.keyClicks(number.field, "1")
    QTest.keyClick(number.field, Qt.Key.Key_Escape)
    assert (number.value, number.field.text()) == (0.5, "0.50")


def test_what_is_typed_keeps_its_decimals(number: DraggableNumber) -> None:
    replace(number, "0.123456789")
    assert number.value == 0.123456789
    # Leaving the field does not round it.
    number.field.clearFocus()
    assert number.value == 0.123456789
    assert number.field.text() == "0.123457"


def test_arrow_keys_step(number: DraggableNumber, rate: DraggableNumber) -> None:
    number.field.setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp):
        QTest.keyClick(number.field, key)
    assert number.seen == [0.6, 0.7, 0.6, 1.6]
    for _ in range(4):
        QTest.keyClick(rate.field, Qt.Key.Key_Down)
    rate.set_value(3)
    QTest.keyClick(rate.field, Qt.Key.Key_Up)
    rate.set_value(3)
    QTest.keyClick(rate.field, Qt.Key.Key_Down)
    rate.set_value(1e-10)
    QTest.keyClick(rate.field, Qt.Key.Key_Down)
    assert rate.seen == [0.05, 0.02, 0.01, 0.005, 5, 2]


def test_the_wheel_steps_only_with_the_focus(number: DraggableNumber) -> None:
    def turn() -> None:
        where, none = QPointF(number.field.rect().center()), Qt.KeyboardModifier.NoModifier
        phase = Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(where, where, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, none, phase, False)
        QApplication.sendEvent(number.field, event)

    number.field.clearFocus()
    turn()
    assert number.value == 0.5
    QTest.mouseClick(number.field, LEFT)
    turn()
    assert number.value == 0.6


def test_setting_the_value_emits_nothing(number: DraggableNumber) -> None:
    number.set_value(1.25)
    number.set_value(math.pi)
    number.set_range(0, 1)
    assert (number.value, number.seen, number.field.accessibleName()) == (1, [], "w1")


@pytest.mark.parametrize("part", ["label", "field"])
def test_a_finger_drags_the_number(number: DraggableNumber, part: str) -> None:
    widget = number.field if part == "field" else number.findChild(QLabel)
    device, start = QTest.createTouchDevice(), widget.rect().center()
    QTest.touchEvent(widget, device).press(0, start, widget).commit()
    QTest.touchEvent(widget, device).move(0, start + QPoint(75, 0), widget).commit()
    QTest.touchEvent(widget, device).release(0, start + QPoint(75, 0), widget).commit()
    assert number.value == 1.5
