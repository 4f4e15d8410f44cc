"""A contender's process: gets ready, then does what comes in on standard input, a line a command, and answers in JSON.

It ends when nobody is at the other end any more, however that came about.
"""

import importlib
import json
import os
import signal
import sys
import time
from pathlib import Path


def main() -> None:
    contender, folder, work, threads = sys.argv[1:]
    # Ctrl-C reaches all processes of a terminal; it is for the first one to decide.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What a library prints goes to standard error: standard output is for the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)

    def answer(**facts: object) -> None:
        print(json.dumps(facts), file=answers, flush=True)

    name, *options = contender.split(":")
    try:
        module = importlib.import_module(f"contenders.{name}")
        # Not before: the engine chooses the number of threads, and has to be loaded before NumPy for it.
        import numpy as np

        from contenders.work import load

        computing = module.contender(load(Path(folder), work), threads == "one", *options)
    except ModuleNotFoundError as error:
        answer(missing=error.name)
        return
    answer(ready=True)
    try:
        for line in sys.stdin:
            command, _, argument = line.strip().partition(" ")
            match command:
                case "check":
                    np.savez(argument, **computing.check())
                    answer()
                case "choose":
                    computing.choose()
                    answer(about=computing.about())
                case "go":
                    processor, began = time.process_time(), time.perf_counter()
                    steps = computing.steps(int(argument))
                    seconds = time.perf_counter() - began
                    answer(steps=steps, seconds=seconds, processor=time.process_time() - processor)
    finally:
        computing.close()


if __name__ == "__main__":
    main()
