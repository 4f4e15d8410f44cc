"""The base classes of the pages below the prediction."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from engine.ink.preprocess import Stages
from engine.recognizer import Prediction
from engine.weights import Weights
from gui.current_network import CurrentNetwork
from gui.draw.drawing_model import DrawingModel
from gui.draw.handwriting.async_drawing_store import AsyncDrawingStore
from gui.draw.number.number_digits import NumberDigits
from gui.draw.pages.explanations import Explanations, Work
from gui.draw.probability_chart import Comparison
from gui.settings import Settings
from gui.theme import Theme


@dataclass(frozen=True, eq=False)
class PageContext:
    """The objects that the pages share.

    Attributes:
        label: keeps the drawing on the canvas, with a digit as its label.
        use_weights: uses a fine-tuned network from now on.
        report: shows what failed, a sentence.
        ended: called when a page's last thread has ended.
    """

    model: DrawingModel
    number_digits: NumberDigits
    network: CurrentNetwork
    store: AsyncDrawingStore
    explanations: Explanations
    settings: Settings
    theme: Theme
    label: Callable[[int], object]
    use_weights: Callable[[Weights], object]
    report: Callable[[str], object]
    ended: Callable[[], object]


class Page(QWidget):
    """Shows one aspect of a prediction.

    Signals:
        changed: ``comparison`` has changed.
    """

    changed = Signal()

    def show_prediction(self, prediction: Prediction, stages: Stages) -> None:
        """There is another prediction, and the page is in front.

        Args:
            stages: with the preprocessing steps that are switched on.
        """

    def comparison(self, prediction: Prediction) -> Comparison | None:
        """Another network's prediction for the same input, to show beside this one."""
        return None

    def shut_down(self) -> None:
        """Let what runs end soon: the window closes."""


class ExplanationPage(Page):
    """Explains a prediction in the background when the drawing has not changed for a moment."""

    # The kind of explanation.
    KIND: ClassVar[str]
    DELAY_MS: ClassVar[int]

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.setObjectName(self.KIND)
        self._explanations = context.explanations
        self._prediction: Prediction | None = None
        self._delay = QTimer(self, singleShot=True, interval=self.DELAY_MS)
        self._delay.timeout.connect(self._explain)
        context.model.changed.connect(self._drawing_changed)
        context.network.replaced.connect(self._network_replaced)

    def show_prediction(self, prediction: Prediction, stages: Stages) -> None:
        if prediction is self._prediction:
            return
        before, self._prediction = self._prediction, prediction
        if before is None or not np.array_equal(prediction.stages.centred, before.stages.centred):
            self._explanations.drop(self.KIND)
            self._reset()
            self._delay.start()
        elif not self._delay.isActive() and not self._explanations.pending(self.KIND):
            # The same drawing, ten times a second while a network is in training: the explanation before stays until
            # the next one is computed.
            self._delay.start()
        self._update()

    def shut_down(self) -> None:
        self._delay.stop()

    @Slot()
    def _drawing_changed(self) -> None:
        """Nothing of the previous drawing is delivered: the next prediction may come only after a search for digits."""
        self._delay.stop()
        self._explanations.cancel()

    @Slot()
    def _network_replaced(self) -> None:
        """Its prediction comes in a moment."""
        self._delay.stop()
        self._forget()
        self._update()

    def _request(self, work: Work, show: Callable[[Any], object]) -> None:
        """Request the explanation of the prediction; again if there has been another prediction meanwhile."""
        prediction = self._prediction

        def deliver(found: Any) -> None:
            show(found)
            if self._prediction is not prediction:
                self._delay.start()

        self._explanations.request(self.KIND, work, deliver)

    def _explain(self) -> None:
        """Request the explanation of the prediction."""

    def _reset(self) -> None:
        """There is another drawing."""
        self._forget()

    def _forget(self) -> None:
        """The results are out of date: they are of another drawing or another network."""

    def _update(self) -> None:
        """Show the available results."""
