"""How percentages, probabilities, cells and images are written."""

import math

from engine.i18n import tr


def share(part: int, total: int, decimals: int = 1) -> str:
    """Per cent without the sign: "97.6"; "100" only for all, "0" only for none."""
    if part in (0, total):
        return "100" if part else "0"
    smallest = 10.0**-decimals
    percents = 100 * part / total
    if percents < smallest / 2:
        return f"<{smallest:.{decimals}f}"
    return f"{min(percents, 100 - smallest):.{decimals}f}"


def percent(part: int, total: int, decimals: int = 1) -> str:
    """The same with the sign; a dash where there is nothing."""
    return tr("{0} %", share(part, total, decimals)) if total else "–"


def probability(p: float) -> str:
    """ "99.8 %"; never 100 %. The outputs of a network that has diverged are no numbers."""
    if not math.isfinite(p):
        return "–"
    return tr("{0} %", f"{100 * p:.1f}" if p < 0.9995 else ">99.9")


def cell_title(label: int, predicted: int) -> str:
    """ "7 predicted as 2"."""
    if label == predicted:
        return tr("{0} predicted correctly", label)
    return tr("{0} predicted as {1}", label, predicted)


def cell_sentence(label: int, predicted: int, count: int, total: int) -> str:
    """ "7 predicted as 2: 11 of 1,028 images (1.1 %)"."""
    if not total:
        return tr("There is no {0} among the images.", label)
    title, counts = cell_title(label, predicted), (f"{count:,}", f"{total:,}")
    return tr("{0}: {1} of {2} images ({3})", title, *counts, percent(count, total))
