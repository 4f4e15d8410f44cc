"""The values that variables get, line by line, and what goes wrong."""

import inspect
import sys
import warnings

import numpy as np
import pytest

from gui.learn.source_lines import source_of
from gui.learn.tracer import Trace, run_traced
from gui.learn.values import Snapshot


def scaled(x, factor=2.0):
    y = x * factor
    for i in range(3):
        y[i] += i
    z, (a, *rest) = y.sum(), y
    return z + a + 0 * sum(rest)


def outer(x):
    def inner(t):
        u = t + 1
        return u * 2

    return [inner(each) for each in x]


class Layer:
    @staticmethod
    def double(x):
        return 2 * x

    def forward(self, x):
        self.x = np.add(
            x,
            1,
        )
        return self.double(self.x)


def overflows(x):
    big = np.exp(x)
    return big / big


def fails(x):
    y = x + 1
    z = y / 0
    return z


def catches(x):
    try:
        y = x[3]
    except IndexError:
        y = -1
    return y


def restores(x):
    kept = x[0]
    x[0] = 99
    x[0] = kept
    return x


def on_line(trace: Trace, shown: object, text: str) -> dict[str, str]:
    """The values beside the line that contains a text."""
    source = source_of(shown)
    number = next(i for i, line in enumerate(source.text.splitlines()) if text in line) + source.first
    return {name: value.text for name, value in trace.values.get(source.statements[number], {}).items()}


def test_arguments_variables_loops_and_returned_values_are_noted() -> None:
    x = np.array([1.0, 2.0, 3.0])
    trace = run_traced(lambda: scaled(x), (scaled,))
    assert on_line(trace, scaled, "def scaled") == {"x": "[1, 2, 3]", "factor": "2"}
    assert on_line(trace, scaled, "y = x") == {"y": "[2, 4, 6]"}
    # Of a loop, the last round.
    assert on_line(trace, scaled, "for i") == {"i": "2"}
    assert on_line(trace, scaled, "y[i] +=") == {"y": "[2, 5, 8]"}
    assert on_line(trace, scaled, "z, (a") == {"z": "15", "a": "2", "rest": "[5, 8]"}
    assert on_line(trace, scaled, "return") == {"return": "17"}
    assert not trace.error
    assert not trace.warnings


def test_functions_in_functions_are_noted_and_other_functions_are_not() -> None:
    trace = run_traced(lambda: (outer([1, 5]), scaled(np.zeros(3))), (outer,))
    assert on_line(trace, outer, "u = t") == {"u": "6"}
    assert on_line(trace, outer, "return u") == {"return": "12"}
    assert on_line(trace, outer, "return [inner") == {"return": "[4, 12]"}
    assert {statement.file for statement in trace.values} == {outer.__code__.co_filename}
    assert on_line(trace, scaled, "y = x") == {}


def test_of_a_class_the_methods_and_the_attributes_are_noted() -> None:
    trace = run_traced(lambda: Layer().forward(3), (Layer,))
    # The statement has three lines: its value is beside the last one.
    assert on_line(trace, Layer, "np.add") == {"self.x": "4"}
    source = source_of(Layer)
    last = next(each for each in source.statements.values() if "self.x" in each.names).last
    assert source.text.splitlines()[last - source.first].strip() == ")"
    assert on_line(trace, Layer, "def forward") == {"x": "3"}
    assert on_line(trace, Layer, "return 2") == {"return": "8"}


def test_the_source_is_what_inspect_gives() -> None:
    for shown in (scaled, outer, Layer):
        assert source_of(shown).text == inspect.getsource(shown)


def test_a_value_is_as_it_was_after_its_line() -> None:
    x = np.array([1.0, 2.0])
    trace = run_traced(lambda: restores(x), (restores,))
    assert on_line(trace, restores, "x[0] = 99") == {"x": "[99, 2]"}
    assert on_line(trace, restores, "x[0] = kept") == {"x": "[1, 2]"}


