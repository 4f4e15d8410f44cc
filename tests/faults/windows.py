"""Faults while a real window is used, which runs in a process of its own."""

import contextlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from engine.drawings import DrawingStore
from engine.runs import RunStore, Status
from engine.weights import load_weights
from tests.faults.outcome import PATIENCE, Lost, Stuck, Unexplained

_PROGRAM = Path(__file__).with_name("window_program.py")
_SECONDS = 6.0
# To start, and to close: a process that does not answer is killed after 3 s.
_MOST_SECONDS = 60.0 * PATIENCE
MAX_GAP_SECONDS = 1.0 * PATIENCE


class _Window:
    """A window that stores in ``folder``."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.log = folder.with_name(f"window {seed}.txt")
        environment = os.environ | {"DIGITLAB_DATA": str(folder), "QT_QPA_PLATFORM": "offscreen"}
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, str(_PROGRAM), str(_SECONDS), str(seed)],
                stdout=log,
                stderr=subprocess.STDOUT,
                env=environment,
            )
        self._deadline = time.monotonic() + _MOST_SECONDS

    def lines(self, first: str) -> list[str]:
        """What it has said that begins so."""
        found = self.log.read_text(errors="replace").splitlines()
        return [line.partition(" ")[2] for line in found if line.partition(" ")[0] == first]

    def wait_until_ready(self) -> None:
        while not self.lines("ready"):
            if time.monotonic() > self._deadline or self.process.poll() is not None:
                self.end()
                raise Unexplained(f"it did not start: {self.log.read_text(errors='replace')[-300:]}")
            time.sleep(0.05)
        self._deadline = time.monotonic() + _SECONDS + _MOST_SECONDS

    def children(self) -> list[int]:
        """The processes that it has started, to train and to make digits."""
        found: list[int] = []
        for task in Path(f"/proc/{self.process.pid}/task").glob("*/children"):
            with contextlib.suppress(OSError):
                found += map(int, task.read_text().split())
        # Not the one of Python's own that cleans up.
        return [each for each in found if b"spawn_main" in _command(each)]

    def wait(self) -> str:
        """Until it has closed by itself; a note about it.

        Raises:
            Stuck, Unexplained: see there.
        """
        try:
            self.process.wait(max(self._deadline - time.monotonic(), 1))
        except subprocess.TimeoutExpired:
            raise Stuck("the window did not close") from None
        finally:
            self.end()
        text = self.log.read_text(errors="replace")
        if "Traceback" in text or self.lines("fault"):
            raise Unexplained(text[-400:])
        if not self.lines("closed"):
            raise Unexplained(f"it ended with {self.process.returncode}: {text[-200:]}")
        for file in self.lines("saved"):
            load_weights(file)
        begun, ended = self.lines("trainings")[0].split()
        if begun != ended:
            raise Stuck(f"{begun} trainings were started, {ended} have ended")
        gap = float(self.lines("gap")[0])
        if gap > MAX_GAP_SECONDS:
            raise Stuck(f"the window did not answer for {gap:.2f} s")
        return f"gap {1000 * gap:.0f} ms"

    def end(self) -> None:
        """End it and what it has started."""
        for process in (*self.children(), self.process.pid) if self.process.poll() is None else ():
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self.process.wait()


def _command(process: int) -> bytes:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{process}/cmdline").read_bytes()
    return b""


@contextlib.contextmanager
def _shown(rng: np.random.Generator, folder: Path, count: int = 1) -> Iterator[list[_Window]]:
    data = folder / "data"
    data.mkdir()
    windows = [_Window(data, int(rng.integers(1_000_000))) for _ in range(count)]
    try:
        for window in windows:
            window.wait_until_ready()
        yield windows
    finally:
        for window in windows:
            window.end()


def _check(folder: Path, windows: list[_Window]) -> None:
    """All drawings that were kept are there, and no run counts as running."""
    kept = {each for window in windows for each in window.lines("kept")}
    store = DrawingStore(folder / "data" / "drawings")
    missing = kept - {drawing.id for drawing in store.all()}
    if missing or store.notice:
        raise Lost(f"{len(missing)} of {len(kept)} drawings. {store.notice}")
    runs = RunStore(folder / "data" / "runs")
    if runs.notice:
        raise Lost(runs.notice)
    for run in runs.runs():
        if run.status is Status.RUNNING:
            raise Unexplained(f"{run.name} counts as running")
        for checkpoint in runs.checkpoints(run.id):
            runs.weights(run.id, checkpoint.iteration)


def _pause(rng: np.random.Generator, most: float = 4.0) -> None:
    time.sleep(float(rng.uniform(0, most)))


def _signalled(rng: np.random.Generator, folder: Path, number: int) -> str:
    with _shown(rng, folder) as windows:
        for _ in range(int(rng.integers(1, 3))):
            _pause(rng, 3.0)
            for child in windows[0].children():
                with contextlib.suppress(ProcessLookupError):
                    os.kill(child, number)
        note = windows[0].wait()
    _check(folder, windows)
    return note


def training_killed(rng: np.random.Generator, folder: Path) -> str:
    """The process that trains is killed at a random moment, once or twice."""
    return _signalled(rng, folder, signal.SIGKILL)


def training_stopped(rng: np.random.Generator, folder: Path) -> str:
    """The process that trains is suspended at a random moment, and never goes on."""
    return _signalled(rng, folder, signal.SIGSTOP)


def lists_locked(rng: np.random.Generator, folder: Path) -> str:
    """Another program holds the databases for some seconds."""
    with _shown(rng, folder) as windows:
        _pause(rng)
        databases = list((folder / "data").glob("*/*.db"))
        with contextlib.ExitStack() as stack:
            for file in databases:
                other = stack.enter_context(contextlib.closing(sqlite3.connect(file, timeout=10, isolation_level=None)))
                other.execute("BEGIN IMMEDIATE")
            _pause(rng)
        note = windows[0].wait()
    _check(folder, windows)
    return note


def folder_away(rng: np.random.Generator, folder: Path) -> str:
    """The folder of the data is taken away, and comes back a little later."""
    with _shown(rng, folder) as windows:
        _pause(rng)
        data, away = folder / "data", folder / "away"
        kept = windows[0].lines("kept")
        data.rename(away)
        _pause(rng, 2.0)
        if data.exists():
            # What was stored meanwhile went into a new folder.
            shutil.move(data, folder / "new")
        away.rename(data)
        note = windows[0].wait()
    missing = set(kept) - {drawing.id for drawing in DrawingStore(data / "drawings").all()}
    if missing:
        raise Lost(f"{len(missing)} drawings")
    return note


def two_windows(rng: np.random.Generator, folder: Path) -> str:
    """Two windows on one folder; sometimes one of them is killed."""
    with _shown(rng, folder, 2) as windows:
        killed = rng.random() < 0.4
        if killed:
            _pause(rng)
            windows[0].end()
        notes = [window.wait() for window in windows[killed:]]
    _check(folder, windows)
    return notes[-1]
