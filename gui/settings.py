"""The settings that the window keeps between two starts. An invalid value is treated as missing."""

import contextlib
import os
import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QLockFile, QObject, QSettings, QTimer, Signal

from engine.i18n import tr
from engine.io.checked_file import printable
from engine.paths import make_private_file, make_private_folder, settings_folder
from gui.start.ini_file import lock_of, make_usable

# While another window writes them, which takes milliseconds: how often it is tried, and how long ``flush`` waits.
_AGAIN_MS, _PATIENCE_MS = 1_000, 200


def settings_file() -> Path:
    """The file of the settings: in the folder that DIGITLAB_DATA names, or in the user's configuration folder."""
    return settings_folder() / "settings.ini"


class Settings(QObject):
    """Typed reading and writing over QSettings, which writes atomically.

    QSettings would wait for as long as another window holds the lock of the file, which may be suspended. So what is
    changed stays here until that lock is free.

    Signals:
        problem: once, a sentence that says that they cannot be stored.
    """

    problem = Signal(str)

    def __init__(self, file: Path | None = None) -> None:
        super().__init__()
        self._file = file or settings_file()
        with contextlib.suppress(OSError):
            make_private_folder(self._file.parent)
        usable = make_usable(self._file)
        # Without a name, they are in memory alone.
        self._store = QSettings(str(self._file) if usable else "", QSettings.Format.IniFormat)
        self._changed: dict[str, str | float | QByteArray] = {}
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._write)
        self._usable = usable
        # Whether a person was told that they cannot be stored, and that another window holds them.
        self._reported = self._waited = False

    def text(self, key: str, default: str, allowed: tuple[str, ...] | None = None) -> str:
        """A text, one of ``allowed`` if given."""
        value = self._value(key)
        if not isinstance(value, str) or (allowed is not None and value not in allowed):
            return default
        return value

    def number(self, key: str, default: float, least: float, most: float) -> float:
        """A number from ``least`` to ``most``."""
        try:
            value = float(self._value(key))  # type: ignore[arg-type]
        except (TypeError, ValueError):
            return default
        return value if least <= value <= most else default

    def whole(self, key: str, default: int, least: int, most: int) -> int:
        """An integer from ``least`` to ``most``."""
        return int(self.number(key, default, least, most))

    def whole_numbers(self, key: str, least: int, most: int) -> list[int]:
        """Integers from ``least`` to ``most``; none where one of them is invalid."""
        texts = self.text(key, "").split(" ")
        if not all(re.fullmatch("-?[0-9]{1,9}", text) for text in texts):
            return []
        numbers = [int(text) for text in texts]
        return numbers if all(least <= number <= most for number in numbers) else []

    def keep_whole_numbers(self, key: str, numbers: Sequence[int]) -> None:
        """Store integers, for ``whole_numbers``."""
        self.keep(key, " ".join(map(str, numbers)))

    def data(self, key: str) -> QByteArray | None:
        """Bytes, such as a window's geometry."""
        value = self._value(key)
        return value if isinstance(value, QByteArray) else None

    def _value(self, key: str) -> object:
        """What the file holds under a key; None where there is nothing."""
        return self._changed[key] if key in self._changed else self._stored(key)

    def _stored(self, key: str) -> object:
        try:
            return self._store.value(key)
        except RuntimeError:  # a type of Qt that Python does not know
            return None

    def keep(self, key: str, value: str | float | QByteArray) -> None:
        """Store ``value``; it is written soon, and by ``flush`` at the latest."""
        self._changed[key] = value
        self._soon.start(0)

    def flush(self) -> bool:
        """Write now. False where that fails, and the first ``problem`` has just said so."""
        reported = self._reported, self._waited
        self._write(_PATIENCE_MS, stays=True)
        if self._changed and not self._waited:
            self._waited = True
            self.problem.emit(
                tr(
                    "Another window of Digit Lab is busy with the settings, so what you changed is not stored yet, and "
                    "this window stays open. If you close it again, it closes."
                )
            )
        return (self._reported, self._waited) == reported

    def _write(self, patience_ms: int = 0, stays: bool = False) -> None:
        """Write if no other window holds the lock; else later.

        Args:
            stays: whether the window stays open where it fails.
        """
        if self._store.fileName():
            lock = QLockFile(str(lock_of(self._file)))
            if not lock.tryLock(patience_ms) and lock.error() is QLockFile.LockError.LockFailedError:
                self._soon.start(_AGAIN_MS)
                return
            # QSettings takes it itself.
            lock.unlock()
            # It keeps the permissions of a file that is there: only the user can read it. A link may lead to none yet.
            make_private_file(Path(os.path.realpath(self._file)))
        self._soon.stop()
        for key in self._store.allKeys():
            # Of a type that Qt cannot write either: it would say so on standard error.
            if self._stored(key) is None:
                self._store.remove(key)
        for key, value in self._changed.items():
            self._store.setValue(key, value)
        self._changed.clear()
        self._store.sync()
        self.check(stays)

    def check(self, stays: bool = False) -> None:
        """Report a file that cannot be written, or could not be the last time.

        Args:
            stays: whether the window stays open because of it.
        """
        if (self._store.isWritable() and self._store.status() is not QSettings.Status.AccessError) or self._reported:
            return
        self._reported = True
        name = printable(str(self._file))
        if self._usable:
            sentence = tr(
                "The settings of the window cannot be stored in “{0}”. Check that there is room on the disk, and that "
                "you may write to this file and its folder.",
                name,
            )
        else:
            sentence = tr(
                "The settings of the window cannot be stored: “{0}” is not a file of settings that Digit Lab has "
                "written. Move it away.",
                name,
            )
        more = tr("This window stays open. If you close it again, it closes.")
        self.problem.emit(f"{sentence} {more}" if stays else sentence)
