"""A settings file with values of foreign types, each of which counts as missing; one on a full disk; and one that
another window holds."""

import contextlib
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLockFile

from gui.settings import Settings


@pytest.mark.parametrize(
    "value",
    [r"@Variant(\0\0\0\x39\0\0\0\0)", r"@Variant(\0\0\0\x3a\0\0\0\0)", "@Rect(1 2 3 4)", "a, b", "9" * 5_000, "nan"],
    ids=["character", "pair", "rectangle", "list", "digits", "nan"],
)
def test_a_value_of_a_foreign_type_counts_as_missing(tmp_path: Path, value: str) -> None:
    file = tmp_path / "settings.ini"
    file.write_text(f"[General]\nvalue={value}\n")
    settings = Settings(file)
    assert settings.text("value", "usual", ("usual", "other")) == "usual"
    assert settings.number("value", 1.5, 0, 10) == 1.5
    assert settings.whole("value", 2, 0, 10) == 2
    assert settings.data("value") is None


LONG_LIST = r"\0\0\0\t\x7f\xff\xff\xff"


# Qt reads each as "@Variant(".
WRITTEN = (
    r"\x40Variant(",
    r"@Var\x69\x61nt(",
    r"@\126ariant(",
    '"@Var"iant(',
    '@Var""iant(',
    "@Var\\\niant(",
    ' "@Variant(',
)


@pytest.mark.parametrize(
    "value",
    [
        f"@Variant({LONG_LIST})",
        f"@DateTime({LONG_LIST})",
        r"@Variant(\0\0\0\xb\x7f)",
        *(f"{start}{LONG_LIST})" for start in WRITTEN),
        rf'\x40"D"ateTime({LONG_LIST})',
        f"a, @Variant({LONG_LIST})",
    ],
)
def test_a_damaged_value_of_a_foreign_type_is_removed(tmp_path: Path, value: str) -> None:
    """Qt ended the process: it takes the memory for two thousand million values."""
    file = tmp_path / "settings.ini"
    file.write_text(f"[General]\nlanguage={value}\ntheme=dark\n")
    settings = Settings(file)
    assert settings.text("language", "en") == "en"
    assert settings.text("theme", "light") == "dark"
    settings.keep("zoom", 2.0)
    assert settings.flush()
    assert sorted(file.read_text().split()) == ["[General]", "theme=dark", "zoom=2"]


@pytest.mark.parametrize("name", ["x@Variant(1).npz", "@Variant(1).npz", 'a"b@DateTime(', "a;\\x40b, c"])
def test_a_text_that_looks_like_a_foreign_type_is_kept(tmp_path: Path, name: str) -> None:
    file = tmp_path / "settings.ini"
    written = Settings(file)
    written.keep("weights/file", name)
    written.keep("weights/folder", "other")
    assert written.flush()
    read = Settings(file)
    assert read.text("weights/file", "") == name
    assert read.text("weights/folder", "") == "other"


