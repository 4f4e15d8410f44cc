"""Faults of the disk while this process stores something: full, gone, locked, damaged, newer; and the clock."""

import contextlib
import errno
import os
import shutil
import sqlite3
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from engine.drawings import DrawingStore
from engine.errors import DigitLabError
from engine.io.database import Database
from engine.runs import RunStore
from tests.faults.failing_disk import failing, files
from tests.faults.operations import DRAWINGS, FILES, RUNS, Operation
from tests.faults.outcome import Lost, Stuck, Unexplained, sentence

ALL = [*FILES, *DRAWINGS, *RUNS]
_CODES = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES, errno.EDQUOT)


def _one_of(rng: np.random.Generator, operations: list[Operation]) -> Operation:
    return operations[int(rng.integers(len(operations)))]


def _prepared(operation: Operation, folder: Path) -> tuple[Path, object, object]:
    """The folder to act on, and what is to be seen before and after."""
    here, after = folder / "here", folder / "after"
    here.mkdir(parents=True)
    operation.prepare(here)
    shutil.copytree(here, after)
    operation.do(after)
    return here, operation.look(shutil.copytree(here, folder / "before")), operation.look(after)


def _attempt(act: Callable[[], object]) -> str:
    """The sentence of the error, or ""."""
    try:
        act()
    except Exception as error:  # noqa: BLE001 - sentence() raises others again
        return sentence(error)
    return ""


def _judge(operation: Operation, here: Path, said: str, old: object, new: object) -> None:
    """Look at a folder after a fault, and do it again."""
    try:
        found = operation.look(here)
    except (DigitLabError, AssertionError) as error:
        raise Lost(f"{operation.name}: {error}") from error
    if found not in (old, new):
        raise Lost(f"{operation.name}: neither the old nor the new content")
    if not said and found != new:
        raise Lost(f"{operation.name}: it was not done, and nothing was said")
    known = {Path(name).name for name in (*files(here.parent / "before"), *files(here.parent / "after"))}
    for name in files(here):
        if Path(name).name not in known and not name.endswith(operation.private):
            raise Unexplained(f"{operation.name}: {name} is left over")
    if found == old:
        operation.do(here)
        if operation.look(here) != new:
            raise Lost(f"{operation.name}: it does not work the next time")


def write_fails(rng: np.random.Generator, folder: Path) -> None:
    """A random write fails, or all from it on."""
    operation = _one_of(rng, ALL)
    here, old, new = _prepared(operation, folder)
    code = _CODES[int(rng.integers(len(_CODES)))]
    with failing(int(rng.integers(1, 40)), bool(rng.integers(2)), code):
        said = _attempt(lambda: operation.do(here))
    _judge(operation, here, said, old, new)


def folder_vanishes(rng: np.random.Generator, folder: Path) -> None:
    """At a random write the folder is taken away, as a network drive is, and later comes back."""
    operation = _one_of(rng, ALL)
    here, old, new = _prepared(operation, folder)
    away = folder / "away"
    with failing(int(rng.integers(1, 25)), instead=lambda: here.rename(away)):
        said = _attempt(lambda: operation.do(here))
    if away.exists():
        # Databases create folders that are missing.
        shutil.rmtree(here, ignore_errors=True)
        away.rename(here)
        # What it had begun to write went away with the folder.
        for temporary in here.rglob(".*.tmp"):
            temporary.unlink()
        if not said and operation.look(here) == old:
            return
    _judge(operation, here, said, old, new)


@contextlib.contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    """A real file system of this size; only for root on Linux."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def disk_full(rng: np.random.Generator, folder: Path) -> str | None:
    """A real disk with room for a random number of bytes more."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return "skipped: only root can mount a small disk"
    operation = _one_of(rng, ALL)
    with small_disk(folder / "disk", 8_000) as disk:
        here, old, new = _prepared(operation, disk / "all")
        room = int(rng.integers(0, 64)) * 4096
        filler = disk / "filler"
        free = os.statvfs(disk)
        with filler.open("wb") as file, contextlib.suppress(OSError):
            file.write(b"x" * max(free.f_bavail * free.f_frsize - room, 0))
        said = _attempt(lambda: operation.do(here))
        filler.unlink()
        _judge(operation, here, said, old, new)
    return None


