"""Where training data come from: MNIST, synthetic digits, or the user's own files."""

import contextlib
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath, PureWindowsPath

from ..errors import DataError
from ..i18n import comma_list, tr
from ..io.checked_file import quoted
from ..paths import is_unicode
from .dataset_summary import Loaded
from .files.own_data import load_own
from .mnist import load_mnist_datasets, mnist_folder
from .orientation import TRANSFORMS, difference
from .synthetic.digits import synthetic_sets

# "starter" stands for synthetic digits, in settings and runs since the first version.
KINDS = ("mnist", "starter", "folder", "idx", "file")
_NEED_PATH = ("folder", "idx", "file")


@dataclass(frozen=True)
class DataSource:
    """Attributes:
    kind: "mnist"; "starter" for synthetic digits; for the user's own data "folder", of images in folders called 0 to
        9 or of files, and "file", of any kind; "idx" in settings and runs of earlier versions.
    path: of the folder or file; for "mnist" the folder of its files or one file that holds it, "" for the program's
        own.
    transform: what is done to each image, one of ``engine.data.orientation.TRANSFORMS``: "" leaves it as it is, and
        "as-is" does so by decision.

    Raises:
        DataError: there is no such kind or transform, or its path is missing.
    """

    kind: str
    path: str = ""
    transform: str = ""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise DataError(
                tr("There are no data of the kind {0}: choose one of {1}.", quoted(self.kind), comma_list(KINDS))
            )
        if self.kind in _NEED_PATH and not self.path:
            raise DataError(tr("Data of the kind “{0}” need a path: say where they are.", self.kind))
        if not is_unicode(self.path):
            raise DataError(tr("The name “{0}” is not UTF-8, so no run can be stored with it. Rename it.", self.path))
        if self.transform not in TRANSFORMS:
            raise DataError(
                tr(
                    "Images cannot be turned by {0}: choose one of {1}.",
                    quoted(self.transform),
                    comma_list(TRANSFORMS[1:]),
                )
            )

    @property
    def place(self) -> Path | None:
        """The file or folder of the images; None for synthetic digits.

        Raises:
            DigitLabError: it is in the program's data folder, and there is no home folder.
        """
        if self.kind == "starter":
            return None
        return mnist_folder(self.path or None)[0] if self.kind == "mnist" else Path(self.path)

    def load(self, progress: Callable[[int, int], None] | None = None) -> Loaded:
        """The training and the test set, and what is wrong with the files.

        Args:
            progress: called with (images done, images in all) where it takes long, (0, 0) while the number is not
                known; an exception that it raises cancels.

        Raises:
            DataError: the files are missing or cannot be used.
        """
        match self.kind:
            case "starter":
                loaded = Loaded(*synthetic_sets(progress))
            case "mnist":
                loaded = Loaded(*load_mnist_datasets(self.path or None, progress))
            case _:
                loaded = load_own(self.path, progress)
        return loaded.turned(self.transform)

    def turned(self, transform: str) -> "DataSource":
        """The same source, read another way."""
        return replace(self, transform=transform)

    def absolute(self) -> "DataSource":
        """The same source, found from any folder. An absolute path, also one of another system, stays as it is."""
        if not self.path or PurePosixPath(self.path).is_absolute() or PureWindowsPath(self.path).is_absolute():
            return self
        # Not resolved: a link may lead to other files later.
        return replace(self, path=os.path.abspath(self.path))  # noqa: PTH100 - without ".."

    def difference(self, other: "DataSource") -> str | None:
        """What turns the images of this source into those of the other one; None where they are other images."""
        if (self.kind, self.path) != (other.kind, other.path):
            return None
        return difference(self.transform, other.transform)

    @classmethod
    def at(cls, path: str | Path) -> "DataSource":
        """The user's own data in a folder or file."""
        # Where the name is too long, ``load`` says so.
        with contextlib.suppress(OSError):
            if Path(path).is_dir():
                return cls("folder", str(path))
        return cls("file", str(path))

    def __str__(self) -> str:
        """The text that ``of`` parses: "mnist", "folder:/home/anna/digits", "file+transpose:/home/anna/emnist.npz"."""
        kind = f"{self.kind}+{self.transform}" if self.transform else self.kind
        return f"{kind}:{self.path}" if self.path else kind

    @classmethod
    def of(cls, text: str) -> "DataSource":
        """The source that ``str`` was called on.

        Raises:
            DataError: the text is not valid.
        """
        kind, _, path = text.partition(":")
        kind, _, transform = kind.partition("+")
        return cls(kind, path, transform)
