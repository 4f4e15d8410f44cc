"""MNIST in one file, as Keras, the book, M. Nielsen and Theano have it, and in the folders of others."""

import contextlib
import gzip
import io
import pickle
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.data.files.own_data import load_own, read_file
from engine.data.mnist import find_mnist, load_mnist, load_mnist_datasets, load_mnist_test
from engine.data.source import DataSource
from engine.errors import DataError

RNG = np.random.default_rng(3)
X = RNG.integers(0, 256, (30, 28, 28), np.uint8)
T = (np.arange(30) % 10).astype(np.uint8)
TRAIN, TEST = (X[:20], T[:20]), (X[20:], T[20:])
BOOK = {
    "train_img": TRAIN[0].reshape(-1, 784),
    "train_label": TRAIN[1],
    "test_img": TEST[0].reshape(-1, 784),
    "test_label": TEST[1],
}


def flat(pair: tuple[np.ndarray, np.ndarray], kind: type = np.float32) -> tuple[np.ndarray, np.ndarray]:
    return pair[0].reshape(-1, 784).astype(kind) / 255, pair[1].astype(np.int64)


def check(path: Path, train: int = 20) -> None:
    """The images are those above, in their order."""
    found = read_file(path, lambda done, total: None)
    np.testing.assert_array_equal(found.train.images, X[:train])
    np.testing.assert_array_equal(found.train.labels, T[:train])
    assert found.test is not None
    np.testing.assert_array_equal(found.test.images, X[20:])
    np.testing.assert_array_equal(found.test.labels, T[20:])
    assert len(load_own(path).train) == train


@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
@pytest.mark.parametrize(
    "names", ["x_train y_train x_test y_test", "train_images train_labels test_images test_labels", "X_train Y_train "
              "X_test Y_test", "trainImages trainLabels testImages testLabels"],
)  # fmt: skip
def test_npz(tmp_path: Path, save: Callable[..., None], names: str) -> None:
    path = tmp_path / "mnist.npz"
    save(path, **dict(zip(names.split(), (*TRAIN, *TEST), strict=True)))
    check(path)


@pytest.mark.parametrize(
    "change",
    [
        lambda x: x.astype(np.int64),
        lambda x: x.astype(">f4"),
        lambda x: x / 255,
        lambda x: (x / 127.5 - 1).astype(np.float32),
        lambda x: x[:, None],
        lambda x: x[..., None],
        lambda x: np.asfortranarray(x.reshape(len(x), 784)),
    ],
)
def test_each_range_and_shape(tmp_path: Path, change: Callable[[np.ndarray], np.ndarray]) -> None:
    path = tmp_path / "mnist.npz"
    one_hot = np.eye(10)[TRAIN[1]]
    np.savez(path, x_train=change(TRAIN[0]), y_train=one_hot, x_test=change(TEST[0]), y_test=TEST[1][:, None])
    check(path)


@pytest.mark.parametrize(
    ("scale", "pixel"),
    [
        (lambda x: x / 255, -1e-7),
        (lambda x: x / 255, -0.009),
        (lambda x: x / 255, 1.0001),
        (lambda x: x / 127.5 - 1, -1.0001),
        (lambda x: x / 127.5 - 1, 1.0001),
        (lambda x: x * 1.0, -0.5),
        (lambda x: x * 1.0, 255.4),
    ],
)
@pytest.mark.parametrize("where", [0, 17])
def test_a_pixel_slightly_beyond_the_range_counts_as_its_end(
    tmp_path: Path, scale: Callable[[np.ndarray], np.ndarray], pixel: float, where: int
) -> None:
    """As resizing leaves them: one such pixel made all images grey, or refused them."""
    expected, images = TRAIN[0].copy(), scale(TRAIN[0]).astype(np.float32)
    images[where, 3, 3], expected[where, 3, 3] = pixel, 0 if pixel < 0 else 255
    np.savez(tmp_path / "a.npz", x=images, y=TRAIN[1])
    found = read_file(tmp_path / "a.npz", lambda done, total: None)
    np.testing.assert_array_equal(found.train.images, expected)


