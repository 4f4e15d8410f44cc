"""A program that stores drawings is killed at random times: is anything lost or damaged?

A separate program adds drawings, relabels them, deletes and restores some, imports a file of them and purges deleted
ones. It reports every operation before and after it; after a random time it is killed
(``kill -9``). Then the store is opened, and

- every drawing that was reported as added is stored, under its id, with the same bits;
- every label, deletion, restoration and purge that was reported as done is stored; the last operation is done or not;
- of an imported file, all drawings are stored or none;
- there are no other drawings, and nothing is damaged.

The exit status is 1 if any of this does not hold. At the end, the time to store one drawing is measured.
"""

# ruff: noqa: T201 - it prints what it finds

import sys
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

import engine  # noqa: F401 - before NumPy: it sets the number of threads

# isort: split
import numpy as np
from killing import killed, run_benchmark

from engine.data.pen_strokes import PenDigits, save_pen
from engine.drawings import Drawing, DrawingStore
from engine.errors import DrawingsError
from engine.types import FloatArray

# Drawings in an imported file.
IMPORTED = 25


def strokes(key: str) -> list[FloatArray]:
    """The strokes of a key. Both programs compute them, so that only the key has to be reported."""
    rng = np.random.default_rng([ord(letter) for letter in key])
    return [rng.uniform(0, 28, (int(rng.integers(1, 60)), 2)).astype(np.float32) for _ in range(rng.integers(1, 4))]


def bits(drawing: Sequence[FloatArray]) -> list[tuple[tuple[int, ...], bytes]]:
    return [(stroke.shape, stroke.tobytes()) for stroke in drawing]


# The program that is killed


def report(*words: object) -> None:
    print(*words, flush=True)


def change_forever(folder: Path, seed: int) -> None:
    rng = np.random.default_rng(seed)
    number = 0
    report("did", "load")
    store = DrawingStore(folder)
    if store.notice:
        report("did", "notice", store.notice)
    report("did", "open")
    operations = [add] * 10 + [relabel] * 4 + [delete] * 3 + [import_file, purge]
    while True:
        number += 1
        operations[int(rng.integers(len(operations)))](store, rng, f"{seed}.{number}")


def add(store: DrawingStore, rng: np.random.Generator, key: str) -> None:
    label = int(rng.integers(10))
    report("will", "add", key, label)
    drawing = store.add(strokes(key), label, 2.0, predicted=3, probability=0.5, network=key)
    report("did", "add", drawing.id, key)


def relabel(store: DrawingStore, rng: np.random.Generator, key: str) -> None:
    for drawing in some(store.all()[-50:], 1, rng):
        label = int(rng.integers(10))
        report("will", "relabel", drawing.id, label)
        store.relabel([drawing.id], label)
        report("did", "relabel", drawing.id, label)


def delete(store: DrawingStore, rng: np.random.Generator, key: str) -> None:
    ids = [drawing.id for drawing in some(store.all()[-50:], 3, rng)]
    report("will", "delete", *ids)
    store.delete(ids)
    report("did", "delete", *ids)
    if ids and rng.random() < 0.3:
        report("will", "restore", *ids)
        store.restore(ids)
        report("did", "restore", *ids)


def import_file(store: DrawingStore, rng: np.random.Generator, key: str) -> None:
    file = store.folder.parent / "pen.npz"
    every = [strokes(f"{key}.{i}") for i in range(IMPORTED)]
    keys = [f"{key}.{i}" for i in range(IMPORTED)]
    save_pen(file, PenDigits(every, np.full(IMPORTED, 5, np.uint8), [key] * IMPORTED, keys))
    report("will", "import", key)
    found = store.import_(file)
    report("did", "import", key, *found.ids)


def purge(store: DrawingStore, rng: np.random.Generator, key: str) -> None:
    report("will", "purge")
    store.purge(0)
    report("did", "purge")


def some(drawings: list[Drawing], most: int, rng: np.random.Generator) -> list[Drawing]:
    return [drawings[i] for i in rng.permutation(len(drawings))[:most]]


# The program that checks


