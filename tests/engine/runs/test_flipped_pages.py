"""One flipped bit in any page of the database of runs: every run is found, and every change is done."""

import errno
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from test_runs import CONFIG, DATA, MLP, TEST, TRAIN, interrupted, new_trainer, record, same_bits, trained

from engine.errors import RunError
from engine.runs import RunStore, Status, table
from engine.train.checkpoint import load_state, save_state
from engine.train.trainer import Trainer
from engine.weights import Weights

pytestmark = pytest.mark.usefixtures("unsynced")

PAGE = 4096
SHORT = replace(CONFIG, epochs=2)


def flipped(folder: Path, at: int, bit: int) -> None:
    path = folder / "runs.db"
    content = bytearray(path.read_bytes())
    content[at] ^= 1 << bit
    path.write_bytes(content)


def flip_in_index(store: RunStore, run_id: str) -> None:
    """Change a letter of the id in the index of ids."""
    content = (store.folder / "runs.db").read_bytes()
    places = [at for at in range(len(content)) if content.startswith(run_id.encode(), at)]
    # Leaves of an index begin with 10; the ids are in the first of them.
    flipped(store.folder, next(at for at in places if content[at // PAGE * PAGE] == 10) + 5, 1)


def full_disk(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_flipped_bit_in_the_index_of_ids_is_repaired_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = RunStore(tmp_path / "runs")
    runs = [trained(store, SHORT), trained(store, SHORT)]
    deleted = trained(store, SHORT)
    # On a full disk only the database has these changes.
    with monkeypatch.context() as full:
        full.setattr(table, "write_facts", full_disk)
        store.annotate(runs[1].id, "a note")
        store.delete(deleted.id)
    flip_in_index(store, runs[0].id)
    opened = RunStore(store.folder)
    assert opened.notice == "The list of your runs was damaged and has been repaired: nothing in it was lost."
    assert {run.id for run in opened.runs()} == {run.id for run in runs}
    assert opened.run(runs[1].id).note == "a note"
    opened.rename(runs[0].id, "renamed")
    again = RunStore(store.folder)
    assert again.notice == ""
    assert again.run(runs[0].id).name == "renamed"
    assert same_bits(again.weights(runs[0].id).params, store.weights(runs[0].id).params)


def test_an_index_of_ids_that_is_damaged_while_a_training_runs_is_repaired(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, trainer = RunStore(tmp_path / "runs"), new_trainer()
    run = trained(store, SHORT)
    with monkeypatch.context() as full:
        full.setattr(table, "write_facts", full_disk)
        store.annotate(run.id, "a note")
    flip_in_index(store, run.id)
    with store.start(trainer, DATA) as recorder:
        record(recorder, trainer, 7)
        recorder.flush()
        assert (store.folder / "runs.db-wal").stat().st_size > 32
        opened = RunStore(store.folder)
        assert opened.notice == "The list of your runs was damaged and has been repaired: nothing in it was lost."
        assert opened.run(run.id).note == "a note"
        record(recorder, trainer)
        recorder.finish(Status.FINISHED)
    again = RunStore(store.folder)
    assert again.notice == ""
    assert again.run(run.id).note == "a note"
    assert again.losses(recorder.run.id).tobytes() == trainer.losses.tobytes()


@pytest.mark.parametrize(
    ("statement", "more"),
    [
        ("UPDATE runs SET config = 'damaged'", "1 run is not shown: damaged, or of a newer version of Digit Lab."),
        ("DELETE FROM runs", "1 run was found again that the list of your runs did not know."),
    ],
)
def test_a_repaired_list_does_not_say_that_nothing_was_lost_where_something_was(
    tmp_path: Path, statement: str, more: str
) -> None:
    store = RunStore(tmp_path / "runs")
    run, other = trained(store, SHORT), trained(store, SHORT)
    changed(store, f"{statement} WHERE id = '{other.id}'")
    if "config" in statement:
        (store.folder / other.id / "run.json").write_text("damaged")
    flip_in_index(store, run.id)
    assert RunStore(store.folder).notice == f"The list of your runs was damaged and has been repaired. {more}"


def test_a_flipped_bit_in_any_page(tmp_path: Path) -> None:
    store = RunStore(tmp_path / "runs")
    run = trained(store, SHORT)
    interrupted(store)
    known = {each.id: each.checkpoint for each in store.runs()}
    whole = (store.folder / "runs.db").read_bytes()
    # Of each table and each index the start, the list of cells and what is in the cells.
    places = [page + at for page in range(0, len(whole), PAGE) for at in (3, 9, PAGE - 30)]
    for number, at in enumerate([17, 70, 400, *places]):
        copy = tmp_path / "copy"
        shutil.copytree(store.folder, copy)
        flipped(copy, at, number % 8)
        opened = RunStore(copy)
        assert {each.id: each.checkpoint for each in opened.runs()} == known
        assert len(opened.losses(run.id)) == run.iteration
        opened.weights(run.id)
        opened.rename(run.id, "renamed")
        opened.delete(run.id)
        again = RunStore(copy)
        assert "damaged" not in again.notice
        assert len(again.runs()) == len(known) - 1
        again.restore(run.id)
        assert again.run(run.id).name == "renamed"
        shutil.rmtree(copy)


@pytest.mark.parametrize(("at", "bit"), [(18, 3), (47, 0), (47, 5), (62, 1), (63, 0), (63, 1), (63, 7)])
def test_a_flipped_bit_in_the_numbers_of_the_format_and_the_version_loses_nothing(
    tmp_path: Path, at: int, bit: int
) -> None:
    store = RunStore(tmp_path / "runs")
    run, left = trained(store, SHORT), interrupted(store, 7)
    flipped(store.folder, at, bit)
    opened = RunStore(store.folder)
    assert ("2 runs were found again" in opened.notice) == (at < 60)
    assert [(each.id, each.checkpoint) for each in opened.runs()] == [(left.id, 5), (run.id, run.checkpoint)]
    opened.annotate(run.id, "a note")
    assert RunStore(store.folder).notice == ""


def changed(store: RunStore, statement: str) -> None:
    """Change the database as a flipped bit does that SQLite cannot find: it makes 0 of NULL or of 1, or 1 of 0."""
    with closing(sqlite3.connect(store.folder / "runs.db", isolation_level=None)) as connection:
        assert connection.execute(statement).rowcount == 1


def files(store: RunStore, run_id: str) -> set[str]:
    return {path.name for path in (store.folder / run_id).iterdir()}


@pytest.mark.parametrize("value", ["0", "-1764000000.5", "2.1e-145", "4.6e18", "x'00'"])
def test_a_run_with_an_impossible_time_of_deletion_is_not_deleted(tmp_path: Path, value: str) -> None:
    store = RunStore(tmp_path / "runs")
    run = trained(store, SHORT)
    changed(store, f"UPDATE runs SET deleted = {value}")
    assert store.purge(0) == 0
    opened = RunStore(store.folder)
    assert opened.purge(0) == 0
    assert opened.runs() == [run]
    assert opened.notice == ""


def test_no_flipped_bit_in_the_database_removes_final_weights(tmp_path: Path) -> None:
    store = RunStore(tmp_path / "runs")
    run = trained(store, SHORT)
    store.export(run.id, tmp_path / "run.zip")
    imported = store.import_(tmp_path / "run.zip")
    for each in (run, imported):
        before = files(store, each.id)
        changed(store, f"UPDATE runs SET final = 0 WHERE id = '{each.id}'")
        opened = RunStore(store.folder)
        assert files(opened, each.id) == before
        assert opened.run(each.id) == each
        assert opened.weights(each.id).scores == each.scores


def test_final_weights_of_before_a_resumed_training_are_not_listed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They do not belong to its checkpoints. They could not be removed, and the disk was full for its facts."""
    store, trainer = RunStore(tmp_path / "runs"), new_trainer()
    with store.start(trainer, DATA) as recorder:
        record(recorder, trainer, 7)
        recorder.checkpoint(trainer)
        recorder.finish(Status.STOPPED, Weights(MLP, trainer.kept.snapshot(), scores={"noise accuracy": 0.5}))
    run = recorder.run
    monkeypatch.setattr("engine.runs.recorder.unlink", lambda paths: None)
    monkeypatch.setattr(table, "write_facts", full_disk)
    with store.resume(run.id) as recorder:
        record(recorder, trainer, 12)
        recorder.checkpoint(trainer)
        recorder.finish(Status.PAUSED)
    before = files(store, run.id)
    opened = RunStore(store.folder)
    assert "weights.safetensors" in before - files(opened, run.id)
    assert opened.run(run.id).status is Status.PAUSED
    assert same_bits(opened.weights(run.id).params, trainer.kept.params)


def test_a_run_without_final_weights_has_those_of_its_checkpoint_whatever_the_database_says(tmp_path: Path) -> None:
    store = RunStore(tmp_path / "runs")
    run = interrupted(store)
    changed(store, "UPDATE runs SET final = 1")
    assert len(RunStore(store.folder).weights(run.id).params) == 4


@pytest.mark.parametrize("iteration", [5, 10])
def test_no_flipped_bit_in_the_database_removes_a_state(tmp_path: Path, iteration: int) -> None:
    store = RunStore(tmp_path / "runs")
    run = interrupted(store)
    before = files(store, run.id)
    changed(store, f"UPDATE checkpoints SET complete = 0 WHERE iteration = {iteration}")
    opened = RunStore(store.folder)
    assert files(opened, run.id) == before
    assert opened.run(run.id) == run
    assert all(checkpoint.complete for checkpoint in opened.checkpoints(run.id))


def test_a_run_whose_states_are_gone_does_not_start_again_over_its_weights(tmp_path: Path) -> None:
    store = RunStore(tmp_path / "runs")
    run = interrupted(store, 6)
    changed(store, "UPDATE checkpoints SET complete = 0")
    with pytest.raises(RunError, match=r"The saved states of .* are damaged: it cannot be resumed\."):
        store.resume(run.id)
    assert RunStore(store.folder).resume(run.id).state is not None


def test_a_flipped_bit_in_the_length_of_an_epoch_removes_no_weights(tmp_path: Path) -> None:
    store = RunStore(tmp_path / "runs")
    run = interrupted(store, 17)
    changed(store, "UPDATE runs SET per_epoch = 7")
    with store.resume(run.id) as recorder:
        assert recorder.state is not None
        record(recorder, Trainer.resumed(recorder.state, TRAIN, TEST))
    assert [checkpoint.iteration for checkpoint in store.checkpoints(run.id)] == [5, 10, 15, 20]


def test_a_deleted_run_whose_id_is_damaged_can_still_be_restored(tmp_path: Path) -> None:
    store = RunStore(tmp_path / "runs")
    run, other = trained(store, SHORT), trained(store, SHORT)
    store.delete(run.id)
    content = (store.folder / "runs.db").read_bytes()
    at = next(
        at for at in range(len(content)) if content.startswith(run.id.encode(), at) and content[at // PAGE * PAGE] == 13
    )
    flipped(store.folder, at + 5, 0)
    opened = RunStore(store.folder)
    assert "has been repaired" in opened.notice
    assert opened.runs() == [other]
    opened.restore(run.id)
    assert opened.run(run.id) == run


MALFORMED = "replace(facts, 'train_accuracy', 'urain_accuracy')"
# The texts can be read, and say something impossible or another iteration than their keys.
CONTRADICTIONS = [
    f"replace(facts, '\"{name}\": ', '\"{name}\": {more}')"
    for name, more in [("iteration", "1"), ("iteration", "9" * 30), ("epoch", "-"), ("train_accuracy", "7")]
]


OTHER_EPOCH = "replace(facts, '\"epoch\": ', '\"epoch\": 1')"


@pytest.mark.parametrize(
    "facts", [MALFORMED, "replace(facts, ':', ';')", "CAST(facts AS BLOB)", OTHER_EPOCH, *CONTRADICTIONS]
)
@pytest.mark.parametrize("iteration", [5, 10])
def test_a_damaged_evaluation_is_read_from_its_copy(tmp_path: Path, facts: str, iteration: int) -> None:
    store = RunStore(tmp_path / "runs")
    run, left = trained(store, SHORT), interrupted(store)
    store.export(run.id, tmp_path / "run.zip")
    runs = [run, left, store.import_(tmp_path / "run.zip")]
    wanted = [(store.run(each.id), store.evaluations(each.id), store.losses(each.id).tobytes()) for each in runs]
    for each in runs:
        change = f"UPDATE evaluations SET facts = {facts} WHERE run = '{each.id}' AND iteration = {iteration}"
        changed(store, change)
    store = RunStore(store.folder)
    assert store.notice == ""
    found = [(store.run(each.id), store.evaluations(each.id), store.losses(each.id).tobytes()) for each in runs]
    assert found == wanted
    store.evaluations(run.id, checkpoints=True)
    store.export(run.id, tmp_path / "run.zip")
    assert store.evaluations(store.import_(tmp_path / "run.zip").id) == wanted[0][1]
    # They are in the database again.
    (store.folder / run.id / "curves.safetensors").unlink()
    assert store.evaluations(run.id) == wanted[0][1]


@pytest.mark.parametrize("epoch", [9.0, 0.5])
def test_a_damaged_epoch_in_the_states_of_a_run_that_is_found_again(tmp_path: Path, epoch: float) -> None:
    store = RunStore(tmp_path / "runs")
    run = interrupted(store)
    wanted = store.evaluations(run.id)
    for path in (store.folder / run.id).glob("*.state.safetensors"):
        state = load_state(path)
        damaged = (replace(each, epoch=epoch) if each.iteration == 5 else each for each in state.evaluations)
        save_state(path, replace(state, evaluations=tuple(damaged)))
    for path in store.folder.glob("runs.db*"):
        path.unlink()
    store = RunStore(store.folder)
    assert store.evaluations(run.id) == wanted
    with store.resume(run.id) as recorder:
        assert recorder.state is not None
        assert recorder.state.evaluations == wanted


def test_an_impossible_duration_in_a_state_hides_no_run(tmp_path: Path) -> None:
    store = RunStore(tmp_path / "runs")
    run = interrupted(store)
    for path in (store.folder / run.id).glob("*.state.safetensors"):
        save_state(path, replace(load_state(path), seconds=123456789.5))
        path.write_bytes(path.read_bytes().replace(b"123456789.5", b"123456789e5"))
    for path in store.folder.glob("runs.db*"):
        path.unlink()
    opened = RunStore(store.folder)
    assert [each.id for each in opened.runs()] == [run.id]
    assert opened.unreadable == 0


@pytest.mark.parametrize("facts", [MALFORMED, *CONTRADICTIONS])
def test_a_damaged_last_evaluation_without_a_copy_takes_nothing_else_with_it(tmp_path: Path, facts: str) -> None:
    store, trainer = RunStore(tmp_path / "runs"), new_trainer(replace(CONFIG, evaluate_every=2))
    with store.start(trainer, DATA) as recorder:
        record(recorder, trainer, 4)
    run = recorder.run
    evaluations, losses = store.evaluations(run.id), store.losses(run.id)
    changed(store, f"UPDATE evaluations SET facts = {facts} WHERE iteration = 4")
    opened = RunStore(store.folder)
    assert opened.notice == ""
    assert opened.run(run.id).evaluation == evaluations[-2]
    assert opened.evaluations(run.id) == evaluations[:-1]
    assert opened.losses(run.id).tobytes() == losses.tobytes()


def test_a_damaged_evaluation_of_a_run_that_is_being_trained(tmp_path: Path) -> None:
    store, trainer = RunStore(tmp_path / "runs"), new_trainer()
    with store.start(trainer, DATA) as recorder:
        record(recorder, trainer, 12)
        recorder.flush()
        changed(store, f"UPDATE evaluations SET facts = {MALFORMED} WHERE iteration = 5")
        assert store.evaluations(recorder.run.id) == tuple(trainer.evaluations)
        record(recorder, trainer)
        recorder.finish(Status.FINISHED)
    assert store.evaluations(recorder.run.id) == tuple(trainer.evaluations)
    assert store.losses(recorder.run.id).tobytes() == trainer.losses.tobytes()


def test_an_evaluation_without_a_copy_stays_as_it_is(tmp_path: Path) -> None:
    """It may be of a newer version of the program."""
    store = RunStore(tmp_path / "runs")
    run = trained(store, SHORT)
    (store.folder / run.id / "curves.safetensors").unlink()
    for state in (store.folder / run.id).glob("*.state.safetensors"):
        state.write_bytes(b"damaged")
    changed(store, f"UPDATE evaluations SET facts = {MALFORMED} WHERE iteration = 5")
    with pytest.raises(RunError, match="A curve cannot be read: “urain_accuracy” among its accuracies"):
        store.evaluations(run.id)
    changed(store, "UPDATE evaluations SET facts = replace(facts, 'urain', 'train') WHERE iteration = 5")
    assert store.evaluations(run.id)[-1] == run.evaluation


def test_losses_whose_type_is_damaged(tmp_path: Path) -> None:
    store = RunStore(tmp_path / "runs")
    run = interrupted(store)
    wanted = store.losses(run.id)
    changed(store, "UPDATE losses SET chunk = CAST(chunk AS TEXT) WHERE start = 5")
    assert store.losses(run.id).tobytes() == wanted.tobytes()
    with store.resume(run.id) as recorder:
        assert recorder.state is not None
        record(recorder, Trainer.resumed(recorder.state, TRAIN, TEST), 13)
    assert store.losses(run.id)[:12].tobytes() == wanted.tobytes()


@pytest.mark.parametrize(
    ("row", "types", "bit"),
    [
        ("evaluation", 4, 0),
        ("losses from 5", 3, 0),
        ("losses from 0", 3, 0),
        ("losses from 0", 2, 0),
        ("losses from 0", 2, 3),
    ],
    ids=["evaluation", "last losses", "first losses", "first losses are the second", "first losses are nowhere"],
)
def test_a_part_of_a_curve_that_is_at_no_place_is_read_from_its_copy(
    tmp_path: Path, row: str, types: int, bit: int
) -> None:
    """The type of a row's key in the table is another one, and the index is built again from that."""
    store = RunStore(tmp_path / "runs")
    run = interrupted(store, 7)
    evaluations, losses = store.evaluations(run.id), store.losses(run.id)
    # The id, the iteration, of which 0 takes no byte, and the content; the types of the three are before the id.
    contents = {
        "evaluation": b"\5{",
        "losses from 5": b"\5" + losses[5:].tobytes(),
        "losses from 0": losses[:5].tobytes(),
    }
    at = (store.folder / "runs.db").read_bytes().index(run.id.encode() + contents[row])
    flipped(store.folder, at - types, bit)
    opened = RunStore(store.folder)
    assert "has been repaired" in opened.notice
    assert opened.evaluations(run.id) == evaluations
    assert opened.losses(run.id)[:5].tobytes() == losses[:5].tobytes()


def test_losses_with_a_gap_are_damaged(tmp_path: Path) -> None:
    store = RunStore(tmp_path / "runs")
    run = trained(store, SHORT)
    changed(store, "DELETE FROM losses WHERE start = 0")
    with pytest.raises(RunError, match="A curve cannot be read: its losses are damaged"):
        store.losses(run.id)


def test_losses_at_an_impossible_place(tmp_path: Path) -> None:
    store = RunStore(tmp_path / "runs")
    run = trained(store, SHORT)
    wanted = store.evaluations(run.id)
    changed(store, "UPDATE losses SET start = 9e999 WHERE start > 0")
    changed(store, f"UPDATE evaluations SET facts = {MALFORMED} WHERE iteration = 5")
    assert RunStore(store.folder).evaluations(run.id) == wanted


def test_a_run_with_checkpoints_was_not_imported(tmp_path: Path) -> None:
    store = RunStore(tmp_path / "runs")
    run = interrupted(store)
    changed(store, "UPDATE runs SET imported = 1")
    assert store.run(run.id) == run
    assert run.resumable
