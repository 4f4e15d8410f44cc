"""The model of the list of runs: texts, sorting, filtering and updates; without a window."""

import dataclasses
import time
import uuid
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from engine.data.augmentation import Augmentation
from engine.nn.layers import LAYER_KINDS, AffineSpec, DropoutSpec, ReLUSpec
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import reader_convnet
from engine.runs import DataFacts, Run, Status, differing
from engine.train.hyperparameters import HYPERPARAMETERS
from engine.train.trainer import Evaluation, TrainConfig
from gui.training.runs import formatting, settings_text
from gui.training.runs.columns import Column, Entry
from gui.training.runs.list_model import COLOUR_ROLE, RUN_COLOURS, RUN_ROLE, RunsFilter, RunsModel
from gui.widgets.cards import plain_tip

MNIST = DataFacts("mnist", "MNIST", "a" * 64, 60_000, 10_000)
NOON = time.mktime((2024, 3, 12, 12, 0, 0, 0, 0, -1))
DAY = 86_400


def a_run(name: str = "a run", hidden: tuple[int, ...] = (50,), **facts: object) -> Run:
    """10 epochs of 600 mini-batches, all done."""
    config = facts.pop("config", TrainConfig())
    known = {"iteration": 6_000, "seconds": 12.3, "status": Status.FINISHED, "started": NOON} | facts
    return Run(uuid.uuid4().hex, name, NetworkSpec.mlp(hidden), config, MNIST, 600, **known)  # type: ignore[arg-type]


@pytest.fixture
def model(qapp) -> Iterator[RunsModel]:
    made = RunsModel()
    yield made
    made.deleteLater()


def fill(model: RunsModel, *runs: Run) -> None:
    model.replace([Entry.of(run) for run in runs])


def names(model: RunsModel | RunsFilter) -> list[str]:
    return [model.index(row, Column.NAME).data() for row in range(model.rowCount())]


def text(model: RunsModel, row: int, column: Column) -> str:
    return model.index(row, column).data()


# Texts


def test_when_a_run_was_started(qapp) -> None:
    expected = {
        0: "just now",
        59: "just now",
        60: "1 min ago",
        3_599: "59 min ago",
        3_600: "today 11:00",
        DAY: "Mon 12:00",
        6 * DAY: "Wed 12:00",
        20 * DAY: "21 Feb",
        400 * DAY: "6 Feb 2023",
        -DAY: "13 Mar",  # the clock was or is wrong
    }
    assert {past: formatting.when(NOON - past, NOON) for past in expected} == expected
    # The limits of a file.
    for timestamp in (0.0, 250_000_000_000.0):
        assert formatting.when(timestamp, NOON)
        assert formatting.date_and_time(timestamp)


def test_durations_and_epochs_as_text() -> None:
    took = {0: "0.0 s", 12.34: "12.3 s", 59.94: "59.9 s", 59.96: "1 min 0 s", 245: "4 min 5 s", 4_800: "1 h 20 min"}
    assert {seconds: formatting.duration(seconds) for seconds in took} == took
    # An epoch that is not complete is not counted.
    came = {0: "0", 0.3: "0.3", 0.015: "0.01", 3.2: "3.2", 9.99: "9.9", 10: "10", 1_000: "1,000"}
    assert {epochs: formatting.epoch(epochs) for epochs in came} == came


def test_the_accuracy_is_of_the_final_weights_or_the_last_evaluation() -> None:
    last = Evaluation(6_000, 10.0, 0.99, 0.97, True)
    assert formatting.test_accuracy(a_run(evaluation=last, scores={"MNIST test accuracy": 0.98})) == 0.98
    assert formatting.test_accuracy(a_run(evaluation=last)) == 0.97
    assert formatting.test_accuracy(a_run()) is None
    assert formatting.percent(None) == "–"


def test_every_status_has_a_text() -> None:
    for status in Status:
        run = a_run(status=status, imported=True)
        assert formatting.status_word(status)
        assert formatting.status_sentence(run).endswith("It was imported from a file.")
        assert settings_text.progress(run)


