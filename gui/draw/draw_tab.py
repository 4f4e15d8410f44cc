"""The drawing tab: canvas on the left, what the network says on the right."""

from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QHideEvent,
    QImage,
    QImageWriter,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QVBoxLayout, QWidget

from engine.data.folders import data_folder
from engine.drawings import Drawing
from engine.errors import PictureError
from engine.pictures import read_picture
from engine.preprocess import ALL_STEPS, STROKE_WIDTH, Steps, as_it_is
from engine.recognizer import Prediction
from engine.strokes import Stroke
from engine.types import FloatArray
from gui.actions import Actions
from gui.announcing import announce
from gui.cards import ActionButton, ElidedLabel, card, label
from gui.draw.canvas import Canvas
from gui.draw.drawing import DrawingModel
from gui.draw.hand.keeping import Keeping
from gui.draw.pages import Pages
from gui.draw.probability_chart import Comparison, ProbabilityChart
from gui.i18n import tr
from gui.network_in_use import NetworkInUse
from gui.settings import Settings
from gui.theme import Theme

_THINNEST, _THICKEST = 1.0, 4.0
_LARGEST_CLIPBOARD = 4096
_MARGIN, _SPACING, _LEAST_PAGE = 14, 10, 190
# Pixels of the digit and of its probability, in a high window and in a low one.
_HIGH, _LARGE_TEXTS, _SMALL_TEXTS = 540, (104, 26), (60, 20)
_ANSWER_WIDTH, _NARROW_ANSWER_WIDTH, _WIDE = 176, 150, 1000
# Where not even the likeliest digit reaches this, naming it would say more than the network does.
_LEAST_PERHAPS = 0.3


