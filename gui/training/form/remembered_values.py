"""The last choices, from one start to the next: what is malformed counts as never written."""

import json
from collections.abc import Mapping

from engine.data.source import DataSource
from engine.errors import DataError, SpecError
from engine.nn.network import NetworkSpec
from gui.settings import Settings
from gui.training.data.dataset_cache import MNIST, SYNTHETIC
from gui.training.form.form_values import (
    DEFAULT_NETWORK,
    DEFAULTS,
    MOST_PARAMETERS,
    NO,
    OPTIONS,
    PARSERS,
    SWITCHES,
    YES,
    Texts,
)


def remembered(settings: Settings, mnist_here: bool) -> dict[str, str]:
    """The last choices; the default for each that was never made, or that makes no sense."""
    defaults = DEFAULTS | {"data": MNIST if mnist_here else SYNTHETIC}
    allowed = OPTIONS | dict.fromkeys(SWITCHES, (NO, YES))
    texts = {field: settings.text(f"train/{field}", default, allowed.get(field)) for field, default in defaults.items()}
    for field, parse in PARSERS.items():
        try:
            parse(texts[field])
        except ValueError:
            texts[field] = defaults[field]
    if not is_source(texts["data"]):
        texts["data"] = defaults["data"]
    return texts


def remembered_network(settings: Settings) -> NetworkSpec:
    """The last network that could be trained."""
    try:
        spec = NetworkSpec.from_dict(json.loads(settings.text("train/network", "")))
    except (ValueError, RecursionError, SpecError):
        return DEFAULT_NETWORK
    return spec if spec.param_count() <= MOST_PARAMETERS else DEFAULT_NETWORK


def remembered_source(settings: Settings) -> str:
    """The last data of one's own, as a ``DataSource`` in one word, or ""."""
    data = settings.text("train/own", "")
    return data if is_source(data) and data not in (MNIST, SYNTHETIC) else ""


def is_source(data: str) -> bool:
    """Whether it is a ``DataSource`` in one word."""
    try:
        return str(DataSource.of(data)) == data
    except DataError:
        return False


def keep(settings: Settings, texts: Texts, wrong: Mapping[str, str]) -> None:
    """Remember the choices that are right."""
    for field, text in texts.items():
        if field not in wrong:
            settings.keep(f"train/{field}", text)


def keep_network(settings: Settings, spec: NetworkSpec) -> None:
    """Remember the network."""
    settings.keep("train/network", json.dumps(spec.to_dict()))
