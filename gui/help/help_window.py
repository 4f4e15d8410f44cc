"""The help window: a list of pages on the left, the text on the right, and a search in the glossary."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from engine.i18n import tr
from gui.help import pages
from gui.theme import Theme
from gui.widgets.cards import column, row
from gui.widgets.form_controls import resize_dialog

_SIZE = (760, 540)
_LIST_WIDTH = 190


class HelpWindow(QDialog):
    """It stays open beside the main window.

    Attributes:
        list: the titles of the pages; an item's data is the page's name.
        text: the page.
        search: filters the glossary; any text in it goes there.
    """

    def __init__(self, menus: Iterable[tuple[str, Iterable[QAction]]], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("help")
        self.setWindowTitle(tr("Help – Digit Lab"))
        self._shortcuts = pages.shortcuts(menus)
        self.list = QListWidget()
        self.list.setObjectName("help-list")
        self.list.setAccessibleName(tr("Pages of the help"))
        self.text = QTextBrowser()
        self.text.setObjectName("help-text")
        self.text.setAccessibleName(tr("Help"))
        self.search = QLineEdit()
        self.search.setObjectName("help-search")
        self.search.setPlaceholderText(tr("Search the glossary"))
        self.search.setAccessibleName(tr("Search the glossary"))
        self.search.setClearButtonEnabled(True)
        for name in (*pages.TEXTS, pages.SHORTCUTS, pages.GLOSSARY):
            item = QListWidgetItem(pages.title_of(self._markdown(name)), self.list)
            item.setData(Qt.ItemDataRole.UserRole, name)
        left = QWidget()
        left.setLayout(column(self.search, (self.list, 1)))
        left.setFixedWidth(theme.px(_LIST_WIDTH))
        layout = row(left, (self.text, 1), spacing=10)
        layout.setContentsMargins(10, 10, 10, 10)
        self.setLayout(layout)
        resize_dialog(self, QSize(*map(theme.px, _SIZE)))
        self.list.currentItemChanged.connect(self._show)
        self.search.textChanged.connect(self._search)
        self.show_page(pages.TEXTS[0])

    @property
    def page(self) -> str:
        """The name of the page shown."""
        return str(self.list.currentItem().data(Qt.ItemDataRole.UserRole))

    def show_page(self, name: str) -> None:
        """Go to one of the pages."""
        for i in range(self.list.count()):
            if self.list.item(i).data(Qt.ItemDataRole.UserRole) == name:
                self.list.setCurrentRow(i)

    def _markdown(self, name: str) -> str:
        if name == pages.SHORTCUTS:
            return self._shortcuts
        if name == pages.GLOSSARY:
            return pages.filtered_glossary(self.search.text())
        return pages.text_of(name)

    @Slot()
    def _show(self) -> None:
        self.text.setMarkdown(self._markdown(self.page))

    @Slot()
    def _search(self) -> None:
        self.show_page(pages.GLOSSARY)
        self._show()
