"""The Learn tab: the lessons on the left, and the one that is open."""

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

import engine.book
from engine.i18n import tr
from gui.learn.catalogue import LESSONS
from gui.learn.formula_view import formula_svg
from gui.learn.lesson import LessonContext
from gui.learn.lesson_list import LessonList
from gui.learn.lesson_page import LessonPage
from gui.learn.lesson_text import lesson_text
from gui.learn.progress import Progress
from gui.learn.source_lines import source_of
from gui.settings import Settings
from gui.task import Task, TaskGroup
from gui.widgets.cards import column
from gui.widgets.form_controls import restyle
from gui.widgets.keyboard_navigation import plain
from gui.window.divider import Divided
from gui.window.drawer import Drawer

_OPENED = "learn/lesson"
# The width below which the list is in a drawer, and its usual width, in pixels of the usual font.
_FOLDED, _LIST = 1000, 220
# Milliseconds after the tab was made, and seconds between two pieces of work.
_PREPARE_MS, _PAUSE = 300, 0.005


def prepare(lesson: str) -> None:
    """Read and import on a thread what the tab needs when it is made, and what its lessons need when they are opened.

    Args:
        lesson: the name of the one that will be open; any other text for the first one.
    """
    for entry in LESSONS:
        lesson_text(entry.name)
        # All of them now: once the tab exists, only the window's thread may import what uses Qt.
        entry.load()
    first = next((entry for entry in LESSONS if entry.name == lesson), LESSONS[0])
    for each in first.load().shown:
        source_of(each)


def _prepare_lessons(task: Task) -> None:
    """Compute ahead what opening a lesson would wait for: the parts of the code, and the formulas."""
    formulas = [formula.latex for entry in LESSONS for formula in lesson_text(entry.name).formulas]
    pieces: list[Callable[[], object]] = [
        partial(source_of, getattr(engine.book, name)) for name in engine.book.__all__
    ]
    pieces += [partial(formula_svg, latex) for latex in formulas]
    for compute in pieces:
        task.check()
        compute()
        # The window's thread goes first.
        time.sleep(_PAUSE)


class LearnTab(QWidget):
    """A lesson is made when it is first opened, and kept.

    Signals:
        ended: a thread of a lesson is gone; ``busy`` says whether another one runs.

    Attributes:
        progress: which tasks are solved.
        list: the lessons.
        pages: the lessons that were opened, by name.
    """

    ended = Signal()

    def __init__(self, settings: Settings, context: LessonContext) -> None:
        super().__init__()
        theme = context.theme
        self.setObjectName("learn-tab")
        self._settings, self._theme, self._context = settings, theme, context
        self.progress = Progress(settings, self)
        self.pages: dict[str, LessonPage] = {}
        self.list = LessonList(self.progress, theme)
        self._stack = QStackedWidget()
        # The list moves, its place stays: Qt crashes after a part was taken out of a splitter.
        self._list_place = QWidget()
        self._list_layout = column(self.list)
        self._list_place.setLayout(self._list_layout)
        self._divided = Divided(Qt.Orientation.Horizontal, "learn-divided", settings, theme)
        for each in (self._list_place, self._stack):
            self._divided.addWidget(each)
        self._whole = column(self._divided)
        self.setLayout(self._whole)
        self._drawer = Drawer(self, tr("Lessons"), theme)
        self._folded = False
        self.list.chosen.connect(self.open)
        self.list.opened.connect(self._drawer.close_drawer)
        names = tuple(entry.name for entry in LESSONS)
        self.open(settings.text(_OPENED, names[0], names))
        theme.changed.connect(self._fit)
        self._fit()
        self._threads = TaskGroup(self)
        self._threads.ended.connect(self.ended)
        self._preparing = QTimer(self, singleShot=True, interval=_PREPARE_MS)
        self._preparing.timeout.connect(lambda: self._threads.start(_prepare_lessons, on_failed=lambda _: None))
        self._preparing.start()

    @Slot(str)
    def open(self, name: str) -> LessonPage:
        """Show a lesson."""
        page = self.pages.get(name) or self._make(name)
        self._stack.setCurrentWidget(page)
        self._settings.keep(_OPENED, name)
        self.list.choose(name)
        return page

    def _make(self, name: str) -> LessonPage:
        entry = next(each for each in LESSONS if each.name == name)
        text, parts = lesson_text(name), (self._settings, self._context, self._stack)
        page = self.pages[name] = LessonPage(entry, text, self.progress, *parts)
        page.ended.connect(self.ended)
        page.lessons.clicked.connect(self._drawer.open_drawer)
        page.lessons.setVisible(self._folded)
        self._stack.addWidget(page)
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
        return self._threads.busy or any(page.busy for page in self.pages.values())

    def shut_down(self) -> None:
        """Ask what runs in the background to end."""
        self._preparing.stop()
        self._threads.cancel()
        for page in self.pages.values():
            page.shut_down()

    def go_on(self) -> None:
        """The window stays open after ``shut_down``."""
        self._preparing.start()

    def event(self, event: QEvent) -> bool:
        """Keys without Ctrl or Alt are for the lesson: the window would label or clear the drawing."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and plain(event) and event.text():
            event.accept()
            return True
        return super().event(event)

    # -- layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """In a narrow window the list is in a drawer."""
        px = self._theme.px
        self._whole.setContentsMargins(px(14), px(14), px(14), px(10))
        folded = self.width() < px(_FOLDED)
        if folded != self._folded:
            self._folded = folded
            self._drawer.close_drawer()
            restyle(self.list, "card", not folded)
            if folded:
                self._drawer.hold(self.list)
            else:
                self._list_layout.addWidget(self.list)
                self.list.show()
            self._list_place.setVisible(not folded)
            for page in self.pages.values():
                page.lessons.setVisible(folded)
        self._divided.place("learn/list", px(_LIST))
