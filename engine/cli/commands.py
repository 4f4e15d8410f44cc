"""The commands evaluate, mistakes, predict and download. ``train`` has its own file.

Each returns nothing, prints its result to standard output, and raises DigitLabError with a sentence for the user where
it cannot do what was asked.
"""

import json
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from tqdm import tqdm

from engine.data.mnist import download_mnist, load_mnist_test
from engine.data.pen_strokes import load_pen, pen_dataset
from engine.evaluate.metrics import Scores, scores
from engine.paths import default_weights
from engine.recognizer import Prediction, Recognizer
from engine.weights import load_weights


def _recognizer(weights: str | None) -> Recognizer:
    loaded = load_weights(weights or default_weights())
    return Recognizer(loaded.spec, loaded.params)


def evaluate_mnist(weights: str | None, folder: str | None, batch: int, as_json: bool) -> None:
    """Score weights on the 10,000 MNIST test digits, ``batch`` at a time."""
    recognizer, test = _recognizer(weights), load_mnist_test(folder)
    start = time.perf_counter()
    _print_scores(scores(recognizer.predict_dataset(test, batch), test.labels), start, as_json)


def evaluate_pen(weights: str | None, file: str, sites: Sequence[str], batch: int, as_json: bool) -> None:
    """Score weights on a file of pen strokes (of all sites, or of some), ``batch`` drawings at a time."""
    recognizer, pen = _recognizer(weights), load_pen(file).of_sites(sites)
    start = time.perf_counter()
    _print_scores(scores(recognizer.predict_drawings(pen.drawings, batch), pen.labels), start, as_json)


def _print_scores(found: Scores, start: float, as_json: bool) -> None:
    seconds = time.perf_counter() - start
    if as_json:
        print(json.dumps(asdict(found) | {"seconds": round(seconds, 4)}))
        return
    print(f"accuracy {found.accuracy:.4f} of {found.n:,}, calibration error {found.ece:.4f}, {seconds:.2f} s")
    for digit, accuracy in enumerate(found.per_class):
        print(f"  {digit}  {'none' if accuracy is None else f'{accuracy:.4f}'}")


def predict(weights: str | None, files: Sequence[str], as_json: bool) -> None:
    """Print the ten probabilities of each image or saved drawing."""
    recognizer = _recognizer(weights)
    predictions = [(file, _predict(recognizer, file)) for file in files]
    if as_json:
        found = [
            {
                "picture": file,
                "digit": prediction.digit,
                "sure": prediction.sure,
                "probabilities": [round(float(p), 6) for p in prediction.probabilities],
            }
            for file, prediction in predictions
        ]
        print(json.dumps(found))
        return
    for file, prediction in predictions:
        if prediction.digit is None:
            print(f"{file}: no digit, the image is empty")
            continue
        doubt = "" if prediction.sure else "not sure, perhaps "
        print(f"{file}: {doubt}{prediction.digit} ({prediction.probabilities[prediction.digit]:.1%})")
        print("  " + "  ".join(f"{digit}: {p:.4f}" for digit, p in enumerate(prediction.probabilities)))


def _predict(recognizer: Recognizer, file: str) -> Prediction:
    """Of a saved drawing the strokes, of any other image the pixels."""
    from engine.ink.drawing_file import load_drawing
    from engine.ink.images import read_image

    sketch = load_drawing(file)
    if sketch is None:
        return recognizer.predict_image(read_image(file))
    return recognizer.predict_drawing(sketch.strokes, sketch.brush_width)


def download(folder: str | None) -> None:
    """Download MNIST, with a progress bar."""
    with tqdm(total=0, unit="B", unit_scale=True, desc="MNIST", disable=None) as bar:

        def progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        where = download_mnist(folder, progress=progress)
    print(f"MNIST is in {where}")


def mistakes(
    weights: str | None, mnist: str | None, pen: str | None, sites: Sequence[str], out: str, rows: int
) -> None:
    """Save the error sheet of a file of pen strokes, or else of the MNIST test digits."""
    # Pillow is only loaded by commands that need it.
    from engine.evaluate.error_sheet import check_png_target, confusions, draw_error_sheet, save_png

    check_png_target(out)
    file = weights or default_weights()
    loaded = load_weights(file)
    recognizer = Recognizer(loaded.spec, loaded.params)
    if pen is not None:
        strokes = load_pen(pen).of_sites(sites)
        labels, data = strokes.labels, f"Pen strokes in {Path(pen).name}"
        probabilities = recognizer.predict_drawings(strokes.drawings)
        groups = confusions(probabilities, labels, lambda which: pen_dataset(strokes.subset(which), "").images)
    else:
        test = load_mnist_test(mnist)
        labels, data = test.labels, test.name
        groups = confusions(recognizer.predict_dataset(test), labels, lambda which: test.images[which])
    save_png(out, draw_error_sheet(loaded.name or Path(file).stem, data, len(labels), groups, rows))
    print(f"{out}: {sum(map(len, groups)):,} of {len(labels):,} predicted wrongly")
