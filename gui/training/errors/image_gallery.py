"""The pictures of a cell, or all mistakes: worst first, and what the network said of the selected one."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from engine.data.dataset import Dataset
from engine.evaluate.confusion import cell_indices, worst_errors
from engine.types import FloatArray
from gui.i18n import tr
from gui.theme import Theme
from gui.training.errors import error_text
from gui.training.errors.answer_chart import AnswerChart
from gui.training.errors.cell_grid import Cell
from gui.training.errors.image_list import ImageList
from gui.widgets.cards import ElidedLabel, fill_card, label
from gui.widgets.placeholder import Placeholder, centred


class Gallery(QFrame):
    """A card.

    Signals:
        picture_chosen: (28, 28) float32 in 0..1, and the ten probabilities.
        all_wanted: no cell any more, but all mistakes.
    """

    picture_chosen = Signal(object, object)
    all_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = label("", "heading", "pictures-heading")
        self._count = ElidedLabel()
        self._count.setObjectName("pictures-count")
        self._count.setProperty("role", "muted")
        self._all = QPushButton(tr("All mistakes"))
        self._all.setObjectName("all-mistakes")
        self._all.clicked.connect(self.all_wanted)
        policy = self._all.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._all.setSizePolicy(policy)
        self.list = ImageList(theme)
        self._pages = Placeholder(self.list, centred("", "muted", "pictures-empty"))

        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self._heading)
        names.addWidget(self._count)
        top = QHBoxLayout()
        top.addLayout(names, 1)
        top.addWidget(self._all, 0, Qt.AlignmentFlag.AlignTop)
        layout = fill_card(self)
        layout.addLayout(top)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._made_answer(theme))
        # Whose pictures are shown.
        self._dataset: Dataset | None = None
        self._cell: Cell | None = None
        self.list.selected.connect(self._selected)
        self.list.opened.connect(self._opened)
        self.say("")

    def _made_answer(self, theme: Theme) -> QStackedWidget:
        self._answer = AnswerChart(theme)
        self._sentence = label("", "", "picture-sentence")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
        self._open = QPushButton(tr("Open in Draw"))
        self._open.setObjectName("open-picture")
        self._open.setAccessibleName(tr("Open the picture in the drawing tab"))
        self._open.clicked.connect(self._open_selected)
        hint = centred(tr("Click: its probabilities. Double click: open it in Draw."), "muted")
        said = QVBoxLayout()
        said.addWidget(self._sentence, 1)
        said.addWidget(self._open)
        shown = QWidget()
        row = QHBoxLayout(shown)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self._answer, 1)
        row.addLayout(said)
        self._below = QStackedWidget()
        self._below.addWidget(hint)
        self._below.addWidget(shown)
        self._below.setFixedHeight(shown.sizeHint().height())
        return self._below

    @property
    def nothing(self) -> str:
        """What is said in the place of pictures; "" where there are some."""
        return self._pages.said

    def say(self, sentence: str, heading: str = "") -> None:
        """Say a sentence where there are no pictures."""
        self._heading.setText(heading)
        self._count.setText("")
        self._pages.say(sentence)
        self._all.hide()
        self._below.hide()

    def show_mistakes(self, dataset: Dataset, probabilities: FloatArray, cell: Cell | None) -> None:
        """Show the pictures of a cell, or all that were read wrong.

        Args:
            probabilities: (n, 10), of the first n pictures.
        """
        labels = dataset.labels[: len(probabilities)]
        if cell is None:
            which = worst_errors(probabilities, labels)
            heading, order = tr("All mistakes"), tr("the surest wrong answer first")
            nothing = tr("No mistakes: every picture was read right.")
        else:
            digit, read = cell
            which = cell_indices(probabilities, labels, digit, read)
            heading = error_text.cell_title(digit, read)
            order = tr("the surest first") if digit != read else tr("the least sure first")
            nothing = tr("No {0} was read as {1}.", digit, read)
        if not len(which):
            # Of a part of the pictures no more can be said.
            self.say(nothing if len(labels) == len(dataset) else tr("None so far."), heading)
        else:
            self._heading.setText(heading)
            pictures = tr("1 picture") if len(which) == 1 else tr("{0} pictures", f"{len(which):,}")
            self._count.setText(pictures if len(which) == 1 else tr("{0}, {1}", pictures, order))
            self._pages.see()
            self._below.show()
        keep = dataset is self._dataset and cell == self._cell
        self._dataset, self._cell = dataset, cell
        self.list.show_pictures(dataset, probabilities, which, pairs=cell is None, keep=keep)
        self._all.setVisible(cell is not None)

    @Slot(object)
    def _selected(self, row: int | None) -> None:
        self._below.setCurrentIndex(0 if row is None else 1)
        if row is None:
            self._answer.show_answer(None)
            return
        pictures = self.list.pictures
        self._answer.show_answer(pictures.probabilities(row), pictures.digit(row))
        self._sentence.setText(pictures.sentence(row))

    @Slot()
    def _open_selected(self) -> None:
        if self.list.chosen is not None:
            self._opened(self.list.chosen)

    @Slot(int)
    def _opened(self, row: int) -> None:
        pictures = self.list.pictures
        self.picture_chosen.emit(pictures.values(row), pictures.probabilities(row).copy())
