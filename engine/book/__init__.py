"""The code of *Deep Learning from Scratch* by Saito Koki, one file per chapter: plain NumPy, to read beside the book.

Names, shapes and argument order are the book's; the text is our own. Functions and classes that draw random numbers
take an optional ``rng`` as their last argument, so that a run can be repeated. Where two chapters have one name, this
package has the later one: TwoLayerNet is chapter 5's, with both gradients.
"""

from .ch02_perceptron import AND, NAND, OR, XOR, perceptron
from .ch03_mnist import load_mnist, prepare, read_idx
from .ch03_neural_network import (
    identity,
    identity_function,
    relu,
    relu_grad,
    sigmoid,
    sigmoid_grad,
    softmax,
    softmax_naive,
    step,
    step_function,
)
from .ch03_three_layer_net import forward, init_network, predict
from .ch04_learning import (
    as_one_hot,
    cross_entropy_error,
    gradient_descent,
    mean_squared_error,
    numerical_diff,
    numerical_diff_naive,
    numerical_gradient,
)
from .ch05_backpropagation import AddLayer, Affine, MulLayer, Relu, Sigmoid, SoftmaxWithLoss
from .ch05_plain_functions import (
    affine_layer_backward,
    affine_layer_forward,
    relu_layer_backward,
    relu_layer_forward,
    sigmoid_layer_backward,
    sigmoid_layer_forward,
    softmax_with_loss_backward,
    softmax_with_loss_forward,
    train_step,
)
from .ch05_two_layer_net import TwoLayerNet, gradient_check
from .ch06_optimizers import SGD, AdaGrad, Adam, Momentum, Nesterov, RMSprop
from .ch06_training_techniques import BatchNormalization, Dropout, he_init, normal_init, xavier_init
from .ch07_cnn import Convolution, Pooling, col2im, conv_output_size, im2col
from .ch07_simple_convnet import SimpleConvNet

__all__ = [
    "AND",
    "NAND",
    "OR",
    "SGD",
    "XOR",
    "AdaGrad",
    "Adam",
    "AddLayer",
    "Affine",
    "BatchNormalization",
    "Convolution",
    "Dropout",
    "Momentum",
    "MulLayer",
    "Nesterov",
    "Pooling",
    "RMSprop",
    "Relu",
    "Sigmoid",
    "SimpleConvNet",
    "SoftmaxWithLoss",
    "TwoLayerNet",
    "affine_layer_backward",
    "affine_layer_forward",
    "as_one_hot",
    "col2im",
    "conv_output_size",
    "cross_entropy_error",
    "forward",
    "gradient_check",
    "gradient_descent",
    "he_init",
    "identity",
    "identity_function",
    "im2col",
    "init_network",
    "load_mnist",
    "mean_squared_error",
    "normal_init",
    "numerical_diff",
    "numerical_diff_naive",
    "numerical_gradient",
    "perceptron",
    "predict",
    "prepare",
    "read_idx",
    "relu",
    "relu_grad",
    "relu_layer_backward",
    "relu_layer_forward",
    "sigmoid",
    "sigmoid_grad",
    "sigmoid_layer_backward",
    "sigmoid_layer_forward",
    "softmax",
    "softmax_naive",
    "softmax_with_loss_backward",
    "softmax_with_loss_forward",
    "step",
    "step_function",
    "train_step",
    "xavier_init",
]
