"""The size of the window: zoom, presentation, screens, and a card that fills it."""

import gc

import pytest
import shiboken6
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from small_weights import random_weights
from window_shutdown import shut_down_window

from gui.current_network import CurrentNetwork
from gui.main_window import MainWindow
from gui.widgets.form_controls import resize_dialog
from gui.widgets.notice import MessageBar
from gui.window.screen_fit import fit_on_screen


@pytest.fixture
def window(qtbot, settings, theme) -> MainWindow:
    made = MainWindow(CurrentNetwork(random_weights(), None), settings, theme)
    qtbot.addWidget(made, before_close_func=shut_down_window)
    made.cancel_deferred()
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    QApplication.processEvents()
    yield made
    made.presentation.leave()
    theme.set_scale(1.0)


def text_height() -> int:
    return QFontInfo(QApplication.font()).pixelSize()


def test_zoom_enlarges_text_and_is_remembered(window: MainWindow, settings, theme) -> None:
    before = text_height()
    for _ in range(20):
        window.actions_.zoom_in.trigger()
    assert window.zoom.level == 300
    assert not window.actions_.zoom_in.isEnabled()
    assert abs(text_height() - 3 * before) <= 1
    assert settings.whole("window/zoom", 0, 0, 1000) == 300
    for _ in range(20):
        window.actions_.zoom_out.trigger()
    assert window.zoom.level == 60
    window.actions_.zoom_reset.trigger()
    assert text_height() == before