def test_photos_without_black_and_white_are_read_from_minus_1_to_1(tmp_path: Path) -> None:
    images = RNG.integers(30, 230, (20, 28, 28), np.uint8)
    np.savez(tmp_path / "a.npz", x=images / 127.5 - 1, y=TRAIN[1])
    found = read_file(tmp_path / "a.npz", lambda done, total: None)
    np.testing.assert_array_equal(found.train.images, images)


@pytest.mark.parametrize("trace", [-1e-7, 1e-7])
def test_a_trace_in_blank_images_does_not_decide_the_range(tmp_path: Path, trace: float) -> None:
    """They are converted a thousand at once; the first thousand are blank."""
    images = np.zeros((1_020, 28, 28), np.float32)
    images[0, 0, 0], images[1_000:] = trace, TRAIN[0]
    np.savez(tmp_path / "a.npz", x=images, y=np.zeros(1_020, np.uint8))
    found = read_file(tmp_path / "a.npz", lambda done, total: None)
    np.testing.assert_array_equal(found.train.images[1_000:], TRAIN[0])


def test_an_npz_file_without_names(tmp_path: Path) -> None:
    np.savez(tmp_path / "mnist.npz", *TRAIN, *TEST)
    check(tmp_path / "mnist.npz")


@pytest.mark.parametrize("protocol", [0, 1])
def test_the_oldest_protocols_are_named(tmp_path: Path, protocol: int) -> None:
    (tmp_path / "mnist.pkl").write_bytes(pickle.dumps(BOOK, protocol))
    with pytest.raises(DataError, match=r"no pickle of protocol 2 or later.*pickle\.dump\(data, file, 2\)"):
        load_own(tmp_path / "mnist.pkl")


@pytest.mark.parametrize("protocol", [2, 3, 4, 5])
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
@pytest.mark.parametrize(
    "data",
    [
        BOOK,
        {"train": {"images": TRAIN[0], "labels": TRAIN[1]}, "test": {"images": TEST[0], "labels": TEST[1]}},
        {"train": TRAIN, "test": TEST},
        (TRAIN, TEST),
        (*TRAIN, *TEST),
        [TRAIN[0], TEST[0], TRAIN[1], TEST[1]],
        (flat(TRAIN), flat(TEST)),
        (flat((X[:12], T[:12])), flat((X[12:20], T[12:20])), flat(TEST)),
        ((TRAIN[0], TRAIN[1].tolist()), (list(TEST[0]), list(TEST[1]))),
        ([(x.reshape(784, 1) / 255, np.eye(10)[[t]].T) for x, t in zip(*TRAIN, strict=True)],
         [(x.reshape(784, 1) / 255, t) for x, t in zip(*TEST, strict=True)]),
    ],
)  # fmt: skip
def test_pickles(tmp_path: Path, data: Any, pack: Callable[[bytes], bytes], protocol: int) -> None:
    path = tmp_path / "mnist.pkl"
    path.write_bytes(pack(pickle.dumps(data, protocol)))
    check(path)


def python_2(array: np.ndarray, code: str) -> bytes:
    """An array as Python 2 pickles it: with texts where Python 3 has bytes."""
    text = array.tobytes()
    shape = b"".join(b"M" + struct.pack("<H", side) for side in array.shape)
    body = b"U" + bytes([len(text)]) + text if len(text) < 256 else b"T" + struct.pack("<I", len(text)) + text
    return (
        b"cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\nK\x00\x85U\x01bt"
        b"R(K\x01(" + shape + b"tcnumpy\ndtype\n(U\x02" + code.encode() + b"K\x00K\x01tR(K\x03U\x01<NNN"
        b"J\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb\x89" + body + b"tb"
    )


