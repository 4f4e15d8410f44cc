"""The names of runs that the user has not named: the network, and the settings that are not the usual ones."""

import sqlite3
from collections.abc import Collection
from pathlib import Path

from ..data.shown_names import shown_name
from ..errors import RunError
from ..i18n import tr, tr_n
from ..nn.layers import AffineSpec, BatchNormalizationSpec, ConvolutionSpec, DropoutSpec
from ..nn.network_spec import NetworkSpec
from ..train.config import TrainConfig
from ..train.hyperparameters import HYPERPARAMETERS, Hyperparameter
from . import table
from .folder import RunFolder
from .metadata import MAX_NAME, clean_name
from .run import Run

_DEFAULT, _USUAL_DATA = TrainConfig(), "mnist"
# Room for " (2)" at the end of a long name.
_LONGEST = MAX_NAME - 10


def automatic_name(run: Run, taken: Collection[str]) -> str:
    """ "784-50-10 ReLU · SGD · lr 0.01", with a number where this name is ``taken``.

    It is stored in the language of the user, who may edit it.
    """
    parts = [shown_name(run.spec.title), *_initialization(run.spec), *_regularization(run.spec), *_training(run.config)]
    if run.data.source != _USUAL_DATA:
        parts.append(shown_name(run.data.name))
    return unique(clean_name(" · ".join(parts))[:_LONGEST], taken)


def unique(name: str, taken: Collection[str]) -> str:
    """The name, or where it is ``taken`` "name (2)", "name (3)"."""
    made, number = name, 1
    while made in taken:
        number += 1
        made = f"{name} ({number})"
    return made


def rename_equal(db: sqlite3.Connection, store: Path) -> None:
    """Earlier versions gave all runs of one network the same name, its title: give them different ones."""
    query = "SELECT name FROM runs WHERE deleted IS NULL GROUP BY name HAVING count(*) > 1"
    for name in [row["name"] for row in db.execute(query).fetchall()]:
        taken = table.names(db)
        for run_id in table.select_ids(db, "name = ? AND deleted IS NULL ORDER BY begun, id", name):
            try:
                run = table.get(db, RunFolder(store / run_id)).run
            except RunError:
                continue  # of a newer version
            if run.name == run.spec.title:
                made = automatic_name(run, taken)
                table.update(db, run_id, name=made)
                taken.add(made)


def _initialization(spec: NetworkSpec) -> list[str]:
    """Of all layers but the last one, where it is not that of He, the default."""
    layers = [layer for layer in spec.layers if isinstance(layer, AffineSpec | ConvolutionSpec)][:-1]
    found = ["Xavier" if each.init == "xavier" else f"std {each.std:g}" for each in layers if each.init != "he"]
    return list(dict.fromkeys(found))


def _regularization(spec: NetworkSpec) -> list[str]:
    found = []
    for layer in spec.layers:
        if isinstance(layer, DropoutSpec):
            found.append(tr("dropout {0:g}", layer.ratio))
        elif isinstance(layer, BatchNormalizationSpec):
            found.append(tr("batch normalisation"))
    return list(dict.fromkeys(found))


def _training(config: TrainConfig) -> list[str]:
    parts = []
    for name, row in HYPERPARAMETERS.items():
        value = row.value(config)
        unused = row.optimizers and config.optimizer not in row.optimizers
        if not row.in_form or row.augmentation or unused or (name == "epochs" and config.iterations is not None):
            continue
        if name == "lr" or value != row.value(_DEFAULT):
            parts.append(_setting(name, row, value))
    return [*parts, tr("augmentation")] if config.augmentation else parts


def _setting(name: str, row: Hyperparameter, value: float | str) -> str:
    if isinstance(value, str):
        choice = tr(row.choices[value])
        return choice if name == "optimizer" else tr("{0} schedule", choice.lower())
    if name == "epochs":
        return tr_n("%n epoch(s)", None, int(value))
    if name == "iterations":
        return tr_n("%n iteration(s)", None, int(value))
    number = 100 * value if row.unit == "%" else value
    text = str(value) if row.kind is int else f"{number:g}"
    if row.unit == "%":
        text = tr("{0} %", text)
    title = tr("lr") if name == "lr" else tr(row.title).partition(" (")[0].lower()
    return tr("{0} {1}", title, text)
