"""The documents: every link, anchor and picture exists, and every command and block of code is one that works."""

import ast
import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import numpy as np
import pytest

import engine.book
from engine.cli.parser import parse
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.weights import Weights, save_weights

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "weights" / "README.md"])
PICTURES = ROOT / "docs" / "pictures"
MOST_BYTES = 3_000_000

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
_PYTHON = re.compile(r"(?:\.venv[/\\](?:bin|Scripts)[/\\])?(?:python3?|py)")
# Commands of other programs.
_KNOWN = {
    *("pipx install .", "uv tool install .", "pip wheel --no-deps .", "pip install .", "pip install -e .[test]"),
    *("ruff check .", "ruff format .", "mypy"),
}
_SHELLS = ("sh", "bat", "powershell")

every_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: file.relative_to(ROOT).as_posix())


def _prose(document: Path) -> str:
    """A document without its code."""
    return _INLINE.sub("", _FENCE.sub("", document.read_text(encoding="utf-8")))


def _anchors(document: Path) -> set[str]:
    """The anchors that GitHub gives to its headings."""
    text = _FENCE.sub("", document.read_text(encoding="utf-8"))
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def _commands(document: Path) -> Iterator[str]:
    """Every single command in its blocks and between its backquotes."""
    text = document.read_text(encoding="utf-8")
    blocks = [block for language, block in _FENCE.findall(text) if language in _SHELLS]
    inline = [each for each in _INLINE.findall(_FENCE.sub("", text)) if " " in each or each.startswith(".ci/")]
    for line in (*"\n".join(blocks).splitlines(), *inline):
        for part in re.split(r"&&|;", line):
            command = re.sub(r"^\s*(?:if \(\$\?\) \{)?\s*|\s*\}?\s*$", "", part).replace("\\|", "|")
            first = command.partition(" ")[0]
            if not command:
                continue
            known = first in ("digit-lab", "pip", "pipx", "uv") or first.startswith((".ci/", ".venv/bin/"))
            if line not in inline or _PYTHON.fullmatch(first) or known:
                yield command


def _check(command: str) -> None:
    """Raises AssertionError where a command cannot work."""
    words = shlex.split(re.sub(r"\[[^][]*\]$", "", command).replace("\\", "/"))
    while words and re.fullmatch(r"[A-Z_]+=\S*", words[0]):
        words.pop(0)
    first, *rest = words
    if first == "digit-lab":
        _parse(rest)
    elif first.startswith(".ci/"):
        assert (ROOT / first).is_file()
    elif not _PYTHON.fullmatch(first):
        assert " ".join([first.removeprefix(".venv/bin/"), *rest]) in _KNOWN, f"what is {command}?"
    elif rest[:1] == ["main.py"]:
        _parse(rest[1:])
    elif rest[:1] == ["-m"]:
        _check_module(*rest[1:])
    else:
        source = (ROOT / rest[0]).read_text(encoding="utf-8")
        for option in rest[1:]:
            assert not option.startswith("--") or f'"{option}"' in source, f"{rest[0]} has no {option}"


def _parse(arguments: list[str]) -> None:
    if arguments[-1:] in (["--help"], ["--version"]):
        return
    # A place for a file has the form of one.
    parse([re.sub(r"^FILE$", "FILE.png", each).removesuffix("...") for each in arguments])


def _check_module(module: str, *arguments: str) -> None:
    if module == "pip":
        extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        for each in arguments:
            extra = re.fullmatch(r"\.\[(\w+)\]", each)
            assert extra is None or extra[1] in extras["optional-dependencies"]
        assert arguments[0] == "install"
    elif module == "PyInstaller":
        assert (ROOT / arguments[-1]).is_file()
    elif module == "pytest":
        assert all(each.startswith("-") or each.isdigit() or (ROOT / each).exists() for each in arguments)
    elif module not in ("venv", "notebook"):
        path = ROOT / module.replace(".", "/")
        assert module == "digit_lab" or path.with_suffix(".py").is_file() or (path / "__main__.py").is_file()


