"""The titles and descriptions of the kinds of layers, of their settings and of shapes."""

from engine.i18n import tr
from engine.nn.layers import LAYER_KINDS, ConvolutionSpec, DropoutSpec, LayerSpec, MaxPoolingSpec
from engine.types import Shape

# For what is unknown while a layer is impossible.
NO_NUMBER = "–"


def title(kind: str) -> str:
    """The title of a kind of layer."""
    return tr(LAYER_KINDS[kind].title)


def field_title(setting: str) -> tuple[str, str]:
    """The title of a field, and its tool tip."""
    return {
        "units": (tr("Neurons"), tr("The size of the output")),
        "filters": (tr("Filters"), tr("The channels of the output")),
        "size": (tr("Size"), tr("Width and height, in pixels")),
        "stride": (tr("Stride"), tr("How far a filter moves at each step, in pixels")),
        "pad": (tr("Padding"), tr("How many zeros are added on each side of the image")),
        "init": (tr("Weight initialisation"), tr("How W is initialised; b starts at 0")),
        "std": (tr("Std. dev."), tr("The standard deviation of the initial weights")),
        "ratio": (tr("Ratio"), tr("The fraction of the outputs that are set to 0 in training: from 0 to below 1")),
    }[setting]


def init_name(init: str) -> str:
    """The title of a weight initialisation."""
    return {"he": tr("He"), "xavier": tr("Xavier"), "std": tr("Std. dev.")}[init]


def about(kind: str) -> str:
    """What a layer does, in one sentence."""
    return {
        "affine": tr("A fully connected (dense) layer: y = x W + b."),
        "convolution": tr("Each filter slides over the image and gives one output channel."),
        "max_pooling": tr("The largest value of each small square: the image gets smaller."),
        "relu": tr("max(0, x) of each value."),
        "sigmoid": tr("1 / (1 + exp(−x)) of each value."),
        "tanh": tr("The hyperbolic tangent of each value, from −1 to 1."),
        "batch_normalization": tr("Normalises each channel to mean 0, variance 1."),
        "dropout": tr("Sets random outputs to 0 in training, so that none depends on another."),
    }[kind]


def brief(layer: LayerSpec | None) -> str:
    """The settings that the output shape does not show, in short."""
    match layer:
        case ConvolutionSpec(size=size, stride=1):
            return tr("{0} × {0}", size)
        case ConvolutionSpec(size=size, stride=stride):
            return tr("{0} × {0}, /{1}", size, stride)
        case MaxPoolingSpec(size=size):
            return tr("{0} × {0}", size)
        case DropoutSpec(ratio=ratio):
            return f"{ratio:g}"
    return ""


def shape_text(shape: Shape | None) -> str:
    """ "32 × 14 × 14", "100"; "–" where there is none."""
    return NO_NUMBER if shape is None else " × ".join(f"{size:,}" for size in shape)
