"""Numbers as colours: from black to white where none is below 0, from blue over white to orange where some are.

Blue and orange are told apart with every common kind of colour blindness (Okabe and Ito 2008).
"""

import numpy as np

from engine.types import ByteArray, FloatArray

_BELOW, _NOTHING, _ABOVE = (np.array(colour, np.float32) for colour in ((0, 114, 178), (247, 247, 247), (213, 94, 0)))


def coloured(values: FloatArray, limit: float, signed: bool) -> ByteArray:
    """Numbers of any shape -> colours (*shape, 3) uint8.

    Args:
        limit: what is shown in the strongest colour, as is all beyond.
        signed: whether there may be numbers below 0: then 0 is white, else it is black.
    """
    part = np.clip(values / limit if limit > 0 else np.zeros_like(values), -1 if signed else 0, 1)[..., None]
    if not signed:
        return np.repeat((255 * part).astype(np.uint8), 3, axis=-1)
    found: FloatArray = (
        _NOTHING + np.maximum(part, 0) * (_ABOVE - _NOTHING) + np.maximum(-part, 0) * (_BELOW - _NOTHING)
    )
    return found.astype(np.uint8)
