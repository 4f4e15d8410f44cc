"""What the form holds, as the texts a person typed or chose, and what they mean: no widget, no Qt but ``tr``.

Each field has a parser that returns the value or raises ValueError with the sentence to show beside the field.
"""

import math
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from engine.errors import SpecError
from engine.initializers import INITS
from engine.network import NetworkSpec
from engine.optimizers import OPTIMIZER_SETTINGS, OPTIMIZERS
from engine.presets import PRESETS
from engine.schedules import SCHEDULES
from engine.trainer import TrainConfig
from gui.i18n import tr
from gui.settings import Settings
from gui.training.measuring import evaluate_every, evaluation_samples
from gui.training.request import TEST_PICTURES, TRAINING_PICTURES, TrainRequest, iterations_per_epoch

MOST_LAYERS, MOST_NEURONS = 10, 4096
MOST_PARAMETERS = 50_000_000
MOST_BATCH, MOST_EPOCHS, MOST_SEED = 10_000, 1_000, 999_999_999
# Every layer keeps what it computes for the whole mini-batch: a picture takes a convolutional network some 2 MB.
MOST_CONVOLVED = 1_000
# A fully connected network, of the layers that the form asks for; the other kinds are presets.
CONNECTED = "connected"

DEFAULTS = {
    "data": "mnist",
    "kind": CONNECTED,
    "hidden": "50",
    "activation": "relu",
    "init": "he",
    "optimizer": "momentum",
    "momentum": "0.9",
    "lr": "0.1",
    "schedule": "constant",
    "weight_decay": "0",
    "batch_size": "100",
    "epochs": "10",
    "seed": "0",
}
# What can be chosen from a list, in the order of the list.
OPTIONS: dict[str, tuple[str, ...]] = {
    "data": tuple(TRAINING_PICTURES),
    "kind": (CONNECTED, *PRESETS),
    "activation": ("relu", "sigmoid"),
    "init": INITS,
    "optimizer": OPTIMIZERS,
    "schedule": SCHEDULES,
}

Texts: TypeAlias = Mapping[str, str]


def option_name(field: str, option: str) -> str:
    """What a person calls an option of a list."""
    names = {
        "data": {"mnist": tr("MNIST"), "starter": tr("Starter digits")},
        "kind": {
            CONNECTED: tr("Fully connected"),
            "simple-convnet": tr("Simple convnet"),
            "deep-convnet": tr("Deep convnet"),
            "reader-convnet": tr("Digit Lab's reader"),
        },
        "activation": {"relu": tr("ReLU"), "sigmoid": tr("Sigmoid")},
        "init": {"he": tr("He"), "xavier": tr("Xavier"), "std": tr("Standard deviation 0.01")},
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
    }
    return names[field][option]


def parse_hidden(text: str) -> tuple[int, ...]:
    """ "50, 100" -> (50, 100); nothing -> (). Spaces part numbers as commas do."""
    try:
        layers = tuple(_digits(part) for part in text.replace(",", " ").split())
    except ValueError:
        raise ValueError(tr("Write whole numbers, such as 50, 100.")) from None
    if len(layers) > MOST_LAYERS:
        raise ValueError(tr("There can be at most {0} hidden layers.", MOST_LAYERS))
    if not all(1 <= neurons <= MOST_NEURONS for neurons in layers):
        raise ValueError(tr("A layer has from 1 to {0} neurons.", f"{MOST_NEURONS:,}"))
    parameters = NetworkSpec.mlp(layers).param_count()
    if parameters > MOST_PARAMETERS:
        raise ValueError(tr("Too large: {0} million parameters.", f"{parameters / 1e6:,.0f}"))
    return layers


def parse_momentum(text: str) -> float:
    """0 up to, not including, 1."""
    return _number(text, lambda value: 0 <= value < 1, tr("The momentum is at least 0 and below 1."))


def parse_lr(text: str) -> float:
    """Above 0."""
    return _number(text, lambda value: value > 0, tr("The learning rate is a number above 0."))


def parse_weight_decay(text: str) -> float:
    """0 or above."""
    return _number(text, lambda value: value >= 0, tr("The weight decay is 0 or above."))


def parse_batch_size(text: str) -> int:
    """1 to MOST_BATCH."""
    return _whole(text, 1, MOST_BATCH, tr("The batch size is from 1 to {0}.", f"{MOST_BATCH:,}"))


def parse_epochs(text: str) -> int:
    """1 to MOST_EPOCHS."""
    return _whole(text, 1, MOST_EPOCHS, tr("The epochs are from 1 to {0}.", f"{MOST_EPOCHS:,}"))


