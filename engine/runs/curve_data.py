"""The curves of a run: every loss and every evaluation, in the database and in a file."""

import contextlib
import dataclasses
import itertools
import json
import sqlite3
from collections.abc import Sequence
from typing import TypeAlias

import numpy as np

from ..i18n import tr, tr_noop
from ..io import safetensors_file
from ..io.checked_file import CURVES_FORMAT, Fault, check_format, from_json, size
from ..io.float_arrays import check_arrays
from ..io.limits import MAX_EVALUATIONS, MAX_ITERATIONS
from ..train.checkpoint import MAX_HEADER, dataclass_from, is_possible, pack_evaluations, unpack_evaluations
from ..train.trainer import Evaluation
from ..types import FloatArray

# As of a checkpoint: the second version has the evaluations as an array.
FORMAT_VERSION = 2

_LOSS = np.dtype("<f4")
_LOSSES = "losses"
_IMPOSSIBLE = tr_noop("it has an impossible value for the accuracies.")

# Every loss, (n,) float32, and every evaluation.
Curves: TypeAlias = tuple[FloatArray, Sequence[Evaluation]]


# In the database. A flipped bit makes a text of bytes and bytes of a text, so both are read as what they were.


def append(
    db: sqlite3.Connection, run_id: str, start: int, losses: FloatArray, evaluations: Sequence[Evaluation]
) -> None:
    """Add losses after the first ``start`` ones, and evaluations. A second one of an iteration replaces the first."""
    if len(losses):
        chunk = np.ascontiguousarray(losses, _LOSS).tobytes()
        db.execute("INSERT INTO losses VALUES (?, ?, ?)", (run_id, start, chunk))
    rows = [(run_id, e.iteration, json.dumps(dataclasses.asdict(e))) for e in evaluations]
    db.executemany("INSERT OR REPLACE INTO evaluations VALUES (?, ?, ?)", rows)


def length(db: sqlite3.Connection, run_id: str) -> int:
    """How many losses there are."""
    query = """SELECT start + length(CAST(chunk AS BLOB)) / 4 FROM losses
        WHERE run = ? AND typeof(start) = 'integer' ORDER BY start DESC LIMIT 1"""
    row = db.execute(query, (run_id,)).fetchone()
    return 0 if row is None else int(row[0] or 0)


