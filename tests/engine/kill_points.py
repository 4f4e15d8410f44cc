"""What a killed program leaves in a folder: a copy of it before every step that changes it."""

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

_STEPS = ((os, "fsync"), (Path, "mkdir"), (Path, "replace"), (Path, "rename"), (Path, "unlink"), (shutil, "rmtree"))


@contextlib.contextmanager
def connections_of(kind: type[sqlite3.Connection]) -> Iterator[None]:
    """Inside, every SQLite connection is of this class."""
    connect = sqlite3.connect
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sqlite3, "connect", lambda path, **options: connect(path, **({"factory": kind} | options)))
        yield


class KillPoints:
    """Iterating gives the copies of ``folder``, each of which is a folder in ``copies``."""

    def __init__(self, folder: Path, copies: Path) -> None:
        self._folder, self._copies = folder, copies
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Path]:
        return (self._copies / str(number) for number in range(self._count))

    @contextlib.contextmanager
    def recorded(self) -> Iterator[None]:
        """Copy before every change to a folder and every statement that changes a database, and at the end."""
        points = self

        class Watched(sqlite3.Connection):
            def execute(self, sql: str, *args: object) -> sqlite3.Cursor:
                if not sql.lstrip().upper().startswith(("SELECT", "PRAGMA")):
                    points._copy()
                return super().execute(sql, *args)

        with connections_of(Watched), pytest.MonkeyPatch.context() as patched:
            for owner, name in _STEPS:
                patched.setattr(owner, name, self._copied_before(getattr(owner, name)))
            yield
        self._copy()

    def _copy(self) -> None:
        shutil.copytree(self._folder, self._copies / str(self._count))
        self._count += 1

    def _copied_before(self, act: Callable[..., object]) -> Callable[..., object]:
        def step(*args: object, **options: object) -> object:
            self._copy()
            return act(*args, **options)

        return step
