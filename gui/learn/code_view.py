"""The code that a lesson runs, with the values that its variables got."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QTextEdit

from engine.i18n import tr
from gui.learn.source_lines import RETURN, Source, Statement, source_of
from gui.learn.tracer import Trace
from gui.learn.values import Snapshot
from gui.localization import with_fallbacks
from gui.theme import Theme

# Its font, as a share of the usual one.
_SIZE = 0.92
# Where a line leaves room for so many characters, its value is beside it, and else below it.
_BESIDE = 24
_GAP = "   "
_LEAST_ROOM = 20
_PAGES = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
# So many columns farther to the right a wrapped line goes on.
_HANGING = 4
_TOKENS = re.compile(
    r'(?P<comment>#.*)|(?P<string>"""[\s\S]*?"""|"[^"\n]*"|\'[^\'\n]*\')'
    r"|(?P<keyword>\b(?:and|as|assert|break|class|continue|def|del|elif|else|except|finally|for|from|if|import|in|is|"
    r"lambda|not|or|pass|raise|return|try|while|with|yield|None|True|False|self)\b)"
    r"|(?P<number>\b\d[\d_]*\.?\d*(?:e[+-]?\d+)?\b)"
)
_COLOURS = {"comment": "muted", "string": "muted", "keyword": "code-keyword", "number": "code-number"}


class CodeView(QTextEdit):
    """The functions of a lesson one below the other. It is as high as its text, and what is around it scrolls; where it
    has less room, as in a window that its card fills, it scrolls itself.

    A line that gives a value has room for it from the start, so that nothing moves when the values change.
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
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        self._theme = theme
        self._sources = [source_of(each) for each in shown]
        self._trace = Trace()
        self._columns = 0
        self._places: list[_Place] = []
        self._outdated = False
        # The width of a character, and the formats in the colours of the theme.
        self._advance = 1.0
        self._formats: dict[str, QTextCharFormat] = {}
        theme.changed.connect(self._lay_out_again)
        self._zoom()

    @property
    def source(self) -> str:
        """The code on view, without the values."""
        return "\n".join(source.text for source in self._sources)

    def show_trace(self, trace: Trace) -> None:
        """Show the values of a call: now, or when the code is scrolled into view."""
        self._trace = trace
        self._outdated = True
        if not self.visibleRegion().isEmpty():
            self._fill()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._outdated:
            QTimer.singleShot(0, self, self._fill)

    @property
    def problems(self) -> list[str]:
        """What went wrong in the call: a sentence for each warning, and for the error last."""
        found = [*self._trace.warnings]
        if self._trace.error:
            found.append((self._trace.error, self._trace.raised_at))
        return [tr("{0}, in: {1}", sentence, self._line(at)) if at else sentence for sentence, at in found]

    def _line(self, statement: Statement) -> str:
        source = next(each for each in self._sources if each.statements.get(statement.first) == statement)
        return source.text.splitlines()[statement.first - source.first].strip()

    # -- the text

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            # Now, since QTextEdit has given its own font to the text.
            self._zoom()

    def _zoom(self) -> None:
        font = with_fallbacks(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        font.setStyleHint(QFont.StyleHint.Monospace)
        font.setPointSizeF(self.font().pointSizeF() * _SIZE)
        self.document().setDefaultFont(font)
        self._advance = QFontMetricsF(font).horizontalAdvance("0")
        self._lay_out_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._room != self._columns:
            self._lay_out()
        # Later: a change of the scroll bar is itself a resize.
        QTimer.singleShot(0, self, self._scroll_where_needed)

    @Slot()
    def _scroll_where_needed(self) -> None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        # With the scroll bar the text is narrower and so not less high: the two cannot alternate.
        scrolls = around is None and self.height() < self.sizeHint().height()
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)

    @property
    def _room(self) -> int:
        """How many characters fit side by side."""
        return max(int(self.viewport().width() / self._advance), _LEAST_ROOM)

    @Slot()
    def _lay_out_again(self) -> None:
        # Not before it has a size.
        if self._columns:
            self._lay_out()

    def _lay_out(self) -> None:
        """Write the whole document."""
        self._columns = self._room
        self._places = []
        self._formats = {}
        self.document().clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for source in self._sources:
            if not cursor.atStart():
                self._new_block(cursor, 0)
            self._write(cursor, source)
        cursor.endEditBlock()
        self._fill()
        self.updateGeometry()

    def _write(self, cursor: QTextCursor, source: Source) -> None:
        kinds = _kinds(source.text)
        at = 0
        for number, line in enumerate(source.text.splitlines(), start=source.first):
            indent = len(line) - len(line.lstrip())
            self._new_block(cursor, indent)
            for begin, end, kind in _pieces(kinds[at : at + len(line)]):
                cursor.insertText(line[begin:end], self._format(_COLOURS.get(kind, "text")))
            at += len(line) + 1
            statement = source.statements.get(number)
            if statement is None or number != statement.last:
                continue
            if len(statement.names) == 1 and len(line) + len(_GAP) + _BESIDE <= self._columns:
                self._places.append(_Place(statement, statement.names[0], cursor.blockNumber(), len(line), _GAP))
                continue
            for name in statement.names:
                self._new_block(cursor, indent)
                self._places.append(_Place(statement, name, cursor.blockNumber(), 0, " " * (indent + 4)))

    def _new_block(self, cursor: QTextCursor, indent: int) -> None:
        """A new line. Where it is wrapped, it goes on farther to the right than it begins."""
        hanging = QTextBlockFormat()
        hanging.setLeftMargin((indent + _HANGING) * self._advance)
        hanging.setTextIndent(-(indent + _HANGING) * self._advance)
        if cursor.atStart():
            cursor.setBlockFormat(hanging)
        else:
            cursor.insertBlock(hanging)

    def _format(self, colour: str) -> QTextCharFormat:
        if colour not in self._formats:
            self._formats[colour] = QTextCharFormat()
            self._formats[colour].setForeground(self._theme.colour(colour))
        return self._formats[colour]

    # -- the values

    @Slot()
    def _fill(self) -> None:
        self._outdated = False
        metrics = QFontMetricsF(self.document().defaultFont())
        failed = {at for _, at in self._trace.warnings} | {self._trace.raised_at}
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for place in self._places:
            value = self._trace.values.get(place.statement, {}).get(place.name)
            text = "" if value is None else _value(place.name, value)
            warning = place.statement in failed and place.name == place.statement.names[-1]
            if warning:
                text = f"⚠ {text}"
            room = self._columns - place.column - len(place.lead)
            # Some characters come from other fonts, and are wider.
            elided = metrics.elidedText(text[: room + 1], Qt.TextElideMode.ElideRight, room * self._advance)
            self._replace(cursor, place, place.lead + elided if text else "", "error" if warning else "code-value")
        cursor.endEditBlock()

    def _replace(self, cursor: QTextCursor, place: "_Place", text: str, colour: str) -> None:
        """Replace what is on the right of a column."""
        block = self.document().findBlockByNumber(place.block)
        if block.text()[place.column :] == text:
            return
        cursor.setPosition(block.position() + place.column)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text, self._format(colour))

    # -- size

    def sizeHint(self) -> QSize:
        return QSize(0, int(self.document().size().height()) + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Where it does not scroll itself, these keys scroll what is around it.
        if event.key() in _PAGES and self.verticalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOn:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOn:
            super().wheelEvent(event)
        else:
            event.ignore()


@dataclass(frozen=True)
class _Place:
    """Where the value of a variable is: in a block of the document, from a column on, after ``lead``."""

    statement: Statement
    name: str
    block: int
    column: int
    lead: str


def _value(name: str, value: Snapshot) -> str:
    if name == RETURN:
        return f"→ {value.whole}"
    return f"{name} {value.kind} = {value.text}" if value.kind else f"{name} = {value.text}"


def _kinds(text: str) -> list[str]:
    """The kind of each character of the source: "comment", "string", "keyword", "number" or ""."""
    kinds = [""] * len(text)
    for found in _TOKENS.finditer(text):
        kind = found.lastgroup or ""
        kinds[found.start() : found.end()] = [kind] * (found.end() - found.start())
    return kinds


def _pieces(kinds: Sequence[str]) -> list[tuple[int, int, str]]:
    """The parts of a line with one kind each: (begin, end, kind)."""
    borders = [0, *(i for i in range(1, len(kinds)) if kinds[i] != kinds[i - 1]), len(kinds)]
    return [(begin, end, kinds[begin]) for begin, end in itertools.pairwise(borders) if end > begin]
