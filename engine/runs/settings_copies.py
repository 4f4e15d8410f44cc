"""The settings of a run are stored twice, in the database and in the run's folder: one that is damaged is repaired.

They never change. One flipped bit makes another number of one, and neither SQLite nor JSON finds damage in it. So the
two are compared, and where they differ, those count that fit the run's states, weights and curves.
"""

import contextlib
import dataclasses
import json
import math
import sqlite3
from collections.abc import Iterator
from typing import Any

from ..errors import DataError, RunError, WeightsError
from ..io.checked_file import Facts, Fault, read_file
from ..io.limits import MAX_FACTS_BYTES
from ..weights import Weights, load_weights
from . import curve_data, table
from .folder import RunFolder
from .from_folder import found_in, is_of, latest_state
from .metadata import to_facts
from .retention import latest
from .run import Run

_SETTINGS = ("spec", "config", "data", "per_epoch")


def change(db: sqlite3.Connection, folder: RunFolder, **columns: Any) -> None:
    """Change what must not get lost: in the database, and in the run's folder.

    Raises:
        MissingRunError: it is not there.
    """
    kept = reconcile(db, folder)
    table.update(db, folder.path.name, **columns)
    row = table.get(db, folder)
    run = row.run if kept is None else _with_settings(row.run, kept)
    # Deleting must work on a full disk: the database is what counts.
    with contextlib.suppress(OSError):
        table.write_facts(folder, run, row.deleted)


def reconcile(db: sqlite3.Connection, folder: RunFolder) -> Run | None:
    """Compare the settings of a run in the database with those in its folder, and repair what is damaged.

    Returns:
        the run of the folder, where its settings are others and nothing says which are right. Both stay as they are.
    """
    try:
        content = read_file(folder.facts, MAX_FACTS_BYTES)
        if _is_stored(db, folder, content):
            return None
        stored, deleted = found_in(content, folder)
    except Fault:
        return None
    listed = None
    with contextlib.suppress(RunError):
        listed = table.get(db, folder, evaluated=False).run
    if listed is not None and _with_settings(stored, listed) == stored:
        return None  # an older version wrote them differently
    more = 1 if listed is None else _evidence(db, folder, stored) - _evidence(db, folder, listed)
    if more > 0:
        table.update(db, folder.path.name, **_settings(to_facts(stored)))
    elif more < 0 and listed is not None:
        with contextlib.suppress(OSError):
            table.write_facts(folder, _with_settings(stored, listed), deleted)
    return None if more else stored


def _is_stored(db: sqlite3.Connection, folder: RunFolder, content: bytes) -> bool:
    """Whether the database has the settings in the bytes of a run's facts, letter for letter, or has no such run.

    This is fast: all runs are compared at each start of the program.
    """
    columns = f"SELECT {', '.join(_SETTINGS)} FROM runs WHERE id = ?"
    row = db.execute(columns, (folder.path.name,)).fetchone()
    with contextlib.suppress(ValueError, RecursionError):
        facts = json.loads(content)
        return row is None or (type(facts) is dict and dict(row) == table.as_stored(_settings(facts)))
    return False


def _settings(facts: Facts) -> Facts:
    return {name: facts.get(name) for name in _SETTINGS}


def _with_settings(run: Run, other: Run) -> Run:
    return dataclasses.replace(run, **{name: getattr(other, name) for name in _SETTINGS})


def _evidence(db: sqlite3.Connection, folder: RunFolder, run: Run) -> int:
    """How much fits the settings of a run. All of it fits the right ones, but for what is damaged or missing too."""
    there: dict[int, bool] = {}
    with contextlib.suppress(OSError):
        there = folder.checkpoints()
    found = [latest_state(folder, run, there) is not None, _is_source_known(run), *_fit_of_epochs(db, run)]
    for path in [folder.final, *map(folder.weights, latest(there))]:
        with contextlib.suppress(WeightsError):
            found += _fit_of_weights(load_weights(path), run)
    return sum(found)


def _is_source_known(run: Run) -> bool:
    with contextlib.suppress(DataError):
        return bool(run.image_source)
    return False


def _fit_of_epochs(db: sqlite3.Connection, run: Run) -> Iterator[bool]:
    """Whether an epoch is as long as the accuracies say, and as the number of the images does.

    How many images a validation split leaves depends on the images.
    """
    measured = [each for at, each in curve_data.readable(db, run.id).items() if at]
    yield any(math.isclose(each.iteration, each.epoch * run.per_epoch) for each in measured)
    images = _used_images(run)
    yield not run.config.validation and run.per_epoch == -(-images // min(images, run.config.batch_size))


def _used_images(run: Run) -> int:
    return min(run.data.images, run.config.train_size or run.data.images)


def _fit_of_weights(weights: Weights, run: Run) -> Iterator[bool]:
    """Whether weights of the run's folder were trained so, where they say how."""
    yield is_of(weights, dataclasses.replace(run, imported=False))
    yield weights.training.get("data") == run.data.name
    yield weights.training.get("pictures") == _used_images(run)
