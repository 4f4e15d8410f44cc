"""Faults around a command: interrupted, without a home, in another locale, with closed or full streams."""

import functools
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from engine.data.source import DataSource
from engine.drawings import DrawingStore
from engine.ink.drawing_file import SavedDrawing, save_drawing
from engine.train.config import TrainConfig
from engine.train.settings_file import Settings, save_settings
from engine.weights import load_weights
from tests.faults.operations import SPEC, strokes
from tests.faults.outcome import PATIENCE, Lost, Unexplained, output_of

ROOT = Path(__file__).resolve().parents[2]
INTERRUPTED = 130


@functools.cache
def _inputs() -> Path:
    """A folder with what the commands read."""
    folder = Path(tempfile.mkdtemp(prefix="digit-lab-faults-"))
    folder.chmod(0o755)
    store = DrawingStore(folder / "drawings")
    for seed in range(10):
        store.add(strokes(seed), seed, 2.0)
    store.export(folder / "pen.npz")
    save_drawing(folder / "a.json", SavedDrawing(strokes(0), 2.0))
    settings = Settings(SPEC, TrainConfig(epochs=3, batch_size=10, train_size=200), DataSource("mnist"))
    save_settings(folder / "a.toml", settings)
    return folder


def _command(rng: np.random.Generator, out: Path, window: bool = True) -> list[str]:
    """A random one; [] opens the window."""
    here = _inputs()
    commands = [
        ["--help"],
        ["predict", str(here / "a.json")],
        ["predict", "--json", str(here / "a.json")],
        ["evaluate", "--pen", str(here / "pen.npz")],
        ["mistakes", "--pen", str(here / "pen.npz"), "--out", str(out / "m.png")],
        ["train", "--config", str(here / "a.toml"), "--out", str(out / "w.npz"), "--log", str(out / "log.txt")],
        *([[]] if window else []),
    ]
    return commands[int(rng.integers(len(commands)))]


def _environment(folder: Path, **more: str) -> dict[str, str]:
    shared = os.environ.get("DIGITLAB_SHARED")
    mnist = {"DIGITLAB_MNIST": str(Path(shared) / "mnist")} if shared else {}
    return {**os.environ, **mnist, "QT_QPA_PLATFORM": "offscreen", "DIGITLAB_DATA": str(folder / "data"), **more}


def _start(arguments: list[str], environment: dict[str, str], **options: Any) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        **({"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "errors": "replace"} | options),
        env=environment,
    )


def _finish(program: "subprocess.Popen[str]", name: str) -> tuple[int, str]:
    """The status, and what it wrote to standard error."""
    _, errors = output_of(program, name)
    if "Traceback" in (errors or ""):
        raise Unexplained(f"{name}: {errors[-300:]}")
    return program.returncode, errors or ""


def interrupted(rng: np.random.Generator, folder: Path) -> str:
    """Ctrl-C at a random moment of a command, sometimes twice."""
    arguments = _command(rng, folder)
    name = arguments[0] if arguments else "window"
    program = _start(arguments, _environment(folder))
    time.sleep(float(rng.uniform(0, 4 * PATIENCE)))
    for _ in range(int(rng.integers(1, 3))):
        program.send_signal(signal.SIGINT)
        time.sleep(float(rng.uniform(0, 0.2)))
    status, errors = _finish(program, name)
    # Before Python has a handler, the signal itself ends it.
    if status not in (0, INTERRUPTED, -signal.SIGINT):
        raise Unexplained(f"{name}: status {status}: {errors[-300:]}")
    if status and len(errors.strip().split("\r")[-1].splitlines()) > 3:
        raise Unexplained(f"{name}: more than a line: {errors[-300:]}")
    for file in folder.glob("w.npz"):
        load_weights(file)
    if list(folder.glob(".*.tmp")):
        raise Unexplained(f"{name}: temporary files are left over")
    return f"{name} {status}"


def streams(rng: np.random.Generator, folder: Path) -> str:
    """Standard output and error closed, full, or a pipe that nobody reads."""
    arguments = _command(rng, folder, window=False)
    kind = ("closed", "full", "broken")[int(rng.integers(3))]
    which = (1, 2)[int(rng.integers(2))]
    options: dict[str, Any] = {}
    if kind == "closed":
        options["preexec_fn"] = functools.partial(os.close, which)
    elif kind == "full":
        full = Path("/dev/full").open("w")  # noqa: SIM115 - the process needs it
        options["stdout" if which == 1 else "stderr"] = full
    program = _start(arguments, _environment(folder), **options)
    if kind == "broken" and (stream := program.stdout if which == 1 else program.stderr):
        stream.close()
        setattr(program, "stdout" if which == 1 else "stderr", None)
    name = f"{arguments[0]}, {'output' if which == 1 else 'errors'} {kind}"
    status, errors = _finish(program, name)
    if status < 0 or "Exception" in errors:
        raise Unexplained(f"{name}: status {status}: {errors[-300:]}")
    return f"{name} {status}"


def no_home(rng: np.random.Generator, folder: Path) -> str:
    """No HOME, and for root a user that the system does not know."""
    arguments = _command(rng, folder, window=False)
    folder.chmod(0o777)
    environment = _environment(folder)
    for name in ("HOME", "USER", "LOGNAME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "DIGITLAB_DATA"):
        environment.pop(name, None)
    unknown: Callable[[], None] | None = functools.partial(os.setuid, 54321) if os.geteuid() == 0 else None
    try:
        program = _start(arguments, environment, preexec_fn=unknown, cwd=folder)
    except PermissionError:
        # Others may not run the interpreter of this user.
        program = _start(arguments, environment, cwd=folder)
    status, errors = _finish(program, arguments[0])
    if status not in (0, 1) or (status and len(errors.strip().splitlines()) > 3):
        raise Unexplained(f"{arguments[0]}: status {status}: {errors[-300:]}")
    return f"{arguments[0]} {status}"


def c_locale(rng: np.random.Generator, folder: Path) -> str:
    """The C locale without UTF-8, in a folder whose name is no UTF-8."""
    out = Path(os.fsdecode(os.fsencode(folder) + b"/\xff\xe9"))
    out.mkdir()
    arguments = _command(rng, out, window=False)
    environment = _environment(out, LC_ALL="C", LANG="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    status, errors = _finish(_start(arguments, environment, cwd=out), arguments[0])
    if status not in (0, 1) or (status and len(errors.strip().splitlines()) > 3):
        raise Unexplained(f"{arguments[0]}: status {status}: {errors[-300:]}")
    if not status and arguments[0] == "train" and not (out / "w.npz").exists():
        raise Lost("the weights")
    return f"{arguments[0]} {status}"