def test_zoom_has_keys(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert window.zoom.level == 110
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert window.zoom.level == 100


def test_presentation_and_back(window: MainWindow, qtbot) -> None:
    window.actions_.zoom_in.trigger()
    size, text = window.size(), text_height()
    QTest.keyClick(window, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: window.height() == window.screen().size().height())
    assert window.isFullScreen()
    assert not window.menuBar().isVisible()
    assert not window.statusBar().isVisible()
    assert text_height() >= window.height() / 45
    assert window.theme.line == 3
    # The zoom is relative to it.
    QTest.keyClick(window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert text_height() < window.height() / 45
    # Shortcuts work without a menu bar.
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.tabs.currentIndex() == 1
    QTest.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.isFullScreen())
    qtbot.waitUntil(lambda: window.size() == size)
    assert window.menuBar().isVisible()
    assert window.zoom.level == 110
    assert text_height() == text


def test_the_window_system_ends_a_presentation(window: MainWindow, qtbot) -> None:
    size, text = window.size(), text_height()
    window.actions_.presentation.trigger()
    qtbot.waitUntil(lambda: window.height() == window.screen().size().height())
    window.windowHandle().showNormal()  # what a key or a menu of the window system does
    qtbot.waitUntil(lambda: not window.actions_.presentation.isChecked())
    qtbot.waitUntil(lambda: window.size() == size)
    assert window.menuBar().isVisible()
    assert window.statusBar().isVisible()
    assert text_height() == text


def test_a_minimized_presentation_goes_on(window: MainWindow, qtbot) -> None:
    window.actions_.presentation.trigger()
    qtbot.waitUntil(lambda: window.height() == window.screen().size().height())
    window.showMinimized()
    window.showFullScreen()
    QApplication.processEvents()
    assert window.presentation.running
    assert not window.menuBar().isVisible()


def test_a_presentation_zooms_once(window: MainWindow, qtbot) -> None:
    zooms = []
    window.theme.changed.connect(lambda: zooms.append(window.theme.scale))
    window.actions_.presentation.trigger()
    qtbot.waitUntil(lambda: window.height() == window.screen().size().height())
    qtbot.wait(20)
    assert len(zooms) == 1


def test_the_window_is_not_larger_than_its_screen(window: MainWindow) -> None:
    room = window.screen().availableGeometry()
    window.setGeometry(QRect(room.left() - 50, room.top() + 100, room.width() + 500, room.height() + 500))
    fit_on_screen(window, QSize(720, 480))
    assert room.contains(window.frameGeometry())
    fit_on_screen(window, QSize(2000, 2000))
    assert window.minimumWidth() <= room.width()
    assert window.minimumHeight() <= room.height()


def double_click(widget: QWidget) -> None:
    QTest.mouseDClick(widget, Qt.MouseButton.LeftButton)


def test_a_double_click_on_a_heading_enlarges_its_card(window: MainWindow) -> None:
    chart = window.draw_tab.chart
    heading = next(each for each in chart.parentWidget().children() if each.property("role") == "heading")
    before = chart.geometry()
    double_click(heading)
    assert window.maximizer.card is chart.parentWidget()
    assert chart.width() > 0.9 * window.width()
    assert window.draw_tab.isVisible()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.maximizer.card is None
    QApplication.processEvents()
    assert chart.geometry() == before
    double_click(heading)
    double_click(heading)
    assert window.maximizer.card is None


def test_a_card_is_still_there_after_it_was_enlarged(window: MainWindow) -> None:
    """Python's garbage collection once deleted the whole drawing tab."""
    for card in (window.draw_tab.pages.parentWidget(), window.draw_tab.chart.parentWidget()):
        window.maximizer.enlarge(card)
        gc.collect()
        window.maximizer.restore()
        gc.collect()
        assert card.isVisible()
        assert window.draw_tab.canvas.isVisible()


def test_what_had_the_focus_may_be_deleted_while_a_card_is_enlarged(window: MainWindow) -> None:
    button = QPushButton(window.draw_tab)
    button.show()
    button.setFocus()
    window.maximizer.enlarge(window.draw_tab.chart.parentWidget())
    shiboken6.delete(button)
    window.maximizer.restore()
    assert window.draw_tab.chart.isVisible()


def test_the_pages_are_enlarged_by_their_tabs_and_by_a_key(window: MainWindow) -> None:
    pages = window.draw_tab.pages
    pages.tabBar().setFocus()
    QTest.keyClick(
        pages.tabBar(), Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert window.maximizer.card is not None
    assert window.maximizer.card.isAncestorOf(pages)
    assert pages.isVisible()
    # The Tab key stays inside.
    for _ in range(30):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert window.findChild(QWidget, "enlarged").isAncestorOf(QApplication.focusWidget())
    window.findChild(QPushButton, "enlarged-back").click()
    assert window.maximizer.card is None
    QTest.mouseDClick(pages.tabBar(), Qt.MouseButton.LeftButton, pos=pages.tabBar().tabRect(1).center())
    assert window.maximizer.card is not None
    # Another tab shows the whole window again.
    window.actions_.show_train.trigger()
    assert window.maximizer.card is None


def test_a_dialog_is_no_larger_than_its_screen(qtbot) -> None:
    dialog = QWidget()
    qtbot.addWidget(dialog)
    resize_dialog(dialog, QSize(400, 300))
    assert dialog.size() == QSize(400, 300)
    resize_dialog(dialog, QSize(40_000, 300))
    assert dialog.size() == QSize(dialog.screen().availableSize().width(), 300)


def test_the_network_stays_enlarged_in_a_presentation(window: MainWindow, qtbot) -> None:
    """It is narrower, in letters, than the wide window that the network has a part of its own in."""
    window.resize(1600, 1000)
    network = window.draw_tab.pages.network
    network.make()
    QApplication.processEvents()
    card = network.parentWidget()
    window.maximizer.enlarge(card)
    window.resize(1000, 700)
    qtbot.wait(1)
    assert window.maximizer.card is card
    assert network.page.isVisible()
    window.maximizer.restore()
    # The arrangement follows now.
    qtbot.waitUntil(lambda: window.draw_tab.pages.indexOf(network) >= 0)
    assert not card.isVisible()


def test_a_card_that_is_hidden_while_it_is_enlarged_leaves_no_empty_window(window: MainWindow, qtbot) -> None:
    card = window.draw_tab.chart.parentWidget()
    window.maximizer.enlarge(card)
    card.hide()
    qtbot.waitUntil(lambda: window.maximizer.card is None)
    assert window.draw_tab.canvas.isVisible()
    assert not card.isVisible()


def test_a_zoom_of_an_enlarged_card_stays_when_it_goes_back(window: MainWindow) -> None:
    card = window.findChild(QWidget, "digit").parentWidget().parentWidget()
    window.maximizer.enlarge(card)
    for _ in range(3):
        window.actions_.zoom_in.trigger()
    least = card.minimumHeight()
    window.maximizer.restore()
    assert card.minimumHeight() == least


def test_an_enlarged_card_gives_way_to_a_drawing_that_is_opened(window: MainWindow) -> None:
    window.maximizer.enlarge(window.draw_tab.chart.parentWidget())
    window.draw_tab.opening.emit()
    assert window.maximizer.card is None


@pytest.mark.parametrize("name", ["notice", "kept"])
def test_a_message_is_not_enlarged(window: MainWindow, name: str) -> None:
    bar = window.findChild(MessageBar, name)
    bar.show_message("Kept as 3.")
    QApplication.processEvents()
    double_click(bar.findChild(QLabel))
    assert window.maximizer.card is None
    assert bar.isVisible()
