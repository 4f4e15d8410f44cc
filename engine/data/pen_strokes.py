"""Drawings of people, as strokes: the .npz format of the UNIPEN digits and of exported drawings.

| array | shape, type | meaning |
| --- | --- | --- |
| points | (P, 2) float or integer | x right, y down, in canvas units |
| stroke_end | (S,) integer | running end of each stroke in ``points`` |
| digit_end | (N,) integer | running end of each digit in ``stroke_end`` |
| labels | (N,) integer | the digit, 0 to 9 |
| sites, writers | (N,) text, may be absent | where, and by whom, it was written |
"""

import contextlib
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ..errors import DataError
from ..i18n import tr
from ..ink.preprocess import centre_drawings
from ..ink.strokes import Drawing, Stroke, bounds, curve, join_strokes, relative_length
from ..io.checked_file import Fault, error_context, listed, open_file, printable, quoted, write_file
from ..io.limits import MAX_COORDINATE, MAX_PEN_BYTES
from ..io.npz import read_arrays
from ..types import CANVAS, ByteArray, FloatArray, IntArray
from .dataset import Dataset
from .pen_limits import MAX_ARRAY_BYTES, check_counts, check_lengths
from .synthetic.distortion import Distortion, near_pen_widths

# The arrays of a file; the last two may be missing, and others do not matter.
_ARRAYS = ("points", "stroke_end", "digit_end", "labels", "sites", "writers")
# Drawings that are distorted at once, and the length from which fewer are a batch, in sizes of a drawing: 256 digits of
# people are at most 1,600 long. Where a batch ends changes the random numbers of the next one.
_BATCH, _BATCH_LENGTH = 256, 10_000
# The chance, at full strength, that points are left out as a fast mouse leaves them out: then every 2nd to 4th is kept,
# but only of strokes that keep at least 6 points.
_FAST_CHANCE, _FASTEST, _MIN_POINTS = 0.8, 4, 6

# Bytes of a character in an array of texts.
_CHARACTER = 4

# Canvas units: larger drawings are scaled down to this size before they are made smooth.
_LARGEST = 4.0 * CANVAS

_Arrays = Mapping[str, npt.NDArray[Any]]


@dataclass(frozen=True)
class PenDigits:
    """Attributes:
    drawings: N drawings, each a list of strokes (n, 2) float32 in canvas units.
    labels: (N,) uint8.
    sites, writers: N texts each, empty where the file has none.
    """

    drawings: list[list[FloatArray]]
    labels: ByteArray
    sites: list[str]
    writers: list[str]

    def __len__(self) -> int:
        return len(self.drawings)

    @classmethod
    def concatenate(cls, parts: Sequence["PenDigits"]) -> "PenDigits":
        """The drawings of several files, in their order."""
        return cls(
            [drawing for part in parts for drawing in part.drawings],
            np.concatenate([part.labels for part in parts]),
            [site for part in parts for site in part.sites],
            [writer for part in parts for writer in part.writers],
        )

    def subset(self, indices: Sequence[int] | IntArray) -> "PenDigits":
        """Some of the drawings."""
        return PenDigits(
            [self.drawings[i] for i in indices],
            self.labels[np.asarray(indices, np.int64)],
            [self.sites[i] for i in indices],
            [self.writers[i] for i in indices],
        )

    def of_sites(self, sites: Sequence[str]) -> "PenDigits":
        """The drawings of ``sites``; all where none is named.

        Raises:
            DataError: there are no drawings from one of the sites.
        """
        return self.subset(np.flatnonzero(self._is_from(sites))) if sites else self

    def split_sites(self, sites: Sequence[str]) -> tuple["PenDigits", "PenDigits"]:
        """The drawings of all other sites, and those of ``sites``, which are held out.

        Raises:
            DataError: there are no drawings from one of the sites, or none would be left.
        """
        held_out = self._is_from(sites)
        if held_out.all():
            raise DataError(tr("Every drawing would be held out: leave some to train on."))
        return self.subset(np.flatnonzero(~held_out)), self.subset(np.flatnonzero(held_out))

    def _is_from(self, sites: Sequence[str]) -> npt.NDArray[np.bool_]:
        for site in sites:
            if site not in self.sites:
                raise DataError(
                    tr("No drawing is from a site {0}: there are {1}.", quoted(site), listed(sorted(set(self.sites))))
                )
        # Not np.isin, which would give each site the length of the longest one.
        wanted = set(sites)
        return np.array([site in wanted for site in self.sites], bool)


