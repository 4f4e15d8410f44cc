"""Fine-tuning: the accuracy is measured on drawings that were never trained with, and the result kept or discarded."""

import re
import signal
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from window_shutdown import shut_down

from engine.data import pen_strokes
from engine.data.dataset import Dataset
from engine.data.pen_strokes import PenDigits
from engine.data.shown_names import shown_name
from engine.data.synthetic.digits import synthetic_digits, synthetic_drawing
from engine.drawings import is_validation, train_validation_split
from engine.drawings.drawing import Drawing
from engine.errors import DataError
from engine.ink.preprocess import prepare_drawing
from engine.ink.strokes import Stroke
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.train import fine_tune
from engine.weights import Weights
from gui.current_network import CurrentNetwork
from gui.draw.handwriting import fine_tuning, fine_tuning_task
from gui.draw.handwriting.async_drawing_store import AsyncDrawingStore
from gui.draw.handwriting.fine_tuning import FineTuning
from gui.draw.handwriting.fine_tuning_task import FineTuned


def random_weights(seed: int = 2) -> Weights:
    spec = NetworkSpec.mlp((12,), "relu")
    network = Network(spec)
    network.initialize(np.random.default_rng(seed))
    return Weights(spec, network.snapshot(), name="some")


@pytest.fixture(scope="module")
def digits() -> tuple[Dataset, Dataset]:
    return synthetic_digits(600, 2), synthetic_digits(200, 1)


@pytest.fixture(autouse=True)
def few_digits(digits: tuple[Dataset, Dataset], monkeypatch) -> None:
    """So few that training takes an instant."""
    monkeypatch.setattr(fine_tune, "IMAGES_PER_DIGIT", 60)
    monkeypatch.setattr(fine_tune, "_OWN", 30)
    monkeypatch.setattr(fine_tuning_task, "known_digits", lambda progress: digits)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[AsyncDrawingStore]:
    """With some drawings of each digit, as if they had been read from the disk."""
    made = AsyncDrawingStore(tmp_path / "drawings")
    rng = np.random.default_rng(0)
    made.drawings = [Drawing(synthetic_drawing(digit, rng), digit, 2.0) for digit in range(10) for _ in range(3)]
    made.validation = {drawing.id for drawing in made.drawings if is_validation(drawing)}
    yield made
    made.deleteLater()


@pytest.fixture
def network() -> CurrentNetwork:
    return CurrentNetwork(random_weights(), None)


@pytest.fixture
def page(qtbot, store: AsyncDrawingStore, network: CurrentNetwork) -> FineTuning:
    made = FineTuning(store, network, QLabel("no result"))
    qtbot.addWidget(made, before_close_func=shut_down)
    made.show()
    return made


def run(page: FineTuning, qtbot) -> FineTuned:
    """Fine-tune to the end."""
    with qtbot.waitSignal(page.ended, timeout=20_000):
        page.start()
    assert page.result is not None
    return page.result


def texts(widget: QWidget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(QLabel))


def test_the_accuracy_is_measured_on_drawings_that_were_not_trained_with(page: FineTuning, store, qtbot) -> None:
    training, validation = train_validation_split(store.drawings)
    found = run(page, qtbot)
    assert found.drawings == len(training)
    assert found.own.n == len(validation) > 0
    assert found.known.n == 200
    assert page.currentWidget().objectName() == "fine-tuning-result"
    shown = texts(page.currentWidget())
    assert f"{found.own.before} of {found.own.n}" in shown
    assert f"{100 * found.known.after / 200:.2f} %" in shown
    assert found.known.after > found.known.before


def test_the_validation_split_is_never_trained_with(page: FineTuning, store, qtbot, monkeypatch) -> None:
    seen: list[PenDigits] = []
    make = fine_tuning_task.fine_tuning_set

    def see(pen: PenDigits, known: Dataset, **options: Any) -> Dataset:
        seen.append(pen)
        return make(pen, known, **options)

    monkeypatch.setattr(fine_tuning_task, "fine_tuning_set", see)
    run(page, qtbot)
    strokes = {drawing[0].tobytes() for drawing in seen[0].drawings}
    training, validation = train_validation_split(store.drawings)
    assert strokes == {drawing.strokes[0].tobytes() for drawing in training}
    assert not strokes & {drawing.strokes[0].tobytes() for drawing in validation}