def test_the_settings_of_a_run() -> None:
    config = TrainConfig(optimizer="adam", lr=0.001, schedule="one-cycle", weight_decay=0.01)
    config = dataclasses.replace(config, augmentation=Augmentation(rotation=10.0, anneal=0.2))
    assert settings_text.training(config) == (
        "Adam 0.9 / 0.999, learning rate 0.001, schedule One-cycle, epochs 10, batch size 100, weight decay 0.01, "
        "seed 0, rotation 10°, anneal 20 %"
    )
    early = TrainConfig(optimizer="sgd", iterations=1_500, validation=0.1, patience=3)
    assert settings_text.training(early) == (
        "SGD, learning rate 0.1, iterations 1,500, batch size 100, seed 0, validation split 10 %, patience 3 epochs"
    )
    run = a_run(evaluation=Evaluation(6_000, 10.0, 0.991, 0.97, True))
    assert settings_text.network(run) == "784-50-10 ReLU, 39,760 parameters"
    assert settings_text.data(run) == "MNIST, 60,000 training and 10,000 test images"
    assert settings_text.scores(run) == "training set 99.10 % at epoch 10, test set 97.00 %"
    assert settings_text.scores(a_run()) == "Not evaluated yet."


def test_every_setting_can_be_compared() -> None:
    fields = [*dataclasses.fields(TrainConfig), *dataclasses.fields(Augmentation)]
    assert {field.name for field in fields} == {*HYPERPARAMETERS, "augmentation"}
    for name, row in HYPERPARAMETERS.items():
        assert settings_text.setting_title(name)
        assert settings_text.setting_value(name, row.value(TrainConfig()))
    for kind, layer in LAYER_KINDS.items():
        for field in dataclasses.fields(layer):
            assert settings_text.setting_title(f"3 {kind} {field.name}").startswith("Layer 3, ")


def test_different_settings_as_text() -> None:
    layers = (AffineSpec(50), ReLUSpec(), DropoutSpec(0.5), AffineSpec(10))
    runs = [
        dataclasses.replace(a_run(), spec=NetworkSpec(layers)),
        dataclasses.replace(a_run(config=TrainConfig(optimizer="sgd", validation=0.1)), spec=reader_convnet()),
    ]
    emitted = {
        settings_text.setting_title(name): [settings_text.setting_value(name, value) for value in values]
        for name, values in differing(runs).items()
    }
    assert emitted["Network"][0] == "784-50-10 ReLU"
    assert emitted["Layers"][0] == "Affine, ReLU, Dropout, Affine"
    assert emitted["Optimiser"] == ["Momentum", "SGD"]
    assert emitted["Validation split"] == ["0 %", "10 %"]
    less = dataclasses.replace(runs[0], spec=NetworkSpec((*layers[:2], DropoutSpec(0.25), layers[3])))
    (name,) = differing([runs[0], less])
    assert settings_text.setting_title(name) == "Layer 3, Dropout: Ratio"


# Colours


def test_a_run_keeps_its_colour_while_others_are_shown_and_hidden(model: RunsModel, theme) -> None:
    runs = [a_run(str(i)) for i in range(11)]
    fill(model, *runs)
    for run in runs:
        model.show_run(run.id, True)
    for i in (3, 5):
        model.show_run(runs[i].id, False)
    model.show_run(runs[10].id, True)
    model.show_run(runs[9].id, True)
    colours = {each.run.name: RUN_COLOURS.index(each.colour) for each in model.shown}
    assert colours == {"0": 0, "1": 1, "2": 2, "4": 4, "6": 6, "7": 7, "8": 8, "9": 9, "10": 3}
    assert len({theme.colour(colour).name() for colour in RUN_COLOURS}) == 10


def test_the_current_training_has_a_colour_of_its_own_from_its_start_on(model: RunsModel) -> None:
    first, second, third = runs = [a_run(str(i)) for i in range(3)]
    fill(model, first, second)
    model.show_run(first.id)
    # It is not stored yet.
    model.watch("")
    assert model.current_colour == "run-2"
    model.show_run(second.id)
    assert model.colour_of(second.id) == "run-3"
    fill(model, *runs)
    model.watch(third.id)
    assert [(each.run.name, each.colour) for each in model.shown] == [
        ("2", "run-2"),
        ("0", "run-1"),
        ("1", "run-3"),
    ]
    index = model.index_of(third.id).siblingAtColumn(Column.SHOWN)
    assert index.data(COLOUR_ROLE) == "run-2"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "current training"
    # Only a run that the user shows stays in the plots when another training starts.
    model.show_run(third.id)
    model.watch("")
    assert (model.colour_of(third.id), model.current_colour) == ("run-2", "run-4")
    model.show_run(third.id, False)
    assert model.colour_of(third.id) is None


