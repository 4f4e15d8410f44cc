"""The reader of the mistakes: only the last thing asked for counts, it stops at once, remembers, and always ends."""

import logging
import threading
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QThread
from small_digits import small_sets

from engine.data.dataset import Dataset
from engine.errors import WeightsError
from engine.evaluate.predict_dataset import Predict, predict_dataset
from engine.nn.network import Network, NetworkSpec
from engine.types import FloatArray
from engine.weights import Weights
from gui.training.errors import confusion_task
from gui.training.errors.confusion_task import Moment, Reader

TEST = small_sets("starter", lambda done, total: None)[1]
SPEC = NetworkSpec.mlp((10,), "relu")


def weights(seed: int = 0) -> Weights:
    network = Network(SPEC)
    network.initialize(np.random.default_rng(seed))
    return Weights(SPEC, network.snapshot())


def said(seed: int = 0) -> FloatArray:
    """What the network says of all pictures."""
    return predict_dataset(weights(seed).network().predict, TEST)


class Loading:
    """A moment's ``load`` that counts, and waits while ``go`` is not set."""

    def __init__(self, seed: int = 0, waits: bool = False) -> None:
        self.calls = 0
        self._seed = seed
        self.begun, self.go = threading.Event(), threading.Event()
        if not waits:
            self.go.set()

    def __call__(self) -> Weights:
        self.calls += 1
        # Asking for the current thread itself would leave a record of it behind.
        assert threading.get_ident() != threading.main_thread().ident
        self.begun.set()
        assert self.go.wait(20)
        return weights(self._seed)


class Steps:
    """In the place of ``predict_dataset``: batches of ten pictures, each of which waits to be let through."""

    def __init__(self) -> None:
        self._through = threading.Semaphore(0)

    def let(self, batches: int) -> None:
        self._through.release(batches)

    def __call__(self, predict: Predict, dataset: Dataset, batch_size: int) -> FloatArray:
        assert self._through.acquire(timeout=20)
        return predict_dataset(predict, dataset, batch_size)


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Iterator[Steps]:
    made = Steps()
    monkeypatch.setattr(confusion_task, "predict_dataset", made)
    monkeypatch.setattr(confusion_task, "_TELL_SECONDS", 0)
    monkeypatch.setattr(confusion_task, "_LEAST_BATCH", 10)
    monkeypatch.setattr(confusion_task, "_MOST_BATCH", 10)
    yield made
    made.let(1000)


class Listener:
    """What a reader told."""

    def __init__(self, reader: Reader) -> None:
        self.answers: list[FloatArray] = []
        self.sentences: list[str] = []
        self.ends = 0
        reader.answered.connect(self.answers.append)
        reader.failed.connect(self.sentences.append)
        reader.ended.connect(self._ended)

    def _ended(self) -> None:
        self.ends += 1

    def counts(self) -> list[int]:
        return [len(each) for each in self.answers]


@pytest.fixture
def reader(qtbot, request: pytest.FixtureRequest) -> Iterator[Reader]:
    if "steps" in request.fixturenames:
        request.getfixturevalue("steps")
    made = Reader()
    yield made
    end(made, qtbot, steps=request.getfixturevalue("steps") if "steps" in request.fixturenames else None)
    made.deleteLater()


def end(reader: Reader, qtbot, steps: Steps | None = None) -> None:
    reader.stop()
    if steps is not None:
        steps.let(1)
    qtbot.waitUntil(lambda: not reader.busy)


@pytest.fixture
def listener(reader: Reader) -> Listener:
    return Listener(reader)


def read(reader: Reader, qtbot, load: Callable[[], Weights], key: object = None) -> None:
    """Read to the end."""
    reader.read(Moment("now", load, key), TEST)
    qtbot.waitUntil(lambda: not reader.busy)


def test_it_says_what_the_engine_says_at_once(reader: Reader, listener: Listener, qtbot) -> None:
    """A small network is done before it would tell of a part."""
    read(reader, qtbot, weights)
    assert listener.counts() == [100]
    np.testing.assert_array_equal(listener.answers[0], said())
    assert not reader.reading
    assert listener.ends == 1


def test_it_tells_what_it_has_so_far(reader: Reader, listener: Listener, steps: Steps, qtbot) -> None:
    reader.read(Moment("now", weights), TEST)
    steps.let(3)
    qtbot.waitUntil(lambda: listener.counts() == [10, 20, 30])
    assert reader.reading
    steps.let(7)
    qtbot.waitUntil(lambda: not reader.busy)
    assert listener.counts() == list(range(10, 101, 10))
    for answer in listener.answers:
        np.testing.assert_allclose(answer, said()[: len(answer)], rtol=1e-5)


def test_it_stops_at_once_and_goes_on_where_it_was(reader: Reader, listener: Listener, steps: Steps, qtbot) -> None:
    reader.read(Moment("now", weights), TEST)
    steps.let(2)
    qtbot.waitUntil(lambda: listener.counts() == [10, 20])
    end(reader, qtbot, steps)
    # The batch at hand ended, and was not told of.
    assert listener.counts() == [10, 20]
    assert (reader.reading, listener.ends) == (False, 1)
    steps.let(100)
    reader.go_on()
    qtbot.waitUntil(lambda: not reader.busy)
    assert listener.counts()[-1] == 100
    np.testing.assert_allclose(listener.answers[-1], said(), rtol=1e-5)
    reader.go_on()
    assert not reader.busy


