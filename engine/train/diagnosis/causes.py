"""The one cause why a network does not learn, by the numbers of its training: that of the first rule that holds.

The thresholds were chosen on short trainings, others than those of tests/benchmarks/quality/training_advice.py.
"""

from ...types import NO_DIGIT
from ..config import TrainConfig
from ..events import Evaluation
from .advice import (
    DEEP,
    Advice,
    better_start,
    change,
    larger_lr,
    less_dropout,
    smaller_lr,
    weighted,
)
from .layer_health import gradients, is_normalized, most_dead, most_saturated
from .seen import Seen
from .training_data import TrainingData

# W shrinks by this share at each step at least, where weight decay is the cause; from 2 on it grows instead.
_LARGE_DECAY, _EXPLODING_DECAY, _USUAL_DECAY = 0.02, 2.0, 0.001
_LARGE_DROPOUT, _USUAL_DROPOUT = 0.85, 0.5
_USUAL_MOMENTUM = 0.9
# With a larger share of wrong labels even the best predictions have a loss near that of guessing.
_MANY_WRONG, _FEW_WRONG = 0.7, 0.2
# The gradient of W1 below which a network never learns: then it is 1e-8 or less; where it learns late, 3e-6 or more.
_HOPELESS = 1e-6
# The gradient of W1 divided by that of the last W, where many layers of Sigmoid are the cause.
_VANISHING = 0.01
# The first loss divided by that of guessing, where the initial weights are far too large.
_LARGE_START = 3.0
# This share of the outputs is near the ends of their range: from the start; or later, by steps that are too large.
_SATURATED, _SATURATED_LATER = 0.5, 0.9
# A step at least so large can be the cause of saturation.
_LARGE_STEP = 2.0
# Images with less contrast are almost black; those with a brighter border are dark ink on bright paper.
_LOW_CONTRAST, _BRIGHT = 0.1, 0.5
_MANY_BLANK = 0.5
# So many steps are too few, if the loss has not fallen.
_FEW_STEPS, _FEW_FULL_BATCHES = 10, 30
# Mini-batches in an epoch, where another batch size is suggested.
_MINI_BATCHES = 30


def one_class(data: TrainingData) -> Advice | None:
    """Where all images have one label. That is sure before the first step."""
    if len(data.labels) > 1 or data.images < 2:
        return None
    label = data.labels[0]
    what = "show no digit" if label == NO_DIGIT else f"have the label {label}"
    text = f"All {data.images:,} training images {what}, so there is nothing to tell apart."
    return Advice("one class", f"{text} Add images of other digits.")


def why_exploded(seen: Seen) -> Advice:
    """Where the loss grew far above that of guessing, and does not fall."""
    config, first, guessing = seen.config, float(seen.losses[0]), seen.data.guessing
    text = f"The loss is {seen.recent:.3g}; guessing gives {guessing:.3g}."
    if not seen.recent < seen.worst:
        text = f"The loss grew from {first:.3g} to {seen.worst:.3g} in {len(seen.losses):,} steps."
    if seen.decay >= _EXPLODING_DECAY:
        return _weight_decay(seen, text)
    if not seen.large_lr:
        if seen.stds and first > _LARGE_START * guessing:
            return _large_start(seen, f"The loss was {first:.3g} at the first step; guessing gives {guessing:.3g}.")
        if seen.large_momentum:
            return _momentum(config, text)
        if seen.data.ground > _BRIGHT:
            return _inverted(seen, text)
    text += f" The learning rate {config.lr:g} is too large" + ("." if seen.large_lr else " for this network.")
    return smaller_lr("learning rate", text, seen.spec, config)


def why_flat(seen: Seen, late: bool) -> Advice | None:
    """Where the loss is that of guessing. None where no cause is sure yet.

    Args:
        late: after so many steps that a network which only starts slowly would have started.
    """
    return _by_data(seen) or _by_layers(seen) or (_by_settings(seen) if late else None)


def why_dead(seen: Seen) -> Advice | None:
    """Where almost all neurons of a ReLU layer have died during the training."""
    dead = most_dead(seen.now)
    if dead is None or most_dead(seen.first) is not None:
        return None
    name, count, neurons = dead
    text = (
        f"{count} of {neurons} neurons of the ReLU layer {name} are 0 for every image, so they cannot learn any more."
    )
    if seen.large_momentum and not seen.large_lr:
        return _momentum(seen.config, text)
    if seen.data.ground > _BRIGHT and not seen.large_lr:
        return _inverted(seen, text)
    text = f"{text} The steps were too large for them."
    return smaller_lr("dead ReLU", text, seen.spec, seen.config)


