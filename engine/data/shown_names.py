"""The names of datasets and of scores in the user's language. They are stored in English, in runs and weights files."""

from ..i18n import tr, tr_noop

_NAMES = (tr_noop("Synthetic digits"), tr_noop("Your handwriting"), tr_noop("held-out pen strokes"))
_ENDINGS = {
    " training set": tr_noop("{0} training set"),
    " test set": tr_noop("{0} test set"),
    " accuracy": tr_noop("{0} accuracy"),
    " calibration error": tr_noop("{0} calibration error"),
}


def shown_name(name: str) -> str:
    """The name of a dataset, "MNIST test set", or of a score, "MNIST test set accuracy", to be shown."""
    for ending, text in _ENDINGS.items():
        if name.endswith(ending):
            return tr(text, shown_name(name.removesuffix(ending)))
    return tr(name) if name in _NAMES else name
