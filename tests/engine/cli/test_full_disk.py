"""The disk is full at the n-th write of a training on the command line: nothing that was trained is lost."""

import errno
import os
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

import engine.cli.train
from engine.cli.entry import run
from engine.data.dataset import Dataset
from engine.data.dataset_summary import Loaded
from engine.data.source import DataSource
from engine.nn.network_spec import NetworkSpec
from engine.paths import data_folder
from engine.runs import RunRecorder, RunStore, Status
from engine.train.config import TrainConfig
from engine.train.settings_file import Settings, save_settings
from engine.weights import load_weights

_rng = np.random.default_rng(0)
DIGITS = Dataset(_rng.integers(0, 256, (20, 28, 28), np.uint8), (np.arange(20) % 10).astype(np.uint8), "noise")
FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(engine.cli.train, "load_data", lambda source: Loaded(DIGITS, DIGITS))
    file = tmp_path / "c.toml"
    config = TrainConfig(epochs=2, batch_size=10)
    save_settings(file, Settings(NetworkSpec.mlp((3,), "relu"), config, DataSource("starter")))
    return file


def train(*arguments: object) -> int:
    return run(["train", *map(str, arguments)], lambda *_: 0)


def the_run() -> tuple[Status, bool]:
    (stored,) = RunStore(data_folder() / "runs").runs()
    return stored.status, stored.resumable


def full_from(n: int, elsewhere: Path | None = None) -> Callable[[int], None]:
    """An ``os.fsync`` that fails from the n-th time on, except for files in ``elsewhere``."""
    sync, calls = os.fsync, 0

    def fsync(descriptor: int) -> None:
        nonlocal calls
        path = Path(f"/proc/self/fd/{descriptor}").readlink()
        if elsewhere is None or not path.is_relative_to(elsewhere):
            calls += 1
            if calls >= n:
                raise FULL
        sync(descriptor)

    return fsync


@pytest.mark.parametrize("n", range(1, 6))
def test_a_log_that_cannot_be_written(
    settings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], n: int
) -> None:
    """Its lines: the start, three evaluations, the result."""
    opened, calls = Path.open, 0

    def open_(path: Path, *args: object, **options: object) -> object:
        nonlocal calls
        if path.suffix == ".log":
            calls += 1
            if calls >= n:
                raise FULL
        return opened(path, *args, **options)  # type: ignore[call-overload]

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", open_)
        assert train("--config", settings, "--log", tmp_path / "x.log") == 1
    assert "cannot be written: No space left on device." in capsys.readouterr().err
    if n == 1:  # before the first mini-batch
        assert RunStore(data_folder() / "runs").runs() == []
        return
    assert the_run() == ((Status.FINISHED, False) if n == 5 else (Status.INTERRUPTED, True))
    if n < 5:
        assert train("--config", settings, "--resume") == 0
        assert the_run() == (Status.FINISHED, False)


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="only Linux names the file of a descriptor")
@pytest.mark.parametrize("n", range(1, 10))
def test_a_full_disk_below_the_runs(
    settings: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], n: int, tmp_path: Path
) -> None:
    """It ends with an interrupted run, or with the weights in another folder; --resume trains the rest."""
    monkeypatch.chdir(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full_from(n, tmp_path))
        assert train("--config", settings) == 1
    error = capsys.readouterr().err.splitlines()[-1]
    assert "No space left on device" in error
    store = RunStore(data_folder() / "runs")
    saved = re.search(r"The weights are in “(.*?)”", error)
    if saved is not None:
        assert load_weights(saved[1]).training["epochs"] == 2
    for stored in store.runs():
        assert stored.status is Status.INTERRUPTED
        assert stored.resumable
        assert "--resume" in error
        assert train("--config", settings, "--resume") == 0
        assert the_run() == (Status.FINISHED, False)
    assert store.runs() or n <= 2


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="only Linux names the file of a descriptor")
@pytest.mark.parametrize("checkpoint_seconds", [0.0, 10.0], ids=["with-checkpoint", "without"])
@pytest.mark.parametrize("elsewhere", [True, False])
def test_what_became_of_the_weights_is_said_whatever_else_could_not_be_saved(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    checkpoint_seconds: float,
    elsewhere: bool,
) -> None:
    """The disk is full before the last checkpoint, or when the weights are saved; or all disks are."""
    monkeypatch.setattr(engine.cli.train, "synthetic_sets", lambda: (DIGITS, DIGITS))
    monkeypatch.setattr("engine.cli.saving._CHECKPOINT_SECONDS", checkpoint_seconds)
    monkeypatch.setattr(os, "fsync", full_from(1, data_folder() if elsewhere else None))
    assert train("--synthetic", "--hidden", "3", "--epochs", "1", "--out", tmp_path / "mine.npz") == 1
    error = capsys.readouterr().err.splitlines()[-1]
    assert error.startswith("digit-lab: mine.npz cannot be saved: ")
    if elsewhere:
        assert error.endswith(f"They were saved as “{data_folder() / 'weights' / 'mine.npz'}” instead.")
    else:
        assert " mine.npz.checkpoint.safetensors cannot be saved: " in error
    assert "--resume" not in error


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="only Linux names the file of a descriptor")
def test_an_earlier_checkpoint_is_named_where_neither_the_weights_nor_another_one_can_be_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(engine.cli.train, "synthetic_sets", lambda: (DIGITS, DIGITS))
    monkeypatch.setattr("engine.cli.saving._CHECKPOINT_SECONDS", 0.0)
    command = ("--synthetic", "--hidden", "3", "--epochs", "2", "--out", tmp_path / "mine.npz")
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full_from(2))
        assert train(*command) == 1
    error = capsys.readouterr().err.splitlines()[-1]
    assert "mine.npz cannot be saved: " in error
    assert error.endswith("The same command with --resume resumes the training.")
    assert train(*command, "--resume") == 0


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="only Linux names the file of a descriptor")
@pytest.mark.parametrize("by_settings", [True, False])
def test_a_full_disk_below_the_weights(
    settings: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    by_settings: bool,
) -> None:
    """They are saved in the data folder instead, and the sentence says so."""
    monkeypatch.setattr(engine.cli.train, "synthetic_sets", lambda: (DIGITS, DIGITS))
    out = tmp_path / "full" / "mine.npz"
    out.parent.mkdir()
    what = ("--config", settings) if by_settings else ("--synthetic", "--hidden", "3", "--epochs", "1")
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full_from(1, data_folder()))
        assert train(*what, "--out", out) == 1
    saved = data_folder() / "weights" / "mine.npz"
    error = capsys.readouterr().err.splitlines()[-1]
    assert error.endswith(f"They were saved as “{saved}” instead.")
    assert "epochs" in load_weights(saved).training
    assert list(out.parent.iterdir()) == []


