"""A run's folder: which file is what.

    run.json                        the facts of the run, so that it can be found again without the database
    000000600.weights.safetensors   weights after 600 iterations
    000000600.state.safetensors     all that resuming from there needs
    curves.safetensors              losses and evaluations, once the training has ended
    weights.safetensors             the final weights
    owner                           locked by the program that trains it

The database says which of them count. A file is written before the database names it, and deleted after the database
has dropped it.
"""

import contextlib
import re
import shutil
from pathlib import Path

from ..io.file_kind import RUN_FACTS

# Suffixes of folders that are not a run yet, or no longer.
NEW, GONE = ".new", ".gone"

_ID = re.compile(r"[0-9a-f]{32}")
_CHECKPOINT = re.compile(r"(\d{9})\.(weights|state)\.safetensors")
# Left by engine.io.atomic_write when the program is killed.
_TEMPORARY = re.compile(r"\.[0-9a-f]{16}\.tmp")


class RunFolder:
    """The paths in the folder ``path``, whose name is the run's id."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.facts = path / RUN_FACTS
        self.owner = path / "owner"
        self.curves = path / "curves.safetensors"
        self.final = path / "weights.safetensors"

    def weights(self, iteration: int) -> Path:
        """The weights of a checkpoint."""
        return self.path / _file_name(iteration, "weights")

    def state(self, iteration: int) -> Path:
        """The state of a checkpoint."""
        return self.path / _file_name(iteration, "state")

    def without_link(self, file: Path) -> Path:
        """One of these paths, to write it: a link there is removed, since what it leads to is no file of the run."""
        with contextlib.suppress(OSError):
            if file.is_symlink():
                file.unlink()
        return file

    def checkpoints(self) -> dict[int, bool]:
        """The iterations whose weights are there -> whether the state is there too, the earliest first."""
        found = {kind: set[int]() for kind in ("weights", "state")}
        for path in self.path.iterdir():
            if match := _CHECKPOINT.fullmatch(path.name):
                found[match[2]].add(int(match[1]))
        return {iteration: iteration in found["state"] for iteration in sorted(found["weights"])}

    def holds_training(self) -> bool:
        """Whether it holds weights or curves."""
        return bool(self.checkpoints()) or self.curves.exists() or self.final.exists()

    def unlisted(self, checkpoints: dict[int, bool], has_final: bool) -> list[Path]:
        """The files that the database does not list: of other checkpoints, and incomplete ones."""
        # Names are compared faster than paths, and this is done for all runs at each start of the program.
        expected = {_file_name(iteration, "weights") for iteration in checkpoints}
        expected |= {_file_name(iteration, "state") for iteration, complete in checkpoints.items() if complete}
        expected |= {self.final.name} if has_final else set()
        return [
            path
            for path in self.path.iterdir()
            if (name := path.name) not in expected
            and (_CHECKPOINT.fullmatch(name) or _TEMPORARY.fullmatch(name) or name == self.final.name)
        ]

    def remove(self) -> None:
        """Rename it first, then delete file by file. What cannot be deleted is left for later.

        Another program may have put a file, a link or a named pipe in its place.
        """
        gone = self.path.with_name(self.path.name + GONE)
        remove_leftover(gone)
        with contextlib.suppress(OSError):
            self.path.rename(gone)
            remove_leftover(gone)


def _file_name(iteration: int, kind: str) -> str:
    return f"{iteration:09}.{kind}.safetensors"


def is_id(text: object) -> bool:
    """Whether it can be the id of a run. Nothing else becomes part of a path."""
    return type(text) is str and _ID.fullmatch(text) is not None


def is_run_folder(path: Path) -> bool:
    """Whether it is one by its name. A link is not: nothing outside the store is read or removed."""
    return is_id(path.name) and path.is_dir() and not path.is_symlink()


def is_leftover(path: Path) -> bool:
    """Whether it is a folder that is not a run yet, or no longer; or what was in the place of a run's folder."""
    return is_id(path.stem) and (path.suffix == GONE or (path.suffix == NEW and path.is_dir()))


def remove_leftover(path: Path) -> None:
    """Delete it. Only a real folder is opened: to open a named pipe would block, and what a link leads to stays."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        unlink([path])


def unlink(paths: list[Path]) -> None:
    """Delete files that the database does not list. One that is open on Windows is left for later."""
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink()