def test_a_result_is_compared_until_it_is_discarded(page: FineTuning, qtbot) -> None:
    stages = prepare_drawing([np.array([(8, 8), (20, 20)], np.float32)])
    assert page.predict(stages) is None
    run(page, qtbot)
    comparison = page.predict(stages)
    assert comparison is not None
    assert comparison.name == "some, fine-tuned on your handwriting"
    assert page.predict(prepare_drawing([])) is None
    with qtbot.waitSignal(page.changed):
        page.findChild(QPushButton, "fine-tuning-discard").click()
    assert page.predict(stages) is None
    assert page.currentWidget().objectName() != "fine-tuning-result"


def test_a_kept_result_names_the_network_it_was_trained_from(page: FineTuning, network, qtbot) -> None:
    run(page, qtbot)
    with qtbot.waitSignal(page.kept) as kept:
        page.findChild(QPushButton, "fine-tuning-keep").click()
    weights = kept.args[0]
    assert weights.name == "some, fine-tuned on your handwriting"
    assert weights.training["learned_from"] == "some"
    assert set(weights.scores) == {"Synthetic digits accuracy", "Your drawings accuracy"}
    # It can be discarded until it is in use.
    assert page.result is not None
    network.use(weights, None)
    assert page.result is None
    # Fine-tuned again, it has the same name.
    assert run(page, qtbot).weights.name == weights.name


def test_in_another_language_the_weights_store_english_names_that_are_translated_where_they_are_shown(
    page: FineTuning, digits, qtbot, monkeypatch
) -> None:
    known = (digits[0], digits[1].subset(slice(None), "MNIST test set, every 5th"))
    monkeypatch.setattr(fine_tuning_task, "known_digits", lambda progress: known)
    monkeypatch.setattr("engine.i18n._lookup", lambda text, *_: text.translate(str.maketrans("aeiou", "äëïöü")))
    found = run(page, qtbot)
    assert found.weights.name == "some, fine-tuned on your handwriting"
    assert list(found.weights.scores) == ["MNIST test set, every 5th accuracy", "Your drawings accuracy"]
    assert "MNIST tëst sët, ëvëry 5th (200)" in texts(page.currentWidget())
    shown = " ".join(map(shown_name, found.weights.scores)).replace("MNIST", "")
    assert not re.search("[aeiou]", shown)


def test_a_network_fine_tuned_by_an_earlier_version_gets_no_second_suffix(page: FineTuning, network, qtbot) -> None:
    network.use(replace(random_weights(), name="some, after your hand"), None)
    assert run(page, qtbot).weights.name == "some, fine-tuned on your handwriting"


def test_a_copy_of_the_network_is_trained(page: FineTuning, network, qtbot) -> None:
    weights = network.weights
    found = run(page, qtbot)
    for name, array in random_weights().params.items():
        np.testing.assert_array_equal(weights.params[name], array)
        assert not np.array_equal(found.weights.params[name], array)


@pytest.mark.parametrize("step", ["Measuring the accuracy before…", "Training…"])
def test_stopped_it_has_no_result(page: FineTuning, qtbot, monkeypatch, step: str) -> None:
    stop = page.findChild(QPushButton, "fine-tuning-stop")
    monkeypatch.setattr(fine_tuning, "announce", lambda widget, text: stop.click() if text == step else None)
    with qtbot.waitSignal(page.ended, timeout=20_000):
        page.button.click()
    assert page.result is None
    assert page.button.isEnabled()
    assert page.currentWidget().objectName() != "fine-tuning-result"


