"""The values of the form's texts, the summary, and how often the accuracies are measured."""

import numpy as np
import pytest

from engine.data.dataset import Dataset
from engine.data.dataset_summary import Loaded
from engine.io.limits import MAX_ITERATIONS
from engine.nn.layers import AffineSpec, ConvolutionSpec
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import PRESETS, deep_convnet, simple_convnet
from engine.train.hyperparameters import HYPERPARAMETERS, OPTIMIZER_SETTINGS
from engine.train.trainer import TrainConfig, Trainer
from gui.training.data.dataset_cache import cache
from gui.training.form import form_values, number_text
from gui.training.form.evaluation_pace import evaluate_every, evaluation_samples
from gui.training.form.form_values import DEFAULT_NETWORK, DEFAULTS, NO, OPTIONS, YES
from gui.training.train_request import TrainRequest, iterations_per_epoch

SYNTHETIC = DEFAULTS | {"data": "starter"}
OWN = "folder:/mine"


def own_digits(n: int) -> Dataset:
    rng = np.random.default_rng(0)
    return Dataset(rng.integers(0, 255, (n, 28, 28)).astype(np.uint8), (np.arange(n) % 10).astype(np.uint8), "mine")


def request_of(spec: NetworkSpec = DEFAULT_NETWORK, **texts: str) -> TrainRequest:
    request, wrong = form_values.parse(SYNTHETIC | texts, spec)
    assert wrong == {}
    assert request is not None
    return request


# -- one field


def test_the_defaults() -> None:
    assert request_of(data="mnist") == TrainRequest(NetworkSpec.mlp((50,), "relu", "he"), TrainConfig(), "mnist")


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("momentum", "0", 0.0),
        ("momentum", "0,99", 0.99),
        ("lr", "1e-3", 0.001),
        ("lr", " 5 ", 5.0),
        ("weight_decay", "0", 0.0),
        ("weight_decay", "0.0001", 0.0001),
        ("averaging", "0.998", 0.998),
        ("batch_size", "1", 1),
        ("batch_size", "10000", 10_000),
        ("epochs", "1000", 1000),
        ("seed", "0", 0),
        ("seed", "999999999", 999_999_999),
        ("rotation", "180", 180.0),
        ("scaling", "12,5", 0.125),
        ("shear", "7", 0.07),
        ("shift", "0", 0.0),
        ("elastic", "0.7", 0.7),
        ("thickness", "100", 1.0),
        ("anneal", "0", 0.0),
        ("validation", "0.5", 0.005),
        ("patience", "0", 0),
    ],
)
def test_valid_values(field: str, text: str, value: float) -> None:
    config = request_of(augmentation=YES, early_stopping=YES, **{field: text}).config
    assert HYPERPARAMETERS[field].value(config) == value


@pytest.mark.parametrize(
    ("field", "text", "part"),
    [
        ("momentum", "1", "below 1"),
        ("momentum", "-0.1", "below 1"),
        ("momentum", "", "below 1"),
        ("lr", "0", "above 0 and at most 1e+30"),
        ("lr", "-1", "above 0 and at most 1e+30"),
        ("lr", "nan", "above 0 and at most 1e+30"),
        ("lr", "inf", "above 0 and at most 1e+30"),
        ("lr", "1_0", "above 0 and at most 1e+30"),
        ("lr", "fast", "above 0 and at most 1e+30"),
        ("lr", "1e300", "above 0 and at most 1e+30"),
        ("weight_decay", "-1", "0 to 1e+30"),
        ("weight_decay", "1e300", "0 to 1e+30"),
        ("averaging", "1", "below 1"),
        ("batch_size", "0", "1 to 10,000"),
        ("batch_size", "10001", "1 to 10,000"),
        ("batch_size", "1e2", "1 to 10,000"),
        ("batch_size", "٥٠", "1 to 10,000"),
        ("epochs", "0", "1 to 1,000"),
        ("epochs", "", "1 to 1,000"),
        ("epochs", "1001", "1 to 1,000"),
        ("seed", "-1", "0 to 999,999,999"),
        ("seed", "²", "0 to 999,999,999"),
        ("seed", "9" * 500, "0 to 999,999,999"),
        ("rotation", "181", "0 to 180"),
        ("scaling", "100.1", "0 to 100 %"),
        ("scaling", "1_0", "0 to 100 %"),
        ("shear", "-1", "0 to 100 %"),
        ("thickness", "inf", "0 to 100 %"),
        ("validation", "0", "above 0"),
        ("validation", "100", "below 100 %"),
        ("patience", "1001", "0 to 1,000"),
    ],
)
def test_invalid_values(field: str, text: str, part: str) -> None:
    request, wrong = form_values.parse(
        SYNTHETIC | {"augmentation": YES, "early_stopping": YES, field: text}, DEFAULT_NETWORK
    )
    assert request is None
    assert list(wrong) == [field]
    assert part in wrong[field]


