"""Chapter 2: the gates by their truth tables."""

from collections.abc import Callable

import pytest

from engine.book import AND, NAND, OR, XOR

INPUTS = [(0, 0), (1, 0), (0, 1), (1, 1)]


@pytest.mark.parametrize(
    ("gate", "outputs"),
    [(AND, [0, 0, 0, 1]), (NAND, [1, 1, 1, 0]), (OR, [0, 1, 1, 1]), (XOR, [0, 1, 1, 0])],
)
def test_truth_table(gate: Callable[[int, int], int], outputs: list[int]) -> None:
    assert [gate(x1, x2) for x1, x2 in INPUTS] == outputs
