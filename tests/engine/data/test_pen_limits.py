"""Files of pen strokes that would take gigabytes: refused, or the work is in proportion to the points."""

import tracemalloc
from pathlib import Path

import numpy as np
import pytest

from engine.data.pen_strokes import PenDigits, distort_drawing, load_pen, pen_dataset, save_pen
from engine.data.synthetic.distortion import near_pen_widths
from engine.errors import DataError
from engine.ink.preprocess import centre_drawings, prepare_drawing
from engine.ink.strokes import curve, relative_length
from engine.io.limits import MAX_LENGTH


def refused(file: Path, **arrays: object) -> str:
    np.savez_compressed(file, **arrays)
    assert file.stat().st_size < 1_000_000
    with pytest.raises(DataError) as caught:
        load_pen(file)
    return str(caught.value)


def test_what_a_small_file_unpacks_to_is_limited(tmp_path: Path) -> None:
    file = tmp_path / "a.npz"
    one = {"digit_end": np.array([1]), "labels": np.array([1])}
    stroke = {"points": np.zeros((10, 2), np.float32), "stroke_end": np.array([10])}
    empty = np.zeros(10_000, np.int64)
    empty[-1] = 10
    many = stroke | one | {"stroke_end": empty, "digit_end": np.array([10_000])}
    assert "a drawing has more than 2,000 strokes" in refused(file, **many)
    long_text = np.zeros(1, "U40000000")
    assert "its array “sites.npy” is too large" in refused(file, **stroke, **one, sites=long_text)
    points = {"points": np.zeros((200_001, 2), np.float32), "stroke_end": np.array([200_001])}
    assert "a drawing has more than 200,000 points" in refused(file, **points, **one)
    # 1,500 empty strokes in each drawing.
    drawings = {"points": np.zeros((400, 2), np.float32), "labels": np.zeros(400, np.uint8)}
    ends = {
        "stroke_end": np.repeat(np.arange(1, 401, dtype=np.int32), 1_500),
        "digit_end": 1_500 * np.arange(1, 401),
    }
    assert "it has more than 500,000 strokes" in refused(file, **drawings, **ends)


def test_the_number_of_drawings_is_limited(tmp_path: Path) -> None:
    """Those of a file of a million took four seconds."""
    n = 250_001
    ends = np.arange(1, n + 1, dtype=np.int32)
    labels = np.zeros(n, np.uint8)
    message = refused(
        tmp_path / "a.npz", points=np.zeros((n, 2), np.float32), stroke_end=ends, digit_end=ends, labels=labels
    )
    assert "it has more than 250,000 drawings" in message


def test_a_drawing_in_the_units_of_a_tablet_takes_no_more_than_one_of_the_canvas() -> None:
    angle = np.linspace(0, 6, 40)
    drawing = [np.column_stack((14 + 8 * np.cos(angle), 14 + 10 * np.sin(angle)))]
    tablet = [1_000 * stroke for stroke in drawing]
    few, many = (sum(map(len, distort_drawing(each, np.random.default_rng(1)))) for each in (drawing, tablet))
    assert few <= many < 6 * few
    images = [prepare_drawing(distort_drawing(each, np.random.default_rng(1))).centred for each in (drawing, tablet)]
    np.testing.assert_allclose(images[0], images[1], atol=0.1)


def test_hours_of_scribbling_take_little_memory() -> None:
    scribble = np.random.default_rng(0).random((30_000, 2)) * 28_000
    assert len(curve(scribble)) < 30_000 + (1 << 18) + 2
    tracemalloc.start()
    prepare_drawing([scribble]).centred  # noqa: B018 - computed where it is asked for
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 500 << 20


def with_names(file: Path, names: list[str]) -> Path:
    """A file with as many drawings, from these sites and by these writers."""
    n = len(names)
    ends = np.arange(1, n + 1)
    texts = np.array(names)
    np.savez_compressed(
        file, points=np.zeros((n, 2)), stroke_end=ends, digit_end=ends, labels=ends % 10, sites=texts, writers=texts
    )
    return file


def test_one_long_name_does_not_make_the_others_as_long(tmp_path: Path) -> None:
    """Two files of 20 kB together took 2 GB to be divided by sites: 400 kB for each drawing."""
    files = [with_names(tmp_path / "long.npz", ["x" * 99_999]), with_names(tmp_path / "many.npz", ["a", "b"] * 60)]
    pen = PenDigits.concatenate([load_pen(file) for file in files])
    tracemalloc.start()
    rest, held_out = pen.split_sites(["a"])
    only = pen.of_sites(["b", "x" * 99_999])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5 << 20
    assert (len(rest), set(held_out.sites)) == (61, {"a"})
    assert only.sites == rest.sites
    # Their texts are more than a file may have.
    save_pen(tmp_path / "both.npz", pen)
    loaded = load_pen(tmp_path / "both.npz")
    assert loaded.sites[1:] == loaded.writers[1:] == pen.sites[1:]
    assert set(loaded.sites[0]) == set(loaded.writers[0]) == {"x"}


