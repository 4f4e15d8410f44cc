"""One target for each kind of file that the program opens."""

from tests.fuzz.target import Target

from . import data, drawings, pictures, runs, settings, stores, weights

TARGETS: dict[str, Target] = {
    each.name: each for module in (weights, data, pictures, drawings, settings, runs, stores) for each in module.TARGETS
}
