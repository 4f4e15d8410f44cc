"""Chapter 3, the dataset: the four files of MNIST as arrays."""

import gzip
from pathlib import Path

import numpy as np


def read_idx(path: Path) -> np.ndarray:
    """The array in an IDX file, the format of MNIST; where there is no such file, in its gzipped one, "NAME.gz".

    Two bytes 0, the type (8: uint8), the number of axes, the length of each axis (big-endian int32), then the numbers.
    Source: the MNIST page of Y. LeCun, C. Cortes and C. Burges.

    Returns:
        uint8: images (N, 28, 28), or labels (N,).
    """
    data = path.read_bytes() if path.exists() else gzip.decompress(Path(f"{path}.gz").read_bytes())
    axes = data[3]
    shape = np.frombuffer(data, ">i4", axes, offset=4)
    # A copy can be changed.
    return np.frombuffer(data, np.uint8, offset=4 + 4 * axes).reshape(shape).copy()


def prepare(
    images: np.ndarray, labels: np.ndarray, normalize: bool = True, flatten: bool = True, one_hot_label: bool = False
) -> tuple[np.ndarray, np.ndarray]:
    """What load_mnist makes of the bytes of the files. Source: book, section 3.6.

    Args:
        images: (N, 28, 28) uint8.
        labels: (N,) uint8.

    Returns:
        x: float32 in 0..1 (``normalize``), else uint8 in 0..255; (N, 784) (``flatten``), else (N, 1, 28, 28).
        t: (N, 10) float64 (``one_hot_label``), else (N,) uint8.

    >>> images, labels = np.full((2, 28, 28), 255, np.uint8), np.array([7, 2], np.uint8)
    >>> x, t = prepare(images, labels, one_hot_label=True)
    >>> x.shape, x.max(), t.shape
    ((2, 784), np.float32(1.0), (2, 10))
    """
    x = images.reshape(-1, 784) if flatten else images.reshape(-1, 1, 28, 28)
    if normalize:
        x = x.astype(np.float32) / 255
    t = np.eye(10)[labels] if one_hot_label else labels
    return x, t


def load_mnist(
    normalize: bool = True, flatten: bool = True, one_hot_label: bool = False, folder: str | Path = "."
) -> tuple[tuple[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]:
    """(x_train, t_train), (x_test, t_test): 60,000 and 10,000 images. Source: book, section 3.6.

    The book's function downloads the files; this one only reads them.

    Args:
        normalize, flatten, one_hot_label: see ``prepare``.
        folder: where the four files are, gzipped or not.

    >>> (x_train, t_train), (x_test, t_test) = load_mnist(folder="mnist")
    >>> x_train.shape, t_train.shape
    ((60000, 784), (60000,))
    """
    sets = []
    for name in ("train", "t10k"):
        images = read_idx(Path(folder) / f"{name}-images-idx3-ubyte")
        labels = read_idx(Path(folder) / f"{name}-labels-idx1-ubyte")
        sets.append(prepare(images, labels, normalize, flatten, one_hot_label))
    return sets[0], sets[1]
