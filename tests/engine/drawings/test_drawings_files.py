"""Exporting and importing drawings as files of pen strokes; damaged files are refused."""

import os
from pathlib import Path

import numpy as np
import pytest
from test_drawings import bits, facts, filled, same, strokes

from engine.data.pen_strokes import PenDigits, load_pen, save_pen
from engine.drawings import Drawing, DrawingStore, Import, to_pen
from engine.errors import DataError, DigitLabError, DrawingsError

pytestmark = pytest.mark.usefixtures("unsynced")


@pytest.fixture
def store(tmp_path: Path) -> DrawingStore:
    return DrawingStore(tmp_path / "drawings")


@pytest.fixture
def other(tmp_path: Path) -> DrawingStore:
    return DrawingStore(tmp_path / "other")


def content(drawings: list[Drawing]) -> list[object]:
    """What a file of pen strokes holds of drawings."""
    return [(bits(d.strokes), d.label, d.writer, d.site) for d in drawings]


def test_imported_drawings_equal_the_exported_ones(store: DrawingStore, other: DrawingStore, tmp_path: Path) -> None:
    drawings = filled(store, 12)
    store.delete([drawings[3].id])
    file = tmp_path / "mine.npz"
    assert store.export(file) == 11
    found = other.import_(file)
    assert (len(found.ids), found.duplicates) == (11, 0)
    assert content(other.all()) == content(store.all())
    assert [drawing.id for drawing in other.all()] == list(found.ids)
    assert not {drawing.id for drawing in other.all()} & {drawing.id for drawing in drawings}
    assert all(drawing.imported and drawing.predicted is None and drawing.brush == 2.0 for drawing in other.all())
    other.export(tmp_path / "again.npz")
    assert (tmp_path / "again.npz").read_bytes() == file.read_bytes()


def test_duplicates_are_not_imported(store: DrawingStore, other: DrawingStore, tmp_path: Path) -> None:
    drawings = filled(store, 6)
    file = tmp_path / "mine.npz"
    store.export(file)
    assert store.import_(file) == Import((), 6)
    other.import_(file)
    other.relabel([other.all()[0].id], 9)
    found = other.import_(file)
    assert (len(found.ids), found.duplicates) == (1, 5)
    assert [drawing.label for drawing in other.all()] == [9, 1, 2, 3, 4, 5, 0]
    assert same(store.all(), drawings)


def test_a_drawing_that_is_twice_in_a_file(store: DrawingStore, tmp_path: Path) -> None:
    pen = PenDigits([strokes(0)] * 3, np.array([7, 7, 1], np.uint8), [""] * 3, [""] * 3)
    save_pen(tmp_path / "pen.npz", pen)
    found = store.import_(tmp_path / "pen.npz")
    assert (len(found.ids), found.duplicates) == (2, 1)
    assert [drawing.label for drawing in store.all()] == [7, 1]


def test_importing_restores_a_deleted_drawing(store: DrawingStore, tmp_path: Path) -> None:
    drawing = store.add(strokes(0), 7, 3.0, predicted=1, probability=0.5, network="n")
    others = filled(store, 2, first=5)
    store.export(tmp_path / "mine.npz")
    store.delete([drawing.id])
    assert store.import_(tmp_path / "mine.npz") == Import((drawing.id,), 2)
    assert same(store.all(), [drawing, *others])


def test_writers_and_sites_are_stored(store: DrawingStore, tmp_path: Path) -> None:
    texts = ["손/1", "x" * 300, "a\nb"]
    pen = PenDigits([strokes(i) for i in range(3)], np.arange(3).astype(np.uint8), texts, texts[::-1])
    save_pen(tmp_path / "pen.npz", pen)
    store.import_(tmp_path / "pen.npz")
    clean = ["손/1", "x" * 200, "a?b"]
    assert [drawing.site for drawing in store.all()] == clean
    assert [drawing.writer for drawing in store.all()] == clean[::-1]
    assert to_pen(store.all()).sites == clean


def test_real_strokes(shared_data: Path, store: DrawingStore, tmp_path: Path) -> None:
    file = shared_data / "pen" / "unipen-digits-dev.npz"
    pen = load_pen(file)
    mine = store.add(pen.drawings[5], int(pen.labels[5]), 2.0, predicted=1)
    found = store.import_(file)
    assert (len(found.ids), found.duplicates) == (9896, 1)
    drawings = store.all()
    assert same(drawings[:1], [mine])
    wanted = [i for i in range(len(pen)) if i != 5]
    assert content(drawings[1:]) == [
        (bits(pen.drawings[i]), pen.labels[i], pen.writers[i], pen.sites[i]) for i in wanted
    ]
    assert store.import_(file) == Import((), 9897)
    assert store.export(tmp_path / "all.npz") == 9897
    other = DrawingStore(tmp_path / "other")
    assert len(other.import_(tmp_path / "all.npz").ids) == 9897


# Invalid files


def refused(store: DrawingStore, file: Path) -> str:
    """The message for a file that is refused: one sentence, and the store stays as it was."""
    before = [facts(drawing) for drawing in store.all()]
    with pytest.raises(DigitLabError) as caught:
        store.import_(file)
    assert [facts(drawing) for drawing in store.all()] == before
    sentence = str(caught.value)
    assert f"“{file.name}”" in sentence or f"“{file}”" in sentence
    assert "\n" not in sentence
    assert len(sentence) < 500
    return sentence


def test_files_of_other_kinds_are_refused(store: DrawingStore, tmp_path: Path) -> None:
    filled(store, 2)
    assert "there is no such file" in refused(store, tmp_path / "none.npz")
    assert "it is a folder or a device" in refused(store, tmp_path)
    file = tmp_path / "pen.npz"
    file.write_bytes(b"")
    assert "it is empty" in refused(store, file)
    np.savez(file, x=np.zeros(3))
    assert "has no array “points”" in refused(store, file)


def test_truncated_files_are_refused(store: DrawingStore, other: DrawingStore, tmp_path: Path) -> None:
    filled(store, 3)
    file = tmp_path / "mine.npz"
    store.export(file)
    content = file.read_bytes()
    for length in range(0, len(content), 97):
        file.write_bytes(content[:length])
        refused(other, file)
    assert other.all() == []


@pytest.mark.parametrize(
    ("last", "fault"),
    [
        (np.empty((0, 2)), "its drawing 3 has no points"),
        # Rounded to float32, it is at the limit.
        (np.full((1, 2), 999_999.99), "too far from the canvas"),
    ],
)
def test_one_invalid_drawing_refuses_the_whole_file(
    store: DrawingStore, tmp_path: Path, last: np.ndarray, fault: str
) -> None:
    arrays = [np.ones((2, 2)), np.zeros((1, 2)), last]
    np.savez(
        tmp_path / "pen.npz",
        points=np.concatenate(arrays),
        stroke_end=np.cumsum([len(array) for array in arrays]),
        digit_end=[1, 2, 3],
        labels=[1, 2, 3],
    )
    filled(store, 1)
    refused(store, tmp_path / "pen.npz")
    with pytest.raises((DrawingsError, DataError), match=fault):
        store.import_(tmp_path / "pen.npz")


def test_an_export_that_fails_leaves_the_file_as_it_was(
    store: DrawingStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mine.npz"
    with pytest.raises(DataError, match="there are no drawings"):
        store.export(file)
    assert not file.exists()
    drawings = filled(store, 2)
    store.export(file)
    before = file.read_bytes()

    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    store.delete([drawings[0].id])
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DataError, match=r"“mine\.npz” cannot be saved: the system says “No space left on device”"):
        store.export(file)
    assert file.read_bytes() == before
