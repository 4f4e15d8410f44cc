"""Compare: a second network predicts the same drawing, and it is shown where the two disagree."""

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel

from engine.data.shown_names import shown_name
from engine.i18n import tr
from engine.io.checked_file import printable
from engine.paths import shipped_weights
from engine.recognizer import Prediction, Recognizer
from engine.weights import Weights, load_weights, weights_title
from gui.draw.answer_text import answer, answered, percent
from gui.draw.pages.page import Page, PageContext
from gui.draw.probability_chart import Comparison
from gui.file_dialogs import ask_which_to_open
from gui.task import TaskGroup
from gui.widgets.cards import ElidedLabel, button, column, label, row
from gui.widgets.form_controls import ElidedList, enlarge

_READABLE = "*.safetensors *.npz *.pkl *.pickle *.pkl.gz"
_LARGE = "34"


class ComparePage(Page):
    """Holds the second network."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.setObjectName("compare")
        self._context = context
        self._tasks = TaskGroup(self)
        self._tasks.ended.connect(context.ended)
        self._recognizer: Recognizer | None = None
        self._name = ""
        # The file of the second network, or ""; and the names of all that were listed.
        self._file = ""
        self._names: dict[str, str] = {}
        self.list = ElidedList("compare-list", tr("The second network"))
        self.list.shrink()
        self.list.addItem(tr("No second network"))
        self.list.activated.connect(self._picked)
        other = button(tr("From a file…"), "compare-file", self._open)
        self._text = label("", "muted", "compare-text", wrap=True)
        self._digits = [label(name=f"compare-digit-{which}") for which in (1, 2)]
        self._texts = [ElidedLabel() for _ in range(2)]
        self._verdict = label("", "heading", "compare-verdict")
        for digit in self._digits:
            enlarge(digit, _LARGE, widest="00")
            digit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        lines = (row(digit, (text, 1), spacing=14) for digit, text in zip(self._digits, self._texts, strict=True))
        self.setLayout(
            column(
                row((self.list, 1), other),
                column(*lines, spacing=2),
                self._verdict,
                self._text,
                None,
                spacing=10,
                top=6,
            ),
        )
        self._show_predictions(None, None)
        context.network.changed.connect(self._update_list)

    def showEvent(self, event: QShowEvent) -> None:
        """The shipped networks are listed when the page is first shown: their names are in their files."""
        for file in shipped_weights():
            self._names.setdefault(str(file), shown_name(weights_title(file)))
        self._update_list()

    @Slot()
    def _update_list(self) -> None:
        """Without the network in use: it would only be compared with itself."""
        current = "" if self._context.network.path is None else str(self._context.network.path)
        if self._file == current and current:
            self._file = ""
            self.use(None)
        self.list.clear()
        self.list.addItem(tr("No second network"))
        for file, name in self._names.items():
            if file != current:
                self.list.addItem(name, file)
        self.list.setCurrentIndex(max(self.list.findData(self._file), 0))

    def use(self, weights: Weights | None) -> None:
        """Compare with these, or with none."""
        if weights is None:
            self._recognizer, self._name = None, ""
        else:
            self._recognizer = Recognizer(weights.spec, weights.params, max_batch=1)
            self._name = shown_name(weights.name or weights.spec.title)
        self.changed.emit()

    def comparison(self, prediction: Prediction) -> Comparison | None:
        """None where there is no second network, or no ink."""
        stages = prediction.stages
        other = None if self._recognizer is None or stages.empty else self._recognizer.predict(stages)
        self._show_predictions(prediction, other)
        return None if other is None else Comparison(self._name, other.probabilities)

    @Slot(int)
    def _picked(self, index: int) -> None:
        file = self.list.itemData(index)
        if file is None:
            self._tasks.cancel()
            self._file = ""
            self.use(None)
        else:
            self._load(Path(file))

    @Slot()
    def _open(self) -> None:
        kinds = tr("Weights ({0})", _READABLE) + ";;" + tr("All files (*)")
        file = ask_which_to_open(self, self._context.settings, "weights/folder", tr("Compare with weights"), kinds)
        if file is not None:
            self._load(file)

    def _load(self, file: Path) -> None:
        """Read it on a thread. If that fails, the network before stays."""
        self._tasks.cancel()
        self._tasks.start(lambda _: _read(file), lambda weights: self._use_file(file, weights), on_failed=self._refuse)

    def _refuse(self, problem: str) -> None:
        self._context.report(problem)
        self._update_list()

    def _use_file(self, file: Path, weights: Weights) -> None:
        if file == self._context.network.path:
            name = printable(file.name)
            self._refuse(tr("“{0}” is the network in use: choose another one to compare it with.", name))
            return
        self._names[str(file)] = self._names.get(str(file)) or shown_name(weights.name) or printable(file.stem)
        self._file = str(file)
        self._update_list()
        self.use(weights)

    def _show_predictions(self, first: Prediction | None, second: Prediction | None) -> None:
        lines, verdict, text = [("", ""), ("", "")], "", ""
        if first is not None and second is not None:
            lines = [_line(first, self._context.network.name), _line(second, self._name)]
            verdict = _verdict(answered(first.probabilities), answered(second.probabilities))
        elif self._recognizer is not None:
            text = tr("Draw a digit: both networks predict it.")
        else:
            text = tr("Choose a second network: it predicts every drawing, too, and its bars are beside the others.")
        for digit, explanation, line in zip(self._digits, self._texts, lines, strict=True):
            _show(digit, line[0])
            _show(explanation, line[1])
        _show(self._verdict, verdict)
        _show(self._text, text)


def _read(file: Path) -> Weights:
    """The weights of a file, with the activation that fits best where it does not say which.

    Raises:
        WeightsError: it holds no weights that can be used.
    """
    weights = load_weights(file)
    if weights.activation_from != "assumed":
        return weights
    # Loads the synthetic digits, so only where it is needed.
    from engine.evaluate.activation_choice import with_measured_activation

    return with_measured_activation(weights)


def _verdict(first: int | None, second: int | None) -> str:
    """Whether two networks agree; None stands for one that is not sure."""
    if first is None and second is None:
        return tr("Neither network is sure.")
    if first is None or second is None:
        return tr("Only one of them is sure.")
    return tr("They agree.") if first == second else tr("They disagree.")


def _line(prediction: Prediction, name: str) -> tuple[str, str]:
    """The digit, and with which probability which network predicts it."""
    p = prediction.probabilities
    if prediction.sure:
        return str(prediction.digit), tr("{0} %  ·  {1}", percent(float(p.max())), name)
    return "?", tr("{0}  ·  {1}", answer(p), name)


def _show(line: QLabel, text: str) -> None:
    line.setText(text)
    line.setVisible(bool(text))
