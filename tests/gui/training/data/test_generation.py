"""Data that several wait for are loaded once; synthetic digits are made in the background, with progress."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from session_events import collected
from small_digits import small_sets
from small_weights import random_weights

from engine.data.dataset import Dataset
from engine.data.dataset_summary import Loaded
from engine.errors import DataError
from engine.jobs.protocol import Trained
from engine.runs import RunStore
from gui.actions import Actions
from gui.current_network import CurrentNetwork
from gui.settings import Settings
from gui.task import Cancelled, TaskGroup
from gui.theme import Theme
from gui.training.data import dataset_cache
from gui.training.data.dataset_cache import DatasetCache, cache
from gui.training.form.field_cards import set_text
from gui.training.session import State, TrainingSession
from gui.training.train_tab import TrainTab

HALF = "Making synthetic digits: 50 %…"


class Held:
    """Instead of GeneratorProcess: it makes half of the digits, and the rest once ``proceed`` is set."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.proceed = threading.Event()
        self.started = self.closed = 0
        self.error: Exception | None = None
        monkeypatch.setattr(dataset_cache, "GeneratorProcess", self._start)

    def _start(self) -> "Held":
        self.started += 1
        return self

    def wait(self, progress: Callable[[int, int], None]) -> tuple[Dataset, Dataset]:
        while not self.proceed.wait(0.01):
            progress(11_000, 22_000)
        if self.error is not None:
            raise self.error
        return small_sets("", progress)

    def close(self) -> None:
        self.closed += 1


@pytest.fixture
def generation(monkeypatch: pytest.MonkeyPatch) -> Held:
    return Held(monkeypatch)


class User:
    """Waits for the digits on a thread."""

    def __init__(self, tasks: TaskGroup, loads: DatasetCache) -> None:
        self.progress: list[tuple[int, int]] = []
        self.loaded: list[Loaded] = []
        self.failed: list[str] = []
        self.task = tasks.start(
            lambda task: loads.load("starter", task.report),
            self.loaded.append,
            on_progress=lambda *done: self.progress.append(done),
            on_failed=self.failed.append,
        )


@pytest.fixture
def tasks(qtbot) -> Iterator[TaskGroup]:
    made = TaskGroup()
    yield made
    made.cancel()
    qtbot.waitUntil(lambda: not made.busy)
    made.deleteLater()


def test_who_waits_at_the_same_time_gets_the_same_data_and_the_progress(
    generation: Held, tasks: TaskGroup, qtbot
) -> None:
    loads = DatasetCache()
    first, second = User(tasks, loads), User(tasks, loads)
    qtbot.waitUntil(lambda: (11_000, 22_000) in first.progress and (11_000, 22_000) in second.progress)
    generation.proceed.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert first.loaded[0] is second.loaded[0] is loads.get("starter")
    assert (generation.started, generation.closed) == (1, 1)


def test_a_cancelled_one_does_not_cancel_the_others(generation: Held, tasks: TaskGroup, qtbot) -> None:
    loads = DatasetCache()
    first = User(tasks, loads)
    qtbot.waitUntil(lambda: bool(first.progress))
    second = User(tasks, loads)
    qtbot.waitUntil(lambda: bool(second.progress))
    first.task.cancel()
    generation.proceed.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert (first.loaded, second.loaded) == ([], [loads.get("starter")])
    assert (generation.started, generation.closed) == (1, 1)


def test_when_all_are_cancelled_it_ends_and_can_be_started_again(generation: Held, tasks: TaskGroup, qtbot) -> None:
    loads = DatasetCache()
    users = [User(tasks, loads) for _ in range(3)]
    qtbot.waitUntil(lambda: all(user.progress for user in users))
    tasks.cancel()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert (generation.started, generation.closed) == (1, 1)
    assert loads.get("starter") is None
    generation.proceed.set()
    again = User(tasks, loads)
    qtbot.waitUntil(lambda: bool(again.loaded))
    assert generation.started == 2


def test_everyone_is_told_why_it_failed(generation: Held, tasks: TaskGroup, qtbot) -> None:
    loads = DatasetCache()
    users = [User(tasks, loads) for _ in range(2)]
    qtbot.waitUntil(lambda: all(user.progress for user in users))
    generation.error = DataError("The process has ended.")
    generation.proceed.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert [user.failed for user in users] == [["The process has ended."]] * 2


