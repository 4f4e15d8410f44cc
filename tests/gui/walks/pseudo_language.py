"""A language for tests: each message in brackets and half as long again. What has no brackets is not translated."""

import re
from collections.abc import Iterator

# Words that are the same in every language: names of products, of keys, of formats, and of things in code and formulas;
# the names of the tests' datasets, and that of a run, which another process makes; and "Export...", an action of
# pyqtgraph that no menu shows.
_SAME = re.compile(
    r"\b(?:Digit Lab|MNIST|NumPy|Python|English|small (?:digits|test|train)|2 epochs|Export|Re[lL][uU]|[sS]oftmax"
    r"|[sS]igmoid|[tT]anh|Affine|Conv|Dropout|MaxPooling|BatchNormalization|Convolution|SoftmaxWithLoss|SGD|Momentum"
    r"|Nesterov|AdaGrad|RMSprop|Adam|Xavier|std|max|min|exp|log|sin|out|sum|mean|argmax|nan|inf|X?N?OR|N?AND|normalize|flatten"
    r"|shape|dtype|Ctrl|Shift|Alt|Esc|Tab|Return|Space|Del|Backspace|Left|Right|PNG|SVG|CSV|IDX)\b"
)
# Variables and calls of code, and names of files.
_CODE = re.compile(r"[A-Za-z_]*[_\d][A-Za-z_\d]*|[A-Za-z]+[\[(]|\*\.[a-z.]+|\S+\.(?:safetensors|npz|py|md)\b")
_MARKUP = re.compile(r"<[^<>]*>|&[a-z]+;")
_PLACE = re.compile(r"\{[^{}]*\}|%n|<[^<>]*>|&")


def pseudo(text: str, disambiguation: str | None = None, n: int | None = None) -> str:
    """A ``Lookup`` for ``engine.i18n.set_translator``. Places, and so values, stay as they are."""
    words = _PLACE.sub("", text)
    return f"[{text}{words[: (len(words) + 1) // 2]}]"


def untranslated(text: str) -> list[str]:
    """The words of a text that stand in no brackets, and are no code and no name that every language writes so."""
    outside = _MARKUP.sub(" ", "".join(_outside(text)))
    return re.findall(r"[A-Za-z]{3,}", _CODE.sub(" ", _SAME.sub(" ", outside)))


def _outside(text: str) -> Iterator[str]:
    """The parts of a text outside of brackets; an elided text may lack the closing one."""
    depth = 0
    for character in text:
        depth += character == "["
        if not depth:
            yield character
        depth = max(depth - (character == "]"), 0)
