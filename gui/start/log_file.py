"""The log file: errors and warnings of the window, small, and without the names of the user's files."""

import logging
import platform
import re
import stat
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from traceback import extract_tb

from engine import __version__
from engine.errors import DigitLabError
from engine.paths import data_folder, make_private_file, make_private_folder

_MAX_BYTES, _BACKUPS = 100_000, 1
_ROOT = Path(__file__).resolve().parents[2]
_ENDINGS = "png|svg|jpe?g|gif|bmp|webp|tiff?|json|npz|npy|safetensors|pkl|pickle|gz|csv|zip|toml"
# A name in quotes; a path, to the end of its line, since it may have spaces; a file's name.
_NAME = re.compile(
    rf"“[^”\n]*”|'[^'\n]*[/\\.][^'\n]*'|\"[^\"\n]*[/\\.][^\"\n]*\"|\S*[/\\]\S.*|[^\s“”'\"]+\.(?:{_ENDINGS})\b",
    re.IGNORECASE,
)
_log = logging.getLogger("digitlab")


def log_path() -> Path:
    """The log file; it exists once there was an error or a warning.

    Raises:
        DigitLabError: there is no data folder.
    """
    return data_folder() / "digit-lab.log"


@contextmanager
def errors_logged() -> Iterator[None]:
    """Write errors and warnings of the program to the log file, and show them on standard error as before.

    Where there is no data folder, there is no log file: what opens the window says why.
    """
    if _log.handlers:
        yield
        return
    handlers: list[logging.Handler] = [logging.StreamHandler()]
    with suppress(DigitLabError):
        file = _LogFile(log_path(), maxBytes=_MAX_BYTES, backupCount=_BACKUPS, encoding="utf-8", delay=True)
        file.setFormatter(_Nameless())
        handlers.append(file)
    before = threading.excepthook
    threading.excepthook = _log_thread
    for handler in handlers:
        handler.setLevel(logging.WARNING)
        _log.addHandler(handler)
    try:
        yield
    finally:
        threading.excepthook = before
        for handler in handlers:
            _log.removeHandler(handler)
            handler.close()


def without_names(text: str) -> str:
    """A message without the names of files and folders, and without what is in quotes, since names are."""
    return _NAME.sub("“…”", text)


class _LogFile(RotatingFileHandler):
    def _open(self):  # type: ignore[no-untyped-def]
        file = Path(self.baseFilename)
        make_private_folder(file.parent)
        make_private_file(file)
        # A named pipe would wait for a reader, and a link lead to a file of another program.
        if not stat.S_ISREG(file.lstat().st_mode):
            raise OSError("it is no file")
        stream = super()._open()
        qt = getattr(sys.modules.get("PySide6"), "__version__", "not loaded")
        stream.write(f"Digit Lab {__version__}, Python {platform.python_version()}, Qt {qt}, {platform.platform()}\n")
        return stream

    def handleError(self, record: logging.LogRecord) -> None:
        """The disk may be full, another window may have the file, or it is no file: nothing depends on the log."""


class _Nameless(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        # Not the base class's: it keeps the text of the exception for the next handler.
        lines = [f"{self.formatTime(record)} {record.levelname} {without_names(record.getMessage())}"]
        if record.exc_info and record.exc_info[1] is not None:
            lines += _traceback(record.exc_info[1])
        return "\n".join(lines)


def _traceback(error: BaseException) -> list[str]:
    """The places in the program, the error's type and its message without names; its cause first."""
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    lines = [] if earlier is None else _traceback(earlier)
    for frame in extract_tb(error.__traceback__):
        file = Path(frame.filename)
        # Outside of the program: a library's folder and file.
        short = file.relative_to(_ROOT) if file.is_relative_to(_ROOT) else Path(*file.parts[-3:])
        lines.append(f"  {short.as_posix()}:{frame.lineno} {frame.name}")
    return [*lines, f"  {type(error).__name__}: {without_names(str(error))}"]


def _log_thread(arguments: threading.ExceptHookArgs) -> None:
    if arguments.exc_value is not None:
        _log.error("an error in a thread", exc_info=arguments.exc_value)
