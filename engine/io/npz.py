"""NumPy's .npz: a zip of .npy files, each a header in text and the array's bytes. No pickle, neither way.

The format: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html. ``numpy.load`` would believe the
sizes that a file declares, and a few kilobytes can declare gigabytes; here each size is checked before it is allocated.
"""

import io
import math
import re
import sys
import zipfile
from collections.abc import Mapping
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt

from ..i18n import tr
from ..types import FloatArray
from .checked_file import DAMAGED, UNUSED_COUNTER, Arrays, Facts, Fault, json_object, quoted, to_json
from .limits import ANY_RATIO_BYTES, ANY_STREAM_RATIO_BYTES, MAX_FACTS_BYTES, MAX_WEIGHTS_BYTES
from .zip_members import read_zip

# The member that holds the facts: an array of the bytes of a JSON text, so that numpy.load can read every member.
_FACTS_MEMBER = "digit_lab"
_FACTS_FILE = f"{_FACTS_MEMBER}.npy"

_MAX_MEMBERS = 2_000
_MAX_HEADER = 1_000
_MAGIC = b"\x93NUMPY"
_TYPES = [np.dtype(order + kind) for order in "<>" for kind in ("f2", "f4", "f8")]
# Booleans, integers, floats and texts. Other types are refused before NumPy sees them.
_DESCR = re.compile(r"[<>|][biufU]\d{1,5}")
# What numpy.save writes (Python 2 wrote 784L). Nothing is evaluated.
_HEADER = re.compile(
    rb"\{'descr': (?P<descr>'[^']*'|\[.*\]), 'fortran_order': (?P<fortran>True|False), "
    rb"'shape': \((?P<shape>[\dL, ]*)\),? ?\}\s*"
)


