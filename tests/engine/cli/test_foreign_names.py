"""Names that are not UTF-8: the command works, or says so in a sentence."""

import os
import subprocess
import sys
from pathlib import Path

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
