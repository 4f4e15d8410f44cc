"""Advice for the causes that several rules find. ``text`` is a sentence about what was seen."""

from ...i18n import tr
from ..config import TrainConfig
from .advice import Advice, better_start, change, larger_lr, smaller_lr, weighted
from .seen import Seen
from .training_data import TrainingData

_USUAL_DECAY, _USUAL_MOMENTUM, _FEW_WRONG = 0.001, 0.9, 0.2


def small_learning_rate(seen: Seen) -> Advice:
    text = tr(
        "The loss went only from {0:.3g} to {1:.3g} in {2:,} steps. The learning rate {3:g} is too small.",
        float(seen.losses[0]),
        float(seen.recent),
        len(seen.losses),
        seen.config.lr,
    )
    return larger_lr("small learning rate", text, seen.spec, seen.config)


def large_learning_rate(seen: Seen, text: str, for_this_network: bool) -> Advice:
    lr = seen.config.lr
    why = (
        tr("The learning rate {0:g} is too large for this network.", lr)
        if for_this_network
        else tr("The learning rate {0:g} is too large.", lr)
    )
    return smaller_lr("learning rate", f"{text} {why}", seen.spec, seen.config)


def small_init(seen: Seen, small: float, large: float) -> Advice:
    layers, last = len(weighted(seen.spec)), seen.now.gradients[-1][0]
    text = tr(
        "Initial weights of standard deviation {0:g} are too small for {1} layers: the gradient of W1 is only {2:.1g}, "
        "that of {3} {4:.1g}.",
        min(seen.stds),
        layers,
        small,
        last,
        large,
    )
    return better_start("initialisation", f"{seen.flat} {text}", seen.spec)


def large_init(seen: Seen, text: str) -> Advice:
    why = tr("Initial weights of standard deviation {0:g} are too large for this network.", max(seen.stds))
    return better_start("large initialisation", f"{text} {why}", seen.spec)


def large_start(seen: Seen) -> Advice:
    text = tr("The loss was not a finite number at the first step.")
    if seen.stds:
        return large_init(seen, text)
    why = tr("The weights that the training started from are too large.")
    return Advice("large weights", f"{text} {why}")


def large_weight_decay(seen: Seen, text: str) -> Advice:
    why = tr(
        "The weight decay {0:g} is too large: times the learning rate, it takes {1:.3g} % of every weight at each "
        "step. Try {2}.",
        seen.config.weight_decay,
        100 * seen.decay,
        _USUAL_DECAY,
    )
    action = tr("Use weight decay {0}", _USUAL_DECAY)
    return change("weight decay", f"{text} {why}", action, seen.config, weight_decay=_USUAL_DECAY)


def large_momentum(config: TrainConfig, text: str) -> Advice:
    why = tr(
        "The momentum {0:g} is too large: it makes each step {1:.3g} times as long. Try {2}.",
        config.momentum,
        1 / (1 - config.momentum),
        _USUAL_MOMENTUM,
    )
    return change(
        "momentum", f"{text} {why}", tr("Use momentum {0}", _USUAL_MOMENTUM), config, momentum=_USUAL_MOMENTUM
    )


def inverted_images(text: str) -> Advice:
    why = tr(
        "The images are dark on bright, so almost all inputs are large; a network learns better with bright ink on "
        "black. Invert the images, or try a smaller learning rate."
    )
    return Advice("inverted", f"{text} {why}")


def many_wrong_labels(config: TrainConfig) -> Advice:
    few = 100 * _FEW_WRONG
    text = tr(
        "{0:.3g} % of the labels are wrong: with so many there is little to learn. Try {1:.0f} %.",
        100 * config.wrong_labels,
        few,
    )
    return change("wrong labels", text, tr("Use {0:.0f} % wrong labels", few), config, wrong_labels=_FEW_WRONG)


def shuffled_training_labels(text: str, data: TrainingData) -> Advice:
    why = tr(
        "The labels of the training images do not fit: the most similar image has the same label for only {0:.0f} % of "
        "them, as by chance. Check whether images or labels were shuffled.",
        100 * (data.neighbours or 0),
    )
    return Advice("labels", f"{text} {why}")


def shuffled_test_labels(text: str, data: TrainingData) -> Advice:
    why = tr(
        "The labels of the test images do not fit: the most similar image has the same label for only {0:.0f} % of "
        "them, as by chance. Check whether images or labels were shuffled.",
        100 * (data.neighbours or 0),
    )
    return Advice("labels", f"{text} {why}")
