"""What is on the canvas, read by the network in use."""

from engine.ink.preprocess import STROKE_WIDTH, Stages, Steps, stages_of_input
from engine.recognizer import Prediction
from engine.types import FloatArray
from gui.current_network import CurrentNetwork
from gui.draw.drawing_model import DrawingModel


class Reading:
    """Reads a DrawingModel's strokes, or its picture."""

    def __init__(self, model: DrawingModel, network: CurrentNetwork) -> None:
        self._model, self._network = model, network
        self._picture: FloatArray | None = None
        self._stages: dict[Steps, Stages] = {}

    def read(self, brush_width: float, steps: Steps) -> Prediction:
        """What the network says now.

        Args:
            brush_width: what strokes are drawn with, in canvas units.
            steps: of the way in; a picture that has been prepared already is read as it is.
        """
        content, recognizer = self._model.content, self._network.recognizer
        if content.image is None or self._model.running is not None:
            width = STROKE_WIDTH * self._model.thickness
            return recognizer.predict_drawing(self._model.strokes(), brush_width, steps, width)
        if content.prepared:
            return recognizer.predict(stages_of_input(content.image))
        return recognizer.predict(self._prepared(content.image, steps))

    def _prepared(self, grey: FloatArray, steps: Steps) -> Stages:
        """A photo takes longer to be prepared than to be read, and a network in training reads ten times a second."""
        if self._picture is not grey:
            self._picture, self._stages = grey, {}
        if steps not in self._stages:
            # Pillow's picture code is loaded where a picture is.
            from engine.ink.images import prepare_image

            self._stages[steps] = prepare_image(grey, steps)
        return self._stages[steps]
