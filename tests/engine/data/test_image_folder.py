"""A folder of images: prepared as the recognizer prepares them, and every file that cannot be used is reported."""

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from engine.data import image_folder
from engine.data.dataset import Dataset
from engine.data.dataset_summary import Loaded, digit_counts
from engine.data.image_folder import load_image_folder
from engine.data.split import in_both
from engine.errors import DataError
from engine.ink.images import prepare_image, read_image


def draw(path: Path, variant: int = 0, size: int = 28) -> Path:
    """A different zigzag for each variant, light on dark."""
    path.parent.mkdir(parents=True, exist_ok=True)
    image = Image.new("L", (size, size), 0)
    corners = np.random.default_rng(variant).integers(4, 24, (5, 2)) * size / 28
    ImageDraw.Draw(image).line([(x, y) for x, y in corners.tolist()], fill=255, width=max(1, size // 14))
    image.save(path)
    return path


def some(folder: Path, per_digit: int = 3, digits: range = range(10)) -> Path:
    for digit in digits:
        for i in range(per_digit):
            draw(folder / str(digit) / f"{i}.png", digit * per_digit + i)
    return folder


def counts(loaded: Loaded) -> tuple[list[int], list[int]]:
    return digit_counts(loaded.train).tolist(), digit_counts(loaded.test).tolist()


def as_set(dataset: Dataset) -> set[tuple[int, bytes]]:
    return {(int(label), image.tobytes()) for label, image in zip(dataset.labels, dataset.images, strict=True)}


# -- what is read


def test_a_folder_a_digit(tmp_path: Path) -> None:
    loaded = load_image_folder(some(tmp_path / "mine"))
    assert loaded.faults == ()
    assert (loaded.train.name, loaded.test.name) == ("“mine” training set", "“mine” test set")
    assert counts(loaded) == ([2] * 10, [1] * 10)
    assert not len(in_both(loaded.train, loaded.test))


@pytest.mark.parametrize("name", ["0.png", "1.jpg", "2.bmp", "3.gif", "4.webp", "5.tif", "6.ppm", "7.pgm", "8"])
def test_images_are_prepared_as_the_recognizer_prepares_them(tmp_path: Path, name: str) -> None:
    file = draw(tmp_path / "7" / f"{name}.png", int(name[0]), size=90)
    with Image.open(file) as image:
        image.save(tmp_path / "7" / name, None if "." in name else "PNG")
    file.unlink()
    loaded = load_image_folder(tmp_path)
    wanted = prepare_image(read_image(tmp_path / "7" / name)).centred
    assert loaded.train.labels.tolist() == [7]
    np.testing.assert_allclose(loaded.train.images[0] / 255, wanted, atol=0.51 / 255)


def test_an_image_in_mnists_form_is_unchanged(tmp_path: Path) -> None:
    image = np.zeros((28, 28), np.uint8)
    image[5:24, 12:17] = np.random.default_rng(0).integers(120, 256, (19, 1))
    (tmp_path / "1").mkdir()
    Image.fromarray(image).save(tmp_path / "1" / "one.png")
    np.testing.assert_array_equal(load_image_folder(tmp_path).train.images[0], image)


def test_missing_digits_and_system_files(tmp_path: Path) -> None:
    some(tmp_path, digits=range(3, 5))
    for name in (".DS_Store", "Thumbs.db", "3/.DS_Store", "3/._0.png", "4/desktop.ini", "4/Thumbs.db"):
        (tmp_path / name).write_bytes(b"no image")
    (tmp_path / "__MACOSX" / "3").mkdir(parents=True)
    (tmp_path / "4" / ".thumbnails").mkdir()
    loaded = load_image_folder(tmp_path)
    assert loaded.faults == ()
    assert counts(loaded) == ([0, 0, 0, 2, 2, 0, 0, 0, 0, 0], [0, 0, 0, 1, 1, 0, 0, 0, 0, 0])


@pytest.mark.parametrize(("train", "test"), [("train", "test"), ("training", "testing"), ("Train", "TEST")])
def test_two_sets(tmp_path: Path, train: str, test: str) -> None:
    some(tmp_path / train)
    draw(tmp_path / test / "5" / "0.png", 60)
    loaded = load_image_folder(tmp_path)
    assert loaded.faults == ()
    assert counts(loaded) == ([3] * 10, [0, 0, 0, 0, 0, 1, 0, 0, 0, 0])
    assert loaded.train.labels.tolist() != sorted(loaded.train.labels.tolist())


def test_a_training_set_alone_and_a_test_set_beside_the_digits(tmp_path: Path) -> None:
    some(tmp_path / "a" / "train")
    assert counts(load_image_folder(tmp_path / "a")) == ([2] * 10, [1] * 10)
    draw(some(tmp_path / "b") / "test" / "5" / "0.png", 60)
    loaded = load_image_folder(tmp_path / "b")
    assert loaded.faults == ()
    assert counts(loaded) == ([3] * 10, [0, 0, 0, 0, 0, 1, 0, 0, 0, 0])


def test_same_seed_same_sets(tmp_path: Path) -> None:
    first, again, other = (load_image_folder(some(tmp_path, 4), seed=seed) for seed in (1, 1, 2))
    for one, same, different in zip(
        (first.train, first.test), (again.train, again.test), (other.train, other.test), strict=True
    ):
        assert one.images.tobytes() == same.images.tobytes()
        assert one.labels.tolist() == same.labels.tolist()
        assert as_set(one) != as_set(different)


def test_other_names_same_sets(tmp_path: Path) -> None:
    before = load_image_folder(some(tmp_path, 4))
    for file in list(tmp_path.glob("*/*.png")):
        file.rename(file.with_name(f"{9 - int(file.stem)}, renamed.png"))
    after = load_image_folder(tmp_path)
    assert as_set(after.train) == as_set(before.train)
    assert as_set(after.test) == as_set(before.test)


# -- what is skipped


def test_every_fault_is_reported(tmp_path: Path) -> None:
    some(tmp_path, 3, range(0, 3))
    (tmp_path / "notes.txt").write_text("my digits")
    (tmp_path / "digit 3").mkdir()
    (tmp_path / "00").mkdir()
    draw(tmp_path / "0" / "anna" / "0.png", 50)
    (tmp_path / "0" / "notes.txt").write_text("my digits")
    (tmp_path / "1" / "blank.png").write_bytes(b"")
    (tmp_path / "1" / "cut.png").write_bytes((tmp_path / "1" / "0.png").read_bytes()[:60])
    Image.new("L", (50, 50), 200).save(tmp_path / "2" / "paper.png")
    Image.new("1", (9000, 9000)).save(tmp_path / "2" / "wall.png")
    loaded = load_image_folder(tmp_path)
    assert counts(loaded) == ([2, 2, 2] + [0] * 7, [1, 1, 1] + [0] * 7)
    wanted = [
        "“0/anna” is a folder in a digit's folder: move its images up into “0”.",
        "“00” is a folder, but is not called 0 to 9: it is skipped.",
        "“digit 3” is a folder, but is not called 0 to 9: it is skipped.",
        "“notes.txt” is in no digit's folder: it is skipped.",
        "“0/notes.txt” is not an image that can be read: PNG, JPEG, BMP, GIF, WebP, TIFF or AVIF.",
        "“1/blank.png” cannot be opened: it is empty. Copy or download it again.",
        "“1/cut.png” is damaged or cut off: it cannot be read.",
        "“2/paper.png” is empty: nothing stands out from its background.",
        "“2/wall.png” cannot be opened: it has 9,000 × 9,000 pixels: choose one of at most 50 million (a JPEG of one "
        "scan: 205 million), and of at most 30,000 a side.",
    ]
    assert list(loaded.faults) == wanted


def test_an_image_cannot_be_two_digits(tmp_path: Path) -> None:
    some(tmp_path)
    # Another kind of file, and the same image.
    with Image.open(draw(tmp_path / "3" / "a.png", 70)) as image:
        image.convert("RGB").save(tmp_path / "8" / "b.bmp")
    draw(tmp_path / "3" / "c.png", 70)
    loaded = load_image_folder(tmp_path)
    assert loaded.faults == (
        "“3/a.png” is the same image as “8/b.bmp”: it cannot be both digits.",
        "“3/c.png” is the same image as “8/b.bmp”: it cannot be both digits.",
        "“8/b.bmp” is the same image as “3/a.png”: it cannot be both digits.",
    )
    assert counts(loaded) == ([2] * 10, [1] * 10)


def test_copies_of_one_digit_stay_together(tmp_path: Path) -> None:
    for i in range(12):
        draw(tmp_path / "4" / f"{i}.png", i // 2)
    for seed in range(5):
        loaded = load_image_folder(tmp_path, seed=seed)
        assert loaded.faults == ()
        assert (len(loaded.train), len(loaded.test)) == (10, 2)
        assert not len(in_both(loaded.train, loaded.test))


def test_training_images_are_not_in_the_test_set(tmp_path: Path) -> None:
    some(tmp_path / "train")
    for i in range(4):
        draw(tmp_path / "test" / "2" / f"{i}.png", 7 + i)  # the 2s to train on are variants 6 to 8, the 3s 9 to 11
    draw(tmp_path / "test" / "2" / "4.png", 99)
    loaded = load_image_folder(tmp_path)
    reason = "training images cannot be used for the test"
    assert loaded.faults == (
        "“train/3/0.png” is the same image as “test/2/2.png”: it cannot be both digits.",
        "“train/3/1.png” is the same image as “test/2/3.png”: it cannot be both digits.",
        f"“test/2/0.png” is the same image as “train/2/1.png”: {reason}.",
        f"“test/2/1.png” is the same image as “train/2/2.png”: {reason}.",
        "“test/2/2.png” is the same image as “train/3/0.png”: it cannot be both digits.",
        "“test/2/3.png” is the same image as “train/3/1.png”: it cannot be both digits.",
    )
    assert counts(loaded) == ([3, 3, 3, 1, 3, 3, 3, 3, 3, 3], [0, 0, 1, 0, 0, 0, 0, 0, 0, 0])


def test_other_entries_beside_a_training_set(tmp_path: Path) -> None:
    some(tmp_path / "train")
    some(tmp_path, 1)
    (tmp_path / "training").mkdir()
    (tmp_path / "notes.txt").touch()
    loaded = load_image_folder(tmp_path)
    assert len(loaded.faults) == 12
    assert loaded.faults[0] == "“0” is beside “train”, not in it: it is skipped."
    assert counts(loaded) == ([2] * 10, [1] * 10)


def test_faults_are_one_line_each(tmp_path: Path) -> None:
    some(tmp_path, 1)
    odd = os.fsdecode(b"\xff\xfe") + "a\nb\u202e.png" if os.name == "posix" else "a\u202eb.png"
    try:
        (tmp_path / "1" / odd).write_bytes(b"no image")
    except OSError:
        pytest.skip("this file system takes no such names")
    (fault,) = load_image_folder(tmp_path).faults
    fault.encode()
    assert fault.startswith("“1/")
    assert fault.splitlines() == [fault]
    assert "?.png” is not an image" in fault or "a?b.png” is not an image" in fault


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="links need rights there")
def test_links(tmp_path: Path) -> None:
    some(tmp_path / "elsewhere", 3, range(1))
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "0").symlink_to(tmp_path / "elsewhere" / "0")
    (mine / "1").symlink_to(mine / "1")
    (mine / "2").symlink_to(tmp_path / "nowhere")
    (tmp_path / "elsewhere" / "0" / "loop").symlink_to(mine)
    (tmp_path / "elsewhere" / "0" / "gone.png").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "elsewhere" / "0" / "pipe")
    loaded = load_image_folder(mine)
    assert len(loaded.train) + len(loaded.test) == 3
    assert [fault.split("”")[0] for fault in loaded.faults] == ["“0/loop", "“1", "“2", "“0/gone.png", "“0/pipe"]


