"""Undo and redo of all settings of a training, in one order; no widgets."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal

_MOST = 200


class UndoHistory(QObject):
    """The values before each change. All that is typed into one field without a break is one step.

    Signals:
        changed: what can be undone has changed.
        restored: the values that are different after an undo or a redo, by name; nothing is recorded meanwhile.
    """

    changed = Signal()
    restored = Signal(dict)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._values: dict[str, object] = {}
        self._undo: list[dict[str, object]] = []
        self._redo: list[dict[str, object]] = []
        self._typing = ""
        # Whether changes belong to one step, and whether it has begun.
        self._grouped = self._begun = self._restoring = False

    @property
    def can_undo(self) -> bool:
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        return bool(self._redo)

    def begin(self, values: Mapping[str, object]) -> None:
        """Have these values, together with those before; nothing can be undone any more."""
        self._values = self._values | dict(values)
        self._undo.clear()
        self._redo.clear()
        self._typing = ""
        self.changed.emit()

    def amend(self, values: Mapping[str, object]) -> None:
        """Have these values without a step."""
        self._values = self._values | dict(values)

    def record(self, values: Mapping[str, object], typing: str | None = None) -> None:
        """These values may have changed.

        Args:
            typing: what is being typed into, "" for no field; by default the value that has changed, if it is one.
        """
        changed = [name for name, value in values.items() if value != self._values[name]]
        if not changed or self._restoring:
            return
        if typing is None:
            typing = changed[0] if len(changed) == 1 else ""
        if not (self._begun if self._grouped else typing and typing == self._typing):
            self._undo.append(self._values)
            del self._undo[:-_MOST]
        self._begun = True
        self._redo.clear()
        self._typing = typing
        self._values = self._values | dict(values)
        if self._undo[-1] == self._values:
            # Typed, and typed back.
            self._undo.pop()
            self._typing, self._begun = "", False
        self.changed.emit()

    @contextmanager
    def one_step(self) -> Iterator[None]:
        """All that is recorded meanwhile is one step."""
        self._grouped, self._begun = True, False
        try:
            yield
        finally:
            self._grouped = False
            self.end_typing()

    def end_typing(self) -> None:
        """The next change is a new step."""
        self._typing = ""

    def undo(self) -> None:
        """One step back."""
        self._step(self._undo, self._redo)

    def redo(self) -> None:
        """One step forward again."""
        self._step(self._redo, self._undo)

    def _step(self, source: list[dict[str, object]], target: list[dict[str, object]]) -> None:
        self._typing = ""
        if not source:
            return
        target.append(self._values)
        before, self._values = self._values, source.pop()
        changed = {name: value for name, value in self._values.items() if value != before[name]}
        self._restoring = True
        try:
            self.restored.emit(changed)
        finally:
            self._restoring = False
        self.changed.emit()
