"""Networks that are too large to be trained or saved are refused before memory is taken."""

from pathlib import Path

import numpy as np
import pytest

from engine.cli.entry import run
from engine.data.dataset import Dataset
from engine.data.dataset_summary import Loaded
from engine.data.source import DataSource
from engine.errors import DigitLabError
from engine.io.limits import MAX_ACTIVATIONS, MAX_PARAMETERS
from engine.nn.layers import AffineSpec, ConvolutionSpec
from engine.nn.network_spec import NetworkSpec
from engine.train.config import TrainConfig
from engine.train.settings_file import Settings, save_settings

# A hidden layer adds 784 + 1 + 10 parameters a unit.
LARGEST = (MAX_PARAMETERS - 10) // 795


class Reached(DigitLabError):
    """The network is accepted."""


@pytest.fixture(autouse=True)
def unread(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def read(*_: object) -> None:
        raise Reached("the data are read")

    monkeypatch.setattr("engine.cli.train.load_data", read)
    monkeypatch.chdir(tmp_path)


def convolution(filters: int) -> NetworkSpec:
    return NetworkSpec((ConvolutionSpec(filters, 3, pad=1), ConvolutionSpec(1, 28), AffineSpec(10)), (1, 28, 28))


def by_settings(spec: NetworkSpec) -> list[str]:
    save_settings("c.toml", Settings(spec, TrainConfig(), DataSource("starter")))
    return ["--config", "c.toml"]


def by_arguments(hidden: tuple[int, ...]) -> list[str]:
    return ["--data", "x", "--hidden", ",".join(map(str, hidden))]


@pytest.mark.parametrize("hidden", [(LARGEST + 1,), (65_536,) * 3, (65_536,) * 90], ids=lambda hidden: str(len(hidden)))
@pytest.mark.parametrize("how", ["settings", "arguments"])
def test_too_many_parameters(hidden: tuple[int, ...], how: str, capsys: pytest.CaptureFixture[str]) -> None:
    spec = NetworkSpec.mlp(hidden)
    arguments = by_settings(spec) if how == "settings" else by_arguments(hidden)
    assert run(["train", *arguments, "--out", "w.npz"], lambda *_: 0) == 1
    expected = f"The network has {spec.param_count():,} parameters, but at most {MAX_PARAMETERS:,} can be trained."
    assert capsys.readouterr().err == f"digit-lab: {expected}\n"


def test_too_many_outputs_of_the_layers(capsys: pytest.CaptureFixture[str]) -> None:
    """Its weights could not be saved."""
    spec = convolution(MAX_ACTIVATIONS // 784 + 1)
    assert spec.param_count() < MAX_PARAMETERS
    assert run(["train", *by_settings(spec)], lambda *_: 0) == 1
    assert f"outputs, but at most {MAX_ACTIVATIONS:,} can be trained" in capsys.readouterr().err


def test_the_largest_ones(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (
        by_arguments((LARGEST,)),
        by_settings(NetworkSpec.mlp((LARGEST,))),
        by_settings(convolution(MAX_ACTIVATIONS // 784 - 1)),
    ):
        assert run(["train", *arguments, "--out", "w.npz"], lambda *_: 0) == 1
        assert capsys.readouterr().err == "digit-lab: the data are read\n"


def test_a_mini_batch_of_too_many_numbers(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A settings file of 1.5 kB asked for 39 GB."""
    black = np.broadcast_to(np.zeros((28, 28), np.uint8), (10_000, 28, 28))
    data = Dataset(black, np.zeros(10_000, np.uint8))
    monkeypatch.setattr("engine.cli.train.load_data", lambda source: Loaded(data, data))
    spec = NetworkSpec.mlp((1, 65_536, 1, 65_536, 1, 65_536, 1))
    save_settings("c.toml", Settings(spec, TrainConfig(batch_size=10_000), DataSource("starter")))
    assert run(["train", "--config", "c.toml"], lambda *_: 0) == 1
    expected = "Batch size must be at most 635: this network keeps 393,234 numbers for each image."
    assert capsys.readouterr().err == f"digit-lab: {expected}\n"
