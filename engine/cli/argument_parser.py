"""The parser of the command line's arguments, in the language of the program."""

import argparse
import re
import sys
import unicodedata
from typing import Any, NoReturn

from ..errors import printable
from ..i18n import tr, tr_noop

# What argparse says itself, for lupdate.
_OF_ARGPARSE = (
    tr_noop("usage: "),
    tr_noop("positional arguments"),
    tr_noop("options"),
    tr_noop("show this help message and exit"),
    tr_noop("argument %(argument_name)s: %(message)s"),
    tr_noop("unrecognized arguments: %s"),
    tr_noop("the following arguments are required: %s"),
    tr_noop("one of the arguments %s is required"),
    tr_noop("not allowed with argument %s"),
    tr_noop("expected one argument"),
    tr_noop("expected at least one argument"),
    tr_noop("ignored explicit argument %r"),
    tr_noop("invalid choice: %(value)r (choose from %(choices)s)"),
    tr_noop("ambiguous option: %(option)s could match %(matches)s"),
)
_PLACE = r"%(?:\(\w+\))?[sr]"


def _of_argparse(text: str) -> str:
    translated = tr(text)
    if translated == text:
        return text
    return translated if sorted(re.findall(_PLACE, translated)) == sorted(re.findall(_PLACE, text)) else text


# argparse gets its sentences from gettext, which has no translations of them.
vars(argparse)["_"] = _of_argparse


class HelpFormatter(argparse.RawDescriptionHelpFormatter):
    def _split_lines(self, text: str, width: int) -> list[str]:
        # Hangul, kana and kanji are as wide as two letters.
        wide = any(unicodedata.east_asian_width(letter) == "W" for letter in text)
        return super()._split_lines(text, width // 2 if wide else width)


class Parser(argparse.ArgumentParser):
    """Reports an error in one line, without the usage."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"formatter_class": HelpFormatter, **options})

    def error(self, message: str) -> NoReturn:
        self.exit(2, printable(tr("{0}: {1} (see --help)", self.prog, message)) + "\n")

    def _print_message(self, message: str, file: Any = None) -> None:
        # argparse ignores errors, such as those of a full disk.
        (file or sys.stderr).write(message)
