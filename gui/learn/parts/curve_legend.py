"""The legend above a plot: a piece of each line, its title, and perhaps its value."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel

from gui.theme import Theme


class LegendEntry(NamedTuple):
    """A line: its title, the name of its colour, and whether it is dashed."""

    title: str
    colour: str
    dashed: bool = False


class CurveLegend(QLabel):
    """Entries side by side, in as many rows as they need."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.entries: tuple[LegendEntry, ...] = ()
        self._theme = theme
        self.hide()
        theme.changed.connect(self._write)

    def show_entries(self, entries: Sequence[LegendEntry]) -> None:
        """Show these lines; none hides the legend."""
        if tuple(entries) != self.entries:
            self.entries = tuple(entries)
            self._write()
            self.setVisible(bool(entries))

    @Slot()
    def _write(self) -> None:
        # An entry is not broken into two rows.
        texts = [escape(each.title).replace(" ", "&nbsp;") for each in self.entries]
        marks = [
            f'<span style="color:{self._theme.colour(each.colour).name()}">{"╍╍" if each.dashed else "━━"}</span>'
            for each in self.entries
        ]
        self.setText("&nbsp;&nbsp;&nbsp; ".join(f"{mark}&nbsp;{text}" for mark, text in zip(marks, texts, strict=True)))
        self.setAccessibleName("; ".join(each.title for each in self.entries))
