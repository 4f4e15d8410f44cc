"""The drawing tab: the canvas on the left, the network's prediction on the right."""

from functools import partial

import numpy as np
from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QSlider, QWidget

from engine.i18n import tr
from engine.ink.preprocess import ALL_STEPS, STROKE_WIDTH, stages_of_input
from engine.paths import data_folder
from engine.recognizer import Prediction
from engine.types import CANVAS, CLASSES, FloatArray
from engine.weights import Weights
from gui.actions import Actions
from gui.current_network import CurrentNetwork
from gui.draw.arrangement import Arrangement
from gui.draw.canvas import Canvas
from gui.draw.canvas_bar import CanvasBar
from gui.draw.dataset_image import DatasetImage
from gui.draw.drawing_model import DrawingModel
from gui.draw.handwriting.async_drawing_store import AsyncDrawingStore
from gui.draw.import_export import ImportExport
from gui.draw.labelling import Labelling
from gui.draw.number.number_digits import NumberDigits
from gui.draw.pages.explanations import Explanations
from gui.draw.pages.page import PageContext
from gui.draw.pages.page_tabs import Pages
from gui.draw.prediction_cards import PredictionCard, ProbabilityCard
from gui.draw.probability_chart import Comparison
from gui.settings import Settings
from gui.task import TaskGroup
from gui.theme import Theme
from gui.widgets.cards import column, slider
from gui.widgets.form_controls import scroll

_THINNEST, _THICKEST = 1.0, 4.0
# Between two updates of the page in front.
_FRAME_MS, _SLOWEST_MS = 16, 60


