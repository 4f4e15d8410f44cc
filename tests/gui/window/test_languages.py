"""Every text reaches the translators, and every page has room for longer texts."""

from collections.abc import Iterator

import pytest
from layout_walk import faults, settle, walk
from pseudo_language import pseudo, untranslated
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QMessageBox, QWidget
from text_walk import open_windows, painted_texts, texts
from trained_window import draw_and_train, make_window
from window_shutdown import shut_down_window

from engine import i18n
from gui import localization
from gui.main_window import MainWindow
from gui.theme import Theme
from gui.training.runs import columns

SIZES = [(900, 600), (1100, 700)]


@pytest.fixture
def window(request, qtbot, qapp, settings) -> Iterator[MainWindow]:
    """In the language that the test names."""
    usual = qapp.font()
    localization.use("en" if request.param == "pseudo" else request.param)
    if request.param == "pseudo":
        i18n.set_translator(pseudo)
    qapp.setFont(localization.with_fallbacks(qapp.font()))
    columns.headings.cache_clear()
    made = make_window(settings, Theme(qapp, "light"))
    qtbot.addWidget(made, before_close_func=shut_down_window)
    draw_and_train(made)
    yield made
    qapp.setFont(usual)
    localization.use("en")
    columns.headings.cache_clear()


def composing(window: MainWindow) -> Iterator[str]:
    """The widgets that let an input method take keys, although nothing is typed in them."""
    for widget in window.findChildren(QWidget):
        read_only = widget.property("readOnly")
        # A view asks for the item when it gets the focus.
        typed = read_only is False or isinstance(widget, QAbstractItemView)
        if not typed and widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            yield f"{widget.objectName()} ({type(widget).__name__}) lets an input method take keys"


def not_translated(window: MainWindow) -> Iterator[str]:
    for where, text in texts(window):
        if words := untranslated(text):
            yield f"{where}: {words[:5]} in “{text[:100]}”"


@pytest.mark.timeout(300)
@pytest.mark.parametrize("window", ["pseudo"], indirect=True, ids=["pseudo"])
def test_every_text_is_translated_and_fits(window: MainWindow, monkeypatch) -> None:
    found, shown = [], []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.extend([box.text(), box.informativeText()]))
    monkeypatch.setattr(QMessageBox, "about", lambda _, title, text: shown.extend([title, text]))
    with painted_texts() as painted:
        for size in SIZES:
            window.resize(*size)
            for page in walk(window):
                found += [f"{size[0]} x {size[1]}, {page}: {each}" for each in faults(window)]
                if size == SIZES[-1]:
                    # Painted, so that painted texts are collected.
                    window.grab()
    # All pages are still there.
    found += list(not_translated(window))
    found += [f"painted in {where}: “{text}”" for text, where in painted.items() if untranslated(text)]
    found += list(composing(window))
    window.actions_.help.trigger()
    window.actions_.about.trigger()
    window.language.restart.connect(lambda: None)
    window.actions_.languages.actions()[2].trigger()
    window.help.start_tour()
    settle()
    for each in open_windows():
        found += list(not_translated(each))
    found += [f"message: “{text}”" for text in shown if untranslated(text)]
    assert shown
    assert not found, f"{len(set(found))} faults:\n" + "\n".join(dict.fromkeys(found))


@pytest.mark.timeout(300)
@pytest.mark.parametrize("window", ["ko", "ja"], indirect=True, ids=["ko", "ja"])
def test_every_page_has_room_for_its_texts(window: MainWindow) -> None:
    found = []
    for size in SIZES:
        window.resize(*size)
        settle()
        found += [f"{size[0]} x {size[1]}, {page}: {each}" for page in walk(window) for each in faults(window)]
    assert not found, f"{len(found)} faults:\n" + "\n".join(dict.fromkeys(found))
