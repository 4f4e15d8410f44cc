"""Files of one drawing: JSON, SVG and PNG."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from engine.data.pen_strokes import distort_drawing
from engine.digit_finder import DigitFinder, drawn_on_several_lines, may_be_several
from engine.drawings import DrawingStore
from engine.ink.drawing_file import SavedDrawing, load_drawing, save_drawing
from engine.ink.images import read_image
from engine.io.file_kind import file_kind
from tests.fuzz.checks import check, check_predictions, recognizer
from tests.fuzz.target import Files, Target


def use(path: Path) -> None:
    """Predicted, searched for several digits, varied, saved in each format and opened again, stored."""
    file_kind(path)
    drawing = load_drawing(path)
    if drawing is None:
        read_image(path)
        return
    strokes = drawing.strokes
    prediction = recognizer().predict_drawing(strokes, drawing.brush_width)
    check_predictions(prediction.probabilities)
    check(np.isfinite(prediction.stages.ink).all(), "ink that is not finite")
    if may_be_several(strokes):
        DigitFinder(recognizer()).in_drawing(strokes, drawing.brush_width)
    drawn_on_several_lines(strokes, prediction.sure)
    distort_drawing(strokes, np.random.default_rng(0))
    for ending in (".json", ".svg", ".png"):
        again = path.with_name(f"again{ending}")
        save_drawing(again, drawing)
        loaded = load_drawing(again)
        check(loaded is not None and _same(drawing, loaded), f"saved as {ending} and opened again, it is another one")
    store = DrawingStore(path.with_name("drawings"))
    store.add(strokes, 4, drawing.brush_width, prediction.digit, float(prediction.probabilities.max()))
    check(_same(SavedDrawing(store.all()[0].strokes, drawing.brush_width), drawing), "stored, it is another one")


def _same(one: SavedDrawing, other: SavedDrawing) -> bool:
    pairs = zip(one.strokes, other.strokes, strict=False)
    return (
        one.brush_width == other.brush_width
        and len(one.strokes) == len(other.strokes)
        and all(np.array_equal(a, b) for a, b in pairs)
    )


def _seeds() -> Sequence[Files]:
    four = [np.array([[12, 4], [6, 16], [20, 16]], np.float32), np.array([[16, 10], [16, 24.125]], np.float32)]
    number = [*four, np.array([[26, 5], [26, 24]], np.float32), np.array([[4, 25.5]], np.float32)]
    made: list[Files] = []
    with tempfile.TemporaryDirectory() as folder:
        for strokes in (four, number):
            for ending in (".json", ".svg", ".png"):
                save_drawing(Path(folder) / f"a{ending}", SavedDrawing(strokes, 2.0))
                made.append({f"a{ending}": (Path(folder) / f"a{ending}").read_bytes()})
    return made


TARGETS = (Target("drawing", _seeds, use, 600),)
