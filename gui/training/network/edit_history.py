"""What can be done to the network editor's list, and the steps back and forward. No widget."""

from dataclasses import dataclass

from engine.nn.network import MAX_LAYERS, NetworkSpec
from engine.nn.presets import deep_convnet, reader_convnet, simple_convnet
from engine.train.recipes import RECIPES
from gui.i18n import tr
from gui.training.network.draft import NEW, Drafts, NetworkFacts, draft_of, drafts_of, read

# The networks to begin with; the list is one's own where it is none of them.
NETWORKS: dict[str, NetworkSpec] = {
    "two-layer": RECIPES["two-layer"].spec,
    "three-layer": RECIPES["three-layer"].spec,
    "wide": NetworkSpec.mlp((800,)),
    "simple-convnet": simple_convnet(),
    "deep-convnet": deep_convnet(),
    "reader-convnet": reader_convnet(),
}
OWN = "own"
INPUT = -1
# As many steps back are kept as for a drawing.
_HISTORY = 200


def network_title(name: str) -> str:
    """What a person calls one of NETWORKS, or OWN."""
    return {
        "two-layer": tr("Two-layer net (50)"),
        "three-layer": tr("Three-layer net (50, 100)"),
        "wide": tr("Wide MLP (800)"),
        "simple-convnet": tr("Simple convnet"),
        "deep-convnet": tr("Deep convnet"),
        "reader-convnet": tr("Digit Lab's reader"),
        OWN: tr("Your own"),
    }[name]


def output_of(drafts: Drafts) -> int:
    """Where the output layer stands: it is the last Affine layer."""
    return max(i for i, draft in enumerate(drafts) if draft.kind == "affine")


def place_of_new(drafts: Drafts, selected: int | None) -> int:
    """Where a new layer goes: after the selected one (or INPUT), but at the end before the output layer."""
    output = output_of(drafts)
    return output if selected is None else min(selected + 1, output)


def places(drafts: Drafts, at: int) -> range:
    """Where a layer can be moved to: an Affine layer not past the output, the output nowhere."""
    output = output_of(drafts)
    if at == output:
        return range(at, at + 1)
    return range(output if drafts[at].kind == "affine" else len(drafts))


def nearest_place(drafts: Drafts, at: int, to: int) -> int:
    """Of the places for a layer, the nearest to where one would like to have it."""
    around = places(drafts, at)
    return min(max(to, around.start), around.stop - 1)


def added(drafts: Drafts, kind: str, at: int) -> Drafts:
    """With a new layer at this place."""
    return (*drafts[:at], draft_of(NEW[kind]), *drafts[at:])


def removed(drafts: Drafts, at: int) -> Drafts:
    """Without this layer."""
    return drafts[:at] + drafts[at + 1 :]


def moved(drafts: Drafts, at: int, to: int) -> Drafts:
    """With a layer taken from one place to another."""
    rest = removed(drafts, at)
    return (*rest[:to], drafts[at], *rest[to:])


def typed(drafts: Drafts, at: int, setting: str, text: str) -> Drafts:
    """With another text in one field."""
    return (*drafts[:at], drafts[at].with_text(setting, text), *drafts[at + 1 :])


@dataclass(frozen=True)
class _State:
    drafts: Drafts
    selected: int | None = None


class Editing:
    """The list while a person edits it, with steps back and forward.

    Attributes:
        facts: what there is to say of the layers.
    """

    def __init__(self, spec: NetworkSpec) -> None:
        self._now = _State(drafts_of(spec))
        self._undo: list[_State] = []
        self._redo: list[_State] = []
        # What is being typed into: all that is typed into a field in one go is one step.
        self._typing = ""
        # The last list that was none of NETWORKS, to come back to.
        self._own: Drafts = ()
        self._read()

    @property
    def drafts(self) -> Drafts:
        """The layers."""
        return self._now.drafts

    @property
    def selected(self) -> int | None:
        """Which of them; INPUT for the input, None for none."""
        return self._now.selected

    @property
    def network(self) -> str:
        """Which of NETWORKS it is, or OWN."""
        return next((name for name, network in NETWORKS.items() if network == self.facts.spec), OWN)

    @property
    def has_own(self) -> bool:
        """Whether there is a list of one's own to come back to."""
        return bool(self._own)

    @property
    def possible(self) -> dict[str, bool]:
        """What can be done now, by the names of the methods."""
        at = self._layer
        around = places(self.drafts, at) if at is not None else range(0)
        return {
            "add": len(self.drafts) < MAX_LAYERS,
            "up": at is not None and at - 1 in around,
            "down": at is not None and at + 1 in around,
            "remove": at is not None and at != output_of(self.drafts),
            "undo": bool(self._undo),
            "redo": bool(self._redo),
        }

    @property
    def _layer(self) -> int | None:
        return None if self.selected == INPUT else self.selected

    def begin(self, spec: NetworkSpec) -> None:
        """Put a network's layers in the place of what was there; there is no way back."""
        self._now = _State(drafts_of(spec))
        self._undo.clear()
        self._redo.clear()
        self._typing = ""
        self._read()

    def choose(self, name: str) -> None:
        """Begin with one of NETWORKS, or go on with one's OWN."""
        if name != self.network and (name != OWN or self.has_own):
            self._change(self._own if name == OWN else drafts_of(NETWORKS[name]), None)

    def select(self, selected: int | None) -> None:
        """That is no step."""
        self._now = _State(self.drafts, selected)
        self._typing = ""

    def add(self, kind: str) -> None:
        """A new layer after the selected one; at the end, before the output layer."""
        if self.possible["add"]:
            at = place_of_new(self.drafts, self.selected)
            self._change(added(self.drafts, kind, at), at)

    def remove(self) -> None:
        """The selected layer goes."""
        if self._layer is not None and self.possible["remove"]:
            self._change(removed(self.drafts, self._layer), min(self._layer, len(self.drafts) - 2))

    def move(self, at: int, to: int) -> None:
        """Take a layer to another place, if it can stand there."""
        if to != at and to in places(self.drafts, at):
            self._change(moved(self.drafts, at, to), to)

    def up(self) -> None:
        """Take the selected layer nearer to the input."""
        if self._layer is not None:
            self.move(self._layer, self._layer - 1)

    def down(self) -> None:
        """Take the selected layer further from the input."""
        if self._layer is not None:
            self.move(self._layer, self._layer + 1)

    def type(self, at: int, setting: str, text: str) -> None:
        """Another text in a field."""
        self._change(typed(self.drafts, at, setting, text), at, f"{at} {setting}")

    def undo(self) -> None:
        """One step back."""
        self._step(self._undo, self._redo)

    def redo(self) -> None:
        """One step forward again."""
        self._step(self._redo, self._undo)

    def _step(self, back: list[_State], forward: list[_State]) -> None:
        if back:
            forward.append(self._now)
            self._now = back.pop()
            self._typing = ""
            self._read()

    def _change(self, drafts: Drafts, selected: int | None, typing: str = "") -> None:
        if not typing or typing != self._typing:
            self._undo.append(self._now)
            del self._undo[:-_HISTORY]
        self._redo.clear()
        self._typing = typing
        self._now = _State(drafts, selected)
        self._read()

    def _read(self) -> None:
        self.facts: NetworkFacts = read(self.drafts)
        if self.network == OWN:
            self._own = self.drafts
