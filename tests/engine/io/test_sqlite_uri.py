"""How SQLite is told the path of a file."""

import sqlite3
from contextlib import closing
from pathlib import Path, PureWindowsPath

from engine.io.database.damaged_file import uri


def test_a_path_of_any_letters_opens_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a b?c#d%20&e=f é.db"
    with closing(sqlite3.connect(path)) as made:
        made.execute("CREATE TABLE t (a)")
    with closing(sqlite3.connect(uri(path, mode="ro"), uri=True)) as opened:
        assert opened.execute("SELECT name FROM sqlite_master").fetchall() == [("t",)]


def test_a_share_of_windows_has_no_server_in_its_address() -> None:
    """SQLite refuses one: “invalid uri authority”. With four slashes it opens ``//server/share``."""
    assert uri(PureWindowsPath(r"\\server\share\runs.db"), mode="rw") == "file:////server/share/runs.db?mode=rw"
    assert uri(PureWindowsPath(r"C:\data\runs.db"), mode="rw") == "file:///C:/data/runs.db?mode=rw"
