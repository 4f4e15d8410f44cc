"""Long words, such as the names of files, runs and networks: a label would be as wide as its longest word."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

# A line can be broken after every Korean syllable, and nearly every Japanese character.
_LETTER = r"[^\s\u200b\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
_UNBROKEN, _LONGEST = 30, 60
# What belongs to the character before it: accents, and the parts of an emoji.
_MARK = r"\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff\ufe00-\ufe0f\u200d\U0001f3fb-\U0001f3ff"
_BREAK = re.compile(rf"({_LETTER}{{{_UNBROKEN}}})(?<!\u200d)(?=[^{_MARK}])(?={_LETTER})")
_LONG_WORD = re.compile(rf"(\S{{{_LONGEST // 2}}})\S{{{_LONGEST // 2},}}(\S{{{_LONGEST // 2}}})")


def breakable(text: str) -> str:
    """The same text with invisible line break opportunities in long words."""
    return _BREAK.sub("\\1\u200b", text)


def shortened(text: str) -> str:
    """A text for a single line: long words have "…" in their middle."""
    return _LONG_WORD.sub(r"\1…\2", text)


class WrappedLabel(QLabel):
    """Breaks lines also in long words of plain text, wherever it is from. ``text`` is the text that was set."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self._text = ""

    def text(self) -> str:
        return self._text

    def setText(self, text: str) -> None:
        self._text = text
        # Markup would no longer be markup.
        super().setText(breakable(text) if self.textFormat() == Qt.TextFormat.PlainText else text)
