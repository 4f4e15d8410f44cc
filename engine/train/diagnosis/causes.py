"""The one cause why a network does not learn, by the numbers of its training: that of the first rule that holds.

The thresholds were chosen on short trainings, others than those of tests/benchmarks/quality/training_advice.py.
"""

import math

from ...i18n import tr, tr_n
from ...types import NO_DIGIT
from ..config import TrainConfig
from ..events import Evaluation
from .advice import (
    DEEP,
    Advice,
    better_start,
    change,
    less_dropout,
    smaller_lr,
)
from .common_causes import (
    inverted_images,
    large_init,
    large_learning_rate,
    large_momentum,
    large_start,
    large_weight_decay,
    many_wrong_labels,
    shuffled_test_labels,
    shuffled_training_labels,
    small_init,
    small_learning_rate,
)
from .layer_health import gradients, is_normalized, most_dead, most_saturated
from .seen import Seen
from .training_data import TrainingData

# W shrinks by this share at each step at least, where weight decay is the cause; from 2 on it grows instead.
_LARGE_DECAY, _EXPLODING_DECAY = 0.02, 2.0
_LARGE_DROPOUT, _USUAL_DROPOUT = 0.85, 0.5
# With a larger share of wrong labels even the best predictions have a loss near that of guessing.
_MANY_WRONG = 0.7
# The gradient of W1 below which a network never learns: then it is 1e-8 or less; where it learns late, 3e-6 or more.
_HOPELESS = 1e-6
# The gradient of W1 divided by that of the last W, where many layers of Sigmoid are the cause.
_VANISHING = 0.01
# The first loss divided by that of an untrained network, where the initial weights are far too large.
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
    if label == NO_DIGIT:
        text = tr("All {0:,} training images show no digit, so there is nothing to tell apart.", data.images)
    else:
        text = tr(
            "All {0:,} training images have the label {1}, so there is nothing to tell apart.", data.images, label
        )
    advice = tr("Add images of other digits.")
    return Advice("one class", f"{text} {advice}")


def why_exploded(seen: Seen) -> Advice:
    """Where the loss is far above that of an untrained network, and does not fall."""
    config, first, guessing = seen.config, float(seen.losses[0]), seen.data.guessing
    if not math.isfinite(first):
        # Before any step: neither the learning rate nor the weight decay has had an effect.
        return large_start(seen)
    text = _how_high(seen)
    if seen.decay >= _EXPLODING_DECAY:
        return large_weight_decay(seen, text)
    if not seen.large_lr:
        if seen.stds and first > _LARGE_START * seen.data.start:
            start = tr("The loss was {0:.3g} at the first step; guessing gives {1:.3g}.", first, guessing)
            return large_init(seen, start)
        if seen.large_momentum:
            return large_momentum(config, text)
        if seen.data.ground > _BRIGHT:
            return inverted_images(text)
    return large_learning_rate(seen, text, for_this_network=not seen.large_lr)


def _how_high(seen: Seen) -> str:
    """The sentence about a loss far above that of guessing, or about weights that are no finite numbers any more."""
    first, last, at = float(seen.losses[0]), float(seen.losses[-1]), int(seen.losses.argmax())
    if not math.isfinite(last):
        # No step follows such a loss.
        steps = len(seen.losses)
        return tr("The loss was {0:.3g} at the first step, and is not a finite number at step {1:,}.", first, steps)
    worst = float(seen.losses[at])
    if seen.recent < worst or f"{worst:.3g}" == f"{first:.3g}":
        return tr("The loss is {0:.3g}; guessing gives {1:.3g}.", float(seen.recent), seen.data.guessing)
    return tr("The loss grew from {0:.3g} to {1:.3g} in {2:,} steps.", first, worst, at + 1)


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
    text = tr(
        "{0} of {1} neurons of the ReLU layer {2} are 0 for every image, so they cannot learn any more.",
        count,
        neurons,
        name,
    )
    if seen.large_momentum and not seen.large_lr:
        return large_momentum(seen.config, text)
    if seen.data.ground > _BRIGHT and not seen.large_lr:
        return inverted_images(text)
    why = tr("The steps were too large for them.")
    return smaller_lr("dead ReLU", f"{text} {why}", seen.spec, seen.config)


def few_steps(seen: Seen) -> Advice | None:
    """Where the training has ended after so few steps that no network learns."""
    if seen.total <= _FEW_STEPS and seen.small_lr:
        return small_learning_rate(seen)
    images, batch = seen.data.images, seen.config.batch_size
    smaller = min(100, max(10, 10 * round(images / _MINI_BATCHES / 10)))
    if seen.total <= _FEW_FULL_BATCHES and batch >= images and smaller < images:
        steps = len(seen.losses)
        if batch > images:
            text = tr(
                "The batch size {0:,} is larger than the {1:,} images, so each epoch was one step, and there were only "
                "{2:,}. Try batch size {3:,}.",
                batch,
                images,
                steps,
                smaller,
            )
        else:
            text = tr(
                "The batch size {0:,} is as large as the {1:,} images, so each epoch was one step, and there were only "
                "{2:,}. Try batch size {3:,}.",
                batch,
                images,
                steps,
                smaller,
            )
        return change("batch size", text, tr("Use batch size {0:,}", smaller), seen.config, batch_size=smaller)
    if seen.total > _FEW_STEPS:
        return None
    text = tr_n(
        "There (was/were) only %n step(s), too few to learn from. Train for more epochs, or with smaller batches.",
        None,
        seen.total,
    )
    return Advice("few steps", text)


