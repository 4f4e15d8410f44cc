"""A few words side by side, one of which holds."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from gui.theme import Theme

_STYLE = """
QPushButton {{ padding: 3px 10px; border: 1px solid {line}; border-radius: 0; color: {muted}; background: {surface}; }}
QPushButton:hover {{ color: {text}; }}
QPushButton:checked {{ color: {text}; background: {right}; }}
QPushButton:focus {{ padding: 2px 9px; border: 2px solid {accent}; }}
QPushButton[place="first"] {{ border-top-left-radius: 6px; border-bottom-left-radius: 6px; border-right-width: 0; }}
QPushButton[place="first"]:focus {{ border-right-width: 2px; }}
QPushButton[place="last"] {{ border-top-right-radius: 6px; border-bottom-right-radius: 6px; }}
"""


class SegmentedControl(QWidget):
    """``changed``: which one of the words holds now, counted from 0."""

    changed = Signal(int)

    def __init__(
        self, name: str, title: str, words: Sequence[str], theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Args:
        name: object name, also the beginning of the buttons': "name-0", "name-1".
        title: what is chosen, for a screen reader.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for i, word in enumerate(words):
            button = QPushButton(word)
            button.setCheckable(True)
            button.setObjectName(f"{name}-{i}")
            button.setAccessibleName(f"{title}: {word}")
            button.setProperty("place", "first" if not i else "last" if i == len(words) - 1 else "")
            self._group.addButton(button, i)
            layout.addWidget(button)
        self._group.button(0).setChecked(True)
        self._group.idToggled.connect(self._toggled)
        theme.changed.connect(self._recolour)
        self._recolour()

    @property
    def value(self) -> int:
        """Which one holds."""
        return self._group.checkedId()

    def choose(self, value: int) -> None:
        """Let another one hold."""
        self._group.button(value).setChecked(True)

    @Slot(int, bool)
    def _toggled(self, value: int, holds: bool) -> None:
        if holds:
            self.changed.emit(value)

    @Slot()
    def _recolour(self) -> None:
        names = ("line", "muted", "text", "surface", "right", "accent")
        self.setStyleSheet(_STYLE.format(**{name: self._theme.colour(name).name() for name in names}))
