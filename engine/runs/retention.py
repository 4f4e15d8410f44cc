"""Which checkpoints of a run are kept, so that the disk does not fill up."""

from collections.abc import Iterable

# The latest ones, from which training could go on.
COMPLETE = 2
# Weights at the ends of so many epochs: one for each step of a slider.
MAX_EPOCHS = 200


def kept(iterations: Iterable[int], per_epoch: int) -> dict[int, bool]:
    """Of the checkpoints at these iterations, those to keep -> whether with all that going on needs.

    The latest two are kept whole. Of the ends of the epochs before, all weights are kept while there are at most
    MAX_EPOCHS; then those of every second epoch, then of every fourth ..., always with the first.
    """
    ordered = sorted(iterations)
    latest = ordered[-COMPLETE:]
    epochs = ordered[-1] // per_epoch if ordered else 0
    every = 1
    while (epochs - 1) // every + 1 > MAX_EPOCHS:
        every *= 2
    return {
        iteration: iteration in latest
        for iteration in ordered
        if iteration in latest
        or (iteration and iteration % per_epoch == 0 and (iteration // per_epoch - 1) % every == 0)
    }
