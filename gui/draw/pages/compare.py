"""Two at once: a second network reads the same drawing, and where the two disagree stands out."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from engine.errors import WeightsError
from engine.ink.preprocess import Stages
from engine.paths import shipped_weights
from engine.recognizer import Prediction, Recognizer
from engine.weights import Weights, load_weights
from gui.draw.probability_chart import Comparison
from gui.i18n import tr
from gui.settings import Settings
from gui.widgets.cards import ElidedLabel, ElidedList, label

_READABLE = "*.safetensors *.npz *.pkl"
_LARGE = 34


class ComparePage(QWidget):
    """Holds the second network.

    Signals:
        changed: another one was chosen, or none.
        problem: a sentence that says why a file cannot be taken.
    """

    changed = Signal()
    problem = Signal(str)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare")
        self._settings = settings
        self._files: list[Path | None] = []
        self._recognizer: Recognizer | None = None
        self._name = ""
        self._chosen = 0
        self.list = ElidedList()
        self.list.setObjectName("compare-list")
        self.list.setAccessibleName(tr("The second network"))
        self.list.setSizeAdjustPolicy(ElidedList.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.list.setMinimumContentsLength(8)
        self._add(None, tr("No second network"))
        self.list.activated.connect(self._picked)
        other = QPushButton(tr("From a file…"))
        other.setObjectName("compare-file")
        other.setProperty("small", True)
        other.clicked.connect(self._open)
        self._said = label("", "muted", name="compare-said")
        self._said.setWordWrap(True)
        self._digits = [label("", name=f"compare-digit-{which}") for which in (1, 2)]
        self._texts = [ElidedLabel() for _ in range(2)]
        self._verdict = label("", "heading", name="compare-verdict")

        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.list, 1)
        top.addWidget(other)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(2)
        for row, (digit, text) in enumerate(zip(self._digits, self._texts, strict=True)):
            font = digit.font()
            font.setPixelSize(_LARGE)
            font.setBold(True)
            digit.setFont(font)
            digit.setAlignment(Qt.AlignmentFlag.AlignCenter)
            digit.setMinimumWidth(_LARGE)
            grid.addWidget(digit, row, 0)
            grid.addWidget(text, row, 1)
        grid.setColumnStretch(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 6, 0, 0)
        whole.setSpacing(10)
        whole.addLayout(top)
        whole.addLayout(grid)
        whole.addWidget(self._verdict)
        whole.addWidget(self._said)
        whole.addStretch()
        self._tell(None, None, "")

    def _add(self, file: Path | None, title: str) -> None:
        self.list.addItem(title)
        self._files.append(file)

    def showEvent(self, event: QShowEvent) -> None:
        """The shipped networks are looked up when they are first wanted: that takes a while."""
        for file in shipped_weights():
            if file not in self._files:
                self._add(file, _title(file))

    @property
    def on(self) -> bool:
        """Whether there is a second network."""
        return self._recognizer is not None

    def use(self, weights: Weights | None) -> None:
        """Compare with these, or with none."""
        if weights is None:
            self._recognizer, self._name = None, ""
        else:
            self._recognizer = Recognizer(weights.spec, weights.params, max_batch=1)
            self._name = weights.name or weights.spec.title
        self.changed.emit()

    def read(self, stages: Stages, prediction: Prediction, name: str) -> Comparison | None:
        """What the second network says of the same input; None where there is none, or no ink.

        Args:
            prediction, name: the answer of the first one, and what that is called.
        """
        other = None if self._recognizer is None or stages.empty else self._recognizer.predict(stages)
        self._tell(prediction, other, name)
        return None if other is None else Comparison(self._name, other.probabilities)

    @Slot(int)
    def _picked(self, index: int) -> None:
        file = self._files[index]
        if file is None:
            self._chosen = 0
            self.use(None)
        else:
            self._take(file)

    @Slot()
    def _open(self) -> None:
        file, _ = QFileDialog.getOpenFileName(
            self,
            tr("Compare with weights"),
            self._settings.text("weights/folder", ""),
            tr("Weights ({0})", _READABLE) + ";;" + tr("All files (*)"),
        )
        if file:
            self._settings.keep("weights/folder", str(Path(file).parent))
            self._take(Path(file))

    def _take(self, file: Path) -> None:
        try:
            weights = load_weights(file)
        except WeightsError as error:
            self.problem.emit(str(error))
            # What was compared with stays.
            self.list.setCurrentIndex(self._chosen)
            return
        if file not in self._files:
            self._add(file, weights.name or file.stem)
        self._chosen = self._files.index(file)
        self.list.setCurrentIndex(self._chosen)
        self.use(weights)

    def _tell(self, mine: Prediction | None, other: Prediction | None, name: str) -> None:
        answers = [(mine, name), (other, self._name)] if mine is not None and other is not None else []
        for digit, text in zip(self._digits, self._texts, strict=True):
            _show(digit, "")
            _show(text, "")
        for (answer, called), digit, text in zip(answers, self._digits, self._texts, strict=False):
            p = float(answer.probabilities.max())
            _show(digit, str(answer.digit) if answer.sure else "?")
            sure = "" if answer.sure else tr("not sure, perhaps {0}: ", int(np.argmax(answer.probabilities)))
            _show(text, tr("{0}{1} %  ·  {2}", sure, f"{100 * p:.1f}", called))
        verdict = ""
        if mine is not None and other is not None:
            same = (mine.digit, mine.sure) == (other.digit, other.sure)
            verdict = tr("They agree.") if same else tr("They disagree.")
        _show(self._verdict, verdict)
        if not self.on:
            said = tr("Choose a second network: it reads every drawing along, and its bars stand beside the others.")
        elif other is None:
            said = tr("Draw a digit: both read it.")
        else:
            said = ""
        _show(self._said, said)


def _show(line: QLabel, text: str) -> None:
    line.setText(text)
    line.setVisible(bool(text))


def _title(file: Path) -> str:
    try:
        return load_weights(file).name or file.stem
    except WeightsError:
        return file.stem  # choosing it tells what is wrong
