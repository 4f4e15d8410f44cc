"""The ``train`` command."""

import contextlib
import re
from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from ..data.dataset import Dataset
from ..data.dataset_summary import Loaded
from ..data.mixture import Mixture, mixed_training_set
from ..data.pen_strokes import PenDigits, load_pen, pen_dataset
from ..data.shown_names import shown_name
from ..data.source import DataSource
from ..data.synthetic.digits import synthetic_sets
from ..errors import DataError, DigitLabError, SpecError
from ..evaluate.calibration import best_temperature
from ..evaluate.metrics import scores
from ..i18n import comma_list, tr
from ..io.limits import MAX_ACTIVATIONS, MAX_PARAMETERS
from ..jobs.protocol import Job
from ..nn.network_spec import NetworkSpec
from ..nn.presets import PRESETS
from ..paths import data_folder
from ..recognizer import Recognizer
from ..runs import Run, RunStore
from ..train.checkpoint import load_state
from ..train.recipes import RECIPES
from ..train.settings_file import Settings, load_settings
from ..train.trainer import TrainConfig, TrainerState
from ..weights import Weights
from .console import Console, check_log
from .interruption import Interrupted, signals_handled
from .loading import load_data, transform_of
from .parser import OPTIONS
from .saving import CheckpointFile, check_weights_target, checkpoint_of, save, save_elsewhere
from .streams import report
from .targets import check_outputs

_VALIDATION_SEED = 0
_TINY = 1e-30
# Letters of the names of sites in the name of the data, which the facts of weights have room for.
_SITES_LETTERS = 200


def train(args: Namespace) -> None:
    """Train a network as the arguments or a settings file say, and save its weights.

    Raises:
        DigitLabError: with what went wrong, or how to resume a training that was interrupted.
    """
    if args.out is not None:
        check_weights_target(Path(args.out), with_checkpoint=args.config is None)
    if args.log is not None:
        check_log(args.log)
    if args.config is not None:
        _train_by_settings(args)
    else:
        _train_by_arguments(args)


def _train_by_arguments(args: Namespace) -> None:
    """Interrupted, it leaves a checkpoint beside the weights file."""
    target = Path(args.out)
    checkpoint = checkpoint_of(target)
    check_outputs([("--out", target), ("--out", checkpoint), *_log(args)], args.pen or (), _source(args).place)
    if checkpoint.exists() and not args.resume:
        raise DigitLabError(
            tr("“{0}” holds an interrupted training: add --resume to resume it, or delete it.", checkpoint)
        )
    state = _checkpoint_state(checkpoint) if args.resume else None
    spec, config, name = _asked_training(args, state)
    if state is not None and (spec, config) != (state.spec, state.config):
        raise DigitLabError(
            tr("“{0}” was started with other settings: give the same ones, or none, to resume it.", checkpoint.name)
        )
    if state is None:
        _check_size(spec)
    data, test, held_out = _load_data(args, _mixture(args, state))
    # Of a few images of one's own, none may be held out for the test.
    measured_on = [each for each in held_out or [test] if len(each)]
    temperatures: dict[str, float] = {}

    def score(weights: Weights) -> dict[str, float]:
        recognizer = Recognizer(spec, weights.params)
        measured: dict[str, float] = {}
        for dataset in measured_on:
            probabilities = recognizer.predict_dataset(dataset)
            found = scores(probabilities, dataset.labels)
            if held_out:
                # The logarithms of probabilities are the logits, up to a constant.
                best = config.temperature * best_temperature(np.log(probabilities + _TINY), dataset.labels)
                temperatures[dataset.name] = best
            measured |= {f"{dataset.name} accuracy": found.accuracy, f"{dataset.name} calibration error": found.ece}
        return {what: round(value, 4) for what, value in measured.items()}

    console = Console(args.log)
    if held_out:
        test = Dataset.concatenate(held_out, held_out[0].name)
    recorder = CheckpointFile(checkpoint, target, state)
    with signals_handled(console.interrupting):
        try:
            weights = console.run(Job(spec, config, "", name), data, test, recorder, score)
        except DigitLabError as error:
            if recorder.kept is None:
                raise
            raise DigitLabError(
                tr("{0} The last checkpoint of the training is kept as “{1}”.", error, recorder.kept)
            ) from error
        if weights is None:
            stopped = recorder.problem
            if checkpoint.exists():
                stopped = tr("Stopped: the same command with --resume resumes it from “{0}”.", checkpoint)
                if recorder.problem:
                    stopped = tr("{0} The same command with --resume resumes the training.", recorder.problem)
            raise Interrupted(stopped, console.interrupted)
        if console.not_stored:
            # The console knows the first problem alone, which may be that of a checkpoint before.
            raise DigitLabError(recorder.problem)
        shown = [f"{target}: {_listed(shown_name(weights.name), _shown_scores(weights))}"]
        logged = [f"{target}: {_listed(name, _scores_text(weights))}"]
        for dataset, best in temperatures.items():
            shown.append(tr("the best temperature for {0} is {1:.2f}", shown_name(dataset), best))
            logged.append(f"the best temperature for {dataset} is {best:.2f}")
        console.print_result("; ".join(shown), "; ".join(logged))


