"""A program that is killed, a power cut, a damaged list: nothing that was finished is lost, and the store opens."""

import contextlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import numpy as np
import pytest
from test_runs import CONFIG, DATA, MLP, TEST, TRAIN, interrupted, new_trainer, record, same_bits, state_of, trained

from engine.errors import DigitLabError, RunError
from engine.runs import RunStore, Status, retention
from engine.train.trainer import Trainer
from engine.weights import Weights

pytestmark = pytest.mark.usefixtures("unsynced")

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def store(tmp_path: Path) -> RunStore:
    return RunStore(tmp_path / "runs")


@pytest.fixture(scope="module")
def through() -> Trainer:
    """The training without a store."""
    trainer = new_trainer()
    list(trainer.run())
    return trainer


class Moments:
    """What a program leaves behind that is killed: a copy of the store before and after every step it takes."""

    def __init__(self, store: Path, copies: Path) -> None:
        self._store, self._copies = store, copies
        self.count = 0

    def take(self, *args: object, **options: object) -> None:
        shutil.copytree(self._store, self._copies / str(self.count))
        self.count += 1

    def all(self) -> Iterator[RunStore]:
        for number in range(self.count):
            yield RunStore(self._copies / str(number))

    @contextlib.contextmanager
    def watching(self) -> Iterator[None]:
        """Every change to a folder, and every statement that changes the list."""
        with pytest.MonkeyPatch.context() as patched:
            for owner, name in (
                (os, "fsync"),
                (Path, "mkdir"),
                (Path, "replace"),
                (Path, "rename"),
                (Path, "unlink"),
                (shutil, "rmtree"),
            ):
                patched.setattr(owner, name, self._step(getattr(owner, name)))
            moments = self

            class Watched(sqlite3.Connection):
                def execute(self, sql: str, *args: object) -> sqlite3.Cursor:
                    if not sql.lstrip().upper().startswith(("SELECT", "PRAGMA")):
                        moments.take()
                    return super().execute(sql, *args)

            connect = sqlite3.connect
            patched.setattr(sqlite3, "connect", lambda path, **options: connect(path, factory=Watched, **options))
            yield
            self.take()

    def _step(self, act: Callable[..., object]) -> Callable[..., object]:
        def step(*args: object, **options: object) -> object:
            self.take()
            return act(*args, **options)

        return step


@pytest.fixture
def moments(store: RunStore, tmp_path: Path) -> Moments:
    return Moments(store.folder, tmp_path / "moments")


def check(store: RunStore, through: Trainer) -> None:
    """All that is there is whole, and nothing else is there."""
    assert not store.notice
    runs = store.runs()
    for run in runs:
        losses = store.losses(run.id)
        assert len(losses) == run.iteration
        assert losses.tobytes() == through.losses[: run.iteration].tobytes()
        evaluations = store.evaluations(run.id)
        assert evaluations == tuple(through.evaluations[: len(evaluations)])
        # One of the last iteration may not have been told yet.
        assert all(e in evaluations for e in through.evaluations if e.iteration < run.iteration)
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


# Killed at every single step


