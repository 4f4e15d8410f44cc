"""Where training data come from: MNIST, digits made here, or files of one's own."""

from collections.abc import Callable
from dataclasses import dataclass

from engine.data.dataset_summary import Loaded
from engine.data.idx_dataset import find_idx_files, load_own_idx
from engine.data.image_folder import load_image_folder
from engine.data.mnist import load_mnist_datasets
from engine.data.synthetic.digits import synthetic_sets
from engine.errors import DataError

KINDS = ("mnist", "starter", "folder", "idx")
# These are of no use without a path.
_AT_A_PATH = ("folder", "idx")


@dataclass(frozen=True)
class DataSource:
    """Attributes:
    kind: "mnist"; "starter" for digits that the program makes; "folder" for pictures in folders called 0 to 9; "idx"
        for IDX files of one's own.
    path: of the folder, or of one of the IDX files (or of theirs); for "mnist" the folder of its files, "" for where
        the program keeps them.

    Raises:
        DataError: there is no such kind, or its path is missing.
    """

    kind: str
    path: str = ""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise DataError(f"There are no data of the kind “{self.kind}”: choose one of {', '.join(KINDS)}.")
        if self.kind in _AT_A_PATH and not self.path:
            raise DataError(f"Data of the kind “{self.kind}” need a path: say where they are.")

    def load(self, progress: Callable[[int, int], None] | None = None) -> Loaded:
        """The training and the test set, and what is wrong with the files.

        Args:
            progress: called with (pictures done, pictures in all) where it takes long, (0, 0) where that is not
                known; what it raises ends the loading.

        Raises:
            DataError: the files are not there, or of no use.
        """
        match self.kind:
            case "folder":
                return load_image_folder(self.path, progress)
            case "idx":
                return load_own_idx(find_idx_files(self.path))
            case "starter":
                return Loaded(*synthetic_sets(progress))
            case _:
                return Loaded(*load_mnist_datasets(self.path or None))

    def __str__(self) -> str:
        """In one word, as ``of`` reads it: "mnist", "folder:/home/anna/digits"."""
        return f"{self.kind}:{self.path}" if self.path else self.kind

    @classmethod
    def of(cls, text: str) -> "DataSource":
        """What ``str`` wrote.

        Raises:
            DataError: it is nothing of the kind.
        """
        kind, _, path = text.partition(":")
        return cls(kind, path)