def load_pen(path: str | Path) -> PenDigits:
    """Read a file of drawings.

    Raises:
        DataError: it is missing, damaged or inconsistent.
    """
    path = Path(path)
    with error_context(tr("“{0}”", path.name), "opened", DataError), open_file(path, MAX_PEN_BYTES) as (file, _):
        return _from_arrays(read_arrays(file, MAX_ARRAY_BYTES, MAX_PEN_BYTES))


def _from_arrays(arrays: _Arrays) -> PenDigits:
    for name in _ARRAYS[:4]:
        if name not in arrays:
            raise Fault(tr("it is not a file of pen strokes: it has no array “{0}”.", name))
    points, labels = arrays["points"], arrays["labels"]
    if points.ndim != 2 or points.shape[1] != 2 or points.dtype.kind not in "fiu":
        raise Fault(tr("its points are not pairs of numbers."))
    stroke_end = _running_end("stroke_end", arrays, len(points))
    digit_end = _running_end("digit_end", arrays, len(stroke_end))
    if labels.shape != digit_end.shape or labels.dtype.kind not in "iu":
        raise Fault(tr("its labels are not one whole number for each of its {0} drawings.", len(digit_end)))
    check_counts(points, stroke_end, digit_end)
    with np.errstate(over="ignore"):
        points = points.astype(np.float32)
    _check(points, labels)
    check_lengths(points, stroke_end, digit_end)
    strokes = np.split(points, stroke_end[:-1])
    drawings = [strokes[a:b] for a, b in zip([0, *digit_end[:-1]], digit_end, strict=True)]
    n = len(labels)
    return PenDigits(drawings, labels.astype(np.uint8), _texts("sites", arrays, n), _texts("writers", arrays, n))


def _running_end(name: str, arrays: _Arrays, total: int) -> IntArray:
    ends = arrays[name]
    if ends.ndim != 1 or ends.dtype.kind not in "iu" or not len(ends):
        raise Fault(tr("“{0}” is not a list of whole numbers.", name))
    ends = ends.astype(np.int64)
    # Compared, because a difference can overflow.
    if ends[0] < 0 or (ends[1:] < ends[:-1]).any() or ends[-1] != total:
        raise Fault(tr("“{0}” does not run up to {1:,}.", name, total))
    return ends


def _texts(name: str, arrays: _Arrays, n: int) -> list[str]:
    if name not in arrays:
        return [""] * n
    with contextlib.suppress(ValueError):  # not Unicode
        if arrays[name].shape == (n,):
            return [printable(str(text)) for text in arrays[name]]
    raise Fault(tr("“{0}” is not one text for each drawing.", name))


def _check(points: FloatArray, labels: npt.NDArray[Any]) -> None:
    # False for NaN, too.
    if not (abs(points) < MAX_COORDINATE).all():
        raise Fault(tr("a point is not finite, or too far from the canvas."))
    if labels.min() < 0 or labels.max() > 9:
        raise Fault(tr("a label is not a digit from 0 to 9."))


