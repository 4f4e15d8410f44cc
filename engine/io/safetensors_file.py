"""Safetensors: a header of JSON, then the arrays' bytes. https://github.com/huggingface/safetensors

The library checks the layout and returns plain bytes; which types and facts are accepted is decided here.
"""

import json
import sys
from collections.abc import Callable, Container, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import safetensors
import safetensors.numpy

from ..i18n import tr, tr_noop
from ..types import FloatArray
from .checked_file import DAMAGED, UNUSED_COUNTER, Arrays, Facts, Fault, from_json, open_file, quoted, to_json
from .limits import MAX_FACTS_BYTES

_TYPES: dict[str, np.dtype[np.floating[Any]]] = {"F16": np.dtype("<f2"), "F32": np.dtype("<f4"), "F64": np.dtype("<f8")}
_OURS = "digit-lab"
_NO_SAFETENSORS = tr_noop("it is damaged, cut off, or no safetensors file. Copy or download it again.")

# [("W1", {"dtype": "F32", "shape": [784, 50], "data": bytearray(...)}), ...]; the library declares no types.
_deserialize: Callable[[bytes], list[tuple[str, dict[str, Any]]]] = safetensors.deserialize


def pack(
    arrays: Mapping[str, FloatArray], facts: Facts, max_header: int = MAX_FACTS_BYTES, exact: Container[str] = ()
) -> bytes:
    """float32 arrays and the facts about them -> the file. Equal arrays and facts make equal files.

    Each fact is a string of the file's metadata: ``format`` as it is, every other one as JSON.

    Args:
        exact: the names of arrays that are stored as float64.

    Raises:
        Fault: a fact is no JSON value, or the header is larger than ``unpack`` would read.
    """
    metadata = {key: value if key == "format" else to_json(value) for key, value in facts.items()}
    # The library copies the memory as it is: an array in another order would be saved wrong, without an error.
    stored = {name: np.ascontiguousarray(array, "<f8" if name in exact else "<f4") for name, array in arrays.items()}
    content = safetensors.numpy.save(stored, metadata)
    # The library writes the metadata in random order.
    end = _header_end(content, sys.maxsize)
    header = json.dumps(json.loads(content[8:end]), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    header += b" " * (-len(header) % 8)
    if len(header) > max_header:
        raise Fault(tr("the facts about it take more than the {0} MB that Digit Lab reads.", max_header >> 20))
    return len(header).to_bytes(8, "little") + header + content[end:]


def unpack(content: bytes, max_header: int = MAX_FACTS_BYTES) -> tuple[Arrays, Facts | None]:
    """The arrays (float16, float32 or float64, as stored) and, where the file is one of ours, its facts.

    Raises:
        Fault: the file is damaged or hostile, or holds arrays of another type.
    """
    end = _header_end(content, max_header)
    try:
        tensors = _deserialize(content)
    except safetensors.SafetensorError as error:
        raise Fault(tr(_NO_SAFETENSORS)) from error
    header = from_json(content[8:end].decode())
    arrays: Arrays = {}
    for name, tensor in tensors:
        if name.endswith(UNUSED_COUNTER):
            continue
        if tensor["dtype"] not in _TYPES:
            raise Fault(
                tr(
                    "{0} is stored as {1}, and Digit Lab reads F16, F32 and F64. Save it as F32 if "
                    "it is a weight, and leave it out if not.",
                    quoted(name),
                    tensor["dtype"],
                )
            )
        try:
            arrays[name] = np.frombuffer(tensor["data"], _TYPES[tensor["dtype"]]).reshape(tensor["shape"])
        except (ValueError, OverflowError, TypeError) as error:
            raise Fault(tr(DAMAGED)) from error
    return arrays, _facts(header.get("__metadata__") or {})


def read_facts(path: Path) -> Facts | None:
    """The facts of a file, without its arrays; None for a file that another program wrote.

    Raises:
        Fault: the file is damaged, cut off or hostile.
    """
    with open_file(path) as (file, _):
        _header_end(file.read(8))
    try:
        with safetensors.safe_open(path, "numpy") as tensors:
            metadata = tensors.metadata()
    except (safetensors.SafetensorError, OSError) as error:
        raise Fault(tr(_NO_SAFETENSORS)) from error
    return _facts(metadata or {})


def _header_end(content: bytes, max_header: int = MAX_FACTS_BYTES) -> int:
    """The end of the header; its length is in the first 8 bytes."""
    length = int.from_bytes(content[:8], "little")
    if length > max_header:
        raise Fault(tr("it is no safetensors file, or its header is larger than Digit Lab reads. Choose another file."))
    return 8 + length


def _facts(metadata: dict[str, str]) -> Facts | None:
    """What ``pack`` was given; None for a file that another program wrote."""
    kind = metadata.pop("format", "")
    if not kind.startswith(_OURS):
        return None
    return {"format": kind} | {key: from_json(text) for key, text in metadata.items()}
