"""A database that is older than the folders: what the folders hold beyond it stays, and is listed again."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import NoReturn

import pytest
from kill_points import KillPoints
from test_runs import CONFIG, DATA, MLP, TEST, TRAIN, interrupted, new_trainer, record, same_bits, trained

from engine.errors import RunError
from engine.nn.network_spec import NetworkSpec
from engine.runs import Run, RunRecorder, RunStore, Status, table
from engine.train.trainer import Trainer
from engine.weights import Weights

pytestmark = pytest.mark.usefixtures("unsynced")

NAME = "{:09}.{}.safetensors"


def full_disk(*_: object) -> NoReturn:
    raise OSError(28, "No space left on device")


def backup(store: RunStore) -> bytes:
    """The whole database as it is now."""
    copy = store.folder.parent / "copy.db"
    with closing(sqlite3.connect(store.folder / "runs.db")) as db, closing(sqlite3.connect(copy)) as other:
        db.backup(other)
    return copy.read_bytes()


def put_back(store: RunStore, content: bytes) -> None:
    for file in store.folder.glob("runs.db*"):
        file.unlink()
    (store.folder / "runs.db").write_bytes(content)


def files(store: RunStore, run_id: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (store.folder / run_id).iterdir() if path.name != "owner"}


def opened_twice(store: RunStore, run_id: str) -> RunStore:
    """The store, whose second opening changes nothing."""
    first = RunStore(store.folder)
    found = first.runs(), first.checkpoints(run_id), files(first, run_id)
    second = RunStore(store.folder)
    assert (second.runs(), second.checkpoints(run_id), files(second, run_id)) == found
    assert first.notice == second.notice == ""
    return second


def finish(recorder: RunRecorder, trainer: Trainer, status: Status) -> None:
    recorder.finish(status, Weights(MLP, trainer.kept.snapshot(), scores={"noise accuracy": 0.5}))


def resumed_to_the_end(store: RunStore, run: Run, reference: Trainer) -> None:
    """It gives the bits of a training that was never interrupted."""
    with store.resume(run.id) as recorder:
        trainer = Trainer.resumed(recorder.state, TRAIN, TEST) if recorder.state else new_trainer()
        record(recorder, trainer)
        finish(recorder, trainer, Status.FINISHED)
    assert same_bits(store.weights(run.id).params, reference.kept.params)
    assert store.losses(run.id).tobytes() == reference.losses.tobytes()


@pytest.mark.parametrize("ended", [Status.FINISHED, Status.STOPPED, Status.PAUSED, None])
@pytest.mark.parametrize("at", [3, 7, 12, 18])
def test_nothing_that_a_training_has_stored_since_is_lost(
    store: RunStore, reference: Trainer, at: int, ended: Status | None
) -> None:
    trainer = new_trainer()
    with store.start(trainer, DATA, "mine") as recorder:
        record(recorder, trainer, at)
        recorder.flush()
        old = backup(store)
        record(recorder, trainer, 20 if ended is Status.FINISHED else 18)
        recorder.checkpoint(trainer)
        if ended is not None:
            finish(recorder, trainer, ended)
    store.annotate(recorder.run.id, "a note")
    (run,) = store.runs()
    before = files(store, run.id), store.checkpoints(run.id), store.evaluations(run.id), store.weights(run.id).params
    put_back(store, old)
    found = opened_twice(store, run.id)
    assert found.runs() == [run]
    assert (files(found, run.id), found.checkpoints(run.id), found.evaluations(run.id)) == before[:3]
    assert same_bits(found.weights(run.id).params, before[3])
    assert found.losses(run.id).tobytes() == reference.losses[: run.iteration].tobytes()
    if run.resumable:
        resumed_to_the_end(found, run, reference)


def test_nothing_is_lost_with_the_log_of_a_resumed_training_that_was_killed(
    store: RunStore, reference: Trainer
) -> None:
    trainer = new_trainer()
    with store.start(trainer, DATA) as recorder:
        record(recorder, trainer, 7)
        recorder.checkpoint(trainer)
        finish(recorder, trainer, Status.PAUSED)
    (run,) = store.runs()
    old = backup(store)
    with store.resume(run.id) as recorder:
        assert recorder.state is not None
        record(recorder, Trainer.resumed(recorder.state, TRAIN, TEST), 17)
        before = files(store, run.id)
    put_back(store, old)
    found = opened_twice(store, run.id)
    assert files(found, run.id) == before
    (again,) = found.runs()
    assert (again.status, again.iteration, again.checkpoint, again.resumable) == (Status.INTERRUPTED, 15, 15, True)
    resumed_to_the_end(found, run, reference)


def test_a_database_put_back_while_a_training_runs(store: RunStore, reference: Trainer) -> None:
    trainer = new_trainer()
    with store.start(trainer, DATA) as recorder:
        record(recorder, trainer, 7)
        recorder.flush()
        old = backup(store)
        record(recorder, trainer, 17)
        before = files(store, recorder.run.id)
        put_back(store, old)
        # The files of a run that is being trained stay as they are.
        assert files(RunStore(store.folder), recorder.run.id) == before
    found = opened_twice(store, recorder.run.id)
    assert [each.iteration for each in found.checkpoints(recorder.run.id)] == [5, 10, 15]
    resumed_to_the_end(found, recorder.run, reference)


def test_weights_between_the_listed_ones_are_listed_again(store: RunStore) -> None:
    run = trained(store)
    before = files(store, run.id), store.checkpoints(run.id)
    with closing(sqlite3.connect(store.folder / "runs.db", isolation_level=None)) as db:
        db.execute("DELETE FROM checkpoints WHERE iteration = 10")
    found = opened_twice(store, run.id)
    assert (files(found, run.id), found.checkpoints(run.id)) == before
    assert found.runs() == [run]


@contextmanager
def before_it_is_listed(store: RunStore) -> Iterator[None]:
    """Inside, a training is killed when it wants to list the checkpoint that it has written."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(table, "put_checkpoints", full_disk)
        patched.setattr(RunRecorder, "_remove_unlisted", lambda *_: None)
        with suppress(OSError):
            yield


