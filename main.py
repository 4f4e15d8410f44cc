"""Digit Lab: draw a digit, watch a neural network read it, train your own.

Without arguments the window opens; evaluate, mistakes, predict, train and download work without one.
"""

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, without repeating the usage."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message} (--help tells more)\n")


def _number(kind: Callable[[str], Any], allowed: Callable[[Any], bool], what: str) -> Callable[[str], Any]:
    def parse(text: str) -> Any:
        try:
            value = kind(text)
        except ValueError:
            value = None
        if value is None or not allowed(value):
            raise argparse.ArgumentTypeError(f"“{text}” is not {what}")
        return value

    return parse


_COUNT = _number(int, lambda n: n >= 1, "a whole number above 0")
_SEED = _number(int, lambda n: n >= 0, "a whole number, 0 or above")
_RATE = _number(float, lambda rate: 0 < rate < float("inf"), "a number above 0")
# The engine's own lists, which a test compares: asking it would load NumPy before the arguments are known to be right.
RECIPE_NAMES = ("default", "two-layer", "three-layer")
NETWORK_NAMES = ("simple-convnet", "deep-convnet", "reader-convnet")
ACTIVATION_NAMES = ("relu", "sigmoid")
INIT_NAMES = ("he", "xavier", "std")
OPTIMIZER_NAMES = ("sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam")


def _hidden(text: str) -> tuple[int, ...]:
    return tuple(_COUNT(part.strip()) for part in text.split(",")) if text.strip() else ()


