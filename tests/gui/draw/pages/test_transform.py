"""Transforming a drawing by sliders, undone in one step."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from page_context import page_context, weights_of
from PySide6.QtWidgets import QLabel, QPushButton, QSlider

from engine.explain.shift_map import ShiftMap, shift_map
from engine.ink.pose import Pose, apply_pose
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.recognizer import Prediction, Recognizer
from engine.types import FloatArray
from gui.draw.drawing_model import DrawingModel
from gui.draw.pages import transform
from gui.draw.pages.page import PageContext
from gui.draw.pages.shift_map_view import shifts_text
from gui.draw.pages.transform import TransformPage


@pytest.fixture
def model() -> DrawingModel:
    made = DrawingModel()
    yield made
    made.deleteLater()


@pytest.fixture
def context(qapp, model: DrawingModel, tmp_path: Path) -> PageContext:
    return replace(page_context(recognizer(), tmp_path), model=model)


@pytest.fixture
def page(qtbot, context: PageContext) -> TransformPage:
    made = TransformPage(context)

    def end(page: TransformPage) -> None:
        page.shut_down()
        context.explanations.cancel()
        qtbot.waitUntil(lambda: not context.explanations.busy)

    qtbot.addWidget(made, before_close_func=end)
    made.show()
    return made


def recognizer(seed: int = 0) -> Recognizer:
    network = Network(NetworkSpec.mlp((20,), "relu"))
    network.initialize(np.random.default_rng(seed))
    return Recognizer(network.spec, network.snapshot(), max_batch=1)


def draw(model: DrawingModel) -> None:
    model.begin(8, 8)
    model.extend(20, 18)
    model.end()


def show(page: TransformPage, prediction: Prediction) -> None:
    page.show_prediction(prediction, prediction.stages)


def slide(page: TransformPage, name: str, value: int) -> None:
    page.findChild(QSlider, f"transform-{name}").setValue(value)


def test_without_strokes_the_sliders_are_disabled(page: TransformPage, model: DrawingModel) -> None:
    assert not page.findChild(QSlider, "transform-rotate").isEnabled()
    assert not page.findChild(QPushButton, "transform-reset").isEnabled()
    draw(model)
    assert page.findChild(QSlider, "transform-rotate").isEnabled()
    model.show_image(np.zeros((28, 28), np.float32))
    assert not page.findChild(QSlider, "transform-rotate").isEnabled()
    assert "no strokes" in page.findChild(QLabel, "transform-text").text()


def test_the_strokes_follow_the_sliders(page: TransformPage, model: DrawingModel) -> None:
    draw(model)
    before = model.content.strokes
    slide(page, "rotate", 40)
    slide(page, "right", -6)
    slide(page, "scale", 10)
    slide(page, "jitter", 3)
    assert page.pose == Pose(right=-3, turn=40, scale=2, noise=0.3)
    for stroke, expected in zip(model.content.strokes, apply_pose(before, page.pose), strict=True):
        np.testing.assert_array_equal(stroke, expected)


def test_all_transforms_are_one_step_of_undo(page: TransformPage, model: DrawingModel) -> None:
    draw(model)
    before = model.content
    for value in (5, 10, 40):
        slide(page, "rotate", value)
    slide(page, "down", 4)
    model.undo()
    assert model.content is before
    assert page.pose == Pose()
    model.redo()
    assert page.pose == Pose()  # the sliders start at 0 for what is there now
    assert not np.array_equal(model.content.strokes[0], before.strokes[0])
    model.undo()
    model.undo()
    assert model.content.empty


def test_after_another_stroke_the_sliders_start_at_0(page: TransformPage, model: DrawingModel) -> None:
    draw(model)
    slide(page, "rotate", 40)
    rotated = model.content.strokes[0]
    draw(model)
    assert page.pose == Pose()
    assert model.content.strokes[0] is rotated
    slide(page, "right", 2)
    np.testing.assert_allclose(model.content.strokes[0], rotated + np.array([1, 0]), atol=1e-5)


def test_reset_restores_the_drawing(page: TransformPage, model: DrawingModel) -> None:
    draw(model)
    before = model.content.strokes[0]
    slide(page, "scale", -10)
    reset = page.findChild(QPushButton, "transform-reset")
    assert reset.isEnabled()
    reset.click()
    assert page.pose == Pose()
    np.testing.assert_array_equal(model.content.strokes[0], before)
    assert not reset.isEnabled()


def test_the_numbers_beside_the_sliders(page: TransformPage, model: DrawingModel) -> None:
    draw(model)
    slide(page, "rotate", -30)
    slide(page, "scale", -10)
    texts = {name: value.text() for name, value in page._labels.items()}
    assert (texts["rotate"], texts["scale"], texts["right"]) == ("-30°", "50%", "+0.0")


def test_the_map_shows_for_which_shifts_the_prediction_stays(page: TransformPage, model: DrawingModel, qtbot) -> None:
    draw(model)
    prediction = recognizer().predict_drawing(model.strokes())
    show(page, prediction)
    assert page.shifts.map is None
    qtbot.waitUntil(lambda: page.shifts.map is not None)
    network = Network(recognizer().spec, 32)
    network.load(recognizer().params)
    expected = shift_map(network, prediction.stages.centred)
    np.testing.assert_array_equal(page.shifts.map.digits, expected.digits)
    assert page.findChild(QLabel, "shift-map-text").text() == shifts_text(expected, None)
    assert not prediction.sure
    assert page.shifts.map.digits[8, 8] == prediction.digit
    page.shifts.grab()
    show(page, recognizer().predict_drawing([]))
    assert page.shifts.map is None
    assert page.findChild(QLabel, "shift-map-text").text() == ""


def test_a_map_of_the_drawing_before_is_not_shown(page: TransformPage, model: DrawingModel, qtbot, monkeypatch) -> None:
    started, go = threading.Event(), threading.Event()
    images: list[FloatArray] = []

    def slow(network: Network, image: FloatArray, keep_going: Callable[[], bool]) -> ShiftMap | None:
        images.append(image)
        started.set()
        assert go.wait(20)
        return shift_map(network, image, keep_going=keep_going)

    monkeypatch.setattr(transform, "shift_map", slow)
    draw(model)
    show(page, recognizer().predict_drawing(model.strokes()))
    qtbot.waitUntil(started.is_set)
    model.show_strokes([np.array([(14, 4), (14, 24)], np.float32)])
    prediction = recognizer().predict_drawing(model.strokes())
    show(page, prediction)
    go.set()
    qtbot.waitUntil(lambda: page.shifts.map is not None)
    np.testing.assert_array_equal(images[-1], prediction.stages.centred)


def test_a_map_of_another_network_is_not_shown(
    context: PageContext, page: TransformPage, model: DrawingModel, qtbot, monkeypatch
) -> None:
    draw(model)
    show(page, recognizer().predict_drawing(model.strokes()))
    qtbot.waitUntil(lambda: page.shifts.map is not None)
    started, go = threading.Event(), threading.Event()

    def slow(network: Network, image: FloatArray, keep_going: Callable[[], bool]) -> ShiftMap | None:
        started.set()
        assert go.wait(20)
        return shift_map(network, image, keep_going=lambda: True)

    monkeypatch.setattr(transform, "shift_map", slow)
    show(page, recognizer().predict_drawing(model.strokes()))
    qtbot.waitUntil(started.is_set)
    other = recognizer(1)
    context.network.use(weights_of(other), None)
    assert page.shifts.map is None
    prediction = other.predict_drawing(model.strokes())
    show(page, prediction)
    go.set()
    qtbot.waitUntil(lambda: page.shifts.map is not None)
    network = Network(other.spec, 32)
    network.load(other.params)
    expected = shift_map(network, prediction.stages.centred)
    np.testing.assert_allclose(page.shifts.map.probabilities, expected.probabilities, atol=1e-5)


def test_an_empty_canvas_has_no_map(page: TransformPage, model: DrawingModel, qtbot) -> None:
    draw(model)
    show(page, recognizer().predict_drawing(model.strokes()))
    show(page, recognizer().predict_drawing([]))
    qtbot.wait(300)
    assert page.shifts.map is None
    assert page.findChild(QLabel, "shift-map-text").text() == ""


def test_undo_reverts_the_thickness_too(page: TransformPage, model: DrawingModel) -> None:
    draw(model)
    before = model.content
    slide(page, "thickness", 10)
    assert page.thickness == 2
    assert model.thickness == 2
    model.undo()
    assert model.content is before
    assert page.thickness == model.thickness == 1
    slide(page, "thickness", -10)
    assert page.thickness == model.thickness == 0.5
    draw(model)
    assert page.thickness == model.thickness == 1


def test_redo_restores_the_thickness_and_it_can_be_changed_further(page: TransformPage, model: DrawingModel) -> None:
    draw(model)
    slide(page, "thickness", 10)
    model.undo()
    model.redo()
    assert model.thickness == 2
    slide(page, "thickness", 5)
    slide(page, "thickness", -10)
    assert model.thickness == 1
    model.undo()
    assert model.thickness == 2
