"""What Qt cannot read in the file of the settings, and must not meet in it."""

import os
import re
from pathlib import Path

from engine.io.atomic_write import write_atomically

# The file takes some thousand bytes. The window writes texts, numbers and bytes, no values of these types.
_MAX_BYTES = 1 << 20
_FOREIGN = re.compile(rb"[=,]\s*@(Variant|DateTime)\(")
# A backslash or quotes continue a value in the next line.
_LINE = re.compile(rb"""(?:\\(?:\r\n|.)|"(?:\\.|[^"\\])*"|[^\r\n])*(?:\r\n?|\n|\Z)""", re.DOTALL)
_ESCAPE = re.compile(rb"""\\(?:x([0-9a-fA-F]+)|([0-7]+)|\r?\n|(.))|\"""", re.DOTALL)


def lock_of(file: Path) -> Path:
    """The file that Qt locks while it writes ``file``."""
    return file.with_name(f"{file.name}.lock")


def _unescaped(line: bytes) -> bytes:
    """As Qt reads it: without quotes, each escape as its character."""

    def character(found: re.Match[bytes]) -> bytes:
        digits, base = (found[1], 16) if found[1] else (found[2], 8)
        return chr(int(digits[-8:], base) % 128).encode() if digits else found[3] or b""

    return _ESCAPE.sub(character, line)


def make_usable(file: Path) -> bool:
    """Remove what Qt cannot read; whether it can use the file then.

    It would wait for a named pipe, and replace a device. And it takes the memory for as many values as a value of
    another type says that it has, and ends the process where that is too much.

    It makes no links: one in place of the lock would look as if another window held it for ever. One that leads back to
    itself leads to no settings.
    """
    try:
        if lock_of(file).is_symlink():
            lock_of(file).unlink()
        if Path(os.path.realpath(file)).is_symlink():
            file.unlink()
        if any(each.exists() and not each.is_file() for each in (file, lock_of(file))):
            return False
        if not file.exists():
            return True
        if file.stat().st_size > _MAX_BYTES:
            return False
        lines = [found[0] for found in _LINE.finditer(file.read_bytes())]
        kept = [line for line in lines if not _FOREIGN.search(_unescaped(line))]
        if kept != lines:
            write_atomically(file, b"".join(kept))
    except PermissionError:
        # Qt reports it.
        return True
    except OSError:
        return False
    return True
