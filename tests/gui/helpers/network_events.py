"""Events of a training that were computed from a real network, without a training process."""

import numpy as np

from engine.data.dataset import Dataset
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.train.events import LayerStatistics, StepDetails
from engine.train.layer_statistics import network_statistics, statistics_batch
from engine.train.step_details import WatchedStep

_PER_EPOCH = 10


def network(spec: NetworkSpec, seed: int = 0) -> Network:
    """With initial weights."""
    made = Network(spec)
    rng = np.random.default_rng(seed)
    made.initialize(rng)
    made.use_rng(rng)
    return made


def learn(network: Network, batch: Dataset, lr: float = 0.1, iteration: int = 1) -> StepDetails:
    """One step of SGD with a mini-batch of at most 100 images."""
    x, t = batch.pixels(), batch.labels.astype(np.int64)
    watched = WatchedStep(network, x, t)
    loss = network.gradient_step(x, t)
    watched.keep_gradient(network)
    network.theta -= lr * network.dtheta
    return watched.details(network, iteration, iteration / _PER_EPOCH, lr, loss)


def statistics(network: Network, train: Dataset, epoch: float = 0) -> LayerStatistics:
    """Of the network as it is."""
    return network_statistics(network, statistics_batch(train), round(_PER_EPOCH * epoch), epoch)
