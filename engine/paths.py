"""Where files are stored: the data folder of the user and the weights that come with the program."""

import os
from pathlib import Path

import platformdirs

from .errors import WeightsError

SHIPPED_FOLDER = Path(__file__).resolve().parent.parent / "weights"
# The weights that the window starts with, and the command line's where no others are given.
DEFAULT_WEIGHTS = "default"


def data_folder() -> Path:
    """The user's data folder for Digit Lab, which need not exist yet.

    The environment variable DIGITLAB_DATA names another one; the default is the system's
    (``~/.local/share/DigitLab`` on Linux, ``%LOCALAPPDATA%\\DigitLab`` on Windows,
    ``~/Library/Application Support/DigitLab`` on macOS).
    """
    named = os.environ.get("DIGITLAB_DATA")
    return Path(named) if named else platformdirs.user_data_path("DigitLab", appauthor=False)


def shipped_weights() -> list[Path]:
    """The shipped files, the default first."""
    files = sorted(SHIPPED_FOLDER.glob("*.safetensors"), key=lambda file: (file.stem != DEFAULT_WEIGHTS, file.stem))
    return [file for file in files if not file.name.endswith(".checkpoint.safetensors")]


def weights_name(file: Path) -> str:
    """What to remember of a weights file: of a shipped one its name alone, since another version of the program, or
    the same one in another folder, has it elsewhere; of others the path.
    """
    return file.name if file.resolve().parent == SHIPPED_FOLDER else str(file)


def named_weights(name: str) -> Path:
    """The file of what ``weights_name`` gave.

    Earlier versions remembered the path of a shipped file: where nothing is there any more, it is the shipped file now.
    """
    path = Path(name)
    shipped = SHIPPED_FOLDER / path.name
    moved = path.parent.name == SHIPPED_FOLDER.name and not path.exists()
    return shipped if shipped.is_file() and (name == path.name or moved) else path


def default_weights() -> Path:
    """The file of the default weights.

    Raises:
        WeightsError: the file is missing.
    """
    file = SHIPPED_FOLDER / f"{DEFAULT_WEIGHTS}.safetensors"
    if not file.is_file():
        raise WeightsError(f"The weights that come with the program are missing: there is no “{file}”.")
    return file
