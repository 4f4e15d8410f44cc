"""The user's own data of any kind: what a file or folder holds is found out by its content, not by its name."""

import contextlib
import os
from collections.abc import Callable
from pathlib import Path

from ...errors import DataError
from ...i18n import tr
from ...io.checked_file import Fault, error_context, listed, open_file, quoted
from ...io.file_kind import FileKind, file_kind, is_file, is_folder
from ...io.foreign_file import HEAD_BYTES, check_not_foreign
from ...io.limits import MAX_DATA_BYTES
from ...paths import is_same_file
from ..dataset import Dataset
from ..dataset_summary import Loaded
from ..idx import is_idx
from ..idx_dataset import find_idx_files, holds_idx_files, load_idx_dataset
from ..image_folder import has_digit_folders, is_digit_folder, load_image_folder
from .array_file import Pair, read_npz, read_pickle
from .csv_file import SUFFIXES, FoundSets, choose, csv_files_with, read_csv_files
from .pixels import Report
from .stream import unpacked
from .two_sets import two_sets

_PICKLE = b"\x80"
_ARRAYS = (".npz", ".pkl", ".pkl.gz", ".pickle", ".pickle.gz")
_ZIP = ".zip"


def load_own(path: str | Path, progress: Callable[[int, int], None] | None = None, seed: int = 0) -> Loaded:
    """The training and the test set in a file or folder. The same files and the same seed give the same sets.

    Without test images, one in seven of each digit is held out for the test, whatever the kind of the files.

    Args:
        path: a folder of images, IDX files or their folder, a CSV file, an .npz file, a pickle; or a folder with one of
            them.
        progress: called with (images done, images in all) now and then, the second one estimated where only reading
            would tell it, (0, 0) while it is not known; an exception that it raises cancels.
        seed: of the order, and of the images held out.

    Raises:
        DataError: there is no such file, or it cannot be used: the sentence says why.
    """
    path, report = Path(path), progress or (lambda done, total: None)
    left_out: list[str] = []
    # A name that is too long, or a folder above it that may not be read, is an error of the system.
    with error_context(quoted(path.name), "opened", DataError):
        there = path.exists()
    if not there:
        raise DataError(tr("There is no folder or file “{0}”. Check its name.", path))
    if path.is_dir():
        if has_digit_folders(path):
            return load_image_folder(path, progress, seed)
        if holds_idx_files(path):
            return load_idx_dataset(path, seed)
        file = find_file(path)
        if file is None:
            return load_image_folder(path, progress, seed)
        left_out = _in_other_formats(file)
        path = file
    kind = _kind(path)
    if kind == "idx":
        return load_idx_dataset(path, seed)
    found = read_file(path, report, kind)
    if left_out:
        fault = tr("{0} also holds other images, which are left out: {1}.", quoted(path.parent.name), listed(left_out))
        found = found._replace(faults=(*found.faults, fault))
    return two_sets_of(found, seed)


def may_read(path: str | Path, file: Path) -> bool:
    """Whether a file is one of those that ``load_own(path)`` reads, as far as its place and its name tell."""
    path = Path(path)
    with contextlib.suppress(DataError, OSError):
        if not is_folder(path) or holds_idx_files(path):
            return any(is_same_file(file, each) for each in [path, *_together(path)])
        found = None if has_digit_folders(path) else find_file(path)
        if found is not None:
            return any(is_same_file(file, each) for each in _together(found))
        real = Path(os.path.realpath(file))
        inside = real.is_relative_to(os.path.realpath(path)) and is_digit_folder(real.parent)
        return inside and is_file(file) and file_kind(file) is FileKind.IMAGE
    return is_same_file(path, file)


def _together(path: Path) -> list[Path]:
    """A file, or the IDX files of a folder, with those that belong to it: labels, or a test set."""
    if is_folder(path) or _kind(path) == "idx":
        train, test = find_idx_files(path)
        return [*train, *(test or ())]
    return [path, *csv_files_with(path)] if _kind(path) == "csv" else [path]