# -- when nothing can be done


def nothing(folder: Path) -> None:
    """There is no such folder."""


def a_file(folder: Path) -> None:
    folder.write_text("a file")


def empty(folder: Path) -> None:
    folder.mkdir()


def flat(folder: Path) -> None:
    draw(folder / "three.png")


def empty_digits(folder: Path) -> None:
    (folder / "3").mkdir(parents=True)


def damaged(folder: Path) -> None:
    empty_digits(folder)
    (folder / "3" / "a.png").write_bytes(b"no image")


def no_test_digits(folder: Path) -> None:
    some(folder / "train", 1)
    (folder / "test").mkdir()


def no_test_images(folder: Path) -> None:
    some(folder / "train", 1)
    (folder / "test" / "3").mkdir(parents=True)


def copied(folder: Path) -> None:
    some(folder / "train", 1)
    some(folder / "test", 1)


def only_tests(folder: Path) -> None:
    some(folder / "test", 1)


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (nothing, "There is no folder “.*mine”"),
        (a_file, "There is no folder “.*mine”"),
        (empty, "mine” has no folders called 0 to 9"),
        (flat, "mine” has no folders called 0 to 9"),
        (empty_digits, "mine” holds no image to train on.$"),
        (damaged, "mine” holds no image to train on. The first fault: “3/a.png” is not an image"),
        (no_test_digits, "test” has no folders called 0 to 9"),
        (no_test_images, "mine” holds no image to test with.$"),
        (copied, "to test with. The first fault: “test/0/0.png” is the same image"),
        (only_tests, "mine” has no folders called 0 to 9"),
    ],
)
def test_a_folder_that_cannot_be_used(tmp_path: Path, make: Callable[[Path], None], fault: str) -> None:
    make(tmp_path / "mine")
    with pytest.raises(DataError, match=fault):
        load_image_folder(tmp_path / "mine")


