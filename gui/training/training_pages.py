"""The pages beside the settings: the curves, the runs, the errors of a run, and the data."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QScrollArea, QTabWidget, QWidget

from engine.data.dataset_summary import Loaded
from engine.runs import Checkpoint, Run, RunStore, Status
from gui.i18n import tr
from gui.settings import Settings
from gui.task import Task, TaskGroup
from gui.theme import Theme
from gui.training.curves.curves_view import Curves
from gui.training.curves.training_history import TrainingHistory
from gui.training.data.dataset_cache import cache
from gui.training.data.overview import DataOverview
from gui.training.errors.errors_page import ErrorsPage
from gui.training.errors.prediction_task import Snapshot
from gui.training.runs.list_model import ShownRun
from gui.training.runs.runs_panel import RunsPanel
from gui.widgets.form_controls import scroll


class Pages(QTabWidget):
    """Connects its pages with each other.

    Signals:
        problem: what could not be done, in a sentence.
        at_rest: no thread of any page is left.

    Attributes:
        curves, errors, data: the pages. runs: None where runs are not stored.
    """

    problem = Signal(str)
    at_rest = Signal()

    def __init__(self, store: RunStore | None, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train-pages")
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self._store = store
        # The run of the curves, also when it has ended: they show it anyway.
        self._watched = ""
        self._shown: Sequence[ShownRun] = ()
        self._tasks = TaskGroup(self)
        self._overlay_task: Task | None = None
        # It loads what the page of the errors needs.
        self._errors_task: Task | None = None
        self.curves = Curves(theme, settings)
        self.errors = ErrorsPage(theme)
        self.data = DataOverview(theme)
        self.addTab(self.curves, tr("Curves"))
        self.runs: RunsPanel | None = None
        if store is not None:
            self.runs = RunsPanel(store, settings, theme)
            self.addTab(_scrolling(self.runs), tr("Runs"))
            self.runs.shown_changed.connect(self._overlay)
            self.runs.show_errors.connect(self.show_errors)
            self.runs.problem.connect(self.problem)
            self.runs.ended.connect(self._check_rest)
        self.addTab(_scrolling(self.errors), tr("Errors"))
        self.addTab(_scrolling(self.data), tr("Data"))
        self.curves.problem.connect(self.problem)
        self.errors.ended.connect(self._check_rest)
        self.currentChanged.connect(self._show_latest_errors)
        self._tasks.failed.connect(self.problem)
        self._tasks.ended.connect(self._check_rest)

    def open(self, page: QWidget) -> None:
        """Go to one of the pages."""
        for i in range(self.count()):
            tab = self.widget(i)
            if tab is not None and (tab is page or tab.isAncestorOf(page)):
                self.setCurrentIndex(i)

    @property
    def busy(self) -> bool:
        """Whether a thread of a page runs. To close the window: ``shut_down``, and wait for ``at_rest``."""
        return self.errors.busy or self._tasks.busy or (self.runs is not None and self.runs.busy)

    def shut_down(self) -> None:
        """End what can be ended."""
        self.errors.shut_down()
        self._tasks.cancel()

    @Slot()
    def _check_rest(self) -> None:
        if not self.busy:
            self.at_rest.emit()

    # -- runs

    def watch(self, run_id: str) -> None:
        """This is the run of the curves; "" where it is not stored."""
        self._watched = run_id
        self.refresh_watched()
        self._overlay(self._shown)

    def refresh_watched(self) -> None:
        """The run of the curves has changed."""
        if self.runs is not None and self._watched:
            self.runs.refresh_run(self._watched)

    @Slot(object)
    def _overlay(self, shown: Sequence[ShownRun]) -> None:
        self._shown = shown
        if self._overlay_task is not None:
            self._overlay_task.cancel()
        store, others = self._store, [each for each in shown if each.run.id != self._watched]
        if store is None or not others:
            self.curves.overlay([])
            return

        def load(task: Task) -> list[TrainingHistory]:
            found = []
            for each in others:
                task.check()
                found.append(_curves_of(store, each))
            return found

        self._overlay_task = self._tasks.start(load, lambda found: self.curves.overlay(found))

    # -- errors

    @Slot()
    def _show_latest_errors(self) -> None:
        """If the page is opened and no run has been chosen, it shows the latest one."""
        if self.runs is None or not self.errors.nothing or not self.errors.isVisible() or self._errors_task:
            return
        trained = [run for run in self.runs.model.runs if run.has_weights]
        if trained:
            self.show_errors(max(trained, key=lambda run: run.started))

    @Slot(object)
    def show_errors(self, run: Run) -> None:
        """Go to the errors of a run on its test set, which may have to be loaded first."""
        if self._store is None:
            return
        if self._errors_task is not None:
            self._errors_task.cancel()
        store = self._store

        def load(task: Task) -> tuple[Loaded, Sequence[Checkpoint]]:
            return cache.load(run.data.source, lambda done, total: task.check()), store.checkpoints(run.id)

        task = self._tasks.start(
            load,
            lambda found: self._show(run, *found),
            on_end=lambda: self._errors_loaded(task),
            error=tr("The images could not be loaded because of an error in the program ({0})."),
            no_memory=tr("There is not enough memory for these images: choose fewer."),
        )
        self._errors_task = task
        self.open(self.errors)

    def _errors_loaded(self, task: Task) -> None:
        if self._errors_task is task:
            self._errors_task = None

    def _show(self, run: Run, loaded: Loaded, checkpoints: Sequence[Checkpoint]) -> None:
        assert self._store is not None
        weights = partial(self._store.weights, run.id)
        snapshots = [
            Snapshot(tr("epoch {0}", f"{each.epoch:.4g}"), partial(weights, each.iteration), (run.id, each.iteration))
            for each in checkpoints
        ]
        # Early stopping keeps other weights than the last ones; an imported run has no others.
        if run.status is Status.FINISHED and (not snapshots or run.config.patience):
            snapshots.append(
                Snapshot(tr("the best") if run.config.patience else tr("the end"), weights, (run.id, None))
            )
        if not snapshots:
            self.problem.emit(tr("“{0}” has no weights yet: they come with its first epoch.", run.name))
            return
        self.errors.show_network(run.name, snapshots, loaded.test if len(loaded.test) else loaded.train)


def _curves_of(store: RunStore, shown: ShownRun) -> TrainingHistory:
    run = shown.run
    return TrainingHistory.of_run(
        title=run.name,
        colour=shown.colour,
        losses=store.losses(run.id),
        per_epoch=run.per_epoch,
        evaluations=store.evaluations(run.id),
        config=run.config,
    )


def _scrolling(page: QWidget) -> QScrollArea:
    """Around a page that needs more room than the smallest window has."""
    area = QScrollArea()
    scroll(area, page)
    return area
