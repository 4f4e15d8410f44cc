"""The whole tab by keys: the Tab key comes to everything, in the order of what is seen, and everything has a name."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QTabBar, QWidget
from small_weights import random_weights
from window_shutdown import shut_down

from engine.nn.network import Network
from engine.nn.presets import PRESETS
from engine.weights import Weights
from gui.current_network import CurrentNetwork
from gui.draw.draw_tab import DrawTab
from gui.draw.handwriting.drawing_gallery import Gallery

Key = Qt.Key
PAGES = 6


def convnet() -> Weights:
    network = Network(PRESETS["simple-convnet"]())
    network.initialize(np.random.default_rng(0))
    return Weights(network.spec, network.snapshot(), name="images")


@pytest.fixture(params=[random_weights, convnet], ids=["mlp", "convnet"])
def tab(request, qtbot, actions, settings, theme) -> DrawTab:
    """With a drawing, after undo and redo: as many controls as possible are enabled."""
    made = DrawTab(CurrentNetwork(request.param(), None), actions, settings, theme)
    theme.style(made)
    qtbot.addWidget(made, before_close_func=shut_down)
    made.resize(1100, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    with qtbot.waitSignal(made.predicted):
        for x in (8, 12, 16):
            made.model.begin(x, 8)
            made.model.extend(x, 20)
            made.model.end()
        made.model.undo()
    return made


def name_of(widget: QWidget) -> str:
    if isinstance(widget, QTabBar):
        return widget.accessibleName() or widget.tabText(widget.currentIndex())
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def operable(parent: QWidget) -> list[QWidget]:
    """All visible widgets that can have the focus."""
    return [
        each
        for each in parent.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.focusPolicy() != Qt.FocusPolicy.NoFocus
        # A focus proxy gives the focus to another widget.
        and each.focusProxy() is None
    ]


def walk(start: QWidget, key: Qt.Key = Key.Key_Tab) -> list[QWidget]:
    """The widgets that the Tab key goes to, in order."""
    start.setFocus()
    found = [start]
    while len(found) < 100:
        QTest.keyClick(QApplication.focusWidget(), key)
        if QApplication.focusWidget() is start:
            return found
        found.append(QApplication.focusWidget())
    raise AssertionError("the Tab key does not come back")


@pytest.mark.parametrize("page", range(PAGES))
def test_everything_that_can_have_the_focus_has_a_name(tab: DrawTab, qtbot, page: int) -> None:
    assert tab.pages.count() == PAGES
    tab.pages.setCurrentIndex(page)
    qtbot.waitUntil(lambda: not tab.busy)
    assert [each.objectName() or repr(each) for each in operable(tab) if not name_of(each)] == []


@pytest.mark.parametrize("page", range(PAGES))
def test_the_tab_key_goes_to_everything_in_order(tab: DrawTab, qtbot, page: int) -> None:
    tab.pages.setCurrentIndex(page)
    qtbot.waitUntil(lambda: not tab.busy)
    found = walk(tab.canvas)
    names = [each.objectName() or each.accessibleName() for each in found]
    before = [
        "canvas",
        "Undo",
        "Redo",
        "Clear",
        "Open image",
        "brush-width",
        "probability-chart",
        "qt_tabwidget_tabbar",
    ]
    assert [name for name in names if name in before] == before
    in_page = found[names.index(before[-1]) + 1 :]
    assert in_page
    assert all(tab.pages.currentWidget().isAncestorOf(each) for each in in_page)
    # In a group of digits, the arrow keys go to the others.
    left_out = {each.objectName() for each in operable(tab)} - {each.objectName() for each in found}
    assert left_out <= {f"attribution-{digit}" for digit in range(10)}
    assert walk(tab.canvas, Key.Key_Backtab)[1:] == found[:0:-1]


def test_keys_go_from_page_to_page(tab: DrawTab) -> None:
    tab.pages.tabBar().setFocus()
    for page in range(1, PAGES):
        QTest.keyClick(tab.pages.tabBar(), Key.Key_Right)
        assert tab.pages.currentIndex() == page


def test_everything_in_the_gallery_has_a_name(tab: DrawTab, qtbot, settings, theme) -> None:
    gallery = Gallery(tab.store, settings)
    qtbot.addWidget(gallery)
    gallery.show()
    assert [each.objectName() or repr(each) for each in operable(gallery) if not name_of(each)] == []
