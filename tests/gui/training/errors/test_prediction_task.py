"""Predicting in the background: only the last request counts, it stops at once, caches, and always ends."""

import logging
import threading
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from held_predictions import HeldPredictions
from PySide6.QtCore import QCoreApplication, QThread
from small_digits import small_sets

from engine.data.dataset import Dataset
from engine.errors import WeightsError
from engine.evaluate.predict_dataset import predict_dataset
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.types import FloatArray
from engine.weights import Weights
from gui.training.errors import prediction_task
from gui.training.errors.prediction_task import DatasetPredictor, Snapshot

TEST = small_sets("starter", lambda done, total: None)[1]
SPEC = NetworkSpec.mlp((10,), "relu")


def weights(seed: int = 0) -> Weights:
    network = Network(SPEC)
    network.initialize(np.random.default_rng(seed))
    return Weights(SPEC, network.snapshot())


def predictions(seed: int = 0) -> FloatArray:
    """The probabilities of all images."""
    return predict_dataset(weights(seed).network().predict, TEST)


class Loading:
    """A snapshot's ``load`` that counts, and waits while ``go`` is not set."""

    def __init__(self, seed: int = 0, waits: bool = False) -> None:
        self.calls = 0
        self._seed = seed
        self.started, self.go = threading.Event(), threading.Event()
        if not waits:
            self.go.set()

    def __call__(self) -> Weights:
        self.calls += 1
        # Asking for the current thread itself would leave a record of it behind.
        assert threading.get_ident() != threading.main_thread().ident
        self.started.set()
        assert self.go.wait(20)
        return weights(self._seed)


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Iterator[HeldPredictions]:
    made = HeldPredictions()
    monkeypatch.setattr(prediction_task, "predict_dataset", made)
    monkeypatch.setattr(prediction_task, "_REPORT_SECONDS", 0)
    monkeypatch.setattr(prediction_task, "_MIN_BATCH", 10)
    monkeypatch.setattr(prediction_task, "_MAX_BATCH", 10)
    yield made
    made.let(1000)


class Listener:
    """What a predictor emitted."""

    def __init__(self, predictor: DatasetPredictor) -> None:
        self.results: list[FloatArray] = []
        self.sentences: list[str] = []
        self.ends = 0
        predictor.predicted.connect(self.results.append)
        predictor.failed.connect(self.sentences.append)
        predictor.ended.connect(self._ended)

    def _ended(self) -> None:
        self.ends += 1

    def counts(self) -> list[int]:
        return [len(each) for each in self.results]


@pytest.fixture
def predictor(qtbot, request: pytest.FixtureRequest) -> Iterator[DatasetPredictor]:
    if "steps" in request.fixturenames:
        request.getfixturevalue("steps")
    made = DatasetPredictor()
    yield made
    end(made, qtbot, steps=request.getfixturevalue("steps") if "steps" in request.fixturenames else None)
    made.deleteLater()


def end(predictor: DatasetPredictor, qtbot, steps: HeldPredictions | None = None) -> None:
    predictor.stop()
    if steps is not None:
        steps.let(1)
    qtbot.waitUntil(lambda: not predictor.busy)


@pytest.fixture
def listener(predictor: DatasetPredictor) -> Listener:
    return Listener(predictor)


def predict(predictor: DatasetPredictor, qtbot, load: Callable[[], Weights], key: object = None) -> None:
    """Predict to the end."""
    predictor.predict(Snapshot("now", load, key), TEST)
    qtbot.waitUntil(lambda: not predictor.busy)


def test_the_probabilities_are_those_of_the_engine(predictor: DatasetPredictor, listener: Listener, qtbot) -> None:
    """A small network has no partial results."""
    predict(predictor, qtbot, weights)
    assert listener.counts() == [100]
    np.testing.assert_array_equal(listener.results[0], predictions())
    assert not predictor.running
    assert listener.ends == 1


