"""Files that people take for images, and that are not read: what each is, and what to do with it."""

from pathlib import PurePath

from PIL import features

from ...i18n import tr, tr_noop
from ...io.file_kind import RAW_SUFFIXES

_HEIC = tr_noop("{0} is a HEIC photo, which Digit Lab does not read: export it as JPEG or PNG.")
# The brands of HEIF that are no AVIF, after "ftyp" in the file's first box.
_HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_STARTS = (
    (b"%PDF", tr_noop("{0} is a PDF document, not an image: export it as JPEG or PNG, or take a screenshot.")),
    (b"%!PS", tr_noop("{0} is a PostScript document, not an image: export it as JPEG or PNG.")),
    (b"8BPS", tr_noop("{0} is a Photoshop file, which Digit Lab does not read: export it as JPEG or PNG.")),
    (b"gimp xcf", tr_noop("{0} is a GIMP file, which Digit Lab does not read: export it as JPEG or PNG.")),
    (b"\xff\x0a", tr_noop("{0} is a JPEG XL image, which Digit Lab does not read: export it as JPEG or PNG.")),
    (b"\0\0\0\x0cJXL ", tr_noop("{0} is a JPEG XL image, which Digit Lab does not read: export it as JPEG or PNG.")),
    (b"\0\0\0\x0cjP  ", tr_noop("{0} is a JPEG 2000 image, which Digit Lab does not read: export it as JPEG or PNG.")),
    (b"\0\0\1\0", tr_noop("{0} is an icon, which Digit Lab does not read: export it as JPEG or PNG.")),
    (b"PK\3\4", tr_noop("{0} is a ZIP archive or an office document, not an image: unpack it, or take a screenshot.")),
)
RAW = tr_noop("{0} is a raw photo of a camera, which Digit Lab does not read: export it as JPEG or PNG.")
_SVG = tr_noop("{0} is an SVG image that Digit Lab has not written, and not made of pixels: export it as JPEG or PNG.")
_HTML = tr_noop("{0} is a web page, not an image: save the image itself, or take a screenshot.")
_VIDEO = tr_noop("{0} is a video, not an image: take a screenshot of it.")
# Of still images and of animations.
_AVIF = tr_noop("{0} is an AVIF image, which this installation of Pillow does not read: export it as JPEG or PNG.")
# Of the formats that are read: cut off so early, or damaged there, Pillow does not know them.
_READ = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")
_DAMAGED = tr_noop("{0} is damaged or cut off: it cannot be read.")
_UNKNOWN = tr_noop("{0} is not an image that can be read: PNG, JPEG, BMP, GIF, WebP, TIFF or AVIF.")


def raw_photo(name: str) -> bool:
    """Whether a file has the name of a raw photo."""
    return PurePath(name).suffix.lower() in RAW_SUFFIXES


def what_it_is(name: str, head: bytes) -> str:
    """A sentence about a file that Pillow does not identify.

    Args:
        name: "“photo.heic”".
        head: the first bytes of the file, some hundred.
    """
    return tr(_sentence(head), name)


def _sentence(head: bytes) -> str:
    if head[4:8] == b"ftyp":
        if head[8:12] in _HEIC_BRANDS:
            return _HEIC
        if head[8:12] in (b"avif", b"avis"):
            return _DAMAGED if features.check("avif") else _AVIF
        return _VIDEO
    if head.startswith(_READ) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return _DAMAGED
    for start, sentence in _STARTS:
        if head.startswith(start):
            return sentence
    text = head.lower()
    if b"<svg" in text:
        return _SVG
    return _HTML if b"<html" in text or b"<!doctype html" in text else _UNKNOWN
