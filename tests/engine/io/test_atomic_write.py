"""Atomic writing: a file is the old one or the new one, never a part of either."""

import os
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.io.atomic_write import remove_leftovers, write_atomically

posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions and links of POSIX")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def umask() -> Iterator[None]:
    before = os.umask(0o027)
    yield
    os.umask(before)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("content", [b"", b"new", bytes(range(256)) * 1000])
def test_the_content_is_what_was_written(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file"
    for _ in range(2):  # a new file, then a replaced one
        write_atomically(path, content)
        assert path.read_bytes() == content
        assert names_in(tmp_path) == ["file"]


def test_a_name_relative_to_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_atomically("file", b"new")
    assert (tmp_path / "file").read_bytes() == b"new"


@posix
def test_a_name_as_long_as_the_system_allows(tmp_path: Path) -> None:
    path = tmp_path / ("숫" * 85)  # 255 bytes
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"


@posix
@pytest.mark.parametrize("permissions", [0o600, 0o664, 0o444])
def test_a_replaced_file_keeps_its_permissions(tmp_path: Path, permissions: int) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(permissions)
    write_atomically(path, b"new")
    assert mode(path) == permissions
    assert path.read_bytes() == b"new"


@posix
@pytest.mark.usefixtures("umask")
def test_a_new_file_has_the_permissions_of_the_umask(tmp_path: Path) -> None:
    write_atomically(tmp_path / "file", b"new")
    assert mode(tmp_path / "file") == 0o640


@posix
def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    folder, target, link = tmp_path / "elsewhere", tmp_path / "elsewhere" / "file", tmp_path / "link"
    folder.mkdir()
    link.symlink_to(Path("elsewhere", "file"))
    for content in (b"created", b"replaced"):
        write_atomically(link, content)
        assert link.is_symlink()
        assert target.read_bytes() == content
        assert names_in(folder) == ["file"]


@posix
def test_circular_links_raise_an_os_error(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.symlink_to(other)
    other.symlink_to(one)
    with pytest.raises(OSError, match="symbolic links"):
        write_atomically(one, b"new")
    assert names_in(tmp_path) == ["one", "other"]


def test_what_a_killed_program_left_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not what a running program writes, nor other files."""

    def killed(_: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", lambda *_, **__: None)
        patched.setattr(os, "fsync", killed)
        with pytest.raises(KeyboardInterrupt):
            write_atomically(tmp_path / "file", b"half")
    (left,) = names_in(tmp_path)
    running, others = f".{'0' * 16}.tmp", [".0123456789abcde.tmp", "a.tmp", f"{left}.npz", left[1:]]
    for name in (running, *others):
        (tmp_path / name).write_bytes(b"1")
    (tmp_path / f".{'a' * 16}.tmp").mkdir()
    hour_ago = time.time() - 3700
    for name in (left, *others, f".{'a' * 16}.tmp"):
        os.utime(tmp_path / name, (hour_ago, hour_ago))
    remove_leftovers(tmp_path)
    assert names_in(tmp_path) == sorted([running, *others, f".{'a' * 16}.tmp"])


@posix
def test_what_other_users_or_links_have_left_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left, link, target = tmp_path / f".{'0' * 16}.tmp", tmp_path / f".{'1' * 16}.tmp", tmp_path / "mine.npz"
    for file in (left, target):
        file.write_bytes(b"1")
        os.utime(file, (0, 0))
    link.symlink_to(target)
    os.utime(link, (0, 0), follow_symlinks=False)
    own = os.getuid()
    with monkeypatch.context() as patched:
        patched.setattr(os, "getuid", lambda: own + 1)
        remove_leftovers(tmp_path)
    assert len(names_in(tmp_path)) == 3
    remove_leftovers(tmp_path)
    assert names_in(tmp_path) == sorted([link.name, target.name])
    remove_leftovers(tmp_path / "nowhere")


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("error", [OSError("no room"), KeyboardInterrupt()], ids=["error", "interruption"])
@pytest.mark.parametrize("existed", [True, False])
def test_a_failure_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException, existed: bool
) -> None:
    def fail(*args: object) -> None:
        raise error

    path = tmp_path / "file"
    if existed:
        path.write_bytes(b"old")
    with monkeypatch.context() as patched:
        patched.setattr(*{"fsync": (os, "fsync", fail), "replace": (Path, "replace", fail)}[step])
        with pytest.raises(type(error)):
            write_atomically(path, b"new")
    assert names_in(tmp_path) == (["file"] if existed else [])
    assert not existed or path.read_bytes() == b"old"


def test_a_folder_that_cannot_be_opened_for_syncing_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object) -> int:
        raise PermissionError("it may be written, but not read")

    with monkeypatch.context() as patched:
        patched.setattr(os, "open", fail)
        write_atomically(tmp_path / "file", b"new")
    assert (tmp_path / "file").read_bytes() == b"new"


@pytest.mark.parametrize("name", ["no such folder/file", ""])
def test_a_file_that_cannot_be_written_raises_an_os_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(OSError):  # noqa: PT011 - which one depends on the system
        write_atomically(tmp_path / name, b"new")
    assert names_in(tmp_path) == []
    assert list(tmp_path.parent.glob(".*.tmp")) == []


def test_a_file_that_another_program_holds_for_a_moment_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a virus scanner does on Windows."""
    path, replace, held = tmp_path / "file", Path.replace, [2]

    def held_replace(source: Path, target: Path) -> Path:
        if held[0]:
            held[0] -= 1
            raise PermissionError(13, "held by another program")
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", held_replace)
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    held[0] = 100
    with pytest.raises(PermissionError):
        write_atomically(path, b"newer")
    assert path.read_bytes() == b"new"
    assert names_in(tmp_path) == ["file"]
