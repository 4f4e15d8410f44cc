"""The settings in which runs differ."""

import dataclasses
from collections.abc import Sequence
from typing import Any

from ..train.hyperparameters import HYPERPARAMETERS
from .run import Run

# The title of a network has these.
_IN_TITLE = ("units", "filters")


def differing(runs: Sequence[Run]) -> dict[str, tuple[Any, ...]]:
    """The settings that are not the same in all runs: name -> the value of each run, in the order of ``runs``.

    The names are "data", "fingerprint" (only where the data have the same name), "network" (its title),
    "layers" (their kinds), the HYPERPARAMETERS, and, for networks of the same kinds of layers, a layer's settings
    by its number and kind: "8 dropout ratio".
    """
    table = [_settings(run) for run in runs]
    names = dict.fromkeys(name for settings in table for name in settings)
    columns = {name: tuple(settings.get(name) for settings in table) for name in names}
    result = {name: values for name, values in columns.items() if any(value != values[0] for value in values)}
    if "data" in result:
        result.pop("fingerprint", None)
    if "layers" in result:
        result = {name: values for name, values in result.items() if not name[0].isdigit()}
    return result


def _settings(run: Run) -> dict[str, Any]:
    layers = {
        f"{number} {layer.kind} {name}": value
        for number, layer in enumerate(run.spec.layers, 1)
        for name, value in dataclasses.asdict(layer).items()
        if name not in _IN_TITLE
    }
    return {
        "data": run.data.name,
        "fingerprint": run.data.fingerprint,
        "network": run.spec.title,
        "layers": tuple(layer.kind for layer in run.spec.layers),
        **layers,
        **{name: each.value(run.config) for name, each in HYPERPARAMETERS.items()},
    }
