"""Loads data for a command: with a progress bar, and a line for each thing that is wrong with the files, the labels or
how the images are turned."""

import sys
from argparse import Namespace

from tqdm import tqdm

from ..data.dataset import Dataset
from ..data.dataset_summary import Loaded
from ..data.orientation import AS_IS, BOTH, INVERT, TRANSPOSE, way_of
from ..data.source import DataSource
from ..errors import WeightsError
from ..evaluate.activation_choice import open_weights
from ..evaluate.data_check import DataCheck, check_data
from ..paths import default_weights
from ..recognizer import Recognizer
from ..weights import Weights

# At most so many problems in a user's own data are printed.
_MAX_PROBLEMS = 20
_LOOKS = {
    TRANSPOSE: "transposed, as EMNIST’s are",
    INVERT: "inverted: black on white, where digits are white on black",
    BOTH: "transposed and inverted",
}
_READ = {AS_IS: "as they are", TRANSPOSE: "transposed", INVERT: "inverted", BOTH: "transposed and inverted"}
_OPTIONS = {AS_IS: "--as-is", TRANSPOSE: "--transpose", INVERT: "--invert", BOTH: "--transpose --invert"}


def transform_of(args: Namespace) -> str:
    """How the arguments ask to turn the images, see ``DataSource``."""
    if args.as_is:
        return AS_IS
    return way_of(args.transpose, args.invert) if args.transpose or args.invert else ""


def load_data(source: DataSource, tested: bool = False) -> Loaded:
    """The training and the test set. What is wrong with them is printed.

    Args:
        tested: the images of the test set are checked, because only they are used.

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
    if source.kind != "starter":
        report_check(loaded.test if tested and len(loaded.test) else loaded.train, source.transform)
    return loaded


def report_check(dataset: Dataset, transform: str) -> None:
    """Print what is wrong with how the images are turned, and with the labels; nothing where all is well."""
    try:
        check = check_data(dataset, transform)
    except WeightsError as error:
        # Whoever trains new weights need not have the shipped ones.
        print(f"digit-lab: the images were not checked: {error}", file=sys.stderr)
        return
    for sentence in (_sentence(check, transform), *check.faults):
        if sentence:
            print(f"digit-lab: {sentence}", file=sys.stderr)


def _sentence(check: DataCheck, transform: str) -> str:
    """What is wrong with how the images are turned; "" where nothing is, or the user has decided it."""
    if transform == AS_IS or check.fits_as_used:
        return ""
    if not check.fits:
        return "there are too few images to see whether they are upright and white on black: they are left as they are"
    n = len(check.images)
    read = "reads {} as they are labelled" if check.by_labels else "is sure of {}"
    if not check.better:
        return (
            f"of {n} images read {_READ[check.used]}, the shipped network {read.format(check.count(check.used))}, and "
            "no other way fits clearly better: they may be rotated, or no digits. They are left as they are"
        )
    looks = f"better {_READ[check.better]}" if transform else _LOOKS[check.better]
    if not transform:
        advice = f"Add {_OPTIONS[check.better]} to correct them, or {_OPTIONS[AS_IS]} to keep them without this warning"
    elif check.better == AS_IS:
        advice = f"Omit {_OPTIONS[check.used]}"
    else:
        advice = f"Use {_OPTIONS[check.better]} instead of {_OPTIONS[check.used]}"
    return (
        f"the images look {looks}: of {n}, the shipped network {read.format(check.count(check.better))} when they are "
        f"read {_READ[check.better]}, and {check.count(check.used)} {_READ[check.used]}. {advice}."
    )


def load_recognizer(args: Namespace) -> tuple[Weights, Recognizer]:
    """The weights of --weights, by default the shipped ones. What is to be said of their file is printed."""
    weights = open_weights(args.weights or default_weights(), args.activation)
    for note in weights.notes:
        print(f"digit-lab: {note}", file=sys.stderr)
    return weights, Recognizer(weights.spec, weights.params)
