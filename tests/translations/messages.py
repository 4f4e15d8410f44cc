"""The messages of the program, read from its source code.

lupdate reads Python too, but takes the first value of ``tr("{0} of {1}", done, total)`` for a comment, and the second
one for the number of a plural. So it gets a list of the messages instead.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PLURAL = "tr_n"
# ``tr_noop`` marks a text that is translated where it is shown.
MARKERS = ("tr", PLURAL, "tr_noop")


def calls(file: Path) -> Iterator[tuple[ast.Call, str]]:
    """The calls of a file that mark a message, each with the name of the function."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKERS and node.args:
            yield node, node.func.id


def source_files() -> list[Path]:
    """The files that may hold messages, sorted."""
    return [ROOT / "main.py", *sorted(path for folder in ("engine", "gui") for path in (ROOT / folder).rglob("*.py"))]


def messages() -> dict[str, bool]:
    """The English text of each message in the order of the files, and whether it has plural forms."""
    found: dict[str, bool] = {}
    for file in source_files():
        for call, function in calls(file):
            text = call.args[0]
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                found[text.value] = found.get(text.value, False) or function == PLURAL
    return found


def source_text() -> str:
    """A file with nothing but the messages, for lupdate."""
    lines = [
        f'tr({_literal(text)}, "", n)' if plural else f"tr({_literal(text)})" for text, plural in messages().items()
    ]
    return "\n".join([*lines, ""])


def _literal(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'
