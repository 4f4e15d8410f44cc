"""The one path from ink to an answer, which the window, the command line and the tests all take."""

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from engine.ink.preprocess import ALL_STEPS, STROKE_WIDTH, Stages, Steps, centre_drawings, prepare_drawing
from engine.ink.strokes import Drawing
from engine.nn.folding import folded
from engine.nn.network import Network, NetworkSpec
from engine.nn.single_image import SingleImage
from engine.types import CANVAS, FloatArray

# From this probability on an answer counts: 97 % of drawings that are no digit stay below, and 1.6 % of the digits of a
# site that was held out. (Chosen on the pen strokes of three held-out sites, and on letters, dots and scribbles.)
SURE = 0.7


@dataclass(frozen=True)
class Prediction:
    """What the network says.

    Attributes:
        probabilities: (10,) float32, by softmax.
        digit: the likeliest; None where there is no ink.
        stages: how the ink became the network's input.
    """

    probabilities: FloatArray
    digit: int | None
    stages: Stages

    @property
    def sure(self) -> bool:
        """There is a digit, and its probability is at least SURE.

        A dot, a scribble or a letter has a likeliest digit, too: it is no answer.
        """
        return self.digit is not None and bool(self.probabilities[self.digit] >= SURE)


class Recognizer:
    """Reads drawings and pictures with a network of its own: a copy, never the one being trained."""

    def __init__(
        self, spec: NetworkSpec, params: Mapping[str, FloatArray], max_batch: int = 100, inside: bool = False
    ) -> None:
        """Args:
        max_batch: inputs read at a time; 1 takes the least memory.
        inside: whether ``activations`` and ``params`` are to be looked at. Otherwise the network is folded, which is
            faster (see ``engine.nn.folding``).
        """
        self._spec, self._inside = spec, inside
        read, arrays = (spec, params) if inside else folded(spec, params)
        self._network = Network(read, max_batch)
        self._network.load(arrays)
        # What reads a single picture faster, as soon as there is one.
        self._one: SingleImage | None = None
        self._has_one = not inside and SingleImage.can_read(read)
        # The input whose activations still stand in the network.
        self._read: FloatArray | None = None

    @property
    def spec(self) -> NetworkSpec:
        """What the network is."""
        return self._spec

    @property
    def params(self) -> dict[str, FloatArray]:
        """The weights by name: views, only to be read, that ``use`` writes into."""
        assert self._inside
        return self._network.params

    def activations(self, picture: FloatArray) -> tuple[FloatArray, ...]:
        """What each layer makes of one input (28, 28) float32 in 0..1: (1, *shape) each, the last the logits.

        Of the input that was read last they are there already, and only copied.
        """
        assert self._inside
        if picture is not self._read:
            self.probabilities(picture[None])
            self._read = picture
        return self._network.last_activations()

    def twin(self) -> "Recognizer":
        """Another one with the same weights: each thread needs its own."""
        made = copy.copy(self)
        made._network = Network(self._network.spec, self._network.max_batch)
        made._network.load(self._network.params)
        made._one = made._read = None
        return made

    def use(self, spec: NetworkSpec, params: Mapping[str, FloatArray]) -> None:
        """Read with other weights from now on."""
        read, arrays = (spec, params) if self._inside else folded(spec, params)
        if read != self._network.spec:
            self._network = Network(read, self._network.max_batch)
        self._network.load(arrays)
        self._has_one = not self._inside and SingleImage.can_read(read)
        self._spec, self._one, self._read = spec, None, None

    def read_drawing(
        self,
        drawing: Drawing,
        brush_width: float = STROKE_WIDTH,
        steps: Steps = ALL_STEPS,
        stroke_width: float = STROKE_WIDTH,
    ) -> Prediction:
        """Strokes in canvas units (see ``engine.ink.strokes``), drawn with a brush of ``brush_width`` canvas units.

        Args:
            steps, stroke_width: see ``prepare_drawing``.
        """
        return self.read(prepare_drawing(drawing, brush_width, steps, stroke_width))

    def read_image(self, grey: FloatArray, steps: Steps = ALL_STEPS) -> Prediction:
        """Grey values (height, width) in 0..1 (see ``engine.ink.images.read_picture``)."""
        # Pillow's picture code is loaded where a picture is.
        from engine.ink.images import prepare_image

        return self.read(prepare_image(grey, steps))

    def read(self, stages: Stages) -> Prediction:
        """What has been prepared already."""
        if stages.empty:
            return Prediction(np.zeros(10, np.float32), None, stages)
        probabilities = self.probabilities(stages.centred[None])[0]
        self._read = stages.centred
        return Prediction(probabilities, int(probabilities.argmax()), stages)

    def read_drawings(self, drawings: Sequence[Drawing], batch: int = 256) -> FloatArray:
        """Many drawings, ``batch`` at a time: (N, 10) probabilities, all 0 for an empty drawing."""
        found = [np.zeros((0, 10), np.float32)]
        for start in range(0, len(drawings), batch):
            pictures = centre_drawings(drawings[start : start + batch])
            found.append(self.probabilities(pictures) * np.any(pictures, axis=(1, 2), keepdims=True)[:, 0])
        return np.concatenate(found)

    def probabilities(self, pictures: FloatArray) -> FloatArray:
        """Inputs (N, 28, 28) or (N, 784) float32 in 0..1 -> (N, 10)."""
        self._read = None
        if self._has_one and len(pictures) == 1:
            if self._one is None:
                self._one = SingleImage(self._network.spec, self._network.params)
            return self._one.probabilities(pictures)
        return self._network.predict(pictures.reshape(len(pictures), CANVAS * CANVAS))
