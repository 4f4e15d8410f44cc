"""Where the program keeps what belongs to the person."""

import os
from pathlib import Path

import platformdirs


def data_folder() -> Path:
    """The person's data folder for Digit Lab, which need not exist yet.

    The environment variable DIGITLAB_DATA names another; without it the system says where
    (``~/.local/share/DigitLab`` on Linux, ``%LOCALAPPDATA%\\DigitLab`` on Windows,
    ``~/Library/Application Support/DigitLab`` on macOS).
    """
    named = os.environ.get("DIGITLAB_DATA")
    return Path(named) if named else platformdirs.user_data_path("DigitLab", appauthor=False)
