"""Starting a process that Ctrl-C does not reach: it reaches all processes of a terminal at once."""

import signal
from multiprocessing.process import BaseProcess


def start_without_ctrl_c(process: BaseProcess) -> None:
    """Start it with SIGINT blocked: while it imports modules, it would print a traceback. Windows cannot do that."""
    if not hasattr(signal, "pthread_sigmask"):
        process.start()
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
