"""Many inputs of a target, in child processes; what fails is written into a folder."""

import json
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.fuzz.target import ROOT, Target, write_files

# Inputs of one child: its memory grows with them. And inputs that are kept of the same cause.
_BATCH, _MOST_OF_A_CAUSE = 20_000, 3


@dataclass
class Result:
    """Attributes:
    counts: of inputs that were used, refused and failed.
    failures: the number of each input that failed, and why.
    seconds: of CPU time.
    """

    counts: dict[str, int] = field(default_factory=lambda: {"used": 0, "refused": 0, "failed": 0})
    failures: list[tuple[int, str]] = field(default_factory=list)
    seconds: float = 0.0


def run(target: Target, start: int, count: int, folder: Path | None = None) -> Iterator[Result]:
    """The inputs of these numbers; the result so far, after each child.

    Args:
        folder: gets a folder for each failure, a few for the same cause: the input and cause.txt.
    """
    result = Result()
    while (done := sum(result.counts.values())) < count:
        _run_child(target, start + done, min(count - done, _BATCH), result, folder)
        yield result


def _run_child(target: Target, start: int, count: int, result: Result, folder: Path | None) -> None:
    with tempfile.TemporaryDirectory(prefix="fuzz-") as place:
        command = [sys.executable, "-m", "tests.fuzz.worker", target.name, str(start), str(count), place]
        found = []
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            for line in child.stdout:
                number, cause, seconds = json.loads(line)
                result.seconds += seconds
                found.append((number, cause))
        if child.returncode:
            if not (Path(place) / "traceback").exists():
                raise RuntimeError(f"the child of {target.name} did not start: {child.returncode}")
            found.append((start + len(found), f"failed: {_death(child.returncode, Path(place))}"))
    for number, cause in found:
        result.counts[cause.partition(":")[0]] += 1
        if cause.startswith("failed"):
            result.failures.append((number, cause.removeprefix("failed: ")))
            if folder is not None:
                _keep(target, number, cause, folder)


def _death(status: int, place: Path) -> str:
    """Why a child died, and where it was."""
    why = signal.strsignal(-status) if status < 0 else f"status {status}"
    if status == -signal.SIGPROF:
        why = "more than 2 s of CPU time"
    lines = (place / "traceback").read_text().splitlines()
    frames = [line for line in lines if ROOT in line and "/fuzz/" not in line]
    where = re.search(r'File "(.*?)", line (\d+)', (frames or lines or [""])[0])
    stderr = (place / "stderr").read_text(errors="replace")[-300:] if status != -signal.SIGPROF else ""
    return f"{why} ({where[1].removeprefix(ROOT + '/')}:{where[2]})" if where else f"{why} {stderr}"


def _slug(cause: str) -> str:
    """The kind of the error and its place."""
    place = re.findall(r"\(([^()]*)\)$", cause) or ["-"]
    return re.sub(r"\W+", "-", f"{cause.removeprefix('failed: ').partition(': ')[0][:40]}-{place[0][-60:]}")


def _keep(target: Target, number: int, cause: str, folder: Path) -> None:
    """The input and its cause, unless there are enough of this cause."""
    place, slug = folder / target.name, _slug(cause)
    if len(list(place.glob(f"{slug}*"))) < _MOST_OF_A_CAUSE:
        write_files(place / f"{slug}-{number}" / "input", target.input(target.seeds(), number))
        (place / f"{slug}-{number}" / "cause.txt").write_text(f"{target.name} {number}: {cause}\n", errors="replace")
