"""Writing files atomically: a power failure leaves the old file or the new one, never a part of it."""

import contextlib
import errno
import os
import re
import secrets
import shutil
import stat
import time
from collections.abc import Iterable
from pathlib import Path

from ..paths import is_private

# On Windows a virus scanner, or a program that indexes files, may hold a new file for a moment: it cannot be renamed.
_WAITS_SECONDS = (0.02, 0.05, 0.1, 0.2, 0.4)
# The names of temporary files, and when one counts as left by a program that was killed: no write takes so long.
_TEMPORARY = re.compile(r"\.[0-9a-f]{16}\.tmp")
_LEFTOVER_SECONDS = 3600.0


def write_atomically(path: str | Path, content: bytes | Iterable[bytes]) -> None:
    """Replace ``path`` by ``content``, or by its parts: a temporary file beside it, fsync, rename.

    A replaced file keeps its permissions; a new one in the data folder is for the user alone. A symbolic link stays a
    link: the file it points to is replaced.

    Raises:
        OSError: the file cannot be written, or is a link that leads back to itself; ``path`` then stays as it was, and
            no temporary file is left.
    """
    target = real_target(path)
    temporary = target.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as file:
            if os.name != "nt" and target.exists():
                shutil.copymode(target, temporary)
            elif is_private(target):
                temporary.chmod(0o600)
            file.writelines([content] if isinstance(content, bytes) else content)
            file.flush()
            os.fsync(file.fileno())
        move(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def real_target(path: str | Path) -> Path:
    """Where a file that is written to ``path`` will lie: where its symbolic link leads.

    Raises:
        OSError: it is a link that leads back to itself.
    """
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    return target


def remove_leftovers(folder: Path) -> None:
    """Remove the temporary files that programs of this user left in a folder when they were killed.

    Those of a program that still writes are younger. What cannot be removed stays.
    """
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if _TEMPORARY.fullmatch(path.name):
                with contextlib.suppress(OSError):
                    _remove_leftover(path)


def _remove_leftover(path: Path) -> None:
    info = path.lstat()
    is_own = os.name == "nt" or info.st_uid == os.getuid()
    if is_own and stat.S_ISREG(info.st_mode) and info.st_mtime < time.time() - _LEFTOVER_SECONDS:
        path.unlink()


def move(source: Path, target: Path) -> None:
    """Rename a file or a folder that was just written. A file that is there is replaced.

    Raises:
        OSError: it cannot be renamed, also after several tries.
    """
    for seconds in _WAITS_SECONDS:
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(seconds)
        else:
            return
    source.replace(target)


def _sync_folder(folder: Path) -> None:
    """Make the rename itself survive a power failure, where the system can sync a folder.

    Windows and some network file systems cannot, nor is it possible without permission to read the folder. The file
    itself is already synced.
    """
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
