"""Reading .npz files: damaged and hostile ones are refused before anything large is allocated."""

import io
import struct
import tracemalloc
import zipfile
from pathlib import Path

import numpy as np
import pytest

from engine.data.pen_strokes import load_pen
from engine.errors import DataError, WeightsError
from engine.io.checked_file import Fault
from engine.io.npz import unpack
from engine.weights import load_weights

rng = np.random.default_rng(5)
ARRAYS = {"W1": rng.random((784, 10), np.float32), "b1": rng.random(10, np.float32)}


def npy(array: np.ndarray, version: tuple[int, int] | None = None) -> bytes:
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, array, version)
    return buffer.getvalue()


def with_header(text: str, data: bytes = b"") -> bytes:
    """An .npy file with any header."""
    return b"\x93NUMPY\x01\0" + struct.pack("<H", len(text)) + text.encode("latin1") + data


def zipped(members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def refused(content: bytes) -> str:
    """The message for a file of ``content`` that is refused, which takes little memory."""
    tracemalloc.start()
    with pytest.raises(Fault) as caught:
        unpack(content)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < len(content) * 3 + (1 << 20)
    return str(caught.value)


def patched(content: bytes, offset: int, value: bytes) -> bytes:
    """A zip of one member with ``value`` at ``offset`` in the member's entry in the directory at the end."""
    at = content.index(b"PK\x01\x02") + offset
    return content[:at] + value + content[at + len(value) :]


@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
@pytest.mark.parametrize("dtype", ["<f2", ">f2", "<f4", ">f4", "<f8", ">f8"])
@pytest.mark.parametrize("order", ["C", "F"])
def test_files_written_by_numpy_are_read(save, dtype: str, order: str) -> None:
    arrays = {"W1": rng.random((4, 3)).astype(dtype, order), "b": np.zeros(0, dtype), "c": np.float32(2)}
    buffer = io.BytesIO()
    save(buffer, **arrays)
    found, facts = unpack(buffer.getvalue())
    assert facts is None
    assert found.keys() == arrays.keys()
    for name, array in found.items():
        assert array.dtype == arrays[name].dtype
        np.testing.assert_array_equal(array, arrays[name])


@pytest.mark.parametrize("version", [(1, 0), (2, 0), (3, 0)])
def test_all_versions_of_npy_are_read(version: tuple[int, int]) -> None:
    found, _ = unpack(zipped({"W1.npy": npy(ARRAYS["W1"], version)}))
    np.testing.assert_array_equal(found["W1"], ARRAYS["W1"])


HUGE = "{'descr': '<f4', 'fortran_order': False, 'shape': (1000000, 1000000), }\n"


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"\x93NUMPY", "no .npz file"),
        (b"PK\x05\x06" + bytes(18), "damaged, cut off"),
        (b"PK\x03\x04", "damaged or cut off"),
        (zipped({"W1.npy": npy(ARRAYS["W1"])})[:-30], "damaged or cut off"),
        (zipped({"W1.txt": b"hello"}), "“W1.txt” is no array"),
        (zipped({"W1.npy": b"hello"}), "“W1.npy” is no array"),
        (zipped({"W1.npy": b""}), "“W1.npy” is no array"),
        (zipped({"W1.npy": npy(ARRAYS["W1"])[:-1]}), "“W1.npy” is not as large as its header says"),
        (zipped({"W1.npy": npy(ARRAYS["W1"]) + b"\0"}), "“W1.npy” is not as large as its header says"),
        (zipped({"W1.npy": with_header(HUGE)}), "“W1.npy” is not as large as its header says"),
        (zipped({"W1.npy": with_header(HUGE.replace("1000000", "9" * 400))}), "is not as large as its header says"),
        (zipped({"W1.npy": with_header(HUGE.replace("1000000", "0", 1).replace("1000000", "9" * 40))}), "damaged"),
        (zipped({"W1.npy": with_header(HUGE.replace("1000000", "-1"))}), "a malformed header"),
        (zipped({"W1.npy": with_header("{" * 900)}), "a malformed header"),
        (zipped({"W1.npy": with_header("__import__('os').mkdir('x')")}), "a malformed header"),
        (zipped({"W1.npy": with_header("{'descr': '<f4', " + "1" * 900)}), "a malformed header"),
        (zipped({"W1.npy": with_header(" " * 60_000)}), "a malformed header"),
        (zipped({"W1.npy": npy(np.array([None]))}), "Python objects, which could run a program"),
        (zipped({"W1.npy": npy(np.zeros(3, [("a", "O")]))}), "Python objects, which could run a program"),
        (zipped({"W1.npy": npy(np.zeros(3, "f4,f4"))}), "“W1.npy” holds values of type"),
        (zipped({"W1.npy": npy(np.zeros(3, int))}), "numbers of type int64, and Digit Lab reads float16"),
        (zipped({"W1.npy": npy(np.zeros(3, np.uint8))}), "numbers of type uint8"),
        (zipped({"W1.npy": npy(np.array(["a"]))}), "numbers of type <U1"),
        (zipped({"digit_lab.npy": npy(np.zeros(3, np.float32))}), "its metadata is malformed"),
        (zipped({"digit_lab.npy": npy(np.frombuffer(b"[1]", np.uint8))}), "its metadata is malformed"),
        (zipped({"digit_lab.npy": npy(np.frombuffer(b"\xff", np.uint8))}), "damaged"),
        (zipped({"digit_lab.npy": npy(np.zeros(2 << 20, np.uint8))}), "its metadata is too long"),
        (zipped({"W1.npy": npy(np.zeros((3_000, 3_000), np.float32))}), "more than 100 times as large"),
        (zipped({"W1.npy": npy(ARRAYS["W1"])}, zipfile.ZIP_BZIP2), "compressed in a way that Digit Lab does not read"),
        (zipped({"W1.npy": npy(ARRAYS["W1"])}, zipfile.ZIP_LZMA), "compressed in a way that Digit Lab does not read"),
        (zipped({f"{i}.npy": b"" for i in range(2_001)}), "more than 2,000 files"),
        (
            b"PK\x03\x04" + b"PK\x05\x06" + bytes(8) + struct.pack("<II", 2_000_000, 0) + bytes(2),
            "more than 2,000 files",
        ),
    ],
)
def test_hostile_files(tmp_path: Path, content: bytes, fault: str) -> None:
    if content == b"PK\x05\x06" + bytes(18):  # an empty zip is valid, without weights
        assert unpack(content) == ({}, None)
        return
    assert fault in refused(content)


