"""Many inputs of a target, in child processes; what fails is written into a folder."""

import json
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.fuzz.target import ROOT, USE_KEPT, Target, write_files

# Inputs of one child: its memory grows with them. And inputs that are kept of the same cause.
_BATCH, _MOST_OF_A_CAUSE = 20_000, 3


@dataclass
class Result:
    """Attributes:
    counts: of inputs that were used, refused and failed.
    failures: the number or name of each input that failed, and why.
    seconds: of CPU time.
    """

    counts: dict[str, int] = field(default_factory=lambda: {"used": 0, "refused": 0, "failed": 0})
    failures: list[tuple[int | str, str]] = field(default_factory=list)
    seconds: float = 0.0


def run_kept(target: Target) -> Result:
    """The inputs that failed once."""
    result = Result()
    while (done := sum(result.counts.values())) < len(target.kept()):
        _run_child(target, USE_KEPT, done, result, None)
    return result


def run_numbers(target: Target, start: int, count: int, folder: Path | None = None) -> Iterator[Result]:
    """The inputs of these numbers; the result so far after each child.

    Args:
        folder: gets a folder for each failure, a few for the same cause: the input and cause.txt.
    """
    result = Result()
    while (done := sum(result.counts.values())) < count:
        _run_child(target, str(start + done), min(count - done, _BATCH), result, folder)
        yield result


def _run_child(target: Target, start: str, count: int, result: Result, folder: Path | None) -> None:
    with tempfile.TemporaryDirectory(prefix="fuzz-") as place:
        command = [sys.executable, "-m", "tests.fuzz.worker", target.name, start, str(count), place]
        done = 0
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            for line in child.stdout:
                number, cause, seconds = json.loads(line)
                done += 1
                result.seconds += seconds
                _count(result, number, cause)
                if cause.startswith("failed") and folder is not None:
                    _again(target, number, cause, folder)
        if child.returncode:
            if not (Path(place) / "traceback").exists():
                raise RuntimeError(f"the child of {target.name} did not start: {child.returncode}")
            number = list(target.kept())[count + done] if start == USE_KEPT else int(start) + done
            cause = f"failed: {_death(child.returncode, Path(place))}"
            _count(result, number, cause)
            if folder is not None:
                _keep(Path(place) / "input", target, number, cause, folder)


def _count(result: Result, number: int | str, cause: str) -> None:
    result.counts[cause.partition(":")[0]] += 1
    if cause.startswith("failed"):
        result.failures.append((number, cause.removeprefix("failed: ")))


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


def _again(target: Target, number: int, cause: str, folder: Path) -> None:
    """Make the input again, in order to keep it."""
    if len(_same_causes(target, cause, folder)) < _MOST_OF_A_CAUSE:
        with tempfile.TemporaryDirectory() as place:
            write_files(Path(place), target.input(target.seeds(), number))
            _keep(Path(place), target, number, cause, folder)


def _same_causes(target: Target, cause: str, folder: Path) -> list[Path]:
    return list((folder / target.name).glob(f"{_slug(cause)}*"))


def _slug(cause: str) -> str:
    """The kind of the error and its place."""
    place = re.findall(r"\(([^()]*)\)$", cause) or ["-"]
    return re.sub(r"\W+", "-", f"{cause.removeprefix('failed: ').partition(': ')[0][:40]}-{place[0][-60:]}")


def _keep(files: Path, target: Target, number: int | str, cause: str, folder: Path) -> None:
    if len(_same_causes(target, cause, folder)) < _MOST_OF_A_CAUSE:
        kept = folder / target.name / f"{_slug(cause)}-{number}"
        shutil.copytree(files, kept / "input", dirs_exist_ok=True)
        (kept / "cause.txt").write_text(f"{target.name} {number}: {cause}\n", errors="replace")
