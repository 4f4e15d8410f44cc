"""A digit on paper, photographed: where the ink is, in uneven light, on grey paper, dark on light or light on dark.

    photo = light x paper, less what the ink takes

so that in the logarithm of the brightness the light is added, and ink is what lies below the paper around it, however
dark the paper is there. What is beside the ink on a photo (shadows, printed lines, the table) is sorted out by form:
ink is a piece with a sharp outline, of long lines, that the frame does not cut.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PIL import Image

from engine.ink.components import (
    Components,
    Mask,
    border,
    closing,
    components,
    grown,
    otsu,
    rim,
    smoothed,
    steepness,
    surface,
    widened,
)
from engine.types import FloatArray

# Fainter than this against its background (0..1), there is nothing on the picture.
LEAST_CONTRAST = 0.08

# Lengths below are shares of the picture's longer side, brightness is 0..1, unless it is said otherwise. Those that
# decide on photos were chosen on the made-up photos of tests/engine/photos.py, by the writers of CHOSEN_ON.

# --- what is no photo
# Pixels of the shorter side: no photo is smaller, and what is smaller was scaled down, which evens the paper.
_SMALLEST = 48
# Along the frame a photo is never of one single value, which a drawing is, however soft its lines: nearer to each other
# than two values of a byte are, but for this share of pixels.
_ONE_VALUE, _ONE_VALUE_SHARE = 1 / 512, 0.99
# How far from the ink a drawing's soft edges and a JPEG's ripples reach.
_NEAR_DRAWN = 0.065
# A drawing's ground is one colour: it strays by more than this on hardly a pixel, of all not near the ink.
_STRAY, _STRAY_SHARE = 0.03, 0.003
# The share of its own size that the ink of a drawing may lie along the frame, alone and beside other pieces.
_ALONG_ALONE, _ALONG_OTHERS = 0.8, 0.35
# A piece this small beside the largest, by area, is a speck.
_SPECK_AREA = 0.1
# A drawing's ink is of one colour: half of it is at least this dark, as a share of the darkest.
_EVEN_INK = 0.6
# An edge is this wide at most, in pixels and as a share of the side; the second where the ink is as faint as a
# shadow, less than 0.55 of the brighter of ink and ground.
_EDGE_PIXELS, _EDGE_DRAWN, _EDGE_FAINT, _FAINT = 3, 0.05, 0.02, 0.55

# --- paper and light
# Added to the brightness before its logarithm is taken: what noise makes of black must not count.
_BLACK = 0.02
# The light's slow part is fitted to this many means a side.
_LIGHT_MEANS = 32
# The squares that are slid over the picture for the paper around a line. Narrow ones follow a shadow's edge, wide ones
# bridge a marker's line.
_WINDOWS = (0.08, 0.25)
# A line wider than any square is seen against a surface through the frame's edge, if this share of the edge is paper,
# as near to it as this in logarithms.
_EDGE_PAPER, _EDGE_NEAR = 0.9, 0.1

# --- the search, on a picture reduced to this many pixels or fewer a side
_SEARCH_SIDE = 256
# How much of the paper's light the ink takes at least: from marker to pencil. Less than so many times the noise is
# not looked at.
_LEVELS, _NOISES = (0.6, 0.36, 0.22, 0.13, 0.09), 4
# The highest level is taken at which the ink scores this share of the best level's score.
_ENOUGH = 0.6
# A digit's size is this share of the shorter side or more, and its height this share of its width.
_SPECK, _FLAT = 0.12, 0.4
# Of the outline, this share is sharp: from paper to ink within 3 pixels and this share of the longer side.
_SHARP, _EDGE_PHOTO = 0.7, 0.006
# A digit consists of lines: they are thinner than this share of its size.
_THICK = 0.34
# Ink lies along each side of the frame with less than this share of its size and meets the frame in few places.
_ALONG, _PLACES = 0.35, 8
# Thinner than this share of the shorter side and out of the frame on both ends: a printed line, a fold, an edge.
_THREAD = 0.015
# What meets the frame scores this much of what does not.
_CUT = 0.3
# Around a digit, within this share of the shorter side, three quarters of the paper are this many times fainter.
_AROUND, _CLEAR = 0.05, 3

# --- the ink
# So much of the ink's median depth is paper still: printed lines and a pencil's smear are lighter.
_FLOOR = 0.45
# Other pieces that are this share of the ink's size or larger belong to it within this share of its size: the bar of
# a 5, the parts of a broken line.
_NEAR, _NEAR_SIZE = 0.35, 0.12


@dataclass(frozen=True)
class _Found:
    """The ink as the search found it: how sure, against which background, on (h, w) reduced pixels."""

    score: float
    window: float | None
    dark: bool
    mask: Mask


def is_photo(grey: FloatArray) -> bool:
    """Whether a picture (height, width) in 0..1 has paper or light that is uneven: else one threshold finds its ink.

    What is drawn on a screen or scanned has a ground of one colour and lines of one colour with sharp edges.
    """
    if min(grey.shape) < _SMALLEST:
        return False
    ground = float(np.median(border(grey)))
    difference: FloatArray = np.abs(grey - ground)
    contrast = float(difference.max())
    if contrast < LEAST_CONTRAST or (border(difference) < _ONE_VALUE).mean() > _ONE_VALUE_SHARE:
        return False
    ink = difference > otsu(difference / contrast) * contrast
    longer = max(grey.shape)
    near = widened(ink, max(2, round(_NEAR_DRAWN * longer)))
    if ((difference > _STRAY) & ~near).mean() > _STRAY_SHARE:
        return True
    pieces = components(ink)
    large = pieces.area >= _SPECK_AREA * pieces.area.max()
    along = pieces.contact.max(axis=0) >= (_ALONG_OTHERS if large.sum() > 1 else _ALONG_ALONE) * pieces.size
    full = float(np.median(difference[ink]))
    if (along & large).any() or full <= _EVEN_INK * contrast or pieces.places.sum() > _PLACES:
        return True
    brighter = ground + full if np.median(grey[ink]) > ground else ground
    widest = _EDGE_PIXELS + (_EDGE_DRAWN if full > _FAINT * brighter else _EDGE_FAINT) * longer
    return bool(np.median(steepness(grey)[rim(ink)]) <= full / widest)


def ink_on_paper(grey: FloatArray) -> FloatArray:
    """A photo (height, width) in 0..1 -> how much of each pixel is ink, (height, width) float32 in 0..1.

    All 0 where nothing is found that looks like ink, and on what is too small to be a photo.
    """
    nothing = np.zeros(grey.shape, np.float32)
    found = _searched(grey) if min(grey.shape) >= _SMALLEST else None
    if found is None:
        return nothing
    evened = _evened(smoothed(grey, 2))
    depth = _depth(evened, found.window, found.dark)
    cover = 1 - np.exp(-depth)
    # Light ink is measured by what it adds: its share of the light it sends would hardly grow any more.
    strength = cover if found.dark else np.expm1(depth)
    height, width = grey.shape
    main = np.asarray(Image.fromarray(found.mask).resize((width, height), Image.Resampling.NEAREST))
    full = float(np.median(strength[main]))
    floor = _FLOOR * full
    half = (floor + full) / 2
    level = half if found.dark else half / (1 + half)
    mask = cover > level
    pieces = components(mask)
    own = pieces.totals(main) > 0
    if not own.any():
        return nothing
    may_be, _, _ = _judged(pieces, mask, cover, steepness(evened) * (1 - cover))
    belongs = own | (_close_to(pieces, own) & may_be)
    # Two pixels more: the soft edge, which is below half.
    wanted = grown(grown(pieces.painted(belongs, mask.shape)))
    ink: FloatArray = np.clip((strength - floor) / max(full - floor, 1e-6), 0, 1) * wanted
    return ink.astype(np.float32)


def _close_to(pieces: Components, own: Mask) -> Mask:
    """(n,) which pieces lie near to the box around those that are the ink's own, and are no specks beside it."""
    left, top = pieces.left[own].min(), pieces.top[own].min()
    right, bottom = pieces.right[own].max(), pieces.bottom[own].max()
    size = max(right - left, bottom - top)
    across = np.maximum(left - pieces.right, pieces.left - right)
    down = np.maximum(top - pieces.bottom, pieces.top - bottom)
    near: Mask = (np.maximum(across, down) < _NEAR * size) & (pieces.size > _NEAR_SIZE * size)
    return near


