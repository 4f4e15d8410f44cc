"""The pages beside the settings: the curves, the runs, the errors of a run, and the data."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QTabWidget, QWidget

from engine.i18n import comma_list, tr
from engine.io.checked_file import printable
from engine.runs import Checkpoint, Run, RunStore
from engine.train.events import LayerStatistics
from gui.current_network import CurrentNetwork
from gui.settings import Settings
from gui.task import Task, TaskGroup
from gui.theme import Theme
from gui.training.curves.curves_view import Curves
from gui.training.curves.training_history import TrainingHistory
from gui.training.data.overview import DataOverview
from gui.training.errors.errors_page import ErrorsPage
from gui.training.errors.run_errors import RunErrors
from gui.training.map.map_page import MapPage
from gui.training.runs.list_model import ShownRun
from gui.training.runs.runs_panel import RunsPanel
from gui.training.statistics.stored_statistics import StoredStatistics
from gui.training.watched_training import WatchedTraining
from gui.widgets.form_controls import scroll
from gui.widgets.lazy_page import LazyPage
from gui.window.tab_bar import TabBar

if TYPE_CHECKING:
    from gui.training.statistics.layers_page import LayerHistoryPage
    from gui.training.step.step_page import StepPage

# Before the errors.
_RUNS_AT = 4


class Pages(QTabWidget):
    """Connects its pages with each other.

    Signals:
        problem: what could not be done, in a sentence.
        ended: a thread of a page is gone; ``busy`` says whether another one runs.
        data_opened: the page of the data is in front.

    Attributes:
        curves, map, errors, data: the pages. runs: None until ``add_runs``.
        step, layers: are made when they are first opened.
    """

    problem = Signal(str)
    ended = Signal()
    data_opened = Signal()

    def __init__(self, network: CurrentNetwork, settings: Settings, theme: Theme, training: WatchedTraining) -> None:
        super().__init__()
        self.setObjectName("train-pages")
        self.setTabBar(TabBar())
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self._store: RunStore | None = None
        self._settings, self._theme = settings, theme
        # Files of runs that wait until runs can be stored, and whether it is known that they cannot.
        self._to_import: list[Path] = []
        self._refused = False
        # The run of the curves, also when it has ended: they show it anyway.
        self._watched = ""
        self._others: Sequence[ShownRun] = []
        self._training = training
        self._overlay_tasks = TaskGroup(self)
        self._layers_tasks, self._earlier_layers = StoredStatistics(self), StoredStatistics(self)
        # The run whose layers are being computed, or were until it was cancelled; and the same for ``resumed_at``.
        self._layers_run: Run | None = None
        self._resumed_at = 0
        self.curves = Curves(theme, settings)
        self.errors = ErrorsPage(theme)
        self._run_errors = RunErrors(self.errors, self)
        self.data = DataOverview(theme)
        self.step: LazyPage[StepPage] = LazyPage(partial(_make_step, training, theme))
        self.layers: LazyPage[LayerHistoryPage] = LazyPage(partial(_make_layers, training, theme))
        self.map = MapPage(network, theme)
        self.addTab(self.curves, tr("Curves"))
        self.addTab(_scrolling(self.step), tr("Step"))
        self.addTab(self.layers, tr("Layers"))
        self.addTab(_scrolling(self.map), tr("Map"))
        self.runs: RunsPanel | None = None
        self.addTab(_scrolling(self.errors), tr("Errors"))
        self.addTab(_scrolling(self.data), tr("Data"))
        self.currentChanged.connect(self._make)
        self.currentChanged.connect(self._show_latest_errors)
        self.currentChanged.connect(self._show_earlier_layers)
        training.began.connect(self._forget_earlier_layers)
        self.curves.problem.connect(self.problem)
        self._overlay_tasks.failed.connect(self._fail)
        self._run_errors.problem.connect(self._fail)
        self._workers: list[ErrorsPage | RunsPanel | MapPage | TaskGroup] = [
            *(self.map, self.errors, self._overlay_tasks, self._run_errors),
            *(self._layers_tasks, self._earlier_layers, self.curves.exporter),
        ]
        for each in self._workers:
            each.ended.connect(self.ended)

    def open(self, page: QWidget) -> None:
        """Go to one of the pages."""
        for i in range(self.count()):
            tab = self.widget(i)
            if tab is not None and (tab is page or tab.isAncestorOf(page)):
                self.setCurrentIndex(i)

    @Slot()
    def _make(self) -> None:
        """Make the page in front if it is not made yet; the page of the data needs them."""
        for page in (self.step, self.layers):
            if self.currentWidget() is page or self.currentWidget().isAncestorOf(page):
                page.make()
        if self.currentWidget() is self.data or self.currentWidget().isAncestorOf(self.data):
            self.data_opened.emit()

    @property
    def busy(self) -> bool:
        """Whether a thread of a page runs. To close the window: ``shut_down``, and wait for ``ended``."""
        return any(each.busy for each in self._workers)

    def shut_down(self) -> None:
        """End what can be ended. Files are still written."""
        self.map.shut_down()
        self.errors.shut_down()
        self._overlay_tasks.cancel()
        self._run_errors.cancel()
        self._layers_tasks.cancel()
        self._earlier_layers.cancel()

    def go_on(self) -> None:
        """The window stays open after ``shut_down``: start again what was cancelled."""
        self.map.go_on()
        self._run_errors.go_on()
        self._load_others()
        if self._layers_run is not None:
            self._compute_layers(self._layers_run)
        if self._resumed_at:
            self._training.resumed_at = self._resumed_at
            self._show_earlier_layers()

    # -- runs

    def add_runs(self, store: RunStore) -> RunsPanel:
        """Add the page of the runs of a store."""
        self._store = store
        self.runs = runs = RunsPanel(store, self._settings, self._theme)
        self.insertTab(_RUNS_AT, _scrolling(runs), tr("Runs"))
        runs.shown_changed.connect(self._overlay)
        runs.show_errors.connect(self.show_errors)
        runs.show_layers.connect(self.show_layers)
        runs.problem.connect(self.problem)
        runs.ended.connect(self.ended)
        self._workers.append(runs)
        if self._to_import:
            self.import_runs(self._to_import)
        return runs

    @Slot()
    def refuse_runs(self) -> None:
        """Runs cannot be stored now: say so where some are to be imported."""
        self._refused = True
        if self._to_import:
            names = comma_list(tr("“{0}”", printable(file.name)) for file in self._to_import)
            self._to_import = []
            self.problem.emit(tr("Runs cannot be stored on this computer, so {0} was not opened.", names))

    def import_runs(self, files: Sequence[Path]) -> None:
        """Add the runs of files, and go to the runs; later, if the store is still being opened."""
        if self.runs is not None:
            self.open(self.runs)
            self.runs.import_files(files)
            return
        self._to_import += files
        if self._refused:
            self.refuse_runs()

    def watch(self, run_id: str) -> None:
        """This is the run of the curves; "" where it is not stored."""
        self._watched = run_id
        if self.runs is not None:
            self.runs.model.watch(run_id)
        self.refresh_watched()
        self._show_earlier_layers()

    @Slot(str, object)
    def show_epoch(self, run_id: str, checkpoint: Checkpoint | None) -> None:
        """Mark a checkpoint in the curves, and show its errors where they are of that run; None for now."""
        self._run_errors.viewed = None if checkpoint is None else (run_id, checkpoint.iteration)
        self.curves.mark_epoch(None if checkpoint is None else checkpoint.epoch)
        self.errors.show_checkpoint(run_id, None if checkpoint is None else checkpoint.iteration)

    def refresh_watched(self) -> None:
        """The run of the curves has changed."""
        if self.runs is not None and self._watched:
            self.runs.refresh_run(self._watched)

    @Slot()
    def refresh_runs(self) -> None:
        """Something could not be done with a run: another program may have deleted it for good."""
        if self.runs is not None:
            self.runs.refresh()

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self.problem.emit(sentence)
        self.refresh_runs()

    @Slot(object)
    def _overlay(self, shown: Sequence[ShownRun]) -> None:
        assert self.runs is not None
        names = [each.run.name for each in shown if each.run.id == self._watched]
        self.curves.name_training(names[0] if names else "", self.runs.model.current_colour)
        others = [each for each in shown if each.run.id != self._watched]
        if others != self._others:
            self._others = others
            self._load_others()

    def _load_others(self) -> None:
        store, others = self._store, self._others
        self._overlay_tasks.cancel()
        if store is None or not others:
            self.curves.overlay([])
            return

        def load(task: Task) -> list[TrainingHistory]:
            found = []
            for run, colour in ((each.run, each.colour) for each in others):
                task.check()
                losses, evaluations = store.losses(run.id), store.evaluations(run.id)
                history = TrainingHistory.of_run(run.name, colour, losses, run.per_epoch, evaluations, run.config)
                found.append(history)
            return found

        self._overlay_tasks.start(load, self.curves.overlay)

    # -- errors

    @Slot()
    def _show_latest_errors(self) -> None:
        """If the page is opened and no run has been chosen, it shows the latest one."""
        if self.runs is None or not self.errors.message or not self.errors.isVisible() or self._run_errors.busy:
            return
        trained = [run for run in self.runs.model.runs if run.has_weights]
        if trained:
            self.show_errors(max(trained, key=lambda run: run.started))

    @Slot(object)
    def show_errors(self, run: Run) -> None:
        """Go to the errors of a run on its test set, which may have to be loaded first."""
        assert self._store is not None
        self._run_errors.show_run(self._store, run)
        self.open(self.errors)

    # -- layers

    @Slot(object)
    def show_layers(self, run: Run) -> None:
        """Go to the layers of a run: the statistics of its checkpoints are computed one after the other."""
        self._compute_layers(run)
        self.open(self.layers)

    def _compute_layers(self, run: Run) -> None:
        store, page, found = self._store, self.layers.make(), list[LayerStatistics]()
        assert store is not None

        def receive(progress: LayerStatistics | str) -> None:
            if isinstance(progress, LayerStatistics):
                found.append(progress)
                page.extend(found)
            else:
                page.show_progress(progress)

        def fail(sentence: str) -> None:
            self._layers_run = None
            page.show_training()
            self._fail(sentence)

        def done(_: object) -> None:
            self._layers_run = None
            if not found:
                fail(tr("“{0}” has no checkpoints: its layers cannot be shown.", run.name))

        page.show_statistics(run.name, run.spec, found)
        self._layers_run = run
        self._layers_tasks.compute(store, run.id, None, receive, done, fail)

    @Slot()
    def _show_earlier_layers(self) -> None:
        """Of a resumed training only the epochs since then were sent: compute those before, once they are looked at."""
        training, found = self._training, list[LayerStatistics]()
        if self._store is None or not self._watched or not training.resumed_at or not self.layers.isVisible():
            return

        def receive(progress: LayerStatistics | str) -> None:
            if isinstance(progress, LayerStatistics):
                found.append(progress)

        def done(_: object) -> None:
            self._resumed_at = 0
            training.add_earlier(found)

        self._resumed_at, training.resumed_at = training.resumed_at, 0
        self._earlier_layers.compute(self._store, self._watched, self._resumed_at, receive, done, self._fail)

    @Slot()
    def _forget_earlier_layers(self) -> None:
        self._earlier_layers.cancel()
        self._resumed_at = 0


def _scrolling(page: QWidget) -> QScrollArea:
    """Around a page that needs more room than the smallest window has."""
    area = QScrollArea()
    # The Tab key goes to the controls inside.
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll(area, page)
    return area


def _make_step(training: WatchedTraining, theme: Theme) -> "StepPage":
    # Imported here: it would delay the start.
    from gui.training.step.step_page import StepPage

    return StepPage(training, theme)


def _make_layers(training: WatchedTraining, theme: Theme) -> "LayerHistoryPage":
    from gui.training.statistics.layers_page import LayerHistoryPage

    return LayerHistoryPage(training, theme)
