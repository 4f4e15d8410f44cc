"""The learning rate over time, as a factor of the one that was set."""

import math

from engine.errors import SpecError

SCHEDULES = ("constant", "cosine")


def schedule_factor(kind: str, progress: float) -> float:
    """What the learning rate is multiplied by when ``progress`` (0 to 1) of the training is done.

    - "constant": always 1.
    - "cosine": half a cosine from 1 down to 0 (Loshchilov and Hutter 2017, without restarts).
    """
    match kind:
        case "constant":
            return 1.0
        case "cosine":
            return 0.5 * (1 + math.cos(math.pi * progress))
    raise SpecError(f"There is no schedule called “{kind}”: choose one of {', '.join(SCHEDULES)}.")
