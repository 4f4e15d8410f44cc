"""Starts the program again, once this process has ended."""

import atexit
import os
import subprocess
import sys
from collections.abc import Mapping


def at_exit(environment: Mapping[str, str]) -> None:
    """When this process ends, start the same program with the same arguments.

    Args:
        environment: the variables of the new process.
    """
    atexit.register(_start, [sys.executable, *sys.orig_argv[1:]], dict(environment))


def _start(arguments: list[str], environment: dict[str, str]) -> None:
    if sys.platform == "win32":
        # There, execve would separate arguments at their spaces.
        subprocess.Popen(arguments, env=environment)
    else:
        # In place of this process, so that Ctrl-C in the terminal still reaches it.
        os.execve(arguments[0], arguments, environment)
