"""One flipped bit in what leads to a drawing, in its page or in the header of the file, loses no drawing."""

import sqlite3
import tracemalloc
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from kill_points import connections_of
from test_drawings import Strokes, facts, filled, strokes
from test_flipped_bits import PAGE, flipped, overwrite

from engine.drawings import Drawing, DrawingStore, rows
from engine.drawings.raw_rows import Column, raw_rows

pytestmark = pytest.mark.usefixtures("unsynced")


@pytest.fixture
def store(tmp_path: Path) -> DrawingStore:
    return DrawingStore(tmp_path / "drawings")


@pytest.fixture
def drawings(store: DrawingStore) -> list[Drawing]:
    """Small ones, several on a page, and some that continue on one and on many other pages."""
    sizes = (9, 9, 700, 9, 9, 2_500, 9, 9, 9, 460, 9, 9)
    return [
        store.add(strokes_of(number, size), number % 10, 2 + number / 7, number % 3, number / 20, "한글")
        for number, size in enumerate(sizes)
    ]


def strokes_of(seed: int, points: int) -> Strokes:
    """Two strokes, of which the first is a smooth line."""
    first, second = strokes(seed, (points, 1))
    return [np.sort(first, axis=0), second]


def leaves(content: bytes) -> list[int]:
    """Where the pages with drawings begin."""
    return [at for at in range(PAGE, len(content), PAGE) if content[at] == 13]


def check_all(store: DrawingStore, drawings: list[Drawing]) -> None:
    opened = DrawingStore(store.folder)
    assert [facts(drawing) for drawing in opened.all()] == [facts(drawing) for drawing in drawings]
    assert f"{len(drawings)} drawings were found again" in opened.notice


@pytest.mark.parametrize("at", range(8))
def test_a_flipped_bit_in_the_header_of_a_page(store: DrawingStore, drawings: list[Drawing], at: int) -> None:
    whole = (store.folder / "drawings.db").read_bytes()
    assert len(leaves(whole)) > 2
    for page in leaves(whole)[:2]:
        overwrite(store, whole)
        flipped(store, page + at, at % 3)
        opened = DrawingStore(store.folder)
        assert [facts(drawing) for drawing in opened.all()] == [facts(drawing) for drawing in drawings]


def test_a_flipped_bit_in_the_list_of_cells(store: DrawingStore, drawings: list[Drawing]) -> None:
    whole = (store.folder / "drawings.db").read_bytes()
    for page in leaves(whole)[:2]:
        for cell in range(int.from_bytes(whole[page + 3 : page + 5], "big")):
            overwrite(store, whole)
            flipped(store, page + 8 + 2 * cell + cell % 2, cell % 4)
            check_all(store, drawings)


def test_a_flipped_bit_in_the_length_of_a_row(store: DrawingStore, drawings: list[Drawing]) -> None:
    whole = (store.folder / "drawings.db").read_bytes()
    page = leaves(whole)[0]
    cell = page + int.from_bytes(whole[page + 8 : page + 10], "big")
    for at, bit in [(at, bit) for at in range(2) for bit in (0, 6, 7)]:
        overwrite(store, whole)
        flipped(store, cell + at, bit)
        check_all(store, drawings)


def test_a_page_without_its_header_and_list(store: DrawingStore, drawings: list[Drawing]) -> None:
    content = bytearray((store.folder / "drawings.db").read_bytes())
    for page in leaves(content):
        content[page : page + 8] = bytes(8)
    overwrite(store, content)
    check_all(store, drawings)


@pytest.mark.parametrize(("at", "bits"), [(20, (0, 3, 7)), (16, (0, 4)), (17, (0, 6)), (21, (0, 5)), (23, (1, 6))])
def test_a_flipped_bit_in_the_fixed_numbers_of_the_header(
    store: DrawingStore, drawings: list[Drawing], at: int, bits: tuple[int, ...]
) -> None:
    whole = (store.folder / "drawings.db").read_bytes()
    for bit in bits:
        overwrite(store, whole)
        flipped(store, at, bit)
        check_all(store, drawings)


