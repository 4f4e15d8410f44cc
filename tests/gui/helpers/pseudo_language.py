"""A language for tests: each message in brackets and half as long again. What has no brackets is not translated."""

import re
from collections.abc import Iterator

# Words that are the same in every language: names of products, of formats, and of things in code and formulas.
_SAME = frozenset(
    [
        "Digit",
        "Lab",
        "MNIST",
        "NumPy",
        "Python",
        "Qt",
        "English",
        "ReLU",
        "Softmax",
        "softmax",
        "Sigmoid",
        "sigmoid",
        "tanh",
        "Affine",
        "Conv",
        "Dropout",
        "Adam",
        "AdaGrad",
        "SGD",
        "RMSProp",
        "Nesterov",
        "Momentum",
        "Xavier",
        "He",
        "std",
        "max",
        "min",
        "exp",
        "log",
        "sum",
        "mean",
        "argmax",
        "NaN",
        "inf",
        "Ctrl",
        "Shift",
        "Alt",
        "Esc",
        "Tab",
        "Return",
        "Space",
        "Del",
        "Backspace",
        "Home",
        "End",
        "PgUp",
        "PgDown",
        "Left",
        "Right",
        "Up",
        "Down",
        "PNG",
        "SVG",
        "CSV",
        "IDX",
        "npz",
        "json",
        "toml",
        "safetensors",
        "pkl",
        "zip",
        "SoftmaxWithLoss",
        "BatchNormalization",
        "Convolution",
        "Relu",
        "ReLU",
    ]
)
_CODE = re.compile(
    r"[A-Za-z_]*[_\d][A-Za-z_\d]*|\b[a-z]?[dW]?[A-Za-z]?\b|[A-Za-z]+\[|\*\.[a-z.]+|\S+\.(?:safetensors|npz)"
)
_MARKUP = re.compile(r"<[^<>]*>|&[a-z]+;")
_PLACE = re.compile(r"\{[^{}]*\}|%n|<[^<>]*>|&")


def pseudo(text: str, disambiguation: str | None = None, n: int | None = None) -> str:
    """A ``Lookup`` for ``engine.i18n.set_translator``. Places, and so values, stay as they are."""
    words = _PLACE.sub("", text)
    return f"[{text}{words[: (len(words) + 1) // 2]}]"


def untranslated(text: str) -> list[str]:
    """The words of a text that stand in no brackets, and are no code and no name that every language writes so."""
    outside = _MARKUP.sub(" ", "".join(_outside(text)))
    words = re.findall(r"[A-Za-z]{3,}", _CODE.sub(" ", outside))
    return [word for word in words if word not in _SAME]


def _outside(text: str) -> Iterator[str]:
    """The parts of a text outside of brackets; an elided text may lack the closing one."""
    depth = 0
    for character in text:
        depth += character == "["
        if not depth:
            yield character
        depth = max(depth - (character == "]"), 0)
