"""The database of runs: its tables, and the rows of runs and of their checkpoints."""

import dataclasses
import functools
import json
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import RunError
from ..i18n import tr, tr_noop
from ..io.atomic_write import write_atomically
from ..io.checked_file import Fault, json_object
from ..io.database import Schema
from ..io.lock import is_held
from .curve_data import evaluation_of
from .folder import RunFolder, is_id
from .metadata import Settings, run_of, settings_of, to_facts
from .run import MissingRunError, Run, Status

# Times are seconds since 1970. spec, config, data, scores and facts are JSON. ``final``: the run's folder holds its
# final weights. A chunk is float32, little-endian: the losses of the mini-batches from ``start`` on.
SCHEMA = Schema(
    version=1,
    statements=(
        """CREATE TABLE runs (
        id TEXT PRIMARY KEY, name TEXT, note TEXT, spec TEXT, config TEXT, data TEXT, per_epoch INTEGER,
        begun REAL, seconds REAL, iteration INTEGER, status TEXT, scores TEXT, imported INTEGER, final INTEGER,
        deleted REAL)""",
        "CREATE TABLE losses (run TEXT, start INTEGER, chunk BLOB, PRIMARY KEY (run, start))",
        "CREATE TABLE evaluations (run TEXT, iteration INTEGER, facts TEXT, PRIMARY KEY (run, iteration))",
        "CREATE TABLE checkpoints (run TEXT, iteration INTEGER, complete INTEGER, PRIMARY KEY (run, iteration))",
    ),
    things=tr_noop("runs"),
    file=tr_noop("list of runs"),
    recovery=tr_noop("it looks for the runs in their folders"),
    error=RunError,
)
_MISSING = tr_noop("This run is no longer there: it was deleted for good.")
_JSON = ("spec", "config", "data", "scores")
# A run, its last checkpoint with a state, how many checkpoints it has, and its last evaluation with its iteration.
_SELECT = """SELECT *,
    (SELECT max(iteration) FROM checkpoints WHERE run = id AND complete) AS checkpoint,
    (SELECT count(*) FROM checkpoints WHERE run = id) AS checkpoints,
    (SELECT max(iteration) FROM evaluations WHERE run = id) AS evaluated,
    (SELECT CAST(facts AS TEXT) FROM evaluations WHERE run = id ORDER BY iteration DESC LIMIT 1) AS evaluation
    FROM runs WHERE id = ?"""
# Every table with rows of a run, and its column of the run's id.
_TABLES = {"runs": "id", "losses": "run", "evaluations": "run", "checkpoints": "run"}


@dataclass(frozen=True)
class Ending:
    """How a run ended, as the database says.

    Attributes:
        final: whether its folder holds its final weights.
        has_scores: whether it has the scores of its weights.
    """

    status: str
    final: bool
    has_scores: bool


@dataclass(frozen=True)
class Row:
    """A run and what only the database knows of it.

    Attributes:
        run: where its status is RUNNING, it is being trained now.
        final: whether its folder holds its final weights.
        deleted: when it was deleted, or None.
    """

    run: Run
    final: bool
    deleted: float | None


def get(db: sqlite3.Connection, folder: RunFolder, evaluated: bool = True) -> Row:
    """The row of the run in this folder.

    Args:
        evaluated: with its last evaluation, which may be damaged where the row is not.

    Raises:
        MissingRunError: there is none.
        RunError: this version cannot read it.
    """
    try:
        row = _read(db, folder, evaluated)
        if row.run.status is Status.RUNNING and not is_held(folder.owner):
            # It may have ended in between: its status is written before its lock is released.
            row = _read(db, folder, evaluated)
            if row.run.status is Status.RUNNING:
                row = dataclasses.replace(row, run=dataclasses.replace(row.run, status=Status.INTERRUPTED))
        return row
    except Fault as fault:
        raise RunError(tr("A stored run cannot be read: {0}", fault)) from fault


def get_all(db: sqlite3.Connection, store: Path) -> tuple[list[Run], list[str]]:
    """The runs that are not deleted, the latest first, and the ids of those that this version cannot read.

    Args:
        store: the folder with the runs' folders.
    """
    found, unreadable = [], []
    for run_id in select_ids(db, "deleted IS NULL ORDER BY begun DESC, id"):
        try:
            found.append(get(db, RunFolder(store / run_id)).run)
        except RunError:
            unreadable.append(run_id)
    return found, unreadable


def select_ids(db: sqlite3.Connection, where: str, *values: Any) -> list[str]:
    """The ids of the runs for which an SQL condition holds."""
    rows = db.execute(f"SELECT id FROM runs WHERE {where}", values).fetchall()
    return [row["id"] for row in rows if is_id(row["id"])]


