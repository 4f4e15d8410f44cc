"""The store of runs as the window uses it: what takes time is done on other threads, and deleting can be undone."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from engine.data.source import DataSource
from engine.errors import DataError, DigitLabError, RunError
from engine.runs import Run, RunStore
from engine.train.settings_file import Settings, save_settings
from engine.weights import Weights
from gui.i18n import tr
from gui.jobs import Jobs
from gui.training.runs.columns import Entry
from gui.training.runs.run_text import named


class AsyncRunStore(QObject):
    """Every method may be called at any time.

    Signals:
        listed: the entries of all runs.
        changed: the entries of some, new or not what they were.
        deleted: runs that are no longer there, until ``undo``.
        added: runs that were brought back or imported; their entries came before.
        weights: Weights, and the run that they are of.
        told: a sentence about what has been done.
        problem: a sentence about what could not be done.
        at_rest: no thread is left.
    """

    listed = Signal(object)
    changed = Signal(object)
    deleted = Signal(object)
    added = Signal(object)
    weights = Signal(object, object)
    told = Signal(str)
    problem = Signal(str)
    at_rest = Signal()

    def __init__(self, store: RunStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._jobs = Jobs(self)
        self._jobs.failed.connect(self.problem)
        self._jobs.ended.connect(self.at_rest)
        self._reading = self._read_again = False
        # What has happened since the list was begun to be read; None for what was deleted.
        self._meanwhile: dict[str, Entry | None] = {}
        self._being_deleted: set[str] = set()
        self._deleted: list[list[Run]] = []

    @property
    def busy(self) -> bool:
        """Whether there is a thread. To close the window, wait for ``at_rest``."""
        return self._jobs.busy

    @property
    def last_deleted(self) -> list[Run]:
        """What ``undo`` would bring back."""
        return self._deleted[-1] if self._deleted else []

    # -- reading

    @Slot()
    def refresh(self) -> None:
        """Read the whole list: of thousands of runs that takes a second."""
        if self._reading:
            self._read_again = True
            return
        self._reading = True
        self._meanwhile = {}
        self._jobs.start(lambda: [Entry.of(run) for run in self._store.runs()], self._list, self._has_read)

    def refresh_run(self, run_id: str) -> None:
        """Read one run, new or not: that takes no time."""
        try:
            self._put([Entry.of(self._store.run(run_id))])
        except DigitLabError as error:
            self.problem.emit(str(error))

    def _list(self, entries: list[Entry]) -> None:
        found = {entry.run.id: entry for entry in entries} | self._meanwhile
        self.listed.emit([entry for entry in found.values() if entry is not None])

    def _has_read(self) -> None:
        self._reading = False
        if self._read_again:
            self._read_again = False
            self.refresh()

    def _put(self, entries: list[Entry]) -> None:
        self._meanwhile |= {entry.run.id: entry for entry in entries}
        self.changed.emit(entries)

    # -- a person's words

    @Slot(str, str)
    def rename(self, run_id: str, name: str) -> None:
        """Give a run another name."""
        self._write(self._store.rename, run_id, name)

    @Slot(str, str)
    def annotate(self, run_id: str, note: str) -> None:
        """Write something about a run."""
        self._write(self._store.annotate, run_id, note)

    def _write(self, write: Callable[[str, str], object], run_id: str, words: str) -> None:
        try:
            write(run_id, words)
        except DigitLabError as error:
            self.problem.emit(str(error))
        self.refresh_run(run_id)

    # -- deleting

    def delete(self, runs: Sequence[Run]) -> None:
        """Delete runs; one that is being trained stays."""
        runs = [run for run in runs if run.id not in self._being_deleted]
        if not runs:
            return
        ids = {run.id for run in runs}
        self._being_deleted |= ids

        def work() -> tuple[list[Run], list[str]]:
            gone, problems = [], []
            for run in runs:
                try:
                    self._store.delete(run.id)
                    gone.append(run)
                except RunError as error:
                    problems.append(str(error))
            return gone, problems

        self._jobs.start(work, self._has_deleted, lambda: self._being_deleted.difference_update(ids))

    def _has_deleted(self, result: tuple[list[Run], list[str]]) -> None:
        gone, problems = result
        if gone:
            self._meanwhile |= dict.fromkeys(run.id for run in gone)
            self._deleted.append(gone)
            self.deleted.emit(gone)
        if problems:
            self.problem.emit(problems[0])

    @Slot()
    def undo(self) -> None:
        """Bring back what was deleted last, if there is anything."""
        if not self._deleted:
            return
        runs = self._deleted.pop()

        def work() -> list[Entry]:
            for run in runs:
                self._store.restore(run.id)
            return [Entry.of(self._store.run(run.id)) for run in runs]

        def then(entries: list[Entry]) -> None:
            self._put(entries)
            self.added.emit([entry.run for entry in entries])

        self._jobs.start(work, then)

    # -- weights and files

    def use(self, run: Run) -> None:
        """Load the weights of a run."""

        def then(weights: Weights) -> None:
            self.weights.emit(weights, run)

        self._jobs.start(lambda: self._store.weights(run.id), then)

    def export(self, run: Run, path: Path) -> None:
        """Write a run into a file."""
        done = tr("“{0}” is in “{1}” now.", run.name, path.name)
        self._jobs.start(lambda: self._store.export(run.id, path), lambda _: self.told.emit(done))

    def export_settings(self, run: Run, path: Path) -> None:
        """Write the settings of a run into a file."""
        try:
            settings = Settings(run.spec, run.config, DataSource.of(run.data.source))
        except DataError:
            # An imported run does not say where its pictures were.
            sentence = tr("The settings of “{0}” cannot be exported: its pictures are on another computer.", run.name)
            self.problem.emit(sentence)
            return
        done = tr("The settings of “{0}” are in “{1}” now.", run.name, path.name)
        self._jobs.start(lambda: save_settings(path, settings), lambda _: self.told.emit(done))

    def import_(self, paths: Sequence[Path]) -> None:
        """Add the runs of files."""

        def work() -> tuple[list[Entry], list[str]]:
            entries, problems = [], []
            for path in paths:
                try:
                    entries.append(Entry.of(self._store.import_(path)))
                except DigitLabError as error:
                    problems.append(str(error))
            return entries, problems

        self._jobs.start(work, self._has_imported)

    def _has_imported(self, result: tuple[list[Entry], list[str]]) -> None:
        entries, problems = result
        if entries:
            runs = [entry.run for entry in entries]
            self._put(entries)
            self.added.emit(runs)
            self.told.emit(tr("Imported {0}.", named(runs)))
        if problems:
            self.problem.emit(problems[0])