@pytest.mark.parametrize("deleted", [False, True], ids=["kept", "deleted"])
def test_the_row_counts_where_only_the_last_checkpoint_is_not_listed(
    store: RunStore, reference: Trainer, deleted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    trainer = new_trainer()
    with store.start(trainer, DATA) as recorder:
        record(recorder, trainer, 12)
        recorder.flush()
        # On a full disk only the database has these changes.
        with monkeypatch.context() as patched:
            patched.setattr(table, "write_facts", full_disk)
            store.annotate(recorder.run.id, "a note")
        with before_it_is_listed(store):
            recorder.checkpoint(trainer)
    if deleted:
        with monkeypatch.context() as patched:
            patched.setattr(table, "write_facts", full_disk)
            store.delete(recorder.run.id)
    found = opened_twice(store, recorder.run.id)
    run = found.run(recorder.run.id)
    assert [each.id for each in found.runs()] == ([] if deleted else [run.id])
    assert (run.note, run.status, run.iteration, run.checkpoint) == ("a note", Status.INTERRUPTED, 12, 12)
    assert found.losses(run.id).tobytes() == reference.losses[:12].tobytes()
    if deleted:
        assert found.purge(0) == 1
        assert RunStore(store.folder).runs() == []
    else:
        resumed_to_the_end(found, run, reference)


def test_a_run_that_was_deleted_since_stays_deleted(store: RunStore) -> None:
    trainer = new_trainer()
    with store.start(trainer, DATA) as recorder:
        record(recorder, trainer, 7)
        recorder.flush()
        old = backup(store)
        record(recorder, trainer)
        finish(recorder, trainer, Status.FINISHED)
    store.delete(recorder.run.id)
    put_back(store, old)
    found = opened_twice(store, recorder.run.id)
    assert found.runs() == []
    found.restore(recorder.run.id)
    assert same_bits(found.weights(recorder.run.id).params, trainer.kept.params)


@pytest.mark.parametrize("epochs", [1, 2])
def test_the_weights_of_checkpoints_that_failed_are_removed(store: RunStore, epochs: int) -> None:
    run = interrupted(store, 7)
    folder = store.folder / run.id
    for n in range(epochs):
        shutil.copy(folder / NAME.format(5, "weights"), folder / NAME.format(10 + 5 * n, "weights"))
    found = opened_twice(store, run.id)
    assert [each.iteration for each in found.checkpoints(run.id)] == [5]
    assert not (folder / NAME.format(10, "weights")).exists()
    assert found.run(run.id) == run


@pytest.mark.parametrize("kind", ["another network", "damaged"])
def test_a_checkpoint_that_is_not_the_runs_is_neither_listed_nor_removed(store: RunStore, kind: str) -> None:
    run = interrupted(store, 12)
    other = trained(store, CONFIG, NetworkSpec.mlp((6,), "relu"))
    for what in ("weights", "state"):
        copied = Path(shutil.copy(store.folder / other.id / NAME.format(20, what), store.folder / run.id))
        if kind == "damaged":
            copied.write_bytes(b"damaged")
    before = files(store, run.id)
    found = opened_twice(store, run.id)
    assert found.run(run.id) == run
    assert files(found, run.id) == before
    assert same_bits(found.weights(run.id).params, store.weights(run.id, 10).params)


@pytest.mark.parametrize("row", ["whole", "damaged"])
def test_nothing_is_removed_where_nothing_says_what_belongs_to_the_run(store: RunStore, row: str) -> None:
    run, old = interrupted(store, 7), backup(store)
    with store.resume(run.id) as recorder:
        assert recorder.state is not None
        trainer = Trainer.resumed(recorder.state, TRAIN, TEST)
        record(recorder, trainer)
        finish(recorder, trainer, Status.FINISHED)
    put_back(store, old)
    if row == "damaged":
        with closing(sqlite3.connect(store.folder / "runs.db", isolation_level=None)) as db:
            db.execute("UPDATE runs SET config = 'damaged'")
    (store.folder / run.id / "run.json").write_text("damaged")
    before = files(store, run.id)
    RunStore(store.folder)
    assert files(RunStore(store.folder), run.id) == before


def test_killed_while_a_run_with_final_weights_and_a_damaged_state_is_resumed(
    store: RunStore, reference: Trainer, tmp_path: Path
) -> None:
    """It goes on from the state before, and drops what was stored after that."""
    trainer = new_trainer()
    with store.start(trainer, DATA) as recorder:
        record(recorder, trainer, 17)
        recorder.checkpoint(trainer)
        finish(recorder, trainer, Status.STOPPED)
    (run,) = store.runs()
    (store.folder / run.id / NAME.format(17, "state")).write_bytes(b"damaged")
    points = KillPoints(store.folder, tmp_path / "copies")
    with points.recorded(), store.resume(run.id) as recorder:
        assert recorder.state is not None
        record(recorder, Trainer.resumed(recorder.state, TRAIN, TEST), 16)
    seen = []
    for found in map(RunStore, points):
        found = opened_twice(found, run.id)
        (there,) = found.runs()
        assert len(found.losses(run.id)) == there.iteration
        # The final weights are those of the run while it counts as stopped.
        assert bool(found.weights(run.id).scores) == (there.status is Status.STOPPED)
        assert (found.folder / run.id / "weights.safetensors").exists() == (there.status is Status.STOPPED)
        seen.append((there.status, there.iteration))
        with suppress(RunError):
            found.weights(run.id, 17)
    assert list(dict.fromkeys(seen)) == [
        (Status.STOPPED, 17), (Status.INTERRUPTED, 15), (Status.INTERRUPTED, 16)
    ]  # fmt: skip
    resumed_to_the_end(found, run, reference)


def test_killed_before_the_row_says_that_the_training_is_finished(
    store: RunStore, reference: Trainer, tmp_path: Path
) -> None:
    trainer = new_trainer()
    points = KillPoints(store.folder, tmp_path / "copies")
    with store.start(trainer, DATA) as recorder:
        record(recorder, trainer)
        with points.recorded():
            finish(recorder, trainer, Status.FINISHED)
    for copy in points:
        has_final = (copy / recorder.run.id / "weights.safetensors").exists()
        facts = (copy / recorder.run.id / "run.json").read_text()
        found = opened_twice(RunStore(copy), recorder.run.id)
        (run,) = found.runs()
        assert (run.status is Status.FINISHED) == ('"finished"' in facts)
        assert same_bits(found.weights(run.id).params, reference.kept.params)
        assert has_final or run.status is not Status.FINISHED
