"""The training and the test set of the user's own files: where there are no test images, a part is held out."""

import numpy as np

from ...i18n import tr
from ..dataset import Dataset
from ..dataset_summary import Loaded
from ..split import in_both, shuffled, split


def two_sets(train: Dataset, test: Dataset | None, seed: int = 0, faults: tuple[str, ...] = ()) -> Loaded:
    """Both in random order. The same images and the same seed give the same sets.

    Without ``test`` one in seven images of each digit is held out, see ``split``.

    Args:
        seed: of the order, and of the images held out.
        faults: what was wrong with the files.
    """
    held_out = test is None
    if test is None:
        test = train
        train_indices, test_indices = split(train, seed=seed)
    else:
        train_indices, test_indices = (shuffled(np.arange(len(data)), seed) for data in (train, test))
        faults += _duplicates(train, test)
    return Loaded(
        train.subset(train_indices, f"{train.name} training set"),
        test.subset(test_indices, f"{test.name} test set"),
        faults,
        held_out,
    )


def _duplicates(train: Dataset, test: Dataset) -> tuple[str, ...]:
    """A sentence, where images are in both sets. They stay, so that results compare with those of others."""
    both = in_both(train, test)
    if not len(both):
        return ()
    return (
        tr(
            "Of the {0:,} images in {1}, {2:,} are in {3} too (the first is number {4:,}): the test accuracy will be "
            "too high.",
            len(test),
            test.name,
            len(both),
            train.name,
            both[0] + 1,
        ),
    )
