"""Mistakes that students make: the message says what came, what is wanted, and mostly what to write."""

from collections.abc import Callable

import numpy as np
import pytest

from engine.book import (
    SGD,
    Adam,
    Affine,
    BatchNormalization,
    Convolution,
    Pooling,
    SimpleConvNet,
    SoftmaxWithLoss,
    TwoLayerNet,
    cross_entropy_error,
    im2col,
    numerical_gradient,
    predict,
    softmax_with_loss_forward,
)
from engine.book.ch04_two_layer_net import TwoLayerNet as FirstNet
from engine.data.dataset import Dataset
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import simple_convnet
from engine.recognizer import Recognizer
from engine.types import CANVAS

X, T = np.zeros((5, 784), np.float32), np.arange(5)
ONE_HOT = np.eye(10)[T]
IMAGE = np.zeros((CANVAS, CANVAS), np.float32)
NONE = np.zeros((0, 784), np.float32)
Y = np.full((5, 10), 0.1)
BOOK = {
    "W1": np.zeros((784, 3)), "b1": np.zeros(3), "W2": np.zeros((3, 3)), "b2": np.zeros(3),
    "W3": np.zeros((3, 10)), "b3": np.zeros(10),
}  # fmt: skip


def network(outputs: int = 10) -> Network:
    return Network(NetworkSpec.mlp((4,), outputs=outputs), max_batch=5)


def recognizer() -> Recognizer:
    spec = NetworkSpec.mlp((4,))
    return Recognizer(spec, Network(spec).params)


def update(optimizer: SGD | Adam, params: np.ndarray, **grads: np.ndarray) -> None:
    optimizer.update({"W": params}, grads)


