"""Attribution: which pixels support a digit and which oppose it, and what change would make it another digit."""

from functools import partial

import numpy as np
from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton

from engine.explain.counterfactual import Change, smallest_change
from engine.explain.integrated_gradients import Attribution, integrated_gradients
from engine.i18n import tr
from engine.recognizer import is_sure
from engine.types import CLASSES, FloatArray
from gui.draw.calculation.formulas import signed
from gui.draw.pages.page import ExplanationPage, PageContext
from gui.theme import Theme
from gui.widgets.cards import button, column, label, row, slider
from gui.widgets.colour_maps import coloured
from gui.widgets.pixel_view import PixelView

_FRAME_MS = 70
# Opacity of the colours where there is little ink.
_LEAST_OPACITY = 0.16


class AttributionPage(ExplanationPage):
    """Explains the prediction for one digit: the predicted one, or another that was chosen."""

    # A running stroke is not explained yet.
    KIND, DELAY_MS = "attribution", 150

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        # After a failed search the button can be used again.
        self._explanations.ended.connect(self._update_texts)
        self._chosen: int | None = None
        self._change: Change | None = None
        self.attribution: Attribution | None = None
        self._lay_out(context.theme)
        self._animation = QTimer(self, interval=_FRAME_MS)
        self._animation.timeout.connect(self._next_frame)
        self._update_texts()

    def _lay_out(self, theme: Theme) -> None:
        self._image = PixelView(theme, "attribution-image")
        self._image.setAccessibleName(tr("What supports the digit"))
        # One stop of the Tab key; within it the arrow keys choose.
        self._digits = QButtonGroup(self)
        digits = QGridLayout()
        digits.setSpacing(4)
        for digit in range(CLASSES):
            choice = button(str(digit), f"attribution-{digit}", partial(self.choose, digit), small=False)
            choice.setAccessibleName(tr("Explain {0}", digit))
            choice.setCheckable(True)
            choice.setProperty("segment", True)
            choice.setMinimumWidth(20)
            self._digits.addButton(choice, digit)
            digits.addWidget(choice, digit // 5, digit % 5)
        self._heading = label("", "heading", "attribution-heading", wrap=True)
        self._text = label("", "muted", "attribution-text", wrap=True)
        self._text.setToolTip(
            tr("A digit's logit is the output of its neuron, before softmax makes probabilities of all ten.")
        )
        self._search: QPushButton = button("", "attribution-change", self._request_change)
        self._frame = slider("attribution-frame", tr("Steps of the change"))
        self._frame.valueChanged.connect(self._update)
        right = column(self._heading, digits, self._text, None, self._search, self._frame)
        whole = row((self._image, 1), (right, 1), spacing=14)
        whole.setContentsMargins(0, 8, 0, 0)
        self.setLayout(whole)

    # -- the explained digit

    def shut_down(self) -> None:
        super().shut_down()
        self._animation.stop()

    def _reset(self) -> None:
        self._chosen = None
        self._forget()

    def _forget(self) -> None:
        self.attribution = None
        self._drop_change()

    @property
    def digit(self) -> int | None:
        """The one that is explained."""
        predicted = None if self._prediction is None else self._prediction.digit
        return predicted if self._chosen is None else self._chosen

    def choose(self, digit: int) -> None:
        """Explain this digit."""
        if self._prediction is not None and self._prediction.digit is not None:
            self._chosen = digit
            self._forget()
            self._explain()
        self._update_texts()

    @Slot()
    def _explain(self) -> None:
        if self._prediction is None or self.digit is None:
            return
        image, digit = self._prediction.stages.centred, self.digit

        def explained(found: Attribution) -> None:
            self.attribution = found
            self._update()

        self._request(
            lambda network, keep_going: integrated_gradients(network, image, digit, keep_going=keep_going), explained
        )

    @Slot()
    def _request_change(self) -> None:
        if self._change is not None:
            self._frame.setValue(0)
            self._animation.start()
        elif self._prediction is not None and self.digit is not None and not self._explanations.pending("change"):
            image, target = self._prediction.stages.centred, self.digit
            self._explanations.request(
                "change",
                lambda network, keep_going: smallest_change(network, image, target, keep_going=keep_going),
                self._show_change,
            )
            self._update_texts()

    def _show_change(self, found: Change) -> None:
        self._change = found
        self._frame.setRange(0, len(found.images) - 1)
        self._update_texts()
        self._animation.start()

    def _drop_change(self) -> None:
        self._animation.stop()
        self._explanations.drop("change")
        self._change = None
        self._frame.setValue(0)

    @Slot()
    def _next_frame(self) -> None:
        if self._change is None or self._frame.value() >= self._frame.maximum():
            self._animation.stop()
        else:
            self._frame.setValue(self._frame.value() + 1)

    # -- showing it

    @Slot()
    def _update(self) -> None:
        self._update_image()
        self._update_texts()

    @property
    def _is_finite(self) -> bool:
        """Whether the attribution is a result: the weights of a training that diverged overflow."""
        found = self.attribution
        return found is not None and bool(np.isfinite([found.difference, *found.values.flat]).all())

    def _update_image(self) -> None:
        if self._prediction is None:
            return
        ink = self._prediction.stages.centred
        if self._change is not None and self._frame.value():
            # What was added and what was removed, over the image of this frame.
            image = self._change.images[self._frame.value()]
            most = max(float(np.abs(self._change.images[-1] - ink).max()), 1e-6)
            self._show_colours(image - ink, most, np.maximum(image, np.abs(image - ink) / most))
        elif self.attribution is not None and self._is_finite:
            values = self.attribution.values
            opacity = np.where(ink > 0, _LEAST_OPACITY + (1 - _LEAST_OPACITY) * ink, 0)
            self._show_colours(values, float(np.abs(values).max()), opacity)
        else:
            self._image.show_pixels(ink)

    def _show_colours(self, values: FloatArray, limit: float, opacity: FloatArray) -> None:
        colours = coloured(values, limit, signed=True) * opacity[..., None]
        self._image.show_pixels(values, colours=colours.astype(np.uint8))

    @Slot()
    def _update_texts(self) -> None:
        digit, prediction = self.digit, self._prediction
        # In an exclusive group one button is always checked. The Tab key must go to that one, not to the first one,
        # from which the arrow keys choose nothing.
        self._digits.setExclusive(digit is not None)
        for each in range(CLASSES):
            choice = self._digits.button(each)
            choice.setChecked(each == digit)
            choice.setEnabled(digit is not None)
            choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == digit else Qt.FocusPolicy.ClickFocus)
        self._frame.setVisible(self._change is not None)
        self._search.setVisible(prediction is not None and digit is not None and digit != prediction.digit)
        if prediction is None or digit is None:
            self._heading.setText(tr("Which pixels decide?"))
            self._text.setText(tr("Draw a digit: its pixels are coloured by what they contribute."))
            return
        self._heading.setText(tr("What supports {0}?", digit))
        if self._change is not None:
            self._search.setText(tr("Again"))
        else:
            # It is not disabled during the search: it would lose the focus.
            searching = self._explanations.pending("change")
            self._search.setText(tr("Searching…") if searching else tr("What would make it {0}?", digit))
        self._text.setText(self._explanation(digit))

    def _explanation(self, digit: int) -> str:
        if self._change is not None:
            probabilities = self._change.probabilities[self._frame.value()]
            predicted = int(probabilities.argmax())
            text = tr("Predicted as {0} ({1} %).", predicted, f"{100 * float(probabilities[predicted]):.0f}")
            if not is_sure(probabilities):
                text = tr("Not sure, perhaps {0} ({1} %).", predicted, f"{100 * float(probabilities[predicted]):.0f}")
            if not self._change.found:
                text = tr("{0} No small change makes it {1}.", text, digit)
            elif self._frame.value() == self._frame.maximum():
                text = tr("{0} This small change makes it the most probable: orange was added, blue removed.", text)
            return text
        if self.attribution is None:
            return tr("Computing…")
        if not self._is_finite:
            return tr("The numbers are too large to say what supports {0}: the network has diverged.", digit)
        difference = signed(self.attribution.difference)
        return tr(
            "Orange ink supports {0}, blue ink opposes it. Together {1}: its logit, compared with a black image's.",
            digit,
            difference,
        )
