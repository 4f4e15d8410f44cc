"""The user's own IDX files, in the format of MNIST: images in one file, their labels in another, maybe a test set too.

The words in the files' names show which belong together: "train-images-idx3-ubyte", "train-labels.idx1.gz",
"t10k-images-idx3-ubyte" and "t10k-labels-idx1-ubyte" do, and so do "mine_images" and "mine_labels".
"""

import re
from pathlib import Path
from typing import NamedTuple

import numpy as np

from engine.data.dataset import Dataset
from engine.data.dataset_summary import Loaded
from engine.data.idx import read_idx_pair
from engine.data.split import in_both, shuffled, split
from engine.errors import DataError
from engine.io.checked_file import quoted

_KINDS = {"images": "images", "image": "images", "idx3": "images"}
_KINDS |= {"labels": "labels", "label": "labels", "idx1": "labels"}
_SETS = {"train": "train", "training": "train", "t10k": "test", "test": "test", "testing": "test"}
# These do not show which dataset a file belongs to.
_FORMATS = {"", "gz", "idx", "ubyte"}


class IdxPair(NamedTuple):
    """The file of the images and that of their labels."""

    images: Path
    labels: Path


class _Meaning(NamedTuple):
    """The meaning of a file's name: the dataset, the set ("train", "test" or ""), "images" or "labels"."""

    data: tuple[str, ...]
    which: str
    kind: str


def find_idx_files(path: str | Path) -> tuple[IdxPair, IdxPair | None]:
    """The files that belong together by their names: those in a folder, or those beside a chosen file.

    Returns:
        The training set, and the test set; None where a part of the training set is to be held out for it.

    Raises:
        DataError: there is no such file or folder, its name has no meaning, the images or the labels are missing, or
            the folder holds several datasets.
    """
    path = Path(path)
    try:
        if not path.exists():
            raise DataError(f"There is no file or folder {path}. Check its name.")
        chosen = not path.is_dir()
        # Hidden ones may be what macOS stores beside each file: "._train-images-idx3-ubyte".
        visible = (file for file in (path.parent if chosen else path).iterdir() if not file.name.startswith("."))
        beside = sorted(file for file in visible if file.is_file())
    except OSError as error:
        raise DataError(f"{path} cannot be opened ({error.strerror or error}). Choose another folder.") from error
    # Of a file that exists packed and unpacked, the chosen one counts.
    files = [path, *beside] if chosen else beside
    known = [(file, meaning) for file in files if (meaning := _meaning(file.name)) is not None]
    if chosen and _meaning(path.name) is None:
        raise DataError(
            f"The name of {path} has neither “images” nor “labels” in it. Rename it as MNIST’s files are called."
        )
    if not chosen and len({meaning.data for _, meaning in known}) != 1:
        what = "IDX files of several datasets" if known else "no files with “images” and “labels” in their names"
        raise DataError(f"{path} holds {what}. Choose the file of the images you want.")
    first = known[0][1]
    sets: dict[str, dict[str, Path]] = {}
    for file, meaning in known:
        if meaning.data == first.data:
            sets.setdefault(meaning.which, {}).setdefault(meaning.kind, file)
    # Test files are used for training only where there are no others.
    preferred = [first.which] if chosen and first.which != "test" else []
    train = next(which for which in (*preferred, "train", "", "test") if which in sets)
    return _pair(sets[train]), _pair(sets["test"]) if "test" in sets and train != "test" else None


def _meaning(name: str) -> _Meaning | None:
    """The meaning of a file's name; None where the name does not show what is in the file."""
    words = re.split(r"[\W_]+", name.casefold())
    kinds = {_KINDS[word] for word in words if word in _KINDS}
    if len(kinds) != 1:
        return None
    which = next((_SETS[word] for word in words if word in _SETS), "")
    data = tuple(word for word in words if word not in _KINDS and word not in _SETS and word not in _FORMATS)
    return _Meaning(data, which, kinds.pop())


def _pair(files: dict[str, Path]) -> IdxPair:
    for there, missing in (("images", "labels"), ("labels", "images")):
        if missing not in files:
            raise DataError(
                f"Beside {files[there]} there is no file with the same name but “{missing}” for “{there}”. "
                "Put it there, or rename both alike."
            )
    return IdxPair(files["images"], files["labels"])


def load_idx_dataset(path: str | Path, seed: int = 0) -> Loaded:
    """The images and labels of IDX files, plain or gzipped. The same files and the same seed give the same sets.

    Args:
        path: as for ``find_idx_files``.
        seed: of the order, and of the images held out where there are no test files.

    Raises:
        DataError: as ``find_idx_files`` and ``read_idx_pair``: a file is missing, damaged, too large, or holds
            something else than digits of 28 x 28 pixels.
    """
    train_files, test_files = find_idx_files(path)
    faults: tuple[str, ...] = ()
    try:
        train = test = _read(train_files)
        if test_files is None:
            train_indices, test_indices = split(train, seed=seed)
        else:
            test = _read(test_files)
            train_indices, test_indices = (shuffled(np.arange(len(data)), seed) for data in (train, test))
            faults = _duplicates(train, test)
        return Loaded(
            train.subset(train_indices, f"{train.name} training set"),
            test.subset(test_indices, f"{test.name} test set"),
            faults,
        )
    except MemoryError:
        raise DataError(f"{train_files.images} is too large for the memory of this computer.") from None


def _read(pair: IdxPair) -> Dataset:
    return read_idx_pair(pair.images, pair.labels, quoted(pair.images.name))


def _duplicates(train: Dataset, test: Dataset) -> tuple[str, ...]:
    """A sentence, where images are in both sets. They stay, so that results compare with those of others."""
    both = in_both(train, test)
    if not len(both):
        return ()
    return (
        f"Of the {len(test):,} images in {test.name}, {len(both):,} are in {train.name} too (the first is number "
        f"{both[0] + 1:,}): the test accuracy will be too high.",
    )
