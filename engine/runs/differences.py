"""In what runs differ."""

import dataclasses
from collections.abc import Sequence
from typing import Any

from engine.runs.run import Run

# A network's title says these.
_IN_TITLE = ("units", "filters")


def differing(runs: Sequence[Run]) -> dict[str, tuple[Any, ...]]:
    """The settings in which these runs are not all alike: name -> each run's value, in the order of ``runs``.

    The names are "data", "fingerprint" (only where the data's names do not tell them apart), "network" (its title),
    "layers" (their kinds), the fields of TrainConfig, and, for networks of the same kinds of layers, a layer's settings
    by its number and kind: "8 dropout ratio".
    """
    table = [_settings(run) for run in runs]
    columns = {name: tuple(settings.get(name) for settings in table) for name in _names(table)}
    result = {name: values for name, values in columns.items() if any(value != values[0] for value in values)}
    if "data" in result:
        result.pop("fingerprint", None)
    if "layers" in result:
        result = {name: values for name, values in result.items() if not name[0].isdigit()}
    return result


def _names(table: Sequence[dict[str, Any]]) -> list[str]:
    return list(dict.fromkeys(name for settings in table for name in settings))


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
        **dataclasses.asdict(run.config),
    }
