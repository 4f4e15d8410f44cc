"""What a person drew and said it was: kept at once, to teach a network this hand.

``DrawingStore`` is a folder with all of it; a ``Drawing`` in it is strokes with a label. ``parted`` tells those to
learn from and those to measure with, ``to_pen`` makes of them what is learned from.
"""

from engine.drawings.drawing import Drawing
from engine.drawings.drawing_store import DrawingStore
from engine.drawings.exchange import Import, to_pen
from engine.drawings.validation_split import HELD_OUT, held_out, parted

__all__ = ["HELD_OUT", "Drawing", "DrawingStore", "Import", "held_out", "parted", "to_pen"]
