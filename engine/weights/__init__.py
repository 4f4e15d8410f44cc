"""Weights files: ours, NumPy's, the book's pickles, and arrays as other programs lay them out."""

from .content import UNKNOWN_ACTIVATION, Weights, check_params, chosen_note, spec_of
from .weights import (
    check_writable_name,
    load_weights,
    pack_weights,
    save_weights,
    unpack_weights,
    weights_title,
)

__all__ = [
    "UNKNOWN_ACTIVATION",
    "Weights",
    "check_params",
    "check_writable_name",
    "chosen_note",
    "load_weights",
    "pack_weights",
    "save_weights",
    "spec_of",
    "unpack_weights",
    "weights_title",
]