@pytest.fixture
def unreadable_runs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The folder of the runs is replaced while the trained network is stored."""
    finish, runs = RunRecorder.finish, data_folder() / "runs"

    def finishing(*arguments: object) -> object:
        runs.rename(tmp_path / f"removed {len(list(tmp_path.iterdir()))}")
        runs.touch()
        return finish(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(RunRecorder, "finish", finishing)


@pytest.mark.usefixtures("unreadable_runs")
@pytest.mark.parametrize("out", [True, False])
def test_runs_that_can_no_longer_be_read_hide_no_sentence(
    settings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], out: bool
) -> None:
    """The weights are saved elsewhere."""
    named = ("--out", tmp_path / "mine.npz") if out else ()
    assert train("--config", settings, *named) == 1
    saved = re.search(r"The weights are in “(.*?)”", capsys.readouterr().err)
    assert saved is not None
    assert load_weights(saved[1]).training["epochs"] == 2


@pytest.mark.usefixtures("unsynced", "unreadable_runs")
def test_weights_of_many_layers_are_saved_elsewhere(settings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The sizes of all layers would be longer than a file's name may be."""
    spec = NetworkSpec.mlp((10,) * 98, "relu")
    save_settings(settings, Settings(spec, TrainConfig(epochs=1, batch_size=20), DataSource("starter")))
    for number in ("", "-2"):
        assert train("--config", settings) == 1
        saved = re.search(r"The weights are in “(.*?)”", capsys.readouterr().err)
        assert saved is not None
        assert load_weights(saved[1]).spec == spec
        assert Path(saved[1]).parent == data_folder() / "weights"
        assert re.fullmatch(rf"784(-10)+{number}\.safetensors", Path(saved[1]).name)
        (data_folder() / "runs").unlink()


@pytest.mark.usefixtures("unsynced", "unreadable_runs")
@pytest.mark.parametrize("out", [True, False])
def test_where_neither_the_run_nor_its_weights_can_be_stored_both_reasons_are_said(
    settings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], out: bool
) -> None:
    finish = RunRecorder.finish

    def full(*arguments: object) -> None:
        raise FULL

    def finishing(*arguments: object) -> object:
        monkeypatch.setattr(os, "fsync", full)
        return finish(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(RunRecorder, "finish", finishing)
    assert train("--config", settings, *(("--out", tmp_path / "mine.npz") if out else ())) == 1
    error = capsys.readouterr().err.splitlines()[-1]
    before, _, after = error.partition("mine.npz cannot be saved" if out else "The weights cannot be saved")
    assert "Not a directory" in before
    assert "No space left on device" in after


@pytest.mark.usefixtures("unsynced")
def test_a_full_disk_below_the_log_when_the_network_has_not_learned(
    settings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The line that says so comes before the weights are saved."""
    config = TrainConfig(epochs=60, batch_size=10, lr=1e-7)
    save_settings(settings, Settings(NetworkSpec.mlp((3,), "relu"), config, DataSource("starter")))
    finish, opened, out, finished = RunRecorder.finish, Path.open, tmp_path / "mine.npz", []

    def finishing(*arguments: object) -> object:
        finished.append(True)
        return finish(*arguments)  # type: ignore[arg-type]

    def open_(path: Path, *args: object, **options: object) -> object:
        if finished and path.suffix == ".log":
            raise FULL
        return opened(path, *args, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(RunRecorder, "finish", finishing)
    monkeypatch.setattr(Path, "open", open_)
    assert train("--config", settings, "--out", out, "--log", tmp_path / "x.log") == 1
    error = capsys.readouterr().err
    assert "warning: " in error
    assert "cannot be written: No space left on device." in error
    assert "epochs" in load_weights(out).training
