"""The errors of a network: the confusion matrix on the left, the images on the right."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from engine.data.dataset import Dataset
from engine.data.shown_names import shown_name
from engine.evaluate.confusion import confusion_matrix
from engine.i18n import tr
from engine.types import FloatArray
from gui.task import TaskGroup
from gui.theme import Theme
from gui.training.errors.gallery_card import Gallery
from gui.training.errors.matrix_card import MatrixCard
from gui.training.errors.prediction_task import DatasetPredictor, Snapshot
from gui.widgets.cards import column, row
from gui.widgets.placeholder import Placeholder, centred

# How long the results of the checkpoint before stay: a small network is done by then, and nothing flickers.
_STALE_MS = 200


class ErrorsPage(QWidget):
    """One network at a time, at any of its checkpoints. Nothing is predicted while the page is hidden.

    Signals:
        image_opened: (28, 28) float32 in 0..1, its true label, the Weights that predicted it, and their checkpoint.
        ended: no thread is left.

    Attributes:
        card: the matrix and what belongs to it.
        gallery: the images.
        predictor: predicts the dataset.
    """

    image_opened = Signal(object, int, object, str)
    ended = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("errors-page")
        self._snapshots: tuple[Snapshot, ...] = ()
        # Whether ``show_checkpoint`` has chosen the checkpoint.
        self._viewing = False
        self._dataset: Dataset | None = None
        self._probabilities: FloatArray | None = None
        # What is to be predicted once the page is shown.
        self._pending = False
        self._title = ""
        self.predictor = DatasetPredictor(self)
        self._loading = TaskGroup(self)
        self.card = MatrixCard(theme)
        self.gallery = Gallery(theme)
        self._stale = QTimer(self, singleShot=True, interval=_STALE_MS)
        body = QWidget()
        body.setLayout(row((self.card, 6), (self.gallery, 5), spacing=12))
        self._pages = Placeholder(body, centred("", "muted", "errors-empty"), framed=True)
        self.setLayout(column(self._pages))

        self._stale.timeout.connect(self._show_waiting)
        self.card.checkpoints.changed.connect(self._go_to_checkpoint)
        self.card.button_clicked.connect(self._cancel_or_resume)
        self.card.matrix.selected_changed.connect(self._show_images)
        self.gallery.all_requested.connect(lambda: self.card.matrix.select(None))
        self.gallery.image_opened.connect(self._open_image)
        self.predictor.predicted.connect(self._on_predicted)
        self.predictor.failed.connect(self._on_failed)
        for each in (self.predictor, self._loading):
            each.ended.connect(self.ended)
        self._loading.failed.connect(self.card.show_failure)
        self.show_message(tr("Select a run to see which digits its network confuses."))

    # -- the network

    @property
    def busy(self) -> bool:
        """Whether there is a thread. Before the window closes: ``shut_down``, and wait for ``ended``."""
        return self.predictor.busy or self._loading.busy

    @property
    def message(self) -> str:
        """The sentence that is shown instead of the page; "" if there is a network."""
        return self._pages.text

    @Slot()
    def shut_down(self) -> None:
        """Stop predicting."""
        self._loading.cancel()
        if self.predictor.running:
            self._cancel_or_resume()

    def show_network(self, title: str, snapshots: Sequence[Snapshot], dataset: Dataset) -> None:
        """Show how a network predicts the images of a dataset, at its last checkpoint first."""
        if not snapshots or not len(dataset):
            self.show_message(
                tr("There are no images to predict.") if snapshots else tr("This run has no weights yet.")
            )
            return
        self.predictor.stop()
        self._snapshots, self._dataset, self._title = tuple(snapshots), dataset, title
        self.predictor.keep(snapshots)
        # They are not those of these images.
        self._probabilities = None
        self.card.show_title(title)
        self.card.checkpoints.set_names([snapshot.label for snapshot in snapshots])
        self.card.matrix.select(None)
        if self.message:
            self._show_waiting()
            self._pages.show_widget()
        self._predict()

    def show_checkpoint(self, run_id: str, iteration: int | None) -> None:
        """Show the network at a checkpoint of a run, if it is that run's; None for its last one."""
        keys = [snapshot.key for snapshot in self._snapshots]
        slider = self.card.checkpoints.slider
        if iteration is None and self._viewing:
            slider.setValue(slider.maximum())
        elif (run_id, iteration) in keys:
            slider.setValue(keys.index((run_id, iteration)))
        self._viewing = iteration is not None and (run_id, iteration) in keys

    def showEvent(self, event: QShowEvent) -> None:
        if self._pending:
            self._predict()

    def show_message(self, sentence: str) -> None:
        """Show a sentence instead of a network."""
        self._stale.stop()
        self._pending = False
        self.predictor.stop()
        self._dataset = self._probabilities = None
        self._pages.show_text(sentence)

    # -- predicting

    @Slot()
    def _go_to_checkpoint(self) -> None:
        # What is chosen here stays, also when the window shows no earlier epoch any more.
        self._viewing = False
        self._predict()

    @Slot()
    def _predict(self) -> None:
        self._pending = not self.isVisible()
        if self._dataset is not None and not self._pending:
            # The shown results are those of another checkpoint.
            self._probabilities = None
            self._stale.start()
            self.predictor.predict(self._snapshots[self.card.checkpoints.slider.value()], self._dataset)

    @Slot()
    def _show_waiting(self) -> None:
        assert self._dataset is not None
        self.card.show_table(None, tr("Loading the network…"))
        self.card.show_progress(0, len(self._dataset), running=True)
        self.gallery.show_text(tr("The errors will appear here."))

    @Slot(object)
    def _on_predicted(self, probabilities: FloatArray) -> None:
        self._stale.stop()
        first = self._probabilities is None
        self._probabilities = probabilities
        self._show_table()
        # Images in use stay until all images are predicted.
        if first or not (self.predictor.running and self.gallery.list.in_use):
            self._show_images()

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._stale.stop()
        self.card.show_failure(sentence)
        self.gallery.show_text("")

    @Slot()
    def _cancel_or_resume(self) -> None:
        if self.predictor.running:
            self._stale.stop()
            self.predictor.stop()
        else:
            self.predictor.resume()
        self._show_table()

    # -- opening an image

    @Slot(object, int)
    def _open_image(self, image: FloatArray, label: int) -> None:
        """With the network of this checkpoint: another one may predict another digit."""
        snapshot = self._snapshots[self.card.checkpoints.slider.value()]
        title = self._title
        self._loading.cancel()
        self._loading.start(
            lambda task: snapshot.load(),
            lambda weights: self.image_opened.emit(image, label, replace(weights, name=title), snapshot.label),
        )

    # -- showing

    def _show_table(self) -> None:
        """The table as far as it is known, and how far that is."""
        assert self._dataset is not None
        total, running = len(self._dataset), self.predictor.running
        done = 0 if self._probabilities is None else len(self._probabilities)
        self.card.show_progress(done, total, running)
        if self._probabilities is None:
            facts = tr("Loading the network…") if running else tr("Cancelled before the first image.")
            self.card.show_table(None, facts)
            self.gallery.show_text("")
            return
        table = confusion_matrix(self._probabilities, self._dataset.labels[:done])
        if running:
            facts = tr("correct so far; {0} of {1} predicted", f"{done:,}", f"{total:,}")
        elif done < total:
            facts = tr("correct; cancelled after {0} of {1}", f"{done:,}", f"{total:,}")
        else:
            facts = tr("correct: {0} of {1}", f"{table.trace():,}", f"{table.sum():,}")
            facts += f" · {shown_name(self._dataset.name)}" if self._dataset.name else ""
        self.card.show_table(table, facts)

    @Slot()
    def _show_images(self) -> None:
        if self._probabilities is not None and self._dataset is not None:
            self.gallery.show_images(self._dataset, self._probabilities, self.card.matrix.selected)
