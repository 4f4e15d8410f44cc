"""NumPy's .npz: a zip of .npy files, each a header in text and the array's bytes. No pickle, neither way.

The format: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html. ``numpy.load`` would believe the
sizes that a file declares, and a few kilobytes can declare gigabytes; here each size is checked before it is allocated.
"""

import io
import math
import re
import zipfile
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from engine.io.checked_file import DAMAGED, MAX_BYTES, MAX_FACTS_BYTES, Arrays, Facts, Fault, from_json, shown, to_json
from engine.types import FloatArray, Shape

# The member that holds the facts: an array of the bytes of a JSON text, so that numpy.load can read every member.
FACTS_MEMBER = "digit_lab"

_MAX_MEMBERS = 2_000
_MAX_HEADER = 1_000
_DIRECTORY_ENTRY = b"PK\x01\x02"
_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1

_TYPES = {order + kind: np.dtype(order + kind) for order in "<>" for kind in ("f2", "f4", "f8")}
_BYTES = "|u1"
# What numpy.save writes (Python 2 wrote 784L). Nothing is evaluated.
_HEADER = re.compile(
    rb"\{'descr': (?P<descr>'[^']*'|\[.*\]), 'fortran_order': (?P<fortran>True|False), "
    rb"'shape': \((?P<shape>[\dL, ]*)\),? ?\}\s*"
)


def pack(arrays: Mapping[str, FloatArray], facts: Facts) -> bytes:
    """float32 arrays and what is said of them -> the file. Equal arrays and facts make equal files.

    Raises:
        Fault: a fact is no JSON value, or they are longer than ``unpack`` would read.
    """
    told = np.frombuffer(to_json(facts).encode(), np.uint8)
    if told.nbytes > MAX_FACTS_BYTES:
        raise Fault(f"the facts about it take more than the {MAX_FACTS_BYTES >> 20} MB that Digit Lab reads.")
    members: dict[str, npt.NDArray[np.generic]] = {k: np.ascontiguousarray(a, "<f4") for k, a in arrays.items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, array in (members | {FACTS_MEMBER: told}).items():
            # ZipInfo's time is always the same one.
            with archive.open(zipfile.ZipInfo(f"{name}.npy"), "w") as member:
                np.lib.format.write_array(member, array, allow_pickle=False)
    return buffer.getvalue()


def unpack(content: bytes) -> tuple[Arrays, Facts | None]:
    """The arrays (float16, float32 or float64, as stored) and, where the file is one of ours, its facts.

    Raises:
        Fault: the file is damaged or hostile, or holds arrays of another type.
    """
    if not content.startswith(b"PK"):
        raise Fault("it is no .npz file. Choose another file.")
    # Counted in the bytes, because zipfile would first make an object of each of millions.
    if content.count(_DIRECTORY_ENTRY) > _MAX_MEMBERS:
        raise Fault(f"it holds more than the {_MAX_MEMBERS} arrays that Digit Lab reads. Choose another file.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_directory(archive.infolist())
            told: Facts | None = None
            arrays: Arrays = {}
            for member in archive.infolist():
                name = member.filename.removesuffix(".npy")
                if name == FACTS_MEMBER:
                    told = _read_facts(archive, member)
                else:
                    arrays[name] = _read_array(archive, member)
    except Fault:
        raise
    except Exception as error:  # zipfile and zlib raise a dozen kinds, and do not promise that these are all
        raise Fault(DAMAGED) from error
    return arrays, told


def _check_directory(members: list[zipfile.ZipInfo]) -> None:
    names = [member.filename for member in members]
    for member in members:
        if not member.filename.endswith(".npy"):
            raise Fault(f"it holds {shown(member.filename)}, which is no array. Choose an .npz file of weights.")
        if names.count(member.filename) > 1:
            raise Fault(f"it holds two arrays called {shown(member.filename)}. Choose another file.")
        if member.flag_bits & _ENCRYPTED:
            raise Fault("it is encrypted. Unpack it and save it without a password.")
        # The other two, bzip2 and LZMA, unpack without a limit; NumPy writes neither.
        if member.compress_type not in _COMPRESSIONS:
            raise Fault("it is compressed in a way that NumPy does not use. Save it with numpy.savez.")
    if sum(member.file_size for member in members) > MAX_BYTES:
        raise Fault(f"unpacked, it is larger than the {MAX_BYTES >> 20} MB that Digit Lab reads.")


def _read_facts(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Facts:
    if member.file_size > MAX_FACTS_BYTES + _MAX_HEADER:
        raise Fault("what it says about itself is too long. Choose another file.")
    descr, _, _, data = _read_member(archive, member)
    facts = from_json(data.decode()) if descr == _BYTES else None
    if not isinstance(facts, dict):
        raise Fault("what it says about itself is malformed. Copy or download it again.")
    return facts


def _read_array(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> FloatArray:
    descr, shape, order, data = _read_member(archive, member)
    array: FloatArray = np.frombuffer(data, _TYPES[descr])
    return array.reshape(shape, order="F" if order == "F" else "C")


def _read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> tuple[str, Shape, str, bytes]:
    """The type, the shape, the order ("C" or "F") and the bytes of one .npy file, all of which agree."""
    with archive.open(member) as file:
        start = file.read(8)
        if start[:6] != b"\x93NUMPY" or start[6] not in (1, 2, 3):
            raise Fault(f"{shown(member.filename)} is no array. Choose another file.")
        length_bytes = file.read(2 if start[6] == 1 else 4)
        length = int.from_bytes(length_bytes, "little")
        found = _HEADER.fullmatch(file.read(length)) if length <= _MAX_HEADER else None
        if found is None:
            raise Fault(f"{shown(member.filename)} has a malformed header. Copy or download it again.")
        descr = found["descr"].decode().strip("'")
        if descr not in _TYPES and (descr != _BYTES or member.filename != f"{FACTS_MEMBER}.npy"):
            raise Fault(
                f"{shown(member.filename)} holds {_in_words(descr)}, and Digit Lab reads float16, float32 and float64. "
                "Save it as float32 and try again."
            )
        shape = tuple(int(side) for side in re.findall(rb"\d+", found["shape"]))
        bytes_needed = math.prod(shape) * (np.dtype(descr).itemsize)
        if len(start) + len(length_bytes) + length + bytes_needed != member.file_size:
            raise Fault(f"{shown(member.filename)} is not as large as its header says. Copy or download it again.")
        # No more than this is ever unpacked, whatever the compressed stream holds. Read to its end, zipfile
        # compares the checksum.
        data = file.read(bytes_needed)
    if len(data) != bytes_needed:
        raise Fault(DAMAGED)
    return descr, shape, "F" if found["fortran"] == b"True" else "C", data


def _in_words(descr: str) -> str:
    return "Python objects, which could run a program" if "O" in descr else f"numbers of type {shown(descr)}"
