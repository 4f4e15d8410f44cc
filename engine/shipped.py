"""The weights that come with the program."""

from pathlib import Path

from engine.errors import WeightsError

SHIPPED_FOLDER = Path(__file__).resolve().parent.parent / "weights"
# What the window opens with, and what the command line takes where no other weights are named.
DEFAULT_WEIGHTS = "default"


def shipped_weights() -> list[Path]:
    """The shipped files, the default first."""
    files = sorted(SHIPPED_FOLDER.glob("*.safetensors"), key=lambda file: (file.stem != DEFAULT_WEIGHTS, file.stem))
    return [file for file in files if not file.name.endswith(".checkpoint.safetensors")]


def default_weights() -> Path:
    """Raises:
    WeightsError: the file is not there.
    """
    file = SHIPPED_FOLDER / f"{DEFAULT_WEIGHTS}.safetensors"
    if not file.is_file():
        raise WeightsError(f"The weights that come with the program are missing: there is no “{file}”.")
    return file
