"""Files of pen strokes."""

import contextlib
import os
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.data.pen_strokes import PenDigits, load_pen, pen_dataset, save_pen
from engine.errors import DataError
from engine.ink.preprocess import prepare_drawing
from engine.io.limits import MAX_POINTS


def arrays(**changes: object) -> dict[str, object]:
    good = {
        "points": np.arange(20, dtype=np.float32).reshape(10, 2),
        "stroke_end": np.array([4, 7, 10]),
        "digit_end": np.array([1, 3]),
        "labels": np.array([7, 2], np.uint8),
        "sites": np.array(["a", "b"]),
        "writers": np.array(["a/1", "b/2"]),
    }
    return {name: array for name, array in (good | changes).items() if array is not None}


def saved(tmp_path: Path, **changes: object) -> Path:
    file = tmp_path / "pen.npz"
    np.savez(file, **arrays(**changes))
    return file


def test_drawings_are_cut_at_the_running_ends(tmp_path: Path) -> None:
    pen = load_pen(saved(tmp_path))
    assert [[len(stroke) for stroke in drawing] for drawing in pen.drawings] == [[4], [3, 3]]
    np.testing.assert_array_equal(pen.drawings[1][0][0], [8, 9])
    assert pen.labels.tolist() == [7, 2]
    assert pen.sites == ["a", "b"]
    assert all(stroke.dtype == np.float32 for drawing in pen.drawings for stroke in drawing)


def test_arrays_of_other_programs_do_not_matter(tmp_path: Path) -> None:
    others = {"extra": np.array([b"bytes"]), "when": np.array(["2026-01-01"], "datetime64[D]"), "z": np.array([1j])}
    assert load_pen(saved(tmp_path, **others)).labels.tolist() == [7, 2]


def test_sites_and_writers_may_be_absent(tmp_path: Path) -> None:
    assert load_pen(saved(tmp_path, sites=None, writers=None)).sites == ["", ""]


@pytest.mark.parametrize(
    "changes",
    [
        {"points": None},
        {"labels": None},
        {"points": np.zeros((10, 3), np.float32)},
        {"points": np.zeros((10, 2), np.complex64)},
        {"points": np.zeros((10, 2), bool)},
        {"points": np.array([["a", "b"]] * 10)},
        {"points": np.full((10, 2), 10**9)},
        {"points": np.full((10, 2), np.nan, np.float32)},
        {"stroke_end": np.array([4, 7, 9])},
        {"stroke_end": np.array([7, 4, 10])},
        {"stroke_end": np.array([-1, 4, 10])},
        {"stroke_end": np.array([4.0, 7.0, 10.0])},
        {"digit_end": np.array([1, 4])},
        {"labels": np.array([7], np.uint8)},
        {"labels": np.array([7, 10], np.uint8)},
        {"labels": np.array([], np.uint8), "digit_end": np.array([], int)},
        {"sites": np.array(["a"])},
        {"labels": np.array([7, None], object)},
    ],
)
def test_inconsistent_arrays_are_refused(tmp_path: Path, changes: dict[str, object]) -> None:
    with pytest.raises(DataError, match=r"pen\.npz"):
        load_pen(saved(tmp_path, **changes))


@pytest.mark.parametrize("name", ["stroke_end", "digit_end"])
@pytest.mark.parametrize("far", [[2**62, -(2**63), -1], [2**63 - 1, -(2**63)], [-(2**63), 2**62], [0, 2**40]])
def test_running_ends_are_never_out_of_range(tmp_path: Path, name: str, far: list[int]) -> None:
    """Differences of numbers that are far apart are not below 0 where they overflow."""
    total = {"stroke_end": 10, "digit_end": 3}[name]
    ends = np.array([*far * 3, total], np.int64)
    changes: dict[str, object] = {name: ends, "sites": None, "writers": None}
    if name == "digit_end":
        changes["labels"] = np.zeros(len(ends), np.uint8)
    else:
        changes |= {"digit_end": np.array([len(ends)]), "labels": np.array([7])}
    with pytest.raises(DataError, match=f"“{name}” does not run up to {total}"):
        load_pen(saved(tmp_path, **changes))