def test_warnings_are_noted_with_their_line_and_not_printed(capsys: pytest.CaptureFixture[str]) -> None:
    trace = run_traced(lambda: overflows(np.array([1000.0, 1.0])), (overflows,))
    (overflow, at), (invalid, _) = trace.warnings
    assert overflow == "RuntimeWarning: overflow encountered in exp"
    assert invalid == "RuntimeWarning: invalid value encountered in divide"
    assert at is not None
    assert at.names == ("big",)
    assert on_line(trace, overflows, "big = ") == {"big": "[inf, 2.7183]"}
    assert on_line(trace, overflows, "return") == {"return": "[nan, 1]"}
    assert capsys.readouterr() == ("", "")


def test_an_error_is_noted_with_its_line() -> None:
    trace = run_traced(lambda: fails(1), (fails,))
    assert trace.error == "ZeroDivisionError: division by zero"
    assert trace.raised_at is not None
    assert trace.raised_at.names == ("z",)
    assert on_line(trace, fails, "y = x") == {"y": "2"}
    assert on_line(trace, fails, "z = y") == on_line(trace, fails, "return") == {}


def test_an_error_outside_of_the_functions_is_noted_too() -> None:
    trace = run_traced(lambda: [].pop(), (scaled,))
    assert trace.error == "IndexError: pop from empty list"
    assert trace.raised_at is None


def test_an_error_that_the_code_catches_is_none() -> None:
    trace = run_traced(lambda: catches([]), (catches,))
    assert not trace.error
    assert on_line(trace, catches, "y = x[3]") == {}
    assert on_line(trace, catches, "y = -1") == {"y": "-1"}
    assert on_line(trace, catches, "return") == {"return": "-1"}


@pytest.mark.parametrize("shown", [scaled, fails])
def test_the_trace_function_and_the_warnings_from_before_are_restored(shown) -> None:
    def other(frame, event, arg):
        return None

    filters, before = warnings.filters[:], sys.gettrace()
    sys.settrace(other)
    try:
        run_traced(lambda: shown(np.ones(3)), (shown,))
        assert sys.gettrace() is other
    finally:
        sys.settrace(before)
    assert warnings.filters == filters


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (0.1 + 0.2, "", "0.3"),
        (4.53978687e-05, "", "4.539787e-05"),
        (float("nan"), "", "nan"),
        (np.float64("inf"), "", "inf"),
        (np.int64(3), "", "3"),
        (np.bool_(True), "", "True"),
        (None, "", "None"),
        ("relu", "", "'relu'"),
        (np.array(2.5), "", "2.5"),
        (np.array([1, 2]), "(2,) int64", "[1, 2]"),
        (np.array([0.9999546, 4.5397868e-05, np.nan]), "(3,)", "[0.99995, 4.5398e-05, nan]"),
        (np.zeros((2, 2), np.float32), "(2, 2) float32", "[[0, 0], [0, 0]]"),
        (np.arange(100.0), "(100,)", "[0, 1, 2, …, 97, 98, 99]"),
        (np.zeros((0, 3)), "(0, 3)", "[]"),
        (np.zeros((20, 1, 5, 5)), "(20, 1, 5, 5)", "[[[[0, …, 0], …, [0, …, 0]]], …, [[[0, …, 0], …, [0, …, 0]]]]"),
        ([1.0, np.ones(2)], "", "[1, (2,) [1, 1]]"),
        ((1,), "", "(1,)"),
        ({"W1": np.zeros((1, 2)), "b": 0}, "", "{'W1': (1, 2) [[0, 0]], 'b': 0}"),
        (list(range(9)), "", "[0, 1, 2, …, 6, 7, 8]"),
        (Layer(), "", "Layer"),
        (np.exp, "", "exp"),
    ],
)
def test_values_are_short_texts(value: object, kind: str, text: str) -> None:
    made = Snapshot(value)
    assert (made.kind, made.text) == (kind, text)


def test_a_list_that_contains_itself_has_an_end() -> None:
    loop: list[object] = []
    loop.append(loop)
    assert "…" in Snapshot(loop).text