def test_a_resumed_run_keeps_the_colour_in_which_it_is_shown(model: RunsModel) -> None:
    runs = [a_run(str(i)) for i in range(2)]
    fill(model, *runs)
    for run in runs:
        model.show_run(run.id)
    model.watch("")
    model.watch(runs[1].id)
    assert model.current_colour == "run-2"
    model.show_run(runs[1].id, False)
    assert model.colour_of(runs[1].id) == "run-2"


def test_a_training_over_ten_shown_runs_has_another_colour_than_all(model: RunsModel) -> None:
    runs = [a_run(str(i)) for i in range(12)]
    fill(model, *runs)
    for run in runs[:10]:
        model.show_run(run.id)
    model.watch(runs[10].id)
    assert model.current_colour == "text"
    assert len({each.colour for each in model.shown}) == 11
    model.sort(Column.SHOWN)
    assert names(model)[:11] == [str(i) for i in range(11)]
    # It takes one more place where the user shows it, too.
    refused = []
    model.too_many.connect(lambda: refused.append(True))
    model.show_run(runs[10].id)
    model.show_run(runs[11].id)
    assert refused == [True, True]
    assert len(model.shown) == 11


# The model


def test_the_columns(model: RunsModel) -> None:
    fill(model, a_run("mine", iteration=1_950, scores={"MNIST test accuracy": 0.9764}, status=Status.STOPPED))
    texts = [text(model, 0, column) for column in Column]
    assert texts == ["", "mine", texts[2], "784-50-10 ReLU", "MNIST", "3.2 / 10", "97.64 %", "12.3 s", "stopped"]
    status = model.index(0, Column.STATUS).data(Qt.ItemDataRole.ToolTipRole)
    assert status == "It was stopped at epoch 3.2 of 10."
    assert model.headerData(Column.ACCURACY, Qt.Orientation.Horizontal) == "Test"


def test_sorting(model: RunsModel) -> None:
    fill(
        model,
        a_run("run 2", started=2.0, scores={"accuracy": 0.9}, status=Status.PAUSED, hidden=(9,)),
        a_run("Run 1", started=1.0, hidden=(100,)),
        a_run("run 10", started=3.0, scores={"accuracy": 0.95}),
    )
    assert names(model) == ["run 10", "run 2", "Run 1"]
    rising, falling = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
    for column, order, expected in (
        (Column.NAME, rising, ["Run 1", "run 2", "run 10"]),
        (Column.ACCURACY, rising, ["run 2", "run 10", "Run 1"]),
        (Column.ACCURACY, falling, ["run 10", "run 2", "Run 1"]),  # unknown values come last in both orders
        (Column.STATUS, rising, ["run 2", "run 10", "Run 1"]),
        (Column.NETWORK, rising, ["run 2", "run 10", "Run 1"]),
        (Column.STARTED, falling, ["run 10", "run 2", "Run 1"]),
    ):
        model.sort(column, order)
        assert names(model) == expected, column
    model.sort(Column.SHOWN)
    model.show_run(model.runs[1].id, True)
    assert names(model) == ["run 2", "run 10", "Run 1"]


def test_persistent_indexes_stay_with_their_runs(model: RunsModel) -> None:
    """The current index, the selection and an open editor of a view stay with their run."""
    runs = [a_run(f"run {i}", started=float(i)) for i in range(6)]
    fill(model, *runs)
    held = {run.id: QPersistentModelIndex(model.index_of(run.id)) for run in runs}
    changed = dataclasses.replace(runs[1], seconds=99.0)
    new = a_run("new", started=4.5)
    fill(model, runs[5], new, changed, runs[3], runs[0])
    assert names(model) == ["run 5", "new", "run 3", "run 1", "run 0"]
    model.sort(Column.DURATION, Qt.SortOrder.DescendingOrder)
    assert names(model)[0] == "run 1"
    for run in (runs[0], runs[1], runs[3], runs[5]):
        assert held[run.id].data() == run.name
    assert not held[runs[2].id].isValid()
    assert not held[runs[4].id].isValid()


def test_without_changes_no_signal_is_emitted(model: RunsModel, qtbot) -> None:
    runs = [a_run(f"run {i}", started=float(i)) for i in range(3)]
    fill(model, *runs)
    signals = [model.dataChanged, model.layoutChanged, model.rowsInserted, model.rowsRemoved, model.shown_changed]
    emitted: list[object] = []
    for signal in signals:
        signal.connect(lambda *_: emitted.append(1))
    fill(model, *runs)
    assert not emitted
    # The user may be editing the name.
    columns: set[int] = set()
    model.dataChanged.connect(lambda first, last: columns.update(range(first.column(), last.column() + 1)))
    model.put([Entry.of(dataclasses.replace(runs[1], iteration=6, seconds=1.0))])
    assert Column.NAME not in columns
    assert Column.EPOCHS in columns


