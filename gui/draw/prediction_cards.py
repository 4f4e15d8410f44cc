"""The two cards of the prediction: the digit and how sure the network is, and the probabilities of all digits."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from engine.recognizer import Prediction
from gui.draw.probability_chart import Comparison, ProbabilityChart
from gui.i18n import tr
from gui.theme import Theme
from gui.widgets.announcer import announce
from gui.widgets.cards import ElidedLabel, fill_card, label, row
from gui.widgets.form_controls import restyle

# Below this highest probability no digit is named.
_LEAST_PERHAPS = 0.3


class _Lines(QWidget):
    """Centred labels below each other, each with its own height; hidden ones are left out.

    Not a layout: it would be computed again, with everything beside it, for each new percentage.
    """

    def __init__(self, lines: Sequence[QLabel]) -> None:
        super().__init__()
        self._lines = [(line, 0) for line in lines]
        self._spacing = 0
        for line in lines:
            line.setParent(self)

    def set_heights(self, heights: Sequence[int], spacing: int) -> None:
        """In pixels."""
        self._lines = [(line, height) for (line, _), height in zip(self._lines, heights, strict=True)]
        self.setMinimumHeight(sum(heights) + spacing * (len(heights) - 1))
        self._spacing = spacing
        self.place()

    def place(self) -> None:
        """Move the visible ones to where they belong."""
        visible = [(line, height) for line, height in self._lines if not line.isHidden()]
        y = (self.height() - sum(height for _, height in visible) - self._spacing * (len(visible) - 1)) // 2
        for line, height in visible:
            line.setGeometry(0, y, self.width(), height)
            y += height + self._spacing

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.place()


class PredictionCard(QFrame):
    """The prediction in three lines, and below them the network's accuracy on the user's own digits."""

    def __init__(self) -> None:
        super().__init__()
        self._digit = label(tr("?"), name="digit")
        self._confidence = label(tr("Not sure"), name="confidence")
        self._second = label("", "muted", "second", wrap=True)
        self._accuracy = label("", "muted", "own-accuracy")
        layout = fill_card(self)
        layout.addWidget(label(tr("Prediction"), "heading"))
        for each in (self._digit, self._confidence, self._accuracy):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # Three lines from the start: what is above them does not move when a longer sentence comes.
        self._second.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._lines = _Lines((self._digit, self._confidence, self._second))
        layout.addWidget(self._lines, 1)
        layout.addWidget(self._accuracy)

    def set_large(self, large: bool) -> int:
        """Whether the digit and the confidence are large.

        Returns:
            the least height of the card, with a prediction or without: nothing moves when the first ink comes.
        """
        if self._digit.property("large") != large:
            for line in (self._digit, self._confidence):
                restyle(line, "large", large)
            layout = self.layout()
            assert layout is not None
            heights = [line.fontMetrics().lineSpacing() for line in (self._digit, self._confidence)]
            line_height = self.fontMetrics().lineSpacing()
            self._lines.set_heights([*heights, 3 * line_height], layout.spacing())
            margins = layout.contentsMargins()
            # With the heading above, and the accuracy below.
            others = 2 * (line_height + layout.spacing()) + margins.top() + margins.bottom()
            self.setMinimumHeight(self._lines.minimumHeight() + others)
        return self.minimumHeight()

    def show_prediction(self, prediction: Prediction, placeholder: str) -> None:
        """Show it, and announce another digit to screen readers.

        Args:
            placeholder: the sentence where there is no ink.
        """
        digit, p = prediction.digit, prediction.probabilities
        if digit is None:
            self._show("", "", placeholder, announced=placeholder)
            return
        second = int((-p).argsort(kind="stable")[1])  # of equal ones the first, as in argmax
        percent = {each: f"{100 * float(p[each]):.1f}" for each in (digit, second)}
        if prediction.sure:
            other = tr("or else {0}, {1} %", second, percent[second])
            self._show(str(digit), f"{percent[digit]} %", other, announced=tr("The network predicts {0}", digit))
            return
        if p[digit] >= _LEAST_PERHAPS:
            # A line ends between the two, never within one.
            first, other = (f"{each}\u00a0({text}\u00a0%)" for each, text in percent.items())
            perhaps = tr("perhaps {0} or\u00a0{1}", first, other)
            announced = tr("The network is not sure: perhaps {0} or {1}", digit, second)
        else:
            perhaps = announced = tr("The network does not recognise a digit.")
        self._show(tr("?"), tr("Not sure"), perhaps, announced=announced, muted=True)

    def show_accuracy(self, correct: int, n: int) -> None:
        """How many of the user's own drawings were predicted correctly, of how many."""
        self._accuracy.setText(tr("Yours: {0} of {1} correct", f"{correct:,}", f"{n:,}") if n else "")

    def _show(self, digit: str, confidence: str, second: str, *, announced: str, muted: bool = False) -> None:
        """Show three lines, of which the upper two may be empty; ``muted`` where the first is no digit."""
        for line, text in ((self._digit, digit), (self._confidence, confidence), (self._second, second)):
            line.setText(text)
            line.setVisible(bool(text))
        self._lines.place()
        restyle(self._digit, "role", "muted" if muted else "")
        # Another prediction; not each new percentage of the same one.
        if self._digit.accessibleName() != announced:
            announce(self._digit, announced)


class ProbabilityCard(QFrame):
    """The bars, and below them a line about those of the comparison.

    Attributes:
        chart: the bars.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("probability-card")
        self.chart = ProbabilityChart(theme)
        # It takes the remaining room.
        self.chart.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._compared = ElidedLabel(name="compared")
        self._legend = QWidget()
        self._legend.setLayout(row(label("■", "compared"), (self._compared, 1), spacing=6))
        self._legend.setVisible(False)
        layout = fill_card(self)
        layout.addWidget(label(tr("Softmax probabilities"), "heading"))
        layout.addWidget(self.chart, 1)
        layout.addWidget(self._legend)

    def show_prediction(self, prediction: Prediction, comparison: Comparison | None) -> None:
        """The bars of a prediction, coloured where it is sure, and others beside them."""
        digit = prediction.digit
        self.chart.show_probabilities(prediction.probabilities, digit if prediction.sure else None, comparison)
        self._legend.setVisible(comparison is not None)
        if comparison is not None:
            likeliest = int(comparison.probabilities.argmax())
            percent = f"{100 * comparison.probabilities[likeliest]:.1f}"
            self._compared.setText(tr("{0} ({1} %) {2}", likeliest, percent, comparison.name))
            # Bold where it is another digit.
            font = self._compared.font()
            font.setBold(likeliest != digit)
            self._compared.setFont(font)
