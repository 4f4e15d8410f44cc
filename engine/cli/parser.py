"""The command line's arguments. A usage error, or ``--help``, loads neither NumPy nor Qt."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

from .. import __version__
from ..i18n import tr, tr_noop
from ..train.hyperparameters import HYPERPARAMETERS, Range
from .argument_parser import Parser

# Copies of the engine's lists, which a test compares: importing them would load NumPy.
RECIPE_NAMES = ("default", "two-layer", "three-layer")
NETWORK_NAMES = ("simple-convnet", "deep-convnet", "reader-convnet")
ACTIVATION_NAMES = ("relu", "sigmoid", "tanh")
INIT_NAMES = ("he", "xavier", "std")
# The options of ``train`` for hyperparameters: option and metavar.
OPTIONS = {
    "optimizer": ("--optimizer", None),
    "lr": ("--lr", "RATE"),
    "batch_size": ("--batch", "N"),
    "epochs": ("--epochs", "N"),
    "seed": ("--seed", "N"),
    "train_size": ("--train-size", "N"),
    "wrong_labels": ("--wrong-labels", "FRACTION"),
}
_DESCRIPTION = tr_noop("""Digit Lab: draw a digit, watch a neural network predict it, train your own.

Without arguments the window opens; with files it opens them, each as what it is: an image, a drawing, weights, data to
train with, a run, or settings. The commands work without a window. A file that has the name of a command is given as
./NAME.
""")
_USAGE = "%(prog)s [-h] [--version] [--weights FILE] [--verbose] [FILE ...]\n       %(prog)s COMMAND ..."
COMMANDS = ("evaluate", "predict", "mistakes", "train", "download", "desktop")


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The parsed arguments; those of the process for None. Without a command, ``files`` are to be opened.

    Raises:
        SystemExit: with 2 for wrong usage, 0 after --help.
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    first = _first(given)
    parser = _parser(files=first is not None and first not in COMMANDS)
    if first is not None and first not in COMMANDS and not _may_be_file(first):
        parser.error(tr("“{0}” is neither a command nor a file", first))
    args = parser.parse_args(given)
    for option in ("hold_out", "sites"):
        if getattr(args, option, ()) and args.pen is None:
            name = f"--{option.replace('_', '-')}"
            parser.error(tr("{0} names sites of the pen strokes: give --pen, too", name))
    if args.command is not None and args.verbose:
        parser.error(tr("--verbose is for the window: omit it, or the command"))
    if args.command in ("train", "evaluate", "mistakes"):
        _check_transform(parser, args)
    if args.command == "train":
        _check_train(parser, args)
    return args


def _check_transform(parser: argparse.ArgumentParser, args: argparse.Namespace) -> None:
    asked = [f"--{name.replace('_', '-')}" for name in ("transpose", "invert", "as_is") if getattr(args, name)]
    if args.as_is and len(asked) > 1:
        parser.error(tr("--as-is leaves the images as they are: omit it, or {0}", asked[0]))
    if asked and args.command == "train" and args.synthetic:
        parser.error(tr("synthetic digits are upright: omit {0}", asked[0]))
    if asked and args.command != "train" and args.pen is not None:
        parser.error(tr("pen strokes are upright: omit {0}", asked[0]))


def _first(arguments: Sequence[str]) -> str | None:
    """The first argument that is neither an option nor its value: a command or a file; after "--" always a file."""
    values = iter(arguments)
    for each in values:
        if each == "--":
            return next((f"./{name}" for name in values), None)
        if each.startswith("--w") and "=" not in each:  # --weights, perhaps abbreviated
            next(values, None)
        elif not each.startswith("-"):
            return each
    return None


def _may_be_file(name: str) -> bool:
    """Whether it is no mistyped command. The window says of a path that there is no such file."""
    # An empty one is said to be empty.
    return not name or any(mark in name for mark in "./\\:") or os.path.exists(name)  # noqa: PTH110 - no errors


def _number(kind: type, allowed: Range) -> Callable[[str], Any]:
    def parse_number(text: str) -> Any:
        try:
            value = kind(text)
        except ValueError:
            value = None
        if value is None or value not in allowed:
            raise argparse.ArgumentTypeError(
                tr("“{0}” is not a whole number {1}", text, allowed)
                if kind is int
                else tr("“{0}” is not a number {1}", text, allowed)
            )
        return value

    return parse_number


_COUNT = _number(int, Range(1))


def _path(text: str) -> str:
    """An empty one is a variable of a script that is not set; it does not mean the default."""
    if not text:
        raise argparse.ArgumentTypeError(tr("it is empty: give the name of a file or folder"))
    return text


def _counts(text: str) -> tuple[int, ...]:
    """Numbers separated by commas. Of none, a variable is not set, as in ``_path``."""
    if not text.strip():
        raise argparse.ArgumentTypeError(tr("it is empty: give the neurons of each hidden layer, such as 50,100"))
    return tuple(_COUNT(part.strip()) for part in text.split(","))


def _names(text: str) -> tuple[str, ...]:
    """Names separated by commas; empty ones do not count. Of none, a variable is not set, as in ``_path``."""
    names = tuple(part.strip() for part in text.split(",") if part.strip())
    if not names:
        raise argparse.ArgumentTypeError(tr("it is empty: give the name of a site"))
    return names


def _add_weights(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--weights", metavar="FILE", type=_path, default=argparse.SUPPRESS, help=tr("default: the shipped ones")
    )
    command.add_argument(
        "--activation", choices=ACTIVATION_NAMES, help=tr("of weights whose file does not say it (default: measured)")
    )


def _add_evaluated(command: argparse.ArgumentParser) -> None:
    """The options of the network that is evaluated, and of the data."""
    _add_weights(command)
    data = command.add_mutually_exclusive_group(required=True)
    # False is --mnist without DIR: argparse passes a constant text through ``type``.
    data.add_argument(
        "--mnist", metavar="DIR", type=_path, nargs="?", const=False, help=tr("the test set of MNIST (in DIR)")
    )
    data.add_argument(
        "--data", metavar="PATH", type=_path, help=tr("the test set of your own images: a folder, IDX, CSV, .npz, .pkl")
    )
    data.add_argument("--pen", metavar="FILE", type=_path, help=tr("an .npz file of pen strokes"))
    command.add_argument("--sites", metavar="SITE,SITE", type=_names, default=(), help=tr("only these sites"))
    _add_transform(command)


def _add_transform(command: argparse.ArgumentParser) -> None:
    """How the images of --data and --mnist are turned."""
    turn = command.add_argument_group(tr("images that are stored in another way"))
    turn.add_argument("--transpose", action="store_true", help=tr("transpose each image: EMNIST's are transposed"))
    turn.add_argument(
        "--invert", action="store_true", help=tr("invert each image: black on white becomes white on black")
    )
    turn.add_argument("--as-is", action="store_true", help=tr("leave them as they are, without a warning"))


def _parser(files: bool) -> argparse.ArgumentParser:
    """Args:
    files: the arguments are files to open, instead of a command.
    """
    parser = Parser(
        prog="digit-lab",
        usage=_USAGE,
        description=tr(_DESCRIPTION),
    )
    parser.set_defaults(command=None, files=[])
    version = f"digit-lab {__version__}"
    parser.add_argument("--version", action="version", version=version, help=tr("print the version"))
    parser.add_argument("--weights", metavar="FILE", type=_path, help=tr("open the window with these weights"))
    verbose = tr("where the window cannot be opened, also show what Qt and the system's libraries print")
    parser.add_argument("--verbose", action="store_true", help=verbose)
    if files:
        parser.add_argument("files", metavar="FILE", type=_path, nargs="+", help=tr("open it in the window"))
        return parser
    commands = parser.add_subparsers(prog="digit-lab", dest="command", metavar="COMMAND", parser_class=Parser)

    evaluate = commands.add_parser("evaluate", help=tr("the accuracy of weights on MNIST's test set or on pen strokes"))
    _add_evaluated(evaluate)
    evaluate.add_argument("--batch", metavar="N", type=_COUNT, default=100, help=tr("images at a time (100)"))
    evaluate.add_argument("--json", action="store_true", help=tr("print one JSON object"))

    predict = commands.add_parser("predict", help=tr("print the ten probabilities of images and drawings"))
    what = tr('a file, a folder, or a pattern such as "*.png"')
    predict.add_argument("images", metavar="IMAGE", type=_path, nargs="+", help=what)
    _add_weights(predict)
    predict.add_argument("--json", action="store_true", help=tr("print a JSON list, one object per image"))

    mistakes = commands.add_parser("mistakes", help=tr("save an image of the most common mistakes"))
    _add_evaluated(mistakes)
    mistakes.add_argument("--out", metavar="FILE", type=_path, required=True, help=tr("where to save the image: .png"))
    mistakes.add_argument("--rows", metavar="N", type=_COUNT, default=10, help=tr("kinds of mistakes to show (10)"))

    _add_train(commands.add_parser("train", help=tr("train a network and save its weights")))
    download = commands.add_parser("download", help=tr("download MNIST"))
    download.add_argument("--to", metavar="DIR", type=_path, help=tr("default: the program's data folder"))

    menu = tr("add the program to the menu of a Linux desktop, or remove it")
    desktop = commands.add_parser("desktop", help=menu)
    action = desktop.add_mutually_exclusive_group(required=True)
    action.add_argument("--install", action="store_true", help=tr("add it, with its icon and its types of files"))
    action.add_argument("--remove", action="store_true", help=tr("remove what --install added"))
    return parser


def _add_train(train: argparse.ArgumentParser) -> None:
    network = train.add_mutually_exclusive_group()
    network.add_argument("--recipe", choices=RECIPE_NAMES, help=tr("that of a shipped network"))
    network.add_argument("--network", choices=NETWORK_NAMES, help=tr("a convolutional network"))
    network.add_argument(
        "--config", metavar="FILE.toml", type=_path, help=tr("all settings, as the window exports them")
    )
    network.add_argument("--hidden", metavar="50,100", type=_counts, help=tr("neurons in each hidden layer"))
    data = train.add_mutually_exclusive_group()
    data.add_argument(
        "--mnist", metavar="DIR", type=_path, nargs="?", const=False, help=tr("train on MNIST (in DIR); the default")
    )
    data.add_argument(
        "--data", metavar="PATH", type=_path, help=tr("train on your own images: a folder, IDX, CSV, .npz or .pkl")
    )
    data.add_argument("--synthetic", action="store_true", help=tr("train on synthetic digits"))
    # Its name in earlier versions.
    data.add_argument("--starter", dest="synthetic", action="store_true", help=argparse.SUPPRESS)
    _add_transform(train)
    pen = tr("train on the pen strokes of .npz files, too")
    train.add_argument("--pen", metavar="FILE", type=_path, nargs="+", action="extend", help=pen)
    train.add_argument("--hold-out", metavar="SITE,SITE", type=_names, default=(), help=tr("but not on these sites"))
    train.add_argument("--validation", metavar="N", type=_COUNT, help=tr("validate on N of the other digits"))
    train.add_argument("--activation", choices=ACTIVATION_NAMES, help=tr("between the layers"))
    train.add_argument("--init", choices=INIT_NAMES, help=tr("weight initialisation"))
    for name, (option, metavar) in OPTIONS.items():
        row = HYPERPARAMETERS[name]
        about = tr(row.about)
        train.add_argument(
            option,
            dest=name,
            metavar=metavar,
            choices=tuple(row.choices) or None,
            type=str if row.choices else _number(row.kind, row.range),
            help=about[0].lower() + about[1:],
        )
    train.add_argument("--out", metavar="FILE", type=_path, help=tr("where to save the weights: .safetensors or .npz"))
    train.add_argument("--resume", action="store_true", help=tr("resume an interrupted training"))
    train.add_argument("--log", metavar="FILE", type=_path, help=tr("add a line to FILE at each evaluation"))


def _check_train(parser: argparse.ArgumentParser, args: argparse.Namespace) -> None:
    """Options that need each other, or exclude each other."""
    if args.config is None:
        if args.out is None:
            parser.error(tr("train needs --out, or --config"))
        return
    options = {name: option for name, (option, _) in OPTIONS.items()}
    options |= {name: f"--{name}" for name in ("data", "synthetic", "pen", "validation", "activation", "init")}
    for name, option in options.items():
        given = getattr(args, name)
        if given is not None and given is not False:
            parser.error(tr("--config has all settings: omit {0}", option))
