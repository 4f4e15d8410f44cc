"""Sentences about the size of the output, and about its pooling."""

from engine.book import conv_output_size
from engine.i18n import tr

# A window of the pooling, and its stride.
POOL = 2


def size_note(side: int, kernel: int, stride: int, padding: int) -> str:
    """How the size of the output is computed, and what is left over where the division has a remainder."""
    size = conv_output_size(side, kernel, stride, padding)
    numerator = side + 2 * padding - kernel
    formula = f"({side} + 2·{padding} − {kernel}) / {stride} + 1"
    if not numerator % stride:
        return tr("Size: {0} = {1}", formula, size)
    exact = f"{numerator / stride + 1:.4g}"
    return tr("Size: {0} = {1}, rounded down to {2}. Hatched: never used.", formula, exact, size)


def pool_note(shape: tuple[int, ...]) -> str:
    """What max pooling does with an output of this shape."""
    if min(shape) < POOL:
        return tr("The output is smaller than a window of 2 × 2. Choose a larger padding or a smaller stride.")
    sentence = tr("Of each 2 × 2 of the output, only the largest number is kept. Nothing is learned here.")
    if any(side % POOL for side in shape):
        sentence = tr("{0} {1}", sentence, tr("The last row and column are left over."))
    return sentence
