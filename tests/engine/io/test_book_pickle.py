"""The book's pickles are read, and no pickle runs code."""

import builtins
import collections
import os
import pickle
import pickletools
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.errors import WeightsError
from engine.io.book_pickle import unpack
from engine.io.checked_file import Fault
from engine.weights import load_weights

rng = np.random.default_rng(4)
PARAMS = {"W1": rng.random((784, 10), np.float32), "b1": rng.random(10, np.float32)}
GOOD = pickle.dumps(PARAMS, 4)


def refused(content: bytes) -> str:
    """The message for a file of ``content`` that is refused, which takes little memory."""
    tracemalloc.start()
    with pytest.raises(Fault) as caught:
        unpack(content)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < len(content) * 4 + (1 << 19)
    sentence = str(caught.value)
    assert sentence.startswith("it was refused and nothing in it was run, because ")
    assert "\n" not in sentence
    assert len(sentence) < 400
    return sentence


@pytest.mark.parametrize("protocol", [2, 3, 4, 5])
@pytest.mark.parametrize("order", ["C", "F"])
@pytest.mark.parametrize("dtype", ["<f2", ">f2", "<f4", ">f4", "<f8", ">f8"])
def test_plain_arrays_are_read(dtype: str, order: Any, protocol: int) -> None:
    arrays = {"W1": rng.random((4, 3)).astype(dtype, order), "b1": np.zeros(0, dtype), "c": np.ones((2, 3, 4), dtype)}
    found = unpack(pickle.dumps(arrays, protocol))
    assert found.keys() == arrays.keys()
    for name, array in found.items():
        assert array.dtype == arrays[name].dtype
        assert not array.flags.writeable
        np.testing.assert_array_equal(array, arrays[name])


@pytest.mark.parametrize("protocol", [2, 3, 4, 5])
def test_ordered_dicts_views_and_read_only_arrays_are_read(protocol: int) -> None:
    every_byte = np.frombuffer(bytes(range(256)) * 4, np.float16)  # protocol 2 writes bytes as text
    read_only = np.arange(6, dtype=np.float32)
    read_only.flags.writeable = False
    arrays = {"a": every_byte[::3], "b": read_only, "c": np.zeros(()), "d": np.ones((3, 4)).T, "e": np.zeros((0, 3))}
    found = unpack(pickle.dumps(collections.OrderedDict(arrays), protocol))
    assert list(found) == list(arrays)
    for name, array in arrays.items():
        assert found[name].tobytes("A") == array.tobytes("A")
        assert found[name].shape == array.shape


@pytest.mark.parametrize("protocol", [2, 3, 4, 5])
def test_the_names_before_numpy_2(protocol: int) -> None:
    content = pickle.dumps(PARAMS, protocol)
    older = content.replace(b"numpy._core.", b"numpy.core.")
    if protocol >= 4:
        # The names have their length before them, and the whole is in a frame.
        older = content.replace(b"\x16numpy._core.multiarray", b"\x15numpy.core.multiarray")
        older = older.replace(b"\x13numpy._core.numeric", b"\x12numpy.core.numeric")
    assert older != content
    np.testing.assert_array_equal(unpack(older)["W1"], PARAMS["W1"])


def test_out_of_band_buffers_are_refused() -> None:
    buffers: list[pickle.PickleBuffer] = []
    content = pickle.dumps(PARAMS, 5, buffer_callback=buffers.append)
    assert buffers
    assert "the pickle instruction NEXT_BUFFER" in refused(content)


@pytest.mark.parametrize("protocol", [2, 3, 4, 5])
@pytest.mark.parametrize("other", [20, 0.1, -(1 << 40), np.float64(3), np.zeros(3, int), "text", None, [0.1], [1, 2]])
def test_what_is_no_float_array_is_named(other: object, protocol: int) -> None:
    assert "“epochs”" in refused(pickle.dumps({**PARAMS, "epochs": other}, protocol))


def test_a_network_of_scikit_learn_is_refused_with_what_to_do() -> None:
    content = b"\x80\x04csklearn.neural_network._multilayer_perceptron\nMLPClassifier\n)\x81."
    assert 'numpy.savez("weights.npz", *model.coefs_, *model.intercepts_)' in refused(content)
    content = b"\x80\x04c__main__\nTwoLayerNet\n)\x81."
    assert 'numpy.savez("weights.npz", **network.params)' in refused(content)


