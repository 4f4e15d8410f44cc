"""The settings that the window keeps between two starts. An invalid value is treated as missing."""

import contextlib
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from engine.i18n import tr
from engine.io.checked_file import printable
from engine.paths import make_private_file, make_private_folder, settings_folder


def settings_file() -> Path:
    """The file of the settings: in the folder that DIGITLAB_DATA names, or in the user's configuration folder."""
    return settings_folder() / "settings.ini"


class Settings(QObject):
    """Typed reading and writing over QSettings, which writes atomically.

    Signals:
        problem: once, a sentence that says that they cannot be stored.
    """

    problem = Signal(str)

    def __init__(self, file: Path | None = None) -> None:
        super().__init__()
        file = file or settings_file()
        # Qt keeps the permissions of a file that is there: only the user can read it.
        with contextlib.suppress(OSError):
            make_private_folder(file.parent)
        make_private_file(file)
        self._store = QSettings(str(file), QSettings.Format.IniFormat)
        self._reported = False

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

    def data(self, key: str) -> QByteArray | None:
        """Bytes, such as a window's geometry."""
        value = self._value(key)
        return value if isinstance(value, QByteArray) else None

    def _value(self, key: str) -> object:
        """What the file holds under a key; None where there is nothing."""
        try:
            return self._store.value(key)
        except RuntimeError:  # a type of Qt that Python does not know
            return None

    def keep(self, key: str, value: str | float | QByteArray) -> None:
        """Store ``value``; it is written soon, and by ``flush`` at the latest."""
        self._store.setValue(key, value)
        self.check()

    def flush(self) -> None:
        """Write now."""
        self._store.sync()
        self.check()

    def check(self) -> None:
        """Report a file that cannot be written, or could not be the last time."""
        if self._reported or (self._store.isWritable() and self._store.status() is not QSettings.Status.AccessError):
            return
        self._reported = True
        self.problem.emit(
            tr(
                "The settings of the window cannot be stored in “{0}”. Check that there is room on the disk, and that "
                "you may write to this file and its folder.",
                printable(self._store.fileName()),
            )
        )
