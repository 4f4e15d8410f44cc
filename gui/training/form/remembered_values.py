"""The last choices in the form, kept between two starts of the program; invalid ones are ignored."""

import json
from collections.abc import Collection, Mapping

from engine.data.source import DataSource
from engine.errors import DataError, SpecError
from engine.io.limits import MAX_ACTIVATIONS, MAX_PARAMETERS
from engine.nn.network_spec import NetworkSpec
from gui.settings import Settings
from gui.training.data.dataset_cache import MNIST, SYNTHETIC
from gui.training.form.form_values import DEFAULT_NETWORK, DEFAULTS, NO, NUMBERS, OPTIONS, SWITCHES, YES, values_of

# The keys of earlier versions.
_OLD_KEYS = {"augmentation": "vary", "early_stopping": "early", "anneal": "fading"}


def remembered(settings: Settings, mnist_found: bool) -> dict[str, str]:
    """The last choices; the default for each that is missing or invalid."""
    defaults = DEFAULTS | {"data": MNIST if mnist_found else SYNTHETIC}
    allowed = {name: tuple(options) for name, options in OPTIONS.items()} | dict.fromkeys(SWITCHES, (NO, YES))
    texts = {}
    for name, default in defaults.items():
        if name in _OLD_KEYS:
            default = settings.text(f"train/{_OLD_KEYS[name]}", default, allowed.get(name))
        texts[name] = settings.text(f"train/{name}", default, allowed.get(name))
    _, wrong = values_of(texts, NUMBERS)
    for name in {*wrong, *(() if is_source(texts["data"]) else ("data",))}:
        texts[name] = defaults[name]
    return texts


def remembered_network(settings: Settings) -> NetworkSpec:
    """The last network that could be trained."""
    try:
        spec = NetworkSpec.from_dict(json.loads(settings.text("train/network", "")))
        spec.check_digits()
    except (ValueError, RecursionError, SpecError):
        return DEFAULT_NETWORK
    fits = spec.param_count() <= MAX_PARAMETERS and spec.output_count() <= MAX_ACTIVATIONS
    return spec if fits else DEFAULT_NETWORK


def remembered_source(settings: Settings) -> str:
    """The user's own data that were chosen last, as ``str(DataSource)``, or ""."""
    data = settings.text("train/own", "")
    return data if is_source(data) and data not in (MNIST, SYNTHETIC) else ""


class ChangedValues:
    """Keeps the values that the user has changed: the defaults may be different next time, for example with MNIST."""

    def __init__(self, settings: Settings, texts: Mapping[str, str], spec: NetworkSpec | None) -> None:
        self._settings, self._texts, self._spec = settings, dict(texts), spec

    def keep(self, texts: Mapping[str, str], wrong: Collection[str], spec: NetworkSpec | None) -> None:
        """Keep what is different from before.

        Args:
            wrong: the names of those that are not kept.
            spec: the network; None while it is invalid.
        """
        changed = {name: text for name, text in texts.items() if text != self._texts[name]}
        for name, text in changed.items():
            if name not in wrong:
                self._settings.keep(f"train/{name}", text)
        self._texts |= changed
        if spec is not None and spec != self._spec:
            self._spec = spec
            self._settings.keep("train/network", json.dumps(spec.to_dict()))


def is_source(data: str) -> bool:
    """Whether it is a ``DataSource`` as text."""
    try:
        return str(DataSource.of(data)) == data
    except DataError:
        return False
