"""The command: python -m tests.fuzz --target all --count 100000. It goes on where it was ended."""

import argparse
import json
import time
from pathlib import Path

from tests.fuzz.campaign import run
from tests.fuzz.targets import TARGETS

# Inputs of a target before the next one has its turn: so many, or a tenth, since starting a child takes seconds.
_LEAST_TURN = 1_000


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Changed files for every reader.")
    parser.add_argument("--target", default="all", help=f"all, or some of {', '.join(TARGETS)}, with commas between")
    parser.add_argument("--from", type=int, dest="start", help="the first input; by default where it was ended")
    parser.add_argument("--count", type=int, default=100_000, help="inputs of each target (100000)")
    parser.add_argument("--folder", type=Path, default=Path("fuzz-results"), help="of the failures and the progress")
    args = parser.parse_args()
    names = list(TARGETS) if args.target == "all" else args.target.split(",")
    progress = args.folder / "progress.json"
    args.folder.mkdir(parents=True, exist_ok=True)
    done = json.loads(progress.read_text()) if progress.exists() and args.start is None else {}
    state = {
        name: done.get(
            name,
            {
                "next": -len(TARGETS[name].kept()) if args.start is None else args.start,
                "failed": 0,
                "cpu": 0.0,
                "hours": 0.0,
            },
        )
        for name in names
    }
    end = (args.start or 0) + args.count
    turn = max(_LEAST_TURN, args.count // 10)
    while left := [name for name in names if state[name]["next"] < end]:
        for name in left:
            each, begun = state[name], time.monotonic()
            start = each["next"]
            for result in run(TARGETS[name], start, min(turn, end - start), args.folder):
                each["next"] = start + sum(result.counts.values())
            each["failed"] += len(result.failures)
            each["cpu"] += result.seconds
            each["hours"] += (time.monotonic() - begun) / 3600
            progress.write_text(json.dumps(done | state, indent=1))
            print(f"{name} {each['next']:,}: {result.counts}, {result.seconds:.0f} s of CPU time", flush=True)
            for number, cause in result.failures[:20]:
                print(f"    {number}: {cause}", flush=True)


if __name__ == "__main__":
    main()