@pytest.mark.parametrize("unit", [1.0, 1_000.0])
def test_strokes_that_are_far_too_long_are_refused(tmp_path: Path, unit: float) -> None:
    """A hundred drawings of 300 kB took gigabytes and minutes."""
    points = np.tile(unit * np.array([[0, 0], [0, 27]], np.float32), (10_000, 1))
    long = {"points": points, "stroke_end": np.array([20_000]), "digit_end": np.array([1]), "labels": np.array([1])}
    assert "longer than 1,000 times its size" in refused(tmp_path / "a.npz", **long)
    with pytest.raises(DataError, match="longer than 1,000 times its size"):
        save_pen(tmp_path / "b.npz", PenDigits([[points]], np.array([1], np.uint8), [""], [""]))


@pytest.mark.parametrize("unit", [1.0, 1_000.0])
def test_many_long_drawings_are_refused(tmp_path: Path, unit: float) -> None:
    """Each may be as long as that, but 28,000 of them, a file of 420 kB, took a quarter of an hour."""
    n, points = 2_500, 820
    stroke = np.tile(unit * np.array([[0, 0], [1, 27]], np.float32), (points // 2, 1))
    ends = points * np.arange(1, n + 1)
    long = {"points": np.tile(stroke, (n, 1)), "stroke_end": ends, "digit_end": np.arange(1, n + 1)}
    message = refused(tmp_path / "a.npz", **long, labels=np.zeros(n, np.uint8))
    assert "all its strokes together are longer than 2,000,000 times the size of a drawing" in message
    with pytest.raises(DataError, match="all its strokes together"):
        save_pen(tmp_path / "b.npz", PenDigits([[stroke]] * n, np.zeros(n, np.uint8), [""] * n, [""] * n))
    assert not (tmp_path / "b.npz").exists()


@pytest.mark.parametrize("seed", range(20))
def test_the_length_of_each_drawing_is_that_of_its_strokes(tmp_path: Path, seed: int) -> None:
    """Also where strokes are empty or a point: the longest one that may be read, and a longer one."""
    rng = np.random.default_rng(seed)
    drawings = [
        [rng.uniform(0, 300, (n, 2)).astype(np.float32) for n in (*rng.integers(0, 30, rng.integers(0, 4)), 1 + i % 3)]
        for i in range(40)
    ]
    longest = max(drawings, key=relative_length)
    step = np.ptp(np.concatenate(longest), axis=0).max()
    corner = np.concatenate(longest).min(axis=0)
    there_and_back = np.array([corner, corner + np.array([step, 0])], np.float32)
    for more, is_read in ((MAX_LENGTH - 2 - relative_length(longest), True), (MAX_LENGTH, False)):
        longest.append(np.tile(there_and_back, (int(more) // 2, 1)))
        n = len(drawings)
        pen = PenDigits(drawings, np.zeros(n, np.uint8), [""] * n, [""] * n)
        if is_read:
            save_pen(tmp_path / "a.npz", pen)
            assert len(load_pen(tmp_path / "a.npz").drawings) == n
        else:
            with pytest.raises(DataError, match="longer than 1,000 times its size"):
                save_pen(tmp_path / "a.npz", pen)


def test_digits_with_many_points_are_a_batch_of_256() -> None:
    """Where a batch ends is part of the random stream: a training that is resumed must get the same images."""
    angle = np.linspace(0, 6, 600)
    drawing = [np.column_stack((14 + 8 * np.cos(angle), 14 + 10 * np.sin(angle))).astype(np.float32)]
    pen = PenDigits([drawing] * 260, np.zeros(260, np.uint8), [""] * 260, [""] * 260)
    rng = np.random.default_rng(0)
    distorted = [distort_drawing(drawing, rng) for _ in range(256)]
    first = centre_drawings(distorted[:3], near_pen_widths(256, rng)[:3], smooth=False)
    images = pen_dataset(pen, "many points", np.random.default_rng(0)).images
    np.testing.assert_array_equal(images[:3], np.rint(first * 255))


@pytest.mark.parametrize("distorted", [False, True])
def test_scribbles_are_made_a_few_at_a_time(distorted: bool) -> None:
    """As long as the limit allows: 256 of them took a gigabyte, and these 40 more than 140 MB."""
    one = [np.tile(np.array([[0, 0], [20, 27]], np.float32), (350, 1))]
    pen = PenDigits([one] * 40, np.zeros(40, np.uint8), [""] * 40, [""] * 40)
    tracemalloc.start()
    try:
        images = pen_dataset(pen, "scribbles", np.random.default_rng(0) if distorted else None).images
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert images.any(axis=(1, 2)).all()
    assert peak < 110e6