@pytest.mark.parametrize("kind", [np.int8, np.uint8, np.int16, np.int32, np.int64, np.float16, np.float64])
def test_points_may_be_numbers_of_any_size(tmp_path: Path, kind: type[np.number]) -> None:
    """Tablets give whole ones."""
    points = np.arange(20).reshape(10, 2)
    np.testing.assert_array_equal(load_pen(saved(tmp_path, points=points.astype(kind))).drawings[0][0], points[:4])


@pytest.mark.parametrize("member", ["README.txt", "folder/"])
def test_another_file_among_the_arrays_is_named(tmp_path: Path, member: str) -> None:
    file = saved(tmp_path)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(member, b"text")
    with pytest.raises(DataError, match=f"opened: “{member}” is no array. Choose another file"):
        load_pen(file)


def test_every_cut_off_file_is_refused(tmp_path: Path) -> None:
    content = saved(tmp_path).read_bytes()
    cut = tmp_path / "cut.npz"
    for length in range(0, len(content), 37):
        cut.write_bytes(content[:length])
        with pytest.raises(DataError):
            load_pen(cut)


def test_real_strokes(shared_data: Path) -> None:
    pen = load_pen(shared_data / "pen" / "unipen-digits-dev.npz")
    assert len(pen) == 9897
    assert sum(map(len, pen.drawings)) == 12316
    assert len(set(pen.writers)) == 403


def test_drawings_are_prepared_as_the_recognizer_prepares_them(tmp_path: Path) -> None:
    pen = load_pen(saved(tmp_path))
    data = pen_dataset(pen, "some")
    assert data.labels.tolist() == [7, 2]
    for drawing, image in zip(pen.drawings, data.images, strict=True):
        np.testing.assert_allclose(image / 255, prepare_drawing(drawing).centred, atol=0.51 / 255)


def test_whole_sites_are_held_out(tmp_path: Path) -> None:
    pen = load_pen(saved(tmp_path))
    rest, held_out = pen.split_sites(["b"])
    assert rest.sites == ["a"]
    assert held_out.sites == ["b"]
    assert held_out.labels.tolist() == [2]
    np.testing.assert_array_equal(held_out.drawings[0][0], pen.drawings[1][0])
    with pytest.raises(DataError, match=r"there are “a” and “b”\."):
        pen.split_sites(["c"])
    with pytest.raises(DataError, match="leave some to train on"):
        pen.split_sites(["a", "b"])


@pytest.mark.parametrize(
    "header",
    [b"{'descr': '<f4', 'fortran_order': False, 'shape': (10, 2), ", b"'''", b"{[]: 1}", b"", b"\xff" * 40],
)
def test_a_broken_header_is_refused(tmp_path: Path, header: bytes) -> None:
    member = b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little") + header + bytes(80)
    for content in (member, b"no array at all"):
        file = saved(tmp_path)
        with zipfile.ZipFile(file) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        with zipfile.ZipFile(file, "w") as archive:
            for name, good in members.items():
                archive.writestr(name, content if name == "points.npy" else good)
        with pytest.raises(DataError, match=r"pen\.npz"):
            load_pen(file)


@pytest.mark.parametrize("compression", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2, zipfile.ZIP_DEFLATED])
def test_a_damaged_member_is_refused_or_read(tmp_path: Path, compression: int) -> None:
    file = saved(tmp_path)
    with zipfile.ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, good in members.items():
            archive.writestr(name, good)
    whole = file.read_bytes()
    rng = np.random.default_rng(0)
    for _ in range(150):
        damaged = bytearray(whole)
        damaged[int(rng.integers(len(whole)))] = int(rng.integers(256))
        file.write_bytes(damaged)
        with contextlib.suppress(DataError):
            assert len(load_pen(file)) == 2


