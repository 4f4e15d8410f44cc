"""Layouts that follow the room there is."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from gui.learn.responsive import TwoPanes
from gui.widgets.cards import ElidedLabel, WrappedRow, column


@pytest.fixture
def window(qtbot) -> QWidget:
    """Three labels in a wrapped row, and one below; the object names are their texts."""
    window = QWidget()
    *labels, below = (QLabel(text) for text in ("a first label", "second", "a third label", "below"))
    for label in (*labels, below):
        label.setObjectName(label.text())
    window.setLayout(column(WrappedRow(*labels), (below, 1)))
    qtbot.addWidget(window)
    window.show()
    return window


def labels(window: QWidget, width: int) -> list[QLabel]:
    """The labels after the window got this width."""
    window.resize(width, 200)
    QApplication.processEvents()
    return [window.findChild(QLabel, name) for name in ("a first label", "second", "a third label", "below")]


def test_a_row_is_wrapped_where_there_is_no_room(window: QWidget) -> None:
    first, second, third, below = labels(window, 800)
    assert first.y() == second.y() == third.y()
    assert first.geometry().right() < second.x() < third.x()
    labels(window, first.sizeHint().width() + second.sizeHint().width() + 30)
    assert first.y() == second.y() < third.y()
    assert third.x() == 0
    labels(window, third.sizeHint().width())
    assert first.y() < second.y() < third.y()
    assert below.y() > third.geometry().bottom()


def test_hidden_widgets_take_no_room(window: QWidget) -> None:
    first, second, *_ = labels(window, 800)
    first.hide()
    labels(window, 799)
    assert second.x() == 0


def test_a_stretch_moves_the_next_widgets_to_the_right_end(qtbot) -> None:
    first, last, window = QLabel("first"), QLabel("a last label"), QWidget()
    window.setLayout(WrappedRow(first, None, last))
    qtbot.addWidget(window)
    window.resize(400, 100)
    window.show()
    assert (first.x(), last.geometry().right(), last.y()) == (0, 399, first.y())
    window.resize(first.width() + last.width(), 100)
    assert last.x() == 0
    assert last.y() > first.y()


def test_a_widget_with_less_room_than_it_asks_for_gets_what_there_is(qtbot) -> None:
    label, window = ElidedLabel("a title of many words"), QWidget()
    window.setLayout(WrappedRow(label))
    qtbot.addWidget(window)
    window.resize(40, 50)
    window.show()
    assert label.width() == 40


def test_two_panes_are_side_by_side_or_above_each_other(qtbot) -> None:
    first, second = QLabel("first"), QLabel("second")
    panes = TwoPanes(first, second)
    qtbot.addWidget(panes)
    panes.resize(600, 300)
    panes.show()
    QApplication.processEvents()
    assert first.y() == second.y()
    assert first.geometry().right() < second.x()
    panes.resize(300, 600)
    QApplication.processEvents()
    assert first.x() == second.x()
    assert first.geometry().bottom() < second.y()