@pytest.mark.parametrize(("optimizer", "own"), OPTIMIZER_SETTINGS.items())
def test_the_settings_of_other_optimizers_are_not_checked(optimizer: str, own: tuple[str, ...]) -> None:
    every = ("momentum", "decay", "beta1", "beta2")
    texts = {"optimizer": optimizer} | dict.fromkeys(every, "x")
    _, wrong = form_values.parse(SYNTHETIC | texts, DEFAULT_NETWORK)
    assert set(wrong) == set(own)
    request = request_of(**texts | dict.fromkeys(own, "0.5"))
    assert all(getattr(request.config, name) == 0.5 for name in own)


@pytest.mark.parametrize("field", OPTIONS)
def test_every_option_can_be_trained(field: str) -> None:
    for option in OPTIONS[field]:
        request_of(**{field: option})


def test_fields_that_are_switched_off_are_not_checked() -> None:
    names = [name for names in form_values.SWITCHES.values() for name in names]
    assert request_of(augmentation=NO, early_stopping=NO, **dict.fromkeys(names, "x")).config == request_of().config


@pytest.mark.parametrize("value", [0.1, 0.07, 0.998, 1 / 3, 1e-9, 1.0, 0.29, 0.0])
def test_per_cent_are_exact(value: float) -> None:
    assert number_text.from_percent(number_text.in_percent(value)) == value
    assert number_text.number(number_text.written(value), float) == value
    assert "e" not in number_text.in_percent(value).lower()


# -- together


def test_an_invalid_network_is_not_an_error_of_a_field() -> None:
    assert form_values.parse(SYNTHETIC, None) == (None, {})
    assert list(form_values.parse(SYNTHETIC | {"lr": "0"}, None)[1]) == ["lr"]


def test_the_batch_size_of_a_large_network_is_limited() -> None:
    request_of(deep_convnet(), batch_size="1745")
    _, wrong = form_values.parse(SYNTHETIC | {"batch_size": "1746"}, deep_convnet())
    sentence = "Batch size must be at most 1,745: this network keeps 143,246 numbers for each image."
    assert wrong == {"batch_size": sentence}
    _, wrong = form_values.parse(SYNTHETIC | {"batch_size": "10000"}, NetworkSpec.mlp((1, 65_536, 1)))
    assert wrong["batch_size"].startswith("Batch size must be at most 1,907: ")
    # No mini-batch is larger than the data.
    cache.put(OWN, Loaded(own_digits(100), own_digits(10)))
    request_of(deep_convnet(), data=OWN, batch_size="10000")
    _, wrong = form_values.parse(SYNTHETIC | {"batch_size": "0"}, deep_convnet())
    assert wrong == {"batch_size": "Batch size must be from 1 to 10,000."}


def test_an_error_names_the_unit() -> None:
    texts = SYNTHETIC | {"augmentation": form_values.YES, "rotation": "181", "scaling": "101", "shift": "15"}
    _, wrong = form_values.parse(texts, DEFAULT_NETWORK)
    assert wrong == {
        "rotation": "Rotation must be from 0 to 180 °.",
        "scaling": "Scaling must be from 0 to 100 %.",
        "shift": "Shift must be from 0 to 14 px.",
    }


def test_the_number_of_iterations_is_limited() -> None:
    # All images are the same one: 200,000 take no memory.
    data = Dataset(np.broadcast_to(np.zeros((28, 28), np.uint8), (200_000, 28, 28)), np.zeros(200_000, np.uint8))
    cache.put(OWN, Loaded(data, own_digits(10)))
    _, wrong = form_values.parse(DEFAULTS | {"data": OWN, "batch_size": "1", "epochs": "1000"}, DEFAULT_NETWORK)
    assert wrong == {"epochs": "More than 100,000,000 iterations."}
    assert request_of(length="iterations", iterations=str(MAX_ITERATIONS)).config.iterations == MAX_ITERATIONS


def test_the_summary() -> None:
    assert (
        form_values.summary(request_of(data="mnist")) == "784-50-10 ReLU, 39,760 parameters, 600 iterations per epoch"
    )
    request = request_of(NetworkSpec.mlp(()), batch_size="3000")
    assert form_values.summary(request) == "784-10, 7,850 parameters, 7 iterations per epoch"
    assert form_values.summary(request_of(deep_convnet())) == (
        "Convolutional 16-16-32-32-64-64-50-10 ReLU, 123,552 parameters, 200 iterations per epoch, "
        "accuracies measured on 284 digits"
    )
    # 2,890 digits are more than the 2,000 synthetic test digits, but not all of MNIST's.
    for data, mentioned in (("starter", False), ("mnist", True)):
        assert ("measured on 2,890 digits" in form_values.summary(request_of(simple_convnet(), data=data))) is mentioned
    assert "about 540 iterations" in form_values.summary(request_of(data="mnist", early_stopping=YES))