def test_partial_results(predictor: DatasetPredictor, listener: Listener, steps: HeldPredictions, qtbot) -> None:
    predictor.predict(Snapshot("now", weights), TEST)
    steps.let(3)
    qtbot.waitUntil(lambda: listener.counts() == [10, 20, 30])
    assert predictor.running
    steps.let(7)
    qtbot.waitUntil(lambda: not predictor.busy)
    assert listener.counts() == list(range(10, 101, 10))
    for answer in listener.results:
        np.testing.assert_allclose(answer, predictions()[: len(answer)], rtol=1e-5)


def test_it_stops_at_once_and_resumes_where_it_was(
    predictor: DatasetPredictor, listener: Listener, steps: HeldPredictions, qtbot
) -> None:
    predictor.predict(Snapshot("now", weights), TEST)
    steps.let(2)
    qtbot.waitUntil(lambda: listener.counts() == [10, 20])
    end(predictor, qtbot, steps)
    # The batch that was running ended, and was not emitted.
    assert listener.counts() == [10, 20]
    assert (predictor.running, listener.ends) == (False, 1)
    steps.let(100)
    predictor.resume()
    qtbot.waitUntil(lambda: not predictor.busy)
    assert listener.counts()[-1] == 100
    np.testing.assert_allclose(listener.results[-1], predictions(), rtol=1e-5)
    predictor.resume()
    assert not predictor.busy


def test_resuming_before_the_thread_has_ended(
    predictor: DatasetPredictor, listener: Listener, steps: HeldPredictions, qtbot
) -> None:
    predictor.predict(Snapshot("now", weights), TEST)
    steps.let(1)
    qtbot.waitUntil(lambda: listener.counts() == [10])
    predictor.stop()
    predictor.resume()
    steps.let(100)
    qtbot.waitUntil(lambda: not predictor.busy)
    np.testing.assert_allclose(listener.results[-1], predictions(), rtol=1e-5)
    assert listener.ends == 1


def test_of_many_snapshots_the_last_is_predicted(predictor: DatasetPredictor, listener: Listener, qtbot) -> None:
    """As a slider asks for them while it is dragged."""
    loads = [Loading(seed, waits=seed == 0) for seed in range(9)]
    for load in loads:
        predictor.predict(Snapshot("now", load), TEST)
        assert loads[0].started.wait(20)
    loads[0].go.set()
    qtbot.waitUntil(lambda: not predictor.busy)
    assert [load.calls for load in loads] == [1, 0, 0, 0, 0, 0, 0, 0, 1]
    assert listener.counts() == [100]
    np.testing.assert_array_equal(listener.results[0], predictions(8))
    assert listener.ends == 1


def test_results_are_cached(predictor: DatasetPredictor, listener: Listener, qtbot) -> None:
    load, other = Loading(), Loading(1)
    predict(predictor, qtbot, load)
    predict(predictor, qtbot, other)
    predictor.predict(Snapshot("again", load), TEST)
    assert not predictor.busy
    assert (load.calls, other.calls, listener.counts()) == (1, 1, [100, 100, 100])
    np.testing.assert_array_equal(listener.results[2], predictions())
    # The results for other images are others.
    predictor.predict(Snapshot("others", load), TEST.subset(slice(0, 50)))
    qtbot.waitUntil(lambda: not predictor.busy)
    assert (load.calls, len(listener.results[3])) == (2, 50)


def test_snapshots_with_the_same_key_share_a_result(predictor: DatasetPredictor, qtbot) -> None:
    loads = [Loading(), Loading(), Loading()]
    for load, key in zip(loads, (("run", 3), ("run", 3), ("run", 4)), strict=True):
        predict(predictor, qtbot, load, key)
    assert [load.calls for load in loads] == [1, 0, 1]


def test_the_cache_has_a_limit(predictor: DatasetPredictor, monkeypatch, qtbot) -> None:
    monkeypatch.setattr(prediction_task, "_CACHE_BYTES", 2 * 100 * 10 * 4)
    loads = [Loading(seed) for seed in range(3)]
    for load in (*loads, loads[2], loads[1], loads[0]):
        predict(predictor, qtbot, load)
    assert [load.calls for load in loads] == [2, 1, 1]


