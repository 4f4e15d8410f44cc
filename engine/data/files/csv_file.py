"""Tables of images in CSV files, plain, gzipped, or several in a zip file, with the test set that belongs to one.

The words in the names show which belong together, as for IDX: mnist_train.csv and mnist_test.csv do.
"""

import re
import sys
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from ...errors import DataError
from ...i18n import tr
from ...io.checked_file import DAMAGED, Fault, error_context, listed, open_file, quoted
from ...io.file_kind import is_file
from ...io.limits import MAX_DATA_BYTES
from ...io.zip_members import DAMAGE, read_zip
from ..dataset import Dataset
from .array_file import SETS
from .csv_table import NoLabels, read_csv
from .pixels import Report
from .stream import Stream, check_ratio, open_stream

SUFFIXES = (".csv", ".tsv", ".csv.gz", ".tsv.gz")
_MAX_MEMBERS = 10_000
# These do not show which dataset a file belongs to.
_FORMATS = {"", "csv", "tsv", "gz", "zip", "npz", "pkl", "pickle"}


class FoundSets(NamedTuple):
    """test: None where the files hold no test images. faults: what was skipped, and why."""

    train: Dataset
    test: Dataset | None
    faults: tuple[str, ...] = ()


class _Table(NamedTuple):
    """A CSV file: its path, or its zip file's path and its name there."""

    path: Path
    member: str = ""

    @property
    def name(self) -> str:
        return self.member.rpartition("/")[2] or self.path.name


def read_csv_files(path: Path, report: Report) -> FoundSets:
    """The sets in a CSV file and the one beside it that belongs to it, or in a zip file of CSV files.

    Raises:
        DataError: a file is missing, damaged, or no table of images with labels.
    """
    with error_context(path, "opened", DataError), open_file(path, MAX_DATA_BYTES) as (file, _):
        zipped = file.read(2) == b"PK"
    tables = _members(path) if zipped else _beside(path)
    chosen = _chosen(path, tables) if zipped else _Table(path)
    which = _meaning(chosen.name)[1]
    train = test = chosen
    if which == "test":
        train = _other(chosen, tables, "train") or chosen
    else:
        test = _other(chosen, tables, "test") or chosen
    if test == train:
        return FoundSets(_read(train, report), None)
    dataset = _read(train, report)
    try:
        return FoundSets(dataset, _read(test, report))
    except DataError as error:
        if not isinstance(error.__cause__, NoLabels) or chosen == test:
            raise
    fault = tr(
        "{0} has no labels, as Kaggle’s test set: it is skipped, and images are held out instead.", quoted(test.name)
    )
    return FoundSets(dataset, None, (fault,))


def csv_files_with(path: Path) -> list[Path]:
    """The CSV files beside one that belong to it by their names, such as its test set."""
    return [table.path for table in _beside(path) if _meaning(table.name)[0] == _meaning(path.name)[0]]


def is_table(name: str) -> bool:
    """Whether a file's name is that of a CSV file."""
    return name.casefold().endswith(SUFFIXES) and not name.startswith(".")


def choose(names: Sequence[str]) -> str | None:
    """Which of several files is meant: the only one, or the one to train with; None where that is not clear."""
    names = _different(names)
    if len(names) > 1:
        names = [name for name in names if _meaning(name.rpartition("/")[2])[1] == "train"]
    return names[0] if len(names) == 1 else None


def _different(names: Sequence[str]) -> list[str]:
    """The names without those of the same files packed with gzip."""
    return list({re.sub(r"(?i)\.gz$", "", name): name for name in reversed(names)}.values())[::-1]


def _other(chosen: _Table, tables: Sequence[_Table], which: str) -> _Table | None:
    """The table of the other set that belongs to a chosen one, if there is one.

    Raises:
        DataError: there are several.
    """
    meaning = (_meaning(chosen.name)[0], which)
    found = {table.member or table.path.name: table for table in tables if _meaning(table.name) == meaning}
    names = _different(list(found))
    if len(names) > 1:
        raise DataError(
            tr(
                "{0} cannot be opened: {1} may each belong to it. Leave one of them there, and move the others away.",
                chosen.name,
                listed(names),
            )
        )
    return found[names[0]] if names else None


def _meaning(name: str) -> tuple[tuple[str, ...], str]:
    """Which dataset a file belongs to, and which set it is: "train", "test" or ""."""
    words = re.split(r"[\W_]+", name.casefold())
    which = next((SETS[word] for word in words if word in SETS), "")
    return tuple(word for word in words if word not in SETS and word not in _FORMATS), which


def _beside(path: Path) -> list[_Table]:
    try:
        return [_Table(file) for file in sorted(path.parent.iterdir()) if is_table(file.name) and is_file(file)]
    except OSError:
        return []


def _members(path: Path) -> list[_Table]:
    """The CSV files in a zip file, once it is known to be harmless."""
    names: list[str] = []
    with error_context(path, "opened", DataError), open_file(path, MAX_DATA_BYTES) as (file, _):
        read_zip(file, tr("zip file"), lambda member: names.append(member.filename), _MAX_MEMBERS, sys.maxsize, only="")
        tables = [_Table(path, name) for name in names if is_table(name.rpartition("/")[2])]
        if not tables:
            raise Fault(
                tr(
                    "it is a zip file of {0}, and no CSV file is in it. Unpack it, and choose the folder.",
                    listed(names),
                )
                if names
                else tr("it is an empty zip file. Choose another file.")
            )
    return tables


def _chosen(path: Path, tables: Sequence[_Table]) -> _Table:
    name = choose([table.member for table in tables])
    if name is None:
        names = listed(table.member for table in tables)
        raise DataError(tr("{0} cannot be opened: it holds {1}. Unpack it, and choose one of them.", path.name, names))
    return next(table for table in tables if table.member == name)


def _read(table: _Table, report: Report) -> Dataset:
    with error_context(table.path, "opened", DataError):
        try:
            with _opened(table) as stream:
                images, labels = read_csv(stream, report)
        except MemoryError:
            raise Fault(tr("it is too large for the memory of this computer.")) from None
        except NoLabels:
            raise
        except Fault as fault:
            if table.member:
                raise Fault(tr("in its file {0}: {1}", quoted(table.name), fault)) from fault
            raise
    return Dataset(images, labels, quoted(table.name))


@contextmanager
def _opened(table: _Table) -> Iterator[Stream]:
    if not table.member:
        with open_stream(table.path) as stream:
            yield stream
        return
    try:
        with (
            open_file(table.path, MAX_DATA_BYTES) as (raw, length),
            zipfile.ZipFile(raw) as archive,
            archive.open(table.member) as file,
        ):
            member = archive.getinfo(table.member)
            # zipfile reads no more than the unpacked size; the packed size in the file may be false.
            check_ratio(member.file_size, min(member.compress_size, length))
            yield Stream(file.read, length, lambda: raw.tell() / length)
    except DAMAGE as error:
        raise Fault(tr(DAMAGED)) from error
