"""The command ``train --config``: its run is in the list of runs that the window shows."""

import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from engine.cli.entry import run
from engine.data.source import DataSource
from engine.nn.network_spec import NetworkSpec
from engine.paths import data_folder
from engine.runs import RunStore
from engine.train.config import TrainConfig
from engine.train.settings_file import Settings, save_settings

pytestmark = pytest.mark.usefixtures("unsynced")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with images and settings that name them by a relative path."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("engine.cli.loading.report_check", lambda *_: None)
    Path("data").mkdir()
    images = np.random.default_rng(0).integers(0, 256, (30, 28, 28), np.uint8)
    np.savez(Path("data/own.npz"), x_train=images, y_train=np.arange(30) % 10)
    save(DataSource("file", "data/own.npz"))
    return tmp_path


def save(data: DataSource) -> None:
    save_settings("c.toml", Settings(NetworkSpec.mlp((3,), "relu"), TrainConfig(epochs=1, batch_size=10), data))


def train(*options: str) -> int:
    return run(["train", "--config", "c.toml", "--as-is", *options], lambda *_: 0)


def database() -> Path:
    return data_folder() / "runs" / "runs.db"


def source() -> str:
    (stored,) = RunStore(data_folder() / "runs").runs()
    return stored.data.source


def interrupt() -> None:
    """Start a training that is interrupted at its first evaluation."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tqdm.tqdm.write", lambda *_, **__: signal.raise_signal(signal.SIGINT))
        assert train() == 130


def zeroed() -> None:
    database().write_bytes(bytes(database().stat().st_size))


def removed() -> None:
    database().unlink()


def unreadable() -> None:
    for facts in data_folder().glob("runs/*/run.json"):
        facts.write_text("{}", encoding="utf-8")
    removed()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (zeroed, "The list of your runs was damaged: 1 run was found again, and the old list is “runs (damaged"),
        (removed, "1 run was found again that the list of your runs did not know."),
        (unreadable, "1 run is not shown: damaged"),
    ],
)
def test_what_became_of_a_damaged_list_of_runs_is_said(
    damage: Callable[[], None], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The next opening does not say it."""
    assert train() == 0
    damage()
    assert said not in capsys.readouterr().err
    assert train("--resume") == 1
    notice, error = capsys.readouterr().err.splitlines()
    assert notice.startswith(f"digit-lab: {said}")
    assert error.startswith("digit-lab: No run with these settings can be resumed")


@pytest.mark.parametrize("transform", ["", "invert"])
def test_a_run_says_where_its_images_are_whatever_the_current_folder_is(folder: Path, transform: str) -> None:
    """A relative path is one from the current folder. What a link leads to may change."""
    Path("link").symlink_to("data")
    save(DataSource("file", "./link/own.npz", transform))
    assert run(["train", "--config", "c.toml"], lambda *_: 0) == 0
    assert source() == str(DataSource("file", str(folder / "link" / "own.npz"), transform))


def test_so_does_one_that_was_trained_on_mnist_in_a_named_folder(folder: Path) -> None:
    save(DataSource("mnist"))
    assert train("--mnist", "data") == 0
    assert source() == f"mnist+as-is:{folder / 'data'}"


@pytest.mark.parametrize("earlier", [False, True], ids=["absolute", "relative"])
def test_a_run_of_a_relative_path_is_resumed(folder: Path, monkeypatch: pytest.MonkeyPatch, earlier: bool) -> None:
    """Also one of an earlier version, which stored the path as it was given; and not that of other data."""
    shutil.copy("data/own.npz", "data/other.npz")
    with monkeypatch.context() as patch:
        if earlier:
            patch.setattr(DataSource, "absolute", lambda source: source)
        interrupt()
    stored = source()
    assert stored == ("file+as-is:data/own.npz" if earlier else f"file+as-is:{folder / 'data' / 'own.npz'}")
    save(DataSource("file", "data/other.npz"))
    assert train("--resume") == 1
    save(DataSource("file", "data/own.npz"))
    assert train("--resume") == 0
    assert source() == stored
