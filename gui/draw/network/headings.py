"""The names and shapes above and below the columns of the diagram, where there is room for them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from PySide6.QtGui import QFontMetricsF

from engine.i18n import tr
from gui.draw.network.contents import Column, Kind
from gui.draw.network.placement import Placed

_APART = 6.0


@dataclass(frozen=True)
class Heading:
    """Attributes:
    middle: where it is centred, if there is room between ``left`` and ``right``.
    name, operation, shape: each the longest text that has room, or "".
    layers: what it is the heading of.
    """

    middle: float
    left: float
    right: float
    name: str
    operation: str
    shape: str
    layers: tuple[int, ...]

    def extent(self, bold: QFontMetricsF) -> tuple[float, float]:
        """The left and the right end of the name."""
        half = bold.horizontalAdvance(self.name) / 2
        middle = min(max(self.middle, self.left + half), self.right - half)
        return middle - half, middle + half


def headings(placed: Sequence[Placed], bold: QFontMetricsF, small: QFontMetricsF, right: float) -> list[Heading]:
    """Headings that do not touch each other.

    Args:
        bold, small: of the names, and of all else.
        right: the right edge of the widget.
    """
    blocks = _blocks(placed)
    middles = [_middle(block) for block in blocks]
    edges = [0.0, *((_span(a)[1] + _span(b)[0]) / 2 for a, b in pairwise(blocks)), right]
    found, mains = [], []
    for block, middle, (start, end) in zip(blocks, middles, pairwise(edges), strict=True):
        start, end = start + _APART / 2, end - _APART / 2
        room = end - start
        # The one that has most room, or says most.
        main_placed = min(reversed(block), key=lambda each: (each.narrow, each.column.expendable))
        main = main_placed.column
        mains.append(main.name)
        names = [each.column.name for each in block]
        found.append(
            Heading(
                middle,
                start,
                end,
                _longest([" ".join(names), f"{names[0]}–{names[-1]}" if len(names) > 1 else "", main.name], bold, room),
                _longest([_operations(block)], small, room),
                _longest(_shapes(main_placed), small, room),
                tuple(each.column.layer for each in block),
            )
        )
    return [_squeezed(i, found, mains[i], bold) for i in range(len(found))]


def _squeezed(index: int, all_: Sequence[Heading], name: str, bold: QFontMetricsF) -> Heading:
    """A name that needs more room than that above its columns takes some that its neighbours do not use."""
    mine = all_[index]
    if mine.name or not 0 < index < len(all_) - 1:
        return mine
    before, after = (all_[i].extent(bold) for i in (index - 1, index + 1))
    left, right = before[1] + _APART, after[0] - _APART
    fits = bold.horizontalAdvance(name) <= right - left
    return replace(mine, name=name, left=left, right=right, operation="", shape="") if fits else mine


def _shapes(placed: Placed) -> list[str]:
    """The shape of a column's numbers, the longest text first; or how much of it has room."""
    column = placed.column
    if column.kind is Kind.BARS:
        return []
    if placed.shown < column.count and not placed.narrow:
        return [tr("{0} of {1} shown", placed.shown, column.count), f"{placed.shown} / {column.count}"]
    texts = [column.shape_text, column.shape_text.replace(" ", "")]
    return texts if column.kind is Kind.IMAGE else [*texts, str(column.count)]


def _operations(block: Sequence[Placed]) -> str:
    """What makes the numbers of a heading's columns."""
    return " → ".join(each.column.operation for each in block if each.column.operation)


def _blocks(placed: Sequence[Placed]) -> list[list[Placed]]:
    """Narrow columns share a heading with a wide one of their group, or with each other."""
    blocks: list[list[Placed]] = []
    for _, group in groupby(placed, lambda each: each.column.group):
        block: list[Placed] = []
        for each in group:
            block.append(each)
            if not each.narrow:
                blocks.append(block)
                block = []
        if block and blocks and blocks[-1][0].column.group == block[0].column.group:
            blocks[-1] += block
        elif block:
            blocks.append(block)
    return blocks


def _span(block: Sequence[Placed]) -> tuple[float, float]:
    return block[0].rect.left(), block[-1].rect.right()


def _middle(block: Sequence[Placed]) -> float:
    left, right = _span(block)
    return (left + right) / 2


def _longest(texts: Sequence[str], metrics: QFontMetricsF, room: float) -> str:
    return next((text for text in texts if text and metrics.horizontalAdvance(text) <= room), "")


def described(column: Column) -> str:
    """A column in one line: "a1 · Affine · W1 b1 · 50"."""
    parts = (
        column.name,
        column.title,
        "" if column.operation.lower() == column.title.lower() else column.operation,
        column.shape_text,
    )
    return "  ·  ".join(part for part in parts if part)
