"""Starts the program again, once this process has ended."""

import atexit
import os
import subprocess
import sys
from collections.abc import Mapping

_environment: dict[str, str] | None = None


def at_exit(environment: Mapping[str, str]) -> None:
    """When this process ends, start the same program with the same arguments.

    Args:
        environment: the variables of the new process.
    """
    global _environment
    _environment = dict(environment)


# Handlers are called in reverse order, and none is called after this one: it is registered before those that end
# processes and delete temporary files.
@atexit.register
def _start() -> None:
    if _environment is None:
        return
    arguments = [sys.executable, *sys.orig_argv[1:]]
    if sys.platform == "win32":
        # There, execve would separate arguments at their spaces.
        subprocess.Popen(arguments, env=_environment)
    else:
        # In place of this process, so that Ctrl-C in the terminal still reaches it.
        os.execve(arguments[0], arguments, _environment)
