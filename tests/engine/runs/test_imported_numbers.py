"""Whatever a file says in place of each value: the run is refused, or it can be listed, exported and trained again."""

import copy
import json
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from test_runs import MLP, VARIED, trained

from engine.errors import RunError
from engine.io import safetensors_file
from engine.runs import RunStore, differing
from engine.runs.names import automatic_name
from engine.train.settings_file import DataSource, Settings, load_settings, save_settings

pytestmark = pytest.mark.usefixtures("unsynced")

VALUES = (1e308, 2**53 + 1, 10**400, None, "9" * 5_000, "\x00\n\u202e<b>")
Keys = tuple[str | int, ...]


@pytest.fixture(scope="module")
def members(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("origin")
    store = RunStore(folder / "runs")
    run = trained(store, replace(VARIED, epochs=1, validation=0.25, patience=2))
    store.export(run.id, folder / "run.zip")
    with zipfile.ZipFile(folder / "run.zip") as file:
        return {info.filename: file.read(info) for info in file.infolist()}


def places(value: Any, keys: Keys = ()) -> Iterator[Keys]:
    """Every value inside, by the keys that lead to it."""
    yield keys
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inside in items:
        yield from places(inside, (*keys, key))


def changed(facts: dict[str, Any], keys: Keys, value: object) -> dict[str, Any]:
    result = copy.deepcopy(facts)
    *first, last = keys
    inside: Any = result
    for key in first:
        inside = inside[key]
    inside[last] = value
    return result


def use(store: RunStore, file: Path) -> None:
    run = store.import_(file)
    assert store.runs() == [run]
    assert len(store.losses(run.id)) == run.iteration
    store.evaluations(run.id)
    differing([run, replace(run, spec=MLP)])
    f"{automatic_name(run, ())} {run.epoch:.1f} {run.total_iterations / run.per_epoch:.1f}"
    for value in (*vars(run.config).values(), *vars(run.config.augmentation).values(), *run.scores.values()):
        if isinstance(value, int | float):
            f"{float(value):g}"
    save_settings(file.with_suffix(".toml"), Settings(run.spec, run.config, DataSource("mnist")))
    assert load_settings(file.with_suffix(".toml")).config == run.config
    store.export(run.id, file.with_name("again.zip"))
    assert not RunStore(store.folder).notice
    store.delete(run.id)
    store.purge(0)


@pytest.mark.parametrize("member", ["run.json", "curves.safetensors"])
def test_any_value_in_any_place(tmp_path: Path, members: dict[str, bytes], member: str) -> None:
    store, file = RunStore(tmp_path / "runs"), tmp_path / "run.zip"
    arrays, curves = safetensors_file.unpack(members["curves.safetensors"])
    facts = json.loads(members["run.json"]) if member == "run.json" else curves
    assert facts is not None
    used, sentences = 0, list[str]()
    for keys in [keys for keys in places(facts) if keys and keys[:2] != ("evaluations", 0)]:
        for value in VALUES:
            content = changed(facts, keys, value)
            if member == "run.json":
                packed = json.dumps(content).encode()
            elif isinstance(content["format"], str):
                packed = safetensors_file.pack(arrays, content)
            else:
                continue
            with zipfile.ZipFile(file, "w") as archive:
                for name, data in (members | {member: packed}).items():
                    archive.writestr(name, data)
            try:
                use(store, file)
                used += 1
            except RunError as error:
                sentences.append(str(error))
    assert used
    assert all(sentence.isprintable() and len(sentence) < 400 for sentence in sentences)
    assert store.runs() == []


def test_the_file_does_not_say_which_folder_of_this_computer_is_read(tmp_path: Path, members: dict[str, bytes]) -> None:
    facts = json.loads(members["run.json"])
    facts["data"]["source"] = "folder://server/share"
    with zipfile.ZipFile(tmp_path / "run.zip", "w") as archive:
        for name, data in (members | {"run.json": json.dumps(facts).encode()}).items():
            archive.writestr(name, data)
    assert RunStore(tmp_path / "runs").import_(tmp_path / "run.zip").data.source == "folder"


def test_one_run_that_cannot_be_read_hides_no_other_and_can_be_deleted(tmp_path: Path) -> None:
    store = RunStore(tmp_path / "runs")
    bad, good = trained(store), trained(store)
    path = store.folder / bad.id / "run.json"
    facts = json.loads(path.read_text())
    facts["config"]["lr"] = 10**400
    path.write_text(json.dumps(facts))
    # Earlier versions imported such a run; and one whose last evaluation, but nothing else, was impossible.
    with closing(sqlite3.connect(store.folder / "runs.db", isolation_level=None)) as db:
        db.execute("UPDATE runs SET config = ? WHERE id = ?", (json.dumps(facts["config"]), bad.id))
        measured = json.dumps({"iteration": 5, "epoch": 10**400, "train_accuracy": 0.5, "test_accuracy": None})
        db.execute("INSERT INTO evaluations VALUES (?, ?, ?)", (good.id, 10**6, measured))
    opened = RunStore(store.folder)
    assert (opened.runs(), opened.unreadable) == ([good], 1)
    assert opened.delete_unreadable() == 1
    again = RunStore(store.folder)
    assert (again.runs(), again.notice, again.purge(0)) == ([good], "", 1)