def losses(db: sqlite3.Connection, run_id: str) -> FloatArray:
    """(n,) float32: every loss.

    Raises:
        Fault: they are damaged.
    """
    query = "SELECT start, CAST(chunk AS BLOB) FROM losses WHERE run = ? ORDER BY start"
    rows = db.execute(query, (run_id,)).fetchall()
    try:
        found = np.frombuffer(b"".join(chunk for _, chunk in rows), _LOSS).astype(np.float32)
        ends = itertools.accumulate(len(chunk) // 4 for _, chunk in rows)
        complete = [start for start, _ in rows] == [0, *ends][: len(rows)]
    except (TypeError, ValueError):
        complete = False
    if not complete:
        raise Fault(tr("its losses are damaged."))
    return found


def evaluations(db: sqlite3.Connection, run_id: str, checkpoints: bool = False) -> tuple[Evaluation, ...]:
    """Every evaluation, or only those of ``checkpoints``.

    Raises:
        Fault: they are damaged, or of a newer version.
    """
    some = "AND iteration IN (SELECT iteration FROM checkpoints WHERE run = ?1)" if checkpoints else ""
    query = f"""SELECT iteration, CAST(facts AS TEXT), (SELECT per_epoch FROM runs WHERE id = ?1)
        FROM evaluations WHERE run = ?1 {some} ORDER BY iteration"""
    rows = db.execute(query, (run_id,)).fetchall()
    return tuple(evaluation_of(facts, iteration, per_epoch) for iteration, facts, per_epoch in rows)


def readable(db: sqlite3.Connection, run_id: str) -> dict[int, Evaluation]:
    """The evaluations that can be read, by iteration, the earliest first; their epochs as they are stored."""
    query = "SELECT iteration, CAST(facts AS TEXT) FROM evaluations WHERE run = ? ORDER BY iteration"
    found = {}
    for iteration, facts in db.execute(query, (run_id,)).fetchall():
        with contextlib.suppress(Fault):
            found[iteration] = evaluation_of(facts, iteration)
    return found


def evaluation_of(facts: object, iteration: object, per_epoch: object = None, most: int = MAX_ITERATIONS) -> Evaluation:
    """The evaluation of a row: of its text, and of the iteration in its key.

    SQLite finds no damage in the text, so the text must agree with the key.

    Args:
        per_epoch: the mini-batches in an epoch, where that is known.
        most: the iterations of the training, where that is known.

    Raises:
        Fault: it is damaged, impossible, or of a newer version.
    """
    found = dataclass_from(Evaluation, from_json(str(facts)))
    if found.iteration != iteration or not is_possible(found, most):
        raise Fault(tr(_IMPOSSIBLE))
    return in_epochs(found, per_epoch)


def in_epochs(evaluation: Evaluation, per_epoch: object) -> Evaluation:
    """The evaluation with the epoch of its iteration: the stored one says no more, and may be damaged.

    Args:
        per_epoch: the mini-batches in an epoch. Where it is none, the epoch stays as it is.
    """
    if type(per_epoch) is not int or per_epoch < 1 or evaluation.epoch == evaluation.iteration / per_epoch:
        return evaluation
    return dataclasses.replace(evaluation, epoch=evaluation.iteration / per_epoch)


def cut(db: sqlite3.Connection, run_id: str, iteration: int, evaluated: int) -> None:
    """Drop the losses after the first ``iteration`` ones, and the evaluations after iteration ``evaluated``."""
    db.execute("DELETE FROM losses WHERE run = ? AND start >= ?", (run_id, iteration))
    db.execute(
        "UPDATE losses SET chunk = substr(chunk, 1, 4 * (? - start)) WHERE run = ? AND start + length(chunk) / 4 > ?",
        (iteration, run_id, iteration),
    )
    db.execute("DELETE FROM evaluations WHERE run = ? AND iteration > ?", (run_id, evaluated))


def replace(db: sqlite3.Connection, run_id: str, values: FloatArray, measured: Sequence[Evaluation]) -> None:
    """Replace whatever there is."""
    cut(db, run_id, 0, -1)
    append(db, run_id, 0, values, measured)


# In a file


def pack(values: FloatArray, measured: Sequence[Evaluation]) -> bytes:
    """The curves as safetensors.

    Raises:
        Fault: they are larger than ``unpack`` would read.
    """
    tables, facts = pack_evaluations(measured)
    return safetensors_file.pack(
        tables | {_LOSSES: values}, {"format": CURVES_FORMAT} | facts, MAX_HEADER, exact=tables
    )


def unpack(content: bytes, most: int = MAX_EVALUATIONS) -> Curves:
    """What ``pack`` was given.

    Raises:
        Fault: it is damaged, malicious or inconsistent.
    """
    arrays, facts = safetensors_file.unpack(content, MAX_HEADER)
    facts = facts or {}
    check_format(facts, CURVES_FORMAT, FORMAT_VERSION)
    measured = unpack_evaluations(arrays, facts, most)
    values = arrays.get(_LOSSES, np.empty(0, np.float32))
    if values.ndim != 1:
        raise Fault(tr("its losses are {0}, not one-dimensional.", size(values.shape)))
    # The last loss of a training that diverged may be NaN or infinite.
    check_arrays(arrays | {_LOSSES: values[:-1]}, {_LOSSES: (max(len(values) - 1, 0),)})
    if not all(is_possible(evaluation, len(values)) for evaluation in measured):
        raise Fault(tr(_IMPOSSIBLE))
    iterations, epochs = ([getattr(each, name) for each in measured] for name in ("iteration", "epoch"))
    if iterations != sorted(set(iterations)) or epochs != sorted(epochs):
        raise Fault(tr("its accuracies are not in order."))
    return values.astype(np.float32, copy=False), measured
