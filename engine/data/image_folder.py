"""Pictures of one's own in a folder: a subfolder a digit, called 0 to 9, and in it pictures of any kind and size.

Subfolders ``train`` and ``test`` (or ``training`` and ``testing``) that hold such folders are the two sets; without
``test`` a part is held out. Each picture is prepared as the recognizer prepares it, so that a network learns from what
it will be asked to read. A file that cannot be used is named, with its reason, and passed over.
"""

import itertools
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from engine.data.dataset import Dataset
from engine.data.dataset_summary import Loaded
from engine.data.split import picture_keys, shuffled, split
from engine.errors import DataError, ImageError
from engine.ink.images import prepare_image, read_image
from engine.io.checked_file import quoted
from engine.types import CANVAS, CLASSES, ByteArray, IntArray

# 157 MB of pictures, and minutes of reading.
MAX_FILES = 200_000

_DIGITS = {str(digit): digit for digit in range(CLASSES)}
_SETS = {"train": "train", "training": "train", "test": "test", "testing": "test"}
# What systems leave in folders unasked. Names that begin with a dot are hidden anyway.
_OF_THE_SYSTEM = {"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx"}
# As often as a training tells.
_TELL_SECONDS = 0.04


class _File(NamedTuple):
    """A file in a digit's folder. ``name`` is its path within the folder asked for, such as "train/3/anna.png"."""

    name: str
    digit: int
    test: bool


def load_image_folder(folder: str | Path, progress: Callable[[int, int], None] | None = None, seed: int = 0) -> Loaded:
    """Read all pictures of a folder. The same files and the same seed give the same sets, bit for bit.

    No picture is in both sets, and none is there as two digits.

    Args:
        folder: what holds the folders 0 to 9, of which some may be missing, or ``train`` and ``test``.
        progress: called with (files done, files in all) now and then, with (0, 0) while they are looked for; what it
            raises ends the loading.
        seed: of the order, and of what is held out where there is no ``test``.

    Raises:
        DataError: there is no such folder, it has no folders called 0 to 9 or more than MAX_FILES files, or nothing
            in it can be used.
    """
    folder = Path(folder)
    tell = progress or (lambda done, total: None)
    faults: list[str] = []
    files, has_test = _find(folder, faults, tell)
    images, files = _read(folder, files, faults, tell)
    usable = _without_doubles(images, files, faults)
    is_test = np.array([files[i].test for i in usable], bool)
    for purpose, there in (("learn from", not is_test.all()), ("measure with", is_test.any() or not has_test)):
        if not there:
            first = f" The first fault: {faults[0]}" if faults else ""
            raise DataError(f"“{_clean(str(folder))}” holds no picture to {purpose}.{first}")

    name = quoted(folder.resolve().name)
    images = images[usable]  # lets the larger array go
    found = Dataset(images, np.array([files[i].digit for i in usable], np.uint8), name)
    if has_test:
        train, test = (shuffled(np.flatnonzero(which), seed) for which in (~is_test, is_test))
    else:
        train, test = split(found, seed=seed)
    return Loaded(found.subset(train, f"{name} training set"), found.subset(test, f"{name} test set"), tuple(faults))


# -- which files there are


def _find(folder: Path, faults: list[str], tell: Callable[[int, int], None]) -> tuple[list[_File], bool]:
    """The files in the digits' folders, by their names, and whether there is a folder for the test set.

    Args:
        faults: is added to.
    """
    try:
        beside = _entries(folder)
        sets: dict[str, os.DirEntry[str]] = {}
        for entry in beside:
            if _is_folder(entry):
                sets.setdefault(_SETS.get(entry.name.casefold(), ""), entry)
        train, test = sets.get("train"), sets.get("test")
        beside = [entry for entry in beside if entry not in (train, test)]
        if train is None:
            files = _in_digits(folder, "", beside, False, faults, tell)
        else:
            faults += [f"“{_clean(e.name)}” lies beside “{train.name}”, not in it: it is passed over." for e in beside]
            files = _in_digits(folder, train.name, _entries(train), False, faults, tell)
        if test is not None:
            files += _in_digits(folder, test.name, _entries(test), True, faults, tell)
            if len(files) + len(faults) > MAX_FILES:
                raise _too_many(folder)
    except (FileNotFoundError, NotADirectoryError):
        raise DataError(f"There is no folder “{_clean(str(folder))}”. Check its name.") from None
    except OSError as error:
        place = _clean(str(error.filename or folder))
        raise DataError(f"“{place}” cannot be looked into: the system says “{error.strerror or error}”.") from error
    return files, test is not None


