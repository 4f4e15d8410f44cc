"""The texts of the help: Markdown files in assets/help, and pages that are made from the window's actions."""

import platform
from collections.abc import Iterable
from html import escape
from pathlib import Path

import numpy as np
import PySide6
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from engine import __version__
from engine.i18n import tr
from engine.paths import data_folder
from gui.localization import localized
from gui.start.log_file import log_path
from gui.theme import ASSETS

# In the order of the list. A name is that of a file, and the object name of a page of the window, or what ``PLACES``
# gives for it.
TEXTS = (
    *("draw", "preprocessing", "network", "attribution", "transform", "compare", "handwriting"),
    *("train", "pace", "curves", "step", "layers", "map", "runs", "errors", "data"),
    *("learn", "window"),
)
SHORTCUTS, GLOSSARY = "shortcuts", "glossary"
# Object names of widgets -> the page about them, where the names are different.
PLACES = {
    "draw-tab": "draw",
    "train-tab": "train",
    "learn-tab": "learn",
    "train-form": "train",
    "transport-bar": "pace",
    "statistics": "layers",
    "runs-panel": "runs",
    "errors-page": "errors",
    "data-page": "data",
}


def file_of(name: str) -> Path:
    """The Markdown file of one of TEXTS or of the glossary."""
    return localized(ASSETS / "help", f"{name}.md")


def text_of(name: str) -> str:
    """The Markdown text of one of TEXTS or of the glossary."""
    return file_of(name).read_text(encoding="utf-8")


def title_of(text: str) -> str:
    """The heading of a Markdown text."""
    return text.partition("\n")[0].removeprefix("# ")


def filtered_glossary(searched: str) -> str:
    """The glossary's entries that contain a text, in upper or lower case."""
    heading, *entries = text_of(GLOSSARY).split("\n\n")
    found = [entry for entry in entries if searched.casefold() in entry.casefold()]
    return "\n\n".join([heading, *(found or [tr("No entry contains “{0}”.", searched)])])


def _other_keys() -> list[tuple[str, str, str]]:
    """Keys that belong to no action: what they do, where."""
    canvas, cells, everywhere = tr("Canvas"), tr("Network, images and tables"), tr("Everywhere")
    space, enter, escape, tab = (
        QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab)
    )
    return [
        (canvas, "← ↑ → ↓", tr("Move the pen; with Shift in larger steps")),
        (canvas, space, tr("Put the pen down, or lift it")),
        (cells, "← ↑ → ↓", tr("Go to the next cell")),
        (cells, enter, tr("Open the cell")),
        (everywhere, escape, tr("Go back: leave a large view, the presentation or the tour")),
        (everywhere, tab, tr("Go to the next control")),
    ]


def shortcuts(menus: Iterable[tuple[str, Iterable[QAction]]]) -> str:
    """All shortcuts as a Markdown table.

    Args:
        menus: the title of each menu, and its actions.
    """
    rows = [
        (title, action.shortcut().toString(QKeySequence.SequenceFormat.NativeText), action.statusTip())
        for title, actions in menus
        for action in actions
        if not action.shortcut().isEmpty()
    ]
    lines = [f"| {place} | {keys} | {what} |" for place, keys, what in (*rows, *_other_keys())]
    titles = f"| {tr('Menu or place')} | {tr('Key')} | {tr('Effect')} |"
    head = [f"# {tr('Shortcuts')}", "", titles, "| --- | --- | --- |"]
    return "\n".join([*head, *lines])


def about() -> str:
    """What this program is, with its version and those of its libraries, as HTML."""
    return tr(
        "<h3>Digit Lab {0}</h3><p>Draw a digit, watch a neural network predict it, train your own.</p>"
        "<p>Based on <i>Deep Learning from Scratch</i> by Saito Koki. MIT licence.</p>"
        "<p>Python {1}, NumPy {2}, Qt {3}</p><p>Your drawings and runs: {4}</p><p>The log of errors, which names none "
        "of your files: {5}</p>",
        __version__,
        platform.python_version(),
        np.__version__,
        PySide6.__version__,
        escape(str(data_folder())),
        escape(str(log_path())),
    )
