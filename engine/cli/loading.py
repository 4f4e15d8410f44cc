"""Loads data for a command: with a progress bar, and a line for each thing that is wrong with the files, the labels or
how the images are turned."""

from argparse import Namespace
from collections.abc import Callable

from tqdm import tqdm

from ..data.dataset import Dataset
from ..data.dataset_summary import Loaded
from ..data.files.own_data import load_own
from ..data.orientation import AS_IS, BOTH, INVERT, TRANSPOSE, way_of
from ..data.source import DataSource
from ..errors import WeightsError
from ..evaluate.activation_choice import open_weights
from ..evaluate.data_check import DataCheck, check_data
from ..i18n import tr, tr_n, tr_noop
from ..paths import default_weights
from ..recognizer import Recognizer
from ..weights import Weights
from .streams import report

# At most so many problems in a user's own data are printed.
_MAX_PROBLEMS = 20
_LOOKS = {
    TRANSPOSE: tr_noop("transposed, as EMNIST’s are"),
    INVERT: tr_noop("inverted: black on white, where digits are white on black"),
    BOTH: tr_noop("transposed and inverted"),
}
_READ = {
    AS_IS: tr_noop("as they are"),
    TRANSPOSE: tr_noop("transposed"),
    INVERT: tr_noop("inverted"),
    BOTH: tr_noop("transposed and inverted"),
}
_OPTIONS = {AS_IS: "--as-is", TRANSPOSE: "--transpose", INVERT: "--invert", BOTH: "--transpose --invert"}


def transform_of(args: Namespace) -> str:
    """How the arguments ask to turn the images, see ``DataSource``."""
    if args.as_is:
        return AS_IS
    return way_of(args.transpose, args.invert) if args.transpose or args.invert else ""


def load_data(source: DataSource) -> Loaded:
    """The training and the test set. What is wrong with them is printed.

    Raises:
        DataError: the files are missing or cannot be used.
    """
    loaded = _load(source.load)
    if loaded.held_out:
        _report_held_out(loaded)
    if source.kind != "starter":
        report_check(loaded.train, source.transform)
    return loaded


def load_test_set(path: str, transform: str) -> Dataset:
    """The test set of the user's own data; all images where there are too few to hold some out. What is wrong with it
    is printed. The path may have a name that no run could be stored with.

    Raises:
        DataError: as ``load_data``.
    """
    loaded = _load(lambda progress: load_own(path, progress).turned(transform))
    test = loaded.test
    if not len(test):
        test = loaded.train
        report(
            tr(
                "there are no test images, and too few images to hold some out: all {0:,} are used, which is no test "
                "of a network that was trained on them",
                len(test),
            )
        )
    elif loaded.held_out:
        _report_held_out(loaded)
    report_check(test, transform)
    return test


def _load(load: Callable[[Callable[[int, int], None]], Loaded]) -> Loaded:
    """Print what is wrong with the files."""
    # No bar where it takes less than a second, or where nobody sees it.
    with tqdm(total=0, unit=tr(" images"), desc=tr("Loading"), disable=None, delay=1, leave=False) as bar:

        def progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        loaded = load(progress)
    for problem in loaded.faults[:_MAX_PROBLEMS]:
        report(problem)
    if len(loaded.faults) > _MAX_PROBLEMS:
        report(tr_n("and %n problem(s) more", None, len(loaded.faults) - _MAX_PROBLEMS))
    return loaded


def _report_held_out(loaded: Loaded) -> None:
    held_out = tr(
        "there are no test images: of {0:,} images, {1:,} (one in seven of each digit) are held out for the test",
        len(loaded.train) + len(loaded.test),
        len(loaded.test),
    )
    report(held_out)


def report_check(dataset: Dataset, transform: str) -> None:
    """Print what is wrong with how the images are turned, and with the labels; nothing where all is well."""
    try:
        check = check_data(dataset, transform)
    except WeightsError as error:
        # New weights can be trained without the shipped ones.
        report(tr("the images were not checked: {0}", error))
        return
    for sentence in (_sentence(check, transform), *check.faults):
        if sentence:
            report(sentence)


def _sentence(check: DataCheck, transform: str) -> str:
    """What is wrong with how the images are turned; "" where nothing is, or the user has decided it."""
    if transform == AS_IS or check.fits_as_used:
        return ""
    if not check.fits:
        return tr(
            "there are too few images to see whether they are upright and white on black: they are left as they are"
        )
    n, used, count = len(check.images), tr(_READ[check.used]), check.count(check.used)
    if not check.better:
        if check.by_labels:
            return tr(
                "of {0} images read {1}, the shipped network reads {2} as they are labelled, and no other way fits "
                "clearly better: they may be rotated, or no digits. They are left as they are",
                n,
                used,
                count,
            )
        return tr(
            "of {0} images read {1}, the shipped network is sure of {2}, and no other way fits clearly better: they "
            "may be rotated, or no digits. They are left as they are",
            n,
            used,
            count,
        )
    better = tr(_READ[check.better])
    looks = tr("better {0}", better) if transform else tr(_LOOKS[check.better])
    if check.by_labels:
        found = tr(
            "the images look {0}: of {1}, the shipped network reads {2} as they are labelled when they are read {3}, "
            "and {4} {5}.",
            looks,
            n,
            check.count(check.better),
            better,
            count,
            used,
        )
    else:
        found = tr(
            "the images look {0}: of {1}, the shipped network is sure of {2} when they are read {3}, and {4} {5}.",
            looks,
            n,
            check.count(check.better),
            better,
            count,
            used,
        )
    return f"{found} {_advice(check, transform)}"


def _advice(check: DataCheck, transform: str) -> str:
    better, used = _OPTIONS[check.better], _OPTIONS[check.used]
    if not transform:
        as_is = _OPTIONS[AS_IS]
        return tr("Add {0} to correct them, or {1} to keep them without this warning.", better, as_is)
    if check.better == AS_IS:
        return tr("Omit {0}.", used)
    return tr("Use {0} instead of {1}.", better, used)


def load_recognizer(args: Namespace) -> tuple[Weights, Recognizer]:
    """The weights of --weights, by default the shipped ones. What is to be said of their file is printed."""
    weights = open_weights(args.weights or default_weights(), args.activation)
    for note in weights.notes:
        report(note)
    return weights, Recognizer(weights.spec, weights.params)
