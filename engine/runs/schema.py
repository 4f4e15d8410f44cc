"""The list of runs: its tables in an SQLite file."""

import sqlite3
from pathlib import Path

from engine.errors import RunError
from engine.io.database import BUSY_SECONDS, SYNCHRONOUS, Database, Schema, version

# Times are seconds since 1970. spec, config, data, scores and facts are JSON. ``final``: the run's folder holds the
# weights that it ended with. A chunk is float32, little-endian: the losses of the mini-batches from ``start`` on.
# A file says how its tables were made: with another letter here, another space even, it would count as damaged.
_SCHEMA = Schema(
    version=1,
    statements=(
        """CREATE TABLE runs (
        id TEXT PRIMARY KEY, name TEXT, note TEXT, spec TEXT, config TEXT, data TEXT, per_epoch INTEGER,
        begun REAL, seconds REAL, iteration INTEGER, status TEXT, scores TEXT, imported INTEGER, final INTEGER,
        deleted REAL)""",
        "CREATE TABLE losses (run TEXT, start INTEGER, chunk BLOB, PRIMARY KEY (run, start))",
        "CREATE TABLE evaluations (run TEXT, iteration INTEGER, facts TEXT, PRIMARY KEY (run, iteration))",
        "CREATE TABLE checkpoints (run TEXT, iteration INTEGER, complete INTEGER, PRIMARY KEY (run, iteration))",
    ),
    things="runs",
    file="list of runs",
    recovery="it looks for the runs in their folders",
    error=RunError,
)
_SYNCHRONOUS = SYNCHRONOUS


class RunDatabase(Database):
    """The list in one file."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, _SCHEMA, _SYNCHRONOUS)

    def kept_open(self) -> sqlite3.Connection:
        """A connection to be held by whoever writes often: the last one to be closed tidies up the file, which takes
        several times as long as a small change. Any thread may close it.

        Raises:
            RunError: the list cannot be read.
        """
        with self.error_context():
            connection = sqlite3.connect(self.path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
            try:
                version(connection)  # it is not open before something is read
            except BaseException:
                connection.close()
                raise
            return connection
