"""Tables of images in CSV files: as Kaggle and others have them, and what is wrong with others."""

import gzip
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.data.files.own_data import load_own, read_file
from engine.errors import DataError

RNG = np.random.default_rng(5)
IMAGES = RNG.integers(0, 256, (40, 784), np.uint8) * (RNG.random((40, 784)) < 0.2)
LABELS = np.arange(40) % 10
HEAD = ["label", *(f"pixel{i}" for i in range(784))]


def table(
    images: np.ndarray = IMAGES,
    labels: np.ndarray = LABELS,
    separator: str = ",",
    head: bool = True,
    last: bool = False,
    show: Callable[[float], str] = str,
) -> str:
    def line(label: str, values: list[str]) -> str:
        return separator.join([*values, label] if last else [label, *values]) + "\n"

    lines = [line(str(label), [show(v) for v in image]) for label, image in zip(labels, images.tolist(), strict=True)]
    return (line(HEAD[0], HEAD[1:]) if head else "") + "".join(lines)


def read(path: Path) -> tuple[np.ndarray, np.ndarray]:
    found = read_file(path, lambda done, total: None)
    assert found.test is None
    return found.train.images.reshape(-1, 784), found.train.labels


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("head", [True, False])
@pytest.mark.parametrize("last", [True, False])
def test_each_layout(tmp_path: Path, separator: str, head: bool, last: bool) -> None:
    path = tmp_path / "digits.csv"
    path.write_text(table(separator=separator, head=head, last=last))
    images, labels = read(path)
    np.testing.assert_array_equal(images, IMAGES)
    np.testing.assert_array_equal(labels, LABELS)


@pytest.mark.parametrize(
    ("change", "show"),
    [
        (lambda text: text.replace("\n", "\r\n"), str),
        (lambda text: text.replace("\n", "\r"), str),
        (lambda text: "\ufeff" + text, str),
        (lambda text: text.replace(",", ", "), str),
        (lambda text: '"' + text.replace(",", '","').replace("\n", '"\n"').removesuffix('"'), str),
        (lambda text: text.rstrip("\n"), str),
        (lambda text: text + "\n\n", str),
        (str, lambda value: f"{value:03d}"),
        (str, lambda value: f"{value:.1f}"),
        (str, lambda value: f"{value:.6e}"),
        (str, lambda value: str(value / 255)),
        (str, lambda value: str(value / 127.5 - 1)),
        (lambda text: text.replace(",", ";").replace(".", ","), lambda value: str(value / 255)),
    ],
)
def test_each_way_to_write_numbers(tmp_path: Path, change: Callable[[str], str], show: Callable[[float], str]) -> None:
    path = tmp_path / "digits.csv"
    path.write_bytes(change(table(show=show)).encode())
    images, labels = read(path)
    np.testing.assert_array_equal(images, IMAGES)
    np.testing.assert_array_equal(labels, LABELS)


@pytest.mark.parametrize(
    ("show", "pixel"),
    [
        (lambda value: str(value / 255), "-0.0001"),
        (lambda value: str(value / 127.5 - 1), "-1.0001"),
        (lambda value: f"{value:.1f}", "-0.4"),
        (str, "255.4"),
    ],
)
def test_a_pixel_slightly_beyond_the_range_counts_as_its_end(
    tmp_path: Path, show: Callable[[float], str], pixel: str
) -> None:
    lines = [line.split(",") for line in table(show=show).splitlines()]
    lines[7][300] = pixel
    (tmp_path / "digits.csv").write_text("\n".join(map(",".join, lines)))
    expected = IMAGES.copy()
    expected[6, 299] = 0 if pixel.startswith("-") else 255
    np.testing.assert_array_equal(read(tmp_path / "digits.csv")[0], expected)


def test_a_column_that_numbers_the_lines_is_skipped(tmp_path: Path) -> None:
    path = tmp_path / "digits.csv"
    head, *lines = table().splitlines()
    path.write_text("\n".join([f",{head}", *(f"{i},{line}" for i, line in enumerate(lines))]) + "\n")
    images, labels = read(path)
    np.testing.assert_array_equal(images, IMAGES)
    np.testing.assert_array_equal(labels, LABELS)


def test_the_label_column_is_found_by_its_values(tmp_path: Path) -> None:
    """Sorted by label, with a whole part of zeros, and corners that are empty in all images."""
    images = IMAGES.copy()
    images[:, [0, -1]] = 0
    labels = np.sort(LABELS)
    for last in (False, True):
        path = tmp_path / f"{last}.csv"
        path.write_text(table(images, labels, head=False, last=last))
        np.testing.assert_array_equal(read(path)[1], labels)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(0, 255), min_size=784, max_size=784), st.integers(0, 9))
