"""Hours of use: does the program need ever more memory, threads, files or objects, and does it go on at all?

``python -m tests.soak --hours 8 --pace 2``: the real window, without a screen, is used on every page and tab, while
networks are trained. After each round it comes back to the state of the beginning, and what the process uses is
written in one line. The exit status is 1 where, after ten minutes,

- the memory, without mapped files, grows by more than 10 MB an hour, or the threads, descriptors, processes or Qt's
  objects grow at all;
- a whole round goes by without another training, lesson, page or tab, or something hangs;
- there are exceptions, warnings of Qt, or other drawings stored than those that were kept.
"""

# ruff: noqa: T201 - it prints what it finds

import argparse
import faulthandler
import os
import sys
import tempfile
import time
import tracemalloc
from collections import Counter
from pathlib import Path

HANG_SECONDS = 300


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__.split("\n\n")[0])
    parser.add_argument("--hours", type=float, default=1.0)
    parser.add_argument("--pace", type=float, default=2.0, help="actions a second")
    parser.add_argument(
        "--round", type=float, default=120.0, metavar="SECONDS", help="from one measurement to the next"
    )
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--parallel-helpers", action="store_true", help="train a large network, whose layers four threads compute"
    )
    parser.add_argument(
        "--only", nargs="+", default=[], metavar="NAME", help="only these actions, to find what needs the memory"
    )
    parser.add_argument(
        "--types",
        action="store_true",
        help="show the largest arrays, and the types of more objects",
    )
    parser.add_argument("--trace", action="store_true", help="show which lines took the memory (slow)")
    return parser.parse_args()


def main() -> None:
    args = arguments()
    # Before Qt and the engine are loaded.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if args.parallel_helpers:
        os.environ["DIGITLAB_THREADS"] = "4"
    faulthandler.enable()
    root = Path(__file__).resolve().parents[1]
    sys.path[:0] = [str(root / "gui" / "helpers"), str(root / "benchmarks" / "window")]
    failed = soak(args)
    for sentence in failed:
        print(f"FAILED: {sentence}")
    print("failed" if failed else "passed", flush=True)
    # After an error a thread may still run: exit without waiting for it.
    os._exit(bool(failed))


def soak(args: argparse.Namespace) -> list[str]:
    """What failed, in sentences."""
    import engine  # noqa: F401 - before NumPy: it sets how that uses memory

    # isort: split
    import numpy as np
    import pytest
    from in_window import window
    from random_actions import Faults

    from engine.nn.network_spec import NetworkSpec
    from engine.train.trainer import TrainConfig
    from gui.training.train_request import TrainRequest
    from tests.faults.outcome import PATIENCE
    from tests.soak.measuring import (
        HEADER,
        MAX_MORE_OBJECTS,
        WARM_UP_SECONDS,
        Usage,
        large_arrays,
        objects,
        over_the_limits,
        row,
        summary,
        types,
    )
    from tests.soak.person import Person

    sizes = (800, 400) if args.parallel_helpers else (20,)
    request = TrainRequest(NetworkSpec.mlp(sizes, "relu"), TrainConfig(epochs=1000, lr=0.01), "mnist")
    faults, failed, usages = Faults(), list[str](), list[Usage]()
    with window() as shown, tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        faults.listen()
        person = Person(shown, np.random.default_rng(args.seed), Path(folder), patch, request, args.only)
        before, shown_before = Counter[str](), Counter[str]()
        warm: Counter[str] | None = None
        begin = time.monotonic()
        person.visit_all()
        person.do_everything()
        person.rest()
        # It takes memory itself: before the measurements, and not between them.
        objects()
        print(HEADER + "  begun", flush=True)
        while time.monotonic() < begin + 3600 * args.hours and not failed:
            # A hang ends the process, with the traceback of every thread.
            faulthandler.dump_traceback_later(args.round + HANG_SECONDS * PATIENCE, exit=True)
            counted, known = Counter(person.starts), len(faults)
            use(person, args.pace, args.round)
            person.rest()
            usages.append(Usage.now(time.monotonic() - begin))
            print(row(usages[-1]), dict(person.starts), flush=True)
            if args.types:
                now = objects()
                print(f"{large_arrays()}\n  more objects: {dict(now - shown_before)}", flush=True)
                shown_before = now
            if warm is None and usages[-1].seconds >= WARM_UP_SECONDS:
                warm = objects()
            for fault in faults[known:]:
                print(f"after {', '.join(person.done[-5:])}: {fault}", flush=True)
            failed += [
                f"nothing more of this in a round: {each}" for each in counted if counted[each] == person.starts[each]
            ]
            if len(usages) == 3:
                before = types() if args.types else before
                if args.trace:
                    tracemalloc.start(12)
            if len(usages) == 5 and args.trace:
                first = tracemalloc.take_snapshot()
        if warm is not None and (more_objects := objects() - warm).total() > MAX_MORE_OBJECTS:
            failed.append(f"more of Qt's objects: {dict(more_objects.most_common(10))}")
        if args.types:
            for name, more in (types() - before).most_common(25):
                print(f"{more:+8} {name}")
        if args.trace:
            for line in tracemalloc.take_snapshot().compare_to(first, "traceback")[:12]:
                print(line, *line.traceback.format()[-12:], sep="\n")
            tracemalloc.stop()
        try:
            person.check()
        except AssertionError as error:
            failed.append(str(error))
        if person.ended != person.starts["trainings"]:
            failed.append(f"{person.starts['trainings']} trainings were started, {person.ended} have ended")
        shown.network.unsaved = False
    faulthandler.cancel_dump_traceback_later()
    print(f"more in an hour: {summary(usages)}")
    return failed + [f"{len(faults)} exceptions or warnings"] * bool(faults) + over_the_limits(usages)


def use(person, pace: float, seconds: float) -> None:  # type: ignore[no-untyped-def] # needs Qt
    """One round."""
    from tests.soak.person import wait

    person.visit_all()
    following = time.monotonic()
    end = following + seconds
    while following < end:
        person.act()
        following = max(following + 1 / pace, time.monotonic() - 1)
        wait(max(int(1000 * (following - time.monotonic())), 0))


if __name__ == "__main__":
    main()
