"""Every sentence of the engine that a person sees goes through ``tr`` or ``tr_n``, in a way that lupdate can read."""

import ast
from collections.abc import Iterator
from pathlib import Path

import engine.errors

_ENGINE = Path(engine.errors.__file__).parent
# Not the book's code, which imports NumPy alone.
_TREES = {
    file.relative_to(_ENGINE).as_posix(): ast.parse(file.read_text(encoding="utf-8"))
    for file in sorted(_ENGINE.rglob("*.py"))
    if file.parent.name not in ("book", "i18n")
}
_CALLS = [(file, node) for file, tree in _TREES.items() for node in ast.walk(tree) if isinstance(node, ast.Call)]
# The name of the program and that of the data, a unit of tqdm.
_SAME_EVERYWHERE = {"digit-lab: {}", "MNIST", "B"}
# Parameters of tqdm and argparse.
_TEXT_ARGUMENTS = {"help", "description", "epilog", "desc", "unit", "title"}


def _errors() -> set[str]:
    """The exceptions whose text is shown to a person, by their names."""
    found = {"DigitLabError", "Fault", "Refused", "ArgumentTypeError"}
    classes = [node for tree in _TREES.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    size = 0
    while size < len(found):  # until no further class is derived from one of them
        size = len(found)
        found |= {each.name for each in classes if any(getattr(base, "id", "") in found for base in each.bases)}
    return found


_ERRORS = _errors()


def _name(call: ast.Call) -> str:
    return getattr(call.func, "id", "") or getattr(call.func, "attr", "")


def _shown(call: ast.Call) -> list[ast.expr]:
    """The arguments of a call that a person sees."""
    name, shown = _name(call), [each.value for each in call.keywords if each.arg in _TEXT_ARGUMENTS]
    if name in _ERRORS or name in ("print", "print_result"):
        return call.args
    if isinstance(call.func, ast.Attribute) and name in ("error", "warn", "set_postfix_str", "add_argument_group"):
        return call.args[:1]
    if name in ("tqdm", "Parser", "add_argument", "add_parser"):
        return shown
    return []


def _texts(node: ast.expr) -> Iterator[str]:
    """The texts of an expression that are not translated, with {} for each value of an f-string."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.Name(name) if name in _MARKED:
            yield name
        case ast.JoinedStr(values):
            yield "".join(each.value if isinstance(each, ast.Constant) else "{}" for each in values)
            for each in values:
                if isinstance(each, ast.FormattedValue):
                    yield from _texts(each.value)
        case ast.BinOp(left, _, right) | ast.IfExp(_, left, right):
            yield from _texts(left)
            yield from _texts(right)


def _starts_with_text(node: ast.expr) -> bool:
    """Whether lupdate would take the expression for a text: "a", f"a", ", ".join(b)."""
    while isinstance(node, ast.Call | ast.Attribute | ast.BinOp | ast.Subscript | ast.IfExp):
        match node:
            case ast.Call(func=inner) | ast.Attribute(value=inner) | ast.BinOp(left=inner) | ast.Subscript(value=inner):
                node = inner
            case ast.IfExp(body=inner):
                node = inner
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _marks(node: ast.AST) -> bool:
    return any(isinstance(each, ast.Call) and _name(each) == "tr_noop" for each in ast.walk(node))


_MARKING = {file for file, tree in _TREES.items() if _marks(tree)}
_MARKED = {
    target.id
    for tree in _TREES.values()
    for node in tree.body
    if isinstance(node, ast.Assign) and _marks(node)
    for target in node.targets
    if isinstance(target, ast.Name)
}


def _is_marked(node: ast.expr, file: str) -> bool:
    """Whether it may be a text that ``tr_noop`` marks: a constant, a field of a table, or a name where there is one."""
    while isinstance(node, ast.Subscript):
        node = node.value
    if isinstance(node, ast.Name):
        return node.id in _MARKED or file in _MARKING
    return isinstance(node, ast.Attribute) or (isinstance(node, ast.Call) and file in _MARKING)


def test_what_a_person_sees_is_translated() -> None:
    problems = [
        f"{file}:{argument.lineno}: {text}"
        for file, call in _CALLS
        for argument in _shown(call)
        for text in _texts(argument)
        if text not in _SAME_EVERYWHERE and any(map(str.isalpha, text))
    ]
    assert problems == []


def test_lupdate_finds_every_text() -> None:
    problems = []
    for file, call in _CALLS:
        name = _name(call)
        if name not in ("tr", "tr_n", "tr_noop"):
            continue
        first, *others = call.args
        literal = isinstance(first, ast.Constant) and isinstance(first.value, str)
        if not literal and not (name == "tr" and _is_marked(first, file)):
            problems.append(f"{file}:{call.lineno}: the text of {name} is no literal")
        if others and _starts_with_text(others[0]):
            problems.append(f"{file}:{call.lineno}: lupdate takes the second argument for a comment")
    assert problems == []