@pytest.mark.parametrize("distorted", [True, False], ids=["training", "validation"])
def test_stopped_while_many_drawings_are_prepared_it_prepares_no_more(
    page: FineTuning, qtbot, monkeypatch, distorted: bool
) -> None:
    """One after the other: the drawings to train with, or those of the validation split."""
    prepared, stopped, centre = list[bool](), Event(), pen_strokes.centre_drawings

    def centred(drawings: list[list[Stroke]], widths: object = None, smooth: bool = True) -> object:
        if smooth is not distorted:
            prepared.append(True)
            assert stopped.wait(10)
        return centre(drawings, widths, smooth)

    monkeypatch.setattr(pen_strokes, "centre_drawings", centred)
    monkeypatch.setattr(pen_strokes, "_BATCH", 1 if not distorted else 50)
    with qtbot.waitSignal(page.ended, timeout=20_000):
        page.button.click()
        qtbot.waitUntil(lambda: bool(prepared), timeout=20_000)
        page.findChild(QPushButton, "fine-tuning-stop").click()
        stopped.set()
    assert len(prepared) == 1
    assert page.result is None


def test_without_drawings_or_during_a_training_it_cannot_start(tmp_path: Path, qtbot) -> None:
    store = AsyncDrawingStore(tmp_path / "none")
    network = CurrentNetwork(random_weights(), None)
    page = FineTuning(store, network, QWidget())
    qtbot.addWidget(page)
    assert not page.button.isEnabled()
    assert "Keep some drawings first" in page.button.toolTip()
    network.lock(True)
    assert "A training is running" in page.button.toolTip()
    page.start()
    assert not page.busy
    store.deleteLater()


def test_during_a_training_a_result_cannot_be_kept(page: FineTuning, network, qtbot) -> None:
    run(page, qtbot)
    network.lock(True)
    assert not page.findChild(QPushButton, "fine-tuning-keep").isEnabled()
    network.lock(False)
    assert page.findChild(QPushButton, "fine-tuning-keep").isEnabled()


def failing(*_: object) -> None:
    raise DataError("The digits cannot be loaded.")


def no_memory(*_: object) -> None:
    raise MemoryError


def broken(*_: object) -> None:
    raise ZeroDivisionError("division by zero")


@pytest.mark.parametrize(
    ("error", "sentence"),
    [(failing, "The digits cannot be loaded."), (no_memory, "not enough memory"), (broken, "an error in the program")],
)
def test_an_error_is_shown_and_it_can_be_started_again(
    page: FineTuning, qtbot, monkeypatch, error: Callable[..., None], sentence: str
) -> None:
    problems: list[str] = []
    page.problem.connect(problems.append)
    with monkeypatch.context() as patched, qtbot.waitSignal(page.ended, timeout=20_000):
        patched.setattr(fine_tuning_task, "known_digits", error)
        page.start()
    assert sentence in problems[0]
    assert page.currentWidget().objectName() != "fine-tuning-result"
    assert run(page, qtbot).drawings


def test_a_killed_process_is_reported(page: FineTuning, qtbot, monkeypatch) -> None:
    class Killed(fine_tuning_task.Job):
        def __reduce__(self) -> object:
            return signal.raise_signal, (signal.SIGTERM,)

    with monkeypatch.context() as patched, qtbot.waitSignal(page.problem, timeout=20_000) as problem:
        patched.setattr(fine_tuning_task, "Job", Killed)
        page.start()
    assert "ended from outside" in problem.args[0]
    qtbot.waitUntil(lambda: not page.busy)
    assert run(page, qtbot).drawings


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="Windows cannot suspend a process")
def test_a_suspended_process_does_not_keep_the_window_open(page: FineTuning, qtbot, monkeypatch) -> None:
    sent: list[bool] = []

    class Suspended(fine_tuning_task.Job):
        def __reduce__(self) -> object:
            sent.append(True)
            return signal.raise_signal, (signal.SIGSTOP,)

    monkeypatch.setattr(fine_tuning_task, "Job", Suspended)
    monkeypatch.setattr("engine.jobs.watchdog.PATIENCE_SECONDS", 0.2)
    page.start()
    qtbot.waitUntil(lambda: bool(sent), timeout=20_000)
    with qtbot.waitSignal(page.ended, timeout=10_000):
        page.shut_down()
    assert page.result is None


def test_a_loss_that_becomes_infinite_is_reported(page: FineTuning, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(fine_tuning_task, "FINE_TUNING", replace(fine_tune.FINE_TUNING, lr=1e9))
    with qtbot.waitSignal(page.problem, timeout=20_000) as problem:
        page.start()
    assert "Fine-tuning failed" in problem.args[0]
    qtbot.waitUntil(lambda: not page.busy)
