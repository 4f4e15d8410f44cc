"""The code that a lesson runs, with the values that its variables got."""

import itertools
import re
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from gui.i18n import tr
from gui.learn.source_lines import RETURN, Source, Statement, source_of
from gui.learn.tracer import Trace
from gui.learn.values import Snapshot
from gui.theme import Theme
from gui.widgets.form_controls import follow_font

# Where the columns of a line leave room for so many characters, the values are beside it, and else below it.
_BESIDE = 24
_GAP = "   "
_TOKENS = re.compile(
    r'(?P<comment>#.*)|(?P<string>"""[\s\S]*?"""|"[^"\n]*"|\'[^\'\n]*\')'
    r"|(?P<keyword>\b(?:and|as|assert|break|class|continue|def|del|elif|else|except|finally|for|from|if|import|in|is|"
    r"lambda|not|or|pass|raise|return|try|while|with|yield|None|True|False|self)\b)"
    r"|(?P<number>\b\d[\d_]*\.?\d*(?:e[+-]?\d+)?\b)"
)
_COLOURS = {"comment": "muted", "string": "muted", "keyword": "code-keyword", "number": "code-number"}


class CodeView(QTextEdit):
    """The functions of a lesson one below the other. It is as high as its text: what is around it scrolls.

    A line that can get a value always has room for it, so that nothing moves when the values change.
    """

    def __init__(self, shown: Sequence[object], theme: Theme) -> None:
        super().__init__()
        self.setObjectName("code")
        self.setAccessibleName(tr("The code that runs, with its values"))
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self._theme = theme
        self._sources = [source_of(each) for each in shown]
        self._trace = Trace()
        self._columns = 0
        # Statement -> the block of the document that ends with its values, and the column at which they begin.
        self._places: dict[Statement, tuple[int, int]] = {}
        self._last = -1
        theme.changed.connect(self._lay_out)
        follow_font(self, self._zoom)

    @property
    def source(self) -> str:
        """The code on view, without the values."""
        return "\n".join(source.text for source in self._sources)

    def show_trace(self, trace: Trace) -> None:
        """Show the values of a call."""
        self._trace = trace
        if self._columns:
            self._fill()

    # -- the text

    @Slot()
    def _zoom(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setStyleHint(QFont.StyleHint.Monospace)
        font.setPointSizeF(self.font().pointSizeF() * 0.92)
        self.document().setDefaultFont(font)
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._room != self._columns:
            self._lay_out()

    @property
    def _advance(self) -> float:
        return QFontMetricsF(self.document().defaultFont()).horizontalAdvance("0")

    @property
    def _room(self) -> int:
        """How many characters fit side by side."""
        return max(int(self.viewport().width() / self._advance), 20)

    @Slot()
    def _lay_out(self) -> None:
        """Write the whole document."""
        self._columns = self._room
        self._places = {}
        self.document().clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for index, source in enumerate(self._sources):
            if index:
                self._new_block(cursor, 0)
            self._write(cursor, source)
        self._new_block(cursor, 0)
        self._last = cursor.blockNumber()
        cursor.endEditBlock()
        self._fill()
        self.updateGeometry()

    def _write(self, cursor: QTextCursor, source: Source) -> None:
        kinds = _kinds(source.text)
        at = 0
        for number, line in enumerate(source.text.splitlines(), start=source.first):
            indent = len(line) - len(line.lstrip())
            if at or not cursor.atStart():
                self._new_block(cursor, indent)
            for begin, end, kind in _pieces(line, kinds[at : at + len(line)]):
                cursor.insertText(line[begin:end], self._format(_COLOURS.get(kind, "text")))
            at += len(line) + 1
            statement = source.statements.get(number)
            if statement is not None and statement.names and number == statement.last:
                beside = len(line) + len(_GAP) + _BESIDE <= self._columns
                if not beside:
                    self._new_block(cursor, indent + 4)
                self._places[statement] = (cursor.blockNumber(), len(line) if beside else 0)

    def _new_block(self, cursor: QTextCursor, indent: int) -> None:
        """A new line. Where it is wrapped, it goes on four columns farther to the right than it begins."""
        hanging = QTextBlockFormat()
        hanging.setLeftMargin((indent + 4) * self._advance)
        hanging.setTextIndent(-(indent + 4) * self._advance)
        cursor.insertBlock(hanging)

    def _format(self, colour: str, italic: bool = False) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(self._theme.colour(colour))
        made.setFontItalic(italic)
        return made

    # -- the values

    def _fill(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for statement, (block, column) in self._places.items():
            values = self._trace.values.get(statement, {})
            text = ", ".join(_value(name, values[name]) for name in statement.names if name in values)
            problems = [sentence for sentence, at in self._trace.warnings if at == statement]
            if self._trace.raised_at == statement:
                problems.append(self._trace.error)
            self._put(cursor, block, column, text, " · ".join(problems), statement)
        elsewhere = [sentence for sentence, at in self._trace.warnings if at is None or not at.names]
        ending = [*elsewhere, *([self._trace.error] if self._trace.error else [])]
        self._replace(cursor, self._last, 0, [("\n".join(ending), "error")])
        cursor.endEditBlock()

    def _put(self, cursor: QTextCursor, block: int, column: int, text: str, problem: str, statement: Statement) -> None:
        indent = "" if column else " " * self._indent_of(statement)
        lead = _GAP if column else indent
        room = self._columns - column - len(lead)
        pieces = [(lead, "text")] if text or problem else []
        if problem:
            pieces += [(_elided(problem, room), "error")]
        elif text:
            pieces += [(_elided(text, room), "code-value")]
        self._replace(cursor, block, column, pieces)

    def _indent_of(self, statement: Statement) -> int:
        source = next(each for each in self._sources if statement in each.statements.values())
        line = source.text.splitlines()[statement.first - source.first]
        return len(line) - len(line.lstrip()) + 4

    def _replace(self, cursor: QTextCursor, block: int, column: int, pieces: list[tuple[str, str]]) -> None:
        """Replace what is right of a column."""
        at = self.document().findBlockByNumber(block)
        if at.text()[column:] == "".join(text for text, _ in pieces):
            return
        cursor.setPosition(at.position() + column)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        for text, colour in pieces:
            cursor.insertText(text, self._format(colour))

    # -- size

    def sizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))

    minimumSizeHint = sizeHint  # noqa: N815 - Qt's name

    def heightForWidth(self, width: int) -> int:
        return int(self.document().size().height()) + 2

    def wheelEvent(self, event: QWheelEvent) -> None:
        """What is around it scrolls."""
        event.ignore()


def _value(name: str, value: Snapshot) -> str:
    if name == RETURN:
        return f"→ {value.whole}"
    return f"{name} {value.kind} = {value.text}" if value.kind else f"{name} = {value.text}"


def _elided(text: str, room: int) -> str:
    return text if len(text) <= room else f"{text[: room - 1]}…"


def _kinds(text: str) -> list[str]:
    """The kind of each character of the source: "comment", "string", "keyword", "number" or ""."""
    kinds = [""] * len(text)
    for found in _TOKENS.finditer(text):
        kind = found.lastgroup or ""
        kinds[found.start() : found.end()] = [kind] * (found.end() - found.start())
    return kinds


def _pieces(line: str, kinds: Sequence[str]) -> list[tuple[int, int, str]]:
    """The parts of a line with one kind each: (begin, end, kind)."""
    borders = [0, *(i for i in range(1, len(line)) if kinds[i] != kinds[i - 1]), len(line)]
    return [(begin, end, kinds[begin]) for begin, end in itertools.pairwise(borders) if end > begin]
