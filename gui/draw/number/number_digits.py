"""The digits of a number on the canvas: searched for in the background, and one of them is the chosen one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import is_

from PySide6.QtCore import QObject, Signal, Slot

from engine.digit_finder import (
    DigitFinder,
    FoundDigit,
    drawn_on_several_lines,
    may_be_several,
    number_text,
)
from engine.i18n import tr
from engine.ink.preprocess import ALL_STEPS, STROKE_WIDTH, Edges, Stages, Steps
from engine.ink.strokes import bounds
from engine.recognizer import Prediction, Recognizer
from engine.types import CANVAS, FloatArray
from engine.unread import Cause, unread_cause
from gui.current_network import CurrentNetwork
from gui.draw.drawing_model import DrawingModel
from gui.task import Task, TaskGroup

# Why an image is no sure digit: if its prediction is not sure, and if it is.
_Causes = tuple[Cause | None, Cause | None]
_NO_CAUSE: _Causes = (None, None)
# The digits, and the causes for an image.
_Result = tuple[tuple[FoundDigit, ...], _Causes]
# Inputs that the copy of the network predicts at a time.
_BATCH = 8


@dataclass(frozen=True, eq=False)
class Number:
    """Several digits, from left to right.

    Attributes:
        digits: the found ones, and chosen: the index of the chosen one.
        boxes: of each: left, top, right, bottom in canvas units; of strokes, without the width of the brush.
        of_image: they are those of an image.
    """

    digits: tuple[FoundDigit, ...]
    chosen: int
    boxes: tuple[Edges, ...]
    of_image: bool


class NumberDigits(TaskGroup):
    """Finds the digits of what is on the canvas. For one digit only the positions of the strokes are compared.

    While a stroke is drawn, the last result stays until there is another one.

    Signals:
        changed: other digits, or another chosen one.
    """

    changed = Signal()

    def __init__(self, model: DrawingModel, network: CurrentNetwork, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._network = model, network
        self._found: tuple[FoundDigit, ...] = ()
        # The image that was searched last, and the causes for it.
        self._image: tuple[object, _Causes] = (None, _NO_CAUSE)
        # What the user has chosen; None for the digit that was written last, or the first one of an image.
        self._choice: int | None = None
        # What the digits were found in: the image, or the strokes, with None for the running one.
        self._content: tuple[object, ...] = ()
        # Whether a thread searches for the digits of what is on the canvas now.
        self.pending = False
        # Each change of the canvas or of the network, and the one that was searched last.
        self._revision = self._searched = 0
        self._task: Task | None = None
        self._finder: DigitFinder | None = None
        # A copy of the network, and the parameters that were loaded into it.
        self._copy: Recognizer | None = None
        self._loaded: Mapping[str, FloatArray] | None = None
        model.changed.connect(self._count)
        network.updated.connect(self._count)
        network.replaced.connect(self.cancel)

    @Slot()
    def _count(self) -> None:
        self._revision += 1

    # -- the digits

    @property
    def several(self) -> bool:
        return bool(self._found)

    def unread_cause(self, sure: bool) -> Cause | None:
        """Why what is on the canvas is no sure digit, see ``engine.unread``; of strokes, only several lines are known.

        Args:
            sure: of the prediction for all ink.
        """
        if self._found:
            return None
        if self._has_image:
            return self._image[1][sure] if self._image[0] is self._model.content else None
        return Cause.LINES if drawn_on_several_lines(self._model.strokes(), sure) else None

    @property
    def waiting(self) -> bool:
        """Whether an image was not searched yet: it is not known whether one digit is to be predicted."""
        return self._has_image and not self._model.content.prepared and self._image[0] is not self._model.content

    @property
    def _has_image(self) -> bool:
        return self._model.content.image is not None and self._model.running is None

    @property
    def chosen(self) -> int:
        """The index of the chosen digit; 0 where there is one digit."""
        if self._choice is not None and self._choice < len(self._found):
            return self._choice
        return max(range(len(self._found)), key=lambda i: max(self._found[i].strokes, default=-i), default=0)

    @property
    def strokes(self) -> tuple[int, ...] | None:
        """The indices of the strokes of the chosen digit; None where it is the whole drawing, or an image."""
        return (self._found[self.chosen].strokes or None) if self._found else None

    def choose(self, index: int) -> None:
        """Choose a digit by its index."""
        if 0 <= index < len(self._found) and index != self.chosen:
            self._choice = index
            self.changed.emit()

    def step(self, by: int) -> None:
        """Choose the next digit (1) or the one before (-1); after the last comes the first."""
        if self._found:
            self.choose((self.chosen + by) % len(self._found))

    def stages(self, brush_width: float, steps: Steps) -> Stages:
        """Those of the chosen digit, see ``DrawingModel.stages``."""
        self._follow_content()
        if not self._found or self.strokes is not None:
            return self._model.stages(brush_width, steps, self.strokes)
        stages = self._found[self.chosen].prediction.stages
        if steps == ALL_STEPS:
            return stages
        from engine.ink.images import prepare_image

        return prepare_image(stages.ink, steps)

    def number(self, prediction: Prediction) -> Number | None:
        """The number; None where there is one digit.

        Args:
            prediction: the present one for the chosen digit.
        """
        if not self._found:
            return None
        digits = list(self._found)
        digits[self.chosen] = replace(digits[self.chosen], prediction=prediction)
        return Number(tuple(digits), self.chosen, tuple(map(self._box, digits)), self.strokes is None)

    def file_name(self, prediction: Prediction | None) -> str:
        """The suggested name of a file with what is on the canvas.

        Args:
            prediction: see ``number``.
        """
        number = None if prediction is None else self.number(prediction)
        text = "" if number is None else number_text(number.digits)
        if number is not None and "?" not in text:
            # Without a dot, which would begin the suffix.
            return tr("number-{0}", text.replace(".", "-"))
        if number is None and prediction is not None and prediction.sure:
            return tr("digit-{0}", prediction.digit)
        return tr("drawing")

    def _box(self, digit: FoundDigit) -> Edges:
        image = self._model.content.image
        if digit.strokes or image is None:
            strokes = self._model.strokes()
            return bounds([strokes[i] for i in digit.strokes]) or digit.box
        height, width = image.shape
        scale = CANVAS / max(height, width)
        right, down = (CANVAS - width * scale) / 2, (CANVAS - height * scale) / 2
        left, top, end, bottom = (edge * scale for edge in digit.box)
        return left + right, top + down, end + right, bottom + down

    def _follow_content(self) -> None:
        """Digits that are no longer on the canvas are none. A new stroke is in none until the next result."""
        content = self._now()
        if _same(content, self._content):
            return
        if not _continues(content, self._content):
            at = {id(stroke): i for i, stroke in enumerate(content)}
            places = [at.get(id(stroke)) for stroke in self._content]
            kept: list[FoundDigit] = []
            for each in self._found:
                strokes = [places[i] for i in each.strokes]
                if strokes and None not in strokes:
                    kept.append(replace(each, strokes=tuple(i for i in strokes if i is not None)))
            self._found = tuple(kept) if len(kept) > 1 else ()
        self._choice, self._content = None, content

    def _now(self) -> tuple[object, ...]:
        if self._has_image:
            return (self._model.content,)
        running = () if self._model.running is None else (None,)
        return *self._model.original, *running

    # -- the search

    def search(self, brush_width: float) -> None:
        """Search for the digits of what is on the canvas now, unless that was done."""
        self._follow_content()
        if self._searched == self._revision or self._task is not None:
            return
        self._searched = self._revision
        self._start(brush_width)

    def search_now(self, brush_width: float) -> None:
        """Search now, without a thread: something is done with the digits."""
        self._follow_content()
        if (self._task is not None or self._searched != self._revision) and self._possible():
            self._searched = self._revision
            # The result of the thread would replace this one.
            self.cancel()
            self._set(*self._job(brush_width)(DigitFinder(self._network.recognizer)))

    def _possible(self) -> bool:
        """Whether a search makes sense: it takes longer than a prediction."""
        if self._has_image:
            return not self._model.content.prepared
        return may_be_several(self._model.strokes())

    def _start(self, brush_width: float) -> None:
        if not self._possible():
            self._set(())
            return
        content, recognizer, find = self._content, self._network.recognizer, self._job(brush_width)
        spec, params = recognizer.spec, recognizer.params

        def work(task: Task) -> _Result:
            if self._copy is None or self._finder is None:
                self._copy = Recognizer(spec, params, _BATCH)
                self._finder = DigitFinder(self._copy)
            elif self._loaded is not params:
                self._copy.use(spec, params)
            self._loaded = params
            return find(self._finder)

        def done(result: _Result) -> None:
            if _continues(self._now(), content) and len(self._now()) == len(content):
                self._set(*result)

        def ended() -> None:
            self._task = None
            if self._searched != self._revision:
                self.search(brush_width)
            elif self.pending:
                # The search has failed.
                self._set(() if self.waiting else self._found)

        self.pending = True
        self._task = self.start(work, done, on_end=ended)

    def _job(self, brush_width: float) -> Callable[[DigitFinder], _Result]:
        """The search in what is on the canvas now."""
        if self._has_image:
            image, ink = self._model.content.image, self._model.stages(brush_width, ALL_STEPS).ink
            assert image is not None

            def find_in_image(finder: DigitFinder) -> _Result:
                if digits := finder.in_image(ink):
                    return digits, _NO_CAUSE
                return digits, (unread_cause(image, ink, sure=False), unread_cause(image, ink, sure=True))

            return find_in_image
        strokes, stroke_width = self._model.strokes(), STROKE_WIDTH * self._model.thickness
        return lambda finder: (finder.in_drawing(strokes, brush_width, stroke_width), _NO_CAUSE)

    def _set(self, digits: Sequence[FoundDigit], causes: _Causes = _NO_CAUSE) -> None:
        """Show what was found."""
        pending, self.pending = self.pending, self._searched != self._revision
        if digits or self._found or self.waiting or pending:
            self._found = tuple(digits)
            if self._has_image:
                self._image = self._model.content, causes
            self.changed.emit()


def _same(a: tuple[object, ...], b: tuple[object, ...]) -> bool:
    return len(a) == len(b) and all(map(is_, a, b))


def _continues(now: tuple[object, ...], before: tuple[object, ...]) -> bool:
    """Whether there are only more strokes now, or the running one has ended."""
    ended = before[:-1] if before and before[-1] is None else before
    return len(now) >= len(before) and _same(now[: len(ended)], ended)


def describe(number: Number) -> str:
    """ "digit 2 of 4": the chosen one."""
    return tr("digit {0} of {1}", number.chosen + 1, len(number.digits))
