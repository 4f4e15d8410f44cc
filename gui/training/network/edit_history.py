"""The edits of the list of layers, with undo and redo; no widgets."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.i18n import tr_noop
from engine.io.limits import MAX_LAYERS
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import deep_convnet, reader_convnet, simple_convnet
from engine.train.recipes import RECIPES
from gui.training.network.draft import NEW, Drafts, NetworkFacts, draft_of, drafts_of, facts_of
from gui.training.undo_history import UndoHistory

# The networks to start from; the list is the user's OWN where it is none of them.
NETWORKS: dict[str, NetworkSpec] = {
    "two-layer": RECIPES["two-layer"].spec,
    "three-layer": RECIPES["three-layer"].spec,
    "wide": NetworkSpec.mlp((800,)),
    "simple-convnet": simple_convnet(),
    "deep-convnet": deep_convnet(),
    "reader-convnet": reader_convnet(),
}
OWN = "own"
TITLES = {
    "two-layer": tr_noop("Two-layer net (50)"),
    "three-layer": tr_noop("Three-layer net (50, 100)"),
    "wide": tr_noop("Wide MLP (800)"),
    "simple-convnet": tr_noop("Simple convnet"),
    "deep-convnet": tr_noop("Deep convnet"),
    "reader-convnet": tr_noop("Digit Lab's reader"),
    OWN: tr_noop("Your own"),
}
INPUT = -1
# Its name in the history.
NETWORK = "network"


def output_of(drafts: Drafts) -> int:
    """The index of the output layer: the last Affine layer."""
    return max(i for i, draft in enumerate(drafts) if draft.kind == "affine")


def positions(drafts: Drafts, at: int) -> range:
    """Where a layer can be moved: an Affine layer not past the output, the output nowhere."""
    output = output_of(drafts)
    if at == output:
        return range(at, at + 1)
    return range(output if drafts[at].kind == "affine" else len(drafts))


@dataclass(frozen=True)
class _State:
    """What an undo restores; a selection alone is no difference."""

    drafts: Drafts
    selected: int | None = field(compare=False)


class EditHistory:
    """The list of layers, with its edit history.

    Attributes:
        drafts: the layers.
        selected: which of them; INPUT for the input, None for none.
        facts: what follows from the layers.
        own: the last list that was none of NETWORKS, for ``choose(OWN)``; () for none.
        history: may be shared with other settings; the list has the name NETWORK in it.
    """

    def __init__(self, spec: NetworkSpec, history: UndoHistory | None = None) -> None:
        self.facts: NetworkFacts
        self.own: Drafts = ()
        self.history = history or UndoHistory()
        self.begin(spec)
        self.history.restored.connect(self._restore)

    @property
    def network(self) -> str:
        """Which of NETWORKS it is, or OWN."""
        return next((name for name, network in NETWORKS.items() if network == self.facts.spec), OWN)

    @property
    def possible(self) -> dict[str, bool]:
        """Which of the methods would do something now."""
        at = self._layer
        allowed = positions(self.drafts, at) if at is not None else range(0)
        return {
            "add": len(self.drafts) < MAX_LAYERS,
            "up": at is not None and at - 1 in allowed,
            "down": at is not None and at + 1 in allowed,
            "remove": at is not None and at != output_of(self.drafts),
            "undo": self.history.can_undo,
            "redo": self.history.can_redo,
        }

    @property
    def _layer(self) -> int | None:
        return None if self.selected == INPUT else self.selected

    def begin(self, spec: NetworkSpec) -> None:
        """Replace all layers; this cannot be undone."""
        self._set(drafts_of(spec), None)
        self.history.begin({NETWORK: self._state})

    def replace(self, spec: NetworkSpec) -> None:
        """Replace all layers, as one step."""
        self._change(drafts_of(spec), None)

    def choose(self, name: str) -> None:
        """Start from one of NETWORKS, or come back to OWN."""
        if name != self.network and (name != OWN or self.own):
            self._change(self.own if name == OWN else drafts_of(NETWORKS[name]), None)

    def select(self, selected: int | None) -> None:
        """Select a layer, INPUT or None; this is no step of the history."""
        self.selected = selected
        self.history.end_typing()

    def add(self, kind: str) -> None:
        """Add a layer after the selected one, but before the output; at the end where none is selected."""
        if self.possible["add"]:
            output = output_of(self.drafts)
            at = output if self.selected is None else min(self.selected + 1, output)
            self._change((*self.drafts[:at], draft_of(NEW[kind]), *self.drafts[at:]), at)

    def remove(self) -> None:
        """Remove the selected layer."""
        at = self._layer
        if at is not None and self.possible["remove"]:
            self._change(self.drafts[:at] + self.drafts[at + 1 :], min(at, len(self.drafts) - 2))

    def move(self, at: int, to: int) -> None:
        """Move a layer, if it can be there."""
        if to != at and to in positions(self.drafts, at):
            drafts = list(self.drafts)
            drafts.insert(to, drafts.pop(at))
            self._change(tuple(drafts), to)

    def up(self) -> None:
        """Move the selected layer nearer to the input."""
        if self._layer is not None:
            self.move(self._layer, self._layer - 1)

    def down(self) -> None:
        """Move the selected layer further from the input."""
        if self._layer is not None:
            self.move(self._layer, self._layer + 1)

    def type(self, at: int, setting: str, text: str) -> None:
        """Set the text of a field. All that is typed into one field without a break is one step."""
        drafts = list(self.drafts)
        drafts[at] = drafts[at].with_text(setting, text)
        self._change(tuple(drafts), at, f"{at} {setting}")

    def undo(self) -> None:
        """One step back, of all that shares the history."""
        self.history.undo()

    def redo(self) -> None:
        """One step forward again."""
        self.history.redo()

    def _restore(self, changed: Mapping[str, object]) -> None:
        state = changed.get(NETWORK)
        if isinstance(state, _State):
            self._set(state.drafts, state.selected)

    @property
    def _state(self) -> _State:
        return _State(self.drafts, self.selected)

    def _change(self, drafts: Drafts, selected: int | None, typing: str = "") -> None:
        # The layer that is selected now will be so again after an undo.
        self.history.amend({NETWORK: self._state})
        self._set(drafts, selected)
        self.history.record({NETWORK: self._state}, typing and f"{NETWORK} {typing}")

    def _set(self, drafts: Drafts, selected: int | None) -> None:
        self.drafts, self.selected = drafts, selected
        self.facts = facts_of(drafts)
        if self.network == OWN:
            self.own = drafts
