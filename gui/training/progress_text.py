"""How far a training is, as texts: the epoch, the iteration, the speed and the time left."""

from engine.i18n import tr
from engine.train.events import Progress

# The speed is known after so many times the time until the first event.
_SETTLED = 4


class ProgressText:
    """The texts of one training; its first events are needed to know when its speed is known."""

    def __init__(self) -> None:
        # The mini-batches done before the first event, and the seconds until it.
        self._before: int | None = None
        self._first = 0.0

    def epoch(self, event: Progress) -> str:
        """ "Epoch 3.0 of 10"."""
        epochs = event.epoch * event.total_iterations / event.iteration
        return tr("Epoch {0} of {1}", f"{event.epoch:.1f}", f"{epochs:.4g}")

    def details(self, event: Progress, end: str = "") -> str:
        """ "Iteration 1,800 of 6,000 · 12 s left". With ``end``, how it has ended is said instead of the time."""
        facts = [tr("Iteration {0} of {1}", f"{event.iteration:,}", f"{event.total_iterations:,}")]
        if end:
            facts.append(end)
        elif self.settled(event):
            facts.append(time_left(event.seconds_left))
        return " · ".join(facts)

    def settled(self, event: Progress) -> bool:
        """Whether the speed is known: the first evaluation, before any iteration, counts in it, and is at first most
        of the time."""
        if self._before is None:
            self._before = event.iteration - len(event.losses)
        took = (event.iteration - self._before) / event.iterations_per_second
        self._first = self._first or took
        return took > _SETTLED * self._first


def rate_text(per_second: float) -> str:
    """ "1,234", "83", "8.3", "0.083"."""
    if per_second < 1:
        return f"{per_second:.2g}"
    return f"{per_second:,.{0 if per_second >= 10 else 1}f}"


def speed_text(iterations_per_second: float, images_per_iteration: float) -> str:
    """ "2,310 iterations/s · 231,000 images/s"."""
    # More digits than three would only flicker.
    images = float(f"{images_per_iteration * iterations_per_second:.3g}")
    return tr("{0} iterations/s · {1} images/s", rate_text(iterations_per_second), rate_text(images))


def time_left(seconds: float) -> str:
    """ "12 s left", "3 min left", "1 h 20 min left"."""
    if seconds < 90:
        return tr("{0} s left", f"{seconds:.0f}")
    minutes = round(seconds / 60)
    if minutes < 90:
        return tr("{0} min left", minutes)
    return tr("{0} h {1} min left", minutes // 60, minutes % 60)