def few_steps(seen: Seen) -> Advice | None:
    """Where the training has ended after so few steps that no network learns."""
    if seen.total <= _FEW_STEPS and seen.small_lr:
        return _small_lr(seen)
    images, batch = seen.data.images, seen.config.batch_size
    smaller = min(100, max(10, 10 * round(images / _MINI_BATCHES / 10)))
    if seen.total <= _FEW_FULL_BATCHES and batch >= images and smaller < images:
        text = f"The batch size {batch:,} is {'larger than' if batch > images else 'as large as'} the {images:,} images"
        text += f", so each epoch was one step, and there were only {len(seen.losses):,}. Try batch size {smaller:,}."
        return change("batch size", text, f"Use batch size {smaller:,}", seen.config, batch_size=smaller)
    if seen.total > _FEW_STEPS:
        return None
    text = (
        f"There were only {seen.total:,} steps, too few to learn from. Train for more epochs, or with smaller batches."
    )
    return Advice("few steps", text)


def why_test_at_chance(
    config: TrainConfig, data: TrainingData, test: TrainingData, evaluation: Evaluation
) -> Advice | None:
    """Where the training images are learned, but the test images are predicted as by chance."""
    if config.wrong_labels > _MANY_WRONG:
        return _wrong_labels(config)
    train, on_test = 100 * evaluation.train_accuracy, 100 * (evaluation.test_accuracy or 0)
    text = f"{train:.0f} % of the training images are predicted correctly, but only {on_test:.0f} % of the test images."
    if data.labels_fit is False:
        return _labels(text, "training", data)
    if test.labels_fit is False:
        return _labels(text, "test", test)
    if not data.labels_fit or not test.labels_fit:
        return None
    if (data.ground > _BRIGHT) != (test.ground > _BRIGHT):
        bright, dark = ("training", "test") if data.ground > _BRIGHT else ("test", "training")
        text = f"{text} The {bright} images are dark on bright, the {dark} images bright on dark. Invert one of them."
        return Advice("test set", text)
    text = f"{text} In each set the labels fit the images, so the two sets differ."
    return Advice("test set", f"{text} Check whether the images of one are turned, or their labels shifted.")


def unknown(seen: Seen) -> Advice:
    """Where no cause is sure: what was seen."""
    small, large = gradients(seen.now)
    text = f"{seen.flat} The images have contrast, no ReLU layer is dead, and the gradients of the first and the last W"
    return Advice("unknown", f"{text} are {small:.1g} and {large:.1g}. No cause is sure: try more epochs first.")


# -- the rules for a loss at that of guessing


def _by_data(seen: Seen) -> Advice | None:
    data, config = seen.data, seen.config
    if data.blank > _MANY_BLANK * data.images:
        text = f"{data.blank:,} of {data.images:,} training images are blank: all their pixels are the same."
        return Advice("blank images", f"{seen.flat} {text} Check how the files were made.")
    if data.contrast < _LOW_CONTRAST:
        text = f"The images have almost no contrast: their pixels differ by only {255 * data.contrast:.0f} of 255."
        return Advice("contrast", f"{seen.flat} {text} Scale the pixels so that they go from 0 to 255.")
    if config.wrong_labels > _MANY_WRONG:
        return _wrong_labels(config)
    return _labels(seen.flat, "training", data) if data.labels_fit is False else None


def _by_layers(seen: Seen) -> Advice | None:
    """The causes that the statistics of the layers prove."""
    config, spec = seen.config, seen.spec
    (at_first, _), (small, large) = gradients(seen.first), gradients(seen.now)
    hopeless = max(at_first, small) < _HOPELESS
    if seen.stds and not is_normalized(spec):
        if min(seen.stds) == 0 or (hopeless and not seen.adaptive):
            return _small_start(seen, small, large)
        if most_saturated(spec, seen.first)[1] > _SATURATED and seen.losses[0] > _LARGE_START * seen.data.guessing:
            return _large_start(seen, seen.flat)
    if seen.decay >= _LARGE_DECAY and not seen.large_lr:
        return _weight_decay(seen, seen.flat)
    dead = why_dead(seen)
    if dead is not None:
        return dead
    if seen.large_lr:
        text = f"{seen.flat} The learning rate {config.lr:g} is too large."
        return smaller_lr("learning rate", text, spec, config)
    name, share = most_saturated(spec, seen.now)
    if share >= _SATURATED_LATER and seen.step > _LARGE_STEP and most_saturated(spec, seen.first)[1] < _SATURATED:
        text = f"{seen.flat} {100 * share:.0f} % of the outputs of {name} are at the ends of their range, where the"
        text = f"{text} gradient is close to 0."
        if seen.large_momentum:
            return _momentum(config, text)
        text = f"{text} The learning rate {config.lr:g} is too large for this network."
        return smaller_lr("learning rate", text, spec, config)
    return None


