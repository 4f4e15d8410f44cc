"""Locks between processes: the file of a lock holds nothing, and a damaged one locks as any other."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from engine.errors import RunError
from engine.io.lock import Lock, is_held


def database(path: Path) -> bytes:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE contacts (name TEXT)")
        connection.execute("PRAGMA user_version = 3")
        connection.commit()
    content = path.read_bytes()
    path.unlink()
    return content


def damage(path: Path, content: bytes) -> None:
    """Write into the file from another process: closing a handle of it in this one would release its lock."""
    program = "import pathlib, sys; pathlib.Path(sys.argv[1]).write_bytes(sys.stdin.buffer.read())"
    subprocess.run([sys.executable, "-I", "-S", "-c", program, path], input=content, check=True)


@pytest.fixture(
    params=["one byte", "zeros", "a page of zeros", "noise", "a database", "cut off", "another format", "read only"]
)
def content(request: pytest.FixtureRequest, tmp_path: Path) -> bytes:
    whole = database(tmp_path / "whole.db")
    return {
        "one byte": b"x",
        "zeros": bytes(512),
        "a page of zeros": bytes(4096),
        "noise": np.random.default_rng(0).bytes(5_000),
        "a database": whole,
        "cut off": whole[:600],
        "another format": whole[:47] + b"\x06" + whole[48:],
        "read only": whole[:18] + b"\x09" + whole[19:],
    }[request.param]


def test_a_damaged_file_locks_as_an_empty_one(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "owner"
    path.write_bytes(content)
    assert not is_held(path)
    lock, other = Lock(path, RunError), Lock(path, RunError)
    for _ in range(2):
        assert lock.acquire(0)
        assert is_held(path)
        assert not other.acquire(0)
        lock.release()
    assert [each.name for each in tmp_path.iterdir()] == ["owner"]


def test_a_file_that_is_damaged_while_it_is_locked_stays_locked(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "owner"
    lock, other = Lock(path, RunError), Lock(path, RunError)
    assert lock.acquire(0)
    damage(path, content)
    assert is_held(path)
    assert not other.acquire(0)
    lock.release()
    assert not is_held(path)
    assert other.acquire(0)
    other.release()


def test_two_that_find_it_damaged_do_not_both_lock_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second empties it after the first has locked it."""
    path = tmp_path / "owner"
    path.write_bytes(bytes(4096))
    lock, other = Lock(path, RunError), Lock(path, RunError)
    truncate = os.truncate

    def overtaken(file: Path, length: int) -> None:
        monkeypatch.setattr(os, "truncate", truncate)
        assert lock.acquire(0)
        truncate(file, length)

    monkeypatch.setattr(os, "truncate", overtaken)
    assert not other.acquire(0)
    assert is_held(path)
    lock.release()
    assert other.acquire(0)
    other.release()
