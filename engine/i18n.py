"""Translation of the texts that a person sees, free of Qt: the window and the command line choose where they come from.

The English text is the key. Without a translation it is shown as it is.
"""

from collections.abc import Callable

# The translation of a text, with its disambiguation and, for a plural, its number.
Lookup = Callable[[str, str | None, int | None], str]


def untranslated(text: str, disambiguation: str | None, n: int | None) -> str:
    return text


_lookup: Lookup = untranslated


def set_translator(lookup: Lookup) -> None:
    """From now on, texts are translated by ``lookup``."""
    global _lookup
    _lookup = lookup


def tr(text: str, *values: object) -> str:
    """The translation of ``text``, with {0}, {1}, ... replaced by ``values``."""
    translated = _lookup(text, None, None)
    return translated.format(*values) if values else translated


def tr_n(text: str, disambiguation: str | None, n: int, *values: object) -> str:
    """The plural form of ``text`` for ``n``, which replaces %n; otherwise as ``tr``.

    The parameters are in the order of QObject.tr, so that lupdate finds them.
    """
    translated = _lookup(text, disambiguation, n).replace("%n", str(n))
    return translated.format(*values) if values else translated
