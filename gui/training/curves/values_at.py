"""What the curves of a training say at an epoch, and which part of them is worth looking at."""

from collections.abc import Sequence

from gui.training.curves.readout import Reading
from gui.training.curves.training_history import ACCURACIES, TrainingHistory

# Once the first losses, which are high, are this far back, the plot looks at the others.
_BEGINNING = 0.1


def percent(part: float) -> str:
    """0.971 -> "97.1 %"."""
    return f"{100 * part:.1f} %"


def judged_by(course: TrainingHistory) -> str:
    """Which of ACCURACIES says how good it is: the test set's where there is one."""
    return next((kind for kind in ("test", "validation") if course.has(kind)), "train")


# -- what is under the mouse


def accuracies_at(course: TrainingHistory, epoch: float) -> Reading | None:
    """Of the nearest time they were measured; "–" where there is no test set."""
    nearest = course.nearest(epoch)
    if nearest is None:
        return None
    found = {kind: getattr(nearest, f"{kind}_accuracy") for kind in ACCURACIES}
    if not course.has("validation"):
        del found["validation"]
    return Reading(nearest.epoch, {kind: "–" if value is None else percent(value) for kind, value in found.items()})


def losses_at(course: TrainingHistory, epoch: float, epochs_a_pixel: float) -> Reading | None:
    """Of the nearest mini-batch; where several lie in one pixel, the loss from the lowest to the highest of them."""
    if course.per_epoch is None or not course.has_losses:
        return None
    span = epochs_a_pixel * course.per_epoch
    iteration, low, high, smooth = course.losses.at(epoch * course.per_epoch, span)
    raw = f"{low:.3g}" if low == high else f"{low:.3g}–{high:.3g}"
    return Reading(iteration / course.per_epoch, {"raw": raw, "smooth": f"{smooth:.3g}"})


def rate_at(course: TrainingHistory, epoch: float) -> Reading | None:
    """The learning rate."""
    rate = course.rate_at(epoch)
    return None if rate is None else Reading(min(epoch, course.end), {"rate": f"{rate:.3g}"})


def run_at(course: TrainingHistory, epoch: float, rates: bool) -> str:
    """A run in a few words: its smoothed loss, and how good it was; nothing after its end.

    Args:
        rates: its learning rate instead of the loss.
    """
    # The epoch may be that of another training's last mini-batch.
    if epoch > 1.002 * course.end:
        return ""
    said = []
    rate = course.rate_at(epoch) if rates else None
    if rate is not None:
        said.append(f"{rate:.3g}")
    elif course.per_epoch is not None and course.has_losses:
        said.append(f"{course.losses.at(epoch * course.per_epoch)[3]:.3g}")
    nearest = course.nearest(epoch)
    value = None if nearest is None else getattr(nearest, f"{judged_by(course)}_accuracy")
    if value is not None:
        said.append(percent(value))
    return " · ".join(said)


# -- where to look


def lowest_accuracy(courses: Sequence[TrainingHistory]) -> float:
    """Where an axis may begin: at 0 %, until two epochs' worth of results all lie in the upper part.

    Of no results nothing can be said: 100 %.
    """
    return min((_lowest(course) for course in courses if course.evaluations), default=100)


def _lowest(course: TrainingHistory) -> float:
    later = [each for each in course.evaluations if each.epoch >= 1]
    if not later or later[-1].epoch < 2:
        return 0
    values = ((each.train_accuracy, each.test_accuracy, each.validation_accuracy) for each in later)
    worst = 100 * min(value for three in values for value in three if value is not None)
    return next((low for low in (95, 90, 80, 50) if worst > low + 0.5), 0)


def highest_losses(courses: Sequence[TrainingHistory], smoothed: bool = False) -> tuple[float, float]:
    """The highest loss but for those of the beginning, and the highest of all; 0 where there is none.

    Args:
        smoothed: of the smoothed losses.
    """
    later, all_ = [0.0], [0.0]
    for each in courses:
        if each.has_losses:
            highest = each.losses.highest_average if smoothed else each.losses.highest
            later.append(highest(_BEGINNING * each.losses.iterations))
            all_.append(highest(0))
    return max(later), max(all_)


def highest_rate(courses: Sequence[TrainingHistory]) -> float:
    """The highest learning rate; 0 where there is none."""
    return max((course.highest_rate for course in courses), default=0.0)
