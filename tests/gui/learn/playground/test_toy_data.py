"""Random points of two classes."""

import numpy as np
import pytest

from gui.learn.playground.toy_data import DATASETS, LIMIT, OWN, Points, generated


@pytest.mark.parametrize("kind", DATASETS)
def test_half_of_the_points_are_of_each_class_and_a_fifth_is_for_the_test(kind: str) -> None:
    points = generated(kind, 500, 0.3, 7)
    assert points.x.shape == (500, 2)
    assert points.x.dtype == np.float32
    assert np.abs(points.x).max() <= LIMIT
    assert np.bincount(points.t).tolist() == [250, 250]
    assert np.count_nonzero(points.train) == 400
    assert np.bincount(points.t[~points.train]).tolist() == [50, 50]


@pytest.mark.parametrize("kind", DATASETS)
def test_the_same_seed_gives_the_same_points(kind: str) -> None:
    one, same, other = (generated(kind, 100, 0.1, seed) for seed in (1, 1, 2))
    np.testing.assert_array_equal(one.x, same.x)
    assert not np.array_equal(one.x, other.x)


def test_the_shapes_without_noise() -> None:
    xor, circle, spiral = (generated(kind, 200, 0, 3) for kind in ("xor", "circle", "spiral"))
    np.testing.assert_array_equal(xor.t, (xor.x[:, 0] > 0) != (xor.x[:, 1] > 0))
    radius = np.hypot(*circle.x.T)
    assert radius[circle.t == 1].max() < radius[circle.t == 0].min()
    # The arms are the same curve, turned by half a turn: no point of one is near the other.
    arms = [spiral.x[spiral.t == t] for t in (0, 1)]
    assert np.hypot(*(arms[0][:, None] - arms[1]).transpose(2, 0, 1)).min() > 0.3


def test_own_points_are_added_and_removed() -> None:
    points = generated(OWN, 300, 0.1, 1)
    assert points.x.shape == (0, 2)
    assert points.removed((0, 0), 1) is points
    for place, t in (((1.0, 2.0), 1), ((-1.0, 0.5), 0)):
        points = points.added(place, t)
    assert isinstance(points, Points)
    np.testing.assert_array_equal(points.x, [[1, 2], [-1, 0.5]])
    assert points.t.tolist() == [1, 0]
    assert points.train.all()
    assert points.x.dtype == np.float32
    assert points.t.dtype == np.uint8
    assert points.removed((0, 0), 0.5) is points
    assert points.removed((1.1, 2.1), 0.5).t.tolist() == [0]
