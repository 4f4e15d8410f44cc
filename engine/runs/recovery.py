"""Cleaning up when the store is opened: what a killed program left, and runs that the database does not know."""

import contextlib
import operator
import sqlite3
from collections.abc import Iterable
from enum import Enum, auto
from pathlib import Path

from ..errors import RunError, WeightsError
from ..i18n import tr, tr_n
from ..io import deletion
from ..io.lock import is_held
from . import table
from .folder import RunFolder, is_leftover, is_run_folder, remove_leftover, unlink
from .from_folder import (
    NOT_ENDED,
    Found,
    add,
    latest_state,
    load_own_weights,
    read_facts,
    restore_from_folders,
)
from .retention import latest, retained
from .run import Run
from .settings_copies import reconcile


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
        reconcile(db, folder)
        if repaired:
            restore_from_folders(db, path.parent, [path.name])
        else:
            _clean(db, folder, known[path.name])
    else:
        return _find(db, folder, is_new, repaired)
    return _Folder.OTHER


def _find(db: sqlite3.Connection, folder: RunFolder, is_new: bool, repaired: bool) -> _Folder:
    """Add a run that the database does not know. One that was deleted is added as deleted: ``purge`` removes it."""
    if (stored := read_facts(folder)) is not None:
        run, deleted = stored
        add(db, folder, run, deleted)
        # Not one that was killed while it was started, or imported.
        known_before = repaired or folder.holds_training()
        return _Folder.FOUND if deleted is None and (is_new or (known_before and not run.imported)) else _Folder.OTHER
    if is_held(folder.owner):
        return _Folder.OTHER  # one that is being started has no facts yet
    if folder.holds_training():
        return _Folder.UNREADABLE
    if not folder.facts.exists():
        folder.remove()  # killed while it was started
    return _Folder.OTHER


def _remove_changed_ids(db: sqlite3.Connection, store: Path, known: Iterable[str]) -> None:
    """Remove each run whose id was changed by damage in one letter: it is found again, in the folder of its id."""
    folders = {path.name for path in store.iterdir() if is_run_folder(path)}
    for run_id in set(known) - folders:
        if any(sum(map(operator.ne, run_id, name)) == 1 for name in folders.difference(known)):
            table.remove(db, run_id)


def _clean(db: sqlite3.Connection, folder: RunFolder, ending: table.Ending) -> None:
    """Remove the files that belong to no checkpoint, and list those that the database has lost.

    One flipped bit of the database makes 0 of 1, and SQLite finds no damage in it. So final weights and states are
    listed again where nothing else says that they do not belong to the run: one that was resumed has lost the scores of
    its former weights.
    """
    run_id = folder.path.name
    listed = table.checkpoints(db, run_id)
    checkpoints = dict(listed)
    for at in latest(listed):
        checkpoints[at] = listed[at] or folder.state(at).exists()
    ended = ending.has_scores and ending.status not in NOT_ENDED
    final = folder.final.exists() and (ending.final or ended)
    unlisted = folder.unlisted(checkpoints, final)
    is_changed = checkpoints != listed or final != ending.final
    if (unlisted or is_changed) and not is_held(folder.owner):
        if is_changed:
            table.put_checkpoints(db, run_id, checkpoints)
            table.update(db, run_id, final=final)
        if unlisted:
            _clean_unlisted(db, folder, checkpoints, final)


def _clean_unlisted(db: sqlite3.Connection, folder: RunFolder, listed: dict[int, bool], final: bool) -> None:
    """List the files that the training has stored and the database does not know, and remove the others.

    The database may be older than the folder: a copy of before, or one that has lost its log. Then the folder's facts
    count. Where the training was killed before it could list its last checkpoint, only that is missing.

    Args:
        final: whether the final weights are listed.
    """
    row, stored = _row(db, folder), read_facts(folder)
    known = stored or row
    if known is None:
        return  # nothing says which files are those of the run
    run = known[0]
    stay = _stored_checkpoints(folder, run, listed)
    own = {at: whole for at, whole in stay.items() if at in listed or _holds(folder, run, at)}
    newer = {at: whole for at, whole in own.items() if at > max(listed, default=-1)}
    has_ended = not final and _has_ended_since(folder, stored, row, listed)
    if newer and not has_ended and row is not None and _was_killed(folder, row[0], listed, newer):
        if latest_state(folder, row[0], newer) is not None:
            final = add(db, folder, *row, own)
        else:
            table.put_checkpoints(db, run.id, own)
    elif newer or has_ended:
        there = folder.checkpoints()
        own = {at: whole and there[at] for at, whole in own.items() if at in there}
        final = add(db, folder, *known, own)
    elif own != listed:
        table.put_checkpoints(db, run.id, own)
    # Without facts, final weights may be later than the row.
    unlink(folder.unlisted(stay | own, final or stored is None))


def _row(db: sqlite3.Connection, folder: RunFolder) -> Found | None:
    """What the database says of a run, and when it was deleted; None where it cannot be read."""
    try:
        row = table.get(db, folder, evaluated=False)
    except RunError:
        return None
    return row.run, row.deleted


def _stored_checkpoints(folder: RunFolder, run: Run, listed: dict[int, bool]) -> dict[int, bool]:
    """The checkpoints that are listed, and those in the folder that a training would still have.

    It had removed the others. Weights that are later than every state are of a checkpoint that failed: on a full disk
    each epoch would leave some.
    """
    there = folder.checkpoints()
    complete = [at for at, whole in there.items() if whole and at <= run.total_iterations]
    last = max([-1, *listed, *complete])
    would_stay = retained({*listed, *(at for at in there if at <= last)}, run.per_epoch)
    found = {at: whole and there[at] for at, whole in would_stay.items() if at in there}
    return dict(sorted((found | listed).items()))


def _holds(folder: RunFolder, run: Run, at: int) -> bool:
    """Whether these weights can be read and are the run's. Others are not listed, but left where they are."""
    with contextlib.suppress(WeightsError):
        load_own_weights(folder.weights(at), run)
        return True
    return False


def _was_killed(folder: RunFolder, run: Run, listed: dict[int, bool], newer: dict[int, bool]) -> bool:
    """Whether the row is no older than the folder, but for one checkpoint, after which nothing was removed."""
    states = [folder.state(at) for at, complete in listed.items() if complete]
    return run.status in NOT_ENDED and len(newer) == 1 and all(state.exists() for state in states)


def _has_ended_since(folder: RunFolder, stored: Found | None, row: Found | None, listed: dict[int, bool]) -> bool:
    """Whether the training has stored its final weights after what the row says.

    The facts of the folder may be the older ones: they are not written while the disk is full.
    """
    if stored is None or stored[0].status in NOT_ENDED or not folder.final.exists():
        return False
    ended = stored[0]
    if row is None:
        return True
    before = row[0]
    is_other = (ended.status, ended.scores) != (before.status, before.scores)
    return is_other and ended.iteration >= max([before.iteration, *listed])


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
