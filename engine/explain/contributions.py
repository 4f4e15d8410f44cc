"""What a neuron adds up, weight by weight: the network's own numbers, before anything has to be estimated."""

from engine.types import FloatArray


def contributions(W: FloatArray, x: FloatArray, neuron: int) -> FloatArray:
    """W[i, neuron] x[i]: what each input of an Affine layer adds to one of its neurons.

    Their sum and b[neuron] are what the neuron hands on.

    Args:
        W: (in, out), the layer's weights.
        x: one input, ``in`` numbers in any shape: (784,), (28, 28), (channels, height, width).
        neuron: 0 up to (not including) out.

    Returns:
        A new array in the shape of ``x``.

    Raises:
        ValueError: ``x`` is not as many numbers as the layer takes.
        IndexError: there is no such neuron.
    """
    if x.size != len(W):
        raise ValueError(f"an Affine layer of {len(W)} inputs takes no array of shape {x.shape}")
    of_neuron: FloatArray = W[:, neuron].reshape(x.shape) * x
    return of_neuron
