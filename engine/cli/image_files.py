"""The files that the arguments of ``predict`` stand for: files, folders, and patterns such as "*.png"."""

import glob
import os
import re
from collections.abc import Iterator
from pathlib import Path

from ..errors import ImageError
from ..i18n import tr
from ..ink.drawing_file import DRAWING_SUFFIXES
from ..ink.images import IMAGE_SUFFIXES
from ..io.file_kind import is_file, is_folder

_SUFFIXES = {*IMAGE_SUFFIXES, *DRAWING_SUFFIXES}
_PATTERN = re.compile(r"[*?\[]")


def image_files(argument: str) -> list[str]:
    """The files of one argument.

    A folder stands for the images and drawings in it, without those of its own folders. The command line of Windows
    leaves patterns to the program; "**" stands for any folders. A file with the very name of a pattern is that file.

    Raises:
        ImageError: the folder cannot be read, or there is no such file in it or of the pattern.
    """
    path = Path(argument)
    if is_folder(path):
        try:
            found = [str(each) for each in path.iterdir() if _is_image(each)]
        except OSError as error:
            raise ImageError(tr("“{0}” cannot be read: {1}.", argument, error.strerror)) from error
        if not found:
            raise ImageError(tr("There is no image in the folder “{0}”: only files directly in it are used.", argument))
        return sorted(found, key=_natural)
    if _PATTERN.search(argument) and not os.path.lexists(path):
        matches = glob.iglob(argument, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute pattern
        found = [each for each in matches if is_file(each)]
        if not found:
            raise ImageError(tr("There is no file “{0}”.", argument))
        return sorted(found, key=_natural)
    return [argument]


def _is_image(path: Path) -> bool:
    # Names with a dot at the start are hidden: macOS puts "._digit.png" beside "digit.png" on other systems' disks.
    if path.suffix.lower() not in _SUFFIXES or path.name.startswith("."):
        return False
    try:
        return path.is_file()
    except OSError:
        # The error of this file says why.
        return True


def _natural(name: str) -> list[tuple[int, str]]:
    """A key that sorts "digit-10" after "digit-9"."""
    return [(int(part), "") if part.isdecimal() else (0, part.casefold()) for part in re.findall(r"\d+|\D+", name)]


def all_image_files(arguments: list[str]) -> Iterator[str | ImageError]:
    """The files of all arguments; for an argument without any, the error."""
    for argument in arguments:
        try:
            yield from image_files(argument)
        except ImageError as error:
            yield error
