"""How many inputs a network may take at once: its layers keep what they compute for all of them."""

from ..errors import SpecError
from ..i18n import tr
from ..io.limits import MAX_BATCH_NUMBERS
from .network_spec import NetworkSpec

# 100 MB: a hundred inputs of the largest network that comes with the program.
_NUMBERS_AT_ONCE = 25_000_000


def fitting_batch(spec: NetworkSpec, most: int) -> int:
    """How many inputs are to be predicted at once: ``most``, or fewer, so that a large network takes little memory."""
    return max(1, min(most, _NUMBERS_AT_ONCE // spec.buffer_count()))


def check_batch_size(spec: NetworkSpec, batch_size: int, limit: int = MAX_BATCH_NUMBERS) -> None:
    """Called before memory is taken for a training.

    Args:
        batch_size: the images of a mini-batch. In a small training set they are fewer than was asked for.
        limit: how many numbers the network may keep for it.

    Raises:
        SpecError: the network would keep too many numbers.
    """
    numbers = spec.buffer_count()
    most = max(1, limit // numbers)
    if batch_size > most:
        raise SpecError(
            tr("Batch size must be at most {0:,}: this network keeps {1:,} numbers for each image.", most, numbers)
        )