def test_two_arrays_of_one_name_are_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("W1.npy", npy(ARRAYS["W1"]))
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("W1.npy", npy(ARRAYS["W1"]))
    assert "two files called “W1.npy”" in refused(buffer.getvalue())


def test_an_encrypted_file_is_refused() -> None:
    content = zipped({"W1.npy": npy(ARRAYS["W1"])})
    assert "it is encrypted" in refused(patched(content, 8, b"\x01"))


def test_a_directory_that_declares_gigabytes_is_refused() -> None:
    content = zipped({"W1.npy": npy(ARRAYS["W1"])})
    assert "unpacked, it is larger than 256 MB" in refused(patched(content, 24, struct.pack("<I", 0xF0000000)))


def test_a_stream_longer_than_declared_is_not_unpacked() -> None:
    # 32 MB of zeros in 32 kB, declared as 784 x 10 floats.
    small = npy(np.zeros((784, 10), np.float32))
    content = zipped({"W1.npy": small + bytes(32 << 20)})
    assert "damaged" in refused(patched(content, 24, struct.pack("<I", len(small))))


def test_a_wrong_checksum_is_refused() -> None:
    content = zipped({"W1.npy": npy(ARRAYS["W1"])}, zipfile.ZIP_STORED)
    at = content.index(ARRAYS["W1"].tobytes()) + 1_000
    assert "damaged" in refused(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])


def test_truncated_files_and_flipped_bits_raise_only_weights_errors(tmp_path: Path) -> None:
    path = tmp_path / "net.npz"
    np.savez_compressed(path, **{name: np.round(array, 1) for name, array in ARRAYS.items()})
    whole = path.read_bytes()
    for length in rng.integers(0, len(whole), 150):
        refused(whole[:length])
    for position in [*rng.integers(0, len(whole), 300), *rng.integers(len(whole) - 250, len(whole), 300)]:
        damaged = bytearray(whole)
        damaged[position] ^= 1 << rng.integers(8)
        path.write_bytes(damaged)
        try:
            found = load_weights(path)
        except WeightsError:
            continue
        # The checksums detect every change to the arrays.
        assert np.array_equal(found.params["W1"], np.round(ARRAYS["W1"], 1))


def test_a_text_that_is_no_unicode_is_refused(tmp_path: Path) -> None:
    drawing = {
        "points": np.zeros((1, 2), np.float32),
        **{name: np.ones(1, np.int64) for name in ("stroke_end", "digit_end")},
    }
    text = np.array([0x110000], "<u4").tobytes()
    header = "{'descr': '<U1', 'fortran_order': False, 'shape': (1,), }\n"
    members = {f"{name}.npy": npy(array) for name, array in (drawing | {"labels": np.ones(1, np.uint8)}).items()}
    (tmp_path / "a.npz").write_bytes(zipped(members | {"sites.npy": with_header(header, text)}))
    with pytest.raises(DataError, match=r"“a\.npz” cannot be opened: it is damaged"):
        load_pen(tmp_path / "a.npz")
