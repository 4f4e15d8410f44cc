"""The user's own IDX files, in the format of MNIST: images in one file, their labels in another, maybe a test set too.

The words in the files' names show which belong together: "train-images-idx3-ubyte", "train-labels.idx1.gz",
"t10k-images-idx3-ubyte" and "t10k-labels-idx1-ubyte" do, and so do "mine_images" and "mine_labels".
"""

import contextlib
import re
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import NamedTuple

from ..errors import DataError
from ..i18n import tr, tr_noop
from ..io.checked_file import listed, quoted
from ..io.file_kind import is_file, is_folder
from .dataset import Dataset
from .dataset_summary import Loaded
from .files.two_sets import two_sets
from .idx import idx_header, is_exchanged, read_idx_pair

_KINDS = {"images": "images", "image": "images", "idx3": "images"}
_KINDS |= {"labels": "labels", "label": "labels", "idx1": "labels"}
_SETS = {"train": "train", "training": "train", "t10k": "test", "test": "test", "testing": "test"}
# These do not show which dataset a file belongs to.
_FORMATS = {"", "gz", "idx", "ubyte"}
_SEVERAL = tr_noop("{0} holds IDX files of several datasets. Choose the file of the images you want.")
# So deep are folders searched, and so many in each level.
_DEPTH, _MAX_FOLDERS = 3, 200


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
            raise DataError(tr("There is no file or folder {0}. Check its name.", path))
        chosen = not path.is_dir()
        folder = path.parent if chosen else path
        beside = _files(folder)
        if _is_called_alike(folder):
            # As one archive unpacks: each file in a folder with the file's name.
            with contextlib.suppress(OSError):
                beside += _files(folder.parent)
    except OSError as error:
        raise DataError(
            tr("{0} cannot be opened ({1}). Choose another folder.", path, error.strerror or error)
        ) from error
    if chosen and _meaning(path.name) is None and not _is_called_alike(path.parent):
        return _pair_by_content(path, beside), None
    files = [path, *(file for file in beside if file != path)] if chosen else beside
    known = [(file, meaning) for file in files if (meaning := _meaning_of(file)) is not None]
    if not chosen and len({meaning.data for _, meaning in known}) != 1:
        raise DataError(
            tr(_SEVERAL, path)
            if known
            else tr(
                "{0} holds no files with “images” and “labels” in their names. Choose the file of the images you want.",
                path,
            )
        )
    first = known[0][1]
    sets: dict[str, dict[str, list[Path]]] = {}
    for file, meaning in known:
        if meaning.data == first.data:
            sets.setdefault(meaning.which, {}).setdefault(meaning.kind, []).append(file)
    # Test files are used for training only where there are no others.
    preferred = [first.which] if chosen and first.which != "test" else []
    which = next(which for which in (*preferred, "train", "", "test") if which in sets)
    like = path if chosen else None
    train = _pair(sets[which], like)
    return train, _pair(sets["test"], like or train.images) if "test" in sets and which != "test" else None


def holds_idx_files(folder: Path) -> bool:
    """Whether there are files in a folder, or where ``find_idx_files`` looks in it, with names of IDX files."""
    try:
        return any(map(_meaning_of, _files(folder)))
    except OSError:
        return False


def _files(folder: Path) -> list[Path]:
    """The files in a folder, and in folders in it that have a file's name.

    Where there is none with a name that says what it is: those of the one folder in it, at most three deep, that has
    them, such as MNIST/raw, where torchvision keeps them; of several the one in a folder called MNIST.
    """
    found, folders = [], [folder]
    for level in range(_DEPTH + 1):
        listed = []
        for each in folders:
            try:
                listed.append((each, *_contents(each)))
            except OSError:
                # Beside the folder that is meant there may be closed ones, such as a disk's lost+found.
                if not level:
                    raise
        groups = [(each, files) for each, files, _ in listed if any(map(_meaning_of, files))]
        if not level:
            found = listed[0][1]
        if len(groups) > 1:
            groups = [group for group in groups if "mnist" in (part.casefold() for part in group[0].parts)] or groups
        if groups:
            return [file for _, files in groups for file in files]
        folders = [inside for *_, inner in listed for inside in inner][:_MAX_FOLDERS]
    return found


def _contents(folder: Path) -> tuple[list[Path], list[Path]]:
    """The files in a folder, and after them those in folders with a file's name; and all folders in it."""
    entries = _visible(folder)
    folders = [entry for entry in entries if is_folder(entry)]
    inside = [file for each in folders if _is_called_alike(each) for file in _visible(each) if is_file(file)]
    return [entry for entry in entries if is_file(entry)] + inside, folders


def _visible(folder: Path) -> list[Path]:
    # Hidden ones may be what macOS stores beside each file: "._train-images-idx3-ubyte".
    return sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))


def _is_called_alike(folder: Path) -> bool:
    """Whether a folder has a name as a file's: "train-images-idx3-ubyte"."""
    return _meaning(folder.name) is not None and "idx" in folder.name.casefold()


def _meaning_of(file: Path) -> _Meaning | None:
    """The meaning of a file's name, or else of its folder's."""
    return _meaning(file.name) or (_meaning(file.parent.name) if _is_called_alike(file.parent) else None)


