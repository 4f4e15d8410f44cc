"""Faults of processes: killed, suspended, two at once, without their data."""

import contextlib
import multiprocessing
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

from engine.data.source import DataSource
from engine.drawings import DrawingStore
from engine.jobs.process import JobProcess
from engine.jobs.protocol import Job, Stop, Stored
from engine.runs import RunStore, Status
from engine.train.settings_file import Settings, save_settings
from engine.train.trainer import Trainer
from tests.faults.operations import CONFIG, DIGITS, SPEC
from tests.faults.outcome import PATIENCE, Lost, Stuck, Unexplained, output_of, sentence

ROOT = Path(__file__).resolve().parents[2]
KILLS = Path(__file__).with_name("kills")


def killed(program: str, kills: int, seed: int) -> tuple[int, str]:
    """Kill a program that stores things at so many random times; the number of faults, and the summary."""
    command = [sys.executable, str(KILLS / f"{program}.py"), "--kills", str(kills), "--seed", str(seed)]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    summary = re.search(r"^\d+ kills: (\d+) faults\..*$", found.stdout, re.MULTILINE)
    if summary is None:
        return kills, found.stdout[-300:] + found.stderr[-300:]
    lines = [line for line in found.stdout.splitlines() if re.match(r" *\d+  ", line) and not line.endswith("none")]
    return int(summary[1]), "\n  ".join([summary[0], *lines[:5]])


def training_process(rng: np.random.Generator, folder: Path) -> str:
    """The process of a training is killed or suspended at a random moment, and then stopped."""
    store = RunStore(folder / "runs")
    job = Job(SPEC, replace(CONFIG, epochs=2_000), "mnist", "a network", store=store)
    process = JobProcess()
    (child,) = (each for each in multiprocessing.active_children() if each.name == "training")
    number = (signal.SIGKILL, signal.SIGSTOP)[int(rng.integers(2))]
    stored: list[str] = []
    stopped = [time.monotonic()]

    def interfere() -> None:
        time.sleep(float(rng.uniform(0, 3)))
        with contextlib.suppress(ProcessLookupError):
            os.kill(child.pid or 0, number)
        time.sleep(float(rng.uniform(0, 0.5)))
        stopped[0] = time.monotonic()
        process.command(Stop(resumable=True))

    thread = threading.Thread(target=interfere)
    thread.start()
    try:
        for event in process.run(job, DIGITS, DIGITS):
            if isinstance(event, Stored):
                stored.append(event.run_id)
        said = ""
    except Exception as error:  # noqa: BLE001 - sentence() raises others again
        said = sentence(error)
    thread.join()
    ended = time.monotonic() - stopped[0]
    process.close()
    if ended > 6 * PATIENCE:
        raise Stuck(f"it ended {ended:.1f} s after it was stopped")
    if not said and stored:
        raise Unexplained("it was ended from outside, and nothing was said")
    _check_and_resume(RunStore(folder / "runs"), stored)
    return f"ended after {ended:.1f} s"


def _check_and_resume(store: RunStore, stored: list[str]) -> None:
    runs = store.runs()
    if store.notice or {run.id for run in runs} < set(stored):
        raise Lost(f"a run. {store.notice}")
    for run in runs:
        if run.status is not Status.INTERRUPTED:
            raise Unexplained(f"it is {run.status}, not interrupted")
        losses = store.losses(run.id)
        if len(losses) != run.iteration:
            raise Lost(f"{len(losses)} losses of {run.iteration}")
        with store.resume(run.id) as recorder:
            state = recorder.state
            trainer = Trainer.resumed(state, DIGITS, DIGITS) if state else Trainer(SPEC, run.config, DIGITS, DIGITS)
            if run.checkpoint is not None and (state is None or state.iteration != run.checkpoint):
                raise Lost("its checkpoint")
            for event in trainer.run(trainer.iteration + 4):
                recorder.record(event, trainer)


_WRITER = """
import sys
sys.path[:0] = sys.argv[3:]
import numpy as np
from engine.drawings import DrawingStore
from tests.faults.operations import strokes
store, seed = DrawingStore(sys.argv[1]), int(sys.argv[2])
rng = np.random.default_rng(seed)
mine = []
for i in range(25):
    mine.append(store.add(strokes(1000 * seed + i), i % 10, 2.0).id)
    print("kept", mine[-1], flush=True)
    if i % 5 == 4:
        store.relabel(mine[:2], i % 10)
        store.delete([mine[2]])
        store.restore([mine[2]])
        # As the window does. (One that spared nothing would take what the other program is about to restore.)
        store.purge()
"""


def two_programs(rng: np.random.Generator, folder: Path) -> None:
    """Two programs keep drawings in one folder at the same time; one of them may be killed."""
    seeds = rng.integers(1000, size=2).tolist()
    command = [sys.executable, "-c", _WRITER, str(folder / "drawings")]
    programs = [
        subprocess.Popen(
            [*command, str(seed), str(ROOT), str(ROOT / "tests" / "engine")],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for seed in seeds
    ]
    killed_one = rng.random() < 0.5
    if killed_one:
        time.sleep(float(rng.uniform(0.2, 3)))
        programs[0].kill()
    kept: list[str] = []
    for i, program in enumerate(programs):
        out, errors = output_of(program, "two programs wait for each other")
        if errors and not (killed_one and i == 0):
            raise Unexplained(errors[-300:])
        kept += [line.split()[1] for line in out.splitlines() if len(line) == 37]
    store = DrawingStore(folder / "drawings")
    missing = set(kept) - {drawing.id for drawing in store.all()}
    # The third drawing of a killed program may be deleted at that moment.
    if len(missing) > killed_one or store.notice:
        raise Lost(f"{len(missing)} of {len(kept)} drawings. {store.notice}")


def mnist_removed(rng: np.random.Generator, folder: Path) -> str:
    """The folder of MNIST is removed while a command trains on it, and comes back before it is resumed."""
    shared = os.environ.get("DIGITLAB_SHARED")
    if not shared:
        return "skipped: DIGITLAB_SHARED is not set"
    mnist, away = folder / "mnist", folder / "away"
    shutil.copytree(Path(shared) / "mnist", mnist)
    file = folder / "a.toml"
    save_settings(file, Settings(SPEC, replace(CONFIG, epochs=30, train_size=300), DataSource("mnist")))
    environment = os.environ | {"DIGITLAB_MNIST": str(mnist), "DIGITLAB_DATA": str(folder / "data")}
    command = [sys.executable, str(ROOT / "main.py"), "train", "--config", str(file), "--out", str(folder / "w.npz")]
    program = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
    time.sleep(float(rng.uniform(0, 4 * PATIENCE)))
    mnist.rename(away)
    _, errors = output_of(program, "training without MNIST")
    if "Traceback" in errors:
        raise Unexplained(errors[-400:])
    if (program.returncode == 0) != (folder / "w.npz").exists():
        raise Lost(f"status {program.returncode}, but the weights: {(folder / 'w.npz').exists()}")
    # Either MNIST, or the one file of it that was gone first.
    if program.returncode and "mnist" not in errors.lower():
        raise Unexplained(f"not what is missing: {errors[-300:]}")
    return f"status {program.returncode}"
