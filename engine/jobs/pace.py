"""The speed of a training: when its next mini-batches are due."""

import math
from dataclasses import replace

from .protocol import Progress, Speed

# At an epoch a second the mini-batches are done in so many groups a second: often enough for smooth curves.
_GROUPS_PER_SECOND = 25
# At 25 mini-batches a second every third one is shown in detail: some 8 a second.
_DETAILED = {Speed.STEP: 1, Speed.FIVE: 1, Speed.TWENTY_FIVE: 3}
# After a long evaluation, or where the network is too slow for the speed, at most so many seconds are caught up: steps
# that are watched should not come all at once.
_MOST_LATE = 0.2


class Pace:
    """Groups of mini-batches, each due at its time. Times are those of ``time.perf_counter``.

    At full speed all of them are one group, which is due at once.
    """

    def __init__(self, speed: Speed, per_epoch: int, iteration: int, now: float, at_once: bool) -> None:
        """Args:
        per_epoch: mini-batches in an epoch.
        iteration: mini-batches done by now.
        at_once: whether the first group is due now, because training has just been started or resumed.
        """
        self.speed = speed
        self._per_second = math.inf if speed is Speed.FULL else speed.steps_per_second or per_epoch
        self._group = max(1, round(per_epoch / _GROUPS_PER_SECOND)) if speed is Speed.EPOCH else 1
        self._interval = self._group / self._per_second
        self._start, self._first, self._groups = now, iteration, 0
        self._due = now if at_once else now + self._interval

    def wait(self, now: float) -> float:
        """The seconds until the next group is due, 0 where it is."""
        return max(0.0, self._due - now)

    def begin_group(self, now: float) -> bool:
        """The next group is about to be done.

        Returns:
            whether it is one mini-batch that is shown in detail.
        """
        # By the clock, not by when the last group ended: so the speed is right on average.
        self._due = max(self._due, now - _MOST_LATE) + self._interval
        self._groups += 1
        every = _DETAILED.get(self.speed)
        return every is not None and self._groups % every == 0

    def end_of_group(self, iteration: int, until: int | None) -> int | None:
        """After how many mini-batches the group that starts after ``iteration`` ends, at the latest ``until``."""
        if self.speed is Speed.FULL:
            return until
        end = iteration + self._group
        return end if until is None else min(end, until)

    def progress(self, event: Progress, now: float) -> Progress:
        """``event`` with the speed at which it really trains, waiting included, and the time left at this speed."""
        if self.speed is Speed.FULL:
            return event
        done = event.iteration - self._first
        # The first group may have been done at once.
        per_second = done / max(now - self._start, done / self._per_second)
        left = (event.total_iterations - event.iteration) / per_second
        return replace(event, iterations_per_second=per_second, seconds_left=left)
