"""Vector ink: the image depends on the line, not on how its points were sampled."""

import numpy as np
import pytest

from engine.ink.strokes import bounds, curve, join_strokes, render, render_many


def line(*points: tuple[float, float]) -> np.ndarray:
    return np.array(points, np.float32)


def test_a_straight_stroke_has_the_given_width() -> None:
    # From x = 4 to x = 24 at the height of the middle of row 14, 3 pixels wide: rows 13, 14 and 15 are full.
    image = render([line((4, 14.5), (24, 14.5))], width=3)
    assert image.dtype == np.float32
    np.testing.assert_allclose(image[:, 14], [0] * 13 + [1, 1, 1] + [0] * 12, atol=1e-6)


def test_half_a_pixel_lower_covers_half_a_pixel_more_below() -> None:
    # Half way between two rows, a width of 2 covers rows 13 and 14: their centres are 0.5 away, 1 + 0.5 - 0.5.
    image = render([line((4, 14), (24, 14))], width=2)
    np.testing.assert_allclose(image[12:16, 14], [0, 1, 1, 0], atol=1e-6)
    # At the centre of row 14, that row is covered completely and its neighbours, 1 away, are half covered.
    image = render([line((4, 14.5), (24, 14.5))], width=2)
    np.testing.assert_allclose(image[12:17, 14], [0, 0.5, 1, 0.5, 0], atol=1e-6)


def test_a_dot_is_a_disc() -> None:
    image = render([line((14, 14))], width=4)
    assert image[13:15, 13:15].min() == 1
    assert image.sum() == pytest.approx(np.pi * 2**2, rel=0.05)


@pytest.mark.parametrize("pieces", [1, 2, 7, 40])
def test_the_same_line_with_more_points_is_the_same_image(pieces: int) -> None:
    ends = np.array([[5.0, 6.0], [22.0, 19.0]])
    points = ends[0] + np.linspace(0, 1, pieces + 1)[:, None] * (ends[1] - ends[0])
    np.testing.assert_allclose(render([curve(points)], 2), render([curve(ends)], 2), atol=1e-4)


def test_order_and_direction_of_strokes_do_not_matter() -> None:
    a, b = line((5, 5), (20, 8)), line((9, 20), (15, 3))
    np.testing.assert_array_equal(render([a, b], 2), render([b, a], 2))
    np.testing.assert_allclose(render([a, b], 2), render([a[::-1], b[::-1]], 2), atol=1e-5)


def test_a_fast_mouse_leaves_no_gaps_and_no_corners() -> None:
    # A circle of radius 8 with only 12 points.
    angle = np.linspace(0, 2 * np.pi, 13)
    noticed = np.column_stack((14 + 8 * np.cos(angle), 14 + 8 * np.sin(angle)))
    drawn = curve(noticed)
    assert np.hypot(*np.diff(drawn, axis=0).T).max() < 0.75
    radius = np.hypot(drawn[:, 0] - 14, drawn[:, 1] - 14)
    assert np.abs(radius - 8).max() < 0.12  # the polygon's edges are 0.27 inside the circle


def test_a_corner_stays_a_corner() -> None:
    # A seven of three points: the bar is straight, and the turn of 120 degrees is not rounded off.
    drawn = curve(line((5, 5), (20, 5), (12, 22)))
    assert np.abs(drawn[drawn[:, 1] < 5.0][:, 1] - 5).max(initial=0) < 1e-9
    assert np.any(np.all(drawn == (20, 5), axis=1))


def test_strokes_that_meet_end_to_end_are_one() -> None:
    # One line in three pieces, the middle one drawn last and backwards; an empty stroke; one that meets no other.
    a, b, c = line((1, 1), (5, 2)), line((5, 2), (9, 4), (12, 8)), line((12, 8), (13, 12))
    alone = line((20, 20), (24, 20))
    lines = join_strokes([a, c, np.empty((0, 2), np.float32), alone, b[::-1]])
    assert len(lines) == 2
    whole = [(1, 1), (5, 2), (5, 2), (9, 4), (12, 8), (12, 8), (13, 12)]
    assert [tuple(point) for point in lines[0].tolist()] == whole
    np.testing.assert_array_equal(lines[1], alone)


def test_strokes_that_only_touch_stay_apart() -> None:
    # Three ends at one point: it is not clear which belong together.
    fork = [line((1, 1), (5, 5)), line((5, 5), (9, 4)), line((5, 5), (4, 9))]
    assert len(join_strokes(fork)) == 3
    # The end of one in the middle of another, and a dot on an end of a closed line.
    assert len(join_strokes([line((1, 1), (5, 5), (9, 9)), line((5, 5), (9, 4))])) == 2
    assert len(join_strokes([line((1, 1), (5, 5), (9, 1), (1, 1)), line((1, 1))])) == 2


def test_strokes_that_meet_at_both_ends_are_a_ring() -> None:
    ring = join_strokes([line((1, 1), (9, 1)), line((9, 9), (9, 1)), line((9, 9), (1, 1))])
    assert len(ring) == 1
    np.testing.assert_array_equal(ring[0][0], ring[0][-1])
    assert join_strokes([]) == []


def test_dense_points_are_thinned_without_moving_the_line() -> None:
    t = np.linspace(0, 1, 5000)[:, None]
    dense = np.array([[4.0, 4.0]]) + t * np.array([[18.0, 9.0]])
    drawn = curve(dense)
    assert len(drawn) < 120
    np.testing.assert_allclose(render([drawn], 2), render([curve(dense[[0, -1]])], 2), atol=1e-4)


def test_repeated_points_and_single_points_are_harmless() -> None:
    assert len(curve(line((3, 3), (3, 3), (3, 3)))) == 1
    assert np.isfinite(curve(line((3, 3), (3, 3), (9, 3), (9, 3)))).all()


def test_ink_outside_is_cut_off() -> None:
    assert render([line((-500, -500), (-400, -400))], 2).sum() == 0
    crossing = render([curve(line((-20, 14.5), (48, 14.5)))], 3)
    np.testing.assert_allclose(crossing[14], 1, atol=1e-6)
    assert crossing.sum() == pytest.approx(3 * 28, rel=1e-5)


def test_many_drawings_at_once_are_the_same_as_each_alone() -> None:
    rng = np.random.default_rng(0)
    drawings = [[curve(rng.uniform(2, 26, (9, 2))) for _ in range(1 + i % 3)] for i in range(8)] + [[]]
    together = render_many(drawings, [1 + 0.3 * i for i in range(9)])
    for i, drawing in enumerate(drawings):
        np.testing.assert_array_equal(together[i], render(drawing, 1 + 0.3 * i))
    assert together[8].sum() == 0


def test_bounds() -> None:
    assert bounds([]) is None
    assert bounds([np.empty((0, 2), np.float32)]) is None
    assert bounds([line((3, 4), (9, 2)), line((5, 11))]) == (3, 2, 9, 11)
