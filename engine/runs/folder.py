"""A run's folder: which file is what.

    run.json                        what the list says of the run, so that it can be found again without the list
    000000600.weights.safetensors   weights after 600 iterations, of the network that is worth keeping
    000000600.state.safetensors     all that going on from there needs
    curves.safetensors              losses and accuracies, once the training has ended
    weights.safetensors             the weights it ended with
    owner                           held by whoever trains it

The list (see ``database``) says which of them count. A file is written first and named in the list afterwards; what is
dropped is first taken from the list.
"""

import contextlib
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

# Folders that are no run yet, and no run any more.
NEW, GONE = ".new", ".gone"

_ID = re.compile(r"[0-9a-f]{32}")
_CHECKPOINT = re.compile(r"(\d{9})\.(weights|state)\.safetensors")
# What engine.io.atomic_write leaves where it is killed.
_TEMPORARY = re.compile(r"\.[0-9a-f]{16}\.tmp")


@dataclass(frozen=True)
class RunFolder:
    """Attributes:
    path: the folder; its name is the run's id.
    """

    path: Path

    @property
    def card(self) -> Path:
        """What the list says of the run."""
        return self.path / "run.json"

    @property
    def owner(self) -> Path:
        """The lock."""
        return self.path / "owner"

    @property
    def curves(self) -> Path:
        """Losses and accuracies."""
        return self.path / "curves.safetensors"

    @property
    def final(self) -> Path:
        """The weights it ended with."""
        return self.path / "weights.safetensors"

    def weights(self, iteration: int) -> Path:
        """The weights of a checkpoint."""
        return self.path / f"{iteration:09}.weights.safetensors"

    def state(self, iteration: int) -> Path:
        """The state of a checkpoint."""
        return self.path / f"{iteration:09}.state.safetensors"

    def checkpoints(self) -> dict[int, bool]:
        """The iterations whose weights are there -> whether the state is there too, the earliest first."""
        found = {kind: set[int]() for kind in ("weights", "state")}
        for path in self.path.iterdir():
            if match := _CHECKPOINT.fullmatch(path.name):
                found[match[2]].add(int(match[1]))
        return {iteration: iteration in found["state"] for iteration in sorted(found["weights"])}

    def holds_training(self) -> bool:
        """Is there anything of a training in it?"""
        return bool(self.checkpoints()) or self.curves.exists() or self.final.exists()

    def strays(self, checkpoints: dict[int, bool], has_final: bool) -> list[Path]:
        """The files that the program wrote and no list names: those of other checkpoints, halves of files."""
        wanted = {self.weights(iteration) for iteration in checkpoints}
        wanted |= {self.state(iteration) for iteration, complete in checkpoints.items() if complete}
        return [
            path
            for path in self.path.iterdir()
            if (_CHECKPOINT.fullmatch(path.name) and path not in wanted)
            or _TEMPORARY.fullmatch(path.name)
            or (path == self.final and not has_final)
        ]

    def remove(self) -> None:
        """Take it away: at once under another name, then piece by piece. What cannot be removed is left for later."""
        gone = self.path.with_name(self.path.name + GONE)
        with contextlib.suppress(OSError):
            self.path.rename(gone)
            shutil.rmtree(gone, ignore_errors=True)


def is_id(text: object) -> bool:
    """Can it be the id of a run? Nothing else is ever made a path of."""
    return type(text) is str and _ID.fullmatch(text) is not None


def is_run_folder(path: Path) -> bool:
    """Is it one by its name? A link is not: nothing outside the store is read or removed."""
    return is_id(path.name) and path.is_dir() and not path.is_symlink()


def is_leftover(path: Path) -> bool:
    """Is it a folder that is no run yet, or none any more?"""
    return path.suffix in (NEW, GONE) and is_id(path.stem) and path.is_dir()


def unlink(paths: list[Path]) -> None:
    """Remove files that no list names. One that cannot be (Windows, while somebody reads it) is left for later."""
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink()
