"""The terms of the sum that a neuron computes: exact, where attributions of deeper layers are estimates."""

from engine.types import FloatArray


def contributions(W: FloatArray, x: FloatArray, neuron: int) -> FloatArray:
    """W[i, neuron] x[i]: what each input of an Affine layer contributes to the output of one neuron.

    The output is their sum plus b[neuron].

    Args:
        W: (in, out), the layer's weights.
        x: one input, ``in`` numbers in any shape: (784,), (28, 28), (channels, height, width).
        neuron: 0 up to (not including) out.

    Returns:
        A new array in the shape of ``x``.

    Raises:
        ValueError: the size of ``x`` is not the number of inputs.
        IndexError: there is no such neuron.
    """
    if x.size != len(W):
        raise ValueError(f"an Affine layer of {len(W)} inputs takes no array of shape {x.shape}")
    terms: FloatArray = W[:, neuron].reshape(x.shape) * x
    return terms
