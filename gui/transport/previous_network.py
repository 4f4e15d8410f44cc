"""After a training that has learned almost nothing: a message that offers the network before it."""

from pathlib import Path

from PySide6.QtCore import Qt, Slot

from engine.data.shown_names import shown_name
from engine.i18n import tr
from engine.weights import Weights
from gui.current_network import CurrentNetwork
from gui.widgets.cards import button, label, plain_tip
from gui.widgets.notice import MessageBar, close_button

# Of a name on the button.
_CHARACTERS = 34


class PreviousNetwork(MessageBar):
    """Hidden until there is an offer; another network in use ends it."""

    def __init__(self, network: CurrentNetwork) -> None:
        self._use = button("", "use-previous-network", self._go_back, small=False)
        super().__init__("previous-network", label(wrap=True), self._use, close_button(self.withdraw))
        self._network = network
        # Weights, file, unsaved; and the useless weights.
        self._before: tuple[Weights, Path | None, bool] | None = None
        self._useless: Weights | None = None
        network.changed.connect(self._follow)

    def offer(self, weights: Weights, path: Path | None, unsaved: bool) -> None:
        """Offer to use these again, instead of the current ones, which are useless."""
        self._before, self._useless = (weights, path, unsaved), self._network.weights
        name, metrics = shown_name(weights.name or weights.spec.title), self._use.fontMetrics()
        whole = tr("Use “{0}” again", name)
        room = metrics.horizontalAdvance("x" * _CHARACTERS)
        short = tr("Use “{0}” again", metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, room))
        # A single "&" would underline the next letter.
        self._use.setText(short.replace("&", "&&"))
        self._use.setAccessibleName(whole)
        self._use.setToolTip("" if short == whole else plain_tip(whole))
        self.show_message(tr("This network has learned almost nothing. The drawing tab predicts with it now."))

    @Slot()
    def withdraw(self) -> None:
        """End the offer."""
        self._before = self._useless = None
        self.show_message("")

    @Slot()
    def _go_back(self) -> None:
        if self._before is not None:
            weights, path, unsaved = self._before
            self._network.use(weights, path, unsaved=unsaved)

    @Slot()
    def _follow(self) -> None:
        if self._useless is not None and self._network.weights is not self._useless:
            self.withdraw()
