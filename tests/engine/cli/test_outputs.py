"""An output that is also an input, or the output of another option, is refused before anything is lost."""

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.cli.entry import run
from engine.data.source import DataSource
from engine.errors import DigitLabError
from engine.nn.network_spec import NetworkSpec
from engine.train.config import TrainConfig
from engine.train.settings_file import Settings, save_settings

LINKS = pytest.mark.skipif(os.name == "nt", reason="links need a right there")
IMAGES, LABELS = b"\0\0\x08\x03\0\0\0\x01" + b"\0\0\0\x1c" * 2 + bytes(784), b"\0\0\x08\x01\0\0\0\x01\x04"


class Reached(DigitLabError):
    """The command was about to read its data."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with inputs of all kinds."""

    def read(*_: object) -> None:
        raise Reached("the data are read")

    for each in ("train.load_data", "train.load_pen", "commands.load_recognizer"):
        monkeypatch.setattr(f"engine.cli.{each}", read)
    monkeypatch.chdir(tmp_path)
    for digits in (Path("ten", "3"), Path("sets", "train", "3")):
        digits.mkdir(parents=True)
        Image.new("L", (28, 28)).save(digits / "a.png")
    Image.new("L", (28, 28)).save(Path("ten", "sheet.png"))
    Path("ten", "old.log").write_text("2026-11-29 10:00:00  784-4-10 ReLU: 0 of 1 iterations done\n")
    np.savez("arrays.npz", x_train=np.zeros((3, 28, 28), np.uint8), y_train=np.arange(3))
    for name in ("one", "own", "idx", "table", "csv"):
        Path(name).mkdir()
    np.savez(Path("one", "mnist.npz"), x_train=np.zeros((3, 28, 28), np.uint8), y_train=np.arange(3))
    # Names of arrays as no other program has them.
    np.savez(Path("own", "digits.npz"), features=np.zeros((3, 784)), targets=np.arange(3))
    for name, content in {"my-images": IMAGES, "my-labels": LABELS}.items():
        Path("idx", name).write_bytes(content)
    for place in (Path("ten"), Path("idx")):
        np.savez(place / "old.npz", W1=np.zeros((784, 10), np.float32), b1=np.zeros(10, np.float32))
    Path("table", "train.csv").write_text("label,pixel0\n")
    for name in ("train.csv", "test.csv", "history.csv"):
        Path("csv", name).write_text("label,pixel0\n")
    np.savez("pen.npz", points=np.zeros((1, 2)), stroke_end=[1], digit_end=[1], labels=[1])
    for source in (DataSource("file", "arrays.npz"), DataSource("starter"), DataSource("mnist")):
        file = f"{source.kind}.toml"
        save_settings(file, Settings(NetworkSpec.mlp((3,), "relu"), TrainConfig(), source))
    Path("w.png").write_bytes(b"weights under another name")
    monkeypatch.setenv("DIGITLAB_MNIST", str(tmp_path / "one"))
    return tmp_path


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


REFUSED = [
    "train --config file.toml --log file.toml",
    "train --config file.toml --log ./ten/../file.toml",
    "train --config file.toml --log arrays.npz",
    "train --config file.toml --out arrays.npz",
    "train --config starter.toml --out o.npz --log o.npz",
    "train --config mnist.toml --out one/mnist.npz",
    "train --config mnist.toml --mnist own --out own/digits.npz",
    "train --data ten --out o.safetensors --log o.safetensors",
    "train --data ten --out o.npz --log o.npz.checkpoint.safetensors",
    "train --data ten --out o.npz --log ten/3/a.png",
    "train --data sets --out o.npz --log sets/train/3/a.png",
    "train --data arrays.npz --out arrays.npz",
    "train --data idx --out o.npz --log idx/my-labels",
    "train --data idx/my-images --out o.npz --log idx/my-images",
    "train --data idx/my-images --out o.npz --log idx/my-labels",
    "train --data table --out o.npz --log table/train.csv",
    "train --data csv/train.csv --out o.npz --log csv/test.csv",
    "train --data own --out own/digits.npz",
    "train --synthetic --pen pen.npz --out pen.npz",
    "train --synthetic --pen arrays.npz pen.npz --out o.npz --log pen.npz",
    "train --mnist one --out one/mnist.npz",
    "train --out one/mnist.npz",
    "mistakes --data ten --out ten/3/a.png",
    "mistakes --mnist --weights w.png --out w.png",
    "mistakes --pen w.png --out w.png",
]


@pytest.mark.parametrize("command", REFUSED)
def test_an_input_is_not_overwritten(command: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(folder)
    assert run(command.split(), lambda *_: 0) == 1
    error = capsys.readouterr().err
    assert error.endswith(": choose another file.\n") or error.endswith(": choose another one.\n")
    assert error.count("\n") == 1
    assert contents(folder) == before


@LINKS
@pytest.mark.parametrize("make", [os.symlink, os.link], ids=["link", "hard link"])
@pytest.mark.parametrize(
    ("file", "command"),
    [
        ("file.toml", "train --config file.toml --log other.npz"),
        ("pen.npz", "train --synthetic --pen pen.npz --out other.npz"),
        ("arrays.npz", "train --data arrays.npz --out o.npz --log other.npz"),
        ("w.png", "mistakes --mnist --weights w.png --out other.png"),
    ],
)
def test_another_name_of_an_input(
    file: str, command: str, make: Callable[[str, str], None], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make(file, command.split()[-1])
    before = contents(folder)
    assert run(command.split(), lambda *_: 0) == 1
    assert "which this command reads: choose another file." in capsys.readouterr().err
    assert contents(folder) == before


@LINKS
def test_a_link_to_a_file_in_the_folder_of_the_data(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("log").symlink_to(Path("ten", "3", "a.png"))
    Path("data").symlink_to("ten")
    assert run(["train", "--data", "data", "--out", "o.npz", "--log", "log"], lambda *_: 0) == 1
    assert "--log would change “log”" in capsys.readouterr().err


@LINKS
def test_a_log_that_will_be_the_weights_by_a_link(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("log").symlink_to("o.npz")
    assert run(["train", "--data", "ten", "--out", "o.npz", "--log", "log"], lambda *_: 0) == 1
    assert "--out and --log would write the same file" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command",
    [
        "train --data ten --out o.npz --log o.log",
        "train --data ten --out ten/o.npz --log ten/o.log",
        "train --data ten --out ten/old.npz --log ten/old.log",
        "train --data idx --out idx/old.npz",
        "train --data idx/my-images --out idx/old.npz",
        "train --data ten --out arrays.npz",
        "train --data csv/train.csv --out o.npz --log csv/history.csv",
        "train --config starter.toml --out arrays.npz --log one/log",
        "train --synthetic --pen pen.npz --out one/mnist.npz",
        "mistakes --data ten --out ten/sheet.png",
        "mistakes --mnist --out ten/3/a.png",
    ],
)
def test_other_files_may_be_written(
    command: str, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also beside the data, and over the results of the last time."""
    monkeypatch.setattr("engine.cli.train.synthetic_sets", lambda: pytest.fail("digits were made"))
    assert run(command.split(), lambda *_: 0) == 1
    assert capsys.readouterr().err == "digit-lab: the data are read\n"