# -- the paper


def _evened(grey: FloatArray) -> FloatArray:
    """The logarithm of the brightness without the light's slow part."""
    means = Image.fromarray(grey.astype(np.float32)).resize((_LIGHT_MEANS, _LIGHT_MEANS), Image.Resampling.BOX)
    brightness = np.log(np.maximum(np.asarray(means, np.float64), 0) + _BLACK)
    light = surface(brightness, np.ones(brightness.shape, bool), grey.shape)
    evened: FloatArray = np.log(np.maximum(grey, 0) + np.float32(_BLACK)) - light
    return evened


def _depth(evened: FloatArray, window: float | None, dark: bool) -> FloatArray:
    """How far each pixel lies below the paper around it, or above it for light ink: logarithms, 0 or more."""
    if window is None:
        below = _below_the_edge(evened)
        return np.maximum(below if dark else -below, 0)
    values = evened if dark else -evened
    depth = closing(values, max(5, round(window * max(values.shape)))) - values
    # The greatest of a square is above the mean where there is noise: what the paper itself shows is no depth. A
    # quarter of the pixels tell that.
    return np.maximum(depth - np.median(depth[::2, ::2]), 0)


def _below_the_edge(evened: FloatArray) -> FloatArray:
    """How far each pixel lies below a surface through the frame's edge."""
    edge = np.ones(evened.shape, bool)
    edge[1:-1, 1:-1] = False
    return surface(evened, edge, evened.shape) - evened


