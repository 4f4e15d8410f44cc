"""The names of datasets, scores and networks in the user's language. Runs and weights files store them in English."""

import re

from ..i18n import tr, tr_noop

_NAMES = (
    tr_noop("Synthetic digits"),
    tr_noop("Your handwriting"),
    tr_noop("Your drawings"),
    tr_noop("held-out pen strokes"),
    tr_noop("Digit Lab's reader"),
    tr_noop("Two-layer network"),
    tr_noop("Three-layer network"),
)
# At the end of the names of networks.
TRAINED_HERE, FINE_TUNED = ", trained here", ", fine-tuned on your handwriting"
_CONVOLUTIONAL = "Convolutional "
# A part of a test set: "MNIST test set, every 5th".
_EVERY = r"(.+), every (\d+)th"
_ENDINGS = {
    " training set": tr_noop("{0} training set"),
    " test set": tr_noop("{0} test set"),
    " accuracy": tr_noop("{0} accuracy"),
    " calibration error": tr_noop("{0} calibration error"),
    TRAINED_HERE: tr_noop("{0}, trained here"),
    FINE_TUNED: tr_noop("{0}, fine-tuned on your handwriting"),
}


def shown_name(name: str) -> str:
    """The name of a dataset, "MNIST test set", of a score, "MNIST test set accuracy", or of a network, to be shown."""
    for ending, text in _ENDINGS.items():
        if name.endswith(ending):
            return tr(text, shown_name(name.removesuffix(ending)))
    if every := re.fullmatch(_EVERY, name):
        return tr("{0}, every {1}th", shown_name(every[1]), every[2])
    if name.startswith(_CONVOLUTIONAL):
        return tr("Convolutional {0}", name.removeprefix(_CONVOLUTIONAL))
    return tr(name) if name in _NAMES else name
