"""Small files that get huge unpacked are refused before the work is done; legitimate ones are read."""

import gzip
import pickle
import struct
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.data.files.csv_file import read_csv_files
from engine.data.files.own_data import load_own
from engine.data.idx import read_idx
from engine.errors import DataError

_LINE = b"5" + 784 * b",0" + b"\n"
# 63 MB of the same line.
_LINES = 40_000


def read_table(path: Path) -> int:
    return len(read_csv_files(path, lambda done, total: None).train)


def test_a_packed_table_of_equal_lines(tmp_path: Path) -> None:
    file = tmp_path / "a.csv.gz"
    file.write_bytes(gzip.compress(_LINE * _LINES, 1, mtime=0))
    with pytest.raises(DataError, match="more than 60 times as large"):
        read_table(file)


def test_a_table_in_a_zip_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("a.csv", _LINE * _LINES)
    monkeypatch.setattr("engine.data.files.csv_file.read_csv", lambda *_: pytest.fail("it was unpacked"))
    with pytest.raises(DataError, match="more than 60 times as large"):
        read_table(file)


def lying(file: Path) -> None:
    """Let the list of members say that each one is packed in 1 GB."""
    content = bytearray(file.read_bytes())
    at = content.find(b"PK\1\2")
    while at >= 0:
        content[at + 20 : at + 24] = (1 << 30).to_bytes(4, "little")
        at = content.find(b"PK\1\2", at + 4)
    file.write_bytes(content)


def test_a_zip_file_whose_list_lies_about_its_packed_sizes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table, arrays = tmp_path / "a.zip", tmp_path / "a.npz"
    with zipfile.ZipFile(table, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("a.csv", _LINE * _LINES)
    np.savez_compressed(arrays, x_train=np.zeros((400_000, 784), np.uint8), t_train=np.zeros(400_000, np.uint8))
    for file in (table, arrays):
        lying(file)
    monkeypatch.setattr("engine.data.files.csv_file.read_csv", lambda *_: pytest.fail("it was unpacked"))
    with pytest.raises(DataError, match="damaged"):
        read_table(table)
    monkeypatch.setattr("engine.io.zip_members._read", lambda *_: pytest.fail("it was unpacked"))
    with pytest.raises(DataError, match="damaged"):
        load_own(arrays)


def test_a_table_of_empty_lines(tmp_path: Path) -> None:
    """34 kB took three seconds; one after each line is common."""
    file = tmp_path / "a.csv"
    head = ",".join(["label", *(f"p{i}" for i in range(784))]).encode()
    file.write_bytes(head + b"\n" * (4 << 20))
    with pytest.raises(DataError, match="it is no table of images"):
        load_own(file)
    file.write_bytes(b"\n\n".join([head, *[_LINE.strip()] * 30]))
    assert read_table(file) == 30


def test_idx_images_take_no_more_memory_than_their_file_allows(tmp_path: Path) -> None:
    file = tmp_path / "a.gz"
    with gzip.open(file, "wb", compresslevel=1) as packed:
        packed.write(struct.pack(">4i", 0x803, 1_000_000, 28, 28))
        for _ in range(64):
            packed.write(bytes(1 << 20))
    tracemalloc.start()
    with pytest.raises(DataError, match="more than 60 times as large"):
        read_idx(file, "images")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 80 << 20


def test_images_that_pack_well_are_read(tmp_path: Path) -> None:
    """Thin strokes, of which each image has others: the least that a set of digits holds."""
    images = np.zeros((1_000, 784), np.uint8)
    rng = np.random.default_rng(0)
    for image in images:
        image[rng.integers(0, 784, 60)] = 1
    table = np.hstack([np.arange(1_000).reshape(-1, 1) % 10, images])
    file = tmp_path / "a.csv"
    np.savetxt(file, table, "%d", ",")
    content = file.read_bytes()
    packed = gzip.compress(content, mtime=0)
    assert 20 < len(content) / len(packed) < 30
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "a.csv.gz").write_bytes(25 * packed)  # 39 MB
    assert read_table(tmp_path / "b" / "a.csv.gz") == 25_000


_IMAGES = [np.full((28, 28), number, np.uint8) for number in range(50)]


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ({"x" * 20_000: {f"{number}": 0 for number in range(5_000)}}, "a text of more than 200 characters"),
        ([_IMAGES * 2, ["5" * 20_000, *("5" * 99)]], "a text of more than 200 characters"),
        ([_IMAGES * 2, ["5" * 200, *("5" * 39_999)]], "100 images and 40,000 labels"),
        ({f"{number}": 0 for number in range(3_000)} | {"x": _IMAGES, "y": [0] * 50}, "images with their labels"),
        ([*((_IMAGES[0], 0) for _ in range(5_000)), (_IMAGES[0] / 255, 0)], "its items are not alike"),
        ({"images": [_IMAGES] * 1_000, "labels": [1]}, "the same array too often"),
    ],
    ids=["name", "label", "labels", "names", "types", "repeated"],
)
def test_small_pickles_take_little_memory(tmp_path: Path, data: Any, fault: str) -> None:
    file = tmp_path / "a.pkl"
    file.write_bytes(pickle.dumps(data))
    tracemalloc.start()
    with pytest.raises(DataError, match=fault):
        load_own(file)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 30 << 20


def test_arrays_may_be_there_under_several_names(tmp_path: Path) -> None:
    """The same images as all three sets, and the same ten arrays as labels of all images."""
    file, rows = tmp_path / "a.pkl", list(np.eye(10))
    pair = (_IMAGES, [rows[number % 10] for number in range(50)])
    file.write_bytes(pickle.dumps({"train": pair, "valid": pair, "test": pair}))
    assert len(load_own(file).train) == 100