def _names(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _add_measured(command: argparse.ArgumentParser) -> None:
    """Which network is measured, and on what."""
    command.add_argument("--weights", metavar="FILE", default=argparse.SUPPRESS, help="default: the shipped ones")
    what = command.add_mutually_exclusive_group(required=True)
    what.add_argument("--mnist", metavar="DIR", nargs="?", const="", help="MNIST's test set (in DIR)")
    what.add_argument("--pen", metavar="FILE", help="an .npz file of pen strokes")
    command.add_argument("--sites", metavar="SITE,SITE", type=_names, default=(), help="only strokes of these sites")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="digit-lab", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", metavar="FILE", help="start the window with these weights")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

    evaluate = commands.add_parser("evaluate", help="score weights on MNIST's test digits or on pen strokes")
    _add_measured(evaluate)
    evaluate.add_argument("--batch", metavar="N", type=_COUNT, default=100, help="pictures at a time (100)")
    evaluate.add_argument("--json", action="store_true", help="print one JSON object")

    predict = commands.add_parser("predict", help="print the ten probabilities of pictures and drawings")
    predict.add_argument("pictures", metavar="PICTURE", nargs="+")
    predict.add_argument("--weights", metavar="FILE", default=argparse.SUPPRESS, help="default: the shipped ones")
    predict.add_argument("--json", action="store_true", help="print a JSON list, an object a picture")

    mistakes = commands.add_parser("mistakes", help="make a picture of the commonest mistakes")
    _add_measured(mistakes)
    mistakes.add_argument("--out", metavar="FILE", required=True, help="where the picture goes: .png")
    mistakes.add_argument("--rows", metavar="N", type=_COUNT, default=10, help="kinds of mistakes to show (10)")

    train = commands.add_parser("train", help="train a network and save its weights")
    which = train.add_mutually_exclusive_group()
    which.add_argument("--recipe", choices=RECIPE_NAMES, help="a shipped network's own")
    which.add_argument("--network", choices=NETWORK_NAMES, help="a convolutional one of the book, or the reader")
    which.add_argument("--config", metavar="FILE.toml", help="all settings, as the window exports them")
    which.add_argument("--hidden", metavar="50,100", type=_hidden, help="neurons in each hidden layer")
    data = train.add_mutually_exclusive_group()
    data.add_argument("--mnist", metavar="DIR", nargs="?", const="", help="learn from MNIST (in DIR); the default")
    data.add_argument("--starter", action="store_true", help="learn from digits that the program makes itself")
    train.add_argument("--pen", metavar="FILE", help="learn from the pen strokes of an .npz file as well")
    train.add_argument("--hold-out", metavar="SITE,SITE", type=_names, default=(), help="but not of these sites")
    train.add_argument("--validation", metavar="N", type=_COUNT, default=0, help="hold out N of the other digits")
    train.add_argument("--activation", choices=ACTIVATION_NAMES, help="between the layers")
    train.add_argument("--init", choices=INIT_NAMES, help="where the weights start")
    train.add_argument("--optimizer", choices=OPTIMIZER_NAMES, help="how they move")
    train.add_argument("--lr", metavar="RATE", type=_RATE, help="the learning rate")
    train.add_argument("--batch", metavar="N", type=_COUNT, dest="batch_size", help="pictures in a mini-batch")
    train.add_argument("--epochs", metavar="N", type=_COUNT, help="how often each picture is seen")
    train.add_argument("--seed", metavar="N", type=_SEED, help="of the first weights and the order")
    train.add_argument(
        "--out", metavar="FILE", help="where the weights go: .safetensors or .npz (not needed with --config)"
    )
    train.add_argument("--resume", action="store_true", help="go on with an interrupted training")
    train.add_argument("--log", metavar="FILE", help="add a line to FILE at each measuring")

    download = commands.add_parser("download", help="fetch MNIST")
    download.add_argument("--to", metavar="DIR", help="default: the program's data folder")
    return parser


def _check_train(parser: argparse.ArgumentParser, args: argparse.Namespace) -> None:
    """Options that need each other, or exclude each other."""
    if args.config is None:
        if args.out is None:
            parser.error("train needs --out, or --config")
        return
    others = ("starter", "pen", "validation", "activation", "init", "optimizer", "lr", "batch_size", "epochs", "seed")
    for option in others:
        given = getattr(args, option)
        if given is not None and given is not False and (option, given) != ("validation", 0):
            parser.error(f"--config has all settings: leave --{option.replace('_size', '').replace('_', '-')} away")


def _asked_training(args: argparse.Namespace) -> Any:
    """The network, how it learns and its title, from the arguments; None where they leave it to a checkpoint."""
    from dataclasses import replace

    from engine.errors import SpecError
    from engine.nn.network import NetworkSpec
    from engine.nn.presets import PRESETS
    from engine.train.recipes import RECIPES
    from engine.train.trainer import TrainConfig

    settings = ("optimizer", "lr", "batch_size", "epochs", "seed")
    changes = {name: getattr(args, name) for name in settings if getattr(args, name) is not None}
    shape = (args.recipe, args.network, args.hidden, args.activation, args.init)
    if args.resume and not changes and all(part is None for part in shape):
        return None
    if (args.recipe or args.network) and (args.activation or args.init):
        what = "A recipe" if args.recipe else f"The network “{args.network}”"
        raise SpecError(f"{what} has its own activation and initialisation: leave --activation and --init away.")
    if args.recipe is not None:
        recipe = RECIPES[args.recipe]
        return recipe.spec, replace(recipe.config, **changes), recipe.title
    if args.network is not None:
        spec = PRESETS[args.network]()
        return spec, TrainConfig(**changes), spec.title
    activation = args.activation or "relu"
    init: Any = args.init or ("he" if activation == "relu" else "xavier")
    spec = NetworkSpec.mlp((50,) if args.hidden is None else args.hidden, activation, init)
    return spec, TrainConfig(**changes), spec.title


def _train(args: argparse.Namespace) -> None:
    from dataclasses import replace

    from engine.cli import train
    from engine.data.source import DataSource
    from engine.train.settings_file import load_settings

    if args.config is None:
        data = train.TrainingData(args.mnist or None, args.starter, args.pen, args.hold_out, args.validation)
        train.train(_asked_training(args), data, args.out, args.resume, args.log)
        return
    settings = load_settings(args.config)
    if args.mnist is not None and settings.data.kind == "mnist":
        settings = replace(settings, data=DataSource("mnist", args.mnist))
    train.train_by_settings(settings, args.out, args.resume, args.log)


def _run(args: argparse.Namespace) -> int:
    if args.command is None:
        from gui.preflight import open_window

        return open_window(args.weights)

    from engine.cli import commands

    weights = getattr(args, "weights", None)
    match args.command:
        case "evaluate" if args.pen is not None:
            commands.evaluate_pen(weights, args.pen, args.sites, args.batch, args.json)
        case "evaluate":
            commands.evaluate_mnist(weights, args.mnist or None, args.batch, args.json)
        case "predict":
            commands.predict(weights, args.pictures, args.json)
        case "mistakes":
            commands.mistakes(weights, args.mnist or None, args.pen, args.sites, args.out, args.rows)
        case "train":
            _train(args)
        case "download":
            commands.download(args.to)
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; the exit status: 0 done, 1 an error that one line on standard error tells.

    Raises:
        SystemExit: with 2 for wrong usage, 0 after --help.
    """
    for stream in (sys.stdout, sys.stderr):
        # A file's name may have letters that the terminal does not know.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    parser = _parser()
    args = parser.parse_args(arguments)
    for option in ("hold_out", "sites"):
        if getattr(args, option, ()) and args.pen is None:
            parser.error(f"--{option.replace('_', '-')} names sites of the pen strokes: give --pen, too")
    if args.command == "train":
        _check_train(parser, args)
    from engine.errors import DigitLabError

    try:
        status = _run(args)
        sys.stdout.flush()
        return status
    except DigitLabError as error:
        print(f"digit-lab: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except MemoryError:
        print("digit-lab: There is not enough memory for that: choose a smaller network or batch.", file=sys.stderr)
        return 1
    except OSError as error:
        # Where the output's reader has gone or the disk is full, what is left to write must not be tried again.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            where = f": {error.filename}" if error.filename else ""
            print(f"digit-lab: {error.strerror or error}{where}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
