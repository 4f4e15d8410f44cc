"""Other values in the places of a JSON text."""

import json
from collections.abc import Callable
from random import Random
from typing import Any

from .values import TEXTS, json_token, near


class _Raw(str):
    """Text that is written as it is."""


def change(content: bytes, rng: Random) -> bytes:
    """One to three values replaced, removed, repeated or copied."""
    value = json.loads(content)
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        value = _changed(value, rng)
    return _written(value).encode("utf-8", "surrogatepass")


def _changed(value: Any, rng: Random) -> Any:
    """One change, at a place that is as likely to be near the root as deep."""
    if not isinstance(value, dict | list) or not value or rng.random() < 0.1:
        return _replaced(value, rng)
    keys = list(value) if isinstance(value, dict) else range(len(value))
    key = rng.choice(keys)
    if rng.random() < 0.75:
        value[key] = _changed(value[key], rng)
        return value
    return rng.choice(_CHANGES)(value, key, rng)


def _replaced(value: Any, rng: Random) -> Any:
    chance = rng.random()
    if isinstance(value, int | float) and not isinstance(value, bool) and chance < 0.5:
        return _Raw(near(value, rng))
    if isinstance(value, str) and not isinstance(value, _Raw) and chance < 0.3:
        at = rng.randrange(len(value) + 1)
        return value[:at] + rng.choice(TEXTS) + value[at:]
    return _Raw(json_token(rng))


def _removed(value: Any, key: Any, rng: Random) -> Any:
    del value[key]
    return value


def _repeated(value: Any, key: Any, rng: Random) -> Any:
    """An item many times, or a key twice or under another name."""
    if isinstance(value, list):
        value[key:key] = [value[key]] * rng.choice((1, 2, 300, 3_000))
        return value
    other = rng.choice((key, key, key + "x", *TEXTS))
    pair = f"{json.dumps(other)}: {_written(value[key])}"
    return _Raw(_written(value)[:-1] + f", {pair}}}")


def _copied(value: Any, key: Any, rng: Random) -> Any:
    """The value of another key."""
    value[key] = rng.choice(list(value.values()) if isinstance(value, dict) else value)
    return value


_CHANGES: tuple[Callable[[Any, Any, Random], Any], ...] = (_removed, _repeated, _copied)


def _written(value: Any) -> str:
    if isinstance(value, _Raw):
        return str(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)}: {_written(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_written, value)) + "]"
    return json.dumps(value)
