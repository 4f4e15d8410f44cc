"""Finding the ink of a digit on a photo of paper: in uneven light, on grey paper, dark on light or light on dark.

    brightness = light x paper x (1 - share that the ink absorbs)

In the logarithm of the brightness these factors are terms, and ink is what is darker than the paper around it, however
dark that paper is. Other things on a photo (shadows, printed lines, the table) are excluded by their shape: ink is a
connected component with a sharp boundary, made of lines, that is not cut by the frame.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PIL import Image

from ..types import FloatArray, IntArray
from .components import (
    Components,
    Mask,
    border,
    boundary,
    closing,
    connected_components,
    dilate,
    dilate_square,
    fit_surface,
    gradient_magnitude,
    otsu,
    smooth,
)

# With less contrast to the background (0..1) than this, the image is empty.
LEAST_CONTRAST = 0.08

# Lengths below are fractions of the image's longer side, brightness is 0..1, unless stated otherwise. The values for
# photos were chosen on the artificial photos of tests/engine/ink/photos.py, by the writers of CHOSEN_ON.

# --- Is it a photo, or a drawing or scan?
# Pixels of the shorter side: smaller images were scaled down, and are treated as photos only when enlarged.
SMALLEST_PHOTO = 48
# The border of a drawing has one value (up to half a step of a byte) in this fraction of its pixels; a photo's has not.
_ONE_VALUE, _ONE_VALUE_SHARE = 1 / 512, 0.99
# How far from the ink the soft edges of a drawing and the artefacts of JPEG extend.
_NEAR_DRAWN = 0.065
# A drawing's background has one colour: away from the ink, fewer pixels than this fraction deviate by more than this.
_STRAY, _STRAY_SHARE = 0.03, 0.003
# The contact of a drawing's ink with one side of the frame, as a fraction of its size: alone, and beside others.
_ALONG_ALONE, _ALONG_OTHERS = 0.8, 0.35
# Components with less than this fraction of the largest one's area are specks.
_SPECK_AREA = 0.1
# A drawing's ink has one colour: half of it has at least this fraction of the largest contrast.
_EVEN_INK = 0.6
# The largest width of an edge, in pixels and as a fraction of the side; the second fraction where the ink is as faint
# as a shadow: a contrast of less than 0.55 of the brighter one of ink and background.
_EDGE_PIXELS, _EDGE_DRAWN, _EDGE_FAINT, _FAINT = 3, 0.05, 0.02, 0.55

# --- Paper and light
# Added to the brightness before its logarithm, because the noise in black must not count.
_BLACK = 0.02
# The low-frequency part of the light is fitted to this many means along each side.
_LIGHT_MEANS = 32
# The sides of the squares that estimate the paper around a line. Narrow ones follow the edge of a shadow, wide ones
# bridge the line of a marker.
_WINDOWS = (0.08, 0.25)
# For lines wider than any square the paper is a surface fitted to the border, if this fraction of the border is within
# this distance of it, in logarithms.
_EDGE_PAPER, _EDGE_NEAR = 0.9, 0.1

# --- The search for the ink, on an image reduced to at most this many pixels a side
_SEARCH_SIDE = 256
# Thresholds for the share of the light that the ink absorbs, from marker to pencil. Those below so many times the noise
# are not tried.
_LEVELS, _NOISES = (0.6, 0.36, 0.22, 0.13, 0.09), 4
# The highest threshold with at least this fraction of the best score is used.
_ENOUGH = 0.6
# The smallest size of a digit, as a fraction of the shorter side, and its smallest height as a fraction of its width.
_SPECK, _FLAT = 0.12, 0.4
# This fraction of the boundary is sharp: from paper to ink within 3 pixels plus this fraction of the longer side.
_SHARP, _EDGE_PHOTO = 0.7, 0.006
# Other parts of the ink have at least this fraction of the first digit's sharp boundary.
_AS_SHARP = 0.85
# A digit consists of lines, which are thinner than this fraction of its size.
_THICK = 0.34
# The largest contact of ink with one side of the frame, as a fraction of its size, and the most runs of contact.
_ALONG, _CONTACT_RUNS = 0.35, 8
# Printed lines and folds are thinner than this fraction of the shorter side, and leave the frame at both ends.
_THREAD = 0.015
# The factor of the score of components that touch the frame.
_CUT = 0.3
# Around a digit, up to this fraction of the shorter side, three quarters of the paper are this many times fainter.
_AROUND, _CLEAR = 0.05, 3

# --- The ink
# Values below this fraction of the ink's median are paper: printed lines and smeared pencil are fainter than ink.
_FLOOR = 0.45
# Other components belong to a digit if they are closer than this fraction of its size, and larger than the second
# fraction of it: the bar of a 5, the parts of a broken line.
_NEAR, _NEAR_SIZE = 0.35, 0.12
# They are further digits if they are closer to one than this, in heights of the first digit, and have a height between
# these, and are as dark: at least this fraction of its ink, and the inverse.
_REACH, _LEAST_HEIGHT, _MOST_HEIGHT, _AS_DARK = 1.2, 0.4, 2.5, 0.6
# A dot between digits is smaller than this, in heights of the first digit, and larger than this, in widths of its line.
_DOT, _LEAST_DOT = 0.2, 0.5


@dataclass(frozen=True)
class _Found:
    """A candidate for the ink: its score, its background (see ``_depth``), its mask (h, w) on the reduced image."""

    score: float
    window: float | None
    dark: bool
    mask: Mask


def is_photo(grey: FloatArray) -> bool:
    """Whether an image (height, width) in 0..1 has uneven paper or light; otherwise one threshold finds its ink.

    Drawings on a screen and scans have a background of one colour, and lines of one colour with sharp edges.
    """
    if min(grey.shape) < SMALLEST_PHOTO:
        return False
    ground = float(np.median(border(grey)))
    difference: FloatArray = np.abs(grey - ground)
    contrast = float(difference.max())
    if contrast < LEAST_CONTRAST or (border(difference) < _ONE_VALUE).mean() > _ONE_VALUE_SHARE:
        return False
    ink = difference > otsu(difference / contrast) * contrast
    longer = max(grey.shape)
    near = dilate_square(ink, max(2, round(_NEAR_DRAWN * longer)))
    if ((difference > _STRAY) & ~near).mean() > _STRAY_SHARE:
        return True
    components = connected_components(ink)
    large = components.area >= _SPECK_AREA * components.area.max()
    along = components.contact.max(axis=0) >= (_ALONG_OTHERS if large.sum() > 1 else _ALONG_ALONE) * components.size
    full = float(np.median(difference[ink]))
    if (along & large).any() or full <= _EVEN_INK * contrast or components.contact_runs.sum() > _CONTACT_RUNS:
        return True
    brighter = ground + full if np.median(grey[ink]) > ground else ground
    widest = _EDGE_PIXELS + (_EDGE_DRAWN if full > _FAINT * brighter else _EDGE_FAINT) * longer
    return bool(np.median(gradient_magnitude(grey)[boundary(ink)]) <= full / widest)


def ink_on_paper(grey: FloatArray) -> FloatArray:
    """A photo (height, width) in 0..1 -> the ink in each pixel, (height, width) float32 in 0..1.

    All 0 where nothing looks like a digit's ink, and for images too small to be a photo.
    """
    nothing = np.zeros(grey.shape, np.float32)
    found = _search(grey) if min(grey.shape) >= SMALLEST_PHOTO else None
    if found is None:
        return nothing
    evened = _without_light(smooth(grey, 2))
    depth = _depth(evened, found.window, found.dark)
    cover = 1 - np.exp(-depth)
    # Light ink is measured relative to the paper: relative to the ink's own brightness it would saturate.
    strength = cover if found.dark else np.expm1(depth)
    height, width = grey.shape
    main = np.asarray(Image.fromarray(found.mask).resize((width, height), Image.Resampling.NEAREST))
    full = float(np.median(strength[main]))
    if full <= 0:
        # What was found at a lower resolution is not there.
        return nothing
    floor = _FLOOR * full
    half = (floor + full) / 2
    level = half if found.dark else half / (1 + half)
    mask = cover > level
    components = connected_components(mask)
    own = components.totals(main) > 0
    if not own.any():
        return nothing
    edges = gradient_magnitude(evened) * (1 - cover)
    clear, _, line = _judge(components, mask, cover, edges, _reduction(grey), own)
    darkness = components.totals(strength) / (components.area * full)
    as_dark = (darkness > _AS_DARK) & (darkness * _AS_DARK < 1)
    belongs = _number(components, own, clear, as_dark, line)
    # Two pixels more, for the soft edge, which is below the threshold.
    near_ink = dilate(dilate(components.mask(belongs, mask.shape)))
    ink: FloatArray = np.clip((strength - floor) / max(full - floor, 1e-6), 0, 1) * near_ink
    return ink.astype(np.float32)


def _number(components: Components, own: Mask, clear: Mask, as_dark: Mask, line: FloatArray) -> Mask:
    """(n,) which components are ink: those of the first digit, the parts near it, and in the same way each digit near
    one that was found; and the dots between digits.

    Args:
        own: of the first digit.
        clear, line: see ``_judge``.
        as_dark: which are as dark as the first digit.
    """
    plausible = clear & _thin(components, line)
    belongs = own | _near(components, own, plausible)
    height = components.bottom[belongs].max() - components.top[belongs].min()
    digits = plausible & as_dark
    digits &= (components.height > _LEAST_HEIGHT * height) & (components.height < _MOST_HEIGHT * height)
    first = belongs.copy()
    searched = first.copy()
    waiting = [first]
    while waiting:
        found = digits & ~searched & (_distance(components, waiting.pop()) < _REACH * height)
        searched |= found
        for which in np.flatnonzero(found).tolist():
            digit = np.arange(len(components)) == which
            belongs |= digit | _near(components, digit, plausible)
            waiting.append(digit)
    if np.array_equal(searched, first):
        return belongs
    left, right = components.left[belongs].min(), components.right[belongs].max()
    top, bottom = components.top[belongs].min(), components.bottom[belongs].max()
    dots = clear & as_dark & (components.left > left) & (components.right < right)
    dots &= (components.top > (top + bottom) / 2) & (components.top < bottom)
    belongs |= dots & (components.size < _DOT * height) & (components.size > _LEAST_DOT * line[own].max())
    return belongs


def _near(components: Components, own: Mask, plausible: Mask) -> Mask:
    """(n,) which plausible components are near the box of those in ``own``, and large enough for a part."""
    width = components.right[own].max() - components.left[own].min()
    size = max(width, components.bottom[own].max() - components.top[own].min())
    near: Mask = (_distance(components, own) < _NEAR * size) & (components.size > _NEAR_SIZE * size)
    return near & plausible


def _distance(components: Components, own: Mask) -> IntArray:
    """(n,) how far each component is from the box of those in ``own``, across or down; negative where they overlap."""
    across = np.maximum(components.left[own].min() - components.right, components.left - components.right[own].max())
    down = np.maximum(components.top[own].min() - components.bottom, components.top - components.bottom[own].max())
    distance: IntArray = np.maximum(across, down)
    return distance


def _without_light(grey: FloatArray) -> FloatArray:
    """The logarithm of the brightness without the low-frequency part of the light."""
    means = Image.fromarray(grey.astype(np.float32)).resize((_LIGHT_MEANS, _LIGHT_MEANS), Image.Resampling.BOX)
    brightness = np.log(np.maximum(np.asarray(means, np.float64), 0) + _BLACK)
    light = fit_surface(brightness, np.ones(brightness.shape, bool), grey.shape)
    evened: FloatArray = np.log(np.maximum(grey, 0) + np.float32(_BLACK)) - light
    return evened


def _depth(evened: FloatArray, window: float | None, dark: bool) -> FloatArray:
    """How much darker each pixel is than the paper around it, or brighter for light ink, in logarithms, 0 or more.

    Args:
        window: the side of the squares that estimate the paper; None for a surface fitted to the border.
    """
    if window is None:
        below = _below_the_edge(evened)
        return np.maximum(below if dark else -below, 0)
    values = evened if dark else -evened
    depth = closing(values, max(5, round(window * max(values.shape)))) - values
    # With noise the maximum of a square is above the paper's mean: the median corrects that. A quarter of the pixels
    # suffices.
    return np.maximum(depth - np.median(depth[::2, ::2]), 0)


def _below_the_edge(evened: FloatArray) -> FloatArray:
    """How far each pixel is below a surface fitted to the border."""
    edge = np.ones(evened.shape, bool)
    edge[1:-1, 1:-1] = False
    return fit_surface(evened, edge, evened.shape) - evened


def _search(grey: FloatArray) -> _Found | None:
    """The component of the photo (height, width) that looks most like a digit's ink; None where none does."""
    factor = _reduction(grey)
    small = np.asarray(Image.fromarray(grey.astype(np.float32)).reduce(factor), np.float32)
    evened = _without_light(smooth(small, 1))
    slope = gradient_magnitude(evened)
    best: _Found | None = None
    for window, dark, depth in _depths(evened):
        cover = 1 - np.exp(-depth)
        # The surface is used only for the widest lines; for all others the squares are better.
        least_line = 0 if window else _WINDOWS[0] * max(cover.shape)
        # From pixels four apart, which blur and JPEG no longer correlate.
        noise = 1.4826 * float(np.median(np.abs(cover[::2, 4:] - cover[::2, :-4]))) / 2**0.5
        levels = [level for level in _LEVELS if level >= _NOISES * noise]
        found = [_likeliest(level, cover, slope * (1 - cover), least_line) for level in levels]
        most = max((score for score, _ in found), default=0.0)
        if most > (best.score if best else 0):
            best = _Found(most, window, dark, next(mask for score, mask in found if score >= _ENOUGH * most))
    return best


