"""The current run in words, with a note; or how the runs in the plots differ. And how the list and they are divided."""

import dataclasses
from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from engine.i18n import tr, tr_n
from engine.runs import Run
from engine.runs.metadata import MAX_LINE, clean_note
from gui.settings import Settings
from gui.theme import Theme
from gui.training.runs import settings_text
from gui.training.runs.comparison_table import Comparison
from gui.training.runs.list_model import ShownRun
from gui.widgets.cards import ElidedLabel, fill_card, label, row
from gui.widgets.form_controls import scroll
from gui.widgets.segmented_control import SegmentedControl

THIS_RUN, COMPARISON = 0, 1
# From this width on, in pixels of the usual font, the list and the details are side by side.
_WIDE = 1_220
_HANDLE = 10
_SWATCH = 12, 12
_MAX_SIZE = 100_000


class NoteEditor(QPlainTextEdit):
    """``edited``: a run's id and its new note, once the focus leaves or another run is shown."""

    edited = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("run-note")
        self.setAccessibleName(tr("Note about the run"))
        self.setPlaceholderText(tr("Write a note…"))
        self.setTabChangesFocus(True)
        self._run: Run | None = None
        # The note that was shown last, and what Qt made of it.
        self._shown = self._shown_text = ""

    def show_run(self, run: Run | None) -> None:
        """Show the note of a run. Where it is the same run, unsaved text stays."""
        if run is None or self._run is None or run.id != self._run.id:
            self.save()
        unsaved = self._run is not None and self._note != self._run.note
        self._run = run
        text = "" if run is None else run.note
        if not unsaved and text != self._note:
            self.setPlainText(text)
            self._shown, self._shown_text = text, self.toPlainText()
        self.setEnabled(run is not None)

    @property
    def _note(self) -> str:
        """The text as it is stored. What is being typed stays as it is: the cursor would lose its place."""
        text = self.toPlainText()
        # Qt replaces some characters, such as a no-break space. A note does not change by being shown.
        return self._shown if text == self._shown_text else clean_note(text)

    def save(self) -> None:
        """Emit ``edited`` if the text was changed."""
        if self._run is not None and self._note != self._run.note:
            # First, since a receiver may show the run again.
            self._run = dataclasses.replace(self._run, note=self._note)
            self.edited.emit(self._run.id, self._run.note)

    def insertFromMimeData(self, source: QMimeData) -> None:
        # An image would replace the selected text by nothing.
        if not source.hasText():
            return
        # A long line takes seconds to lay out: this is as it will be stored, and no line grows by many pastes.
        text, there = clean_note(source.text()), self.textCursor().block().length()
        if there > 1 and there + max(map(len, text.split("\n"))) > MAX_LINE:
            text = f"\n{text}\n"
        self.insertPlainText(text)
        self.ensureCursorVisible()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.save()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.save()


