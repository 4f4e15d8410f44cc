"""A run as one file, to be given to others: a zip of run.json, curves.safetensors and, where it has any,
weights.safetensors. A folder of the store has the same files under the same names.

Such a file may come from an untrusted source. Nothing is unpacked to the disk: only members with known names are read,
and the store writes its own files.
"""

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from ..i18n import tr
from ..io.checked_file import Fault, json_object, quoted, read_file
from ..io.file_kind import RUN_FACTS
from ..io.limits import MAX_FACTS_BYTES, MAX_FILE_EVALUATIONS, MAX_FILE_LOSSES, MAX_RUN_BYTES, MAX_WEIGHTS_BYTES
from ..io.zip_members import read_zip
from ..train.checkpoint import EVALUATION_BYTES, MAX_HEADER
from ..weights import Weights, pack_weights, unpack_weights
from . import curve_data
from .curve_data import Curves
from .metadata import from_facts, to_facts
from .run import Run, Status

_RUN, _CURVES, _WEIGHTS = RUN_FACTS, "curves.safetensors", "weights.safetensors"
_MEMBERS = (_RUN, _CURVES, _WEIGHTS)
_MAX_MEMBERS = 100
# Compression barely reduces weights and losses; a file that grows more than this when unpacked is not a run.
_MAX_COMPRESSION_RATIO = 20


def pack(run: Run, curves: Curves, weights: Weights | None) -> bytes:
    """The bytes of the file, with the final weights where there are any. Equal runs make equal files.

    Raises:
        Fault: ``unpack`` would refuse it.
    """
    _check_length(run)
    members = {
        _RUN: json.dumps(to_facts(run), ensure_ascii=False, indent=1).encode(),
        _CURVES: curve_data.pack(*curves),
    }
    if weights is not None:
        members[_WEIGHTS] = pack_weights(weights)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, content in members.items():
            # A new ZipInfo has a fixed date.
            file.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()


def unpack(content: bytes) -> tuple[Run, Curves, Weights | None]:
    """What ``pack`` was given; the run has no id.

    A run that had not ended counts as stopped, because its state is not in the file.

    Raises:
        Fault: the file is damaged, malicious or inconsistent.
    """
    file, max_bytes = io.BytesIO(content), min(_MAX_COMPRESSION_RATIO * len(content), MAX_RUN_BYTES)

    def read(check: Callable[[zipfile.ZipInfo], None], only: str | None = None) -> dict[str, bytes]:
        file.seek(0)
        return read_zip(file, tr("file of a training run"), check, _MAX_MEMBERS, max_bytes, only)

    run = _run(read(_check_member, _RUN))
    limits = _limits(run)

    def check_size(member: zipfile.ZipInfo) -> None:
        if member.file_size > limits[member.filename]:
            raise Fault(tr("its {0} is too large. Choose another file.", member.filename))

    return _from_members(run, read(check_size))


def read_folder(path: Path) -> tuple[Run, Curves, Weights | None]:
    """As ``unpack``, from a folder: an unpacked file, or that of a run in a store.

    Raises:
        Fault: as ``unpack``.
        OSError: a file cannot be read.
    """
    run = _run({_RUN: read_file(path / _RUN, MAX_FACTS_BYTES)} if (path / _RUN).exists() else {})
    limits = _limits(run)
    return _from_members(
        run, {name: read_file(path / name, limits[name]) for name in _MEMBERS if (path / name).exists()}
    )


def _limits(run: Run) -> dict[str, int]:
    """The bytes that each member of the file of a run may have: four for each loss, and an evaluation before and after
    each mini-batch."""
    curves = MAX_HEADER + 8 + 4 * run.iteration + EVALUATION_BYTES * min(run.iteration + 1, MAX_FILE_EVALUATIONS)
    return {_RUN: MAX_FACTS_BYTES, _CURVES: curves, _WEIGHTS: MAX_WEIGHTS_BYTES}


def _run(members: Mapping[str, bytes]) -> Run:
    run = from_facts(json_object(_member(members, _RUN)), "")
    _check_length(run)
    return run


def _check_length(run: Run) -> None:
    """Raises: Fault: it is too long. Losses of zero take no room in a file, and much memory when they are read."""
    if run.iteration > MAX_FILE_LOSSES:
        text = tr("it has {0:,} losses, and a file of a run holds at most {1:,}.", run.iteration, MAX_FILE_LOSSES)
        raise Fault(text)


def _member(members: Mapping[str, bytes], name: str) -> bytes:
    if name not in members:
        raise Fault(tr("it holds no {0}, so it is no training run. Choose another file.", name))
    return members[name]


def _from_members(run: Run, members: Mapping[str, bytes]) -> tuple[Run, Curves, Weights | None]:
    losses, evaluations = curve_data.unpack(_member(members, _CURVES), MAX_FILE_EVALUATIONS)
    if len(losses) != run.iteration:
        raise Fault(tr("it holds {0:,} losses of {1:,} mini-batches.", len(losses), run.iteration))
    weights = unpack_weights(members[_WEIGHTS]) if _WEIGHTS in members else None
    if weights is not None and weights.spec != run.spec:
        raise Fault(tr("its weights are of another network than it says."))
    # Nobody else's file says which folder of this computer is read.
    data = replace(run.data, source=run.data.source.partition(":")[0])
    status = run.status if run.status in (Status.FINISHED, Status.DIVERGED, Status.FAILED) else Status.STOPPED
    return replace(run, data=data, status=status, imported=True), (losses, evaluations), weights


def _check_member(member: zipfile.ZipInfo) -> None:
    if member.filename not in _MEMBERS:
        raise Fault(tr("it holds {0}, which belongs to no training run. Choose another file.", quoted(member.filename)))
    if member.filename == _RUN and member.file_size > MAX_FACTS_BYTES:
        raise Fault(tr("its metadata is too long. Choose another file."))
