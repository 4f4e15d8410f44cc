"""Makes the pictures of the README and of docs/guide from the running program: ``python -m tests.pictures``.

It needs MNIST, and no screen. ``python -m tests.pictures lessons`` makes only those of one scene. Look at each one
before it is committed.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "pictures"
# All of them together.
_MOST_BYTES = 3_000_000


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    parser.add_argument("scenes", nargs="*", help="draw, lessons, moving, training, handwriting (default: all)")
    parser.add_argument("--out", type=Path, default=FOLDER, help="the folder of the pictures")
    args = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path[:0] = [str(ROOT / each) for each in (".", "tests/gui/helpers", "tests/gui/walks")]
    args.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data:
        # Before the program is imported.
        os.environ["DIGITLAB_DATA"] = data
        from tests.pictures.moving_picture import record
        from tests.pictures.picture_files import save_moving, save_still
        from tests.pictures.scenes import SCENES
        from tests.pictures.shown_program import ShownProgram

        program = ShownProgram(Path(data))
        for scene in args.scenes or ("draw", "lessons", "moving", "training", "handwriting"):
            if scene == "moving":
                save_moving(record(program), args.out / "digit-lab.png")
                continue
            for name in SCENES[scene](program):
                save_still(program.picture(), args.out / f"{name}.png")
        program.close()
    sizes = {file.name: file.stat().st_size for file in sorted(args.out.iterdir())}
    for name, size in sizes.items():
        print(f"{size:10,} {name}")
    print(f"{sum(sizes.values()):10,} bytes in all, at most {_MOST_BYTES:,}")
    return int(sum(sizes.values()) > _MOST_BYTES)


if __name__ == "__main__":
    sys.exit(main())