class Expectations:
    """What the store must hold, from the reports of the killed programs.

    Attributes:
        keys: id -> the key of its strokes.
        labels, deleted: id -> the possible values: two if the program was killed during a change.
        adding, importing: the keys of the drawings that were being added when the program was killed.
        maybe_purged: ids that may have been purged when the program was killed.
        purged: ids of purged drawings.
    """

    def __init__(self) -> None:
        self.keys: dict[str, str] = {}
        self.labels: dict[str, set[int]] = {}
        self.deleted: dict[str, set[bool]] = {}
        self.adding: dict[str, int] = {}
        self.importing: set[str] = set()
        self.maybe_purged: set[str] = set()
        self.purged: set[str] = set()
        self.operations = 0

    def read_report(self, line: str) -> None:
        match line.split():
            case ["did", "notice", *words]:
                raise SystemExit(" ".join(words))
            case ["will", "add", key, label]:
                self.adding = {key: int(label)}
            case ["did", "add", drawing_id, key]:
                self.expect(drawing_id, key, self.adding.pop(key))
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
                self.maybe_purged = {drawing_id for drawing_id, deleted in self.deleted.items() if True in deleted}
            case ["did", "purge"]:
                for drawing_id in self.maybe_purged:
                    self.expect_purged(drawing_id)
            case ["will", "import", key]:
                self.importing = {f"{key}.{i}" for i in range(IMPORTED)}
            case ["did", "import", key, *ids]:
                assert len(ids) == IMPORTED
                self.importing = set()
                for i, drawing_id in enumerate(ids):
                    self.expect(drawing_id, f"{key}.{i}", 5)
        self.operations += line.startswith("did")

    def expect(self, drawing_id: str, key: str, label: int) -> None:
        self.keys[drawing_id], self.labels[drawing_id], self.deleted[drawing_id] = key, {label}, {False}

    def expect_purged(self, drawing_id: str) -> None:
        self.purged.add(drawing_id)
        self.maybe_purged = self.maybe_purged - {drawing_id}
        del self.keys[drawing_id], self.labels[drawing_id], self.deleted[drawing_id]

    def faults(self, store: DrawingStore) -> list[str]:
        """Differences between the store and the expectations; then the state of the last operation is known."""
        found = [store.notice] if store.notice else []
        drawings = {drawing.id: drawing for drawing in store.all()}
        found += [
            f"{drawing_id} was purged and still exists" for drawing_id in self.purged if exists(store, drawing_id)
        ]
        found += self.unacknowledged(drawings)
        for drawing_id in list(self.keys):
            found += self.check_one(store, drawing_id, drawing_id in drawings)
        self.maybe_purged = set()
        found += [f"{drawing_id} exists and was never added" for drawing_id in drawings.keys() - self.keys.keys()]
        return found

    def unacknowledged(self, drawings: dict[str, Drawing]) -> list[str]:
        """Handle additions and imports that were interrupted: they may be stored or not, an import only as a whole."""
        of_key = {drawing.writer or drawing.network: drawing for drawing in drawings.values()}
        new = {key: of_key[key] for key in (*self.adding, *self.importing) if key in of_key}
        imported = len(self.importing & new.keys())
        for key, drawing in new.items():
            self.expect(drawing.id, key, self.adding.get(key, 5))
        found = [f"{imported} of {IMPORTED} drawings of a file are stored"] if imported not in (0, IMPORTED) else []
        self.adding, self.importing = {}, set()
        return found

    def check_one(self, store: DrawingStore, drawing_id: str, listed: bool) -> list[str]:
        if not exists(store, drawing_id):
            if drawing_id in self.maybe_purged:
                self.expect_purged(drawing_id)
                return []
            return [f"{drawing_id} is lost"]
        drawing = store.get(drawing_id)
        found = []
        if bits(drawing.strokes) != bits(strokes(self.keys[drawing_id])):
            found.append(f"{drawing_id} has other strokes")
        if drawing.label not in self.labels[drawing_id]:
            found.append(f"{drawing_id} is a {drawing.label}, not {self.labels[drawing_id]}")
        if (not listed) not in self.deleted[drawing_id]:
            found.append(f"{drawing_id} is {'listed' if listed else 'not listed'}")
        self.labels[drawing_id], self.deleted[drawing_id] = {drawing.label}, {not listed}
        return found


def exists(store: DrawingStore, drawing_id: str) -> bool:
    try:
        store.get(drawing_id)
    except DrawingsError:
        return False
    return True


def main() -> None:
    run_benchmark(__doc__, change_forever, lambda folder, seeds, longest: check(folder / "drawings", seeds, longest))


def check(folder: Path, seeds: range, longest: float) -> int:
    """Kill a program for each seed; returns the number of faults."""
    expected, opening, count, read = Expectations(), list[float](), 0, 0
    print("seed   life (ms)  killed after    drawings  deleted  open (ms)  faults")
    for seed in seeds:
        life, lines = killed(__file__, folder, seed, longest)
        for line in lines:
            expected.read_report(line)
        last = " ".join(lines[-1].split()[:2])
        start = time.perf_counter()
        store = DrawingStore(folder)
        opening.append(1000 * (time.perf_counter() - start))
        found = expected.faults(store)
        count, read = count + len(found), read + len(expected.keys)
        deleted = sum(True in deleted for deleted in expected.deleted.values())
        print(
            f"{seed:4}  {1000 * life:10.0f}  {last:14}  {len(expected.keys) - deleted:8}  {deleted:7}  "
            f"{opening[-1]:9.1f}  {'; '.join(found) or 'none'}"
        )
        if found:  # later checks would only repeat the same faults
            break
    names = {path.name for path in folder.iterdir()}
    if not names <= {"drawings.db", "drawings.opening"}:
        print(f"unexpected: {names}")
        count += 1
    print(
        f"{len(opening)} kills: {count} faults. {expected.operations:,} operations were reported as done, {read:,} "
        f"drawings checked. Opening after a kill: median {np.median(opening):.1f} ms, longest {max(opening):.1f} ms. "
        f"Adding one: median {adding(store):.1f} ms."
    )
    return count


def adding(store: DrawingStore) -> float:
    """Milliseconds to store one drawing."""
    taken = []
    for i in range(50):
        drawing = strokes(f"x{i}")
        start = time.perf_counter()
        store.add(drawing, 7, 2.0)
        taken.append(1000 * (time.perf_counter() - start))
    return float(np.median(taken))


if __name__ == "__main__":
    main()
