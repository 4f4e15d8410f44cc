"""Cleaning up when the store is opened: what a killed program left, and runs that the database does not know."""

import contextlib
import dataclasses
import operator
import sqlite3
from collections.abc import Iterable, Sequence
from enum import Enum, auto
from pathlib import Path

import numpy as np

from ..errors import CheckpointError, RunError
from ..i18n import tr, tr_n
from ..io import deletion
from ..io.checked_file import Fault, json_object, read_file
from ..io.limits import MAX_FACTS_BYTES
from ..io.lock import is_held
from ..train.checkpoint import load_state
from ..train.trainer import TrainerState
from . import curve_data, table
from .curve_data import Curves
from .folder import RunFolder, is_leftover, is_run_folder, remove_leftover, unlink
from .metadata import from_facts
from .retention import latest
from .run import Run, Status

# A training of such a run was killed while it stored its final weights, or while it removed older ones.
_NOT_ENDED = (Status.RUNNING, Status.INTERRUPTED)


class _Folder(Enum):
    """What cleaning up has found: a run that the database did not know, one that cannot be read, or neither."""

    FOUND = auto()
    UNREADABLE = auto()
    OTHER = auto()


def clean_up(db: sqlite3.Connection, store: Path, is_new: bool, repaired: bool = False) -> tuple[int, int]:
    """Add the runs that are in the store's folder and not in the database, and remove files that belong to none.

    To be called in a write transaction, so that no other program starts, deletes or imports a run at the same time. The
    files of a run that another process is training stay.

    Args:
        is_new: whether the database has just been created, without any of the runs.
        repaired: whether it was damaged. Then nothing is removed because the database does not know it.

    Returns:
        how many runs were found, without those whose import was interrupted; and how many others cannot be read.
    """
    deletion.restore_damaged(db, "runs")
    known = table.endings(db)
    found = unreadable = 0
    if repaired:
        _remove_changed_ids(db, store, known)
    for path in sorted(store.iterdir()):
        # One folder that cannot be read hides no other run.
        with contextlib.suppress(OSError):
            match _clean_up(db, RunFolder(path), known, is_new, repaired):
                case _Folder.FOUND:
                    found += 1
                case _Folder.UNREADABLE:
                    unreadable += 1
    return found, unreadable


def _clean_up(
    db: sqlite3.Connection, folder: RunFolder, known: dict[str, table.Ending], is_new: bool, repaired: bool
) -> _Folder:
    """Raises:
    OSError: the folder cannot be read.
    """
    path = folder.path
    if is_leftover(path):
        remove_leftover(path)
    elif not is_run_folder(path):
        return _Folder.OTHER
    elif path.name in known:
        if repaired:
            restore_from_folders(db, path.parent, [path.name])
        else:
            _clean(db, folder, known[path.name])
    elif not folder.holds_training() and not is_held(folder.owner):
        folder.remove()  # killed while it was started
    elif (stored := _read_facts(folder)) is None:
        # One that is being started has no facts yet.
        return _Folder.OTHER if is_held(folder.owner) else _Folder.UNREADABLE
    else:
        run, deleted = stored
        if deleted is None or is_new or repaired:
            _add(db, folder, run, deleted)
            return _Folder.FOUND if deleted is None and (is_new or not run.imported) else _Folder.OTHER
        folder.remove()  # killed while it was removed
    return _Folder.OTHER


def _remove_changed_ids(db: sqlite3.Connection, store: Path, known: Iterable[str]) -> None:
    """Remove each run whose id was changed by damage in one letter: it is found again, in the folder of its id."""
    folders = {path.name for path in store.iterdir() if is_run_folder(path)}
    for run_id in set(known) - folders:
        if any(sum(map(operator.ne, run_id, name)) == 1 for name in folders.difference(known)):
            table.remove(db, run_id)


def restore_from_folders(db: sqlite3.Connection, store: Path, run_ids: Sequence[str]) -> None:
    """Replace the damaged rows of runs by what is in the runs' folders, where that can be read.

    The facts in a folder are older where the disk was full: a row that can be read is what counts.
    """
    for folder in [RunFolder(store / run_id) for run_id in run_ids]:
        with contextlib.suppress(OSError):
            if folder.path.is_dir() and not is_held(folder.owner):
                stored = _read_facts(folder)
                with contextlib.suppress(RunError):
                    row = table.get(db, folder, evaluated=False)
                    stored = row.run, row.deleted
                if stored is not None:
                    _add(db, folder, *stored)


