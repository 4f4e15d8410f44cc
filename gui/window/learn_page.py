"""The page of the Learn tab: its modules are imported on a thread when it is first opened."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from engine.types import FloatArray
from gui.deferred_loading import DeferredLoading
from gui.settings import Settings
from gui.theme import Theme
from gui.widgets.lazy_page import LazyPage

if TYPE_CHECKING:
    from gui.learn.learn_tab import LearnTab


class LearnPage(LazyPage["LearnTab"]):
    """Signals:
    ended: a thread is gone; ``busy`` says whether another one runs.
    """

    ended = Signal()

    def __init__(self, settings: Settings, theme: Theme, drawing: Callable[[], FloatArray | None]) -> None:
        """Args:
        drawing: as in ``LessonContext``.
        """
        super().__init__(self._make_tab)
        self._settings, self._theme, self._drawing = settings, theme, drawing
        self._loading: DeferredLoading | None = None

    def open(self) -> None:
        """Make the tab soon; does nothing if it exists or is being loaded."""
        if self.page is not None or self.busy:
            return
        lesson = self._settings.text("learn/lesson", "")

        def prepare() -> None:
            from gui.learn.learn_tab import prepare

            prepare(lesson)

        self._loading = DeferredLoading(self, (), self.make, lambda: True, prepare)
        self._loading.ended.connect(self.ended)
        self._loading.hurry()

    def _make_tab(self) -> "LearnTab":
        from gui.learn.learn_tab import LearnTab
        from gui.learn.lesson import LessonContext

        tab = LearnTab(self._settings, LessonContext(self._theme, self._drawing))
        tab.ended.connect(self.ended)
        return tab

    @property
    def busy(self) -> bool:
        """Whether anything runs in the background."""
        parts = (self._loading, self.page)
        return any(each.busy for each in parts if each is not None)

    def cancel(self) -> None:
        """Do not make the tab."""
        if self._loading is not None:
            self._loading.cancel()

    def shut_down(self) -> None:
        """Ask what runs in the background to end."""
        self.cancel()
        if self.page is not None:
            self.page.shut_down()

    def go_on(self) -> None:
        """The window stays open after ``shut_down``; where the tab is not made, see ``open``."""
        if self.page is not None:
            self.page.go_on()
