"""onnxruntime: the engine's network as an ONNX model, put together layer by layer."""

import itertools
from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from contenders.contender import Contender, fastest
from contenders.work import CHECKED_PICTURES, CHUNK, WHITE, Arrays, Work

_OPSET = 17
# Pictures at a time; each divides CHUNK.
_AT_ONCE = (20, 100, CHUNK)
_SCALE = np.float32(1 / WHITE)


def contender(work: Work, one_thread: bool) -> Contender:
    return (_OnePicture if work.task.kind == "one" else _ManyPictures)(work, one_thread)


def model(spec: dict[str, Any], params: Arrays, bytes_in: bool) -> bytes:
    """x -> y, the probabilities. What needs not be done for each picture (Dropout's factor) is done to W beforehand."""
    nodes: list[onnx.NodeProto] = []
    constants: list[onnx.TensorProto] = []
    count: Counter[str] = Counter()
    flat, kept, last = len(spec["input_shape"]) == 1, 1.0, "x"

    def constant(name: str, array: npt.NDArray[Any]) -> str:
        constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def param(kind: str, factor: float = 1.0) -> str:
        count[kind] += 1
        name = f"{kind}{count[kind]}"
        return constant(name, np.float32(factor) * params[name])

    def then(operator: str, *inputs: str, **attributes: Any) -> None:
        nonlocal last
        out = f"{operator}{len(nodes)}"
        nodes.append(helper.make_node(operator, [last, *inputs], [out], **attributes))
        last = out

    if bytes_in:
        then("Cast", to=TensorProto.FLOAT)
        then("Mul", constant("scale", np.array(_SCALE)))
    for layer in spec["layers"]:
        match layer["kind"]:
            case "affine":
                if not flat:
                    then("Flatten")
                    flat = True
                then("Gemm", param("W", kept), param("b"))
                kept = 1.0
            case "convolution":
                then("Conv", param("W"), param("b"), strides=[layer["stride"]] * 2, pads=[layer["pad"]] * 4)
            case "batch_normalization":
                names = [param(name) for name in ("gamma", "beta", "mean", "var")]
                then("BatchNormalization", *names, epsilon=layer["eps"])
            case "max_pooling":
                then("MaxPool", kernel_shape=[layer["size"]] * 2, strides=[layer["size"]] * 2)
            case "dropout":
                kept = 1 - layer["ratio"]
            case "sigmoid":
                then("Sigmoid")
            case "relu":
                then("Relu")
    then("Softmax", axis=1)
    x = helper.make_tensor_value_info(
        "x", TensorProto.UINT8 if bytes_in else TensorProto.FLOAT, ["n", *spec["input_shape"]]
    )
    y = helper.make_tensor_value_info(last, TensorProto.FLOAT, ["n", 10])
    graph = helper.make_graph(nodes, "network", [x], [y], constants)
    opset = helper.make_opsetid("", _OPSET)
    made = helper.make_model(graph, opset_imports=[opset], ir_version=helper.find_min_ir_version_for([opset]))
    onnx.checker.check_model(made)
    return made.SerializeToString()


class _Base:
    form = ""

    def __init__(self, work: Work, one_thread: bool) -> None:
        self._work, self._one_thread = work, one_thread

    def _session(self, bytes_in: bool) -> onnxruntime.InferenceSession:
        options = onnxruntime.SessionOptions()
        if self._one_thread:
            options.intra_op_num_threads = options.inter_op_num_threads = 1
        content = model(self._work.task.spec, self._work.params, bytes_in)
        return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])

    def about(self) -> dict[str, str]:
        threads = "onnxruntime 1" if self._one_thread else "onnxruntime one a core"
        return {"version": f"onnxruntime {onnxruntime.__version__}", "threads": threads, "form": self.form}

    def close(self) -> None:
        pass


class _OnePicture(_Base):
    def __init__(self, work: Work, one_thread: bool) -> None:
        super().__init__(work, one_thread)
        self._run = self._session(bytes_in=False).run
        self._x = np.multiply(work.rows[:CHECKED_PICTURES], _SCALE)

    def check(self) -> Arrays:
        return {"probabilities": np.concatenate([self._run(None, {"x": x[None]})[0] for x in self._x])}

    def choose(self) -> None:
        self.steps(1000)

    def steps(self, n: int) -> int:
        run, x = self._run, self._x[:1]
        for _ in range(n):
            run(None, {"x": x})
        return n


class _ManyPictures(_Base):
    """So many pictures at a time as is fastest, made floats by NumPy or by the model."""

    def __init__(self, work: Work, one_thread: bool) -> None:
        super().__init__(work, one_thread)
        self._images, self._chunks = work.images[:, None], work.chunks()
        self._sessions = {bytes_in: self._session(bytes_in) for bytes_in in (False, True)}
        self._read: Callable[[slice], npt.NDArray[np.float32]] = partial(self._read_so, False, CHUNK)

    def check(self) -> Arrays:
        return {"probabilities": self._read(slice(CHECKED_PICTURES))}

    def choose(self) -> None:
        forms = {
            f"{'bytes' if bytes_in else 'floats'} in, {at_once} at a time": partial(self._read_so, bytes_in, at_once)
            for bytes_in, at_once in itertools.product((False, True), _AT_ONCE)
        }
        self.form = fastest({name: partial(self._once, read) for name, read in forms.items()})
        self._read = forms[self.form]

    def _once(self, read: Callable[[slice], object]) -> None:
        read(next(self._chunks))

    def _read_so(self, bytes_in: bool, at_once: int, which: slice) -> npt.NDArray[np.float32]:
        run, images, found = self._sessions[bytes_in].run, self._images[which], []
        for start in range(0, len(images), at_once):
            x = images[start : start + at_once]
            found.append(run(None, {"x": x if bytes_in else np.multiply(x, _SCALE)})[0])
        return np.concatenate(found)

    def steps(self, n: int) -> int:
        for _ in range(n):
            self._read(next(self._chunks))
        return n