def test_a_cancelled_load_raises_what_its_progress_raises(generation: Held) -> None:
    def cancel(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        DatasetCache().load("starter", cancel)
    assert generation.closed == 1


# -- in the training tab


@pytest.fixture
def session(qtbot, tmp_path: Path) -> Iterator[TrainingSession]:
    made = TrainingSession(store=RunStore(tmp_path / "runs"))
    yield made
    made.stop()
    qtbot.waitUntil(lambda: not made.busy, timeout=20_000)


@pytest.fixture
def tab(
    qtbot, generation: Held, session: TrainingSession, actions: Actions, settings: Settings, theme: Theme, mnist
) -> TrainTab:
    def end(tab: TrainTab) -> None:
        tab.shut_down()
        qtbot.waitUntil(lambda: not tab.busy, timeout=20_000)

    made = TrainTab(session, CurrentNetwork(random_weights(), None), actions, settings, theme)
    qtbot.addWidget(made, before_close_func=end)
    made.resize(1100, 604)
    with qtbot.waitExposed(made):
        made.show()
    return made


def note(tab: TrainTab) -> str:
    return tab.form.findChild(QLabel, "train-data-note").text()


def test_they_are_made_when_the_tab_is_shown(tab: TrainTab, generation: Held, qtbot) -> None:
    qtbot.waitUntil(lambda: note(tab) == HALF)
    tab.pages.open(tab.pages.data)
    qtbot.waitUntil(lambda: tab.pages.data.findChild(QLabel, "data-empty").text() == HALF)
    assert tab._actions.start_training.isEnabled()
    with qtbot.waitSignal(tab.form.data.loaded):
        generation.proceed.set()
    assert note(tab) == "Digits that Digit Lab generates."
    qtbot.waitUntil(lambda: not tab.busy)
    tab.hide()
    tab.show()
    assert not tab.busy
    assert generation.started == 1


def test_they_are_made_where_the_window_stays_open(tab: TrainTab, generation: Held, qtbot) -> None:
    qtbot.waitUntil(lambda: note(tab) == HALF)
    tab.shut_down()
    qtbot.waitUntil(lambda: not tab.busy)
    assert generation.closed == 1
    tab.go_on()
    qtbot.waitUntil(lambda: note(tab) == HALF)
    with qtbot.waitSignal(tab.form.data.loaded):
        generation.proceed.set()


def test_another_choice_ends_it(tab: TrainTab, generation: Held, mnist, qtbot) -> None:
    qtbot.waitUntil(lambda: note(tab) == HALF)
    tab.form.data.choose("mnist")
    qtbot.waitUntil(lambda: generation.closed == 1 and not tab.busy)
    tab.form.data.choose("starter")
    qtbot.waitUntil(lambda: note(tab) == HALF)


def test_a_training_that_is_started_meanwhile_goes_on_with_it(tab: TrainTab, generation: Held, qtbot) -> None:
    qtbot.waitUntil(lambda: note(tab) == HALF)
    set_text(tab.form.fields["epochs"], "1")
    trained = collected(tab.session, Trained)
    tab._actions.start_training.trigger()
    qtbot.waitUntil(lambda: tab.panel.findChild(QLabel, "train-message").text() == HALF)
    assert tab.session.state is State.PREPARING
    with qtbot.waitSignal(tab.session.ended, timeout=20_000):
        generation.proceed.set()
    assert generation.started == 1
    assert len(trained) == 1


def test_stopping_that_training_leaves_the_generation(tab: TrainTab, generation: Held, qtbot) -> None:
    tab._actions.start_training.trigger()
    qtbot.waitUntil(lambda: tab.panel.findChild(QLabel, "train-message").text() == HALF)
    with qtbot.waitSignal(tab.session.ended):
        tab.session.stop()
    assert generation.closed == 0
    with qtbot.waitSignal(tab.form.data.loaded):
        generation.proceed.set()
    assert generation.started == 1


@pytest.mark.parametrize("page", ["errors", "layers"])
def test_the_pages_of_a_run_show_the_progress(page: str, tab: TrainTab, generation: Held, qtbot) -> None:
    generation.proceed.set()
    set_text(tab.form.fields["epochs"], "1")
    with qtbot.waitSignal(tab.session.ended, timeout=20_000):
        tab._actions.start_training.trigger()
    qtbot.waitUntil(lambda: not tab.busy)
    cache.clear()
    generation.proceed.clear()
    (run,) = tab.session.store.runs()
    if page == "errors":
        tab.pages.show_errors(run)
        shown = tab.pages.errors
    else:
        tab.pages.show_layers(run)
        shown = tab.pages.layers.make()
    qtbot.waitUntil(lambda: shown.message == HALF)
    generation.proceed.set()
    qtbot.waitUntil(lambda: not shown.message)