# -- the search


def _searched(grey: FloatArray) -> _Found | None:
    """The piece of the photo (height, width) that looks most like a digit's ink; None where none does."""
    factor = -(-max(grey.shape) // _SEARCH_SIDE)
    small = np.asarray(Image.fromarray(grey.astype(np.float32)).reduce(factor), np.float32)
    evened = _evened(smoothed(small, 1))
    slope = steepness(evened)
    best: _Found | None = None
    for window, dark, depth in _depths(evened):
        cover = 1 - np.exp(-depth)
        # The squares see all lines but the widest, and better than the surface does.
        least_line = 0 if window else _WINDOWS[0] * max(cover.shape)
        found = [_likeliest(level, cover, slope * (1 - cover), least_line) for level in _levels(cover)]
        most = max((score for score, _ in found), default=0.0)
        if most > (best.score if best else 0):
            best = _Found(most, window, dark, next(mask for score, mask in found if score >= _ENOUGH * most))
    return best


def _depths(evened: FloatArray) -> Iterator[tuple[float | None, bool, FloatArray]]:
    """(window, dark, depth) against each background that may show the ink."""
    for window in _WINDOWS:
        for dark in (True, False):
            yield window, dark, _depth(evened, window, dark)
    below = _below_the_edge(evened)
    if (np.abs(border(below)) < _EDGE_NEAR).mean() > _EDGE_PAPER:
        yield None, True, np.maximum(below, 0)
        yield None, False, np.maximum(-below, 0)


def _levels(cover: FloatArray) -> list[float]:
    # What differs by chance, four pixels apart, where a blur or a JPEG's no longer makes them alike.
    noise = 1.4826 * float(np.median(np.abs(cover[::2, 4:] - cover[::2, :-4]))) / 2**0.5
    return [level for level in _LEVELS if level >= _NOISES * noise]


def _likeliest(level: float, cover: FloatArray, edges: FloatArray, least_line: float) -> tuple[float, Mask]:
    """The score and the mask of the piece above the level that looks most like a digit; 0 where none does."""
    mask = cover > level
    pieces = components(mask)
    large = (pieces.size >= _SPECK * min(mask.shape)) & (pieces.height >= _FLAT * pieces.width)
    if large.any():
        may_be, score, line = _judged(pieces, mask, cover, edges)
        score = score * (may_be & large & (line > least_line))
        for which in np.argsort(-score)[:3].tolist():
            if score[which] > 0 and _stands_clear(pieces, which, cover, level):
                return float(score[which]), pieces.painted(np.arange(len(pieces)) == which, mask.shape)
    return 0.0, mask


def _judged(
    pieces: Components, mask: Mask, cover: FloatArray, edges: FloatArray
) -> tuple[Mask, FloatArray, FloatArray]:
    """For each of the n pieces of a mask, from its form and place: whether it may be ink, its score, its line's width.

    Args:
        cover, edges: (height, width) how much of the paper's light each pixel takes, and how steeply that changes.
    """
    outline = rim(mask).ravel()[pieces.pixels]
    owner = pieces.of_pixel[outline]
    length = np.bincount(owner, None, len(pieces))
    mean = pieces.totals(cover) / pieces.area
    steep = edges.ravel()[pieces.pixels[outline]] > (mean / (_EDGE_PIXELS + _EDGE_PHOTO * max(mask.shape)))[owner]
    sharp = np.bincount(owner, steep, len(pieces))
    # An outline runs along both sides of a line.
    line = 2 * pieces.area / length
    sides_met = np.count_nonzero(pieces.contact, axis=0)
    thread = pieces.area < _THREAD * min(mask.shape) * np.hypot(pieces.width, pieces.height)
    may_be = (
        (pieces.contact.max(axis=0) < _ALONG * pieces.size)
        & (pieces.places <= _PLACES)
        & (sharp > _SHARP * length)
        & (line < _THICK * pieces.size)
        & ~(thread & (sides_met >= 2))
    )
    return may_be, sharp * mean**2 * np.where(sides_met > 0, _CUT, 1.0), line


def _stands_clear(pieces: Components, which: int, cover: FloatArray, level: float) -> bool:
    """Whether the paper around a piece is empty: among the squares of a table cloth no piece is a digit."""
    room = round(_AROUND * min(cover.shape))
    rows = slice(max(0, pieces.top[which] - room), pieces.bottom[which] + room)
    columns = slice(max(0, pieces.left[which] - room), pieces.right[which] + room)
    around = cover[rows, columns]
    paper = around[around < level]
    return bool(np.count_nonzero(paper * _CLEAR <= level) >= 0.75 * len(paper))
