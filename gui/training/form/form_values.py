"""Conversion between the texts of the form's fields and a training configuration; no widgets."""

import math
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from engine.data.augmentation import Augmentation
from engine.data.shown_names import shown_name
from engine.errors import SpecError
from engine.i18n import tr, tr_n
from engine.io.limits import MAX_ITERATIONS
from engine.nn.batch_size import check_batch_size
from engine.nn.network_spec import NetworkSpec
from engine.train.config import TrainConfig
from engine.train.hyperparameters import AUGMENTATION, HYPERPARAMETERS, OPTIMIZER_SETTINGS
from gui.training.data.dataset_cache import MNIST, cache
from gui.training.form import number_text
from gui.training.form.evaluation_pace import evaluate_every, evaluation_samples
from gui.training.train_request import TrainRequest, iterations_per_epoch

Texts: TypeAlias = Mapping[str, str]

YES, NO = "yes", "no"

DEFAULT_NETWORK = NetworkSpec.mlp((50,), "relu", "he")
# The fields with a number.
NUMBERS = tuple(name for name, row in HYPERPARAMETERS.items() if row.in_form and not row.choices)
# The fields with a list, and the titles of its options; the list of the data has its own class.
OPTIONS: dict[str, Mapping[str, str]] = {
    "optimizer": HYPERPARAMETERS["optimizer"].choices,
    "schedule": HYPERPARAMETERS["schedule"].choices,
    "length": {"epochs": "epochs", "iterations": "iterations"},
}
# The switches, and the fields that are not used while one is off.
SWITCHES = {
    "augmentation": AUGMENTATION,
    "early_stopping": ("validation", "patience"),
    "overfitting": ("train_size", "wrong_labels"),
}


def text_of(name: str, value: float | None) -> str:
    """A number as its field shows it: in per cent where the unit is "%"."""
    if value is None:
        return tr(HYPERPARAMETERS[name].none)
    return number_text.in_percent(value) if HYPERPARAMETERS[name].unit == "%" else number_text.written(value)


def _defaults() -> dict[str, str]:
    config = TrainConfig()
    texts = {"data": MNIST, "length": "epochs"} | dict.fromkeys(SWITCHES, NO)
    for name, row in HYPERPARAMETERS.items():
        if row.in_form:
            value = row.value(config) if row.offered is None else row.offered
            texts[name] = str(value) if row.choices else text_of(name, value)
    return texts


DEFAULTS = _defaults()


def parse(
    texts: Texts, spec: NetworkSpec | None, temperature: float = 1.0
) -> tuple[TrainRequest | None, dict[str, str]]:
    """What is to be trained, or None; and the sentence for each field that is wrong.

    Fields that are not used are not checked.

    Args:
        spec: None while the list of layers is impossible.
        temperature: see ``TrainConfig``; the form has no field for it.
    """
    skipped = unused(texts)
    values, wrong = values_of(texts, [name for name in NUMBERS if name not in skipped])
    counts = cache.counts(texts["data"])
    if wrong or spec is None or counts is None:
        return None, wrong
    left, exact = counts.without(values.get("validation", 0.0), values.get("train_size"))
    if exact and "validation" in values and left == counts.used(values.get("train_size")):
        return None, {"validation": tr("There are too few images for a validation split.")}
    try:
        check_batch_size(spec, min(values["batch_size"], left))
    except SpecError as error:
        return None, {"batch_size": str(error)}
    per_epoch = iterations_per_epoch(left, values["batch_size"])
    if per_epoch * values.get("epochs", 0) > MAX_ITERATIONS:
        return None, {"epochs": tr("More than {0:,} iterations.", MAX_ITERATIONS)}
    amounts = {name: values.pop(name) for name in AUGMENTATION if name in values}
    try:
        config = TrainConfig(
            optimizer=texts["optimizer"],
            schedule=texts["schedule"],
            augmentation=Augmentation(**amounts),
            temperature=temperature,
            evaluation_samples=evaluation_samples(spec),
            evaluate_every=evaluate_every(spec, values["batch_size"], per_epoch),
            **values,
        )
    except SpecError as error:
        return None, {texts["length"]: str(error)}
    return TrainRequest(spec, config, texts["data"]), {}


def values_of(texts: Texts, names: Iterable[str]) -> tuple[dict[str, Any], dict[str, str]]:
    """The values of the fields that are valid, and the sentence to show below each of the others."""
    values: dict[str, Any] = {}
    wrong: dict[str, str] = {}
    for name in names:
        row = HYPERPARAMETERS[name]
        if name == "train_size" and texts[name].strip() == tr(row.none):
            values[name] = None
            continue
        allowed, percent = row.typed or row.range, row.unit == "%"
        try:
            value = number_text.number(texts[name], row.kind)
        except ValueError:
            value = math.nan
        if value in allowed:
            values[name] = number_text.from_percent(texts[name]) if percent else value
        else:
            title, unit = tr(row.title), tr(row.unit) if row.unit else ""
            with_unit = tr("{0} must be {1} {2}.", title, allowed, unit)
            wrong[name] = with_unit if unit else tr("{0} must be {1}.", title, allowed)
    return values, wrong


def unused(texts: Texts) -> set[str]:
    """The fields that make no difference, because of another choice."""
    names = {name for own in OPTIMIZER_SETTINGS.values() for name in own} - set(OPTIMIZER_SETTINGS[texts["optimizer"]])
    names |= set(OPTIONS["length"]) - {texts["length"]}
    for switch, switched in SWITCHES.items():
        if texts[switch] == NO:
            names |= set(switched)
    return names


def texts_of(config: TrainConfig) -> dict[str, str]:
    """The texts of the fields that ask for ``config``; unused fields have their defaults."""
    texts = {name: DEFAULTS[name] for name in DEFAULTS if name != "data"}
    texts |= {"optimizer": config.optimizer, "schedule": config.schedule}
    texts["length"] = "epochs" if config.iterations is None else "iterations"
    texts["augmentation"] = YES if config.augmentation else NO
    texts["early_stopping"] = YES if config.validation else NO
    texts["overfitting"] = YES if config.train_size is not None or config.wrong_labels else NO
    skipped = unused(texts)
    return texts | {name: text_of(name, HYPERPARAMETERS[name].value(config)) for name in NUMBERS if name not in skipped}


def summary(request: TrainRequest) -> str:
    """ "784-50-10 ReLU, 39,760 parameters, 600 iterations per epoch"; and on how many digits it is evaluated."""
    spec, config = request.spec, request.config
    counts = cache.counts(request.data)
    assert counts is not None
    exact = counts.without(config.validation, config.train_size)[1]
    iterations = f"{request.iterations_per_epoch:,}"
    text = tr_n("{0}, %n parameter(s)", None, spec.param_count(), shown_name(spec.title))
    text = tr("{0}, {1} iterations per epoch", text, iterations if exact else tr("about {0}", iterations))
    if config.evaluation_samples is not None and config.evaluation_samples < counts.test:
        text = tr("{0}, accuracies measured on {1} digits", text, f"{config.evaluation_samples:,}")
    if config.temperature != 1:
        text = tr("{0}, temperature {1}", text, number_text.written(config.temperature))
    return text
