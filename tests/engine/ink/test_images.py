"""Images of any kind are read, or refused with one sentence."""

import contextlib
import io
import warnings
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageOps, features

from engine.errors import ImageError
from engine.ink.images import prepare_image, read_image
from engine.ink.preprocess import BOX, Steps, centre_of_mass_shift
from engine.types import CANVAS


def seven(size: tuple[int, int] = (200, 200), ink: object = 0, ground: object = 255, mode: str = "L") -> Image.Image:
    image = Image.new(mode, size, ground)
    x, y = size[0] / 200, size[1] / 200
    draw = ImageDraw.Draw(image)
    draw.line([(60 * x, 40 * y), (140 * x, 40 * y), (90 * x, 160 * y)], fill=ink, width=max(1, round(12 * x)))
    return image


def encoded(image: Image.Image, kind: str = "PNG") -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind)
    return buffer.getvalue()


REFERENCE = prepare_image(read_image(encoded(seven()))).centred


def likeness(centred: np.ndarray) -> float:
    return float(np.corrcoef(centred.ravel(), REFERENCE.ravel())[0, 1])


@pytest.mark.parametrize(
    "image",
    [
        ImageOps.invert(seven()),
        seven((900, 900)),
        seven((40, 40)),
        seven(ink=90, ground=200),
        seven(ink=(20, 40, 160), ground=(250, 240, 200), mode="RGB"),
        seven(ink=(0, 0, 0, 255), ground=(0, 0, 0, 0), mode="RGBA"),
        seven(ink=(255, 255, 255, 255), ground=(255, 255, 255, 0), mode="RGBA"),
        ImageOps.expand(seven(), (300, 10, 20, 90), fill=255),
        seven().convert("1"),
        seven().convert("P"),
        Image.fromarray(np.asarray(seven(), np.uint16) * 257),
        seven().convert("LA"),
        seven(ink=(0, 0, 0, 0), ground=(0, 0, 0, 255), mode="CMYK").convert("RGB"),
    ],
    ids=["inverted", "large", "small", "grey", "colour", "dark-on-clear", "light-on-clear", "aside", "bilevel",
         "palette", "16-bit", "grey-alpha", "cmyk"],
)  # fmt: skip
def test_size_polarity_colour_and_position_do_not_matter(image: Image.Image) -> None:
    stages = prepare_image(read_image(encoded(image)))
    assert likeness(stages.centred) > 0.9
    assert np.abs(centre_of_mass_shift(stages.centred[None])).max() < 0.3


def test_the_foot_of_a_tall_seven_stays_in_the_image() -> None:
    image = Image.new("L", (200, 200), 255)
    draw = ImageDraw.Draw(image)
    draw.rectangle((50, 20, 130, 60), fill=0)
    draw.line([(125, 40), (80, 180)], fill=0, width=8)
    stages = prepare_image(read_image(encoded(image)))
    assert stages.centred.sum() == pytest.approx(stages.scaled.sum(), rel=0.01)
    assert stages.centred[-1].any()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP", "GIF", "WEBP", "TIFF", "PPM"])
def test_every_kind_of_file(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "seven"
    file.write_bytes(encoded(seven(), kind))
    assert likeness(prepare_image(read_image(file)).centred) > 0.95


def test_a_jpeg_of_rgb_is_read_as_one_of_ycbcr() -> None:
    image = seven((1400, 1400), ink=(20, 40, 160), ground=(250, 240, 200), mode="RGB")
    found = []
    for keep_rgb in (False, True):
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=95, keep_rgb=keep_rgb)
        found.append(read_image(buffer.getvalue()))
    np.testing.assert_allclose(found[1], found[0], atol=0.02)


def test_a_thin_line_is_thickened_and_does_not_fade() -> None:
    image = Image.new("L", (600, 600), 255)
    ImageDraw.Draw(image).line([(180, 120), (420, 120), (270, 480)], fill=0, width=2)
    centred = prepare_image(read_image(encoded(image))).centred
    assert 0.5 < centred.sum() / REFERENCE.sum() < 2
    assert centred.max() > 0.8


