"""PyTorch, eager mode: as its documentation recommends for speed; of several variants, the fastest on this machine."""

import itertools
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy
from torch.nn.utils.fusion import fuse_conv_bn_eval

from backends.backend import Backend, fastest
from backends.work import CHECKED_IMAGES, CHUNK, WHITE, Arrays, Work

_LAYOUTS = {"channels first": torch.contiguous_format, "channels_last": torch.channels_last}
# Batch sizes; each divides CHUNK.
_BATCH_SIZES = (20, 100, CHUNK)


def backend(work: Work, one_thread: bool, option: str = "") -> Backend:
    if one_thread:
        torch.set_num_threads(1)
        torch.set_num_interop_threads(1)
    match work.task.kind:
        case "train":
            return _Training(work)
        case "one":
            return _OneImage(work)
        case _:
            return _ManyImages(work, folded=option == "folded")


def network(spec: dict[str, Any], params: Arrays) -> nn.Sequential:
    """The engine's network with the engine's weights.

    In prediction, the book's Dropout scales its input by 1 - ratio and PyTorch's does not: the next W is multiplied by
    the factor.
    """
    layers: list[nn.Module] = []
    count: Counter[str] = Counter()
    flat, kept = len(spec["input_shape"]) == 1, 1.0

    def param(name: str) -> Tensor:
        count[name] += 1
        return torch.from_numpy(params[f"{name}{count[name]}"])

    def filled(layer: nn.Module, **tensors: Tensor) -> nn.Module:
        with torch.no_grad():
            for name, tensor in tensors.items():
                getattr(layer, name).copy_(tensor)
        return layer

    for layer in spec["layers"]:
        match layer["kind"]:
            case "affine":
                if not flat:
                    layers.append(nn.Flatten())
                    flat = True
                W = param("W")
                layers.append(filled(nn.Linear(*W.shape), weight=kept * W.T, bias=param("b")))
                kept = 1.0
            case "convolution":
                W = param("W")
                filters, channels, size, _ = W.shape
                convolution = nn.Conv2d(channels, filters, size, layer["stride"], layer["pad"])
                layers.append(filled(convolution, weight=W, bias=param("b")))
            case "batch_normalization":
                gamma, beta, mean, var = (param(name) for name in ("gamma", "beta", "mean", "var"))
                normalization = (nn.BatchNorm1d if flat else nn.BatchNorm2d)(len(gamma), layer["eps"])
                layers.append(filled(normalization, weight=gamma, bias=beta, running_mean=mean, running_var=var))
            case "max_pooling":
                layers.append(nn.MaxPool2d(layer["size"]))
            case "dropout":
                layers.append(nn.Dropout(layer["ratio"]))
                kept = 1 - layer["ratio"]
            case "sigmoid":
                layers.append(nn.Sigmoid())
            case "relu":
                layers.append(nn.ReLU())
    return nn.Sequential(*layers)


def trained_params(model: nn.Sequential) -> Arrays:
    """The weights under the engine's names; for a network without BatchNormalization."""
    with_weights = [layer for layer in model if isinstance(layer, (nn.Linear, nn.Conv2d))]
    arrays = {}
    for i, layer in enumerate(with_weights, 1):
        W = layer.weight.detach()
        arrays[f"W{i}"] = (W.T if isinstance(layer, nn.Linear) else W).numpy()
        arrays[f"b{i}"] = layer.bias.detach().numpy()
    return arrays


class _Base:
    variant = ""

    def about(self) -> dict[str, str]:
        return {
            "version": f"PyTorch {torch.__version__}",
            "threads": f"PyTorch {torch.get_num_threads()}",
            "variant": self.variant,
        }

    def choose(self) -> None:
        pass

    def close(self) -> None:
        pass


