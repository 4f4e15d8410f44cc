"""The log file: errors are found in it, names of the user's files are not."""

import logging
import os
import stat
import sys
from pathlib import Path

import pytest

from engine.paths import make_private_folder
from gui.start.log_file import errors_logged, log_path, without_names

log = logging.getLogger("digitlab")


@pytest.mark.parametrize(
    "text",
    [
        "“anna.png” could not be read",
        "[Errno 13] Permission denied: '/home/anna/my digits/a b.png'",
        "cannot open C:\\Users\\anna\\digits\\anna seven.svg",
        "file:///home/anna/a%20b.json is damaged",
        "libpng: anna.png: bad CRC",
        "cannot open ~/anna/digits",
    ],
    ids=["quoted", "errno", "windows", "url", "relative", "home"],
)
def test_names_are_left_out(text: str) -> None:
    assert "anna" not in without_names(text)


@pytest.mark.parametrize(
    "text",
    ["operands could not be broadcast together with shapes (3,4) (10,)", "'Canvas' object has no attribute 'zoom'"],
    ids=["shapes", "attribute"],
)
def test_the_rest_stays(text: str) -> None:
    assert without_names(text) == text


def test_an_error_is_logged_with_its_place_and_cause(capsys: pytest.CaptureFixture[str]) -> None:
    with errors_logged():
        assert not log_path().exists()
        log.info("nothing special")
        assert not log_path().exists()
        try:
            try:
                raise OSError(13, "Permission denied", "/home/anna/a.png")
            except OSError as error:
                raise ValueError("shapes (3,4)") from error
        except ValueError:
            log.exception("an unexpected error")
    logged = log_path().read_text(encoding="utf-8")
    assert logged.startswith("Digit Lab ")
    assert "tests/gui/start/test_log_file.py:" in logged
    assert logged.index("PermissionError") < logged.index("ValueError: shapes (3,4)")
    assert "anna" not in logged
    assert "/home/anna/a.png" in capsys.readouterr().err  # the terminal shows all, as before


def test_it_stays_small() -> None:
    with errors_logged():
        for i in range(5_000):
            log.warning("the same warning again and again, and once more for the length of the line: %s", i)
    sizes = [file.stat().st_size for file in log_path().parent.glob("digit-lab.log*")]
    assert len(sizes) == 2
    assert max(sizes) <= 100_000


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_only_the_user_can_read_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIGITLAB_DATA", str(tmp_path / "new"))
    with errors_logged():
        log.error("an error")
    assert [stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "new", log_path())] == [0o700, 0o600]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_named_pipe_is_left_alone() -> None:
    """The window would wait until another program reads it."""
    make_private_folder(log_path().parent)
    os.mkfifo(log_path())
    reader = os.open(log_path(), os.O_RDONLY | os.O_NONBLOCK)
    with errors_logged():
        log.error("an error")
        assert os.read(reader, 1_000) == b""
    os.close(reader)
    assert log_path().is_fifo()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
@pytest.mark.parametrize("target", ["other.txt", "none.txt", "digit-lab.log", "/dev/full"])
def test_a_link_is_left_alone(target: str) -> None:
    """It would be a file of another program, or a device."""
    folder = log_path().parent
    make_private_folder(folder)
    (folder / "other.txt").write_text("a text")
    log_path().symlink_to(target)
    with errors_logged():
        log.error("an error")
    assert (folder / "other.txt").read_text() == "a text"
    assert sorted(path.name for path in folder.iterdir()) == ["digit-lab.log", "other.txt"]
    assert str(log_path().readlink()) == target


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("DIGITLAB_DATA", str(tmp_path / "file"))
    with errors_logged():
        log.error("an error")
