"""Weights files are remembered so that they are found after the program has moved."""

import os
from pathlib import Path
from typing import Any

import pytest

import engine
from engine.paths import default_weights, named_weights, shipped_weights, weights_name

ROOT = Path(__file__).resolve().parents[2]


def test_shipped_weights_are_found_wherever_the_program_is() -> None:
    for file in shipped_weights():
        assert named_weights(weights_name(file)) == file
        assert str(file.parent) not in weights_name(file)


def test_a_path_that_an_earlier_version_remembered(tmp_path: Path) -> None:
    gone = tmp_path / "digit-lab-old" / "weights" / "two-layer.safetensors"
    assert named_weights(str(gone)) == default_weights().with_name("two-layer.safetensors")
    gone.parent.mkdir(parents=True)
    gone.touch()
    assert named_weights(str(gone)) == gone


def test_files_of_the_user_stay_what_they_are(tmp_path: Path) -> None:
    for file in (tmp_path / "default.safetensors", tmp_path / "weights" / "mine.safetensors"):
        assert named_weights(weights_name(file)) == file


@pytest.mark.parametrize("name", [f"{'x' * 300}.npz", f"/a/weights/{'x' * 300}", "a/" * 3_000 + "w.npz", "w\0.npz"])
def test_a_name_that_no_file_can_have_stays_what_it_is(name: str) -> None:
    assert named_weights(name) == Path(name)


def test_a_file_in_a_folder_that_may_not_be_searched_is_the_shipped_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """As one in a folder that is gone; of any other name it stays what it is."""
    stat = os.stat

    def refuse(path: str | Path, **options: Any) -> os.stat_result:
        if str(path).startswith("/closed"):
            raise PermissionError(13, "Permission denied", path)
        return stat(path, **options)

    monkeypatch.setattr(os, "stat", refuse)
    assert named_weights("/closed/weights/default.safetensors") == default_weights()
    assert named_weights("/closed/weights/mine.safetensors") == Path("/closed/weights/mine.safetensors")


def test_the_version_is_the_same_everywhere() -> None:
    assert f"\nversion: {engine.__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