def test_drawings_keep_their_order_and_stay_deleted(store: DrawingStore, drawings: list[Drawing]) -> None:
    store.delete([drawings[4].id])
    # Of each length that SQLite has for them.
    numbers = [-(1 << 40), -1, 0, 127, 128, 16_383, 16_384, 1 << 21, 1 << 28, 1 << 40, 1 << 55, 1 << 60]
    with closing(sqlite3.connect(store.folder / "drawings.db", isolation_level=None)) as connection:
        for offset in (1 << 61, 0):
            for number, drawing in zip(numbers, drawings, strict=True):
                connection.execute("UPDATE drawings SET number = ? WHERE id = ?", (number + offset, drawing.id))
    content = bytearray((store.folder / "drawings.db").read_bytes())
    for page in leaves(content):
        content[page : page + 8] = bytes(8)
    overwrite(store, content)
    opened = DrawingStore(store.folder)
    assert [drawing.id for drawing in opened.all()] == [each.id for each in drawings if each is not drawings[4]]
    assert opened.restore([drawings[4].id]) == 1
    assert [facts(drawing) for drawing in opened.all()] == [facts(drawing) for drawing in drawings]


def test_the_latest_version_of_a_drawing_is_found(store: DrawingStore, drawings: list[Drawing]) -> None:
    """A page that comes before has what is left of it with an earlier label."""
    path = store.folder / "drawings.db"
    page = leaves(path.read_bytes())[0]
    before = path.read_bytes()[page : page + PAGE]
    store.relabel([drawing.id for drawing in drawings], 7)
    with closing(sqlite3.connect(path)) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'same'").fetchone()[0]
    content = bytearray(path.read_bytes())
    assert (root - 1) * PAGE < page
    # A list without cells.
    content[(root - 1) * PAGE : root * PAGE] = before[:3] + bytes(2) + before[5:]
    content[page] ^= 4
    overwrite(store, content)
    found = DrawingStore(store.folder).all()
    assert [drawing.label for drawing in found] == [7] * len(drawings)


def test_nothing_is_left_of_purged_drawings(tmp_path: Path) -> None:
    """Whatever SQLite does with removed rows where it is not told."""

    class Unaware(sqlite3.Connection):
        def __init__(self, *args: object, **options: object) -> None:
            super().__init__(*args, **options)
            self.execute("PRAGMA secure_delete = OFF")

    with connections_of(Unaware):
        store = DrawingStore(tmp_path / "drawings")
        drawings = filled(store, 60)
        for drawing in drawings[::3]:
            store.delete([drawing.id])
        assert store.purge(0) == 20
    content = bytearray((store.folder / "drawings.db").read_bytes())
    points = [drawing.strokes[0].tobytes() in content for drawing in drawings]
    assert points == [number % 3 > 0 for number in range(60)]
    for page in leaves(content):
        content[page] ^= 4
    overwrite(store, content)
    opened = DrawingStore(store.folder)
    assert len(opened.all()) == 40
    assert opened.restore([drawing.id for drawing in drawings[::3]]) == 0


@pytest.mark.parametrize("circle", [False, True])
def test_many_rows_that_continue_on_the_same_pages(store: DrawingStore, circle: bool) -> None:
    """They take no more memory than one, and the pages are not read for all of them."""
    store.add(strokes_of(0, 10_000), 3, 2.0)
    content = bytearray((store.folder / "drawings.db").read_bytes())
    (page,) = leaves(content)
    cell = page + int.from_bytes(content[page + 8 : page + 10], "big")
    overflow = next(
        at for at in range(PAGE, len(content), PAGE) if content.find((at // PAGE + 1).to_bytes(4, "big"), cell) > 0
    )
    if circle:
        content[overflow : overflow + 4] = (overflow // PAGE + 1).to_bytes(4, "big")
    content += content[page : page + PAGE] * 100
    content[page] ^= 4
    overwrite(store, content)
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute(rows.SCHEMA.statements[0])
        columns = [Column(row[1], row[2]) for row in db.execute("PRAGMA table_info(drawings)")]
    assert 20 < sum(1 for _ in raw_rows(bytes(content), columns)) < 60
    tracemalloc.start()
    opened = DrawingStore(store.folder)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8 * len(content)
    assert [drawing.label for drawing in opened.all()] == ([] if circle else [3])


def test_bytes_that_look_like_rows_are_none(store: DrawingStore) -> None:
    """The start of a record at every place of a page, with lengths and pages that lead nowhere or in a circle."""
    rng = np.random.default_rng(0)
    content = bytearray((store.folder / "drawings.db").read_bytes())
    for at in range(PAGE, len(content), 7):
        content[at : at + 3] = b"\x13\x00\x4d"
    noise = bytes(rng.integers(128, 256, PAGE, np.uint8)) + b"\x13\x00\x4d" * 1_000 + bytes(96) + rng.bytes(PAGE)
    overwrite(store, content + noise)
    assert DrawingStore(store.folder).all() == []
