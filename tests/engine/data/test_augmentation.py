"""Augmented images: within the limits, the same for the same seed, and never beyond 0..1."""

import dataclasses

import numpy as np
import pytest

from engine.data.augmentation import Augmentation, augment
from engine.train.config import TrainConfig
from engine.train.hyperparameters import AUGMENTATION, HYPERPARAMETERS


def blot(x: int = 14, y: int = 14, size: int = 3) -> np.ndarray:
    image = np.zeros((1, 28, 28), np.float32)
    image[0, y - size : y + size, x - size : x + size] = 1
    return image


def many(image: np.ndarray, how: Augmentation, n: int = 400, seed: int = 0) -> np.ndarray:
    return augment(np.repeat(image, n, axis=0), how, np.random.default_rng(seed))


def centres(images: np.ndarray) -> np.ndarray:
    place = np.arange(28) + 0.5
    mass = images.sum(axis=(1, 2))
    return np.column_stack(
        ((images.sum(axis=1) * place).sum(axis=1) / mass, (images.sum(axis=2) * place).sum(axis=1) / mass)
    )


def test_without_any_amount_images_stay_the_same() -> None:
    assert not Augmentation()
    rng = np.random.default_rng(0)
    images = rng.random((5, 28, 28), np.float32)
    np.testing.assert_allclose(augment(images, Augmentation(), rng), images, atol=2e-3)


def test_smaller_amounts() -> None:
    assert Augmentation(10, 0.2, 0.4, 2, 0.8, 0.6).times(0.5) == Augmentation(5, 0.1, 0.2, 1, 0.4, 0.3)
    assert not Augmentation(rotation=10).times(0)


def test_shifts_fill_the_range() -> None:
    moved = centres(many(blot(), Augmentation(shift=2))) - 14
    assert 1.8 < np.abs(moved).max() <= 2.001
    assert np.abs(moved.mean(axis=0)).max() < 0.2


def test_a_rotation_keeps_the_distance_from_the_middle() -> None:
    turned = centres(many(blot(x=21), Augmentation(rotation=30))) - 14
    np.testing.assert_allclose(np.hypot(*turned.T), 7, atol=0.1)
    angle = np.rad2deg(np.arctan2(turned[:, 1], turned[:, 0]))
    assert 27 < np.abs(angle).max() < 30.5


def test_scaling_changes_the_mass_by_both_sides() -> None:
    mass = many(blot(size=6), Augmentation(scaling=0.2)).sum(axis=(1, 2)) / 144
    assert np.exp(-0.41) < mass.min() < np.exp(-0.3)
    assert np.exp(0.3) < mass.max() < np.exp(0.41)


def test_a_shear_moves_the_top_against_the_bottom() -> None:
    above, below = many(blot(y=7), Augmentation(shear=0.3)), many(blot(y=21), Augmentation(shear=0.3))
    # 7 pixels above the middle, 0.3 pixels a pixel: up to 2.1 one way, and as much the other way below.
    sideways = centres(above)[:, 0] - 14
    assert 1.9 < np.abs(sideways).max() < 2.15
    np.testing.assert_allclose(sideways, -(centres(below)[:, 0] - 14), atol=0.05)


def test_an_elastic_distortion_moves_each_pixel_by_about_that_much() -> None:
    rng = np.random.default_rng(0)
    moved = centres(many(blot(size=1), Augmentation(elastic=1.5), n=3000)) - 14
    assert moved.std(axis=0) == pytest.approx([1.5, 1.5], rel=0.15)
    # Neighbours move together: the image is distorted smoothly.
    stripes = np.tile(np.linspace(0, 1, 28, dtype=np.float32), (1, 28, 1))
    bent = augment(stripes, Augmentation(elastic=1.0), rng)[0, 4:-4, 4:-4]
    assert np.abs(np.diff(bent, axis=0)).max() < 0.05


def test_thickness_adds_or_removes_ink_at_the_edges() -> None:
    line = np.zeros((1, 28, 28), np.float32)
    line[0, 5:23, 12:16] = 1
    mass = many(line, Augmentation(thickness=1)).sum(axis=(1, 2)) / line.sum()
    assert mass.min() < 0.55
    assert mass.max() > 1.5


def test_the_same_seed_gives_the_same_images() -> None:
    how = Augmentation(10, 0.1, 0.2, 1, 1, 0.5)
    first, again, other = many(blot(), how, 5), many(blot(), how, 5), many(blot(), how, 5, seed=1)
    np.testing.assert_array_equal(first, again)
    assert not np.array_equal(first, other)
    assert not np.array_equal(first[0], first[1])


@pytest.mark.parametrize("shape", [(7, 784), (7, 28, 28), (0, 784)])
def test_shape_type_and_range(shape: tuple[int, ...]) -> None:
    rng = np.random.default_rng(0)
    images = rng.random(shape, np.float32)
    before = images.copy()
    augmented = augment(images, Augmentation(90, 1, 1, 20, 20, 1), rng)
    assert augmented.shape == shape
    assert augmented.dtype == np.float32
    assert augmented.min(initial=0) >= 0
    assert augmented.max(initial=0) <= 1 + 1e-6
    np.testing.assert_array_equal(images, before)


@pytest.mark.parametrize("field", [field.name for field in dataclasses.fields(Augmentation) if field.name != "anneal"])
def test_each_amount_alone_changes_the_image(field: str) -> None:
    assert Augmentation(**{field: 0.5})
    image = blot(x=18, y=10)
    assert np.abs(many(image, Augmentation(**{field: 0.5}), 3) - image).max() > 0.01


@pytest.mark.parametrize("field", [field.name for field in dataclasses.fields(Augmentation)])
def test_a_limit_of_negative_zero_is_zero(field: str) -> None:
    how = Augmentation(0.1, 0.1, 0.1, 0.1, 0.1, 0.1)
    image, zero = blot(), dataclasses.replace(how, **{field: 0.0})
    negative = dataclasses.replace(how, **{field: -0.0})
    np.testing.assert_array_equal(many(image, negative, 3), many(image, zero, 3))


def test_all_amounts_at_their_largest_give_images() -> None:
    """In 32-bit numbers nothing overflows: warnings fail a test."""
    largest = {name: np.nextafter(HYPERPARAMETERS[name].range.high, 0) for name in AUGMENTATION if name != "anneal"}
    config = TrainConfig(augmentation=Augmentation(**largest))
    x = augment(np.ones((20, 784), np.float32), config.augmentation, np.random.default_rng(0))
    assert np.isfinite(x).all()
