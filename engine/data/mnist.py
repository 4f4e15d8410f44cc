"""MNIST: 60,000 training and 10,000 test digits (Y. LeCun, C. Cortes, C. Burges): finding and loading it."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias
from weakref import WeakValueDictionary

import numpy as np

from ..errors import DataError
from ..i18n import comma_list, tr
from ..paths import data_folder
from ..types import CLASSES, FloatArray, IntArray
from .dataset import Dataset
from .files.own_data import find_file, read_file, two_sets_of
from .idx import read_idx_pair
from .idx_dataset import find_idx_files

_XT: TypeAlias = tuple[FloatArray | IntArray, FloatArray | IntArray]


@dataclass(frozen=True)
class RemoteFile:
    """A file as every mirror serves it: its name, its size in bytes, its SHA-256 in hexadecimal, and that of the array
    that it holds: packed by another program, the file has other bytes.
    """

    name: str
    size: int
    sha256: str
    array_sha256: str = ""


# In this order: training images and labels, test images and labels.
FILES = (
    RemoteFile(
        "train-images-idx3-ubyte.gz",
        9912422,
        "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
        "741c988805d008ac6e4c904b69001ba184c24b2c540a4ef403f4c71b676cf757",
    ),
    RemoteFile(
        "train-labels-idx1-ubyte.gz",
        28881,
        "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
        "1feba77c54802fa5339a11837ea4b2866434b83314ec45192930f1df69120c13",
    ),
    RemoteFile(
        "t10k-images-idx3-ubyte.gz",
        1648877,
        "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
        "6d87418db22cc8025d05968bec9bd5c3932904b23485740db143a061a2c9d161",
    ),
    RemoteFile(
        "t10k-labels-idx1-ubyte.gz",
        4542,
        "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
        "ddeff807876a9661a1110d45c266c86239a3a1b7d37da0c3716a7a683c852ff5",
    ),
)


# The sets that are in use somewhere in the program, by their files and when those were changed: lessons and trainings
# share them, which saves 55 MB.
_in_use: WeakValueDictionary[tuple[object, ...], Dataset] = WeakValueDictionary()


def load_mnist(
    normalize: bool = True, flatten: bool = True, one_hot_label: bool = False, folder: str | Path | None = None
) -> tuple[_XT, _XT]:
    """MNIST as the book's ``load_mnist`` gives it (chapter 3): (x_train, t_train), (x_test, t_test).

    >>> (x_train, t_train), (x_test, t_test) = load_mnist()
    >>> x_train.shape, t_train.shape, x_test.shape
    ((60000, 784), (60000,), (10000, 784))

    Args:
        normalize: x is float32 in 0..1, each byte divided by 255; else the bytes themselves, uint8 in 0..255.
        flatten: x is (N, 784); else (N, 1, 28, 28).
        one_hot_label: t is (N, 10) float32; else (N,) uint8.
        folder: where the files are; see ``find_mnist``.

    Raises:
        DataError: the files are missing or damaged.
    """

    def arrays(dataset: Dataset) -> _XT:
        images, labels = dataset.images, dataset.labels
        x = images.reshape(len(images), -1) if flatten else images[:, np.newaxis]
        # Copies: the dataset may be in use elsewhere in the process.
        t = np.eye(CLASSES, dtype=np.float32)[labels] if one_hot_label else labels.copy()
        return np.divide(x, np.float32(255)) if normalize else x.copy(), t

    train, test = load_mnist_datasets(folder)
    return arrays(train), arrays(test)


def load_mnist_datasets(
    folder: str | Path | None = None, progress: Callable[[int, int], None] | None = None
) -> tuple[Dataset, Dataset]:
    """The training set and the test set, from where ``find_mnist`` finds them.

    Args:
        progress: see ``load_own``; called where they are in another kind of file.

    Raises:
        DataError: the files are missing or damaged.
    """
    train, test = _load(folder, FILES, progress)
    return train, test


def load_mnist_test(folder: str | Path | None = None) -> Dataset:
    """The test set alone; its two files are enough.

    Raises:
        DataError: the files are missing or damaged, or hold no test image.
    """
    test = _load(folder, FILES[2:])[-1]
    if not len(test):
        raise DataError(tr("“{0}” holds no image to test with.", mnist_folder(folder)[0]))
    return test


def _load(
    folder: str | Path | None, files: Sequence[RemoteFile], progress: Callable[[int, int], None] | None = None
) -> list[Dataset]:
    target, paths = _find(folder, files)
    if paths == [target]:
        found = read_file(target, progress or (lambda done, total: None))
        if found.test is None:
            loaded = two_sets_of(found)
            return [loaded.train, loaded.test]
        return [replace(found.train, name="MNIST training set"), replace(found.test, name="MNIST test set")]
    if not paths:
        raise DataError(
            tr(
                "MNIST is not on this computer yet. Let Digit Lab download it, put its four files "
                "into {0}, or name their folder in the environment variable DIGITLAB_MNIST.",
                target,
            )
        )
    return [
        _read(images, labels, f"MNIST {which} set")
        for which, images, labels in zip(("training", "test")[-len(files) // 2 :], paths[::2], paths[1::2], strict=True)
    ]


def _read(images: Path, labels: Path, name: str) -> Dataset:
    try:
        facts = [(str(path), (stat := path.stat()).st_mtime_ns, stat.st_size) for path in (images, labels)]
    except OSError:
        # It cannot be read either, which is told in a sentence there.
        return read_idx_pair(images, labels, name)
    key = (name, *facts)
    found = _in_use.get(key)
    return found if found is not None else _in_use.setdefault(key, read_idx_pair(images, labels, name))


def find_mnist(folder: str | Path | None = None) -> Path | None:
    """The folder that holds the four files, gzipped or not, or the one file that holds all; None where there is none
    yet.

    The folder is ``folder``; by default the folder in the environment variable DIGITLAB_MNIST, or else ``mnist`` in the
    user's data folder.

    Raises:
        DataError: a folder was named, by argument or by DIGITLAB_MNIST, and a file is missing there.
    """
    found, paths = _find(folder, FILES)
    return found if paths else None


def mnist_folder(folder: str | Path | None) -> tuple[Path, bool]:
    """The folder where MNIST is or will be, and whether the user named it."""
    named = folder or os.environ.get("DIGITLAB_MNIST")
    return (Path(named), True) if named else (data_folder() / "mnist", False)


def _find(folder: str | Path | None, files: Sequence[RemoteFile]) -> tuple[Path, list[Path]]:
    """The folder of MNIST and the paths of these files there: none at all where one of them is missing. Where MNIST is
    in one file, as Keras and the book have it, that file.

    Raises:
        DataError: the user named the folder, and a file is missing there.
    """
    target, named = mnist_folder(folder)
    try:
        if target.is_file():
            return target, _deeper(target)[-len(files) :] or [target]
        found = {file.name: path for file in files if (path := next(filter(Path.is_file, _paths(target, file)), None))}
    except OSError as error:
        raise DataError(
            tr("The folder {0} cannot be opened ({1}). Give yourself permission to read it.", target, error.strerror)
        ) from error
    missing = [file.name for file in files if file.name not in found]
    if missing and target.is_dir():
        paths = _deeper(target)[-len(files) :]
        if paths:
            return target, paths
        other = find_file(target)
        if other is not None:
            return other, [other]
    if named and missing:
        if not target.is_dir():
            raise DataError(tr("There is no folder {0}. Name the folder that holds the files of MNIST.", target))
        raise DataError(
            tr(
                "The folder {0} does not hold {1} (with or without .gz). Put the files of MNIST "
                "there, or name another folder.",
                target,
                comma_list(missing),
            )
        )
    return target, [] if missing else list(found.values())


def _deeper(folder: Path) -> list[Path]:
    """The four files, where they are in folders of that folder, as torchvision and some archives have them; or []."""
    try:
        train, test = find_idx_files(folder)
    except DataError:
        return []
    return [] if test is None else [*train, *test]


def _paths(folder: Path, file: RemoteFile) -> list[Path]:
    """Where a file may be. The gzipped one comes first, because a download replaces that one if it is damaged."""
    plain = file.name.removesuffix(".gz")
    dotted = plain.replace("-idx", ".idx")  # some programs unpack it to this name
    return [folder / name for name in (file.name, plain, f"{dotted}.gz", dotted)]