class DrawTab(QWidget):
    """The canvas, and the prediction of the current network for its content.

    Signals:
        predicted: there is a new prediction for the content of the canvas.
        opening: something is about to be put on the canvas, which should be visible.
        problem: what is wrong, as a sentence; "" when it is over.
        message: what was done, as a sentence.
        fine_tuned: Weights to be used from now on.
        not_kept: a labelled drawing could not be saved.
        ended: no thread is left.
    """

    predicted = Signal()
    opening = Signal()
    problem = Signal(str)
    message = Signal(str)
    fine_tuned = Signal(object)
    not_kept = Signal()
    ended = Signal()

    # Modules that only ``make_pages`` needs.
    MODULES = Pages.MODULES

    def __init__(self, network: CurrentNetwork, actions: Actions, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("draw-tab")
        self._network, self._actions, self._settings = network, actions, settings
        self.prediction: Prediction | None = None
        self.model = DrawingModel(self)
        self.canvas = Canvas(self.model, theme)
        self.number_digits = NumberDigits(self.model, network, self)
        self.store = AsyncDrawingStore(data_folder() / "drawings", self)
        self._explanations = Explanations(network, self)
        context = PageContext(
            self.model,
            self.number_digits,
            network,
            self.store,
            self._explanations,
            settings,
            theme,
            label=self.label,
            use_weights=self.fine_tuned.emit,
            report=self.problem.emit,
            ended=self.ended.emit,
        )
        self.pages = Pages(context)
        self.import_export = ImportExport(
            self.model,
            self._prediction_now,
            self.number_digits.file_name,
            lambda: self.canvas.brush_width,
            actions,
            settings,
            self,
        )
        self._labelling = Labelling(self.model, network, self.store, self)
        self._kept_bar = CanvasBar(self.canvas, "kept", tr("Undo"), self.model.undo)
        self._dataset_image = DatasetImage(self.model, network, self)
        self._label_bar = CanvasBar(self.canvas, "true-label", tr("Use the current network"), network.view_latest)
        self._card = PredictionCard()
        self._bars = ProbabilityCard(theme)
        self.chart = self._bars.chart
        self._lay_out(theme)
        # However many points arrive at once, there is one prediction.
        self._due = QTimer(self, singleShot=True, interval=0)
        self._due.timeout.connect(self._predict)
        # The bars are updated first; the page follows, at most once per frame, and in a quarter of the time.
        self._page_due = QTimer(self, singleShot=True)
        self._page_next = QTimer(self, singleShot=True, interval=0)
        self._page_due.timeout.connect(self._page_next.start)
        self._page_next.timeout.connect(self._update_page_if_idle)
        self._page_updated = QElapsedTimer()
        self._page_updated.start()
        self._page_interval = _FRAME_MS
        # After the painting, which the page has asked for.
        self._page_painted = QTimer(self, singleShot=True, interval=0)
        self._page_painted.timeout.connect(self._measure_page)
        self._connect()
        self._enable_actions()
        self._predict()

    def _connect(self) -> None:
        model, pages, store, actions = self.model, self.pages, self.store, self._actions
        model.changed.connect(self._due.start)
        model.changed.connect(self._set_canvas_brush)
        model.history_changed.connect(self._enable_actions)
        self._network.updated.connect(self._due.start)
        pages.changed.connect(self._due.start)
        pages.currentChanged.connect(self._update_page)
        self.chart.clicked.connect(pages.explain)
        self.import_export.opening.connect(self.opening)
        digits = self.number_digits
        digits.changed.connect(self._due.start)
        for chosen in (self.canvas.digit_clicked, self._card.digit_clicked):
            chosen.connect(digits.choose)
        actions.next_digit.triggered.connect(lambda: digits.step(1))
        actions.previous_digit.triggered.connect(lambda: digits.step(-1))
        for problem in (self._explanations.failed, digits.failed, store.problem, self.import_export.problem):
            problem.connect(self.problem)
        self.import_export.message.connect(self.message)
        self.import_export.ended.connect(self._enable_actions)
        for ended in (self._explanations.ended, digits.ended, store.ended, self.import_export.ended):
            ended.connect(self.ended)
        self._labelling.notice.connect(self._kept_bar.show_message)
        self._dataset_image.notice.connect(self._label_bar.show_with_button)
        store.changed.connect(lambda: self._card.show_accuracy(*store.accuracy))
        store.not_kept.connect(self.not_kept)
        for digit, action in enumerate(actions.label_as):
            action.triggered.connect(partial(self.label, digit))
        actions.undo.triggered.connect(model.undo)
        actions.redo.triggered.connect(model.redo)
        actions.clear.triggered.connect(model.clear)

    # -- layout

    def _lay_out(self, theme: Theme) -> None:
        answer = (self._card, self._bars)
        arrangement = Arrangement(
            self.canvas, self._make_brush_slider(), answer, self.pages, self._actions, self._settings, theme
        )
        # For a window that is too small for the zoom.
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll(area, arrangement)
        self.setLayout(column(area))

    def _make_brush_slider(self) -> QSlider:
        made = slider("brush-width", tr("Brush width"), round(10 * _THINNEST), round(10 * _THICKEST))
        made.setToolTip(
            tr("How thick your line looks. The network always gets the same width: that is part of the preprocessing.")
        )
        made.valueChanged.connect(self._brush_changed)
        self._brush = self._settings.number("draw/brush", STROKE_WIDTH, _THINNEST, _THICKEST)
        made.setValue(round(10 * self._brush))
        self.canvas.set_brush_width(self._brush)
        return made

    @Slot(int)
    def _brush_changed(self, tenths: int) -> None:
        self._brush = tenths / 10
        self._set_canvas_brush()
        self._settings.keep("draw/brush", self._brush)

    @Slot()
    def _set_canvas_brush(self) -> None:
        """With the thickness of the page Transform."""
        width = self._brush * self.model.thickness
        if width != self.canvas.brush_width:
            self.canvas.set_brush_width(width)

    # -- prediction

    def input_image(self) -> FloatArray | None:
        """The network's input for what is on the canvas: (28, 28) float32 in 0..1; None if the canvas is empty."""
        stages = self.number_digits.stages(self._brush, ALL_STEPS)
        return None if stages.empty else stages.centred

    @Slot()
    def _predict(self) -> None:
        recognizer = self._network.recognizer
        digits = self.number_digits
        digits.search(self._brush)
        if digits.waiting:
            self._show_nothing()
            return
        prediction = recognizer.predict(digits.stages(self._brush, ALL_STEPS))
        number = digits.number(prediction)
        preprocessing = self.pages.preprocessing
        # An image of a dataset has been through all steps.
        prepared = self.model.content.prepared and self.model.running is None
        preprocessing.enable(not prepared)
        steps = ALL_STEPS if prepared else preprocessing.steps
        other = prediction if steps == ALL_STEPS else recognizer.predict(digits.stages(self._brush, steps))
        self.prediction, self._stages = prediction, other.stages
        comparison = self.pages.comparison(prediction)
        if other is not prediction and other.digit is not None:
            # Switched-off steps have priority over other networks.
            comparison = Comparison(preprocessing.omitted(), other.probabilities)
        cause = digits.unread_cause(prediction.sure)
        self._bars.show_prediction(prediction, comparison, number, cause)
        placeholder = tr("Nothing yet: draw a digit on the canvas.")
        if self.model.content.image is not None:
            placeholder = tr("There is no ink on this image.") if cause is None else cause.sentence()
        self._card.show_prediction(prediction, placeholder, number, cause, final=not digits.pending)
        self.canvas.show_number(number)
        if not self._page_due.isActive() and not self._page_next.isActive():
            self._page_due.start(max(0, self._page_interval - self._page_updated.elapsed()))
        self.import_export.enable(self.isVisible(), prediction)
        self._enable_choice()
        self.predicted.emit()

    def _show_nothing(self) -> None:
        """While an image is searched: what was shown before is none of it."""
        empty = Prediction(np.zeros(CLASSES, np.float32), None, stages_of_input(np.zeros((CANVAS, CANVAS), np.float32)))
        self.prediction = None
        self._bars.show_prediction(empty, None)
        self._card.show_prediction(empty, "")
        self.canvas.show_number(None)

    def _prediction_now(self) -> Prediction | None:
        """The prediction for the current content of the canvas."""
        self.number_digits.search_now(self._brush)
        if self._due.isActive():
            self._due.stop()
            self._predict()
        return self.prediction

    @Slot()
    def _update_page_if_idle(self) -> None:
        """The bars have been painted now: Qt paints before it looks at timers. New points are predicted first."""
        if self._due.isActive():
            self._page_next.start()
        else:
            self._update_page()

    @Slot()
    def _update_page(self) -> None:
        if self.prediction is not None:
            self._page_updated.restart()
            self.pages.show_prediction(self.prediction, self._stages)
            self._page_painted.start()

    @Slot()
    def _measure_page(self) -> None:
        self._page_interval = min(max(_FRAME_MS, 4 * self._page_updated.elapsed()), _SLOWEST_MS)

    @Slot()
    def _enable_actions(self) -> None:
        """Enable the possible actions; none while another tab is in front."""
        here = self.isVisible()
        self._actions.undo.setEnabled(here and self.model.can_undo)
        self._actions.redo.setEnabled(here and self.model.can_redo)
        # A running stroke counts: drawn by keys, it may take long.
        self._actions.clear.setEnabled(here and (self.model.running is not None or not self.model.content.empty))
        for action in self._actions.label_as:
            action.setEnabled(here and self.model.has_strokes)
        self.import_export.enable(here, self.prediction)
        self._enable_choice()

    def _enable_choice(self) -> None:
        for action in (self._actions.next_digit, self._actions.previous_digit):
            action.setEnabled(self.isVisible() and self.number_digits.several)

    def showEvent(self, event: QShowEvent) -> None:
        self._enable_actions()
        # Hidden pages are not updated.
        self._page_due.start(0)

    def hideEvent(self, event: QHideEvent) -> None:
        self._enable_actions()

    # -- for the main window

    @property
    def drawing(self) -> bool:
        """Whether a stroke is being drawn: the window must respond at once."""
        return self.model.running is not None

    @Slot()
    def make_pages(self) -> None:
        """Make the pages that are not made yet; see ``MODULES``."""
        self.pages.make_all()
        # The network may be visible beside the pages.
        self._update_page()

    @property
    def undecided(self) -> bool:
        """Whether a fine-tuned network is neither kept nor discarded."""
        page = self.pages.handwriting.page
        return page is not None and page.fine_tuning.result is not None

    def decide(self, keep: bool) -> None:
        """Keep the fine-tuned network, or discard it."""
        fine_tuning = self.pages.handwriting.make().fine_tuning
        (fine_tuning.keep if keep else fine_tuning.discard)()

    @property
    def busy(self) -> bool:
        """Whether a thread runs. Before the window closes: ``shut_down``, and wait for ``ended``."""
        return any(tasks.busy for tasks in self.findChildren(TaskGroup))

    def shut_down(self) -> None:
        """Let what runs end soon. Drawings are still saved, and a search for digits, which takes a moment, ends."""
        self._page_due.stop()
        self._page_next.stop()
        self.pages.shut_down()
        self.store.shut_down()

    def go_on(self) -> None:
        """The window stays open after ``shut_down``: a new prediction is explained again."""
        self._due.start()
        self.store.go_on()

    @Slot(int)
    def label(self, digit: int) -> None:
        """Keep the drawing with this label, and clear the canvas; of several digits only the chosen one."""
        self.model.end()
        self.number_digits.search_now(self._brush)
        if self._labelling.label(digit, self._brush, self.number_digits.strokes):
            # The clicked button is disabled now, and the next digit will be drawn.
            self.canvas.setFocus()

    def show_input(self, image: FloatArray, label: int, weights: Weights | None = None, name: str = "") -> None:
        """Show an image of a dataset; see ``DatasetImage.show``."""
        self._dataset_image.show(image, label, weights, name)