def save_pen(path: str | Path, pen: PenDigits) -> None:
    """Write a file of drawings, atomically. ``load_pen`` gives back the same bits; equal drawings make equal files.

    Sites and writers are cut off where they are so long that ``load_pen`` would refuse the file.

    Raises:
        DataError: there is nothing to save, ``load_pen`` would refuse it, or the file cannot be written; what was there
            before stays as it was.
    """
    path = Path(path)
    with error_context(tr("“{0}”", path.name), "saved", DataError):
        strokes = [stroke for drawing in pen.drawings for stroke in drawing]
        if not strokes:
            raise Fault(tr("there are no drawings."))
        points = np.concatenate(strokes).astype(np.float32)
        stroke_end = np.cumsum([len(stroke) for stroke in strokes], dtype=np.int64)
        digit_end = np.cumsum([len(drawing) for drawing in pen.drawings], dtype=np.int64)
        check_counts(points, stroke_end, digit_end)
        _check(points, pen.labels)
        check_lengths(points, stroke_end, digit_end)
        content = io.BytesIO()
        np.savez_compressed(
            content,
            points=points,
            stroke_end=stroke_end,
            digit_end=digit_end,
            labels=pen.labels.astype(np.uint8),
            sites=_text_array("sites", pen.sites),
            writers=_text_array("writers", pen.writers),
        )
        write_file(path, content.getvalue(), MAX_PEN_BYTES)


def _text_array(name: str, texts: Sequence[str]) -> npt.NDArray[np.str_]:
    """In an array each text takes as many bytes as the longest one."""
    most = MAX_ARRAY_BYTES[name] // (_CHARACTER * len(texts))
    return np.array([text[:most] for text in texts], np.str_)


def distort_drawing(drawing: Drawing, rng: np.random.Generator, strength: float = 0.5) -> list[Stroke]:
    """A drawing randomly slanted, rotated, squeezed and bent, perhaps with fewer points, as if others had written it.

    Args:
        drawing: strokes in canvas units; an empty drawing stays empty.
        strength: from 0 (not at all) to 1 (as varied as people write, see ``Distortion``).

    Returns:
        A drawing as large as the canvas, around (0, 0), with points so close that they need no smoothing.
    """
    distort = Distortion(1, rng, slant=0.0, strength=strength)
    every = int(rng.integers(2, _FASTEST + 1)) if rng.random() < _FAST_CHANCE * strength else 1
    box = bounds(drawing)
    if box is None:
        return []
    left, top, right, bottom = box
    side = max(right - left, bottom - top, 1e-6)
    # ``Distortion`` expects shapes 1 high with the middle at (0.3, 0.5).
    middle = np.array([(left + right) / 2, (top + bottom) / 2])
    # In the units of a tablet, a thousand times smaller, a curve would have a thousand times the points.
    shrunk = min(1.0, _LARGEST / side)
    scale, middle = 1 / (side * shrunk), middle * shrunk
    curves = [curve(np.asarray(_thinned(stroke, every), np.float64) * shrunk) for stroke in join_strokes(drawing)]
    return [CANVAS * distort(((stroke - middle) * scale + [0.3, 0.5])[None])[0] for stroke in curves]


def _thinned(stroke: Stroke, every: int) -> Stroke:
    """Every so many points and the last one; all points of a stroke that would keep too few."""
    if len(stroke) < _MIN_POINTS * every:
        return stroke
    return np.concatenate((stroke[:-1:every], stroke[-1:]))


def pen_dataset(
    pen: PenDigits,
    name: str,
    rng: np.random.Generator | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Dataset:
    """The drawings as the network's inputs.

    Args:
        rng: distorts each drawing randomly, as another person would have written it with another pen; None for the
            drawings as they are.
        progress: called with (drawings done, drawings in all) now and then; an exception that it raises cancels.
    """
    parts: list[FloatArray] = []
    done = 0
    for drawings in _batches(pen.drawings):
        if rng is None:
            parts.append(centre_drawings(drawings))
        else:
            distorted = [distort_drawing(drawing, rng) for drawing in drawings]
            parts.append(centre_drawings(distorted, near_pen_widths(len(drawings), rng), smooth=False))
        done += len(drawings)
        if progress is not None:
            progress(done, len(pen))
    return Dataset(np.rint(np.concatenate(parts) * 255).astype(np.uint8), pen.labels, name)


def _batches(drawings: Sequence[list[FloatArray]]) -> Iterator[list[list[FloatArray]]]:
    batch: list[list[FloatArray]] = []
    length = 0.0
    for drawing in drawings:
        batch.append(drawing)
        length += relative_length(drawing)
        if len(batch) == _BATCH or length > _BATCH_LENGTH:
            yield batch
            batch, length = [], 0.0
    if batch:
        yield batch
