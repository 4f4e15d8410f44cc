"""The pages beside the settings: the curves, the runs, the errors of a run, and the data."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QScrollArea, QTabWidget, QWidget

from engine.data.dataset_summary import Loaded
from engine.runs import Checkpoint, Run, RunStore, Status
from engine.weights import Weights
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
        ended: a thread of a page is gone; ``busy`` says whether another one runs.

    Attributes:
        curves, errors, data: the pages. runs: None where runs are not stored.
    """

    problem = Signal(str)
    ended = Signal()

    def __init__(self, store: RunStore | None, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("train-pages")
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self._store = store
        # The run of the curves, also when it has ended: they show it anyway.
        self._watched = ""
        self._shown: Sequence[ShownRun] = ()
        self._overlay_tasks, self._errors_tasks = TaskGroup(self), TaskGroup(self)
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
        self.addTab(_scrolling(self.errors), tr("Errors"))
        self.addTab(_scrolling(self.data), tr("Data"))
        self.currentChanged.connect(self._show_latest_errors)
        self.curves.problem.connect(self.problem)
        self._overlay_tasks.failed.connect(self.problem)
        self._errors_tasks.failed.connect(self.problem)
        workers: list[ErrorsPage | RunsPanel | TaskGroup] = [self.errors, self._overlay_tasks, self._errors_tasks]
        if self.runs is not None:
            self.runs.problem.connect(self.problem)
            workers.append(self.runs)
        self._workers = workers
        for each in workers:
            each.ended.connect(self.ended)

    def open(self, page: QWidget) -> None:
        """Go to one of the pages."""
        for i in range(self.count()):
            tab = self.widget(i)
            if tab is not None and (tab is page or tab.isAncestorOf(page)):
                self.setCurrentIndex(i)

    @property
    def busy(self) -> bool:
        """Whether a thread of a page runs. To close the window: ``shut_down``, and wait for ``ended``."""
        return any(each.busy for each in self._workers)

    def shut_down(self) -> None:
        """End what can be ended."""
        self.errors.shut_down()
        self._overlay_tasks.cancel()
        self._errors_tasks.cancel()

    # -- runs

    def import_run(self, file: Path) -> None:
        """Add the run of a file, and go to the runs."""
        if self.runs is None:
            self.problem.emit(tr("Runs cannot be stored on this computer, so “{0}” was not opened.", file.name))
            return
        self.open(self.runs)
        self.runs.import_files([file])

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
        self._overlay_tasks.cancel()
        store, others = self._store, [each for each in shown if each.run.id != self._watched]
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
        if self.runs is None or not self.errors.message or not self.errors.isVisible() or self._errors_tasks.busy:
            return
        trained = [run for run in self.runs.model.runs if run.has_weights]
        if trained:
            self.show_errors(max(trained, key=lambda run: run.started))

    @Slot(object)
    def show_errors(self, run: Run) -> None:
        """Go to the errors of a run on its test set, which may have to be loaded first."""
        store = self._store
        assert store is not None

        def load(task: Task) -> tuple[Loaded, Sequence[Checkpoint]]:
            return cache.load(run.data.source, lambda done, total: task.check()), store.checkpoints(run.id)

        self._errors_tasks.cancel()
        self._errors_tasks.start(
            load,
            lambda found: self._show(run, partial(store.weights, run.id), *found),
            error=tr("The images could not be loaded because of an error in the program ({0})."),
            no_memory=tr("There is not enough memory for these images: choose fewer."),
        )
        self.open(self.errors)

    def _show(
        self, run: Run, weights: Callable[..., Weights], loaded: Loaded, checkpoints: Sequence[Checkpoint]
    ) -> None:
        snapshots = [
            Snapshot(tr("epoch {0}", f"{each.epoch:.4g}"), partial(weights, each.iteration), (run.id, each.iteration))
            for each in checkpoints
        ]
        # Early stopping keeps other weights than the last ones; an imported run has no others.
        if run.status is Status.FINISHED and (not snapshots or run.config.patience):
            title = tr("the best") if run.config.patience else tr("the end")
            snapshots.append(Snapshot(title, weights, (run.id, None)))
        if not snapshots:
            self.problem.emit(tr("“{0}” has no weights yet: they come with its first epoch.", run.name))
            return
        self.errors.show_network(run.name, snapshots, loaded.test if len(loaded.test) else loaded.train)


def _scrolling(page: QWidget) -> QScrollArea:
    """Around a page that needs more room than the smallest window has."""
    area = QScrollArea()
    scroll(area, page)
    return area