def pack(arrays: Mapping[str, FloatArray], facts: Facts) -> bytes:
    """float32 arrays and the facts about them -> the file. Equal arrays and facts make equal files.

    Raises:
        Fault: a fact is no JSON value, or they are longer than ``unpack`` would read.
    """
    text = np.frombuffer(to_json(facts).encode(), np.uint8)
    if text.nbytes > MAX_FACTS_BYTES:
        raise Fault(tr("the facts about it take more than the {0} MB that Digit Lab reads.", MAX_FACTS_BYTES >> 20))
    members: dict[str, npt.NDArray[np.generic]] = {k: np.ascontiguousarray(a, "<f4") for k, a in arrays.items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, array in (members | {_FACTS_MEMBER: text}).items():
            # A new ZipInfo has a fixed date, so that equal arrays make equal files.
            with archive.open(zipfile.ZipInfo(f"{name}.npy"), "w") as member:
                np.lib.format.write_array(member, array, allow_pickle=False)
    return buffer.getvalue()


def unpack(content: bytes) -> tuple[Arrays, Facts | None]:
    """The arrays (float16, float32 or float64, as stored) and, where the file is one of ours, its facts.

    Raises:
        Fault: the file is damaged or hostile, or holds arrays of another type.
    """
    # Trained weights hardly get smaller.
    members = _read(io.BytesIO(content), any_ratio_bytes=ANY_STREAM_RATIO_BYTES)
    facts = _facts(members)
    members.pop(_FACTS_FILE, None)
    arrays = {
        name.removesuffix(".npy"): _array(name, data)
        for name, data in members.items()
        if not name.endswith(f"{UNUSED_COUNTER}.npy")
    }
    for name, array in arrays.items():
        if array.dtype not in _TYPES:
            raise Fault(
                tr(
                    "{0} holds numbers of type {1}, and Digit Lab reads float16, float32 and "
                    "float64. Save it as float32 if it is a weight, and leave it out if not.",
                    quoted(name),
                    array.dtype,
                )
            )
    return arrays, facts


def read_arrays(file: BinaryIO, names: Mapping[str, int], max_bytes: int) -> Arrays:
    """Those of the named arrays that an open .npz file holds, of numbers or texts of any type.

    Args:
        names: and how many bytes each may have.
        max_bytes: of all arrays together.

    Raises:
        Fault: the file is damaged or hostile, or holds one of the arrays with another type.
    """

    def check(member: zipfile.ZipInfo) -> None:
        _check_member(member)
        most = names.get(member.filename.removesuffix(".npy"))
        if most is not None and member.file_size > most + _MAX_HEADER:
            raise Fault(tr("its array {0} is too large. Divide the file into several.", quoted(member.filename)))

    found = read_zip(file, tr(".npz file"), check, _MAX_MEMBERS, max_bytes)
    members = {name.removesuffix(".npy"): (name, data) for name, data in found.items()}
    return {name: _array(*members[name]) for name in names if name in members}


def read_all(file: BinaryIO, max_bytes: int) -> dict[str, npt.NDArray[Any]]:
    """All arrays of an open .npz file, of numbers or texts of any type.

    Raises:
        Fault: the file is damaged or hostile, or holds an array of another type.
    """
    return {name.removesuffix(".npy"): _array(name, data) for name, data in _read(file, None, max_bytes).items()}


def read_facts(file: BinaryIO) -> Facts | None:
    """The facts of an open .npz file, without its arrays; None for a file that another program wrote.

    Raises:
        Fault: the file is damaged or hostile.
    """
    return _facts(_read(file, _FACTS_FILE))


def _read(
    file: BinaryIO,
    only: str | None = None,
    max_bytes: int = MAX_WEIGHTS_BYTES,
    any_ratio_bytes: int = ANY_RATIO_BYTES,
) -> dict[str, bytes]:
    return read_zip(file, tr(".npz file"), _check_member, _MAX_MEMBERS, max_bytes, only, any_ratio_bytes)


def _check_member(member: zipfile.ZipInfo) -> None:
    if not member.filename.endswith(".npy"):
        raise Fault(tr("{0} is no array. Choose another file.", quoted(member.filename)))
    if member.filename == _FACTS_FILE and member.file_size > MAX_FACTS_BYTES + _MAX_HEADER:
        raise Fault(tr("its metadata is too long. Choose another file."))


def _facts(members: Mapping[str, bytes]) -> Facts | None:
    if _FACTS_FILE not in members:
        return None
    text = _array(_FACTS_FILE, members[_FACTS_FILE])
    return json_object(text.tobytes() if text.dtype == np.uint8 else "null")


def _array(name: str, data: bytes) -> npt.NDArray[Any]:
    """The array in the bytes of one .npy file, whose header must agree with its length."""
    if not data.startswith(_MAGIC) or len(data) < 12 or data[6] not in (1, 2, 3):
        raise Fault(tr("{0} is no array. Choose another file.", quoted(name)))
    start = 10 if data[6] == 1 else 12
    end = start + int.from_bytes(data[8:start], "little")
    found = _HEADER.fullmatch(data, start, end) if end - start <= _MAX_HEADER else None
    if found is None:
        raise Fault(tr("{0} has a malformed header. Copy or download it again.", quoted(name)))
    descr = found["descr"].decode("latin1").strip("'")
    if not _DESCR.fullmatch(descr):
        raise Fault(
            tr(
                "{0} holds Python objects, which could run a program, and Digit Lab reads numbers and texts. Choose "
                "another file.",
                quoted(name),
            )
            if "O" in descr
            else tr(
                "{0} holds values of type {1}, and Digit Lab reads numbers and texts. Choose another file.",
                quoted(name),
                quoted(descr),
            )
        )
    shape = tuple(int(side) for side in re.findall(rb"\d+", found["shape"]))
    try:
        dtype = np.dtype(descr)
        if end + math.prod(shape) * dtype.itemsize != len(data):
            raise Fault(tr("{0} is not as large as its header says. Copy or download it again.", quoted(name)))
        array = np.frombuffer(data, dtype, offset=end)
        if dtype.kind == "U" and array.view(dtype.str[0] + "u4").max(initial=0) > sys.maxunicode:
            raise Fault(tr(DAMAGED))
        return array.reshape(shape, order="F" if found["fortran"] == b"True" else "C")
    except (TypeError, ValueError, OverflowError) as error:  # a type such as f3, a shape such as (0, 10**40)
        raise Fault(tr(DAMAGED)) from error