def _in_digits(
    folder: Path,
    within: str,
    entries: Sequence[os.DirEntry[str]],
    test: bool,
    faults: list[str],
    tell: Callable[[int, int], None],
) -> list[_File]:
    """The files in the folders 0 to 9 among ``entries``, which lie in the subfolder ``within``, "" for none."""
    files: list[_File] = []
    digits = 0
    for entry in entries:
        name = f"{within}/{entry.name}" if within else entry.name
        if not _is_folder(entry):
            faults.append(f"“{_clean(name)}” lies in no digit's folder: it is passed over.")
            continue
        if entry.name not in _DIGITS:
            faults.append(f"“{_clean(name)}” is a folder, but is not called 0 to 9: it is passed over.")
            continue
        digits += 1
        tell(0, 0)
        try:
            inside = _entries(entry)
        except OSError as error:
            faults.append(f"“{name}” cannot be looked into: the system says “{error.strerror or error}”.")
            continue
        for file in inside:
            if _is_folder(file):
                where = _clean(f"{name}/{file.name}")
                faults.append(f"“{where}” is a folder within a digit's: move its pictures up into “{name}”.")
            else:
                files.append(_File(f"{name}/{file.name}", _DIGITS[entry.name], test))
        if len(files) + len(faults) > MAX_FILES:
            raise _too_many(folder)
    if not digits:
        place = _clean(str(folder / within))
        raise DataError(f"“{place}” has no folders called 0 to 9: give the pictures of each digit one of their own.")
    return files


def _entries(folder: Path | os.DirEntry[str]) -> list[os.DirEntry[str]]:
    """What is in a folder, by name, but for what is hidden or the system's."""
    with os.scandir(folder) as found:
        seen = (e for e in found if not e.name.startswith(".") and e.name.casefold() not in _OF_THE_SYSTEM)
        entries = list(itertools.islice(seen, MAX_FILES + 1))
    if len(entries) > MAX_FILES:
        raise _too_many(Path(folder))
    return sorted(entries, key=lambda entry: entry.name)


def _too_many(folder: Path) -> DataError:
    return DataError(f"“{_clean(str(folder))}” holds more than {MAX_FILES:,} files: choose a folder with fewer.")


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # such as a link that leads back to itself
        return False


# -- what is in them


def _read(
    folder: Path, files: Sequence[_File], faults: list[str], tell: Callable[[int, int], None]
) -> tuple[ByteArray, list[_File]]:
    """The pictures (n, 28, 28) in those of the files that can be used, and these files."""
    images: ByteArray = np.empty((len(files), CANVAS, CANVAS), np.uint8)
    used: list[_File] = []
    next_telling = 0.0
    for done, file in enumerate(files):
        now = time.monotonic()
        if now >= next_telling:
            tell(done, len(files))
            next_telling = now + _TELL_SECONDS
        path = folder / file.name
        try:
            images[len(used)] = _prepared(path)
        except ImageError as error:
            # The reason begins with the name alone, which other digits' folders may have, too.
            faults.append(f"“{_clean(file.name)}”{str(error).removeprefix(f'“{path.name}”')}")
        else:
            used.append(file)
    tell(len(files), len(files))
    return images[: len(used)], used


def _prepared(path: Path) -> ByteArray:
    """A picture file as the recognizer shows it to a network, (28, 28), in bytes."""
    stages = prepare_image(read_image(path))
    if stages.empty:
        raise ImageError(f"“{path.name}” is empty: nothing stands out from its background.")
    return np.rint(stages.centred * 255).astype(np.uint8)


def _without_doubles(images: ByteArray, files: Sequence[_File], faults: list[str]) -> IntArray:
    """The indices of the pictures without those that are there as another digit, too, or in ``train`` and ``test``.

    Of a picture that is there as two digits all are left out, since nobody knows which is right; of one that is in
    both sets, those to be measured with.
    """
    _, same, copies = np.unique(picture_keys(images), return_inverse=True, return_counts=True)
    # For each picture of which there are several: the first file as each digit in each set.
    firsts: dict[int, dict[tuple[int, bool], _File]] = {}
    for i in np.flatnonzero(copies[same] > 1).tolist():
        firsts.setdefault(int(same[i]), {}).setdefault((files[i].digit, files[i].test), files[i])
    usable = []
    for i, file in enumerate(files):
        others = firsts.get(int(same[i]), {}).values()
        contrary = next((other for other in others if other.digit != file.digit), None)
        learned = next((other for other in others if file.test and not other.test), None)
        other = contrary or learned
        if other is None:
            usable.append(i)
            continue
        advice = "it cannot be both digits" if contrary else "what is learned from cannot be measured with"
        faults.append(f"“{_clean(file.name)}” is the same picture as “{_clean(other.name)}”: {advice}.")
    return np.array(usable, np.int64)


def _clean(name: str) -> str:
    """A file's name as it may stand in a sentence: whole, but in one line and with nothing invisible."""
    return "".join(letter if letter.isprintable() else "?" for letter in name)
