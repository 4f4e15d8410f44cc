"""How many inputs a network takes at once: as many as its memory allows."""

import tracemalloc

import pytest

from engine.data.synthetic.digits import synthetic_digits
from engine.errors import SpecError
from engine.evaluate.activation_choice import with_measured_activation
from engine.io.limits import MAX_BATCH_NUMBERS
from engine.nn import batch_size
from engine.nn.batch_size import check_batch_size, fitting_batch
from engine.nn.layers import AffineSpec, ConvolutionSpec, MaxPoolingSpec, ReLUSpec
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import PRESETS
from engine.recognizer import Recognizer
from engine.train.config import TrainConfig
from engine.train.fine_tune import FINE_TUNING
from engine.train.layer_statistics import layer_statistics
from engine.train.recipes import RECIPES
from engine.train.trainer import Trainer
from engine.weights import Weights

WIDE = NetworkSpec.mlp((1, 65_536, 1, 65_536, 1, 65_536, 1))
USUAL = [NetworkSpec.mlp((50,)), NetworkSpec.mlp((50, 100)), *(preset() for preset in PRESETS.values())]
IMAGE = (1, 28, 28)
PADDED = NetworkSpec((ConvolutionSpec(4, size=28, pad=14), ReLUSpec(), AffineSpec(10)), IMAGE)
# The second convolution pads one number to 57 x 57.
SPARSE = NetworkSpec(
    (
        MaxPoolingSpec(28),
        ConvolutionSpec(8, size=1, pad=0),
        ConvolutionSpec(2, size=1, stride=28, pad=28),
        AffineSpec(10),
    ),
    IMAGE,
)


@pytest.mark.parametrize("spec", [*USUAL, PADDED, SPARSE, NetworkSpec.mlp((9_000, 1))], ids=lambda spec: spec.title)
def test_the_numbers_that_a_network_keeps_are_counted(spec: NetworkSpec) -> None:
    def kept(n: int) -> int:
        tracemalloc.start()
        network = Network(spec, n)
        found = tracemalloc.get_traced_memory()[0]
        tracemalloc.stop()
        assert network.max_batch == n
        return found

    # With as many for the gradients, those of the input and of padding too.
    numbers = (kept(21) - kept(1)) / 20 / 4
    assert spec.buffer_count() / 2 < numbers < 4 * (spec.buffer_count() + 784)


def test_a_usual_network_takes_all_and_a_large_one_fewer() -> None:
    assert [fitting_batch(spec, 100) for spec in USUAL] == [100] * len(USUAL)
    assert 1 <= fitting_batch(WIDE, 400) < 100
    assert fitting_batch(WIDE, 1) == 1


def test_padding_counts() -> None:
    """A small file could ask for gigabytes."""
    layers = (ConvolutionSpec(4096, size=28, pad=0), ConvolutionSpec(1, size=1, stride=28, pad=28), AffineSpec(10))
    with pytest.raises(SpecError, match="A padding of 28 makes images of 4096 × 1 × 1 too large: choose less"):
        NetworkSpec(layers, IMAGE)


def test_only_mini_batches_that_take_much_memory_are_refused() -> None:
    for config in (TrainConfig(), FINE_TUNING):
        for spec in (*USUAL, WIDE):
            check_batch_size(spec, config.batch_size)
    for recipe in RECIPES.values():
        check_batch_size(recipe.spec, recipe.config.batch_size)
    # What the form has always allowed for these.
    for preset in PRESETS.values():
        check_batch_size(preset(), 1_000)
    check_batch_size(USUAL[0], 10_000)
    most = MAX_BATCH_NUMBERS // WIDE.buffer_count()
    check_batch_size(WIDE, most)
    with pytest.raises(SpecError, match=f"Batch size must be at most {most}: this network keeps 393,234 numbers"):
        check_batch_size(WIDE, most + 1)


def test_every_prediction_of_many_images_takes_as_many_as_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = NetworkSpec.mlp((50,))
    sizes: list[int] = []
    made = Network.__init__

    def recorded(self: Network, spec: NetworkSpec, max_batch: int = 100, *args: object, **options: object) -> None:
        sizes.append(max_batch)
        made(self, spec, max_batch, *args, **options)  # type: ignore[arg-type]

    weights = Weights(spec, Network(spec).snapshot(), activation_from="assumed")
    data = synthetic_digits(60, 0)
    monkeypatch.setattr(Network, "__init__", recorded)
    monkeypatch.setattr(batch_size, "_NUMBERS_AT_ONCE", 20 * spec.buffer_count())
    with_measured_activation(weights)
    recognizer = Recognizer(spec, weights.params)
    assert recognizer.predict_dataset(data, threads=2).shape == (60, 10)
    recognizer.use(NetworkSpec.mlp((50, 1)), Network(NetworkSpec.mlp((50, 1)), 1).snapshot())
    layer_statistics(spec, weights.params, data, 0, 0.0)
    trainer = Trainer(spec, TrainConfig(batch_size=5, iterations=1, averaging=0.9), data, data)
    assert trainer.evaluator.evaluate(trainer.kept, 0).test_accuracy is not None
    trainer.evaluator.evaluate(trainer.network, 0)
    assert max(sizes) == 20
    assert len(sizes) == 10
