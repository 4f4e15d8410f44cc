"""Cleaning up when the store is opened: what a killed program left, and runs that the database does not know."""

import contextlib
import dataclasses
import shutil
import sqlite3
from pathlib import Path

import numpy as np

from engine.errors import CheckpointError
from engine.io.checked_file import MAX_FACTS_BYTES, Fault, json_object, read_file
from engine.io.lock import is_held
from engine.runs import curve_data, table
from engine.runs.curve_data import Curves
from engine.runs.folder import RunFolder, is_leftover, is_run_folder, unlink
from engine.runs.metadata import from_facts
from engine.runs.retention import COMPLETE
from engine.runs.run import Run, Status
from engine.train.checkpoint import load_state
from engine.train.trainer import TrainerState


def tidy(db: sqlite3.Connection, store: Path, new: bool) -> int:
    """Add the runs that are in the store's folder and not in the database, and remove files that belong to none.

    To be called in a transaction: no other program starts, deletes or imports a run meanwhile. What a living process
    owns is left alone.

    Args:
        new: whether the database has just been made, and so knows none of the runs.

    Returns:
        how many runs were found that the person may miss.
    """
    known = set(table.select_ids(db, "TRUE"))
    found = 0
    for path in sorted(store.iterdir()):
        folder = RunFolder(path)
        if is_leftover(path):
            shutil.rmtree(path, ignore_errors=True)
        elif not is_run_folder(path):
            continue
        elif path.name in known:
            _clean(db, folder)
        elif not folder.holds_training() and not is_held(folder.owner):
            folder.remove()  # killed while it was started
        elif (card := _card(folder)) is not None:
            run, deleted = card
            if deleted is None or new:
                _add(db, folder, run, deleted)
                # Nobody misses one that was being imported.
                found += deleted is None and (new or not run.imported)
            else:  # killed while it was removed
                folder.remove()
    return found


def _clean(db: sqlite3.Connection, folder: RunFolder) -> None:
    final = db.execute("SELECT final FROM runs WHERE id = ?", (folder.path.name,)).fetchone()[0]
    strays = folder.strays(table.checkpoints(db, folder.path.name), bool(final))
    if strays and not is_held(folder.owner):
        unlink(strays)


def _card(folder: RunFolder) -> tuple[Run, float | None] | None:
    """The run of a folder, and when it was deleted; None where it cannot be read."""
    try:
        card = json_object(read_file(folder.card, MAX_FACTS_BYTES))
        run = from_facts(card, folder.path.name)
    except Fault:
        return None
    deleted = card.get("deleted")
    return run, deleted if type(deleted) is float else None


def _add(db: sqlite3.Connection, folder: RunFolder, run: Run, deleted: float | None) -> None:
    kept = folder.checkpoints()
    state = latest_state(folder, run, kept)
    losses, evaluations = _curves(folder, state)
    # The final weights of a run that was resumed may still be there.
    final = folder.final.exists() and run.status not in (Status.RUNNING, Status.INTERRUPTED)
    seconds = max(run.seconds, state.seconds if state is not None else 0.0)
    iteration = min(max([len(losses), *kept]), run.total_iterations)
    table.insert(db, dataclasses.replace(run, iteration=iteration, seconds=seconds), final, deleted)
    curve_data.replace(db, run.id, losses, evaluations)
    table.put_checkpoints(db, run.id, kept)


def latest_state(folder: RunFolder, run: Run, checkpoints: dict[int, bool]) -> TrainerState | None:
    """The last state that can be read: if it is damaged, the one before."""
    for at in [at for at, complete in checkpoints.items() if complete][: -COMPLETE - 1 : -1]:
        with contextlib.suppress(CheckpointError):
            state = load_state(folder.state(at))
            if (state.spec, state.config, state.iteration) == (run.spec, run.config, at):
                return state
    return None


def _curves(folder: RunFolder, state: TrainerState | None) -> Curves:
    """The longer ones of those in the state and those in the file."""
    curves: Curves = np.empty(0, np.float32), ()
    with contextlib.suppress(Fault):
        curves = curve_data.unpack(read_file(folder.curves))
    if state is not None and state.iteration >= len(curves[0]):
        curves = state.losses, state.evaluations
    return curves


def notice(aside: Path | None, found: int, unreadable: int) -> str:
    """What the person should know, one or two sentences; mostly nothing.

    Args:
        aside: where a damaged database was moved to, or None.
        found: how many runs were found again.
        unreadable: how many this version cannot read.
    """
    sentences = []
    runs = "1 run was" if found == 1 else f"{found:,} runs were"
    if aside is not None:
        sentences.append(f"The list of your runs was damaged: {runs} found again, and the old list is “{aside.name}”.")
    elif found:
        sentences.append(f"{runs} found again that the list of your runs did not know.")
    if unreadable:
        count = "1 run is" if unreadable == 1 else f"{unreadable:,} runs are"
        sentences.append(f"{count} not shown: damaged, or of a newer version of Digit Lab.")
    return " ".join(sentences)
