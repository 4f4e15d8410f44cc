"""All runs of the user, in a folder."""

import contextlib
import dataclasses
import shutil
import time
import uuid
from contextlib import AbstractContextManager
from pathlib import Path

from ..errors import RunError
from ..i18n import tr
from ..io import deletion
from ..io.atomic_write import move, write_atomically
from ..io.checked_file import Fault, error_context, faults_as, read_file, write_file
from ..io.database import Database
from ..io.limits import MAX_RUN_BYTES
from ..io.lock import Lock, is_held
from ..train.trainer import Evaluation, Trainer
from ..types import FloatArray
from ..weights import Weights, pack_weights
from . import archive, curve_data, table
from .folder import NEW, RunFolder, is_id
from .from_folder import latest_state, load_own_weights, repair_curves, restore_from_folders
from .metadata import clean_name, clean_note
from .names import automatic_name, rename_equal, unique
from .recorder import RunRecorder
from .recovery import clean_up, notice
from .run import Checkpoint, DataFacts, MissingRunError, Run, Status
from .settings_copies import change, reconcile

# Checking whether a run is owned holds its lock for less than a millisecond.
_LOCK_SECONDS = 0.5
_DAY = 86_400.0


class RunStore:
    """The runs in a folder. Any thread and any number of programs may use it at once; nothing has to be closed.

    Every method raises a RunError where there is no such run, or where the disk fails.

    Attributes:
        folder: where they are.
        notice: what the user should know after the opening, up to three sentences; mostly empty.
        unreadable: how many runs the last ``runs``, or the opening, left out because this version cannot read them.
    """

    def __init__(self, folder: str | Path, timeout: float | None = None) -> None:
        """Open the store, and clean up after a program that was killed.

        Args:
            timeout: how many seconds to wait for another program that writes, where no training is stored; by default
                longer than any of them takes.

        Raises:
            RunError: it cannot be opened, or was written by a newer version.
        """
        self.folder = Path(folder).absolute()
        # A training waits longer, before it goes on and tries again.
        path = self.folder / "runs.db"
        self._training_database = Database(path, table.SCHEMA)
        self._database = self._training_database if timeout is None else Database(path, table.SCHEMA, timeout)
        with self._storing(), self._database.opening("opening") as (db, aside, is_new):
            found, without_facts = clean_up(db, self.folder, is_new, self._database.repaired)
            rename_equal(db, self.folder)
            unreadable = table.get_all(db, self.folder)[1]
            if unreadable:
                restore_from_folders(db, self.folder, unreadable)
                unreadable = table.get_all(db, self.folder)[1]
            self.unreadable = len(unreadable)
        self.notice = notice(aside, self._database.repaired, found, self.unreadable + without_facts)

    # -- reading

    def runs(self) -> list[Run]:
        """All that are not deleted, the latest first. One that this version cannot read is left out."""
        with self._database.reading() as db:
            found, unreadable = table.get_all(db, self.folder)
        self.unreadable = len(unreadable)
        return found

    def run(self, run_id: str) -> Run:
        """One of them, deleted or not."""
        return self._stored(run_id)[0].run

    def losses(self, run_id: str) -> FloatArray:
        """(n,) float32: the loss of every mini-batch."""
        with self._database.reading() as db, _reading_curve():
            return curve_data.losses(db, run_id)

    def evaluations(self, run_id: str, checkpoints: bool = False) -> tuple[Evaluation, ...]:
        """Every measured accuracy, or only those of ``checkpoints``, the earliest first."""
        with _reading_curve():
            with contextlib.suppress(Fault), self._database.reading() as db:
                return curve_data.evaluations(db, run_id, checkpoints)
            with self._database.writing() as db:
                folder = self._folder(run_id)
                state = latest_state(folder, table.get(db, folder).run, table.checkpoints(db, run_id))
                repair_curves(db, folder, run_id, state)
            # Afterwards: where one stays damaged, the others are repaired.
            with self._database.reading() as db:
                return curve_data.evaluations(db, run_id, checkpoints)

    def checkpoints(self, run_id: str) -> tuple[Checkpoint, ...]:
        """The stored weights, the earliest first: at the ends of epochs, and where it was paused."""
        row, checkpoints = self._stored(run_id)
        return tuple(Checkpoint(at, at / row.run.per_epoch, complete) for at, complete in checkpoints.items())

    def weights(self, run_id: str, iteration: int | None = None) -> Weights:
        """Weights of a run, under its name.

        Args:
            iteration: of a checkpoint; None for the final weights, or else the latest ones.

        Raises:
            RunError: there are none.
            WeightsError: their file is damaged, or holds the weights of another training.
        """
        row, checkpoints = self._stored(run_id)
        path = self._folder(run_id).final
        if iteration is not None or not row.final:
            chosen = max(checkpoints, default=None) if iteration is None else iteration
            if chosen is None or chosen not in checkpoints:
                raise RunError(
                    tr("“{0}” has no weights yet.", row.run.name)
                    if iteration is None
                    else tr("“{0}” has no weights of this iteration.", row.run.name)
                )
            path = self._folder(run_id).weights(chosen)
        return load_own_weights(path, row.run)

    # -- training

    def start(self, trainer: Trainer, data: DataFacts, name: str = "") -> RunRecorder:
        """Store the training that this trainer is about to do; without a name it gets one that no other run has.

        If it starts from given weights, a checkpoint is needed before its first mini-batch: without one, resuming
        starts again from random weights.
        """
        run = Run(
            id=uuid.uuid4().hex,
            name=clean_name(name),
            spec=trainer.spec,
            config=trainer.config,
            data=data,
            per_epoch=trainer.per_epoch,
            started=time.time(),
        )
        folder = self._folder(run.id)
        lock = Lock(folder.owner, RunError)
        try:
            with self._storing(), self._training_database.writing() as db:
                folder.path.mkdir(0o700)
                lock.acquire(_LOCK_SECONDS)
                if not run.name:
                    run = dataclasses.replace(run, name=automatic_name(run, table.names(db)))
                table.write_facts(folder, run)
                table.insert(db, run)
        except BaseException:
            lock.release()
            shutil.rmtree(folder.path, ignore_errors=True)
            raise
        return RunRecorder(self._training_database, folder, lock, run, None, resumed=False)

    def resume(self, run_id: str) -> RunRecorder:
        """Own a run that can be resumed. The trainer is to be made from ``state`` of the recorder.

        The run stays as it is until something is recorded. Then what was recorded after that state is dropped:
        training computes the same again.

        Raises:
            MissingRunError: it was deleted.
            RunError: it cannot be resumed, is being trained elsewhere, or its states are damaged.
        """
        folder = self._folder(run_id)
        lock = Lock(folder.owner, RunError)
        try:
            with self._storing(), self._training_database.writing() as db:
                reconcile(db, folder)
                row, checkpoints = table.get(db, folder), table.checkpoints(db, run_id)
                if row.run.status is Status.RUNNING or not lock.acquire(_LOCK_SECONDS):
                    raise RunError(tr("“{0}” is being trained in another window.", row.run.name))
            if row.deleted is not None:
                raise MissingRunError(tr("“{0}” was deleted in another window.", row.run.name))
            if not row.run.resumable:
                raise RunError(tr("“{0}” is {1} and cannot be resumed.", row.run.name, tr(row.run.status.shown)))
            state = latest_state(folder, row.run, checkpoints)
            if state is None and checkpoints:
                raise RunError(tr("The saved states of “{0}” are damaged: it cannot be resumed.", row.run.name))
        except BaseException:
            lock.release()
            raise
        return RunRecorder(self._training_database, folder, lock, row.run, state, resumed=True)

    def dismiss(self, run_id: str) -> None:
        """Mark an interrupted run as stopped: it is not offered again."""
        with self._database.writing() as db:
            if table.get(db, self._folder(run_id)).run.status is Status.INTERRUPTED:
                change(db, self._folder(run_id), status=Status.STOPPED)

    # -- names, notes and deleting

    def rename(self, run_id: str, name: str) -> None:
        """Give a run another name, one line of at most 200 letters.

        Raises:
            RunError: the name is empty.
        """
        if not clean_name(name):
            raise RunError(tr("A run needs a name."))
        with self._database.writing() as db:
            change(db, self._folder(run_id), name=clean_name(name))

    def annotate(self, run_id: str, note: str) -> None:
        """Set the note of a run."""
        with self._database.writing() as db:
            change(db, self._folder(run_id), note=clean_note(note))

    def delete(self, run_id: str) -> None:
        """Delete a run. ``restore`` brings it back, until ``purge``.

        Raises:
            RunError: it is being trained.
        """
        with self._database.writing() as db:
            name = table.get(db, self._folder(run_id)).run.name
            if is_held(self._folder(run_id).owner):
                raise RunError(tr("“{0}” is being trained: stop it first.", name))
            change(db, self._folder(run_id), deleted=deletion.now())

    def delete_unreadable(self) -> int:
        """Delete the runs that this version cannot read; how many there were. ``purge`` removes them for good."""
        with self._database.writing() as db:
            found = [run_id for run_id in table.get_all(db, self.folder)[1] if not is_held(self._folder(run_id).owner)]
            for run_id in found:
                table.update(db, run_id, deleted=deletion.now())
        return len(found)

    def restore(self, run_id: str) -> None:
        """Bring back a deleted run.

        Raises:
            MissingRunError: it was removed for good.
        """
        with self._database.writing() as db:
            change(db, self._folder(run_id), deleted=None)

    def purge(self, older_than: float = _DAY) -> int:
        """Remove deleted runs for good.

        Args:
            older_than: only those deleted so many seconds ago or more: another window may still offer to undo it.

        Returns:
            how many there were.
        """
        with self._database.writing() as db:
            deleted = table.select_ids(db, deletion.DELETED_BEFORE, *deletion.before(older_than))
            gone = [run_id for run_id in deleted if not is_held(self._folder(run_id).owner)]
            for run_id in gone:
                table.remove(db, run_id)
        for run_id in gone:
            self._folder(run_id).remove()
        return len(gone)

    # -- exporting and importing

    def export(self, run_id: str, path: str | Path) -> None:
        """Write a run into one file: its settings, curves and the weights that ``weights`` gives, where there are any.
        Of the data it says the kind, the name and the fingerprint.

        Raises:
            RunError: the file cannot be written; an existing one stays as it was.
            WeightsError: the weights are damaged, or those of another training.
        """
        path = Path(path)
        run = self.run(run_id)
        losses, evaluations = self.losses(run_id), self.evaluations(run_id)
        weights = self.weights(run_id) if run.has_weights else None
        # The folder of the images is private. The run may be growing while it is read.
        data = dataclasses.replace(run.data, source=run.data.source.partition(":")[0])
        run = dataclasses.replace(run, data=data, iteration=len(losses))
        evaluations = tuple(evaluation for evaluation in evaluations if evaluation.iteration <= len(losses))
        with error_context(path.name, "exported", RunError):
            write_file(path, archive.pack(run, (losses, evaluations), weights), MAX_RUN_BYTES)

    def import_(self, path: str | Path) -> Run:
        """Add a run that was exported, under a new id. All of it is checked first.

        Args:
            path: the file, or a folder with what is in one.

        Raises:
            RunError: the file is damaged, malicious, or not a run. Then nothing is imported.
        """
        path = Path(path)
        with error_context(path.name, "imported", RunError):
            if path.is_dir():
                run, curves, weights = archive.read_folder(path)
            else:
                run, curves, weights = archive.unpack(read_file(path, MAX_RUN_BYTES))
            packed_curves = curve_data.pack(*curves)
            packed_weights = None if weights is None else pack_weights(weights)
        run = dataclasses.replace(run, id=uuid.uuid4().hex)
        folder = self._folder(run.id)
        new = RunFolder(folder.path.with_name(run.id + NEW))
        try:
            with error_context(tr("“{0}”", path), "imported", RunError), self._database.writing() as db:
                new.path.mkdir(0o700)
                write_atomically(new.curves, packed_curves)
                if packed_weights is not None:
                    write_atomically(new.final, packed_weights)
                if not run.name:
                    run = dataclasses.replace(run, name=automatic_name(run, table.names(db)))
                elif run.name.startswith(run.spec.title):  # it was not named by the user
                    run = dataclasses.replace(run, name=unique(run.name, table.names(db)))
                table.write_facts(new, run)
                move(new.path, folder.path)
                table.insert(db, run, final=weights is not None)
                curve_data.replace(db, run.id, *curves)
        except BaseException:
            for made in (new.path, folder.path):
                shutil.rmtree(made, ignore_errors=True)
            raise
        return self.run(run.id)

    def _folder(self, run_id: str) -> RunFolder:
        if not is_id(run_id):
            raise RunError(tr("This is not the id of a run."))
        return RunFolder(self.folder / run_id)

    def _stored(self, run_id: str) -> tuple[table.Row, dict[int, bool]]:
        """A run and its checkpoints."""
        with self._database.reading() as db:
            return table.get(db, self._folder(run_id)), table.checkpoints(db, run_id)

    def _storing(self) -> AbstractContextManager[None]:
        return faults_as(RunError, lambda reason: tr("Runs cannot be stored in “{0}”: {1}", self.folder, reason))


def _reading_curve() -> AbstractContextManager[None]:
    return faults_as(RunError, lambda reason: tr("A curve cannot be read: {0}", reason))
