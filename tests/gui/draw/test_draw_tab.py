"""Drawing with a mouse, a pen and a finger; images from files and the clipboard; what is shown."""

from pathlib import Path

import numpy as np
import pytest
from image_pixels import of, pixels
from PIL import Image, ImageDraw
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QSlider, QVBoxLayout, QWidget
from small_weights import biased_weights, random_weights
from window_shutdown import shut_down

from engine.ink.images import prepare_image, read_image
from engine.paths import default_weights
from engine.weights import Weights, load_weights
from gui.current_network import CurrentNetwork
from gui.draw.draw_tab import DrawTab
from gui.widgets.notice import Notice

SURE = biased_weights(p4=0.95, p9=0.04)
NOT_SURE = biased_weights(p4=0.381, p9=0.302)
NO_DIGIT = biased_weights(p4=0.28, p9=0.2)


@pytest.fixture
def tab(qtbot, actions, settings, theme) -> DrawTab:
    made = DrawTab(CurrentNetwork(random_weights(), None), actions, settings, theme)
    theme.style(made)
    qtbot.addWidget(made, before_close_func=shut_down)
    made.resize(1000, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.make_pages()
    return made


SEVEN = [(8, 6), (19, 6), (17, 11), (13, 22)]


def draw(tab: DrawTab, points: list[tuple[float, float]]) -> None:
    canvas = tab.canvas
    places = [canvas.from_canvas(*point).toPoint() for point in points]
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, places[0])
    for place in places[1:]:
        QTest.mouseMove(canvas, place)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, places[-1])


def use(tab: DrawTab, qtbot, weights: Weights) -> None:
    with qtbot.waitSignal(tab.predicted):
        tab._network.use(weights, None)


def texts(tab: DrawTab) -> dict[str, str]:
    return {name: tab.findChild(QLabel, name).text() for name in ("digit", "confidence", "second")}


def shows(widget: QWidget, colour: QColor) -> bool:
    """Whether any pixel of the widget has exactly this colour."""
    return bool((pixels(widget.grab().toImage()) == of(colour)).any())


def test_an_empty_canvas_shows_no_digit_but_a_hint(tab: DrawTab) -> None:
    assert tab.prediction is not None
    assert tab.prediction.digit is None
    assert tab.chart.winner is None
    assert not tab.chart.probabilities.any()
    assert texts(tab)["digit"] == ""
    assert "draw a digit" in texts(tab)["second"]


def test_a_drawing_is_predicted_as_by_the_engine(tab: DrawTab, qtbot) -> None:
    with qtbot.waitSignal(tab.predicted):
        draw(tab, SEVEN)
    expected = tab._network.recognizer.predict_drawing(tab.model.strokes(), 2.0)
    np.testing.assert_array_equal(tab.chart.probabilities, expected.probabilities)
    view = tab.pages.preprocessing.input_view
    qtbot.waitUntil(lambda: np.array_equal(view.pixels, expected.stages.centred))
    assert f"{expected.digit}: " in tab.chart.accessibleDescription()


