"""A run as one file, to be given to others: a zip of run.json, curves.safetensors and, where it has any,
weights.safetensors. A folder of the store has the same files under the same names.

Such a file may come from a stranger. Nothing is unpacked to the disk: only members with known names are read, and what
is stored is written again.
"""

import io
import json
import zipfile
from dataclasses import dataclass, replace

from engine.io.checked_file import DAMAGED, MAX_FACTS_BYTES, Fault, shown
from engine.runs import curve_data
from engine.runs.metadata import from_facts, json_object, to_facts
from engine.runs.run import Run, Status
from engine.train.trainer import Evaluation
from engine.types import FloatArray
from engine.weights import Weights, pack_weights, unpack_weights

MAX_BYTES = 512 << 20

_RUN, _CURVES, _WEIGHTS = "run.json", "curves.safetensors", "weights.safetensors"
_MEMBERS = (_RUN, _CURVES, _WEIGHTS)
_DIRECTORY_ENTRY = b"PK\x01\x02"
_MAX_ENTRIES = 100
_ENCRYPTED = 0x1
_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# Weights and losses are hardly smaller compressed; what grows more than this on the way in is no run.
_MAX_GROWTH = 20


@dataclass(frozen=True, eq=False)
class Archive:
    """The content of the file.

    Attributes:
        run: its id has no meaning.
        losses: (n,) float32.
        evaluations: all of the run.
        weights: the final ones, or None.
    """

    run: Run
    losses: FloatArray
    evaluations: tuple[Evaluation, ...]
    weights: Weights | None


def pack(archive: Archive) -> bytes:
    """The bytes of the file. Equal runs make equal files.

    Raises:
        Fault: ``unpack`` would refuse it.
    """
    members = {
        _RUN: json.dumps(to_facts(archive.run), ensure_ascii=False, indent=1).encode(),
        _CURVES: curve_data.pack(archive.losses, archive.evaluations),
    }
    if archive.weights is not None:
        members[_WEIGHTS] = pack_weights(archive.weights)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, content in members.items():
            # A ZipInfo has always the same time.
            file.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()


def unpack(content: bytes) -> Archive:
    """What ``pack`` was given. A run that had not ended counts as stopped, because its state is not in the file.

    Raises:
        Fault: the file is damaged, malicious or inconsistent.
    """
    members = _read(content)
    for name in (_RUN, _CURVES):
        if name not in members:
            raise Fault(f"it holds no {name}, so it is no training run. Choose another file.")
    try:
        text = members[_RUN].decode()
    except UnicodeDecodeError as error:
        raise Fault(DAMAGED) from error
    facts = json_object(text)
    run = from_facts(facts, "")
    losses, evaluations = curve_data.unpack(members[_CURVES])
    if len(losses) != run.iteration:
        raise Fault(f"it holds {len(losses):,} losses of {run.iteration:,} mini-batches.")
    weights = unpack_weights(members[_WEIGHTS]) if _WEIGHTS in members else None
    if weights is not None and weights.spec != run.spec:
        raise Fault("its weights are of another network than it says.")
    status = run.status if run.status in (Status.FINISHED, Status.DIVERGED, Status.FAILED) else Status.STOPPED
    return Archive(replace(run, status=status, imported=True), losses, evaluations, weights)


def _read(content: bytes) -> dict[str, bytes]:
    """The members, none larger than the whole file lets expect."""
    if not content.startswith(b"PK"):
        raise Fault("it is no file of a training run. Choose another file.")
    # Counted in the bytes, because zipfile would first make an object of each of millions.
    if content.count(_DIRECTORY_ENTRY) > _MAX_ENTRIES:
        raise Fault("it holds more than a training run has. Choose another file.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            entries = file.infolist()
            _check_directory(entries, len(content))
            return {entry.filename: _read_member(file, entry) for entry in entries}
    except Fault:
        raise
    except Exception as error:  # zipfile and zlib raise a dozen kinds, and do not promise that these are all
        raise Fault(DAMAGED) from error


def _check_directory(entries: list[zipfile.ZipInfo], size: int) -> None:
    names = [entry.filename for entry in entries]
    for entry in entries:
        if entry.filename not in _MEMBERS:
            raise Fault(f"it holds {shown(entry.filename)}, which belongs to no training run. Choose another file.")
        if names.count(entry.filename) > 1:
            raise Fault(f"it holds two files called {shown(entry.filename)}. Choose another file.")
        if entry.flag_bits & _ENCRYPTED:
            raise Fault("it is encrypted. Unpack it and pack it without a password.")
        if entry.compress_type not in _COMPRESSIONS:
            raise Fault("it is compressed in a way that Digit Lab does not read. Export it from Digit Lab again.")
        if entry.filename == _RUN and entry.file_size > MAX_FACTS_BYTES:
            raise Fault("what it says about itself is too long. Choose another file.")
    if sum(entry.file_size for entry in entries) > _MAX_GROWTH * size:
        raise Fault(f"unpacked, it would be more than {_MAX_GROWTH} times as large. Choose another file.")


def _read_member(file: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with file.open(entry) as member:
        # No more is ever unpacked, whatever the compressed stream holds. Read to its end, zipfile compares the
        # checksum.
        content = member.read(entry.file_size)
        if len(content) != entry.file_size or member.read(1):
            raise Fault(DAMAGED)
    return content
