"""The user's own IDX files: found by their names, and every fault in them is reported."""

import gzip
import os
import struct
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.data import idx_dataset
from engine.data.idx_dataset import IdxPair, find_idx_files, load_idx_dataset
from engine.data.mnist import find_mnist
from engine.data.split import in_both
from engine.errors import DataError


def images_idx(labels: Sequence[int], first: int = 0, size: tuple[int, int] = (28, 28)) -> bytes:
    """Images that differ, with their labels in the last pixel."""
    images = np.zeros((len(labels), *size), np.uint8)
    images[:, 0, :4] = (np.arange(len(labels))[:, None] + first) // [1, 256, 65536, 2**24] % 256
    images[:, -1, -1] = labels
    return struct.pack(">4I", 0x803, *images.shape) + images.tobytes()


def labels_idx(labels: Sequence[int]) -> bytes:
    return struct.pack(">2I", 0x801, len(labels)) + bytes(labels)


def made(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).write_bytes(b"")
    return folder


TWENTY = [i // 2 for i in range(20)]


@pytest.fixture
def pair(tmp_path: Path) -> IdxPair:
    images, labels = tmp_path / "my-images", tmp_path / "my-labels"
    images.write_bytes(images_idx(TWENTY))
    labels.write_bytes(gzip.compress(labels_idx(TWENTY)))
    return IdxPair(images, labels)


# -- which files belong together


@pytest.mark.parametrize(
    ("chosen", "names"),
    [
        ("train-images-idx3-ubyte.gz", ["train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz",
                                        "t10k-labels-idx1-ubyte.gz"]),
        ("train-images.idx3-ubyte", ["train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte", "T10K-Labels.IDX1-ubyte"]),
        ("emnist-digits-train-images-idx3-ubyte", [
            "emnist-digits-train-labels-idx1-ubyte", "emnist-digits-test-images-idx3-ubyte",
            "emnist-digits-test-labels-idx1-ubyte", "emnist-letters-train-images-idx3-ubyte"]),
        ("mine.training.idx3", ["mine.training.idx1", "mine.testing.idx3", "mine.testing.idx1", "images", "labels"]),
        ("숫자_images.idx", ["숫자_labels.idx", "숫자_test_images.idx", "숫자_test_labels.idx", "notes.txt"]),
    ],
)  # fmt: skip
def test_two_pairs_belong_together(tmp_path: Path, chosen: str, names: list[str]) -> None:
    made(tmp_path, chosen, *names)
    wanted = (IdxPair(tmp_path / chosen, tmp_path / names[0]), IdxPair(tmp_path / names[1], tmp_path / names[2]))
    # The same for each of the four as the chosen one.
    for name in (chosen, *names[:3]):
        assert find_idx_files(tmp_path / name) == wanted
    if len(names) == 3:
        assert find_idx_files(tmp_path) == find_idx_files(str(tmp_path)) == wanted


@pytest.mark.parametrize("word", ["", "train-", "t10k-"])
def test_one_pair(tmp_path: Path, word: str) -> None:
    made(tmp_path, f"{word}images-idx3", f"{word}labels-idx1", "._train-images-idx3", ".test-images-idx3")
    pair = IdxPair(tmp_path / f"{word}images-idx3", tmp_path / f"{word}labels-idx1")
    assert find_idx_files(tmp_path) == find_idx_files(pair.labels) == (pair, None)


def test_the_chosen_file_is_used_packed_or_not(tmp_path: Path) -> None:
    made(tmp_path, "images", "images.gz", "labels.gz", "train-images", "train-labels")
    for name in ("images", "images.gz"):
        assert find_idx_files(tmp_path / name) == (IdxPair(tmp_path / name, tmp_path / "labels.gz"), None)


DASHED, DOTTED = "train-{}-{}-ubyte", "train-{}.{}-ubyte"


def named(*patterns: str) -> list[tuple[str, str]]:
    """The names of the images and the labels, for each of the patterns."""
    return [(each.format("images", "idx3"), each.format("labels", "idx1")) for each in patterns]


@pytest.mark.parametrize(
    "patterns",
    [(DASHED, DOTTED), (DOTTED, DASHED), (DASHED, f"{DASHED}.gz"), (f"{DASHED}.gz", DOTTED), ("a/{}-{}", "b/{}-{}"),
     ("{0}-{1}/{0}-{1}", "{}-{}.gz"), ("{}-{}/data", "{}-{}.gz"), ("train-{}-{}", "training-{}-{}"),
     ("{0}", "{0}-{1}")],
)  # fmt: skip
def test_images_get_the_labels_that_are_spelled_alike(tmp_path: Path, patterns: tuple[str, str]) -> None:
    """Of several spellings in one folder, each may be of other data."""
    (lonely, _), pair = named(*patterns)
    for name in (lonely, *pair):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    wanted = (IdxPair(tmp_path / pair[0], tmp_path / pair[1]), None)
    for chosen in (tmp_path, tmp_path / pair[0], tmp_path / pair[1]):
        assert find_idx_files(chosen) == wanted
    # The labels of the other images are missing.
    if patterns[0] in (DASHED, DOTTED) and patterns[1] in (DASHED, DOTTED):
        with pytest.raises(DataError, match=r"labels.* cannot be opened: “train-images.* and “train-images.* may each"):
            find_idx_files(tmp_path / lonely)


@pytest.mark.parametrize("patterns", [(DASHED, DOTTED), (DASHED, f"{DASHED}.gz"), ("train-{}-{}", "training-{}-{}")])
def test_of_two_pairs_the_chosen_one_is_read_with_its_test_set(tmp_path: Path, patterns: tuple[str, str]) -> None:
    pairs = named(*patterns)
    tests = [[name.replace("training", "other-test").replace("train", "t10k") for name in pair] for pair in pairs]
    made(tmp_path, *(name for pair in (*pairs, *tests) for name in pair))
    for pair, test in zip(pairs, tests, strict=True):
        for name in pair:
            train, _ = found = find_idx_files(tmp_path / name)
            assert train == (tmp_path / pair[0], tmp_path / pair[1])
            if patterns[1] == DOTTED:
                assert found[1] == (tmp_path / test[0], tmp_path / test[1])


@pytest.mark.parametrize(
    ("names", "fault"),
    [
        (["train-images", "training-images", "train-labels", "training-labels"], "holds IDX files of several datasets"),
        (["train-images.idx", "train_images_idx", "train-labels idx"],
         r"“train-images\.idx” and “train_images_idx” may each belong to it"),
        (["train-images", "train.labels", "train_labels"],
         r"train-images cannot be opened: “train\.labels” and “train_labels” may each belong to it"),
        (["images", "labels", "t10k-images", "t10k_labels", "t10k.images"], "“t10k-images” and “t10k.images” may each"),
    ],
)  # fmt: skip
def test_different_files_of_one_meaning_are_named(tmp_path: Path, names: list[str], fault: str) -> None:
    with pytest.raises(DataError, match=fault):
        find_idx_files(made(tmp_path, *names))


@pytest.mark.parametrize(
    ("chosen", "names", "fault"),
    [
        ("nowhere", [], "There is no file or folder .*nowhere"),
        ("", [], "holds no files with “images” and “labels” in their names"),
        ("", ["a.png", "images-and-labels.npz"], "holds no files with “images”"),
        ("", ["a-images", "a-labels", "b-images", "b-labels"], "holds IDX files of several datasets"),
        ("data.idx", ["data.idx"], "data.idx is no IDX file, and its name has neither “images” nor “labels”"),
        ("my-images", ["my-images"], "Beside .*my-images there is no file .* “labels” for “images”"),
        ("", ["my-labels", "other"], "Beside .*my-labels there is no file .* “images” for “labels”"),
        ("train-images", ["train-images", "train-labels", "t10k-labels"], "Beside .*t10k-labels there is no file"),
    ],
)
def test_files_that_are_not_found(tmp_path: Path, chosen: str, names: list[str], fault: str) -> None:
    with pytest.raises(DataError, match=fault) as caught:
        find_idx_files(made(tmp_path, *names) / chosen)
    assert str(caught.value).endswith(".")


def test_a_folder_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(DataError, match=r"cannot be opened \(Permission denied\)"):
        find_idx_files(tmp_path)


def closed(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Folders of these names are other users'. The user of a test may be allowed to read everything."""
    iterdir = Path.iterdir

    def refuse(folder: Path) -> Iterator[Path]:
        if folder.name in names:
            raise PermissionError(13, "Permission denied", str(folder))
        return iterdir(folder)

    monkeypatch.setattr(Path, "iterdir", refuse)


@pytest.mark.parametrize("place", ["MNIST/raw", "raw", "a/b/c", "train-images-idx3-ubyte"])
def test_closed_folders_beside_the_files_hide_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    names = [f"{word}-{kind}-ubyte" for word in ("train", "t10k") for kind in ("images-idx3", "labels-idx1")]
    inside = tmp_path / place
    inside.mkdir(parents=True)
    made(inside, *names)
    for folder in {tmp_path, *inside.parents} & {tmp_path, *tmp_path.rglob("*")}:
        (folder / "lost+found").mkdir()
    wanted = (IdxPair(inside / names[0], inside / names[1]), IdxPair(inside / names[2], inside / names[3]))
    closed(monkeypatch, "lost+found")
    assert find_idx_files(tmp_path) == wanted
    assert find_mnist(tmp_path) == tmp_path
    if place == "train-images-idx3-ubyte":
        closed(monkeypatch, "lost+found", tmp_path.name)
        assert find_idx_files(inside) == find_idx_files(inside / names[0]) == wanted


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_that_cannot_be_followed_hides_no_other_file(tmp_path: Path, pair: IdxPair) -> None:
    # As one that leads into a folder which may not be searched.
    (tmp_path / "a").symlink_to("x" * 300)
    assert find_idx_files(tmp_path) == find_idx_files(pair.images) == (pair, None)


# -- what is in them


def test_without_a_test_set_a_part_is_held_out(pair: IdxPair) -> None:
    loaded = load_idx_dataset(pair.images)
    assert loaded.faults == ()
    assert (loaded.train.name, loaded.test.name) == ("“my-images” training set", "“my-images” test set")
    # Of two of each digit, one.
    for part in (loaded.train, loaded.test):
        assert sorted(part.labels.tolist()) == list(range(10))
        np.testing.assert_array_equal(part.images[:, -1, -1], part.labels)
    assert not len(in_both(loaded.train, loaded.test))
    again, other = load_idx_dataset(pair.images), load_idx_dataset(pair.images, seed=1)
    np.testing.assert_array_equal(again.train.images, loaded.train.images)
    assert (other.train.images != loaded.train.images).any()


def test_two_pairs_are_the_two_sets(pair: IdxPair, tmp_path: Path) -> None:
    (tmp_path / "my-test-images").write_bytes(images_idx([3, 1, 4], first=100))
    (tmp_path / "my-test-labels").write_bytes(labels_idx([3, 1, 4]))
    loaded = load_idx_dataset(pair.images)
    assert loaded.faults == ()
    assert loaded.test.name == "“my-test-images” test set"
    assert sorted(loaded.test.labels.tolist()) == [1, 3, 4]
    assert sorted(loaded.train.labels.tolist()) == TWENTY
    assert loaded.train.labels.tolist() != TWENTY  # accuracies may be measured on the first ones
    for part in (loaded.train, loaded.test):
        np.testing.assert_array_equal(part.images[:, -1, -1], part.labels)


def test_images_in_both_sets_are_reported(pair: IdxPair, tmp_path: Path) -> None:
    # The last two are also images 4 and 5 of the training set; the others have other labels in them.
    labels = [9, 8, 7, 1, 2]
    (tmp_path / "my-test-images").write_bytes(images_idx(labels))
    (tmp_path / "my-test-labels").write_bytes(labels_idx(labels))
    loaded = load_idx_dataset(pair.images)
    assert loaded.faults == (
        "Of the 5 images in “my-test-images”, 2 are in “my-images” too (the first is number 4): "
        "the test accuracy will be too high.",
    )
    assert len(loaded.test) == 5


@pytest.mark.parametrize(
    ("images", "labels", "fault"),
    [
        (labels_idx(TWENTY), labels_idx(TWENTY), "my-images cannot be opened: it holds labels, not images"),
        (b"\x89PNG" + bytes(100), labels_idx(TWENTY), "my-images cannot be opened: it is a PNG image"),
        (b"PNG" + bytes(100), labels_idx(TWENTY), "my-images cannot be opened: it is not an IDX file of images"),
        (
            images_idx(TWENTY),
            b"\0\0\x0c\x02" + bytes(100),
            "my-labels .* it is not an IDX file of labels",
        ),
        (images_idx(TWENTY), labels_idx(TWENTY[1:]), "my-images has 20 images, but .*my-labels has 19 labels"),
        (
            images_idx(TWENTY, size=(32, 30)),
            labels_idx(TWENTY),
            "my-images .* it has images of 32 × 30 pixels",
        ),
        (images_idx(TWENTY), labels_idx([9, 10, 255, *TWENTY[3:]]), "my-labels .* label number 2 is 10"),
        (images_idx(TWENTY)[:-1], labels_idx(TWENTY), "my-images cannot be opened: it is cut off"),
        (images_idx(TWENTY), gzip.compress(labels_idx(TWENTY))[:-9], "my-labels cannot be opened: it is cut off"),
        (images_idx(TWENTY), labels_idx(TWENTY) + b"\0", "my-labels cannot be opened: it is too long"),
        (
            struct.pack(">4I", 0x803, 2_000_000, 28, 28),
            labels_idx(TWENTY),
            "my-images .* it declares 2000000 images, and",
        ),
        (images_idx([]), labels_idx([]), "my-images cannot be opened: it declares 0 images"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_fault_is_reported(pair: IdxPair, images: bytes, labels: bytes, fault: str) -> None:
    pair.images.write_bytes(images)
    pair.labels.write_bytes(labels)
    with pytest.raises(DataError, match=fault) as caught:
        load_idx_dataset(pair.images)
    assert str(caught.value).endswith(".")


def test_too_large_for_the_memory(pair: IdxPair, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(idx_dataset, "read_idx_pair", full)
    with pytest.raises(DataError, match="my-images is too large for the memory"):
        load_idx_dataset(pair.images)


def test_a_name_with_an_invisible_letter(pair: IdxPair, tmp_path: Path) -> None:
    odd = tmp_path / "a\u202eimages"
    pair.images.rename(odd)
    pair.labels.rename(tmp_path / "a\u202elabels")
    loaded = load_idx_dataset(odd)
    assert loaded.train.name == "“a?images” training set"


@settings(deadline=None, max_examples=25)
@given(start=st.integers(0, 15), damage=st.binary(min_size=1, max_size=20), data=st.data())
def test_a_damaged_file_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, start: int, damage: bytes, data: st.DataObject
) -> None:
    folder = tmp_path_factory.getbasetemp()
    contents = {"images": bytearray(images_idx(TWENTY)), "labels": bytearray(labels_idx(TWENTY))}
    broken = contents[data.draw(st.sampled_from(["images", "labels"]))]
    broken[start : start + len(damage)] = damage
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    try:
        loaded = load_idx_dataset(folder / "images")
    except DataError:
        return
    assert len(loaded.train) + len(loaded.test) == 20
    assert not len(in_both(loaded.train, loaded.test))


def test_files_whose_images_and_labels_are_exchanged(tmp_path: Path) -> None:
    labels = [digit % 10 for digit in range(20)]
    (tmp_path / "train-images-idx3-ubyte").write_bytes(labels_idx(labels))
    (tmp_path / "train-labels-idx1-ubyte").write_bytes(images_idx(labels))
    loaded = load_idx_dataset(tmp_path)
    assert len(loaded.train) + len(loaded.test) == 20
    assert loaded.faults == (
        "“train-images-idx3-ubyte” holds the labels and “train-labels-idx1-ubyte” the images, against their names: "
        "they are read as what they hold.",
    )
