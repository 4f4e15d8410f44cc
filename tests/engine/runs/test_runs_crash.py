"""Killed programs, full disks and damaged databases: the store opens, and no stored checkpoint is lost."""

import contextlib
import errno
import json
import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NoReturn

import numpy as np
import pytest
from kill_points import KillPoints
from test_runs import CONFIG, DATA, MLP, TEST, TRAIN, interrupted, new_trainer, record, same_bits, state_of, trained

from engine.errors import DigitLabError, RunError
from engine.io.lock import Lock
from engine.runs import RunStore, Status, retention
from engine.train.trainer import Trainer
from engine.weights import Weights

pytestmark = pytest.mark.usefixtures("unsynced")

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def points(store: RunStore, tmp_path: Path) -> KillPoints:
    return KillPoints(store.folder, tmp_path / "copies")


def check(store: RunStore, reference: Trainer) -> None:
    """Every run is complete, and the store holds no other files."""
    assert not store.notice
    runs = store.runs()
    for run in runs:
        losses = store.losses(run.id)
        assert len(losses) == run.iteration
        assert losses.tobytes() == reference.losses[: run.iteration].tobytes()
        evaluations = store.evaluations(run.id)
        assert evaluations == tuple(reference.evaluations[: len(evaluations)])
        # That of the last iteration may not have been reported yet.
        assert all(e in evaluations for e in reference.evaluations if e.iteration < run.iteration)
        kept = store.checkpoints(run.id)
        for checkpoint in kept:
            store.weights(run.id, checkpoint.iteration)
        if run.checkpoint is not None:
            assert state_of(store, run).iteration == run.checkpoint
        if run.has_weights:
            store.weights(run.id)
        names = {path.name for path in (store.folder / run.id).iterdir()}
        assert {name for name in names if name[0] == "0"} == {
            *(f"{c.iteration:09}.weights.safetensors" for c in kept),
            *(f"{c.iteration:09}.state.safetensors" for c in kept if c.complete),
        }
        assert names >= {"owner", "run.json"} or run.imported
        assert not any(name.endswith(".tmp") for name in names)
    folders = {path.name for path in store.folder.iterdir() if path.is_dir()}
    assert {run.id for run in runs} <= folders
    assert all(len(name) == 32 for name in folders)


# Killed at every step


