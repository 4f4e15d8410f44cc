"""Files that people take for images, and that are not read: what each is, and what to do with it."""

from pathlib import PurePath

_EXPORT = "export it as JPEG or PNG"
_HEIC = f"is a HEIC photo, which Digit Lab does not read: {_EXPORT}."
# The brands of HEIF that are no AVIF, after "ftyp" in the file's first box.
_HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_STARTS = (
    (b"%PDF", f"is a PDF document, not an image: {_EXPORT}, or take a screenshot."),
    (b"%!PS", f"is a PostScript document, not an image: {_EXPORT}."),
    (b"8BPS", f"is a Photoshop file, which Digit Lab does not read: {_EXPORT}."),
    (b"gimp xcf", f"is a GIMP file, which Digit Lab does not read: {_EXPORT}."),
    (b"\xff\x0a", f"is a JPEG XL image, which Digit Lab does not read: {_EXPORT}."),
    (b"\0\0\0\x0cJXL ", f"is a JPEG XL image, which Digit Lab does not read: {_EXPORT}."),
    (b"\0\0\0\x0cjP  ", f"is a JPEG 2000 image, which Digit Lab does not read: {_EXPORT}."),
    (b"\0\0\1\0", f"is an icon, which Digit Lab does not read: {_EXPORT}."),
    (b"PK\3\4", "is a ZIP archive or an office document, not an image: unpack it, or take a screenshot."),
)
# Raw photos begin like a TIFF image, which would be only their small preview.
RAW_SUFFIXES = (".dng", ".cr2", ".cr3", ".nef", ".nrw", ".arw", ".orf", ".rw2", ".raf", ".pef", ".srw")
HEIC_SUFFIXES = (".heic", ".heif")
_RAW = f"is a raw photo of a camera, which Digit Lab does not read: {_EXPORT}."
_SVG = f"is an SVG image that Digit Lab has not written, and not made of pixels: {_EXPORT}."
_HTML = "is a web page, not an image: save the image itself, or take a screenshot."
# Of still images and of animations.
_AVIF = f"is an AVIF image, which this installation of Pillow does not read: {_EXPORT}."
_UNKNOWN = "is not an image that can be read: PNG, JPEG, BMP, GIF, WebP, TIFF or AVIF."


def raw_photo(name: str) -> str | None:
    """What to say of a file with the name of a raw photo; None for others."""
    return _RAW if PurePath(name).suffix.lower() in RAW_SUFFIXES else None


def what_it_is(head: bytes) -> str:
    """The rest of a sentence that begins with the file's name, for a file that Pillow does not identify.

    Args:
        head: the first bytes of the file, some hundred.
    """
    if head[4:8] == b"ftyp":
        if head[8:12] in _HEIC_BRANDS:
            return _HEIC
        return _AVIF if head[8:12] in (b"avif", b"avis") else "is a video, not an image: take a screenshot of it."
    for start, sentence in _STARTS:
        if head.startswith(start):
            return sentence
    text = head.lower()
    if b"<svg" in text:
        return _SVG
    return _HTML if b"<html" in text or b"<!doctype html" in text else _UNKNOWN
