"""What the command line does: evaluate, mistakes, predict and download, without a window. Training has its own file.

Each command returns nothing, prints its result to standard output, and raises DigitLabError with the sentence to
show where it cannot do what was asked.
"""

import itertools
import json
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path

import numpy as np
from tqdm import tqdm

from engine.data.dataset import BatchReader, Dataset
from engine.data.mnist import download_mnist, load_mnist_test
from engine.data.pen_strokes import load_pen, pen_dataset
from engine.evaluate.metrics import Scores, scores
from engine.nn.thread_pool import allowed_threads
from engine.paths import default_weights
from engine.recognizer import Prediction, Recognizer
from engine.types import FloatArray, IntArray
from engine.weights import load_weights

DIVERGED_ADVICE = "The loss has grown beyond all bounds: start again with a smaller learning rate."
# A checkpoint at each end of an epoch, but not more often than this.
_CHECKPOINT_SECONDS = 10.0
_VALIDATION_SEED = 0
_TINY = 1e-30


def _recognizer(weights: str | None) -> Recognizer:
    loaded = load_weights(weights or default_weights())
    return Recognizer(loaded.spec, loaded.params)


def evaluate_mnist(weights: str | None, folder: str | None, batch: int, as_json: bool) -> None:
    """Score weights on the 10,000 MNIST test digits, ``batch`` at a time."""
    recognizer, test = _recognizer(weights), load_mnist_test(folder)
    began = time.perf_counter()
    _print_scores(scores(dataset_probabilities(side_by_side(recognizer), test, batch), test.labels), began, as_json)


def side_by_side(recognizer: Recognizer) -> list[Recognizer]:
    """The recognizer, and its like for each other thread that there may be: some 100 MB for the largest network."""
    return [recognizer, *(recognizer.twin() for _ in range(allowed_threads() - 1))]


def dataset_probabilities(recognizers: Sequence[Recognizer], dataset: Dataset, batch: int = 100) -> FloatArray:
    """What a network says of each picture of a dataset: (N, 10).

    Args:
        recognizers: of the same network, a thread each.
        batch: pictures at a time, in each thread.
    """
    batch = min(batch, len(dataset))
    # Whole batches a thread: how many threads there are changes no number.
    shares = np.array_split(np.arange(0, len(dataset), batch), len(recognizers))
    stopped = threading.Event()

    def read(recognizer: Recognizer, starts: IntArray) -> list[FloatArray]:
        reader = BatchReader(dataset, batch)
        found = []
        for start in starts:
            if stopped.is_set():
                break
            part = np.arange(start, min(start + batch, len(dataset)))
            found.append(recognizer.probabilities(reader.read(part)[0]))
        return found

    with ThreadPoolExecutor(len(recognizers)) as pool:
        try:
            return np.concatenate(list(itertools.chain.from_iterable(pool.map(read, recognizers, shares))))
        finally:
            # Ctrl-C is not to wait for all that is left.
            stopped.set()


def evaluate_pen(weights: str | None, file: str, sites: Sequence[str], batch: int, as_json: bool) -> None:
    """Score weights on a file of pen strokes (of all sites, or of some), every drawing through the recognizer."""
    recognizer, pen = _recognizer(weights), load_pen(file).of_sites(sites)
    began = time.perf_counter()
    _print_scores(scores(recognizer.read_drawings(pen.drawings, batch), pen.labels), began, as_json)


def _print_scores(found: Scores, began: float, as_json: bool) -> None:
    seconds = time.perf_counter() - began
    if as_json:
        print(json.dumps(asdict(found) | {"seconds": round(seconds, 4)}))
        return
    print(f"accuracy {found.accuracy:.4f} of {found.n:,}, calibration error {found.ece:.4f}, {seconds:.2f} s")
    for digit, part in enumerate(found.per_class):
        print(f"  {digit}  {'none' if part is None else f'{part:.4f}'}")


def predict(weights: str | None, pictures: Sequence[str], as_json: bool) -> None:
    """Print the ten probabilities of each picture, and of each drawing that was saved."""
    recognizer = _recognizer(weights)
    answers = [(name, _read(recognizer, name)) for name in pictures]
    if as_json:
        found = [
            {
                "picture": name,
                "digit": answer.digit,
                "sure": answer.sure,
                "probabilities": [round(float(p), 6) for p in answer.probabilities],
            }
            for name, answer in answers
        ]
        print(json.dumps(found))
        return
    for name, answer in answers:
        if answer.digit is None:
            print(f"{name}: no digit, the picture is empty")
            continue
        doubt = "" if answer.sure else "not sure, perhaps "
        print(f"{name}: {doubt}{answer.digit} ({answer.probabilities[answer.digit]:.1%})")
        print("  " + "  ".join(f"{digit}: {p:.4f}" for digit, p in enumerate(answer.probabilities)))


def _read(recognizer: Recognizer, file: str) -> Prediction:
    """A drawing's own strokes where the file has them, and its pixels otherwise."""
    from engine.ink.drawing_file import load_drawing
    from engine.ink.images import read_image

    sketch = load_drawing(file)
    if sketch is None:
        return recognizer.read_image(read_image(file))
    return recognizer.read_drawing(sketch.strokes, sketch.brush_width)


def download(folder: str | None) -> None:
    """Fetch MNIST, with a progress bar."""
    with tqdm(total=0, unit="B", unit_scale=True, desc="MNIST", disable=None) as bar:

        def progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        where = download_mnist(folder, progress=progress)
    print(f"MNIST is in {where}")


def mistakes(
    weights: str | None, mnist: str | None, pen: str | None, sites: Sequence[str], out: str, rows: int
) -> None:
    """Save a picture of the commonest mistakes on a file of pen strokes, or else on the MNIST test digits."""
    # Pillow is loaded where a picture is.
    from engine.evaluate.error_sheet import check_png_target, confusions, draw_mistakes, save_png

    check_png_target(out)
    file = weights or default_weights()
    loaded = load_weights(file)
    recognizer = Recognizer(loaded.spec, loaded.params)
    if pen is not None:
        strokes = load_pen(pen).of_sites(sites)
        labels, data = strokes.labels, f"Pen strokes in {Path(pen).name}"
        groups = confusions(
            recognizer.read_drawings(strokes.drawings),
            labels,
            lambda which: pen_dataset(strokes.subset(which), "").images,
        )
    else:
        test = load_mnist_test(mnist)
        labels, data = test.labels, test.name
        groups = confusions(
            dataset_probabilities(side_by_side(recognizer), test), labels, lambda which: test.images[which]
        )
    save_png(out, draw_mistakes(loaded.name or Path(file).stem, data, len(labels), groups, rows))
    print(f"{out}: {sum(map(len, groups)):,} of {len(labels):,} were read wrong")
