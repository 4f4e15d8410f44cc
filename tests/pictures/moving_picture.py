"""The moving picture of the README: a digit is drawn, then a network is trained at slow speed."""

from collections.abc import Iterator

from layout_walk import settle
from PySide6.QtGui import QImage

from engine.jobs.protocol import Speed
from engine.nn.network_spec import NetworkSpec
from engine.train.config import TrainConfig
from gui.training.session import State
from tests.pictures.drawn_digits import strokes_of
from tests.pictures.shown_program import SIZE, ShownProgram

_SIZE = 940, 640
# Milliseconds of a frame, and of the last one of a scene.
_FRAME, _LAST = 110, 2_200
_POINTS = 6
_TRAINING_FRAMES = 16
_BETWEEN_MS = 600
# Until there is a curve.
_FIRST_MS = 1_500


def record(program: ShownProgram) -> list[tuple[QImage, int]]:
    """The frames and their milliseconds."""
    program.window.resize(*_SIZE)
    frames = [*_with_last(_drawing(program)), *_with_last(_training(program))]
    program.window.resize(*SIZE)
    return frames


def _with_last(images: Iterator[QImage]) -> Iterator[tuple[QImage, int]]:
    *first, last = images
    yield from ((each, _FRAME) for each in first)
    yield last, _LAST


def _drawing(program: ShownProgram) -> Iterator[QImage]:
    tab = program.window.draw_tab
    program.window.show_draw_tab()
    tab.model.clear()
    program.use_shipped_weights("three-layer")
    program.open(tab.pages.network)
    yield program.picture()
    for stroke in strokes_of(3):
        tab.model.begin(*map(float, stroke[0]))
        for i in range(1, len(stroke)):
            tab.model.extend(*map(float, stroke[i]))
            if i % _POINTS == 0:
                program.wait(80)
                yield program.picture()
        tab.model.end()
    program.wait(150)
    yield program.picture()


def _training(program: ShownProgram) -> Iterator[QImage]:
    window = program.window
    window.show_train_tab()
    program.open(window.train_tab.pages.curves)
    settle()
    program.train(
        NetworkSpec.mlp((50,), "relu"),
        TrainConfig(epochs=1, evaluate_every=20, evaluation_samples=1_000),
        Speed.TWENTY_FIVE,
    )
    program.wait_until(lambda: window.session.state is State.RUNNING)
    program.wait(_FIRST_MS)
    for _ in range(_TRAINING_FRAMES):
        program.wait(_BETWEEN_MS)
        yield program.picture()
    window.session.stop()
    program.wait_for_training()
    yield program.picture()
