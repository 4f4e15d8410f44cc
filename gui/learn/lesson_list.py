"""The lessons, grouped by chapter, with how many of their tasks are solved."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from gui.i18n import tr
from gui.learn.catalogue import LESSONS
from gui.learn.lesson_text import lesson_text
from gui.learn.progress import Progress

_NAME = Qt.ItemDataRole.UserRole


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


class LessonList(QListWidget):
    """Signals:
    chosen: the name of a lesson.
    """

    chosen = Signal(str)

    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self.setObjectName("lesson-list")
        self.setAccessibleName(tr("Lessons"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._progress = progress
        chapter = None
        for entry in LESSONS:
            text = lesson_text(entry.name)
            if text.chapter != chapter:
                chapter = text.chapter
                heading = QListWidgetItem(chapter_title(chapter))
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                self.addItem(heading)
            item = QListWidgetItem()
            item.setData(_NAME, entry.name)
            self.addItem(item)
        progress.changed.connect(self._follow)
        self._follow()
        self.currentItemChanged.connect(lambda item: self.chosen.emit(item.data(_NAME)) if item else None)

    @Slot()
    def _follow(self) -> None:
        for item in self._items():
            name = item.data(_NAME)
            text = lesson_text(name)
            solved, count = len(self._progress.solved(name)), len(text.tasks)
            mark = "✓" if solved == count else f"{solved}/{count}" if solved else ""
            item.setText(f"{text.title}   {mark}".rstrip())
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, tr("{0}: {1} of {2} tasks solved", text.title, solved, count)
            )

    def choose(self, name: str) -> None:
        """Select a lesson."""
        self.setCurrentItem(next(item for item in self._items() if item.data(_NAME) == name))

    def _items(self) -> list[QListWidgetItem]:
        every = [self.item(i) for i in range(self.count())]
        return [item for item in every if item.data(_NAME)]
