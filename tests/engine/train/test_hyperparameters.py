"""The table of hyperparameters agrees with the configuration, and its ranges and texts are correct."""

import dataclasses
import math

import pytest

from engine.data.augmentation import Augmentation
from engine.errors import SpecError
from engine.nn.network_spec import NetworkSpec
from engine.train.config import TrainConfig
from engine.train.diagnosis.advice import smaller_lr
from engine.train.hyperparameters import AUGMENTATION, HYPERPARAMETERS, OPTIMIZER_SETTINGS, OPTIMIZERS, Range


def test_every_field_of_the_configuration_has_a_row() -> None:
    fields = {field.name: field.type for field in dataclasses.fields(TrainConfig)}
    assert fields.pop("augmentation") is Augmentation
    amounts = {field.name: field.type for field in dataclasses.fields(Augmentation)}
    assert set(AUGMENTATION) == set(amounts)
    assert set(HYPERPARAMETERS) == {*fields, *amounts}
    for name, row in HYPERPARAMETERS.items():
        declared = (fields | amounts)[name]
        assert declared in (row.kind, row.kind | None)
        assert (declared == row.kind | None) == bool(row.none)
        row.check(row.value(TrainConfig()))


def test_the_form_offers_allowed_values() -> None:
    for row in HYPERPARAMETERS.values():
        if row.offered is not None:
            row.check(row.offered)
        if row.typed is not None and row.unit != "%":
            assert row.typed.low in row.range
            assert row.typed.high in row.range
        assert bool(row.about) is row.in_form


def test_the_settings_of_the_optimizers() -> None:
    assert OPTIMIZERS == ("sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam")
    assert OPTIMIZER_SETTINGS["adam"] == ("beta1", "beta2")
    assert OPTIMIZER_SETTINGS["nesterov"] == OPTIMIZER_SETTINGS["momentum"] == ("momentum",)
    assert OPTIMIZER_SETTINGS["sgd"] == ()


def test_products_of_two_numbers_of_any_range_are_finite() -> None:
    """So no plot, sentence or step is of infinite numbers, and none divides by one that has become 0."""
    for row in HYPERPARAMETERS.values():
        if row.kind is float:
            assert row.range.high <= 1e30
            assert row.range.low == 0 or row.range.low >= 1e-30


@pytest.mark.parametrize(
    ("allowed", "inside", "outside", "text"),
    [
        (Range(), [0, 1e300], [-1, math.inf, math.nan], "0 or above"),
        (Range(1e-30, 1e30), [1e-30, 1, 1e30], [0, 5e-324, 1e31, math.nan], "above 0 and at most 1e+30"),
        (Range(1, 10_000), [1, 10_000], [0, 10_001, math.nan], "from 1 to 10,000"),
        (Range(0, 1, open_high=True), [0, 0.999], [-0.1, 1], "from 0 to below 1"),
        (Range(0, 100, open_low=True, open_high=True), [0.1, 99], [0, 100], "above 0 and below 100"),
    ],
)
def test_ranges(allowed: Range, inside: list[float], outside: list[float], text: str) -> None:
    assert all(value in allowed for value in inside)
    assert not any(value in allowed for value in outside)
    assert str(allowed) == text


def test_none_is_allowed_only_where_it_has_a_meaning() -> None:
    HYPERPARAMETERS["iterations"].check(None)
    with pytest.raises(SpecError, match="Seed must be 0 or above"):
        HYPERPARAMETERS["seed"].check(None)
    with pytest.raises(SpecError, match="no schedule called “linear”"):
        HYPERPARAMETERS["schedule"].check("linear")


def test_a_smaller_learning_rate_than_the_smallest_is_not_suggested() -> None:
    least = TrainConfig(lr=HYPERPARAMETERS["lr"].range.low)
    assert smaller_lr("learning rate", "", NetworkSpec.mlp((5,)), least).config == least
