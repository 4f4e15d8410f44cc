"""A disk that fails at the n-th write of this process: a file that is opened for writing, a write, a sync, a rename,
a new folder, or a statement of SQLite.
"""

import builtins
import errno
import io
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from kill_points import connections_of

from engine.io.database import sqlite_file

_WRITING = set("wax+")
# SQLite needs no room for these.
_HARMLESS = ("SELECT", "ROLLBACK")


class FailingDisk:
    """Attributes:
    count: how many writes there were.
    failed: whether one of them has failed.
    """

    def __init__(self, n: int, once: bool, code: int, instead: Callable[[], object] | None) -> None:
        """Args:
        n: the first write that fails, from 1 on.
        once: whether it is the only one; otherwise all later ones fail, too.
        code: of the error.
        instead: called at the n-th write; then none fails by itself.
        """
        self.n, self.once, self.code, self._instead = n, once, code, instead
        self.count, self.failed = 0, False

    def fails(self) -> bool:
        """Count a write; whether it fails."""
        self.count += 1
        if self._instead is not None:
            if self.count == self.n:
                self._instead()
            return False
        fails = self.count == self.n or (self.count > self.n and not self.once)
        self.failed |= fails
        return fails

    def step(self, *_: object) -> None:
        """Count a write.

        Raises:
            OSError: it fails.
        """
        if self.fails():
            raise OSError(self.code, os.strerror(self.code))


@contextmanager
def failing(
    n: int, once: bool = True, code: int = errno.ENOSPC, instead: Callable[[], object] | None = None
) -> Iterator[FailingDisk]:
    """Inside, the n-th write fails; see ``FailingDisk``. Nothing waits for the real disk."""
    disk = FailingDisk(n, once, code, instead)
    open_ = builtins.open

    class Raw(io.FileIO):
        def write(self, data: Any) -> int:
            if disk.fails():
                # A part of it is there.
                super().write(bytes(data)[: len(bytes(data)) // 2])
                raise OSError(code, os.strerror(code))
            return super().write(data)

    def opened(file: Any, mode: str = "r", buffering: int = -1, *args: Any, **options: Any) -> Any:
        if not _WRITING & set(mode):
            return open_(file, mode, buffering, *args, **options)
        disk.step()
        raw = Raw(file, mode.replace("b", "").replace("t", ""), opener=options.get("opener"))
        if buffering == 0:
            return raw
        binary = io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw)
        return (
            binary if "b" in mode else io.TextIOWrapper(binary, options.get("encoding"), newline=options.get("newline"))
        )

    class Connection(sqlite3.Connection):
        def execute(self, sql: str, *args: Any) -> sqlite3.Cursor:
            self._step(sql)
            return super().execute(sql, *args)

        def executemany(self, sql: str, *args: Any) -> sqlite3.Cursor:
            self._step(sql)
            return super().executemany(sql, *args)

        def _step(self, sql: str) -> None:
            if not sql.lstrip().upper().startswith(_HARMLESS) and disk.fails():
                error = sqlite3.OperationalError("database or disk is full")
                error.sqlite_errorcode = sqlite3.SQLITE_FULL
                raise error

    def after_step(name: str, act: Any) -> Any:
        def step(*args: Any, **options: Any) -> Any:
            disk.step()
            return None if name == "fsync" else act(*args, **options)

        return step

    with connections_of(Connection), pytest.MonkeyPatch.context() as patched:
        patched.setattr(sqlite_file, "SYNCHRONOUS", "OFF")
        patched.setattr(builtins, "open", opened)
        patched.setattr(io, "open", opened)
        for name in ("fsync", "replace", "rename", "mkdir"):
            patched.setattr(os, name, after_step(name, getattr(os, name)))
        yield disk


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, without what SQLite adds while it is used."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(("-wal", "-shm", "-journal"))
    }
