"""A program that keeps drawings and is killed at any moment, again and again: is anything lost or damaged?

A program of its own adds drawings, says that they are other digits, deletes some and brings them back, imports a file
of them and removes deleted ones for good. It says what it is about to do and what is done; after a while that is drawn
from the seed it is killed (``kill -9``). Then the store is opened, and

- every drawing that the program said was added is there, with the very bits of its strokes, under its id;
- every label, deletion, undoing and removal that it said was done holds; the one that it was killed in is done or not;
- of a file, all drawings are there or none;
- nothing else is there, and nothing is damaged.

The exit status is 1 if anything of this does not hold. In the end, how long one drawing takes.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

import engine  # noqa: F401 - before NumPy: it sets the number of threads

# isort: split
import numpy as np
from killing import killed

from engine.data.pen_strokes import PenDigits, save_pen
from engine.drawings import Drawing, DrawingStore
from engine.errors import DrawingsError
from engine.types import FloatArray

# Drawings in a file.
IMPORTED = 25


def strokes(key: str) -> list[FloatArray]:
    """The strokes that belong to a key: how the two programs know what the other means, without saying it."""
    rng = np.random.default_rng([ord(letter) for letter in key])
    return [rng.uniform(0, 28, (int(rng.integers(1, 60)), 2)).astype(np.float32) for _ in range(rng.integers(1, 4))]


def bits(drawing: Sequence[FloatArray]) -> list[tuple[tuple[int, ...], bytes]]:
    return [(stroke.shape, stroke.tobytes()) for stroke in drawing]


# The program that is killed


def say(*words: object) -> None:
    print(*words, flush=True)


def keep_for_ever(folder: Path, seed: int) -> None:
    rng = np.random.default_rng(seed)
    number = 0
    say("did", "load")
    store = DrawingStore(folder)
    if store.notice:
        say("did", "notice", store.notice)
    say("did", "open")
    acts = [add] * 10 + [relabel] * 4 + [delete] * 3 + [import_file, purge]
    while True:
        number += 1
        acts[int(rng.integers(len(acts)))](store, rng, f"{seed}.{number}")


def add(store: DrawingStore, rng: np.random.Generator, key: str) -> None:
    label = int(rng.integers(10))
    say("will", "add", key, label)
    drawing = store.add(strokes(key), label, 2.0, read=3, probability=0.5, network=key)
    say("did", "add", drawing.id, key)


def relabel(store: DrawingStore, rng: np.random.Generator, key: str) -> None:
    for drawing in some(store.latest(50), 1, rng):
        label = int(rng.integers(10))
        say("will", "relabel", drawing.id, label)
        store.relabel(drawing.id, label)
        say("did", "relabel", drawing.id, label)


def delete(store: DrawingStore, rng: np.random.Generator, key: str) -> None:
    ids = [drawing.id for drawing in some(store.latest(50), 3, rng)]
    say("will", "delete", *ids)
    store.delete(ids)
    say("did", "delete", *ids)
    if ids and rng.random() < 0.3:
        say("will", "restore", *ids)
        store.restore(ids)
        say("did", "restore", *ids)


def import_file(store: DrawingStore, rng: np.random.Generator, key: str) -> None:
    file = store.folder.parent / "pen.npz"
    every = [strokes(f"{key}.{i}") for i in range(IMPORTED)]
    keys = [f"{key}.{i}" for i in range(IMPORTED)]
    save_pen(file, PenDigits(every, np.full(IMPORTED, 5, np.uint8), [key] * IMPORTED, keys))
    say("will", "import", key)
    found = store.import_(file)
    say("did", "import", key, *found.ids)


def purge(store: DrawingStore, rng: np.random.Generator, key: str) -> None:
    say("will", "purge")
    store.purge(0)
    say("did", "purge")


def some(drawings: list[Drawing], most: int, rng: np.random.Generator) -> list[Drawing]:
    return [drawings[i] for i in rng.permutation(len(drawings))[:most]]


# The one that looks


class Witness:
    """What the killed programs said, and what must hold therefore.

    Attributes:
        keys: id -> the key of its strokes.
        labels, deleted: id -> what it may be now: one value, and another where the program was killed in between.
        adding, importing: the keys of what was being added when the program was killed.
        may_be_gone: ids that were deleted while deleted ones were being removed.
        gone: ids that were removed for good.
    """

    def __init__(self) -> None:
        self.keys: dict[str, str] = {}
        self.labels: dict[str, set[int]] = {}
        self.deleted: dict[str, set[bool]] = {}
        self.adding: dict[str, int] = {}
        self.importing: set[str] = set()
        self.may_be_gone: set[str] = set()
        self.gone: set[str] = set()
        self.acts = 0

    def hear(self, line: str) -> None:
        match line.split():
            case ["did", "notice", *words]:
                raise SystemExit(" ".join(words))
            case ["will", "add", key, label]:
                self.adding = {key: int(label)}
            case ["did", "add", drawing_id, key]:
                self.there(drawing_id, key, self.adding.pop(key))
            case ["will", "relabel", drawing_id, label]:
                self.labels[drawing_id].add(int(label))
            case ["did", "relabel", drawing_id, label]:
                self.labels[drawing_id] = {int(label)}
            case ["will", ("delete" | "restore") as act, *ids]:
                for drawing_id in ids:
                    self.deleted[drawing_id].add(act == "delete")
            case ["did", ("delete" | "restore") as act, *ids]:
                for drawing_id in ids:
                    self.deleted[drawing_id] = {act == "delete"}
            case ["will", "purge"]:
                self.may_be_gone = {drawing_id for drawing_id, deleted in self.deleted.items() if True in deleted}
            case ["did", "purge"]:
                for drawing_id in self.may_be_gone:
                    self.forget(drawing_id)
            case ["will", "import", key]:
                self.importing = {f"{key}.{i}" for i in range(IMPORTED)}
            case ["did", "import", key, *ids]:
                assert len(ids) == IMPORTED
                self.importing = set()
                for i, drawing_id in enumerate(ids):
                    self.there(drawing_id, f"{key}.{i}", 5)
        self.acts += line.startswith("did")

    def there(self, drawing_id: str, key: str, label: int) -> None:
        self.keys[drawing_id], self.labels[drawing_id], self.deleted[drawing_id] = key, {label}, {False}

    def forget(self, drawing_id: str) -> None:
        self.gone.add(drawing_id)
        self.may_be_gone = self.may_be_gone - {drawing_id}
        del self.keys[drawing_id], self.labels[drawing_id], self.deleted[drawing_id]

    def faults(self, store: DrawingStore) -> list[str]:
        """What does not hold; what the program was killed in is known from now on."""
        found = [store.notice] if store.notice else []
        drawings = {drawing.id: drawing for drawing in store.all()}
        found += [f"{drawing_id} was removed and is there" for drawing_id in self.gone if is_there(store, drawing_id)]
        found += self.unacknowledged(drawings)
        for drawing_id in list(self.keys):
            found += self.one(store, drawing_id, drawing_id in drawings)
        self.may_be_gone = set()
        found += [f"{drawing_id} is there and was never added" for drawing_id in drawings.keys() - self.keys.keys()]
        counted = tuple(np.bincount([d.label for d in drawings.values()], minlength=10).tolist())
        own = [d for d in drawings.values() if not d.imported]
        if store.counts() != counted or store.accuracy() != (sum(d.label == 3 for d in own), len(own)):
            found.append("the counts are others")
        return found

    def unacknowledged(self, drawings: dict[str, Drawing]) -> list[str]:
        """An addition that the program was killed in was done or not, an import as a whole."""
        of_key = {drawing.writer or drawing.network: drawing for drawing in drawings.values()}
        new = {key: of_key[key] for key in (*self.adding, *self.importing) if key in of_key}
        imported = len(self.importing & new.keys())
        for key, drawing in new.items():
            self.there(drawing.id, key, self.adding.get(key, 5))
        found = [f"{imported} of {IMPORTED} drawings of a file are there"] if imported not in (0, IMPORTED) else []
        self.adding, self.importing = {}, set()
        return found

    def one(self, store: DrawingStore, drawing_id: str, listed: bool) -> list[str]:
        if not is_there(store, drawing_id):
            if drawing_id in self.may_be_gone:
                self.forget(drawing_id)
                return []
            return [f"{drawing_id} is lost"]
        drawing = store.get(drawing_id)
        found = []
        if bits(drawing.strokes) != bits(strokes(self.keys[drawing_id])):
            found.append(f"{drawing_id} has other strokes")
        if drawing.label not in self.labels[drawing_id]:
            found.append(f"{drawing_id} is a {drawing.label}, not {self.labels[drawing_id]}")
        if (not listed) not in self.deleted[drawing_id]:
            found.append(f"{drawing_id} is {'there' if listed else 'not there'}")
        self.labels[drawing_id], self.deleted[drawing_id] = {drawing.label}, {not listed}
        return found


def is_there(store: DrawingStore, drawing_id: str) -> bool:
    try:
        store.get(drawing_id)
    except DrawingsError:
        return False
    return True


def kill_one(folder: Path, seed: int, longest: float, witness: Witness) -> tuple[float, str]:
    """Start the program and kill it: after how many seconds, and the last it said."""
    life, lines = killed([__file__, "--keep", str(folder), "--seed", str(seed)], seed, longest)
    for line in lines:
        witness.hear(line)
    return life, " ".join(lines[-1].split()[:2])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0, help="of the first kill; the others have the next ones")
    parser.add_argument(
        "--longest", type=float, default=0.7, help="life of a program, in seconds from when it is loaded"
    )
    parser.add_argument("--keep", type=Path, help="be the program that is killed")
    args = parser.parse_args()
    if args.keep:
        keep_for_ever(args.keep, args.seed)
    with tempfile.TemporaryDirectory() as temporary:
        seeds = range(args.seed, args.seed + args.kills)
        raise SystemExit(1 if look(Path(temporary) / "drawings", seeds, args.longest) else 0)


def look(folder: Path, seeds: range, longest: float) -> int:
    """Kill a program for each seed; how many faults were found."""
    witness, opening, count, read = Witness(), list[float](), 0, 0
    print("seed   life (ms)  killed after    drawings  deleted  open (ms)  faults")
    for seed in seeds:
        life, last = kill_one(folder, seed, longest, witness)
        began = time.perf_counter()
        store = DrawingStore(folder)
        opening.append(1000 * (time.perf_counter() - began))
        found = witness.faults(store)
        count, read = count + len(found), read + len(witness.keys)
        deleted = sum(True in deleted for deleted in witness.deleted.values())
        print(
            f"{seed:4}  {1000 * life:10.0f}  {last:14}  {len(witness.keys) - deleted:8}  {deleted:7}  "
            f"{opening[-1]:9.1f}  {'; '.join(found) or 'none'}"
        )
        if found:  # what follows would be about drawings that are not what they should be
            break
    names = {path.name for path in folder.iterdir()}
    if not names <= {"drawings.db", "drawings.opening"}:
        print(f"left over: {names}")
        count += 1
    print(
        f"{len(opening)} kills: {count} faults. {witness.acts:,} acts were said to be done, {read:,} times a drawing "
        f"was read again. Opening after a kill: median {np.median(opening):.1f} ms, longest {max(opening):.1f} ms. "
        f"Adding one: median {adding(store):.1f} ms."
    )
    return count


def adding(store: DrawingStore) -> float:
    """Milliseconds to keep one drawing."""
    taken = []
    for i in range(50):
        drawing = strokes(f"x{i}")
        began = time.perf_counter()
        store.add(drawing, 7, 2.0)
        taken.append(1000 * (time.perf_counter() - began))
    return float(np.median(taken))


if __name__ == "__main__":
    main()
