"""The context of a page of the drawing tab, for tests of one page."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from engine.recognizer import Recognizer
from engine.weights import Weights
from gui.current_network import CurrentNetwork
from gui.draw.drawing_model import DrawingModel
from gui.draw.handwriting.async_drawing_store import AsyncDrawingStore
from gui.draw.number.number_digits import NumberDigits
from gui.draw.pages.explanations import Explanations
from gui.draw.pages.page import PageContext
from gui.settings import Settings
from gui.theme import Theme


def page_context(recognizer: Recognizer, folder: Path) -> PageContext:
    """The context of a page in a window with this network."""
    network = CurrentNetwork(weights_of(recognizer), None)
    theme = Theme(QApplication.instance(), "light")
    settings = Settings(folder / "settings.ini")
    store = AsyncDrawingStore(folder / "drawings", theme)
    model = DrawingModel(theme)
    digits = NumberDigits(model, network, theme)
    return PageContext(model, digits, network, store, Explanations(network, theme), settings, theme, *[print] * 4)


def weights_of(recognizer: Recognizer) -> Weights:
    """A copy of the weights of a recognizer."""
    return Weights(recognizer.spec, {name: array.copy() for name, array in recognizer.params.items()}, name="some")
