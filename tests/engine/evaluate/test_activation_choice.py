"""The activation of weights that do not say it is measured, and nothing about it is silent."""

import numpy as np
import pytest

from engine.data.dataset import Dataset
from engine.data.synthetic.digits import synthetic_digits
from engine.errors import WeightsError
from engine.evaluate import activation_choice
from engine.evaluate.activation_choice import open_weights, with_measured_activation
from engine.nn.network_spec import ACTIVATIONS, NetworkSpec
from engine.train.config import TrainConfig
from engine.train.trainer import Trainer
from engine.weights import Weights, load_weights, save_weights


@pytest.fixture(scope="module")
def digits() -> Dataset:
    return synthetic_digits(2_000, 99)


def trained(activation: str, hidden: tuple[int, ...], digits: Dataset, epochs: int = 5) -> dict[str, np.ndarray]:
    spec = NetworkSpec.mlp(hidden, activation, "he" if activation == "relu" else "xavier")
    trainer = Trainer(spec, TrainConfig("adam", 0.005, batch_size=50, epochs=epochs, evaluation_samples=1), digits)
    for _ in trainer.run():
        pass
    return trainer.network.snapshot()


@pytest.mark.parametrize("hidden", [(30,), (30, 20)])
@pytest.mark.parametrize("activation", list(ACTIVATIONS))
def test_the_activation_of_a_trained_network_is_found(tmp_path, digits, activation: str, hidden) -> None:
    np.savez(tmp_path / "net.npz", **trained(activation, hidden, digits))
    found = open_weights(tmp_path / "net.npz")
    assert found.activation == activation
    assert found.spec == NetworkSpec.mlp(hidden, activation)
    assert found.activation_from == "measured"
    title = ACTIVATIONS[activation].title
    assert f"was trained with: {title} fits best (of 400 synthetic digits it predicts" in found.notes[-1]
    assert len(found.notes) == 1

    # Once it is saved, the file says it.
    save_weights(tmp_path / "saved.npz", found)
    assert load_weights(tmp_path / "saved.npz").activation_from == "file"
    assert open_weights(tmp_path / "saved.npz").spec == found.spec


def test_for_an_untrained_network_the_assumption_stays_and_is_said(tmp_path) -> None:
    rng = np.random.default_rng(3)
    arrays = {
        "W1": rng.normal(size=(784, 9)) * 0.1,
        "b1": np.zeros(9),
        "W2": rng.normal(size=(9, 10)),
        "b2": np.zeros(10),
    }
    np.savez(tmp_path / "net.npz", **arrays)
    found = open_weights(tmp_path / "net.npz")
    assert (found.activation, found.activation_from) == ("sigmoid", "assumed")
    assert "none fits clearly better" in found.notes[-1]
    assert "Sigmoid was assumed" in found.notes[-1]


def test_a_person_can_choose_another_one(tmp_path, digits) -> None:
    np.savez(tmp_path / "net.npz", **trained("relu", (30,), digits))
    found = open_weights(tmp_path / "net.npz", "tanh")
    assert (found.activation, found.activation_from) == ("tanh", "chosen")
    assert found.notes == (
        "The file does not say which activation function its network was trained with: Tanh was chosen.",
    )
    # Where the file says it, only that one.
    save_weights(tmp_path / "saved.npz", found)
    assert open_weights(tmp_path / "saved.npz", "tanh").activation == "tanh"
    with pytest.raises(WeightsError, match="its network has Tanh: no other activation can be chosen"):
        open_weights(tmp_path / "saved.npz", "relu")


def test_nothing_is_measured_where_the_file_says_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(activation_choice, "synthetic_digits", None)
    spec = NetworkSpec.mlp((3,), "relu")
    weights = Weights(spec, {name: np.zeros(shape, np.float32) for name, shape in spec.param_shapes().items()})
    assert with_measured_activation(weights) is weights


def test_the_activation_of_a_network_with_batch_normalisation(tmp_path, digits) -> None:
    params = trained("relu", (20,), digits)
    # The mean and variance that batch normalisation has without having normalised anything.
    normalization = {"gamma1": np.ones(20), "beta1": np.zeros(20), "mean1": np.zeros(20), "var1": np.ones(20)}
    np.savez(tmp_path / "net.npz", **params, **normalization)
    found = open_weights(tmp_path / "net.npz")
    assert [layer.kind for layer in found.spec.layers] == ["affine", "batch_normalization", "relu", "affine"]
