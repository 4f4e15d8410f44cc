"""The theme: windows follow it."""

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QAbstractItemDelegate, QWidget

from gui.theme import Theme
from gui.widgets.form_controls import ElidedList


def test_windows_follow_the_theme_and_the_zoom_until_they_are_deleted(theme: Theme, qtbot) -> None:
    window, gone = QWidget(), QWidget()
    qtbot.addWidget(window)
    for each in (window, gone):
        theme.style(each)
    shiboken6.delete(gone)
    light = window.styleSheet()
    theme.choose("dark")
    dark = window.styleSheet()
    theme.set_scale(2)
    zoomed = window.styleSheet()
    theme.set_scale(1)
    theme.choose("light")
    assert len({light, dark, zoomed}) == 3
    assert window.styleSheet() == light


def test_an_icon_is_made_once_for_each_colour(theme: Theme) -> None:
    """Qt caches the images of each new icon, also of an equal one."""
    light = theme.icon("undo")
    assert theme.icon("undo").cacheKey() == light.cacheKey()
    assert theme.icon("redo").cacheKey() != light.cacheKey()
    assert theme.icon("undo", "accent").cacheKey() != light.cacheKey()
    theme.choose("dark")
    assert theme.icon("undo").cacheKey() != light.cacheKey()
    theme.choose("light")
    assert theme.icon("undo").cacheKey() == light.cacheKey()
    # Who changes one changes no other.
    changed = theme.icon("undo")
    changed.addPixmap(QPixmap(7, 7))
    assert QSize(7, 7) not in theme.icon("undo").availableSizes()


def test_another_style_leaves_no_former_delegates(qtbot, theme: Theme) -> None:
    """Qt keeps them all: hours of use with other themes and zooms would need ever more memory."""
    box = ElidedList()
    qtbot.addWidget(box)
    box.addItems(["one", "two"])
    theme.style(box)
    counts = []
    for choice in ("dark", "light", "dark"):
        theme.choose(choice)
        box.grab()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        counts.append(len(box.findChildren(QAbstractItemDelegate)))
    assert len(set(counts)) == 1
    theme.choose("light")
