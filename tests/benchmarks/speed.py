"""All benchmarks of speed and memory, one after the other, and a table of the results.

It takes 15 minutes; run nothing else on the machine. The scripts (``peers.py`` and those in ``window``) describe what
is measured and how. A measurement that is not possible is skipped, with the reason.
"""

import argparse
import importlib.metadata
import json
import os
import platform
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peers import NAMES, processor

_HERE = Path(__file__).resolve().parent
_PAGE = "preprocessing"
_VERSIONS = ("numpy", "pyside6-essentials", "pyqtgraph")


@dataclass(frozen=True)
class Part:
    """Attributes:
    needs: the files that are required, of "mnist" and "pen".
    quick: additional arguments with --quick.
    """

    name: str
    script: str
    arguments: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    quick: tuple[str, ...] = ()


PARTS = (
    Part("peers", "peers.py", quick=("--rounds", "5")),
    Part("start", "window/startup.py", quick=("--rounds", "3")),
    Part("pen", "window/pen_to_bars.py", ("--pages", _PAGE), ("mnist", "pen"), ("--seconds", "5")),
    Part("pen, training", "window/pen_to_bars.py", ("--train", "--pages", _PAGE), ("mnist", "pen"), ("--seconds", "5")),
    Part("pace", "window/window_pace.py", needs=("mnist",), quick=("--rounds", "1", "--epochs", "5")),
    Part("memory", "window/memory.py", ("--headless",), ("mnist",)),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mnist", metavar="FOLDER", help="default: DIGITLAB_MNIST, else the folder in DIGITLAB_SHARED")
    parser.add_argument("--pen", metavar="FILE", help="an .npz file of pen strokes; default: from DIGITLAB_SHARED")
    parser.add_argument("--only", nargs="+", metavar="NAME", choices=[part.name for part in PARTS])
    parser.add_argument("--quick", action="store_true", help="less exact, in five minutes")
    parser.add_argument("--json", metavar="FILE")
    args = parser.parse_args()

    shared = os.environ.get("DIGITLAB_SHARED")
    environment = dict(os.environ)
    if sys.platform == "linux" and not environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY"):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    mnist = args.mnist or environment.get("DIGITLAB_MNIST") or (shared and str(Path(shared) / "mnist"))
    pen = args.pen or (shared and next(map(str, sorted((Path(shared) / "pen").glob("*.npz"))), None))
    if mnist:
        environment["DIGITLAB_MNIST"] = str(Path(mnist).resolve())
    files = {"mnist": mnist, "pen": pen}

    facts: dict[str, Any] = {
        "machine": {"processor": processor(), "cores": os.cpu_count(), "system": platform.platform()},
        "python": platform.python_version(),
        "versions": {name: importlib.metadata.version(name) for name in _VERSIONS},
        "screen": environment.get("QT_QPA_PLATFORM", "the system's"),
    }
    for name, fact in facts.items():
        text = ", ".join(f"{key} {value}" for key, value in fact.items()) if isinstance(fact, dict) else fact
        print(f"{name}: {text}", flush=True)
    for part in PARTS:
        if args.only and part.name not in args.only:
            continue
        missing = [need for need in part.needs if not files[need]]
        if missing:
            print(f"\n== {part.script}: skipped: needs --{' and --'.join(missing)}", flush=True)
            continue
        given = ["--pen", pen] if "pen" in part.needs else []
        facts[part.name] = measured(part, [*given, *(part.quick if args.quick else ())], environment)
        if args.json:
            Path(args.json).write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
    print(f"\n{'':62} {'target':>8} {'measured':>10} {'one thread':>10}")
    for what, target, *found in table(facts):
        print(f"{what:62} {target:>8} {found[0]:>10} {found[1]:>10}")


def measured(part: Part, arguments: list[str], environment: dict[str, str]) -> Any:
    """Run the script; returns its JSON output, or None if it failed (it prints why)."""
    print(f"\n== {part.script} {' '.join(part.arguments)}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "facts.json"
        command = [sys.executable, str(_HERE / part.script), *part.arguments, *arguments, "--json", str(file)]
        subprocess.run(command, env=environment)
        return json.loads(file.read_text(encoding="utf-8")) if file.is_file() else None


def table(facts: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    """Rows of: what is measured, the target, the result, and the result with one thread."""
    rows = []
    for figure in (facts.get("peers") or {"figures": []})["figures"]:
        for row in figure["rows"]:
            ratios = [f"{row[threads]['ratio']:.2f}" if threads in row else "" for threads in ("default", "one")]
            ours = NAMES[row["ours"]].removeprefix("ours")
            target = "" if row["target"] is None else f"{row['target']:g}"
            rows.append((f"{figure['title']}{ours} / {NAMES[row['peer']]}", target, *ratios))
    for part, title, target, unit, *keys in (
        ("start", "start / an empty window", "1.2", "", "ratio"),
        ("pen", "pen to bars, 99 %", "17 ms", " ms", f"{_PAGE} in front, bars", "99 %"),
        ("pen", "  the machine alone", "", " ms", f"before {_PAGE}, the machine alone", "99 %"),
        ("pen, training", "pen to bars while training, 99 %", "33 ms", " ms", f"{_PAGE} in front, bars", "99 %"),
        ("pen, training", "  the machine alone", "", " ms", f"before {_PAGE}, the machine alone", "99 %"),
        ("pace", "training in the window / on the command line", "1.1", "", "ratio"),
        ("memory", "a training of MNIST, 784-50-10, at most", "200 MB", " MB", "MB"),
    ):
        found = facts.get(part)
        for key in keys:
            found = (found or {}).get(key)
        if found is not None:
            rows.append((title, target, f"{found:.{0 if unit == ' MB' else 2}f}{unit}", ""))
    return rows


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
