"""Fixtures for the tests of the window. A leaked thread, timer or window, or a warning of Qt, fails a test."""

import gc
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gui.start import qt_exceptions  # noqa: F401 - before the classes of the window, as in the program

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.actions import Actions
    from gui.settings import Settings
    from gui.theme import Theme
    from gui.training.curves.curves_view import Curves


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Warnings of Qt fail the test."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            # Except warnings about the offscreen platform itself.
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
    """A list whose only item ``find_mnist`` returns, or raises if it is an exception; None at first."""
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
    """Curves shared by all tests of a file: creating them takes longer than most of the tests."""
    from gui.theme import Theme
    from gui.training.curves.curves_view import Curves

    theme = Theme(qapp, "light")
    made = Curves(theme, curve_settings)
    theme.style(made)
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def curves(qapp, curve_window: "Curves", curve_settings: "Settings") -> "Curves":
    """The shared curves in their initial state."""
    from PySide6.QtWidgets import QSlider

    if curve_window._theme.choice != "light":
        curve_window._theme.choose("light")
    curve_settings.keep("curves/folder", "")
    curve_window.overlay([])
    curve_window.clear()
    curve_window.card.show_plot(0)
    curve_window.findChild(QSlider, "smoothing").setValue(5)
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
def import_window(qapp) -> Iterator[None]:
    """Import most modules before the first test: the leak check does not look at their objects then."""
    import gui.main_window  # noqa: F401

    yield
    gc.unfreeze()


@pytest.fixture(scope="module", autouse=True)
def freeze_survivors(import_window: None) -> None:
    """Exclude what outlives a test file, such as imported objects, from garbage collection: the leak check after each
    test is much faster then."""
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """Data loaded by another test are not in the cache."""
    from gui.training.data.dataset_cache import cache

    cache.clear()


@pytest.fixture(autouse=True)
def no_generation(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Synthetic digits are few and ready at once, and the training tab does not make them when it is shown; except in
    tests with the fixture ``generation``."""
    from small_digits import SmallGenerator

    from gui.training.data import dataset_cache
    from gui.training.data.source_picker import SourcePicker

    if "generation" not in request.fixturenames:
        monkeypatch.setattr(dataset_cache, "GeneratorProcess", SmallGenerator)
        monkeypatch.setattr(SourcePicker, "generate", lambda picker: None)


@pytest.fixture(autouse=True)
def no_leaks(qtbot: "QtBot") -> Iterator[None]:
    """No Python thread, QThread, running timer or window may outlive the test that made it. Nor may what was copied:
    without a screen, Qt deletes that after Python has ended, and the process crashes."""
    import shiboken6
    from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer
    from PySide6.QtWidgets import QApplication

    threads = set(threading.enumerate())
    windows = set(QApplication.topLevelWidgets())
    yield
    for widget in set(QApplication.topLevelWidgets()) - windows:
        if widget.parent() is None and widget.windowType().name == "Popup":
            widget.close()
    QApplication.clipboard().clear()
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
    gc.collect()
    leaked = [thread.name for thread in threading.enumerate() if thread not in threads and thread.is_alive()]
    assert not leaked, f"threads left running: {leaked}"
    # Far fewer than all objects of Python.
    for found in shiboken6.getAllValidWrappers():
        if isinstance(found, QThread) and found.isRunning() and found is not QThread.currentThread():
            pytest.fail(f"a QThread is left running: {found}")
        if isinstance(found, QTimer) and found.isActive() and _has_no_parent(found):
            pytest.fail(f"a timer is left running: {found}, of {found.parent()}")


def _has_no_parent(timer: object) -> bool:
    """Whether a timer has no parent: a timer of a widget that qtbot closes later is not a leak."""
    return timer.parent() is None  # type: ignore[attr-defined]
