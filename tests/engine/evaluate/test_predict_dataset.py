"""The predictions for a whole dataset: the same for every batch size and number of threads, and cancellable."""

import threading
import time

import numpy as np
import pytest

from engine.data.dataset import Dataset
from engine.evaluate.predict_dataset import predict_dataset
from engine.nn.layers import AffineSpec, BatchNormalizationSpec, ConvolutionSpec, ReLUSpec
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.recognizer import Recognizer
from engine.types import FloatArray


@pytest.fixture
def dataset() -> Dataset:
    rng = np.random.default_rng(0)
    return Dataset(rng.integers(0, 256, (7, 28, 28), np.uint8), np.arange(7, dtype=np.uint8))


@pytest.mark.parametrize("batch_size", [1, 3, 7, 100])
def test_every_image_is_predicted_whatever_the_batch_size(dataset: Dataset, batch_size: int) -> None:
    network = Network(NetworkSpec.mlp((5,)))
    network.initialize(np.random.default_rng(1))
    reported: list[tuple[int, int]] = []
    found = predict_dataset(network.logits, dataset, batch_size, lambda done, total: reported.append((done, total)))
    assert found.dtype == np.float32
    np.testing.assert_allclose(found, network.logits(dataset.pixels()), rtol=1e-5, atol=1e-6)
    assert reported == [(done, 7) for done in range(0, 7, batch_size)]
    # The result is not overwritten by the next prediction.
    before = found.copy()
    predict_dataset(network.logits, dataset.subset(slice(3)))
    np.testing.assert_array_equal(found, before)


def test_no_images(dataset: Dataset) -> None:
    assert predict_dataset(Network(NetworkSpec.mlp(())).predict, dataset.subset(slice(0))).shape == (0, 10)


def test_a_network_that_overflows_is_no_error(dataset: Dataset) -> None:
    network = Network(NetworkSpec.mlp((5,)))
    network.theta[:] = 1e38
    assert predict_dataset(network.predict, dataset).shape == (7, 10)


@pytest.mark.parametrize("threads", [1, 2])
def test_progress_can_cancel(dataset: Dataset, threads: int) -> None:
    class CancelledError(Exception):
        pass

    def cancel(done: int, total: int) -> None:
        if done >= 4:
            raise CancelledError

    networks = [Network(NetworkSpec.mlp(()), 2) for _ in range(threads)]
    with pytest.raises(CancelledError):
        predict_dataset([network.predict for network in networks], dataset, 2, cancel)


def test_the_result_does_not_depend_on_the_threads() -> None:
    rng = np.random.default_rng(0)
    data = Dataset(rng.integers(0, 256, (57, 28, 28), np.uint8), rng.integers(0, 10, 57).astype(np.uint8))
    spec = NetworkSpec((ConvolutionSpec(3), BatchNormalizationSpec(), ReLUSpec(), AffineSpec(10)), (1, 28, 28))
    network = Network(spec)
    network.initialize(rng)
    recognizer = Recognizer(spec, network.params)
    alone = recognizer.predict_dataset(data, 8, threads=1)
    np.testing.assert_allclose(alone, network.predict(data.pixels()), rtol=1e-4, atol=1e-6)
    for threads in (2, 9, 3):
        np.testing.assert_array_equal(recognizer.predict_dataset(data, 8, threads), alone)
    assert recognizer.predict_dataset(data, 1000).shape == (57, 10)
    # Other weights are used by all threads.
    network.initialize(rng)
    recognizer.use(spec, network.params)
    np.testing.assert_allclose(recognizer.predict_dataset(data, 8, 3), network.predict(data.pixels()), atol=1e-6)


def test_an_interruption_of_one_thread_stops_all() -> None:
    data = Dataset(np.zeros((400, 28, 28), np.uint8), np.zeros(400, np.uint8))
    predicted, started = [], threading.Event()

    def interrupted(x: FloatArray) -> FloatArray:
        started.wait(10)
        raise KeyboardInterrupt

    def slow(x: FloatArray) -> FloatArray:
        started.set()
        predicted.append(len(x))
        time.sleep(0.02)
        return np.zeros((len(x), 10), np.float32)

    with pytest.raises(KeyboardInterrupt):
        predict_dataset([interrupted, slow], data, 1)
    assert len(predicted) < 100
