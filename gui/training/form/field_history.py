"""Undo and redo of the fields of the form; no widgets."""

from collections.abc import Mapping

_MOST = 200


class FieldHistory:
    """The texts of the fields before each change. All that is typed into one field without a break is one step."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = dict(texts)
        self._undo: list[dict[str, str]] = []
        self._redo: list[dict[str, str]] = []
        self._typing = ""

    @property
    def can_undo(self) -> bool:
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        return bool(self._redo)

    def record(self, texts: Mapping[str, str]) -> None:
        """The fields have these texts now."""
        changed = [name for name, text in texts.items() if text != self._texts[name]]
        if not changed:
            return
        if changed != [self._typing]:
            self._undo.append(self._texts)
            del self._undo[:-_MOST]
        self._redo.clear()
        self._typing = changed[0] if len(changed) == 1 else ""
        self._texts = dict(texts)
        if self._undo[-1] == self._texts:
            # Typed, and typed back.
            self._undo.pop()
            self._typing = ""

    def end_typing(self) -> None:
        """The next change is a new step."""
        self._typing = ""

    def undo(self) -> dict[str, str]:
        """The texts that are different one step back."""
        return self._step(self._undo, self._redo)

    def redo(self) -> dict[str, str]:
        """The texts that are different one step forward again."""
        return self._step(self._redo, self._undo)

    def _step(self, source: list[dict[str, str]], target: list[dict[str, str]]) -> dict[str, str]:
        self._typing = ""
        if not source:
            return {}
        target.append(self._texts)
        before, self._texts = self._texts, source.pop()
        return {name: text for name, text in self._texts.items() if text != before[name]}
