"""What a network takes for what: the matrix on the left, the pictures on the right."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.data.dataset import Dataset
from engine.evaluate.confusion import confusion_matrix
from engine.types import CLASSES, FloatArray
from gui.i18n import tr
from gui.theme import Theme
from gui.training.errors.confusion_task import Moment, Reader
from gui.training.errors.image_gallery import Gallery
from gui.training.errors.matrix_card import MatrixCard
from gui.widgets.placeholder import Placeholder, centred

# So long what was shown before stays: a small network has read everything by then, and nothing flickers.
_PATIENCE_MS = 200


class ErrorsPage(QWidget):
    """The mistakes of one network at a time, at any of its moments. They are looked for only while they can be seen.

    Signals:
        picture_chosen: a picture was opened: (28, 28) float32 in 0..1, and its probabilities (10,).
        at_rest: nothing is being read any more, and no thread is left.

    Attributes:
        table: the matrix and what belongs to it.
        gallery: the pictures.
        reader: what reads.
    """

    picture_chosen = Signal(object, object)
    at_rest = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mistakes")
        self._moments: tuple[Moment, ...] = ()
        self._dataset: Dataset | None = None
        self._probabilities: FloatArray | None = None
        # What was asked for while nobody could see it.
        self._unread = False
        self.reader = Reader(self)
        self.table = MatrixCard(theme)
        self.gallery = Gallery(theme)
        self._late = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._lay_out()

        self._late.timeout.connect(self._show_waiting)
        self.table.moments.changed.connect(self._moment_chosen)
        self.table.button_pressed.connect(self._cancel_or_go_on)
        self.table.matrix.chosen_changed.connect(self._show_pictures)
        self.gallery.all_wanted.connect(lambda: self.table.matrix.choose(None))
        self.gallery.picture_chosen.connect(self.picture_chosen)
        self.reader.answered.connect(self._answered)
        self.reader.failed.connect(self._failed)
        self.reader.ended.connect(self.at_rest)
        self.clear()

    def _lay_out(self) -> None:
        body = QWidget()
        both = QHBoxLayout(body)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(12)
        both.addWidget(self.table, 6)
        both.addWidget(self.gallery, 5)
        self._pages = Placeholder(body, centred("", "muted", "mistakes-empty"), framed=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    # -- what is asked of it

    @property
    def busy(self) -> bool:
        """Whether a thread of this widget runs. To close the window: ``shut_down``, and wait for ``at_rest``."""
        return self.reader.busy

    @property
    def nothing(self) -> str:
        """What is said in the place of everything; "" where there is a network."""
        return self._pages.said

    @Slot()
    def shut_down(self) -> None:
        """Stop reading."""
        if self.reader.reading:
            self._cancel_or_go_on()

    @Slot()
    def clear(self) -> None:
        """No run is chosen."""
        self._say_nothing(tr("Choose a run: here you will see which digits its network takes for others."))

    def show_network(self, title: str, moments: Sequence[Moment], dataset: Dataset) -> None:
        """Show a network as it reads the pictures of a dataset; of its moments the last one first."""
        if not moments or not len(dataset):
            sentence = tr("There are no pictures to find mistakes among.")
            self._say_nothing(sentence if moments else tr("Nothing that could read is kept of this run yet."))
            return
        self.reader.stop()
        self._moments, self._dataset = tuple(moments), dataset
        self.table.show_title(title)
        self.table.moments.begin([moment.label for moment in moments])
        self.table.matrix.choose(None)
        if self.nothing:
            self._show_waiting()
            self._pages.see()
        self._moment_chosen()

    def showEvent(self, event: QShowEvent) -> None:
        if self._unread:
            self._read()

    def _say_nothing(self, sentence: str) -> None:
        self._late.stop()
        self._unread = False
        self.reader.stop()
        self._dataset = self._probabilities = None
        self._pages.say(sentence)

    # -- reading

    @Slot()
    def _moment_chosen(self) -> None:
        if self.isVisible():
            self._read()
        else:
            self._unread = True

    def _read(self) -> None:
        assert self._dataset is not None
        self._unread = False
        # What can be seen of another moment is not this one's, and stays a little while all the same.
        self._probabilities = None
        self._late.start()
        self.reader.read(self._moments[self.table.moments.value], self._dataset)

    @Slot()
    def _show_waiting(self) -> None:
        """Nothing is known of this moment yet."""
        self.table.show_waiting(tr("Opening the network…"))
        self.table.show_progress(0, 0)
        self.gallery.say(tr("The mistakes will appear here."))

    @Slot(object)
    def _answered(self, probabilities: FloatArray) -> None:
        self._late.stop()
        first = self._probabilities is None
        self._probabilities = probabilities
        self._show_table()
        # What a person looks through, or is about to click, stays where it is until all is read.
        if first or not (self.reader.reading and self.gallery.list.in_hand):
            self._show_pictures()

    @Slot(str)
    def _failed(self, sentence: str) -> None:
        self._late.stop()
        self.table.show_trouble(sentence)
        self.table.hide_progress(rest=False)
        self.gallery.say("")

    @Slot()
    def _cancel_or_go_on(self) -> None:
        if not self.reader.reading:
            self.reader.go_on()
        else:
            self._late.stop()
            self.reader.stop()
        self._show_table()

    # -- showing

    def _show_table(self) -> None:
        """The table as far as it goes, and how far that is."""
        assert self._dataset is not None
        total, reading = len(self._dataset), self.reader.reading
        done = 0 if self._probabilities is None else len(self._probabilities)
        if reading:
            self.table.show_progress(done, total if done else 0)
        else:
            self.table.hide_progress(rest=done < total)
        if self._probabilities is None:
            self.table.show_waiting(tr("Opening the network…") if reading else tr("Stopped before it had begun."))
            return
        labels = self._dataset.labels[:done]
        table = confusion_matrix(self._probabilities, labels)
        of = np.bincount(labels, minlength=CLASSES)[:CLASSES]
        if reading:
            facts = tr("right so far; {0} of {1} read", f"{done:,}", f"{total:,}")
        elif done < total:
            facts = tr("right; stopped after {0} of {1}", f"{done:,}", f"{total:,}")
        else:
            facts = tr("right: {0} of {1}", f"{np.trace(table):,}", f"{of.sum():,}")
            facts += f" · {self._dataset.name}" if self._dataset.name else ""
        self.table.show_answers(table, of, facts)

    @Slot()
    def _show_pictures(self) -> None:
        if self._probabilities is not None and self._dataset is not None:
            self.gallery.show_mistakes(self._dataset, self._probabilities, self.table.matrix.chosen)