def _clean(db: sqlite3.Connection, folder: RunFolder, ending: table.Ending) -> None:
    """Remove the files that the database does not list.

    One flipped bit of the database makes 0 of 1, and SQLite finds no damage in it. So final weights and states are
    listed again where nothing else says that they do not belong to the run: one that was resumed has lost the scores of
    its former weights.
    """
    run_id = folder.path.name
    listed = table.checkpoints(db, run_id)
    checkpoints = dict(listed)
    for at in latest(listed):
        checkpoints[at] = listed[at] or folder.state(at).exists()
    ended = ending.has_scores and ending.status not in _NOT_ENDED
    final = folder.final.exists() and (ending.final or ended)
    unlisted = folder.unlisted(checkpoints, final)
    is_changed = checkpoints != listed or final != ending.final
    if (unlisted or is_changed) and not is_held(folder.owner):
        if is_changed:
            table.put_checkpoints(db, run_id, checkpoints)
            table.update(db, run_id, final=final)
        unlink(unlisted)


def _read_facts(folder: RunFolder) -> tuple[Run, float | None] | None:
    """The run of a folder, and when it was deleted; None where it cannot be read."""
    try:
        facts = json_object(read_file(folder.facts, MAX_FACTS_BYTES))
        run = from_facts(facts, folder.path.name)
    except Fault:
        return None
    return run, deletion.time_of(facts.get("deleted"))


def repair_curves(db: sqlite3.Connection, folder: RunFolder, run_id: str, state: TrainerState | None) -> None:
    """Write the evaluations again that the database has lost or cannot read: from the run's last state, and from the
    file of its curves.
    """
    copies = [] if state is None else list(state.evaluations)
    with contextlib.suppress(Fault):
        copies += curve_data.unpack(read_file(folder.curves))[1]
    length, readable = curve_data.length(db, run_id), curve_data.readable(db, run_id)
    lost = [copy for copy in copies if copy.iteration <= length and copy.iteration not in readable]
    curve_data.append(db, run_id, length, np.empty(0, np.float32), lost)


def _add(db: sqlite3.Connection, folder: RunFolder, run: Run, deleted: float | None) -> None:
    checkpoints = folder.checkpoints()
    state = latest_state(folder, run, checkpoints)
    repair_curves(db, folder, run.id, state)
    # Those in the database, in the file or in the state, whichever are longest.
    curves: Curves = np.empty(0, np.float32), ()
    with contextlib.suppress(Fault):
        values, measured = curve_data.losses(db, run.id), curve_data.readable(db, run.id)
        # One that is damaged and has no copy takes nothing else with it.
        curves = values, tuple(each for at, each in measured.items() if at <= len(values))
    with contextlib.suppress(Fault):
        curves = max(curves, curve_data.unpack(read_file(folder.curves)), key=lambda curves: len(curves[0]))
    if state is not None and state.iteration >= len(curves[0]):
        curves = state.losses, state.evaluations
    # The final weights of a run that was resumed may still be there.
    final = folder.final.exists() and run.status not in _NOT_ENDED
    seconds = max(run.seconds, state.seconds if state is not None else 0.0)
    iteration = min(max([len(curves[0]), *checkpoints]), run.total_iterations)
    # No file is read from here on: where that fails, the row stays.
    table.remove(db, run.id)
    table.insert(db, dataclasses.replace(run, iteration=iteration, seconds=seconds), final, deleted)
    curve_data.replace(db, run.id, *curves)
    table.put_checkpoints(db, run.id, checkpoints)


def latest_state(folder: RunFolder, run: Run, checkpoints: dict[int, bool]) -> TrainerState | None:
    """The last state that can be read: if it is damaged, the one before."""
    for at in [at for at, complete in checkpoints.items() if complete][::-1]:
        with contextlib.suppress(CheckpointError):
            state = load_state(folder.state(at))
            if (state.spec, state.config, state.iteration) == (run.spec, run.config, at):
                return state
    return None


def notice(aside: Path | None, repaired: bool, found: int, unreadable: int) -> str:
    """What the user should know after the opening: up to three sentences, mostly none.

    Args:
        aside: where a damaged database was moved to, or None.
        repaired: whether a damaged index of the database was repaired.
        found: how many runs were found again.
        unreadable: how many this version cannot read.
    """
    sentences = []
    if repaired:
        sentences.append(
            tr("The list of your runs was damaged and has been repaired.")
            if found or unreadable
            else tr("The list of your runs was damaged and has been repaired: nothing in it was lost.")
        )
    if aside is not None:
        sentences.append(
            tr_n(
                "The list of your runs was damaged: %n run(s) (was/were) found again, and the old list is “{0}”.",
                None,
                found,
                aside.name,
            )
        )
    elif found:
        sentences.append(tr_n("%n run(s) (was/were) found again that the list of your runs did not know.", None, found))
    if unreadable:
        sentences.append(
            tr_n("%n run(s) (is/are) not shown: damaged, or of a newer version of Digit Lab.", None, unreadable)
        )
    return " ".join(sentences)