def _reduction(grey: FloatArray) -> int:
    """How many pixels of the image are one of the search, along each side."""
    return -(-int(max(grey.shape)) // _SEARCH_SIDE)


def _depths(evened: FloatArray) -> Iterator[tuple[float | None, bool, FloatArray]]:
    """(window, dark, depth) for each background to be tried."""
    for window in _WINDOWS:
        for dark in (True, False):
            yield window, dark, _depth(evened, window, dark)
    below = _below_the_edge(evened)
    if (np.abs(border(below)) < _EDGE_NEAR).mean() > _EDGE_PAPER:
        yield None, True, np.maximum(below, 0)
        yield None, False, np.maximum(-below, 0)


def _likeliest(level: float, cover: FloatArray, edges: FloatArray, least_line: float) -> tuple[float, Mask]:
    """The score and the mask of the component above the level that looks most like a digit; 0 where none does."""
    mask = cover > level
    components = connected_components(mask)
    large = (components.size >= _SPECK * min(mask.shape)) & (components.height >= _FLAT * components.width)
    if large.any():
        clear, score, line = _judge(components, mask, cover, edges)
        score = score * (clear & _thin(components, line) & large & (line > least_line))
        for which in np.argsort(-score)[:3].tolist():
            if score[which] > 0 and _is_isolated(components, which, cover, level):
                return float(score[which]), components.mask(np.arange(len(components)) == which, mask.shape)
    return 0.0, mask


def _judge(
    components: Components, mask: Mask, cover: FloatArray, edges: FloatArray, pixel: int = 1, own: Mask | None = None
) -> tuple[Mask, FloatArray, FloatArray]:
    """For each of the n components: if its outline and position are those of ink, its score, its line width.

    Args:
        cover, edges: (height, width) the share of the paper's light that each pixel absorbs, and its gradient.
        pixel: how many pixels are one of the search: an edge that is sharp there is sharp here.
        own: (n,) which are known to be ink: the others need not be sharper, as noise makes edges uneven.
    """
    outline = boundary(mask).ravel()[components.pixels]
    owner = components.of_pixel[outline]
    length = np.bincount(owner, None, len(components))
    mean = components.totals(cover) / components.area
    widest = _EDGE_PIXELS * pixel + _EDGE_PHOTO * max(mask.shape)
    steep = edges.ravel()[components.pixels[outline]] > (mean / widest)[owner]
    sharp = np.bincount(owner, steep, len(components))
    least_sharp = _SHARP if own is None else min(_SHARP, _AS_SHARP * float((sharp / length)[own].max()))
    # The boundary runs along both sides of a line.
    line = 2 * components.area / length
    sides_met = np.count_nonzero(components.contact, axis=0)
    thread = components.area < _THREAD * min(mask.shape) * np.hypot(components.width, components.height)
    clear = (
        (components.contact.max(axis=0) < _ALONG * components.size)
        & (components.contact_runs <= _CONTACT_RUNS)
        & (sharp > least_sharp * length)
        & ~(thread & (sides_met >= 2))
    )
    return clear, sharp * mean**2 * np.where(sides_met > 0, _CUT, 1.0), line


def _thin(components: Components, line: FloatArray) -> Mask:
    """(n,) which components are made of lines."""
    thin: Mask = line < _THICK * components.size
    return thin


def _is_isolated(components: Components, which: int, cover: FloatArray, level: float) -> bool:
    """Whether the paper around a component is empty, unlike around the squares of a table cloth."""
    room = round(_AROUND * min(cover.shape))
    rows = slice(max(0, components.top[which] - room), components.bottom[which] + room)
    columns = slice(max(0, components.left[which] - room), components.right[which] + room)
    around = cover[rows, columns]
    paper = around[around < level]
    return bool(np.count_nonzero(paper * _CLEAR <= level) >= 0.75 * len(paper))
