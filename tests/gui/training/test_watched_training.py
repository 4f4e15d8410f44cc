"""The pages "Step" and "Layers" of the training tab, with real trainings and stored runs."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel
from small_digits import small_data
from small_weights import random_weights

from engine.errors import RunError
from engine.runs import RunStore
from engine.train.events import LayerStatistics
from engine.weights import Weights
from gui.actions import Actions
from gui.current_network import CurrentNetwork
from gui.settings import Settings
from gui.theme import Theme
from gui.training.data.dataset_cache import cache
from gui.training.form.field_cards import set_text
from gui.training.session import State, TrainingSession
from gui.training.train_tab import TrainTab
from gui.training.watched_training import WatchedTraining


@pytest.fixture
def tab(
    qtbot, tmp_path: Path, actions: Actions, settings: Settings, theme: Theme, mnist, monkeypatch: pytest.MonkeyPatch
) -> Iterator[TrainTab]:
    monkeypatch.setattr(cache, "load", small_data)
    session = TrainingSession(load=small_data, store=RunStore(tmp_path / "runs"))
    made = TrainTab(session, CurrentNetwork(random_weights(), None), actions, settings, theme)
    made.resize(1100, 700)
    with qtbot.waitExposed(made):
        made.show()
    set_text(made.form.fields["epochs"], "2")
    yield made
    made.shut_down()
    qtbot.waitUntil(lambda: not made.busy and not made.pages.busy, timeout=20_000)
    made.close()
    made.deleteLater()


def test_of_many_epochs_the_statistics_are_thinned(qtbot) -> None:
    session = TrainingSession()
    training = WatchedTraining(session, session)
    for epochs in (150, 1_000):
        session.started.emit(None)
        for epoch in range(epochs + 1):
            session.job_event.emit(LayerStatistics(5 * epoch, epoch, (), ()))
            assert training.statistics[-1].epoch == epoch
        kept = [each.epoch for each in training.statistics]
        assert len(kept) <= 200
        assert kept == [*range(0, epochs, kept[1]), epochs]


def titles(tab: TrainTab) -> list[str]:
    return [tab.pages.tabText(i) for i in range(tab.pages.count())]


def text(tab: TrainTab, name: str) -> str:
    return tab.findChild(QLabel, name).text()


def train(tab: TrainTab, qtbot, action: QAction) -> None:
    with qtbot.waitSignal(tab.session.ended, timeout=20_000):
        action.trigger()


def test_the_pages_are_made_when_they_are_opened(tab: TrainTab) -> None:
    assert titles(tab) == ["Curves", "Step", "Layers", "Map", "Runs", "Errors", "Data"]
    assert (tab.pages.step.page, tab.pages.layers.page) == (None, None)
    tab.pages.open(tab.pages.step)
    tab.pages.open(tab.pages.layers)
    assert tab.pages.step.page is not None
    assert tab.pages.layers.page is not None
    assert tab.pages.layers.page.message.startswith("Start a training")


def test_one_step_is_seen_also_on_a_page_that_is_opened_later(tab: TrainTab, actions: Actions, qtbot) -> None:
    actions.step_training.trigger()
    qtbot.waitUntil(lambda: tab.session.state is State.PAUSED, timeout=20_000)
    tab.pages.open(tab.pages.step)
    assert text(tab, "step-title").startswith("Iteration 1 ")
    actions.step_training.trigger()
    qtbot.waitUntil(lambda: text(tab, "step-title").startswith("Iteration 2 "), timeout=20_000)
    tab.pages.open(tab.pages.layers)
    assert text(tab, "layers-epoch") == "Epoch 0"


def test_the_layers_of_a_training_over_its_epochs(tab: TrainTab, actions: Actions, qtbot) -> None:
    train(tab, qtbot, actions.start_training)
    tab.pages.open(tab.pages.layers)
    page = tab.pages.layers.page
    assert page is not None
    assert (page.epochs.maximum(), text(tab, "layers-epoch")) == (2, "Epoch 2")


def test_the_layers_of_a_stored_run(tab: TrainTab, actions: Actions, qtbot) -> None:
    train(tab, qtbot, actions.start_training)
    runs = tab.pages.runs
    assert runs is not None
    qtbot.waitUntil(lambda: bool(runs.model.runs) and not runs.busy, timeout=20_000)
    tab.pages.open(runs)
    assert runs.run_actions.layers.isEnabled()
    runs.run_actions.layers.trigger()
    page = tab.pages.layers.page
    assert page is not None
    assert tab.pages.currentWidget() is tab.pages.layers
    qtbot.waitUntil(lambda: not tab.pages.busy, timeout=20_000)
    assert text(tab, "layers-title") == runs.model.runs[0].name
    assert page.epochs.maximum() == 1  # the ends of both epochs: the initial weights are not stored


def test_the_layers_of_a_run_whose_first_checkpoint_is_removed_meanwhile(
    tab: TrainTab, actions: Actions, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    train(tab, qtbot, actions.start_training)
    runs, read = tab.pages.runs, RunStore.weights
    assert runs is not None
    qtbot.waitUntil(lambda: bool(runs.model.runs) and not runs.busy, timeout=20_000)

    def weights(store: RunStore, run_id: str, iteration: int | None = None) -> Weights:
        if iteration == 5:
            raise RunError("It has no weights of this iteration.")
        return read(store, run_id, iteration)

    monkeypatch.setattr(RunStore, "weights", weights)
    tab.pages.show_layers(runs.model.runs[0])
    qtbot.waitUntil(lambda: not tab.pages.busy, timeout=20_000)
    assert text(tab, "layers-title") == runs.model.runs[0].name
    assert text(tab, "layers-epoch") == "Epoch 2"


@pytest.mark.parametrize("doing", ["errors", "layers", "resume"])
def test_a_run_that_another_program_has_deleted_for_good_leaves_the_list(
    tab: TrainTab, actions: Actions, qtbot, doing: str
) -> None:
    train(tab, qtbot, actions.start_training)
    store, runs = tab.session.store, tab.pages.runs
    assert store is not None
    assert runs is not None
    qtbot.waitUntil(lambda: bool(runs.model.runs) and not runs.busy, timeout=20_000)
    (run,) = runs.model.runs
    store.delete(run.id)
    store.purge(0)
    match doing:
        case "errors":
            tab.pages.show_errors(run)
        case "layers":
            tab.pages.show_layers(run)
        case "resume":
            with qtbot.waitSignal(tab.session.ended, timeout=20_000):
                tab.resume_run(run)
    qtbot.waitUntil(lambda: not runs.model.runs)
    qtbot.waitUntil(lambda: not tab.pages.busy, timeout=20_000)


@pytest.mark.parametrize("doing", ["errors", "layers"])
@pytest.mark.parametrize("changed", ["an image", "a label", "fewer images"])
def test_on_images_that_have_changed_since_nothing_of_a_run_is_shown(
    tab: TrainTab, actions: Actions, qtbot, monkeypatch: pytest.MonkeyPatch, doing: str, changed: str
) -> None:
    train(tab, qtbot, actions.start_training)
    runs, loaded, problems = tab.pages.runs, small_data(), list[str]()
    assert runs is not None
    tab.pages.problem.connect(problems.append)
    qtbot.waitUntil(lambda: bool(runs.model.runs) and not runs.busy, timeout=20_000)
    (run,) = runs.model.runs
    shown = tab.pages.errors if doing == "errors" else tab.pages.layers.make()
    show = tab.pages.show_errors if doing == "errors" else tab.pages.show_layers
    match changed:
        case "an image":
            loaded.train.images[0, 0, 0] ^= 1
        case "a label":
            loaded.train.labels[0] += 1
        case _:
            loaded = replace(loaded, train=loaded.train.subset(slice(1, None)))
    monkeypatch.setattr(cache, "load", lambda *_: loaded)
    show(run)
    qtbot.waitUntil(lambda: not tab.pages.busy, timeout=20_000)
    (problem,) = problems
    assert problem.startswith(f"The images have changed since “{run.name}” was trained.")
    if doing == "errors":
        assert shown.message == problem
    else:
        assert text(tab, "layers-title") != run.name
    # The same ones are back.
    monkeypatch.setattr(cache, "load", small_data)
    show(run)
    qtbot.waitUntil(lambda: not tab.pages.busy and not shown.message, timeout=20_000)
    assert len(problems) == 1


def epochs_of(tab: TrainTab) -> list[float]:
    page = tab.pages.layers.page
    assert page is not None
    found = []
    for at in range(page.epochs.maximum() + 1):
        page.epochs.setValue(at)
        found.append(float(text(tab, "layers-epoch").removeprefix("Epoch ")))
    return found


@pytest.mark.parametrize("opened", ["before", "after", "before the window is closed, but stays open"])
def test_the_layers_of_a_resumed_training_begin_with_its_first_epoch(
    tab: TrainTab, actions: Actions, qtbot, opened: str
) -> None:
    set_text(tab.form.fields["epochs"], "4")
    for _ in range(2):
        actions.epoch_training.trigger()
        qtbot.waitUntil(lambda: tab.session.state is State.PAUSED, timeout=20_000)
    with qtbot.waitSignal(tab.session.ended, timeout=20_000):
        tab.session.stop(resumable=True)
    runs = tab.pages.runs
    assert runs is not None
    qtbot.waitUntil(lambda: bool(runs.model.runs) and not runs.busy, timeout=20_000)
    if opened == "before":
        tab.pages.open(tab.pages.layers)
    with qtbot.waitSignal(tab.session.ended, timeout=20_000):
        tab.resume_run(runs.model.runs[0])
    tab.pages.open(tab.pages.layers)
    if opened.endswith("stays open"):
        tab.shut_down()
        qtbot.waitUntil(lambda: not tab.busy, timeout=20_000)
        tab.go_on()
    qtbot.waitUntil(lambda: not tab.pages.busy, timeout=20_000)
    assert epochs_of(tab) == [1, 2, 3, 4]


def test_earlier_statistics_are_thinned_like_the_others(qtbot) -> None:
    session = TrainingSession()
    training = WatchedTraining(session, session)
    session.started.emit(None)
    for epoch in range(300, 701):
        session.job_event.emit(LayerStatistics(5 * epoch, epoch, (), ()))
    training.add_earlier([LayerStatistics(5 * epoch, epoch, (), ()) for epoch in range(1, 300)])
    kept = [each.epoch for each in training.statistics]
    assert len(kept) <= 200
    assert kept == sorted(set(kept))
    assert kept[0] < 10
    assert kept[-1] == 700
    assert len({b - a for a, b in pairwise(kept[:-1])}) == 1
