"""From a decoded image of any mode to grey values: deep values, transparency, and ink that only its colour shows."""

import numpy as np
from PIL import Image

from ...io.checked_file import Fault
from ...io.limits import MAX_EXIF_BYTES
from ...types import FloatArray
from ..components import Mask, boundary, dilate, fit_surface, otsu

# The digit becomes 20 x 20 pixels: longer sides than this only cost time.
WORKING_SIDE = 512
# Images with more pixels are converted in strips of about so many: a whole copy would take too much memory.
_STRIP_PIXELS = 4_000_000
_ORIENTATION = 0x0112
# What turns the image upright, by its orientation in EXIF.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

# The largest values of files with 8, 10, 12, 14, 16, 24 and 32 bits a pixel.
_LARGEST_VALUES = tuple(float((1 << bits) - 1) for bits in (8, 10, 12, 14, 16, 24, 32))
# Larger ones, of a damaged file, would become infinite when two are subtracted.
_MAX_VALUE = np.float32(1e30)

# --- Transparency. Lengths are fractions of the longer side.
# Below this alpha a pixel shows nothing.
_CLEAR = 0.1
# A card has one colour along its edge: this fraction of the edge is within this distance of the median.
_CARD_EDGE, _CARD_COLOUR = 0.85, 0.12
# What is drawn on it differs by at least this from the card, and covers at least this fraction, at most the second.
_CARD_CONTRAST, _CARD_LEAST, _CARD_MOST = 0.15, 0.002, 0.7

# --- Colour
# The distance in RGB (0..1, so that black and white are 1.73 apart) from which ink stands out by its colour.
_COLOUR_CONTRAST = 0.2
# Colour is used where the brightness of the ink differs from its ground by less than this fraction of the distance.
# (Of neutral ink it is 0.58, of red ink on white paper 0.5, of blue 0.6.)
_BRIGHTNESS_SHARE = 0.22
_LUMA = np.array([0.299, 0.587, 0.114], np.float32)
# The ground is fitted to so many means along each side.
_MEANS = 32
# The brightness of the ground in an image that shows the colour's difference.
_GROUND = 0.85


def to_grey(image: Image.Image) -> FloatArray:
    """The grey values (height, width) float32 in 0..1, black to white, of the current frame of an image file.

    It is rotated by its EXIF data and scaled down to WORKING_SIDE. What is transparent gets the colour of the card
    around the ink, or, where the ink itself is all there is, the black or white that contrasts with it. Where ink
    and ground differ by colour and hardly by brightness, the values show the difference of the colours.
    """
    mode = image.mode
    deep = any(";16" in str(tile) for tile in getattr(image, "tile", ()))
    if mode.startswith("I") or mode == "F":
        return np.asarray(_turned(_thumbnail(_deep_values(image)), image), np.float32)
    if mode == "LAB":
        image = _from_lab(image)
    transparent = "transparency" in image.info or image.mode in ("LA", "La", "PA", "RGBA", "RGBa")
    target = "RGBA" if transparent else image.mode if image.mode in ("L", "RGB", "YCbCr") else "RGB"
    small = _turned(_thumbnail(_reduced(image, target)), image)
    if target == "L":
        return np.asarray(small, np.float32) / 255
    if target == "RGBA":
        return _on_ground(small)
    # In a JPEG the first channel of YCbCr is the brightness as it is stored.
    brightness = np.asarray(small.getchannel(0) if target == "YCbCr" else small.convert("L"), np.float32) / 255
    colours = np.asarray(small.convert("RGB"), np.float32) / 255
    if deep and colours.max() < 16 / 255:  # 12 bits of 16, of which Pillow keeps the upper 8
        brightness, colours = brightness * 16, colours * 16
    return _by_colour(brightness, colours)


