"""Files are known by what they hold, and where that says nothing by their names."""

import collections
import gzip
import io
import pickle
import zipfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.data.pen_strokes import PenDigits, save_pen
from engine.ink.drawing_file import SavedDrawing, load_drawing, save_drawing
from engine.io.file_kind import FileKind, file_kind
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.paths import shipped_weights
from engine.weights import Weights, load_weights, save_weights


@pytest.fixture
def weights() -> Weights:
    network = Network(NetworkSpec.mlp((5,), "relu"))
    network.initialize(np.random.default_rng(0))
    return Weights(network.spec, network.snapshot(), name="some")


@pytest.mark.parametrize("name", ["digit.png", "digit", "digit.npz", "digit.txt"])
@pytest.mark.parametrize("kind", ["png", "jpeg", "bmp", "gif", "webp", "tiff", "ppm"])
def test_images_are_known_by_their_content(tmp_path: Path, name: str, kind: str) -> None:
    Image.new("L" if kind == "ppm" else "RGB", (9, 9)).save(tmp_path / name, kind)
    assert file_kind(tmp_path / name) is FileKind.IMAGE


@pytest.mark.parametrize("name", ["best", "best.bin", "best.png", "best.safetensors.bak"])
@pytest.mark.parametrize("suffix", [".safetensors", ".npz"])
def test_weights_are_known_by_their_content(tmp_path: Path, weights: Weights, name: str, suffix: str) -> None:
    save_weights(tmp_path / f"w{suffix}", weights)
    (tmp_path / f"w{suffix}").rename(tmp_path / name)
    assert file_kind(tmp_path / name) is FileKind.WEIGHTS


@pytest.mark.parametrize("protocol", [2, 3, 4, 5])
def test_compressed_pickles_are_told_apart(tmp_path: Path, weights: Weights, protocol: int) -> None:
    file = tmp_path / "some.pkl.gz"
    for arrays in (weights.params, collections.OrderedDict(weights.params)):
        file.write_bytes(gzip.compress(pickle.dumps(arrays, protocol)))
        assert file_kind(file) is FileKind.WEIGHTS
        assert load_weights(file).params.keys() == weights.params.keys()
    images = np.zeros((300, 784), np.float32)
    for data in (((images, images[:, 0]),), {"train_img": images}):
        file.write_bytes(gzip.compress(pickle.dumps(data, protocol)))
        assert file_kind(file) is FileKind.DATA
    file.write_bytes(b"\x1f\x8bdamaged")
    assert file_kind(file) is FileKind.DATA


def test_shipped_weights_are_weights() -> None:
    assert {file_kind(file) for file in shipped_weights()} == {FileKind.WEIGHTS}


