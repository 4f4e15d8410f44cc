"""The entry point: runs a command, and reports an error in one line."""

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

from engine.cli.parser import OPTIONS, parse
from engine.errors import DigitLabError, SpecError


def run(arguments: Sequence[str] | None, open_window: Callable[[str | None], int]) -> int:
    """Run the program; the exit status: 0 done, 1 an error, reported in one line on standard error.

    Args:
        arguments: those of the process for None.
        open_window: called without a command, with the weights file or None; returns the exit status.

    Raises:
        SystemExit: with 2 for wrong usage, 0 after --help.
    """
    for stream in (sys.stdout, sys.stderr):
        # A file name may have characters that the terminal cannot show.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    args = parse(arguments)
    try:
        if args.command is None:
            return open_window(args.weights)
        _run_command(args)
        sys.stdout.flush()
        return 0
    except DigitLabError as error:
        message = str(error)
    except KeyboardInterrupt:
        return 130
    except MemoryError:
        message = "There is not enough memory: choose a smaller network or batch."
    except OSError as error:
        # Where the reader of the output has ended, or the disk is full, the rest must not be written again.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            return 1
        message = (error.strerror or str(error)) + (f": {error.filename}" if error.filename else "")
    print(f"digit-lab: {message}", file=sys.stderr)
    return 1


def _run_command(args: argparse.Namespace) -> None:
    # NumPy is loaded here, once the arguments are known to be right.
    from engine.cli import commands

    weights = getattr(args, "weights", None)
    match args.command:
        case "evaluate" if args.pen is not None:
            commands.evaluate_pen(weights, args.pen, args.sites, args.batch, args.json)
        case "evaluate":
            commands.evaluate_mnist(weights, args.mnist or None, args.batch, args.json)
        case "predict":
            commands.predict(weights, args.images, args.json)
        case "mistakes":
            commands.mistakes(weights, args.mnist or None, args.pen, args.sites, args.out, args.rows)
        case "train":
            _train(args)
        case "download":
            commands.download(args.to)


def _train(args: argparse.Namespace) -> None:
    from dataclasses import replace

    from engine.cli import train
    from engine.data.source import DataSource
    from engine.train.settings_file import load_settings

    if args.config is None:
        data = train.TrainingData(args.mnist or None, args.synthetic, args.pen, args.hold_out, args.validation or 0)
        train.train(_asked_training(args), data, args.out, args.resume, args.log)
        return
    settings = load_settings(args.config)
    if args.mnist is not None and settings.data.kind == "mnist":
        settings = replace(settings, data=DataSource("mnist", args.mnist))
    train.train_by_settings(settings, args.out, args.resume, args.log)


def _asked_training(args: argparse.Namespace) -> Any:
    """The network, its configuration and its title, from the arguments; None where the checkpoint has them."""
    from dataclasses import replace

    from engine.nn.network_spec import NetworkSpec
    from engine.nn.presets import PRESETS
    from engine.train.config import TrainConfig
    from engine.train.recipes import RECIPES

    changes = {name: getattr(args, name) for name in OPTIONS if getattr(args, name) is not None}
    shape = (args.recipe, args.network, args.hidden, args.activation, args.init)
    if args.resume and not changes and all(part is None for part in shape):
        return None
    if (args.recipe or args.network) and (args.activation or args.init):
        what = "A recipe" if args.recipe else f"The network “{args.network}”"
        raise SpecError(f"{what} has its own activation and initialisation: omit --activation and --init.")
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
