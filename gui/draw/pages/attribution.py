"""Why: which pixels speak for a digit and which against it, and what it would take to be another."""

from functools import partial

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QPushButton, QSlider, QVBoxLayout, QWidget

from engine.explain import Attribution, Change, integrated_gradients, smallest_change
from engine.recognizer import Prediction
from engine.types import CANVAS, CLASSES, ByteArray
from gui.draw.pages.explanations import Explanations
from gui.i18n import tr
from gui.theme import Theme
from gui.widgets.cards import label
from gui.widgets.colour_maps import coloured

# A hand that draws is not explained anything yet.
_REST_MS = 150
_FRAME_MS = 70
# Paper where there is no ink shows through so much.
_FAINT = 0.16


class _Heat(QWidget):
    """A picture (28, 28, 3) of colours, as large as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("why-picture")
        self.setAccessibleName(tr("What speaks for the digit"))
        self._colours: ByteArray = np.zeros((CANVAS, CANVAS, 3), np.uint8)

    def sizeHint(self) -> QSize:
        return QSize(168, 168)

    def minimumSizeHint(self) -> QSize:
        return QSize(112, 112)

    def show_colours(self, colours: ByteArray) -> None:
        self._colours = np.ascontiguousarray(colours)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        side = min(self.width(), self.height())
        image = QImage(self._colours.data, CANVAS, CANVAS, 3 * CANVAS, QImage.Format.Format_RGB888)
        painter = QPainter(self)
        painter.drawImage(QRectF(0, 0, side, side), image)


class AttributionPage(QWidget):
    """Explains the answer for one digit: the one that won, or another that was chosen."""

    def __init__(self, explaining: Explanations, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("why")
        self._explaining = explaining
        # A search that failed can be begun again.
        explaining.ended.connect(self._tell)
        self._prediction: Prediction | None = None
        self._chosen: int | None = None
        self._change: Change | None = None
        self.attribution: Attribution | None = None
        self._lay_out()
        self._due = QTimer(self, singleShot=True, interval=_REST_MS)
        self._due.timeout.connect(self._explain)
        self._playing = QTimer(self, interval=_FRAME_MS)
        self._playing.timeout.connect(self._next_frame)
        self._tell()

    def _lay_out(self) -> None:
        self._heat = _Heat()
        # One stop of the Tab key; within it the arrow keys choose.
        self._digits = QButtonGroup(self)
        digits = QGridLayout()
        digits.setSpacing(4)
        for digit in range(CLASSES):
            button = QPushButton(str(digit))
            button.setObjectName(f"why-{digit}")
            button.setAccessibleName(tr("Explain {0}", digit))
            button.setCheckable(True)
            button.setProperty("segment", True)
            button.setMinimumWidth(20)
            button.clicked.connect(partial(self.choose, digit))
            self._digits.addButton(button, digit)
            digits.addWidget(button, digit // 5, digit % 5)
        self._heading = label("", "heading", name="why-heading")
        self._heading.setWordWrap(True)
        self._said = label("", "muted", name="why-said")
        self._said.setWordWrap(True)
        self._said.setToolTip(
            tr("A digit's logit is what its output neuron says, before softmax makes probabilities of all ten.")
        )
        self._become = QPushButton()
        self._become.setObjectName("why-become")
        self._become.setProperty("small", True)
        self._become.clicked.connect(self._ask_change)
        self._film = QSlider(Qt.Orientation.Horizontal)
        self._film.setObjectName("why-film")
        self._film.setAccessibleName(tr("The change, from nothing to all of it"))
        self._film.valueChanged.connect(self._show_frame)

        texts = QVBoxLayout()
        texts.setSpacing(8)
        texts.addWidget(self._heading)
        texts.addLayout(digits)
        texts.addWidget(self._said)
        texts.addStretch()
        texts.addWidget(self._become)
        texts.addWidget(self._film)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 8, 0, 0)
        whole.setSpacing(14)
        whole.addWidget(self._heat, 1)
        whole.addLayout(texts, 1)

    # -- what is explained

    def shut_down(self) -> None:
        """Ask for nothing more."""
        self._due.stop()
        self._playing.stop()

    def look(self, prediction: Prediction) -> None:
        """Another answer: it is explained once the hand rests."""
        if prediction is self._prediction:
            return
        before, self._prediction = self._prediction, prediction
        if before is None or not np.array_equal(prediction.stages.centred, before.stages.centred):
            self._chosen = self.attribution = None
            self._forget_change()
            self._explaining.forget("attribution")
            self._due.start()
        elif not self._due.isActive() and not self._explaining.asked("attribution"):
            # The same drawing, ten times a second where a network is in training: what is seen stays until the next.
            self._due.start()
        self._tell()
        self._show()

    @property
    def digit(self) -> int | None:
        """Which one is explained."""
        winner = None if self._prediction is None else self._prediction.digit
        return winner if self._chosen is None else self._chosen

    @Slot()
    def choose(self, digit: int) -> None:
        """Explain this one."""
        if self._prediction is None or self._prediction.digit is None:
            self._tell()
            return
        self._chosen = digit
        self.attribution = None
        self._forget_change()
        self._tell()
        self._explain()

    @Slot()
    def _explain(self) -> None:
        if self._prediction is None or self.digit is None:
            return
        picture, digit = self._prediction.stages.centred, self.digit
        self._explaining.ask(
            "attribution",
            lambda network, go_on: integrated_gradients(network, picture, digit, keep_going=go_on),
            self._explained,
        )

    def _explained(self, found: Attribution) -> None:
        self.attribution = found
        self._tell()
        self._show()

    @Slot()
    def _ask_change(self) -> None:
        if self._change is not None:
            self._film.setValue(0)
            self._playing.start()
            return
        if self._prediction is None or self.digit is None or self._explaining.asked("change"):
            return
        picture, target = self._prediction.stages.centred, self.digit
        self._explaining.ask(
            "change",
            lambda network, go_on: smallest_change(network, picture, target, keep_going=go_on),
            self._changed,
        )
        self._tell()

    def _changed(self, found: Change) -> None:
        self._change = found
        self._film.setRange(0, len(found.images) - 1)
        self._tell()
        self._playing.start()

    def _forget_change(self) -> None:
        self._playing.stop()
        self._explaining.forget("change")
        self._change = None
        self._film.setValue(0)

    @Slot()
    def _next_frame(self) -> None:
        if self._change is None or self._film.value() >= self._film.maximum():
            self._playing.stop()
            return
        self._film.setValue(self._film.value() + 1)

    @Slot()
    def _show_frame(self) -> None:
        self._show()
        self._tell()

    # -- showing it

    def _show(self) -> None:
        if self._prediction is None:
            return
        ink = self._prediction.stages.centred
        if self._change is not None and self._film.value():
            # What was added and what was taken away, over the picture as it is then.
            now = self._change.images[self._film.value()]
            most = max(float(np.abs(self._change.images[-1] - ink).max()), 1e-6)
            colours = coloured(now - ink, most, signed=True)
            shade = np.maximum(now, np.abs(now - ink) / most)
        elif self.attribution is not None:
            values = self.attribution.values
            colours = coloured(values, float(np.abs(values).max()), signed=True)
            shade = np.where(ink > 0, _FAINT + (1 - _FAINT) * ink, 0)
        else:
            self._heat.show_colours(np.repeat((255 * ink).astype(np.uint8)[..., None], 3, axis=-1))
            return
        self._heat.show_colours((colours * shade[..., None]).astype(np.uint8))

    @Slot()
    def _tell(self) -> None:
        digit, prediction = self.digit, self._prediction
        # While a group is exclusive, one of its buttons stays checked. That one the Tab key is to come to; by itself it
        # would come to the first, from which the arrow keys choose nothing.
        self._digits.setExclusive(digit is not None)
        for each in range(CLASSES):
            button = self._digits.button(each)
            button.setChecked(each == digit)
            button.setEnabled(digit is not None)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == digit else Qt.FocusPolicy.ClickFocus)
        self._film.setVisible(self._change is not None)
        other = prediction is not None and digit is not None and digit != prediction.digit
        self._become.setVisible(other)
        if prediction is None or digit is None:
            self._heading.setText(tr("Why does it read what it reads?"))
            self._said.setText(tr("Draw a digit: its pixels are coloured by what they say."))
            return
        self._heading.setText(tr("What speaks for {0}?", digit))
        if self._change is None:
            # It is not disabled meanwhile: that would send the focus away from it.
            looking = self._explaining.asked("change")
            self._become.setText(tr("Looking…") if looking else tr("What would it take to be {0}?", digit))
        else:
            self._become.setText(tr("Once more"))
        self._said.setText(self._in_words(digit))

    def _in_words(self, digit: int) -> str:
        if self._change is not None:
            at = self._change.probabilities[self._film.value()]
            likeliest = int(at.argmax())
            text = tr("Read as {0} ({1} %).", likeliest, f"{100 * float(at[likeliest]):.0f}")
            if not self._change.found:
                text += " " + tr("No small change makes it {0}.", digit)
            elif self._film.value() == self._film.maximum():
                text += " " + tr("So little it takes: orange was added, blue taken away.")
            return text
        if self.attribution is None:
            return tr("Looking…")
        return tr(
            "Orange ink speaks for {0}, blue against it. Together {1}: its logit, compared with a black picture's.",
            digit,
            f"{self.attribution.difference:+.1f}",
        )
