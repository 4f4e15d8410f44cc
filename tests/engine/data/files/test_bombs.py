"""Small files that get huge unpacked are refused before the work is done; legitimate ones are read."""

import gzip
import struct
import tracemalloc
import zipfile
from pathlib import Path

import numpy as np
import pytest

from engine.data.files.csv_file import read_csv_files
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
