"""Fine-tuning: the accuracy is measured on drawings that were never trained with, and the result kept or discarded."""

import os
import signal
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from engine.data.dataset import Dataset
from engine.data.pen_strokes import PenDigits
from engine.data.synthetic.digits import synthetic_digits, synthetic_drawing
from engine.drawings import Drawing, train_validation_split
from engine.errors import DataError
from engine.ink.preprocess import prepare_drawing
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.train import fine_tune
from engine.weights import Weights
from gui.current_network import CurrentNetwork
from gui.draw.handwriting import fine_tuning_task
from gui.draw.handwriting.async_drawing_store import AsyncDrawingStore
from gui.draw.handwriting.fine_tuning import FineTuning
from gui.draw.handwriting.fine_tuning_task import FineTuned


def some_weights(seed: int = 0) -> Weights:
    spec = NetworkSpec.mlp((12,), "relu")
    network = Network(spec)
    network.initialize(np.random.default_rng(seed))
    return Weights(spec, network.snapshot(), name="some")


@pytest.fixture(scope="module")
def digits() -> tuple[Dataset, Dataset]:
    return synthetic_digits(600, 2), synthetic_digits(200, 1)


@pytest.fixture(autouse=True)
def few_digits(digits: tuple[Dataset, Dataset], monkeypatch) -> None:
    """Enough to learn from in an instant."""
    monkeypatch.setattr(fine_tune, "IMAGES_PER_DIGIT", 60)
    monkeypatch.setattr(fine_tune, "_OWN", 30)
    monkeypatch.setattr(fine_tuning_task, "known_digits", lambda progress: digits)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[AsyncDrawingStore]:
    """Knows some drawings of each digit, as if it had found them."""
    made = AsyncDrawingStore(tmp_path / "drawings")
    rng = np.random.default_rng(0)
    made.drawings = [Drawing(synthetic_drawing(digit, rng), digit, 2.0) for digit in range(10) for _ in range(3)]
    yield made
    made.deleteLater()


@pytest.fixture
def network() -> CurrentNetwork:
    return CurrentNetwork(some_weights(), None)


@pytest.fixture
def page(qtbot, store: AsyncDrawingStore, network: CurrentNetwork) -> Iterator[FineTuning]:
    made = FineTuning(store, network, QLabel("no result"))
    qtbot.addWidget(made)
    made.show()
    yield made
    made.shut_down()
    qtbot.waitUntil(lambda: not made.task.busy)


def learn(page: FineTuning, qtbot) -> FineTuned:
    with qtbot.waitSignal(page.task.done, timeout=20_000) as learned:
        page.start()
    qtbot.waitUntil(lambda: not page.task.busy)
    return learned.args[0]


def texts(widget: QWidget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(QLabel))


def test_before_and_after_are_measured_on_what_was_not_learned_from(page: FineTuning, store, qtbot) -> None:
    learned, held_out = train_validation_split(store.drawings)
    found = learn(page, qtbot)
    assert found.drawings == len(learned)
    assert found.own.n == len(held_out) > 0
    assert found.known.n == 200
    assert page.currentWidget().objectName() == "fine-tuning-result"
    shown = texts(page.currentWidget())
    assert f"{found.own.before} of {found.own.n}" in shown
    assert f"{100 * found.known.after / 200:.2f} %" in shown
    assert found.known.after > found.known.before


def test_what_is_held_out_is_never_learned_from(page: FineTuning, store, qtbot, monkeypatch) -> None:
    seen: list[PenDigits] = []
    make = fine_tuning_task.fine_tuning_set

    def see(pen: PenDigits, *rest: object) -> object:
        seen.append(pen)
        return make(pen, *rest)

    monkeypatch.setattr(fine_tuning_task, "fine_tuning_set", see)
    learn(page, qtbot)
    strokes = {drawing[0].tobytes() for drawing in seen[0].drawings}
    learned, held_out = train_validation_split(store.drawings)
    assert strokes == {drawing.strokes[0].tobytes() for drawing in learned}
    assert not strokes & {drawing.strokes[0].tobytes() for drawing in held_out}


def test_while_it_is_to_be_decided_both_answers_are_seen(page: FineTuning, qtbot) -> None:
    stages = prepare_drawing([np.array([(8, 8), (20, 20)], np.float32)])
    assert page.predict(stages) is None
    learn(page, qtbot)
    comparison = page.predict(stages)
    assert comparison is not None
    assert comparison.name == "some, fine-tuned on your handwriting"
    assert page.predict(prepare_drawing([])) is None
    with qtbot.waitSignal(page.changed):
        page.findChild(QPushButton, "fine-tuning-discard").click()
    assert page.predict(stages) is None
    assert page.currentWidget().objectName() != "fine-tuning-result"


