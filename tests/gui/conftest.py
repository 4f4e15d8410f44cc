"""What the window's tests get. They fail on a leaked thread, timer or window; Qt's warnings fail them by themselves."""

import functools
import gc
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.actions import Actions
    from gui.settings import Settings
    from gui.theme import Theme
    from gui.training.curves.curves_view import Curves


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What Qt warns of is a fault of ours."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            # What the offscreen platform says of itself is none.
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture
def theme(qapp) -> "Theme":
    from gui.theme import Theme

    return Theme(qapp, "light")


@pytest.fixture
def settings(tmp_path: Path) -> "Settings":
    from gui.settings import Settings

    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def actions(theme: "Theme") -> Iterator["Actions"]:
    from gui.actions import Actions

    made = Actions(theme, theme)
    yield made
    made.deleteLater()


@pytest.fixture
def mnist(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What ``find_mnist`` finds, as the one item; a DataError is thrown. Nothing to begin with."""
    found: list[object] = [None]

    def find() -> object:
        if isinstance(found[0], Exception):
            raise found[0]
        return found[0]

    monkeypatch.setattr("gui.training.data.source_picker.find_mnist", find)
    return found


@pytest.fixture(scope="module")
def curve_settings(tmp_path_factory: pytest.TempPathFactory) -> "Settings":
    from gui.settings import Settings

    return Settings(tmp_path_factory.mktemp("settings") / "settings.ini")


@pytest.fixture(scope="module")
def curve_window(qapp, curve_settings: "Settings") -> Iterator["Curves"]:
    """Curves for all tests of a file: to make them takes longer than most of the tests."""
    from gui.theme import Theme
    from gui.training.curves.curves_view import Curves

    made = Curves(Theme(qapp, "light"), curve_settings)
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def curves(qapp, curve_window: "Curves", curve_settings: "Settings") -> "Curves":
    """These curves, as they are at first."""
    if curve_window._theme.choice != "light":
        curve_window._theme.choose("light")
    curve_settings.keep("curves/folder", "")
    curve_window.overlay([])
    curve_window.clear()
    curve_window._card.show_plot(0)
    curve_window._bar._slider.setValue(5)
    for plot in curve_window._plots:
        plot.surface.hovered.emit(None)
    curve_window.resize(900, 420)
    qapp.processEvents()
    return curve_window


@pytest.fixture
def curve_theme(curves: "Curves") -> "Theme":
    """The theme of these curves."""
    return curves._theme


@pytest.fixture(scope="session", autouse=True)
def what_was_imported(qapp) -> Iterator[None]:
    """Is looked through no more after each test, which would take most of the time: no test has made it."""
    import gui.main_window  # noqa: F401

    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """No test learns from what another has loaded."""
    from gui.training.data.dataset_cache import cache

    cache.clear()


@pytest.fixture(autouse=True)
def nothing_leaks(qtbot: "QtBot") -> Iterator[None]:
    """No Python thread, QThread, running timer or window may outlive the test that made it."""
    from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer
    from PySide6.QtWidgets import QApplication

    threads = set(threading.enumerate())
    windows = set(QApplication.topLevelWidgets())
    yield
    for widget in set(QApplication.topLevelWidgets()) - windows:
        if widget.parent() is None and widget.windowType().name == "Popup":
            widget.close()
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
    gc.collect()
    leaked = [thread.name for thread in threading.enumerate() if thread not in threads and thread.is_alive()]
    assert not leaked, f"threads left running: {leaked}"
    # Asked of each type once: there are hundreds of thousands of objects.
    kinds = functools.cache(lambda kind: next((base for base in (QThread, QTimer) if issubclass(kind, base)), None))
    for found in gc.get_objects():
        kind = kinds(type(found))
        if kind is QThread and _alive(found) and found.isRunning() and found is not QThread.currentThread():
            pytest.fail(f"a QThread is left running: {found}")
        if kind is QTimer and _alive(found) and found.isActive() and _is_ours(found):
            pytest.fail(f"a timer is left running: {found}, of {found.parent()}")


def _alive(found: object) -> bool:
    import shiboken6

    return shiboken6.isValid(found)


def _is_ours(timer: object) -> bool:
    """A timer of a widget that qtbot is about to close is no leak."""
    return timer.parent() is None  # type: ignore[attr-defined]
