"""``train --config`` trains with a settings file that the window saved, and stores the run."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import engine.data.source
from engine.data.dataset import Dataset
from engine.data.source import DataSource
from engine.errors import RunError
from engine.nn.network_spec import NetworkSpec
from engine.paths import data_folder
from engine.runs import RunStore, Status
from engine.train.settings_file import Settings, save_settings
from engine.train.trainer import TrainConfig
from engine.weights import load_weights
from main import main

SETTINGS = Settings(NetworkSpec.mlp((8,)), TrainConfig(epochs=3, batch_size=20), DataSource("starter"))


def bars(n: int, seed: int) -> Dataset:
    rng = np.random.default_rng(seed)
    labels = rng.integers(0, 10, n).astype(np.uint8)
    images = rng.integers(0, 40, (n, 28, 28)).astype(np.uint8)
    for image, label in zip(images, labels, strict=True):
        image[2 * label : 2 * label + 6] = 220
    return Dataset(images, labels, "bars")


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DIGITLAB_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(engine.data.source, "synthetic_sets", lambda progress=None: (bars(200, 0), bars(50, 1)))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    save_settings(path, SETTINGS)
    return path


def runs() -> RunStore:
    return RunStore(data_folder() / "runs")


def test_it_trains_with_the_settings_and_stores_the_run(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "mine.safetensors"
    assert main(["train", "--config", str(file), "--out", str(out), "--log", str(tmp_path / "log")]) == 0
    (run,) = runs().runs()
    assert (run.spec, run.config, run.data.source) == (SETTINGS.spec, SETTINGS.config, "starter")
    assert (run.status, run.iteration) == (Status.FINISHED, 30)
    assert len(runs().losses(run.id)) == 30
    for name, array in runs().weights(run.id).params.items():
        np.testing.assert_array_equal(array, load_weights(out).params[name])
    assert run.scores == load_weights(out).scores
    assert capsys.readouterr().out.startswith(f"{out}, bars accuracy ")
    assert "epoch   3.00" in (tmp_path / "log").read_text()
    assert main(["train", "--config", str(file)]) == 0  # without --out, too
    assert len(runs().runs()) == 2


def test_an_interrupted_and_resumed_run_has_the_same_bits(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import signal

    assert main(["train", "--config", str(file)]) == 0
    (whole,) = runs().runs()
    lines: list[str] = []

    def interrupt_once(self: object, text: str, file: object = None) -> None:
        lines.append(text)
        if len(lines) == 2:
            signal.raise_signal(signal.SIGINT)

    with monkeypatch.context() as patch:
        patch.setattr("tqdm.tqdm.write", interrupt_once)
        assert main(["train", "--config", str(file)]) == 130
    assert "--resume resumes it, and so does the window" in capsys.readouterr().err
    paused = next(run for run in runs().runs() if run.id != whole.id)
    assert paused.status is Status.PAUSED
    assert main(["train", "--config", str(file), "--resume"]) == 0
    assert len(runs().runs()) == 2
    assert runs().run(paused.id).status is Status.FINISHED
    assert runs().losses(paused.id).tobytes() == runs().losses(whole.id).tobytes()
    for name, array in runs().weights(whole.id).params.items():
        assert array.tobytes() == runs().weights(paused.id).params[name].tobytes()
    assert main(["train", "--config", str(file), "--resume"]) == 1
    assert "No run with these settings can be resumed" in capsys.readouterr().err


def test_a_run_that_cannot_be_stored_ends_the_command(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise RunError("The runs cannot be written: the disk is full.")

    monkeypatch.setattr(RunStore, "start", full)
    assert main(["train", "--config", str(file)]) == 1
    assert "the disk is full" in capsys.readouterr().err


def test_a_diverged_training_is_stored_as_diverged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "wild.toml"
    save_settings(path, replace(SETTINGS, config=TrainConfig(optimizer="sgd", lr=1e9)))
    assert main(["train", "--config", str(path)]) == 1
    assert "The loss diverged." in capsys.readouterr().err
    assert [run.status for run in runs().runs()] == [Status.DIVERGED]


@pytest.mark.parametrize("option", [["--epochs", "3"], ["--seed", "0"], ["--synthetic"], ["--validation", "10"]])
def test_other_options_are_refused(option: list[str], file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["train", "--config", str(file), *option])
    assert ended.value.code == 2
    assert f"omit {option[0]}" in capsys.readouterr().err


def test_out_is_required_without_a_settings_file(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["train", "--synthetic"])
    assert "--out" in capsys.readouterr().err


def test_invalid_files_give_one_line(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", "--config", str(tmp_path / "none.toml")]) == 1
    assert "there is no such file" in capsys.readouterr().err
    file.write_text(file.read_text().replace("lr = 0.1", "lr = 0"))
    assert main(["train", "--config", str(file)]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "data").exists()