def test_every_number_is_read(tmp_path_factory: pytest.TempPathFactory, values: list[int], label: int) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    values[5] = 255
    path.write_text(table(np.array([values, values]), np.array([label, (label + 1) % 10]), head=False))
    images, labels = read(path)
    assert images[0].tolist() == values
    assert labels[0] == label or values[0] <= 9


@pytest.mark.parametrize("suffix", [".csv.gz", ".zip"])
def test_packed_files(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"digits{suffix}"
    if suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("digits/train.csv", table())
            archive.writestr("digits/sample_submission.csv", "ImageId,Label\n1,0\n")
            archive.writestr("__MACOSX/._train.csv", "x")
    else:
        path.write_bytes(gzip.compress(table().encode()))
    np.testing.assert_array_equal(read(path)[0], IMAGES)


def test_train_and_test_belong_together(tmp_path: Path) -> None:
    for name, part in (("mnist_train.csv", slice(0, 30)), ("mnist_test.csv", slice(30, 40))):
        (tmp_path / name).write_text(table(IMAGES[part], LABELS[part], head=False))
    with zipfile.ZipFile(tmp_path / "archive.zip", "w") as archive:
        for name in ("mnist_train.csv", "mnist_test.csv"):
            archive.write(tmp_path / name, name)
    for path in (tmp_path / "mnist_train.csv", tmp_path / "mnist_test.csv", tmp_path, tmp_path / "archive.zip"):
        loaded = load_own(path)
        assert (len(loaded.train), len(loaded.test), loaded.held_out) == (30, 10, False)
        assert loaded.test.name == "“mnist_test.csv” test set"


def written(folder: Path, names: Sequence[str]) -> None:
    """Each with other images."""
    for number, name in enumerate(names):
        text = table(IMAGES[number * 10 :], LABELS[number * 10 :], separator="\t" if ".tsv" in name else ",")
        (folder / name).write_text(text)


@pytest.mark.parametrize(
    "names",
    [
        ("2019/mnist.csv", "2020/mnist.csv"),
        ("a/mnist_train.csv", "b/mnist_train.csv", "b/mnist_test.csv"),
        ("mnist.csv", "mnist.tsv"),
    ],
)
def test_a_zip_file_of_several_tables_with_one_meaning_is_refused(tmp_path: Path, names: tuple[str, ...]) -> None:
    with zipfile.ZipFile(tmp_path / "archive.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, table())
    with pytest.raises(DataError, match=rf"it holds “{names[0]}”.*“{names[1]}”.*\. Unpack it, and choose one of them"):
        load_own(tmp_path / "archive.zip")


@pytest.mark.parametrize(
    "names",
    [
        ("mnist.csv", "mnist.tsv"),
        ("MNIST.csv", "mnist.csv"),
        ("mnist-train.csv", "mnist_test.csv", "mnist_train.csv"),
    ],
)
def test_a_folder_of_several_tables_with_one_meaning_is_refused(tmp_path: Path, names: tuple[str, ...]) -> None:
    written(tmp_path, names)
    with pytest.raises(DataError, match=rf"holds “{names[0]}”.*“{names[1]}”.*\. Choose one of them"):
        load_own(tmp_path)
    assert load_own(tmp_path / names[0]).train.name.startswith(f"“{names[0]}”")


def test_several_test_sets_beside_a_table_are_refused(tmp_path: Path) -> None:
    written(tmp_path, ("a_train.csv", "a_test.csv", "a-test.tsv"))
    with pytest.raises(
        DataError, match=r"a_train\.csv cannot be opened: “a-test\.tsv” and “a_test\.csv” may each belong"
    ):
        load_own(tmp_path)
    # The chosen one is one of them.
    assert load_own(tmp_path / "a-test.tsv").test.name == "“a-test.tsv” test set"
    (tmp_path / "b_train.csv").write_text(table())
    assert load_own(tmp_path / "b_train.csv").held_out


def test_a_file_and_the_same_one_packed_are_one(tmp_path: Path) -> None:
    written(tmp_path, ("a_train.csv", "a_test.csv"))
    for name in ("a_train.csv", "a_test.csv"):
        (tmp_path / f"{name}.gz").write_bytes(gzip.compress((tmp_path / name).read_bytes()))
    for path in (tmp_path, *tmp_path.iterdir()):
        loaded = load_own(path)
        assert (len(loaded.train), len(loaded.test), loaded.held_out) == (40, 30, False)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_that_cannot_be_followed_hides_no_other_file(tmp_path: Path) -> None:
    for name, part in (("mnist_train.csv", slice(0, 30)), ("mnist_test.csv", slice(30, 40))):
        (tmp_path / name).write_text(table(IMAGES[part], LABELS[part], head=False))
    # As one that leads into a folder which may not be searched.
    (tmp_path / "a.csv").symlink_to("x" * 300)
    for path in (tmp_path, tmp_path / "mnist_train.csv"):
        loaded = load_own(path)
        assert (len(loaded.train), len(loaded.test)) == (30, 10)


def test_kaggles_test_set_without_labels_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "train.csv").write_text(table())
    (tmp_path / "test.csv").write_text("\n".join(line.partition(",")[2] for line in table().splitlines()))
    loaded = load_own(tmp_path / "train.csv")
    assert loaded.held_out
    assert len(loaded.train) + len(loaded.test) == 40
    assert "“test.csv” has no labels" in loaded.faults[0]
    with pytest.raises(DataError, match=r"test\.csv cannot be opened: it has 784 columns, .* without their labels"):
        read_file(tmp_path / "test.csv", lambda done, total: None)


def changed(row: int, column: int, text: str) -> str:
    lines = [line.split(",") for line in table().splitlines()]
    lines[row][column] = text
    return "\n".join(map(",".join, lines))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "it is empty"),
        ("a,b\n1,2\n", "its first line has 2 values, and an image needs 785"),
        ("just a text\n", "it is no table of images"),
        ("x" * 3_000_000, "it is no table of images"),
        (table(IMAGES[:, :64], head=False), "its images are of 8 × 8 pixels"),
        (table(IMAGES[:0], LABELS[:0]), "it has no line with an image"),
        (table()[:-20], "line 41 has .* values, not 785: it is cut off"),
        (changed(7, 3, "abc"), "in line 8, value 4 is “abc”, which is no number"),
        (changed(7, 3, ""), "in line 8, value 4 is empty"),
        (changed(7, 3, "256"), "in line 8, value 4 is 256, and a pixel is 0 to 255"),
        (changed(7, 3, "1000"), "in line 8, value 4 is 1000"),
        (changed(7, 3, "399"), "in line 8, value 4 is 399"),
        (changed(7, 3, "nan"), "in line 8, value 4 is nan"),
        (changed(7, 0, "17"), "in line 8 the label, in the first column, is 17, and a digit is 0 to 9"),
        ("\ufffe", "it is a text in UTF-16"),
        ("<!DOCTYPE html>\n<title>Sign in</title>", "it is a web page"),
    ],
)
def test_every_fault_is_named(tmp_path: Path, text: str, fault: str) -> None:
    path = tmp_path / "digits.csv"
    path.write_bytes(text.encode("utf-16") if text == "\ufffe" else text.encode())
    with pytest.raises(DataError, match=rf"digits\.csv cannot be opened: {fault}") as caught:
        load_own(path)
    assert str(caught.value).endswith(".")
    assert "ename" not in str(caught.value)


