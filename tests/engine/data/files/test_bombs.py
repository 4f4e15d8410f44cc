"""Small files that get huge unpacked are refused before the work is done; legitimate ones are read."""

import gzip
import pickle
import struct
import tracemalloc
import zipfile
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.data.files.csv_file import read_csv_files
from engine.data.files.own_data import load_own
from engine.data.files.stream import open_stream
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


def member(content: bytes, header: bytes = b"", flags: int = 0, blocks: bytes = b"") -> bytes:
    """A packed file with fields in its header, and with blocks of no content before the others."""
    packed = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    start = b"\x1f\x8b\x08" + bytes([flags, 0, 0, 0, 0, 0, 255]) + header
    end = struct.pack("<II", zlib.crc32(content), len(content))
    return start + blocks + packed.compress(content) + packed.flush() + end


_FEW = _LINE * 20
_EMPTY = gzip.compress(b"", mtime=0)
_EMPTY_BLOCK = b"\0\0\0\xff\xff"
# What each packed file holds, and what in it holds nothing.
_HOLLOW = {
    "name": member(_FEW, b"a" * 400_000 + b"\0", 8),
    "comment": member(_FEW, b"a" * 400_000 + b"\0", 16),
    "members": _EMPTY * 20_000 + member(_FEW),
    "members after": member(_FEW) + _EMPTY * 20_000,
    "blocks": member(_FEW, blocks=_EMPTY_BLOCK * 80_000),
    "zeros": member(_FEW) + bytes(400_000),
    "names": b"".join(member(_FEW[each : each + 1], b"a" * 20_000 + b"\0", 8) for each in range(len(_FEW))[:40]),
}


@pytest.mark.parametrize("packed", _HOLLOW.values(), ids=list(_HOLLOW))
def test_a_packed_file_of_nothing_is_refused(tmp_path: Path, packed: bytes) -> None:
    """20 MB took seconds several times, and nobody could cancel meanwhile."""
    file = tmp_path / "a.csv.gz"
    file.write_bytes(packed)
    with pytest.raises(DataError, match="it is damaged and cannot be unpacked"):
        load_own(file)


@pytest.mark.parametrize(
    "packed",
    [
        member(_FEW, b"a.csv\0", 8),
        member(_FEW, struct.pack("<H", 60_000) + bytes(60_000) + b"a.csv\0" + b"a comment\0", 4 | 8 | 16),
        member(_FEW) + bytes(512),
        _EMPTY + bytes(3) + b"".join(member(_LINE) + _EMPTY for _ in range(20)),
        b"".join(member(_FEW[start : start + 100]) for start in range(0, len(_FEW), 100)),
    ],
    ids=["name", "fields", "zeros", "empty members", "small members"],
)
def test_what_programs_that_pack_files_write_is_read(tmp_path: Path, packed: bytes) -> None:
    file = tmp_path / "a.csv.gz"
    file.write_bytes(packed)
    assert gzip.decompress(packed) == _FEW
    assert read_table(file) == 20
    assert len(load_own(file).train) + len(load_own(file).test) == 20


@pytest.mark.parametrize("size", [1, 7, 1_000, 100_000])
def test_a_packed_file_is_read_in_parts_of_any_size(tmp_path: Path, size: int) -> None:
    content = np.random.default_rng(0).integers(0, 20, 20_000, np.uint8).tobytes() + bytes(5_000)
    file = tmp_path / "a.gz"
    file.write_bytes(member(content[:18_000]) + member(content[18_000:]))
    with open_stream(file) as stream:
        parts = list(iter(lambda: stream.read(size), b""))
        assert stream.read(size) == b""
    assert b"".join(parts) == content
    assert {len(part) for part in parts[:-1]} <= {size}


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
