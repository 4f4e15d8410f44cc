"""A page of a tab widget that is made when it is first needed: making all pages would delay the start."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from gui.widgets.cards import column
from gui.widgets.form_controls import scroll

Page = TypeVar("Page", bound=QWidget)


class LazyPage(QWidget, Generic[Page]):
    """Empty until ``make`` is called; from then on it shows ``page``."""

    def __init__(self, factory: Callable[[], Page], scrolls: bool = False) -> None:
        """Args:
        scrolls: where there is too little room, the page is scrolled.
        """
        super().__init__()
        self._factory, self._scrolls = factory, scrolls
        self.page: Page | None = None
        self._layout = column()
        self.setLayout(self._layout)

    def make(self) -> Page:
        """The page, made now if it was not before."""
        if self.page is None:
            self.page = self._factory()
            if self._scrolls:
                area = QScrollArea()
                area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                scroll(area, self.page)
                self.page.installEventFilter(self)
                self._layout.addWidget(area)
                area.show()
            else:
                self._layout.addWidget(self.page)
            for layout in self.page.findChildren(QLayout):
                # Computed before the page had the window's style sheet; what is hidden keeps such sizes otherwise.
                layout.invalidate()
            # Now, not when the layout is next computed: the page may be given the focus.
            self.page.show()
        return self.page

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lay the page out again if it got its final size while its layout was being computed for another one."""
        if event.type() == QEvent.Type.Resize and self.page is not None:
            QTimer.singleShot(0, self.page, self._lay_out)
        return False

    def _lay_out(self) -> None:
        layout = None if self.page is None else self.page.layout()
        if self.page is not None and layout is not None and layout.geometry() != self.page.rect():
            layout.setGeometry(self.page.rect())