def test_damaged_archives(tmp_path: Path) -> None:
    packed = tmp_path / "digits.csv.gz"
    packed.write_bytes(gzip.compress(table().encode())[:-9])
    with pytest.raises(DataError, match="it is cut off"):
        load_own(packed)
    archive = tmp_path / "digits.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("letter.txt", "text")
    with pytest.raises(DataError, match=r"a zip file of “letter\.txt”, and no CSV file is in it\. Unpack it"):
        load_own(archive)


def test_progress_and_cancelling(tmp_path: Path) -> None:
    path = tmp_path / "digits.csv"
    path.write_text(table(np.tile(IMAGES, (20, 1)), np.tile(LABELS, 20)))
    reports: list[tuple[int, int]] = []
    load_own(path, lambda done, total: reports.append((done, total)))
    assert reports[-1] == (800, 800)
    assert all(0 <= done <= total for done, total in reports)

    class Cancelled(Exception):
        pass

    def cancel(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        load_own(path, cancel)


# ru_maxrss would be at least that of the process that has started this one.
_MEASURE = """
import sys
from pathlib import Path
from engine.data.files.own_data import load_own
loaded = load_own(sys.argv[1])
print(len(loaded.train) + len(loaded.test), Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_200_mb_take_at_most_300_mb_of_memory(tmp_path: Path) -> None:
    path = tmp_path / "train.csv"
    # As many zeros as in MNIST.
    lines = table(head=False)
    copies = 200_000_000 // len(lines)
    with path.open("w") as file:
        file.writelines([lines] * copies)
    output = subprocess.run([sys.executable, "-c", _MEASURE, str(path)], capture_output=True, text=True, check=True)
    count, kilobytes = map(int, output.stdout.split())
    assert count == 40 * copies
    assert kilobytes < 300 * 1024


def test_a_file_with_the_name_of_an_idx_file_is_no_table(tmp_path: Path) -> None:
    for name in ("a-images-idx3-ubyte", "a-labels-idx1-ubyte"):
        (tmp_path / name).write_text("not an IDX file\n" * 9)
    with pytest.raises(DataError, match="IDX"):
        load_own(tmp_path / "a-images-idx3-ubyte")
