"""What Qt cannot read in the file of the settings, and must not meet in it."""

import codecs
import os
import re
from pathlib import Path

from engine.io.atomic_write import write_atomically

_MAX_BYTES = 1 << 20  # it takes some thousand
# Qt makes a value of some type of what begins with an "@". The window writes texts, numbers and bytes; Qt doubles the
# "@" of a text. What a line means is certain only where it is written as Qt writes it: it skips an escape that it does
# not know and the mark of the byte order at the start, and joins what is in several quotes or lines.
_NAME = r"[\w.%-]+(?:[ \\][\w.%-]+)*"
_ESCAPE = r"""\\(?:[abfnrtv"?'\\]|0(?![0-7])|x(?!0{0,2}40(?![\dA-Fa-f]))[\dA-Fa-f]{1,4}(?![\dA-Fa-f]))"""
_START = r"(?!@(?!@|(?:ByteArray|String)\()|\ufeff)"
# Bytes that are no UTF-8 are read as "\udc80" to "\udcff".
_TEXT = rf'(?:[^\x00-\x08\x0a-\x1f"\\,;\udc80-\udcff]|{_ESCAPE})*+'
_QUOTED = rf'(?:[^\x00-\x08\x0a-\x1f"\\\udc80-\udcff]|{_ESCAPE})*+'
_VALUE = rf'{_START}(?:{_TEXT}|"{_START}{_QUOTED}"[ \t]*+)'
_END = r"[ \t]*+(?:;.*)?[\r\n]*"
_GROUP = re.compile(rf"[ \t]*+\[{_NAME}\]{_END}", re.ASCII)
_SETTING = re.compile(rf"[ \t]*+(?:{_NAME}[ \t]*+=[ \t]*+{_VALUE})?{_END}", re.ASCII)


def lock_of(file: Path) -> Path:
    """The file that Qt locks while it writes ``file``."""
    return file.with_name(f"{file.name}.lock")


def _understood(content: bytes) -> bytes:
    """The lines of which it is certain what Qt reads in them, none of them of a type that the window does not write."""
    kept, in_group = [], True
    for line in content.removeprefix(codecs.BOM_UTF8).splitlines(keepends=True):
        text = line.decode(errors="surrogateescape")
        if text.lstrip(" \t").startswith("["):
            # What is in a group whose name is not certain is no setting of the group before.
            in_group = _GROUP.fullmatch(text) is not None
            understood = in_group
        else:
            understood = in_group and _SETTING.fullmatch(text) is not None
        if understood:
            kept.append(line)
    return b"".join(kept)


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
        content = file.read_bytes()
    except PermissionError:
        # Qt reports it.
        return True
    except OSError:
        return False
    kept = _understood(content)
    try:
        if kept != content:
            write_atomically(file, kept)
    except OSError:
        return False
    return True
