"""Writing files so that a power cut leaves the old file or the new one, never half of either."""

import contextlib
import errno
import os
import secrets
import shutil
from pathlib import Path


def write_atomically(path: str | Path, content: bytes) -> None:
    """Replace ``path`` by ``content``: a temporary file beside it, fsync, rename.

    A file that is replaced keeps its permissions. A symbolic link keeps pointing where it did: the file it names is
    the one replaced.

    Raises:
        OSError: the file cannot be written, or is a link that leads back to itself; ``path`` is then as it was, and
            no temporary file is left.
    """
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    temporary = target.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as file:
            if os.name != "nt" and target.exists():
                shutil.copymode(target, temporary)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Make the rename itself survive a power cut, where the system lets a folder be synced.

    Windows does not, nor do some network file systems, nor a folder that may be written but not read. The file's
    own fsync has been done.
    """
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