def test_a_file_that_is_too_large_is_left_alone_and_named(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    file.write_bytes(b"x" * 2_000_000)
    settings, problems = Settings(file), []
    settings.problem.connect(problems.append)
    settings.keep("theme", "dark")
    assert not settings.flush()
    assert settings.flush()
    assert file.stat().st_size == 2_000_000
    (sentence,) = problems
    assert f"“{file}” is not a file of settings that Digit Lab has written" in sentence
    assert sentence.endswith("This window stays open. If you close it again, it closes.")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
@pytest.mark.parametrize("name", ["settings.ini", "settings.ini.lock"])
def test_settings_that_are_no_file_are_left_alone(tmp_path: Path, name: str) -> None:
    """Qt would wait for a named pipe, and replace a device."""
    pipe = tmp_path / name
    os.mkfifo(pipe)
    settings, problems = Settings(tmp_path / "settings.ini"), []
    settings.problem.connect(problems.append)
    settings.keep("theme", "dark")
    settings.flush()
    assert settings.text("theme", "light") == "dark"
    assert len(problems) == 1
    assert str(tmp_path / "settings.ini") in problems[0]
    assert pipe.is_fifo()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
@pytest.mark.parametrize("target", ["none", "settings.ini.lock", "other", "x" * 300])
def test_a_link_in_place_of_the_lock_is_removed(tmp_path: Path, target: str) -> None:
    """It looked as if another window held the lock, at each end of the program."""
    (tmp_path / "other").write_text("a text")
    (tmp_path / "settings.ini.lock").symlink_to(target)
    settings, problems = Settings(tmp_path / "settings.ini"), []
    settings.problem.connect(problems.append)
    settings.keep("theme", "dark")
    assert settings.flush()
    assert problems == []
    assert "theme=dark" in (tmp_path / "settings.ini").read_text()
    assert {path.name: path.read_text() for path in tmp_path.iterdir() if path.name != "settings.ini"} == {
        "other": "a text"
    }


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
@pytest.mark.parametrize("target", ["settings.ini", "none.ini", None])
def test_only_the_user_can_read_the_settings(tmp_path: Path, target: str | None) -> None:
    """Also where a link led back to itself or to no file, and where the file was removed since the start."""
    file = tmp_path / "settings.ini"
    if target is not None:
        file.symlink_to(target)
    settings = Settings(file)
    for theme in ("dark", "light"):
        settings.keep("theme", theme)
        assert settings.flush()
        assert f"theme={theme}" in file.read_text()
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        file.resolve().unlink()


def test_a_huge_settings_file_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    file.write_text("[General]\n" + "a=1\n" * 300_000)
    settings = Settings(file)
    settings.keep("theme", "dark")
    settings.flush()
    assert file.stat().st_size > 1_000_000


@contextlib.contextmanager
def full_disk() -> Iterator[None]:
    """Qt writes by the system, so the system refuses: no file may have a byte."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_the_settings_of_before_stay(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    before = Settings(file)
    before.keep("theme", "dark")
    before.flush()
    content = file.read_bytes()
    settings, problems = Settings(file), []
    settings.problem.connect(problems.append)
    with full_disk():
        for _ in range(2):
            settings.keep("theme", "light")
            settings.flush()
    assert len(problems) == 1
    assert str(file) in problems[0]
    assert file.read_bytes() == content
    assert [path.name for path in tmp_path.iterdir()] == ["settings.ini"]
    # The window goes on with what was chosen, and there may be room the next time.
    assert settings.text("theme", "") == "light"
    settings.flush()
    assert Settings(file).text("theme", "") == "light"


def test_a_file_that_cannot_be_written_is_reported_at_the_start(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    settings, problems = Settings(tmp_path / "file" / "settings.ini"), []
    settings.problem.connect(problems.append)
    settings.check()
    settings.check()
    assert len(problems) == 1


@contextlib.contextmanager
def held_by_this_computer(file: Path) -> Iterator[None]:
    """As by a window that is suspended: such a lock never becomes old."""
    lock = QLockFile(f"{file}.lock")
    assert lock.tryLock(0)
    yield
    lock.unlock()


@contextlib.contextmanager
def held_by_another_computer(file: Path) -> Iterator[None]:
    lock = Path(f"{file}.lock")
    lock.write_text("1\npython3\notherhost\n")
    yield
    lock.unlink()


@pytest.mark.parametrize("held", [held_by_this_computer, held_by_another_computer])
def test_settings_that_another_window_holds_are_stored_once_it_lets_them_go(
    tmp_path: Path, qtbot, monkeypatch: pytest.MonkeyPatch, held: Callable[[Path], AbstractContextManager[None]]
) -> None:
    monkeypatch.setattr("gui.settings._AGAIN_MS", 10)
    monkeypatch.setattr("gui.settings._PATIENCE_MS", 0)
    file = tmp_path / "settings.ini"
    file.write_text("[General]\ntheme=light\nother=1\n")
    with held(file):
        content = file.read_bytes()
        settings, problems = Settings(file), []
        settings.problem.connect(problems.append)
        assert settings.text("theme", "") == "light"
        settings.keep("theme", "dark")
        QCoreApplication.processEvents()
        # The window goes on: nothing has been written, and nothing has waited until the lock was old.
        assert settings.text("theme", "") == "dark"
        assert file.read_bytes() == content
        assert problems == []
        assert [settings.flush(), settings.flush()] == [False, True]
        assert file.read_bytes() == content
        assert len(problems) == 1
    qtbot.waitUntil(lambda: b"theme=dark" in file.read_bytes())
    assert b"other=1" in file.read_bytes()
    assert settings.flush()


def test_two_windows_on_one_file_merge_their_settings(tmp_path: Path) -> None:
    """The other one is another process: in this one, Qt would share the values."""
    file = tmp_path / "settings.ini"
    settings = Settings(file)
    settings.keep("mine", "1")
    with held_by_this_computer(file):
        QCoreApplication.processEvents()
        file.write_text("[General]\ntheirs=2\n")
    settings.flush()
    assert sorted(file.read_text().split()) == ["[General]", "mine=1", "theirs=2"]
    assert settings.text("theirs", "") == "2"