def test_of_other_networks_few_results_are_kept(predictor: DatasetPredictor, monkeypatch, qtbot) -> None:
    """With each new training there would be more of them, also of deleted runs."""
    monkeypatch.setattr(prediction_task, "_OTHERS", 2)
    loads = [Loading(seed) for seed in range(5)]
    for load in loads:
        predict(predictor, qtbot, load)
    predictor.keep([Snapshot("shown", loads[0]), Snapshot("shown", loads[1])])
    for load in reversed(loads):
        predict(predictor, qtbot, load)
    assert [load.calls for load in loads] == [1, 1, 2, 1, 1]


def test_a_cached_result_replaces_a_running_task(predictor: DatasetPredictor, listener: Listener, qtbot) -> None:
    known, slow = Loading(), Loading(1, waits=True)
    predict(predictor, qtbot, known)
    predictor.predict(Snapshot("slow", slow), TEST)
    assert slow.started.wait(20)
    predictor.predict(Snapshot("known", known), TEST)
    assert not predictor.running
    slow.go.set()
    qtbot.waitUntil(lambda: not predictor.busy)
    assert listener.counts() == [100, 100]
    np.testing.assert_array_equal(listener.results[1], predictions())


# -- errors


def failing(error: BaseException) -> Callable[[], Weights]:
    def load() -> Weights:
        raise error

    return load


def test_weights_that_cannot_be_loaded(predictor: DatasetPredictor, listener: Listener, caplog, qtbot) -> None:
    predict(predictor, qtbot, failing(WeightsError("“a.safetensors” is damaged.")))
    assert listener.sentences == ["“a.safetensors” is damaged."]
    assert (predictor.running, listener.ends, caplog.records) == (False, 1, [])


def test_an_error_of_the_program_is_logged(predictor: DatasetPredictor, listener: Listener, caplog, qtbot) -> None:
    for error, words in ((RuntimeError("odd"), "(odd)"), (MemoryError(), "not enough memory")):
        with caplog.at_level(logging.ERROR, "digitlab"):
            predict(predictor, qtbot, failing(error))
        assert words in listener.sentences[-1]
        assert type(error).__name__ in caplog.text
    predict(predictor, qtbot, weights)
    assert (listener.ends, listener.counts()) == (3, [100])


def test_the_failure_of_a_cancelled_task_is_not_shown(predictor: DatasetPredictor, listener: Listener, qtbot) -> None:
    started, go = threading.Event(), threading.Event()

    def load() -> Weights:
        started.set()
        assert go.wait(20)
        raise WeightsError("gone")

    predictor.predict(Snapshot("broken", load), TEST)
    assert started.wait(20)
    predictor.predict(Snapshot("fine", weights), TEST)
    go.set()
    qtbot.waitUntil(lambda: not predictor.busy)
    assert (listener.sentences, listener.counts()) == ([], [100])


def test_the_program_quits_in_the_middle(predictor: DatasetPredictor, steps: HeldPredictions, qtbot, qapp) -> None:
    predictor.predict(Snapshot("now", weights), TEST)
    steps.let(1000)
    (task,) = predictor.findChildren(QThread)
    QCoreApplication.instance().aboutToQuit.emit()
    assert task.isFinished()


def test_a_large_network_predicts_fewer_images_at_once(
    predictor: DatasetPredictor, listener: Listener, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of few multiplications and many outputs predicted 500, which took a gigabyte."""
    sizes: list[int] = []

    def recorded(predict: Callable[[FloatArray], FloatArray], dataset: Dataset, batch_size: int) -> FloatArray:
        sizes.append(len(dataset))
        return predict_dataset(predict, dataset, batch_size)

    monkeypatch.setattr(prediction_task, "predict_dataset", recorded)
    monkeypatch.setattr("engine.nn.batch_size._NUMBERS_AT_ONCE", 40 * SPEC.buffer_count())
    predict(predictor, qtbot, weights)
    assert sizes == [40, 40, 20]
    np.testing.assert_allclose(listener.results[-1], predictions(), rtol=1e-5)
