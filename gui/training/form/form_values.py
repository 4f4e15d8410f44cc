"""What the form holds, as the texts a person typed or chose, and what they mean: no widget, no Qt but ``tr``.

Each field has a parser that returns the value or raises ValueError with the sentence to show beside the field.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from engine.errors import SpecError
from engine.nn.layers import ConvolutionSpec
from engine.nn.network import NetworkSpec
from engine.train.config import MAX_ITERATIONS, TrainConfig
from engine.train.optimizers import OPTIMIZER_SETTINGS, OPTIMIZERS
from engine.train.schedules import SCHEDULES
from gui.i18n import tr
from gui.training.data.dataset_cache import MNIST, SYNTHETIC, shelf
from gui.training.form.evaluation_pace import evaluate_every, evaluation_samples
from gui.training.form.number_text import in_percent, number, part, whole, written
from gui.training.train_request import TrainRequest, iterations_per_epoch

MOST_PARAMETERS = 50_000_000
MOST_BATCH, MOST_EPOCHS, MOST_SEED = 10_000, 1_000, 999_999_999
# Every layer keeps what it computes for the whole mini-batch: a picture takes a convolutional network some 2 MB.
MOST_CONVOLVED = 1_000
YES, NO = "yes", "no"

DEFAULT_NETWORK = NetworkSpec.mlp((50,), "relu", "he")
# The variation that is offered when it is switched on is that of the shipped network.
DEFAULTS = {
    "data": MNIST,
    "optimizer": "momentum",
    "momentum": "0.9",
    "decay": "0.99",
    "beta1": "0.9",
    "beta2": "0.999",
    "lr": "0.1",
    "schedule": "constant",
    "length": "epochs",
    "epochs": "10",
    "iterations": "5000",
    "batch_size": "100",
    "weight_decay": "0",
    "averaging": "0",
    "seed": "0",
    "vary": NO,
    "rotation": "10",
    "scaling": "10",
    "shear": "12",
    "shift": "1",
    "elastic": "0.7",
    "thickness": "40",
    "fading": "50",
    "early": NO,
    "validation": "10",
    "patience": "5",
}
# What can be chosen from a list, in the order of the list; the data have one of their own.
OPTIONS: dict[str, tuple[str, ...]] = {
    "optimizer": OPTIMIZERS,
    "schedule": SCHEDULES,
    "length": ("epochs", "iterations"),
}
# What is switched on or off, and the fields that make no difference while it is off.
SWITCHES: dict[str, tuple[str, ...]] = {
    "vary": ("rotation", "scaling", "shear", "shift", "elastic", "thickness", "fading"),
    "early": ("validation", "patience"),
}
# These stand in the form in per cent, and in a TrainConfig as parts.
PERCENT = ("scaling", "shear", "thickness", "fading", "validation")

Texts: TypeAlias = Mapping[str, str]


def option_name(field: str, option: str) -> str:
    """What a person calls an option of a list."""
    names = {
        "data": {MNIST: tr("MNIST"), SYNTHETIC: tr("Starter digits")},
        "optimizer": {
            "sgd": tr("SGD"),
            "momentum": tr("Momentum"),
            "nesterov": tr("Nesterov"),
            "adagrad": tr("AdaGrad"),
            "rmsprop": tr("RMSProp"),
            "adam": tr("Adam"),
        },
        "schedule": {
            "constant": tr("Constant"),
            "step": tr("Step"),
            "cosine": tr("Cosine"),
            "one-cycle": tr("One-cycle"),
        },
        "length": {"epochs": tr("epochs"), "iterations": tr("iterations")},
    }
    return names[field][option]


# -- what each field may hold


def _from_0(text: str, sentence: str) -> float:
    return number(text, lambda value: value >= 0, sentence)


def _below_1(text: str, sentence: str) -> float:
    return number(text, lambda value: 0 <= value < 1, sentence)


def _up_to(text: str, most: float, sentence: str) -> float:
    return number(text, lambda value: 0 <= value <= most, sentence.format(most))


def _per_cent(text: str, sentence: str) -> float:
    return part(text, lambda value: 0 <= value <= 100, sentence)


def _some_per_cent(text: str, sentence: str) -> float:
    return part(text, lambda value: 0 < value < 100, sentence)


def _from_1(text: str, most: int, sentence: str) -> int:
    return whole(text, 1, most, sentence.format(f"{most:,}"))


PARSERS: dict[str, Callable[[str], Any]] = {
    "momentum": lambda text: _below_1(text, tr("The momentum is at least 0 and below 1.")),
    "decay": lambda text: _below_1(text, tr("The decay is at least 0 and below 1.")),
    "beta1": lambda text: _below_1(text, tr("Beta 1 is at least 0 and below 1.")),
    "beta2": lambda text: _below_1(text, tr("Beta 2 is at least 0 and below 1.")),
    "lr": lambda text: number(text, lambda lr: lr > 0, tr("The learning rate is a number above 0.")),
    "epochs": lambda text: _from_1(text, MOST_EPOCHS, tr("The epochs are from 1 to {0}.")),
    "iterations": lambda text: _from_1(text, MAX_ITERATIONS, tr("The iterations are from 1 to {0}.")),
    "batch_size": lambda text: _from_1(text, MOST_BATCH, tr("The batch size is from 1 to {0}.")),
    "weight_decay": lambda text: _from_0(text, tr("The weight decay is 0 or above.")),
    "averaging": lambda text: _below_1(text, tr("The averaging is at least 0 and below 1.")),
    "seed": lambda text: whole(text, 0, MOST_SEED, tr("The seed is from 0 to {0}.", f"{MOST_SEED:,}")),
    "rotation": lambda text: _up_to(text, 180, tr("The rotation is from 0 to {0} degrees.")),
    "scaling": lambda text: _per_cent(text, tr("The scaling is from 0 to 100 %.")),
    "shear": lambda text: _per_cent(text, tr("The shear is from 0 to 100 %.")),
    "shift": lambda text: _up_to(text, 14, tr("The shift is from 0 to {0} pixels.")),
    "elastic": lambda text: _up_to(text, 10, tr("The bending is from 0 to {0} pixels.")),
    "thickness": lambda text: _per_cent(text, tr("The thickness is from 0 to 100 %.")),
    "fading": lambda text: _per_cent(text, tr("The fading is from 0 to 100 %.")),
    "validation": lambda text: _some_per_cent(text, tr("The validation part is above 0 and below 100 %.")),
    "patience": lambda text: whole(text, 0, MOST_EPOCHS, tr("The patience is from 0 to {0}.", f"{MOST_EPOCHS:,}")),
}


# -- what they mean together


def read(
    texts: Texts, spec: NetworkSpec | None, temperature: float = 1.0
) -> tuple[TrainRequest | None, dict[str, str]]:
    """What is to be trained, or None; and the sentence for each field that is wrong.

    Only what makes a difference is looked at.

    Args:
        spec: None while the list of layers is impossible.
        temperature: see ``TrainConfig``; the form has no field for it.
    """
    idle = unused(texts)
    values, wrong = values_of(texts, [field for field in PARSERS if field not in idle])
    convolved = spec is not None and any(isinstance(layer, ConvolutionSpec) for layer in spec.layers)
    if convolved and values.get("batch_size", 0) > MOST_CONVOLVED:
        wrong["batch_size"] = tr("The batch size of a convnet is from 1 to {0}.", f"{MOST_CONVOLVED:,}")
    pictures = shelf.pictures(texts["data"])
    if wrong or spec is None or pictures is None:
        return None, wrong
    learned, exact = pictures.learned(values.get("validation", 0.0))
    if exact and "validation" in values and learned == pictures.train:
        return None, {"validation": tr("There are too few pictures to hold a part out of.")}
    per_epoch = iterations_per_epoch(learned, values["batch_size"])
    if per_epoch * values.get("epochs", 0) > MAX_ITERATIONS:
        return None, {"epochs": tr("More than {0} million iterations.", f"{MAX_ITERATIONS / 1e6:,.0f}")}
    try:
        config = TrainConfig(
            optimizer=texts["optimizer"],
            schedule=texts["schedule"],
            temperature=temperature,
            evaluation_samples=evaluation_samples(spec),
            evaluate_every=evaluate_every(spec, values["batch_size"], per_epoch),
            **values,
        )
    except SpecError as error:
        return None, {texts["length"]: str(error)}
    return TrainRequest(spec, config, texts["data"]), {}


def values_of(texts: Texts, fields: list[str]) -> tuple[dict[str, Any], dict[str, str]]:
    """The values of those of the fields that are right, and the sentences for the others."""
    values: dict[str, Any] = {}
    wrong: dict[str, str] = {}
    for field in fields:
        try:
            values[field] = PARSERS[field](texts[field])
        except ValueError as error:
            wrong[field] = str(error)
    return values, wrong


def unused(texts: Texts) -> set[str]:
    """The fields that make no difference: another choice has settled what they ask for."""
    own = {name for names in OPTIMIZER_SETTINGS.values() for name in names}
    fields = own - set(OPTIMIZER_SETTINGS[texts["optimizer"]])
    fields |= set(OPTIONS["length"]) - {texts["length"]}
    for switch, switched in SWITCHES.items():
        if texts[switch] == NO:
            fields |= set(switched)
    return fields


def texts_of(config: TrainConfig) -> dict[str, str]:
    """What the fields hold when they ask for ``config``; those that make no difference hold what they are offered
    with. How often the accuracies are measured is not asked for: that follows from the rest."""
    texts = {"optimizer": config.optimizer, "schedule": config.schedule}
    texts["length"] = "epochs" if config.iterations is None else "iterations"
    texts["vary"] = YES if config.augmentation else NO
    texts["early"] = YES if config.validation else NO
    texts = DEFAULTS | texts
    idle = unused(texts)
    for field in PARSERS:
        if field not in idle:
            value = getattr(config, field)
            texts[field] = in_percent(value) if field in PERCENT else written(value)
    del texts["data"]
    return texts


def summary(request: TrainRequest) -> str:
    """ "784-50-10 ReLU, 39,760 parameters, 600 iterations an epoch"; and what makes the accuracies coarse."""
    spec, config = request.spec, request.config
    pictures = shelf.pictures(request.data)
    assert pictures is not None
    exact = pictures.learned(config.validation)[1]
    iterations = f"{request.iterations_per_epoch:,}"
    text = tr("{0}, {1} parameters", spec.title, f"{spec.param_count():,}")
    text = tr("{0}, {1} iterations an epoch", text, iterations if exact else tr("about {0}", iterations))
    if config.evaluation_samples is not None and config.evaluation_samples < pictures.test:
        text = tr("{0}, accuracies measured on {1} digits", text, f"{config.evaluation_samples:,}")
    if config.temperature != 1:
        text = tr("{0}, temperature {1}", text, written(config.temperature))
    return text
