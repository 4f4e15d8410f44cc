"""The settings of a training in a TOML file, which a user can read and edit."""

import dataclasses
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli_w

from ..data.source import DataSource
from ..errors import DataError, SettingsError
from ..i18n import tr
from ..io.checked_file import SETTINGS_FORMAT, Fault, check_format, error_context, fact, quoted, read_file, write_file
from ..io.limits import MAX_DIGITS, MAX_KEY_PARTS, MAX_SETTINGS_BYTES
from ..nn.network_spec import NetworkSpec
from ..weights import spec_of
from .checkpoint import dataclass_from
from .config import TrainConfig

FORMAT_VERSION = 1
# Texts and comments of TOML. What has no end goes on to that of the line or the file: TOML's reader refuses it.
_TEXTS = re.compile(
    r'''"""(?:\\.|[^\\])*?(?:"{3,5}|\\?\Z)|\'{3}.*?(?:\'{3,5}|\Z)|"(?:\\[^\n]|[^"\\\n])*"?|\'[^\'\n]*\'?|#[^\n]*''',
    re.DOTALL,
)
# Digits of every base that TOML has, and underscores between them.
_LONG_NUMBER = re.compile(rf"[0-9a-fA-F_]{{{MAX_DIGITS + 1}}}")
_MAX_REASON = 200
_HEADING = "# Settings of a training: python main.py train --config THIS_FILE --out weights.safetensors\n"
# TOML has no None.
_ALL = "all"


@dataclass(frozen=True)
class Settings:
    """The network, its training and its data."""

    spec: NetworkSpec
    config: TrainConfig
    data: DataSource


def save_settings(path: str | Path, settings: Settings) -> None:
    """Write settings atomically.

    Raises:
        SettingsError: the file cannot be written; an existing one is unchanged.
    """
    config = dataclasses.asdict(settings.config)
    if config["evaluation_samples"] is None:
        config["evaluation_samples"] = _ALL
    facts: dict[str, Any] = {
        "format": SETTINGS_FORMAT,
        "format_version": FORMAT_VERSION,
        "data": {name: value for name, value in dataclasses.asdict(settings.data).items() if value},
        "training": {name: value for name, value in config.items() if value is not None},
        "network": settings.spec.to_dict(),
    }
    path = Path(path)
    with error_context(path, "saved", SettingsError):
        write_file(path, (_HEADING + tomli_w.dumps(facts)).encode(), MAX_SETTINGS_BYTES)


def load_settings(path: str | Path) -> Settings:
    """What ``save_settings`` or a user wrote. What is left out has the default of ``TrainConfig``.

    A relative path of the data is one from the current folder, and is made absolute: a run is stored with it.

    Raises:
        SettingsError: there is no such file, or it is not valid: one sentence that says why.
    """
    path = Path(path)
    with error_context(path, "opened", SettingsError):
        facts = _parse(read_file(path, MAX_SETTINGS_BYTES))
        check_format(facts, SETTINGS_FORMAT, FORMAT_VERSION)
        config = fact(facts, "training", dict)
        if config.get("evaluation_samples") == _ALL:
            config = config | {"evaluation_samples": None}
        spec = spec_of({"spec": fact(facts, "network", dict)})
        return Settings(spec, dataclass_from(TrainConfig, config), _source(fact(facts, "data", dict)))


def _parse(content: bytes) -> dict[str, Any]:
    """The values of a TOML text.

    Raises:
        Fault: it is none, or one that would take long: a key of many parts, or a number of many digits.
    """
    try:
        text = content.decode("utf-8-sig")
        code = _TEXTS.sub("", text)
        if max(line.count(".") for line in code.split("\n")) > MAX_KEY_PARTS:
            raise Fault(tr("a line of it has more than {0} dots. Correct it, or choose another file.", MAX_KEY_PARTS))
        if _LONG_NUMBER.search(code):
            raise Fault(
                tr(
                    "a number in it has more than {0} digits. Correct it: the settings of a training have at most 16.",
                    MAX_DIGITS,
                )
            )
        return tomllib.loads(text)
    except UnicodeDecodeError:
        raise Fault(tr("it is not a text file. Choose a settings file, which ends in .toml.")) from None
    except (ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, tomllib.TOMLDecodeError) else tr("a value is out of range or nested")
        raise Fault(
            tr("it is not valid TOML ({0}). Correct it, or choose another file.", reason[:_MAX_REASON])
        ) from error


def _source(facts: dict[str, Any]) -> DataSource:
    unknown = facts.keys() - {"kind", "path", "transform"}
    if unknown:
        raise Fault(tr("{0} among its data is unknown to this version of Digit Lab.", quoted(sorted(unknown)[0])))
    try:
        texts = {name: fact(facts, name, str) for name in ("path", "transform") if name in facts}
        return DataSource(fact(facts, "kind", str), **texts).absolute()
    except DataError as error:
        raise Fault(tr("its data are not valid. {0}", error)) from error
