"""Which tasks the user has solved, kept in the settings."""

from PySide6.QtCore import QObject, Signal

from gui.learn.catalogue import LESSONS
from gui.settings import Settings


class Progress(QObject):
    """Signals:
    changed: the name of a lesson whose solved tasks have changed.
    """

    changed = Signal(str)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._before: dict[str, frozenset[str]] = {}

    def solved(self, lesson: str) -> frozenset[str]:
        """The names of the tasks of a lesson that are solved."""
        return frozenset(self._settings.text(_key(lesson), "").split())

    def solve(self, lesson: str, task: str) -> None:
        """A task is solved."""
        solved = self.solved(lesson)
        if task not in solved:
            self._before = {}
            self._keep(lesson, solved | {task})

    def reset(self) -> None:
        """No task is solved any more."""
        self._before = {entry.name: solved for entry in LESSONS if (solved := self.solved(entry.name))}
        for lesson in self._before:
            self._keep(lesson, frozenset())

    @property
    def can_undo(self) -> bool:
        """Whether there was a reset, and no task has been solved since."""
        return bool(self._before)

    def undo_reset(self) -> None:
        """The tasks are solved again that were solved before the last reset."""
        before, self._before = self._before, {}
        for lesson, solved in before.items():
            self._keep(lesson, solved)

    def _keep(self, lesson: str, solved: frozenset[str]) -> None:
        self._settings.keep(_key(lesson), " ".join(sorted(solved)))
        self.changed.emit(lesson)


def _key(lesson: str) -> str:
    return f"learn/solved/{lesson}"
