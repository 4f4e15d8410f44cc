"""Learning a person's hand: what it gained is measured on drawings it never saw, and kept or thrown away."""

import os
import signal
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from engine.data.pen_strokes import PenDigits
from engine.data.synthetic.digits import synthetic_digits, synthetic_drawing
from engine.drawings import parted
from engine.drawings.drawing import new
from engine.errors import DataError
from engine.ink.preprocess import prepare_drawing
from engine.nn.network import Network, NetworkSpec
from engine.train import fine_tune
from engine.train.fine_tune import KnownDigits
from engine.weights import Weights
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
def digits() -> KnownDigits:
    return KnownDigits(synthetic_digits(600, 2), synthetic_digits(200, 1))


@pytest.fixture(autouse=True)
def few_digits(digits: KnownDigits, monkeypatch) -> None:
    """Enough to learn from in an instant."""
    monkeypatch.setattr(fine_tune, "PICTURES", 60)
    monkeypatch.setattr(fine_tune, "_OWN", 30)
    monkeypatch.setattr(fine_tuning_task, "known_digits", lambda progress: digits)


@pytest.fixture
def keeping(tmp_path: Path) -> Iterator[AsyncDrawingStore]:
    """Knows some drawings of each digit, as if it had found them."""
    made = AsyncDrawingStore(tmp_path / "drawings")
    rng = np.random.default_rng(0)
    made.drawings = [new(synthetic_drawing(digit, rng), digit, 2.0) for digit in range(10) for _ in range(3)]
    yield made
    made.deleteLater()


@pytest.fixture
def page(qtbot, keeping: AsyncDrawingStore) -> Iterator[FineTuning]:
    made = FineTuning(keeping, QLabel("nothing is being learned"))
    qtbot.addWidget(made)
    made.use(some_weights())
    made.show()
    yield made
    made.shut_down()
    qtbot.waitUntil(lambda: not made.learning.busy)


def learn(page: FineTuning, qtbot) -> FineTuned:
    with qtbot.waitSignal(page.learning.learned, timeout=20_000) as learned:
        page.start()
    qtbot.waitUntil(lambda: not page.learning.busy)
    return learned.args[0]


def texts(widget: QWidget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(QLabel))


def test_before_and_after_are_measured_on_what_was_not_learned_from(page: FineTuning, keeping, qtbot) -> None:
    learned, held_out = parted(keeping.drawings)
    found = learn(page, qtbot)
    assert found.drawings == len(learned)
    assert found.mine.n == len(held_out) > 0
    assert found.known.n == 200
    assert page.currentWidget() is page.result
    shown = texts(page.result)
    assert f"{found.mine.before} of {found.mine.n}" in shown
    assert f"{100 * found.known.after / 200:.2f} %" in shown
    assert found.known.after > found.known.before


def test_what_is_held_out_is_never_learned_from(page: FineTuning, keeping, qtbot, monkeypatch) -> None:
    seen: list[PenDigits] = []
    make = fine_tuning_task.fine_tuning_set

    def see(pen: PenDigits, *rest: object) -> object:
        seen.append(pen)
        return make(pen, *rest)

    monkeypatch.setattr(fine_tuning_task, "fine_tuning_set", see)
    learn(page, qtbot)
    strokes = {drawing[0].tobytes() for drawing in seen[0].drawings}
    learned, held_out = parted(keeping.drawings)
    assert strokes == {drawing.strokes[0].tobytes() for drawing in learned}
    assert not strokes & {drawing.strokes[0].tobytes() for drawing in held_out}


def test_while_it_is_to_be_decided_both_answers_are_seen(page: FineTuning, qtbot) -> None:
    stages = prepare_drawing([np.array([(8, 8), (20, 20)], np.float32)])
    assert page.read(stages) is None
    learn(page, qtbot)
    comparison = page.read(stages)
    assert comparison is not None
    assert comparison.name == "some, after your hand"
    assert page.read(prepare_drawing([])) is None
    with qtbot.waitSignal(page.changed):
        page.findChild(QPushButton, "hand-throw-away").click()
    assert page.read(stages) is None
    assert page.currentWidget() is not page.result


