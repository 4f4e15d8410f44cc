"""The contrast of the themes' colours (WCAG 2.2, 1.4.3 and 1.4.11), also for people with a colour vision deficiency."""

import itertools
import json

import numpy as np
import pytest

from engine.types import FloatArray
from gui.theme import ASSETS

_TEXT, _GRAPHIC = 4.5, 3.0
_GROUNDS = ("window", "surface")
# What is written or painted -> on what, and how much contrast it needs.
_PAIRS: dict[str, tuple[tuple[str, ...], float]] = {
    **dict.fromkeys(("text", "muted", "accent", "error", "warning", "test", "compared"), (_GROUNDS, _TEXT)),
    **dict.fromkeys(("line", "bar", "winner", "above", "below", "train"), (_GROUNDS, _GRAPHIC)),
    **dict.fromkeys(("code-keyword", "code-number", "code-value"), (("surface",), _TEXT)),
    "loss": (("surface",), _GRAPHIC),
    **{f"run-{i}": (("surface",), _GRAPHIC) for i in range(1, 11)},
    "on-accent": (("accent",), _TEXT),
    "hint": (("canvas",), _TEXT),
    "ink": (("canvas",), _TEXT),
}
# Text on the fills of the confusion matrix and of selected rows.
_TEXT_ON_FILLS = ("right", "mistake-least", "mistake-most")
# Neither text nor a graphic that is needed to understand something: the lines of the canvas only show its 28 rows, and
# with more contrast they would look like ink.
_EXEMPT = {"canvas-grid", "canvas", "window", "surface", *_TEXT_ON_FILLS}
# Colours that are seen side by side in one plot.
_LINES = ("train", "test", "loss")
_RUNS = tuple(f"run-{i}" for i in range(1, 11))
# The least distance in OKLab, with a and b weighted by 1.4; below 0.03 two lines look the same.
_LEAST_DISTANCE = 0.09
# How colours look without the cones for red, green or blue, for linear sRGB (Machado, Oliveira, Fernandes 2009).
_DEFICIENCIES = {
    "none": np.eye(3),
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
# Linear sRGB -> cone responses -> OKLab (Ottosson 2020).
_CONES = np.array(
    [[0.412221, 0.536333, 0.051446], [0.211903, 0.680700, 0.107397], [0.088302, 0.281719, 0.629979]],
)
_OKLAB = np.array(
    [[0.210454, 0.793618, -0.004072], [1.977998, -2.428592, 0.450594], [0.025904, 0.782772, -0.808676]],
)


def _colours(theme: str) -> dict[str, FloatArray]:
    """The colours of a theme by name, as linear sRGB (3,)."""
    texts = json.loads((ASSETS / "themes" / f"{theme}.json").read_text(encoding="utf-8"))
    found = {}
    for name, text in texts.items():
        c = np.array(list(bytes.fromhex(text[1:]))) / 255
        found[name] = np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
    return found


def _contrast(one: FloatArray, other: FloatArray) -> float:
    """From 1 to 21, by the definition of WCAG."""
    low, high = sorted(float(c @ (0.2126, 0.7152, 0.0722)) + 0.05 for c in (one, other))
    return high / low


def _distance(one: FloatArray, other: FloatArray, deficiency: str) -> float:
    matrix = np.array(_DEFICIENCIES[deficiency])
    a, b = (np.cbrt(np.clip(c @ matrix.T, 0, 1) @ _CONES.T) @ _OKLAB.T for c in (one, other))
    return float(np.linalg.norm((a - b) * (1, 1.4, 1.4)))


def test_the_contrast_of_black_and_white_is_21() -> None:
    assert _contrast(np.zeros(3), np.ones(3)) == pytest.approx(21)
    assert _contrast(np.ones(3), np.ones(3)) == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_colour_has_a_rule(theme: str) -> None:
    assert set(_colours(theme)) == set(_PAIRS) | _EXEMPT


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_and_graphics_stand_out_from_their_ground(theme: str) -> None:
    colours = _colours(theme)
    pairs = [(name, ground, least) for name, (grounds, least) in _PAIRS.items() for ground in grounds]
    pairs += [("text", fill, _TEXT) for fill in _TEXT_ON_FILLS]
    found = {(name, ground): _contrast(colours[name], colours[ground]) for name, ground, _ in pairs}
    assert not {pair: found[pair[:2]] for pair in pairs if found[pair[:2]] < pair[2]}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("deficiency", _DEFICIENCIES)
def test_lines_of_one_plot_can_be_told_apart(theme: str, deficiency: str) -> None:
    colours = _colours(theme)
    pairs = [*itertools.combinations(_LINES, 2), *itertools.combinations(_RUNS, 2)]
    found = {pair: _distance(colours[pair[0]], colours[pair[1]], deficiency) for pair in pairs}
    assert not {pair: distance for pair, distance in found.items() if distance < _LEAST_DISTANCE}