def test_killed_while_it_is_started_trained_and_finished(
    store: RunStore, moments: Moments, through: Trainer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "MAX_EPOCHS", 2)  # the third epoch already makes the second one's weights go
    trainer = new_trainer()
    with moments.watching(), store.start(trainer, DATA) as recorder:
        record(recorder, trainer)
        recorder.finish(Status.FINISHED, Weights(MLP, trainer.kept.snapshot(), scores={"x": 0.5}))
    seen, latest = [], 0
    for found in moments.all():
        check(found, through)
        runs = found.runs()
        assert len(runs) <= 1
        seen.append(runs[0].status if runs else None)
        # Once there, a checkpoint stays.
        checkpoint = (runs[0].checkpoint or 0) if runs else 0
        assert checkpoint >= latest
        latest = checkpoint
    assert latest == 20
    order = [None, Status.INTERRUPTED, Status.FINISHED]
    assert sorted(seen, key=order.index) == seen
    assert set(seen) == set(order)
    assert moments.count > 60
    # From one of the moments to the end.
    for number in (0, moments.count // 2):
        again = RunStore(store.folder.parent / "moments" / str(number))
        for run in [each for each in again.runs() if each.status is Status.INTERRUPTED]:
            with again.resume(run.id) as recorder:
                trainer = Trainer.resumed(recorder.state, TRAIN, TEST) if recorder.state else new_trainer()
                record(recorder, trainer)
                recorder.finish(Status.FINISHED)
            assert same_bits(again.weights(run.id).params, through.kept.params)
            assert again.losses(run.id).tobytes() == through.losses.tobytes()


def test_killed_while_it_is_resumed(store: RunStore, moments: Moments, through: Trainer) -> None:
    trainer = new_trainer()
    with store.start(trainer, DATA) as recorder:
        record(recorder, trainer, 12)
        recorder.finish(Status.STOPPED, Weights(MLP, trainer.kept.snapshot()))
    (run,) = store.runs()
    with moments.watching(), store.resume(run.id) as recorder:
        assert recorder.state is not None
        trainer = Trainer.resumed(recorder.state, TRAIN, TEST)
        record(recorder, trainer, 13)
    seen = []
    for found in moments.all():
        check(found, through)
        (there,) = found.runs()
        assert there.checkpoint == 10
        seen.append((there.status, there.iteration))
    steps = [(Status.STOPPED, 12), (Status.INTERRUPTED, 10), (Status.INTERRUPTED, 13)]
    assert list(dict.fromkeys(seen)) == steps


def test_killed_while_a_run_is_renamed_deleted_and_purged(store: RunStore, moments: Moments, through: Trainer) -> None:
    short = replace(CONFIG, epochs=1)
    run, other = trained(store, short, name="before"), trained(store, short)
    with moments.watching():
        store.rename(run.id, "after")
        store.delete(run.id)
        store.restore(run.id)
        store.delete(run.id)
        store.purge(0)
    seen = []
    for found in moments.all():
        check(found, through)
        *first, last = sorted(found.runs(), key=lambda run: run.id == other.id)
        assert last == other
        seen.append(first[0].name if first else None)
    assert [name for name, before in zip(seen, [None, *seen], strict=False) if name != before] == [
        "before", "after", None, "after", None
    ]  # fmt: skip
    # The last folder is no longer there, nor is a piece of it.
    assert not (found.folder / run.id).exists()


def test_killed_while_a_run_is_imported(store: RunStore, moments: Moments, through: Trainer, tmp_path: Path) -> None:
    run = trained(store)
    store.export(run.id, tmp_path / "run.zip")
    with moments.watching():
        store.import_(tmp_path / "run.zip")
    for found in moments.all():
        check(found, through)
        assert all(same_bits(found.weights(r.id).params, through.kept.params) for r in found.runs())


def test_killed_while_the_store_is_opened(tmp_path: Path, through: Trainer) -> None:
    store = RunStore(tmp_path / "runs")
    run = trained(store)
    (store.folder / "runs.db").write_bytes(b"no list any more, but this")
    (store.folder / run.id / "000000007.weights.safetensors").write_bytes(b"a stray")
    moments = Moments(store.folder, tmp_path / "moments")
    with moments.watching():
        RunStore(store.folder)
    for found in moments.all():
        (there,) = found.runs()
        assert replace(there, scores={}) == replace(run, scores={})
        assert found.losses(run.id).tobytes() == through.losses.tobytes()


def test_programs_that_are_killed() -> None:
    """Real ones, by the benchmark that does it more often."""
    script = ROOT / "tests" / "benchmarks" / "kills" / "trainings.py"
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


def test_what_another_program_trains_is_not_interrupted_until_that_dies(store: RunStore, through: Trainer) -> None:
    command = [sys.executable, "-c", OWNER, str(store.folder), str(ROOT), str(Path(__file__).parent)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as owner:
        assert owner.stdout is not None
        run_id = owner.stdout.readline().strip()
        stray = store.folder / run_id / "000000013.weights.safetensors"
        stray.write_bytes(b"it is just being written")
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
    assert same_bits(store.weights(run_id).params, through.kept.params)


# A damaged list


def damage(store: RunStore, how: str) -> None:
    path = store.folder / "runs.db"
    whole = path.read_bytes()
    if how == "no list":
        path.write_bytes(b"no list any more, but this")
    elif how == "cut off":
        path.write_bytes(whole[: len(whole) // 2])
    elif how == "another list":
        path.unlink()
        with contextlib.closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE contacts (name TEXT)")
    elif how == "holes":
        path.write_bytes(whole[:4096] + bytes(4096) + whole[8192:])


@pytest.mark.parametrize("how", ["no list", "cut off", "another list", "holes"])
def test_a_damaged_list_is_kept_aside_and_the_runs_are_found_again(store: RunStore, through: Trainer, how: str) -> None:
    done, left, deleted, new = trained(store), interrupted(store), trained(store), new_trainer()
    store.rename(done.id, "a name")
    store.annotate(left.id, "a note")
    store.delete(deleted.id)
    store.start(new, DATA).close()  # nothing of it is lost
    store.export(done.id, store.folder.parent / "run.zip")
    copy = store.import_(store.folder.parent / "run.zip")
    before = {run.id: run for run in store.runs()}
    damage(store, how)
    content = (store.folder / "runs.db").read_bytes()

    store = RunStore(store.folder)
    (aside,) = store.folder.glob("runs (damaged *).db")
    assert aside.read_bytes() == content
    assert store.notice == (
        f"The list of your runs was damaged: 3 runs were found again, and the old list is “{aside.name}”."
    )
    found = {run.id: run for run in store.runs()}
    assert found.keys() == {done.id, left.id, copy.id}
    assert found[done.id] == before[done.id]
    assert found[copy.id] == before[copy.id]
    assert found[left.id].status is Status.INTERRUPTED
    assert (found[left.id].note, found[left.id].checkpoint, found[left.id].iteration) == ("a note", 10, 10)
    for run in found.values():
        assert store.losses(run.id).tobytes() == through.losses[: run.iteration].tobytes()
        assert store.evaluations(run.id) == tuple(e for e in through.evaluations if e.iteration <= run.iteration)
    assert same_bits(store.weights(copy.id).params, through.kept.params)
    assert len(store.checkpoints(done.id)) == 4
    assert not RunStore(store.folder).notice
    store.restore(deleted.id)
    assert store.run(deleted.id) == deleted


def test_cut_off_or_overwritten_anywhere_the_list_never_surprises(store: RunStore) -> None:
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
        with contextlib.suppress(RunError):  # a newer version, by what it says now
            opened = RunStore(store.folder)
            assert len(opened.runs()) == 2 or opened.notice
            for run in opened.runs():
                opened.losses(run.id)
                opened.evaluations(run.id)


def test_an_empty_or_missing_list_is_a_new_one(store: RunStore) -> None:
    run = trained(store)
    for harm in (Path.unlink, lambda path: path.write_bytes(b"")):
        harm(store.folder / "runs.db")
        store = RunStore(store.folder)
        assert store.runs() == [run]
        assert store.notice == "1 run was found again that the list of your runs did not know."
        assert not list(store.folder.glob("*damaged*"))


def test_a_folder_that_says_nothing_readable_is_left_alone(store: RunStore) -> None:
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


def test_what_does_not_belong_to_the_store_is_left_alone(store: RunStore, tmp_path: Path) -> None:
    run = interrupted(store)
    others = [store.folder / "mine", store.folder / run.id / "mine.txt", store.folder / ("x" * 32)]
    for path in others:
        path.write_text("a person's own")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "owner").write_text("mine")
    with contextlib.suppress(OSError):  # Windows may not let one make it
        (store.folder / ("0" * 32)).symlink_to(elsewhere)
    store = RunStore(store.folder)
    assert all(path.exists() for path in [*others, elsewhere / "owner"])
    assert store.runs() == [run]


def test_a_list_of_a_newer_version_is_refused_and_left_alone(store: RunStore) -> None:
    trained(store)
    path = store.folder / "runs.db"
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 2")
        connection.execute("PRAGMA journal_mode = DELETE")
    before = {path.name: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()}
    with pytest.raises(RunError, match=r"were stored by a newer version of Digit Lab\. Update Digit Lab to see them"):
        RunStore(store.folder)
    assert {path.name: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()} == before


def test_a_run_that_this_version_cannot_read_is_not_shown(store: RunStore) -> None:
    run, other = trained(store), trained(store)
    with contextlib.closing(sqlite3.connect(store.folder / "runs.db", isolation_level=None)) as connection:
        config = json.dumps({"lr": 0.1, "wings": 2})
        connection.execute("UPDATE runs SET config = ? WHERE id = ?", (config, run.id))
    store = RunStore(store.folder)
    assert store.runs() == [other]
    assert store.notice == "1 run is not shown: damaged, or of a newer version of Digit Lab."
    with pytest.raises(RunError, match="“wings” among its settings is malformed, or unknown to this version"):
        store.run(run.id)
    store.delete(other.id)
    assert store.purge(0) == 1


def test_a_list_that_is_damaged_while_it_is_used(store: RunStore) -> None:
    run = trained(store)
    damage(store, "no list")
    with pytest.raises(RunError, match=r"The list of runs is damaged\. Start Digit Lab again"):
        store.runs()
    assert RunStore(store.folder).runs() == [run]
    assert store.runs() == [run]


def test_a_training_goes_on_while_the_list_is_made_anew(store: RunStore, through: Trainer) -> None:
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
    assert store.losses(run.id).tobytes() == through.losses.tobytes()
    assert store.evaluations(run.id) == tuple(through.evaluations)


def test_a_disk_that_fails(store: RunStore, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
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
    # Deleting frees the disk: it must always do.
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
