"""Several digits in the drawing tab: found, framed, chosen, labelled."""

from collections.abc import Callable
from threading import Event

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from small_weights import biased_weights
from window_shutdown import shut_down

from engine.digit_finder import DigitFinder
from engine.ink.strokes import curve, render
from engine.paths import default_weights
from engine.weights import load_weights
from gui.current_network import CurrentNetwork
from gui.draw.draw_tab import DrawTab

TWO = [(3, 9), (4, 7.5), (6, 7), (8, 8), (8, 10), (5, 13), (3, 16), (8.5, 16)]
ONE = [(14, 7), (14, 16)]
ZERO = [(21, 7), (19, 8), (18, 11), (19, 15), (21, 16), (23, 15), (24, 11), (23, 8), (21, 7)]


@pytest.fixture
def tab(qtbot, actions, settings, theme) -> DrawTab:
    path = default_weights()
    made = DrawTab(CurrentNetwork(load_weights(path), path), actions, settings, theme)
    qtbot.addWidget(made, before_close_func=shut_down)
    made.resize(1000, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def place(tab: DrawTab, point: tuple[float, float]) -> QPoint:
    return tab.canvas.from_canvas(*point).toPoint()


def draw(tab: DrawTab, points: list[tuple[float, float]]) -> None:
    QTest.mousePress(tab.canvas, Qt.MouseButton.LeftButton, pos=place(tab, points[0]))
    for point in points[1:]:
        QTest.mouseMove(tab.canvas, place(tab, point))
    QTest.mouseRelease(tab.canvas, Qt.MouseButton.LeftButton, pos=place(tab, points[-1]))


def shown(tab: DrawTab) -> str:
    label = tab.findChild(QLabel, "digit")
    assert label is not None
    return label.text()


def heading(tab: DrawTab) -> str:
    label = tab.findChild(QLabel, "probabilities-heading")
    assert label is not None
    return label.text()


@pytest.fixture
def number(tab: DrawTab, qtbot) -> DrawTab:
    """With 210 on the canvas."""
    for stroke in (TWO, ONE, ZERO):
        draw(tab, stroke)
    qtbot.waitUntil(lambda: shown(tab) == "210")
    return tab


def test_the_last_digit_is_the_chosen_one_and_a_shortcut_chooses_another(number: DrawTab, qtbot, actions) -> None:
    assert "digit 3 of 3" in heading(number)
    assert number.prediction is not None
    assert number.prediction.digit == number.chart.winner == 0
    actions.next_digit.trigger()
    qtbot.waitUntil(lambda: number.chart.winner == 2)
    assert "digit 1 of 3" in heading(number)
    alone = number._network.recognizer.predict_drawing(number.model.strokes()[:1], 2.0)
    np.testing.assert_array_equal(number.input_image(), alone.stages.centred)
    actions.previous_digit.trigger()
    qtbot.waitUntil(lambda: number.chart.winner == 0)


def test_a_click_on_a_label_chooses_and_draws_nothing(number: DrawTab, qtbot) -> None:
    # The label is above the top left corner of the frame, which is around the ink of the brush.
    at = number.canvas.from_canvas(3 - 1.5, 7 - 1.5) + QPointF(6, -6)
    QTest.mouseClick(number.canvas, Qt.MouseButton.LeftButton, pos=at.toPoint())
    qtbot.waitUntil(lambda: number.chart.winner == 2)
    assert len(number.model.strokes()) == 3


def test_a_stroke_may_begin_on_a_label(number: DrawTab, qtbot) -> None:
    x, y = number.canvas.to_canvas(number.canvas.from_canvas(3 - 1.5, 7 - 1.5) + QPointF(6, -6))
    draw(number, [(x, y), (x + 2, y), (x + 4, y)])
    strokes = number.model.content.strokes
    assert len(strokes) == 4
    np.testing.assert_allclose(strokes[3][0], (x, y), atol=0.2)
    number.model.clear()
    qtbot.waitUntil(lambda: shown(number) == "" and not number.busy)


def test_a_click_on_the_number_chooses(number: DrawTab, qtbot) -> None:
    label = number.findChild(QLabel, "digit")
    QTest.mouseClick(label, Qt.MouseButton.LeftButton, pos=label.digit_rects()[1].center().toPoint())
    qtbot.waitUntil(lambda: number.chart.winner == 1)


def test_undo_and_clear_take_digits_away(number: DrawTab, qtbot, actions) -> None:
    number.model.undo()
    qtbot.waitUntil(lambda: shown(number) == "21")
    number.model.undo()
    qtbot.waitUntil(lambda: shown(number) == "2")
    assert heading(number) == "Softmax probabilities"
    assert not actions.next_digit.isEnabled()
    number.model.redo()
    number.model.clear()
    qtbot.waitUntil(lambda: shown(number) == "")


def test_the_chosen_digit_alone_is_labelled_and_leaves_the_canvas(number: DrawTab, qtbot) -> None:
    with qtbot.waitSignal(number.store.kept) as kept:
        number.label(0)
    assert kept.args[0].label == 0
    assert kept.args[0].predicted == 0
    assert len(kept.args[0].strokes) == 1
    qtbot.waitUntil(lambda: shown(number) == "21")
    number.model.undo()
    qtbot.waitUntil(lambda: shown(number) == "210")
    qtbot.waitUntil(lambda: not number.store.drawings)


def test_my_handwriting_asks_for_the_framed_digit_of_a_number(number: DrawTab, qtbot) -> None:
    number.pages.setCurrentWidget(number.pages.handwriting)
    question = number.findChild(QLabel, "handwriting-question")
    assert question is not None
    qtbot.waitUntil(lambda: question.text().startswith("Which digit is in the coloured frame?"))
    number.model.clear()
    qtbot.waitUntil(lambda: question.text().startswith("What did you draw?"))


def test_a_label_right_after_the_last_stroke_is_for_that_digit(tab: DrawTab, qtbot) -> None:
    draw(tab, TWO)
    draw(tab, ZERO)
    with qtbot.waitSignal(tab.store.kept) as kept:
        tab.label(0)
    np.testing.assert_array_equal(kept.args[0].strokes[0].mean(axis=0) > 15, [True, False])


def test_one_digit_has_no_frame_and_starts_no_thread(tab: DrawTab, qtbot) -> None:
    draw(tab, TWO)
    qtbot.waitUntil(lambda: shown(tab) == "2")
    draw(tab, [(4, 12), (9, 12.2)])
    with qtbot.waitSignal(tab.predicted):
        tab.model.changed.emit()
    assert not tab.number_digits.busy
    assert not tab.number_digits.several


def test_an_image_of_a_number_is_read_and_its_first_digit_is_chosen(number: DrawTab, qtbot) -> None:
    number.model.show_image(1 - render([curve(10 * np.array(stroke)) for stroke in (ONE, ZERO)], 16.0, 280))
    qtbot.waitUntil(lambda: shown(number) == "10")
    assert number.chart.winner == 1
    number.number_digits.choose(1)
    qtbot.waitUntil(lambda: number.chart.winner == 0)
    number.model.undo()
    qtbot.waitUntil(lambda: shown(number) == "210")


def test_an_opened_image_is_shown_as_a_number_at_once(tab: DrawTab, qtbot) -> None:
    seen = []
    tab.predicted.connect(lambda: seen.append(shown(tab)))
    tab.model.show_image(1 - render([curve(10 * np.array(stroke)) for stroke in (ONE, ZERO)], 16.0, 280))
    qtbot.waitUntil(lambda: shown(tab) == "10")
    assert seen == ["10"]


def test_while_an_image_is_searched_the_number_of_the_last_one_is_not_shown(number: DrawTab, qtbot) -> None:
    drawn = 1 - render([curve(10 * np.array(stroke)) for stroke in (ONE, ZERO)], 16.0, 280)
    started = Event()
    # Its first digits may still be searched.
    qtbot.waitUntil(lambda: not number.number_digits.busy and not number.number_digits.pending)
    prepare, number.number_digits._job = number.number_digits._job, lambda width: held(prepare(width), started)
    number.model.show_image(drawn)
    qtbot.waitUntil(lambda: number.number_digits.busy)
    assert (shown(number), number.chart.winner, number.prediction) == ("", None, None)
    started.set()
    qtbot.waitUntil(lambda: shown(number) == "10")


def test_digits_that_another_network_has_found_are_not_delivered(number: DrawTab, qtbot) -> None:
    digits, started = number.number_digits, search_held(number, qtbot)
    seen: list[set[int]] = []
    digits.changed.connect(lambda: seen.append({each.prediction.digit for each in digits._found}))
    number._network.use(biased_weights(p4=0.95), None)
    started.set()
    qtbot.waitUntil(lambda: not digits.busy and not digits.pending)
    assert seen
    assert all(found <= {4} for found in seen)


def test_a_search_on_a_thread_does_not_replace_the_result_of_a_later_one(number: DrawTab, qtbot) -> None:
    digits, started = number.number_digits, search_held(number, qtbot)
    digits.search_now(2.0)
    found = digits._found
    assert len(found) == 4
    started.set()
    qtbot.waitUntil(lambda: not digits.busy)
    assert digits._found is found


def search_held(number: DrawTab, qtbot) -> Event:
    """Draw a digit beside the others; the search for it waits for the event, later ones do not."""
    digits, started = number.number_digits, Event()
    qtbot.waitUntil(lambda: not digits.busy and not digits.pending)
    prepare = digits._job
    digits._job = lambda width: held(prepare(width), started)
    draw(number, [(25, 7), (25.2, 16)])
    qtbot.waitUntil(lambda: digits.busy)
    digits._job = prepare
    return started


def held(find: Callable[[DigitFinder], object], started: Event) -> Callable[[DigitFinder], object]:
    """A search that waits."""

    def search(finder: DigitFinder) -> object:
        assert started.wait(10)
        return find(finder)

    return search


def test_only_true_numbers_are_announced_when_a_digit_in_the_middle_leaves_and_returns(number: DrawTab, qtbot) -> None:
    draw(number, [(25, 7), (25.2, 16)])
    qtbot.waitUntil(lambda: shown(number) == "2101")
    label, names = number.findChild(QLabel, "digit"), list[str]()
    number.predicted.connect(lambda: names.append(label.accessibleName().split()[-1]))
    number.number_digits.choose(1)
    number.label(1)
    qtbot.waitUntil(
        lambda: shown(number) == "201" and not number.number_digits.busy and not number.number_digits.pending
    )
    number.model.undo()
    qtbot.waitUntil(lambda: shown(number) == "2101" and not number.number_digits.pending)
    qtbot.waitUntil(lambda: not number.store.drawings)
    assert list(dict.fromkeys(names)) == ["2101", "201"]


def test_two_lines_are_explained(tab: DrawTab, qtbot) -> None:
    small = [(np.array(stroke) * (1, 0.6) - (0, 3)).tolist() for stroke in (TWO, ONE, ZERO)]
    below = [np.add(stroke, (0, 12)).tolist() for stroke in small]
    for stroke in (*small, *below):
        draw(tab, stroke)
    second = tab.findChild(QLabel, "second")
    qtbot.waitUntil(lambda: "Several lines" in second.text() and not tab.busy)


def test_the_suggested_name_of_a_file_is_the_number(number: DrawTab, qtbot) -> None:
    assert number.number_digits.file_name(number.prediction) == "number-210"
    number.model.undo()
    number.model.undo()
    qtbot.waitUntil(lambda: shown(number) == "2")
    assert number.number_digits.file_name(number.prediction) == "digit-2"
    number.model.clear()
    qtbot.waitUntil(lambda: shown(number) == "")
    assert number.number_digits.file_name(number.prediction) == "drawing"
