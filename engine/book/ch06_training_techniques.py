"""Chapter 6, training techniques: initial weights, batch normalization and dropout (optimizers: ch06_optimizers)."""

import math

import numpy as np

from .checks import check_batch


def normal_init(n_in: int, n_out: int, std: float = 0.01, rng: np.random.Generator | None = None) -> np.ndarray:
    """W ~ N(0, std^2). -> (n_in, n_out). Source: book, section 6.2.

    >>> normal_init(784, 50).shape
    (784, 50)
    """
    return std * (rng or np.random.default_rng()).standard_normal((n_in, n_out))


def xavier_init(n_in: int, n_out: int, rng: np.random.Generator | None = None) -> np.ndarray:
    """W ~ N(0, 1 / n_in), for sigmoid and tanh. -> (n_in, n_out). Source: book, section 6.2.

    >>> round(float(xavier_init(10_000, 100).std()), 3)
    0.01
    """
    return normal_init(n_in, n_out, math.sqrt(1 / n_in), rng)


def he_init(n_in: int, n_out: int, rng: np.random.Generator | None = None) -> np.ndarray:
    """W ~ N(0, 2 / n_in), for ReLU. -> (n_in, n_out). Source: book, section 6.2.

    >>> round(float(he_init(10_000, 100).std()), 3)
    0.014
    """
    return normal_init(n_in, n_out, math.sqrt(2 / n_in), rng)


class BatchNormalization:
    """xn = (x - mean) / sqrt(var + 1e-6), out = gamma xn + beta. Source: book, section 6.3, and its repository.

    In training, mean and var are those of the batch, of each of the D columns, and the running averages follow:
    running <- momentum running + (1 - momentum) batch. In a test (``train_flg=False``) the running averages are used.
    Backward, after a training forward: dbeta = sum dout, dgamma = sum dout xn, over the batch, and
    dx = gamma / sqrt(var + 1e-6) (dout - dbeta / N - xn dgamma / N).

    x is (N, D), or (N, C, H, W) with C H W = D: as in the book, each pixel has its own mean.
    gamma, beta, running_mean and running_var are (D,); without the last two, they start with 0.

    Raises:
        ValueError: x does not fit gamma.

    >>> layer = BatchNormalization(gamma=np.ones(2), beta=np.zeros(2))
    >>> layer.forward(np.array([[1.0, 10], [3, 30]])).round(3)
    array([[-1., -1.],
           [ 1.,  1.]])
    """

    def __init__(
        self,
        gamma: np.ndarray,
        beta: np.ndarray,
        momentum: float = 0.9,
        running_mean: np.ndarray | None = None,
        running_var: np.ndarray | None = None,
    ) -> None:
        self.gamma, self.beta, self.momentum = gamma, beta, momentum
        self.running_mean = np.zeros_like(gamma) if running_mean is None else running_mean
        self.running_var = np.zeros_like(gamma) if running_var is None else running_var

    def forward(self, x: np.ndarray, train_flg: bool = True) -> np.ndarray:
        check_batch(x, self.gamma, "gamma")
        self.input_shape = x.shape
        x = x.reshape(len(x), -1)
        mean, var = self.running_mean, self.running_var
        if train_flg:
            mean, var = x.mean(axis=0), x.var(axis=0)
            self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mean
            self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var
        self.std = np.sqrt(var + 1e-6)
        self.xn = (x - mean) / self.std
        out: np.ndarray = self.gamma * self.xn + self.beta
        return out.reshape(self.input_shape)

    def backward(self, dout: np.ndarray) -> np.ndarray:
        N = len(dout)
        dout = dout.reshape(N, -1)
        self.dbeta = dout.sum(axis=0)
        self.dgamma = (dout * self.xn).sum(axis=0)
        dx: np.ndarray = self.gamma / self.std * (dout - self.dbeta / N - self.xn * self.dgamma / N)
        return dx.reshape(self.input_shape)


class Dropout:
    """In training, out = x mask, where the mask is False with probability dropout_ratio; backward: dx = dout mask.
    In a test (``train_flg=False``), out = x (1 - dropout_ratio). Any shape. Source: book, section 6.4.

    >>> Dropout(0.5, np.random.default_rng(0)).forward(np.ones(6))
    array([1., 0., 0., 0., 1., 1.])
    >>> Dropout(0.5).forward(np.ones(6), train_flg=False)
    array([0.5, 0.5, 0.5, 0.5, 0.5, 0.5])
    """

    def __init__(self, dropout_ratio: float = 0.5, rng: np.random.Generator | None = None) -> None:
        self.dropout_ratio = dropout_ratio
        self.rng = rng or np.random.default_rng()

    def forward(self, x: np.ndarray, train_flg: bool = True) -> np.ndarray:
        if not train_flg:
            return x * (1 - self.dropout_ratio)
        self.mask = self.rng.random(x.shape) > self.dropout_ratio
        return x * self.mask

    def backward(self, dout: np.ndarray) -> np.ndarray:
        return dout * self.mask
