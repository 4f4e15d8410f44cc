"""What a person calls the kinds of layers, their settings and the shapes of what comes out of them."""

from engine.nn.layers import LAYER_KINDS, ConvolutionSpec, DropoutSpec, LayerSpec, MaxPoolingSpec
from engine.types import Shape
from gui.i18n import tr

# Of what is not known while a layer is impossible.
NO_NUMBER = "–"


def title(kind: str) -> str:
    """What a person calls a kind of layer."""
    return tr(LAYER_KINDS[kind].title)


def field_title(setting: str) -> tuple[str, str]:
    """What stands above a field, and its tool tip."""
    return {
        "units": (tr("Neurons"), tr("How many numbers come out")),
        "filters": (tr("Filters"), tr("How many channels come out")),
        "size": (tr("Size"), tr("Of a side of the square, in pixels")),
        "stride": (tr("Stride"), tr("How far a filter moves at a time, in pixels")),
        "pad": (tr("Padding"), tr("How many zeros are put around the picture")),
        "init": (tr("First weights"), tr("Where W starts; b starts at 0")),
        "std": (tr("Std. dev."), tr("The standard deviation of the first weights")),
        "ratio": (tr("Ratio"), tr("The part of the numbers that is left out while learning: 0 up to 1")),
    }[setting]


def init_name(init: str) -> str:
    """What a person calls an initialisation."""
    return {"he": tr("He"), "xavier": tr("Xavier"), "std": tr("Std. dev.")}[init]


def about(kind: str) -> str:
    """What a layer does, in one sentence."""
    return {
        "affine": tr("Each neuron weighs every number before it: y = x W + b."),
        "convolution": tr("Each filter slides over the picture and answers at every place."),
        "max_pooling": tr("The largest of each small square: the picture shrinks."),
        "relu": tr("max(0, x) of each number."),
        "sigmoid": tr("1 / (1 + exp(−x)) of each number."),
        "batch_normalization": tr("Brings each channel to mean 0, variance 1."),
        "dropout": tr("Leaves numbers out at random while learning, so that none relies on another."),
    }[kind]


def brief(layer: LayerSpec | None) -> str:
    """The settings that the shape of the output does not tell, in a word or two."""
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