def test_what_is_kept_is_used_and_says_where_it_comes_from(page: FineTuning, network, qtbot) -> None:
    learn(page, qtbot)
    with qtbot.waitSignal(page.kept) as kept:
        page.findChild(QPushButton, "fine-tuning-keep").click()
    weights = kept.args[0]
    assert weights.name == "some, fine-tuned on your handwriting"
    assert weights.training["learned_from"] == "some"
    assert set(weights.scores) == {"Synthetic digits accuracy", "Your drawings accuracy"}
    # Until it is in use, the person may think better of it.
    assert page.undecided
    network.use(weights, None)
    assert not page.undecided
    # Learned again, it is called the same.
    assert learn(page, qtbot).weights.name == weights.name


def test_fine_tuned_again_the_network_is_called_the_same(page: FineTuning, network, qtbot) -> None:
    network.use(replace(some_weights(), name="some, after your hand"), None)  # by an earlier version
    assert learn(page, qtbot).weights.name == "some, fine-tuned on your handwriting"


def test_the_network_that_learns_is_a_copy(page: FineTuning, network, qtbot) -> None:
    weights = network.weights
    found = learn(page, qtbot)
    for name, array in some_weights().params.items():
        np.testing.assert_array_equal(weights.params[name], array)
        assert not np.array_equal(found.weights.params[name], array)


@pytest.mark.parametrize("when", ["Measuring the accuracy before…", "Training…"])
def test_stopped_nothing_comes_of_it(page: FineTuning, qtbot, when: str) -> None:
    said: list[str] = []
    page.task.done.connect(lambda learned: said.append("learned"))
    page.task.progressed.connect(lambda part, what: page.task.cancel() if what == when else None)
    with qtbot.waitSignal(page.ended, timeout=20_000):
        page.button.click()
    assert not said
    assert not page.undecided
    assert page.button.isEnabled()
    assert page.currentWidget().objectName() != "fine-tuning-result"


def test_there_must_be_drawings_and_no_training(tmp_path: Path, qtbot) -> None:
    store = AsyncDrawingStore(tmp_path / "none")
    page = FineTuning(store, CurrentNetwork(some_weights(), None), QWidget())
    qtbot.addWidget(page)
    assert not page.button.isEnabled()
    assert "Keep some drawings first" in page.button.toolTip()
    page.allow(False)
    assert "A training is running" in page.button.toolTip()
    page.start()
    assert not page.task.busy
    store.deleteLater()


def test_while_a_training_goes_on_nothing_can_be_kept(page: FineTuning, qtbot) -> None:
    learn(page, qtbot)
    page.allow(False)
    assert not page.findChild(QPushButton, "fine-tuning-keep").isEnabled()
    page.allow(True)
    assert page.findChild(QPushButton, "fine-tuning-keep").isEnabled()


def failing(*_: object) -> None:
    raise DataError("The digits cannot be read.")


def no_memory(*_: object) -> None:
    raise MemoryError


def broken(*_: object) -> None:
    raise ZeroDivisionError("division by zero")


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [(failing, "The digits cannot be read."), (no_memory, "not enough memory"), (broken, "an error in the program")],
)
def test_what_goes_wrong_is_said_and_it_can_be_tried_again(
    page: FineTuning, qtbot, monkeypatch, fault: Callable[..., None], sentence: str
) -> None:
    said: list[str] = []
    page.problem.connect(said.append)
    with monkeypatch.context() as patched, qtbot.waitSignal(page.ended, timeout=20_000):
        patched.setattr(fine_tuning_task, "known_digits", fault)
        page.start()
    assert sentence in said[0]
    assert page.currentWidget().objectName() != "fine-tuning-result"
    assert learn(page, qtbot).drawings


def test_a_process_that_is_killed_is_shown_of(page: FineTuning, qtbot, monkeypatch) -> None:
    class Killed(fine_tuning_task.Job):
        def __reduce__(self) -> object:
            return os.kill, (page.task._process._process.pid, signal.SIGTERM)

    with monkeypatch.context() as patched, qtbot.waitSignal(page.problem, timeout=20_000) as said:
        patched.setattr(fine_tuning_task, "Job", Killed)
        page.start()
    assert "ended from outside" in said.args[0]
    qtbot.waitUntil(lambda: not page.task.busy)
    assert learn(page, qtbot).drawings


def test_losses_without_bounds_are_reported_of(page: FineTuning, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(fine_tuning_task, "FINE_TUNING", replace(fine_tune.FINE_TUNING, lr=1e9))
    with qtbot.waitSignal(page.problem, timeout=20_000) as said:
        page.start()
    assert "Fine-tuning failed" in said.args[0]
    qtbot.waitUntil(lambda: not page.task.busy)
