"""engine.book as a whole: what it may import, how long its files are, and the README's example."""

import ast
from pathlib import Path

import pytest

import engine.book

ROOT = Path(__file__).resolve().parents[3]
# Reading the files of MNIST needs the last two.
_IMPORTED = {"numpy", "math", "typing", "collections.abc", "gzip", "pathlib"}
FILES = sorted(Path(engine.book.__file__).parent.glob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_short_and_imports_numpy_alone(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 150
    for node in ast.walk(ast.parse(text)):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.level:
            assert node.level == 1, "only from its own folder"
        elif isinstance(node, ast.ImportFrom):
            names.append(str(node.module))
        assert set(names) <= _IMPORTED


@pytest.mark.parametrize("name", engine.book.__all__)
def test_every_name_has_a_docstring_with_its_source(name: str) -> None:
    assert "Source: " in getattr(engine.book, name).__doc__


def test_the_notebook_example_of_the_readme_runs(
    shared_data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    _, _, after = readme.partition("<!-- the notebook example -->\n```python\n")
    code, end, _ = after.partition("```")
    assert end
    assert len(code.splitlines()) <= 14
    monkeypatch.setenv("DIGITLAB_MNIST", str(shared_data / "mnist"))
    exec(compile(code, "README.md", "exec"), {})
    assert float(capsys.readouterr().out.split()[-1]) > 0.9
