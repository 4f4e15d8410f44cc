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

from backends.backend import Backend, fastest
from backends.work import CHECKED_IMAGES, CHUNK, WHITE, Arrays, Work

_OPSET = 17
# Batch sizes; each divides CHUNK.
_BATCH_SIZES = (20, 100, CHUNK)
_SCALE = np.float32(1 / WHITE)


def backend(work: Work, one_thread: bool) -> Backend:
    return (_OneImage if work.task.kind == "one" else _ManyImages)(work, one_thread)


def model(spec: dict[str, Any], params: Arrays, bytes_in: bool) -> bytes:
    """x -> y, the probabilities. Dropout's constant factor is multiplied into the next W."""
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
    variant = ""

    def __init__(self, work: Work, one_thread: bool) -> None:
        self._work, self._one_thread = work, one_thread

    def _session(self, bytes_in: bool) -> onnxruntime.InferenceSession:
        options = onnxruntime.SessionOptions()
        if self._one_thread:
            options.intra_op_num_threads = options.inter_op_num_threads = 1
        content = model(self._work.task.spec, self._work.params, bytes_in)
        return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])

    def about(self) -> dict[str, str]:
        threads = "onnxruntime 1" if self._one_thread else "onnxruntime, one per core"
        return {"version": f"onnxruntime {onnxruntime.__version__}", "threads": threads, "variant": self.variant}

    def close(self) -> None:
        pass


class _OneImage(_Base):
    def __init__(self, work: Work, one_thread: bool) -> None:
        super().__init__(work, one_thread)
        self._run = self._session(bytes_in=False).run
        self._x = np.multiply(work.rows[:CHECKED_IMAGES], _SCALE)

    def check(self) -> Arrays:
        return {"probabilities": np.concatenate([self._run(None, {"x": x[None]})[0] for x in self._x])}

    def choose(self) -> None:
        self.steps(1000)

    def steps(self, n: int) -> int:
        run, x = self._run, self._x[:1]
        for _ in range(n):
            run(None, {"x": x})
        return n


class _ManyImages(_Base):
    """Uses the fastest batch size; NumPy or the model converts the bytes to floats."""

    def __init__(self, work: Work, one_thread: bool) -> None:
        super().__init__(work, one_thread)
        self._images, self._chunks = work.images[:, None], work.chunks()
        self._sessions = {bytes_in: self._session(bytes_in) for bytes_in in (False, True)}
        self._predict: Callable[[slice], npt.NDArray[np.float32]] = partial(self._predict_with, False, CHUNK)

    def check(self) -> Arrays:
        return {"probabilities": self._predict(slice(CHECKED_IMAGES))}

    def choose(self) -> None:
        variants = {
            f"{'bytes' if bytes_in else 'floats'} in, {n} at a time": partial(self._predict_with, bytes_in, n)
            for bytes_in, n in itertools.product((False, True), _BATCH_SIZES)
        }
        self.variant = fastest({name: partial(self._once, predict_chunk) for name, predict_chunk in variants.items()})
        self._predict = variants[self.variant]

    def _once(self, predict_chunk: Callable[[slice], object]) -> None:
        predict_chunk(next(self._chunks))

    def _predict_with(self, bytes_in: bool, batch_size: int, which: slice) -> npt.NDArray[np.float32]:
        run, images, found = self._sessions[bytes_in].run, self._images[which], []
        for start in range(0, len(images), batch_size):
            x = images[start : start + batch_size]
            found.append(run(None, {"x": x if bytes_in else np.multiply(x, _SCALE)})[0])
        return np.concatenate(found)

    def steps(self, n: int) -> int:
        for _ in range(n):
            self._predict(next(self._chunks))
        return n