def test_too_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image_folder, "MAX_FILES", 30)
    load_image_folder(some(tmp_path))
    draw(tmp_path / "3" / "more.png", 40)
    with pytest.raises(DataError, match="holds more than 30 files"):
        load_image_folder(tmp_path)
    for i in range(30):
        (tmp_path / "3" / f"still more {i}.png").touch()
    with pytest.raises(DataError, match="3” holds more than 30 files"):
        load_image_folder(tmp_path)


def test_too_many_files_in_both_sets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image_folder, "MAX_FILES", 15)
    for name in ("train", "test"):
        some(tmp_path / name, 1)
    with pytest.raises(DataError, match="holds more than 15 files"):
        load_image_folder(tmp_path)


@pytest.mark.parametrize("which", ["", "train", "train/3"])
def test_a_folder_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, which: str) -> None:
    some(tmp_path / "train")
    scandir = os.scandir

    def guarded(path: os.PathLike[str]) -> object:
        if Path(path) == tmp_path / which:
            raise PermissionError(13, "Permission denied", os.fspath(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    if which == "train/3":
        loaded = load_image_folder(tmp_path)
        assert loaded.faults == ("“train/3” cannot be opened: the system says “Permission denied”.",)
        assert digit_counts(loaded.train)[3] == 0
    else:
        with pytest.raises(DataError, match=f"{which}” cannot be opened: the system says “Permission denied”"):
            load_image_folder(tmp_path)


# -- progress and cancelling


def test_progress(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reported: list[tuple[int, int]] = []
    monkeypatch.setattr(image_folder, "_PROGRESS_SECONDS", 0.0)
    load_image_folder(some(tmp_path), progress=lambda done, total: reported.append((done, total)))
    assert reported == [(0, 0)] * 10 + [(done, 30) for done in range(31)]
    reported.clear()
    monkeypatch.setattr(image_folder, "_PROGRESS_SECONDS", 3600.0)
    load_image_folder(tmp_path, progress=lambda done, total: reported.append((done, total)))
    assert reported == [(0, 0)] * 10 + [(0, 30), (30, 30)]


@pytest.mark.parametrize("when", [(0, 0), (7, 30), (30, 30)])
def test_cancel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: tuple[int, int]) -> None:
    class CancelledError(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if (done, total) == when:
            raise CancelledError

    monkeypatch.setattr(image_folder, "_PROGRESS_SECONDS", 0.0)
    with pytest.raises(CancelledError):
        load_image_folder(some(tmp_path), progress=stop)


@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 8) | st.binary(max_size=30)), min_size=1, max_size=12))
def test_each_file_is_used_or_reported(
    tmp_path_factory: pytest.TempPathFactory, files: list[tuple[int, int | bytes]]
) -> None:
    """Images, some of them the same or with other digits, and files that are not images."""
    folder = tmp_path_factory.mktemp("mine")
    for i, (digit, content) in enumerate(files):
        path = folder / str(digit) / f"{i}.png"
        path.parent.mkdir(exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            draw(path, content)
    try:
        loaded = load_image_folder(folder)
    except DataError:
        return
    assert len(loaded.train) + len(loaded.test) + len(loaded.faults) == len(files)
    assert not len(in_both(loaded.train, loaded.test))
    by_image: dict[bytes, set[int]] = {}
    for label, image in as_set(loaded.train) | as_set(loaded.test):
        by_image.setdefault(image, set()).add(label)
    assert all(len(labels) == 1 for labels in by_image.values())
