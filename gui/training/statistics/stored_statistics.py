"""Computes the statistics of a stored run's layers from its checkpoints, on a thread."""

from collections.abc import Callable
from contextlib import suppress

from engine.errors import RunError
from engine.i18n import tr
from engine.runs import RunStore
from engine.train.events import LayerStatistics
from engine.train.layer_statistics import layer_statistics, statistics_batch
from engine.train.trainer import training_set
from gui.task import Task, TaskGroup
from gui.training.data.data_status import loading_text
from gui.training.data.trained_images import load_images


class StoredStatistics(TaskGroup):
    """The statistics of one run at a time."""

    def compute(
        self,
        store: RunStore,
        run_id: str,
        before: int | None,
        on_progress: Callable[[LayerStatistics | str], object],
        on_done: Callable[[object], object],
        on_failed: Callable[[str], object],
    ) -> None:
        """Compute them, instead of those of another run.

        Args:
            before: only checkpoints before this iteration; None for all.
            on_progress: gets the statistics of one checkpoint after the other, or how far the loading of the images is.
            on_failed: gets the reason, as a sentence.
        """

        def compute(task: Task) -> None:
            run = store.run(run_id)
            source = str(run.image_source)
            loaded = load_images(run, lambda done, total: task.report(loading_text(source, done, total)))
            batch = statistics_batch(training_set(loaded.train, run.config)[0])
            for each in store.checkpoints(run_id):
                if before is not None and each.iteration >= before:
                    break
                task.check()
                # While it trains, earlier checkpoints are removed to make room for later ones.
                with suppress(RunError):
                    weights = store.weights(run_id, each.iteration)
                    task.report(layer_statistics(weights.spec, weights.params, batch, each.iteration, each.epoch))

        self.cancel()
        self.start(
            compute,
            on_done,
            on_progress=on_progress,
            on_failed=on_failed,
            error=tr("The layers could not be shown because of an error in the program ({0})."),
            no_memory=tr("There is not enough memory for this network: close other programs, and try again."),
        )