def _pair_by_content(path: Path, beside: Sequence[Path]) -> IdxPair:
    """The pair of an IDX file whose name says nothing, and the only other file that fits it."""
    header = idx_header(path)
    if header is None:
        raise DataError(
            tr("{0} is no IDX file, and its name has neither “images” nor “labels” in it. Choose another file.", path)
        )
    kind, count = header
    other = "labels" if kind == "images" else "images"
    fitting = [file for file in beside if file != path and idx_header(file) == (other, count)]
    if len(fitting) != 1:
        nouns = (tr("images"), tr("labels")) if kind == "images" else (tr("labels"), tr("images"))
        raise DataError(
            tr(
                "{0} holds {1:,} {2}, and beside it there are {3} files with as many {4}. Put the one that belongs to "
                "it there, alone with it.",
                path,
                count,
                nouns[0],
                len(fitting),
                nouns[1],
            )
            if fitting
            else tr(
                "{0} holds {1:,} {2}, and beside it there is no file with as many {3}. Put the one that belongs to it "
                "there, alone with it.",
                path,
                count,
                *nouns,
            )
        )
    return IdxPair(path, fitting[0]) if kind == "images" else IdxPair(fitting[0], path)


def _meaning(name: str) -> _Meaning | None:
    """The meaning of a file's name; None where the name does not show what is in the file."""
    words = _words(name)
    kinds = {_KINDS[word] for word in words if word in _KINDS}
    if len(kinds) != 1:
        return None
    which = next((_SETS[word] for word in words if word in _SETS), "")
    data = tuple(word for word in words if word not in _KINDS and word not in _SETS and word not in _FORMATS)
    return _Meaning(data, which, kinds.pop())


def _pair(files: dict[str, list[Path]], like: Path | None) -> IdxPair:
    """The images and the labels of one set that belong together.

    Several files of one meaning may be copies of each other, or of different data: those whose names are spelled alike
    belong together.

    Args:
        like: the chosen file, or one of another set: its spelling is preferred.

    Raises:
        DataError: one of them is missing, or there are several, and their names do not show which belong together.
    """
    for there, missing in (("images", "labels"), ("labels", "images")):
        if missing not in files:
            raise DataError(
                tr(
                    "Beside {0} there is no file with the same name but “{1}” for “{2}”. Put the "
                    "file that belongs to it there.",
                    files[there][0],
                    missing,
                    there,
                )
            )
    images, labels = files["images"], files["labels"]
    spellings = [{_spelling(file) for file in each} for each in (images, labels)]
    shared, here = spellings[0] & spellings[1], like is not None and like in (*images, *labels)
    if like is not None:
        alike = {each for each in shared if _without_set(each) == _without_set(_spelling(like))}
        shared = shared & {_spelling(like)} if here else alike or shared
    # One file may be there in two spellings, as programs unpack it, but not with other words.
    different = len({tuple(_words(each)) for each in shared}) > 1
    if different and like is None:
        raise DataError(tr(_SEVERAL, images[0].parent))
    if different or (not shared and max(map(len, spellings)) > 1):
        several, other = (images, labels) if len(spellings[0]) > 1 else (labels, images)
        raise DataError(
            tr(
                "{0} cannot be opened: {1} may each belong to it. Leave one of them there, and move the others away.",
                (like if like is not None and like not in several else other[0]).name,
                listed({_spelling(file): file.name for file in several}.values()),
            )
        )

    def differences(pair: tuple[Path, Path]) -> tuple[bool, ...]:
        one, other = pair
        return (
            here and like not in pair,
            bool(shared) and (_spelling(one) not in shared or _spelling(one) != _spelling(other)),
            _is_packed(one) != _is_packed(other),
            _without_kind(one.parent.name) != _without_kind(other.parent.name),
        )

    return IdxPair(*min(product(images, labels), key=differences))


def _is_packed(file: Path) -> bool:
    return file.suffix.casefold() == ".gz"


def _spelling(file: Path) -> str:
    """What the names of images and of their labels have in common, packed or not."""
    return _without_kind(file.name if _meaning(file.name) else file.parent.name)


def _without_kind(name: str) -> str:
    plain = name.casefold().removesuffix(".gz")
    return re.sub(r"[^\W_]+", lambda word: "*" if word[0] in _KINDS else word[0], plain)


def _without_set(spelling: str) -> str:
    return re.sub(r"[^\W_]+", lambda word: "+" if word[0] in _SETS else word[0], spelling)


def _words(name: str) -> list[str]:
    return re.split(r"[\W_]+", name.casefold())


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
    try:
        test = _read(test_files) if test_files else None
        return two_sets(_read(train_files), test, seed, _exchanged(train_files, test_files))
    except MemoryError:
        raise DataError(tr("{0} is too large for the memory of this computer.", train_files.images)) from None


def _exchanged(*pairs: IdxPair | None) -> tuple[str, ...]:
    """A sentence for each pair of files in which the images and the labels are exchanged."""
    return tuple(
        tr(
            "{0} holds the labels and {1} the images, against their names: they are read as what they hold.",
            quoted(pair.images.name),
            quoted(pair.labels.name),
        )
        for pair in pairs
        if pair is not None and is_exchanged(*pair)
    )


def _read(pair: IdxPair) -> Dataset:
    return read_idx_pair(pair.images, pair.labels, quoted(pair.images.name))
