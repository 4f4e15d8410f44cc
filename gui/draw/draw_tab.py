"""The drawing tab: canvas on the left, what the network says on the right."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QMimeData, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from engine.ink.preprocess import ALL_STEPS, STROKE_WIDTH
from engine.paths import data_folder
from engine.recognizer import Prediction
from engine.types import FloatArray
from gui.actions import Actions
from gui.current_network import CurrentNetwork
from gui.draw.answer_card import AnswerCard
from gui.draw.bars_card import BarsCard
from gui.draw.canvas import Canvas
from gui.draw.canvas_prediction import Reading
from gui.draw.drawing_model import DrawingModel
from gui.draw.handwriting.async_drawing_store import AsyncDrawingStore
from gui.draw.import_export import ImportExport
from gui.draw.labelling import Labelling
from gui.draw.pages.page_tabs import Pages
from gui.draw.probability_chart import Comparison
from gui.i18n import tr
from gui.settings import Settings
from gui.theme import Theme
from gui.widgets.cards import ActionButton, card, label

if TYPE_CHECKING:
    from gui.draw.handwriting.fine_tuning import FineTuning

_THINNEST, _THICKEST = 1.0, 4.0
_MARGIN, _SPACING, _LEAST_PAGE = 14, 10, 190
# Pixels of the digit and of its probability, in a high window and in a low one.
_HIGH, _LARGE_TEXTS, _SMALL_TEXTS = 540, (104, 26), (60, 20)
_ANSWER_WIDTH, _NARROW_ANSWER_WIDTH, _WIDE = 176, 150, 1000
_FRAME_MS = 16


class DrawTab(QWidget):
    """Feeds what is on the canvas to the network in use and shows the answer.

    Signals:
        problem: a sentence for the person; an empty one takes the last back.
        predicted: there is an answer to what is on the canvas now.
        said: what was done, in a sentence that need not stay.
        learned: weights that have learned the person's hand, to be used from now on.
        at_rest: nothing is being written any more.
    """

    problem = Signal(str)
    predicted = Signal()
    said = Signal(str)
    learned = Signal(object)
    at_rest = Signal()

    def __init__(
        self, network: CurrentNetwork, actions: Actions, settings: Settings, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("draw-tab")
        self.setAcceptDrops(True)
        self._network, self._actions, self._settings, self._theme = network, actions, settings, theme
        self.model = DrawingModel(self)
        self.canvas = Canvas(self.model, theme)
        self.keeping = AsyncDrawingStore(data_folder() / "drawings", self)
        self.pages = Pages(self.model, self.keeping, settings, theme)
        self.in_and_out = ImportExport(
            self.model, self._prediction_now, lambda: self.canvas.brush_width, actions, settings, self
        )
        self._reading = Reading(self.model, network)
        self._may_learn = True
        self.prediction: Prediction | None = None
        self._saying = Labelling(self.model, network, self.keeping, self)
        self._saying.said.connect(self.said)
        self._answer = AnswerCard()
        self._bars = BarsCard(theme)
        self.chart = self._bars.chart
        self._lay_out()
        self._fit(_LARGE_TEXTS)

        # However many points arrive at once, what they amount to is predicted once.
        self._due = QTimer(self, singleShot=True, interval=0)
        self._due.timeout.connect(self._predict)
        self.model.changed.connect(self._due.start)
        self.model.changed.connect(self._thicken)
        self.model.history_changed.connect(self._enable_actions)
        network.updated.connect(self._network_updated)
        self.pages.currentChanged.connect(self._look_inside)
        # What is seen inside comes after the bars, which a hand waits for, and no more often than a screen shows it.
        self._looking = QTimer(self, singleShot=True)
        self._looking.timeout.connect(self._look_inside)
        self._looked = QElapsedTimer()
        self._looked.start()
        self.pages.way_in.steps_changed.connect(self._due.start)
        self.pages.completed.connect(self._pages_made)
        network.changed.connect(self._another_network)
        self.in_and_out.problem.connect(self.problem)
        self.in_and_out.said.connect(self.said)
        self.chart.clicked.connect(self._explain)
        self.keeping.problem.connect(self.problem)
        self.keeping.at_rest.connect(self.at_rest)
        self.keeping.changed.connect(self._tell_accuracy)
        for digit, action in enumerate(actions.label_as):
            action.triggered.connect(partial(self.say, digit))
        actions.undo.triggered.connect(self.model.undo)
        actions.redo.triggered.connect(self.model.redo)
        actions.clear.triggered.connect(self.model.clear)
        self._enable_actions()
        self.pages.use(network.recognizer)
        self._predict()

    @Slot()
    def _pages_made(self) -> None:
        pages = self.pages
        pages.compare.changed.connect(self._due.start)
        pages.compare.problem.connect(self.problem)
        pages.hand.said.connect(self.say)
        pages.hand.learn.changed.connect(self._due.start)
        pages.hand.learn.problem.connect(self.problem)
        pages.hand.learn.at_rest.connect(self.at_rest)
        pages.hand.learn.kept.connect(self.learned)
        pages.hand.learn.free(self._may_learn)
        pages.explaining.failed.connect(self.problem)
        pages.explaining.ended.connect(self.at_rest)
        self._another_network()
        self._enable_actions()

    # -- layout

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(6)
        tools.addWidget(ActionButton(self._actions.undo, icon_only=True))
        tools.addWidget(ActionButton(self._actions.redo, icon_only=True))
        tools.addWidget(ActionButton(self._actions.clear))
        tools.addWidget(ActionButton(self._actions.open_image))
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

        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._answer)
        top.addWidget(self._bars, 1)

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
        self._answer.setFixedWidth(_ANSWER_WIDTH if self.width() >= _WIDE else _NARROW_ANSWER_WIDTH)
        self._left.setFixedWidth(width)
        self.canvas.setFixedHeight(max(self.canvas.minimumWidth(), min(width, height)))
        self._fit(_LARGE_TEXTS if self.height() >= _HIGH else _SMALL_TEXTS)

    def _fit(self, pixels: tuple[int, int]) -> None:
        """The bars are as high as the answer beside them."""
        self._bars.setMinimumHeight(self._answer.fit(pixels))
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
        self._brush = width
        self.canvas.set_brush_width(width)
        return slider

    @Slot(int)
    def _brush_changed(self, tenths: int) -> None:
        self._brush = tenths / 10
        self._thicken()
        self._settings.keep("draw/brush", self._brush)

    @Slot()
    def _thicken(self) -> None:
        """The ink is shown as thick as Play makes it."""
        width = self._brush * self.model.thickness
        if width != self.canvas.brush_width:
            self.canvas.set_brush_width(width)

    # -- what is read

    @Slot()
    def _predict(self) -> None:
        self.prediction = self._reading.read(self._brush, ALL_STEPS)
        # A picture of a training set has been through all of them.
        prepared = self.model.content.prepared and self.model.running is None
        self.pages.way_in.enable(not prepared)
        steps = ALL_STEPS if prepared else self.pages.way_in.steps
        other = self.prediction if steps == ALL_STEPS else self._reading.read(self._brush, steps)
        self._stages = other.stages
        comparison = None
        if self.pages.complete:
            # What is to be decided about goes before what has been chosen once.
            chosen = self.pages.compare.read(self.prediction.stages, self.prediction, self._name())
            comparison = self.learn.read(self.prediction.stages) or chosen
        if other is not self.prediction and other.digit is not None:
            # What a step is good for goes before: the switch was the last to be touched, or forgotten.
            comparison = Comparison(self.pages.way_in.left_out(), other.probabilities)
        self._show(self.prediction, comparison)
        if not self._looking.isActive():
            self._looking.start(max(0, _FRAME_MS - self._looked.elapsed()))
        self.in_and_out.enable(self.isVisible(), self.prediction)
        self.predicted.emit()

    def _prediction_now(self) -> Prediction | None:
        """To what is on the canvas at this moment."""
        if self._due.isActive():
            self._due.stop()
            self._predict()
        return self.prediction

    @Slot()
    def _another_network(self) -> None:
        if self.pages.complete:
            self.learn.use(self._network.weights)

    @Slot()
    def _network_updated(self) -> None:
        self.pages.use(self._network.recognizer)
        self._due.start()

    @Slot()
    def _look_inside(self) -> None:
        if self.prediction is not None:
            self._looked.restart()
            self.pages.look(self._network.recognizer, self.prediction, self._stages)

    @Slot(int)
    def _explain(self, digit: int) -> None:
        """A bar was clicked."""
        self.pages.setCurrentWidget(self.pages.why)
        self.pages.why.choose(digit)

    def _name(self) -> str:
        """What the network in use is called."""
        spec = self._network.in_training
        return self._network.weights.name or self._network.weights.spec.title if spec is None else spec.title

    def _show(self, prediction: Prediction, comparison: Comparison | None) -> None:
        nothing = tr("Nothing yet: draw a digit on the canvas.")
        if self.model.content.picture is not None:
            nothing = tr("There is no ink to be seen on this picture.")
        self._bars.show_prediction(prediction, comparison)
        self._answer.show_prediction(prediction, nothing)

    @Slot()
    def _enable_actions(self) -> None:
        """What can be done now; nothing while another tab is in front."""
        here = self.isVisible()
        self._actions.undo.setEnabled(here and self.model.can_undo)
        self._actions.redo.setEnabled(here and self.model.can_redo)
        # A stroke that is being drawn counts: by the keyboard it may be drawn for long.
        drawing = self.model.running is not None
        self._actions.clear.setEnabled(here and (drawing or not self.model.content.empty))
        strokes = drawing or bool(self.model.content.strokes)
        for action in self._actions.label_as:
            action.setEnabled(here and strokes)
        if self.pages.complete:
            self.pages.hand.enable(strokes)
        self.in_and_out.enable(here, self.prediction)

    def showEvent(self, event: QShowEvent) -> None:
        self._enable_actions()

    def hideEvent(self, event: QHideEvent) -> None:
        self._enable_actions()

    # -- what was drawn

    @property
    def learn(self) -> "FineTuning":
        """Learns the person's hand."""
        return self.pages.hand.learn

    @property
    def undecided(self) -> bool:
        """Whether a network that has learned the hand is neither kept nor thrown away."""
        return self.pages.complete and self.learn.undecided

    def let_learn(self, can: bool) -> None:
        """Whether no training goes on, so that a hand can be learned."""
        self._may_learn = can
        if self.pages.complete:
            self.learn.free(can)

    @property
    def busy(self) -> bool:
        """Whether a thread runs. To close the window: ``shut_down``, and wait for ``at_rest``."""
        return self.keeping.busy or (self.pages.complete and (self.pages.explaining.busy or self.learn.busy))

    def shut_down(self) -> None:
        """End what can be ended; what is being written is written."""
        self._looking.stop()
        self.pages.shut_down()

    @Slot()
    def say(self, label: int) -> None:
        """The person says what the drawing is: it is kept, and the canvas is free for the next."""
        if self._saying.say(label, self._brush, self._name()):
            # The button that was pressed can be pressed no more: the next digit is drawn.
            self.canvas.setFocus()

    @Slot()
    def _tell_accuracy(self) -> None:
        self._answer.show_accuracy(*self.keeping.accuracy)

    # -- pictures

    def read_image(self, source: str | bytes) -> None:
        """Put a picture or a drawing (a file's path, or a picture's content) on the canvas, or say what is wrong."""
        self.in_and_out.open(source)

    def show_input(self, picture: FloatArray) -> None:
        """Put a picture of a dataset, (28, 28) float32 in 0..1, on the canvas: it is read as it is."""
        self.model.show_picture(picture, prepared=True)

    def read_mime(self, data: QMimeData) -> None:
        """Read what was dropped or pasted."""
        self.in_and_out.take(data)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.in_and_out.may_take(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.read_mime(event.mimeData())
