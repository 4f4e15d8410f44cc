"""Weights files: ours, NumPy's, the book's pickles, and arrays as other programs lay them out."""

from engine.weights.weights import (
    Weights,
    check_params,
    check_writable_name,
    load_weights,
    pack_weights,
    save_weights,
    spec_of,
    unpack_weights,
    weights_title,
)

__all__ = [
    "Weights",
    "check_params",
    "check_writable_name",
    "load_weights",
    "pack_weights",
    "save_weights",
    "spec_of",
    "unpack_weights",
    "weights_title",
]
