"""Closed, full and broken streams: the command ends with the right status, and without a traceback."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from engine.cli.streams import usable_streams

ROOT = Path(__file__).resolve().parents[3]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell closes the streams")


@pytest.fixture
def image(tmp_path: Path) -> Path:
    path = tmp_path / "a.png"
    Image.new("L", (30, 30)).save(path)
    return path


def shell(ending: str, *arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    """Run the program with the streams that ``ending`` says."""
    command = ["sh", "-c", f'exec "$0" main.py "$@" {ending}', sys.executable, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)


@POSIX
@pytest.mark.parametrize("ending", [">&-", "2>&-", "<&- >&- 2>&-", "2>/dev/full"])
def test_a_prediction_ends_well_where_streams_are_closed(ending: str, image: Path) -> None:
    done = shell(ending, "predict", image)
    assert (done.returncode, done.stderr) == (0, "")


@POSIX
@pytest.mark.parametrize(
    "command",
    [["--help"], ["--version"], ["--verbose", "--version"], ["train", "--help"], ["predict", "missing.png"]],
    ids=" ".join,
)
def test_a_full_disk_hides_no_error_and_shows_no_traceback(command: list[str]) -> None:
    done = shell(">/dev/full", *command)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert ("missing.png" if "predict" in command else "No space left") in done.stderr


@pytest.mark.parametrize("variable", ["PYTHONSAFEPATH", "TQDM_NCOLS"])
def test_variables_of_python_and_libraries_are_no_traceback(variable: str) -> None:
    command = [sys.executable, "main.py", "evaluate", "--data", "missing.csv"]
    options = {"env": os.environ | {variable: "x"}, "capture_output": True, "text": True, "timeout": 60}
    done = subprocess.run(command, cwd=ROOT, check=False, **options)  # type: ignore[call-overload]
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "missing.csv" in done.stderr


def test_the_usual_variable_hides_progress_bars() -> None:
    program = "import engine.cli, tqdm; print(tqdm.tqdm(()).disable)"
    for value in ("1", "yes"):
        environment = os.environ | {"TQDM_DISABLE": value, "TQDM_NCOLS": "x"}
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
        )
        assert (done.stdout, done.stderr) == ("True\n", "")


@POSIX
@pytest.mark.parametrize("command", [["--version"], ["--verbose", "--version"], ["--help"]], ids=" ".join)
def test_a_reader_that_has_ended_is_no_traceback(command: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    started = [sys.executable, "main.py", *command]
    done = subprocess.run(started, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, "")


def test_without_streams_messages_go_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in pythonw."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    with usable_streams():
        sys.stdout.write("result")
        sys.stderr.write("message")
        sys.stderr.flush()
        assert sys.stderr.isatty() is False
    assert sys.stdout is None
    assert sys.stderr is None


@POSIX
def test_messages_that_nobody_reads_stop_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with io.TextIOWrapper(io.FileIO(writing, "w"), line_buffering=True) as broken:
        monkeypatch.setattr(sys, "stderr", broken)
        with usable_streams():
            for _ in range(3):
                sys.stderr.write("epoch 1\n")
                sys.stderr.flush()
