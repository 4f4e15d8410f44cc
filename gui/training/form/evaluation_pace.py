"""On how many images and how often the accuracies are measured, so that the evaluation takes about a second."""

import math

from engine.nn.network_spec import NetworkSpec
from engine.train.evaluator import shortest_interval

# Multiplications per second on an ordinary machine, in a forward pass: products of large matrices, and those of
# convolutions, whose matrices are small and come from im2col.
_CONNECTED_PACE, _CONVOLUTIONAL_PACE = 50e9, 5e9
# Both accuracies are measured in this time: Stop waits for it.
_EVALUATION_SECONDS = 1.0
_LEAST_SAMPLES, _MOST_SAMPLES = 100, 10_000
# Where an epoch takes longer than this, the accuracies are measured within it, too: a curve grows from the start.
_UNEVALUATED_SECONDS = 3.0


def images_per_second(spec: NetworkSpec) -> float:
    """How many predictions an ordinary machine makes with this network."""
    pace = _CONVOLUTIONAL_PACE if len(spec.input_shape) == 3 else _CONNECTED_PACE
    return pace / spec.multiplications()


def evaluation_samples(spec: NetworkSpec) -> int:
    """Of each of the two sets: the whole test set of MNIST with a usual network, fewer with a large one."""
    in_time = int(_EVALUATION_SECONDS / 2 * images_per_second(spec))
    return max(_LEAST_SAMPLES, min(_MOST_SAMPLES, in_time))


def evaluate_every(spec: NetworkSpec, batch_size: int, per_epoch: int) -> int | None:
    """A round number of iterations; None where an epoch, of ``per_epoch``, is short: its end is evaluated anyway."""
    # The backward pass takes about twice as long as the forward pass.
    in_time = _UNEVALUATED_SECONDS * images_per_second(spec) / (3 * batch_size)
    in_time = max(in_time, shortest_interval(batch_size), 1.0)
    if in_time >= per_epoch:
        return None
    scale = int(10 ** math.floor(math.log10(in_time)))
    return max(step * scale for step in (1, 2, 5) if step * scale <= in_time)
