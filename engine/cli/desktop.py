"""The program in the menu of a Linux desktop: its entry, its icons and its types of files, for this user alone."""

import os
import shutil
import subprocess
import sys
from argparse import Namespace
from contextlib import suppress
from pathlib import Path

from ..errors import DigitLabError, printable
from ..i18n import tr
from ..io.checked_file import error_context, write_file
from ..paths import is_unicode

_ROOT = Path(__file__).resolve().parents[2]
# Laid out as below XDG_DATA_HOME.
_FILES = _ROOT / "assets" / "desktop"
_ENTRY = Path("applications", "digit-lab.desktop")
_SECONDS = 30


def desktop(args: Namespace) -> None:
    """Add the program to the user's menu, or remove it.

    Raises:
        DigitLabError: this is no Linux or BSD, there is no home folder, or a file cannot be written.
        OSError: a file cannot be removed.
    """
    if sys.platform in ("win32", "darwin"):
        raise DigitLabError(
            tr("A menu entry can only be added on Linux. Here, start the program with the command digit-lab.")
        )
    folder = data_home()
    names = sorted(file.relative_to(_FILES) for file in _FILES.rglob("*") if file.is_file())
    if args.install:
        entry = (_FILES / _ENTRY).read_text(encoding="utf-8").replace("Exec=digit-lab-window", f"Exec={command()}")
        for name in names:
            _write(folder / name, entry.encode() if name == _ENTRY else (_FILES / name).read_bytes())
    else:
        for file in (folder / name for name in names):
            # Something else was not installed.
            if file.is_file() or file.is_symlink():
                file.unlink()
    _update_caches(folder)
    if args.install:
        print(tr("Digit Lab is in the menu of your desktop now; its files are in “{0}”.", printable(str(folder))))
    else:
        print(tr("Digit Lab is no longer in the menu of your desktop."))


def _write(file: Path, content: bytes) -> None:
    with error_context(f"“{file}”", "saved", DigitLabError):
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.is_symlink():
            # Where it leads is a file of the user's own, which --remove would not restore.
            file.unlink()
        write_file(file, content)


def data_home() -> Path:
    """The user's folder of the desktop's files. By its specification, a relative path in XDG_DATA_HOME is ignored.

    Raises:
        DigitLabError: there is no home folder.
    """
    named = Path(os.environ.get("XDG_DATA_HOME", ""))
    try:
        return named if named.is_absolute() else Path.home() / ".local" / "share"
    except RuntimeError:
        raise DigitLabError(
            tr("There is no home folder: set the environment variable XDG_DATA_HOME to a folder.")
        ) from None


def command() -> str:
    """The command that opens this program's window, as the value of Exec without the files.

    It is absolute: what a desktop starts may have another PATH than a terminal.

    Raises:
        DigitLabError: its name is not UTF-8, which an entry has to be.
    """
    python = Path(sys.executable)
    script = python.with_name("digit-lab-window")
    if getattr(sys, "frozen", False):
        parts = [python]
    elif script.is_file():
        parts = [script]
    else:
        parts = [python, _ROOT / "main.py"]
    for part in parts:
        if not is_unicode(part):
            raise DigitLabError(
                tr("The name “{0}” is not UTF-8, so the menu cannot start the program. Rename it.", part)
            )
    return " ".join(_quoted(str(part)) for part in parts)


def _quoted(text: str) -> str:
    """Quoted by the rules of a desktop entry: the first escaping is that of quotes, the second that of all values."""
    for each in '\\"`$':
        text = text.replace(each, "\\" + each)
    return '"' + text.replace("\\", "\\\\").replace("%", "%%") + '"'


def _update_caches(folder: Path) -> None:
    """Where these programs are not installed, the desktop reads the files themselves, or does so at its next start."""
    for program, argument in (
        ("update-desktop-database", folder / "applications"),
        ("update-mime-database", folder / "mime"),
        ("gtk-update-icon-cache", folder / "icons" / "hicolor"),
    ):
        options = ["-q", "-t", "-f"] if program.startswith("gtk") else []
        if argument.is_dir() and shutil.which(program):
            with suppress(OSError, subprocess.SubprocessError):
                subprocess.run([program, *options, argument], capture_output=True, timeout=_SECONDS, check=False)
