"""Weight initialisation."""

import math

import numpy as np
import pytest

from engine.errors import SpecError
from engine.nn.initializers import Init, initialize_weights
from engine.nn.layers import AffineSpec


@pytest.mark.parametrize(("init", "scale"), [("he", math.sqrt(2 / 50)), ("xavier", math.sqrt(1 / 50)), ("std", 0.3)])
def test_the_weights_of_a_layer_have_the_standard_deviation_of_their_initialisation(init: Init, scale: float) -> None:
    params = {"W": np.empty((50, 400), np.float32), "b": np.full(400, 9, np.float32)}
    AffineSpec(400, init, std=0.3).initialize(params, np.random.default_rng(0))
    # 20,000 draws: their standard deviation is known to 0.5 %, their mean to scale / 141.
    assert params["W"].std() == pytest.approx(scale, rel=0.02)
    assert params["W"].mean() == pytest.approx(0, abs=scale / 30)
    assert not params["b"].any()


def test_float64_weights_are_the_float32_ones() -> None:
    drawn = [np.empty((3, 4), dtype) for dtype in (np.float32, np.float64)]
    for W in drawn:
        initialize_weights({"W": W, "b": np.empty(4)}, "std", 0.5, np.random.default_rng(1))
    np.testing.assert_allclose(*drawn, rtol=1e-6)


def test_an_unknown_initialisation_is_refused() -> None:
    with pytest.raises(SpecError, match="no initialisation called “best”: choose one of he, xavier, std"):
        AffineSpec(10, "best")  # type: ignore[arg-type]


@pytest.mark.parametrize("std", [-0.1, 1e38, 1e308, math.inf, math.nan])
def test_an_invalid_standard_deviation_is_refused(std: float) -> None:
    with pytest.raises(SpecError, match="standard deviation"):
        AffineSpec(10, "std", std)
