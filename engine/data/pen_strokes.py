"""Drawings of people, as strokes: the .npz format in which the UNIPEN digits come and drawings are exchanged.

| array | shape, type | meaning |
| --- | --- | --- |
| points | (P, 2) float | x right, y down, in canvas units |
| stroke_end | (S,) integer | running end of each stroke in ``points`` |
| digit_end | (N,) integer | running end of each digit in ``stroke_end`` |
| labels | (N,) integer | the digit, 0 to 9 |
| sites, writers | (N,) text, may be absent | where, and by whom, it was written |
"""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from engine.data.dataset import Dataset
from engine.data.stroke_augmentation import varied
from engine.data.synthetic.distortion import near_pen_widths
from engine.data.synthetic.non_digits import non_digits
from engine.errors import DataError
from engine.ink.preprocess import MAX_POINTS, centre_drawings
from engine.io.atomic_write import write_atomically
from engine.types import ByteArray, FloatArray, IntArray

_MAX_BYTES = 2_000_000_000
_AT_ONCE = 256
# In a training set: how many varied copies come with each drawing, and how many pictures that are no digit.
_VARIED_COPIES, _NON_DIGITS, _SEED = 2, 5000, 0
# Canvas units: no drawing is so far away from the canvas.
MAX_COORDINATE = 1e6


@dataclass(frozen=True)
class PenDigits:
    """Attributes:
    drawings: N drawings, each a list of strokes (n, 2) float32 in canvas units.
    labels: (N,) uint8.
    sites, writers: N texts each, empty where the file does not say.
    """

    drawings: list[list[FloatArray]]
    labels: ByteArray
    sites: list[str]
    writers: list[str]

    def __len__(self) -> int:
        return len(self.drawings)

    def chosen(self, which: Sequence[int] | IntArray) -> "PenDigits":
        """Some of the drawings."""
        return PenDigits(
            [self.drawings[i] for i in which],
            self.labels[np.asarray(which, np.int64)],
            [self.sites[i] for i in which],
            [self.writers[i] for i in which],
        )

    def of_sites(self, sites: Sequence[str]) -> "PenDigits":
        """The drawings of ``sites``, or all where none is named.

        Raises:
            DataError: one of the sites wrote nothing here.
        """
        return self.chosen(np.flatnonzero(self._from(sites))) if sites else self

    def _from(self, sites: Sequence[str]) -> npt.NDArray[np.bool_]:
        for site in sites:
            if site not in self.sites:
                raise DataError(f"No drawing is from a site “{site}”: there are {', '.join(sorted(set(self.sites)))}.")
        return np.isin(self.sites, list(sites))

    def parted(self, sites: Sequence[str]) -> tuple["PenDigits", "PenDigits"]:
        """The drawings of all other sites, and those of ``sites``.

        Raises:
            DataError: one of the sites wrote nothing here, or nothing would be left.
        """
        held_out = self._from(sites)
        if held_out.all():
            raise DataError("Every drawing would be held out: leave some to learn from.")
        return self.chosen(np.flatnonzero(~held_out)), self.chosen(np.flatnonzero(held_out))


def load_pen(path: str | Path) -> PenDigits:
    """Read a file of drawings.

    Raises:
        DataError: it is not there, damaged, or does not agree with itself. One sentence that says how.
    """
    file = Path(path)
    arrays = _arrays(file)
    for name in ("points", "stroke_end", "digit_end", "labels"):
        if name not in arrays:
            raise DataError(f"“{file.name}” is no file of pen strokes: it holds no array “{name}”.")
    points, labels = arrays["points"], arrays["labels"]
    if points.ndim != 2 or points.shape[1] != 2 or points.dtype.kind != "f" or not (abs(points) < MAX_COORDINATE).all():
        raise DataError(f"“{file.name}” is damaged: its points are not pairs of finite numbers.")
    if labels.ndim != 1 or labels.dtype.kind not in "iu" or not len(labels):
        raise DataError(f"“{file.name}” holds no labels.")
    if labels.min() < 0 or labels.max() > 9:
        raise DataError(f"“{file.name}” is damaged: a label is not a digit from 0 to 9.")
    stroke_end = _running_end(file, "stroke_end", arrays["stroke_end"], len(points))
    digit_end = _running_end(file, "digit_end", arrays["digit_end"], len(stroke_end))
    if len(digit_end) != len(labels):
        raise DataError(f"“{file.name}” is damaged: {len(digit_end)} drawings, but {len(labels)} labels.")

    strokes = np.split(points.astype(np.float32), stroke_end[:-1])
    drawings = [strokes[a:b] for a, b in zip([0, *digit_end[:-1]], digit_end, strict=True)]
    if max(sum(map(len, drawing)) for drawing in drawings) > MAX_POINTS:
        raise DataError(f"“{file.name}” is damaged: a drawing has more than {MAX_POINTS:,} points.")
    return PenDigits(
        drawings,
        labels.astype(np.uint8),
        _texts(file, "sites", arrays, len(labels)),
        _texts(file, "writers", arrays, len(labels)),
    )


