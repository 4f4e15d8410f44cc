"""Looks at a dataset before anything learns from it: the shipped network reads some of its images in four ways.

EMNIST's images are transposed, and scans are black on white: a network learns them without an error, and then misreads
digits that are drawn. The labels alone cannot tell, since they may be wrong; the confidence of the network can, because
it was also trained on images that are no digits.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..data.dataset import Dataset
from ..data.orientation import AS_IS, WAYS, difference, step_count, turned
from ..i18n import tr
from ..ink.components import border
from ..nn.folding import folded
from ..nn.network import Network
from ..paths import default_weights
from ..types import CANVAS, CLASSES, ByteArray, FloatArray, IntArray
from ..weights import load_weights
from .label_check import label_faults

# (n, 784) float32 in 0..1 -> (n, 10) probabilities.
Read = Callable[[FloatArray], FloatArray]

IMAGES, _SEED = 200, 19
# Images read at once: so few are the fastest.
_BATCH = 10
# With fewer images nothing is said.
_FEWEST = 10
# The probability from which a reading counts as sure.
SURE = 0.9
# Labels help to tell the ways apart where, one way, so many are read as they are labelled.
_LABELS_HELP = 0.6
# So sure is the network, on average, of images that it reads the right way: digits of people whom it does not know
# get 0.95 and more, letters and transposed digits at most 0.5.
_CONFIDENT = 0.75
# A way fits clearly better where it does so by more than _MARGIN even after so many standard errors. Chosen by hand
# from the confidences of MNIST, synthetic digits and pen strokes, and of single digits among them; some of these images
# are also among those that tests/benchmarks/quality/orientation.py measures.
_MARGIN, _STANDARD_ERRORS = 0.15, 3.0
# Two ways whose scores differ by less fit equally well.
_EQUAL = 0.05
# With labels that fit, the network may be a little less sure the right way, as of a thin 1 that looks like a dash.
_LESS_CONFIDENT = 0.05
# Images that are read so well as they are need no other way.
_FITS = 0.8
# An image of less contrast is blank.
_LEAST_CONTRAST = 8


@dataclass(frozen=True, eq=False)
class Fit:
    """How the images are read in one way.

    Attributes:
        right: (n,) bool, which are read as they are labelled.
        confidence: (n,) the highest probability for each.
        digits: (n,) the digits that are read.
    """

    right: IntArray
    confidence: FloatArray
    digits: IntArray

    @property
    def agreement(self) -> float:
        """The part that is read as it is labelled."""
        return float(self.right.mean())

    @property
    def sure(self) -> int:
        """How many are read with a probability of at least SURE."""
        return int((self.confidence >= SURE).sum())


@dataclass(frozen=True, eq=False)
class DataCheck:
    """What was found.

    Attributes:
        used: how the images are read now, one of WAYS.
        better: the way that fits clearly better; "" where none does.
        fits: how the images are read, for each of WAYS that was tried.
        images: the images (n, 28, 28) that were read, as they are used now; n is at most IMAGES.
        by_labels: whether the numbers to show are those of the labels; otherwise they do not help.
        faults: sentences about the labels, and about images that are all the same.
    """

    used: str
    better: str
    fits: dict[str, Fit]
    images: ByteArray
    by_labels: bool
    faults: tuple[str, ...]

    def count(self, way: str) -> int:
        """How many of the images are read as they are labelled, or surely where labels do not help."""
        return int(self.fits[way].right.sum()) if self.by_labels else self.fits[way].sure

    @property
    def fits_as_used(self) -> bool:
        """Whether the images are read well as they are used now."""
        return bool(self.fits) and not self.better and _is_read(self.fits[self.used])


def check_data(dataset: Dataset, transform: str = "", read: Read | None = None) -> DataCheck:
    """Look at a set of images with their labels. It takes less than a second.

    Args:
        transform: how the images were turned when they were read, see ``engine.data.orientation``.
        read: by default the shipped network's predictions.

    Raises:
        WeightsError: the weights that come with the program are missing or damaged.
    """
    used = transform or AS_IS
    digits = np.flatnonzero(dataset.labels < CLASSES)
    which = np.sort(np.random.default_rng(_SEED).permutation(digits)[:IMAGES])
    images, labels = dataset.images[which], dataset.labels[which]
    contrast = np.ptp(images.reshape(len(images), -1), axis=1) if len(images) else np.zeros(0)
    seen = np.flatnonzero(contrast >= _LEAST_CONTRAST)
    faults = _image_faults(dataset, len(images) - len(seen), len(images))
    images, labels = images[seen], labels[seen]
    fits: dict[str, Fit] = {}
    better = ""
    if len(images) >= _FEWEST:
        fits, better = _compare(images, labels, used, read or shipped_network())
    best = fits.get(better or used)
    faults += label_faults(dataset.labels, labels, *(() if best is None else (best.digits, best.confidence >= SURE)))
    by_labels = max((fit.agreement for fit in fits.values()), default=0) >= _LABELS_HELP
    return DataCheck(used, better, fits, images, by_labels, faults)


def _compare(images: ByteArray, labels: ByteArray, used: str, read: Read) -> tuple[dict[str, Fit], str]:
    """How the images are read in each way, and the way that fits clearly better than ``used``, or ""."""
    fits = {used: _fit(images, labels, read)}
    if _is_read(fits[used]) and fits[used].agreement >= _FITS:
        return fits, ""
    for way in WAYS:
        if way != used:
            fits[way] = _fit(turned(images, difference(used, way)), labels, read)
    better = _clearly_better(fits, used)
    if better or _is_read(fits[used]):
        return fits, better
    # Perhaps they are grey, thin, small or not in the middle: the same with the ink prepared as that of an image file.
    prepared = {}
    for way in WAYS:
        prepared[way] = _fit(_prepared(turned(images, difference(used, way))), labels, read)
    if any(map(_is_read, prepared.values())):
        return prepared, _clearly_better(prepared, used)
    return fits, ""


def _fit(images: ByteArray, labels: ByteArray, read: Read) -> Fit:
    x = np.multiply(images.reshape(len(images), CANVAS * CANVAS), np.float32(1 / 255))
    parts = [read(x[start : start + _BATCH]).copy() for start in range(0, len(x), _BATCH)]
    probabilities = np.concatenate(parts)
    # In a blank image nothing is read.
    probabilities[~x.any(axis=1)] = 0
    digits = probabilities.argmax(axis=1)
    return Fit(digits == labels, probabilities.max(axis=1), digits)


def _is_read(fit: Fit) -> bool:
    return float(fit.confidence.mean()) >= _CONFIDENT


def _clearly_better(fits: dict[str, Fit], used: str) -> str:
    labels_help = max(fit.agreement for fit in fits.values()) >= _LABELS_HELP
    scores = {way: fit.confidence * fit.right if labels_help else fit.confidence for way, fit in fits.items()}
    highest = max(float(score.mean()) for score in scores.values())
    # Of those that fit about equally well (a 0 can be transposed) the one with the fewest steps.
    equal = [way for way, score in scores.items() if float(score.mean()) >= highest - _EQUAL]
    best = min(equal, key=lambda way: step_count(difference(used, way)))
    if not _is_read(fits[best]) or not _is_clear(scores[best] - scores[used]):
        return ""
    more_confident = float((fits[best].confidence - fits[used].confidence).mean())
    return best if more_confident >= -_LESS_CONFIDENT else ""


def _is_clear(differences: FloatArray) -> bool:
    """Whether the mean of (n,) differences is above the margin by more than chance explains."""
    error = float(differences.std()) / np.sqrt(len(differences))
    return bool(differences.mean() - _STANDARD_ERRORS * error >= _MARGIN)


def _prepared(images: ByteArray) -> ByteArray:
    """What is lighter than the border of each image, scaled and centred as the ink of an image file is."""
    # Loads Pillow, so only where it is needed.
    from ..ink.images import prepare_image

    result = np.zeros_like(images)
    for image, out in zip(images, result, strict=True):
        lighter = np.maximum(image.astype(np.float32) - np.median(border(image)), 0)
        if lighter.max() >= _LEAST_CONTRAST:
            stages = prepare_image(lighter / lighter.max(), plain=True)
            np.copyto(out, np.rint(stages.centred * 255), casting="unsafe")
    return result


def _image_faults(dataset: Dataset, blank: int, looked_at: int) -> tuple[str, ...]:
    """Images that show nothing, or are all the same."""
    if blank:
        advice = (
            tr(
                "{0} of {1} images that were checked are blank: choose other data, or check how they were made.",
                blank,
                looked_at,
            )
            if blank < looked_at
            else tr(
                "All {0} images that were checked are blank: choose other data, or check how they were made.",
                looked_at,
            )
        )
        return (advice,)
    if len(dataset) > 1 and (dataset.images == dataset.images[0]).all():
        return (
            tr("All {0:,} images are the same: nothing can be learned from them. Choose other data.", len(dataset)),
        )
    return ()


def shipped_network() -> Read:
    """The predictions of the network that comes with the program, for a few images at a time."""
    weights = load_weights(default_weights())
    spec, params = folded(weights.spec, weights.params)
    network = Network(spec, _BATCH)
    network.load(params)
    return network.predict
