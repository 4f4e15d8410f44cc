"""Small networks for the tests of the window."""

import numpy as np

from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.weights import Weights


def some_weights(seed: int = 0) -> Weights:
    spec = NetworkSpec.mlp((12,), "relu")
    network = Network(spec)
    network.initialize(np.random.default_rng(seed))
    return Weights(spec, network.snapshot(), name="some")


def weights_that_say(**probabilities: float) -> Weights:
    """A network whose biases alone speak: ``p4=0.9`` gives 4 that probability, whatever the ink; the others share."""
    rest = (1 - sum(probabilities.values())) / (10 - len(probabilities))
    b = np.log([probabilities.get(f"p{digit}", rest) for digit in range(10)]).astype(np.float32)
    return Weights(NetworkSpec.mlp(()), {"W1": np.zeros((784, 10), np.float32), "b1": b}, name="stated")