@pytest.mark.parametrize("width", [1, 2, 10, 30])
def test_an_upright_stroke_keeps_its_strength(width: int) -> None:
    image = Image.new("L", (300, 300), 255)
    ImageDraw.Draw(image).rectangle((150, 36, 149 + width, 264), fill=0)
    centred = prepare_image(read_image(encoded(image))).centred
    assert centred.max() > 0.8
    assert 20 < centred.sum() < 75  # MNIST's upright ones have about 40


def test_a_photo_with_noise_and_a_shadow() -> None:
    rng = np.random.default_rng(0)
    ink = np.asarray(seven((300, 300), ink=255, ground=0), np.float64) / 255
    paper = np.linspace(0.9, 0.7, 300)[None, :] - 0.5 * ink + rng.normal(0, 0.02, ink.shape)
    photo = Image.fromarray((paper.clip(0, 1) * 255).astype(np.uint8))
    assert likeness(prepare_image(read_image(encoded(photo, "JPEG"))).centred) > 0.9


@pytest.mark.parametrize(("paper", "ink"), [(0.95, 0.1), (0.5, 0.2), (0.2, 0.9)])
def test_a_photo_half_in_shadow(paper: float, ink: float) -> None:
    rng = np.random.default_rng(0)
    cover = np.asarray(seven((300, 300), ink=255, ground=0), np.float64) / 255
    light = np.where(np.indices(cover.shape).sum(axis=0) > 280, 0.5, 1) * np.linspace(1, 0.6, 300)
    grey = (paper + (ink - paper) * cover) * light + rng.normal(0, 0.01, cover.shape)
    photo = Image.fromarray((grey.clip(0, 1) * 255).astype(np.uint8))
    assert likeness(prepare_image(read_image(encoded(photo, "JPEG"))).centred) > 0.9


def test_an_mnist_digit_is_unchanged(shared_data: Path) -> None:
    from engine.data.mnist import load_mnist_datasets

    _, test = load_mnist_datasets(shared_data / "mnist")
    for image in test.images[:50]:
        stages = prepare_image(read_image(encoded(Image.fromarray(image))))
        np.testing.assert_allclose(stages.centred, image / 255, atol=1e-6)


def test_rotated_by_exif() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # to be rotated by 90 degrees clockwise
    buffer = io.BytesIO()
    seven().rotate(90, expand=True).save(buffer, "JPEG", exif=exif)
    assert likeness(prepare_image(read_image(buffer.getvalue())).centred) > 0.95


@pytest.mark.parametrize("image", [Image.new("L", (50, 50), 255), Image.new("L", (1, 1), 0), Image.new("L", (2, 300))])
def test_no_ink_is_empty(image: Image.Image) -> None:
    stages = prepare_image(read_image(encoded(image)))
    assert stages.empty
    assert not stages.centred.any()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty|not an image"),
        (b"hello, this is no image at all", "not an image"),
        (encoded(seven())[:300], "damaged or cut off"),
        (encoded(seven(), "JPEG")[:700], "damaged or cut off"),
        (b"%PDF-1.4 ...", "PDF document, not an image"),
    ],
    ids=["empty", "text", "cut-png", "cut-jpeg", "pdf"],
)
def test_other_files_are_refused_by_name(content: bytes, words: str, tmp_path: Path) -> None:
    file = tmp_path / "odd.png"
    file.write_bytes(content)
    with pytest.raises(ImageError, match=words) as caught:
        read_image(file)
    assert "odd.png" in str(caught.value)


@pytest.mark.parametrize("part", [0.02, 0.5])
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "TIFF", *(["AVIF"] if features.check("avif") else [])])
def test_an_image_that_is_cut_off_is_said_to_be(kind: str, part: float) -> None:
    content = encoded(seven(), kind)
    with pytest.raises(ImageError, match="is damaged or cut off"):
        read_image(content[: max(14, round(part * len(content)))])


