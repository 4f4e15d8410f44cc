"""How shares, probabilities, cells and pictures are said."""

import math

from gui.i18n import tr

NO_NUMBER = "–"


def share(part: int, of: int, decimals: int = 1) -> str:
    """Percents without their sign: "97.6"; "100" for all of them alone, and "0" for none of them alone."""
    if part in (0, of):
        return "0" if not part else "100"
    least = 10.0**-decimals
    percents = 100 * part / of
    if percents < least / 2:
        return f"<{least:.{decimals}f}"
    return f"{min(percents, 100 - least):.{decimals}f}"


def percent(part: int, of: int, decimals: int = 1) -> str:
    """The same with its sign; a dash where there is nothing."""
    return f"{share(part, of, decimals)} %" if of else NO_NUMBER


def probability(p: float) -> str:
    """ "99.8 %"; no network is quite sure. A network that has diverged says no number at all."""
    if not math.isfinite(p):
        return NO_NUMBER
    return f"{100 * p:.1f} %" if p < 0.9995 else ">99.9 %"


def cell_title(digit: int, read: int) -> str:
    """ "7 read as 2"."""
    return tr("{0} read as {1}", digit, read) if digit != read else tr("{0} read right", digit)


def cell_sentence(digit: int, read: int, count: int, of: int) -> str:
    """ "7 read as 2: 11 pictures of 1,028 (1.1 %)"."""
    if not of:
        return tr("There is no {0} among the pictures.", digit)
    pictures = tr("1 picture of {0}", f"{of:,}") if count == 1 else tr("{0} pictures of {1}", f"{count:,}", f"{of:,}")
    return tr("{0}: {1} ({2})", cell_title(digit, read), pictures, percent(count, of))


def picture_sentence(digit: int, read: int, p: float) -> str:
    """ "7 read as 2, 99.8 %"."""
    return tr("{0}, {1}", cell_title(digit, read), probability(p))
