"""The two cards of the prediction: the digit and how sure the network is, and the probabilities of all digits."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from engine.digit_finder import number_probability, number_text
from engine.i18n import tr
from engine.recognizer import Prediction, is_even
from engine.unread import Cause
from gui.draw.answer_text import answer, answered, percent
from gui.draw.number.large_text import LargeText, NumberText
from gui.draw.number.number_digits import Number, describe
from gui.draw.probability_chart import Comparison, ProbabilityChart
from gui.theme import Theme
from gui.widgets.announcer import announce
from gui.widgets.cards import ElidedLabel, fill_card, label, row
from gui.widgets.form_controls import restyle

# Below this highest probability no digit is named.
_LEAST_PERHAPS = 0.3
# A second digit below this would be "0.0 %".
_LEAST_OTHER = 0.0005
_Align = Qt.AlignmentFlag
# The least sizes of the digit and of the confidence, in pixels of the usual font.
_SIZES = {"large": (104, 26), "usual": (60, 20), "compact": (40, 16)}
# Of the room there is, how much the lines fill; the width of the digit's font, in widths of the card.
_FILLED, _WIDEST = 0.85, 1.2
# In a presentation the digit is at least this part of the window's height.
_PRESENTED = 5


class _Lines(QWidget):
    """The digit, how sure the network is, and a sentence, below each other; hidden ones are left out.

    The digit is as large as there is room for. Not a layout: it would be computed again, with everything beside it, for
    each new percentage.
    """

    def __init__(self, digit: NumberText, confidence: LargeText, second: QLabel) -> None:
        super().__init__()
        self._digit, self._confidence, self._second = digit, confidence, second
        self._pixels, self._spacing, self._text_lines = (60, 20), 8, 3
        # The size of the digit where the sentence is no longer than usual.
        self._grown = self._pixels[0]
        for each in (digit, confidence, second):
            each.setParent(self)

    def set_sizes(self, pixels: tuple[int, int], text_lines: int, spacing: int) -> None:
        """The least sizes of the digit and of the confidence, and how many lines the sentence may have."""
        self._pixels, self._text_lines, self._spacing = pixels, text_lines, spacing
        self._set_pixels(*pixels)
        self.setMinimumHeight(sum(self._heights()) + 2 * spacing)
        self._grow()

    def _set_pixels(self, digit: int, confidence: int) -> None:
        self._digit.set_pixels(digit)
        self._confidence.set_pixels(confidence)

    def _heights(self) -> tuple[int, int, int]:
        text = self._text_lines * self._second.fontMetrics().lineSpacing()
        return self._digit.sizeHint().height(), self._confidence.sizeHint().height(), text

    def _grow(self) -> None:
        digit, confidence = self._pixels
        least = max(self.minimumHeight(), 1)
        factor = max(min(self.height() / least * _FILLED, self.width() / digit * _WIDEST), 1.0)
        self._grown = round(digit * factor)
        self._set_pixels(self._grown, round(confidence * factor**0.5))
        self.place()

    def place(self) -> None:
        """Move the visible ones to where they belong. A sentence with more lines than usual takes room of the digit."""
        self._digit.set_pixels(self._grown)
        digit, confidence, text = self._heights()
        more = 0 if self._second.isHidden() else max(self._second.heightForWidth(self.width()) - text, 0)
        free = max(self.height() - digit - confidence - text - 2 * self._spacing, 0)
        if more > free:
            # A line of digits is a little lower than its font.
            self._digit.set_pixels(max(self._grown - round(1.25 * (more - free)), 1))
            digit = self._digit.sizeHint().height()
        lines = zip((self._digit, self._confidence, self._second), (digit, confidence, text + more), strict=True)
        visible = [(line, height) for line, height in lines if not line.isHidden()]
        if len(visible) == 1:
            # The sentence alone.
            visible = [(self._second, self.height())]
        self._second.setAlignment(_Align.AlignHCenter | (_Align.AlignVCenter if len(visible) == 1 else _Align.AlignTop))
        y = (self.height() - sum(height for _, height in visible) - self._spacing * (len(visible) - 1)) // 2
        for line, height in visible:
            line.setGeometry(0, y, self.width(), height)
            y += height + self._spacing

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._grow()


class PredictionCard(QFrame):
    """The prediction in three lines, and below them the network's accuracy on the user's own digits.

    Signals:
        digit_clicked: the index of the digit of a number that was clicked.
    """

    digit_clicked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._digit = NumberText(tr("?"), "digit")
        self._digit.setProperty("role", "")
        self._digit.clicked.connect(self.digit_clicked)
        self._confidence = LargeText(tr("Not sure"), "confidence", bold=False)
        self._second = label("", "muted", "second", wrap=True)
        self._accuracy = label("", "muted", "own-accuracy", wrap=True)
        self._accuracy.setAlignment(_Align.AlignCenter)
        self._final = True
        self._heading = label(tr("Prediction"), "heading")
        layout = fill_card(self)
        layout.addWidget(self._heading)
        # Three lines from the start: what is above them does not move when a longer sentence comes.
        self._lines = _Lines(self._digit, self._confidence, self._second)
        layout.addWidget(self._lines, 1)
        layout.addWidget(self._accuracy)

    def set_size(self, size: str, theme: Theme) -> int:
        """How large the digit and the confidence are at least: "large", "usual", or "compact" without heading.

        Returns:
            the least height of the card, with a prediction or without: nothing moves when the first ink comes.
        """
        digit, confidence = (theme.px(pixels) for pixels in _SIZES[size])
        if theme.presenting:
            digit = max(digit, round(self.window().height() / _PRESENTED / _cap_height(self._digit)))
        compact = size == "compact"
        self._heading.setVisible(not compact)
        self._accuracy.setVisible(not compact and not theme.presenting)
        spacing = theme.px(4 if compact else 8)
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(*map(theme.px, (10, 6, 10, 6) if compact else (14, 12, 14, 12)))
        layout.setSpacing(spacing)
        self._lines.set_sizes((digit, confidence), 3, spacing)
        margins = layout.contentsMargins()
        # With the heading above, and the accuracy below.
        shown = sum(not each.isHidden() for each in (self._heading, self._accuracy))
        others = shown * (self.fontMetrics().lineSpacing() + spacing)
        self.setMinimumHeight(self._lines.minimumHeight() + others + margins.top() + margins.bottom())
        return self.minimumHeight()

    def show_prediction(
        self,
        prediction: Prediction,
        placeholder: str,
        number: Number | None = None,
        cause: Cause | None = None,
        final: bool = True,
    ) -> None:
        """Show it, and announce another digit to screen readers.

        Args:
            placeholder: the sentence where there is no ink.
            number: the digits, where there are several.
            cause: why it is no sure digit, where that is known.
            final: no other one will follow in a moment: it is announced.
        """
        self._final = final
        if number is not None:
            self._show_number(number)
            return
        self._digit.show_digits([], 0)
        digit, p = prediction.digit, prediction.probabilities
        if digit is None:
            self._show("", "", placeholder, announced=placeholder)
            return
        second = int((-p).argsort(kind="stable")[1])  # of equal ones the first, as in argmax
        percents = {each: percent(float(p[each])) for each in (digit, second)}
        if prediction.sure and cause is None:
            other = tr("or else {0}, {1} %", second, percents[second]) if p[second] >= _LEAST_OTHER else ""
            announced = tr("The network predicts {0}", digit)
            self._show(str(digit), tr("{0} %", percents[digit]), other, announced=announced)
            return
        if cause is not None:
            perhaps = announced = cause.sentence()
        elif p[digit] >= _LEAST_PERHAPS:
            # A line ends between the two, never within one.
            first, other = (_unbroken(tr("{0} ({1} %)", each, text)) for each, text in percents.items())
            perhaps = tr("perhaps {0} or\u00a0{1}", first, other)
            announced = tr("The network is not sure: perhaps {0} or {1}", digit, second)
        elif is_even(p):
            perhaps = announced = tr("All digits are about equally likely.")
        else:
            perhaps = announced = tr("The network does not recognise a digit.")
        self._show(tr("?"), tr("Not sure"), perhaps, announced=announced, muted=True)

    def _show_number(self, number: Number) -> None:
        text, count = number_text(number.digits), len(number.digits)
        at = [i for i, character in enumerate(text) if character != "."]
        self._digit.show_digits(at, number.chosen)
        # The chosen digit, if it is one of those that are not sure; or else the first one of them.
        order = sorted(range(count), key=lambda i: i != number.chosen)
        unsure = next((i for i in order if not number.digits[i].prediction.sure), None)
        if unsure is None:
            confidence = tr("{0} %", percent(number_probability(number.digits)))
            announced = tr("The network predicts the number {0}", text)
            of = tr("for both digits") if count == 2 else tr("for all {0} digits", count)
            self._show(text, confidence, of, announced=announced)
            return
        p = number.digits[unsure].prediction.probabilities
        first, second = (-p).argsort(kind="stable")[:2].tolist()
        first, second = (_unbroken(tr("{0} ({1} %)", each, percent(float(p[each])))) for each in (first, second))
        perhaps = tr("digit {0}: perhaps {1} or\u00a0{2}", unsure + 1, first, second)
        announced = tr("The network predicts the number {0}, but is not sure of digit {1}", text, unsure + 1)
        self._show(text, tr("Not sure"), perhaps, announced=announced)

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
        if self._final and self._digit.accessibleName() != announced:
            announce(self._digit, announced)


def _unbroken(text: str) -> str:
    """No line ends within it."""
    return text.replace(" ", "\u00a0")


def _cap_height(line: QLabel) -> float:
    """Height of a digit, in sizes of its font."""
    font = QFont(line.font())
    font.setPixelSize(100)
    return QFontMetricsF(font).capHeight() / 100


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
        self._heading = label(tr("Softmax probabilities"), "heading", "probabilities-heading")
        layout.addWidget(self._heading)
        layout.addWidget(self.chart, 1)
        layout.addWidget(self._legend)

    def show_prediction(
        self,
        prediction: Prediction,
        comparison: Comparison | None,
        number: Number | None = None,
        cause: Cause | None = None,
    ) -> None:
        """The bars of a prediction, coloured where it is sure, and others beside them.

        Args:
            number: where there are several digits, of which it is the chosen one's.
            cause: see ``PredictionCard.show_prediction``.
        """
        digit = prediction.digit
        heading, name = tr("Softmax probabilities"), tr("Probabilities")
        if number is not None:
            # Not longer than the usual heading, which is the least width of the card.
            heading = tr("Softmax: {0}", describe(number))
            name = tr("Probabilities of {0}", describe(number))
        if heading != self._heading.text():
            self._heading.setText(heading)
            self.chart.setAccessibleName(name)
        self.chart.show_probabilities(
            prediction.probabilities, digit if prediction.sure and cause is None else None, comparison
        )
        self._legend.setVisible(comparison is not None)
        if comparison is not None:
            self._compared.setText(tr("{0}  ·  {1}", answer(comparison.probabilities), comparison.name))
            # Bold where the answer is another one.
            font = self._compared.font()
            font.setBold(answered(comparison.probabilities) != (digit if prediction.sure else None))
            self._compared.setFont(font)