def test_what_is_kept_is_read_with_and_says_where_it_comes_from(page: FineTuning, qtbot) -> None:
    learn(page, qtbot)
    with qtbot.waitSignal(page.kept) as kept:
        page.findChild(QPushButton, "hand-keep").click()
    weights = kept.args[0]
    assert weights.name == "some, after your hand"
    assert weights.training["learned_from"] == "some"
    assert set(weights.scores) == {"Starter digits accuracy", "Your drawings accuracy"}
    # Until it is in use, the person may think better of it.
    assert page.undecided
    page.use(weights)
    assert not page.undecided
    # Learned again, it is called the same.
    assert learn(page, qtbot).weights.name == weights.name


def test_the_network_that_learns_is_a_copy(page: FineTuning, qtbot) -> None:
    weights = some_weights()
    page.use(weights)
    found = learn(page, qtbot)
    for name, array in some_weights().params.items():
        np.testing.assert_array_equal(weights.params[name], array)
        assert not np.array_equal(found.weights.params[name], array)


@pytest.mark.parametrize("when", ["Measuring how well it reads now…", "Learning…"])
def test_stopped_nothing_comes_of_it(page: FineTuning, qtbot, when: str) -> None:
    said: list[str] = []
    page.learning.learned.connect(lambda learned: said.append("learned"))
    page.learning.progressed.connect(lambda part, what: page.learning.stop() if what == when else None)
    with qtbot.waitSignal(page.at_rest, timeout=20_000):
        page.button.click()
    assert not said
    assert not page.undecided
    assert page.button.isEnabled()
    assert page.currentWidget() is not page.result


def test_there_must_be_drawings_and_no_training(tmp_path: Path, qtbot) -> None:
    keeping = AsyncDrawingStore(tmp_path / "none")
    page = FineTuning(keeping, QWidget())
    qtbot.addWidget(page)
    page.use(some_weights())
    assert not page.button.isEnabled()
    assert "Keep some drawings first" in page.button.toolTip()
    page.free(False)
    assert "A training goes on" in page.button.toolTip()
    page.start()
    assert not page.learning.busy
    keeping.deleteLater()


def test_while_a_training_goes_on_nothing_can_be_kept(page: FineTuning, qtbot) -> None:
    learn(page, qtbot)
    page.free(False)
    assert not page.result.keep.isEnabled()
    page.free(True)
    assert page.result.keep.isEnabled()


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
    with monkeypatch.context() as patched, qtbot.waitSignal(page.at_rest, timeout=20_000):
        patched.setattr(fine_tuning_task, "known_digits", fault)
        page.start()
    assert sentence in said[0]
    assert page.currentWidget() is not page.result
    assert learn(page, qtbot).drawings


def test_a_process_that_is_killed_is_told_of(page: FineTuning, qtbot, monkeypatch) -> None:
    class Killed(fine_tuning_task.Job):
        def __reduce__(self) -> object:
            return os.kill, (page.learning._workers[0]._process._process.pid, signal.SIGTERM)

    with monkeypatch.context() as patched, qtbot.waitSignal(page.problem, timeout=20_000) as said:
        patched.setattr(fine_tuning_task, "Job", Killed)
        page.start()
    assert "ended from outside" in said.args[0]
    qtbot.waitUntil(lambda: not page.learning.busy)
    assert learn(page, qtbot).drawings


def test_losses_without_bounds_are_told_of(page: FineTuning, qtbot, monkeypatch) -> None:
    too_fast = replace(fine_tuning_task.fine_tuning_config(), lr=1e9)
    monkeypatch.setattr(fine_tuning_task, "fine_tuning_config", lambda: too_fast)
    with qtbot.waitSignal(page.problem, timeout=20_000) as said:
        page.start()
    assert "did not learn your hand" in said.args[0]
    qtbot.waitUntil(lambda: not page.learning.busy)
