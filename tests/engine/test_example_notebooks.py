"""The notebooks in docs/examples run from top to bottom, and are saved as Jupyter saves them, without outputs."""

import json
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "examples"
# Instead of the numbers in the cell of parameters: fewer, so that a test takes a second or so.
PARAMETERS: dict[str, dict[str, int]] = {
    "chapter3_inference": {"IMAGES": 200},
    "chapter4_learning": {"IMAGES": 200, "STEPS": 5},
    "chapter5_backpropagation": {"TRAIN": 300, "TEST": 100, "STEPS": 60},
    "own_network": {"TRAIN": 300, "TEST": 100, "STEPS": 60},
}
PRINTED = {
    "chapter3_inference": "[0.31682708 0.69627909]",
    "chapter4_learning": "x = 5.0: measured 0.2000000000, exact 0.2000000000",
    "chapter5_backpropagation": "price 715.0",
    "own_network": "My network",
}


def cells(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((FOLDER / f"{name}.ipynb").read_text(encoding="utf-8"))["cells"]
    return found


def test_every_notebook_is_tested() -> None:
    assert {path.stem for path in FOLDER.glob("*")} == set(PARAMETERS)


@pytest.mark.parametrize("name", PARAMETERS)
def test_it_is_saved_as_jupyter_saves_it(name: str) -> None:
    text = (FOLDER / f"{name}.ipynb").read_text(encoding="utf-8")
    notebook = json.loads(text)
    assert text == json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    assert len({cell["id"] for cell in notebook["cells"]}) == len(notebook["cells"])
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            # So that no old result is shown beside new code.
            assert (cell["outputs"], cell["execution_count"]) == ([], None)


@pytest.mark.parametrize("name", PARAMETERS)
def test_its_cells_run_in_order(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    namespace: dict[str, Any] = {}
    for cell in cells(name):
        if cell["cell_type"] == "code":
            exec(compile("".join(cell["source"]), f"{name} {cell['id']}", "exec"), namespace)
            if "parameters" in cell["metadata"].get("tags", ()):
                assert set(PARAMETERS[name]) <= set(namespace)
                namespace.update(PARAMETERS[name])
    printed = capsys.readouterr().out
    assert PRINTED[name] in printed
    assert "nan" not in printed
