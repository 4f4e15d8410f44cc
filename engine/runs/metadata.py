"""The facts of a run as JSON: in the database, in the run's folder and in exported files. All are checked when read."""

import dataclasses
import re
from collections.abc import Iterator
from typing import TypeAlias

from ..i18n import tr, tr_noop
from ..io.checked_file import RUN_FORMAT, Facts, Fault, check_format, fact
from ..io.limits import MAX_ITERATIONS, MAX_SCORES
from ..nn.network_spec import NetworkSpec
from ..train.checkpoint import MAX_SECONDS, dataclass_from
from ..train.config import TrainConfig
from ..weights import spec_of
from .run import DataFacts, Run, Status

Settings: TypeAlias = tuple[NetworkSpec, TrainConfig, DataFacts]

# Fields whose names in files are older.
_OLD_NAMES = {"images": "pictures", "test_images": "test_pictures"}

FORMAT_VERSION = 1
# Earlier versions kept notes of 100,000 letters in one line.
MAX_NAME, MAX_NOTE = 200, 101_000
# To lay out a line takes the square of its letters where they run in both directions: a second for 20,000.
MAX_LINE = 2_000

# So that counts do not overflow anywhere.
_MAX_IMAGES = 1 << 40


def to_facts(run: Run) -> Facts:
    """All of a run except its id and what its curves and checkpoints say."""
    return {
        "format": RUN_FORMAT,
        "format_version": FORMAT_VERSION,
        "name": run.name,
        "note": run.note,
        "spec": run.spec.to_dict(),
        "config": dataclasses.asdict(run.config),
        "data": {_OLD_NAMES.get(name, name): value for name, value in dataclasses.asdict(run.data).items()},
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
        Fault: they are malformed, have impossible values, or were written by a newer version.
    """
    check_format(facts, RUN_FORMAT, FORMAT_VERSION)
    return run_of(facts, run_id, settings_of(facts))


def settings_of(facts: Facts) -> Settings:
    """The network, its training and its data: they never change.

    Raises:
        Fault: they are malformed, or were written by a newer version.
    """
    data = fact(facts, "data", dict)
    return (
        spec_of(facts),
        dataclass_from(TrainConfig, fact(facts, "config", dict)),
        DataFacts(
            source=fact(data, "source", str),
            name=clean_name(fact(data, "name", str)),
            fingerprint=fact(data, "fingerprint", str),
            images=fact(data, "pictures", int),
            test_images=fact(data, "test_pictures", int),
        ),
    )


def run_of(facts: Facts, run_id: str, settings: Settings) -> Run:
    """The run of these facts, with settings that are known already.

    Raises:
        Fault: they are malformed, or have impossible values.
    """
    spec, config, data = settings
    scores, status = fact(facts, "scores", dict), fact(facts, "status", str)
    if status not in list(Status):
        raise Fault(tr("its status is unknown to this version of Digit Lab."))
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
        status=Status(status),
        scores={clean_name(name): fact(scores, name, float) for name in scores},
        imported=fact(facts, "imported", bool),
    )
    possible = {
        tr_noop("fingerprint of its data"): re.fullmatch("[0-9a-f]{64}", data.fingerprint) is not None,
        tr_noop("number of its images"): 1 <= data.images <= _MAX_IMAGES and 0 <= data.test_images <= _MAX_IMAGES,
        tr_noop("length of an epoch"): 1 <= run.per_epoch <= data.images,
        tr_noop("time of the start"): 0 <= run.started <= MAX_SECONDS,
        tr_noop("duration"): 0 <= run.seconds <= MAX_SECONDS,
        # Accuracies and calibration errors.
        tr_noop("scores"): len(scores) <= MAX_SCORES and all(0 <= each <= 1 for each in run.scores.values()),
        tr_noop("iterations"): 0 <= run.iteration <= run.total_iterations <= MAX_ITERATIONS,
    }
    for what, holds in possible.items():
        if not holds:
            raise Fault(tr("it has an impossible value for the {0}.", tr(what)))
    return run


def clean_name(text: str) -> str:
    """A name in one line: printable, at most 200 characters."""
    line = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(line.split())[:MAX_NAME]


def clean_note(text: str) -> str:
    """A note that can be stored: without lone surrogates and null characters, its long lines broken into several."""
    whole = text[:MAX_NOTE].replace("\0", "").encode(errors="replace").decode()
    return "\n".join(part for line in whole.split("\n") for part in _parts(line))[:MAX_NOTE]


def _parts(line: str) -> Iterator[str]:
    """The line in parts of at most 2,000 letters, each ended by a space where it has one."""
    while len(line) > MAX_LINE:
        end = line.rfind(" ", 0, MAX_LINE) + 1 or MAX_LINE
        yield line[:end]
        line = line[end:]
    yield line
