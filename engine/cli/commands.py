"""The commands evaluate, mistakes and download. ``predict`` and ``train`` have their own files.

Each gets the parsed arguments, prints its result to standard output, and raises DigitLabError with a sentence for the
user where it cannot do what was asked.
"""

import json
import time
from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from tqdm import tqdm

from ..data.dataset import Dataset
from ..data.download.mnist_download import download_mnist
from ..data.mnist import load_mnist_test, mnist_folder
from ..data.pen_strokes import load_pen, pen_dataset
from ..evaluate.metrics import scores
from ..i18n import tr
from ..io.checked_file import printable
from ..paths import default_weights
from .loading import load_recognizer, load_test_set, report_check, transform_of
from .targets import check_outputs


def _test_set(args: Namespace) -> Dataset:
    transform = transform_of(args)
    if args.data is not None:
        return load_test_set(args.data, transform)
    test = load_mnist_test(args.mnist or None).turned(transform)
    report_check(test, transform)
    return test


def _place(args: Namespace) -> Path | None:
    """The file or folder of ``_test_set``; None where there are pen strokes instead."""
    if args.pen is not None:
        return None
    return mnist_folder(args.mnist or None)[0] if args.data is None else Path(args.data)


def evaluate(args: Namespace) -> None:
    """Print how good weights are on the MNIST test digits, on the user's own images, or on a file of pen strokes."""
    _, recognizer = load_recognizer(args)
    if args.pen is None:
        test = _test_set(args)
        start = time.perf_counter()
        found = scores(recognizer.predict_dataset(test, args.batch), test.labels)
    else:
        pen = load_pen(args.pen).of_sites(args.sites)
        start = time.perf_counter()
        found = scores(recognizer.predict_drawings(pen.drawings, args.batch), pen.labels)
    seconds = time.perf_counter() - start
    if args.json:
        print(json.dumps(asdict(found) | {"seconds": round(seconds, 4)}))
        return
    print(
        tr(
            "accuracy {0:.4f} of {1:,}, calibration error {2:.4f}, {3:.2f} s",
            found.accuracy,
            found.n,
            found.ece,
            seconds,
        )
    )
    for digit, accuracy in enumerate(found.per_class):
        print(f"  {digit}  {tr('none') if accuracy is None else f'{accuracy:.4f}'}")


def download(args: Namespace) -> None:
    """Download MNIST, with a progress bar."""
    with tqdm(total=0, unit="B", unit_scale=True, desc="MNIST", disable=None) as bar:

        def progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        where = download_mnist(args.to, progress=progress)
    print(tr("MNIST is in {0}", printable(str(where))))


def mistakes(args: Namespace) -> None:
    """Save the error sheet of a file of pen strokes, of the user's own images, or of the MNIST test digits."""
    # Pillow is only loaded by commands that need it.
    from ..evaluate.error_sheet import check_png_target, confusions, draw_error_sheet, save_png

    check_png_target(args.out)
    check_outputs([("--out", Path(args.out))], [args.weights, args.pen], _place(args))
    weights, recognizer = load_recognizer(args)
    if args.pen is not None:
        strokes = load_pen(args.pen).of_sites(args.sites)
        labels, data = strokes.labels, f"Pen strokes in {printable(Path(args.pen).name)}"
        probabilities = recognizer.predict_drawings(strokes.drawings)
        groups = confusions(probabilities, labels, lambda which: pen_dataset(strokes.subset(which), "").images)
    else:
        test = _test_set(args)
        labels, data = test.labels, test.name
        groups = confusions(recognizer.predict_dataset(test), labels, lambda which: test.images[which])
    name = weights.name or printable(Path(args.weights or default_weights()).stem)
    save_png(args.out, draw_error_sheet(name, data, len(labels), groups, args.rows))
    print(tr("{0}: {1:,} of {2:,} predicted wrongly", printable(args.out), sum(map(len, groups)), len(labels)))


COMMANDS = {"evaluate": evaluate, "mistakes": mistakes, "download": download}