def test_going_on_before_the_thread_has_ended(reader: Reader, listener: Listener, steps: Steps, qtbot) -> None:
    reader.read(Moment("now", weights), TEST)
    steps.let(1)
    qtbot.waitUntil(lambda: listener.counts() == [10])
    reader.stop()
    reader.go_on()
    steps.let(100)
    qtbot.waitUntil(lambda: not reader.busy)
    np.testing.assert_allclose(listener.answers[-1], said(), rtol=1e-5)
    assert listener.ends == 1


def test_of_many_moments_the_last_is_read(reader: Reader, listener: Listener, qtbot) -> None:
    """As a slider asks for them while it is dragged."""
    loads = [Loading(seed, waits=seed == 0) for seed in range(9)]
    for load in loads:
        reader.read(Moment("now", load), TEST)
        assert loads[0].begun.wait(20)
    loads[0].go.set()
    qtbot.waitUntil(lambda: not reader.busy)
    assert [load.calls for load in loads] == [1, 0, 0, 0, 0, 0, 0, 0, 1]
    assert listener.counts() == [100]
    np.testing.assert_array_equal(listener.answers[0], said(8))
    assert listener.ends == 1


def test_what_was_read_is_remembered(reader: Reader, listener: Listener, qtbot) -> None:
    load, other = Loading(), Loading(1)
    read(reader, qtbot, load)
    read(reader, qtbot, other)
    reader.read(Moment("again", load), TEST)
    assert not reader.busy
    assert (load.calls, other.calls, listener.counts()) == (1, 1, [100, 100, 100])
    np.testing.assert_array_equal(listener.answers[2], said())
    # Of other pictures something else would be said.
    reader.read(Moment("others", load), TEST.subset(slice(0, 50)))
    qtbot.waitUntil(lambda: not reader.busy)
    assert (load.calls, len(listener.answers[3])) == (2, 50)


def test_the_key_says_what_is_the_same_network(reader: Reader, qtbot) -> None:
    loads = [Loading(), Loading(), Loading()]
    for load, key in zip(loads, (("run", 3), ("run", 3), ("run", 4)), strict=True):
        read(reader, qtbot, load, key)
    assert [load.calls for load in loads] == [1, 0, 1]


def test_it_remembers_no_more_than_there_is_room_for(reader: Reader, monkeypatch, qtbot) -> None:
    monkeypatch.setattr(confusion_task, "_REMEMBERED_BYTES", 2 * 100 * 10 * 4)
    loads = [Loading(seed) for seed in range(3)]
    for load in (*loads, loads[2], loads[1], loads[0]):
        read(reader, qtbot, load)
    assert [load.calls for load in loads] == [2, 1, 1]


def test_one_remembered_takes_the_place_of_what_is_being_read(reader: Reader, listener: Listener, qtbot) -> None:
    known, slow = Loading(), Loading(1, waits=True)
    read(reader, qtbot, known)
    reader.read(Moment("slow", slow), TEST)
    assert slow.begun.wait(20)
    reader.read(Moment("known", known), TEST)
    assert not reader.reading
    slow.go.set()
    qtbot.waitUntil(lambda: not reader.busy)
    assert listener.counts() == [100, 100]
    np.testing.assert_array_equal(listener.answers[1], said())


# -- what goes wrong


def failing(error: BaseException) -> Callable[[], Weights]:
    def load() -> Weights:
        raise error

    return load


def test_weights_that_cannot_be_loaded_are_said(reader: Reader, listener: Listener, caplog, qtbot) -> None:
    read(reader, qtbot, failing(WeightsError("“a.safetensors” is damaged.")))
    assert listener.sentences == ["“a.safetensors” is damaged."]
    assert (reader.reading, listener.ends, caplog.records) == (False, 1, [])


def test_an_error_of_the_program_is_said_and_logged(reader: Reader, listener: Listener, caplog, qtbot) -> None:
    for error, words in ((RuntimeError("odd"), "(odd)"), (MemoryError(), "not enough memory")):
        with caplog.at_level(logging.ERROR, "digitlab"):
            read(reader, qtbot, failing(error))
        assert words in listener.sentences[-1]
        assert type(error).__name__ in caplog.text
    read(reader, qtbot, weights)
    assert (listener.ends, listener.counts()) == (3, [100])


def test_the_failure_of_what_nobody_wants_any_more_is_not_said(reader: Reader, listener: Listener, qtbot) -> None:
    begun, go = threading.Event(), threading.Event()

    def load() -> Weights:
        begun.set()
        assert go.wait(20)
        raise WeightsError("gone")

    reader.read(Moment("broken", load), TEST)
    assert begun.wait(20)
    reader.read(Moment("fine", weights), TEST)
    go.set()
    qtbot.waitUntil(lambda: not reader.busy)
    assert (listener.sentences, listener.counts()) == ([], [100])


def test_the_program_quits_in_the_middle(reader: Reader, steps: Steps, qtbot, qapp) -> None:
    reader.read(Moment("now", weights), TEST)
    steps.let(1000)
    reader._last_resort()
    (worker,) = reader.findChildren(QThread)
    assert worker.isFinished()
