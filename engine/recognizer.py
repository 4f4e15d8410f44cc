"""The one path from ink to a prediction, which the window, the command line and the tests all take."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from .data.dataset import Dataset
from .evaluate.predict_dataset import predict_dataset
from .ink.preprocess import ALL_STEPS, STROKE_WIDTH, Stages, Steps, centre_drawings, prepare_drawing
from .ink.strokes import Drawing
from .nn.batch_size import fitting_batch
from .nn.folding import folded
from .nn.losses import even_where_not_finite, overflowing
from .nn.network import Network
from .nn.network_spec import NetworkSpec
from .nn.single_image import SingleImage
from .nn.thread_pool import allowed_threads
from .types import CANVAS, CLASSES, FloatArray

# A prediction with at least this probability counts as sure: 97 % of drawings that are no digit have a lower one, and
# 1.6 % of the digits of a held-out site. (Chosen on the pen strokes of three held-out sites, and on letters, dots and
# scribbles.)
SURE = 0.7
# Between these, all ten probabilities are about equal: an untrained network predicts so, whatever it gets.
_LEAST_EVEN, _MOST_EVEN = 0.05, 0.15


def is_sure(probabilities: FloatArray) -> bool:
    """Whether one of (10,) softmax probabilities is at least SURE."""
    return bool(probabilities.max() >= SURE)


def is_even(probabilities: FloatArray) -> bool:
    """Whether (10,) softmax probabilities are about equal, so that even the most probable digit says nothing."""
    return bool(probabilities.min() >= _LEAST_EVEN and probabilities.max() <= _MOST_EVEN)


@dataclass(frozen=True)
class Prediction:
    """Attributes:
    probabilities: (10,) float32, softmax probabilities; all 0 where there is no ink.
    digit: the most probable one; None where there is no ink.
    stages: how the ink became the network's input.
    """

    probabilities: FloatArray
    digit: int | None
    stages: Stages

    @property
    def sure(self) -> bool:
        """Whether there is a digit with a probability of at least SURE.

        A dot, a scribble or a letter has a most probable digit, too, but it is none.
        """
        return is_sure(self.probabilities)


class Recognizer:
    """Predicts drawings and images with its own copy of a network, which no training changes.

    For speed, batch normalisation is folded (see ``engine.nn.folding``), and a small network predicts a single image
    by ``SingleImage``. Not thread-safe: every call overwrites the same buffers.

    >>> from digit_lab.engine.paths import SHIPPED_FOLDER
    >>> from digit_lab.engine.weights import load_weights
    >>> weights = load_weights(SHIPPED_FOLDER / "three-layer.safetensors")
    >>> recognizer = Recognizer(weights.spec, weights.params)
    >>> one = np.array([[14, 5], [14, 23]], np.float32)  # from the top to the bottom, in a canvas of 28 x 28
    >>> prediction = recognizer.predict_drawing([one])
    >>> prediction.digit, prediction.probabilities.shape
    (1, (10,))

    Attributes:
        spec, params: the network as it was given, not folded. ``params`` are not copied and must not change.
    """

    @overflowing
    def __init__(self, spec: NetworkSpec, params: Mapping[str, FloatArray], max_batch: int = 100) -> None:
        """Args:
        max_batch: inputs predicted at a time, fewer with a large network; 1 takes the least memory.
        """
        self._max_batch = max_batch
        self._network = self._new_network(folded(spec, params)[0])
        self._unfolded: Network | None = None
        self.use(spec, params)

    @overflowing
    def use(self, spec: NetworkSpec, params: Mapping[str, FloatArray]) -> None:
        """Predict with other weights from now on. If it fails for lack of memory, nothing has changed.

        Raises:
            SpecError: it is no network that reads digits.
        """
        spec.check_digits()
        folded_spec, folded_params = folded(spec, params)
        single = SingleImage(folded_spec, folded_params) if SingleImage.supports(folded_spec) else None
        network = self._network
        if network.spec != folded_spec:
            network = self._new_network(folded_spec)
        network.load(folded_params)
        self.spec, self.params, self._network, self._single_image = spec, dict(params), network, single
        self._copies: list[Recognizer] = []
        # The network for the activations is made and loaded when they are asked for.
        self._unfolded_current = False

    def _new_network(self, spec: NetworkSpec) -> Network:
        return Network(spec, fitting_batch(spec, self._max_batch))

    @overflowing
    def activations(self, image: FloatArray) -> tuple[FloatArray, ...]:
        """The output (1, *shape) of each layer of ``spec`` for one input (28, 28) float32 in 0..1."""
        if self._network.spec == self.spec:
            return self._network.activations(image[None])
        if self._unfolded is None or self._unfolded.spec != self.spec:
            self._unfolded = Network(self.spec, 1)
        if not self._unfolded_current:
            self._unfolded.load(self.params)
            self._unfolded_current = True
        return self._unfolded.activations(image[None])

    def predict_drawing(
        self,
        drawing: Drawing,
        brush_width: float = STROKE_WIDTH,
        steps: Steps = ALL_STEPS,
        stroke_width: float = STROKE_WIDTH,
    ) -> Prediction:
        """Strokes in canvas units (see ``engine.ink.strokes``), drawn with a brush of ``brush_width`` canvas units.

        Args:
            steps, stroke_width: see ``prepare_drawing``.

        Raises:
            ValueError: ``drawing`` is no list of strokes (n, 2).
        """
        for stroke in drawing:
            if not isinstance(stroke, np.ndarray) or stroke.shape[1:] != (2,):
                came = f"an array of shape {stroke.shape}" if isinstance(stroke, np.ndarray) else type(stroke).__name__
                raise ValueError(f"a drawing is a list of strokes, each an array of points (n, 2), and this is {came}")
        return self.predict(prepare_drawing(drawing, brush_width, steps, stroke_width))

    def predict_image(self, grey: FloatArray) -> Prediction:
        """Grey values (height, width) in 0..1 (see ``engine.ink.images.read_image``).

        Raises:
            ValueError: ``grey`` has another shape, or integers.
        """
        if grey.ndim != 2 or grey.dtype.kind != "f":
            raise ValueError(
                f"an image must be (height, width) floats from 0 to 1, not {grey.shape} {grey.dtype}. Read files by "
                "digit_lab.engine.ink.images.read_image"
            )
        # Loads Pillow, so only where there is an image.
        from .ink.images import prepare_image

        return self.predict(prepare_image(grey))

    def predict(self, stages: Stages) -> Prediction:
        """Ink that has been prepared already."""
        if stages.empty:
            return Prediction(np.zeros(CLASSES, np.float32), None, stages)
        probabilities = self.probabilities(stages.centred[None])[0]
        return Prediction(probabilities, int(probabilities.argmax()), stages)

    def predict_drawings(self, drawings: Sequence[Drawing], batch_size: int = 256) -> FloatArray:
        """Many drawings, ``batch_size`` at a time: (N, 10) probabilities, all 0 for an empty drawing."""
        found = [np.zeros((0, CLASSES), np.float32)]
        for start in range(0, len(drawings), batch_size):
            images = centre_drawings(drawings[start : start + batch_size])
            found.append(self.probabilities(images) * np.any(images, axis=(1, 2), keepdims=True)[:, 0])
        return np.concatenate(found)

    def predict_dataset(self, dataset: Dataset, batch_size: int = 100, threads: int | None = None) -> FloatArray:
        """A dataset's (N, 10) probabilities, in as many threads as are allowed (see ``allowed_threads``).

        Each thread needs a copy of the network, about 100 MB for the largest shipped one; they are kept for the next
        call.
        """
        count = (threads or allowed_threads()) - 1
        while len(self._copies) < count:
            self._copies.append(Recognizer(self.spec, self.params, self._max_batch))
        copies = (copy.probabilities for copy in self._copies[:count])
        return predict_dataset([self.probabilities, *copies], dataset, batch_size)

    @overflowing
    def probabilities(self, images: FloatArray) -> FloatArray:
        """Inputs (N, 28, 28) or (N, 784) float32 in 0..1 -> (N, 10) softmax probabilities.

        Raises:
            ValueError: ``images`` has another shape, or integers.
        """
        if images.size != len(images) * CANVAS * CANVAS or images.dtype.kind != "f":
            hint = ". One image: write images[None]" if images.size == CANVAS * CANVAS else ""
            raise ValueError(
                f"images must be (N, 28, 28) or (N, 784) floats from 0 to 1, not {images.shape} {images.dtype}{hint}"
            )
        if self._single_image is not None and len(images) == 1:
            found = self._single_image.probabilities(images)
        else:
            found = self._network.predict(images.reshape(len(images), CANVAS * CANVAS))
        return even_where_not_finite(found)
