"""Where files are stored: the data folder of the user and the weights that come with the program."""

import contextlib
import os
from collections.abc import Callable
from pathlib import Path

import platformdirs

from .errors import DigitLabError, WeightsError
from .i18n import tr

SHIPPED_FOLDER = Path(__file__).resolve().parent.parent / "weights"
# The weights that the window starts with, and the command line's where no others are given.
DEFAULT_WEIGHTS = "default"


def data_folder() -> Path:
    """The user's data folder for Digit Lab, which need not exist yet.

    The environment variable DIGITLAB_DATA names another one; the default is the system's
    (``~/.local/share/DigitLab`` on Linux, ``%LOCALAPPDATA%\\DigitLab`` on Windows,
    ``~/Library/Application Support/DigitLab`` on macOS).

    Raises:
        DigitLabError: there is no home folder, or the folder's name is not UTF-8.
    """
    return _usable(platformdirs.user_data_dir)


def settings_folder() -> Path:
    """The folder of the window's settings: that which DIGITLAB_DATA names, or the user's configuration folder.

    Raises:
        DigitLabError: as ``data_folder``.
    """
    return _usable(platformdirs.user_config_dir)


def _usable(default: Callable[..., str]) -> Path:
    try:
        folder = Path(os.environ.get("DIGITLAB_DATA") or default("DigitLab", appauthor=False)).expanduser()
    except RuntimeError:  # a user without a home folder, such as that of a container
        raise DigitLabError(
            tr(
                "There is no home folder to store your drawings and trainings in: set the environment variable "
                "DIGITLAB_DATA to a folder for them."
            )
        ) from None
    if not is_unicode(folder):
        raise DigitLabError(
            tr(
                "The name of the data folder “{0}” is not UTF-8: set the environment variable DIGITLAB_DATA to another "
                "folder.",
                folder,
            )
        )
    return folder


def home_folder() -> Path:
    """The user's home folder, or the current folder where there is none."""
    try:
        return Path.home()
    except RuntimeError:
        return Path()


def is_unicode(path: str | Path) -> bool:
    """Whether databases, settings and Qt can hold it: a name on Linux may be any bytes."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True


def is_same_file(one: str | Path, other: str | Path) -> bool:
    """Whether two names lead to one file, or would, where there is none yet."""
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):  # ValueError: a null character in the name
        with contextlib.suppress(ValueError):
            return os.path.realpath(one) == os.path.realpath(other)
        return False


def is_private(path: Path) -> bool:
    """Whether it lies in the data folder: what is stored there is for the user alone.

    Args:
        path: without symbolic links.
    """
    try:
        return path.is_relative_to(os.path.realpath(data_folder()))
    except DigitLabError:
        return False


def make_private_folder(folder: Path) -> None:
    """Create it, with those above it, so that only the user can read them. What exists keeps its permissions.

    Raises:
        OSError: it cannot be created.
    """
    for each in reversed([folder, *folder.parents]):
        if not each.exists():
            each.mkdir(0o700, exist_ok=True)


def make_private_file(file: Path) -> None:
    """Create it empty, where it is missing and can be created, so that only the user can read it."""
    with contextlib.suppress(OSError):
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def shipped_weights() -> list[Path]:
    """The shipped files, the default first."""
    files = sorted(SHIPPED_FOLDER.glob("*.safetensors"), key=lambda file: (file.stem != DEFAULT_WEIGHTS, file.stem))
    return [file for file in files if not file.name.endswith(".checkpoint.safetensors")]


def weights_name(file: Path) -> str:
    """What to remember of a weights file: of a shipped one its name alone, since another version of the program, or
    the same one in another folder, has it elsewhere; of others the path.
    """
    # Not Path.resolve, which raises a RuntimeError for a link that leads back to itself.
    return file.name if Path(os.path.realpath(file)).parent == SHIPPED_FOLDER else str(file)


def named_weights(name: str) -> Path:
    """The file of what ``weights_name`` gave.

    Earlier versions remembered the path of a shipped file: where nothing is there any more, it is the shipped file now.
    """
    path = Path(name)
    shipped = SHIPPED_FOLDER / path.name
    # The methods of Path raise where a folder may not be searched or a name is too long (until Python 3.14).
    moved = path.parent.name == SHIPPED_FOLDER.name and not os.path.exists(path)  # noqa: PTH110
    return shipped if os.path.isfile(shipped) and (name == path.name or moved) else path  # noqa: PTH113


def default_weights() -> Path:
    """The file of the default weights.

    Raises:
        WeightsError: the file is missing.
    """
    file = SHIPPED_FOLDER / f"{DEFAULT_WEIGHTS}.safetensors"
    if not file.is_file():
        raise WeightsError(tr("The weights that come with the program are missing: there is no “{0}”.", file))
    return file