class Details(QFrame):
    """Attributes:
    pages: THIS_RUN or COMPARISON.
    note: of the run.
    comparison: of the runs in the plots.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("run-details")
        self._run: Run | None = None
        self._shown: list[ShownRun] = []
        # In the colour of the run's curves.
        self._swatch = QFrame()
        self._swatch.setObjectName("run-swatch")
        self._swatch.setFixedSize(*_SWATCH)
        self._heading = ElidedLabel(role="heading", name="run-heading", elided=Qt.TextElideMode.ElideMiddle)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self.pages = SegmentedControl("run-pages", tr("What is shown below"), (tr("This run"), tr("Comparison")))
        self.note = NoteEditor()
        self.comparison = Comparison(theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_page())
        self._stack.addWidget(self.comparison)
        layout = fill_card(self)
        layout.addLayout(row(row(self._swatch, (self._heading, 1)), self.pages, spacing=12))
        layout.addWidget(self._stack, 1)
        self.setMinimumHeight(120)
        self.pages.changed.connect(self._stack.setCurrentIndex)
        self._stack.currentChanged.connect(self._update_heading)
        self.show_run(None)

    def _make_page(self) -> QWidget:
        self._grid = QWidget()
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        facts: tuple[tuple[str, str, Callable[[Run], str]], ...] = (
            ("network", tr("Network"), settings_text.network),
            ("data", tr("Data"), settings_text.data),
            ("training", tr("Training"), lambda run: settings_text.training(run.config)),
            ("accuracy", tr("Accuracy"), settings_text.scores),
            ("progress", tr("Progress"), settings_text.progress),
        )
        self._facts: list[tuple[QLabel, Callable[[Run], str]]] = []
        for i, (name, title, text) in enumerate(facts):
            fact = label(name=f"run-{name}", wrap=True)
            fact.setAccessibleName(title)
            # A name in it may look like markup.
            fact.setTextFormat(Qt.TextFormat.PlainText)
            fact.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(label(title, "muted"), i, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(fact, i, 1, Qt.AlignmentFlag.AlignTop)
            self._facts.append((fact, text))
        grid.setRowStretch(len(facts), 1)
        area = QScrollArea()
        area.setObjectName("run-facts")
        area.setAccessibleName(tr("Settings and scores of the run"))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll(area, self._grid)
        page = QWidget()
        self._page_layout = row(area, self.note, spacing=12)
        page.setLayout(self._page_layout)
        return page

    def set_upright(self, upright: bool) -> None:
        """Have the note below the facts, or beside them."""
        direction = QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        self._page_layout.setDirection(direction)
        for i, stretch in enumerate((1, 2) if upright else (2, 1)):
            self._page_layout.setStretch(i, stretch)

    def show_run(self, run: Run | None) -> None:
        """Describe a run."""
        self._run = run
        self.note.show_run(run)
        for widget in (self._grid, self.note):
            widget.setVisible(run is not None)
        for fact, text in self._facts:
            fact.setText("" if run is None else text(run))
        self._update_heading()

    def show_comparison(self, shown: Sequence[ShownRun]) -> None:
        """Compare the runs in the plots; they give the described run its colour."""
        self._shown = list(shown)
        self.comparison.show_runs(shown)
        self._update_heading()

    @Slot()
    def _update_heading(self) -> None:
        colours = {each.run.id: each.colour for each in self._shown}
        colour = colours.get(self._run.id) if self._run is not None else None
        self._swatch.setVisible(colour is not None and self._stack.currentIndex() == THIS_RUN)
        if colour != self._swatch.property("swatch"):
            self._swatch.setProperty("swatch", colour)
            self._swatch.style().polish(self._swatch)
        if self._stack.currentIndex() == THIS_RUN:
            self._heading.setText(tr("No run is selected.") if self._run is None else self._run.name)
        else:
            count = len(self._shown)
            self._heading.setText(tr_n("%n run(s) in the plots", None, count))


class RunsSplitter(QSplitter):
    """The list above the details, or beside them where there is room. The sizes are remembered for either."""

    def __init__(self, runs: QWidget, details: Details, settings: Settings, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setObjectName("runs-splitter")
        self._details, self._settings, self._theme = details, settings, theme
        self.addWidget(runs)
        self.addWidget(details)
        self.setHandleWidth(_HANDLE)
        self.setCollapsible(0, False)
        self._restore()
        self.splitterMoved.connect(lambda: settings.keep_whole_numbers(self._key, self.sizes()))

    @property
    def _key(self) -> str:
        return "runs/above" if self.orientation() == Qt.Orientation.Vertical else "runs/beside"

    def _restore(self) -> None:
        orientation, sizes = self.orientation(), self._settings.whole_numbers(self._key, 0, _MAX_SIZE)
        stretches = (4, 3) if orientation == Qt.Orientation.Vertical else (6, 5)
        for i, stretch in enumerate(stretches):
            self.setStretchFactor(i, stretch)
        # Qt scales them down to the room that there is.
        self.setSizes(sizes if len(sizes) == 2 and sizes[0] else [10_000 * stretch for stretch in stretches])
        self._details.set_upright(orientation == Qt.Orientation.Horizontal)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        orientation = Qt.Orientation.Horizontal if self.width() >= self._theme.px(_WIDE) else Qt.Orientation.Vertical
        if orientation != self.orientation():
            self.setOrientation(orientation)
            self._restore()
