"""A network that does not learn is noticed, and a possible reason is given."""

import numpy as np
import pytest

from engine.nn.network_spec import NetworkSpec
from engine.train.config import TrainConfig
from gui.training.learning_check import LearningCheck, possible_reason

RELU = NetworkSpec.mlp((50,), "relu")


def check_of(spec: NetworkSpec = RELU, **config: object) -> LearningCheck:
    return LearningCheck(spec, TrainConfig(**config))  # type: ignore[arg-type]


def add(check: LearningCheck, losses: np.ndarray, until: int) -> None:
    check.add(losses.astype(np.float32), until)


def test_a_healthy_training_gets_no_warning() -> None:
    check = check_of()
    for start in range(0, 3_000, 50):
        add(check, 2.3 * np.exp(-np.arange(start, start + 50) / 700), start + 50)
        assert check.warning == ""


def test_large_losses_that_fall_get_no_warning() -> None:
    check = check_of()
    for start in range(0, 1_000, 50):
        add(check, 200 * np.exp(-np.arange(start, start + 50) / 150), start + 50)
        assert check.warning == ""


def test_a_loss_far_above_that_of_guessing_is_noticed_until_it_falls() -> None:
    check = check_of(lr=100.0, optimizer="sgd")
    add(check, np.full(199, 180.0), 199)
    assert check.warning == ""
    add(check, np.full(1, 180.0), 200)
    assert check.warning == (
        "It does not learn: the loss is 180, far above the 2.3 of guessing. "
        "The learning rate 100 is probably too large: try 0.1."
    )
    add(check, np.full(200, 1.0), 400)
    assert check.warning == ""


def test_a_loss_that_stays_at_guessing_is_noticed_after_an_epoch() -> None:
    check = check_of()
    add(check, np.full(590, 2.3), 590)
    assert check.warning == ""
    add(check, np.full(10, 2.3), 600)
    assert check.warning.startswith("It does not learn yet: the loss is still the 2.3 of guessing. ")
    # It begins to learn.
    add(check, np.full(200, 2.22), 800)
    assert check.warning
    add(check, np.full(200, 2.0), 1_000)
    assert check.warning == ""


@pytest.mark.parametrize(
    ("spec", "config", "expected"),
    [
        (RELU, {"lr": 5.0}, "The learning rate 5 is probably too large: try 0.1."),
        (RELU, {"lr": 0.05, "optimizer": "adam"}, "The learning rate 0.05 is probably too large: try 0.005."),
        (RELU, {"lr": 1e-5}, "The learning rate 1e-05 is probably too small: try 0.0001."),
        (
            NetworkSpec.mlp((100,) * 5, "sigmoid", "std", 0.01),
            {},
            "Gradients vanish in 6 layers",
        ),
        (NetworkSpec.mlp((100,) * 5, "relu", "std", 1.0), {}, "standard deviation 1 are probably too large"),
        (NetworkSpec.mlp((100,) * 5, "sigmoid", "xavier"), {}, "try ReLU"),
        (NetworkSpec.mlp((50,), "sigmoid", "std", 0.01), {}, "more epochs"),
    ],
)
def test_the_reason_fits_the_settings(spec: NetworkSpec, config: dict[str, object], expected: str) -> None:
    assert expected in possible_reason(spec, TrainConfig(**config))  # type: ignore[arg-type]


def test_wrong_labels_are_a_reason_of_their_own() -> None:
    reason = "80 % of the labels are wrong: with so many there is little to learn."
    assert possible_reason(RELU, TrainConfig(wrong_labels=0.8)) == reason
    assert possible_reason(RELU, TrainConfig(wrong_labels=0.3)) != reason