def _reduced(image: Image.Image, mode: str) -> Image.Image:
    """Converted to ``mode``, and reduced by a whole factor where it is far larger than needed."""
    width, height = image.size
    factor = max(1, max(width, height) // (2 * WORKING_SIDE))
    if width * height <= _STRIP_PIXELS or factor == 1:
        return image.convert(mode)
    rows = max(1, _STRIP_PIXELS // (width * factor)) * factor
    result = Image.new(mode, (-(-width // factor), -(-height // factor)))
    for top in range(0, height, rows):
        strip = image.crop((0, top, width, min(top + rows, height))).convert(mode)
        result.paste(strip.reduce(factor), (0, top // factor))
    return result


def _thumbnail(image: Image.Image) -> Image.Image:
    image.thumbnail((WORKING_SIDE, WORKING_SIDE), Image.Resampling.BOX)
    return image


def _turned(small: Image.Image, image: Image.Image) -> Image.Image:
    """Rotated as the EXIF data of ``image`` say; only now, because of a large image it would be a large copy."""
    turn = _turn(image)
    return small if turn is None else small.transpose(turn)


def _turn(image: Image.Image) -> Image.Transpose | None:
    """As the EXIF data say; None where they do not, are damaged, or so long that reading them takes seconds."""
    if any(len(image.info.get(name, "")) > MAX_EXIF_BYTES for name in ("exif", "Raw profile type exif")):
        return None
    try:
        return _TURNS.get(image.getexif()[_ORIENTATION])
    except (Fault, MemoryError):
        raise
    # Pillow does not document what it raises for damaged ones: also SyntaxError, struct.error ...
    except Exception:  # noqa: BLE001
        return None


def _from_lab(image: Image.Image) -> Image.Image:
    from PIL import ImageCms

    lab, rgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
    found = ImageCms.profileToProfile(_reduced(image, "LAB"), lab, rgb, outputMode="RGB")
    if found is None:  # only where it is done in place
        raise ValueError("not converted")
    return found


def _deep_values(image: Image.Image) -> Image.Image:
    """Values of more than 8 bits as an image of floats in 0..1.

    Such files do not say how many of their bits they use: it is the smallest usual number that holds the values.
    """
    width, height = image.size
    factor = max(1, max(width, height) // (2 * WORKING_SIDE))
    values = np.empty((-(-height // factor), -(-width // factor)), np.float32)
    smallest, largest = 0.0, 0.0
    rows = max(1, _STRIP_PIXELS // (width * factor)) * factor
    for top in range(0, height, rows):
        strip = np.asarray(image.crop((0, top, width, min(top + rows, height))), np.float32)
        strip = np.clip(np.nan_to_num(strip), -_MAX_VALUE, _MAX_VALUE)
        smallest, largest = min(smallest, float(strip.min())), max(largest, float(strip.max()))
        part = np.asarray(Image.fromarray(strip).reduce(factor), np.float32)
        values[top // factor : top // factor + len(part)] = part
    # Negative values: the smallest one is black.
    values -= smallest
    largest -= smallest
    if image.mode == "F" and largest <= 1:
        top_value = 1.0
    else:
        top_value = next((each for each in _LARGEST_VALUES if largest <= each), largest)
    return Image.fromarray(np.clip(values / np.float32(top_value), 0, 1))


def _on_ground(image: Image.Image) -> FloatArray:
    """The grey values of an image (RGBA) with what is transparent filled."""
    grey = np.asarray(image.convert("L"), np.float32) / 255
    alpha = np.asarray(image.getchannel("A"), np.float32) / 255
    colours = np.asarray(image.convert("RGB"), np.float32) / 255
    if alpha.min() == 1:
        return _by_colour(grey, colours)
    ground = _card_colour(colours, alpha)
    if ground is not None:
        rows, columns = (np.flatnonzero((alpha > _CLEAR).any(axis=axis)) for axis in (1, 0))
        card = slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
        cover = alpha[card][..., None]
        filled = colours[card] * cover + (1 - cover) * ground
        return _by_colour((filled @ _LUMA).astype(np.float32), filled.astype(np.float32))
    ink_is_dark = float((grey * alpha).sum()) < 0.5 * float(alpha.sum())
    return (grey * alpha + (1 - alpha) * ink_is_dark).astype(np.float32)


def _card_colour(colours: FloatArray, alpha: FloatArray) -> FloatArray | None:
    """The colour (3,) of an opaque card that ink is drawn on; None where the ink itself is all there is."""
    shown = alpha > _CLEAR
    if not shown.any():
        return None
    # Inside the soft edge.
    inner = _eroded(shown, 2)
    edge = boundary(inner)
    if not edge.any():
        return None
    ground: FloatArray = np.median(colours[edge], axis=0)
    distance: FloatArray = np.linalg.norm(colours - ground, axis=-1)
    if (distance[edge] < _CARD_COLOUR).mean() < _CARD_EDGE:
        return None
    drawn = float((distance[inner] > _CARD_CONTRAST).mean())
    return ground if _CARD_LEAST < drawn < _CARD_MOST else None


def _eroded(mask: Mask, times: int) -> Mask:
    outside = ~np.pad(mask, 1)
    for _ in range(times):
        outside = dilate(outside)
    return ~outside[1:-1, 1:-1]


def _by_colour(brightness: FloatArray, colours: FloatArray) -> FloatArray:
    """The brightness (height, width), or the difference of the colours (height, width, 3) where only that shows ink.

    The ground is a smooth surface in each channel, so that its colour may change gradually.
    """
    if min(brightness.shape) < 3 or np.ptp(colours, axis=-1).max() < _COLOUR_CONTRAST / 2:
        return brightness
    small = np.asarray(
        Image.fromarray(np.rint(colours * 255).astype(np.uint8)).resize((_MEANS, _MEANS), Image.Resampling.BOX),
        np.float32,
    )
    everywhere = np.ones(small.shape[:2], bool)
    ground = np.stack(
        [fit_surface(small[..., channel] / 255, everywhere, brightness.shape) for channel in range(3)], axis=-1
    )
    difference = colours - ground
    distance: FloatArray = np.linalg.norm(difference, axis=-1)
    largest = float(distance.max())
    if largest < _COLOUR_CONTRAST:
        return brightness
    strong = distance > max(otsu(distance / largest) * largest, _COLOUR_CONTRAST / 2)
    direction = difference[strong].mean(axis=0) if strong.any() else np.zeros(3, np.float32)
    length = float(np.linalg.norm(direction))
    if length < _COLOUR_CONTRAST or abs(float(direction @ _LUMA)) > _BRIGHTNESS_SHARE * length:
        return brightness
    shown: FloatArray = _GROUND - np.maximum(difference @ (direction / length), 0) * (_GROUND / largest)
    return np.clip(shown, 0, 1).astype(np.float32)
