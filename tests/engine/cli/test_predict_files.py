"""predict with folders and patterns, and with what is no image; the cause why an image is no sure digit."""

import json
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from main import main


def one(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.pad(np.full((40, 5), 255, np.uint8), 20)).save(path)
    return path


def predicted(capsys: pytest.CaptureFixture[str], arguments: Sequence[str], status: int = 0) -> tuple[list[str], str]:
    """The names of the predicted files, and what is on standard error."""
    assert main(["predict", *map(str, arguments), "--json"]) == status
    out, err = capsys.readouterr()
    return [Path(row["picture"]).name for row in json.loads(out)], err


def test_a_folder_stands_for_its_images(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("digit-10.png", "digit-9.PNG", "b.jpeg", "._b.png", "inner/c.png"):
        one(tmp_path / name)
    (tmp_path / "notes.txt").write_text("not an image")
    assert predicted(capsys, [tmp_path]) == (["b.jpeg", "digit-9.PNG", "digit-10.png"], "")


def test_a_pattern_stands_for_its_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.png", "b.png", "c.jpg", "inner/d.png", "e[1].png"):
        one(tmp_path / name)
    assert predicted(capsys, [tmp_path / "*.png"])[0] == ["a.png", "b.png", "e[1].png"]
    assert predicted(capsys, [tmp_path / "**" / "*.png"])[0] == ["a.png", "b.png", "e[1].png", "d.png"]
    assert predicted(capsys, [tmp_path / "e[1].png"])[0] == ["e[1].png"]


def test_an_argument_without_images_stops_no_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    good = one(tmp_path / "good.png")
    names, err = predicted(capsys, [tmp_path / "empty", tmp_path / "*.gif", good], status=1)
    assert names == ["good.png"]
    folder, pattern = err.splitlines()
    assert "no image in the folder" in folder
    assert "*.gif" in pattern


def test_a_file_that_cannot_be_looked_at_stops_no_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, long_name = one(tmp_path / "good.png"), "x" * 300 + ".png"
    names, err = predicted(capsys, [tmp_path / long_name, tmp_path / f"{long_name}*", good], status=1)
    assert names == ["good.png"]
    assert len(err.splitlines()) == 2


def test_a_folder_that_may_not_be_searched_stops_no_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    good, secret = one(tmp_path / "good.png"), one(tmp_path / "secret" / "x.png")
    look = os.stat

    def refused(path: object, *args: object, **kwargs: object) -> os.stat_result:
        # Root may search every folder.
        if "secret" in str(path):
            raise PermissionError(13, "Permission denied", str(path))
        return look(path, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "stat", refused)
    names, err = predicted(capsys, [secret, good], status=1)
    assert names == ["good.png"]
    assert "may not be read" in err


@pytest.mark.parametrize("name", ["nosuch.npz", "nosuch.csv", "nosuch.toml", "nosuch.png"])
def test_a_missing_file_is_said_to_be_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    names, err = predicted(capsys, [tmp_path / name], status=1)
    assert names == []
    assert "no such file" in err


@pytest.mark.parametrize(
    ("name", "content", "advice"),
    [
        ("net.npz", None, "--weights"),
        ("pixels.csv", b"label,pixel0\n1,0\n", "evaluate"),
        ("settings.toml", b'format = "digit-lab settings"\n', "window"),
        ("photo.heic", b"\0\0\0\x18ftypheic" + bytes(20), "export it"),
        ("photo.nef", b"II*\0" + bytes(20), "export it"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_another_kind_of_file_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes | None, advice: str
) -> None:
    path = tmp_path / name
    if content is None:
        np.savez(path, W1=np.zeros((784, 10), np.float32), b1=np.zeros(10, np.float32))
    else:
        path.write_bytes(content)
    names, err = predicted(capsys, [path], status=1)
    assert names == []
    assert name in err
    assert advice in err


def test_the_cause_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    image = Image.new("L", (200, 200), 255)
    ImageDraw.Draw(image).rectangle((30, 40, 160, 170), outline=0, width=5)
    path = tmp_path / "frame.png"
    image.save(path)
    assert main(["predict", str(path)]) == 0
    assert "A frame, and no digit apart from it" in capsys.readouterr().out
    assert main(["predict", str(path), "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["cause"], row["sure"]) == ("frame", False)