def test_a_pickle_of_python_2(tmp_path: Path) -> None:
    """mnist.pkl.gz of M. Nielsen and of Theano: three pairs."""
    pairs = b"".join(
        b"(" + python_2(images, "f4") + python_2(labels, "i8") + b"t"
        for images, labels in (flat((X[:12], T[:12])), flat((X[12:20], T[12:20])), flat(TEST))
    )
    path = tmp_path / "mnist.pkl.gz"
    path.write_bytes(gzip.compress(b"\x80\x02(" + pairs + b"t."))
    assert isinstance(pickle.loads(gzip.decompress(path.read_bytes()), encoding="latin1"), tuple)
    check(path)


class Evil:
    def __reduce__(self) -> tuple[Any, ...]:
        return print, ("run",)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (Evil(), "it was refused and nothing in it was run, because it asks for “.*print”"),
        ({"train_img": X, "train_label": Evil()}, ".* nothing in it was run"),
        ({"W1": X[0], "b1": T}, "it holds “W1” and “b1”, and Digit Lab looks for images with their labels"),
        ({"train_img": X}, ".* looks for images with their labels"),
        ("text", "it holds no images with labels"),
        ([1, 2, 3], "it holds no images with labels"),
        ((X[:, :8, :8], T), "its images are an array of 30 × 8 × 8, and Digit Lab reads grey images of 28 × 28"),
        ((np.zeros((30, 28, 28, 3)), T), "its images are an array of 30 × 28 × 28 × 3"),
        ((X.reshape(30, 784).T, T), "its images are in columns"),
        ((X / 100, T), "its pixels go from 0 to 2.55, and"),
        ((X.astype(np.int64) - 300, T), "its pixels go from -300"),
        ((X / 255 - 0.5, T), "its pixels go from -0.5 to 0.5, and"),
        ((X / 255 - 0.13, T), "its pixels go from -0.13 to 0.87, and"),
        ((X / 255 - 0.02, T), "its pixels go from -0.02 to 0.98, and"),
        ((X / 255 * 1.02, T), "its pixels go from 0 to 1.02, and"),
        ((X / 127.5 - 1.02, T), "its pixels go from -1.02 to 0.98, and"),
        ((X - 1.0, T), "its pixels go from -1 to 254, and"),
        (((X - X.mean()) / X.std(), T), "its pixels go from -1"),
        ((np.full((30, 784), np.nan), T), "its pixels go from nan"),
        ((X, T + 1), "label number 10 is 10, but a digit is 0 to 9"),
        ((X, T + 0.5), "label number 1 is 0.5, but"),
        ({"x_train": X[:0], "y_train": T[:0]}, "its training set is empty"),
        ({"x_train": X[:1], "y_train": T[:1], "x_test": X[:0], "y_test": T[:0]}, "its test set is empty.*one in seven"),
        ({"x_train": X, "y_train": T, "x_val": np.empty(0), "y_val": T[:0]}, "its validation set is empty"),
        ((X, T[:20]), "it has 30 images and 20 labels in one set"),
    ],
)
def test_every_fault_is_named(tmp_path: Path, data: Any, fault: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mnist.pkl"
    path.write_bytes(pickle.dumps(data))
    with pytest.raises(DataError, match=rf"mnist\.pkl cannot be opened: {fault}") as caught:
        load_own(path)
    assert "ename" not in str(caught.value)
    assert capsys.readouterr().out == ""


def test_a_short_pickle_cannot_take_long(tmp_path: Path) -> None:
    """Lists that hold each other twice, fifty deep; a list in itself; and many times the same array."""
    path = tmp_path / "bomb.pkl"
    nested: list[Any] = []
    for _ in range(50):
        nested = [nested, nested]
    itself: list[Any] = []
    itself.append(itself)
    large = np.zeros((100, 784), np.float32)
    for data in (nested, itself, [[large] * 5_000, list(range(5_000))]):
        path.write_bytes(pickle.dumps(data))
        with pytest.raises(DataError):
            load_own(path)


# -- in folders


def idx(array: np.ndarray) -> bytes:
    return struct.pack(f">{1 + array.ndim}I", 0x800 | array.ndim, *array.shape) + array.tobytes()


NAMES = ("train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte")


@pytest.mark.parametrize("layout", ["{name}/{name}", "MNIST/raw/{name}", "raw/{name}", "{name}/data"])
def test_idx_files_in_folders(tmp_path: Path, layout: str) -> None:
    for name, array in zip(NAMES, (*TRAIN, *TEST), strict=True):
        path = tmp_path / layout.format(name=name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(idx(array))
    (tmp_path / "FashionMNIST/raw").mkdir(parents=True)
    (tmp_path / "FashionMNIST/raw/train-images-idx3-ubyte").write_bytes(b"")
    if layout.startswith("raw"):
        (tmp_path / "FashionMNIST/raw/train-images-idx3-ubyte").unlink()
    for folder in (tmp_path, str(tmp_path)):
        assert load_mnist_datasets(folder)[0].labels.tolist() == T[:20].tolist()
        assert load_mnist_test(folder).labels.tolist() == T[20:].tolist()
    chosen = tmp_path / layout.format(name=NAMES[3])
    for source in (DataSource("idx", str(tmp_path)), DataSource.at(tmp_path), DataSource.at(chosen)):
        loaded = source.load()
        assert (len(loaded.train), len(loaded.test)) == (20, 10)


def test_idx_files_with_any_names(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(idx(X))
    (tmp_path / "b.bin").write_bytes(gzip.compress(idx(T)))
    (tmp_path / "c").write_bytes(idx(T[:5]))
    for name in ("a", "b.bin"):
        loaded = load_own(tmp_path / name)
        assert len(loaded.train) + len(loaded.test) == 30
        assert loaded.held_out
    with pytest.raises(DataError, match="holds 5 labels, and beside it there is no file with as many images"):
        load_own(tmp_path / "c")


@pytest.mark.parametrize("name", ["mnist.npz", "mnist.pkl", "mnist.pkl.gz"])
def test_mnist_in_one_file(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / name
    if name.endswith("npz"):
        np.savez(path, x_train=TRAIN[0], y_train=TRAIN[1], x_test=TEST[0], y_test=TEST[1])
    else:
        path.write_bytes((gzip.compress if name.endswith("gz") else bytes)(pickle.dumps(BOOK)))
    for place in (path, tmp_path):
        assert find_mnist(place) == path
        (x_train, t_train), (x_test, _) = load_mnist(folder=place, normalize=False)
        np.testing.assert_array_equal(x_train.reshape(-1, 28, 28), TRAIN[0])
        np.testing.assert_array_equal(t_train, TRAIN[1])
        assert len(x_test) == 10
        assert load_mnist_test(place).name == "MNIST test set"
    monkeypatch.setenv("DIGITLAB_MNIST", str(tmp_path))
    assert DataSource("mnist").load().train.name == "MNIST training set"


def test_a_folder_of_several_data_files(tmp_path: Path) -> None:
    for name in ("mine.npz", "other.npz"):
        np.savez(tmp_path / name, x=X, y=T)
    with pytest.raises(DataError, match=r"holds “mine\.npz” and “other\.npz”\. Choose one of them"):
        load_own(tmp_path)
    assert load_own(tmp_path / "mine.npz").held_out


@pytest.mark.parametrize(("name", "left_out"), [("mnist.pkl", "“mnist.pkl”"), ("mnist.pkl.gz", "“mnist.pkl.gz”")])
def test_a_folder_of_one_file_in_several_formats(tmp_path: Path, name: str, left_out: str) -> None:
    """The first one, as before: a training that was begun with it can be resumed."""
    np.savez(tmp_path / "mnist.npz", x=X, y=T)
    content = pickle.dumps({"x": X[:9], "y": T[:9]}, 2)
    (tmp_path / name).write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    loaded = load_own(tmp_path)
    assert len(loaded.train) + len(loaded.test) == 30
    assert loaded.faults == (f"“{tmp_path.name}” also holds other images, which are left out: {left_out}.",)


def test_a_pickle_and_the_same_one_packed_are_one(tmp_path: Path) -> None:
    content = pickle.dumps({"x": X, "y": T}, 2)
    (tmp_path / "mnist.pkl").write_bytes(content)
    (tmp_path / "mnist.pkl.gz").write_bytes(gzip.compress(content))
    assert load_own(tmp_path).faults == ()


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"<html><body>503", "it is a web page"),
        (gzip.compress(b"\n <!doctype html>", mtime=0), "it is a web page"),
        (b"version https://git-lfs.github.com/spec/v1\noid", "it is only Git LFS’s pointer"),
        (b"404: Not Found", "it is only a server’s message, “404: Not Found”"),
        (b"PAR1" + bytes(20), "it is a Parquet file"),
        (b"\x89HDF\r\n\x1a\n", "it is an HDF5 file"),
        (b"7z\xbc\xaf\x27\x1c", "it is a 7-Zip archive, .* Unpack it"),
        (bytes(257) + b"ustar", "it is a tar archive. Unpack it"),
    ],
)
@pytest.mark.parametrize("name", ["train-images-idx3-ubyte.gz", "mnist.npz", "mnist.pkl.gz", "train.csv"])
def test_other_files_under_a_data_files_name(tmp_path: Path, name: str, content: bytes, fault: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DataError, match=f"cannot be opened: {fault}") as caught:
        load_own(tmp_path / name)
    assert "ename" not in str(caught.value)


@settings(deadline=None, max_examples=150)
@given(which=st.integers(0, 3), start=st.integers(0, 700), change=st.binary(min_size=1, max_size=8), cut=st.booleans())
def test_damaged_files_raise_only_data_errors(
    tmp_path_factory: pytest.TempPathFactory, which: int, start: int, change: bytes, cut: bool
) -> None:
    path = tmp_path_factory.getbasetemp() / "damaged.pkl"
    small = (X[:2, :1, :1].repeat(28, 1).repeat(28, 2), T[:2])
    if which:
        content = bytearray(pickle.dumps([(small, small), {"x": small[0], "y": [0, 1]}, [small, T]][which - 1], 4))
    else:
        stream = io.BytesIO()
        np.savez_compressed(stream, x=small[0], y=small[1])
        content = bytearray(stream.getvalue())
    content[start : start + len(change)] = change
    path.write_bytes(content[:start] if cut else content)
    with contextlib.suppress(DataError):
        load_own(path)


@settings(deadline=None, max_examples=60)
@given(st.sampled_from([b"", b"\x80\x04", b"PK\x03\x04", b"\x1f\x8b\x08", b"\0\0\x08\x03"]), st.binary(max_size=60))
def test_random_bytes_raise_only_data_errors(
    tmp_path_factory: pytest.TempPathFactory, head: bytes, rest: bytes
) -> None:
    path = tmp_path_factory.mktemp("random") / "any"
    path.write_bytes(head + rest)
    with pytest.raises(DataError):
        load_own(path)


def test_odd_arrays_are_named(tmp_path: Path) -> None:
    for data in (
        {"x": X, "y": np.array(3)}, {"x": X, "y": 3}, {"x": np.array(3), "y": T}, (X, np.zeros((30, 0))),
        (X, ["a"] * 30), (X > 9, T > 0), (X[:0], T[:0]),
        (X.astype(str), T), {}, [], ((), ()), {"x": [X[0], T], "y": [1, 2]},
    ):  # fmt: skip
        (tmp_path / "odd.pkl").write_bytes(pickle.dumps(data))
        with contextlib.suppress(DataError):
            load_own(tmp_path / "odd.pkl")


def test_images_under_the_name_of_the_labels(tmp_path: Path) -> None:
    path = tmp_path / "mnist.npz"
    np.savez(path, x_train=TRAIN[1], y_train=TRAIN[0], x_test=TEST[1], y_test=TEST[0])
    check(path)
    assert "“mnist.npz” has its images under the name of the labels" in load_own(path).faults[0]


def test_a_label_that_is_a_signalling_nan_is_silent(tmp_path: Path) -> None:
    labels = np.zeros(20, np.float32)
    labels.view(np.uint32)[3] = 0x7F800001
    np.savez(tmp_path / "a.npz", x_train=np.zeros((20, 28, 28), np.uint8), t_train=labels)
    with pytest.raises(DataError):
        load_own(tmp_path / "a.npz")


# -- several with one meaning

OTHER = (255 - X, (T + 1) % 10)


@pytest.mark.parametrize(
    ("arrays", "left_out"),
    [
        ({"x_train_noisy": OTHER[0], "x_train": X, "y_train": T}, "“x_train_noisy”"),
        ({"y_train_noisy": OTHER[1], "x_train": X, "y_train": T}, ""),
        ({"x_extra": OTHER[0][:9], "y_extra": OTHER[1][:9], "x_train": X, "y_train": T}, "“x_extra”"),
        ({"x": OTHER[0], "y": OTHER[1], "train_images": X, "train_labels": T}, "“x”"),
        ({"images_b": OTHER[0], "labels_a": T, "images_a": X}, "“images_b”"),
        ({"x": np.array(3), "images": X, "y": np.array(["a"] * 30), "train_labels": T}, ""),
        ({"classes": np.arange(10), "images": X, "labels": T}, ""),
        ({"features": np.ones((30, 128)), "x": X, "y": T}, ""),
        ({"data": X.reshape(-1, 784), "images": X, "target": T}, ""),
        ({"mnist_images": X, "labels": T}, ""),
        ({"images": X, "labels": T, "targets": np.eye(10)[T]}, ""),
        ({"x": X, "y_train": np.eye(10, dtype=np.float32)[T], "y_train_labels": T}, ""),
        ({"x": X, "label": np.array(["zero"] * 30), "labels": T}, ""),
        ({"x_train_noisy": X, "y_train": T}, ""),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_the_array_with_the_usual_name_is_meant(
    tmp_path: Path, arrays: dict[str, np.ndarray], left_out: str, turned: bool
) -> None:
    names = list(arrays)[::-1] if turned else list(arrays)
    np.savez(tmp_path / "a.npz", **{name: arrays[name] for name in names})
    found = read_file(tmp_path / "a.npz", lambda done, total: None)
    np.testing.assert_array_equal(found.train.images, X)
    np.testing.assert_array_equal(found.train.labels, T)
    fault = f"“a.npz” also holds other images, which are left out: {left_out}."
    assert found.faults == ((fault,) if left_out else ())


@pytest.mark.parametrize(
    ("arrays", "named"),
    [
        ({"images_a": X, "labels_b": OTHER[1], "images_b": OTHER[0], "labels_a": T}, "“images_a” and “images_b”"),
        ({"images_a": X, "images_b": OTHER[0], "labels": T}, "“images_a” and “images_b”"),
        ({"x_train": X, "train_images": OTHER[0], "y_train": T}, "“x_train” and “train_images”"),
        ({"x": X, "label": T, "class": OTHER[1]}, "“label” and “class”"),
        ({"x": X, "label_a": T, "label_b": OTHER[1]}, "“label_a” and “label_b”"),
        ({"x": X, "y": T, "x_test_a": X, "x_test_b": OTHER[0], "y_test": T}, "“x_test_a” and “x_test_b”"),
    ],
)
@pytest.mark.parametrize("nested", [False, True])
def test_several_arrays_with_one_meaning_are_refused(
    tmp_path: Path, arrays: dict[str, np.ndarray], named: str, nested: bool
) -> None:
    path = tmp_path / "a.pkl"
    path.write_bytes(pickle.dumps({"": arrays} if nested else arrays))
    with pytest.raises(DataError, match=rf"a\.pkl cannot be opened: it holds {named}, and the names do not show which"):
        load_own(path)


def test_one_array_under_many_names_takes_no_time(tmp_path: Path) -> None:
    path = tmp_path / "a.pkl"
    path.write_bytes(pickle.dumps({f"images_{number}": X for number in range(21)} | {"labels": T}))
    with pytest.raises(DataError, match="the names do not show which is meant"):
        load_own(path)
