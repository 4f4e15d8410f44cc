"""A drawing moved, rotated, scaled and jittered."""

import numpy as np
import pytest

from engine.ink.pose import Pose, apply_pose
from engine.ink.strokes import bounds

# From (4, 4) to (8, 12): its middle is (6, 8).
DRAWING = [np.array([[4, 4], [8, 4]], np.float32), np.array([[8, 4], [8, 12]], np.float32)]


def test_the_default_pose_returns_the_same_points() -> None:
    assert all(one is other for one, other in zip(apply_pose(DRAWING, Pose()), DRAWING, strict=True))
    assert apply_pose([], Pose(right=3)) == []


@pytest.mark.parametrize(
    ("pose", "first", "last"),
    [
        (Pose(right=2, down=-1), (6, 3), (10, 11)),
        # (4, 4) is at (-2, -4) from the middle.
        (Pose(scale=0.5), (5, 6), (7, 10)),
        # A quarter clockwise, on a canvas where y runs down: (-2, -4) -> (4, -2), (2, 4) -> (-4, 2).
        (Pose(turn=90), (10, 6), (2, 10)),
        (Pose(turn=90, scale=2, right=1), (15, 4), (-1, 12)),
    ],
)
def test_it_is_moved_about_the_middle_of_its_box(pose: Pose, first: tuple[float, ...], last: tuple[float, ...]) -> None:
    moved = apply_pose(DRAWING, pose)
    np.testing.assert_allclose(moved[0][0], first, atol=1e-5)
    np.testing.assert_allclose(moved[1][-1], last, atol=1e-5)
    assert all(stroke.dtype == np.float32 for stroke in moved)


def test_the_jitter_is_the_same_each_time_and_proportional_to_the_noise() -> None:
    little, again, more = (apply_pose(DRAWING, Pose(noise=noise)) for noise in (0.2, 0.2, 0.4))
    for one, same, other in zip(little, again, more, strict=True):
        np.testing.assert_array_equal(one, same)
        assert len(one) > 5
        assert np.abs(other - one).max() > 0.05
    straight = apply_pose(DRAWING, Pose(noise=1e-9))
    for base, one, other in zip(straight, little, more, strict=True):
        np.testing.assert_allclose(other - base, 2 * (one - base), atol=1e-4)


def test_a_dot_is_jittered_too() -> None:
    (dot,) = apply_pose([np.array([[3, 3]], np.float32)], Pose(noise=0.5))
    assert dot.shape == (1, 2)
    assert bounds([dot]) is not None
