"""Files of other programs that hold weights, recognised by their content, and the line of Python that converts each."""

import contextlib
import sys
from collections.abc import Iterable
from pathlib import Path

from ..i18n import tr
from ..io.checked_file import Fault, open_file
from ..io.zip_members import read_zip

_HEAD = 512
_MAX_MEMBERS = 10_000
_SIMPLE_NAME = 40

_TORCH = (
    "PyTorch",
    "import numpy, torch; numpy.savez({npz}, **{name: array.numpy() for name, array in "
    'torch.load({file}, map_location="cpu").items()})',
)
_TORCHSCRIPT = (
    "PyTorch (TorchScript)",
    "import numpy, torch; numpy.savez({npz}, **{name: array.numpy() for name, array in "
    'torch.jit.load({file}, "cpu").state_dict().items()})',
)
_KERAS = ("Keras", "import keras, numpy; numpy.savez({npz}, *keras.models.load_model({file}).get_weights())")
_ONNX = (
    "ONNX",
    "import numpy, onnx.numpy_helper; numpy.savez({npz}, **{array.name: onnx.numpy_helper.to_array(array) "
    "for array in onnx.load({file}).graph.initializer})",
)
_TENSORFLOW = (
    "TensorFlow",
    "import keras, numpy; numpy.savez({npz}, *model.get_weights()), where model is the Keras model that was saved",
)
_MATLAB = (
    "MATLAB",
    "import numpy, scipy.io; numpy.savez({npz}, **{name: array for name, array in scipy.io.loadmat({file}).items() if "
    'name[0] != "_"})',
)
_MATLAB_7 = (
    "MATLAB",
    "import h5py, numpy; numpy.savez({npz}, **{name: array[()].T for name, array in h5py.File({file}).items()})",
)
_NUMPY = ("numpy.save", "import numpy; numpy.savez({npz}, **numpy.load({file}, allow_pickle=True).item())")
_JOBLIB = (
    "joblib",
    "import joblib, numpy; model = joblib.load({file}); numpy.savez({npz}, *model.coefs_, *model.intercepts_)",
)

# Where the content says nothing.
_SUFFIXES = {
    **dict.fromkeys((".pt", ".pth", ".ckpt"), _TORCH),
    **dict.fromkeys((".h5", ".hdf5", ".keras"), _KERAS),
    **dict.fromkeys((".tflite", ".pb"), _TENSORFLOW),
    ".onnx": _ONNX,
    ".mat": _MATLAB,
    ".npy": _NUMPY,
    ".joblib": _JOBLIB,
}
_HDF5 = b"\x89HDF\r\n\x1a\n"
# A pickle of the number that begins the files of PyTorch before 1.6.
_OLD_TORCH = b"\x80\x02\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19."
_PRODUCERS = (b"pytorch", b"onnx", b"skl2onnx", b"tf2onnx", b"keras2onnx")


def check_other_format(path: Path, readable: bool) -> None:
    """Check that a file is not one of another program that cannot be read here.

    Args:
        readable: whether its name ends as that of a file that can be read: then only its content counts.

    Raises:
        Fault: it is one, with the line of Python that turns it into an .npz file.
    """
    found = _by_content(path) or (None if readable else _SUFFIXES.get(path.suffix.lower()))
    if found is None:
        return
    program, line = found
    name, stem = (path.name, path.stem) if _is_simple(path.name) else (f"weights{path.suffix}", "weights")
    code = line.replace("{file}", f'"{name}"').replace("{npz}", f'"{stem}.npz"')
    raise Fault(
        tr(
            "it is a file of {0}, which Digit Lab does not read. Convert it in Python with “{1}” and open {2}.npz.",
            program,
            code,
            stem,
        )
    )


def _is_simple(name: str) -> bool:
    return name.isprintable() and len(name) <= _SIMPLE_NAME and not set(name) & set("\"\\'{}“”")


def _by_content(path: Path) -> tuple[str, str] | None:
    names: list[str] = []
    with open_file(path, sys.maxsize) as (file, _):
        head = file.read(_HEAD)
        if head.startswith(b"PK"):
            file.seek(0)
            # A zip that is damaged is the reader's to refuse.
            with contextlib.suppress(Fault):
                read_zip(file, "", lambda member: names.append(member.filename), _MAX_MEMBERS, sys.maxsize, only="")
    if head.startswith(_HDF5):
        return _KERAS
    if head.startswith(b"MATLAB 7.3"):
        return _MATLAB_7
    if head.startswith(b"MATLAB"):
        return _MATLAB
    if head.startswith(_OLD_TORCH):
        return _TORCH
    if head.startswith(b"\x93NUMPY"):
        return _NUMPY
    if head[4:8] == b"TFL3":
        return _TENSORFLOW
    # Field 1 of the protocol buffer is the version, field 2 the name of the program that wrote it.
    if head.startswith(b"\x08") and head[2:3] == b"\x12" and any(each in head[:64].lower() for each in _PRODUCERS):
        return _ONNX
    return _of_zip(names)


def _of_zip(names: Iterable[str]) -> tuple[str, str] | None:
    parts = [name.split("/") for name in names]
    if any(part[-1] == "model.weights.h5" for part in parts):
        return _KERAS
    if any(part[-1] == "data.pkl" for part in parts):
        return _TORCHSCRIPT if any("code" in part[:-1] for part in parts) else _TORCH
    return None
