"""What is said of a run, as JSON: in the list, in the run's folder and in exported files. None of it is believed
before it is checked.
"""

import dataclasses
import re
from typing import TypeAlias

from engine.io.checked_file import RUN_FORMAT, Facts, Fault, check_format, fact, from_json
from engine.nn.network import NetworkSpec
from engine.runs.run import DataFacts, Run, Status
from engine.train.checkpoint import built
from engine.train.config import MAX_ITERATIONS, TrainConfig
from engine.weights import spec_of

Settings: TypeAlias = tuple[NetworkSpec, TrainConfig, DataFacts]

FORMAT_VERSION = 1
MAX_NAME, MAX_NOTE = 200, 100_000

# What other software makes of a moment, and of a number of pictures, stays within its bounds.
_LATEST = 250_000_000_000.0
_MAX_PICTURES = 1 << 40


def to_facts(run: Run) -> Facts:
    """All of a run but its id and what is found in its curves and checkpoints."""
    return {
        "format": RUN_FORMAT,
        "format_version": FORMAT_VERSION,
        "name": run.name,
        "note": run.note,
        "spec": run.spec.to_dict(),
        "config": dataclasses.asdict(run.config),
        "data": dataclasses.asdict(run.data),
        "per_epoch": run.per_epoch,
        "begun": float(run.started),
        "seconds": float(run.seconds),
        "iteration": run.iteration,
        "status": run.status.value,
        "scores": {name: float(score) for name, score in run.scores.items()},
        "imported": run.imported,
    }


def from_facts(facts: Facts, run_id: str) -> Run:
    """What ``to_facts`` was given.

    Raises:
        Fault: they are malformed, cannot be, or were written by a newer version.
    """
    check_format(facts, RUN_FORMAT, FORMAT_VERSION)
    return run_of(facts, run_id, settings_of(facts))


def settings_of(facts: Facts) -> Settings:
    """The network, how it learned and on which data: what never changes.

    Raises:
        Fault: they are malformed, cannot be, or were written by a newer version.
    """
    return spec_of(facts), built(TrainConfig, fact(facts, "config", dict)), _data(fact(facts, "data", dict))


def run_of(facts: Facts, run_id: str, settings: Settings) -> Run:
    """The run of these facts, whose settings are known already.

    Raises:
        Fault: they are malformed, or cannot be.
    """
    spec, config, data = settings
    scores = fact(facts, "scores", dict)
    run = Run(
        id=run_id,
        name=clean_name(fact(facts, "name", str)),
        note=clean_note(fact(facts, "note", str)),
        spec=spec,
        config=config,
        data=data,
        per_epoch=fact(facts, "per_epoch", int),
        started=fact(facts, "begun", float),
        seconds=fact(facts, "seconds", float),
        iteration=fact(facts, "iteration", int),
        status=_status(fact(facts, "status", str)),
        scores={name: fact(scores, name, float) for name in scores},
        imported=fact(facts, "imported", bool),
    )
    possible = {
        "length of an epoch": 1 <= run.per_epoch <= run.data.pictures,
        "beginning": 0 <= run.started <= _LATEST,
        "duration": 0 <= run.seconds <= _LATEST,
        "iterations": 0 <= run.iteration <= run.total_iterations <= MAX_ITERATIONS,
    }
    for what, holds in possible.items():
        if not holds:
            raise Fault(f"what it says about the {what} cannot be.")
    return run


def json_object(text: str) -> Facts:
    """The JSON object that a text is.

    Raises:
        Fault: it is none.
    """
    value = from_json(text)
    if type(value) is not dict:
        raise Fault("what it says about itself is malformed. Copy or download it again.")
    return value


def clean_name(text: str) -> str:
    """A name as it may stand in one line: nothing invisible, not long."""
    line = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(line.split())[:MAX_NAME]


def clean_note(text: str) -> str:
    """A note as it may be kept: any text, but no half of a surrogate pair and no end of reading."""
    return text[:MAX_NOTE].replace("\0", "").encode(errors="replace").decode()


def _status(text: str) -> Status:
    try:
        return Status(text)
    except ValueError:
        raise Fault("its status is unknown to this version of Digit Lab.") from None


def _data(facts: Facts) -> DataFacts:
    data = DataFacts(
        source=fact(facts, "source", str),
        name=clean_name(fact(facts, "name", str)),
        fingerprint=fact(facts, "fingerprint", str),
        pictures=fact(facts, "pictures", int),
        test_pictures=fact(facts, "test_pictures", int),
    )
    if re.fullmatch("[0-9a-f]{64}", data.fingerprint) is None:
        raise Fault("what it says about the fingerprint of its data cannot be.")
    if not 1 <= data.pictures <= _MAX_PICTURES or not 0 <= data.test_pictures <= _MAX_PICTURES:
        raise Fault("what it says about the number of its pictures cannot be.")
    return data
