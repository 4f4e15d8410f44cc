"""Chapter 6, training techniques: six optimizers.

``update(params, grads)`` changes the arrays in the dict ``params`` in place; ``grads`` has the same names and shapes.
"""

import numpy as np

from .checks import check_grads

Arrays = dict[str, np.ndarray]


class SGD:
    """W <- W - lr dW: stochastic gradient descent. Source: book, section 6.1.

    >>> params = {"W": np.array([1.0, -2.0])}
    >>> SGD(lr=0.1).update(params, {"W": np.array([3.0, 0.0])})
    >>> params["W"].round(3)
    array([ 0.7, -2. ])
    """

    def __init__(self, lr: float = 0.01) -> None:
        self.lr = lr

    def update(self, params: Arrays, grads: Arrays) -> None:
        check_grads(params, grads)
        for key in params:
            params[key] -= self.lr * grads[key]


class Momentum:
    """v <- momentum v - lr dW, W <- W + v; v starts with 0. Source: book, section 6.1.

    >>> params = {"W": np.array([1.0, -2.0])}
    >>> Momentum(lr=0.1).update(params, {"W": np.array([3.0, 0.0])})
    >>> params["W"].round(3)
    array([ 0.7, -2. ])
    """

    def __init__(self, lr: float = 0.01, momentum: float = 0.9) -> None:
        self.lr, self.momentum = lr, momentum
        self.v: Arrays = {}

    def update(self, params: Arrays, grads: Arrays) -> None:
        check_grads(params, grads)
        self.v = self.v or _zeros_like(params)
        for key in params:
            self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
            params[key] += self.v[key]


class Nesterov:
    """W <- W + momentum^2 v - (1 + momentum) lr dW, v <- momentum v - lr dW; v starts with 0.

    W is not the point itself but the point ahead of it, to which momentum alone would lead.
    Source: Bengio, Boulanger-Lewandowski and Pascanu 2012 (arXiv:1212.0901), equation 7, as the book's repository
    cites it. The repository changes v before W; the paper, and this class, use the old v.

    >>> params = {"W": np.array([1.0, -2.0])}
    >>> Nesterov(lr=0.1).update(params, {"W": np.array([3.0, 0.0])})
    >>> params["W"].round(3)
    array([ 0.43, -2.  ])
    """

    def __init__(self, lr: float = 0.01, momentum: float = 0.9) -> None:
        self.lr, self.momentum = lr, momentum
        self.v: Arrays = {}

    def update(self, params: Arrays, grads: Arrays) -> None:
        check_grads(params, grads)
        self.v = self.v or _zeros_like(params)
        for key in params:
            params[key] += self.momentum**2 * self.v[key] - (1 + self.momentum) * self.lr * grads[key]
            self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]


class AdaGrad:
    """h <- h + dW^2, W <- W - lr dW / (sqrt(h) + 1e-7); h starts with 0. Source: book, section 6.1.

    >>> params = {"W": np.array([1.0, -2.0])}
    >>> AdaGrad(lr=0.1).update(params, {"W": np.array([3.0, 0.0])})
    >>> params["W"].round(3)
    array([ 0.9, -2. ])
    """

    def __init__(self, lr: float = 0.01) -> None:
        self.lr = lr
        self.h: Arrays = {}

    def update(self, params: Arrays, grads: Arrays) -> None:
        check_grads(params, grads)
        self.h = self.h or _zeros_like(params)
        for key in params:
            self.h[key] += grads[key] ** 2
            params[key] -= self.lr * grads[key] / (np.sqrt(self.h[key]) + 1e-7)


class RMSprop:
    """h <- decay_rate h + (1 - decay_rate) dW^2, W <- W - lr dW / (sqrt(h) + 1e-7); h starts with 0.

    Source: book, section 6.1 (named there), and its repository.
    """

    def __init__(self, lr: float = 0.01, decay_rate: float = 0.99) -> None:
        self.lr, self.decay_rate = lr, decay_rate
        self.h: Arrays = {}

    def update(self, params: Arrays, grads: Arrays) -> None:
        check_grads(params, grads)
        self.h = self.h or _zeros_like(params)
        for key in params:
            self.h[key] = self.decay_rate * self.h[key] + (1 - self.decay_rate) * grads[key] ** 2
            params[key] -= self.lr * grads[key] / (np.sqrt(self.h[key]) + 1e-7)


class Adam:
    """m <- beta1 m + (1 - beta1) dW, v <- beta2 v + (1 - beta2) dW^2, both start with 0, and at step t
    W <- W - lr sqrt(1 - beta2^t) / (1 - beta1^t) m / (sqrt(v) + 1e-7).

    Source: book, section 6.1, and its repository for the formula (Kingma and Ba 2015, arXiv:1412.6980).

    >>> params = {"W": np.array([1.0, -2.0])}
    >>> Adam(lr=0.1).update(params, {"W": np.array([3.0, 0.0])})
    >>> params["W"].round(3)
    array([ 0.9, -2. ])
    """

    def __init__(self, lr: float = 0.001, beta1: float = 0.9, beta2: float = 0.999) -> None:
        self.lr, self.beta1, self.beta2 = lr, beta1, beta2
        self.iter = 0
        self.m: Arrays = {}
        self.v: Arrays = {}

    def update(self, params: Arrays, grads: Arrays) -> None:
        check_grads(params, grads)
        self.m, self.v = self.m or _zeros_like(params), self.v or _zeros_like(params)
        self.iter += 1
        lr_t = self.lr * (1 - self.beta2**self.iter) ** 0.5 / (1 - self.beta1**self.iter)
        for key in params:
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * grads[key]
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * grads[key] ** 2
            params[key] -= lr_t * self.m[key] / (np.sqrt(self.v[key]) + 1e-7)


def _zeros_like(params: Arrays) -> Arrays:
    """For each parameter an array of zeros in its shape."""
    return {key: np.zeros_like(W) for key, W in params.items()}