class DrawTab(QWidget):
    """Feeds what is on the canvas to the network in use and shows the answer.

    Signals:
        problem: a sentence for the person; an empty one takes the last back.
        predicted: there is an answer to what is on the canvas now.
        said: what was done, in a sentence that need not stay.
        at_rest: nothing is being written any more.
    """

    problem = Signal(str)
    predicted = Signal()
    said = Signal(str)
    at_rest = Signal()

    def __init__(
        self, network: NetworkInUse, actions: Actions, settings: Settings, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("draw-tab")
        self.setAcceptDrops(True)
        self._network, self._actions, self._settings, self._theme = network, actions, settings, theme
        self.model = DrawingModel(self)
        self.canvas = Canvas(self.model, theme)
        self.chart = ProbabilityChart(theme)
        self.keeping = Keeping(data_folder() / "drawings", self)
        self.pages = Pages(self.model, self.keeping, settings, theme)
        self.prediction: Prediction | None = None
        # What was said last: the very strokes, and what they are kept as.
        self._said_strokes: tuple[Stroke, ...] = ()
        self._said_drawing: Drawing | None = None
        self._picture_problem = False
        self._digit = label(tr("?"), name="digit")
        self._certainty = label(tr("Not sure"), name="certainty")
        self._second = label("", "muted", name="second")
        self._mine = label("", "muted", name="my-accuracy")
        self._compared = ElidedLabel()
        self._compared.setObjectName("compared")
        self._compared_colour = label("■")
        self._pixels = (0, 0)
        self._lay_out()
        self._fit_answer(_LARGE_TEXTS)

        # However many points arrive at once, what they amount to is predicted once.
        self._due = QTimer(self, singleShot=True, interval=0)
        self._due.timeout.connect(self._predict)
        self.model.changed.connect(self._due.start)
        self.model.changed.connect(self._forget_problem)
        self.model.history_changed.connect(self._enable_actions)
        network.updated.connect(self._network_updated)
        self.pages.currentChanged.connect(self._look_inside)
        # What is seen inside comes after the bars, which a hand waits for.
        self._looking = QTimer(self, singleShot=True, interval=0)
        self._looking.timeout.connect(self._look_inside)
        self.pages.way_in.steps_changed.connect(self._due.start)
        self.pages.compare.changed.connect(self._due.start)
        self.pages.compare.problem.connect(self.problem)
        self.pages.hand.said.connect(self.say)
        self.pages.explaining.failed.connect(self.problem)
        self.pages.explaining.ended.connect(self.at_rest)
        self.chart.clicked.connect(self._explain)
        self.keeping.problem.connect(self.problem)
        self.keeping.kept.connect(self._kept)
        self.keeping.not_kept.connect(self._not_kept)
        self.keeping.at_rest.connect(self.at_rest)
        self.keeping.changed.connect(self._tell_accuracy)
        for digit, action in enumerate(actions.say):
            action.triggered.connect(partial(self.say, digit))
        actions.undo.triggered.connect(self.model.undo)
        actions.redo.triggered.connect(self.model.redo)
        actions.clear.triggered.connect(self.model.clear)
        self._enable_actions()
        self.pages.use(network.recognizer)
        self._predict()

    # -- layout

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(6)
        tools.addWidget(ActionButton(self._actions.undo, icon_only=True))
        tools.addWidget(ActionButton(self._actions.redo, icon_only=True))
        tools.addWidget(ActionButton(self._actions.clear))
        tools.addWidget(ActionButton(self._actions.open_picture))
        tools.addStretch()
        tools.addWidget(label(tr("Brush"), "muted"))
        tools.addWidget(self._brush_slider())

        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(_SPACING)
        left.addWidget(self.canvas)
        left.addLayout(tools)
        left.addStretch()
        self._tools = tools

        answer, answer_layout = card(tr("It reads"))
        for each in (self._digit, self._certainty, self._second):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # Three lines from the start: what is above them does not jump where a longer sentence comes.
        self._second.setWordWrap(True)
        self._second.setMinimumHeight(3 * self._second.fontMetrics().lineSpacing())
        self._second.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        answer_layout.addStretch()
        answer_layout.addWidget(self._digit)
        answer_layout.addWidget(self._certainty)
        answer_layout.addWidget(self._second)
        answer_layout.addStretch()
        # The honest number is always on view.
        self._mine.setAlignment(Qt.AlignmentFlag.AlignCenter)
        answer_layout.addWidget(self._mine)
        self._answer_card = answer

        bars, bars_layout = card(tr("Probabilities, by softmax"))
        # A plot would like to be 480 high.
        self.chart.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        bars_layout.addWidget(self.chart, 1)
        self._legend = QWidget()
        legend = QHBoxLayout(self._legend)
        legend.setContentsMargins(0, 0, 0, 0)
        legend.setSpacing(6)
        legend.addWidget(self._compared_colour)
        legend.addWidget(self._compared, 1)
        bars_layout.addWidget(self._legend)
        self._bars_card = bars
        self._legend.setVisible(False)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(answer)
        top.addWidget(bars, 1)

        looks, looks_layout = card()
        looks_layout.setContentsMargins(14, 4, 14, 12)
        looks_layout.addWidget(self.pages)
        looks.setMinimumHeight(_LEAST_PAGE)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addLayout(top, 4)
        right.addWidget(looks, 5)

        whole = QHBoxLayout(self)
        whole.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _SPACING)
        whole.setSpacing(_MARGIN)
        whole.addWidget(self._left)
        whole.addLayout(right, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The canvas is as large a square as the height allows; what is left in width goes to the bars."""
        height = self.height() - _MARGIN - 2 * _SPACING - self._tools.sizeHint().height()
        width = max(self._tools.sizeHint().width(), min(height, int(0.5 * self.width())))
        self._answer_card.setFixedWidth(_ANSWER_WIDTH if self.width() >= _WIDE else _NARROW_ANSWER_WIDTH)
        self._left.setFixedWidth(width)
        self.canvas.setFixedHeight(max(self.canvas.minimumWidth(), min(width, height)))
        self._fit_answer(_LARGE_TEXTS if self.height() >= _HIGH else _SMALL_TEXTS)

    def _fit_answer(self, pixels: tuple[int, int]) -> None:
        """Let the upper two lines be so many pixels high, and their card as high without an answer as with one.

        So neither they nor the bars jump at the first ink.
        """
        if pixels == self._pixels:
            return
        self._pixels = pixels
        heights = [self.fontMetrics().lineSpacing() * lines for lines in (1, 3, 1)]
        for line, size in zip((self._digit, self._certainty), pixels, strict=True):
            font = line.font()
            font.setPixelSize(size)
            font.setBold(line is self._digit)
            line.setFont(font)
            heights.append(line.fontMetrics().lineSpacing())
        layout = self._answer_card.layout()
        assert layout is not None
        margins = layout.contentsMargins()
        needed = sum(heights) + len(heights) * layout.spacing() + margins.top() + margins.bottom()
        for each in (self._answer_card, self._bars_card):
            each.setMinimumHeight(needed)
        self.updateGeometry()

    def _brush_slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setObjectName("brush-width")
        slider.setAccessibleName(tr("Brush width"))
        slider.setToolTip(
            tr("How thick your line looks. The network always gets the same width: that is part of the centring.")
        )
        slider.setRange(round(10 * _THINNEST), round(10 * _THICKEST))
        slider.setFixedWidth(90)
        slider.valueChanged.connect(self._brush_changed)
        width = self._settings.number("draw/brush", STROKE_WIDTH, _THINNEST, _THICKEST)
        slider.setValue(round(10 * width))
        self.canvas.set_brush_width(width)
        return slider

    @Slot(int)
    def _brush_changed(self, tenths: int) -> None:
        self.canvas.set_brush_width(tenths / 10)
        self._settings.keep("draw/brush", tenths / 10)

    # -- what is read

    @Slot()
    def _predict(self) -> None:
        self.prediction = self._read(ALL_STEPS)
        # A picture of a training set has been through all of them.
        prepared = self.model.content.prepared and self.model.running is None
        self.pages.way_in.enable(not prepared)
        steps = ALL_STEPS if prepared else self.pages.way_in.steps
        other = self.prediction if steps == ALL_STEPS else self._read(steps)
        self.pages.way_in.show_stages(other.stages)
        comparison = self.pages.compare.read(self.prediction.stages, self.prediction, self._name())
        if other is not self.prediction and other.digit is not None:
            # What a step is good for goes before: the switch was the last to be touched, or forgotten.
            comparison = Comparison(self.pages.way_in.left_out(), other.probabilities)
        self._show(self.prediction, comparison)
        self._looking.start()
        self.predicted.emit()

    @Slot()
    def _network_updated(self) -> None:
        self.pages.use(self._network.recognizer)
        self._due.start()

    @Slot()
    def _look_inside(self) -> None:
        if self.prediction is not None:
            self.pages.look(self._network.recognizer, self.prediction)

    @Slot(int)
    def _explain(self, digit: int) -> None:
        """A bar was clicked."""
        self.pages.setCurrentWidget(self.pages.why)
        self.pages.why.choose(digit)

    def _name(self) -> str:
        """What the network in use is called."""
        spec = self._network.in_training
        return self._network.weights.name or self._network.weights.spec.title if spec is None else spec.title

    def _read(self, steps: Steps) -> Prediction:
        content, recognizer = self.model.content, self._network.recognizer
        if content.picture is None or self.model.running is not None:
            return recognizer.read_drawing(self.model.strokes(), self.canvas.brush_width, steps)
        if content.prepared:
            return recognizer.read(as_it_is(content.picture))
        return recognizer.read_picture(content.picture, steps)

    def _show(self, prediction: Prediction, comparison: Comparison | None) -> None:
        digit, p = prediction.digit, prediction.probabilities
        self.chart.show_probabilities(p, digit if prediction.sure else None, comparison)
        self._tell_comparison(comparison, digit)
        if digit is None:
            nothing = tr("Nothing yet: draw a digit on the canvas.")
            if self.model.content.picture is not None:
                nothing = tr("There is no ink to be seen on this picture.")
            self._answer("", "", nothing, spoken=nothing)
            return
        second = int((-p).argsort(kind="stable")[1])  # of equals the first, as in argmax
        percent = {each: f"{100 * float(p[each]):.1f}" for each in (digit, second)}
        if prediction.sure:
            other = tr("or else {0}, {1} %", second, percent[second])
            self._answer(str(digit), f"{percent[digit]} %", other, spoken=tr("The network reads {0}", digit))
            return
        if p[digit] >= _LEAST_PERHAPS:
            # A line ends between the two, never within one.
            first, other = (f"{each}\u00a0({text}\u00a0%)" for each, text in percent.items())
            perhaps = tr("perhaps {0} or\u00a0{1}", first, other)
            spoken = tr("The network is not sure: perhaps {0} or {1}", digit, second)
        else:
            perhaps = spoken = tr("This looks like no digit to the network.")
        self._answer(tr("?"), tr("Not sure"), perhaps, spoken=spoken, muted=True)

    def _tell_comparison(self, comparison: Comparison | None, digit: int | None) -> None:
        """In words which bars these are, bold where they say another digit."""
        self._legend.setVisible(comparison is not None)
        if comparison is not None:
            likeliest = int(comparison.probabilities.argmax())
            share = f"{100 * comparison.probabilities[likeliest]:.1f}"
            self._compared.setText(tr("{0} ({1} %) {2}", likeliest, share, comparison.name))
            font = self._compared.font()
            font.setBold(likeliest != digit)
            self._compared.setFont(font)
            self._compared_colour.setStyleSheet(f"color: {self._theme.colour('compared').name()}")

    def _answer(self, large: str, below: str, more: str, *, spoken: str, muted: bool = False) -> None:
        """Show three lines, of which the upper two may be missing; ``muted`` where the large one is no digit."""
        for line, text in ((self._digit, large), (self._certainty, below), (self._second, more)):
            line.setText(text)
            line.setVisible(bool(text))
        role = "muted" if muted else ""
        if self._digit.property("role") != role:
            font = self._digit.font()
            self._digit.setProperty("role", role)
            self._digit.style().unpolish(self._digit)
            self._digit.style().polish(self._digit)
            # With the old colour the style has put away the font, too.
            self._digit.setFont(font)
        self._announce(spoken)

    def _announce(self, sentence: str) -> None:
        """Let a screen reader say a new answer; not each new percentage of the same one."""
        if self._digit.accessibleName() != sentence:
            announce(self._digit, sentence)

    @Slot()
    def _enable_actions(self) -> None:
        """What can be done now; nothing while another tab is in front."""
        here = self.isVisible()
        self._actions.undo.setEnabled(here and self.model.can_undo)
        self._actions.redo.setEnabled(here and self.model.can_redo)
        self._actions.clear.setEnabled(here and not self.model.content.empty)
        for action in self._actions.say:
            action.setEnabled(here and bool(self.model.content.strokes))
        self.pages.hand.enable(bool(self.model.content.strokes))

    def showEvent(self, event: QShowEvent) -> None:
        self._enable_actions()

    def hideEvent(self, event: QHideEvent) -> None:
        self._enable_actions()

    # -- what was drawn

    @property
    def busy(self) -> bool:
        """Whether a thread runs. To close the window: ``shut_down``, and wait for ``at_rest``."""
        return self.keeping.busy or self.pages.explaining.busy

    def shut_down(self) -> None:
        """End what can be ended; what is being written is written."""
        self._looking.stop()
        self.pages.shut_down()

    @Slot()
    def say(self, label: int) -> None:
        """The person says what the drawing is: it is kept, and the canvas is free for the next."""
        self.model.end()
        # Play's sliders are not the person's hand.
        strokes = self.model.unmoved
        if not strokes:
            return
        if strokes is self._said_strokes and self._said_drawing is not None:
            # Brought back by undo, because it was said wrong.
            self.keeping.relabel([self._said_drawing.id], label)
            self.said.emit(tr("Kept as {0} instead.", label))
        else:
            # What is answered before anything can learn from it.
            answer = self._network.recognizer.read_drawing(strokes, self.canvas.brush_width)
            p = None if answer.digit is None else float(answer.probabilities[answer.digit])
            self._said_strokes, self._said_drawing = strokes, None
            self.keeping.keep(strokes, label, self.canvas.brush_width, answer.digit, p, self._name())
        self.model.clear()

    @Slot(object)
    def _not_kept(self, strokes: object) -> None:
        """It goes back to the canvas, unless something else is there by now."""
        if strokes is self._said_strokes and self.model.content.empty and self.model.running is None:
            self.model.undo()

    @Slot()
    def _tell_accuracy(self) -> None:
        right, asked = self.keeping.accuracy
        self._mine.setText(tr("Yours: {0} of {1} right", f"{right:,}", f"{asked:,}") if asked else "")

    @Slot(object)
    def _kept(self, drawing: Drawing) -> None:
        self._said_drawing = drawing
        right = drawing.read == drawing.label
        more = "" if right else tr(" It was read as {0}.", drawing.read)
        self.said.emit(tr("Kept as {0}.", drawing.label) + more)

    # -- pictures

    @Slot()
    def _forget_problem(self) -> None:
        """What was wrong with a picture is over where something else is on the canvas."""
        if self._picture_problem:
            self._picture_problem = False
            self.problem.emit("")

    def _wrong_picture(self, sentence: str) -> None:
        self._picture_problem = True
        self.problem.emit(sentence)

    def read_picture(self, source: str | bytes) -> None:
        """Put a picture (a file's path, or its content) on the canvas, or say what is wrong with it."""
        try:
            grey = read_picture(source)
        except PictureError as error:
            self._wrong_picture(str(error))
            return
        self.model.show_picture(grey)

    def show_input(self, picture: FloatArray) -> None:
        """Put a picture of a dataset, (28, 28) float32 in 0..1, on the canvas: it is read as it is."""
        self.model.show_picture(picture, prepared=True)

    def can_read(self, data: QMimeData) -> bool:
        """Whether a drop or the clipboard holds what may be a picture."""
        return data.hasImage() or any(url.isLocalFile() for url in data.urls())

    def read_mime(self, data: QMimeData) -> None:
        """Read a picture that was dropped or pasted: a file's address, or the pixels themselves."""
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            self.read_picture(files[0])
            return
        image = data.imageData() if data.hasImage() else None
        if not isinstance(image, QImage) or image.isNull():
            self._wrong_picture(tr("There is no picture on the clipboard: copy one first."))
            return
        if max(image.width(), image.height()) > _LARGEST_CLIPBOARD:
            image = image.scaled(_LARGEST_CLIPBOARD, _LARGEST_CLIPBOARD, Qt.AspectRatioMode.KeepAspectRatio)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(image)
        self.read_picture(bytes(buffer.data().data()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.can_read(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.read_mime(event.mimeData())
