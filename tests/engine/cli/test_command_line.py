"""The command line: its output and exit status, which other programs rely on."""

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

import engine.cli.commands
import engine.cli.train
from engine.cli.entry import run
from engine.data.dataset import Dataset
from engine.data.mixture import Mixture
from engine.errors import WeightsError
from engine.ink.drawing_file import SavedDrawing, save_drawing
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import PRESETS
from engine.recognizer import Recognizer
from engine.train.checkpoint import load_state, save_state
from engine.train.trainer import Progress, TrainConfig, Trainer
from engine.weights import Weights, load_weights, save_weights
from main import main


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    spec = NetworkSpec.mlp((8,), "relu")
    from engine.nn.network import Network

    network = Network(spec)
    network.initialize(np.random.default_rng(0))
    file = tmp_path / "some.safetensors"
    save_weights(file, Weights(spec, network.snapshot(), name="some"))
    return file


@pytest.fixture
def pen_file(tmp_path: Path) -> Path:
    rng = np.random.default_rng(0)
    file = tmp_path / "pen.npz"
    np.savez(
        file,
        points=rng.uniform(2, 26, (60, 2)).astype(np.float32),
        stroke_end=np.array([20, 30, 40, 60]),
        digit_end=np.array([2, 3, 4]),
        labels=np.array([4, 0, 7], np.uint8),
    )
    return file


def one_line(capsys: pytest.CaptureFixture[str]) -> str:
    """The one line on standard error."""
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err


