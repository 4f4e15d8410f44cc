"""The examples in docstrings run as a student types them: with the name of the installed package."""

import doctest
import importlib
from pathlib import Path

import pytest

import engine.book

_FILES = sorted(Path(engine.book.__file__).parent.glob("ch0*.py"))
CHAPTERS = [f"book.{path.stem}" for path in _FILES if path.stem != "ch03_mnist"]
OTHERS = [
    "data.dataset",
    "data.synthetic.digits",
    "nn.network",
    "nn.network_spec",
    "recognizer",
    "train.trainer",
    "weights.weights",
]
# Used as AdaGrad, whose example stands above it; and a file of MNIST is needed.
WITHOUT = {"RMSprop", "read_idx"}


def check_examples(module: str) -> None:
    failed, attempted = doctest.testmod(importlib.import_module(f"digit_lab.engine.{module}"))
    assert attempted
    assert not failed


@pytest.mark.parametrize("module", CHAPTERS + OTHERS)
def test_the_examples_are_right(module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # one of them saves a file
    check_examples(module)


@pytest.mark.parametrize("module", ["book.ch03_mnist", "data.mnist"])
def test_the_examples_with_mnist_are_right(module: str, shared_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(shared_data)
    monkeypatch.setenv("DIGITLAB_MNIST", "mnist")
    check_examples(module)


def test_what_a_student_calls_has_an_example() -> None:
    found = {name for name in engine.book.__all__ if ">>> " not in getattr(engine.book, name).__doc__}
    assert found == WITHOUT
