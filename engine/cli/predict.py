"""The command predict: the ten probabilities of images and drawings."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..digit_finder import DigitFinder, FoundDigit, drawn_on_several_lines, number_probability, number_text
from ..errors import DigitLabError, ImageError, printable
from ..i18n import and_list, tr
from ..io.file_kind import FileKind, file_kind, is_file
from ..recognizer import Prediction, Recognizer, is_even
from ..unread import Cause, unread_cause
from .image_files import all_image_files
from .loading import load_recognizer
from .streams import report


@dataclass(frozen=True)
class _FilePrediction:
    """Attributes:
    whole: the prediction for all ink.
    digits: those of a number; none where it is one digit.
    cause: why it is neither a sure digit nor a number, where that is known.
    """

    file: str
    whole: Prediction
    digits: tuple[FoundDigit, ...]
    cause: Cause | None


def predict(args: Namespace) -> None:
    """Print the ten probabilities of each image or saved drawing; of each digit where there are several.

    A file that cannot be read does not stop the others. Each is printed at once, as JSON all at the end.

    Raises:
        DigitLabError: of the last file that could not be read, after all others.
    """
    _, recognizer = load_recognizer(args)
    finder = DigitFinder(recognizer)
    rows: list[dict[str, Any]] = []
    errors: list[DigitLabError] = []
    for file in all_image_files(args.images):
        try:
            result = _predict(recognizer, finder, file)
        except DigitLabError as error:
            errors.append(error)
            continue
        except OSError as error:
            errors.append(ImageError(tr("“{0}” cannot be read: {1}.", file, error.strerror)))
            continue
        if args.json:
            rows.append(_as_json(result))
        else:
            print("\n".join(_lines(result)))
    if args.json:
        print(json.dumps(rows))
    sys.stdout.flush()
    for each in errors[:-1]:
        report(each)
    if errors:
        raise errors[-1]


def _predict(recognizer: Recognizer, finder: DigitFinder, file: str | ImageError) -> _FilePrediction:
    """From the strokes of a saved drawing, from the pixels of any other image."""
    from ..ink.drawing_file import load_drawing
    from ..ink.images import read_image

    if isinstance(file, ImageError):
        raise file
    _check_kind(file)
    drawing = load_drawing(file)
    if drawing is None:
        grey = read_image(file)
        whole = recognizer.predict_image(grey)
        digits = finder.in_image(whole.stages.ink)
        cause = None if digits else unread_cause(grey, whole.stages.ink, whole.sure)
        return _FilePrediction(file, whole, digits, cause)
    strokes = drawing.strokes
    whole = recognizer.predict_drawing(strokes, drawing.brush_width)
    if whole.digit is None:
        return _FilePrediction(file, whole, (), Cause.NOTHING)
    digits = finder.in_drawing(strokes, drawing.brush_width)
    lines = not digits and drawn_on_several_lines(strokes, whole.sure)
    return _FilePrediction(file, whole, digits, Cause.LINES if lines else None)


def _check_kind(file: str) -> None:
    """Raises:
    ImageError: it is one of the program's other files.
    """
    if not is_file(file):
        # The reader says why it is none.
        return
    kind, name = file_kind(Path(file)), Path(file).name
    if kind is FileKind.WEIGHTS:
        raise ImageError(tr("“{0}” holds weights, not an image: give it after --weights.", name))
    if kind in (FileKind.DATA, FileKind.STROKES):
        raise ImageError(tr("“{0}” holds a dataset, not an image: use the command evaluate.", name))
    if kind in (FileKind.SETTINGS, FileKind.RUN):
        raise ImageError(tr("“{0}” belongs to a training and is not an image: open it in the window.", name))


def _lines(result: _FilePrediction) -> Iterator[str]:
    name = printable(result.file)
    if result.digits:
        yield from _number_lines(name, result.digits)
    elif result.cause is not None and (result.whole.sure or result.whole.digit is None):
        yield tr("{0}: no digit. {1}", name, result.cause.sentence())
    else:
        answer = f"{name}: {_answer(result.whole)}"
        yield answer if result.cause is None else tr("{0}. {1}", answer, result.cause.sentence())
        yield "  " + _ten(result.whole)


def _number_lines(name: str, digits: Sequence[FoundDigit]) -> Iterator[str]:
    unsure = [i for i, each in enumerate(digits, 1) if not each.prediction.sure]
    found = number_text(digits), len(digits), number_probability(digits)
    if unsure:
        yield tr("{0}: not sure of digit {1}: {2}, {3} digits ({4:.1%})", name, and_list(unsure), *found)
    else:
        yield tr("{0}: {1}, {2} digits ({3:.1%})", name, *found)
    for i, each in enumerate(digits, 1):
        yield "  " + tr("digit {0}: {1}", i, _answer(each.prediction))
        yield "    " + _ten(each.prediction)


def _answer(prediction: Prediction) -> str:
    if is_even(prediction.probabilities):
        return tr("all digits are about equally likely")
    probability = prediction.probabilities.max()
    if prediction.sure:
        return f"{prediction.digit} ({probability:.1%})"
    return tr("not sure, perhaps {0} ({1:.1%})", prediction.digit, probability)


def _ten(prediction: Prediction) -> str:
    return "  ".join(f"{digit}: {p:.4f}" for digit, p in enumerate(prediction.probabilities))


def _as_json(result: _FilePrediction) -> dict[str, Any]:
    """The keys are part of the output that other programs read. A number has "number" and "digits", and no "digit"."""
    found = [(each.prediction, each.box) for each in result.digits]
    if not found and result.whole.digit is not None and result.whole.stages.crop is not None:
        found = [(result.whole, result.whole.stages.crop)]
    digits = [{"box": [round(float(edge), 2) for edge in box]} | _values(each) for each, box in found]
    values = _values(result.whole)
    if result.digits:
        values |= {"digit": None, "sure": False, "number": number_text(result.digits)}
    if result.cause is not None:
        values |= {"sure": False, "cause": result.cause.value}
    return {"picture": result.file} | values | {"digits": digits}


def _values(prediction: Prediction) -> dict[str, Any]:
    probabilities = [round(float(p), 6) for p in prediction.probabilities]
    return {"digit": prediction.digit, "sure": prediction.sure, "probabilities": probabilities}
