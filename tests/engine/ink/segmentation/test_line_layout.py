"""Where a line of parts may be divided into digits, and which division is chosen, without a network."""

import numpy as np

from engine.ink.segmentation.line_layout import layout
from engine.recognizer import SURE


def boxes(*edges: tuple[float, float, float, float]) -> np.ndarray:
    return np.array(edges, np.float64)


def test_a_part_inside_another_one_is_no_digit_of_its_own() -> None:
    # The bar of a 5 above its body, a 7 with a bar through it, an 8 of two rings.
    assert layout(boxes((3, 2, 9, 3), (2, 3, 8, 12))) is None
    assert layout(boxes((2, 2, 9, 12), (3, 6, 8, 7))) is None
    assert layout(boxes((2, 2, 8, 7), (2, 7, 8, 12))) is None


def test_parts_apart_may_be_two_digits() -> None:
    found = layout(boxes((2, 2, 3, 12), (6, 2, 12, 12)))
    assert found is not None
    assert found.several


def test_a_stray_dot_beside_a_digit_is_no_second_digit() -> None:
    found = layout(boxes((2, 2, 8, 12), (10, 11, 10.5, 11.5)))
    assert found is None or not found.several


def test_dots_in_a_row_are_no_number() -> None:
    dots = boxes(*((x, y, x + 0.5, y + 0.5) for x, y in ((2, 2), (5, 4), (8, 7), (4, 10))))
    assert layout(dots) is None


def chosen(p: dict[tuple[int, ...], float], *edges: tuple[float, float, float, float]) -> list[tuple[int, ...]]:
    """The parts of the chosen candidates, where each candidate has the probability ``p`` of its parts, or else 0.2."""
    found = layout(boxes(*edges))
    assert found is not None
    values = np.array([p.get(each.parts, 0.2) for each in found.candidates], np.float32)
    return [found.candidates[i].parts for i in found.choose(values, SURE)]


FOUR = ((2, 2, 7, 8), (7.2, 4, 7.4, 12))


def test_an_open_four_is_one_digit_if_the_network_is_sure_of_it() -> None:
    assert chosen({(0, 1): 0.99, (1,): 0.99, (0,): 0.6}, *FOUR) == [(0, 1)]


def test_two_digits_are_chosen_if_the_network_is_surer_of_them() -> None:
    assert chosen({(0, 1): 0.2, (1,): 0.99, (0,): 0.95}, *FOUR) == [(0,), (1,)]


def test_two_scribbles_are_not_two_digits() -> None:
    assert chosen({}, (2, 2, 8, 12), (14, 2, 20, 12)) == [(0, 1)]


def test_a_digit_of_two_strokes_within_a_number_stays_whole() -> None:
    edges = (*FOUR, (12, 2, 18, 12))
    assert chosen({(0, 1): 0.99, (2,): 0.99, (1,): 0.9, (0,): 0.3}, *edges) == [(0, 1), (2,)]


THREE = ((2, 2, 8, 12), (11, 2, 17, 12), (20, 2, 26, 12))


def test_one_unknown_shape_among_digits_leaves_the_number_found() -> None:
    assert chosen({(0,): 0.99, (2,): 0.99}, *THREE) == [(0,), (1,), (2,)]


def test_one_digit_among_unknown_shapes_is_no_number() -> None:
    assert chosen({(0,): 0.99}, *THREE) == [(0, 1, 2)]


def test_an_unknown_shape_beside_one_digit_needs_more_paper_between_them_than_there_is_in_a_digit() -> None:
    assert chosen({(0,): 0.99}, (2, 2, 8, 12), (13, 2, 19, 12)) == [(0,), (1,)]
    assert chosen({(0,): 0.99}, (2, 2, 8, 12), (10, 2, 16, 12)) == [(0, 1)]
