"""A page of a tab widget that is made when it is first needed: making all pages would delay the start."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from gui.widgets.cards import column

Page = TypeVar("Page", bound=QWidget)


class LazyPage(QWidget, Generic[Page]):
    """Empty until ``make`` is called; from then on it shows ``page``."""

    def __init__(self, factory: Callable[[], Page]) -> None:
        super().__init__()
        self._factory = factory
        self.page: Page | None = None
        self._layout = column()
        self.setLayout(self._layout)

    def make(self) -> Page:
        """The page, made now if it was not before."""
        if self.page is None:
            self.page = self._factory()
            self._layout.addWidget(self.page)
            # Now, not when the layout is next computed: the page may be given the focus.
            self.page.show()
        return self.page
