"""Learning rate schedules, as factors of the learning rate of the configuration."""

import math

# Of "one-cycle".
_RISE, _FIRST, _LAST = 0.3, 1 / 25, 1 / 250_000


def schedule_factor(kind: str, progress: float) -> float:
    """What the learning rate is multiplied by when ``progress`` (0 to 1) of the training is done; ``kind`` is one of:

    - "constant": always 1.
    - "step": 1, from half of the training on 0.1, and in the last quarter 0.01 (as for ResNet; He et al. 2016).
    - "cosine": half a cosine from 1 down to 0 (Loshchilov and Hutter 2017, without restarts).
    - "one-cycle": up from 1/25 to 1 within the first 30 %, then down to 1/250,000, each along half a cosine (Smith
      and Topin 2019, with PyTorch's numbers).
    """
    match kind:
        case "constant":
            return 1.0
        case "step":
            return 1.0 if progress < 0.5 else 0.1 if progress < 0.75 else 0.01
        case "cosine":
            return _half_cosine(1.0, 0.0, progress)
    if progress < _RISE:
        return _half_cosine(_FIRST, 1.0, progress / _RISE)
    return _half_cosine(1.0, _LAST, (progress - _RISE) / (1 - _RISE))


def _half_cosine(start: float, end: float, part: float) -> float:
    """From ``start`` to ``end`` along half a cosine, while ``part`` goes from 0 to 1."""
    return end + (start - end) * 0.5 * (1 + math.cos(math.pi * part))
