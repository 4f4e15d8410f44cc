"""One flipped bit in any page of the database of runs: every run is found, and every change is done."""

import errno
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from test_runs import CONFIG, interrupted, same_bits, trained

from engine.runs import RunStore, table

pytestmark = pytest.mark.usefixtures("unsynced")

PAGE = 4096
SHORT = replace(CONFIG, epochs=2)


def flipped(folder: Path, at: int, bit: int) -> None:
    path = folder / "runs.db"
    content = bytearray(path.read_bytes())
    content[at] ^= 1 << bit
    path.write_bytes(content)


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
    content = (store.folder / "runs.db").read_bytes()
    places = [at for at in range(len(content)) if content.startswith(runs[0].id.encode(), at)]
    # Leaves of an index begin with 10; the ids are in the first of them.
    flipped(store.folder, next(at for at in places if content[at // PAGE * PAGE] == 10) + 5, 1)
    opened = RunStore(store.folder)
    assert opened.notice == "The list of your runs was damaged and has been repaired: nothing in it was lost."
    assert {run.id for run in opened.runs()} == {run.id for run in runs}
    assert opened.run(runs[1].id).note == "a note"
    opened.rename(runs[0].id, "renamed")
    again = RunStore(store.folder)
    assert again.notice == ""
    assert again.run(runs[0].id).name == "renamed"
    assert same_bits(again.weights(runs[0].id).params, store.weights(runs[0].id).params)


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
