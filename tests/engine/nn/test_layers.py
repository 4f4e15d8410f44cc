"""For each layer a small example by hand and the numerical gradient; and properties of every layer."""

import math

import numpy as np
import pytest
from gradient_checks import relative_error

from engine.book import numerical_gradient
from engine.errors import SpecError
from engine.nn.layers import AffineSpec, Layer, LayerContext, LayerSpec, ReLUSpec, SigmoidSpec, TanhSpec

SPECS = [AffineSpec(4), SigmoidSpec(), ReLUSpec(), TanhSpec()]
Arrays = dict[str, np.ndarray]

every_layer = pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.title)


def built(spec: LayerSpec, inputs: int, dtype: type[np.floating] = np.float64) -> tuple[Layer, Arrays, Arrays]:
    """The layer for at most 3 inputs at once, its parameters, drawn at random, and its gradients."""
    shapes = spec.param_shapes((inputs,))
    rng = np.random.default_rng(2)
    params = {name: rng.standard_normal(shape).astype(dtype) for name, shape in shapes.items()}
    grads = {name: np.full(shape, np.nan, dtype) for name, shape in shapes.items()}
    return spec.build(LayerContext((inputs,), 3, params, grads, np.dtype(dtype))), params, grads


def read_only(values: object) -> np.ndarray:
    array = np.array(values, np.float64)
    array.flags.writeable = False
    return array


def test_affine_by_hand() -> None:
    layer, params, grads = built(AffineSpec(3), 2)
    params["W"][...] = [[1, 0, -1], [2, 1, 0]]
    params["b"][...] = [1, 1, 1]
    # (1, 2) W = 1 (1, 0, -1) + 2 (2, 1, 0) = (5, 2, -1), and (0, 1) W = (2, 1, 0); then b is added.
    out = layer.forward(read_only([[1, 2], [0, 1]]), training=True)
    np.testing.assert_array_equal(out, [[6, 3, 0], [3, 2, 1]])
    # dx = dout W^T: (1, 2, 3) . (1, 0, -1) = -2, (1, 2, 3) . (2, 1, 0) = 4; (1, 0, -1) gives 2 and 2.
    dx = layer.backward(read_only([[1, 2, 3], [1, 0, -1]]))
    np.testing.assert_array_equal(dx, [[-2, 4], [2, 2]])
    # dW = x^T dout: its first row is 1 (1, 2, 3) + 0 (1, 0, -1), its second 2 (1, 2, 3) + 1 (1, 0, -1).
    np.testing.assert_array_equal(grads["W"], [[1, 2, 3], [3, 4, 5]])
    # db = the sum over the batch.
    np.testing.assert_array_equal(grads["b"], [2, 2, 2])


def test_sigmoid_by_hand() -> None:
    layer, _, _ = built(SigmoidSpec(), 3)
    # exp(-ln 3) = 1/3, so y = 1 / (4/3) = 3/4; exp(ln 3) = 3, so y = 1/4.
    y = layer.forward(read_only([[0, math.log(3), -math.log(3)]]), training=True)
    np.testing.assert_allclose(y, [[1 / 2, 3 / 4, 1 / 4]])
    # y (1 - y) is 1/4, 3/16 and 3/16.
    np.testing.assert_allclose(layer.backward(read_only([[4, 16, -32]])), [[1, 3, -6]])


def test_tanh_by_hand() -> None:
    layer, _, _ = built(TanhSpec(), 3)
    # tanh(a) = (exp(2a) - 1) / (exp(2a) + 1): with exp(2a) = 3 it is 2/4, with 1/3 it is -(2/3) / (4/3).
    y = layer.forward(read_only([[0, math.log(3) / 2, -math.log(3) / 2]]), training=True)
    np.testing.assert_allclose(y, [[0, 1 / 2, -1 / 2]])
    # 1 - y^2 is 1, 3/4 and 3/4.
    np.testing.assert_allclose(layer.backward(read_only([[4, 8, -4]])), [[4, 6, -3]])


def test_relu_by_hand() -> None:
    layer, _, _ = built(ReLUSpec(), 4)
    np.testing.assert_array_equal(layer.forward(read_only([[-1, 0, 2, 0.5]]), training=True), [[0, 0, 2, 0.5]])
    # Passed on where x was above 0, and only there.
    np.testing.assert_array_equal(layer.backward(read_only([[5, 6, 7, -8]])), [[0, 0, 7, -8]])


