"""What is seen beside the settings: the curves, the runs, the mistakes of a run, and the data."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QScrollArea, QTabWidget, QWidget

from engine.data.dataset_summary import Loaded
from engine.errors import DigitLabError
from engine.runs import Checkpoint, Run, RunStore, Status
from gui.i18n import tr
from gui.settings import Settings
from gui.theme import Theme
from gui.training.curves.curves_view import Curves
from gui.training.curves.training_history import RunCurves
from gui.training.data.dataset_cache import cache
from gui.training.data.dataset_loading import DatasetLoading
from gui.training.data.overview import DataOverview
from gui.training.errors.confusion_task import Moment
from gui.training.errors.errors_page import ErrorsPage
from gui.training.runs.runs_panel import RunsPanel
from gui.training.runs.shown_runs import ShownRun
from gui.widgets.form_controls import scroll


class Pages(QTabWidget):
    """Carries what passes between its pages.

    Signals:
        problem: what could not be done, in a sentence.
        at_rest: no thread of any page is left.

    Attributes:
        curves, mistakes, data: the pages. runs: None where runs are not kept.
    """

    problem = Signal(str)
    at_rest = Signal()

    def __init__(self, store: RunStore | None, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train-pages")
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self._store = store
        # The run that the curves watch, also when it has ended: they show it anyway.
        self._watched = ""
        self._shown: list[ShownRun] = []
        self._wanted: Run | None = None
        self.curves = Curves(theme, settings)
        self.mistakes = ErrorsPage(theme)
        self.data = DataOverview(theme)
        self.loading = DatasetLoading(cache, self)
        self.addTab(self.curves, tr("Curves"))
        self.runs: RunsPanel | None = None
        if store is not None:
            self.runs = RunsPanel(store, settings, theme)
            self.addTab(_scrolling(self.runs), tr("Runs"))
            self.runs.shown_changed.connect(self._overlay)
            self.runs.show_mistakes.connect(self.show_mistakes)
            self.runs.problem.connect(self.problem)
            self.runs.at_rest.connect(self._maybe_at_rest)
        self.addTab(_scrolling(self.mistakes), tr("Mistakes"))
        self.addTab(_scrolling(self.data), tr("Data"))
        self.curves.problem.connect(self.problem)
        self.mistakes.at_rest.connect(self._maybe_at_rest)
        self.currentChanged.connect(self._turned)
        self.loading.done.connect(self._loaded)
        self.loading.failed.connect(self._not_loaded)
        self.loading.ended.connect(self._loading_ended)

    def open(self, page: QWidget) -> None:
        """Go to one of the pages."""
        for i in range(self.count()):
            around = self.widget(i)
            if around is not None and (around is page or around.isAncestorOf(page)):
                self.setCurrentIndex(i)

    @property
    def busy(self) -> bool:
        """Whether a thread of a page runs. To close the window: ``shut_down``, and wait for ``at_rest``."""
        return self.mistakes.busy or self.loading.busy or (self.runs is not None and self.runs.busy)

    def shut_down(self) -> None:
        """End what can be ended."""
        self._wanted = None
        self.mistakes.shut_down()
        self.loading.cancel()

    # -- runs

    def watch(self, run_id: str) -> None:
        """This run is being trained now, as the curves tell; "" where it is not kept."""
        self._watched = run_id
        self.tell_grown()
        self._overlay(self._shown)

    def tell_grown(self) -> None:
        """The run that is watched has changed."""
        if self.runs is not None and self._watched:
            self.runs.refresh_run(self._watched)

    @Slot(object)
    def _overlay(self, shown: list[ShownRun]) -> None:
        self._shown = shown
        try:
            self.curves.overlay([self._curves_of(each) for each in shown if each.run.id != self._watched])
        except DigitLabError as error:
            self.problem.emit(str(error))

    def _curves_of(self, shown: ShownRun) -> RunCurves:
        assert self._store is not None
        run = shown.run
        return RunCurves(
            id=run.id,
            title=run.name,
            colour=shown.colour,
            losses=self._store.losses(run.id),
            per_epoch=run.per_epoch,
            evaluations=self._store.evaluations(run.id),
            config=run.config,
        )

    # -- mistakes

    @Slot()
    def _turned(self) -> None:
        """Whoever looks for mistakes without having chosen a run gets those of the latest one."""
        if self.runs is None or not self.mistakes.nothing or not self.mistakes.isVisible() or self._wanted is not None:
            return
        readable = [run for run in self.runs.model.runs if run.has_weights]
        if readable:
            self.show_mistakes(max(readable, key=lambda run: run.begun))

    @Slot(object)
    def show_mistakes(self, run: Run) -> None:
        """Go to the mistakes of a run on its test set, which may have to be loaded first."""
        self._wanted = run
        self.open(self.mistakes)
        loaded = cache.get(run.data.source)
        if loaded is not None:
            self._show(run, loaded)
        else:
            # One that is under way for another run is given up; this one follows when it has ended.
            self.loading.cancel()
            self._load()

    def _load(self) -> None:
        if self._wanted is not None and not self.loading.busy:
            self.loading.load(self._wanted.data.source)

    @Slot(str)
    def _loaded(self, data: str) -> None:
        loaded, run = cache.get(data), self._wanted
        if loaded is not None and run is not None and run.data.source == data:
            self._show(run, loaded)

    @Slot(str)
    def _not_loaded(self, sentence: str) -> None:
        self._wanted = None
        self.problem.emit(sentence)

    @Slot()
    def _loading_ended(self) -> None:
        self._load()
        self._maybe_at_rest()

    def _show(self, run: Run, loaded: Loaded) -> None:
        assert self._store is not None
        self._wanted = None
        moments = [self._moment(run, each) for each in self._store.checkpoints(run.id)]
        # Early stopping keeps other weights than the last ones; an imported run has no others.
        if run.status is Status.FINISHED and (not moments or run.config.patience):
            load = partial(self._store.weights, run.id)
            moments.append(Moment(tr("the best") if run.config.patience else tr("the end"), load, (run.id, None)))
        if not moments:
            self.problem.emit(tr("“{0}” has no weights yet: they come with its first epoch.", run.name))
            return
        self.mistakes.show_network(run.name, moments, loaded.test if len(loaded.test) else loaded.train)

    def _moment(self, run: Run, checkpoint: Checkpoint) -> Moment:
        assert self._store is not None
        load = partial(self._store.weights, run.id, checkpoint.iteration)
        return Moment(tr("epoch {0}", f"{checkpoint.epoch:.4g}"), load, (run.id, checkpoint.iteration))

    # -- data

    @Slot(object, str)
    def show_data(self, loaded: Loaded, title: str) -> None:
        """What was loaded is to be seen on the page of the data."""
        self.data.show_loaded(loaded, title)

    @Slot()
    def show_faults(self) -> None:
        """Go to the faults in the data."""
        self.open(self.data)

    @Slot()
    def _maybe_at_rest(self) -> None:
        if not self.busy:
            self.at_rest.emit()


def _scrolling(page: QWidget) -> QScrollArea:
    """Around a page that needs more room than the smallest window has."""
    area = QScrollArea()
    scroll(area, page)
    return area