def test_an_enormous_image_is_refused_before_it_is_decoded() -> None:
    with pytest.raises(ImageError, match="50 million"):
        read_image(encoded(Image.new("1", (9000, 9000))))
    # Only a header, which declares 60000 x 60000 pixels, for which Pillow itself would warn and then refuse.
    png = bytearray(encoded(Image.new("1", (8, 8))))
    png[16:24] = (60000).to_bytes(4, "big") * 2
    import zlib

    png[29:33] = zlib.crc32(png[12:29]).to_bytes(4, "big")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(ImageError):
            read_image(bytes(png))


def test_a_folder_and_a_missing_file(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.png"):
        with pytest.raises(ImageError, match=r"is no such file|is a folder or a device"):
            read_image(path)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(["PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP"]), st.data())
def test_a_damaged_image_is_read_or_refused(kind: str, data: st.DataObject) -> None:
    content = bytearray(encoded(seven((60, 60)), kind))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        stages = prepare_image(read_image(bytes(content)))
    except ImageError:
        return
    assert np.isfinite(stages.centred).all()


# -- something special on the image


def framed(lines: str) -> Image.Image:
    image = seven()
    draw = ImageDraw.Draw(image)
    if lines == "at-edge":
        draw.rectangle((0, 0, 199, 199), outline=0, width=4)
    if lines == "inset":
        draw.rectangle((12, 12, 187, 187), outline=90, width=2)
    if lines == "open":
        draw.line([(15, 15), (15, 185), (185, 185), (185, 15)], fill=0, width=3)
    if lines == "grid":
        for at in (14, 186):
            draw.line((at, 0, at, 199), fill=0, width=3)
            draw.line((0, at, 199, at), fill=0, width=3)
    if lines == "dotted":
        for at in range(12, 188, 8):
            for side in (12, 187):
                draw.rectangle((at, side, at + 3, side + 1), fill=0)
                draw.rectangle((side, at, side + 1, at + 3), fill=0)
    return image


@pytest.mark.parametrize("lines", ["at-edge", "inset", "open", "grid", "dotted"])
def test_a_frame_around_the_digit_is_left_out(lines: str) -> None:
    assert likeness(prepare_image(read_image(encoded(framed(lines)))).centred) > 0.95


@pytest.mark.parametrize("radius", [30, 60, 90])
def test_a_square_zero_is_no_frame(radius: int) -> None:
    image = Image.new("L", (200, 200), 255)
    ImageDraw.Draw(image).rounded_rectangle((20, 10, 180, 190), radius, outline=0, width=14)
    stages = prepare_image(read_image(encoded(image)))
    assert stages.crop == (20, 10, 181, 191)


@pytest.mark.parametrize("ink", [0, 255])
def test_a_card_with_transparent_surroundings(ink: int) -> None:
    card = seven(ink=ink, ground=255 - ink).convert("RGBA")
    alpha = Image.new("L", card.size)
    ImageDraw.Draw(alpha).rounded_rectangle((5, 5, 195, 195), 30, fill=255)
    card.putalpha(alpha)
    assert likeness(prepare_image(read_image(encoded(card))).centred) > 0.95


def test_ink_that_only_its_colour_shows() -> None:
    for ground in ((0, 110, 0), (82, 82, 82)):
        image = seven(ink=(216, 0, 0), ground=ground, mode="RGB")
        assert likeness(prepare_image(read_image(encoded(image))).centred) > 0.95


@pytest.mark.parametrize("largest", [255, 1023, 4080])
def test_few_bits_in_a_deep_file(largest: int) -> None:
    values = np.asarray(seven(), np.float64) / 255 * largest
    for image, kind in ((values.astype(np.uint16), "PNG"), (values.astype(np.float32), "TIFF")):
        content = encoded(Image.fromarray(image), kind)
        assert likeness(prepare_image(read_image(content)).centred) > 0.95


