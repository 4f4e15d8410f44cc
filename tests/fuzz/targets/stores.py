"""The databases of the runs and of the drawings."""

import itertools
import sqlite3
import tempfile
import uuid
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from unittest import mock

import numpy as np

from engine.data.pen_strokes import pen_dataset
from engine.drawings import DrawingStore, to_pen, train_validation_split
from engine.runs import DataFacts, RunStore, Status
from engine.train.config import TrainConfig
from engine.train.trainer import Trainer
from tests.fuzz.checks import SMALL, attempt, check, check_name, digits, recognizer
from tests.fuzz.target import Files, Target, read_files
from tests.fuzz.targets.runs import archived, use_run
from tests.fuzz.targets.settings import VARIED

_POINTS = np.array([[4, 4], [20, 8], [12, 24]], np.float32)


def use_runs(folder: Path) -> None:
    """Every run listed, used, renamed, deleted, restored and resumed; then the next start."""
    store = RunStore(folder / "runs")
    check_name(store.notice)
    runs = store.runs()
    for run in runs:
        use_run(store, run)
        changes: list[Callable[[], object]] = [
            *(lambda i=run.id: store.rename(i, "renamed"), lambda i=run.id: store.annotate(i, "note")),
            *(lambda i=run.id: store.dismiss(i), lambda i=run.id: store.delete(i), lambda i=run.id: store.restore(i)),
            lambda i=run.id: store.resume(i).close(),
        ]
        for change in changes:
            attempt(change)
    again = RunStore(folder / "runs")
    check("damaged" not in again.notice or again.unreadable, f"the second start finds a fault: {again.notice}")
    check(len(again.runs()) >= len(runs), "a run is missing at the second start")
    attempt(again.delete_unreadable)
    check(not RunStore(folder / "runs").notice, "the third start finds a fault")


def use_drawings(folder: Path) -> None:
    """Every drawing predicted, relabelled, deleted, restored and exported; then the next start."""
    store = DrawingStore(folder / "drawings")
    check_name(store.notice)
    found = store.all()
    for drawing in found:
        attempt(lambda drawing=drawing: store.get(drawing.id))
        for text in (drawing.writer, drawing.site, drawing.network):
            check_name(text)
    if found:
        train_validation_split(found)
        recognizer().predict_drawings([drawing.strokes for drawing in found])
        pen_dataset(to_pen(found), "varied", np.random.default_rng(0))
        attempt(lambda: store.export(folder / "again.npz"))
        attempt(lambda: store.import_(folder / "again.npz"))
        ids = [drawing.id for drawing in found]
        attempt(lambda: store.relabel(ids, 3))
        attempt(lambda: store.delete(ids))
        attempt(lambda: store.restore(ids))
    attempt(lambda: store.add([_POINTS], 7, 2.0))
    again = DrawingStore(folder / "drawings")
    check("damaged" not in again.notice or again.unreadable, f"the second start finds a fault: {again.notice}")
    check(len(again.all()) >= len(found), "a drawing is missing at the second start")


def _fixed(make: Callable[[Path], None]) -> Sequence[Files]:
    """The files that are made, with ids and times that are always the same."""
    ids = (uuid.UUID(int=number * 0x1234567890ABCDEF1234567) for number in range(1, 1000))
    milliseconds = (number / 1000 for number in itertools.count())
    with (
        tempfile.TemporaryDirectory() as folder,
        mock.patch("uuid.uuid4", side_effect=ids),
        mock.patch("time.time", return_value=1.7e9),
        mock.patch("time.perf_counter", side_effect=milliseconds),
        mock.patch("time.monotonic", side_effect=milliseconds),
    ):
        make(Path(folder))
        # Locks are empty.
        files = {name: content for name, content in read_files(Path(folder)).items() if content}
    return [dict(sorted(files.items(), key=lambda item: not item[0].endswith(".db")))]


def _runs(folder: Path) -> None:
    store = RunStore(folder / "runs")
    for status in (Status.FINISHED, Status.PAUSED, None):
        trainer = Trainer(SMALL, TrainConfig(epochs=2, batch_size=10), digits())
        with store.start(trainer, DataFacts.of("starter", digits())) as recorder:
            for event in trainer.run(threads=1):
                recorder.record(event, trainer)
            if status is not None:
                recorder.finish(status, None)
    (folder / "a.zip").write_bytes(archived(SMALL, VARIED))
    store.import_(folder / "a.zip")
    (folder / "a.zip").unlink()


def _drawings(folder: Path) -> None:
    store = DrawingStore(folder / "drawings")
    for label in range(6):
        store.add([_POINTS + label / 8, _POINTS[::-1] / 2], label, 2.0, label, 0.75, "a network")
    store.delete([store.all()[0].id])
    with closing(sqlite3.connect(folder / "drawings" / "drawings.db")) as db, db:
        db.execute("UPDATE drawings SET made = 1.7e9")


TARGETS = (
    Target("runs-db", lambda: _fixed(_runs), use_runs, 30, folder=True),
    Target("drawings-db", lambda: _fixed(_drawings), use_drawings, 150, folder=True),
)
