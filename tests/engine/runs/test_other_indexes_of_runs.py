"""An index that another program adds to the database of runs takes no run, and nothing of its curves, away."""

import contextlib
import sqlite3

import pytest
from test_runs import interrupted, trained

from engine.runs import RunStore

pytestmark = pytest.mark.usefixtures("unsynced")


@pytest.mark.parametrize(
    "index",
    [
        "INDEX i ON runs (name COLLATE german)",
        "INDEX i ON evaluations (own(facts))",
        "UNIQUE INDEX i ON runs (iteration) WHERE iteration > 4",
    ],
)
def test_an_index_of_another_program_is_dropped(store: RunStore, index: str) -> None:
    run, left = trained(store), interrupted(store, 3)
    with contextlib.closing(sqlite3.connect(store.folder / "runs.db", isolation_level=None)) as connection:
        connection.create_function("own", 1, lambda _: 0, deterministic=True)
        connection.create_collation("german", lambda a, b: (a > b) - (a < b))
        connection.execute(f"CREATE {index}")
    before = store.losses(left.id).tobytes()
    opened = RunStore(store.folder)
    assert opened.notice == ""
    assert {each.id for each in opened.runs()} == {run.id, left.id}
    # Only the database has them, before the first checkpoint.
    assert opened.losses(left.id).tobytes() == before
    opened.rename(run.id, "renamed")
    trained(opened)
    again = RunStore(store.folder)
    assert again.notice == ""
    assert len(again.runs()) == 3
