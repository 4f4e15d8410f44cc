"""What a file holds, by its first bytes, and where they say nothing by its name."""

import os
import re
import zipfile
import zlib
from enum import Enum, auto
from pathlib import Path

from .checked_file import Fault
from .zip_members import directory_size

_PNG = b"\x89PNG"
_PICTURES = (_PNG, b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_PORTABLE = tuple(f"P{kind}{end}".encode() for kind in range(1, 7) for end in "\n\r\t #")
_ZIP, _PICKLE, _GZIP = b"PK\x03\x04", b"\x80", b"\x1f\x8b"
_DATA = (_GZIP, b"\x00\x00\x08")
# The facts of a training, in its folder or exported file.
RUN_FACTS = "run.json"
# In the files of PyTorch and Keras, which the reader of weights names.
_OF_OTHERS = ("/data.pkl", "model.weights.h5")
# Of the list of members of a zip file, in bytes: those that are opened have some thousand at most.
_MAX_DIRECTORY = 1 << 20
# More is no header of safetensors.
_MAX_HEADER = 100_000_000
_LENGTH = 8
# MNIST in one file, as Keras, the book and others save it; the pickle begins with the name of an array.
_KERAS = {"x_train.npy", "train_images.npy", "train_img.npy", "train_x.npy", "images.npy", "x.npy"}
_BOOK, _HEAD = b"train_img", 256
# The start of a saved drawing, of settings and of a table, which are texts.
_DRAWING, _SVG, _SETTINGS = b'"digit-lab drawing"', (b"<svg", b"<?xml"), b'"digit-lab settings"'
_TABLE = re.compile(rb'"?(label|\d{1,3})"?[,;\t]', re.IGNORECASE)
_TEXT_START = b"\xef\xbb\xbf \t\r\n"
# A pickle of tuples or lists: after its protocol, and in newer ones the length of a frame, comes no dict.
_TUPLES, _FRAME, _FRAME_END = (b"(", b"]", b"cnumpy", b"\x8c\x05numpy", b"\x8c\x15numpy", b"\x8c\x16numpy"), b"\x95", 11


class FileKind(Enum):
    """IMAGE: pixels, and in a PNG perhaps a drawing. DRAWING: strokes, as SVG or JSON. STROKES: many labelled drawings.
    DATA: images to train with, as IDX or CSV. RUN: an exported training, also unpacked. SETTINGS: of a training.
    """

    IMAGE = auto()
    DRAWING = auto()
    STROKES = auto()
    WEIGHTS = auto()
    SETTINGS = auto()
    RUN = auto()
    DATA = auto()
    FOLDER = auto()
    UNKNOWN = auto()


# Raw photos begin like a TIFF image, which would be only their small preview.
RAW_SUFFIXES = (".dng", ".cr2", ".cr3", ".nef", ".nrw", ".arw", ".orf", ".rw2", ".raf", ".pef", ".srw")
_SUFFIXES = {
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff"), FileKind.IMAGE),
    **dict.fromkeys((".ppm", ".pgm", ".pbm"), FileKind.IMAGE),
    # Photos of phones and cameras: the reader of images says of those that it does not read what to do.
    **dict.fromkeys((".avif", ".heic", ".heif", ".jxl", ".jp2", *RAW_SUFFIXES), FileKind.IMAGE),
    **dict.fromkeys((".svg", ".json"), FileKind.DRAWING),
    **dict.fromkeys((".safetensors", ".npz", ".pkl", ".pickle"), FileKind.WEIGHTS),
    # Of other programs: the reader of weights says how they are converted.
    **dict.fromkeys((".pt", ".pth", ".h5", ".hdf5", ".keras", ".onnx", ".tflite", ".mat"), FileKind.WEIGHTS),
    **dict.fromkeys((".gz", ".csv", ".idx"), FileKind.DATA),
    ".toml": FileKind.SETTINGS,
    ".zip": FileKind.RUN,
}


def file_kind(path: Path) -> FileKind:
    """What the reader of which kind should try; it then says what is wrong with the file.

    A missing file, or one that may not be read, counts as what its name says.
    """
    if is_folder(path):
        return FileKind.RUN if is_file(path / RUN_FACTS) else FileKind.FOLDER
    by_name = _SUFFIXES.get(path.suffix.lower(), FileKind.UNKNOWN)
    try:
        return _by_content(path, _read_head(path)) or by_name
    except OSError:
        return by_name


# The methods of Path raise where a folder may not be searched or a name is too long (until Python 3.14).


def is_folder(path: str | Path) -> bool:
    """Whether there is a folder; False also where that cannot be found out."""
    return os.path.isdir(path)  # noqa: PTH112


def is_file(path: str | Path) -> bool:
    """Whether there is a regular file; False also where that cannot be found out."""
    return os.path.isfile(path)  # noqa: PTH113


def weights_ending(path: Path) -> str:
    """The ending that a file of weights should have by its content: .safetensors, .npz, .pkl or .gz; "" for others."""
    try:
        with path.open("rb") as file:
            return ending_by_content(file.read(16))
    except OSError:
        return ""


def ending_by_content(head: bytes) -> str:
    """As ``weights_ending``, from the first 16 bytes."""
    # First, because the length at its start can look like the start of the others.
    if _is_safetensors(head):
        return ".safetensors"
    starts = {_GZIP: ".gz", _ZIP: ".npz", _PICKLE: ".pkl"}
    return next((ending for start, ending in starts.items() if head.startswith(start)), "")


def drawing_ending(path: Path) -> str:
    """The ending of the format that may hold a drawing: .png, .svg or .json; "" for other files.

    As in ``file_kind``, what the file holds counts, and its name where that says nothing.
    """
    try:
        head = _read_head(path)
    except OSError:
        head = b""
    if head.startswith(_PICTURES + _PORTABLE):
        return ".png" if head.startswith(_PNG) else ""
    text = head.lstrip(_TEXT_START)
    if text.startswith(_SVG):
        return ".svg"
    return ".json" if text.startswith(b"{") and _DRAWING in text else path.suffix.lower()


def _read_head(path: Path) -> bytes:
    """The first bytes of a file; none of what is no file: to open a pipe could wait for ever.

    Raises:
        OSError: it cannot be read.
    """
    if not is_file(path):
        return b""
    with path.open("rb") as file:
        return file.read(_HEAD)


def _is_safetensors(head: bytes) -> bool:
    return head[_LENGTH : _LENGTH + 1] == b"{" and int.from_bytes(head[:_LENGTH], "little") <= _MAX_HEADER


def _by_content(path: Path, head: bytes) -> FileKind | None:
    # The second are WebP, AVIF and HEIC.
    if head.startswith(_PICTURES + _PORTABLE) or (head[:4], head[8:12]) == (b"RIFF", b"WEBP") or head[4:8] == b"ftyp":
        return FileKind.IMAGE
    if head.startswith(_ZIP):
        return _kind_of_zip(path)
    if head.startswith(_GZIP) and _is_dict_of_weights(_uncompressed(head)):
        return FileKind.WEIGHTS
    if head.startswith(_DATA) or (head.startswith(_PICKLE) and (_BOOK in head or _is_tuple(head))):
        return FileKind.DATA
    return FileKind.WEIGHTS if _is_safetensors(head) or head.startswith(_PICKLE) else _kind_of_text(head)


def _kind_of_text(head: bytes) -> FileKind | None:
    text = head.lstrip(_TEXT_START)
    if _DRAWING in text or text.startswith(_SVG):
        return FileKind.DRAWING
    if _SETTINGS in text:
        return FileKind.SETTINGS
    return FileKind.DATA if _TABLE.match(text) else None


def _uncompressed(head: bytes) -> bytes:
    """The start of what a gzip file holds; nothing where it is damaged."""
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, _HEAD)
    except zlib.error:
        return b""


def _is_dict_of_weights(head: bytes) -> bool:
    """Whether a pickle begins with a dict: those of data are tuples, or begin with the book's name of an array."""
    return head.startswith(_PICKLE) and (b"}" in head[:16] or b"OrderedDict" in head) and _BOOK not in head


def _is_tuple(head: bytes) -> bool:
    return head[_FRAME_END if head[2:3] == _FRAME else 2 :].startswith(_TUPLES)


def _kind_of_zip(path: Path) -> FileKind | None:
    try:
        with path.open("rb") as file:
            if directory_size(file) > _MAX_DIRECTORY:
                return FileKind.UNKNOWN
            with zipfile.ZipFile(file) as archive:
                names = set(archive.namelist())
    except (Fault, OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        return None
    if {"points.npy", "stroke_end.npy"} <= names:
        return FileKind.STROKES
    if any(name.lower() in _KERAS or name.lower().endswith(".csv") for name in names):
        return FileKind.DATA
    if RUN_FACTS in names:
        return FileKind.RUN
    if any(name.endswith(_OF_OTHERS) for name in names):
        return FileKind.WEIGHTS
    return FileKind.WEIGHTS if names and all(name.endswith(".npy") for name in names) else FileKind.UNKNOWN
