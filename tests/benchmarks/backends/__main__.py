"""The process of a backend: reads commands from standard input, one per line, and replies in JSON.

It ends when standard input is closed, also when the parent process crashed.
"""

import importlib
import json
import os
import signal
import sys
import time
from pathlib import Path


def main() -> None:
    backend, folder, work, threads = sys.argv[1:]
    # Ctrl-C reaches all processes of a terminal; the parent process handles it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Libraries may print: their output goes to standard error, since standard output carries the replies.
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)

    def reply(**facts: object) -> None:
        print(json.dumps(facts), file=replies, flush=True)

    name, *options = backend.split(":")
    try:
        module = importlib.import_module(f"backends.{name}")
        # Imported late: the engine sets the number of threads, so it must be loaded before NumPy.
        import numpy as np

        from backends.work import load

        computing = module.backend(load(Path(folder), work), threads == "one", *options)
    except ModuleNotFoundError as error:
        reply(missing=error.name)
        return
    reply(ready=True)
    try:
        for line in sys.stdin:
            command, _, argument = line.strip().partition(" ")
            match command:
                case "check":
                    np.savez(argument, **computing.check())
                    reply()
                case "choose":
                    computing.choose()
                    reply(about=computing.about())
                case "measure":
                    processor, start = time.process_time(), time.perf_counter()
                    steps = computing.steps(int(argument))
                    seconds = time.perf_counter() - start
                    reply(steps=steps, seconds=seconds, processor=time.process_time() - processor)
    finally:
        computing.close()


if __name__ == "__main__":
    main()
