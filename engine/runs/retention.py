"""Which checkpoints of a run stay stored, so that the disk does not fill up."""

from collections.abc import Iterable

# So many of the latest ones can be resumed from.
_COMPLETE = 2
# At most so many ends of epochs have weights: one for each step of a slider.
MAX_EPOCHS = 200


def latest(iterations: Iterable[int]) -> list[int]:
    """Of the checkpoints at these iterations, those that are complete."""
    return sorted(iterations)[-_COMPLETE:]


def retained(iterations: Iterable[int], per_epoch: int) -> dict[int, bool]:
    """Of the checkpoints at these iterations, those to keep -> whether with all that resuming needs.

    The latest two are complete. Of the epochs before, all weights are kept while there are at most MAX_EPOCHS; then
    those of every second epoch, then of every fourth and so on, always with the first.
    """
    ordered = sorted(iterations)
    complete = latest(ordered)
    epochs = ordered[-1] // per_epoch if ordered else 0
    every = 1
    while (epochs - 1) // every + 1 > MAX_EPOCHS:
        every *= 2
    return {
        iteration: iteration in complete
        for iteration in ordered
        if iteration in complete
        or (iteration and iteration % per_epoch == 0 and (iteration // per_epoch - 1) % every == 0)
    }