def why_test_at_chance(
    config: TrainConfig, data: TrainingData, test: TrainingData, evaluation: Evaluation
) -> Advice | None:
    """Where the training images are learned, but the test images are predicted as by chance."""
    if config.wrong_labels > _MANY_WRONG:
        return many_wrong_labels(config)
    train, on_test = 100 * evaluation.train_accuracy, 100 * (evaluation.test_accuracy or 0)
    text = tr(
        "{0:.0f} % of the training images are predicted correctly, but only {1:.0f} % of the test images.",
        train,
        on_test,
    )
    if data.labels_fit is False:
        return shuffled_training_labels(text, data)
    if test.labels_fit is False:
        return shuffled_test_labels(text, test)
    if not data.labels_fit or not test.labels_fit:
        return None
    if (data.ground > _BRIGHT) != (test.ground > _BRIGHT):
        if data.ground > _BRIGHT:
            why = tr("The training images are dark on bright, the test images bright on dark. Invert one of them.")
        else:
            why = tr("The test images are dark on bright, the training images bright on dark. Invert one of them.")
        return Advice("test set", f"{text} {why}")
    why = tr(
        "In each set the labels fit the images, so the two sets differ. Check whether the images of one are turned, or "
        "their labels shifted."
    )
    return Advice("test set", f"{text} {why}")


def unknown(seen: Seen) -> Advice:
    """Where no cause is sure: what was seen."""
    small, large = gradients(seen.now)
    text = tr(
        "The images have contrast, no ReLU layer is dead, and the gradients of the first and the last W are {0:.1g} "
        "and {1:.1g}. No cause is sure: try more epochs first.",
        small,
        large,
    )
    return Advice("unknown", f"{seen.flat} {text}")


# -- the rules for a loss at that of guessing


def _by_data(seen: Seen) -> Advice | None:
    data, config = seen.data, seen.config
    if data.blank > _MANY_BLANK * data.images:
        text = tr(
            "{0:,} of {1:,} training images are blank: all their pixels are the same. Check how the files were made.",
            data.blank,
            data.images,
        )
        return Advice("blank images", f"{seen.flat} {text}")
    if data.contrast < _LOW_CONTRAST:
        text = tr(
            "The images have almost no contrast: their pixels differ by only {0:.0f} of 255. Scale the pixels so that "
            "they go from 0 to 255.",
            255 * data.contrast,
        )
        return Advice("contrast", f"{seen.flat} {text}")
    if config.wrong_labels > _MANY_WRONG:
        return many_wrong_labels(config)
    return shuffled_training_labels(seen.flat, data) if data.labels_fit is False else None


def _by_layers(seen: Seen) -> Advice | None:
    """The causes that the statistics of the layers prove."""
    config, spec = seen.config, seen.spec
    (at_first, _), (small, large) = gradients(seen.first), gradients(seen.now)
    hopeless = max(at_first, small) < _HOPELESS
    if seen.stds and not is_normalized(spec):
        if min(seen.stds) == 0 or (hopeless and not seen.adaptive):
            return small_init(seen, small, large)
        if most_saturated(spec, seen.first)[1] > _SATURATED and seen.losses[0] > _LARGE_START * seen.data.start:
            return large_init(seen, seen.flat)
    if seen.decay >= _LARGE_DECAY and not seen.large_lr:
        return large_weight_decay(seen, seen.flat)
    dead = why_dead(seen)
    if dead is not None:
        return dead
    if seen.large_lr:
        return large_learning_rate(seen, seen.flat, for_this_network=False)
    name, share = most_saturated(spec, seen.now)
    if share >= _SATURATED_LATER and seen.step > _LARGE_STEP and most_saturated(spec, seen.first)[1] < _SATURATED:
        text = tr(
            "{0:.0f} % of the outputs of {1} are at the ends of their range, where the gradient is close to 0.",
            100 * share,
            name,
        )
        text = f"{seen.flat} {text}"
        if seen.large_momentum:
            return large_momentum(config, text)
        return large_learning_rate(seen, text, for_this_network=True)
    return None


def _by_settings(seen: Seen) -> Advice | None:
    """The causes that are only certain once a slow start is ruled out."""
    config, spec = seen.config, seen.spec
    (first, _), (small, large) = gradients(seen.first), gradients(seen.now)
    if seen.small_lr:
        return small_learning_rate(seen)
    if seen.dropout >= _LARGE_DROPOUT:
        text = tr("Dropout removes {0:.0f} % of the outputs of a layer at each step: too many.", 100 * seen.dropout)
        return less_dropout("dropout", f"{seen.flat} {text}", spec, _USUAL_DROPOUT)
    if seen.stds and not is_normalized(spec) and first < 10 * _HOPELESS:
        return small_init(seen, small, large)
    if seen.sigmoids >= DEEP and not is_normalized(spec) and first < _VANISHING * gradients(seen.first)[1]:
        text = tr("The gradient vanishes in {0} Sigmoid layers: that of W1 was only {1:.1g}.", seen.sigmoids, first)
        return better_start("depth", f"{seen.flat} {text}", spec)
    if seen.large_momentum:
        return large_momentum(config, seen.flat)
    if seen.data.ground > _BRIGHT:
        return inverted_images(seen.flat)
    return None
