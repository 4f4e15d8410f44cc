"""Chapter 7, convolutional networks: im2col, convolution and pooling (the network: ch07_simple_convnet)."""

import numpy as np

from .checks import check_images


def conv_output_size(input_size: int, filter_size: int, stride: int = 1, pad: int = 0) -> int:
    """(input_size + 2 pad - filter_size) / stride + 1, rounded down: the positions along one side.

    Source: book, section 7.2.

    >>> conv_output_size(28, 5), conv_output_size(7, 3, stride=2, pad=1)
    (24, 4)
    """
    return (input_size + 2 * pad - filter_size) // stride + 1


def im2col(input_data: np.ndarray, filter_h: int, filter_w: int, stride: int = 1, pad: int = 0) -> np.ndarray:
    """Each patch of the images under a filter becomes one row. Source: book, section 7.4.

    Args:
        input_data: (N, C, H, W).
        filter_h, filter_w, stride, pad: the filter's size, how far it moves, and the zeros around each image.

    Returns:
        (N out_h out_w, C filter_h filter_w), with out_h and out_w from ``conv_output_size``.

    Raises:
        ValueError: these are no images, or the filter is larger than the padded image.

    >>> im2col(np.ones((10, 3, 7, 7)), 5, 5).shape
    (90, 75)
    """
    check_images(input_data)
    _, C, H, W = input_data.shape
    if H + 2 * pad < filter_h or W + 2 * pad < filter_w:
        raise ValueError(f"a filter of {filter_h} x {filter_w} does not fit into images of {H} x {W} with pad {pad}")
    img = np.pad(input_data, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    # (N, C, out_h, out_w, filter_h, filter_w)
    patches = np.lib.stride_tricks.sliding_window_view(img, (filter_h, filter_w), axis=(2, 3))
    patches = patches[:, :, ::stride, ::stride]
    return patches.transpose(0, 2, 3, 1, 4, 5).reshape(-1, C * filter_h * filter_w)


def col2im(
    col: np.ndarray, input_shape: tuple[int, ...], filter_h: int, filter_w: int, stride: int = 1, pad: int = 0
) -> np.ndarray:
    """The reverse of im2col: each row is added to the images where its patch was. Patches that overlap add up.

    Source: book, section 7.4.

    Args:
        col: (N out_h out_w, C filter_h filter_w).
        input_shape: (N, C, H, W).

    Returns:
        (N, C, H, W).

    >>> x = np.ones((1, 1, 3, 3))
    >>> col2im(im2col(x, 2, 2), x.shape, 2, 2)[0, 0]
    array([[1., 2., 1.],
           [2., 4., 2.],
           [1., 2., 1.]])
    """
    N, C, H, W = input_shape
    out_h, out_w = conv_output_size(H, filter_h, stride, pad), conv_output_size(W, filter_w, stride, pad)
    patches = col.reshape(N, out_h, out_w, C, filter_h, filter_w)
    img = np.zeros((N, C, H + 2 * pad, W + 2 * pad), dtype=col.dtype)
    for i, j in np.ndindex(out_h, out_w):
        top, left = stride * i, stride * j
        img[:, :, top : top + filter_h, left : left + filter_w] += patches[:, i, j]
    return img[:, :, pad : pad + H, pad : pad + W]


class Convolution:
    """out[n, f, i, j] = sum over c, k, l of W[f, c, k, l] x[n, c, stride i + k, stride j + l] + b[f].

    With im2col that is an Affine layer: out = col W^T + b, dW = dout^T col, db = sum dout, dcol = dout W.
    x (N, C, H, W), W (FN, C, FH, FW), b (FN,), out (N, FN, out_h, out_w). Source: book, section 7.4.

    >>> Convolution(np.ones((30, 1, 5, 5)), np.zeros(30)).forward(np.ones((100, 1, 28, 28))).shape
    (100, 30, 24, 24)
    """

    def __init__(self, W: np.ndarray, b: np.ndarray, stride: int = 1, pad: int = 0) -> None:
        self.W, self.b = W, b
        self.stride, self.pad = stride, pad

    def forward(self, x: np.ndarray) -> np.ndarray:
        FN, C, FH, FW = self.W.shape
        check_images(x, C)
        self.x_shape = x.shape
        out_h, out_w = (conv_output_size(x.shape[i], self.W.shape[i], self.stride, self.pad) for i in (2, 3))
        self.col = im2col(x, FH, FW, self.stride, self.pad)
        out: np.ndarray = self.col @ self.W.reshape(FN, -1).T + self.b
        return out.reshape(len(x), out_h, out_w, FN).transpose(0, 3, 1, 2)

    def backward(self, dout: np.ndarray) -> np.ndarray:
        FN, _, FH, FW = self.W.shape
        dout = dout.transpose(0, 2, 3, 1).reshape(-1, FN)
        self.db = dout.sum(axis=0)
        self.dW = (dout.T @ self.col).reshape(self.W.shape)
        return col2im(dout @ self.W.reshape(FN, -1), self.x_shape, FH, FW, self.stride, self.pad)


class Pooling:
    """out = the largest number in each window; backward: dout goes to where that number was, else 0.

    Of equal numbers the first one counts. The images are padded with 0.
    x (N, C, H, W) -> out (N, C, out_h, out_w). Source: book, section 7.4.

    >>> x = np.array([[1.0, 2, 3, 0], [0, 1, 2, 4], [1, 0, 4, 2], [3, 2, 0, 1]])
    >>> Pooling(2, 2, stride=2).forward(x.reshape(1, 1, 4, 4))[0, 0]
    array([[2., 4.],
           [3., 4.]])
    """

    def __init__(self, pool_h: int, pool_w: int, stride: int = 1, pad: int = 0) -> None:
        self.pool_h, self.pool_w = pool_h, pool_w
        self.stride, self.pad = stride, pad

    def forward(self, x: np.ndarray) -> np.ndarray:
        check_images(x)
        self.x_shape = x.shape
        N, C, H, W = x.shape
        out_h = conv_output_size(H, self.pool_h, self.stride, self.pad)
        out_w = conv_output_size(W, self.pool_w, self.stride, self.pad)
        col = im2col(x, self.pool_h, self.pool_w, self.stride, self.pad).reshape(-1, self.pool_h * self.pool_w)
        self.arg_max = col.argmax(axis=1)
        out: np.ndarray = col.max(axis=1)
        return out.reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout: np.ndarray) -> np.ndarray:
        dout = dout.transpose(0, 2, 3, 1).reshape(-1)
        dcol = np.zeros((len(dout), self.pool_h * self.pool_w), dtype=dout.dtype)
        dcol[np.arange(len(dout)), self.arg_max] = dout
        return col2im(dcol, self.x_shape, self.pool_h, self.pool_w, self.stride, self.pad)
