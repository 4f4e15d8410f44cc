"""The Learn tab: the lessons on the left, and the one that is open."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.learn.catalogue import LESSONS
from gui.learn.lesson_list import LessonList
from gui.learn.lesson_page import LessonPage
from gui.learn.lesson_text import lesson_text
from gui.learn.progress import Progress
from gui.settings import Settings
from gui.theme import Theme
from gui.widgets.cards import column
from gui.window.divider import Divided

_OPENED = "learn/lesson"
_LIST = 210


class LearnTab(QWidget):
    """A lesson is made when it is first opened, and kept.

    Signals:
        ended: a thread of a lesson is gone; ``busy`` says whether another one runs.

    Attributes:
        pages: the lessons that were opened, by name.
    """

    ended = Signal()

    def __init__(self, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("learn-tab")
        self._settings, self._theme = settings, theme
        self.progress = Progress(settings, self)
        self.pages: dict[str, LessonPage] = {}
        self.list = LessonList(self.progress)
        self._stack = QStackedWidget()
        self._divided = Divided(Qt.Orientation.Horizontal, "learn-divided", settings, theme)
        for each in (self.list, self._stack):
            self._divided.addWidget(each)
        self._whole = column(self._divided)
        self.setLayout(self._whole)
        self.list.chosen.connect(self.open)
        theme.changed.connect(self._fit)
        self._fit()
        names = tuple(entry.name for entry in LESSONS)
        self.list.choose(settings.text(_OPENED, names[0], names))

    @Slot(str)
    def open(self, name: str) -> LessonPage:
        """Show a lesson."""
        page = self.pages.get(name)
        if page is None:
            entry = next(each for each in LESSONS if each.name == name)
            page = self.pages[name] = LessonPage(entry, lesson_text(name), self.progress, self._settings, self._theme)
            page.ended.connect(self.ended)
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._settings.keep(_OPENED, name)
        self.list.choose(name)
        return page

    @property
    def page(self) -> LessonPage:
        """The lesson that is open."""
        page = self._stack.currentWidget()
        assert isinstance(page, LessonPage)
        return page

    @property
    def busy(self) -> bool:
        """Whether anything runs in the background."""
        return any(page.busy for page in self.pages.values())

    def shut_down(self) -> None:
        """Ask what runs in the background to end."""
        for page in self.pages.values():
            page.shut_down()

    @Slot()
    def _fit(self) -> None:
        px = self._theme.px
        self._whole.setContentsMargins(px(14), px(14), px(14), px(10))
        self._divided.place("learn/list", px(_LIST))
