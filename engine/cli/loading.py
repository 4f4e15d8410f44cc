"""Loads data for a command: with a progress bar, and with a line for what is wrong with the files."""

import sys

from tqdm import tqdm

from engine.data.dataset_summary import Loaded
from engine.data.source import DataSource

# At most so many problems in a user's own data are printed.
_MAX_PROBLEMS = 20


def load_data(source: DataSource) -> Loaded:
    """The training and the test set.

    Raises:
        DataError: the files are missing or cannot be used.
    """
    # No bar where it takes less than a second, or where nobody sees it.
    with tqdm(total=0, unit=" images", desc="Loading", disable=None, delay=1, leave=False) as bar:

        def progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        loaded = source.load(progress)
    for problem in loaded.faults[:_MAX_PROBLEMS]:
        print(f"digit-lab: {problem}", file=sys.stderr)
    if len(loaded.faults) > _MAX_PROBLEMS:
        print(f"digit-lab: and {len(loaded.faults) - _MAX_PROBLEMS:,} problems more", file=sys.stderr)
    if loaded.held_out:
        print(
            f"digit-lab: there are no test images: of {len(loaded.train) + len(loaded.test):,} images, "
            f"{len(loaded.test):,} (one in seven of each digit) are held out for the test",
            file=sys.stderr,
        )
    return loaded
