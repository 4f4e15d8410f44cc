"""Files that hold arrays alone: which network they are, by their names and shapes.

The layouts that are read: the book's (W1 (in, out), b1 (out,), ...), PyTorch's (fc1.weight (out, in), fc1.bias), that
of Rashid's "Make Your Own Neural Network" (wih, who (out, in), no biases), lists of arrays as ``numpy.savez(*arrays)``
writes them (arr_0, arr_1, ...), and mixtures of these. The layers are ordered so that each takes as many inputs as the
one before has outputs, from the 784 pixels to the 10 digits.
"""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..errors import SpecError
from ..i18n import and_list, comma_list, tr, tr_n
from ..io.checked_file import Arrays, Fault, listed, quoted, size
from ..io.limits import MAX_LAYERS
from ..nn.layers import BatchNormalizationSpec, LayerSpec, ReLUSpec
from ..nn.network_spec import NetworkSpec
from ..nn.presets import deep_convnet, simple_convnet
from ..types import CANVAS, CLASSES, FloatArray, Shape
from .array_names import NORMALIZATION, natural_order, of_kind, parse_name

# A search of the order of the layers takes at most so many steps; ordered names need one a layer.
_MAX_STEPS = 20_000
# Keras adds this to the variance, PyTorch 1e-5.
_KERAS_EPS = 1e-3
_MOVING = "moving_"


@dataclass(frozen=True)
class Layout:
    """Attributes:
    spec: the network; where the arrays do not determine its activation, with ReLU.
    params: the arrays, or views of them, under the names of ``spec``.
    notes: sentences for the user: what was changed.
    activation_known: whether the shapes determine the activation, or there is none.
    """

    spec: NetworkSpec
    params: Arrays
    notes: tuple[str, ...]
    activation_known: bool


def arrange(arrays: Arrays) -> Layout:
    """The network of a file that holds only arrays of floats; their names and shapes decide.

    Raises:
        Fault: they are none that can be built here, with the names that are unexpected.
    """
    parsed = _parsed(arrays)
    weights, biases = _weights(arrays, parsed), _biases(arrays, parsed)
    normalization = {kind: of_kind(parsed, kind) for kind in NORMALIZATION}
    known = {
        *weights.values(),
        *biases.values(),
        *(name for group in normalization.values() for name in group.values()),
    }
    unexpected = [name for name in arrays if name not in known]
    if not arrays:
        raise Fault(tr("it holds no arrays. Choose another file."))
    if not weights:
        raise Fault(tr("it holds {0}, and no weights called W1, W2 and so on. Choose another file.", listed(arrays)))
    if unexpected:
        raise Fault(
            tr(
                "it holds {0}, which Digit Lab does not know beside weights and biases. Save the "
                "weights and biases alone.",
                listed(unexpected),
            )
        )
    if any(arrays[name].ndim == 4 for name in weights.values()):
        return _convolutional(arrays, weights, biases, any(normalization.values()))
    chain = _ordered({name: arrays[name].shape for name in weights.values()})
    params: Arrays = {}
    stems = {name: stem for stem, name in weights.items()}
    vectors = _paired([(stems[name], shape[1]) for name, _, shape in chain], arrays, biases)
    for number, ((name, transposed, shape), bias) in enumerate(zip(chain, vectors, strict=True), 1):
        W = arrays[name]
        params[f"W{number}"] = W.T if transposed else W
        params[f"b{number}"] = np.zeros(shape[1], np.float32) if bias is None else arrays[bias].reshape(shape[1])
    hidden = tuple(shape[1] for _, _, shape in chain[:-1])
    try:
        spec = NetworkSpec.mlp(hidden)
        if any(normalization.values()):
            spec = _normalized(spec, arrays, normalization, hidden, params)
    except SpecError as error:
        raise Fault(tr("it holds a network that this version cannot build. {0}", error)) from error
    return Layout(spec, params, tuple(_notes(chain, vectors)), not hidden)


def _notes(chain: Iterable[tuple[str, bool, Shape]], vectors: Sequence[str | None]) -> Iterable[str]:
    transposed = [name for name, flipped, _ in chain if flipped]
    if transposed:
        yield tr(
            "{0} were transposed: the file holds (outputs, inputs), the book (inputs, outputs).", listed(transposed)
        )
    missing = vectors.count(None)
    if missing:
        yield tr("The file holds no biases for {0} of {1} layers: they are 0.", missing, len(vectors))


