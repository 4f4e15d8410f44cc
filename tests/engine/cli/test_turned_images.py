"""The commands say how the images are stored, and turn them where they are told to."""

import json
from pathlib import Path

import numpy as np
import pytest

from engine.data.orientation import turned
from engine.data.source import DataSource
from engine.data.synthetic.digits import synthetic_digits
from engine.nn.network_spec import NetworkSpec
from engine.paths import data_folder
from engine.runs import RunStore
from engine.train.config import TrainConfig
from engine.train.settings_file import Settings, load_settings, save_settings
from main import main


@pytest.fixture
def transposed(tmp_path: Path) -> Path:
    digits = synthetic_digits(60, 4242)
    file = tmp_path / "emnist.npz"
    images = turned(digits.images, "transpose")
    np.savez(file, x_train=images, y_train=digits.labels, x_test=images[:20], y_test=digits.labels[:20])
    return file


def said(capsys: pytest.CaptureFixture[str]) -> str:
    """The line on standard error about the images."""
    lines = [line for line in capsys.readouterr().err.splitlines() if "the shipped network" in line]
    assert len(lines) == 1
    return lines[0]


def test_evaluate_says_it_and_turns_the_images(transposed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["evaluate", "--data", str(transposed), "--json"]
    assert main(command) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["accuracy"] < 0.5
    assert "digit-lab: the images look transposed, as EMNIST’s are: of 20, the shipped network reads" in err
    assert "Add --transpose to correct them, or --as-is to keep them without this warning." in err
    assert main([*command, "--transpose"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["accuracy"] > 0.8
    assert "the shipped network" not in err
    assert main([*command, "--as-is"]) == 0
    assert "the shipped network" not in capsys.readouterr().err
    assert main([*command, "--invert"]) == 0
    assert "Use --transpose instead of --invert." in said(capsys)


def test_train_says_it_before_it_trains(transposed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["train", "--data", str(transposed), "--hidden", "5", "--epochs", "1", "--out", str(tmp_path / "w.npz")]
    assert main(command) == 0
    assert "the images look transposed" in said(capsys)
    assert main([*command, "--transpose"]) == 0
    assert "the shipped network" not in capsys.readouterr().err


def test_train_needs_no_shipped_network(
    transposed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.evaluate.data_check.default_weights", lambda: tmp_path / "missing.npz")
    weights = tmp_path / "w.npz"
    assert main(["train", "--data", str(transposed), "--hidden", "5", "--epochs", "1", "--out", str(weights)]) == 0
    assert "digit-lab: the images were not checked: " in capsys.readouterr().err
    assert weights.exists()


def test_a_run_of_the_window_remembers_it(transposed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = tmp_path / "settings.toml"
    source = DataSource("file", str(transposed), "transpose")
    save_settings(settings, Settings(NetworkSpec.mlp((5,)), TrainConfig(epochs=1), source))
    assert load_settings(settings).data == source
    assert main(["train", "--config", str(settings)]) == 0
    assert "the shipped network" not in capsys.readouterr().err
    (run,) = RunStore(data_folder() / "runs").runs()
    assert run.data.source == f"file+transpose:{transposed}"


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["train", "--out", "w.npz", "--as-is", "--invert"], "--as-is leaves the images as they are"),
        (["train", "--out", "w.npz", "--synthetic", "--invert"], "synthetic digits are upright: omit --invert"),
        (["evaluate", "--pen", "p.npz", "--transpose"], "pen strokes are upright: omit --transpose"),
    ],
)
def test_options_that_exclude_each_other(arguments: list[str], error: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(arguments)
    assert error in capsys.readouterr().err
