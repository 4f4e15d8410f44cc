"""What was loaded, to be looked at before it is learned from: how many of each digit, some of them, every fault."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QTextEdit,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from engine.data.dataset import Dataset
from engine.data.survey import Loaded, digit_counts, sample_page
from engine.types import CANVAS, CLASSES, IntArray
from gui.cards import ElidedLabel, card, label
from gui.i18n import tr
from gui.theme import Theme
from gui.training.mistakes.pixels import paint_pixels
from gui.training.mistakes.segments import Segments

# More would be slow to show, and nobody reads them.
_MOST_FAULTS = 500
# Of each digit; as many of them are shown as there is room for.
_SAMPLES = 16
_GAP, _LEAST_GAP = 6, 2
_LARGEST = 3
_LEFT_WIDTH = 320
_BAR = 8


class _Bar(QWidget):
    """A part of the whole, as a line."""

    def __init__(self, colour: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour, self._theme = colour, theme
        self._part = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(60, _BAR)

    def show_part(self, part: float) -> None:
        """0 to 1."""
        self._part = part
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(self._colour))
        width = self._part * self.width()
        painter.drawRoundedRect(QRectF(0, (self.height() - _BAR) / 2, width, _BAR), 2, 2)


class Counts(QWidget):
    """How many pictures of each digit there are to learn from and to test with."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data-counts")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        self._rows: dict[str, list[tuple[_Bar, QLabel]]] = {}
        for digit in range(CLASSES):
            grid.addWidget(label(str(digit), "heading"), digit + 1, 0)
            grid.setRowStretch(digit + 1, 1)
        for column, (name, title) in enumerate((("train", tr("training")), ("test", tr("test")))):
            heading = label(title, "muted")
            heading.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(heading, 0, 2 * column + 1, 1, 2)
            grid.setColumnStretch(2 * column + 1, 1)
            self._rows[name] = []
            for digit in range(CLASSES):
                bar, number = _Bar(name, theme), label("", "", f"{name}-count-{digit}")
                number.setAccessibleName(tr("{0}, pictures of {1}", title, digit))
                number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                grid.addWidget(bar, digit + 1, 2 * column + 1)
                grid.addWidget(number, digit + 1, 2 * column + 2)
                self._rows[name].append((bar, number))

    def show_counts(self, name: str, counts: IntArray) -> None:
        """(10,) counts of "train" or "test"; a digit of which there is none stands out."""
        most = max(int(counts.max()), 1)
        for (bar, number), count in zip(self._rows[name], counts.tolist(), strict=True):
            bar.show_part(count / most)
            number.setText(f"{count:,}" if counts.any() else "–")
            number.setProperty("role", "error" if not count and counts.any() else "" if count else "muted")
            number.style().unpolish(number)
            number.style().polish(number)


