"""Files of arrays: safetensors, .npy (in .npz), IDX."""

import ast
import json
import struct
from random import Random

import numpy as np

from . import json_text
from .raw import LARGE, WHOLE

_FLOATS = (
    *(float("nan"), float("inf"), -float("inf"), 0.0, -1.0, 1e-45, 1e-30),
    *(27.5, 279.9, 999_999.0, 1e6, 1e30, 3.4e38),
)
_TYPES = (
    *("<f2", "<f4", "<f8", ">f4", "<i8", "<u8", "|u1", "|i1", "|b1"),
    *("<U3", "|S3", "|O", "<c8", "<M8[s]", "|V4", "<f3", "f"),
)
_SHAPES = ((), (0,), (1,), (-1,), (0, 10**40), (2**32, 2**32), (784, 50), (1, 1, 1, 1, 1, 1), (2,) * 40)
_TENSOR_TYPES = ("F16", "F32", "F64", "BF16", "I8", "I64", "U8", "BOOL", "F8_E4M3", "X")


def safetensors_header(content: bytes, rng: Random) -> bytes:
    """The facts, each of which is JSON, or the types, shapes and places of the arrays."""
    end = 8 + int.from_bytes(content[:8], "little")
    header = json.loads(content[8:end])
    facts = header.get("__metadata__")
    if facts and rng.random() < 0.75:
        name = rng.choice(list(facts))
        facts[name] = _changed_fact(facts[name], rng)
    elif rng.random() < 0.5:
        name = rng.choice([name for name in header if name != "__metadata__"])
        array = header[name]
        match rng.choice(("dtype", "shape", "data_offsets")):
            case "dtype":
                array["dtype"] = rng.choice(_TENSOR_TYPES)
            case "shape":
                array["shape"] = rng.choice(([], array["shape"][::-1], [1, *array["shape"]], *map(list, _SHAPES)))
            case "data_offsets":
                array["data_offsets"][rng.randrange(2)] = rng.choice((*WHOLE, *LARGE))
    else:
        return _joined(json_text.change(content[8:end], rng), content[end:])
    return _joined(json.dumps(header, ensure_ascii=rng.random() < 0.5).encode("utf-8", "replace"), content[end:])


def _changed_fact(fact: str, rng: Random) -> str:
    try:
        return json_text.change(fact.encode(), rng).decode()
    except ValueError:  # the format is no JSON
        return rng.choice(("digit-lab weights", "digit-lab training", "digit-lab run", "digit-lab\n", "pt", ""))


def _joined(header: bytes, arrays: bytes) -> bytes:
    return len(header).to_bytes(8, "little") + header + arrays


def safetensors_data(content: bytes, rng: Random) -> bytes:
    """Some of the float32 numbers."""
    end = 8 + int.from_bytes(content[:8], "little")
    return content[:end] + _changed_numbers(np.frombuffer(content[end:], "<f4").copy(), rng).tobytes()


def npy_header(content: bytes, rng: Random) -> bytes:
    """The type, the order or the shape, or the bytes around them."""
    length = int.from_bytes(content[8:10], "little")
    header = ast.literal_eval(content[10 : 10 + length].decode("latin-1"))
    match rng.choice(("descr", "shape", "fortran_order", "version")):
        case "descr":
            header["descr"] = rng.choice(_TYPES)
        case "shape":
            shape = header["shape"]
            header["shape"] = rng.choice((shape[::-1], (1, *shape), (int(np.prod(shape)),), *_SHAPES))
        case "fortran_order":
            header["fortran_order"] = not header["fortran_order"]
        case "version":
            return content[:6] + bytes([rng.choice((0, 2, 3, 9))]) + content[7:]
    return content[:6] + _npy(header, content[10 + length :])


def npy_data(content: bytes, rng: Random) -> bytes:
    """Some of the numbers or texts, or more or fewer rows of them; the JSON in an array of bytes."""
    length = int.from_bytes(content[8:10], "little")
    header = ast.literal_eval(content[10 : 10 + length].decode("latin-1"))
    array = np.frombuffer(content[10 + length :], header["descr"]).reshape(header["shape"]).copy()
    if array.dtype == np.uint8 and array.tobytes().startswith(b"{"):
        array = np.frombuffer(json_text.change(array.tobytes(), rng), np.uint8)
    elif array.ndim and rng.random() < 0.25:
        array = np.concatenate([array] * rng.choice((2, 3, 200)))[rng.randrange(2) :]
    elif array.dtype.kind == "U":
        codes = array.view("<u4")
        codes.flat[rng.randrange(codes.size)] = rng.choice((0, 10, 27, 0x202E, 0xD800, 0x110000, 0xFFFFFFFF))
    else:
        array = _changed_numbers(array, rng)
    return content[:6] + _npy(header | {"shape": array.shape, "fortran_order": False}, array.tobytes())


def _npy(header: dict[str, object], data: bytes) -> bytes:
    text = f"{header}\n".encode("latin-1")
    return b"\x01\x00" + len(text).to_bytes(2, "little") + text + data


def _changed_numbers(array: np.ndarray, rng: Random) -> np.ndarray:
    flat = array.reshape(-1)
    start = rng.randrange(flat.size)
    part = slice(start, start + rng.choice((1, 1, 2, flat.size)))
    with np.errstate(over="ignore", invalid="ignore"):
        if array.dtype.kind == "f":
            flat[part] = flat[part] * rng.choice((1e3, -1e4, 1e30)) if rng.random() < 0.3 else rng.choice(_FLOATS)
        else:
            flat[part] = np.array(rng.choice((*WHOLE, *LARGE)) % 2**63).astype(array.dtype)
    return array


def idx(content: bytes, rng: Random) -> bytes:
    """The type, the number of dimensions, a side, or the data."""
    dimensions = content[3]
    start = 4 + 4 * dimensions
    changed = bytearray(content)
    match rng.choice(("type", "dimensions", "side", "data", "more")):
        case "type":
            changed[2] = rng.choice((8, 9, 0x0B, 0x0C, 0x0D, 0x0E, 0, 255))
        case "dimensions":
            changed[3] = rng.choice((0, 1, 2, 3, 4, 200))
        case "side":
            at = 4 + 4 * rng.randrange(max(dimensions, 1))
            value = (
                struct.unpack_from(">I", content, at)[0] + rng.choice((-1, 1))
                if rng.random() < 0.4
                else rng.choice(WHOLE)
            )
            changed[at : at + 4] = (value % 2**32).to_bytes(4, "big")
        case "data":
            changed[rng.randrange(start, len(changed))] = rng.choice((0, 9, 10, 11, 255))
        case "more":
            changed += rng.randbytes(rng.choice((1, 784, 7_840)))
    return bytes(changed)
