"""One flipped bit in the settings of a run, which never change: the copy of them that fits its files counts."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest
from test_runs import CONFIG, DATA, MLP, TEST, TRAIN, VALIDATED, new_trainer, record, same_bits

from engine.runs import Run, RunStore, Status
from engine.train.config import TrainConfig
from engine.train.trainer import Trainer
from engine.weights import Weights

pytestmark = pytest.mark.usefixtures("unsynced")

SHORT = replace(CONFIG, epochs=3)
MNIST = replace(DATA, source="mnist")
# In a text of settings, so many letters are between two that are tried.
STEP = 23


def ended(store: RunStore, config: TrainConfig = SHORT, status: Status = Status.FINISHED) -> Run:
    """A run that ended, with the weights that the program stores; one that was paused is in its third epoch."""
    trainer = new_trainer(config)
    with store.start(trainer, MNIST) as recorder:
        record(recorder, trainer, 12 if status is Status.PAUSED else None)
        recorder.checkpoint(trainer)
        recorder.finish(status, Weights(MLP, trainer.kept.snapshot()) if status is Status.FINISHED else None)
    return store.run(recorder.run.id)


def row(store: RunStore, run_id: str) -> dict[str, Any]:
    """The settings in the database."""
    with closing(sqlite3.connect(store.folder / "runs.db")) as connection:
        connection.row_factory = sqlite3.Row
        found = connection.execute("SELECT spec, config, data, per_epoch FROM runs WHERE id = ?", (run_id,))
        return dict(found.fetchone())


def set_row(store: RunStore, run_id: str, column: str, value: object) -> None:
    with closing(sqlite3.connect(store.folder / "runs.db", isolation_level=None)) as connection:
        new = "CAST(? AS TEXT)" if isinstance(value, bytes) else "?"
        connection.execute(f"UPDATE runs SET {column} = {new} WHERE id = ?", (value, run_id))


def set_setting(store: RunStore, run_id: str, column: str, name: str, value: object) -> None:
    """Change one value of a text of settings in the database."""
    set_row(store, run_id, column, json.dumps(json.loads(row(store, run_id)[column]) | {name: value}))


def facts(store: RunStore, run_id: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((store.folder / run_id / "run.json").read_bytes())
    return found


def files(store: RunStore, run_id: str) -> set[str]:
    return {path.name for path in (store.folder / run_id).iterdir()}


def assert_whole(store: RunStore, run: Run) -> None:
    """At the next opening the run is as it was, with all of its files."""
    before = files(store, run.id)
    opened = RunStore(store.folder)
    assert (opened.notice, opened.unreadable) == ("", 0)
    assert opened.run(run.id) == run
    assert files(opened, run.id) == before
    for iteration in [None, *(checkpoint.iteration for checkpoint in opened.checkpoints(run.id))]:
        opened.weights(run.id, iteration)


@pytest.mark.parametrize("column", ["spec", "config", "data"])
@pytest.mark.parametrize("status", [Status.FINISHED, Status.PAUSED])
def test_a_flipped_bit_in_the_settings_of_the_database(store: RunStore, column: str, status: Status) -> None:
    run = ended(store, status=status)
    whole = row(store, run.id)
    text = whole[column].encode()
    # The last number, of the test images, is nowhere else.
    for at in range(7, len(text) - 2, STEP):
        damaged = bytearray(text)
        damaged[at] ^= 1 << at % 5
        set_row(store, run.id, column, bytes(damaged))
        assert_whole(store, run)
        assert row(store, run.id) == whole


@pytest.mark.parametrize(
    ("column", "name", "value"),
    [
        ("config", "lr", 0.15),
        ("config", "seed", 1),
        ("config", "batch_size", 7),
        ("config", "epochs", 7),
        ("data", "name", "noisd"),
        ("data", "pictures", 22),
        ("data", "fingerprint", DATA.fingerprint[:-1] + ("0" if DATA.fingerprint[-1] != "0" else "1")),
        ("data", "source", "mnisu"),
    ],
)
def test_the_settings_that_fit_the_files_count(store: RunStore, column: str, name: str, value: object) -> None:
    run, deleted = ended(store), ended(store)
    store.delete(deleted.id)
    for each in (run, deleted):
        set_setting(store, each.id, column, name, value)
        assert_whole(store, each)
    # The other way round.
    path = store.folder / run.id / "run.json"
    found = facts(store, run.id)
    path.write_text(json.dumps(found | {column: found[column] | {name: value}}))
    assert_whole(store, run)
    assert facts(store, run.id) == found


@pytest.mark.parametrize("per_epoch", [1, 4, 7, 13, 21, None])
def test_a_flipped_bit_in_the_length_of_an_epoch(store: RunStore, per_epoch: int | None) -> None:
    for run in (ended(store), ended(store, status=Status.PAUSED), ended(store, VALIDATED)):
        set_row(store, run.id, "per_epoch", per_epoch)
        assert_whole(store, run)
        store.export(run.id, store.folder / "run.zip")
        assert store.import_(store.folder / "run.zip").per_epoch == run.per_epoch


@pytest.mark.parametrize("reopened", [False, True])
@pytest.mark.parametrize(("column", "value"), [("per_epoch", 4), ("config", None)])
def test_a_paused_run_with_damaged_settings_resumes(
    store: RunStore, reopened: bool, column: str, value: object
) -> None:
    run, reference = ended(store, status=Status.PAUSED), new_trainer(SHORT)
    list(reference.run())
    set_row(store, run.id, column, value or row(store, run.id)["config"].replace('"seed": 0', '"seed": 8'))
    store = RunStore(store.folder) if reopened else store
    with store.resume(run.id) as recorder:
        assert recorder.state is not None
        trainer = Trainer.resumed(recorder.state, TRAIN, TEST)
        record(recorder, trainer)
        recorder.finish(Status.FINISHED, Weights(MLP, trainer.kept.snapshot()))
    assert_whole(store, store.run(run.id))
    assert store.run(run.id).epoch == 3
    assert same_bits(store.weights(run.id).params, reference.kept.params)


def test_settings_that_are_damaged_while_the_run_is_trained(store: RunStore) -> None:
    trainer = new_trainer(SHORT)
    with store.start(trainer, MNIST) as recorder:
        record(recorder, trainer, 11)
        set_row(store, recorder.run.id, "per_epoch", 1)
        record(recorder, trainer)
        recorder.finish(Status.FINISHED, Weights(MLP, trainer.kept.snapshot()))
    assert store.run(recorder.run.id).epoch == 3
    assert_whole(store, store.run(recorder.run.id))


def test_a_change_keeps_the_settings_in_the_folder(store: RunStore) -> None:
    run = ended(store)
    before = facts(store, run.id)
    set_setting(store, run.id, "config", "batch_size", 7)
    store.rename(run.id, "renamed")
    assert facts(store, run.id) == before | {"name": "renamed"}
    assert_whole(store, replace(run, name="renamed"))


def test_where_nothing_says_which_settings_are_right_both_stay(store: RunStore) -> None:
    run = ended(store)
    before = facts(store, run.id)
    set_setting(store, run.id, "data", "test_pictures", 6)
    damaged = row(store, run.id)
    store = RunStore(store.folder)
    store.annotate(run.id, "a note")
    assert row(store, run.id) == damaged
    assert facts(store, run.id) == before | {"note": "a note"}
    assert store.run(run.id).note == "a note"
