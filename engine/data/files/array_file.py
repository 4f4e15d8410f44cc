"""Images and labels in NumPy's .npz, as Keras has MNIST, and in pickles, as the book, M. Nielsen and Theano have it.

Names show what an array is: x_train, train_img and "training images" are the same, and of x_train and x_train_noisy the
first one is meant; where the names do not show which one is, the file is refused. Without names the order does: pairs
of images and labels, first those to train with, then, of three, a validation set, then the test set. A validation set
is joined with the training set.
"""

import contextlib
import mmap
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import numpy as np

from ...i18n import tr, tr_noop
from ...io.book_pickle import unpack_data
from ...io.checked_file import Fault, listed, open_file
from ...io.limits import MAX_ARRAYS_BYTES
from ...io.npz import read_all
from ...types import ByteArray
from .pixels import PIXELS, Numbers, Report, image_count, to_images, to_labels
from .stream import Unpacked, unpacked

_COPIED = 1 << 20
# Images of any size, so that a wrong size is named as such; one-hot labels have ten numbers.
_FEWEST_PIXELS = 16
# Arrays in a dict.
_MAX_NAMES = 2_000
# Of them, with one meaning: they are compared with each other, and a small pickle can hold one array many times.
_MAX_ALIKE = 20
_IMAGES = {"x", "image", "images", "img", "imgs", "data", "pixels", "features", "inputs"}
_LABELS = {"y", "t", "label", "labels", "target", "targets", "class", "classes", "digit", "digits"}
SETS = {"train": "train", "training": "train", "t10k": "test", "test": "test", "testing": "test"}
_SETS = SETS | dict.fromkeys(("valid", "validation", "val", "dev"), "validation")
_EMPTY = {
    "train": tr_noop("its training set is empty. Choose another file."),
    "validation": tr_noop("its validation set is empty. Save the file again without that set."),
    "test": tr_noop(
        "its test set is empty. Save the file again without that set: then one in seven images of each digit is held "
        "out for the test."
    ),
}
_ORDERS = {1: ("train",), 2: ("train", "test"), 3: ("train", "validation", "test")}


class Pair(NamedTuple):
    """images: (N, 28, 28) uint8. labels: (N,) uint8. exchanged: whether each was under the name of the other.
    left_out: the names of other images that may have been meant.
    """

    images: ByteArray
    labels: ByteArray
    exchanged: bool = False
    left_out: tuple[str, ...] = ()


class _Raw(NamedTuple):
    images: Numbers
    labels: Numbers
    left_out: tuple[str, ...] = ()


class _Named(NamedTuple):
    """An array with its name. names_set: whether the name says "train", "test" or "validation". others: the words in it
    that say neither that nor whether it holds images or labels.
    """

    name: str
    names_set: bool
    others: tuple[str, ...]
    values: Numbers


def read_npz(path: Path, report: Report) -> dict[str, Pair]:
    """The sets in an .npz file: "train", and "test" where there is one.

    Raises:
        Fault: it is damaged or hostile, or holds something else.
    """
    with open_file(path, MAX_ARRAYS_BYTES) as (file, _):
        arrays = read_all(file, MAX_ARRAYS_BYTES)
    # As numpy.savez names arrays without names.
    unnamed = arrays.keys() == {f"arr_{number}" for number in range(len(arrays))}
    return _converted(_sets([arrays[f"arr_{number}"] for number in range(len(arrays))] if unnamed else arrays), report)


def read_pickle(path: Path, report: Report) -> dict[str, Pair]:
    """The sets in a pickle, also one of Python 2, plain or gzipped. Nothing in it is run.

    Raises:
        Fault: it is damaged or hostile, or holds something else.
    """
    with open_file(path, MAX_ARRAYS_BYTES) as (raw, _):
        file = unpacked(raw)
        if isinstance(file, Unpacked):
            with tempfile.TemporaryFile() as target:
                _unpack(file, target, report)
                return _read_mapped(target, report)
        return _read_mapped(raw, report)


def _unpack(packed: Unpacked, target: BinaryIO, report: Report) -> None:
    while part := packed.read(_COPIED):
        report(0, 0)
        target.write(part)
        if target.tell() > MAX_ARRAYS_BYTES:
            raise Fault(tr("unpacked, it is larger than the {0} MB that Digit Lab reads.", MAX_ARRAYS_BYTES >> 20))
    target.flush()


