"""The help window: a page for every place, the shortcuts of all actions, and a glossary that can be searched."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from gui.help import pages
from gui.help.help_window import HelpWindow
from gui.theme import Theme


@pytest.fixture
def window(qtbot, theme: Theme) -> Iterator[HelpWindow]:
    parent = QWidget()
    qtbot.addWidget(parent)
    action = QAction("&Save", parent)
    action.setShortcut("Ctrl+S")
    action.setStatusTip("Save it")
    made = HelpWindow([("File", [action, QAction("About", parent)])], theme, parent)
    made.show()
    yield made
    made.close()


@pytest.mark.parametrize("name", pages.TEXTS)
def test_every_page_has_a_heading_and_is_short(window: HelpWindow, name: str) -> None:
    window.show_page(name)
    assert window.page == name
    assert window.list.currentItem().text() == pages.title_of(pages.text_of(name))
    assert 10 < len(window.text.toPlainText().split()) < 220


def test_there_is_no_file_without_a_page() -> None:
    files = {file.stem for file in pages.file_of("draw").parent.glob("*.md")}
    assert files == {*pages.TEXTS, pages.GLOSSARY}


def test_shortcuts_come_from_the_actions(window: HelpWindow) -> None:
    window.show_page(pages.SHORTCUTS)
    text = window.text.toPlainText()
    assert "Ctrl+S" in text
    assert "Save it" in text
    assert "About" not in text


def test_the_glossary_has_enough_terms_in_order_and_names_chapters() -> None:
    entries = pages.text_of(pages.GLOSSARY).split("\n\n")[1:]
    terms = [re.match(r"\*\*(.+?)\*\*", entry)[1] for entry in entries]
    assert len(terms) >= 60
    assert terms == sorted(terms, key=str.casefold)
    assert sum("(" in entry.partition(":")[0] for entry in entries) >= 50


def test_the_search_filters_the_glossary(window: HelpWindow) -> None:
    window.search.setText("VANISHING")
    assert window.page == pages.GLOSSARY
    text = window.text.toPlainText()
    assert "vanishing gradient" in text
    assert "pooling" not in text
    window.search.setText("no such word")
    assert "No entry contains “no such word”" in window.text.toPlainText()
    window.search.clear()
    assert "pooling" in window.text.toPlainText()
