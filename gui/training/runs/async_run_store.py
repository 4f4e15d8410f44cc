"""The store of runs as the window uses it: on other threads, and with undo of deletions."""

import contextlib
import dataclasses
import logging
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine.errors import DataError, DigitLabError, RunError
from engine.i18n import tr, tr_n
from engine.io.checked_file import printable
from engine.runs import MissingRunError, Run, RunStore
from engine.train.settings_file import Settings, save_settings
from gui.task import Task, TaskGroup
from gui.training.runs.columns import Entry
from gui.training.runs.formatting import name_or_count

_log = logging.getLogger("digitlab")
# A name or a note that could not be stored is stored again and again: for three minutes.
_AGAIN_MS, _MOST_TRIES = 3_000, 60

T = TypeVar("T")
R = TypeVar("R")


class AsyncRunStore(TaskGroup):
    """Every method returns at once. What reads or changes runs is done in the order of the calls.

    A name or a note that cannot be stored, because another program is busy or the disk is full, is not lost: the runs
    are given out with it, and it is tried again.

    Signals (see also ``TaskGroup``):
        listed: the entries of all runs, and how many others cannot be read.
        changed: the entries of some runs that are new or have changed.
        deleted: a list of runs that were deleted, or could not be restored.
        added: a list of runs that were restored or imported, after ``changed``.
        weights_loaded: the Weights of a run, and the Run.
        done: what was done, as a sentence.
    """

    listed = Signal(object, int)
    changed = Signal(object)
    deleted = Signal(object)
    added = Signal(object)
    weights_loaded = Signal(object, object)
    done = Signal(str)
    _missing = Signal()

    def __init__(self, store: RunStore, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        # Work, callback, and the id of the run that the work changes, or ""; the first one is being done.
        self._queue: deque[tuple[Callable[[], Any], Callable[[Any], object], str]] = deque()
        self._loading: Task | None = None
        self._deleted: list[list[Run]] = []
        # Those whose entry cannot be made: they count as runs that cannot be read.
        self._without_entry: list[Run] = []
        # By run and column: what was typed and is not stored yet, and how often that was tried.
        self._typed: dict[tuple[str, str], tuple[str, int]] = {}
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self.try_again)
        # From the thread of the work.
        self._missing.connect(self.refresh)

    @property
    def not_stored(self) -> set[tuple[str, str, str]]:
        """What was typed and is not stored yet: the id of the run, "name" or "note", and the text."""
        return {(*where, text) for where, (text, _) in self._typed.items()}

    @property
    def last_deleted(self) -> list[Run]:
        """What ``undo`` would restore."""
        return self._deleted[-1] if self._deleted else []

    def _enqueue(
        self, work: Callable[[], T], on_done: Callable[[T], object] = lambda result: None, changes: str = ""
    ) -> None:
        """Run this after all earlier calls: no earlier state of a run arrives after a later one."""
        self._queue.append((work, on_done, changes))
        if len(self._queue) == 1:
            self._start_next()

    def _start_next(self) -> None:
        work, on_done, _ = self._queue[0]
        self._start(work, on_done, on_end=self._next)

    def _start(
        self, work: Callable[[], T], on_done: Callable[[T], object], on_end: Callable[[], object] = lambda: None
    ) -> Task:
        def on_thread(task: Task) -> T:
            with self._noticing():
                return work()

        return self.start(on_thread, on_done, on_end=on_end)

    @contextlib.contextmanager
    def _noticing(self) -> Iterator[None]:
        """A run that is missing was deleted for good by another program: read the list again."""
        try:
            yield
        except MissingRunError:
            self._missing.emit()
            raise

    def _next(self) -> None:
        self._queue.popleft()
        if self._queue:
            self._start_next()

    def _enqueue_each(
        self,
        do: Callable[[T], R],
        items: Iterable[T],
        on_done: Callable[[list[R]], object],
        on_failed: Callable[[list[T]], object] = lambda items: None,
    ) -> None:
        """Do the same with several things; one that fails does not stop the others.

        Args:
            on_done: gets the results, if there are any.
            on_failed: called before, if any failed, with those that can be tried again.
        """
        results: list[R] = []
        problems: list[str] = []
        again: list[T] = []

        def work() -> None:
            for item in items:
                try:
                    with self._noticing():
                        results.append(do(item))
                except DigitLabError as error:
                    problems.append(str(error))
                    if not isinstance(error, MissingRunError):
                        again.append(item)

        def deliver(_: None) -> None:
            if problems:
                on_failed(again)
            if results:
                on_done(results)
            if problems:
                self.failed.emit(problems[0])

        self._enqueue(work, deliver)

    # -- reading and writing

    @Slot()
    def refresh(self) -> None:
        """Read the whole list: thousands of runs take a second."""
        # A call that waits will see all that this one would see.
        if not any(work == self._read_all for work, *_ in list(self._queue)[1:]):
            self._enqueue(self._read_all, self._deliver_all)

    def _will_change(self, run_id: str) -> bool:
        """Whether a change waits: what was read before it is out of date, and is read again after it."""
        return any(changes == run_id for *_, changes in self._queue)

    def _deliver_all(self, found: tuple[list[Entry], int, str]) -> None:
        *listed, details = found
        if details:
            # Not on the task's thread: logging would keep a record of that thread.
            _log.error("A run cannot be listed.\n%s", details)
        if any(changes for *_, changes in self._queue):
            # Some of it is out of date already: read again after the changes.
            self.refresh()
        else:
            self.listed.emit(*listed)

    def _read_all(self) -> tuple[list[Entry], int, str]:
        """The entries of all runs, how many others there are, and the traceback of the last of those, or ""."""
        entries, without, details = [], [], ""
        for run in self._store.runs():
            try:
                entries.append(self._entry(run))
            except MemoryError:
                raise
            except Exception:  # noqa: BLE001 - whatever it is, it hides no other run
                without.append(run)
                details = traceback.format_exc()
        self._without_entry = without
        return entries, self._store.unreadable + len(without), details

    def _entry(self, run: Run) -> Entry:
        """Of a run, with what was typed."""
        typed = {column: text for (run_id, column), (text, _) in list(self._typed.items()) if run_id == run.id}
        return Entry.of(dataclasses.replace(run, **typed))  # type: ignore[arg-type] # "name" and "note"

    @Slot(str)
    def refresh_run(self, run_id: str) -> None:
        """Read one run, new or not: fast enough for every second of a training."""

        def deliver(entry: Entry) -> None:
            # The store has deleted runs, too.
            if not self._is_deleted(entry.run) and not self._will_change(run_id):
                self.changed.emit([entry])

        self._enqueue(lambda: self._entry(self._store.run(run_id)), deliver)

    @Slot(str, str)
    def rename(self, run_id: str, name: str) -> None:
        """Give a run another name."""
        self._store_typed(run_id, "name", name)

    @Slot(str, str)
    def annotate(self, run_id: str, note: str) -> None:
        """Write a note about a run."""
        self._store_typed(run_id, "note", note)

    def _store_typed(self, run_id: str, column: str, text: str, tries: int = 0) -> None:
        self._typed[run_id, column] = text, tries

        def work() -> str:
            try:
                self._change(run_id, column, text)
            except MissingRunError:
                # ``refresh_run`` says so: there is nothing to try again.
                return ""
            except DigitLabError as error:
                return str(error)
            return ""

        def done(problem: str) -> None:
            if self._typed.get((run_id, column)) != (text, tries):
                return  # something else has been typed
            if not problem:
                del self._typed[run_id, column]
            elif tries < _MOST_TRIES:
                self._typed[run_id, column] = text, tries + 1
                self._again.start()
                if not tries:
                    self.failed.emit(tr("{0} What you typed is kept, and stored as soon as that is possible.", problem))

        self._enqueue(work, done, changes=run_id)
        self.refresh_run(run_id)

    def _change(self, run_id: str, column: str, text: str) -> None:
        (self._store.rename if column == "name" else self._store.annotate)(run_id, text)

    @Slot()
    def _close(self) -> None:
        super()._close()
        # The last try. No window waits for it any more.
        for (run_id, column), (text, _) in self._typed.items():
            with contextlib.suppress(DigitLabError):
                self._change(run_id, column, text)

    @Slot()
    def try_again(self) -> None:
        """Store what was typed and could not be stored before; what is being tried already is not tried twice."""
        waiting = {changes for *_, changes in self._queue}
        for (run_id, column), (text, tries) in list(self._typed.items()):
            if run_id in waiting:
                self._again.start()
            else:
                self._store_typed(run_id, column, text, tries)

    @Slot(object)
    def dismiss(self, run: Run) -> None:
        """Do not offer an interrupted run again: it counts as stopped."""
        self._enqueue(lambda: self._store.dismiss(run.id), changes=run.id)
        self.refresh_run(run.id)

    def delete(self, runs: Sequence[Run]) -> None:
        """Delete runs; one that is being trained stays."""

        def delete(run: Run) -> Run:
            self._store.delete(run.id)
            return run

        self._enqueue_each(delete, runs, self._on_deleted)

    def delete_unreadable(self) -> None:
        """Delete the runs that this version cannot read or list."""

        def delete() -> int:
            deleted = self._store.delete_unreadable()
            for run in self._without_entry:
                # One that is being trained stays.
                with contextlib.suppress(RunError):
                    self._store.delete(run.id)
                    deleted += 1
            return deleted

        def deleted(count: int) -> None:
            self.done.emit(tr_n("Deleted %n run(s).", None, count))

        self._enqueue(delete, deleted)
        self.refresh()

    def _on_deleted(self, runs: list[Run]) -> None:
        # A second call may have come before the first was done.
        new = [run for run in runs if not self._is_deleted(run)]
        if new:
            self._deleted.append(new)
            self.deleted.emit(new)

    def _is_deleted(self, run: Run) -> bool:
        return any(run.id == each.id for group in self._deleted for each in group)

    @Slot()
    def undo(self) -> None:
        """Restore what was deleted last, if there is anything. What cannot be restored now can be tried again."""
        if not self._deleted:
            return
        runs, place = self._deleted.pop(), len(self._deleted)

        def restore(run: Run) -> Entry:
            self._store.restore(run.id)
            return Entry.of(self._store.run(run.id))

        def put_back(failed: list[Run]) -> None:
            if failed:
                self._deleted.insert(place, failed)
            self.deleted.emit(failed)

        self._enqueue_each(restore, runs, self._on_added, put_back)

    def import_(self, paths: Sequence[Path]) -> None:
        """Add the runs of files."""

        def on_done(entries: list[Entry]) -> None:
            self._on_added(entries)
            self.done.emit(tr("Imported {0}.", name_or_count([entry.run for entry in entries])))

        self._enqueue_each(lambda path: Entry.of(self._store.import_(path)), paths, on_done)

    def _on_added(self, entries: list[Entry]) -> None:
        self.changed.emit(entries)
        self.added.emit([entry.run for entry in entries])

    # -- weights and files

    def load_weights(self, run: Run) -> None:
        """Load the weights of a run, instead of those that are still being loaded."""
        self.cancel_loading()
        self._loading = self._start(
            lambda: self._store.weights(run.id), lambda weights: self.weights_loaded.emit(weights, run)
        )

    @Slot()
    def cancel_loading(self) -> None:
        """Load no weights."""
        if self._loading is not None:
            self._loading.cancel()

    def export(self, run: Run, path: Path) -> None:
        """Write a run into a file."""
        done = tr("Exported “{0}” to “{1}”.", run.name, printable(path.name))
        self._start(lambda: self._store.export(run.id, path), lambda _: self.done.emit(done))

    def export_settings(self, run: Run, path: Path) -> None:
        """Write the settings of a run into a file."""
        try:
            settings = Settings(run.spec, run.config, run.image_source)
        except DataError:
            # An imported run does not say where its images were.
            sentence = tr("The settings of “{0}” cannot be exported: its images are on another computer.", run.name)
            self.failed.emit(sentence)
            return
        done = tr("Exported the settings of “{0}” to “{1}”.", run.name, printable(path.name))
        self.start(lambda task: save_settings(path, settings), lambda _: self.done.emit(done))
