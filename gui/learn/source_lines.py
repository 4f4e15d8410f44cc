"""The source of a function or class of engine.book, and which of its lines give values to variables."""

import ast
import functools
import inspect
import re
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from types import CodeType

RETURN = "return"


@dataclass(frozen=True)
class Statement:
    """A statement, or the head of one that contains others (``for``, ``if``, ``def``).

    Attributes:
        file: where it is, with the numbers of its first and last line.
        names: the variables, arguments and attributes that it gives values to; RETURN for a return statement.
    """

    file: str
    first: int
    last: int
    names: tuple[str, ...]


@dataclass(frozen=True)
class Source:
    """Attributes:
    text: as ``inspect.getsource`` gives it.
    first: the number of its first line in the file.
    statements: line number in the file -> the statement that the line belongs to.
    codes: of the function, or of the methods of the class, and of the functions in them.
    """

    text: str
    file: str
    first: int
    statements: dict[int, Statement]
    codes: frozenset[CodeType]


@functools.cache
def source_of(shown: object) -> Source:
    """The source of a function or a class."""
    lines, first = _lines_of(shown)
    text = "".join(lines)
    codes = frozenset(_codes(shown))
    # As in the frames and warnings of the code.
    file = next(iter(codes)).co_filename
    statements: dict[int, Statement] = {}
    for node in ast.walk(ast.parse(textwrap.dedent(text))):
        if not isinstance(node, ast.stmt):
            continue
        start = min([node.lineno, *(each.lineno for each in getattr(node, "decorator_list", ()))])
        begin, end = start + first - 1, _last_line(node) + first - 1
        # Outer statements come first: the lines of their bodies belong to the inner ones.
        statement = Statement(file, begin, end, tuple(dict.fromkeys(_names(node))))
        statements.update(dict.fromkeys(range(begin, end + 1), statement))
    return Source(text, file, first, statements, codes)


def _lines_of(shown: object) -> tuple[list[str], int]:
    """As ``inspect.getsourcelines``, which before Python 3.13 parses the whole file for each class."""
    if not inspect.isclass(shown):
        return inspect.getsourcelines(shown)  # type: ignore[arg-type]
    lines, _ = inspect.findsource(sys.modules[shown.__module__])
    start = next(at for at, line in enumerate(lines) if re.match(rf"class {shown.__name__}\b", line))
    return inspect.getblock(lines[start:]), start + 1


def _codes(shown: object) -> Iterator[CodeType]:
    members = vars(shown).values() if inspect.isclass(shown) else (inspect.unwrap(shown),)  # type: ignore[arg-type]
    functions = [getattr(each, "__func__", getattr(each, "fget", each)) for each in members]
    pending = [each.__code__ for each in functions if inspect.isfunction(each)]
    while pending:
        code = pending.pop()
        # The variables of comprehensions are of no interest.
        if not code.co_name.startswith("<"):
            yield code
            pending += [each for each in code.co_consts if isinstance(each, CodeType)]


def _last_line(node: ast.stmt) -> int:
    """The last line of a statement; for one that contains others, of its head."""
    end = node.end_lineno or node.lineno
    body: list[ast.stmt] = getattr(node, "body", [])
    if not body:
        return end
    # A body may begin on the line of its head.
    return max(min(end, min(each.lineno for each in body) - 1), node.lineno)


def _names(node: ast.stmt) -> list[str]:
    """What a statement gives values to."""
    targets: list[ast.expr] = []
    match node:
        case ast.FunctionDef():
            a = node.args
            every = (*a.posonlyargs, *a.args, a.vararg, *a.kwonlyargs, a.kwarg)
            return [each.arg for each in every if each is not None and each.arg not in ("self", "cls")]
        case ast.Return():
            return [RETURN] if node.value is not None else []
        case ast.Assign():
            targets = node.targets
        case ast.AugAssign() | ast.AnnAssign() | ast.For():
            targets = [node.target]
        case ast.With():
            targets = [each.optional_vars for each in node.items if each.optional_vars is not None]
    return [name for target in targets for name in _targets(target)]


def _targets(target: ast.expr) -> Iterator[str]:
    match target:
        case ast.Tuple() | ast.List():
            for each in target.elts:
                yield from _targets(each)
        case ast.Starred() | ast.Subscript():
            # A changed element: the whole array is shown.
            yield from _targets(target.value)
        case ast.Name() if not target.id.startswith("_"):
            yield target.id
        case ast.Attribute():
            yield ast.unparse(target)
