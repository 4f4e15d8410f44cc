"""What can go wrong, said to a person: the text of every error here is one clear sentence, ready to be shown."""


class DigitLabError(Exception):
    """Something a person can understand and act on. ``str(error)`` is the sentence to show."""


class DataError(DigitLabError):
    """A dataset is missing, damaged, or not what it says it is."""


class DownloadCancelled(DataError):
    """The person asked the download to stop."""


class WeightsError(DigitLabError):
    """A weights file cannot be read, or does not fit."""


class ImageError(DigitLabError):
    """A picture cannot be read or saved."""


class RunError(DigitLabError):
    """A training run cannot be kept, found, gone on with, exported or imported."""


class DrawingsError(DigitLabError):
    """A person's drawing is none, or cannot be kept, found, imported, saved or opened."""


class SpecError(DigitLabError):
    """A network, or a setting of its training, cannot be built as described."""