@pytest.mark.parametrize("extremes", [(-3e38, 3e38), (-np.inf, np.inf), (np.nan, 3e38), (-3e38, 0)])
def test_extreme_values_of_a_damaged_tiff_become_grey_values(extremes: tuple[float, float]) -> None:
    values = np.asarray(seven(), np.float32)
    values[0, :2] = extremes
    grey = read_image(encoded(Image.fromarray(values), "TIFF"))
    assert 0 <= grey.min() <= grey.max() <= 1


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP", "TIFF"])
def test_the_first_frame_that_is_not_blank(kind: str) -> None:
    buffer = io.BytesIO()
    Image.new("L", (200, 200), 255).save(buffer, kind, save_all=True, append_images=[seven()])
    assert likeness(prepare_image(read_image(buffer.getvalue())).centred) > 0.95


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC.*export"), (b"%PDF-1.4", "PDF.*export"), (b"<svg/>", "SVG.*export")],
    ids=["heic", "pdf", "svg"],
)
def test_a_format_that_is_not_read_is_named(content: bytes, words: str) -> None:
    with pytest.raises(ImageError, match=words):
        read_image(content)


# -- steps left out


def height(image: np.ndarray) -> int:
    rows = np.flatnonzero((image > 0.3).any(axis=1))
    return int(rows[-1] - rows[0] + 1)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        # The 7 takes 132 of the image's 200 pixels: 18.5 of 28, 13.2 of 20.
        (Steps(crop=False, scale=False, centre=False), 18.5),
        (Steps(crop=False, centre=False), 13.2),
        (Steps(scale=False, centre=False), 18.5),
        (Steps(centre=False), BOX),
    ],
)
def test_the_size_with_steps_left_out(steps: Steps, expected: float) -> None:
    stages = prepare_image(read_image(encoded(seven())), steps)
    assert abs(height(stages.centred) - expected) <= 1
    side = BOX if steps.scale else CANVAS
    assert stages.scaled.shape == (side, side)
    centred = prepare_image(read_image(encoded(seven())), Steps(steps.crop, steps.scale, centre=True))
    assert np.abs(centre_of_mass_shift(centred.centred[None])).max() < 0.3


def test_a_small_image_is_as_large_on_the_canvas_as_a_large_one() -> None:
    steps = Steps(crop=False, scale=False, centre=False)
    small, large = (prepare_image(read_image(encoded(seven((side, side)))), steps).centred for side in (56, 900))
    assert np.corrcoef(small.ravel(), large.ravel())[0, 1] > 0.9


def test_a_damaged_tiff_is_one_sentence(capfd: pytest.CaptureFixture[str]) -> None:
    """libtiff would print others on the standard error of the process."""
    content = io.BytesIO()
    Image.new("L", (64, 64), 255).save(content, "TIFF", compression="tiff_lzw")
    for at in range(8, len(content.getvalue())):
        damaged = bytearray(content.getvalue())
        damaged[at] ^= 0xFF
        with contextlib.suppress(ImageError):
            read_image(bytes(damaged))
    assert capfd.readouterr() == ("", "")


def test_a_tiff_is_read_where_standard_error_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(_: int) -> int:
        raise OSError(9, "Bad file descriptor")

    content = io.BytesIO()
    seven((40, 52)).save(content, "TIFF")
    monkeypatch.setattr("os.dup", closed)
    assert read_image(content.getvalue()).shape == (52, 40)


def test_an_image_whose_palette_is_among_the_pixels_is_damaged() -> None:
    image = seven((40, 52)).convert("P")
    image.info["transparency"] = 0
    content = encoded(image)
    palette, pixels = content.index(b"PLTE") - 4, content.index(b"IDAT") - 4
    with pytest.raises(ImageError, match="is damaged or cut off"):
        read_image(content[:palette] + content[pixels:-12] + content[palette:])
