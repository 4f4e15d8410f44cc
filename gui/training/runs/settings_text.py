"""The settings of a run in words: all that matter for one run, or one by one for a comparison."""

from typing import Any

from engine.runs import Run
from engine.train.config import TrainConfig
from engine.train.optimizers import OPTIMIZER_SETTINGS
from gui.i18n import tr
from gui.training.form.form_values import option_name
from gui.training.network.descriptions import field_title, init_name
from gui.training.network.descriptions import title as layer_title
from gui.training.runs.run_text import NO_NUMBER, duration, epoch, epochs_in_all, moment_in_full, percent, status_word

# Enough to tell two sets of pictures apart.
_FINGERPRINT = 8


def setting_title(name: str) -> str:
    """What a person calls a setting, by the name that ``engine.runs.differing`` has for it."""
    if name[0].isdigit():
        number, kind, setting = name.split(" ")
        return tr("Layer {0}, {1}: {2}", number, layer_title(kind), _layer_setting(setting))
    return {
        "data": tr("Data"),
        "fingerprint": tr("Fingerprint of the data"),
        "network": tr("Network"),
        "layers": tr("Layers"),
        "optimizer": tr("Optimiser"),
        "lr": tr("Learning rate"),
        "momentum": tr("Momentum"),
        "decay": tr("Decay"),
        "beta1": tr("Beta 1"),
        "beta2": tr("Beta 2"),
        "batch_size": tr("Batch size"),
        "epochs": tr("Epochs"),
        "iterations": tr("Iterations"),
        "seed": tr("Seed"),
        "schedule": tr("Schedule"),
        "weight_decay": tr("Weight decay"),
        "rotation": tr("Rotation"),
        "scaling": tr("Scaling"),
        "shear": tr("Shear"),
        "shift": tr("Shift"),
        "elastic": tr("Elastic"),
        "thickness": tr("Thickness"),
        "fading": tr("Fading"),
        "averaging": tr("Averaging"),
        "temperature": tr("Temperature"),
        "validation": tr("Validation part"),
        "patience": tr("Patience"),
        "evaluate_every": tr("Measured every"),
        "evaluation_samples": tr("Measured on"),
    }[name]


def setting_value(name: str, value: Any) -> str:
    """A value of such a setting."""
    if name in ("optimizer", "schedule"):
        return option_name(name, value)
    if name == "layers":
        return ", ".join(layer_title(kind) for kind in value)
    if name == "fingerprint":
        return f"{value[:_FINGERPRINT]}…"
    if name == "validation":
        return f"{100 * value:g} %"
    if name == "evaluation_samples":
        return tr("all digits") if value is None else tr("{0} digits", f"{value:,}")
    if name == "evaluate_every" and value is not None:
        return tr("{0} iterations", f"{value:,}")
    if name.endswith(" init"):
        return init_name(value)
    if value is None:
        return NO_NUMBER
    if isinstance(value, float):
        return f"{value:g}"
    return f"{value:,}" if isinstance(value, int) and name != "seed" else str(value)


def _layer_setting(setting: str) -> str:
    return {"momentum": tr("Momentum"), "eps": tr("Epsilon")}.get(setting) or field_title(setting)[0]


def network(run: Run) -> str:
    """ "784-50-10 ReLU, 39,760 parameters"."""
    return tr("{0}, {1} parameters", run.spec.title, f"{run.spec.param_count():,}")


def data(run: Run) -> str:
    """ "MNIST, 60,000 pictures and 10,000 to test with"."""
    facts = run.data
    if not facts.test_images:
        return tr("{0}, {1} pictures", facts.name, f"{facts.images:,}")
    return tr("{0}, {1} pictures and {2} to test with", facts.name, f"{facts.images:,}", f"{facts.test_images:,}")


def learning(config: TrainConfig) -> str:
    """How it learned; what is left as it usually is is not said."""
    return ", ".join([*_method(config), *_pace(config), *_variation(config)])


def _method(config: TrainConfig) -> list[str]:
    told = [option_name("optimizer", config.optimizer)]
    own = OPTIMIZER_SETTINGS[config.optimizer]
    if own:
        told[0] += " " + " / ".join(f"{getattr(config, name):g}" for name in own)
    told.append(tr("learning rate {0}", f"{config.lr:g}"))
    if config.schedule != "constant":
        told.append(tr("schedule {0}", option_name("schedule", config.schedule).lower()))
    if config.weight_decay:
        told.append(tr("weight decay {0}", f"{config.weight_decay:g}"))
    if config.averaging:
        told.append(tr("averaging {0}", f"{config.averaging:g}"))
    if config.temperature != 1:
        told.append(tr("temperature {0}", f"{config.temperature:g}"))
    return told


def _pace(config: TrainConfig) -> list[str]:
    told = [tr("batch size {0}", f"{config.batch_size:,}")]
    if config.iterations is not None:
        told.append(tr("{0} iterations", f"{config.iterations:,}"))
    else:
        told.append(tr("1 epoch") if config.epochs == 1 else tr("{0} epochs", f"{config.epochs:,}"))
    if config.validation:
        told.append(tr("{0} % kept for validation", f"{100 * config.validation:g}"))
    if config.patience:
        told.append(tr("ends after {0} epochs without a better one", config.patience))
    told.append(tr("seed {0}", config.seed))
    return told


def _variation(config: TrainConfig) -> list[str]:
    names = ("rotation", "scaling", "shear", "shift", "elastic", "thickness")
    told = [f"{setting_title(name).lower()} {getattr(config, name):g}" for name in names if getattr(config, name)]
    if told and config.fading:
        told.append(tr("fading {0}", f"{config.fading:g}"))
    return told


def scores(run: Run) -> str:
    """What was measured of the weights it ended with, and last while it learned."""
    told = [f"{name} {percent(score)}" for name, score in run.scores.items()]
    last = run.evaluation
    if last is not None:
        told.append(tr("training set {0} at epoch {1}", percent(last.train_accuracy), epoch(last.epoch)))
        if last.validation_accuracy is not None:
            told.append(tr("validation part {0}", percent(last.validation_accuracy)))
        if not run.scores and last.test_accuracy is not None:
            told.append(tr("test set {0}", percent(last.test_accuracy)))
    return ", ".join(told) or tr("Nothing was measured yet.")


def course(run: Run) -> str:
    """ "finished, 10 of 10 epochs in 12.3 s, begun 12 March 2024, 14:03"."""
    done = tr(
        "{0}, {1} of {2} epochs in {3}",
        status_word(run.status),
        epoch(run.epoch),
        epochs_in_all(run),
        duration(run.seconds),
    )
    told = [done, tr("begun {0}", moment_in_full(run.started))]
    if run.imported:
        told.append(tr("imported from a file"))
    return ", ".join(told)
