"""The tour frames one place after another, and can be left at any time; it is offered once."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QWidget
from window_shutdown import shut_down_window

from engine.paths import default_weights
from engine.weights import load_weights
from gui.current_network import CurrentNetwork
from gui.main_window import MainWindow


@pytest.fixture
def window(qtbot, settings, theme) -> MainWindow:
    made = MainWindow(CurrentNetwork(load_weights(default_weights()), default_weights()), settings, theme)
    qtbot.addWidget(made, before_close_func=shut_down_window)
    made.show()
    return made


def press(window: MainWindow, qtbot, name: str) -> None:
    qtbot.mouseClick(window.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_five_steps_and_the_end(window: MainWindow, qtbot) -> None:
    window.actions_.tour.trigger()
    tour = window.help.tour
    places = []
    for step in range(5):
        assert tour.at == step
        assert tour.rect().contains(tour.card.geometry())
        places.append(window.tabs.currentIndex())
        press(window, qtbot, "tour-next")
    assert places == [0, 0, 0, 1, 1]
    qtbot.waitUntil(lambda: window.help.tour is None)
    assert window.tabs.currentIndex() == 0
    # It can be called again.
    window.actions_.tour.trigger()
    assert window.help.tour.at == 0


def test_return_goes_on_and_each_text_has_room(window: MainWindow, qtbot) -> None:
    window.resize(1600, 1000)
    window.actions_.tour.trigger()
    tour = window.help.tour
    text = tour.findChild(QLabel, "tour-text")
    for step in range(5):
        assert tour.at == step
        qtbot.wait(10)
        assert text.height() >= text.heightForWidth(text.width())
        qtbot.keyClick(tour.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.help.tour is None)
    assert window.focusWidget() is window.draw_tab.canvas


@pytest.mark.parametrize("how", ["key", "button", "outside"])
def test_it_can_be_left_at_once(window: MainWindow, qtbot, how: str) -> None:
    window.actions_.tour.trigger()
    tour = window.help.tour
    if how == "key":
        qtbot.keyClick(tour, Qt.Key.Key_Escape)
    elif how == "button":
        press(window, qtbot, "tour-leave")
    else:
        qtbot.mouseClick(tour.card, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
        assert tour.isVisible()
        qtbot.mouseClick(tour, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    qtbot.waitUntil(lambda: window.help.tour is None)


def test_the_card_stays_inside_and_beside_its_place(window: MainWindow, qtbot) -> None:
    window.actions_.tour.trigger()
    tour = window.help.tour
    canvas = window.draw_tab.canvas
    for size in ((900, 600), (1100, 700), (1500, 950)):
        window.resize(*size)
        qtbot.waitUntil(lambda: tour.size() == window.size())

        def beside() -> bool:
            frame = canvas.rect().translated(canvas.mapTo(window, QPoint()))
            return tour.rect().contains(tour.card.geometry()) and not tour.card.geometry().intersects(frame)

        qtbot.waitUntil(beside)


def test_it_is_offered_at_the_first_start_only(window: MainWindow, qtbot, settings, theme) -> None:
    qtbot.waitUntil(lambda: window.help.offer is not None)
    assert window.rect().contains(window.help.offer.geometry())
    press(window, qtbot, "tour-decline")
    assert window.help.offer is None
    assert window.help.tour is None
    again = MainWindow(CurrentNetwork(load_weights(default_weights()), default_weights()), settings, theme)
    qtbot.addWidget(again, before_close_func=shut_down_window)
    again.show()
    qtbot.wait(1000)
    assert again.help.offer is None


def test_the_offer_ends_when_the_user_goes_elsewhere(window: MainWindow, qtbot) -> None:
    qtbot.waitUntil(lambda: window.help.offer is not None)
    window.draw_tab.pages.setCurrentIndex(2)
    assert window.help.offer is None


def test_the_offer_starts_it(window: MainWindow, qtbot) -> None:
    qtbot.waitUntil(lambda: window.help.offer is not None)
    press(window, qtbot, "tour-start")
    assert window.help.tour.at == 0
    assert window.help.offer is None


def test_help_opens_at_the_place_where_the_user_is(window: MainWindow, qtbot) -> None:
    window.actions_.help.trigger()
    assert window.help.help_window.page == "draw"
    window.show_train_tab()
    window.train_tab.form.fields["lr"].setFocus()
    window.actions_.help.trigger()
    assert window.help.help_window.page == "train"
    pages = window.train_tab.pages
    qtbot.waitUntil(lambda: pages.runs is not None)
    for page, name in ((pages.errors, "errors"), (pages.data, "data"), (pages.curves, "curves"), (pages.runs, "runs")):
        pages.open(page)
        focus = window.focusWidget()
        if focus is not None:
            focus.clearFocus()
        window.actions_.help.trigger()
        assert window.help.help_window.page == name


def test_every_page_of_the_window_has_help(window: MainWindow) -> None:
    from gui.help.pages import PLACES, TEXTS

    window.draw_tab.make_pages()
    names = {page.objectName() for page in window.draw_tab.pages.findChildren(QWidget)}
    assert {"attribution", "transform", "compare", "handwriting"} <= names
    assert set(PLACES.values()) <= set(TEXTS)


def test_about_names_the_versions(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QMessageBox, "about", lambda parent, title, text: shown.append(text))
    window.actions_.about.trigger()
    assert "NumPy" in shown[0]
    assert "Qt 6" in shown[0]


def test_the_tab_key_stays_in_the_tour(window: MainWindow, qtbot) -> None:
    window.activateWindow()
    window.actions_.tour.trigger()
    tour = window.help.tour
    for _ in range(5):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert isinstance(window.focusWidget(), QPushButton)
        assert tour.isAncestorOf(window.focusWidget())
    # Then one can draw by keys.
    tour.close()
    qtbot.waitUntil(lambda: window.focusWidget() is window.draw_tab.canvas)


def test_the_tour_shows_the_whole_window(window: MainWindow) -> None:
    window.maximizer.enlarge(window.draw_tab.chart.parentWidget())
    window.actions_.tour.trigger()
    assert window.maximizer.card is None


def test_the_offer_grows_with_the_zoom(window: MainWindow, qtbot) -> None:
    window.resize(1100, 700)
    qtbot.waitUntil(lambda: window.help.offer is not None)
    offer = window.help.offer
    for _ in range(3):
        window.actions_.zoom_in.trigger()
    try:
        qtbot.waitUntil(lambda: offer.width() >= offer.sizeHint().width() and window.rect().contains(offer.geometry()))
    finally:
        window.actions_.zoom_reset.trigger()