def test_a_text_that_is_encoded_again_and_again_takes_no_memory() -> None:
    text = b"X" + (1 << 16).to_bytes(4, "little") + b"a" * (1 << 16) + b"\x94"
    latin1 = b"X\x06\0\0\0latin1\x94"
    encode = b"c_codecs\nencode\n\x94"
    program = text + latin1 + encode + b"h\x02h\x00h\x01\x86R" * 900 + b"."
    assert "in a way that no array needs" in refused(program)


_LONG = 8 << 20
_EMOJI = "\U0001f600".encode() + bytes(_LONG)


@pytest.mark.parametrize(
    "instruction",
    [
        b"X" + len(_EMOJI).to_bytes(4, "little") + _EMOJI,  # BINUNICODE
        b"\x8d" + len(_EMOJI).to_bytes(8, "little") + _EMOJI,  # BINUNICODE8
        b"V" + _EMOJI.replace(b"\0", b"a") + b"\n",  # UNICODE
        b"S'" + b"a" * _LONG + b"'\n",  # STRING
        b"c" + b"a" * _LONG + b"\na\n",  # GLOBAL
        b"\x8b" + _LONG.to_bytes(4, "little") + bytes(_LONG),  # LONG4
    ],
)
@pytest.mark.parametrize("encoded", [False, True])
def test_a_long_text_takes_no_memory(instruction: bytes, encoded: bool) -> None:
    """As a str, one emoji makes four bytes of each character."""
    encode = b"c_codecs\nencode\n" + instruction + b"U\6latin1\x86R"
    program = b"\x80\2}" + (encode if encoded else instruction) + b"."
    tracemalloc.start()
    with pytest.raises(Fault):
        unpack(program)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < _LONG


def test_long_bytes_of_protocol_2_are_read() -> None:
    """They are a text whose characters have one or two bytes."""
    array = np.frombuffer(rng.bytes(_LONG), np.float16)
    np.testing.assert_array_equal(unpack(pickle.dumps({"W": array}, 2))["W"], array)


def test_a_lack_of_memory_is_not_called_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(file: object) -> None:
        raise MemoryError

    monkeypatch.setattr(pickletools.int4, "reader", read)
    with pytest.raises(MemoryError):
        unpack(b"\x80\2J\0\0\0\0.")


def test_an_array_under_two_names_is_read_twice() -> None:
    both = unpack(pickle.dumps({"b1": PARAMS["b1"], "b2": PARAMS["b1"]}, 4))
    np.testing.assert_array_equal(both["b1"], both["b2"])


@pytest.mark.parametrize("name", ["sample_weight", "simple_convnet_params", "deep_convnet_params"])
def test_the_books_files_are_read_as_python_reads_them(shared_data: Path, name: str) -> None:
    content = (shared_data / "book" / f"{name}.pkl").read_bytes()
    found, wanted = unpack(content), pickle.loads(content)
    assert found.keys() == wanted.keys()
    for array, other in zip(found.values(), wanted.values(), strict=True):
        assert array.dtype == other.dtype
        assert array.flags.f_contiguous == other.flags.f_contiguous
        np.testing.assert_array_equal(array, other)


class Call:
    """Pickled, this is a call of ``function``."""

    def __init__(self, function: Callable[..., object], *arguments: object) -> None:
        self.call = function, arguments

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return self.call


@pytest.mark.parametrize("protocol", range(6))
@pytest.mark.parametrize("wrap", [lambda call: call, lambda call: PARAMS | {"W2": call}, lambda call: {call: 1}])
def test_no_code_is_run(tmp_path: Path, protocol: int, wrap: Callable[[Call], object]) -> None:
    marker = tmp_path / "marker"
    for call in (
        Call(os.system, f"echo > {marker}"),
        Call(builtins.eval, f"open({str(marker)!r}, 'w')"),
        Call(builtins.open, str(marker), "w"),
        Call(os.mkdir, str(marker)),
    ):
        content = pickle.dumps(wrap(call), protocol)
        refused(content)
        (tmp_path / "evil.pkl").write_bytes(content)
        with pytest.raises(WeightsError, match=r"^evil\.pkl cannot be opened: it was refused and nothing in it was"):
            load_weights(tmp_path / "evil.pkl")
        assert not marker.exists()
    # Python's own reader runs it.
    pickle.loads(pickle.dumps(Call(os.mkdir, str(marker)), protocol))
    assert marker.exists()


RECONSTRUCT = b"cnumpy.core.multiarray\n_reconstruct\n"
NDARRAY = b"cnumpy\nndarray\n"
DTYPE = b"cnumpy\ndtype\n"
ARRAY = RECONSTRUCT + NDARRAY + b"K\0\x85C\x01b\x87R"


