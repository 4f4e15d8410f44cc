"""What the folder of a run says, in its own files, about the run: where the database has lost it or cannot say it."""

import contextlib
import dataclasses
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

import numpy as np

from ..errors import CheckpointError, RunError, WeightsError
from ..i18n import tr
from ..io import deletion
from ..io.checked_file import Fault, error_context, json_object, read_file
from ..io.limits import MAX_FACTS_BYTES
from ..io.lock import is_held
from ..train.checkpoint import dataclass_from, load_state
from ..train.config import TrainConfig, up_to_date
from ..train.trainer import TrainerState
from ..weights import Weights, load_weights
from . import curve_data, table
from .curve_data import Curves
from .folder import RunFolder
from .metadata import from_facts
from .run import Run, Status

# A training of such a run was killed while it stored its final weights, or while it removed older ones.
NOT_ENDED = (Status.RUNNING, Status.INTERRUPTED)

# A run, and when it was deleted.
Found: TypeAlias = tuple[Run, float | None]


def restore_from_folders(db: sqlite3.Connection, store: Path, run_ids: Sequence[str]) -> None:
    """Replace the damaged rows of runs by what is in the runs' folders, where that can be read.

    The facts in a folder are older where the disk was full: a row that can be read is what counts.
    """
    for folder in [RunFolder(store / run_id) for run_id in run_ids]:
        with contextlib.suppress(OSError):
            if folder.path.is_dir() and not is_held(folder.owner):
                stored = read_facts(folder)
                with contextlib.suppress(RunError):
                    row = table.get(db, folder, evaluated=False)
                    stored = row.run, row.deleted
                if stored is not None:
                    add(db, folder, *stored)


def read_facts(folder: RunFolder) -> Found | None:
    """The run of a folder; None where it cannot be read."""
    with contextlib.suppress(Fault):
        return found_in(read_file(folder.facts, MAX_FACTS_BYTES), folder)
    return None


def found_in(content: bytes, folder: RunFolder) -> Found:
    """The run of a folder, of the bytes of its facts.

    Raises:
        Fault: they are malformed, or have impossible values.
    """
    facts = json_object(content)
    return from_facts(facts, folder.path.name), deletion.time_of(facts.get("deleted"))


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


def add(
    db: sqlite3.Connection,
    folder: RunFolder,
    run: Run,
    deleted: float | None,
    checkpoints: dict[int, bool] | None = None,
) -> bool:
    """Write the rows of a run, in place of those that there are.

    Args:
        checkpoints: by default all whose weights are in the folder.

    Returns:
        whether the final weights are listed.
    """
    checkpoints = folder.checkpoints() if checkpoints is None else checkpoints
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
    final = folder.final.exists() and run.status not in NOT_ENDED
    seconds = max(run.seconds, state.seconds if state is not None else 0.0)
    iteration = min(max([len(curves[0]), *checkpoints]), run.total_iterations)
    # No file is read from here on: where that fails, the row stays.
    table.remove(db, run.id)
    table.insert(db, dataclasses.replace(run, iteration=iteration, seconds=seconds), final, deleted)
    curve_data.replace(db, run.id, *curves)
    table.put_checkpoints(db, run.id, checkpoints)
    return final


def latest_state(folder: RunFolder, run: Run, checkpoints: dict[int, bool]) -> TrainerState | None:
    """The last state that can be read: if it is damaged, the one before."""
    for at in [at for at, complete in checkpoints.items() if complete][::-1]:
        with contextlib.suppress(CheckpointError):
            state = load_state(folder.state(at))
            found = state.spec, state.config, state.data, state.iteration
            if found == (run.spec, run.config, run.data.fingerprint, at):
                evaluations = tuple(curve_data.in_epochs(each, run.per_epoch) for each in state.evaluations)
                return dataclasses.replace(state, evaluations=evaluations)
    return None


def load_own_weights(path: Path, run: Run) -> Weights:
    """The weights in a file of the run's folder, under its name.

    Raises:
        WeightsError: the file is damaged, or its weights are not those of the run: it was copied there.
    """
    weights = load_weights(path)
    if not is_of(weights, run):
        with error_context(path, "opened", WeightsError):
            raise Fault(tr("it holds the weights of another training than “{0}”.", run.name))
    return dataclasses.replace(weights, name=run.name)


def is_of(weights: Weights, run: Run) -> bool:
    """Whether they are of the run's network and, where they say how they were trained, have its settings.

    Of those of an imported run only the network is checked, as it was when they were imported.
    """
    names = {field.name for field in dataclasses.fields(TrainConfig)}
    said = {name: value for name, value in up_to_date(weights.training).items() if name in names}
    with contextlib.suppress(Fault):  # of another version of the program
        config = dataclass_from(TrainConfig, said)
        if not run.imported and any(getattr(config, name) != getattr(run.config, name) for name in said):
            return False
    return weights.spec == run.spec
