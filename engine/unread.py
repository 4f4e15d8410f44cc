"""Why an image is not predicted surely: what is on it instead of one clear digit."""

from enum import Enum

import numpy as np

from .i18n import tr
from .ink.components import Components, Mask, boundary, connected_components, fit_surface, gradient_magnitude
from .ink.segmentation.line_layout import layout, on_several_lines
from .ink.segmentation.parts import image_parts
from .types import FloatArray

# The values were chosen with tests/benchmarks/quality/unread.py --chosen.

# Pixels: a lower digit cannot be read.
_LEAST_HEIGHT = 10
# A frame is made of lines: it covers less than this fraction of its box. A straight one covers at least this fraction
# of the outermost pixels of its box; no handwritten 0 does.
_FRAME_AREA, _STRAIGHT = 0.5, 0.9
# The least height of a digit in a frame, in heights of it, and the least area of a hole, of the frame's box.
_LEAST_DIGIT, _LEAST_HOLE = 0.22, 0.02
# A wider one than this, in heights, is more than one digit.
_WIDEST = 1.3
# More components than this are a text, a pattern or a scene. So is ink that covers more than this fraction of its box.
_MOST_PARTS, _MOST_INK = 40, 0.65
# The width of an edge from paper to ink, as a fraction of the digit's height.
_BLURRED = 0.3
# Where no ink is found: something stands out if it differs from the light by this much (0..1), on an image reduced to
# so many pixels a side; it is sharp if a pixel differs from its neighbours by this fraction of that.
_LEAST_CONTRAST, _REDUCED, _SHARP = 0.15, 64, 0.2


class Cause(Enum):
    """The values are part of the output that other programs read."""

    NOTHING = "nothing"
    TOO_SMALL = "too small"
    FRAME = "frame"
    LINES = "several lines"
    SEVERAL = "several digits"
    TOO_MUCH = "too much"
    BLURRED = "blurred"

    def sentence(self) -> str:
        """What is on the image, and what to do."""
        sentences = {
            Cause.NOTHING: tr("Nothing stands out from the background: use an image with more contrast."),
            Cause.TOO_SMALL: tr("The digit is too small: crop a larger image to it."),
            Cause.FRAME: tr("A frame, and no digit apart from it: crop the image to the digit."),
            Cause.LINES: tr("Several lines? Write all digits on one line."),
            Cause.SEVERAL: tr("Several digits that cannot be told apart? Use an image of each."),
            Cause.TOO_MUCH: tr("There is too much on the image: crop it to the digit."),
            Cause.BLURRED: tr("The image is blurred: take a sharper one."),
        }
        return sentences[self]


def unread_cause(grey: FloatArray, ink: FloatArray, sure: bool) -> Cause | None:
    """Why an image on which no number was found is no sure digit; None where nothing but the network is unsure.

    Args:
        grey: (height, width) in 0..1, as ``engine.ink.images.read_image`` returns it.
        ink: the same shape, ``Stages.ink`` of ``engine.ink.images.prepare_image``.
        sure: whether the prediction for all ink is sure. Then only two things count: a straight frame, which looks like
            a 0, and several lines.
    """
    solid: Mask = ink > 0.5
    components = connected_components(solid)
    if not len(components):
        return _without_ink(grey)
    largest = int(components.area.argmax())
    frame = _frame(components, largest, solid.shape)
    framed = Cause.SEVERAL if frame and _digits_beside(components, largest, solid.shape) > 1 else Cause.FRAME
    if sure:
        if frame == "straight":
            return framed
        return Cause.LINES if on_several_lines(image_parts(ink).boxes, sure) else None
    top, bottom = int(components.top.min()), int(components.bottom.max())
    left, right = int(components.left.min()), int(components.right.max())
    height = bottom - top
    if height < _LEAST_HEIGHT:
        return Cause.TOO_SMALL
    if frame:
        return framed
    # The line of a 1 fills its box, too.
    filled = right - left > height / 2 and solid.sum() > _MOST_INK * height * (right - left)
    if filled or len(components) > _MOST_PARTS:
        return Cause.TOO_MUCH
    parts = image_parts(ink)
    if on_several_lines(parts.boxes, sure):
        return Cause.LINES
    found = layout(parts.boxes, parts.cut.tolist())
    if right - left > _WIDEST * height or (found is not None and found.several):
        return Cause.SEVERAL
    edges = gradient_magnitude(ink)[boundary(solid)]
    return Cause.BLURRED if float(np.median(edges)) * _BLURRED * height < 1 else None


def _frame(components: Components, which: int, shape: tuple[int, int]) -> str:
    """Whether a component is a frame: "straight", "curved", or "" for none."""
    outline = _outline(components, which, shape)
    if outline != "straight" or _digits_beside(components, which, shape):
        return outline
    # A block 8 is a frame with a bar: its holes are rectangles. The lines of a digit divide a frame otherwise.
    left, top = components.left[which], components.top[which]
    box = (slice(top, components.bottom[which]), slice(left, components.right[which]))
    holes = connected_components(~components.mask(np.arange(len(components)) == which, shape)[box])
    area = holes.width * holes.height
    large = holes.area >= _LEAST_HOLE * components.width[which] * components.height[which]
    return "" if np.count_nonzero(large) > 1 and (holes.area >= _STRAIGHT * area)[large].all() else outline


def _outline(components: Components, which: int, shape: tuple[int, int]) -> str:
    """Whether the outline of a component is that of a frame, whatever is in it: as ``_frame``."""
    # Loads Pillow, so only where there is an image.
    from .ink.drawn_frame import covers_all_sides

    width, height = int(components.width[which]), int(components.height[which])
    if min(width, height) < _LEAST_HEIGHT or components.area[which] >= _FRAME_AREA * width * height:
        return ""
    if not covers_all_sides(components, which, shape):
        return ""
    rows, columns = np.divmod(components.pixels[components.of_pixel == which], shape[1])
    rows, columns = rows - rows.min(), columns - columns.min()
    sides = (
        np.count_nonzero(rows == 0) / width,
        np.count_nonzero(rows == height - 1) / width,
        np.count_nonzero(columns == 0) / height,
        np.count_nonzero(columns == width - 1) / height,
    )
    return "straight" if min(sides) >= _STRAIGHT else "curved"


def _digits_beside(components: Components, frame: int, shape: tuple[int, int]) -> int:
    """How many other components are as large as a digit in the frame, or beside it, and are no frames."""
    large = components.height >= _LEAST_DIGIT * components.height[frame]
    others = (i for i in np.flatnonzero(large).tolist() if i != frame)
    return sum(_outline(components, i, shape) != "straight" for i in others)


def _without_ink(grey: FloatArray) -> Cause:
    """What is on an image on which nothing looks like ink."""
    step = -(-max(grey.shape) // _REDUCED)
    small = np.asarray(grey[::step, ::step], np.float32)
    if min(small.shape) < 3:
        return Cause.NOTHING
    light = fit_surface(small, np.ones(small.shape, bool), small.shape)
    contrast = float(np.quantile(np.abs(small - light), 0.99))
    if contrast < _LEAST_CONTRAST:
        return Cause.NOTHING
    sharp = float(np.quantile(gradient_magnitude(grey), 0.99)) >= _SHARP * contrast
    return Cause.TOO_MUCH if sharp else Cause.BLURRED
