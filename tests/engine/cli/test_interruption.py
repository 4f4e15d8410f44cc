"""Ctrl-C and other signals at any moment: one line or none, and the status 130, or that of the signal."""

import signal
import subprocess
import sys
import time
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.cli.entry import run
from engine.cli.interruption import Interruption

ROOT = Path(__file__).resolve().parents[3]
SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


def press(number: int = signal.SIGINT) -> None:
    signal.raise_signal(number)


def ended(monkeypatch: pytest.MonkeyPatch, command: Callable[[object], None]) -> int:
    """The status of a command that does this."""
    monkeypatch.setattr("engine.cli.predict.predict", command)
    return run(["predict", "a.png"], lambda *_: 0)


@pytest.fixture
def exits(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The statuses that the process was ended with at once."""
    found: list[int] = []

    def leave(status: int) -> None:
        found.append(status)
        raise SystemExit(status)

    monkeypatch.setattr("os._exit", leave)
    return found


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_is_silent(
    number: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """What is being done is cleaned up, such as a temporary file."""
    before = signal.getsignal(number)

    def writing(_: object) -> None:
        try:
            (tmp_path / "temporary").touch()
            press(number)
        finally:
            (tmp_path / "temporary").unlink()

    assert ended(monkeypatch, writing) == 128 + number
    assert capsys.readouterr() == ("", "")
    assert signal.getsignal(number) is before
    assert not list(tmp_path.iterdir())


def test_what_a_library_makes_of_ctrl_c_is_silent_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def importing(_: object) -> None:
        try:
            press()
        except KeyboardInterrupt as error:
            raise ImportError("the module failed to import") from error

    assert ended(monkeypatch, importing) == 130
    assert capsys.readouterr() == ("", "")


def test_a_second_ctrl_c_ends_the_process_at_once(monkeypatch: pytest.MonkeyPatch, exits: list[int]) -> None:
    def slow_to_clean_up(_: object) -> None:
        try:
            press()
        finally:
            press()

    with pytest.raises(SystemExit):
        ended(monkeypatch, slow_to_clean_up)
    assert exits == [130]


@pytest.mark.parametrize("first", SIGNALS)
@pytest.mark.parametrize("second", SIGNALS[1:])
def test_several_signals_of_the_system_are_one(
    first: int, second: int, monkeypatch: pytest.MonkeyPatch, exits: list[int]
) -> None:
    """As where a terminal is closed: its shell and the system send SIGHUP."""
    cleaned_up = []

    def slow_to_clean_up(_: object) -> None:
        try:
            press(first)
        finally:
            press(second)
            cleaned_up.append(True)

    assert ended(monkeypatch, slow_to_clean_up) == 128 + first
    assert (exits, cleaned_up) == ([], [True])


@pytest.mark.parametrize("first", SIGNALS)
@pytest.mark.parametrize("second", SIGNALS)
def test_a_repeated_signal_ends_the_process_at_once(
    first: int, second: int, monkeypatch: pytest.MonkeyPatch, exits: list[int]
) -> None:
    """``kill`` after ``kill``: what comes later is not of the same closed terminal."""

    def slow_to_clean_up(_: object) -> None:
        try:
            press(first)
        finally:
            later = time.monotonic() + 1.5
            monkeypatch.setattr(time, "monotonic", lambda: later)
            press(second)

    with pytest.raises(SystemExit):
        ended(monkeypatch, slow_to_clean_up)
    assert exits == [128 + first]


def test_ctrl_c_where_python_could_only_print_it_ends_the_process(
    exits: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Thing:
        pass

    shown: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda unraisable: shown.append(unraisable.exc_type))
    with Interruption().handled():
        thing = Thing()
        watched = weakref.ref(thing, lambda _: press())
        del thing
    assert watched() is None
    assert exits == [130]


STARTED = """
import importlib.abc, runpy, signal, sys

class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == interrupted:
            signal.raise_signal(signal.SIGINT)

interrupted = sys.argv.pop(1)
sys.meta_path.insert(0, Finder())
runpy.run_path("main.py", run_name="__main__")
"""


@pytest.mark.parametrize("module", ["engine.cli.entry", "numpy._core", "engine.recognizer"])
def test_ctrl_c_while_the_program_starts(module: str) -> None:
    """In the import of a module."""
    command = [sys.executable, "-c", STARTED, module, "predict", "missing.png"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.parametrize("number", SIGNALS)
def test_a_program_that_was_started_to_ignore_a_signal_goes_on(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A shell without job control starts programs in the background with SIGINT ignored, and nohup does with SIGHUP."""
    before = signal.signal(number, signal.SIG_IGN)
    try:
        assert ended(monkeypatch, lambda _: press(number)) == 0
    finally:
        signal.signal(number, before)
