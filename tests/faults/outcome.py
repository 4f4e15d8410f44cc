"""How one trial of a fault can end badly."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import numpy as np

from engine.errors import DigitLabError


class Lost(Exception):
    """Something that was reported as done is not there, or is damaged."""


class Stuck(Exception):
    """It takes too long, or the window does not answer."""


class Unexplained(Exception):
    """An error without a sentence for a person, something that is left over, or nothing said at all."""


# With random numbers and an empty folder; may return a note.
Trial: TypeAlias = Callable[[np.random.Generator, Path], "str | None"]

# On a busy machine everything takes longer.
PATIENCE = float(os.environ.get("DIGITLAB_PATIENCE", "1"))
_MOST_SECONDS = 60.0 * PATIENCE


def output_of(program: "subprocess.Popen[str]", what: str) -> tuple[str, str]:
    """What it has written to standard output and standard error once it has ended.

    Raises:
        Stuck: it does not end. It is killed.
    """
    try:
        return program.communicate(timeout=_MOST_SECONDS)
    except subprocess.TimeoutExpired:
        program.kill()
        program.communicate()
        raise Stuck(what) from None


def sentence(error: BaseException) -> str:
    """The one sentence of an error that a person understands.

    Raises:
        Unexplained: it is another error.
    """
    text = str(error)
    if not isinstance(error, DigitLabError):
        raise Unexplained(f"{type(error).__name__}: {text}") from error
    if "\n" in text or not text.endswith(".") or "Errno" in text:
        raise Unexplained(f"no sentence: {text}") from error
    return text
