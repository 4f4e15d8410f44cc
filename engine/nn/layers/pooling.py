"""Max pooling: the largest number of each small window, so that the exact position of a feature matters less."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from ...errors import SpecError
from ...i18n import tr, tr_noop
from ...types import FloatArray, Shape
from .layer import BatchBuffer, Layer, LayerContext, LayerSpec, channel_slices


class MaxPooling:
    """out = the largest number of each ``size`` x ``size`` window; backwards its gradient goes to that pixel alone.

    x is (n, C, H, W), out (n, C, H // size, W // size): rows and columns that fill no window are left out. Of several
    equal pixels the first one counts.
    """

    def __init__(self, context: LayerContext, size: int) -> None:
        channels, height, width = context.in_shape
        out_shape = (channels, height // size, width // size)
        # Strided views of x: each has one pixel of every window.
        self._offsets = [(..., slice(i, None, size), slice(j, None, size)) for i in range(size) for j in range(size)]
        self._rows, self._columns = out_shape[1] * size, out_shape[2] * size
        self._out = BatchBuffer(context.max_batch, out_shape, context.dtype)
        # Zeros for the rows and columns that fill no window.
        self._dx = BatchBuffer(context.max_batch, context.in_shape, context.dtype, zeros=True)
        self._is_max = BatchBuffer(context.max_batch, out_shape, np.dtype(bool))
        self._not_found = BatchBuffer(context.max_batch, out_shape, np.dtype(bool))
        # The gradient from an Affine layer is stored image by image: one copy in this layer's order is faster than
        # reading it size² times.
        self._dout = BatchBuffer(context.max_batch, out_shape, context.dtype)
        self._x = self._dx.of(0)
        self._thread_pool = context.thread_pool

    def forward(self, x: FloatArray, training: bool) -> FloatArray:
        self._x = x
        all_out = self._out.of(len(x))

        def forward_slice(part: slice, _: int) -> None:
            windows, out = self._windows(x[:, part]), all_out[:, part]
            np.copyto(out, windows[self._offsets[0]])
            for offset in self._offsets[1:]:
                np.maximum(out, windows[offset], out=out)

        self._thread_pool.run(forward_slice, channel_slices(x))
        return all_out

    def backward(self, dout: FloatArray, input_gradient: bool = True) -> FloatArray:
        n = len(dout)
        all_dx, all_out = self._dx.of(n), self._out.of(n)
        all_is_max, all_not_found = self._is_max.of(n), self._not_found.of(n)
        copied = dout.strides != all_out.strides
        all_dout = self._dout.of(n) if copied else dout

        def backward_slice(part: slice, _: int) -> None:
            if copied:
                np.copyto(all_dout[:, part], dout[:, part])
            windows, dx = self._windows(self._x[:, part]), self._windows(all_dx[:, part])
            out, is_max, not_found = all_out[:, part], all_is_max[:, part], all_not_found[:, part]
            not_found[...] = True
            *offsets, last = self._offsets
            for offset in offsets:
                np.equal(windows[offset], out, out=is_max)
                is_max &= not_found
                not_found ^= is_max
                np.multiply(all_dout[:, part], is_max, out=dx[offset])
            # Where no pixel was the maximum so far, the last one is.
            np.multiply(all_dout[:, part], not_found, out=dx[last])

        self._thread_pool.run(backward_slice, channel_slices(all_dx))
        return all_dx

    def _windows(self, x: FloatArray) -> FloatArray:
        return x[:, :, : self._rows, : self._columns]


@dataclass(frozen=True)
class MaxPoolingSpec(LayerSpec):
    """Max pooling over windows of ``size`` x ``size`` pixels that do not overlap."""

    kind: ClassVar[str] = "max_pooling"
    title: ClassVar[str] = tr_noop("MaxPooling")
    size: int = 2

    def __post_init__(self) -> None:
        if not 1 <= self.size <= 28:
            raise SpecError(tr("The windows of a MaxPooling layer have sides of 1 to 28 pixels, not {0}.", self.size))

    def out_shape(self, in_shape: Shape) -> Shape:
        if len(in_shape) != 3:
            raise SpecError(
                tr("A MaxPooling layer takes images (channels, height, width), not the shape {0}.", in_shape)
            )
        if min(in_shape[1:]) < self.size:
            raise SpecError(
                tr(
                    "An image of {0} × {1} has no room for a pooling window of {2} × {2}.",
                    in_shape[1],
                    in_shape[2],
                    self.size,
                )
            )
        return (in_shape[0], in_shape[1] // self.size, in_shape[2] // self.size)

    def build(self, context: LayerContext) -> Layer:
        return MaxPooling(context, self.size)
