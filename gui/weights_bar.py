"""The list of networks at the top of the window: shipped ones, opened files and what was trained here."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine.data.shown_names import shown_name
from engine.i18n import tr, tr_n
from engine.io.checked_file import printable
from engine.nn.network_spec import ACTIVATIONS
from engine.paths import shipped_weights
from engine.weights import weights_title
from gui.actions import Actions
from gui.current_network import CurrentNetwork
from gui.widgets.cards import ActionButton, ElidedLabel, label, plain_tip
from gui.widgets.form_controls import ElidedList

# Of a name of a network.
_CHARACTERS = 34


class WeightsBar(QWidget):
    """Signals:
    chosen: the file that was picked from the list; loading it may fail.
    activation_chosen: the activation that was picked, for weights whose file does not say it.
    """

    chosen = Signal(object)
    activation_chosen = Signal(str)

    def __init__(self, network: CurrentNetwork, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._network = network
        self._files: list[Path | None] = []
        self._names: dict[Path, str] = {}
        self._opened: list[Path] = []
        self.list = ElidedList("weights-list", tr("Current network"))
        self.list.setToolTip(tr("Choose the network that predicts your drawing"))
        # A fixed width: a long name must not push the rest of the bar out of the window.
        self.list.shrink(_CHARACTERS)
        self.list.activated.connect(self._picked)
        self.activation = ElidedList("weights-activation", tr("Activation function of the network"))
        for kind, spec in ACTIVATIONS.items():
            self.activation.addItem(tr(spec.title), kind)
        self.activation.activated.connect(lambda: self.activation_chosen.emit(self.activation.currentData()))
        self._facts = ElidedLabel()
        self._facts.setObjectName("weights-facts")
        self._facts.setProperty("role", "muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 0)
        layout.setSpacing(8)
        heading = label(tr("Network"), "heading")
        heading.setBuddy(self.list)
        layout.addWidget(heading)
        layout.addWidget(self.list)
        layout.addWidget(self.activation)
        for action in (actions.load_weights, actions.save_weights):
            layout.addWidget(ActionButton(action))
        layout.addSpacing(8)
        layout.addWidget(self._facts, 1)
        network.changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the current network as the chosen one."""
        weights, path = self._network.weights, self._network.path
        if path is not None:
            self._names[path] = weights.name or printable(path.stem)
            if path not in shipped_weights() and path not in self._opened:
                self._opened.append(path)
        self.list.clear()
        self._files = []
        for file in [*shipped_weights(), *self._opened]:
            self.list.addItem(shown_name(self._name(file)))
            self._files.append(file)
        if path is None:
            name = shown_name(weights.name)
            self.list.addItem(tr("{0} (not saved)", name) if self._network.unsaved else name)
            self._files.append(None)
        self.list.setCurrentIndex(self._files.index(path))
        if self._network.in_training is not None:
            self.list.addItem(tr("In training: {0}", shown_name(self._network.in_training.title)))
            self._files.append(None)
            self.list.setCurrentIndex(self.list.count() - 1)
        if self._network.viewing:
            self.list.addItem(self._network.name)
            self._files.append(None)
            self.list.setCurrentIndex(self.list.count() - 1)
        self._show_activation()
        self._facts.setText(self._describe())

    def _show_activation(self) -> None:
        """The choice of the activation, only where the file of the current network does not say it."""
        weights, network = self._network.weights, self._network
        shown = weights.activation_from != "file" and not network.viewing and network.in_training is None
        if shown:
            self.activation.setCurrentIndex(self.activation.findData(weights.activation))
            self.activation.setToolTip(plain_tip(" ".join(weights.notes)))
            texts = {"assumed": tr("{0} (assumed)"), "measured": tr("{0} (measured)")}
            for i, spec in enumerate(ACTIVATIONS.values()):
                text = texts.get(weights.activation_from, "{0}") if spec.kind == weights.activation else "{0}"
                self.activation.setItemText(i, text.format(tr(spec.title)))
        self.activation.setVisible(shown)

    def _name(self, file: Path) -> str:
        if file not in self._names:
            self._names[file] = weights_title(file)
        return self._names[file]

    def _describe(self) -> str:
        if self._network.viewing:
            return tr("The weights of {0} are shown", self._network.viewing)
        if self._network.in_training is not None:
            return tr("The drawing tab predicts with its current weights")
        weights = self._network.weights
        facts = [
            # The number first: in a narrow window the rest is cut off.
            tr("{0} % ({1})", f"{100 * score:.2f}", shown_name(what))
            for what, score in weights.scores.items()
            if what.endswith("accuracy")
        ]
        facts += [shown_name(weights.spec.title), tr_n("%n parameter(s)", None, weights.spec.param_count())]
        facts += weights.notes
        return "  ·  ".join(facts)

    @Slot(int)
    def _picked(self, index: int) -> None:
        file = self._files[index]
        current = index == self._files.index(self._network.path)
        # The current network stays chosen until the other one has been loaded.
        self.refresh()
        if current:
            self._network.view_latest()
        elif file is not None:
            self.chosen.emit(file)