def _parsed(arrays: Arrays) -> dict[str, tuple[str, str]]:
    """What each array is; the weight and the bias of batch normalisation (PyTorch) are gamma and beta."""
    parsed = {name: parse_name(name) for name in arrays}
    stems = {kind: {stem for its_kind, stem in parsed.values() if its_kind == kind} for kind in NORMALIZATION}
    pytorch = (stems["mean"] | stems["var"]) - stems["gamma"] - stems["beta"]
    renamed = {"W": "gamma", "b": "beta"}
    return {
        name: (renamed.get(kind, kind) if stem in pytorch and arrays[name].ndim == 1 else kind, stem)
        for name, (kind, stem) in parsed.items()
    }


def _weights(arrays: Arrays, parsed: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """The names of the matrices, by what their names have in common with those of their biases."""
    weights = {stem: name for stem, name in of_kind(parsed, "W").items() if arrays[name].ndim in (2, 4)}
    if weights:
        return weights
    matrices = {
        stem: name
        for stem, name in of_kind(parsed, "").items()
        if arrays[name].ndim == 2 and 1 not in arrays[name].shape
    }
    return matrices if len(matrices) > 1 or all(name.startswith("arr_") for name in matrices.values()) else {}


def _biases(arrays: Arrays, parsed: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    kind = "b" if any(kind in ("W", "b") for kind, _ in parsed.values()) else ""
    # A layer whose weight is a vector is no Affine layer, so its bias is as unexpected as its weight.
    others = {stem for stem, name in of_kind(parsed, "W").items() if arrays[name].ndim == 1}
    return {
        stem: name for stem, name in of_kind(parsed, kind).items() if stem not in others and _is_vector(arrays[name])
    }


def _is_vector(array: FloatArray) -> bool:
    return array.ndim == 1 or (array.ndim == 2 and 1 in array.shape)


def _ordered(shapes: Mapping[str, Shape]) -> list[tuple[str, bool, Shape]]:
    """The matrices from the input to the output: the name, whether it is to be transposed, and its shape then.

    Raises:
        Fault: there is no such order.
    """
    if len(shapes) > MAX_LAYERS:
        raise Fault(tr("it holds {0} matrices, and a network has at most {1} layers.", len(shapes), MAX_LAYERS))
    # All in one way, which the first and the last one determine; or else each in its own, if none is square.
    ways: list[tuple[bool, ...]] = [(False,), (True,)]
    if all(rows != columns for rows, columns in shapes.values()):
        ways.append((False, True))
    for way in ways:
        found = _chain(shapes, way, CLASSES)
        if found is not None:
            return found
    sizes = comma_list(f"{quoted(name)} {size(shape)}" for name, shape in itertools.islice(shapes.items(), 4))
    if not any(CANVAS * CANVAS in shape for shape in shapes.values()):
        raise Fault(
            tr("no layer takes the {0} pixels of an image here: {1}. Choose another file.", CANVAS * CANVAS, sizes)
        )
    for way in ways:
        found = _chain(shapes, way, None)
        if found is not None:
            outputs = found[-1][2][1]
            raise Fault(
                tr_n(
                    "its network has %n output(s), and there are {0} digits. Choose another file.",
                    None,
                    outputs,
                    CLASSES,
                )
            )
    raise Fault(
        tr(
            "its layers do not fit together: {0}. Each must take as many inputs as the one before "
            "has outputs, from {1} pixels to {2} digits.",
            sizes,
            CANVAS * CANVAS,
            CLASSES,
        )
    )


def _chain(
    shapes: Mapping[str, Shape], way: tuple[bool, ...], outputs: int | None
) -> list[tuple[str, bool, Shape]] | None:
    """All matrices in an order in which they fit, the order of their names where it does."""
    steps = 0

    def follow(inputs: int, left: list[str]) -> list[tuple[str, bool, Shape]] | None:
        nonlocal steps
        if not left:
            return [] if outputs in (None, inputs) else None
        for name, transposed in itertools.product(left, way):
            shape = shapes[name][::-1] if transposed else shapes[name]
            steps += 1
            if shape[0] != inputs or steps > _MAX_STEPS:
                continue
            rest = follow(shape[1], [other for other in left if other != name])
            if rest is not None:
                return [(name, transposed, shape), *rest]
        return None

    return follow(CANVAS * CANVAS, sorted(shapes, key=natural_order))


def _paired(layers: Sequence[tuple[str, int]], arrays: Arrays, biases: Mapping[str, str]) -> list[str | None]:
    """The bias of each layer (its stem and its number of outputs), None for 0: by the names, or else in their order.

    Raises:
        Fault: one belongs to no layer, or does not fit.
    """
    stems = [stem for stem, _ in layers]
    if not set(biases) <= set(stems) and len(biases) == len(stems):
        biases = dict(zip(stems, biases.values(), strict=True))
    left = [name for stem, name in biases.items() if stem not in stems]
    if left:
        raise Fault(tr("it holds {0}, which belong to none of its weights. Save the file without them.", listed(left)))
    for stem, outputs in layers:
        if stem in biases and arrays[biases[stem]].size != outputs:
            found = size(arrays[biases[stem]].shape)
            raise Fault(
                tr(
                    "{0} is {1}, and its layer has {2} outputs. Choose another file.",
                    quoted(biases[stem]),
                    found,
                    outputs,
                )
            )
    return [biases.get(stem) for stem in stems]


def _normalized(
    spec: NetworkSpec,
    arrays: Arrays,
    normalization: Mapping[str, Mapping[str, str]],
    hidden: Sequence[int],
    params: Arrays,
) -> NetworkSpec:
    """With batch normalisation after each hidden Affine layer, as in chapter 6; its arrays are added to ``params``."""
    present = listed(name for group in normalization.values() for name in group.values())
    if any(not group for group in normalization.values()):
        missing = [kind for kind, group in normalization.items() if not group]
        words = {
            "gamma": tr("its gammas"),
            "beta": tr("its betas"),
            "mean": tr("the running mean (mean1, ...)"),
            "var": tr("the running variance (var1, ...)"),
        }
        lacking = and_list(words[kind] for kind in missing)
        raise Fault(
            tr(
                "it holds {0} of batch normalisation, but not {1}, without which its network cannot "
                "predict. Save these arrays, too.",
                present,
                lacking,
            )
        )
    for kind, group in normalization.items():
        if [arrays[name].shape for name in group.values()] != [(units,) for units in hidden]:
            raise Fault(
                tr(
                    "it holds {0} of batch normalisation, and Digit Lab reads it only after every "
                    "hidden layer. Save the network from Digit Lab, or without it.",
                    present,
                )
            )
        params |= {f"{kind}{number}": arrays[name] for number, name in enumerate(group.values(), 1)}
    moving = any(_MOVING in name for name in normalization["mean"].values())
    layer = BatchNormalizationSpec(eps=_KERAS_EPS) if moving else BatchNormalizationSpec()
    layers: list[LayerSpec] = []
    for each in spec.layers:
        layers += [layer, each] if isinstance(each, ReLUSpec) else [each]
    return NetworkSpec(tuple(layers))


def _convolutional(arrays: Arrays, weights: Mapping[str, str], biases: Mapping[str, str], normalized: bool) -> Layout:
    """One of the two of chapters 7 and 8: the arrays show neither the padding nor the pooling layers."""
    matched = [] if normalized else [biases[stem] for stem in weights if stem in biases]
    for spec in (simple_convnet(), deep_convnet()):
        shapes = spec.param_shapes()
        if not len(weights) == len(matched) == len(biases) == len(shapes) // 2:
            continue
        params: Arrays = {}
        for number, (name, bias) in enumerate(zip(weights.values(), matched, strict=True), 1):
            W = arrays[name]
            params[f"W{number}"] = W.T if W.ndim == 2 and W.shape != shapes[f"W{number}"] else W
            params[f"b{number}"] = arrays[bias].ravel()
        if {name: array.shape for name, array in params.items()} == shapes:
            return Layout(spec, params, (), True)
    raise Fault(
        tr(
            "it holds a convolutional network that is neither of the book's two, and does not "
            "describe its layers. Save it with its description, as .safetensors from Digit Lab."
        )
    )
