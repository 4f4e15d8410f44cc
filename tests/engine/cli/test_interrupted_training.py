"""A signal when a training is over, but its weights are not saved yet, loses nothing; a repeated one ends it."""

import errno
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import numpy as np
import pytest

import engine.cli.console
import engine.cli.saving
import engine.cli.train
import engine.jobs.job
import engine.nn.network
import engine.train.evaluator
from engine.cli.entry import run
from engine.data.dataset import Dataset
from engine.data.dataset_summary import Loaded
from engine.data.source import DataSource
from engine.nn.network_spec import NetworkSpec
from engine.paths import data_folder
from engine.runs import RunStore, Status
from engine.train.config import TrainConfig
from engine.train.settings_file import Settings, save_settings
from engine.weights import load_weights

_rng = np.random.default_rng(0)
DIGITS = Dataset(_rng.integers(0, 256, (20, 28, 28), np.uint8), (np.arange(20) % 10).astype(np.uint8), "noise")
SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
# 15 iterations, so its end is not that of an epoch.
CONFIG = TrainConfig(iterations=15, batch_size=2, evaluation_samples=5)


@pytest.fixture(params=["by settings", "by arguments"])
def command(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Trains, and saves the weights as ``out``; the two ways differ in how the training is stored and measured."""
    monkeypatch.setattr(engine.cli.train, "load_data", lambda source: Loaded(DIGITS, DIGITS))
    monkeypatch.setattr(engine.cli.train, "synthetic_sets", lambda: (DIGITS, DIGITS))
    out = ["train", "--out", str(tmp_path / "out.npz")]
    if request.param == "by arguments":
        return [*out, "--synthetic", "--hidden", "3", "--epochs", "2", "--batch", "2"]
    save_settings(tmp_path / "c.toml", Settings(NetworkSpec.mlp((3,), "relu"), CONFIG, DataSource("starter")))
    return [*out, "--config", str(tmp_path / "c.toml")]


def train(*arguments: str) -> int:
    return run(arguments, lambda *_: 0)


def params(file: Path) -> dict[str, np.ndarray]:
    return dict(load_weights(file).params)


def before(module: object, name: str, monkeypatch: pytest.MonkeyPatch, act: Callable[[], None]) -> None:
    """Do something before a function is called."""
    function = getattr(module, name)

    def acting(*arguments: object, **options: object) -> object:
        act()
        return function(*arguments, **options)

    monkeypatch.setattr(module, name, acting)


def interrupt_measuring(monkeypatch: pytest.MonkeyPatch, act: Callable[[], None]) -> None:
    before(engine.jobs.job, "accuracy_and_loss_in_time", monkeypatch, act)
    before(engine.cli.train, "scores", monkeypatch, act)


@pytest.mark.parametrize("number", SIGNALS)
def test_while_the_trained_network_is_measured(
    command: list[str], number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The measuring of a large network takes long: it ends at once, and the training is kept."""
    with monkeypatch.context() as patch:
        interrupt_measuring(patch, lambda: signal.raise_signal(number))
        assert train(*command) == 128 + number
    assert "Stopped: the same command with --resume resumes it" in capsys.readouterr().err.splitlines()[-1]
    assert not (tmp_path / "out.npz").exists()
    assert all(run.resumable for run in RunStore(data_folder() / "runs").runs())
    # Nothing is left to be trained.
    with monkeypatch.context() as patch:
        patch.setattr(engine.nn.network.Network, "gradient_step", None)
        assert train(*command, "--resume") == 0
    resumed = params(tmp_path / "out.npz")
    (tmp_path / "out.npz").unlink()
    assert train(*command) == 0
    for name, array in params(tmp_path / "out.npz").items():
        np.testing.assert_array_equal(array, resumed[name])
    assert not list(tmp_path.glob("*checkpoint*"))


def test_in_the_last_evaluation(command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is left of the measuring may take long."""
    evaluations: list[int] = []

    def interrupt_the_last() -> None:
        evaluations.append(1)
        if len(evaluations) == last:
            signal.raise_signal(signal.SIGINT)

    last = 0
    with monkeypatch.context() as patch:
        before(engine.train.evaluator, "accuracy_and_loss", patch, interrupt_the_last)
        assert train(*command) == 0
    last, evaluations = len(evaluations), []
    (tmp_path / "out.npz").unlink()
    with monkeypatch.context() as patch:
        before(engine.train.evaluator, "accuracy_and_loss", patch, interrupt_the_last)
        patch.setattr(engine.cli.train, "scores", None)
        status = train(*command)
    out = tmp_path / "out.npz"
    assert status == (0 if out.exists() else 130)
    assert out.exists() or train(*command, "--resume") == 0
    assert "stopped_after_iterations" not in load_weights(out).training


@pytest.mark.parametrize("number", SIGNALS)
def test_while_the_weights_are_saved(
    command: list[str], number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It takes well under a second, so the training ends as if there had been no signal."""
    with monkeypatch.context() as patch:
        interrupted = []

        def interrupt() -> None:
            if not interrupted:
                interrupted.append(True)
                signal.raise_signal(number)

        before(engine.cli.saving, "save_weights", patch, lambda: before(os, "fsync", patch, interrupt))
        assert train(*command) == 0
    assert interrupted
    assert load_weights(tmp_path / "out.npz").scores
    assert "out.npz" in capsys.readouterr().out
    assert not list(tmp_path.glob("*checkpoint*"))
    assert all(run.status is Status.FINISHED for run in RunStore(data_folder() / "runs").runs())


@pytest.mark.usefixtures("unsynced")
def test_once_the_training_is_over(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A signal at any call of the command from then on: it would come too late for --resume."""
    files = [engine.cli.train.__file__, engine.cli.console.__file__, engine.cli.saving.__file__]
    calls, signalled = 0, 0

    def watch(frame: FrameType, event: str, _: object) -> None:
        nonlocal calls
        if event == "call" and frame.f_code.co_filename in files:
            calls += 1
            if calls == signalled:
                signal.raise_signal(signal.SIGINT)

    before(engine.jobs.job, "Trained", monkeypatch, lambda: sys.setprofile(watch))
    last, out = 1, tmp_path / "out.npz"
    while signalled <= last:
        calls = 0
        try:
            assert train(*command) == 0
        finally:
            sys.setprofile(None)
        last = last if signalled else calls
        signalled += 1
        assert load_weights(out).scores
        assert "out.npz" in capsys.readouterr().out
        out.unlink()
    assert last > 5


@pytest.fixture
def wait(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Lets some seconds pass."""
    now, passed = time.monotonic, [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now() + sum(passed))
    return passed.append


@pytest.mark.parametrize("second", SIGNALS)
def test_a_repeated_signal_ends_a_training_at_once(
    command: list[str], second: int, wait: Callable[[float], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An evaluation of a large network takes long."""
    went_on = []

    def interrupt() -> None:
        signal.raise_signal(signal.SIGTERM)
        wait(1.5)
        signal.raise_signal(second)
        went_on.append(True)

    before(engine.train.evaluator, "accuracy_and_loss", monkeypatch, interrupt)
    assert train(*command) == 128 + second
    assert not went_on


@pytest.mark.parametrize("measuring", [False, True])
def test_what_could_not_be_stored_is_not_said_to_be_resumed(
    command: list[str],
    measuring: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The disk is full when a signal stops the training."""
    lines = []

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def interrupt() -> None:
        monkeypatch.setattr(os, "fsync", full)
        signal.raise_signal(signal.SIGTERM)

    def interrupt_the_second(self: object, text: str, file: object = None) -> None:
        lines.append(text)
        if len(lines) == 2:
            interrupt()

    if measuring:
        interrupt_measuring(monkeypatch, interrupt)
    else:
        monkeypatch.setattr("tqdm.tqdm.write", interrupt_the_second)
    assert train(*command) == 128 + signal.SIGTERM
    # The run has the checkpoint of its first epoch.
    resumable = [run for run in RunStore(data_folder() / "runs").runs() if run.resumable]
    line = capsys.readouterr().err.splitlines()[-1]
    assert ("--resume" in line) == bool(resumable)
    # While it is measured, the database can still be written, and the run is said to be stored.
    assert "No space left on device" in line or (measuring and resumable)
    assert not list(tmp_path.glob("out*"))
