"""The lessons, grouped by chapter, with how many of their tasks are solved."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QShowEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from engine.i18n import tr
from gui.learn.catalogue import LESSONS
from gui.learn.lesson_text import lesson_text
from gui.learn.progress import Progress
from gui.theme import Theme
from gui.widgets.announcer import announce
from gui.widgets.cards import button, fill_card, label, row

_NAME, _MARK = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_SOLVED = "✓"
_GAP = 8


def chapter_title(chapter: int) -> str:
    """The heading of a chapter's lessons; 0 is the playground."""
    return {
        0: tr("Playground"),
        2: tr("2 Perceptron"),
        3: tr("3 Neural networks"),
        4: tr("4 Learning"),
        5: tr("5 Backpropagation"),
        6: tr("6 Training techniques"),
        7: tr("7 Convolution"),
    }[chapter]


class LessonList(QFrame):
    """Signals:
    chosen: the name of a lesson that is selected.
    opened: a lesson was clicked, or Return was pressed.

    Attributes:
        list: the lessons, with the chapters as headings.
    """

    chosen = Signal(str)
    opened = Signal()

    def __init__(self, progress: Progress, theme: Theme) -> None:
        super().__init__()
        # It stays where it is: a double click does not fill the window with it.
        self.setProperty("enlarge", False)
        self._progress, self._theme = progress, theme
        self.list = QListWidget()
        self.list.setObjectName("lesson-list")
        self.list.setAccessibleName(tr("Lessons"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_Delegate(theme, self.list))
        self._items: dict[str, QListWidgetItem] = {}
        self._headings: list[QListWidgetItem] = []
        for entry in LESSONS:
            self._add(entry.name)
        self._reset = button(tr("Reset progress"), "reset-progress", self._reset_or_undo)
        self._reset.setProperty("link", True)
        self._note = label("", "muted", "progress-note", wrap=True)
        layout = fill_card(self)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._note)
        layout.addLayout(row(self._reset, None))
        progress.changed.connect(self._follow)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.list.currentItemChanged.connect(lambda item: self.chosen.emit(item.data(_NAME)) if item else None)
        self.list.itemClicked.connect(lambda item: self.opened.emit() if item.data(_NAME) else None)
        self.list.itemActivated.connect(lambda item: self.opened.emit())

    def choose(self, name: str) -> None:
        """Select a lesson."""
        with QSignalBlocker(self.list):
            self.list.setCurrentItem(self._items[name])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Later, when it has its size: the lesson that is open is in view.
        QTimer.singleShot(0, self, lambda: self.list.scrollToItem(self.list.currentItem()))

    def _add(self, name: str) -> None:
        title = chapter_title(lesson_text(name).chapter)
        if not self._headings or self._headings[-1].text() != title:
            heading = QListWidgetItem(title, self.list)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            self._headings.append(heading)
        item = QListWidgetItem(lesson_text(name).title, self.list)
        item.setData(_NAME, name)
        item.setToolTip(item.text())
        self._items[name] = item

    @Slot()
    def _follow(self) -> None:
        """Show what is solved."""
        some = False
        for name, item in self._items.items():
            tasks = {task.name for task in lesson_text(name).tasks}
            # Other versions of the program may have kept other tasks.
            solved, count = len(tasks & self._progress.solved(name)), len(tasks)
            some = some or solved > 0
            item.setData(_MARK, _SOLVED if solved >= count else tr("{0}/{1}", solved, count) if solved else "")
            spoken = tr("{0}: {1} of {2} tasks solved", item.text(), solved, count)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        undo = self._progress.can_undo
        self._reset.setText(tr("Undo the reset") if undo else tr("Reset progress"))
        self._reset.setEnabled(some or undo)
        note = tr("All tasks are open again.") if undo else ""
        if note != self._note.text():
            self._note.setText(note)
            announce(self._note, note)
        self._note.setVisible(bool(note))

    @Slot()
    def _reset_or_undo(self) -> None:
        (self._progress.undo_reset if self._progress.can_undo else self._progress.reset)()

    @Slot()
    def _restyle(self) -> None:
        font = self.list.font()
        font.setBold(True)
        for heading in self._headings:
            heading.setFont(font)
            heading.setForeground(self._theme.colour("muted"))
        self._follow()


class _Delegate(QStyledItemDelegate):
    """A title with the mark at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        mark = index.data(_MARK) or ""
        super().paint(painter, option, index)
        if mark:
            place = QRect(option.rect).adjusted(0, 0, -self._theme.px(_GAP), 0)
            painter.save()
            painter.setPen(self._theme.colour("accent" if mark == _SOLVED else "muted"))
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, mark)
            painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """The title has no room where the mark is."""
        super().initStyleOption(option, index)
        used = option.fontMetrics.horizontalAdvance(index.data(_MARK) or "") + 3 * self._theme.px(_GAP)
        room = option.rect.width() - used
        option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, max(room, 0))
