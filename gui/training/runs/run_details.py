"""The run that the list stands on, in words, with a note; or how the runs in the plots differ."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from engine.runs import Run
from gui.i18n import tr
from gui.theme import Theme
from gui.training.runs import run_text, settings_text
from gui.training.runs.comparison_table import Comparison
from gui.training.runs.note_editor import NoteEditor
from gui.training.runs.shown_runs import ShownRun
from gui.widgets.cards import ElidedLabel, fill_card, label
from gui.widgets.form_controls import scroll
from gui.widgets.segmented_control import SegmentedControl

THIS_RUN, COMPARISON = 0, 1


class Details(QFrame):
    """Attributes:
    pages: which of the two is to be seen.
    note: of the run.
    comparison: of the runs in the plots.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("run-details")
        layout = fill_card(self)
        self._run: Run | None = None
        self._shown: list[ShownRun] = []
        self._heading = ElidedLabel()
        self._heading.setObjectName("run-heading")
        self._heading.setProperty("role", "heading")
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self.pages = SegmentedControl("run-pages", tr("What is shown below"), (tr("This run"), tr("Comparison")))
        self.note = NoteEditor(theme)
        self.comparison = Comparison(theme)
        self._facts: dict[str, QLabel] = {}
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._heading, 1)
        top.addWidget(self.pages)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._about())
        self._stack.addWidget(self.comparison)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)
        self.setMinimumHeight(120)
        self.pages.changed.connect(self._turn)
        self.show_run(None)

    def _about(self) -> QWidget:
        inside = self._inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        titles = {
            "network": tr("Network"),
            "data": tr("Data"),
            "learning": tr("Learning"),
            "scores": tr("Accuracy"),
            "course": tr("Progress"),
        }
        for row, (name, title) in enumerate(titles.items()):
            fact = label("", "", f"run-{name}")
            fact.setAccessibleName(title)
            fact.setWordWrap(True)
            # A name in it may look like markup.
            fact.setTextFormat(Qt.TextFormat.PlainText)
            fact.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(label(title, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(fact, row, 1, Qt.AlignmentFlag.AlignTop)
            self._facts[name] = fact
        grid.setRowStretch(len(titles), 1)
        facts = QScrollArea()
        facts.setObjectName("run-facts")
        facts.setAccessibleName(tr("Settings and scores of the run"))
        facts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll(facts, inside)
        page = QWidget()
        layout = self._halves = QHBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(facts)
        layout.addWidget(self.note)
        return page

    @property
    def facts(self) -> dict[str, str]:
        """What is said of the run."""
        return {name: fact.text() for name, fact in self._facts.items()}

    def stand_up(self, upright: bool) -> None:
        """Have the note below what is said of the run, or beside it."""
        way = QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(way)
        for i, share in enumerate((1, 2) if upright else (2, 1)):
            self._halves.setStretch(i, share)

    def show_run(self, run: Run | None) -> None:
        """Say what a run is."""
        self._run = run
        self.note.show_run(run)
        for widget in (self._inside, self.note):
            widget.setVisible(run is not None)
        told = dict.fromkeys(self._facts, "")
        if run is not None:
            told = {
                "network": settings_text.network(run),
                "data": settings_text.data(run),
                "learning": settings_text.learning(run.config),
                "scores": settings_text.scores(run),
                "course": settings_text.course(run),
            }
        for name, text in told.items():
            self._facts[name].setText(run_text.breakable(text))
        self._tell()

    def show_comparison(self, shown: Sequence[ShownRun]) -> None:
        """Compare the runs in the plots."""
        self._shown = list(shown)
        self.comparison.show_runs(shown)
        self._tell()

    @Slot(int)
    def _turn(self, page: int) -> None:
        self._stack.setCurrentIndex(page)
        self._tell()

    def _tell(self) -> None:
        name = tr("No run is chosen.") if self._run is None else self._run.name
        count = len(self._shown)
        compared = tr("{0} runs in the plots", count) if count != 1 else tr("1 run in the plots")
        self._heading.setText(name if self._stack.currentIndex() == THIS_RUN else compared)
