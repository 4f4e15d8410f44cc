"""Translation of the texts that a person sees, free of Qt: the window and the command line choose where they come from.

The English text is the key. Without a translation it is shown as it is.
"""

import re
from collections.abc import Callable, Iterable

from .ts_files import Catalogue

# The translation of a text, with its disambiguation and, for a plural, its number.
Lookup = Callable[[str, str | None, int | None], str]

_lookup: Lookup = Catalogue("en")
# In English texts without a translation: "%n image(s) (was/were) found".
_SINGULAR_OR_PLURAL = r"\((?:([a-z]+)/([a-z]+)|s)\)"


def set_translator(lookup: Lookup) -> None:
    """From now on, texts are translated by ``lookup``."""
    global _lookup
    _lookup = lookup


def use_language(language: str) -> None:
    """From now on, texts are those of the program's own file for this language: "ko"."""
    set_translator(Catalogue(language))


def tr(text: str, *values: object) -> str:
    """The translation of ``text``, with {0}, {1:,}, ... replaced by ``values``."""
    return _filled(_lookup(text, None, None), text, values)


def tr_n(text: str, disambiguation: str | None, n: int, *values: object) -> str:
    """The plural form of ``text`` for ``n``, which replaces %n as "1,234"; otherwise as ``tr``.

    The parameters are in the order of QObject.tr, so that lupdate finds them. Where there is no translation, "image(s)"
    becomes "image" or "images", and "(is/are)" becomes "is" or "are".
    """
    translated, text = (
        each.replace("%n", f"{n:,}") for each in (_lookup(text, disambiguation, n), _english_plural(text, n))
    )
    return _filled(_english_plural(translated, n), text, values)


def tr_noop(text: str) -> str:
    """The same text, marked for lupdate: that of a table, which is made before a language is chosen. It is translated
    where it is shown, by ``tr(row.title)``."""
    return text


def comma_list(items: Iterable[object]) -> str:
    """ "a, b, c"."""
    return tr(", ").join(map(str, items))


def and_list(items: Iterable[object]) -> str:
    """ "a, b and c"."""
    *others, last = map(str, items)
    return tr("{0} and {1}", comma_list(others), last) if others else last


def _english_plural(text: str, n: int) -> str:
    def choose(found: re.Match[str]) -> str:
        if found[1]:
            return found[1] if n == 1 else found[2]
        return "" if n == 1 else "s"

    return re.sub(_SINGULAR_OR_PLURAL, choose, text)


def _filled(translated: str, text: str, values: tuple[object, ...]) -> str:
    if not values:
        return translated
    try:
        return translated.format(*values)
    except (LookupError, ValueError, TypeError, AttributeError):  # it has places that the English text has not
        return text.format(*values)
