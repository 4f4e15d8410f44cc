"""What the pictures show. Each scene yields the name of a picture when the window shows it."""

from collections.abc import Callable, Iterator

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider

from engine.data.synthetic.digits import synthetic_drawing
from engine.jobs.protocol import Speed
from engine.nn.network_spec import NetworkSpec
from engine.train.config import TrainConfig
from gui.learn.formula_view import FormulaView
from tests.pictures.drawn_digits import strokes_of
from tests.pictures.shown_program import ShownProgram

_NETWORK = NetworkSpec.mlp((50,), "relu")
# Drawings on the page "My handwriting".
_LABELLED = 24


def draw(program: ShownProgram) -> Iterator[str]:
    """The drawing tab and its pages."""
    tab = program.window.draw_tab
    pages = tab.pages
    program.draw([*strokes_of(4, 0.6, right=-6), *strokes_of(2, 0.6, right=6)])
    program.open(pages.preprocessing)
    yield "draw"
    program.draw(strokes_of(3))
    program.open(pages.network)
    yield "network"
    pages.network.make().show_calculation(len(program.window.network.shown.spec.layers) - 1, 3)
    program.wait(200)
    yield "calculation"
    pages.network.make().close_calculation()
    program.open(pages.attribution)
    pages.attribution.make().choose(3)
    program.wait_until(lambda: not tab.busy)
    yield "attribution"
    program.open(pages.transform)
    program.wait_until(lambda: not tab.busy)
    program.wait(1_500)
    rotation = tab.findChild(QSlider, "transform-rotate")
    assert rotation is not None
    rotation.setValue(25)
    program.wait_until(lambda: pages.transform.make().shifts.map is None)
    program.wait_until(lambda: pages.transform.make().shifts.map is not None)
    yield "transform"
    program.theme.choose("dark")
    program.draw(strokes_of(8))
    program.open(pages.network)
    program.wait(200)
    yield "dark"
    program.theme.choose("light")


def training(program: ShownProgram) -> Iterator[str]:
    """The training tab and its pages."""
    window = program.window
    program.draw(strokes_of(7))
    window.show_train_tab()
    pages = window.train_tab.pages
    config = TrainConfig(epochs=8)
    program.train(NetworkSpec.mlp((50,), "sigmoid", "std"), config)
    program.wait_for_training()
    program.open(pages.step)
    program.train(_NETWORK, config, Speed.FIVE)
    program.wait_until(lambda: not window.session.busy or pages.step.make().message == "")
    program.wait(1_500)
    window.session.pause()
    program.wait(500)
    yield "step"
    window.session.set_speed(Speed.FULL)
    window.session.resume()
    program.wait_for_training()
    program.open(pages.curves)
    yield "train"
    program.open(pages.layers)
    program.wait(500)
    yield "layers"
    program.open(pages.map)
    program.wait_until(lambda: not pages.map.busy)
    QTest.keyClick(pages.map.view, Qt.Key.Key_Right)
    program.wait(500)
    yield "map"
    assert pages.runs is not None
    program.open(pages.runs)
    program.wait_until(lambda: not pages.busy)
    for shown in window.session.store.runs() if window.session.store else ():
        pages.runs.model.show_run(shown.id)
    pages.runs.details.pages.choose(1)
    program.wait(500)
    yield "runs"
    program.open(pages.errors)
    program.wait_until(lambda: not pages.busy)
    program.wait(500)
    yield "errors"
    program.open(pages.data)
    program.wait_until(lambda: not window.train_tab.busy)
    program.wait(500)
    yield "data"


def lessons(program: ShownProgram) -> Iterator[str]:
    """Some lessons of the Learn tab."""
    window = program.window
    window.show_learn_tab()
    for name in ("perceptron_line", "computation_graph", "optimizer_paths", "sliding_kernel"):
        window.learn_tab.open(name)
        program.wait(800)
        formulas = [each for each in window.learn_tab.findChildren(FormulaView) if each.isVisible()]
        program.wait_until(lambda formulas=formulas: all(each.complete for each in formulas))
        yield f"lesson-{name.replace('_', '-')}"


def handwriting(program: ShownProgram) -> Iterator[str]:
    """Labelled drawings."""
    tab = program.window.draw_tab
    program.use_shipped_weights("default")
    program.window.show_draw_tab()
    rng = np.random.default_rng(0)
    for i in range(_LABELLED):
        program.draw(synthetic_drawing(i % 10, rng))
        tab.label(i % 10)
        program.wait_until(lambda: not tab.store.busy)
    program.open(tab.pages.handwriting)
    program.wait(500)
    yield "handwriting"


SCENES: dict[str, Callable[[ShownProgram], Iterator[str]]] = {
    "draw": draw,
    "lessons": lessons,
    "training": training,
    "handwriting": handwriting,
}
