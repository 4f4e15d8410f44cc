"""What an array is by its name in a file: W1, fc1.weight, dense/kernel:0, who, gamma1, bn1.running_mean ..."""

import re
from collections.abc import Mapping

# The parts of a name that say what an array is, as the book, PyTorch, Keras, scikit-learn and others write them.
_TOKENS = {
    "W": r"w|weights?|kernels?|coefs?",
    "b": r"b|bias|biases|intercepts?",
    "gamma": r"gamma|scale",
    "beta": r"beta|offset",
    "mean": r"mean|(?:running|moving)_?mean",
    "var": r"var|variance|(?:running|moving)_?(?:var|variance)",
}
# A token stands alone: letters on neither side.
_TOKEN = re.compile(
    "(?<![a-z])(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in _TOKENS.items()) + ")(?![a-z])"
)
# wih, who (Rashid, Make Your Own Neural Network): from the input to the hidden layer, from there to the output.
_INITIALS = re.compile(r"(?P<kind>[wb])_?(?P<stem>[ixho][hoy])")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DIGITS = re.compile(r"([0-9]{1,18})")

NORMALIZATION = ("gamma", "beta", "mean", "var")


def parse_name(name: str) -> tuple[str, str]:
    """The kind ("W", "b", "gamma", "beta", "mean", "var", or "" where the name does not say it), and the rest of the
    name, which is the same for the arrays of a layer: "fc1.weight" is ("W", "fc1").
    """
    text = _CAMEL.sub("_", name).lower().removesuffix(":0")
    found = _INITIALS.fullmatch(text)
    if found is not None:
        return {"w": "W", "b": "b"}[found["kind"]], found["stem"]
    # The last one: in "weights.layer1.bias" it says what the array is.
    tokens = list(_TOKEN.finditer(text))
    if not tokens:
        return "", text
    token = tokens[-1]
    return token.lastgroup or "", (text[: token.start()] + text[token.end() :]).strip("._-/ ")


def natural_order(name: str) -> list[str | int]:
    """A key to sort by: fc2 before fc10."""
    # ``split`` alternates between other text and digits.
    return [int(part) if i % 2 else part for i, part in enumerate(_DIGITS.split(name))]


def of_kind(parsed: Mapping[str, tuple[str, str]], kind: str) -> dict[str, str]:
    """The names of the arrays of a kind, by the rest of their names, in natural order."""
    names = {stem: name for name, (its_kind, stem) in parsed.items() if its_kind == kind}
    return {stem: names[stem] for stem in sorted(names, key=natural_order)}
