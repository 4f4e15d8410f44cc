"""What the layers of a network are called, beside the book: "1 Convolution · W1 b1 · 32 × 28 × 28"."""

from dataclasses import dataclass

from engine.nn.network import NetworkSpec
from engine.types import Shape


@dataclass(frozen=True)
class LayerName:
    """Attributes:
    title: such as "3 Affine".
    params: the network's names of its arrays, such as ("W2", "b2").
    shape: of what comes out, without the batch.
    """

    title: str
    params: tuple[str, ...]
    shape: Shape

    @property
    def text(self) -> str:
        """All of it in one line."""
        shape = " × ".join(map(str, self.shape))
        return "  ·  ".join(part for part in (self.title, " ".join(self.params), shape) if part)


def layer_names(spec: NetworkSpec) -> list[LayerName]:
    """One for each layer, in their order."""
    return [
        LayerName(f"{number} {layer.title}", tuple(name for name, _ in group.values()), shape)
        for number, (layer, group, shape) in enumerate(
            zip(spec.layers, spec.param_groups(), spec.shapes(), strict=True), start=1
        )
    ]