@every_layer
def test_gradients_equal_numerical_gradients(spec: LayerSpec) -> None:
    layer, params, grads = built(spec, 5)
    rng = np.random.default_rng(3)
    x = rng.uniform(0.1, 2, (3, 5)) * rng.choice([-1, 1], (3, 5))  # not near 0, where ReLU has no derivative
    dout = rng.standard_normal(layer.forward(x, training=True).shape)

    def loss(_: np.ndarray) -> float:
        return float((layer.forward(x, training=True) * dout).sum())

    dx = layer.backward(dout)
    assert dx is not None
    assert relative_error(dx, numerical_gradient(loss, x)) < 1e-6
    for name, array in params.items():
        assert relative_error(grads[name], numerical_gradient(loss, array)) < 1e-6


@every_layer
def test_a_smaller_batch_uses_the_first_rows_of_the_same_buffers(spec: LayerSpec) -> None:
    layer, _, grads = built(spec, 5)
    fresh, _, fresh_grads = built(spec, 5)
    x = read_only(np.random.default_rng(3).standard_normal((3, 5)))
    out = layer.forward(x, training=True)
    dx = layer.backward(read_only(np.ones(out.shape)))

    short_out = layer.forward(x[:2], training=True)
    short_dx = layer.backward(read_only(np.ones(short_out.shape)))
    assert np.shares_memory(out, short_out)
    assert np.shares_memory(dx, short_dx)
    np.testing.assert_array_equal(short_out, fresh.forward(x[:2], training=True))
    np.testing.assert_array_equal(short_dx, fresh.backward(np.ones(short_out.shape)))
    for name, grad in grads.items():
        np.testing.assert_array_equal(grad, fresh_grads[name])


@every_layer
def test_dout_and_x_are_not_changed(spec: LayerSpec) -> None:
    layer, _, _ = built(spec, 5)
    x = read_only(np.ones((3, 5)))
    out = layer.forward(x, training=True)
    dout = read_only(np.full(out.shape, 2))
    layer.backward(dout)  # writing into either would be a ValueError
    assert not np.shares_memory(out, x)


@every_layer
def test_parameters_and_gradients_are_the_given_arrays(spec: LayerSpec) -> None:
    layer, params, grads = built(spec, 5)
    x = np.ones((3, 5))
    before = layer.forward(x, training=True).copy()
    layer.backward(before)
    for array in params.values():
        array *= 3  # an optimiser's step is seen by the layer
    changed = not np.array_equal(layer.forward(x, training=True), before)
    assert changed == bool(params)
    assert all(np.isfinite(array).all() for array in grads.values())  # they were NaN: all elements have been written


@every_layer
def test_the_input_gradient_can_be_left_out(spec: LayerSpec) -> None:
    layer, _, grads = built(spec, 5)
    out = layer.forward(np.ones((3, 5)), training=True)
    layer.backward(np.ones(out.shape), input_gradient=False)
    assert all(np.isfinite(array).all() for array in grads.values())


@every_layer
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_all_arrays_have_the_type_of_the_parameters(spec: LayerSpec, dtype: type[np.floating]) -> None:
    layer, _, _ = built(spec, 5, dtype)
    out = layer.forward(np.ones((3, 5), dtype), training=True)
    dx = layer.backward(np.ones(out.shape, dtype))
    assert dx is not None
    assert out.dtype == dx.dtype == dtype


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_sigmoid_does_not_overflow(dtype: type[np.floating]) -> None:
    layer, _, _ = built(SigmoidSpec(), 4, dtype)
    x = np.array([[-np.inf, -1000, 1000, np.inf]], dtype)
    # The smallest normal number of the type.
    nothing = {"rtol": 0, "atol": 2 * float(np.finfo(dtype).tiny)}
    np.testing.assert_allclose(layer.forward(x, training=True), [[0, 0, 1, 1]], **nothing)
    np.testing.assert_allclose(layer.backward(np.ones((1, 4), dtype)), [[0, 0, 0, 0]], **nothing)


@pytest.mark.parametrize("units", [0, -1, 65_537])
def test_an_invalid_number_of_neurons_is_refused(units: int) -> None:
    with pytest.raises(SpecError, match="from 1 to 65,536 neurons"):
        AffineSpec(units)


def test_affine_takes_an_image_as_a_row() -> None:
    assert AffineSpec(10).param_shapes((2, 3, 4))["W"] == (24, 10)
    layer, params, _ = built(AffineSpec(2), 4)
    x = np.arange(4.0)
    as_image = AffineSpec(2).build(
        LayerContext((1, 2, 2), 1, params, {name: a.copy() for name, a in params.items()}, x.dtype)
    )
    out = as_image.forward(x.reshape(1, 1, 2, 2), training=False)
    np.testing.assert_array_equal(out, layer.forward(x[None], training=False))
    dx = as_image.backward(np.ones((1, 2)))
    assert dx is not None
    assert dx.shape == (1, 1, 2, 2)
