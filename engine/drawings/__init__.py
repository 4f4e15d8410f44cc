"""The drawings that a user labelled, stored at once, to fine-tune a network on this handwriting.

``DrawingStore`` is a folder with all of them; a ``Drawing`` is strokes with a label. ``train_validation_split`` splits
them, and ``to_pen`` makes training data of them.
"""

from .drawing import Drawing
from .drawing_store import DrawingStore, Import, to_pen
from .validation_split import is_validation, train_validation_split

__all__ = ["Drawing", "DrawingStore", "Import", "is_validation", "to_pen", "train_validation_split"]