def parse_seed(text: str) -> int:
    """0 to MOST_SEED."""
    return _whole(text, 0, MOST_SEED, tr("The seed is from 0 to {0}.", f"{MOST_SEED:,}"))


PARSERS: dict[str, Callable[[str], Any]] = {
    "hidden": parse_hidden,
    "momentum": parse_momentum,
    "lr": parse_lr,
    "weight_decay": parse_weight_decay,
    "batch_size": parse_batch_size,
    "epochs": parse_epochs,
    "seed": parse_seed,
}


def _digits(text: str) -> int:
    """A whole number in plain digits; Python's own int() would take "1_0", "+1" and much more."""
    if not (text.isascii() and text.isdigit()) or len(text) > 12:
        raise ValueError(text)
    return int(text)


def _whole(text: str, least: int, most: int, sentence: str) -> int:
    try:
        value = _digits(text.strip())
    except ValueError:
        raise ValueError(sentence) from None
    if not least <= value <= most:
        raise ValueError(sentence)
    return value


def _number(text: str, right: Callable[[float], bool], sentence: str) -> float:
    """A finite number; a comma is read as the decimal point it is in much of the world."""
    text = text.strip().replace(",", ".")
    try:
        value = float(text)
    except ValueError:
        raise ValueError(sentence) from None
    if "_" in text or not math.isfinite(value) or not right(value):
        raise ValueError(sentence)
    return value


def read(texts: Texts) -> tuple[TrainRequest | None, dict[str, str]]:
    """What is to be trained, or None; and the sentence for each field that is wrong.

    Only what makes a difference is looked at.
    """
    idle = unused(texts)
    values: dict[str, Any] = {}
    wrong: dict[str, str] = {}
    for field, parse in PARSERS.items():
        if field in idle:
            continue
        try:
            values[field] = parse(texts[field])
        except ValueError as error:
            wrong[field] = str(error)
    if texts["kind"] != CONNECTED and values.get("batch_size", 0) > MOST_CONVOLVED:
        wrong["batch_size"] = tr("The batch size of a convnet is from 1 to {0}.", f"{MOST_CONVOLVED:,}")
    if wrong:
        return None, wrong
    spec = _spec(texts, values.pop("hidden", ()))
    try:
        config = TrainConfig(
            optimizer=texts["optimizer"],
            schedule=texts["schedule"],
            evaluation_samples=evaluation_samples(spec),
            evaluate_every=evaluate_every(spec, values["batch_size"], texts["data"]),
            **values,
        )
    except SpecError as error:
        return None, {"epochs": str(error)}
    return TrainRequest(spec, config, texts["data"]), {}


def unused(texts: Texts) -> set[str]:
    """The fields that make no difference: another choice has settled what they ask for."""
    fields = set()
    if "momentum" not in OPTIMIZER_SETTINGS[texts["optimizer"]]:
        fields.add("momentum")
    if texts["kind"] != CONNECTED:
        fields |= {"hidden", "activation", "init"}
    elif not texts["hidden"].strip():
        fields.add("activation")
    return fields


def _spec(texts: Texts, hidden: tuple[int, ...]) -> NetworkSpec:
    if texts["kind"] != CONNECTED:
        return PRESETS[texts["kind"]]()
    init = next(each for each in INITS if each == texts["init"])
    return NetworkSpec.mlp(hidden, texts["activation"], init)


def summary(request: TrainRequest) -> str:
    """ "784-50-10 ReLU, 39,760 parameters, 600 iterations an epoch"; and what makes the accuracies coarse."""
    iterations = iterations_per_epoch(request.data, request.config.batch_size)
    spec, samples = request.spec, request.config.evaluation_samples
    text = tr("{0}, {1} parameters, {2} iterations an epoch", spec.title, f"{spec.param_count():,}", f"{iterations:,}")
    if samples is None or samples >= TEST_PICTURES[request.data]:
        return text
    return tr("{0}, accuracies measured on {1} digits", text, f"{samples:,}")


def remembered(settings: Settings, mnist_here: bool) -> dict[str, str]:
    """The last choices; the default for each that was never made, or that makes no sense."""
    defaults = DEFAULTS | {"data": "mnist" if mnist_here else "starter"}
    texts = {field: settings.text(f"train/{field}", default, OPTIONS.get(field)) for field, default in defaults.items()}
    for field, parse in PARSERS.items():
        try:
            parse(texts[field])
        except ValueError:
            texts[field] = defaults[field]
    return texts


def keep(settings: Settings, texts: Texts, wrong: Mapping[str, str]) -> None:
    """Remember the choices that are right."""
    for field, text in texts.items():
        if field not in wrong:
            settings.keep(f"train/{field}", text)
