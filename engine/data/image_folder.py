"""The user's own images in a folder: a subfolder for each digit, called 0 to 9, with images of any format and size.

Subfolders ``train`` and ``test`` (or ``training`` and ``testing``) that hold such folders are the two sets; without
``test``, a part is held out. Each image is prepared as the recognizer prepares it, so that the network is trained on
the same kind of input. A file that cannot be used is reported, with the reason, and skipped.
"""

import itertools
import os
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

import numpy as np

from ..errors import DataError, ImageError
from ..i18n import tr
from ..io.checked_file import printable, quoted
from ..io.limits import MAX_FILES
from ..types import CANVAS, CLASSES, ByteArray, IntArray
from .dataset import Dataset
from .dataset_summary import Loaded
from .split import image_keys, shuffled, split

_DIGITS = {str(digit): digit for digit in range(CLASSES)}
_SETS = {"train": "train", "training": "train", "test": "test", "testing": "test"}
# Files that operating systems create. Names that begin with a dot are skipped, too.
_SYSTEM_FILES = {"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx"}
_PROGRESS_SECONDS = 0.04

_Report: TypeAlias = Callable[[int, int], None]


class _File(NamedTuple):
    """A file in a digit's folder. ``name`` is its path within the whole folder, such as "train/3/anna.png"."""

    name: str
    digit: int
    test: bool


def load_image_folder(folder: str | Path, progress: Callable[[int, int], None] | None = None, seed: int = 0) -> Loaded:
    """Read all images of a folder. The same files and the same seed give the same sets, bit for bit.

    No image is in both sets, and none has two labels.

    Args:
        folder: holds the folders 0 to 9, of which some may be missing, or ``train`` and ``test``.
        progress: called with (files done, files in all) now and then, with (0, 0) while they are searched; an exception
            that it raises cancels.
        seed: of the order, and of the images held out where there is no ``test``.

    Raises:
        DataError: there is no such folder, it has no folders called 0 to 9 or more than MAX_FILES files, or none of its
            files can be used.
    """
    folder = Path(folder)
    report = progress or (lambda done, total: None)
    faults: list[str] = []
    files, has_test = _find(folder, faults, report)
    images, files = _read(folder, files, faults, report)
    usable = _without_conflicts(images, files, faults)
    is_test = np.array([files[i].test for i in usable], bool)
    if is_test.all() or (has_test and not is_test.any()):
        sentences = [
            tr("“{0}” holds no image to train on.", folder)
            if is_test.all()
            else tr("“{0}” holds no image to test with.", folder)
        ]
        if faults:
            sentences.append(tr("The first fault: {0}", faults[0]))
        raise DataError(" ".join(sentences))

    name = quoted(Path(os.path.realpath(folder)).name)
    images = images[usable]  # frees the larger array
    dataset = Dataset(images, np.array([files[i].digit for i in usable], np.uint8), name)
    if has_test:
        train, test = (shuffled(np.flatnonzero(which), seed) for which in (~is_test, is_test))
    else:
        train, test = split(dataset, seed=seed)
    return Loaded(
        dataset.subset(train, f"{name} training set"),
        dataset.subset(test, f"{name} test set"),
        tuple(faults),
        held_out=not has_test,
    )


def is_digit_folder(folder: Path) -> bool:
    """Whether a folder is called 0 to 9."""
    return folder.name in _DIGITS


def has_digit_folders(folder: Path) -> bool:
    """Whether a folder, or its subfolder ``train`` or ``test``, has folders called 0 to 9."""
    try:
        folders = [entry for entry in _entries(folder) if _is_folder(entry)]
        names = {entry.name for entry in folders}
        for entry in folders:
            if entry.name.casefold() in _SETS:
                names |= {inside.name for inside in _entries(entry) if _is_folder(inside)}
    except OSError:
        return False
    return bool(names & _DIGITS.keys())


def _find(folder: Path, faults: list[str], report: _Report) -> tuple[list[_File], bool]:
    """The files in the digits' folders, by name, and True if there is a folder for the test set.

    Args:
        faults: is appended to.
    """
    try:
        entries = _entries(folder)
        sets: dict[str, os.DirEntry[str]] = {}
        for entry in filter(_is_folder, entries):
            sets.setdefault(_SETS.get(entry.name.casefold(), ""), entry)
        train, test = sets.get("train"), sets.get("test")
        entries = [entry for entry in entries if entry not in (train, test)]
        if train is not None:
            faults += [
                tr("“{0}” is beside “{1}”, not in it: it is skipped.", printable(e.name), train.name) for e in entries
            ]
            entries = _entries(train)
        groups = [(train.name if train else "", entries, False)]
        if test is not None:
            groups.append((test.name, _entries(test), True))
        files: list[_File] = []
        for parent, inside, is_test in groups:
            for file in _in_digits(folder, parent, inside, is_test, faults, report):
                files.append(file)
                if len(files) + len(faults) > MAX_FILES:
                    raise _too_many(folder)
    except (FileNotFoundError, NotADirectoryError):
        raise DataError(tr("There is no folder “{0}”. Check its name.", folder)) from None
    except OSError as error:
        name = error.filename or folder
        raise DataError(tr("“{0}” cannot be opened: the system says “{1}”.", name, error.strerror or error)) from error
    return files, test is not None