@contextlib.contextmanager
def impatient(seconds: float) -> Iterator[None]:
    """Databases wait only so long for each other."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Database.__init__, "__defaults__", (seconds,))
        yield


def database_locked(rng: np.random.Generator, folder: Path) -> None:
    """Another program holds the database, for longer than is waited, or not."""
    operation = _one_of(rng, [*DRAWINGS, *RUNS])
    here, old, new = _prepared(operation, folder)
    found = here / "drawings" / "drawings.db"
    if not found.exists():
        found = here / "runs" / "runs.db"
    if not found.exists():
        return
    short = bool(rng.integers(2))
    with contextlib.closing(sqlite3.connect(found, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        if short:
            threading.Timer(0.05, lambda: other.execute("ROLLBACK")).start()
        with impatient(5.0 if short else 0.05):
            said = _attempt(lambda: operation.do(here))
        if not short:
            other.execute("ROLLBACK")
    if short and said:
        raise Unexplained(f"it did not wait: {said}")
    if said and "busy" not in said:
        raise Unexplained(f"not that it is locked: {said}")
    _judge(operation, here, said, old, new)


def _stores(rng: np.random.Generator, folder: Path) -> tuple[Path, Callable[[], DrawingStore | RunStore]]:
    """A filled database, and how it is opened."""
    operation = (DRAWINGS[-1], RUNS[0])[int(rng.integers(2))]
    operation.prepare(folder)
    (file,) = folder.glob("*/*.db")
    return file, lambda: (DrawingStore if file.name == "drawings.db" else RunStore)(file.parent)


def database_damaged(rng: np.random.Generator, folder: Path) -> None:
    """Random bytes of the database are other ones, or its end is missing: two starts in a row work."""
    file, opened = _stores(rng, folder)
    store = opened()
    before = len(store.all() if isinstance(store, DrawingStore) else store.runs())
    content = bytearray(file.read_bytes())
    if rng.random() < 0.2:
        del content[int(rng.integers(len(content))) :]
    for _ in range(int(rng.integers(1, 20))):
        if content:
            content[int(rng.integers(len(content)))] = int(rng.integers(256))
    file.write_bytes(content)
    for _ in range(2):
        begin = time.monotonic()
        try:
            store = opened()
            found = len(store.all() if isinstance(store, DrawingStore) else store.runs())
        except DigitLabError as error:
            raise Unexplained(f"it cannot be opened: {sentence(error)}") from error
        if time.monotonic() - begin > 20:
            raise Stuck("opening a damaged database")
        if isinstance(store, RunStore) and found + store.unreadable < before:
            raise Lost(f"{before} runs before, {found} now: {store.notice}")


def later_version(rng: np.random.Generator, folder: Path) -> None:
    """The database of a newer program is left as it is, and a sentence says so."""
    file, opened = _stores(rng, folder)
    with contextlib.closing(sqlite3.connect(file)) as db:
        db.execute(f"PRAGMA user_version = {int(rng.integers(2, 900))}")
        db.execute("CREATE TABLE newer (fact TEXT)")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = file.read_bytes()
    for _ in range(2):
        said = _attempt(opened)
        if "newer version" not in said:
            raise Unexplained(f"said about a newer version: {said!r}")
    if file.read_bytes() != content:
        raise Lost("the newer database was changed")


def clock_goes_back(rng: np.random.Generator, folder: Path) -> None:
    """The time jumps at every look at the clock, by up to a year."""
    operation = _one_of(rng, [*DRAWINGS, *RUNS])
    real = time.time
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(time, "time", lambda: real() + float(rng.uniform(-3e7, 3e7)))
        here, old, new = _prepared(operation, folder)
        said = _attempt(lambda: operation.do(here))
        if said:
            raise Unexplained(said)
        if operation.look(here) != new:
            raise Lost(operation.name)
    _judge(operation, here, said, old, new)
