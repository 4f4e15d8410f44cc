"""Numbers and formulas as text."""

import numpy as np
import pytest

from engine.explain.calculation import calculation
from engine.explain.layer_results import Activation
from engine.nn.layers import AffineSpec, BatchNormalizationSpec, DropoutSpec, ReLUSpec, SigmoidSpec
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.types import FloatArray
from gui.draw.calculation.formulas import (
    Names,
    decimals_for,
    formula,
    index_text,
    number,
    percent,
    rounded,
    sum_with_bias,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (1.934, "1.93"),
        (-0.657, "−0.66"),
        (0.0034, "0.0034"),
        (-2.34e-5, "−2.3 · 10⁻⁵"),
        (8.8e-9, "0"),
        (123.45, "123.5"),
        (-12345.6, "−12,346"),
        (1.25e30, "1.2 · 10³⁰"),
        (float("inf"), "inf"),
        (float("nan"), "nan"),
    ],
)
def test_a_number(value: float, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (0.0, 2, "0"),
        (0.5, 2, "0.50"),
        (-0.001, 2, "0.00"),
        (-0.0123, 3, "−0.012"),
        (-12.34, 2, "−12.3"),
        (456.7, 2, "457"),
        (-2e30, 2, "−2e30"),
        (float("-inf"), 2, "−inf"),
    ],
)
def test_a_number_of_a_grid(value: float, decimals: int, text: str) -> None:
    assert rounded(value, decimals) == text


@pytest.mark.parametrize(("values", "decimals"), [((), 2), ((1.5, 0.01), 2), ((0.05,), 3), ((0.004,), 4), ((1e-9,), 2)])
def test_small_numbers_have_more_decimals(values: tuple[float, ...], decimals: int) -> None:
    assert decimals_for(*values) == decimals


@pytest.mark.parametrize(
    ("probability", "text"),
    [
        (0.979, "97.9 %"),
        (0.0005, "0.1 %"),
        (0.0, "0 %"),
        (1.0, "100 %"),
        (0.00012, "0.012 %"),
        (3.1e-9, "3.1 · 10⁻⁷ %"),
        (1e-30, "< 1.0 · 10⁻⁷ %"),
        (0.99951, "99.951 %"),
        (0.9999954, "99.99954 %"),
    ],
)
def test_only_certain_probabilities_are_0_or_100_percent(probability: float, text: str) -> None:
    assert percent(probability) == text


@pytest.mark.parametrize(
    ("terms", "text"),
    [
        ((2.5, -0.25, 2.25), "2.50 − 0.25 = 2.25"),
        ((0.5, -0.4847, 0.0153), "0.500 − 0.485 = 0.015"),
        ((5.03, 0.0003, 5.0303), "5.03 + 0.0003 = 5.03"),
    ],
)
def test_the_result_of_a_sum_is_written_as_anywhere_else(terms: tuple[float, float, float], text: str) -> None:
    assert sum_with_bias(*terms) == text
    assert text.endswith(f" = {number(terms[2])}")


def test_an_index_of_an_input() -> None:
    assert index_text(33, (50,)) == "33"
    assert index_text(29, (1, 28, 28)) == "1, 1"
    assert index_text(29, (4, 3, 3)) == "3, 0, 2"


def test_the_formulas_have_the_numbers() -> None:
    layers = (AffineSpec(10), BatchNormalizationSpec(eps=0.5), ReLUSpec(), SigmoidSpec(), DropoutSpec(0.25))
    spec = NetworkSpec(layers)
    values = {"b1": -0.25, "mean1": -2, "var1": 3.5, "gamma1": 4, "beta1": -6}
    params: dict[str, FloatArray] = {
        name: np.full(shape, values.get(name, 0), np.float32) for name, shape in spec.param_shapes().items()
    }
    params["W1"][:2, 3] = [1, 4]
    x = np.zeros(784, np.float32)
    x[:2] = 0.5
    network = Network(spec, 1)
    network.load(params)
    outputs = [x, *(each[0] for each in network.activations(x[None]))]
    lines = [
        formula(calculation(spec, params, outputs[index], index, 3), Names.of(spec, index), 3) for index in range(6)
    ]
    assert [line.replace("\N{NO-BREAK SPACE}", " ") for line in lines] == [
        "a1[3] = Σ x · W1[:, 3] + b1[3] = 2.50 − 0.25 = 2.25",
        "bn1[3] = γ (a1 − μ) / √(σ² + ε) + β = 4.00 · (2.25 + 2.00) / √4.00 − 6.00 = 2.50",
        "z1[3] = ReLU(bn1) = max(0, 2.50) = 2.50",
        "z1'[3] = 1 / (1 + exp(−z1)) = 1 / (1 + exp(−2.50)) = 0.92",
        "dropout1[3] = z1' · 0.75 = 0.92 · 0.75 = 0.69",
        "y[3] = exp(dropout1 − max) / Σ exp(dropout1 − max) = 1.00 / 7.55 = 13.2 %",
    ]


def test_tanh() -> None:
    line = formula(Activation("tanh", 0.5, 0.4621, 2), Names("z1", "a1"), 2)
    assert line.replace("\N{NO-BREAK SPACE}", " ") == "z1[2] = tanh(a1) = tanh(0.50) = 0.46"
