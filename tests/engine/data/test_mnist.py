"""MNIST is found in each of its possible folders, and loads as in the book."""

import gzip
import hashlib
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from engine.data.dataset import Dataset
from engine.data.mnist import FILES, find_mnist, load_mnist, load_mnist_datasets
from engine.data.source import DataSource
from engine.errors import DataError
from engine.paths import data_folder

ROOT = Path(__file__).resolve().parents[3]

TRAIN_LABELS = [5, 0, 4]
TEST_LABELS = [7, 2]


def small_mnist(folder: Path) -> Path:
    """Three training and two test digits under the four names; the first pixel of an image is its label."""
    folder.mkdir(parents=True)
    for kind, labels in (("train", TRAIN_LABELS), ("t10k", TEST_LABELS)):
        images = np.zeros((len(labels), 28, 28), np.uint8)
        images[:, 0, 0] = labels
        images[:, 27, 27] = 255
        header = struct.pack(">4I", 0x803, len(labels), 28, 28)
        (folder / f"{kind}-images-idx3-ubyte.gz").write_bytes(gzip.compress(header + images.tobytes()))
        header = struct.pack(">2I", 0x801, len(labels))
        (folder / f"{kind}-labels-idx1-ubyte.gz").write_bytes(gzip.compress(header + bytes(labels)))
    return folder


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return small_mnist(tmp_path / "small")


@pytest.fixture(scope="module")
def real(shared_data: Path) -> tuple[Dataset, Dataset]:
    return load_mnist_datasets(shared_data / "mnist")


def test_loads_as_in_the_book(small: Path) -> None:
    (x_train, t_train), (x_test, t_test) = load_mnist(folder=small)
    assert (x_train.shape, x_test.shape) == ((3, 784), (2, 784))
    assert x_train.dtype == x_test.dtype == np.float32
    # 5, 0 and 4 of 255 in the first pixel, full ink in the last.
    np.testing.assert_array_equal(x_train[:, 0], np.array([5, 0, 4], np.float32) / np.float32(255))
    np.testing.assert_array_equal(x_train[:, -1], 1)
    assert t_train.tolist() == TRAIN_LABELS
    assert t_test.tolist() == TEST_LABELS


def test_the_books_options(small: Path) -> None:
    (x_train, t_train), (x_test, t_test) = load_mnist(normalize=False, flatten=False, one_hot_label=True, folder=small)
    assert (x_train.shape, x_test.shape) == ((3, 1, 28, 28), (2, 1, 28, 28))
    assert x_train.dtype == np.uint8
    assert x_train[:, 0, 0, 0].tolist() == TRAIN_LABELS
    assert x_train.max() == 255
    assert (t_train.shape, t_test.shape) == ((3, 10), (2, 10))
    assert t_train[0].tolist() == [0, 0, 0, 0, 0, 1, 0, 0, 0, 0]
    assert t_train.argmax(axis=1).tolist() == TRAIN_LABELS


def test_the_real_files(real: tuple[Dataset, Dataset]) -> None:
    train, test = real
    assert (train.name, len(train)) == ("MNIST training set", 60_000)
    assert (test.name, len(test)) == ("MNIST test set", 10_000)
    # How many there are of each digit, 0 to 9; and the well-known mean pixel, 0.1307.
    assert np.bincount(train.labels).tolist() == [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]
    assert np.bincount(test.labels).tolist() == [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]
    assert train.labels[:5].tolist() == [5, 0, 4, 1, 9]
    assert train.images.mean() / 255 == pytest.approx(0.1307, abs=5e-5)


def test_the_table_of_files_is_right(shared_data: Path) -> None:
    for file in FILES:
        content = (shared_data / "mnist" / file.name).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (file.size, file.sha256)


def test_the_error_without_mnist_explains_how_to_get_it() -> None:
    assert find_mnist() is None
    with pytest.raises(DataError, match=r"not on this computer yet.*DIGITLAB_MNIST"):
        load_mnist()


