"""The runs, with all that can be done with them, to be put into the training tab."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from engine.runs import Run, RunStore
from gui.i18n import tr
from gui.settings import Settings
from gui.theme import Theme
from gui.training.runs import run_files
from gui.training.runs.async_run_store import AsyncRunStore
from gui.training.runs.columns import Entry
from gui.training.runs.run_actions import RunActions
from gui.training.runs.run_details import Details
from gui.training.runs.run_list import RunList
from gui.training.runs.run_text import named
from gui.training.runs.runs_model import RunsModel
from gui.training.runs.shown_runs import MOST_SHOWN, ShownRun
from gui.training.runs.splitter import RunsSplitter
from gui.training.runs.undo_bar import UndoBar
from gui.widgets.cards import ActionButton, fill_card
from gui.widgets.keyboard_navigation import OwnKeys
from gui.widgets.placeholder import centred

_MINUTE_MS = 60_000
_Standard = QKeySequence.StandardKey


class RunsPanel(OwnKeys, QWidget):
    """Keys, where the focus is in it: undo brings back what was deleted, find goes to the filter. See ``RunsTable``.

    Signals:
        use_weights: Weights to read drawings with, and the Run that they are of.
        train_again: the Run whose settings are to be in the form.
        go_on: the Run to go on with.
        show_mistakes: the Run whose mistakes are to be shown.
        shown_changed: a list of ShownRun: the runs in the plots are other ones, or they have grown.
        listed: a list of all Runs, each time that the whole list was read.
        problem: a sentence about what could not be done.
        at_rest: no thread is left.
    """

    use_weights = Signal(object, object)
    train_again = Signal(object)
    go_on = Signal(object)
    show_mistakes = Signal(object)
    shown_changed = Signal(object)
    listed = Signal(object)
    problem = Signal(str)
    at_rest = Signal()

    def __init__(self, store: RunStore, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("runs-panel")
        self.setAccessibleName(tr("Runs"))
        self._settings = settings
        self._read = False
        # What is to be in the plots again when it is brought back.
        self._were_shown: set[str] = set()
        self._shelf = AsyncRunStore(store, self)
        self.model = RunsModel(self)
        self.actions_ = RunActions(self)
        self.list = RunList(self.model, self.actions_, settings, theme)
        self.details = Details(theme)
        self.bar = UndoBar(theme)
        self._lay_out()
        self._connect()
        # "Just now" does not stay true.
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self.model.tell_time)
        self.refresh()

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        self._pages.addWidget(RunsSplitter(self.list, self.details, self._settings))
        self._pages.addWidget(self._empty())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.bar)

    def _empty(self) -> QWidget:
        page = QFrame()
        layout = fill_card(page)
        sentence = tr("Every training is kept here, with its curves and weights. Train a network to begin.")
        layout.addStretch()
        layout.addWidget(centred(sentence, "muted", "runs-empty"))
        layout.addSpacing(6)
        layout.addWidget(ActionButton(self.actions_.import_), 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch()
        return page

    def _connect(self) -> None:
        a, shelf = self.actions_, self._shelf
        with_one: dict[QAction, Callable[[Run], object]] = {
            a.use: shelf.use,
            a.train_again: self.train_again.emit,
            a.go_on: self.go_on.emit,
            a.mistakes: self.show_mistakes.emit,
            a.export: self._export,
            a.export_settings: self._export_settings,
        }
        for action, do in with_one.items():
            action.triggered.connect(lambda _=False, do=do: do(self.list.selected[0]))
        a.import_.triggered.connect(self._import)
        a.delete.triggered.connect(lambda: shelf.delete(self.list.selected))
        shelf.listed.connect(self._list)
        shelf.changed.connect(self._change)
        shelf.deleted.connect(self._has_deleted)
        shelf.added.connect(self._has_added)
        shelf.weights.connect(self.use_weights)
        shelf.told.connect(self.bar.say)
        shelf.problem.connect(self.problem)
        shelf.at_rest.connect(self.at_rest)
        self.model.renamed.connect(shelf.rename)
        self.model.shown_changed.connect(self._tell_shown)
        self.model.too_many.connect(self._tell_too_many)
        self.list.current_changed.connect(self._show_current)
        self.details.note.written.connect(shelf.annotate)
        self.bar.undo_wanted.connect(shelf.undo)

    # -- what the window asks for

    @property
    def busy(self) -> bool:
        """Whether there is a thread. To close the window, wait for ``at_rest``."""
        return self._shelf.busy

    @property
    def shown(self) -> list[ShownRun]:
        """The runs in the plots."""
        return self.model.shown

    @Slot()
    def refresh(self) -> None:
        """Read the list again. What is selected and what is being written stays."""
        self._shelf.refresh()

    @Slot(str)
    def refresh_run(self, run_id: str) -> None:
        """Read one run again, or for the first time: cheap enough for every second of a training."""
        self._shelf.refresh_run(run_id)

    @Slot(bool)
    def lock(self, locked: bool) -> None:
        """While a network is trained, no other can be used, gone on with or put into the form."""
        self.list.lock(locked)

    def show_in_plots(self, run_id: str, shown: bool = True) -> None:
        """Show a run in the plots, or hide it."""
        self.model.show_run(run_id, shown)

    def select(self, runs: Sequence[Run]) -> None:
        """Select these runs and go to the first of them."""
        self.list.select(runs)

    # -- what the shelf tells

    @Slot(object)
    def _list(self, entries: list[Entry]) -> None:
        self._read = True
        self.model.replace(entries)
        self._look()
        self.listed.emit(self.model.runs)

    @Slot(object)
    def _change(self, entries: list[Entry]) -> None:
        self.model.put(entries)
        self._look()

    @Slot(object)
    def _has_deleted(self, runs: list[Run]) -> None:
        ids = {run.id for run in runs}
        self._were_shown |= ids & {each.run.id for each in self.shown}
        self.model.remove(ids)
        self._look()
        self.list.choose()
        self._tell_deleted()
        if not self.model.rowCount():
            # The focus would go with the table, and undo by a key with it.
            self.bar.undo.setFocus()

    @Slot(object)
    def _has_added(self, runs: list[Run]) -> None:
        for run in runs:
            if run.id in self._were_shown:
                self._were_shown.discard(run.id)
                self.model.show_run(run.id, True)
        self.list.select(runs)
        self._tell_deleted()

    def _look(self) -> None:
        self._pages.setCurrentIndex(int(self._read and not self.model.rowCount()))
        self.list.look()

    def _tell_deleted(self) -> None:
        runs = self._shelf.last_deleted
        self.bar.say(tr("Deleted {0}.", named(runs)) if runs else "", undo=True)

    # -- what the list tells

    @Slot()
    def _show_current(self) -> None:
        self.details.show_run(self.list.current)

    @Slot()
    def _tell_shown(self) -> None:
        self.details.show_comparison(self.shown)
        self.shown_changed.emit(self.shown)

    @Slot()
    def _tell_too_many(self) -> None:
        self.bar.say(tr("At most {0} runs can be in the plots at once: hide one first.", MOST_SHOWN))

    # -- files

    def _export(self, run: Run) -> None:
        path = run_files.ask_where(self, self._settings, run.name, run_files.RUN)
        if path is not None:
            self._shelf.export(run, path)

    def _export_settings(self, run: Run) -> None:
        path = run_files.ask_where(self, self._settings, run.name, run_files.SETTINGS)
        if path is not None:
            self._shelf.export_settings(run, path)

    @Slot()
    def _import(self) -> None:
        paths = run_files.ask_which(self, self._settings)
        if paths:
            self._shelf.import_(paths)

    # -- keys, and being seen

    def _meaning(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does where the focus is; the table and the fields have taken theirs.

        The window would undo a stroke of the drawing, or clear it.
        """
        if event.matches(_Standard.Undo):
            return self._shelf.undo
        if event.matches(_Standard.Find):
            return self.list.search.setFocus
        if event.key() == Qt.Key.Key_Escape and self.list.search.hasFocus() and self.list.search.text():
            return self.list.search.clear
        if event.matches(_Standard.Redo) or event.matches(_Standard.Delete) or event.key() == Qt.Key.Key_Backspace:
            return lambda: None
        return None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.tell_time()
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minute.stop()
