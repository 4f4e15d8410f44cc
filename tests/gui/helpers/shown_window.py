"""The window with the network of a file, which is shut down at the end of a test."""

from pathlib import Path

from window_shutdown import shut_down_window

from engine.weights import load_weights
from gui.current_network import CurrentNetwork
from gui.main_window import MainWindow
from gui.settings import Settings
from gui.theme import Theme


def window_of(qtbot, settings: Settings, theme: Theme, file: Path) -> MainWindow:
    """Not shown yet. Closing it asks nothing about unsaved weights."""
    made = MainWindow(CurrentNetwork(load_weights(file), file), settings, theme)
    qtbot.addWidget(made, before_close_func=shut_down_window)
    return made


def show_window(window: MainWindow, qtbot) -> None:
    """Show it without deferred loading, which has separate tests, and wait until the drawings are read."""
    window.cancel_deferred()
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: window.draw_tab.store.opened and not window.draw_tab.busy)
