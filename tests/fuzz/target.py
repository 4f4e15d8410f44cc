"""A target: files that can be read, and what is done with them."""

import lzma
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TypeAlias

from tests.fuzz.mutations import mutated

# The files of an input by their names, with / between folders. The first one is the one that is read.
Files: TypeAlias = Mapping[str, bytes]
KEPT = Path(__file__).parent / "seeds"
# The ending of a kept file that is stored compressed, since it is large.
PACKED = ".packed"
ROOT = str(Path(__file__).resolve().parents[2])
# How often another file than the first one is changed, and how often the only one gets another name.
_OTHERS, _NAMED = 0.3, 0.05
_NAMES = (
    "two\nlines",
    "\x1b[31mred\x07",
    "\u202ebackwards",
    "<b>bold</b>&amp;<img src=x>",
    "{0}{name}%s%n",
    "long" * 50,
    "\udcff no UTF-8",
    "-rf",
    " ",
)


@dataclass(frozen=True)
class Target:
    """Attributes:
    name: on the command line.
    seeds: makes the files that are changed. The same ones each time.
    use: gets the first file, or the folder of all files. Refuses with a DigitLabError.
    ci: how many inputs are used in a test: 2,000, or what takes some 5 s, so that all targets take two minutes.
    folder: whether ``use`` gets the folder.
    """

    name: str
    seeds: Callable[[], Sequence[Files]]
    use: Callable[[Path], None]
    ci: int
    folder: bool = False

    def input(self, seeds: Sequence[Files], number: int) -> Files:
        """The input of this number: one of the ``seeds``, changed. The first numbers are those of the seeds as they
        are, negative ones those of the inputs that failed once."""
        if number < 0:
            kept = read_files(self.kept()[number]).items()
            return {
                name.removesuffix(PACKED): lzma.decompress(content) if name.endswith(PACKED) else content
                for name, content in kept
            }
        if number < len(seeds):
            return seeds[number]
        rng = Random(f"{self.name} {number}")
        files = dict(rng.choice(seeds))
        names = list(files)
        name = rng.choice(names) if rng.random() < _OTHERS else names[0]
        files[name] = mutated(name, files[name], rng)
        if len(files) == 1 and not self.folder and rng.random() < _NAMED:
            return {rng.choice(_NAMES) + Path(name).suffix: files[name]}
        return files

    def kept(self) -> list[Path]:
        """The folders of the inputs that failed once."""
        return sorted((KEPT / self.name).glob("*"))


def read_files(folder: Path) -> Files:
    """The files of an input that was written into a folder, in the order in which it was written."""
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return dict(sorted(found.items(), key=lambda item: (item[0].count("/"), item[0])))


def write_files(folder: Path, files: Files) -> None:
    """Write an input into a folder, which is emptied."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