def test_a_new_name_is_shown_and_emitted(model: RunsModel) -> None:
    run = a_run("old")
    fill(model, run)
    emitted: list[tuple[str, str]] = []
    model.renamed.connect(lambda *names: emitted.append(names))
    index = model.index(0, Column.NAME)
    assert model.setData(index, "  new\n name ")
    assert not model.setData(index, "   ")
    assert not model.setData(index, "new name")
    assert not model.setData(model.index(0, Column.EPOCHS), "7")
    assert emitted == [(run.id, "new name")]
    assert index.data() == "new name"
    assert model.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert not model.flags(model.index(0, Column.EPOCHS)) & Qt.ItemFlag.ItemIsEditable


def test_at_most_ten_are_shown(model: RunsModel) -> None:
    runs = [a_run(str(i)) for i in range(11)]
    fill(model, *runs)
    refused: list[int] = []
    model.too_many.connect(lambda: refused.append(len(model.shown)))
    for run in runs:
        index = model.index_of(run.id).siblingAtColumn(Column.SHOWN)
        model.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert refused == [10]
    assert [each.run for each in model.shown] == runs[:10]
    assert [each.colour for each in model.shown] == list(RUN_COLOURS)
    assert model.index_of(runs[3].id).data(COLOUR_ROLE) == RUN_COLOURS[3]
    assert model.index_of(runs[10].id).data(COLOUR_ROLE) is None
    model.sort(Column.SHOWN)
    assert names(model) == [str(i) for i in range(11)]


def test_a_change_of_a_shown_run_is_emitted(model: RunsModel) -> None:
    run, other = a_run("shown"), a_run("hidden")
    fill(model, run, other)
    model.show_run(run.id, True)
    emitted: list[list[int]] = []
    model.shown_changed.connect(lambda: emitted.append([each.run.iteration for each in model.shown]))
    model.put([Entry.of(dataclasses.replace(other, iteration=7))])
    assert emitted == []
    model.put([Entry.of(dataclasses.replace(run, iteration=7))])
    assert emitted == [[7]]
    fill(model, other)
    assert emitted == [[7], []]


def test_the_filter_searches_every_word_in_all_texts(model: RunsModel) -> None:
    found = RunsFilter(model, model)
    fill(
        model,
        a_run("a", started=1.0, note="Hopeful.\nA second line."),
        a_run("b", started=2.0, status=Status.INTERRUPTED, config=TrainConfig(optimizer="adam")),
    )
    for search, expected in {
        "": ["b", "a"],
        "MNIST finished": ["a"],
        "  adam ": ["b"],
        "interrupted": ["b"],
        "784-50": ["b", "a"],
        "(.*": [],
        "hopeful mnist a": ["a"],
        "line second": ["a"],
    }.items():
        found.search(search)
        assert names(found) == expected, search


def test_runs_added_later_are_filtered_and_sorted(model: RunsModel) -> None:
    found = RunsFilter(model, model)
    found.search("good")
    found.sort(Column.NAME)
    fill(model, a_run("good 2"), a_run("bad"), a_run("good 10"), a_run("good 1"))
    assert names(found) == ["good 1", "good 2", "good 10"]
    run = model.index(0, 0).data(RUN_ROLE)
    assert run.name == "bad"
    model.put([Entry.of(dataclasses.replace(run, name="good 0"))])
    assert names(found)[0] == "good 0"


def test_thousands_of_runs(model: RunsModel) -> None:
    """Reading the list again, sorting, filtering and deleting do not ask Python for every pair of rows."""
    runs = [a_run(f"run {i}", started=float(i % 97), seconds=float(i % 89)) for i in range(1_000)]
    entries = [Entry.of(run) for run in runs]
    found = RunsFilter(model, model)
    start = time.process_time()
    model.replace(entries)
    for column in Column:
        found.sort(column)
    found.search("run 123")
    assert found.rowCount() == 1
    model.replace(entries[::2])
    assert model.rowCount() == 500
    # A usual machine takes a fifth of that.
    assert time.process_time() - start < 2.0
    assert model.index(0, 0).parent() == QModelIndex()


def test_markup_in_a_name_is_shown() -> None:
    assert plain_tip("<b>a & b</b>") == "<span>&lt;b&gt;a &amp; b&lt;/b&gt;</span>"
