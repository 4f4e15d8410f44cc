"""Preprocessing: its images, and the prediction where a step is switched off."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel
from window_shutdown import shut_down

from engine.ink.preprocess import ALL_STEPS, STROKE_WIDTH, Steps, prepare_drawing
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.recognizer import Recognizer
from engine.weights import Weights
from gui.current_network import CurrentNetwork
from gui.draw.answer_text import answered
from gui.draw.draw_tab import DrawTab
from gui.draw.probability_chart import Comparison, ProbabilityChart


def predicts_where_the_ink_is() -> Weights:
    """Predicts 1 where the ink is in the upper half of the image, 2 where it is in the lower half."""
    spec = NetworkSpec.mlp(())
    network = Network(spec)
    W = np.zeros((28, 28, 10), np.float32)
    W[:14, :, 1] = W[14:, :, 2] = 0.1
    network.load({"W1": W.reshape(784, 10), "b1": np.zeros(10, np.float32)})
    return Weights(spec, network.snapshot(), name="half")


@pytest.fixture
def tab(qtbot, actions, settings, theme) -> DrawTab:
    made = DrawTab(CurrentNetwork(predicts_where_the_ink_is(), None), actions, settings, theme)
    qtbot.addWidget(made, before_close_func=shut_down)
    made.resize(1000, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def draw(tab: DrawTab, qtbot, points: list[tuple[float, float]]) -> None:
    with qtbot.waitSignal(tab.predicted):
        tab.model.begin(*points[0])
        for point in points[1:]:
            tab.model.extend(*point)
        tab.model.end()


def switch(tab: DrawTab, qtbot, name: str) -> None:
    box = tab.findChild(QCheckBox, f"step-{name}")
    with qtbot.waitSignal(tab.predicted):
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))


# In the upper half of the canvas; centred, most of it is in the lower half of its image.
UPPER = [(10, 2), (11, 8), (10, 9), (13, 9), (16, 9), (10, 9.5), (16, 9.5)]


def test_the_four_images_are_the_stages(tab: DrawTab, qtbot) -> None:
    draw(tab, qtbot, UPPER)
    page, stages = tab.pages.preprocessing, prepare_drawing(tab.model.strokes(), STROKE_WIDTH)
    qtbot.waitUntil(lambda: np.array_equal(page.input_view.pixels, stages.centred))
    for view, image in ((page.ink, stages.ink), (page.scaled, stages.scaled), (page.input_view, stages.centred)):
        np.testing.assert_array_equal(view.pixels, image)
    assert page.crop.box == stages.crop
    assert tab.chart.comparison is None
    assert not tab.findChild(QLabel, "compared").isVisible()


def test_a_step_switched_off_is_compared_and_does_not_change_the_prediction(tab: DrawTab, qtbot) -> None:
    draw(tab, qtbot, UPPER)
    answer = tab.chart.probabilities.copy()
    for name in ("crop", "centre"):
        switch(tab, qtbot, name)
    steps = Steps(crop=False, scale=True, centre=False)
    assert tab.pages.preprocessing.steps == steps
    weights = tab._network.weights
    reader = Recognizer(weights.spec, weights.params)
    expected = reader.predict_drawing(tab.model.strokes(), STROKE_WIDTH, steps)
    assert expected.digit == 1
    np.testing.assert_array_equal(tab.chart.probabilities, answer)
    np.testing.assert_array_equal(tab.chart.comparison.probabilities, expected.probabilities)
    view = tab.pages.preprocessing.input_view
    qtbot.waitUntil(lambda: np.array_equal(view.pixels, expected.stages.centred))
    assert tab.pages.preprocessing.crop.box is None
    compared = tab.findChild(QLabel, "compared")
    assert compared.isVisible()
    assert compared.text().startswith("not sure, perhaps 1 (")
    assert compared.text().endswith("without cropping and centring")
    assert compared.font().bold() == tab.prediction.sure
    assert "without cropping and centring: 0: " in tab.chart.accessibleDescription()
    for name in ("crop", "centre"):
        switch(tab, qtbot, name)
    assert tab.pages.preprocessing.steps == ALL_STEPS
    assert tab.chart.comparison is None


def test_where_they_disagree_it_is_shown_in_bold(tab: DrawTab, qtbot) -> None:
    draw(tab, qtbot, [(4, 2), (20, 2), (12, 2.5), (12, 8)])
    switch(tab, qtbot, "scale")
    switch(tab, qtbot, "crop")
    switch(tab, qtbot, "centre")
    bold = tab.findChild(QLabel, "compared").font().bold()
    assert bold
    assert answered(tab.chart.comparison.probabilities) == 1
    assert not tab.prediction.sure


def test_an_empty_canvas_is_compared_with_nothing(tab: DrawTab, qtbot) -> None:
    switch(tab, qtbot, "scale")
    assert tab.chart.comparison is None
    assert not tab.pages.preprocessing.input_view.pixels.any()


def test_a_prepared_image_has_been_through_all_steps(tab: DrawTab, qtbot) -> None:
    switch(tab, qtbot, "centre")
    with qtbot.waitSignal(tab.predicted):
        tab.model.show_image(np.eye(28, dtype=np.float32), prepared=True)
    assert tab.chart.comparison is None
    assert not tab.findChild(QCheckBox, "step-centre").isEnabled()
    draw(tab, qtbot, UPPER)
    assert tab.findChild(QCheckBox, "step-centre").isEnabled()
    assert tab.chart.comparison is not None


def test_the_images_are_as_large_as_there_is_room_for(tab: DrawTab, qtbot) -> None:
    sides = []
    for size in ((900, 560), (1400, 800)):
        tab.resize(*size)
        qtbot.wait(20)
        page = tab.pages.preprocessing
        sides.append(page.ink.width())
        assert page.input_view.geometry().right() <= page.width()
    assert sides[0] < sides[1]


def test_the_chart_shows_both_and_numbers_only_the_highest(qtbot, theme) -> None:
    chart = ProbabilityChart(theme)
    qtbot.addWidget(chart)
    mine, other = np.full(10, 0.02, np.float32), np.full(10, 0.02, np.float32)
    mine[3], other[8] = 0.82, 0.82
    chart.show_probabilities(mine, 3, Comparison("otherwise", other))
    assert chart.labels == {3: "82.0", 8: "82.0"}
    chart.show_probabilities(mine, 3)
    assert chart.labels == {digit: "82.0" if digit == 3 else "2.0" for digit in range(10)}


def test_in_a_high_page_the_images_are_side_by_side_and_the_titles_below_them(tab: DrawTab, qtbot) -> None:
    page = tab.pages.preprocessing
    tab.resize(1300, 1400)
    qtbot.waitUntil(lambda: page.height() > 500 and page.layout().geometry().height() == page.height())
    assert len({view.y() for view in (page.ink, page.crop, page.scaled, page.input_view)}) == 1
    text = page.findChild(QLabel, "steps-text")
    assert 0 < text.y() - page.ink.geometry().bottom() < 60
