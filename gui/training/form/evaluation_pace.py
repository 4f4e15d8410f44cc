"""On how many pictures and how often the accuracies are measured, so that a person is not kept waiting for either."""

import math

from engine.nn.network import NetworkSpec

# What an ordinary machine multiplies in a second, forwards: products of large matrices, and those of convolutions,
# whose matrices are small and must be unrolled first.
_CONNECTED_PACE, _CONVOLVED_PACE = 50e9, 5e9
# Both accuracies are measured in this time: Stop waits until they are.
_MEASURING_SECONDS = 1.0
_LEAST_SAMPLES, _MOST_SAMPLES = 100, 10_000
# Where an epoch takes longer than this, the accuracies are measured within it, too.
_UNMEASURED_SECONDS = 15.0


def pictures_a_second(spec: NetworkSpec) -> float:
    """How many an ordinary machine reads with this network."""
    pace = _CONVOLVED_PACE if len(spec.input_shape) == 3 else _CONNECTED_PACE
    return pace / spec.multiplications()


def evaluation_samples(spec: NetworkSpec) -> int:
    """Of each of the two sets: MNIST's whole test set with a usual network, fewer with a large one."""
    in_time = int(_MEASURING_SECONDS / 2 * pictures_a_second(spec))
    return max(_LEAST_SAMPLES, min(_MOST_SAMPLES, in_time))


def evaluate_every(spec: NetworkSpec, batch_size: int, per_epoch: int) -> int | None:
    """A round number of iterations; None where an epoch, of ``per_epoch``, is short: its end is measured anyway."""
    # The way back takes about twice as long as the way forwards.
    in_time = max(_UNMEASURED_SECONDS * pictures_a_second(spec) / (3 * batch_size), 1.0)
    if in_time >= per_epoch:
        return None
    scale = int(10 ** math.floor(math.log10(in_time)))
    return max(step * scale for step in (1, 2, 5) if step * scale <= in_time)