class Samples(QWidget):
    """Some pictures of each digit below it, as many as there is room for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data-samples")
        self.setAccessibleName(tr("Some of the pictures, by their digits"))
        self.setMinimumSize(CLASSES * (CANVAS + _GAP), 4 * CANVAS)
        self._theme = theme
        self._dataset: Dataset | None = None
        self._page: list[IntArray] = []
        theme.changed.connect(self.update)

    @property
    def page(self) -> list[IntArray]:
        """For each digit, where its pictures are in the dataset."""
        return self._page

    def show_page(self, dataset: Dataset, page: list[IntArray]) -> None:
        """Show these pictures of a dataset; see ``sample_page``."""
        self._dataset, self._page = dataset, page
        self.update()

    def picture_at(self, point: QPoint) -> int | None:
        """Where in the dataset the picture under a point of the widget is."""
        top = self._top()
        digit, row = point.x() // self._width(), (point.y() - top) // self._step()
        if point.y() < top or digit >= len(self._page) or not 0 <= row < min(len(self._page[digit]), self._rows()):
            return None
        return int(self._page[digit][row])

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            found = self.picture_at(event.pos())
            text = "" if found is None or self._dataset is None else self._sentence(self._dataset, found)
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    @staticmethod
    def _sentence(dataset: Dataset, which: int) -> str:
        return tr("{0}: picture {1} of {2}", dataset.labels[which], f"{which + 1:,}", f"{len(dataset):,}")

    def _width(self) -> int:
        """Of a column."""
        return self.width() // CLASSES

    def _scale(self) -> int:
        return min(max((self._width() - _LEAST_GAP) // CANVAS, 1), _LARGEST)

    def _step(self) -> int:
        """From a picture to the next one below."""
        return self._scale() * CANVAS + min(self._width() - self._scale() * CANVAS, _GAP)

    def _top(self) -> int:
        return self.fontMetrics().height() + _GAP

    def _rows(self) -> int:
        return (self.height() - self._top()) // self._step()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._dataset is None:
            return
        painter = QPainter(self)
        width, step, top = self._width(), self._step(), self._top()
        font = self.font()
        font.setBold(True)
        for digit, which in enumerate(self._page):
            left = digit * width
            painter.setFont(font)
            painter.setPen(self._theme.colour("text" if len(which) else "error"))
            painter.drawText(QRect(left, 0, width, top - _GAP), Qt.AlignmentFlag.AlignCenter, str(digit))
            for row, place in enumerate(which[: self._rows()].tolist()):
                centre = QPointF(left + width / 2, top + row * step + step / 2)
                paint_pixels(painter, self._dataset.images[place], centre, self._scale())


class DataPage(QWidget):
    """Counts and faults on the left, a page of samples on the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data-page")
        self._sets: tuple[Dataset, ...] = ()
        self._seed: int | None = None
        self.counts = Counts(theme)
        self.samples = Samples(theme)
        self.which = Segments("data-set", tr("Samples of"), (tr("training"), tr("test")), theme)
        self._title = ElidedLabel()
        self._title.setObjectName("data-title")
        self._title.setProperty("role", "heading")
        self._totals = label("", "muted", "data-totals")
        self._totals.setWordWrap(True)
        self._other = QPushButton(tr("Other ones"))
        self._other.setObjectName("other-samples")
        self._other.setAccessibleName(tr("Show other pictures"))
        self._fault_count = label("", "heading", "data-fault-count")
        self._no_faults = label(tr("No faults were found."), "muted", "data-no-faults")
        self._fault_list = QTextEdit()
        self._lay_out()

        self.which.changed.connect(self._first_page)
        self._other.clicked.connect(self._next_page)
        self.clear()

    def _lay_out(self) -> None:
        counted, counted_layout = card()
        for each in (self._title, self._totals):
            counted_layout.addWidget(each)
        counted_layout.addWidget(self.counts, 1)
        counted_layout.addWidget(self._no_faults)
        self._fault_list.setObjectName("data-faults")
        self._fault_list.setAccessibleName(tr("Faults in the files"))
        self._fault_list.setReadOnly(True)
        self._fault_list.setFrameShape(QFrame.Shape.NoFrame)
        self._fault_list.setTabChangesFocus(True)
        self._fault_list.document().setDocumentMargin(0)
        self._faults, faults_layout = card()
        faults_layout.addWidget(self._fault_count)
        faults_layout.addWidget(self._fault_list, 1)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(counted, 3)
        left.addWidget(self._faults, 2)
        counted.setFixedWidth(_LEFT_WIDTH)
        self._faults.setFixedWidth(_LEFT_WIDTH)

        shown, shown_layout = card()
        top = QHBoxLayout()
        top.addWidget(label(tr("Some of them"), "heading"))
        top.addStretch()
        top.addWidget(self.which)
        top.addWidget(self._other)
        shown_layout.addLayout(top)
        shown_layout.addWidget(self.samples, 1)
        body = QWidget()
        both = QHBoxLayout(body)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(12)
        both.addLayout(left)
        both.addWidget(shown, 1)
        nothing, nothing_layout = card()
        empty = label(tr("The pictures that a network learns from will be here once they are loaded."), "muted")
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty.setWordWrap(True)
        nothing_layout.addWidget(empty)
        self._pages = QStackedWidget()
        self._pages.addWidget(nothing)
        self._pages.addWidget(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    @property
    def empty(self) -> bool:
        """Whether nothing has been loaded."""
        return self._pages.currentIndex() == 0

    @Slot()
    def clear(self) -> None:
        """Nothing has been loaded."""
        self._sets = ()
        self._pages.setCurrentIndex(0)

    def show_loaded(self, loaded: Loaded, title: str) -> None:
        """Show what was loaded. ``show`` is Qt's own."""
        self._sets = (loaded.train, loaded.test)
        self._title.setText(title)
        for name, dataset in zip(("train", "test"), self._sets, strict=True):
            self.counts.show_counts(name, digit_counts(dataset))
        self._totals.setText(self._sum(*self._sets))
        faults = loaded.faults
        self._fault_count.setText(tr("1 fault") if len(faults) == 1 else tr("{0} faults", f"{len(faults):,}"))
        self._show_faults(faults)
        self._faults.setVisible(bool(faults))
        self._no_faults.setVisible(not faults)
        self.which.setVisible(len(loaded.test) > 0)
        self.which.choose(0)
        self._pages.setCurrentIndex(1)
        self._first_page()

    def _show_faults(self, faults: tuple[str, ...]) -> None:
        lines = [*faults[:_MOST_FAULTS]]
        if len(faults) > _MOST_FAULTS:
            lines.append(tr("… and {0} more.", f"{len(faults) - _MOST_FAULTS:,}"))
        self._fault_list.setPlainText("\n".join(lines))
        apart = QTextBlockFormat()
        apart.setBottomMargin(_GAP)
        cursor = QTextCursor(self._fault_list.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(apart)

    @staticmethod
    def _sum(train: Dataset, test: Dataset) -> str:
        digits = [int(digit_counts(each).sum()) for each in (train, test)]
        said = tr("{0} digits to learn from, {1} to test with", *(f"{n:,}" if n else tr("none") for n in digits))
        others = len(train) + len(test) - sum(digits)
        return tr("{0}; and {1} pictures of no digit", said, f"{others:,}") if others else said

    # -- samples

    @Slot()
    def _first_page(self) -> None:
        self._seed = None
        self._show_page()

    @Slot()
    def _next_page(self) -> None:
        self._seed = 0 if self._seed is None else self._seed + 1
        self._show_page()

    def _show_page(self) -> None:
        if self._sets:
            dataset = self._sets[self.which.value]
            self.samples.show_page(dataset, sample_page(dataset, _SAMPLES, self._seed))
