"""What the statistics of the layers say about a training, in sentences: the book's chapter 6."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from engine.i18n import comma_list, tr
from engine.nn.layers import AffineSpec, ConvolutionSpec
from engine.nn.network_spec import NetworkSpec
from engine.train.diagnosis.layer_health import near_ends
from engine.train.events import Histogram, LayerStatistics
from engine.train.layer_statistics import ENDS

# Saturated: more than the first share of the numbers is near the ends, and was from the start: with std = 1 it is 0.55
# to 0.75, with Xavier 0. Or more than the second one: a layer that started healthy comes to 0.6 while it learns well.
_SATURATED, _SATURATED_LATER = 0.5, 0.8
# All the same: the standard deviation is below these. The book's sigmoid has 0.01 to 0.02 with std = 0.01, and 0.08 or
# more with Xavier; ReLU has 0.003 in the second layer with std = 0.01, and 0.2 or more with He.
_SAME = {"sigmoid": 0.05, "tanh": 0.05, "relu": 0.01}
# Dead: at least this share of the numbers is 0 or about 0. With He it is about 0.5, after a training up to 0.8.
_DEAD = 0.95
# Far too large: ReLU has 0.3 with He, and 1,000 in the fifth layer with std = 1.
_LARGE = 100.0
# Vanishing: the standard deviation of the first gradient is this share of the last one's. With Xavier or He and two
# hidden layers it is 0.02 or more, with std = 0.01 it is 0.0002.
_VANISHING = 0.01


@dataclass(frozen=True)
class Finding:
    """Something that is wrong.

    Attributes:
        names: of the layers or gradients.
        brief: a few words for each of them.
        sentence: what it is and what helps.
    """

    names: tuple[str, ...]
    brief: str
    sentence: str


def findings(spec: NetworkSpec, statistics: LayerStatistics, first: LayerStatistics) -> list[Finding]:
    """What is wrong; empty where nothing is.

    Args:
        first: the statistics at the start of the same training.
    """
    found: dict[str, list[str]] = {"saturated": [], "same": [], "dead": [], "large": []}
    layers = zip(spec.layers, statistics.activations, first.activations, strict=True)
    for layer, (name, histogram), (_, at_first) in layers:
        kind = _problem(layer.kind, histogram, at_first)
        if kind:
            found[kind].append(name)
    sentences = {
        "saturated": tr("most outputs are at the ends of their range, where the gradient is close to 0."),
        "same": tr("almost all outputs are the same, so the neurons cannot learn different things."),
        "dead": tr("almost all outputs of ReLU are 0, so no gradient passes."),
        "large": tr("the outputs are far too large."),
    }
    briefs = {"saturated": tr("saturated"), "same": tr("all the same"), "dead": tr("dead"), "large": tr("too large")}
    made = [
        Finding(tuple(names), briefs[kind], tr("{0}: {1}", comma_list(names), sentences[kind]))
        for kind, names in found.items()
        if names
    ]
    return made + _vanishing(statistics)


def _problem(kind: str, histogram: Histogram, first: Histogram) -> str:
    if not np.isfinite(histogram.std) or kind not in _SAME:
        return ""
    if kind in ENDS:
        share = near_ends(kind, histogram)
        if share > (_SATURATED if near_ends(kind, first) > _SATURATED else _SATURATED_LATER):
            return "saturated"
    if kind == "relu" and _near_zero(histogram) >= _DEAD:
        return "dead"
    if histogram.std < _SAME[kind]:
        return "same"
    return "large" if histogram.std > _LARGE else ""


def _near_zero(histogram: Histogram) -> float:
    around = (histogram.edges[:-1] <= 0) & (histogram.edges[1:] >= 0)
    return float(histogram.counts[around].sum() / max(int(histogram.counts.sum()), 1))


def _vanishing(statistics: LayerStatistics) -> list[Finding]:
    """Whether the first gradient is far smaller than the last one."""
    if len(statistics.gradients) < 2:
        return []
    (first, small), (last, large) = statistics.gradients[0], statistics.gradients[-1]
    if not small.std < _VANISHING * large.std:
        return []
    if small.std == 0:
        return [Finding((first,), tr("vanishing"), tr("d{0} is 0 everywhere: the first layer does not learn.", first))]
    times = f"{float(f'{large.std / small.std:.1g}'):,.0f}"
    text = tr("The gradient vanishes: d{0} is about {1} times smaller than d{2}.", first, times, last)
    return [Finding((first,), tr("vanishing"), text)]


def remedy(spec: NetworkSpec) -> str:
    """What helps against all of it, by what the network has now."""
    weighted = [layer for layer in spec.layers if isinstance(layer, AffineSpec | ConvolutionSpec)]
    fixed = any(layer.init == "std" for layer in weighted)
    if any(layer.kind in ENDS for layer in spec.layers):
        if fixed:
            return tr("Remedy: initialise the weights with Xavier.")
        return tr("Remedy: ReLU with He, fewer layers, or batch normalisation.")
    if fixed:
        return tr("Remedy: initialise the weights with He.")
    return tr("Remedy: a smaller learning rate, or batch normalisation.")


def by_name(found: list[Finding]) -> Mapping[str, str]:
    """The few words about each layer or gradient."""
    return {name: finding.brief for finding in found for name in finding.names}
