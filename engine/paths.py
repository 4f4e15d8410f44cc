"""Where files are stored: the data folder of the user and the weights that come with the program."""

import os
from pathlib import Path

import platformdirs

from .errors import WeightsError
from .i18n import tr

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


def default_weights() -> Path:
    """The file of the default weights.

    Raises:
        WeightsError: the file is missing.
    """
    file = SHIPPED_FOLDER / f"{DEFAULT_WEIGHTS}.safetensors"
    if not file.is_file():
        raise WeightsError(tr("The weights that come with the program are missing: there is no “{0}”.", file))
    return file
