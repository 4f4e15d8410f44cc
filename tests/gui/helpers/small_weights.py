"""Small networks for the tests of the window."""

import numpy as np

from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.weights import Weights


def random_weights(seed: int = 0) -> Weights:
    spec = NetworkSpec.mlp((12,), "relu")
    network = Network(spec)
    network.initialize(np.random.default_rng(seed))
    return Weights(spec, network.snapshot(), name="some")


def biased_weights(**probabilities: float) -> Weights:
    """A network with constant probabilities: ``p4=0.9`` sets that of 4; the other digits share the rest."""
    rest = (1 - sum(probabilities.values())) / (10 - len(probabilities))
    b = np.log([probabilities.get(f"p{digit}", rest) for digit in range(10)]).astype(np.float32)
    return Weights(NetworkSpec.mlp(()), {"W1": np.zeros((784, 10), np.float32), "b1": b}, name="stated")