def two_sets_of(found: FoundSets, seed: int = 0) -> Loaded:
    """See ``two_sets``."""
    return two_sets(found.train, found.test, seed, found.faults)


def read_file(path: Path, report: Report, kind: str = "") -> FoundSets:
    """The sets in a CSV file, .npz file or pickle, in their order.

    Raises:
        DataError: it cannot be used.
    """
    kind = kind or _kind(path)
    if kind == "csv":
        return read_csv_files(path, report)
    with error_context(path, "opened", DataError):
        sets = (read_npz if kind == "npz" else read_pickle)(path, report)
    name = quoted(path.name)
    train = sets.get("train") or sets.get("test")
    test = sets.get("test") if "train" in sets else None
    assert train is not None
    left_out = [each for pair in sets.values() for each in pair.left_out]
    faults: tuple[str, ...] = ()
    if left_out:
        faults += (tr("{0} also holds other images, which are left out: {1}.", name, listed(left_out)),)
    if any(pair.exchanged for pair in sets.values()):
        faults += (
            tr("{0} has its images under the name of the labels, and the labels under that of the images.", name),
        )
    return FoundSets(_dataset(train, name), None if test is None else _dataset(test, name), faults)


def _dataset(pair: Pair, name: str) -> Dataset:
    return Dataset(pair.images, pair.labels, name)


def _kind(path: Path) -> str:
    """What a file holds: "idx", "npz", "pickle" or "csv" (also in a zip file).

    Raises:
        DataError: there is no such file, it may not be read, or is of a known other kind.
    """
    with error_context(path, "opened", DataError), open_file(path, MAX_DATA_BYTES) as (raw, _):
        head = unpacked(raw).read(HEAD_BYTES)
        check_not_foreign(head)
        if not head.startswith((_PICKLE, b"PK")) and any(each in path.name.casefold() for each in (".pkl", ".pickle")):
            raise Fault(
                tr(
                    "it is no pickle of protocol 2 or later. If Python reads it, save it again there "
                    "with “pickle.dump(data, file, 2)”."
                )
            )
    if head.startswith(b"PK"):
        return "npz" if b".npy" in head[:HEAD_BYTES] else "csv"
    if head.startswith(_PICKLE):
        return "pickle"
    # By its name, where its content is neither: then the reader says what an IDX file would hold.
    named_idx = "idx" in path.name.casefold() and b"," not in head
    return "idx" if named_idx or (len(head) >= 4 and is_idx(head)) else "csv"


def find_file(folder: Path) -> Path | None:
    """The CSV file, .npz file or pickle in a folder that is meant; None where there is none.

    Raises:
        DataError: there are several.
    """
    try:
        names = sorted(file.name for file in folder.iterdir() if not file.name.startswith(".") and is_file(file))
    except OSError:
        return None
    arrays = [name for name in names if name.casefold().endswith(_ARRAYS)]
    tables = [name for name in names if name.casefold().endswith((*SUFFIXES, _ZIP))]
    if not arrays and not tables:
        return None
    # An archive and what was unpacked from it are the same data.
    unpacked = [name for name in tables if not name.casefold().endswith(_ZIP)] or tables
    # Of the same name in several formats, the first one.
    name = choose(list({_stem(name): name for name in reversed(arrays)}.values())) if arrays else choose(unpacked)
    if name is None:
        raise DataError(tr("{0} holds {1}. Choose one of them, not the folder.", folder, listed(arrays or unpacked)))
    return folder / name


def _in_other_formats(file: Path) -> list[str]:
    """The names of the files of arrays beside one that have its name, but for the ending."""
    if not file.name.casefold().endswith(_ARRAYS):
        return []
    names = sorted(each.name for each in file.parent.iterdir() if each.name.casefold().endswith(_ARRAYS))
    packed = {file.name, f"{file.name}.gz"}
    return [name for name in names if _stem(name) == _stem(file.name) and name not in packed]


def _stem(name: str) -> str:
    """The name of a file of arrays without its ending."""
    ending = max((each for each in _ARRAYS if name.casefold().endswith(each)), key=len, default="")
    return name[: len(name) - len(ending)]