def doubled(times: int) -> bytes:
    """Nested tuples, each holding the next one twice: every 4 bytes double the time to hash them."""
    return b"K\0\x94" + b"".join(b"h" + bytes([i]) + b"\x86\x94" for i in range(times))


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        (b"", "damaged, cut off, or no pickle"),
        (b"PK\x03\x04", "damaged, cut off, or no pickle"),
        (b".", "damaged, cut off"),
        (b"}", "damaged, cut off"),
        (b"(.", "damaged, cut off"),
        (b"0.", "the pickle instruction POP"),
        (b"(}.", "it is no dict of arrays"),
        (b"}}.", "damaged, cut off"),
        (b"N.", "it is no dict of arrays"),
        (b"}K\0K\0s.", "a name of their own"),
        (b"}" + doubled(70) + b"K\0s.", "a name of their own"),
        (b"}" + b"X\x01\0\0\0a" + doubled(70) + b"s.", "other things than arrays"),
        (doubled(70) + b"\x8c\x05dtype\x93.", "damaged"),
        (doubled(70) + doubled(1) + b"R.", "in a way that no array needs"),
        (b"K\0" + b"\x85" * 4_990 + b".", "it is no dict of arrays"),
        (b"K\0" * 10_000, "longer than any dict of arrays"),
        (b"}" + b"\x8c\x01a" + ARRAY + b"s\x8c\x01a" + ARRAY + b"s.", "a name of their own"),
        (b"}\x8c\x01a" + ARRAY + b"s.", "other things than arrays"),
        # Names
        (b"cos\nsystem\n.", "asks for “os.system”"),
        (b"cnumpy\nload\n.", "asks for “numpy.load”"),
        (b"cnumpy\n" + b"x" * 300 + b"\n.", "asks for “numpy.xxx"),
        (b"\x8c\x08builtins\x8c\x04eval\x93.", "asks for “builtins.eval”"),
        (b"\x8c\x00\x8c\x0dnumpy\0\n dtype\x93.", "asks for “.numpy?? dtype”"),
        (b"K\0K\0\x93.", "damaged"),
        (b"ios\nsystem\n.", "instruction INST"),
        (b"(" + NDARRAY + b"o.", "instruction OBJ"),
        (b"\x82\x01.", "instruction EXT1"),
        (b"Pid\n.", "instruction PERSID"),
        (b"K\0Q.", "instruction BINPERSID"),
        (NDARRAY + b")\x81.", "instruction NEWOBJ"),
        (NDARRAY + b")}\x92.", "instruction NEWOBJ_EX"),
        (b"\x97.", "instruction NEXT_BUFFER"),
        # Sizes that the file does not have
        (b"\x8e" + b"\xff" * 7 + b"\x7fx.", "damaged, cut off"),
        (b"\x8d" + b"\0" * 5 + b"\x01\0\0x.", "damaged, cut off"),
        (b"B\xff\xff\xff\x7fx.", "damaged, cut off"),
        (b"\x96" + b"\0" * 5 + b"\x01\0\0x.", "damaged, cut off"),
        (b"\x8b\xff\xff\xff\x7fx.", "damaged, cut off"),
        (b"\x8b\x04\0\0\0\xff\xff\xff\x7f.", "instruction LONG4"),
        (b"I" + b"9" * 10_000 + b"\n.", "damaged, cut off"),
        (b"S'\\z'\n.", "it"),
        (b"\x80\x04\x95" + b"\xff" * 8 + b"N.", "it is no dict of arrays"),
        (b"}r\xff\xff\xff\x7fr\xfe\xff\xff\xff0.", "instruction POP"),
        (b"}j\xff\xff\xff\x7f.", "damaged, cut off"),
        # Calls and states
        (NDARRAY + b"K\x05\x85R.", "in a way that no array needs"),
        (RECONSTRUCT + NDARRAY + b"J\xff\xff\xff\x7f\x85C\x01b\x87R.", "in a way that no array needs"),
        (RECONSTRUCT + DTYPE + b"K\0\x85C\x01b\x87R.", "in a way that no array needs"),
        (b"NNR.", "in a way that no array needs"),
        (b"c_codecs\nencode\n\x8c\x01a\x8c\x05utf-8\x86R.", "in a way that no array needs"),
        (b"c_codecs\nencode\nX\x03\0\0\0\xe2\x82\xac\x8c\x06latin1\x86R.", "in a way that no array needs"),
        (b"c__builtin__\nbytes\nK\x09\x85R.", "in a way that no array needs"),
        (b"ccollections\nOrderedDict\n}\x85R.", "in a way that no array needs"),
        (b"cnumpy.core.numeric\n_frombuffer\nC\x01a" + DTYPE + b"K\x01\x85\x8c\x01Ct.", "damaged"),
        (
            b"cnumpy.core.numeric\n_frombuffer\n(C\x04aaaa" + DTYPE + b"\x8c\x02f4\x89\x88\x87RK\x01\x85\x8c\x01CtR.",
            "a state",
        ),
        (DTYPE + b"\x8c\x01OK\0K\x01\x87R.", "something else than float16, float32 or float64"),
        (DTYPE + b"\x8c\x06f4, f4K\0K\x01\x87R.", "something else than float16, float32 or float64"),
        (RECONSTRUCT + b"}\x8c\x0c__defaults__K\0sb.", "a state that no array has"),
        (NDARRAY + b"N}\x8c\x08__dict__Ns\x86b.", "a state that no array has"),
        (b"}}b.", "a state that no array has"),
        (ARRAY + b"Nb.", "a state that no array has"),
        (ARRAY + b"K\x01K\x02\x85" + ARRAY + b"\x89C\0\x87b.", "a state that no array has"),
    ],
)
def test_hostile_programs(program: bytes, reason: str) -> None:
    assert reason in refused(program)