def _read_mapped(file: BinaryIO, report: Report) -> dict[str, Pair]:
    if not file.seek(0, 2):
        raise Fault(tr("it is empty. Copy or download it again."))
    # The arrays are parts of the map, which is closed with the last of them.
    mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    return _converted(_sets(unpack_data(mapped, lambda: report(0, 0))), report)


def _converted(sets: Mapping[str, _Raw], report: Report) -> dict[str, Pair]:
    """The sets as bytes; the validation set joined with the training set."""
    pairs: dict[str, Pair] = {}
    for which, (images, labels, left_out) in sets.items():
        exchanged = not _is_images(images) and _is_images(labels)
        if exchanged:
            images, labels = labels, images
        if images.ndim and not len(images):
            raise Fault(tr(_EMPTY[which]))
        count = image_count(images)
        found = len(labels) if labels.ndim else 1
        if found != count:
            raise Fault(tr("it has {0:,} images and {1:,} labels in one set. Choose another file.", count, found))
        pairs[which] = Pair(to_images(images, report), to_labels(labels), exchanged, left_out)
    more = pairs.pop("validation", None)
    if more is not None:
        train = pairs.get("train")
        pairs["train"] = more if train is None else _joined(train, more)
    return pairs


def _joined(first: Pair, second: Pair) -> Pair:
    return Pair(
        np.concatenate((first.images, second.images)),
        np.concatenate((first.labels, second.labels)),
        first.exchanged or second.exchanged,
        first.left_out + second.left_out,
    )


def _sets(value: Any) -> dict[str, _Raw]:
    """The sets in what a pickle holds."""
    if isinstance(value, dict):
        return _by_name(dict(islice(_flat(value), _MAX_NAMES + 1)))
    if isinstance(value, list):
        pairs = _pairs(value)
        if len(pairs) in _ORDERS:
            return dict(zip(_ORDERS[len(pairs)], pairs, strict=True))
    raise Fault(
        tr(
            "it holds no images with labels that Digit Lab knows: a dict with train_img, "
            "train_label, test_img and test_label, or pairs of images and labels. Save them with "
            "numpy.savez as x_train, y_train, x_test and y_test."
        )
    )


def _flat(value: Mapping[str, Any], words: str = "") -> Iterator[tuple[str, Any]]:
    """The arrays in dicts within dicts; pairs count as images and labels."""
    for name, item in value.items():
        path = f"{words} {name}".strip()
        if isinstance(item, dict):
            yield from _flat(item, path)
        elif isinstance(item, list) and len(pairs := _pairs(item)) == 1:
            yield from ((f"{path} images", pairs[0].images), (f"{path} labels", pairs[0].labels))
        else:
            yield path, item


def _pairs(values: Sequence[Any]) -> list[_Raw]:
    """The images with their labels in a list: [x, y], [[x, y], [x, y]], [x, y, x, y] or [x, x, y, y]; or a list of
    an image with its label each."""
    if not values:
        return []
    if all(isinstance(value, list) and len(value) == 2 for value in values) and len(values) > max(_ORDERS):
        return [_Raw(_array([image for image, _ in values]), _array([label for _, label in values]))]
    if all(isinstance(value, list) for value in values) and not _is_images(values[0]):
        found = [pair for value in values for pair in _pairs(value)]
        return found if len(found) == len(values) else []
    kinds = [_is_images(value) for value in values if isinstance(value, np.ndarray | list)]
    if len(values) not in (2, 4) or len(kinds) != len(values) or 2 * sum(kinds) != len(values):
        return []
    images = [_array(value) for value in values if _is_images(value)]
    labels = [_array(value) for value in values if not _is_images(value)]
    return [_Raw(*pair) for pair in zip(images, labels, strict=True)]


def _is_images(value: Any) -> bool:
    """Whether an array, or a list of arrays, has as many numbers for each item as images have."""
    if isinstance(value, list):
        return bool(value) and isinstance(value[0], np.ndarray) and value[0].size == PIXELS
    return isinstance(value, np.ndarray) and value.ndim > 1 and value[:1].size >= _FEWEST_PIXELS