MISTAKES: dict[str, tuple[Callable[[], object], str]] = {
    # the book's functions
    "an image is no row": (
        lambda: predict(BOOK, IMAGE),
        "x of shape (28, 28) does not fit W of shape (784, 3): x must be (784,) or (N, 784). Write x.reshape(-1, 784)",
    ),
    "images are no rows": (lambda: predict(BOOK, X.reshape(5, 1, 28, 28)), "x of shape (5, 1, 28, 28) does not fit"),
    "too few pixels": (lambda: FirstNet(784, 3, 10).predict(X[:, 1:]), "x of shape (5, 783) does not fit W of shape"),
    "no pixels": (lambda: FirstNet(784, 3, 10).predict(NONE), "x is empty"),
    "one row is no batch": (
        lambda: TwoLayerNet(784, 3, 10).predict(X[0]),
        "x of shape (784,) does not fit W of shape (784, 3): x must be a batch (N, 784). Write x.reshape(-1, 784)",
    ),
    "an empty batch": (lambda: TwoLayerNet(784, 3, 10).gradient(NONE, T[:0]), "x is empty"),
    "an image is no batch": (lambda: Affine(np.zeros((784, 3)), np.zeros(3)).forward(IMAGE), "Write x.reshape(-1"),
    "an empty normalized batch": (lambda: BatchNormalization(np.ones(3), np.zeros(3)).forward(NONE[:, :3]), "is empty"),
    "rows are no images": (
        lambda: SimpleConvNet().predict(X),
        "x of shape (5, 784) is no batch of images: x must be (N, 1, H, W). "
        "Images of MNIST: write x.reshape(-1, 1, 28, 28)",
    ),
    "other channels": (
        lambda: Convolution(np.zeros((2, 3, 5, 5)), np.zeros(2)).forward(X.reshape(5, 1, 28, 28)),
        "x of shape (5, 1, 28, 28) is no batch of images: x must be (N, 3, H, W)",
    ),
    "pooling of rows": (lambda: Pooling(2, 2).forward(X), "x must be (N, C, H, W)"),
    "patches of an image": (lambda: im2col(IMAGE, 5, 5), "x of shape (28, 28) is no batch of images"),
    "other one-hot rows": (
        lambda: cross_entropy_error(Y, ONE_HOT[:, :9]),
        "t of shape (5, 9) and type float64 does not fit y of shape (5, 10): "
        "t must be labels of shape (5,), or one-hot of shape (5, 10)",
    ),
    "labels are floats": (lambda: SoftmaxWithLoss().forward(Y, T.astype(float)), "Write t.astype(int)"),
    "labels of more classes": (
        lambda: softmax_with_loss_forward(Y, T + 6),
        "its labels are 6 to 10, and the classes 0 to 9",
    ),
    "negative labels": (lambda: TwoLayerNet(784, 3, 10).accuracy(X, T - 1), "its labels are -1 to 3"),
    "labels of nothing": (lambda: cross_entropy_error(Y[:0], T[:0]), "the batch is empty"),
    "a list has no gradient": (
        lambda: numerical_gradient(lambda x: x[0], [3.0]),
        "x must be a NumPy array, not list: write np.array(x, dtype=float)",
    ),
    "integers have no gradient": (
        lambda: numerical_gradient(lambda x: x[0], T),
        "x must hold floating point numbers, not int64: write 3.0 instead of 3, or x.astype(float)",
    ),
    "integers cannot be updated": (
        lambda: update(SGD(), np.array([1, 2]), W=np.ones(2)),
        "W must hold floating point numbers, not int64: write 3.0 instead of 3, or W.astype(float)",
    ),
    "no gradient": (lambda: update(Adam(), np.ones(2), dW=np.ones(2)), "there is no gradient of W: grads has dW"),
    "another gradient": (
        lambda: update(Adam(), np.ones(2), W=np.ones((1, 2))),
        "the gradient of W has the shape (1, 2), and W has (2,)",
    ),
    # the engine
    "an image": (
        lambda: network().logits(IMAGE),
        "x of shape (28, 28) does not fit this network: x must be (N, 784). Write x.reshape(-1, 784)",
    ),
    "a row": (lambda: network().predict(X[0, :783]), "x of shape (783,) does not fit this network"),
    "an image for a convnet": (
        lambda: Network(simple_convnet()).predict(IMAGE),
        "x must be (N, 784) or (N, 1, 28, 28)",
    ),
    "too large a batch": (
        lambda: network().gradient_step(np.zeros((6, 784), np.float32), np.zeros(6, int)),
        "x has 6 rows, and this network takes at most 5 at once. Use predict, or make it by Network(spec, max_batch=6)",
    ),
    "bytes": (
        lambda: network().predict(X.astype(np.uint8)),
        "x must hold floats from 0 to 1, not uint8. Bytes: write np.float32(x) / 255",
    ),
    "one-hot rows": (
        lambda: network().loss(X, ONE_HOT),
        "t of shape (5, 10) does not fit x with 5 rows: t must be labels of shape (5,). "
        "One-hot rows: write t.argmax(axis=1)",
    ),
    "too few labels": (lambda: network().gradient_step(X, T[:4]), "t of shape (4,) does not fit x with 5 rows"),
    "floats as labels": (lambda: network().loss(X, T.astype(float)), "t must hold integers, the labels, not float64"),
    "a label too large": (lambda: network().loss(X, T + 7), "t must hold labels from 0 to 10, and these are 7 to 11"),
    "a label below 0": (lambda: network().loss(X, T - 1), "t must hold labels from 0 to 10, and these are -1 to 3"),
    "a third of two classes": (lambda: network(1).loss(X, T), "t must hold labels from 0 to 1, and these are 0 to 4"),
    "nothing to learn": (lambda: network().gradient_step(NONE, T[:0]), "x and t are empty"),
    "one image": (
        lambda: recognizer().probabilities(IMAGE),
        "images must be (N, 28, 28) or (N, 784) floats from 0 to 1, not (28, 28) float32. One image: write images[",
    ),
    "images of bytes": (lambda: recognizer().probabilities(X.astype(np.uint8)), "from 0 to 1, not (5, 784) uint8"),
    "an image of bytes": (lambda: recognizer().predict_image(IMAGE.astype(np.uint8)), "not (28, 28) uint8"),
    "a stroke is no drawing": (
        lambda: recognizer().predict_drawing(np.ones((5, 2))),
        "a drawing is a list of strokes, each an array of points (n, 2), and this is an array of shape (2,)",
    ),
    "a list is no stroke": (lambda: recognizer().predict_drawing([[(3, 4), (5, 6)]]), "and this is list"),
    "pixels are no bytes": (
        lambda: Dataset(X.reshape(5, 28, 28), T.astype(np.uint8)),
        "images must be (N, 28, 28) uint8, not (5, 28, 28) float32. Pixels from 0 to 1: write np.uint8(np.rint(",
    ),
    "one-hot labels of a dataset": (
        lambda: Dataset(np.zeros((5, 28, 28), np.uint8), ONE_HOT),
        "labels must be (5,) uint8, not (5, 10) float64. One-hot rows: write np.uint8(labels.argmax(axis=1))",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_the_message_says_what_is_wanted(name: str) -> None:
    mistake, message = MISTAKES[name]
    with pytest.raises(ValueError, match=r"\w") as raised:
        mistake()
    assert message in str(raised.value)
    assert len(str(raised.value)) < 200


def test_one_hot_rows_of_as_many_images_as_classes_are_no_labels() -> None:
    """NumPy would broadcast them, and the loss would be another one."""
    with pytest.raises(ValueError, match="must be labels"):
        Network(NetworkSpec.mlp((4,))).loss(np.zeros((10, 784), np.float32), np.eye(10))