def test_a_sure_prediction_is_shown_with_its_confidence(tab: DrawTab, qtbot, theme) -> None:
    use(tab, qtbot, SURE)
    with qtbot.waitSignal(tab.predicted):
        draw(tab, SEVEN)
    assert texts(tab) == {"digit": "4", "confidence": "95.0 %", "second": "or else 9, 4.0 %"}
    assert tab.chart.winner == 4
    assert shows(tab.findChild(QLabel, "digit"), theme.colour("text"))
    assert shows(tab.chart, theme.colour("winner"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_unsure_prediction_is_a_question_mark(tab: DrawTab, qtbot, theme, scheme: str) -> None:
    theme.choose(scheme)
    draw(tab, SEVEN)
    use(tab, qtbot, SURE)
    use(tab, qtbot, NOT_SURE)
    shown = texts(tab)
    assert (shown["digit"], shown["confidence"]) == ("?", "Not sure")
    assert shown["second"].replace("\u00a0", " ") == "perhaps 4 (38.1 %) or 9 (30.2 %)"
    digit = tab.findChild(QLabel, "digit")
    assert shows(digit, theme.colour("muted"))
    assert not shows(digit, theme.colour("text"))
    assert tab.chart.winner is None
    assert shows(tab.chart, theme.colour("bar"))
    assert not shows(tab.chart, theme.colour("winner"))
    assert "4: 38.1 %" in tab.chart.accessibleDescription()
    theme.choose({"light": "dark", "dark": "light"}[scheme])
    assert shows(digit, theme.colour("muted"))
    use(tab, qtbot, SURE)
    assert shows(digit, theme.colour("text"))


def test_without_a_likely_digit_none_is_named(tab: DrawTab, qtbot) -> None:
    draw(tab, [(14, 14)])
    use(tab, qtbot, NO_DIGIT)
    shown = texts(tab)
    assert (shown["digit"], shown["confidence"]) == ("?", "Not sure")
    assert shown["second"] == "The network does not recognise a digit."
    assert tab.chart.winner is None
    assert "4: 28.0 %" in tab.chart.accessibleDescription()


def test_numbers_that_say_nothing_are_left_out(tab: DrawTab, qtbot) -> None:
    draw(tab, SEVEN)
    use(tab, qtbot, biased_weights(p4=0.99996))
    assert (texts(tab)["confidence"], tab.findChild(QLabel, "second").isVisible()) == (">99.9 %", False)
    use(tab, qtbot, biased_weights(p4=0.998, p2=0.0006))
    assert texts(tab)["second"] == "or else 2, 0.1 %"


@pytest.mark.parametrize("most", [0.1, 0.11, 0.149])
def test_ten_about_equal_probabilities_name_no_digit(tab: DrawTab, qtbot, most: float) -> None:
    draw(tab, SEVEN)
    use(tab, qtbot, biased_weights(p6=most))
    assert texts(tab)["digit"] == "?"
    assert texts(tab)["second"] == "All digits are about equally likely."
    use(tab, qtbot, biased_weights(p6=0.25))
    assert texts(tab)["second"] == "The network does not recognise a digit."


def test_two_equal_probabilities_are_both_named(tab: DrawTab, qtbot) -> None:
    draw(tab, SEVEN)
    use(tab, qtbot, biased_weights(p4=0.45, p9=0.45))
    assert texts(tab)["second"].replace("\u00a0", " ") == "perhaps 4 (45.0 %) or 9 (45.0 %)"


@pytest.mark.parametrize("width", [900, 1000])
def test_the_layout_is_stable_between_sure_and_not_sure(tab: DrawTab, qtbot, width: int) -> None:
    tab.resize(width, 600)

    def places() -> list[QRect]:
        return [tab.findChild(QWidget, name).geometry() for name in ("digit", "confidence", "second")]

    QApplication.processEvents()
    bars = tab.chart.mapTo(tab, QPoint())
    draw(tab, SEVEN)
    found = []
    for weights in (SURE, NOT_SURE, NO_DIGIT, SURE):
        use(tab, qtbot, weights)
        QApplication.processEvents()
        found.append(places())
        second = tab.findChild(QLabel, "second")
        assert second.heightForWidth(second.width()) <= second.height(), second.text()
        assert tab.chart.mapTo(tab, QPoint()) == bars
    assert all(each == found[0] for each in found)


def test_the_canvas_keeps_the_focus_in_a_window_that_is_wide_from_the_start(qtbot, actions, settings, theme) -> None:
    """Otherwise the arrow keys would choose another network."""
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(QComboBox())
    tab = DrawTab(CurrentNetwork(random_weights(), None), actions, settings, theme)
    layout.addWidget(tab)
    tab.canvas.setFocus()
    window.resize(1600, 1000)
    window.show()
    assert window.focusWidget() is tab.canvas
    window.resize(1100, 700)
    assert window.focusWidget() is tab.canvas


def test_in_the_smallest_window_all_titles_of_the_pages_have_room(tab: DrawTab) -> None:
    tab.resize(900, 500)
    QApplication.processEvents()
    bar = tab.pages.tabBar()
    assert bar.tabRect(bar.count() - 1).right() < bar.width()


def test_the_bars_follow_while_the_pen_moves(tab: DrawTab, qtbot) -> None:
    places = [tab.canvas.from_canvas(*point).toPoint() for point in SEVEN]
    QTest.mousePress(tab.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, places[0])
    seen = []
    for place in places[1:]:
        with qtbot.waitSignal(tab.predicted):
            QTest.mouseMove(tab.canvas, place)
        seen.append(tab.chart.probabilities.copy())
    assert not np.array_equal(seen[0], seen[-1])
    QTest.mouseRelease(tab.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, places[-1])


def test_points_are_in_canvas_units_for_every_size(tab: DrawTab) -> None:
    for size in ((1000, 600), (700, 900)):
        tab.resize(*size)
        tab.model.clear()
        draw(tab, [(0.5, 0.5), (27.5, 27.5)])
        stroke = tab.model.content.strokes[0]
        np.testing.assert_allclose(stroke[[0, -1]], [[0.5, 0.5], [27.5, 27.5]], atol=0.06)


def test_beside_the_canvas_the_line_goes_on_as_it_is_drawn(tab: DrawTab) -> None:
    points = [(20, 20), (33, 22), (36, -6), (-4, 31), (5, 5)]
    draw(tab, points)
    np.testing.assert_allclose(tab.model.content.strokes[0], points, atol=0.06)


def test_far_beside_the_canvas_nothing_is_recorded(tab: DrawTab) -> None:
    draw(tab, [(20, 20), (26, 20), (60, 20), (14, -900), (26, 22), (5, 5)])
    np.testing.assert_allclose(tab.model.content.strokes[0], [(20, 20), (26, 20), (26, 22), (5, 5)], atol=0.06)
    draw(tab, [(5, 5), (9, 9), (70, 9)])
    np.testing.assert_allclose(tab.model.content.strokes[1], [(5, 5), (9, 9)], atol=0.06)


def test_a_finger_and_a_pen_go_on_beside_the_canvas(tab: DrawTab, qapp) -> None:
    device, canvas = QTest.createTouchDevice(), tab.canvas
    places = [canvas.from_canvas(*point).toPoint() for point in ((5, 5), (-6, 9))]
    QTest.touchEvent(canvas, device).press(0, places[0], canvas).commit()
    QTest.touchEvent(canvas, device).move(0, places[1], canvas).commit()
    QTest.touchEvent(canvas, device).release(0, places[1], canvas).commit()
    np.testing.assert_allclose(tab.model.content.strokes[0], [[5, 5], [-6, 9]], atol=0.06)


def test_a_one_with_its_flag_above_the_canvas_is_a_one(tab: DrawTab, qtbot) -> None:
    """Cut off at the edge, its flag is a horizontal line, and it is a 7."""
    tab._network.use(load_weights(default_weights()), default_weights())
    for across, height in ((0.0, 18.0), (1.5, 19.0)):
        tab.model.clear()
        # The corner lies a fifth of the height above the canvas.
        top, x = -0.2 * height, 17 + across
        flag, stem = np.linspace((x - 6, top + 6), (x, top), 12), np.linspace((x, top), (x - 1, top + height), 30)
        with qtbot.waitSignal(tab.predicted):
            draw(tab, [*map(tuple, flag.tolist()), *map(tuple, stem[1:].tolist())])
        assert tab._prediction_now().digit == 1
        assert tab.prediction.sure


def test_what_lies_beside_the_canvas_is_not_painted_there(tab: DrawTab, theme) -> None:
    canvas = tab.canvas
    canvas.setFixedHeight(300)  # narrower than wide: there is room beside the square
    for finished in (False, True):
        tab.model.begin(20, 14)
        tab.model.extend(34, 14)
        if finished:
            tab.model.end()
        image = canvas.grab().toImage()
        assert image.pixelColor(canvas.from_canvas(25, 14).toPoint()) == theme.colour("ink")
        assert image.pixelColor(canvas.from_canvas(29, 14).toPoint()) == theme.colour("window")


def test_only_the_left_button_draws(tab: DrawTab) -> None:
    place = tab.canvas.from_canvas(14, 14).toPoint()
    QTest.mousePress(tab.canvas, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, place)
    QTest.mouseRelease(tab.canvas, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, place)
    assert tab.model.content.empty


def test_a_pen_draws_between_the_pixels(tab: DrawTab, qapp) -> None:
    device = QPointingDevice.primaryPointingDevice()

    def pen(kind: QTabletEvent.Type, x: float, y: float) -> None:
        place = tab.canvas.from_canvas(x, y)
        buttons = Qt.MouseButton.NoButton if kind == QTabletEvent.Type.TabletRelease else Qt.MouseButton.LeftButton
        event = QTabletEvent(
            kind, device, place, QPointF(tab.canvas.mapToGlobal(place)), 1.0, 0, 0, 0, 0, 0,
            Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, buttons,
        )  # fmt: skip
        qapp.sendEvent(tab.canvas, event)

    pen(QTabletEvent.Type.TabletPress, 5.01, 5.02)
    pen(QTabletEvent.Type.TabletMove, 5.03, 5.05)
    pen(QTabletEvent.Type.TabletRelease, 5.06, 5.09)
    np.testing.assert_allclose(tab.model.content.strokes[0], [[5.01, 5.02], [5.03, 5.05], [5.06, 5.09]], atol=1e-4)


def test_the_first_finger_draws_and_the_others_do_not(tab: DrawTab) -> None:
    device = QTest.createTouchDevice()
    canvas = tab.canvas
    place = [canvas.from_canvas(*point).toPoint() for point in ((5, 5), (9, 9), (20, 20))]
    QTest.touchEvent(canvas, device).press(0, place[0], canvas).commit()
    QTest.touchEvent(canvas, device).move(0, place[1], canvas).press(1, place[2], canvas).commit()
    QTest.touchEvent(canvas, device).release(0, place[1], canvas).release(1, place[2], canvas).commit()
    assert len(tab.model.content.strokes) == 1
    np.testing.assert_allclose(tab.model.content.strokes[0], [[5, 5], [9, 9]], atol=0.06)


def test_a_finger_beside_the_canvas_draws_nothing(tab: DrawTab) -> None:
    canvas = tab.canvas
    canvas.setFixedHeight(200)  # narrower than wide: there is room beside the square
    beside = QPoint(canvas.width() - 3, 100)
    assert not canvas.square().contains(QPointF(beside))
    device = QTest.createTouchDevice()
    QTest.touchEvent(canvas, device).press(0, beside, canvas).commit()
    QTest.touchEvent(canvas, device).release(0, beside, canvas).commit()
    assert tab.model.content.empty


def test_the_prediction_and_a_problem_are_announced(tab: DrawTab, qtbot) -> None:
    digit = tab.findChild(QLabel, "digit")
    assert "draw a digit" in QAccessible.queryAccessibleInterface(digit).text(QAccessible.Text.Name)
    draw(tab, SEVEN)
    for weights, expected in (
        (SURE, "The network predicts 4"),
        (NOT_SURE, "The network is not sure: perhaps 4 or 9"),
        (NO_DIGIT, "The network does not recognise a digit."),
    ):
        use(tab, qtbot, weights)
        assert QAccessible.queryAccessibleInterface(digit).text(QAccessible.Text.Name) == expected
    notice = Notice()
    qtbot.addWidget(notice)
    notice.show_message("The disk is full.")
    text = notice.findChild(QLabel, "notice-text")
    assert QAccessible.queryAccessibleInterface(text).text(QAccessible.Text.Name) == "The disk is full."


def test_the_ink_is_painted_without_gaps(tab: DrawTab) -> None:
    draw(tab, [(4, 14), (24, 14)])
    image = tab.canvas.grab().toImage()
    ratio = image.devicePixelRatio()
    for x in np.linspace(4.2, 23.8, 200):
        place = (tab.canvas.from_canvas(float(x), 14) * ratio).toPoint()
        assert image.pixelColor(place).lightness() > 240


def test_undo_redo_and_clear_by_their_actions(tab: DrawTab, actions) -> None:
    assert not actions.undo.isEnabled()
    draw(tab, SEVEN)
    assert actions.undo.isEnabled()
    assert actions.clear.isEnabled()
    actions.undo.trigger()
    assert tab.model.content.empty
    actions.redo.trigger()
    actions.clear.trigger()
    assert tab.model.content.empty
    assert not actions.clear.isEnabled()


def test_actions_are_disabled_while_another_tab_is_in_front(tab: DrawTab, actions) -> None:
    draw(tab, SEVEN)
    tab.hide()
    assert not actions.clear.isEnabled()
    tab.show()
    assert actions.clear.isEnabled()


def test_a_thicker_line_is_shown_and_predicted_but_not_kept(tab: DrawTab, qtbot) -> None:
    draw(tab, SEVEN)
    tab._predict()
    before = tab.prediction.stages
    tab.findChild(QSlider, "transform-thickness").setValue(10)
    tab._predict()
    assert tab.prediction.stages.centred.sum() > 1.4 * before.centred.sum()
    assert tab.canvas.brush_width == 4
    tab.model.undo()
    assert tab.canvas.brush_width == 2
    tab.model.redo()
    assert tab.canvas.brush_width == 4
    with qtbot.waitSignal(tab.store.kept) as kept:
        tab.label(7)
    assert kept.args[0].brush == 2
    assert tab.canvas.brush_width == 2
    qtbot.waitUntil(lambda: not tab.busy)


def test_the_brush_width_is_stored_and_changes_no_prediction(tab: DrawTab, settings, qtbot) -> None:
    with qtbot.waitSignal(tab.predicted):
        draw(tab, SEVEN)
    before = tab.chart.probabilities.copy()
    tab.findChild(QSlider, "brush-width").setValue(35)
    assert tab.canvas.brush_width == 3.5
    assert settings.number("draw/brush", 2, 1, 4) == 3.5
    tab._predict()
    np.testing.assert_array_equal(before, tab.chart.probabilities)


def test_another_network_predicts_at_once(tab: DrawTab, qtbot) -> None:
    with qtbot.waitSignal(tab.predicted):
        draw(tab, SEVEN)
    before = tab.chart.probabilities.copy()
    with qtbot.waitSignal(tab.predicted):
        tab._network.use(random_weights(seed=5), None)
    assert not np.array_equal(before, tab.chart.probabilities)


@pytest.fixture
def image_file(tmp_path: Path) -> Path:
    image = Image.new("RGB", (120, 90), "white")
    ImageDraw.Draw(image).line([(40, 15), (75, 15), (50, 80)], fill="navy", width=6)
    image.save(tmp_path / "seven.png")
    return tmp_path / "seven.png"


def test_an_image_is_prepared_once_for_many_predictions(tab: DrawTab, qtbot, image_file: Path, monkeypatch) -> None:
    prepared = []
    monkeypatch.setattr(
        "engine.ink.images.prepare_image", lambda *given: prepared.append(given) or prepare_image(*given)
    )
    with qtbot.waitSignal(tab.predicted):
        tab.import_export.show(read_image(image_file))
    first = tab.prediction
    for seed in (1, 2):
        use(tab, qtbot, random_weights(seed))
    assert len(prepared) == 1
    assert tab.prediction.stages is first.stages
    expected = tab._network.recognizer.predict_image(read_image(image_file))
    np.testing.assert_array_equal(tab.prediction.probabilities, expected.probabilities)
    assert not np.array_equal(tab.prediction.probabilities, first.probabilities)
    with qtbot.waitSignal(tab.predicted):
        tab.model.show_image(1 - read_image(image_file))
    assert tab.prediction.stages is not first.stages


def test_an_empty_clipboard_is_reported_and_changes_nothing(tab: DrawTab, qtbot) -> None:
    draw(tab, SEVEN)
    before = tab.model.content
    with qtbot.waitSignal(tab.problem, check_params_cb=lambda text: "clipboard" in text):
        tab.import_export.take(QMimeData())
    assert tab.model.content is before


def test_a_blank_image_has_no_ink(tab: DrawTab, qtbot) -> None:
    with qtbot.waitSignal(tab.predicted):
        tab.import_export.show(np.full((50, 50), 0.8, np.float32))
    assert "Nothing stands out" in texts(tab)["second"]


def test_the_pixel_at_a_position(tab: DrawTab) -> None:
    view = tab.pages.preprocessing.input_view
    assert view.cell_at(QPointF(0, 0)) == (0, 0)
    assert view.cell_at(QPointF(view.width() - 1, 0)) == (0, 27)
    assert view.cell_at(QPointF(-1, 4)) is None
    QTest.mouseMove(view, QPoint(10, 10))


def test_both_themes_paint(tab: DrawTab, theme, qtbot) -> None:
    with qtbot.waitSignal(tab.predicted):
        draw(tab, SEVEN)
    light = tab.grab().toImage()
    theme.choose("dark")
    assert tab.grab().toImage() != light
