"""Files that a data file's name was given to by mistake, recognised by their first bytes."""

from ..i18n import tr, tr_noop
from .checked_file import Fault, quoted

HEAD_BYTES = 512
_BROWSER = tr_noop("Open the address in a browser to see what it says, and download the file again.")
_LFS = b"version https://git-lfs.github.com/spec/"
_OTHERS = {
    b"%PDF": tr_noop("a PDF document"),
    b"\x89PNG": tr_noop("a PNG image"),
    b"\xff\xd8\xff": tr_noop("a JPEG image"),
    b"\x89HDF\r\n\x1a\n": tr_noop("an HDF5 file"),
    b"MATLAB": tr_noop("a file of MATLAB"),
    b"PAR1": tr_noop("a Parquet file"),
    b"ARROW1": tr_noop("an Arrow file"),
    b"7z\xbc\xaf\x27\x1c": tr_noop("a 7-Zip archive"),
    b"Rar!": tr_noop("a RAR archive"),
    b"BZh": tr_noop("packed with bzip2"),
    b"\xfd7zXZ": tr_noop("packed with xz"),
    b"SQLite format 3": tr_noop("an SQLite database"),
    b"\x93NUMPY": tr_noop("a single array of numpy.save"),
}
_UNPACK = ("7-Zip", "RAR", "bzip2", "xz")


def check_not_foreign(head: bytes) -> None:
    """Check that the first bytes of a file (``HEAD_BYTES``) are not those of a web page or of another known kind.

    Raises:
        Fault: they are, with what to do.
    """
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((b"<!doctype", b"<html", b"<head", b"<?xml", b"<body", b"<title", b"<!--", b"<script")):
        raise Fault(
            tr("it is a web page, saved under the name of a data file: a server sent it instead. {0}", tr(_BROWSER))
        )
    if start.startswith(_LFS):
        raise Fault(
            tr("it is only Git LFS’s pointer to the file. Run “git lfs pull” in its folder, or download the file.")
        )
    if start.startswith((b"404", b"403", b"not found", b"forbidden", b"access denied", b'{"error', b'{"message')):
        line = head.decode("utf-8", "replace").strip().splitlines()[0]
        raise Fault(tr("it is only a server’s message, {0}. {1}", quoted(line), tr(_BROWSER)))
    if head[257:262] == b"ustar":
        raise Fault(tr("it is a tar archive. Unpack it and choose the file in it."))
    found = next((what for magic, what in _OTHERS.items() if head.startswith(magic)), "")
    if found:
        advice = (
            tr("Unpack it and choose the file in it.")
            if any(word in found for word in _UNPACK)
            else tr(
                "Save the images and labels with numpy.savez as x_train, y_train, x_test and y_test, and "
                "open that file."
            )
        )
        raise Fault(tr("it is {0}, which Digit Lab does not read as data. {1}", tr(found), advice))