def endings(db: sqlite3.Connection) -> dict[str, Ending]:
    """The ids of all runs -> how they ended."""
    rows = db.execute("SELECT id, status, final, scores FROM runs").fetchall()
    return {
        row["id"]: Ending(str(row["status"]), bool(row["final"]), has_scores=row["scores"] != "{}")
        for row in rows
        if is_id(row["id"])
    }


def names(db: sqlite3.Connection) -> set[str]:
    """Of all runs, also the deleted ones: they can be restored."""
    return {str(row["name"]) for row in db.execute("SELECT name FROM runs").fetchall()}


def insert(db: sqlite3.Connection, run: Run, final: bool = False, deleted: float | None = None) -> None:
    """Add a run."""
    values = as_stored(to_facts(run)) | {"id": run.id, "final": final, "deleted": deleted}
    names = ", ".join(values)
    db.execute(f"INSERT INTO runs ({names}) VALUES ({', '.join('?' * len(values))})", tuple(values.values()))


def update(db: sqlite3.Connection, run_id: str, **columns: Any) -> None:
    """Change some columns of a run.

    Raises:
        MissingRunError: it is not there.
    """
    values = as_stored(columns)
    changes = ", ".join(f"{name} = ?" for name in values)
    if not db.execute(f"UPDATE runs SET {changes} WHERE id = ?", (*values.values(), run_id)).rowcount:
        raise MissingRunError(tr(_MISSING))


def remove(db: sqlite3.Connection, run_id: str) -> None:
    """Remove a run with its curves and checkpoints."""
    for table, column in _TABLES.items():
        db.execute(f"DELETE FROM {table} WHERE {column} = ?", (run_id,))


def write_facts(folder: RunFolder, run: Run, deleted: float | None = None) -> None:
    """Write into the run's folder what the database says of it.

    Raises:
        OSError: it cannot be written.
    """
    content = json.dumps(to_facts(run) | {"deleted": deleted}, ensure_ascii=False, indent=1)
    write_atomically(folder.without_link(folder.facts), content.encode())


def checkpoints(db: sqlite3.Connection, run_id: str) -> dict[int, bool]:
    """The iterations whose weights are stored -> whether the state is, too; the earliest first."""
    rows = db.execute(
        "SELECT iteration, complete FROM checkpoints WHERE run = ? ORDER BY iteration", (run_id,)
    ).fetchall()
    return {row["iteration"]: bool(row["complete"]) for row in rows if type(row["iteration"]) is int}


def put_checkpoints(db: sqlite3.Connection, run_id: str, kept: dict[int, bool]) -> None:
    """Replace the checkpoints of a run."""
    db.execute("DELETE FROM checkpoints WHERE run = ?", (run_id,))
    db.executemany("INSERT INTO checkpoints VALUES (?, ?, ?)", [(run_id, at, whole) for at, whole in kept.items()])


def as_stored(values: dict[str, Any]) -> dict[str, Any]:
    """As the table has them."""
    return {
        name: json.dumps(value, ensure_ascii=False) if name in _JSON else value
        for name, value in values.items()
        if name not in ("format", "format_version")
    }


def _read(db: sqlite3.Connection, folder: RunFolder, evaluated: bool) -> Row:
    row = db.execute(_SELECT, (folder.path.name,)).fetchone()
    if row is None:
        raise MissingRunError(tr(_MISSING))
    try:
        settings = _settings(row["spec"], row["config"], row["data"])
        # An imported run has no checkpoints: where there are some, a bit has flipped.
        imported = bool(row["imported"]) and not row["checkpoints"]
        facts = dict(row) | {"scores": json_object(row["scores"]), "imported": imported}
    except TypeError:  # not text
        raise Fault(tr("it is damaged.")) from None
    run = run_of(facts, row["id"], settings)
    evaluation = None
    if evaluated and row["evaluation"] is not None:
        evaluation = evaluation_of(row["evaluation"], row["evaluated"], run.per_epoch, run.total_iterations)
    run = dataclasses.replace(
        run,
        evaluation=evaluation,
        checkpoint=row["checkpoint"],
        has_weights=bool(row["final"] or row["checkpoints"]),
    )
    return Row(run, bool(row["final"]), row["deleted"])


# Runs often have equal settings, and all are read again and again.
@functools.lru_cache(1_000)
def _settings(spec: str, config: str, data: str) -> Settings:
    return settings_of({"spec": json_object(spec), "config": json_object(config), "data": json_object(data)})