def test_zip_files_are_told_apart_by_their_members(tmp_path: Path) -> None:
    pen = PenDigits([[np.ones((3, 2), np.float32)]], np.zeros(1, np.uint8), [""], [""])
    save_pen(tmp_path / "mine.npz", pen)
    assert file_kind(tmp_path / "mine.npz") is FileKind.STROKES
    for members, kind in (
        (("run.json", "curves.safetensors"), FileKind.RUN),
        (("W1.npy", "b1.npy"), FileKind.WEIGHTS),
        (("x_train.npy", "y_train.npy", "x_test.npy", "y_test.npy"), FileKind.DATA),
        (("net/data.pkl", "net/data/0"), FileKind.WEIGHTS),
        (("config.json", "model.weights.h5"), FileKind.WEIGHTS),
        (("digit/train.csv", "digit/test.csv"), FileKind.DATA),
        (("word/document.xml",), FileKind.UNKNOWN),
    ):
        with zipfile.ZipFile(tmp_path / "some.zip", "w") as file:
            for member in members:
                file.writestr(member, b"")
        assert file_kind(tmp_path / "some.zip") is kind
    many = io.BytesIO()
    with zipfile.ZipFile(many, "w") as file:
        for number in range(6_000):
            file.writestr(f"{number}{'x' * 150}.csv", b"")
    # The second one hides where its end is: the numbers in front of it are never used.
    for content in (many.getvalue(), many.getvalue()[:-18] + b"PK\5\6" + many.getvalue()[-14:]):
        (tmp_path / "many.zip").write_bytes(content)
        assert len(zipfile.ZipFile(tmp_path / "many.zip").namelist()) == 6_000
        assert file_kind(tmp_path / "many.zip") is FileKind.UNKNOWN
    (tmp_path / "cut.npz").write_bytes(b"PK\x03\x04 and no more")
    # The reader of weights says that it is damaged.
    assert file_kind(tmp_path / "cut.npz") is FileKind.WEIGHTS


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.toml", b"[network]\n", FileKind.SETTINGS),
        ("a.json", b"{}", FileKind.DRAWING),
        ("a.pkl", b"\x80\x04}", FileKind.WEIGHTS),
        ("mnist.pkl", pickle.dumps({"train_img": np.zeros(9, np.uint8)}), FileKind.DATA),
        ("params", b"\x80\x05}", FileKind.WEIGHTS),
        ("pairs.pkl", pickle.dumps(((np.zeros(9), np.zeros(9)), (np.zeros(9), np.zeros(9)))), FileKind.DATA),
        ("pairs.pkl", pickle.dumps([(np.zeros(9), np.zeros(9))], 2), FileKind.DATA),
        ("train-images.gz", b"\x1f\x8b\x08", FileKind.DATA),
        ("t10k-labels-idx1-ubyte", b"\x00\x00\x08\x01\x00", FileKind.DATA),
        ("table.csv", b"label,pixel\n", FileKind.DATA),
        ("letter.docx", b"text", FileKind.UNKNOWN),
        ("empty", b"", FileKind.UNKNOWN),
        ("empty.png", b"", FileKind.IMAGE),
    ],
)
def test_other_files(tmp_path: Path, name: str, content: bytes, kind: FileKind) -> None:
    (tmp_path / name).write_bytes(content)
    assert file_kind(tmp_path / name) is kind


def test_what_is_not_there_counts_as_what_its_name_says(tmp_path: Path) -> None:
    assert file_kind(tmp_path / "none.png") is FileKind.IMAGE
    assert file_kind(tmp_path / "none.safetensors") is FileKind.WEIGHTS
    assert file_kind(tmp_path) is FileKind.FOLDER


@pytest.mark.parametrize("suffix", [".png", ".svg", ".json"])
def test_saved_drawings_are_opened_as_such(tmp_path: Path, suffix: str) -> None:
    save_drawing(tmp_path / f"d{suffix}", SavedDrawing([np.ones((2, 2), np.float32)], 2.0))
    assert file_kind(tmp_path / f"d{suffix}") in (FileKind.IMAGE, FileKind.DRAWING)


@pytest.mark.parametrize("suffix", [".png", ".svg", ".json"])
@pytest.mark.parametrize("name", ["drawing", "drawing.txt", "drawing.npz", "drawing.svg"])
def test_saved_drawings_are_known_by_their_content(tmp_path: Path, name: str, suffix: str) -> None:
    stroke = np.array([(1, 2), (3, -4)], np.float32)
    save_drawing(tmp_path / f"d{suffix}", SavedDrawing([stroke], 2.0))
    file = (tmp_path / f"d{suffix}").rename(tmp_path / name)
    assert file_kind(file) is (FileKind.IMAGE if suffix == ".png" else FileKind.DRAWING)
    np.testing.assert_array_equal(load_drawing(file).strokes[0], stroke)


def test_other_texts_and_folders_are_known_by_their_content(tmp_path: Path) -> None:
    settings = b'# Settings\nformat = "digit-lab settings"\n'
    for content, kind in ((settings, FileKind.SETTINGS), (b"label,pixel0\n", FileKind.DATA), (b"7,0,0", FileKind.DATA)):
        (tmp_path / "some.txt").write_bytes(content)
        assert file_kind(tmp_path / "some.txt") is kind
    (tmp_path / "run.json").write_text("{}")
    assert file_kind(tmp_path) is FileKind.RUN


def test_a_name_that_is_too_long_is_that_of_no_file(tmp_path: Path) -> None:
    assert file_kind(tmp_path / ("x" * 300 + ".png")) is FileKind.IMAGE
