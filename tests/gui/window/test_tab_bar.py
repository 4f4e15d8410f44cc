"""Tabs stay where they are when another one is chosen."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget

from gui.theme import Theme
from gui.widgets.form_controls import restyle
from gui.window.tab_bar import TabBar


def places(tabs: QTabWidget) -> list[QRect]:
    bar = tabs.tabBar()
    return [bar.tabRect(i) for i in range(bar.count())]


@pytest.mark.parametrize("narrow", [None, True, False])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_tab_moves(request, qtbot, theme: Theme, narrow: bool | None, scale: float) -> None:
    request.addfinalizer(lambda: theme.set_scale(1.0))
    theme.set_scale(scale)
    tabs = QTabWidget()
    qtbot.addWidget(tabs)
    tabs.setTabBar(TabBar())
    tabs.setDocumentMode(True)
    if narrow is not None:
        restyle(tabs.tabBar(), "narrow", narrow)
    for title in ("Preprocessing", "Network", "My handwriting"):
        tabs.addTab(QWidget(), title)
    theme.style(tabs)
    tabs.resize(1600, 300)
    with qtbot.waitExposed(tabs):
        tabs.show()
    before = places(tabs)
    for index in (1, 2, 0):
        tabs.setCurrentIndex(index)
        QApplication.processEvents()
        assert places(tabs) == before
