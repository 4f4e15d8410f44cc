"""The commands evaluate, mistakes, predict and download. ``train`` has its own file.

Each gets the parsed arguments, prints its result to standard output, and raises DigitLabError with a sentence for the
user where it cannot do what was asked.
"""

import json
import sys
import time
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tqdm import tqdm

from ..data.dataset import Dataset
from ..data.download.mnist_download import download_mnist
from ..data.mnist import load_mnist_test
from ..data.pen_strokes import load_pen, pen_dataset
from ..data.source import DataSource
from ..digit_finder import (
    DigitFinder,
    FoundDigit,
    drawn_on_several_lines,
    image_of_several_lines,
    number_probability,
    number_text,
)
from ..errors import DigitLabError
from ..evaluate.activation_choice import open_weights
from ..evaluate.metrics import scores
from ..io.checked_file import printable
from ..paths import default_weights
from ..recognizer import Prediction, Recognizer, is_even
from ..weights import Weights
from .loading import load_data, report_check, transform_of


def _loaded(args: Namespace) -> tuple[Weights, Recognizer]:
    weights = open_weights(args.weights or default_weights(), args.activation)
    for note in weights.notes:
        print(f"digit-lab: {note}", file=sys.stderr)
    return weights, Recognizer(weights.spec, weights.params)


def _test_set(args: Namespace) -> Dataset:
    transform = transform_of(args)
    if args.data is not None:
        return load_data(DataSource.at(args.data).turned(transform), tested=True).test
    test = load_mnist_test(args.mnist or None).turned(transform)
    report_check(test, transform)
    return test


def evaluate(args: Namespace) -> None:
    """Print how good weights are on the MNIST test digits, on the user's own images, or on a file of pen strokes."""
    _, recognizer = _loaded(args)
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
    print(f"accuracy {found.accuracy:.4f} of {found.n:,}, calibration error {found.ece:.4f}, {seconds:.2f} s")
    for digit, accuracy in enumerate(found.per_class):
        print(f"  {digit}  {'none' if accuracy is None else f'{accuracy:.4f}'}")


def predict(args: Namespace) -> None:
    """Print the ten probabilities of each image or saved drawing; of each digit where there are several.

    A file that cannot be read does not stop the others.

    Raises:
        DigitLabError: of the last file that could not be read, after all others.
    """
    _, recognizer = _loaded(args)
    finder = DigitFinder(recognizer)
    predictions: list[_FilePrediction] = []
    errors: list[DigitLabError] = []
    for file in args.images:
        try:
            predictions.append(_predict(recognizer, finder, file))
        except DigitLabError as error:
            errors.append(error)
    if predictions:
        _print_predictions(predictions, args.json)
        sys.stdout.flush()
    for each in errors[:-1]:
        print(f"digit-lab: {each}", file=sys.stderr)
    if errors:
        raise errors[-1]


@dataclass(frozen=True)
class _FilePrediction:
    """Attributes:
    whole: the prediction for all ink.
    digits: those of a number; none where it is one digit.
    several_lines: it looks like several lines of digits; then no number is found.
    """

    file: str
    whole: Prediction
    digits: tuple[FoundDigit, ...]
    several_lines: bool


def _print_predictions(predictions: Sequence[_FilePrediction], as_json: bool) -> None:
    if as_json:
        print(json.dumps([_as_json(each) for each in predictions]))
        return
    for each in predictions:
        if each.digits:
            _print_number(each)
        elif each.whole.digit is None:
            print(f"{each.file}: no digit, the image is empty")
        elif each.several_lines:
            print(f"{each.file}: this looks like several lines: use an image of one number on one line")
        else:
            print(f"{each.file}: {_answer(each.whole)}")
            print("  " + _ten(each.whole))


def _as_json(result: _FilePrediction) -> dict[str, Any]:
    """The keys are part of the output that other programs read. A number has "number" and "digits", and no "digit"."""
    found = [(each.prediction, each.box) for each in result.digits]
    if not found and result.whole.digit is not None and result.whole.stages.crop is not None:
        found = [(result.whole, result.whole.stages.crop)]
    digits = [{"box": [round(float(edge), 2) for edge in box]} | _values(each) for each, box in found]
    values = _values(result.whole)
    if result.digits:
        values |= {"digit": None, "sure": False, "number": number_text(result.digits)}
    return {"picture": result.file} | values | {"digits": digits}


def _values(prediction: Prediction) -> dict[str, Any]:
    probabilities = [round(float(p), 6) for p in prediction.probabilities]
    return {"digit": prediction.digit, "sure": prediction.sure, "probabilities": probabilities}


def _print_number(result: _FilePrediction) -> None:
    unsure = [str(i) for i, each in enumerate(result.digits, 1) if not each.prediction.sure]
    doubt = f"not sure of digit {' and '.join(unsure)}: " if unsure else ""
    probability = number_probability(result.digits)
    print(f"{result.file}: {doubt}{number_text(result.digits)}, {len(result.digits)} digits ({probability:.1%})")
    for i, each in enumerate(result.digits, 1):
        print(f"  digit {i}: {_answer(each.prediction)}")
        print("    " + _ten(each.prediction))


def _answer(prediction: Prediction) -> str:
    if is_even(prediction.probabilities):
        return "all digits are about equally likely"
    doubt = "" if prediction.sure else "not sure, perhaps "
    return f"{doubt}{prediction.digit} ({prediction.probabilities.max():.1%})"


def _ten(prediction: Prediction) -> str:
    return "  ".join(f"{digit}: {p:.4f}" for digit, p in enumerate(prediction.probabilities))


def _predict(recognizer: Recognizer, finder: DigitFinder, file: str) -> _FilePrediction:
    """From the strokes of a saved drawing, from the pixels of any other image."""
    from ..ink.drawing_file import load_drawing
    from ..ink.images import read_image

    drawing = load_drawing(file)
    if drawing is None:
        whole = recognizer.predict_image(read_image(file))
        ink = whole.stages.ink
        return _FilePrediction(file, whole, finder.in_image(ink), image_of_several_lines(ink, whole.sure))
    whole, strokes = recognizer.predict_drawing(drawing.strokes, drawing.brush_width), drawing.strokes
    return _FilePrediction(
        file, whole, finder.in_drawing(strokes, drawing.brush_width), drawn_on_several_lines(strokes, whole.sure)
    )


def download(args: Namespace) -> None:
    """Download MNIST, with a progress bar."""
    with tqdm(total=0, unit="B", unit_scale=True, desc="MNIST", disable=None) as bar:

        def progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        where = download_mnist(args.to, progress=progress)
    print(f"MNIST is in {where}")


def mistakes(args: Namespace) -> None:
    """Save the error sheet of a file of pen strokes, of the user's own images, or of the MNIST test digits."""
    # Pillow is only loaded by commands that need it.
    from ..evaluate.error_sheet import check_png_target, confusions, draw_error_sheet, save_png

    check_png_target(args.out)
    weights, recognizer = _loaded(args)
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
    print(f"{args.out}: {sum(map(len, groups)):,} of {len(labels):,} predicted wrongly")


COMMANDS = {"evaluate": evaluate, "predict": predict, "mistakes": mistakes, "download": download}
