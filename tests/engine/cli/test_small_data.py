"""Data of one's own that are so few that none can be held out for the test."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.cli.entry import run
from engine.weights import load_weights


def folder_of(path: Path, labels: list[int]) -> None:
    for label in labels:
        (path / str(label)).mkdir(parents=True, exist_ok=True)
        image = np.zeros((40, 40), np.uint8)
        image[5:35, 5 : 2 * label + 8] = 255
        Image.fromarray(image).save(path / str(label) / "a.png")


def arrays_of(path: Path, labels: list[int]) -> None:
    images = np.random.default_rng(0).integers(0, 256, (len(labels), 28, 28), np.uint8)
    np.savez(path, x_train=images, y_train=np.array(labels))


def table_of(path: Path, labels: list[int]) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (len(labels), 784))
    np.savetxt(path, np.column_stack([labels, pixels]), "%d", ",")


@pytest.fixture(
    params=[
        (folder_of, "ten", list(range(10))),
        (folder_of, "one", [3]),
        (arrays_of, "ten.npz", list(range(10))),
        (arrays_of, "one.npz", [3]),
        (table_of, "three.csv", [1, 2, 3]),
    ],
    ids=lambda each: each[1],
)
def data(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, int]:
    """The path of the data, and how many images they have."""
    make, name, labels = request.param
    make(tmp_path / name, labels)
    return str(tmp_path / name), len(labels)


def test_all_images_are_evaluated(data: tuple[str, int], capsys: pytest.CaptureFixture[str]) -> None:
    path, n = data
    assert run(["evaluate", "--data", path, "--json"], lambda *_: 0) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["n"] == n
    assert f"there are no test images, and too few images to hold some out: all {n} are used" in err


def test_the_mistakes_among_all_images(
    data: tuple[str, int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, n = data
    assert run(["mistakes", "--data", path, "--out", str(tmp_path / "m.png")], lambda *_: 0) == 0
    assert f" of {n} predicted wrongly" in capsys.readouterr().out


def test_weights_are_trained_without_test_scores(
    data: tuple[str, int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, log = tmp_path / "w.safetensors", tmp_path / "log"
    train = ["train", "--data", data[0], "--hidden", "3", "--epochs", "1", "--out", str(out), "--log", str(log)]
    assert run(train, lambda *_: 0) == 0
    assert load_weights(out).scores == {}
    assert capsys.readouterr().out == f"{out}: 784-3-10 ReLU\n"
    assert log.read_text(encoding="utf-8").endswith(f"  {out}: 784-3-10 ReLU\n")


def test_a_part_that_is_held_out_is_scored(tmp_path: Path) -> None:
    folder_of(tmp_path / "ten", list(range(10)))
    out = tmp_path / "w.safetensors"
    train = ["train", "--data", str(tmp_path / "ten"), "--hidden", "3", "--epochs", "1", "--out", str(out)]
    assert run([*train, "--validation", "2"], lambda *_: 0) == 0
    assert set(load_weights(out).scores) == {
        "held-out “ten” training set accuracy",
        "held-out “ten” training set calibration error",
    }


@pytest.mark.parametrize("command", [["evaluate"], ["mistakes", "--out", "m.png"]], ids=lambda command: command[0])
def test_mnist_in_a_file_without_test_images(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is called MNIST has a test set."""
    monkeypatch.chdir(tmp_path)
    arrays_of(Path("mnist.npz"), [1, 2, 3])
    assert run([*command, "--mnist", "mnist.npz"], lambda *_: 0) == 1
    assert capsys.readouterr().err == "digit-lab: “mnist.npz” holds no image to test with.\n"
