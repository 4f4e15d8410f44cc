"""Optimisers: steps by hand, and properties of each. tests/engine/book compares many steps with the book's."""

import numpy as np
import pytest

from engine.train.config import TrainConfig
from engine.train.hyperparameters import OPTIMIZER_SETTINGS, OPTIMIZERS
from engine.train.optimizers import SGD, AdaGrad, Adam, Momentum, Nesterov, RMSprop, make_optimizer

SETTINGS = {"momentum": 0.9, "decay": 0.99, "beta1": 0.9, "beta2": 0.999}


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
    optimizer.update(W, np.array([0.0]), lr=0.1)  # v = 0.5 * -0.7 = -0.35: the velocity remains
    np.testing.assert_allclose(W, [-1.05])
    np.testing.assert_allclose(optimizer.state["v"], [-0.35])


def test_nesterov_by_hand() -> None:
    W = np.array([1.0])
    optimizer = Nesterov(W, momentum=0.5)
    optimizer.update(W, np.array([2.0]), lr=0.1)  # W = 1 + 0.25 * 0 - 1.5 * 0.2, v = -0.2
    np.testing.assert_allclose(W, [0.7])
    optimizer.update(W, np.array([1.0]), lr=0.1)  # W = 0.7 + 0.25 * -0.2 - 1.5 * 0.1, v = 0.5 * -0.2 - 0.1
    np.testing.assert_allclose(W, [0.5])
    np.testing.assert_allclose(optimizer.state["v"], [-0.2])


def test_nesterov_is_momentum_with_the_gradient_of_the_next_position() -> None:
    """Literally: v <- m v - lr dW(W + m v), W <- W + v. Here dW(W) = W, and the optimiser's W is W + m v."""
    position, v, m, lr = 3.0, 0.0, 0.9, 0.05
    ahead = np.array([position])
    optimizer = Nesterov(ahead, m)
    for _ in range(50):
        v = m * v - lr * (position + m * v)
        position += v
        optimizer.update(ahead, ahead.copy(), lr)
        np.testing.assert_allclose(ahead, [position + m * v], rtol=1e-10)


def test_adagrad_by_hand() -> None:
    W = np.array([1.0, 1.0])
    optimizer = AdaGrad(W)
    optimizer.update(W, np.array([3.0, -0.5]), lr=0.1)  # the first step is lr, whatever the gradient
    np.testing.assert_allclose(W, [0.9, 1.1], rtol=1e-6)
    optimizer.update(W, np.array([4.0, 0.0]), lr=0.1)  # h = 9 + 16: 0.9 - 0.1 * 4 / 5
    np.testing.assert_allclose(W, [0.82, 1.1], rtol=1e-6)
    np.testing.assert_allclose(optimizer.state["h"], [25, 0.25])


def test_rmsprop_by_hand() -> None:
    W = np.array([1.0])
    optimizer = RMSprop(W, decay=0.75)
    optimizer.update(W, np.array([2.0]), lr=0.1)  # h = 0.25 * 4 = 1: 1 - 0.1 * 2 / 1
    np.testing.assert_allclose(W, [0.8], rtol=1e-6)
    optimizer.update(W, np.array([1.0]), lr=0.1)  # h = 0.75 * 1 + 0.25 * 1 = 1: 0.8 - 0.1
    np.testing.assert_allclose(W, [0.7], rtol=1e-6)


def test_adam_by_hand() -> None:
    W = np.array([1.0])
    optimizer = Adam(W, beta1=0.5, beta2=0.75)
    # m = 0.5 * 2 = 1 and v = 0.25 * 4 = 1; corrected by 1 - 0.5 and 1 - 0.75 they are 2 and 4: a step of lr.
    optimizer.update(W, np.array([2.0]), lr=0.1)
    np.testing.assert_allclose(W, [0.9], rtol=1e-6)
    # m = 0.5 + 0.5 * -1 = 0: no step.
    optimizer.update(W, np.array([-1.0]), lr=0.1)
    np.testing.assert_allclose(W, [0.9], rtol=1e-6)
    # m = 0.5 * 1 = 0.5; v = 0.75 * (0.75 * 1 + 0.25 * 1) + 0.25 * 1 = 1; t = 3.
    optimizer.update(W, np.array([1.0]), lr=0.1)
    np.testing.assert_allclose(W, [0.9 - 0.1 * 0.5 * (1 - 0.75**3) ** 0.5 / (1 - 0.5**3)], rtol=1e-6)
    np.testing.assert_allclose(optimizer.state["t"], [3])


@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_parameters_with_gradient_0_do_not_change(kind: str) -> None:
    W = np.array([1.0, 2.0])
    optimizer = make_optimizer(kind, W, SETTINGS)
    for _ in range(5):
        optimizer.update(W, np.array([0.0, 1.0]), 0.1)
    assert W[0] == 1
    assert W[1] < 2


@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_the_state_is_float32_and_its_arrays_are_never_replaced(kind: str) -> None:
    W = np.ones(3, np.float32)
    optimizer = make_optimizer(kind, W, SETTINGS)
    arrays = dict(optimizer.state)
    optimizer.update(W, np.ones(3, np.float32), lr=0.1)
    assert W.dtype == np.float32
    assert optimizer.state.keys() == arrays.keys()
    for name, array in optimizer.state.items():
        assert array is arrays[name]
        assert array.dtype == np.float32


def test_the_settings_of_optimisers_are_fields_of_the_configuration() -> None:
    names = {name for own in OPTIMIZER_SETTINGS.values() for name in own}
    assert names == set(SETTINGS)
    assert {name: getattr(TrainConfig(), name) for name in names} == SETTINGS