@pytest.mark.parametrize(
    ("digit_end", "number"),
    [([0, 1, 3], 1), ([1, 1, 3], 2), ([1, 3, 3], 3), ([1, 2, 3], 2), ([0, 0, 3], 1)],
)
def test_a_drawing_without_points_is_refused(tmp_path: Path, digit_end: list[int], number: int) -> None:
    """It would be a blank image with the label of a digit. The second stroke has no points."""
    changes = {"stroke_end": np.array([4, 4, 10]), "digit_end": np.array(digit_end), "labels": np.array([9, 8, 3])}
    fault = f"its drawing {number} has no points"
    with pytest.raises(DataError, match=rf"pen\.npz” cannot be opened: {fault}"):
        load_pen(saved(tmp_path, **changes, sites=None, writers=None))


def test_points_that_are_too_far_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="finite"):
        load_pen(saved(tmp_path, points=np.full((10, 2), 1e300)))


# Saving


def same(found: PenDigits, wanted: PenDigits) -> bool:
    bits = [
        [[(stroke.dtype, stroke.shape, stroke.tobytes()) for stroke in drawing] for drawing in pen.drawings]
        for pen in (found, wanted)
    ]
    return (
        bits[0] == bits[1]
        and found.labels.tolist() == wanted.labels.tolist()
        and (found.sites, found.writers) == (wanted.sites, wanted.writers)
    )


def test_saved_drawings_are_loaded_unchanged(tmp_path: Path) -> None:
    strokes = [np.array([[0.1, -0.0], [1e-40, 999_999]], np.float32), np.empty((0, 2), np.float32)]
    pen = PenDigits([strokes, [strokes[0]]], np.array([7, 2], np.uint8), ["", "손"], ["", "손/1"])
    for found in (pen, load_pen(saved(tmp_path))):
        save_pen(tmp_path / "new.npz", found)
        assert same(load_pen(tmp_path / "new.npz"), found)
    before = (tmp_path / "new.npz").read_bytes()
    save_pen(tmp_path / "new.npz", found)
    assert (tmp_path / "new.npz").read_bytes() == before


def test_real_strokes_are_loaded_unchanged(shared_data: Path, tmp_path: Path) -> None:
    pen = load_pen(shared_data / "pen" / "unipen-digits-dev.npz")
    save_pen(tmp_path / "pen.npz", pen)
    assert same(load_pen(tmp_path / "pen.npz"), pen)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda pen: pen.subset([]), "there are no drawings"),
        (lambda pen: replace(pen, drawings=[[], []]), "there are no drawings"),
        (lambda pen: replace(pen, drawings=[[np.ones((1, 2), np.float32)], []]), "its drawing 2 has no points"),
        (lambda pen: replace(pen, drawings=[[np.full((1, 2), np.nan, np.float32)]] * 2), "too far from the canvas"),
        (lambda pen: replace(pen, drawings=[[np.full((1, 2), 1e6, np.float32)]] * 2), "too far from the canvas"),
        (lambda pen: replace(pen, drawings=[[np.zeros((MAX_POINTS + 1, 2), np.float32)]] * 2), "200,000 points"),
        (lambda pen: replace(pen, labels=np.array([7, 10], np.uint8)), "not a digit"),
    ],
)
def test_drawings_that_could_not_be_loaded_are_not_saved(
    tmp_path: Path, change: Callable[[PenDigits], PenDigits], fault: str
) -> None:
    file = saved(tmp_path)
    before, pen = file.read_bytes(), load_pen(file)
    with pytest.raises(DataError, match=f"pen.npz” cannot be saved: .*{fault}"):
        save_pen(file, change(pen))
    assert file.read_bytes() == before


def test_a_full_disk_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    file = saved(tmp_path)
    before, pen = file.read_bytes(), load_pen(file)
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(DataError, match=r"pen\.npz” cannot be saved: the system says “No space left on device”"):
            save_pen(file, pen)
    for path in (tmp_path / "no folder" / "pen.npz", tmp_path / "a\0b"):
        with pytest.raises(DataError, match="cannot be saved: the system says"):
            save_pen(path, pen)
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["pen.npz"]
