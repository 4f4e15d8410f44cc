"""A source of data as text, with how its images are read."""

import os
from pathlib import Path

import numpy as np
import pytest

from engine.data.source import DataSource
from engine.errors import DataError


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (DataSource("mnist"), "mnist"),
        (DataSource("folder", "/a/b:c+d"), "folder:/a/b:c+d"),
        (DataSource("file", "/a/b.npz", "transpose"), "file+transpose:/a/b.npz"),
        (DataSource("file", "C:\\a+b.csv", "transpose+invert"), "file+transpose+invert:C:\\a+b.csv"),
        (DataSource("mnist", "", "as-is"), "mnist+as-is"),
    ],
)
def test_the_text_of_a_source(source: DataSource, text: str) -> None:
    assert str(source) == text
    assert DataSource.of(text) == source


def test_an_unknown_transform() -> None:
    with pytest.raises(DataError, match="Images cannot be turned by “flip”: choose one of as-is, transpose"):
        DataSource.of("file+flip:/a")


def test_the_images_are_turned_as_they_are_read(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    images, labels = rng.integers(0, 256, (30, 28, 28), np.uint8), np.arange(30) % 10
    np.savez(tmp_path / "some.npz", x_train=images, y_train=labels)
    source = DataSource.at(tmp_path / "some.npz")
    plain, both = source.load(), source.turned("transpose+invert").load()
    for before, after in ((plain.train, both.train), (plain.test, both.test)):
        np.testing.assert_array_equal(after.images, 255 - before.images.transpose(0, 2, 1))
        np.testing.assert_array_equal(after.labels, before.labels)
    assert source.difference(source.turned("invert")) == "invert"
    assert source.difference(DataSource("mnist")) is None


@pytest.mark.parametrize("path", ["", "/a/b.npz", "C:\\a\\b.npz", "\\\\server\\a"])
def test_an_absolute_path_of_any_system_stays(path: str) -> None:
    source = DataSource("mnist", path, "invert")
    assert source.absolute() == source


@pytest.mark.parametrize("path", ["b.npz", "./b.npz", "c/../b.npz"])
def test_a_relative_path_is_made_absolute(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert DataSource("file", path, "invert").absolute() == DataSource("file", str(tmp_path / "b.npz"), "invert")


@pytest.mark.skipif(os.name == "nt", reason="Windows has other limits")
def test_a_path_that_the_system_refuses_is_refused_in_a_short_sentence() -> None:
    with pytest.raises(DataError, match=r"^“x+…” cannot be opened: the system says “File name too long”") as caught:
        DataSource.at("x" * 100_000).load()
    assert len(str(caught.value)) < 200
