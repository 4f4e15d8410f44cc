"""Names that are not UTF-8: the command works, or says so in a sentence."""

import contextlib
import os
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.cli.entry import run
from engine.data.source import DataSource
from engine.errors import DataError, DigitLabError
from engine.paths import default_weights
from gui.preflight import open_window

NAME = os.fsdecode(b"caf\xe9")
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="names are UTF-8 elsewhere")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / NAME
    made.mkdir()
    Image.new("L", (30, 30)).save(made / "a.png")
    (made / "w.safetensors").write_bytes(default_weights().read_bytes())
    return made


def test_an_image_is_predicted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    image, weights = str(folder / "a.png"), str(folder / "w.safetensors")
    for arguments, name in ((["predict", "--json"], "caf\\udce9/a.png"), (["predict"], "caf?/a.png")):
        assert run([*arguments, image, "--weights", weights], lambda *_: 0) == 0
        assert name in capsys.readouterr().out


def test_a_name_does_not_control_the_terminal(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.png").rename(folder / "a\x1b[2J\n.png")
    assert run(["predict", str(folder), "--weights", str(folder / "w.safetensors")], lambda *_: 0) == 0
    assert "a?[2J?.png" in capsys.readouterr().out


# A line break, a colour of the terminal, a tag, and a mark that reverses what follows.
HOSTILE = "a\n\x1b[31m<b>x\u202eb"


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: a folder of data with hostile names, weights without a description, and pen strokes."""
    monkeypatch.chdir(tmp_path)
    digits = Path(HOSTILE, "3")
    digits.mkdir(parents=True)
    Path(HOSTILE, f"{HOSTILE}.txt").touch()
    Path(digits, f"{HOSTILE}.png").touch()
    Path(digits, HOSTILE).mkdir()
    for i in range(3):
        Image.fromarray(np.pad(np.full((20, 5 + i), 255, np.uint8), 20)).save(digits / f"{i}{HOSTILE}.png")
    np.savez(Path(f"{HOSTILE}.npz"), W1=np.zeros((784, 4)), b1=np.zeros(4), W2=np.zeros((4, 10)), b2=np.zeros(10))
    points = np.array([(8, 6), (19, 6), (13, 22)], np.float32)
    np.savez(Path("pen.npz"), points=points, stroke_end=[3], digit_end=[1], labels=[7], sites=[HOSTILE])
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        (["mistakes", "--pen", "pen.npz", "--out", f"{HOSTILE}.png"], 1),
        (["evaluate", "--data", HOSTILE], 11),
        (["evaluate", "--data", f"{HOSTILE}/none"], 0),
        (["evaluate", "--pen", f"{HOSTILE}.npz"], 0),
        (["evaluate", "--pen", "pen.npz", "--sites", "none"], 0),
        (["predict", f"{HOSTILE}/3"], 6),
        (["train", "--data", HOSTILE, "--hidden", "2", "--epochs", "1", "--out", f"{HOSTILE}.npz", "--log", "log"], 1),
        (["train", "--data", HOSTILE, "--hidden", "2", "--epochs", "1", "--out", "o.npz", "--log", HOSTILE], 0),
        (["train", "--config", f"{HOSTILE}.npz", "--log", f"{HOSTILE}.npz"], 0),
        (["download"], 1),
        (["desktop", "--install"], 1),
        ([f"{HOSTILE}-none"], 0),
        ([f"--{HOSTILE}"], 0),
        (["train", f"--{HOSTILE}"], 0),
        (["train", "--epochs", HOSTILE], 0),
        (["train", "--recipe", HOSTILE], 0),
        (["train", "--network", HOSTILE], 0),
    ],
    ids=lambda each: str(each).replace(HOSTILE, "X"),
)
def test_no_name_is_printed_as_it_is(
    arguments: list[str],
    lines: int,
    hostile: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Neither to the terminal nor in the log."""
    monkeypatch.setattr("engine.cli.commands.download_mnist", lambda *_, **__: Path(HOSTILE))
    monkeypatch.setenv("XDG_DATA_HOME", str(hostile / "home" / HOSTILE))
    monkeypatch.setenv("PATH", "")
    with contextlib.suppress(SystemExit):
        run(arguments, lambda *_: 0)
    out, err = capsys.readouterr()
    assert out.count("\n") == lines
    log = Path("log").read_text(encoding="utf-8") if Path("log").exists() else ""
    # Without the bar, which goes back to the start of its line.
    printed = out + err.replace("\r", "") + log
    assert all(letter.isprintable() for letter in printed.replace("\n", ""))
    assert "[31m<b>x" in printed
    assert re.fullmatch(r"(\d{4}-.*\n)*", log)


@pytest.mark.parametrize("command", [["evaluate"], ["mistakes", "--out", "m.png"]], ids=lambda command: command[0])
@pytest.mark.parametrize("kind", ["folder", "file"])
def test_data_are_read(
    command: list[str], kind: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No run is stored with their name."""
    monkeypatch.chdir(folder.parent)
    path = folder if kind == "folder" else folder / "x.npz"
    if kind == "folder":
        (folder / "3").mkdir()
        Image.fromarray(np.pad(np.full((20, 5), 255, np.uint8), 20)).save(folder / "3" / "a.png")
    else:
        np.savez(path, x_train=np.full((1, 28, 28), 255, np.uint8), y_train=[3])
        path = path.rename(folder / f"{NAME}.npz")
    assert run([*command, "--data", str(path), "--as-is"], lambda *_: 0) == 0
    assert "all 1 are used" in capsys.readouterr().err


def test_a_training_on_such_data_is_refused(folder: Path) -> None:
    with pytest.raises(DataError, match=r"not UTF-8.*Rename"):
        DataSource.at(folder)


def test_the_window_says_that_it_cannot_open_such_a_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DigitLabError, match=r"not UTF-8.*Rename"):
        open_window(None, False, [str(folder / "a.png")])
    monkeypatch.chdir(folder)
    with pytest.raises(DigitLabError, match=r"not UTF-8.*Rename"):
        open_window("w.safetensors", False)


def test_the_locale_does_not_matter(folder: Path) -> None:
    """Not even one of plain ASCII."""
    image = (folder / "a.png").rename(folder / "숫자.png")
    environment = os.environ | {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(
        [sys.executable, "main.py", "predict", str(image), str(folder / "missing.png")],
        cwd=root, env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stdout.count("\n") == 1
    assert done.stderr.count("\n") == 1
    assert "no such file" in done.stderr