def _train_by_settings(args: Namespace) -> None:
    """The run is stored where the window shows it."""
    settings = load_settings(args.config)
    if args.mnist is not None and settings.data.kind == "mnist":
        settings = replace(settings, data=DataSource("mnist", args.mnist or "").absolute())
    if transform := transform_of(args):
        settings = replace(settings, data=settings.data.turned(transform))
    outputs = [] if args.out is None else [("--out", Path(args.out))]
    check_outputs([*outputs, *_log(args)], [args.config], settings.data.place)
    if not args.resume:
        _check_size(settings.spec)
    store = RunStore(data_folder() / "runs")
    if store.notice:
        # The next opening does not say it again.
        report(store.notice)
    job = Job(settings.spec, settings.config, str(settings.data), settings.spec.title, store=store)
    if args.resume:
        run = next((run for run in store.runs() if run.resumable and _has_settings(run, settings)), None)
        if run is None:
            raise DigitLabError(tr("No run with these settings can be resumed: omit --resume to start one."))
        job = replace(job, name=run.name, run_id=run.id)
    loaded = load_data(settings.data)
    console = Console(args.log)
    with signals_handled(console.interrupting):
        _run_and_save(args, console, job, store, loaded)


def _has_settings(run: Run, settings: Settings) -> bool:
    with contextlib.suppress(DataError):  # drawings have no such source
        # Earlier versions stored a relative path as it was given.
        source = run.image_source.absolute()
        return (run.spec, run.config, source) == (settings.spec, settings.config, settings.data)
    return False


def _run_and_save(args: Namespace, console: Console, job: Job, store: RunStore, loaded: Loaded) -> None:
    """Run a training by settings, save its weights where ``--out`` says, and say how it ended."""
    try:
        weights = console.run(job, loaded.train, loaded.test)
        if weights is not None:
            _save_weights(args.out, weights, console.not_stored)
    except DigitLabError as error:
        if _is_resumable(store, console.run_id):
            raise DigitLabError(tr("{0} The same command with --resume resumes the training.", error)) from error
        raise
    if weights is None:
        stopped = tr("Stopped: the same command with --resume resumes it, and so does the window.")
        if console.not_stored:
            stopped = tr("{0} The same command with --resume resumes the training.", console.not_stored)
        raise Interrupted(stopped, console.interrupted)
    where = args.out or job.name
    shown, logged = (_listed(where, text) for text in (_shown_scores(weights), _scores_text(weights)))
    console.print_result(shown, logged)


def _save_weights(out: str | None, weights: Weights, not_stored: str) -> None:
    """Save the weights where ``--out`` says; without it, only where the run is not stored, and then elsewhere.

    Raises:
        DigitLabError: the run is not stored, or the weights are not where they should be.
    """
    where: str | Path | None = out
    try:
        if out is not None:
            save(Path(out), weights)
        elif not_stored:
            name = re.sub(r"\W+", "-", weights.spec.title).strip("-")
            where = save_elsewhere(f"{name}.safetensors", weights)
    except DigitLabError as error:
        raise DigitLabError(tr("{0} {1}", not_stored, error) if not_stored else str(error)) from error
    if not_stored:
        raise DigitLabError(tr("{0} The weights are in “{1}”.", not_stored, where))


def _is_resumable(store: RunStore, run_id: str) -> bool:
    """False where the runs cannot be read: what went wrong before is then all that can be said."""
    with contextlib.suppress(DigitLabError):
        return any(run.id == run_id and run.resumable for run in store.runs())
    return False


def _asked_training(args: Namespace, state: TrainerState | None) -> tuple[NetworkSpec, TrainConfig, str]:
    """The network, its configuration and its title, from the arguments, or from a checkpoint where there are none."""
    changes = {name: getattr(args, name) for name in OPTIONS if getattr(args, name) is not None}
    network = (args.recipe, args.network, args.hidden, args.activation, args.init)
    if state is not None and not changes and all(part is None for part in network):
        return state.spec, state.config, state.spec.title
    if (args.recipe or args.network) and (args.activation or args.init):
        raise SpecError(
            tr("A recipe has its own activation and initialisation: omit --activation and --init.")
            if args.recipe
            else tr(
                "The network “{0}” has its own activation and initialisation: omit --activation and --init.",
                args.network,
            )
        )
    if args.recipe is not None:
        recipe = RECIPES[args.recipe]
        return recipe.spec, replace(recipe.config, **changes), recipe.title
    if args.network is not None:
        spec = PRESETS[args.network]()
    else:
        activation = args.activation or "relu"
        init: Any = args.init or ("he" if activation == "relu" else "xavier")
        spec = NetworkSpec.mlp((50,) if args.hidden is None else args.hidden, activation, init)
    return spec, TrainConfig(**changes), spec.title


