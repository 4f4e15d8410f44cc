"""The errors that are shown to the user. The text of each is one clear sentence.

A bug in the program is an ordinary Python exception, never one of these.
"""

# No-break spaces, and the space of Chinese and Japanese texts, which Python does not count as printable.
_SPACES = "\u00a0\u202f\u3000"


def printable(text: str) -> str:
    """Text from a file or the name of one, in one line.

    Line breaks, control characters and marks that reverse what follows each become a question mark.
    """
    return "".join(c if c.isprintable() or c in _SPACES else "?" for c in text)


class DigitLabError(Exception):
    """An error that the user can understand and act on. ``str(error)`` is the sentence to show, in one line.

    It is made ``printable``, because a name in it may come from a file.
    """

    def __str__(self) -> str:
        return printable(super().__str__())


class DataError(DigitLabError):
    """A dataset is missing, damaged, or of the wrong kind."""


class WeightsError(DigitLabError):
    """A weights file cannot be loaded or saved, or does not fit."""


class CheckpointError(DigitLabError):
    """A checkpoint of a training cannot be loaded or saved."""


class SettingsError(DigitLabError):
    """A file of training settings cannot be loaded or saved."""


class ImageError(DigitLabError):
    """An image cannot be read or saved."""


class RunError(DigitLabError):
    """A training run cannot be stored, found, resumed, exported or imported."""


class DrawingsError(DigitLabError):
    """A drawing is not valid, or cannot be stored, found, imported, exported, saved or opened."""


class SpecError(DigitLabError):
    """A network, or a setting of its training, cannot be built as described."""
