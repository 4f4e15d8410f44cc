"""An image of a dataset on the canvas, with its true label and the network that predicted it."""

from PySide6.QtCore import QObject, Signal, Slot

from engine.i18n import tr
from engine.types import FloatArray
from engine.weights import Weights
from gui.current_network import CurrentNetwork
from gui.draw.drawing_model import Content, DrawingModel


class DatasetImage(QObject):
    """Shows an image that another page has opened. While it is on the canvas, the network that predicted it there is in
    view; then the current network is back.

    Signals:
        notice: the true label, and which network predicts, as sentences; "" where there is no such image. And whether
            that is another network than the current one.
    """

    notice = Signal(str, bool)

    def __init__(self, model: DrawingModel, network: CurrentNetwork, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._network = model, network
        # The image that was opened last, and its network if it is not the one in use.
        self._opened: tuple[Content, Weights | None] | None = None
        self._sentence = ""
        model.changed.connect(self._update)
        network.changed.connect(self._show)

    def show(self, image: FloatArray, label: int, weights: Weights | None, name: str) -> None:
        """Put an image of a dataset on the canvas: it gets no preprocessing.

        Args:
            image: (28, 28) float32 in 0..1.
            label: the true label.
            weights, name: of the network that has predicted it, and of its checkpoint: "epoch 3"; None, "" for the
                network in use.
        """
        if weights is not None:
            self._network.view(weights, name)
        self._opened = None
        self._model.show_image(image, prepared=True, label=label)
        self._opened = (self._model.content, weights)
        self._show()

    @Slot()
    def _update(self) -> None:
        if self._opened is not None and (self._model.content is not self._opened[0] or self._model.running is not None):
            weights, self._opened = self._opened[1], None
            # Another one may be in view since.
            if weights is not None and self._network.viewed is weights:
                self._network.view_latest()
        self._show()

    @Slot()
    def _show(self) -> None:
        label, viewing = self._model.content.label, self._network.viewing
        sentence = ""
        if label is not None and self._model.running is None:
            sentence = tr("True label: {0}.", label)
            if viewing:
                sentence = tr("{0} Network: {1}.", sentence, viewing)
        if sentence != self._sentence:
            self._sentence = sentence
            self.notice.emit(sentence, bool(viewing))