@every_document
def test_links_lead_somewhere(document: Path) -> None:
    for picture, words, target in _LINK.findall(_prose(document)):
        if target.startswith(("https://", "http://")):
            continue
        path, _, anchor = unquote(target).partition("#")
        file = document.parent / path if path else document
        assert file.exists(), target
        assert not anchor or anchor in _anchors(file), target
        assert words.strip(), f"{target} needs a text"
        assert not picture or file.suffix in (".png", ".gif"), target


@every_document
def test_commands_are_right(document: Path) -> None:
    for command in _commands(document):
        try:
            _check(command)
        except (AssertionError, OSError, SystemExit) as error:
            pytest.fail(f"{command}: {error}")


@every_document
def test_files_that_are_named_exist(document: Path) -> None:
    named = re.findall(
        r"`((?:engine|gui|tests|docs|assets|weights|\.ci)/[\w./-]+)`", document.read_text(encoding="utf-8")
    )
    assert [each for each in named if each == each.lower() and not (ROOT / each).exists()] == []


@every_document
def test_code_compiles(document: Path) -> None:
    for language, code in _FENCE.findall(document.read_text(encoding="utf-8")):
        assert language != "python" or compile(code, document.name, "exec")


def test_the_code_about_saved_weights_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (ROOT / "docs" / "guide" / "files.md").read_text(encoding="utf-8")
    (code,) = (code for language, code in _FENCE.findall(text) if language == "python")
    network = Network(NetworkSpec.mlp((50,)))
    network.initialize(np.random.default_rng(0))
    monkeypatch.chdir(tmp_path)
    save_weights("mine.safetensors", Weights(network.spec, network.snapshot()))
    exec(compile(code, "files.md", "exec"), {})
    assert "'W1': (784, 50)" in capsys.readouterr().out


def test_every_picture_is_used_and_all_are_small() -> None:
    used = {
        (document.parent / target).resolve()
        for document in DOCUMENTS
        for picture, _, target in _LINK.findall(_prose(document))
        if picture
    }
    taken = set(PICTURES.iterdir())
    assert taken <= used
    assert sum(file.stat().st_size for file in taken) <= MOST_BYTES


def test_the_page_about_the_book_names_every_lesson_and_where_its_functions_are() -> None:
    page = (ROOT / "docs" / "book.md").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in page.splitlines() if "/book/ch0" in line]
    lessons = (ROOT / "assets" / "lessons" / "en").glob("*.toml")
    titles = {tomllib.loads(file.read_text(encoding="utf-8"))["title"] for file in lessons}
    assert {lesson for _, lesson, _, _ in rows} - {""} == titles
    files = {file.name for file in (ROOT / "engine" / "book").glob("ch0*.py")}
    assert {name for _, _, linked, _ in rows for name in re.findall(r"\[(ch\w+\.py)\]", linked)} == files
    for _, _, linked, named in rows:
        defined = {name for file in re.findall(r"\[(ch\w+\.py)\]", linked) for name in _defined(file)}
        names = set(_INLINE.findall(named))
        assert names <= defined, names - defined
        assert names <= set(engine.book.__all__) or "ch05" in linked, names


def _defined(file: str) -> Iterator[str]:
    """The functions and classes of a file of the book."""
    tree = ast.parse((ROOT / "engine" / "book" / file).read_text(encoding="utf-8"))
    return (node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef))


def test_the_data_and_qt_are_attributed() -> None:
    pytest.importorskip("PySide6")
    from gui.help.pages import acknowledgements

    texts = [acknowledgements(), *((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "NOTICE"))]
    for text in texts:
        for name in ("UNIPEN", "Pen-Based Recognition of Handwritten Digits", "Alpaydin", "CC BY 4.0", "MNIST", "LGPL"):
            assert name in text
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "NOTICE" in project["license-files"]


def test_every_library_is_attributed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    # With those that the standalone folder names, which the libraries need themselves.
    (named,) = re.findall(r"^PACKAGES = (.*)$", (ROOT / ".ci" / "digit-lab.spec").read_text(encoding="utf-8"), re.M)
    used = {re.split(r"[^\w-]", each)[0].removesuffix("-essentials") for each in project["dependencies"]}
    used |= set(ast.literal_eval(named)) - {"engine", "gui"}
    assert used - set(re.findall(r"[\w-]+", (ROOT / "NOTICE").read_text(encoding="utf-8").lower())) == set()