class _Training(_Base):
    """The mini-batch is gathered from bytes, or from floats in memory; SGD is plain, foreach or fused."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._labels = torch.from_numpy(work.labels).long()
        self._steps: Iterator[float]

    def check(self) -> Arrays:
        model = network(self._work.task.checked, self._work.params)
        batches = iter(torch.from_numpy(self._work.order))
        losses = list(self._training(model, batches, *next(iter(self._variants().values()))))
        return {"losses": np.array(losses), **trained_params(model)}

    def _variants(self) -> dict[str, tuple[Tensor, dict[str, bool], torch.memory_format]]:
        array = self._work.images[:, None] if len(self._work.task.spec["input_shape"]) == 3 else self._work.rows
        images = torch.from_numpy(array)
        stored = {"bytes": images, "floats": images.to(torch.float32).div_(WHITE)}
        optimizers: dict[str, dict[str, bool]] = {
            "plain": {"foreach": False},
            "foreach": {"foreach": True},
            "fused": {"fused": True},
        }
        layouts = _LAYOUTS if array.ndim == 4 else {"": torch.contiguous_format}
        return {
            ", ".join(filter(None, (in_memory, f"SGD {optimizer}", layout))): (
                stored[in_memory],
                optimizers[optimizer],
                layouts[layout],
            )
            for in_memory, optimizer, layout in itertools.product(stored, optimizers, layouts)
        }

    def choose(self) -> None:
        variants = self._variants()
        running = {
            name: self._training(network(self._work.task.spec, self._work.params), self._batches(), *variant)
            for name, variant in variants.items()
        }
        self.variant = fastest({name: steps.__next__ for name, steps in running.items()})
        self._steps = running[self.variant]

    def _batches(self) -> Iterator[Tensor]:
        while True:
            yield from torch.randperm(len(self._labels)).split(self._work.task.batch)

    def _training(
        self,
        model: nn.Sequential,
        batches: Iterator[Tensor],
        images: Tensor,
        optimizer: dict[str, bool],
        layout: torch.memory_format,
    ) -> Iterator[float]:
        """Yields the loss of each step."""
        model.train()
        if images.ndim == 4:
            model.to(memory_format=layout)
        sgd = torch.optim.SGD(model.parameters(), self._work.task.lr, **optimizer)
        labels = self._labels
        for which in batches:
            x, t = images.index_select(0, which), labels.index_select(0, which)
            if x.dtype == torch.uint8:
                x = x.to(torch.float32).mul_(1 / WHITE)
            loss = cross_entropy(model(x), t)
            sgd.zero_grad(set_to_none=True)
            loss.backward()
            sgd.step()
            yield loss.item()

    def steps(self, n: int) -> int:
        for _ in itertools.islice(self._steps, n):
            pass
        return n


class _OneImage(_Base):
    variant = "inference_mode"

    def __init__(self, work: Work) -> None:
        self._model = network(work.task.spec, work.params).eval()
        self._x = torch.from_numpy(work.rows[:CHECKED_IMAGES]).to(torch.float32).div_(WHITE)

    def check(self) -> Arrays:
        with torch.inference_mode():
            return {"probabilities": torch.cat([torch.softmax(self._model(x[None]), 1) for x in self._x]).numpy()}

    def choose(self) -> None:
        self.steps(1000)

    def steps(self, n: int) -> int:
        model, softmax, x = self._model, torch.softmax, self._x[:1]
        with torch.inference_mode():
            for _ in range(n):
                softmax(model(x), 1)
        return n


class _ManyImages(_Base):
    """Uses the fastest batch size. ``folded``: BatchNormalization is merged into the Convolution before it, as PyTorch
    offers it.
    """

    def __init__(self, work: Work, folded: bool) -> None:
        self._images = torch.from_numpy(work.images[:, None])
        self._chunks = work.chunks()
        self._model = network(work.task.spec, work.params).eval()
        if folded:
            layers = list(self._model)
            for i in reversed(range(len(layers) - 1)):
                if isinstance(layers[i], nn.Conv2d) and isinstance(layers[i + 1], nn.BatchNorm2d):
                    layers[i : i + 2] = [fuse_conv_bn_eval(layers[i], layers[i + 1])]
            self._model = nn.Sequential(*layers)
        self._batch_size = CHUNK

    def check(self) -> Arrays:
        return {"probabilities": self._predict(slice(CHECKED_IMAGES)).numpy()}

    def choose(self) -> None:
        variants: dict[str, Callable[[], object]] = {}
        for layout, batch_size in itertools.product(_LAYOUTS, _BATCH_SIZES):
            variants[f"{layout}, {batch_size} at a time"] = partial(self._once, layout, batch_size)
        self.variant = fastest(variants)
        variants[self.variant]()

    def _once(self, layout: str, batch_size: int) -> None:
        self._model.to(memory_format=_LAYOUTS[layout])
        self._batch_size = batch_size
        self._predict(next(self._chunks))

    def _predict(self, which: slice) -> Tensor:
        with torch.inference_mode():
            parts = self._images[which].split(self._batch_size)
            return torch.cat([torch.softmax(self._model(x.to(torch.float32).mul_(1 / WHITE)), 1) for x in parts])

    def steps(self, n: int) -> int:
        for _ in range(n):
            self._predict(next(self._chunks))
        return n
