"""The page of the runs: the list, the details, and a message line with undo."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QFrame, QStackedWidget, QWidget

from engine.i18n import tr, tr_n
from engine.paths import home_folder
from engine.runs import Run, RunStore
from gui.file_dialogs import ask_where_to_save
from gui.settings import Settings
from gui.theme import Theme
from gui.training.runs.async_run_store import AsyncRunStore
from gui.training.runs.columns import Entry
from gui.training.runs.details_card import Details, RunsSplitter
from gui.training.runs.filterable_list import RunList
from gui.training.runs.formatting import name_or_count
from gui.training.runs.list_model import RUN_COLOURS, RunsModel
from gui.training.runs.row_actions import RunActions
from gui.widgets.cards import ActionButton, ElidedLabel, button, column, fill_card
from gui.widgets.keyboard_navigation import OwnKeys
from gui.widgets.notice import MessageBar, close_button
from gui.widgets.placeholder import centred

_MINUTE_MS = 60_000
_FOLDER_KEY = "runs/folder"
_MAX_FILE_NAME = 80
_Standard = QKeySequence.StandardKey


class RunsPanel(OwnKeys, QWidget):
    """Keys, where the focus is in it: undo restores what was deleted, find goes to the filter. See ``RunsTable``.

    Signals:
        use_weights: Weights to predict drawings with, and the Run that they are of.
        train_again: the Run whose settings are to be in the form.
        resume: the Run to resume.
        show_errors, show_layers: the Run whose errors or layers are to be shown.
        shown_changed: a list of ShownRun: the runs in the plots are other ones, or have changed.
        listed: a list of all Runs, each time that the whole list was read.
        deleted: a list of Runs that were deleted.
        problem: what could not be done, as a sentence.
        ended: no thread is left.

    Attributes:
        refresh, refresh_run, dismiss, cancel_loading: of ``AsyncRunStore``. The selection and what is edited stay.
        lock: of ``RunList``.
    """

    train_again = Signal(object)
    resume = Signal(object)
    show_errors = Signal(object)
    show_layers = Signal(object)
    shown_changed = Signal(object)
    listed = Signal(object)

    def __init__(self, store: RunStore, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("runs-panel")
        self.setAccessibleName(tr("Runs"))
        self._settings = settings
        self._has_list = False
        # Runs that cannot be read, as last reported.
        self._unreadable = 0
        # Deleted runs that were in the plots: they are shown again when they are restored.
        self._shown_before: set[str] = set()
        self._store = AsyncRunStore(store, self)
        self.refresh, self.refresh_run = self._store.refresh, self._store.refresh_run
        self.dismiss, self.use_weights = self._store.dismiss, self._store.weights_loaded
        self.problem, self.deleted, self.ended = self._store.failed, self._store.deleted, self._store.ended
        self.cancel_loading = self._store.cancel_loading
        self.model = RunsModel(self)
        self.run_actions = RunActions(self)
        self.list = RunList(self.model, self.run_actions, settings, theme)
        self.lock = self.list.lock
        self.details = Details(theme)
        self.undo = button(tr("Undo"), "runs-undo", self._store.undo)
        self.undo.setToolTip(tr("Restore what was deleted (Ctrl+Z)"))
        self.message_bar = MessageBar(
            "runs-message", ElidedLabel(), self.undo, close_button(lambda: self.message_bar.hide())
        )
        delete = button(tr("Delete"), "delete-unreadable", self._store.delete_unreadable)
        delete.setToolTip(tr("Delete the runs that cannot be read. This cannot be undone."))
        self.unreadable_bar = MessageBar(
            "runs-unreadable", ElidedLabel(), delete, close_button(lambda: self.unreadable_bar.hide())
        )
        sentence = tr("Every training is kept here, with its curves and weights. Train a network to start.")
        words = centred(sentence, "muted", "runs-empty")
        import_button = (ActionButton(self.run_actions.import_), 0, Qt.AlignmentFlag.AlignCenter)
        empty = QFrame()
        fill_card(empty).addLayout(column(None, words, import_button, None, spacing=14))
        self._pages = QStackedWidget()
        self._pages.addWidget(RunsSplitter(self.list, self.details, settings, theme))
        self._pages.addWidget(empty)
        self.setLayout(column((self._pages, 1), self.unreadable_bar, self.message_bar))
        self._connect()
        timer = QTimer(self, interval=_MINUTE_MS)
        timer.timeout.connect(self.model.update_times)
        timer.start()
        self._store.refresh()

    def _connect(self) -> None:
        a, store, model = self.run_actions, self._store, self.model
        with_one: dict[QAction, Callable[[Run], object]] = {
            a.use: store.load_weights,
            a.train_again: self.train_again.emit,
            a.resume: self.resume.emit,
            a.errors: self.show_errors.emit,
            a.layers: self.show_layers.emit,
            a.export: self._export,
            a.export_settings: self._export_settings,
        }
        for action, do in with_one.items():
            action.triggered.connect(lambda _=False, do=do: do(self.list.table.selected[0]))
        a.import_.triggered.connect(self._import)
        a.delete.triggered.connect(lambda: store.delete(self.list.table.selected))
        store.listed.connect(self._on_listed)
        store.changed.connect(self._on_changed)
        store.deleted.connect(self._on_deleted)
        store.added.connect(self._on_added)
        store.done.connect(self._show_message)
        model.renamed.connect(store.rename)
        model.renamed.connect(self._update)
        model.shown_changed.connect(lambda: self.details.show_comparison(model.shown))
        model.shown_changed.connect(lambda: self.shown_changed.emit(model.shown))
        too_many = tr("At most {0} runs can be in the plots at once: hide one first.", len(RUN_COLOURS))
        model.too_many.connect(lambda: self._show_message(too_many))
        self.list.current_changed.connect(lambda: self.details.show_run(self.list.table.current))
        self.details.note.edited.connect(store.annotate)

    @property
    def busy(self) -> bool:
        """Whether there is a thread. Before the window closes: ``store_typed``, and wait for ``ended``."""
        return self._store.busy

    @property
    def not_stored(self) -> set[tuple[str, str, str]]:
        """See ``AsyncRunStore``."""
        return self._store.not_stored

    def store_typed(self, again: bool) -> None:
        """Store the name and the note that are being typed; with ``again`` also what could not be stored before."""
        if again:
            self._store.try_again()
        # An input method may hold the last letters.
        QGuiApplication.inputMethod().commit()
        self.list.table.end_renaming()
        self.details.note.save()

    # -- signals of the store

    @Slot(object, int)
    def _on_listed(self, entries: list[Entry], unreadable: int) -> None:
        self._has_list = True
        self._show_unreadable(unreadable)
        self.model.replace(entries)
        self._update()
        self.listed.emit(self.model.runs)

    @Slot(object)
    def _on_changed(self, entries: list[Entry]) -> None:
        self.model.put(entries)
        self._update()

    @Slot(object)
    def _on_deleted(self, runs: list[Run]) -> None:
        ids = {run.id for run in runs}
        self._shown_before |= ids & {each.run.id for each in self.model.shown}
        self.model.remove(ids)
        self._update()
        self.list.select_current()
        self._show_deleted()
        if not self.model.rowCount():
            # Otherwise the focus would leave the panel with the table, and the undo key with it.
            self.undo.setFocus()

    @Slot(object)
    def _on_added(self, runs: list[Run]) -> None:
        for run_id in self._shown_before & {run.id for run in runs}:
            self.model.show_run(run_id, True)
            self._shown_before.discard(run_id)
        self.list.select(runs)
        self._show_deleted()

    def _update(self) -> None:
        self._pages.setCurrentIndex(int(self._has_list and not self.model.rowCount()))
        self.list.update_selection()

    def _show_unreadable(self, count: int) -> None:
        """Say that runs cannot be read, once for each number of them."""
        if count != self._unreadable:
            self._unreadable = count
            sentence = tr_n(
                "%n run(s) cannot be read, and (is/are) not shown: damaged, or of a newer version of Digit Lab.",
                None,
                count,
            )
            self.unreadable_bar.show_message(sentence if count else "")

    def _show_deleted(self) -> None:
        runs = self._store.last_deleted
        self._show_message(tr("Deleted {0}.", name_or_count(runs)) if runs else "", undo=True)

    @Slot(str)
    def _show_message(self, sentence: str, undo: bool = False) -> None:
        """Show what was done, with a button if it can be undone."""
        self.undo.setVisible(undo)
        self.message_bar.show_message(sentence)

    # -- files

    def _export(self, run: Run) -> None:
        # The longer ending tells file managers that this archive is opened by this program.
        path = self._ask_where(tr("Export the run"), {tr("Training runs (*.zip)"): "run.zip"}, run)
        if path is not None:
            self._store.export(run, path)

    def _export_settings(self, run: Run) -> None:
        path = self._ask_where(tr("Export the settings"), {tr("Settings (*.toml)"): "toml"}, run)
        if path is not None:
            self._store.export_settings(run, path)

    def _ask_where(self, title: str, kinds: dict[str, str], run: Run) -> Path | None:
        path = ask_where_to_save(self, title, self._folder, file_name(run.name), kinds)
        if path is not None:
            self._settings.keep(_FOLDER_KEY, str(path.parent))
        return path

    @Slot()
    def _import(self) -> None:
        kinds = tr("Training runs (*.zip)") + ";;" + tr("All files (*)")
        files, _ = QFileDialog.getOpenFileNames(self, tr("Import runs"), self._folder, kinds)
        if files:
            self.import_files([Path(file) for file in files])

    def import_files(self, files: Sequence[Path]) -> None:
        """Add the runs of files."""
        self._settings.keep(_FOLDER_KEY, str(files[0].parent))
        self._store.import_(files)

    @property
    def _folder(self) -> str:
        return self._settings.text(_FOLDER_KEY, str(home_folder()))

    # -- keys

    def _meaning(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does where neither the table nor a field has handled it.

        The window would undo a stroke of the drawing, or delete the drawing.
        """
        if event.matches(_Standard.Undo):
            return self._store.undo
        if event.matches(_Standard.Find):
            return self.list.search.setFocus
        if event.key() == Qt.Key.Key_Escape and self.list.search.hasFocus() and self.list.search.text():
            return self.list.search.clear
        if event.matches(_Standard.Redo) or event.matches(_Standard.Delete) or event.key() == Qt.Key.Key_Backspace:
            return lambda: None
        return None


def file_name(name: str) -> str:
    """A run's name without what some system refuses in a file's name."""
    kept = re.sub(r'[\x00-\x1f<>:"/\\|?*]+', "-", name)[:_MAX_FILE_NAME]
    return kept.strip(" .-") or tr("run")