def test_the_data_folder_is_searched() -> None:
    folder = small_mnist(data_folder() / "mnist")
    assert find_mnist() == folder
    train, test = load_mnist_datasets()
    assert (train.labels.tolist(), test.labels.tolist()) == (TRAIN_LABELS, TEST_LABELS)


def test_an_incomplete_data_folder_is_not_found() -> None:
    (small_mnist(data_folder() / "mnist") / FILES[1].name).unlink()
    assert find_mnist() is None


def test_the_environment_variable_overrides_the_data_folder(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_mnist(data_folder() / "mnist")
    monkeypatch.setenv("DIGITLAB_MNIST", str(small))
    assert find_mnist() == small


def test_the_argument_overrides_the_environment_variable(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIGITLAB_MNIST", str(tmp_path / "nowhere"))
    assert find_mnist(str(small)) == small


def test_a_named_folder_must_hold_all_four(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (small / FILES[0].name).unlink()
    (small / FILES[3].name).unlink()
    missing = f"{small} does not hold {FILES[0].name}, {FILES[3].name} "
    with pytest.raises(DataError, match=missing):
        find_mnist(small)
    monkeypatch.setenv("DIGITLAB_MNIST", str(small))
    with pytest.raises(DataError, match=missing):
        load_mnist()


def test_a_named_folder_must_exist(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"There is no folder .*nowhere"):
        find_mnist(tmp_path / "nowhere")


def test_a_folder_that_may_not_be_read(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(Path, "is_file", refuse)
    with pytest.raises(DataError, match=r"small cannot be opened \(Permission denied\)"):
        find_mnist(small)


@pytest.mark.parametrize("dotted", [False, True])
@pytest.mark.parametrize("packed", [False, True])
def test_every_spelling_of_the_names(small: Path, dotted: bool, packed: bool) -> None:
    for file in FILES:
        path = small / file.name
        name = file.name.replace("-idx", ".idx") if dotted else file.name
        if packed:
            path.rename(small / name)
        else:
            (small / name.removesuffix(".gz")).write_bytes(gzip.decompress(path.read_bytes()))
            path.unlink()
    assert load_mnist_datasets(small)[0].labels.tolist() == TRAIN_LABELS


def test_a_folder_with_the_name_of_a_file_is_skipped(small: Path) -> None:
    # As a well-known archive unpacks: folders called train-images-idx3-ubyte, beside train-images.idx3-ubyte.
    for file in FILES:
        plain = file.name.removesuffix(".gz")
        (small / plain).mkdir()
        shutil.move(small / file.name, small / plain.replace("-idx", ".idx"))
    assert len(load_mnist_datasets(small)[0]) == 3


def test_the_arrays_are_those_that_a_download_would_give(shared_data: Path) -> None:
    train, test = load_mnist_datasets(shared_data / "mnist")
    arrays = (train.images, train.labels, test.images, test.labels)
    assert [hashlib.sha256(each.tobytes()).hexdigest() for each in arrays] == [file.array_sha256 for file in FILES]


def test_what_is_in_use_is_in_memory_once(small: Path) -> None:
    """The window's lessons and trainings load it separately."""
    source = DataSource("mnist", str(small))
    first = source.load()
    assert load_mnist_datasets(small)[0].images is first.train.images
    assert np.shares_memory(source.load().test.images, first.test.images)
    assert not np.shares_memory(source.turned("invert").load().train.images, first.train.images)
    # Other files are read.
    shutil.copy(small / FILES[2].name, small / FILES[0].name)
    shutil.copy(small / FILES[3].name, small / FILES[1].name)
    assert load_mnist_datasets(small)[0].labels.tolist() == TEST_LABELS
    assert first.train.labels.tolist() == TRAIN_LABELS


def test_where_the_data_folder_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIGITLAB_DATA", str(tmp_path))
    assert data_folder() == tmp_path
    monkeypatch.delenv("DIGITLAB_DATA")
    assert data_folder().name == "DigitLab"


def test_without_a_download_no_network_code_is_loaded() -> None:
    network = {"pooch", "requests", "urllib3", "ssl", "http.client"}
    script = f"import sys, engine.data.download.mnist_download; print({network} & set(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "set()"