# -- the user's own data


def test_data_that_are_not_loaded_cannot_be_trained_on() -> None:
    assert form_values.parse(DEFAULTS | {"data": OWN}, DEFAULT_NETWORK) == (None, {})


@pytest.mark.parametrize("validation", ["", "10", "33"])
@pytest.mark.parametrize("batch", [1, 7, 100, 1000])
def test_the_iterations_per_epoch_are_those_of_the_trainer(validation: str, batch: int) -> None:
    data = own_digits(113)
    cache.put(OWN, Loaded(data, data.subset(slice(10))))
    early = {"early_stopping": YES, "validation": validation} if validation else {}
    request = request_of(data=OWN, batch_size=str(batch), **early)
    trainer = Trainer(request.spec, request.config, cache.load(OWN, lambda done, total: None).train)
    assert request.iterations_per_epoch == trainer.per_epoch
    assert f", {trainer.per_epoch:,} iterations" in form_values.summary(request)


def test_too_few_images_for_a_validation_split() -> None:
    cache.put(OWN, Loaded(own_digits(10), own_digits(10)))
    _, wrong = form_values.parse(DEFAULTS | {"data": OWN, "early_stopping": YES}, DEFAULT_NETWORK)
    assert wrong == {"validation": "There are too few images for a validation split."}


def test_many_images_are_not_counted_one_by_one() -> None:
    data = Dataset(np.zeros((6000, 28, 28), np.uint8), np.zeros(6000, np.uint8))
    cache.put(OWN, Loaded(data, data))
    assert cache.counts(OWN).without(0.25) == (4500, False)
    assert cache.counts(OWN).without(0) == (6000, True)


def test_only_the_last_user_data_stay_in_the_cache() -> None:
    for data in (OWN, "idx:/other"):
        cache.put(data, Loaded(own_digits(20), own_digits(10)))
    assert cache.get(OWN) is None
    assert cache.counts(OWN) is None
    assert cache.counts("idx:/other").train == 20
    cache.put("starter", Loaded(own_digits(20), own_digits(10)))
    assert cache.get("idx:/other") is not None
    assert cache.counts("starter").train == 20_000
    # As many as MNIST has, where the number is unknown.
    assert TrainRequest(DEFAULT_NETWORK, TrainConfig(), OWN).iterations_per_epoch == 600


# -- the evaluation


@pytest.mark.parametrize(
    ("spec", "texts", "samples", "every"),
    [
        (DEFAULT_NETWORK, {}, 10_000, None),
        # 784 x 4096 + 2 x 4096 x 4096 + 4096 x 10 = 36,806,656 multiplications, of which 50 thousand million are done
        # in a second: 679 images of each set. 3 s are 13.6 mini-batches of 100 images, forward and backward.
        (NetworkSpec.mlp((4096, 4096, 4096)), {}, 679, 10),
        # 865,000 of a convolutional network's 5 thousand million; 3 s are 58 mini-batches.
        (simple_convnet(), {}, 2_890, 50),
        (simple_convnet(), {"data": "mnist"}, 2_890, 50),
        # 8,772,340: 3 s are 5.7 mini-batches of 100. 5 % of the time for 100 images of each set are at least 13.3 of
        # them, or 133 of 10, or 1.3 of 1000.
        (deep_convnet(), {}, 284, 10),
        (deep_convnet(), {"batch_size": "10"}, 284, 100),
        (deep_convnet(), {"batch_size": "1000"}, 284, 1),
    ],
)
def test_the_evaluation_is_short(spec: NetworkSpec, texts: dict[str, str], samples: int, every: int) -> None:
    config = request_of(spec, **texts).config
    assert (config.evaluation_samples, config.evaluate_every) == (samples, every)


@pytest.mark.parametrize("kind", PRESETS)
@pytest.mark.parametrize("data", ["mnist", "starter"])
def test_an_ordinary_machine_evaluates_every_convnet_in_a_second_and_often_enough(kind: str, data: str) -> None:
    """At 10 thousand million operations a second, of which a multiplication and its addition are two."""
    request = request_of(PRESETS[kind](), data=data)
    seconds = 2 * request.spec.multiplications() / 10e9
    assert 2 * request.config.evaluation_samples * seconds <= 1.0
    every = request.config.evaluate_every or request.iterations_per_epoch
    assert 2 < every * 3 * 100 * seconds <= 15


def test_a_huge_network_is_evaluated_on_few_images() -> None:
    spec = NetworkSpec(
        (ConvolutionSpec(1000, size=9, pad=4), ConvolutionSpec(1000, size=9), AffineSpec(10)), (1, 28, 28)
    )
    assert evaluation_samples(spec) == 100
    assert evaluate_every(spec, 100, iterations_per_epoch(60_000, 100)) == 10
