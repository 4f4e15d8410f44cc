"""One flipped bit in any page of the file: what is lost is at most one drawing, and every change is done."""

import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from test_drawings import filled

from engine.drawings import Drawing, DrawingStore
from engine.errors import DrawingsError

pytestmark = pytest.mark.usefixtures("unsynced")

PAGE = 4096


def flipped(store: DrawingStore, at: int, bit: int) -> None:
    """Write the file again with one bit changed."""
    content = bytearray((store.folder / "drawings.db").read_bytes())
    content[at] ^= 1 << bit
    overwrite(store, content)


def overwrite(store: DrawingStore, content: bytes) -> None:
    """Write the file with this content, alone in its folder: without its log, and without older ones."""
    for each in store.folder.iterdir():
        each.unlink()
    (store.folder / "drawings.db").write_bytes(content)


def id_in_index(store: DrawingStore, drawing_id: str) -> int:
    """Where the index of the ids, and not the table, has this id."""
    content = (store.folder / "drawings.db").read_bytes()
    places = [at for at in range(len(content)) if content.startswith(drawing_id.encode(), at)]
    return next(at for at in places if content[at // PAGE * PAGE] in (2, 10))


def test_a_flipped_bit_in_the_index_of_ids_is_repaired_and_no_drawing_is_lost(tmp_path: Path) -> None:
    store = DrawingStore(tmp_path / "drawings")
    drawings = filled(store, 8)
    chosen = drawings[3]
    flipped(store, id_in_index(store, chosen.id) + 5, 1)
    check_repaired(store.folder, drawings, chosen)


def test_an_index_of_ids_that_is_damaged_beside_a_log_is_repaired(tmp_path: Path) -> None:
    """The log of a program that runs, or that was killed."""
    store = DrawingStore(tmp_path / "drawings")
    drawings = filled(store, 8)
    chosen = drawings[3]
    flipped(store, id_in_index(store, chosen.id) + 5, 1)
    with closing(sqlite3.connect(store.folder / "drawings.db")) as connection:
        connection.execute("SELECT count(*) FROM drawings").fetchone()
        drawings += filled(store, 1, first=100)
        shutil.copytree(store.folder, tmp_path / "killed")
        for folder in (store.folder, tmp_path / "killed"):
            assert (folder / "drawings.db-wal").stat().st_size > 32
            check_repaired(folder, drawings, chosen)


def check_repaired(folder: Path, drawings: list[Drawing], chosen: Drawing) -> None:
    opened = DrawingStore(folder)
    assert opened.notice == "The file of your drawings was damaged and has been repaired: no drawing was lost."
    assert [drawing.id for drawing in opened.all()] == [drawing.id for drawing in drawings]
    opened.relabel([chosen.id], 7)
    assert opened.get(chosen.id).label == 7
    assert opened.delete([chosen.id]) == 1
    again = DrawingStore(folder)
    assert not again.notice
    assert len(again.all()) == len(drawings) - 1


def test_an_index_that_is_damaged_while_it_is_used_is_reported(tmp_path: Path) -> None:
    store = DrawingStore(tmp_path / "drawings")
    chosen, other = filled(store, 2)
    flipped(store, id_in_index(store, chosen.id) + 5, 1)
    sentence = r"The file of your drawings is damaged\. Start Digit Lab again"
    with pytest.raises(DrawingsError, match=sentence):
        store.delete([chosen.id, other.id])
    with pytest.raises(DrawingsError, match=sentence):
        store.relabel([chosen.id], 3)
    assert len(store.all()) == 2


def test_a_flipped_bit_in_any_page(tmp_path: Path) -> None:
    store = DrawingStore(tmp_path / "drawings")
    strokes = [np.random.default_rng(seed).random((12, 2), np.float32) * 28 for seed in range(80)]
    for number, stroke in enumerate(strokes):
        store.add([stroke], number % 10, 2.0, drawing_id=f"{number:032x}")
    path = store.folder / "drawings.db"
    whole = path.read_bytes()
    # The header and the tables, inner pages and leaves of the table, inner pages and leaves of an index.
    assert {whole[at] for at in range(0, len(whole), PAGE)} == {ord("S"), 5, 13, 2, 10}
    # The start of each page, the list of its cells, and what is in them.
    places = [page + at for page in range(0, len(whole), PAGE) for at in (3, 9, 13, 1500, PAGE - 40)]
    for number, at in enumerate([17, 60, 70, 400, *places]):
        path.write_bytes(whole)
        flipped(store, at, number % 8)
        opened = DrawingStore(store.folder)
        found = opened.all()
        assert len(found) >= 79
        assert len(found) == 80 or opened.notice
        assert {drawing.strokes[0].tobytes() for drawing in found} <= {stroke.tobytes() for stroke in strokes}
        assert opened.delete([found[0].id]) == 1
        opened.relabel([found[-1].id], 4)
        new = opened.add([strokes[0] + 1], 1, 2.0)
        again = DrawingStore(store.folder)
        assert "repaired" not in again.notice
        assert "found again" not in again.notice
        assert [drawing.id for drawing in again.all()] == [drawing.id for drawing in found[1:]] + [new.id]
        assert again.get(found[-1].id).label == 4


def test_a_first_page_that_cannot_be_read_loses_nothing(tmp_path: Path) -> None:
    store = DrawingStore(tmp_path / "drawings")
    filled(store, 30)
    path = store.folder / "drawings.db"
    path.write_bytes(bytes(PAGE) + path.read_bytes()[PAGE:])
    opened = DrawingStore(store.folder)
    assert "30 drawings were found again" in opened.notice
    assert len(opened.all()) == 30


def test_a_flipped_bit_in_the_number_of_the_version_is_put_right(tmp_path: Path) -> None:
    store = DrawingStore(tmp_path / "drawings")
    drawings = filled(store, 3)
    whole = (store.folder / "drawings.db").read_bytes()
    for at, bit in [(at, bit) for at in (60, 62, 63) for bit in (0, 1, 6)]:
        overwrite(store, whole)
        flipped(store, at, bit)
        opened = DrawingStore(store.folder)
        assert opened.notice == ""
        assert [drawing.id for drawing in opened.all()] == [drawing.id for drawing in drawings]
        assert (store.folder / "drawings.db").read_bytes()[60:64] == whole[60:64]


def test_a_flipped_bit_in_the_numbers_of_the_file_format_loses_nothing(tmp_path: Path) -> None:
    store = DrawingStore(tmp_path / "drawings")
    drawings = filled(store, 3)
    whole = (store.folder / "drawings.db").read_bytes()
    for at, bit in [(at, bit) for at in (18, 47) for bit in (0, 2, 7)]:
        overwrite(store, whole)
        flipped(store, at, bit)
        if at == 47 and bit != 2:  # 0 counts as 1
            with pytest.raises(DrawingsError, match=r"The file of your drawings is damaged\. Start Digit Lab again"):
                store.all()
        opened = DrawingStore(store.folder)
        assert [drawing.id for drawing in opened.all()] == [drawing.id for drawing in drawings]
        opened.relabel([drawings[0].id], 7)
        assert DrawingStore(store.folder).notice == ""


def test_a_flipped_bit_in_the_page_that_lists_the_others_loses_nothing(tmp_path: Path) -> None:
    store = DrawingStore(tmp_path / "drawings")
    drawings = filled(store, 60)
    store.delete([drawings[5].id])
    whole = (store.folder / "drawings.db").read_bytes()
    root = next(at for at in range(0, len(whole), PAGE) if whole[at] == 5)
    # Its kind, how many pages it lists, where they are listed, and the last of them.
    for at in (0, 3, 4, 8, 11):
        flipped(store, root + at, 3)
        opened = DrawingStore(store.folder)
        assert "59 drawings were found again" in opened.notice
        assert [drawing.id for drawing in opened.all()] == [each.id for each in drawings if each is not drawings[5]]
        overwrite(store, whole)


def test_two_damaged_pages_hide_nothing_between_them(tmp_path: Path) -> None:
    store = DrawingStore(tmp_path / "drawings")
    drawings = filled(store, 300)
    path = store.folder / "drawings.db"
    content = bytearray(path.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'drawings'").fetchone()[0]
    leaves = [at for at in range(0, len(content), PAGE) if content[at] == 13 and at // PAGE + 1 != root]
    for at in (leaves[1], leaves[-2]):
        content[at : at + PAGE] = bytes(PAGE)
    overwrite(store, content)
    opened = DrawingStore(store.folder)
    found = {drawing.id for drawing in opened.all()}
    assert drawings[150].id in found
    assert len(found) > 300 - 3 * len(drawings) // len(leaves)
    assert f"{len(found)} drawings were found again in it" in opened.notice
    assert f"{300 - len(found)} other drawings in it cannot be read." in opened.notice


def records(store: DrawingStore) -> list[int]:
    """Where the record of each drawing begins, on the one page of the table."""
    content = (store.folder / "drawings.db").read_bytes()
    with closing(sqlite3.connect(store.folder / "drawings.db")) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'drawings'").fetchone()[0]
    page = (root - 1) * PAGE
    assert content[page] == 13
    cells = range(page + 8, page + 8 + 2 * int.from_bytes(content[page + 3 : page + 5], "big"), 2)
    return [page + int.from_bytes(content[at : at + 2], "big") for at in cells]


@pytest.mark.parametrize("damaged", [[0], [2], [5], [0, 2, 3], [1, 5]])
@pytest.mark.parametrize("index", [True, False])
def test_no_drawing_is_lost_with_a_damaged_one_beside_it(tmp_path: Path, damaged: list[int], index: bool) -> None:
    store = DrawingStore(tmp_path / "drawings")
    for number in range(6):
        store.add([np.full((9, 2), number, np.float32)], number, 2.0)
    content = bytearray((store.folder / "drawings.db").read_bytes())
    for number in damaged:
        # The length of the record's header, after the length and the number of the record, of three bytes in all.
        content[records(store)[number] + 3] ^= 64
    if not index:
        for at in range(PAGE, len(content), PAGE):
            if content[at] in (2, 10):
                content[at : at + 8] = bytes(8)
    overwrite(store, content)
    opened = DrawingStore(store.folder)
    assert [drawing.label for drawing in opened.all()] == [number for number in range(6) if number not in damaged]
    lost = f"{len(damaged)} other drawing"
    assert (lost if index else "It is not known how many others were in it.") in opened.notice


def test_numbers_that_are_far_apart_do_not_delay_the_recovery(tmp_path: Path) -> None:
    """Every number between those of a page was looked up: hours."""
    store = DrawingStore(tmp_path / "drawings")
    filled(store, 100)
    with closing(sqlite3.connect(store.folder / "drawings.db")) as db:
        db.execute("UPDATE drawings SET number = -number")
        db.execute("UPDATE drawings SET number = -number * 100000")
        db.commit()
        (root,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'drawings'").fetchone()
    content = bytearray((store.folder / "drawings.db").read_bytes())
    content[(root - 1) * PAGE : (root - 1) * PAGE + 100] = b"\xff" * 100
    overwrite(store, content)
    assert len(DrawingStore(store.folder).all()) == 100


def test_where_the_index_is_damaged_too_nobody_knows_how_many_are_lost(tmp_path: Path) -> None:
    store = DrawingStore(tmp_path / "drawings")
    filled(store, 300)
    content = bytearray((store.folder / "drawings.db").read_bytes())
    # A page of the table, and all of the indexes.
    first = next(at for at in range(PAGE, len(content), PAGE) if content[at] == 13)
    for at in range(PAGE, len(content), PAGE):
        if content[at] in (2, 10) or at == first:
            content[at : at + PAGE] = bytes(PAGE)
    overwrite(store, content)
    opened = DrawingStore(store.folder)
    assert 200 < len(opened.all()) < 300
    assert "It is not known how many others were in it." in opened.notice


# One flipped bit in a record makes 0 of NULL: SQLite stores both as codes, and finds no damage. The others are times
# of a deletion with a flipped bit in the exponent or the sign, or of another type.
@pytest.mark.parametrize("value", ["0", "-1764000000.5", "2.1e-145", "4.6e18", "x'00'"])
@pytest.mark.parametrize("other_damage", [False, True])
def test_a_drawing_with_an_impossible_time_of_deletion_is_not_deleted(
    tmp_path: Path, value: str, other_damage: bool
) -> None:
    store = DrawingStore(tmp_path / "drawings")
    drawings = filled(store, 3)
    store.delete([drawings[2].id])
    with closing(sqlite3.connect(store.folder / "drawings.db", isolation_level=None)) as connection:
        connection.execute(f"UPDATE drawings SET deleted = {value} WHERE id = ?", (drawings[0].id,))
        if other_damage:
            connection.execute("DROP INDEX same")
    if not other_damage:
        assert store.purge(0) == 1  # the one that was deleted
    opened = DrawingStore(store.folder)
    opened.purge()
    assert [drawing.id for drawing in opened.all()] == [drawing.id for drawing in drawings[:2]]


def test_what_is_deleted_while_the_clock_is_wrong_stays_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = DrawingStore(tmp_path / "drawings")
    chosen, other = filled(store, 2)
    with monkeypatch.context() as patched:
        patched.setattr(time, "time", lambda: 3_600.0)  # 1970, after the battery was empty
        store.delete([chosen.id])
        assert [drawing.id for drawing in DrawingStore(store.folder).all()] == [other.id]
    assert DrawingStore(store.folder).purge() == 1