def save_pen(path: str | Path, pen: PenDigits) -> None:
    """Write a file of drawings, atomically. ``load_pen`` gives back the same bits; equal drawings make equal files.

    Raises:
        DataError: there is nothing to save, ``load_pen`` would refuse it, or the file cannot be written; what was there
            before is as it was.
    """
    file = Path(path)
    strokes = [stroke for drawing in pen.drawings for stroke in drawing]
    if not strokes:
        raise DataError(f"“{file.name}” is not saved: there are no drawings.")
    points = np.concatenate(strokes).astype(np.float32)
    if not (abs(points) < MAX_COORDINATE).all():
        raise DataError(f"“{file.name}” is not saved: a drawing has a point that is no point of any canvas.")
    if max(sum(map(len, drawing)) for drawing in pen.drawings) > MAX_POINTS:
        raise DataError(f"“{file.name}” is not saved: a drawing has more than {MAX_POINTS:,} points.")
    if pen.labels.max() > 9:
        raise DataError(f"“{file.name}” is not saved: a label is not a digit from 0 to 9.")
    content = io.BytesIO()
    np.savez_compressed(
        content,
        points=points,
        stroke_end=np.cumsum([len(stroke) for stroke in strokes], dtype=np.int64),
        digit_end=np.cumsum([len(drawing) for drawing in pen.drawings], dtype=np.int64),
        labels=pen.labels.astype(np.uint8),
        sites=np.array(pen.sites, np.str_),
        writers=np.array(pen.writers, np.str_),
    )
    try:
        write_atomically(file, content.getvalue())
    except (OSError, ValueError, RuntimeError) as error:  # a null in the name; symbolic links that go in a circle
        reason = getattr(error, "strerror", None) or error
        raise DataError(
            f"“{file.name}” cannot be saved: the system says “{reason}”. Check the folder and the room on the disk."
        ) from error


def inked(pen: PenDigits, name: str, rng: np.random.Generator | None = None) -> Dataset:
    """The drawings as the network is shown them, in bytes.

    Args:
        rng: where given, each drawing is first varied as another hand would have written it, with another pen.
    """
    parts = []
    for start in range(0, len(pen), _AT_ONCE):
        drawings = pen.drawings[start : start + _AT_ONCE]
        if rng is None:
            parts.append(centre_drawings(drawings))
        else:
            parts.append(centre_drawings(varied(drawings, rng), near_pen_widths(len(drawings), rng), smooth=False))
    images = np.rint(np.concatenate(parts) * 255).astype(np.uint8)
    return Dataset(images, pen.labels, name)


def pen_training_set(pen: PenDigits, name: str) -> Dataset:
    """What learning to read people's drawings takes: each drawing as it is and in varied copies, and non-digits.

    The same drawings give the same set, bit for bit.
    """
    rng = np.random.default_rng(_SEED)
    copies = [inked(pen, name), *(inked(pen, name, rng) for _ in range(_VARIED_COPIES))]
    return Dataset.joined([*copies, non_digits(_NON_DIGITS, _SEED)], name)


def _arrays(file: Path) -> dict[str, np.ndarray]:
    if not file.is_file():
        raise DataError(f"There is no file “{file}” of pen strokes.")
    try:
        with zipfile.ZipFile(file) as archive:
            if sum(member.file_size for member in archive.infolist()) > _MAX_BYTES:
                raise DataError(f"“{file.name}” would take more than {_MAX_BYTES // 10**9} GB of memory.")
        with np.load(file, allow_pickle=False) as loaded:
            arrays = {name: loaded[name] for name in loaded.files}
        if not all(isinstance(array, np.ndarray) for array in arrays.values()):
            raise ValueError("a member that is no array")
        return arrays
    except DataError:
        raise
    # zipfile, its decompressors and NumPy's header parser raise nearly anything over a damaged file.
    except Exception:  # noqa: BLE001
        raise DataError(f"“{file.name}” is damaged, or no .npz file of pen strokes: it cannot be read.") from None


def _running_end(file: Path, name: str, ends: np.ndarray, of: int) -> IntArray:
    if ends.ndim != 1 or ends.dtype.kind not in "iu" or not len(ends):
        raise DataError(f"“{file.name}” is damaged: “{name}” is not a list of whole numbers.")
    ends = ends.astype(np.int64)
    if ends[0] < 0 or (np.diff(ends) < 0).any() or ends[-1] != of:
        raise DataError(f"“{file.name}” is damaged: “{name}” does not run up to {of:,}.")
    return ends


def _texts(file: Path, name: str, arrays: dict[str, np.ndarray], n: int) -> list[str]:
    if name not in arrays:
        return [""] * n
    if arrays[name].shape != (n,):
        raise DataError(f"“{file.name}” is damaged: “{name}” is not one text a drawing.")
    return [str(text) for text in arrays[name]]
