"""The log file: errors are found in it, names of the user's files are not."""

import logging
import stat
import sys
from pathlib import Path

import pytest

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


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("DIGITLAB_DATA", str(tmp_path / "file"))
    with errors_logged():
        log.error("an error")
