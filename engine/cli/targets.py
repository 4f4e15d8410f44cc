"""The files that a command writes: none may be one that it reads, or that it also writes for another option."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from ..data.files.own_data import may_read
from ..errors import DigitLabError
from ..i18n import tr
from ..paths import is_same_file


def check_outputs(outputs: Sequence[tuple[str, Path]], inputs: Iterable[str | Path | None], data: Path | None) -> None:
    """Called before anything is written.

    Args:
        outputs: the option and the file of each; an option may have several files.
        inputs: the files that are read; None for one that was not given.
        data: the file or folder of the images that are read, if any.

    Raises:
        DigitLabError: an output is the same file as an input, or as that of another option.
    """
    read = [each for each in inputs if each is not None]
    for i, (option, path) in enumerate(outputs):
        if any(is_same_file(path, each) for each in read) or (data is not None and may_read(data, path)):
            raise DigitLabError(
                tr("{0} would change “{1}”, which this command reads: choose another file.", option, path)
            )
        for other, written in outputs[:i]:
            if other != option and is_same_file(path, written):
                raise DigitLabError(
                    tr("{0} and {1} would write the same file “{2}”: choose another one.", other, option, path)
                )
