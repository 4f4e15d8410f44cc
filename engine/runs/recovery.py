"""Cleaning up when the store is opened: what a killed program left, and runs that the database does not know."""

import contextlib
import operator
import sqlite3
from collections.abc import Iterable
from enum import Enum, auto
from pathlib import Path

from ..i18n import tr, tr_n
from ..io import deletion
from ..io.lock import is_held
from . import table
from .folder import RunFolder, is_leftover, is_run_folder, remove_leftover, unlink
from .from_folder import NOT_ENDED, add, read_facts, restore_from_folders
from .retention import latest


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
    if folder.holds_training() or folder.facts.exists():
        return _Folder.UNREADABLE
    folder.remove()  # killed while it was started
    return _Folder.OTHER


def _remove_changed_ids(db: sqlite3.Connection, store: Path, known: Iterable[str]) -> None:
    """Remove each run whose id was changed by damage in one letter: it is found again, in the folder of its id."""
    folders = {path.name for path in store.iterdir() if is_run_folder(path)}
    for run_id in set(known) - folders:
        if any(sum(map(operator.ne, run_id, name)) == 1 for name in folders.difference(known)):
            table.remove(db, run_id)


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
    ended = ending.has_scores and ending.status not in NOT_ENDED
    final = folder.final.exists() and (ending.final or ended)
    unlisted = folder.unlisted(checkpoints, final)
    is_changed = checkpoints != listed or final != ending.final
    if (unlisted or is_changed) and not is_held(folder.owner):
        if is_changed:
            table.put_checkpoints(db, run_id, checkpoints)
            table.update(db, run_id, final=final)
        unlink(unlisted)


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