def _array(value: Numbers | list[Any]) -> Numbers:
    if isinstance(value, np.ndarray):
        return value
    kinds = set(_kinds(value))
    if kinds == {str}:  # Refused later, as no numbers. NumPy would give each text the length of the longest.
        return np.full(len(value), "")
    # Arrays of different types would all become the largest of them.
    if len(kinds) <= 1 and kinds.isdisjoint((str, None)):
        with contextlib.suppress(ValueError, TypeError, OverflowError):
            return np.array(value)
    raise Fault(tr("it holds a list that is no array: its items are not alike. Save them with numpy.savez."))


def _kinds(values: Sequence[Any]) -> Iterator[Any]:
    """What there is in a list and the lists within: types and shapes of arrays, float for all numbers."""
    for value in values:
        match value:
            case list():
                yield from _kinds(value)
            case np.ndarray():
                yield value.dtype, value.shape
            case int() | float():
                yield float
            case _:
                yield str if isinstance(value, str) else None


def _by_name(arrays: Mapping[str, Any]) -> dict[str, _Raw]:
    """The sets in arrays with names; those whose names say nothing are skipped."""
    found: dict[str, dict[str, list[_Named]]] = {}
    for name, value in arrays.items():
        words = re.findall(
            r"[a-z]+|t10k|\d+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower().replace("t10k", "test")
        )
        kinds = {"images" if word in _IMAGES else "labels" for word in words if word in _IMAGES | _LABELS}
        if len(kinds) == 1 and isinstance(value, np.ndarray | list):
            sets = [_SETS[word] for word in words if word in _SETS]
            others = tuple(word for word in words if word not in _IMAGES | _LABELS | _SETS.keys())
            of_set = found.setdefault(sets[0] if sets else "train", {})
            of_set.setdefault(kinds.pop(), []).append(_Named(name, bool(sets), others, _array(value)))
    complete = {which: parts for which, parts in found.items() if len(parts) == 2}
    incomplete = found.keys() - complete.keys()
    if not complete or incomplete or len(arrays) > _MAX_NAMES:
        if not arrays:
            raise Fault(tr("it holds no arrays. Choose another file."))
        raise Fault(
            tr(
                "it holds {0}, and Digit Lab looks for images with their labels: x_train and "
                "y_train, x_test and y_test, or the like. Save them with these names.",
                listed(arrays),
            )
        )
    return {which: _paired(**parts) for which, parts in complete.items()}


def _paired(images: list[_Named], labels: list[_Named]) -> _Raw:
    """The images and labels of a set that belong together, by their names."""
    for arrays in (images, labels):
        if len(arrays) > _MAX_ALIKE:
            raise _unclear(arrays)
    # Not features of them, nor larger images; not the names of the ten digits either.
    usable = [each for each in images if each.values.ndim > 1 and each.values[:1].size == PIXELS]
    with_labels = {each.others for each in labels}
    x = _meant(usable or images, lambda each: (not each.others, each.names_set, each.others in with_labels))
    as_many = [each for each in labels if each.values.shape[:1] == x.values.shape[:1]]
    # The same labels may be there in two notations, or as texts.
    digits = [each._replace(values=values) for each in as_many if (values := _digits(each.values)) is not None]
    t = _meant(digits or as_many or labels, lambda each: (each.others == x.others, not each.others, each.names_set))
    return _Raw(x.values, t.values, tuple(each.name for each in usable if not _is_same(each, x)))


def _digits(values: Numbers) -> ByteArray | None:
    """The labels (N,), where it can be read as such."""
    with contextlib.suppress(Fault):
        return to_labels(values) if values.size else None
    return None


def _meant(arrays: Sequence[_Named], rank: Callable[[_Named], tuple[bool, ...]]) -> _Named:
    """The array of the highest rank.

    Raises:
        Fault: there are different ones of that rank.
    """
    highest = max(map(rank, arrays))
    first, *others = [each for each in arrays if rank(each) == highest]
    if not all(_is_same(first, each) for each in others):
        raise _unclear([first, *others])
    return first


def _unclear(arrays: Sequence[_Named]) -> Fault:
    return Fault(
        tr(
            "it holds {0}, and the names do not show which is meant. Save the images that you want as x_train and "
            "x_test, and their labels as y_train and y_test.",
            listed(each.name for each in arrays),
        )
    )


def _is_same(first: _Named, second: _Named) -> bool:
    """Whether both hold the same numbers, in any shape."""
    # Of some NaNs, NumPy says that they are invalid.
    with np.errstate(invalid="ignore"):
        return first is second or np.array_equal(first.values.ravel(), second.values.ravel())