def _by_settings(seen: Seen) -> Advice | None:
    """The causes that are only certain once a slow start is ruled out."""
    config, spec = seen.config, seen.spec
    (first, _), (small, large) = gradients(seen.first), gradients(seen.now)
    if seen.small_lr:
        return _small_lr(seen)
    if seen.dropout >= _LARGE_DROPOUT:
        text = (
            f"{seen.flat} Dropout removes {100 * seen.dropout:.0f} % of the outputs of a layer at each step: too many."
        )
        return less_dropout("dropout", text, spec, _USUAL_DROPOUT)
    if seen.stds and not is_normalized(spec) and first < 10 * _HOPELESS:
        return _small_start(seen, small, large)
    if seen.sigmoids >= DEEP and not is_normalized(spec) and first < _VANISHING * gradients(seen.first)[1]:
        text = f"{seen.flat} The gradient vanishes in {seen.sigmoids} Sigmoid layers: that of W1 was only {first:.1g}."
        return better_start("depth", text, spec)
    if seen.large_momentum:
        return _momentum(config, seen.flat)
    if seen.data.ground > _BRIGHT:
        return _inverted(seen, seen.flat)
    return None


# -- the sentences of the causes that several rules find


def _small_lr(seen: Seen) -> Advice:
    text = f"The loss went only from {seen.losses[0]:.3g} to {seen.recent:.3g} in {len(seen.losses):,} steps."
    text = f"{text} The learning rate {seen.config.lr:g} is too small."
    return larger_lr("small learning rate", text, seen.spec, seen.config)


def _small_start(seen: Seen, small: float, large: float) -> Advice:
    layers, last = len(weighted(seen.spec)), seen.now.gradients[-1][0]
    text = f"{seen.flat} Initial weights of standard deviation {min(seen.stds):g} are too small for {layers} layers:"
    text = f"{text} the gradient of W1 is only {small:.1g}, that of {last} {large:.1g}."
    return better_start("initialisation", text, seen.spec)


def _large_start(seen: Seen, text: str) -> Advice:
    text = f"{text} Initial weights of standard deviation {max(seen.stds):g} are too large for this network."
    return better_start("large initialisation", text, seen.spec)


def _weight_decay(seen: Seen, text: str) -> Advice:
    text = f"{text} The weight decay {seen.config.weight_decay:g} is too large: times the learning rate, it takes"
    text = f"{text} {100 * seen.decay:.3g} % of every weight at each step. Try {_USUAL_DECAY}."
    return change("weight decay", text, f"Use weight decay {_USUAL_DECAY}", seen.config, weight_decay=_USUAL_DECAY)


def _momentum(config: TrainConfig, text: str) -> Advice:
    text = f"{text} The momentum {config.momentum:g} is too large: it makes each step {1 / (1 - config.momentum):.3g}"
    text = f"{text} times as long. Try {_USUAL_MOMENTUM}."
    return change("momentum", text, f"Use momentum {_USUAL_MOMENTUM}", config, momentum=_USUAL_MOMENTUM)


def _inverted(seen: Seen, text: str) -> Advice:
    text = f"{text} The images are dark on bright, so almost all inputs are large; a network learns better with bright"
    return Advice("inverted", f"{text} ink on black. Invert the images, or try a smaller learning rate.")


def _wrong_labels(config: TrainConfig) -> Advice:
    few = f"{100 * _FEW_WRONG:.0f} %"
    text = (
        f"{100 * config.wrong_labels:.3g} % of the labels are wrong: with so many there is little to learn. Try {few}."
    )
    return change("wrong labels", text, f"Use {few} wrong labels", config, wrong_labels=_FEW_WRONG)


def _labels(text: str, which: str, data: TrainingData) -> Advice:
    share = f"{100 * (data.neighbours or 0):.0f} %"
    text = f"{text} The labels of the {which} images do not fit: the most similar image has the same label for only"
    return Advice("labels", f"{text} {share} of them, as by chance. Check whether images or labels were shuffled.")