def test_the_books_weights_have_the_books_accuracy(shared_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for batch in ("1", "100"):
        book, mnist = str(shared_data / "book" / "sample_weight.pkl"), str(shared_data / "mnist")
        assert main(["evaluate", "--weights", book, "--mnist", mnist, "--batch", batch, "--json"]) == 0
        found = json.loads(capsys.readouterr().out)
        assert found["accuracy"] == 0.9352
        assert found["n"] == 10_000


def test_shipped_weights_have_the_accuracy_in_their_files(
    shared_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from engine.paths import default_weights, shipped_weights

    for file in shipped_weights():
        stated = load_weights(file).scores["MNIST test set accuracy"]
        assert main(["evaluate", "--weights", str(file), "--mnist", str(shared_data / "mnist"), "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["accuracy"] == pytest.approx(stated, abs=1e-9)
    assert default_weights() == shipped_weights()[0]


def test_the_activation_of_arrays_alone_is_measured_or_chosen(
    shared_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from engine.paths import SHIPPED_FOLDER

    shipped = SHIPPED_FOLDER / "two-layer.safetensors"
    arrays = tmp_path / "arrays.npz"
    np.savez(arrays, **load_weights(shipped).params)
    evaluate = ["evaluate", "--mnist", str(shared_data / "mnist"), "--json", "--weights"]
    assert main([*evaluate, str(arrays)]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["accuracy"] == load_weights(shipped).scores["MNIST test set accuracy"]
    assert "ReLU fits best" in err
    assert main([*evaluate, str(arrays), "--activation", "sigmoid"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["accuracy"] < 0.9
    assert "Sigmoid was chosen" in err
    assert main([*evaluate, str(shipped), "--activation", "sigmoid"]) == 1
    assert "its network has ReLU" in capsys.readouterr().err


def test_evaluate_pen_as_json(weights: Path, pen_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "--weights", str(weights), "--pen", str(pen_file), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"n", "accuracy", "per_class", "ece", "seconds"}
    assert found["n"] == 3
    assert len(found["per_class"]) == 10
    assert found["per_class"][0] is not None
    assert found["per_class"][1] is None


def test_empty_names_of_sites_do_not_count(weights: Path, pen_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with np.load(pen_file) as arrays:
        np.savez(pen_file, **arrays, sites=np.array(["kai", "kai", "nist"]))
    for sites in ("kai", "kai,", " ,kai,,"):
        assert main(["evaluate", "--weights", str(weights), "--pen", str(pen_file), "--json", "--sites", sites]) == 0
        assert json.loads(capsys.readouterr().out)["n"] == 2


def test_evaluate_prints_text(weights: Path, pen_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "--weights", str(weights), "--pen", str(pen_file)]) == 0
    assert "accuracy" in capsys.readouterr().out


def test_predict(weights: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    image = np.zeros((60, 60), np.uint8)
    image[10:50, 28:33] = 255
    Image.fromarray(image).save(tmp_path / "one.png")
    Image.new("L", (30, 30)).save(tmp_path / "blank.png")
    names = [str(tmp_path / "one.png"), str(tmp_path / "blank.png")]
    assert main(["predict", *names, "--weights", str(weights), "--json"]) == 0
    one, blank = json.loads(capsys.readouterr().out)
    assert sum(one["probabilities"]) == pytest.approx(1, abs=1e-4)
    assert one["digit"] == int(np.argmax(one["probabilities"]))
    nothing = {"digit": None, "sure": False, "probabilities": [0] * 10, "digits": [], "cause": "nothing"}
    assert blank == {"picture": names[1]} | nothing
    assert main(["predict", *names, "--weights", str(weights)]) == 0
    assert "Nothing stands out" in capsys.readouterr().out


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_predict_goes_on_after_a_bad_file(
    weights: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    names = [str(tmp_path / name) for name in ("good1.png", "bad.png", "none.png", "good2.png")]
    for name in (names[0], names[3]):
        Image.fromarray(np.pad(np.full((40, 5), 255, np.uint8), 20)).save(name)
    Path(names[1]).write_text("no image")
    assert main(["predict", *names, "--weights", str(weights), *options]) == 1
    out, err = capsys.readouterr()
    found = [row["picture"] for row in json.loads(out)] if options else re.findall(r"^(.*\.png): ", out, re.MULTILINE)
    assert found == [names[0], names[3]]
    bad, none = err.splitlines()
    assert "bad.png" in bad
    assert "none.png" in none


def test_the_users_own_data(weights: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rng = np.random.default_rng(0)
    labels = np.arange(200) % 10
    table = tmp_path / "train.csv"
    np.savetxt(table, np.column_stack([labels, rng.integers(0, 256, (200, 784))]), "%d", ",")
    assert main(["evaluate", "--data", str(table), "--weights", str(weights), "--json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["n"] == 30
    assert "of 200 images, 30 (one in seven of each digit) are held out for the test" in err
    target = tmp_path / "mine.npz"
    assert main(["train", "--data", str(table), "--hidden", "5", "--epochs", "1", "--out", str(target)]) == 0
    assert "“train.csv” test set accuracy" in capsys.readouterr().out
    table.write_text("<html>")
    assert main(["train", "--data", str(table), "--out", str(target)]) == 1
    assert "it is a web page" in one_line(capsys)


@pytest.mark.parametrize("suffix", [".json", ".svg", ".png"])
def test_predict_reads_the_strokes_of_a_drawing(
    weights: Path, tmp_path: Path, suffix: str, capsys: pytest.CaptureFixture[str]
) -> None:
    strokes = [np.array([(8, 6), (19, 6), (13, 22)], np.float32)]
    save_drawing(tmp_path / f"seven{suffix}", SavedDrawing(strokes, 3.0))
    assert main(["predict", str(tmp_path / f"seven{suffix}"), "--weights", str(weights), "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    loaded = load_weights(weights)
    expected = Recognizer(loaded.spec, loaded.params).predict_drawing(strokes).probabilities
    assert found["probabilities"] == [round(float(p), 6) for p in expected]


@pytest.mark.parametrize(
    ("p", "sure", "line"), [(0.95, True, "4 (95.0%)"), (0.38, False, "not sure, perhaps 4 (38.0%)")]
)
def test_predict_shows_whether_it_is_sure(
    p: float, sure: bool, line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By a network with biases alone: for any ink, 4 has the probability ``p``."""
    b = np.log(np.where(np.arange(10) == 4, p, (1 - p) / 9)).astype(np.float32)
    weights, image = tmp_path / "stated.safetensors", tmp_path / "ink.png"
    save_weights(weights, Weights(NetworkSpec.mlp(()), {"W1": np.zeros((784, 10), np.float32), "b1": b}, name="stated"))
    Image.fromarray(np.pad(np.full((40, 5), 255, np.uint8), 20)).save(image)
    assert main(["predict", str(image), "--weights", str(weights), "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert found["digit"] == 4
    assert found["sure"] is sure
    assert main(["predict", str(image), "--weights", str(weights)]) == 0
    assert capsys.readouterr().out.splitlines()[0] == f"{image}: {line}"


def test_the_scores_do_not_depend_on_the_batch_size(
    weights: Path, pen_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = []
    for batch in ("1", "2", "100"):
        assert main(["evaluate", "--weights", str(weights), "--pen", str(pen_file), "--json", "--batch", batch]) == 0
        found.append(json.loads(capsys.readouterr().out))
        del found[-1]["seconds"]
    for name in ("n", "accuracy", "per_class", "ece"):
        for other in found[1:]:
            assert found[0][name] == pytest.approx(other[name])


@pytest.fixture
def small_synthetic(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small synthetic data: each digit is a bright bar at a different height."""

    def made(seed: int) -> Dataset:
        rng = np.random.default_rng(seed)
        labels = rng.integers(0, 10, 200).astype(np.uint8)
        images = rng.integers(0, 40, (200, 28, 28)).astype(np.uint8)
        for image, label in zip(images, labels, strict=True):
            image[2 * label : 2 * label + 6] = 220
        return Dataset(images, labels, "synthetic digits")

    monkeypatch.setattr(engine.cli.train, "synthetic_sets", lambda: (made(0), made(1)))


def test_train_and_evaluate(small_synthetic: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "mine.safetensors"
    assert main(["train", "--hidden", "20", "--synthetic", "--epochs", "5", "--seed", "3", "--out", str(out)]) == 0
    weights = load_weights(out)
    assert weights.spec == NetworkSpec.mlp((20,), "relu")
    assert weights.training["epochs"] == 5
    assert weights.training["seed"] == 3
    assert weights.scores["synthetic digits accuracy"] > 0.8
    again = tmp_path / "again.npz"
    # The option's name in earlier versions.
    assert main(["train", "--hidden", "20", "--starter", "--epochs", "5", "--seed", "3", "--out", str(again)]) == 0
    for name, array in load_weights(again).params.items():
        np.testing.assert_array_equal(array, weights.params[name])
    assert not list(tmp_path.glob("*checkpoint*"))


@pytest.mark.parametrize("name", PRESETS)
def test_a_convolutional_network_is_trained_by_its_name(
    name: str, small_synthetic: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "mine.npz"
    settings = ["train", "--synthetic", "--network", name, "--epochs", "1", "--out", str(out)]
    assert main([*settings, "--lr", "0.05"]) == 0
    weights = load_weights(out)
    assert weights.spec == PRESETS[name]()
    assert weights.name == weights.spec.title
    assert weights.training["lr"] == 0.05
    image = tmp_path / "ink.png"
    Image.fromarray(np.pad(np.full((40, 5), 255, np.uint8), 20)).save(image)
    assert main(["predict", str(image), "--weights", str(out)]) == 0
    capsys.readouterr()
    # Its layers have their own initialisation and activation.
    for option, value in (("--activation", "relu"), ("--init", "he")):
        assert main([*settings, option, value]) == 1
        assert f"“{name}” has its own activation and initialisation" in one_line(capsys)


def test_an_interrupted_convolutional_network_is_resumed(
    small_synthetic: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "mine.npz"
    settings = ["train", "--synthetic", "--out", str(out), "--resume"]
    data, test = engine.cli.train.synthetic_sets()
    trainer = Trainer(PRESETS["simple-convnet"](), TrainConfig(epochs=1), data, test)
    next(event for event in trainer.run() if isinstance(event, Progress))
    save_state(tmp_path / "mine.npz.checkpoint.safetensors", trainer.state())
    for other in (["--network", "deep-convnet"], ["--hidden", "50"]):
        assert main([*settings, *other, "--epochs", "1"]) == 1
        assert "other settings" in one_line(capsys)
    assert main([*settings, "--network", "simple-convnet", "--epochs", "1"]) == 0
    assert load_weights(out).spec == PRESETS["simple-convnet"]()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupted_and_resumed_it_gives_the_same_weights(
    number: int,
    small_synthetic: None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    whole, parts = tmp_path / "whole.safetensors", tmp_path / "parts.safetensors"
    settings = ["train", "--hidden", "16,12", "--synthetic", "--epochs", "6", "--batch", "32"]
    assert main([*settings, "--out", str(whole)]) == 0

    lines = []

    def interrupt_once(self: object, text: str, file: object = None) -> None:
        lines.append(text)
        if len(lines) >= 3:
            # Of the system, they come more than once.
            signal.raise_signal(number)
            if number != signal.SIGINT:
                signal.raise_signal(number)

    with monkeypatch.context() as patch:
        patch.setattr("tqdm.tqdm.write", interrupt_once)
        assert main([*settings, "--out", str(parts)]) == 128 + number
    assert "--resume" in capsys.readouterr().err
    assert not parts.exists()

    # Other settings are refused, the same ones or none are resumed.
    assert main([*settings, "--lr", "0.3", "--resume", "--out", str(parts)]) == 1
    assert "other settings" in capsys.readouterr().err
    assert main(["train", "--synthetic", "--resume", "--out", str(parts)]) == 0
    for name, array in load_weights(whole).params.items():
        np.testing.assert_array_equal(array, load_weights(parts).params[name])
    assert not list(tmp_path.glob("*checkpoint*"))


def test_an_evaluation_that_ctrl_c_interrupts_is_in_the_log(
    small_synthetic: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is in the checkpoint, so that the resumed training does not repeat it."""
    import engine.train.evaluator as evaluator_module

    command = ["train", "--hidden", "16", "--synthetic", "--epochs", "3", "--out", str(tmp_path / "a.safetensors")]
    command += ["--log", str(tmp_path / "log")]
    calls = []

    def interrupting(*arguments: object, **options: object) -> tuple[float, float]:
        calls.append(1)
        if len(calls) == 4:
            signal.raise_signal(signal.SIGINT)
        return accuracy_and_loss(*arguments, **options)

    accuracy_and_loss = evaluator_module.accuracy_and_loss
    with monkeypatch.context() as patch:
        patch.setattr(evaluator_module, "accuracy_and_loss", interrupting)
        assert main(command) == 130
    assert main([*command, "--resume"]) == 0
    epochs = re.findall(r"epoch +([\d.]+):", (tmp_path / "log").read_text(encoding="utf-8"))
    assert epochs == ["0.00", "1.00", "2.00", "3.00"]


def test_a_training_in_the_background_ignores_ctrl_c(
    small_synthetic: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tqdm.tqdm.write", lambda *_, **__: signal.raise_signal(signal.SIGINT))
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        assert main(["train", "--hidden", "4", "--synthetic", "--epochs", "1", "--out", str(tmp_path / "a.npz")]) == 0
    finally:
        signal.signal(signal.SIGINT, before)


def test_a_killed_training_has_a_checkpoint_within_an_epoch(
    small_synthetic: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.cli.saving._WITHIN_EPOCH_SECONDS", 0.0)
    saved = []
    monkeypatch.setattr("engine.cli.saving.save_state", lambda file, state: saved.append(state.iteration))
    monkeypatch.setattr("engine.train.trainer._EVENT_SECONDS", 0.0)
    command = ["train", "--hidden", "8", "--synthetic", "--epochs", "1", "--batch", "20"]
    assert main([*command, "--out", str(tmp_path / "a.safetensors")]) == 0
    assert any(0 < iteration < 10 for iteration in saved)


def test_pen_strokes_are_trained_on_and_some_sites_held_out(
    small_synthetic: None, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.cli.train.Mixture", lambda: Mixture(non_digits=30))
    rng = np.random.default_rng(0)
    pen = tmp_path / "pen.npz"
    np.savez(
        pen,
        points=rng.uniform(2, 26, (120, 2)).astype(np.float32),
        stroke_end=np.arange(20, 121, 20),
        digit_end=np.arange(1, 7),
        labels=np.array([1, 2, 3, 4, 5, 6], np.uint8),
        sites=np.array(["here"] * 4 + ["there"] * 2),
    )
    out = tmp_path / "mine.safetensors"
    files = ["--pen", str(pen), str(pen), "--pen", str(pen)]
    settings = ["train", "--hidden", "8", "--synthetic", "--epochs", "2", *files, "--out", str(out)]
    assert main([*settings, "--hold-out", "there"]) == 0
    weights = load_weights(out)
    assert "12 pen strokes (here)" in weights.training["data"]
    # The 4 of each file, with 2 distorted copies.
    assert weights.training["pictures"] == 200 + 12 * 3 + 30
    assert "held-out pen strokes accuracy" in weights.scores
    assert main([*settings, "--hold-out", "nowhere"]) == 1
    assert "“here” and “there”" in capsys.readouterr().err
    # ``evaluate`` can choose the sites, too.
    assert main(["evaluate", "--weights", str(out), "--pen", str(pen), "--sites", "there", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["n"] == 2
    assert main(["evaluate", "--weights", str(out), "--pen", str(pen), "--sites", "elsewhere"]) == 1
    assert "“here” and “there”" in capsys.readouterr().err


@pytest.mark.parametrize("suffix", ["safetensors", "npz"])
def test_weights_are_saved_whatever_names_the_sites_have(
    small_synthetic: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    """With those of all drawings, the facts about the weights were more than can be read again."""
    monkeypatch.setattr("engine.cli.train.Mixture", lambda: Mixture(drawings=1, distorted=0, non_digits=0))
    pen, out, n = tmp_path / "pen.npz", tmp_path / f"mine.{suffix}", 20
    np.savez_compressed(
        pen,
        points=np.tile(np.array([[5, 5], [10, 20]], np.float32), (n, 1)),
        stroke_end=2 * np.arange(1, n + 1),
        digit_end=np.arange(1, n + 1),
        labels=np.ones(n, np.uint8),
        sites=np.array([f"{number:02}{'x' * 60_000}" for number in range(n)]),
    )
    train = ["train", "--hidden", "3", "--synthetic", "--epochs", "1", "--pen", str(pen), "--out", str(out)]
    assert main(train) == 0
    data = load_weights(out).training["data"]
    assert re.search(r" and 20 pen strokes \(00x{198}…, 20 in all\)$", data)


def test_pen_files_and_their_sites_are_refused_before_digits_are_made(
    pen_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(engine.cli.train, "synthetic_sets", lambda: pytest.fail("digits were made"))
    settings = ["train", "--synthetic", "--out", str(tmp_path / "mine.safetensors"), "--pen"]
    assert main([*settings, str(tmp_path / "missing.npz")]) == 1
    assert "missing.npz" in one_line(capsys)
    assert main([*settings, str(pen_file), "--hold-out", "nowhere"]) == 1
    assert "nowhere" in one_line(capsys)


def test_some_digits_are_held_out_and_a_log_is_written(small_synthetic: None, tmp_path: Path) -> None:
    out, log = tmp_path / "mine.safetensors", tmp_path / "training.log"
    settings = ["train", "--hidden", "8", "--synthetic", "--epochs", "2", "--out", str(out), "--log", str(log)]
    assert main([*settings, "--validation", "50"]) == 0
    weights = load_weights(out)
    assert weights.training["pictures"] == 150
    assert set(weights.scores) == {"held-out synthetic digits accuracy", "held-out synthetic digits calibration error"}
    lines = log.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 5  # what it is, before the first epoch, after each of two, and the result
    assert "0 of 4 iterations done" in lines[0]
    assert "held-out synthetic digits accuracy" in lines[-1]
    assert "the best temperature for held-out synthetic digits is" in lines[-1]
    assert main([*settings, "--validation", "200"]) == 1
    assert main([*settings[:-1], str(tmp_path)]) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["train", "--starter"],
        ["train", "--synthetic"],
        ["train", "--recipe", "two-layer", "--hidden", "5", "--out", "x.npz"],
        ["train", "--network", "deep-convnet", "--hidden", "5", "--out", "x.npz"],
        ["train", "--network", "deep-convnet", "--recipe", "two-layer", "--out", "x.npz"],
        ["train", "--network", "nonsense", "--out", "x.npz"],
        ["train", "--hidden", "5,x", "--out", "x.npz"],
        ["train", "--hidden", "0", "--out", "x.npz"],
        ["train", "--hidden", "", "--out", "x.npz"],
        ["train", "--hidden", " ", "--out", "x.npz"],
        ["train", "--hidden", ",", "--out", "x.npz"],
        ["train", "--epochs", "0", "--out", "x.npz"],
        ["train", "--hold-out", "syn", "--out", "x.npz"],
        ["train", "--pen", "p.npz", "--hold-out", "", "--out", "x.npz"],
        ["train", "--pen", "p.npz", "--hold-out", " , ", "--out", "x.npz"],
        ["train", "--hold-out=", "--out", "x.npz"],
        ["evaluate", "--pen", "p.npz", "--sites", ""],
        ["mistakes", "--pen", "p.npz", "--sites", ",", "--out", "x.png"],
        ["train", "--lr", "nan", "--out", "x.npz"],
        ["train", "--lr", "0", "--out", "x.npz"],
        ["train", "--recipe", "nonsense", "--out", "x.npz"],
        ["train", "--activation", "nonsense", "--out", "x.npz"],
        ["train", "--optimizer", "nonsense", "--out", "x.npz"],
        ["evaluate"],
        ["evaluate", "--mnist", "a", "--pen", "b"],
        ["predict"],
        ["unknown"],
        ["--unknown"],
        ["--verbose", "download"],
    ],
)
def test_wrong_usage_is_one_line_and_status_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    one_line(capsys)


def test_wrong_files_are_one_line_and_status_1(
    weights: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "text.txt"
    text.write_text("no weights")
    cut = tmp_path / "cut.safetensors"
    cut.write_bytes(weights.read_bytes()[:500])
    folder = tmp_path / "folder.npz"
    folder.mkdir()
    pen = tmp_path / "cut.npz"
    np.savez(pen, points=np.zeros((3, 2), np.float32))
    for arguments in (
        ["evaluate", "--weights", str(text), "--mnist", str(tmp_path)],
        ["evaluate", "--weights", str(cut), "--mnist", str(tmp_path)],
        ["evaluate", "--weights", str(tmp_path / "none.npz"), "--mnist"],
        ["evaluate", "--weights", str(weights), "--mnist", str(tmp_path)],
        ["evaluate", "--weights", str(weights), "--mnist"],
        ["evaluate", "--weights", str(weights), "--pen", str(pen)],
        ["evaluate", "--weights", str(weights), "--pen", str(text)],
        ["evaluate", "--weights", str(weights), "--pen", str(tmp_path)],
        ["predict", str(text), "--weights", str(weights)],
        ["predict", str(tmp_path / "none.png"), "--weights", str(weights)],
        ["train", "--recipe", "two-layer", "--init", "he", "--out", str(tmp_path / "x.npz")],
        ["train", "--network", "deep-convnet", "--init", "he", "--out", str(tmp_path / "x.npz")],
        ["train", "--network", "deep-convnet", "--activation", "relu", "--out", str(tmp_path / "x.npz")],
        ["train", "--synthetic", "--out", str(tmp_path / "x.pkl")],
        ["train", "--synthetic", "--out", str(tmp_path / "no folder" / "x.npz")],
        ["train", "--synthetic", "--out", str(folder)],
        ["train", "--synthetic", "--resume", "--out", str(tmp_path / "x.npz")],
        ["train", "--out", str(tmp_path / "x.npz")],
    ):
        assert main(arguments) == 1, arguments
        one_line(capsys)
    assert not (tmp_path / "x.npz").exists()


@pytest.mark.parametrize("command", ["train --synthetic", "train --config c.toml", "mistakes --mnist"])
@pytest.mark.parametrize("name", [os.sep, ".", "..", "./", "no/.."])
def test_an_output_without_a_name(command: str, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The checkpoint would be named after it."""
    assert main([*command.split(), "--out", name]) == 1
    assert "cannot be saved" in one_line(capsys)


def test_a_diverging_training_saves_nothing_and_gives_advice(
    small_synthetic: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "nan.npz"
    assert main(["train", "--synthetic", "--lr", "1e9", "--optimizer", "sgd", "--out", str(out)]) == 1
    assert "The learning rate 1e+09 is too large. Try learning rate 0.1." in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_the_checkpoint_of_a_diverging_training_is_moved_aside(
    small_synthetic: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It would be in the way of the advice: to start with another learning rate."""
    out, checkpoint = tmp_path / "w.npz", tmp_path / "w.npz.checkpoint.safetensors"
    config = TrainConfig(optimizer="sgd", lr=1e9, epochs=1)
    save_state(checkpoint, Trainer(NetworkSpec.mlp((4,)), config, *engine.cli.train.synthetic_sets()).state())
    assert main(["train", "--synthetic", "--resume", "--out", str(out)]) == 1
    kept = tmp_path / "w.npz.diverged.safetensors"
    assert f"Try learning rate 0.1. The last checkpoint of the training is kept as “{kept}”." in capsys.readouterr().err
    assert not checkpoint.exists()
    assert load_state(kept).config == config
    # That of another one does not replace it.
    kept.rename(checkpoint)
    kept.touch()
    assert main(["train", "--synthetic", "--resume", "--out", str(out)]) == 1
    assert load_state(tmp_path / "w.npz.diverged-2.safetensors").config == config
    assert kept.read_bytes() == b""
    assert main(["train", "--synthetic", "--hidden", "4", "--lr", "0.1", "--epochs", "1", "--out", str(out)]) == 0


def test_a_training_that_goes_nowhere_ends_with_a_warning(
    small_synthetic: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its weights are saved all the same."""
    out, log = tmp_path / "w.npz", tmp_path / "log"
    assert main(["train", "--synthetic", "--lr", "1e-7", "--epochs", "60", "--out", str(out), "--log", str(log)]) == 0
    found = capsys.readouterr()
    warning = [line for line in found.err.splitlines() if line.startswith("digit-lab: warning: ")]
    assert len(warning) == 1
    assert warning[0].endswith("The learning rate 1e-07 is too small. Try learning rate 0.1.")
    assert "warning" not in found.out
    assert "warning: The loss" in log.read_text(encoding="utf-8")
    assert out.exists()


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], (None, False, [])),
        (["--verbose"], (None, True, [])),
        (["--weights", "mine.npz"], ("mine.npz", False, [])),
        (["a b.png", "file:///c.npz", "train"], (None, False, ["a b.png", "file:///c.npz", "train"])),
        (["--weights", "mine.npz", "./train", "--verbose"], ("mine.npz", True, ["./train"])),
        (["--weights=mine.npz", "--", "train", "-x.svg"], ("mine.npz", False, ["train", "-x.svg"])),
        (["README"], (None, False, ["README"])),
    ],
)
def test_without_a_command_the_window_opens(
    arguments: list[str], expected: tuple[object, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = []

    def open_window(weights: str | None, verbose: bool, files: list[str]) -> int:
        opened.append((weights, verbose, files))
        return 0

    monkeypatch.chdir(tmp_path)
    Path("README").touch()
    assert run(arguments, open_window) == 0
    assert opened == [expected]


@pytest.mark.parametrize("name", ["trian", "x" * 300], ids=["short", "longer-than-a-file's"])
def test_a_mistyped_command_opens_no_window(capsys: pytest.CaptureFixture[str], name: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main([name, "--synthetic"])
    assert ended.value.code == 2
    assert f"“{name}” is neither a command nor a file" in one_line(capsys)


@pytest.mark.parametrize("arguments", [["--version"], ["--verbose", "--version"]], ids=["alone", "among-others"])
def test_the_version(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with contextlib.suppress(SystemExit):
        main(arguments)
    assert capsys.readouterr().out == f"digit-lab {engine.__version__}\n"


def test_help_and_start_need_no_network_code(tmp_path: Path) -> None:
    """Neither Qt nor anything that could reach the network is loaded for a command that needs none."""
    code = (
        "import sys, contextlib, io\n"
        "from main import main\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):\n"
        "    main(['train', '--help'])\n"
        "assert 'numpy' not in sys.modules\n"
        "import engine.cli.commands\n"
        "print(sorted({'PySide6', 'pyqtgraph', 'requests', 'urllib3', 'pooch', 'threadpoolctl'} & set(sys.modules)))"
    )
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_parsers_names_are_those_of_the_engine() -> None:
    from engine.cli import parser
    from engine.nn.initializers import INITS
    from engine.nn.network_spec import ACTIVATIONS
    from engine.nn.presets import PRESETS
    from engine.train.recipes import RECIPES

    assert set(parser.NETWORK_NAMES) == set(PRESETS)
    assert set(parser.RECIPE_NAMES) == set(RECIPES)
    assert set(parser.ACTIVATION_NAMES) == set(ACTIVATIONS)
    assert set(parser.INIT_NAMES) == set(INITS)


def test_an_interrupted_training_is_not_overwritten(
    small_synthetic: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "mine.safetensors"
    checkpoint = tmp_path / "mine.safetensors.checkpoint.safetensors"
    checkpoint.write_bytes(b"hours of training")
    assert main(["train", "--synthetic", "--out", str(out)]) == 1
    assert "--resume" in one_line(capsys)
    assert checkpoint.read_bytes() == b"hours of training"
    # Another target has another checkpoint.
    assert main(["train", "--synthetic", "--hidden", "4", "--epochs", "1", "--out", str(tmp_path / "mine.npz")]) == 0


def test_weights_that_cannot_be_saved_are_not_lost(
    small_synthetic: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "mine.npz"
    settings = ["train", "--synthetic", "--hidden", "4", "--epochs", "2", "--out", str(out)]

    def disk_full(path: Path, weights: Weights) -> None:
        raise WeightsError("mine.npz cannot be saved: there is no room left.")

    with monkeypatch.context() as patch:
        patch.setattr("engine.cli.saving.save_weights", disk_full)
        assert main(settings) == 1
    assert "--resume saves it" in capsys.readouterr().err
    assert not out.exists()
    assert main([*settings, "--resume"]) == 0
    assert load_weights(out).training["epochs"] == 2


def test_evaluate_needs_only_the_test_files_of_mnist(
    shared_data: Path, weights: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in (shared_data / "mnist").glob("t10k-*"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    command = ["evaluate", "--weights", str(weights), "--mnist", str(tmp_path), "--json"]
    assert main([*command, "--batch", "100000000000"]) == 0
    assert json.loads(capsys.readouterr().out)["n"] == 10_000


def run_main(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    root = Path(__file__).resolve().parents[3]
    return subprocess.run(
        [sys.executable, "main.py", *arguments], cwd=root, stderr=subprocess.PIPE, text=True, check=False, **options
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_one_line(weights: Path, pen_file: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = run_main("evaluate", "--weights", str(weights), "--pen", str(pen_file), stdout=full)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "No space left" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
def test_a_closed_pipe_gives_no_traceback(weights: Path, pen_file: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = run_main("evaluate", "--weights", str(weights), "--pen", str(pen_file), stdout=writing)
    os.close(writing)
    assert done.returncode == 1
    assert done.stderr == ""


def test_a_name_that_the_terminal_cannot_show(weights: Path, tmp_path: Path) -> None:
    image = tmp_path / "숫자.png"
    Image.new("L", (30, 30)).save(image)
    environment = os.environ | {"PYTHONIOENCODING": "cp1252"}
    done = run_main("predict", str(image), "--weights", str(weights), stdout=subprocess.PIPE, env=environment)
    assert done.returncode == 0, done.stderr
    assert "\\uc22b" in done.stdout
