"""How the parameters move: a step by hand, and the book's formulas over many."""

import numpy as np
import pytest

from engine.errors import SpecError
from engine.optimizers import OPTIMIZERS, SGD, Momentum, make_optimizer


def test_sgd_by_hand() -> None:
    W = np.array([1.0, 2.0])
    SGD().update(W, np.array([10.0, -20.0]), lr=0.1)
    np.testing.assert_allclose(W, [0, 4])  # 1 - 0.1 * 10 and 2 + 0.1 * 20


def test_momentum_by_hand() -> None:
    W = np.array([1.0])
    optimizer = Momentum(W, momentum=0.5)
    optimizer.update(W, np.array([10.0]), lr=0.1)  # v = -0.1 * 10 = -1
    np.testing.assert_allclose(W, [0])
    optimizer.update(W, np.array([2.0]), lr=0.1)  # v = 0.5 * -1 - 0.1 * 2 = -0.7
    np.testing.assert_allclose(W, [-0.7])
    optimizer.update(W, np.array([0.0]), lr=0.1)  # v = 0.5 * -0.7 = -0.35: the ball keeps rolling
    np.testing.assert_allclose(W, [-1.05])
    np.testing.assert_allclose(optimizer.state["v"], [-0.35])


@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_many_steps_are_the_books(kind: str) -> None:
    rng = np.random.default_rng(0)
    W = rng.standard_normal(20)
    by_the_book, v = W.copy(), np.zeros(20)
    optimizer = make_optimizer(kind, W, momentum=0.9)
    for i in range(10):
        dW, lr = rng.standard_normal(20), 0.1 / (i + 1)
        v = (0.9 if kind == "momentum" else 0) * v - lr * dW
        by_the_book = by_the_book + v
        optimizer.update(W, dW.copy(), lr)
        np.testing.assert_allclose(W, by_the_book, rtol=1e-12)


@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_float32_stays_float32_and_the_remembered_arrays_stay_the_same(kind: str) -> None:
    W = np.ones(3, np.float32)
    optimizer = make_optimizer(kind, W, momentum=0.9)
    remembered = dict(optimizer.state)
    optimizer.update(W, np.ones(3, np.float32), lr=0.1)
    assert W.dtype == np.float32
    assert optimizer.state.keys() == remembered.keys()
    for name, array in optimizer.state.items():
        assert array is remembered[name]
        assert array.dtype == np.float32


def test_an_unknown_optimiser_is_refused() -> None:
    with pytest.raises(SpecError, match="no optimiser called “adamant”: choose one of sgd, momentum"):
        make_optimizer("adamant", np.zeros(3), 0.9)