def array_of(shape: bytes, data: bytes, order: bytes = b"<", code: bytes = b"f4") -> bytes:
    """A pickled dict of one array of this shape (the instructions for its tuple) and these bytes."""
    dtype = (
        DTYPE
        + b"\x8c\x02"
        + code
        + b"\x89\x88\x87R(K\x03\x8c\x01"
        + order
        + b"NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\0tb"
    )
    return b"}\x8c\x01a" + ARRAY + b"(K\x01" + shape + dtype + b"\x89C" + bytes([len(data)]) + data + b"tbs."


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        (array_of(b"K\x03\x85", bytes(8)), "bytes are not as many"),
        (array_of(b"J\xff\xff\xff\x7fJ\xff\xff\xff\x7f\x86", bytes(8)), "bytes are not as many"),
        (array_of(b"J\xff\xff\xff\xffJ\xfe\xff\xff\xff\x86", bytes(8)), "of an impossible shape"),
        (array_of(b"(" + b"K\x01" * 40 + b"t", bytes(4)), "of an impossible shape"),
        (array_of(b"\x88\x85", bytes(4)), "of an impossible shape"),
        (array_of(b"\x8c\x012\x85", bytes(8)), "of an impossible shape"),
        (array_of(b"K\x02", bytes(8)), "a state that no array has"),
        (array_of(b"K\x02\x85", bytes(8), order=b"|"), "a state that no array has"),
        (array_of(b"K\x02\x85", bytes(8), code=b"i4"), "something else than float16"),
        (array_of(b"K\x02\x85", bytes(8), code=b"c8"), "something else than float16"),
        (array_of(b"K\x02\x85", bytes(8))[:-1], "damaged, cut off"),
        (array_of(b"K\x02\x85", bytes(8)) + b"\0", "something follows its end"),
        (array_of(b"K\x02\x85", bytes(8)) * 2, "something follows its end"),
    ],
)
def test_hostile_arrays(program: bytes, reason: str) -> None:
    assert unpack(array_of(b"K\x02\x85", bytes(8)))["a"].shape == (2,)
    assert reason in refused(program)


@pytest.mark.parametrize(
    "value",
    [
        [np.zeros(3)],
        {"W1": [1.0, 2.0]},
        {"W1": np.float32(1)},
        {1: np.zeros(3)},
        {"W1": {"W1": np.zeros(3)}},
        {"W1": np.zeros(3, int)},
        {"W1": np.array(["text"])},
        {"W1": np.array([None])},
        {"W1": np.zeros(3, "f4,f4")},
        {"W1": np.ma.zeros(3)},
        {"W1": np.zeros(3, "datetime64[s]")},
    ],
)
@pytest.mark.parametrize("protocol", range(6))
def test_other_values_than_float_arrays_are_refused(value: object, protocol: int) -> None:
    refused(pickle.dumps(value, protocol))


def test_truncated_files_and_flipped_bits_raise_only_faults() -> None:
    for length in [*range(0, 300), *rng.integers(0, len(GOOD), 200)]:
        refused(GOOD[:length])
    # Past these, all but the last 150 bytes are the numbers of W1.
    for position in [*rng.integers(0, 300, 1_000), *rng.integers(len(GOOD) - 150, len(GOOD), 500)]:
        damaged = bytearray(GOOD)
        damaged[position] ^= 1 << rng.integers(8)
        try:
            found = unpack(bytes(damaged))
        except Fault:
            continue
        assert all(isinstance(array, np.ndarray) and array.nbytes <= len(GOOD) for array in found.values())