def test_killed_while_it_is_started_trained_and_finished(
    store: RunStore, points: KillPoints, reference: Trainer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "MAX_EPOCHS", 2)  # so the third epoch already deletes the second one's weights
    trainer = new_trainer()
    with points.recorded(), store.start(trainer, DATA) as recorder:
        record(recorder, trainer)
        recorder.finish(Status.FINISHED, Weights(MLP, trainer.kept.snapshot(), scores={"x": 0.5}))
    seen, latest = [], 0
    for found in map(RunStore, points):
        check(found, reference)
        runs = found.runs()
        assert len(runs) <= 1
        seen.append(runs[0].status if runs else None)
        # A stored checkpoint stays.
        checkpoint = (runs[0].checkpoint or 0) if runs else 0
        assert checkpoint >= latest
        latest = checkpoint
    assert latest == 20
    order = [None, Status.INTERRUPTED, Status.FINISHED]
    assert sorted(seen, key=order.index) == seen
    assert set(seen) == set(order)
    assert len(points) > 60
    # Resume from some of the copies.
    copies = list(points)
    for copy in (copies[0], copies[len(copies) // 2]):
        again = RunStore(copy)
        for run in [each for each in again.runs() if each.status is Status.INTERRUPTED]:
            with again.resume(run.id) as recorder:
                trainer = Trainer.resumed(recorder.state, TRAIN, TEST) if recorder.state else new_trainer()
                record(recorder, trainer)
                recorder.finish(Status.FINISHED)
            assert same_bits(again.weights(run.id).params, reference.kept.params)
            assert again.losses(run.id).tobytes() == reference.losses.tobytes()


def test_killed_while_it_is_resumed(store: RunStore, points: KillPoints, reference: Trainer) -> None:
    trainer = new_trainer()
    with store.start(trainer, DATA) as recorder:
        record(recorder, trainer, 12)
        recorder.finish(Status.STOPPED, Weights(MLP, trainer.kept.snapshot()))
    (run,) = store.runs()
    with points.recorded(), store.resume(run.id) as recorder:
        assert recorder.state is not None
        trainer = Trainer.resumed(recorder.state, TRAIN, TEST)
        record(recorder, trainer, 13)
    seen = []
    for found in map(RunStore, points):
        check(found, reference)
        (there,) = found.runs()
        assert there.checkpoint == 10
        seen.append((there.status, there.iteration))
    steps = [(Status.STOPPED, 12), (Status.INTERRUPTED, 10), (Status.INTERRUPTED, 13)]
    assert list(dict.fromkeys(seen)) == steps


def test_killed_while_a_run_is_renamed_deleted_and_purged(
    store: RunStore, points: KillPoints, reference: Trainer
) -> None:
    short = replace(CONFIG, epochs=1)
    run, other = trained(store, short, name="before"), trained(store, short)
    with points.recorded():
        store.rename(run.id, "after")
        store.delete(run.id)
        store.restore(run.id)
        store.delete(run.id)
        store.purge(0)
    seen = []
    for found in map(RunStore, points):
        check(found, reference)
        *first, last = sorted(found.runs(), key=lambda run: run.id == other.id)
        assert last == other
        seen.append(first[0].name if first else None)
    assert [name for name, before in zip(seen, [None, *seen], strict=False) if name != before] == [
        "before", "after", None, "after", None
    ]  # fmt: skip
    # In the last copy the folder is gone.
    assert not (found.folder / run.id).exists()


def test_killed_while_a_run_is_imported(
    store: RunStore, points: KillPoints, reference: Trainer, tmp_path: Path
) -> None:
    run = trained(store)
    store.export(run.id, tmp_path / "run.zip")
    with points.recorded():
        store.import_(tmp_path / "run.zip")
    for found in map(RunStore, points):
        check(found, reference)
        assert all(same_bits(found.weights(r.id).params, reference.kept.params) for r in found.runs())


def test_killed_while_the_store_is_opened(tmp_path: Path, reference: Trainer) -> None:
    store = RunStore(tmp_path / "runs")
    run = trained(store)
    (store.folder / "runs.db").write_bytes(b"not a database")
    (store.folder / run.id / "000000007.weights.safetensors").write_bytes(b"a stray")
    points = KillPoints(store.folder, tmp_path / "copies")
    with points.recorded():
        RunStore(store.folder)
    for found in map(RunStore, points):
        (there,) = found.runs()
        assert replace(there, scores={}) == replace(run, scores={})
        assert found.losses(run.id).tobytes() == reference.losses.tobytes()


def test_programs_that_are_killed() -> None:
    """Real processes, by the benchmark that kills more of them."""
    script = ROOT / "tests" / "faults" / "kills" / "trainings.py"
    command = [sys.executable, str(script), "--kills", "3", "--longest", "0.3"]
    found = subprocess.run(command, capture_output=True, text=True, timeout=100)
    assert found.returncode == 0, found.stdout + found.stderr
    assert "3 kills: 0 faults" in found.stdout


OWNER = """
import sys
sys.path[:0] = sys.argv[2:]
from test_runs import *
store = RunStore(sys.argv[1])
trainer = new_trainer()
with store.start(trainer, DATA) as recorder:
    record(recorder, trainer, 12)
    recorder.flush()
    print(recorder.run.id, flush=True)
    sys.stdin.read()
"""


def test_a_run_of_another_program_is_running_until_that_dies(store: RunStore, reference: Trainer) -> None:
    command = [sys.executable, "-c", OWNER, str(store.folder), str(ROOT), str(Path(__file__).parent)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as owner:
        assert owner.stdout is not None
        run_id = owner.stdout.readline().strip()
        stray = store.folder / run_id / "000000013.weights.safetensors"
        stray.write_bytes(b"still being written")
        store = RunStore(store.folder)
        (run,) = store.runs()
        assert (run.id, run.status, run.iteration) == (run_id, Status.RUNNING, 12)
        assert stray.exists()
        for act in (store.resume, store.delete):
            with pytest.raises(RunError, match="is being trained"):
                act(run_id)
        owner.kill()
    assert [run.status for run in store.runs()] == [Status.INTERRUPTED]
    store = RunStore(store.folder)
    assert not stray.exists()
    with store.resume(run_id) as recorder:
        assert recorder.state is not None
        trainer = Trainer.resumed(recorder.state, TRAIN, TEST)
        record(recorder, trainer)
        recorder.finish(Status.FINISHED)
    assert same_bits(store.weights(run_id).params, reference.kept.params)


# A damaged database


def damage(store: RunStore, how: str) -> None:
    path = store.folder / "runs.db"
    whole = path.read_bytes()
    if how == "no database":
        path.write_bytes(b"not a database")
    elif how == "cut off":
        path.write_bytes(whole[: len(whole) // 2])
    elif how == "another database":
        path.unlink()
        with contextlib.closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE contacts (name TEXT)")
    elif how == "holes":
        path.write_bytes(whole[:4096] + bytes(4096) + whole[8192:])


@pytest.mark.parametrize("how", ["no database", "cut off", "another database", "holes"])
def test_a_damaged_database_is_moved_aside_and_the_runs_are_found(
    store: RunStore, reference: Trainer, how: str
) -> None:
    done, left, deleted, begun = trained(store), interrupted(store), trained(store), interrupted(store, 3)
    store.annotate(begun.id, "before its first checkpoint")
    store.rename(done.id, "a name")
    store.annotate(left.id, "a note")
    store.delete(deleted.id)
    store.export(done.id, store.folder.parent / "run.zip")
    copy = store.import_(store.folder.parent / "run.zip")
    before = {run.id: run for run in store.runs()}
    damage(store, how)
    content = (store.folder / "runs.db").read_bytes()

    store = RunStore(store.folder)
    (aside,) = store.folder.glob("runs (damaged *).db")
    assert aside.read_bytes() == content
    assert store.notice == (
        f"The list of your runs was damaged: 4 runs were found again, and the old list is “{aside.name}”."
    )
    found = {run.id: run for run in store.runs()}
    assert found.keys() == {done.id, left.id, begun.id, copy.id}
    # Its curve is lost: it starts again.
    again = found.pop(begun.id)
    assert (again.note, again.iteration, again.resumable) == ("before its first checkpoint", 0, True)
    assert found[done.id] == before[done.id]
    assert found[copy.id] == before[copy.id]
    assert found[left.id].status is Status.INTERRUPTED
    assert (found[left.id].note, found[left.id].checkpoint, found[left.id].iteration) == ("a note", 10, 10)
    for run in found.values():
        assert store.losses(run.id).tobytes() == reference.losses[: run.iteration].tobytes()
        assert store.evaluations(run.id) == tuple(e for e in reference.evaluations if e.iteration <= run.iteration)
    assert same_bits(store.weights(copy.id).params, reference.kept.params)
    assert len(store.checkpoints(done.id)) == 4
    assert not RunStore(store.folder).notice
    store.restore(deleted.id)
    assert store.run(deleted.id) == deleted


def test_a_database_damaged_anywhere_raises_only_run_errors(store: RunStore) -> None:
    runs = [trained(store) for _ in range(2)][::-1]
    path = store.folder / "runs.db"
    whole = path.read_bytes()
    rng = np.random.default_rng(3)
    for length in rng.integers(1, len(whole), 8):
        path.write_bytes(whole[:length])
        opened = RunStore(store.folder)
        assert opened.runs() == runs
        assert "2 runs were found again" in opened.notice
    for place in rng.integers(0, len(whole), 20):
        damaged = bytearray(whole)
        damaged[place : place + 50] = rng.bytes(50)
        path.write_bytes(damaged[: len(whole)])
        for log in store.folder.glob("runs.db-*"):
            log.unlink()
        with contextlib.suppress(RunError):  # it may declare a newer version now
            opened = RunStore(store.folder)
            assert len(opened.runs()) == 2 or opened.notice
            for run in opened.runs():
                opened.losses(run.id)
                opened.evaluations(run.id)


def test_an_empty_or_missing_database_is_created_again(store: RunStore) -> None:
    run = trained(store)
    for harm in (Path.unlink, lambda path: path.write_bytes(b"")):
        harm(store.folder / "runs.db")
        store = RunStore(store.folder)
        assert store.runs() == [run]
        assert store.notice == "1 run was found again that the list of your runs did not know."
        assert not list(store.folder.glob("*damaged*"))


def test_a_folder_without_readable_facts_stays_as_it_is(store: RunStore) -> None:
    run = trained(store)
    folder = store.folder / run.id
    facts = json.loads((folder / "run.json").read_text())
    (store.folder / "runs.db").unlink()
    for content in (b"", b"\xff", b"[]", json.dumps(facts | {"config": 7}).encode()):
        (folder / "run.json").write_bytes(content)
        names = sorted(path.name for path in folder.iterdir())
        store = RunStore(store.folder)
        assert store.runs() == []
        assert sorted(path.name for path in folder.iterdir()) == names
    (folder / "run.json").write_text(json.dumps(facts))
    assert RunStore(store.folder).runs() == [run]


@pytest.mark.parametrize("deleted", [False, True], ids=["kept", "deleted"])
@pytest.mark.parametrize("iteration", [3, 12])
def test_a_run_that_an_older_database_does_not_know_is_as_its_folder_says(
    store: RunStore, iteration: int, deleted: bool
) -> None:
    other = trained(store, replace(CONFIG, epochs=1))
    old = (store.folder / "runs.db").read_bytes()
    run = interrupted(store, iteration)
    store.annotate(run.id, "a note")
    if deleted:
        store.delete(run.id)
    names = sorted(path.name for path in (store.folder / run.id).iterdir())
    (store.folder / "runs.db").write_bytes(old)
    for _ in range(2):
        opened = RunStore(store.folder)
        assert {each.id for each in opened.runs()} == ({other.id} if deleted else {run.id, other.id})
        assert (opened.run(run.id).note, opened.run(run.id).checkpoint) == ("a note", run.checkpoint)
        assert sorted(path.name for path in (store.folder / run.id).iterdir()) == names
    opened.restore(run.id)
    assert opened.run(run.id).resumable


@pytest.mark.parametrize("content", ["", "[]"])
def test_a_folder_with_damaged_facts_alone_stays(store: RunStore, content: str) -> None:
    """Nothing that is killed leaves them so. There is no training in it: nobody is told at each start."""
    run = interrupted(store, 3)
    (store.folder / "runs.db").unlink()
    (store.folder / run.id / "run.json").write_text(content)
    for _ in range(2):
        assert RunStore(store.folder).notice == ""
        assert (store.folder / run.id / "run.json").read_text() == content


@pytest.mark.parametrize("missing", [False, True], ids=["known", "unknown"])
def test_a_folder_that_may_not_be_read_hides_no_other_run(
    store: RunStore, missing: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, other = trained(store), interrupted(store)
    inside = str(store.folder / other.id)

    def deny(name: str) -> None:
        real = getattr(os, name)

        def denied(path: object, *rest: object, **options: object) -> object:
            if str(path).startswith(inside) and (name != "stat" or str(path) != inside):
                raise PermissionError(errno.EACCES, "Permission denied", path)
            return real(path, *rest, **options)

        monkeypatch.setattr(os, name, denied)

    for name in ("listdir", "stat", "open"):
        deny(name)
    if missing:
        (store.folder / "runs.db").unlink()
    runs = RunStore(store.folder).runs()
    assert [each.id for each in runs] == ([run.id] if missing else [other.id, run.id])
    if not missing:
        assert runs[0].status is Status.INTERRUPTED
        with pytest.raises(RunError):
            store.resume(other.id)
    # It is there when its folder can be read again.
    monkeypatch.undo()
    assert {each.id for each in RunStore(store.folder).runs()} == {run.id, other.id}


def test_files_that_do_not_belong_to_the_store_stay_as_they_are(store: RunStore, tmp_path: Path) -> None:
    run = interrupted(store)
    others = [store.folder / "mine", store.folder / run.id / "mine.txt", store.folder / ("x" * 32)]
    for path in others:
        path.write_text("not of the store")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "owner").write_text("mine")
    with contextlib.suppress(OSError):  # Windows may not allow it
        (store.folder / ("0" * 32)).symlink_to(elsewhere)
    store = RunStore(store.folder)
    assert all(path.exists() for path in [*others, elsewhere / "owner"])
    assert store.runs() == [run]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes, and links need permission")
@pytest.mark.parametrize("kind", ["pipe", "file", "link", "broken link", "folder"])
@pytest.mark.parametrize("killed", [False, True], ids=["purged", "killed while it was purged"])
def test_what_another_program_put_in_place_of_the_folder_of_a_deleted_run(
    store: RunStore, tmp_path: Path, kind: str, killed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = trained(store, replace(CONFIG, epochs=1))
    store.delete(run.id)
    folder, elsewhere = store.folder / run.id, tmp_path / "elsewhere"
    folder.rename(elsewhere)
    make = {
        "pipe": lambda: os.mkfifo(folder),
        "file": folder.touch,
        "link": lambda: folder.symlink_to(elsewhere),
        "broken link": lambda: folder.symlink_to(tmp_path / "nowhere"),
        "folder": folder.mkdir,
    }
    make[kind]()
    before = sorted(elsewhere.iterdir())
    with monkeypatch.context() as patched:
        if killed:
            patched.setattr("engine.runs.folder.remove_leftover", lambda path: None)
        assert store.purge(0) == 1
    for _ in range(2):
        opened = RunStore(store.folder)
        assert (opened.runs(), opened.notice) == ([], "")
        assert not [path.name for path in store.folder.iterdir() if path.name.startswith(run.id)]
    assert sorted(elsewhere.iterdir()) == before


def test_a_database_of_a_newer_version_is_refused_and_stays_as_it_is(store: RunStore) -> None:
    trained(store)
    path = store.folder / "runs.db"
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 2")
        connection.execute("CREATE TABLE newer (fact TEXT)")
        connection.execute("PRAGMA journal_mode = DELETE")
    before = {path.name: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()}
    with pytest.raises(RunError, match=r"were stored by a newer version of Digit Lab\. Update Digit Lab to see them"):
        RunStore(store.folder)
    assert {path.name: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()} == before


def test_a_run_that_this_version_cannot_read_is_not_shown(store: RunStore) -> None:
    run, other = trained(store), trained(store)
    settings = {"lr": 0.1, "wings": 2}
    with contextlib.closing(sqlite3.connect(store.folder / "runs.db", isolation_level=None)) as connection:
        connection.execute("UPDATE runs SET config = ? WHERE id = ?", (json.dumps(settings), run.id))
    facts = store.folder / run.id / "run.json"
    facts.write_text(json.dumps(json.loads(facts.read_text()) | {"config": settings}))
    store = RunStore(store.folder)
    assert store.runs() == [other]
    assert store.notice == "1 run is not shown: damaged, or of a newer version of Digit Lab."
    with pytest.raises(RunError, match="“wings” among its settings is malformed, or unknown to this version"):
        store.run(run.id)
    store.delete(other.id)
    assert store.purge(0) == 1


@pytest.mark.parametrize(
    "change",
    [
        "name = NULL",
        "spec = x'ff'",
        "config = NULL",
        "config = '[]'",
        "data = ''",
        "scores = NULL",
        "scores = '[]'",
        "status = 'unknown'",
        "per_epoch = 'text'",
        "seconds = NULL",
        "iteration = -1",
    ],
)
def test_a_run_with_a_damaged_row_is_not_shown(store: RunStore, change: str) -> None:
    short = replace(CONFIG, epochs=1)
    run, other = trained(store, short), trained(store, short)
    with contextlib.closing(sqlite3.connect(store.folder / "runs.db", isolation_level=None)) as connection:
        connection.execute(f"UPDATE runs SET {change} WHERE id = ?", (run.id,))
    assert store.runs() == [other]
    with pytest.raises(RunError, match="A stored run cannot be read"):
        store.run(run.id)
    # The run's folder holds the same facts.
    opened = RunStore(store.folder)
    assert opened.notice == ""
    assert opened.run(run.id) == run


def test_a_database_that_is_damaged_while_it_is_used(store: RunStore) -> None:
    run = trained(store)
    damage(store, "no database")
    with pytest.raises(RunError, match=r"The list of runs is damaged\. Start Digit Lab again"):
        store.runs()
    assert RunStore(store.folder).runs() == [run]
    assert store.runs() == [run]


@pytest.mark.skipif(sys.platform == "win32", reason="a file that is open cannot be removed; links need permission")
def test_a_database_is_made_by_opening_the_store_alone_and_for_the_user_alone(store: RunStore, tmp_path: Path) -> None:
    run, path = interrupted(store), store.folder / "runs.db"
    path.unlink()
    acts = [store.runs, partial(store.rename, run.id, "new"), partial(store.resume, run.id), partial(store.purge, 0)]
    for act in acts:
        with pytest.raises(RunError, match="cannot be read or written"):
            act()
        assert not path.exists()
    path.symlink_to(tmp_path / "elsewhere.db")
    assert [each.id for each in RunStore(store.folder).runs()] == [run.id]
    assert path.is_symlink()
    assert {file.stat().st_mode & 0o777 for file in tmp_path.glob("elsewhere.db*")} == {0o600}


def test_a_training_continues_while_the_database_is_created_again(store: RunStore, reference: Trainer) -> None:
    trainer = new_trainer()
    with store.start(trainer, DATA) as recorder:
        record(recorder, trainer, 12)
        recorder.flush()
        (store.folder / "runs.db").rename(store.folder / "away.db")
        for path in store.folder.glob("runs.db-*"):
            path.unlink()
        (run,) = RunStore(store.folder).runs()
        assert (run.status, run.iteration) == (Status.RUNNING, 10)
        record(recorder, trainer, 13)
        recorder.flush()
        assert store.losses(run.id).tobytes() == trainer.losses.tobytes()
        record(recorder, trainer)
        recorder.finish(Status.FINISHED)
    assert store.losses(run.id).tobytes() == reference.losses.tobytes()
    assert store.evaluations(run.id) == tuple(reference.evaluations)


def test_a_full_disk(store: RunStore, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(RunError, match=r"cannot be stored in “.*”: the system says"):
        RunStore(tmp_path / "file" / "runs")

    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    run = trained(store)
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(RunError, match=r"cannot be stored in “.*”: the system says “No space left on device”"):
        store.start(new_trainer(), DATA)
    assert {path.name for path in store.folder.iterdir() if path.is_dir()} == {run.id}
    # Deleting must work on a full disk, too.
    store.delete(run.id)
    assert store.runs() == []


def test_a_checkpoint_that_cannot_be_written_leaves_the_one_before(
    store: RunStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    trainer = new_trainer()
    with store.start(trainer, DATA) as recorder:
        record(recorder, trainer, 12)

        def full(*args: object) -> NoReturn:
            raise OSError(28, "No space left on device")

        replace_file = Path.replace

        def refuse_states(path: Path, target: Path) -> Path:
            return full() if "state" in target.name else replace_file(path, target)

        with monkeypatch.context() as patched:
            patched.setattr(Path, "replace", full)
            with pytest.raises(DigitLabError, match=r"000000012.weights.safetensors cannot be saved: .*No space left"):
                recorder.checkpoint(trainer)
            patched.setattr(Path, "replace", refuse_states)
            with pytest.raises(DigitLabError, match=r"000000012.state.safetensors cannot be saved: .*No space left"):
                recorder.checkpoint(trainer)
        assert not list((store.folder / recorder.run.id).glob("*12.*"))
        assert store.run(recorder.run.id).checkpoint == 10
        assert recorder.checkpoint(trainer)
        assert store.run(recorder.run.id).checkpoint == 12
    assert np.array_equal(store.losses(recorder.run.id), trainer.losses)


@pytest.mark.parametrize("name", ["run.json", "000000020.weights.safetensors", "000000020.state.safetensors"])
def test_a_link_in_a_folder_of_a_run_is_replaced(store: RunStore, tmp_path: Path, name: str) -> None:
    """What it leads to is no file of the run."""
    run = interrupted(store)
    foreign = tmp_path / "thesis.txt"
    foreign.write_text("mine")
    path = store.folder / run.id / name
    path.unlink(missing_ok=True)
    path.symlink_to(foreign)
    store.rename(run.id, "new name")
    trainer = Trainer.resumed(state_of(store, run), TRAIN, TEST)
    with store.resume(run.id) as recorder:
        record(recorder, trainer)
        recorder.finish(Status.FINISHED, Weights(MLP, trainer.kept.snapshot()))
    assert foreign.read_text() == "mine"
    assert not path.is_symlink()
    assert store.run(run.id).name == "new name"


@pytest.mark.parametrize("content", ["", "{", "[]"])
def test_a_run_that_can_be_read_nowhere_is_reported(store: RunStore, content: str) -> None:
    run = interrupted(store)
    (store.folder / run.id / "run.json").write_text(content)
    (store.folder / "runs.db").unlink()
    opened = RunStore(store.folder)
    assert opened.notice == "1 run is not shown: damaged, or of a newer version of Digit Lab."
    assert (store.folder / run.id / "000000010.weights.safetensors").exists()
    assert opened.notice == RunStore(store.folder).notice


def test_a_run_that_another_program_is_starting_is_not_reported(store: RunStore) -> None:
    folder = store.folder / ("5" * 32)
    folder.mkdir()
    lock = Lock(folder / "owner", RunError)
    assert lock.acquire(0)
    assert RunStore(store.folder).notice == ""
    lock.release()