def _in_digits(
    folder: Path, parent: str, entries: Sequence[os.DirEntry[str]], test: bool, faults: list[str], report: _Report
) -> Iterable[_File]:
    """The files in the folders 0 to 9 among ``entries``, which are in the subfolder ``parent``, "" for none."""
    digits = 0
    for entry in entries:
        name = f"{parent}/{entry.name}" if parent else entry.name
        if not _is_folder(entry) or entry.name not in _DIGITS:
            faults.append(
                tr("“{0}” is a folder, but is not called 0 to 9: it is skipped.", printable(name))
                if _is_folder(entry)
                else tr("“{0}” is in no digit's folder: it is skipped.", printable(name))
            )
            continue
        digits += 1
        report(0, 0)
        try:
            inside = _entries(entry)
        except OSError as error:
            faults.append(tr("“{0}” cannot be opened: the system says “{1}”.", name, error.strerror or error))
            continue
        for file in inside:
            if _is_folder(file):
                subfolder = printable(f"{name}/{file.name}")
                faults.append(
                    tr("“{0}” is a folder in a digit's folder: move its images up into “{1}”.", subfolder, name)
                )
            else:
                yield _File(f"{name}/{file.name}", _DIGITS[entry.name], test)
    if not digits:
        raise DataError(
            tr("“{0}” has no folders called 0 to 9: put the images of each digit into one of its own.", folder / parent)
        )


def _entries(folder: Path | os.DirEntry[str]) -> list[os.DirEntry[str]]:
    """The entries of a folder, by name, without hidden files and those of the system."""
    with os.scandir(folder) as found:
        visible = (e for e in found if not e.name.startswith(".") and e.name.casefold() not in _SYSTEM_FILES)
        entries = list(itertools.islice(visible, MAX_FILES + 1))
    if len(entries) > MAX_FILES:
        raise _too_many(Path(folder))
    return sorted(entries, key=lambda entry: entry.name)


def _too_many(folder: Path) -> DataError:
    return DataError(tr("“{0}” holds more than {1:,} files: choose a folder with fewer.", folder, MAX_FILES))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # such as a link that leads back to itself
        return False


def _read(folder: Path, files: Sequence[_File], faults: list[str], report: _Report) -> tuple[ByteArray, list[_File]]:
    """The images (n, 28, 28) in those of the files that can be used, and these files."""
    # Only here: commands that read no image do not wait for Pillow.
    from ..ink.images import prepare_image, read_image

    images: ByteArray = np.empty((len(files), CANVAS, CANVAS), np.uint8)
    used: list[_File] = []
    next_report = 0.0
    for done, file in enumerate(files):
        now = time.monotonic()
        if now >= next_report:
            report(done, len(files))
            next_report = now + _PROGRESS_SECONDS
        path = folder / file.name
        try:
            stages = prepare_image(read_image(path))
            if stages.empty:
                raise ImageError(tr("“{0}” is empty: nothing stands out from its background.", path.name))
        except ImageError as error:
            # The message has the file's name alone, which may occur in several digits' folders.
            faults.append(str(error).replace(f"“{printable(path.name)}”", f"“{printable(file.name)}”", 1))
        else:
            images[len(used)] = np.rint(stages.centred * 255)
            used.append(file)
    report(len(files), len(files))
    return images[: len(used)], used


def _without_conflicts(images: ByteArray, files: Sequence[_File], faults: list[str]) -> IntArray:
    """The indices of the images without those that have two labels, or are in both ``train`` and ``test``.

    Of an image with two labels all copies are left out, because it is unknown which label is right; of one in both
    sets, the copies in the test set.
    """
    keys = image_keys(images).tolist()
    # For each different image the first file of each label in each set.
    firsts: dict[int, dict[tuple[int, bool], _File]] = {}
    for key, file in zip(keys, files, strict=True):
        firsts.setdefault(key, {}).setdefault((file.digit, file.test), file)
    usable = []
    for i, file in enumerate(files):
        others = firsts[keys[i]].values()
        other_label = next((other for other in others if other.digit != file.digit), None)
        in_training = next((other for other in others if file.test and not other.test), None)
        other = other_label or in_training
        if other is None:
            usable.append(i)
            continue
        names = printable(file.name), printable(other.name)
        faults.append(
            tr("“{0}” is the same image as “{1}”: it cannot be both digits.", *names)
            if other_label
            else tr("“{0}” is the same image as “{1}”: training images cannot be used for the test.", *names)
        )
    return np.array(usable, np.int64)
