"""What the network reads, in large: the digit, how sure it is, and what else it could be."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from engine.recognizer import Prediction
from gui.i18n import tr
from gui.widgets.announcer import announce
from gui.widgets.cards import fill_card, label

# Where not even the likeliest digit reaches this, naming it would say more than the network does.
_LEAST_PERHAPS = 0.3


class _Lines(QWidget):
    """Labels one below the other in the middle, each as high as it says, those that are hidden left out.

    No layout: it would be done anew, with all that lies beside it, for each new percentage.
    """

    def __init__(self, lines: Sequence[QLabel]) -> None:
        super().__init__()
        self._lines = [(line, 0) for line in lines]
        self._spacing = 0
        for line in lines:
            line.setParent(self)

    def fit(self, heights: Sequence[int], spacing: int) -> None:
        """Let them be so many pixels high."""
        self._lines = [(line, height) for (line, _), height in zip(self._lines, heights, strict=True)]
        self.setMinimumHeight(sum(heights) + spacing * (len(heights) - 1))
        self._spacing = spacing
        self.place()

    def place(self) -> None:
        """Put those that are seen where they belong."""
        seen = [(line, height) for line, height in self._lines if not line.isHidden()]
        y = (self.height() - sum(height for _, height in seen) - self._spacing * (len(seen) - 1)) // 2
        for line, height in seen:
            line.setGeometry(0, y, self.width(), height)
            y += height + self._spacing

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.place()


class AnswerCard(QFrame):
    """Three lines of the answer, and below them how often the person's own digits were read right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digit = label(tr("?"), name="digit")
        self._certainty = label(tr("Not sure"), name="certainty")
        self._second = label("", "muted", name="second")
        self._mine = label("", "muted", name="my-accuracy")
        self._pixels = (0, 0)
        self._needed = 0
        layout = fill_card(self)
        layout.addWidget(label(tr("It reads"), "heading"))
        for each in (self._digit, self._certainty, self._second, self._mine):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # Three lines from the start: what is above them does not jump where a longer sentence comes.
        self._second.setWordWrap(True)
        self._second.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._lines = _Lines((self._digit, self._certainty, self._second))
        layout.addWidget(self._lines, 1)
        # The honest number is always on view.
        layout.addWidget(self._mine)

    def fit(self, pixels: tuple[int, int]) -> int:
        """Let the upper two lines be so many pixels high.

        Returns:
            how high the card is then, with an answer or without: so nothing jumps at the first ink.
        """
        if pixels == self._pixels:
            return self._needed
        self._pixels = pixels
        heights = []
        for line, size in zip((self._digit, self._certainty), pixels, strict=True):
            font = line.font()
            font.setPixelSize(size)
            font.setBold(line is self._digit)
            line.setFont(font)
            heights.append(line.fontMetrics().lineSpacing())
        layout = self.layout()
        assert layout is not None
        high = self.fontMetrics().lineSpacing()
        self._lines.fit([*heights, 3 * high], layout.spacing())
        margins = layout.contentsMargins()
        # With the heading above, and the person's own number below.
        self._needed = self._lines.minimumHeight() + 2 * (high + layout.spacing()) + margins.top() + margins.bottom()
        self.setMinimumHeight(self._needed)
        return self._needed

    def show_prediction(self, prediction: Prediction, nothing: str) -> None:
        """Say it, also to a screen reader.

        Args:
            nothing: what to say where there is no ink.
        """
        digit, p = prediction.digit, prediction.probabilities
        if digit is None:
            self._say("", "", nothing, spoken=nothing)
            return
        second = int((-p).argsort(kind="stable")[1])  # of equals the first, as in argmax
        percent = {each: f"{100 * float(p[each]):.1f}" for each in (digit, second)}
        if prediction.sure:
            other = tr("or else {0}, {1} %", second, percent[second])
            self._say(str(digit), f"{percent[digit]} %", other, spoken=tr("The network reads {0}", digit))
            return
        if p[digit] >= _LEAST_PERHAPS:
            # A line ends between the two, never within one.
            first, other = (f"{each}\u00a0({text}\u00a0%)" for each, text in percent.items())
            perhaps = tr("perhaps {0} or\u00a0{1}", first, other)
            spoken = tr("The network is not sure: perhaps {0} or {1}", digit, second)
        else:
            perhaps = spoken = tr("This looks like no digit to the network.")
        self._say(tr("?"), tr("Not sure"), perhaps, spoken=spoken, muted=True)

    def show_accuracy(self, right: int, asked: int) -> None:
        """How many of the person's own drawings were read right, of how many."""
        self._mine.setText(tr("Yours: {0} of {1} right", f"{right:,}", f"{asked:,}") if asked else "")

    def _say(self, large: str, below: str, more: str, *, spoken: str, muted: bool = False) -> None:
        """Show three lines, of which the upper two may be missing; ``muted`` where the large one is no digit."""
        for line, text in ((self._digit, large), (self._certainty, below), (self._second, more)):
            line.setText(text)
            line.setVisible(bool(text))
        self._lines.place()
        _set_role(self._digit, "muted" if muted else "")
        # A new answer; not each new percentage of the same one.
        if self._digit.accessibleName() != spoken:
            announce(self._digit, spoken)


def _set_role(line: QLabel, role: str) -> None:
    if line.property("role") != role:
        font = line.font()
        line.setProperty("role", role)
        line.style().unpolish(line)
        line.style().polish(line)
        # With the old colour the style has put away the font, too.
        line.setFont(font)
