"""Layouts that follow the room there is."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from gui.learn.responsive import TwoPanes, WrappedRow
from gui.widgets.cards import column


@pytest.fixture
def labels(qtbot) -> Iterator[list[QLabel]]:
    """In a wrapped row with something else below."""
    window = QWidget()
    *labels, below = (QLabel(text) for text in ("a first label", "second", "a third and longer label", "below"))
    window.setLayout(column(WrappedRow(*labels), (below, 1)))
    qtbot.addWidget(window)
    window.show()
    yield labels


def test_a_row_is_wrapped_where_there_is_no_room(labels: list[QLabel]) -> None:
    window = labels[0].window()
    window.resize(800, 200)
    QApplication.processEvents()
    assert len({label.y() for label in labels}) == 1
    assert labels[0].geometry().right() < labels[1].x() < labels[2].x()
    window.resize(labels[0].sizeHint().width() + labels[1].sizeHint().width() + 30, 200)
    QApplication.processEvents()
    assert labels[0].y() == labels[1].y() < labels[2].y()
    assert labels[2].x() == 0
    window.resize(labels[2].sizeHint().width(), 200)
    QApplication.processEvents()
    assert len({label.y() for label in labels}) == 3
    below = next(label for label in window.findChildren(QLabel) if label.text() == "below")
    assert below.y() > labels[2].geometry().bottom()


def test_hidden_widgets_take_no_room(labels: list[QLabel]) -> None:
    labels[0].hide()
    labels[0].window().resize(800, 200)
    QApplication.processEvents()
    assert labels[1].x() == 0


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
