"""The IDX reader reads valid files, and reports in one sentence what is wrong with any other."""

import gzip
import os
import struct
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.data.idx import MAX_COUNT, read_idx, read_idx_pair
from engine.errors import DataError

IMAGES = np.random.default_rng(1).integers(0, 256, (3, 28, 28), np.uint8)
LABELS = np.array([7, 0, 9], np.uint8)

IMAGES_HEADER = struct.pack(">4I", 0x803, 3, 28, 28)
LABELS_HEADER = struct.pack(">2I", 0x801, 3)
IMAGES_IDX = IMAGES_HEADER + IMAGES.tobytes()
LABELS_IDX = LABELS_HEADER + LABELS.tobytes()


def write(folder: Path, content: bytes) -> Path:
    path = folder / "some-file"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_written_files_are_read_back(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    images = read_idx(write(tmp_path, pack(IMAGES_IDX)), "images")
    assert images.dtype == np.uint8
    assert images.flags.writeable
    np.testing.assert_array_equal(images, IMAGES)

    labels = read_idx(str(write(tmp_path, pack(LABELS_IDX))), "labels")
    assert labels.dtype == np.uint8
    np.testing.assert_array_equal(labels, LABELS)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "is empty"),
        (gzip.compress(b""), "is cut off in its header"),
        (IMAGES_IDX[:3], "is cut off in its header"),
        (IMAGES_IDX[:15], "is cut off in its header"),
        (IMAGES_IDX[:16], "is cut off: its header declares 3 images"),
        (IMAGES_IDX[:-1], "is cut off: its header declares 3 images"),
        (IMAGES_IDX + b"\0", "is too long: its header declares 3 images"),
        (gzip.compress(IMAGES_IDX + b"\0"), "is too long: its header declares 3 images"),
        (gzip.compress(IMAGES_IDX[:-1]), "is cut off: its header declares 3 images"),
        (gzip.compress(IMAGES_IDX)[:2], "is cut off"),
        (gzip.compress(IMAGES_IDX)[:-9], "is cut off"),
        (gzip.compress(IMAGES_IDX)[:-8] + b"\0" * 8, "is damaged and cannot be unpacked"),
        (gzip.compress(IMAGES_IDX) + b"more", "is damaged and cannot be unpacked"),
        (gzip.compress(IMAGES_IDX)[:10] + b"\xff" * 50, "is damaged and cannot be unpacked"),
        (LABELS_IDX, "holds labels, not images"),
        (b"<!DOCTYPE html><title>404</title>", "is a web page"),
        (b"404: Not Found", "is only a server’s message, “404: Not Found”"),
        (b"\x89PNG\r\n", "is a PNG image"),
        (b"other bytes", "is not an IDX file of images"),
        (struct.pack(">4I", 0x803, 0, 28, 28), "declares 0 images"),
        (struct.pack(">4I", 0x803, 3, 32, 28) + bytes(3 * 32 * 28), "has images of 32 × 28 pixels"),
        (struct.pack(">4I", 0x803, 3, 28, 0), "has images of 28 × 0 pixels"),
        (struct.pack(">4I", 0x803, MAX_COUNT + 1, 28, 28), f"declares {MAX_COUNT + 1} images"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_faults_of_images_are_reported(tmp_path: Path, content: bytes, fault: str) -> None:
    path = write(tmp_path, content)
    with pytest.raises(DataError) as caught:
        read_idx(path, "images")
    assert str(caught.value).startswith(f"{path} cannot be opened: it {fault}")
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize("size_order", "<>")
@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize(("code", "kind"), [(0x08, "u1"), (0x0C, "i4"), (0x0D, "f4"), (0x0E, "f8")])
def test_what_other_programs_write(tmp_path: Path, order: str, size_order: str, code: int, kind: str) -> None:
    """Little-endian, in the whole header or in the sizes alone, and numbers of other types."""

    def idx(array: np.ndarray, dtype: str = kind) -> bytes:
        magic = struct.pack(f"{order}I", code << 8 | array.ndim)
        return magic + struct.pack(f"{size_order}{array.ndim}I", *array.shape) + array.astype(order + dtype).tobytes()

    for images in (IMAGES, IMAGES.reshape(3, 784), IMAGES[:, None]):
        np.testing.assert_array_equal(read_idx(write(tmp_path, idx(images)), "images"), IMAGES)
    for labels in (LABELS, LABELS[:, None], np.eye(10)[LABELS]):
        np.testing.assert_array_equal(read_idx(write(tmp_path, idx(labels)), "labels"), LABELS)
    if kind[0] == "f":
        np.testing.assert_array_equal(read_idx(write(tmp_path, idx(IMAGES / 255)), "images"), IMAGES)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (IMAGES_IDX, "it holds images, not labels"),
        (LABELS_IDX[:-1], "it is cut off: its header declares 3 labels"),
        (LABELS_HEADER + bytes([9, 10, 255]), "label number 2 is 10"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_faults_of_labels_are_reported(tmp_path: Path, content: bytes, fault: str) -> None:
    path = write(tmp_path, content)
    with pytest.raises(DataError) as caught:
        read_idx(path, "labels")
    assert str(caught.value).startswith(f"{path} cannot be opened: {fault}")


@pytest.mark.parametrize("content", [IMAGES_IDX, gzip.compress(IMAGES_IDX)], ids=["plain", "gzip"])
@settings(deadline=None)
@given(data=st.data())
def test_a_file_cut_off_anywhere_is_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, data: st.DataObject
) -> None:
    length = data.draw(st.integers(0, len(content) - 1))
    with pytest.raises(DataError):
        read_idx(write(tmp_path_factory.getbasetemp(), content[:length]), "images")


@settings(deadline=None)
@given(start=st.integers(0, len(gzip.compress(IMAGES_IDX)) - 1), damage=st.binary(min_size=1, max_size=20))
def test_damage_in_a_gzip_file_never_changes_a_pixel(
    tmp_path_factory: pytest.TempPathFactory, start: int, damage: bytes
) -> None:
    content = bytearray(gzip.compress(IMAGES_IDX, mtime=0))
    content[start : start + len(damage)] = damage
    try:
        images = read_idx(write(tmp_path_factory.getbasetemp(), bytes(content)), "images")
    except DataError:
        return
    # The damage is in bytes that are not used (the time, the name of the system), or changed nothing.
    np.testing.assert_array_equal(images, IMAGES)


@settings(deadline=None)
@given(
    header=st.sampled_from([b"", IMAGES_HEADER, IMAGES_HEADER[:4], LABELS_HEADER, LABELS_HEADER[:4], b"\x1f\x8b\x08"]),
    rest=st.binary(max_size=100),
)
def test_random_bytes_raise_only_data_errors(
    tmp_path_factory: pytest.TempPathFactory, header: bytes, rest: bytes
) -> None:
    path = write(tmp_path_factory.getbasetemp(), header + rest)
    with pytest.raises(DataError):  # 100 bytes are too short
        read_idx(path, "images")
    try:
        labels = read_idx(path, "labels")
    except DataError:
        return
    assert labels.shape == (len(header + rest) - 8,)
    assert labels.max() <= 9


def test_a_huge_declared_count_allocates_no_memory(tmp_path: Path) -> None:
    path = write(tmp_path, struct.pack(">4I", 0x803, 2**32 - 1, 28, 28))
    assert peak_memory(path) < 1_000_000


@pytest.mark.parametrize("code", [0x0B, 0x0C, 0x0D, 0x0E])
def test_as_many_large_numbers_as_images_allow_are_refused(tmp_path: Path, code: int) -> None:
    """The file may be packed, and unpacked take gigabytes."""
    path = write(tmp_path, gzip.compress(struct.pack(">4I", code << 8 | 3, MAX_COUNT, 28, 28)))
    with pytest.raises(DataError, match="it is larger than the 1024 MB that Digit Lab reads"):
        read_idx(path, "images")


def test_a_gzip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = gzip.compress(struct.pack(">4I", 0x803, 1, 28, 28) + bytes(20_000_000))
    assert peak_memory(write(tmp_path, bomb)) < 1_000_000


def peak_memory(path: Path) -> int:
    tracemalloc.start()
    try:
        with pytest.raises(DataError):
            read_idx(path, "images")
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"nowhere cannot be opened: there is no such file\. "):
        read_idx(tmp_path / "nowhere", "images")
    with pytest.raises(DataError, match="there is no such file"):
        read_idx(write(tmp_path, b"a file, not a folder") / "images", "images")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="is a folder or a device"):
        read_idx(tmp_path, "images")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(DataError, match="is a folder or a device"):
        read_idx(tmp_path / "pipe", "images")


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (PermissionError(13, "Permission denied"), "it may not be read"),
        (OSError(5, "Input/output error"), "the system says “Input/output error”"),
    ],
)
def test_a_file_the_system_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, fault: str) -> None:
    def refuse(*_: object) -> None:
        raise error

    path = write(tmp_path, IMAGES_IDX)
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(DataError, match=f"some-file cannot be opened: {fault}"):
        read_idx(path, "images")


def test_a_pair_becomes_a_dataset(tmp_path: Path) -> None:
    (tmp_path / "images").write_bytes(IMAGES_IDX)
    (tmp_path / "labels").write_bytes(gzip.compress(LABELS_IDX))
    dataset = read_idx_pair(tmp_path / "images", tmp_path / "labels", "three digits")
    assert dataset.name == "three digits"
    np.testing.assert_array_equal(dataset.images, IMAGES)
    np.testing.assert_array_equal(dataset.labels, LABELS)


def test_a_pair_must_agree(tmp_path: Path) -> None:
    (tmp_path / "images").write_bytes(IMAGES_IDX)
    (tmp_path / "labels").write_bytes(struct.pack(">2I", 0x801, 2) + bytes(2))
    with pytest.raises(DataError, match=r"images has 3 images, but .*labels has 2 labels"):
        read_idx_pair(tmp_path / "images", tmp_path / "labels", "")
