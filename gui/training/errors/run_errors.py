"""Loads what the errors of a stored run need, on a thread: the images, and which weights there are."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from engine.data.dataset_summary import Loaded
from engine.i18n import tr
from engine.runs import Checkpoint, Run, RunStore, Status
from engine.weights import Weights
from gui.task import Task, TaskGroup
from gui.training.data.data_status import loading_text
from gui.training.data.trained_images import load_images
from gui.training.errors.errors_page import ErrorsPage
from gui.training.errors.prediction_task import Snapshot


class RunErrors(TaskGroup):
    """Shows the errors of one run at a time on its test set.

    Attributes:
        viewed: the checkpoint (run, iteration) that the window shows instead of now, or None.
    """

    problem = Signal(str)

    def __init__(self, page: ErrorsPage, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        # What is being loaded, or was until it was cancelled.
        self._loading: tuple[RunStore, Run] | None = None
        self.viewed: tuple[str, int] | None = None

    def show_run(self, store: RunStore, run: Run) -> None:
        """Show the errors of a run, instead of those of another one."""
        source = run.data.source

        def load(task: Task) -> tuple[Loaded, Sequence[Checkpoint]]:
            return load_images(run, task.report), store.checkpoints(run.id)

        def done(found: tuple[Loaded, Sequence[Checkpoint]]) -> None:
            self._loading = None
            self._show(run, partial(store.weights, run.id), *found)

        def fail(sentence: str) -> None:
            self._loading = None
            self._page.show_message(sentence)
            self.problem.emit(sentence)

        self.cancel()
        self._loading = store, run
        self.start(
            load,
            done,
            on_progress=lambda done, total: self._page.show_message(loading_text(source, done, total)),
            on_failed=fail,
            error=tr("The images could not be loaded because of an error in the program ({0})."),
            no_memory=tr("There is not enough memory for these images: choose fewer."),
        )

    def go_on(self) -> None:
        """The window stays open: load what was cancelled."""
        if self._loading is not None:
            self.show_run(*self._loading)

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
            sentence = tr("“{0}” has no weights yet: they come with its first epoch.", run.name)
            if self._page.message:
                self._page.show_message(sentence)
            self.problem.emit(sentence)
            return
        self._page.show_network(run.name, snapshots, loaded.test if len(loaded.test) else loaded.train)
        if self.viewed is not None:
            self._page.show_checkpoint(*self.viewed)