def _mixture(args: Namespace, state: TrainerState | None) -> Mixture:
    """That of the recipe, which a training that is resumed without arguments was started with."""
    if args.recipe is None and state is not None:
        for recipe in RECIPES.values():
            if (recipe.spec, recipe.config.augmentation) == (state.spec, state.config.augmentation):
                return recipe.mixture
    return Mixture() if args.recipe is None else RECIPES[args.recipe].mixture


def _load_data(args: Namespace, mixture: Mixture) -> tuple[Dataset, Dataset, list[Dataset]]:
    """The training set, the test set, and what is held out of the training set.

    Raises:
        DigitLabError: the files are missing or damaged, or nothing would be left to train on.
    """
    # First: digits take longer to make than a file takes to be refused.
    strokes = others = None
    if args.pen is not None:
        strokes = PenDigits.concatenate([load_pen(file) for file in args.pen])
        if args.hold_out:
            strokes, others = strokes.split_sites(args.hold_out)
    if args.synthetic:
        data, test = synthetic_sets()
    else:
        loaded = load_data(_source(args).turned(transform_of(args)))
        data, test = loaded.train, loaded.test
    held_out = []
    if args.validation:
        if args.validation >= len(data):
            raise DigitLabError(
                tr("Of {0:,} digits, {1:,} cannot be held out: leave some.", len(data), args.validation)
            )
        # At random: in MNIST's file every other digit is from the harder half of its writers.
        held = np.zeros(len(data), bool)
        held[np.random.default_rng(_VALIDATION_SEED).permutation(len(data))[: args.validation]] = True
        held_out.append(data.subset(np.flatnonzero(held), f"held-out {data.name}"))
        data = data.subset(np.flatnonzero(~held), f"{data.name}, {args.validation:,} held out")
    if others is not None:
        held_out.append(pen_dataset(others, "held-out pen strokes"))
    if strokes is not None:
        name = f"{data.name} and {len(strokes):,} pen strokes ({_sites(strokes)})"
        if mixture.synthetic:
            name += f" and {mixture.synthetic:,} synthetic digits"
        data = mixed_training_set(data, strokes, mixture, name)
    return data, test, held_out


def _sites(pen: PenDigits) -> str:
    """The names of its sites, not all of them where a file has many, or long ones."""
    names = sorted(set(pen.sites))
    text = ", ".join(names)
    return text if len(text) <= _SITES_LETTERS else f"{text[:_SITES_LETTERS]}…, {len(names):,} in all"


def _log(args: Namespace) -> list[tuple[str, Path]]:
    return [] if args.log is None else [("--log", Path(args.log))]


def _source(args: Namespace) -> DataSource:
    """Where the images come from, besides pen strokes."""
    if args.synthetic:
        return DataSource("starter")
    return DataSource("mnist", args.mnist or "") if args.data is None else DataSource.at(args.data)


def _check_size(spec: NetworkSpec) -> None:
    """Called before memory is taken for a new network.

    Raises:
        SpecError: it is too large to be trained, or to be saved.
    """
    parameters, activations = spec.param_count(), spec.output_count()
    if parameters > MAX_PARAMETERS:
        raise SpecError(
            tr("The network has {0:,} parameters, but at most {1:,} can be trained.", parameters, MAX_PARAMETERS)
        )
    if activations > MAX_ACTIVATIONS:
        raise SpecError(
            tr(
                "The layers of the network have {0:,} outputs, but at most {1:,} can be trained.",
                activations,
                MAX_ACTIVATIONS,
            )
        )


def _checkpoint_state(checkpoint: Path) -> TrainerState:
    if not checkpoint.is_file():
        raise DigitLabError(tr("There is no interrupted training to resume: “{0}” does not exist.", checkpoint))
    return load_state(checkpoint)


def _listed(*texts: str) -> str:
    """Without those that are empty: there are no scores where there are no test images."""
    return ", ".join(filter(None, texts))


def _scores_text(weights: Weights) -> str:
    return ", ".join(f"{what} {score:.4f}" for what, score in weights.scores.items())


def _shown_scores(weights: Weights) -> str:
    return comma_list(f"{shown_name(what)} {score:.4f}" for what, score in weights.scores.items())
