"""The settings of a run as text: all that matter for one run, or one by one for a comparison."""

from typing import Any

from engine.data.shown_names import shown_name
from engine.i18n import comma_list, tr, tr_n
from engine.runs import Run
from engine.train.config import TrainConfig
from engine.train.hyperparameters import HYPERPARAMETERS, OPTIMIZER_SETTINGS
from gui.training.network.descriptions import field_title, init_name
from gui.training.network.descriptions import title as layer_title
from gui.training.runs.formatting import date_and_time, duration, epoch, percent, status_word, total_epochs

_ALWAYS_LISTED = ("lr", "epochs", "batch_size", "seed")
_NOT_LISTED = ("optimizer", "evaluate_every", "evaluation_samples")
_DEFAULT = TrainConfig()
# Enough to tell two datasets apart.
_FINGERPRINT = 8


def setting_title(name: str) -> str:
    """The title of a setting, by the name that ``engine.runs.differing`` has for it."""
    if name[0].isdigit():
        number, kind, setting = name.split(" ")
        titles = {"momentum": tr("Momentum"), "eps": tr("Epsilon")}
        title = titles.get(setting) or field_title(setting)[0]
        return tr("Layer {0}, {1}: {2}", number, layer_title(kind), title)
    if name in HYPERPARAMETERS:
        return tr(HYPERPARAMETERS[name].title)
    return {
        "data": tr("Data"),
        "fingerprint": tr("Fingerprint of the data"),
        "network": tr("Network"),
        "layers": tr("Layers"),
    }[name]


def setting_value(name: str, value: Any) -> str:
    """A value of such a setting."""
    if name == "layers":
        return comma_list(layer_title(kind) for kind in value)
    if name == "fingerprint":
        return f"{value[:_FINGERPRINT]}…"
    if name.endswith(" init"):
        return init_name(value)
    row = HYPERPARAMETERS.get(name)
    if row is None:
        return f"{value:g}" if isinstance(value, float) else str(value)
    if value is None:
        return tr(row.none)
    if row.choices:
        return tr(row.choices[value])
    if row.unit == "%":
        return tr("{0} %", f"{100 * value:g}")
    if row.unit == "epochs":
        return tr_n("%n epoch(s)", None, value)
    if row.unit == "iterations":
        return tr_n("%n iteration(s)", None, value)
    if row.unit == "digits":
        return tr_n("%n digit(s)", None, value)
    text = f"{value:g}" if row.kind is float else str(value) if name == "seed" else f"{value:,}"
    return text + row.unit


def network(run: Run) -> str:
    """ "784-50-10 ReLU, 39,760 parameters"."""
    return tr_n("{0}, %n parameter(s)", None, run.spec.param_count(), shown_name(run.spec.title))


def data(run: Run) -> str:
    """ "MNIST, 60,000 training and 10,000 test images"."""
    facts = run.data
    if not facts.test_images:
        return tr_n("{0}, %n image(s)", None, facts.images, shown_name(facts.name))
    return tr("{0}, {1:,} training and {2:,} test images", shown_name(facts.name), facts.images, facts.test_images)


def training(config: TrainConfig) -> str:
    """The hyperparameters of a run: the most important ones, and those that differ from their defaults."""
    own = " / ".join(f"{getattr(config, name):g}" for name in OPTIMIZER_SETTINGS[config.optimizer])
    parts = [f"{setting_value('optimizer', config.optimizer)} {own}".rstrip()]
    for name, row in HYPERPARAMETERS.items():
        value = row.value(config)
        if name in _NOT_LISTED or row.optimizers or (name == "epochs" and config.iterations is not None):
            continue
        if name in _ALWAYS_LISTED or (value != row.value(_DEFAULT) and (config.augmentation or not row.augmentation)):
            title = setting_title(name)
            parts.append(f"{title[0].lower()}{title[1:]} {setting_value(name, value)}")
    return comma_list(parts)


def scores(run: Run) -> str:
    """The scores of the final weights, and the last evaluation during the training."""
    parts = [f"{shown_name(name)} {percent(score)}" for name, score in run.scores.items()]
    last = run.evaluation
    if last is not None:
        parts.append(tr("training set {0} at epoch {1}", percent(last.train_accuracy), epoch(last.epoch)))
        if last.validation_accuracy is not None:
            parts.append(tr("validation split {0}", percent(last.validation_accuracy)))
        if not run.scores and last.test_accuracy is not None:
            parts.append(tr("test set {0}", percent(last.test_accuracy)))
    return comma_list(parts) or tr("Not evaluated yet.")


def progress(run: Run) -> str:
    """ "finished, 10 of 10 epochs in 12.3 s, started 12 March 2024, 14:03"."""
    done = tr(
        "{0}, {1} of {2} epochs in {3}",
        status_word(run.status),
        epoch(run.epoch),
        total_epochs(run),
        duration(run.seconds),
    )
    parts = [done, tr("started {0}", date_and_time(run.started))]
    if run.imported:
        parts.append(tr("imported from a file"))
    return comma_list(parts)
