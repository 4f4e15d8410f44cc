"""A drawing is saved and loaded bit for bit; what is wrong with a file is one sentence."""

import contextlib
import errno
import io
import json
import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst
from PIL import Image, ImageOps
from PIL.PngImagePlugin import PngInfo

from engine.errors import DrawingsError
from engine.ink.drawing_file import (
    DRAWING_SUFFIXES,
    SavedDrawing,
    from_json,
    load_drawing,
    save_drawing,
    save_image,
    to_json,
)
from engine.ink.images import read_image
from engine.ink.png import paint, text_of, to_png
from engine.ink.strokes import curve, render
from engine.ink.svg import text_of as text_of_svg
from engine.ink.svg import to_svg
from engine.io import atomic_write
from engine.io.checked_file import Fault
from engine.io.limits import MAX_POINTS

Strokes = list[npt.NDArray[np.float32]]

SEVEN = [np.array([(8, 6), (19, 6.1), (17, 11), (13, 22)], np.float32), np.array([(12.3, 14)], np.float32)]
SKETCH = SavedDrawing(SEVEN, 2.5)
# Its shortest decimals, 7.038531e-26, give the next float32 when they are parsed as float64 first.
ROUNDED_TWICE = np.frombuffer(bytes.fromhex("fd43ae15"), "<f4")[0]


def some_strokes(least: float, most: float, strokes: int, points: int) -> st.SearchStrategy[Strokes]:
    stroke = npst.arrays(
        np.float32, st.tuples(st.integers(1, points), st.just(2)), elements=st.floats(least, most, width=32)
    )
    return st.lists(stroke, min_size=1, max_size=strokes)


def same(found: SavedDrawing | None, expected: SavedDrawing) -> bool:
    """The same bits, even of a negative zero."""
    assert found is not None
    assert all(stroke.dtype == np.float32 for stroke in found.strokes)
    bits = [[(stroke.shape, stroke.tobytes()) for stroke in sketch.strokes] for sketch in (found, expected)]
    return bits[0] == bits[1] and found.brush_width == expected.brush_width


# -- saving and loading


@given(some_strokes(-100, 100, 4, 20), st.floats(0.001, 28))
@example([np.array([(ROUNDED_TWICE, -0.0), (1e-45, 3.4e-38)], np.float32)], 0.1)
def test_json_and_svg_preserve_the_bits(strokes: Strokes, brush: float) -> None:
    sketch = SavedDrawing(strokes, brush)
    text = to_json(sketch)
    assert same(from_json(text), sketch)
    assert same(from_json(text_of_svg(to_svg(strokes, brush, text))), sketch)


@settings(max_examples=30, deadline=None)
@given(some_strokes(0, 28, 3, 6), st.floats(0.5, 6))
@example([np.array([(14, 14)], np.float32)], 0.001)
def test_a_png_preserves_the_bits(strokes: Strokes, brush: float) -> None:
    sketch = SavedDrawing(strokes, brush)
    text = text_of(to_png(paint(strokes, brush), to_json(sketch)))
    assert text is not None
    assert same(from_json(text), sketch)


@pytest.mark.parametrize("suffix", [*DRAWING_SUFFIXES, ".PNG", ".Svg"])
def test_saved_and_loaded(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"seven{suffix}"
    save_drawing(file, SavedDrawing([np.zeros((2, 2), np.float32)], 1.0))
    save_drawing(file, SKETCH)
    assert same(load_drawing(file), SKETCH)
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_json_is_readable_and_may_be_written_by_hand() -> None:
    text = to_json(SKETCH)
    assert "\n    [[8.0, 6.0], [19.0, 6.1], [17.0, 11.0], [13.0, 22.0]],\n    [[12.3, 14.0]]\n" in text
    assert set(json.loads(text)) == {"format", "version", "canvas", "brush_width", "strokes"}
    assert json.loads(text)["strokes"][0][1] == [19, 6.1]
    mine = {
        "strokes": [[[1, 2]]],
        "by": "me",
        "brush_width": 2,
        "canvas": 28,
        "version": 1,
        "format": "digit-lab drawing",
    }
    assert same(from_json(json.dumps(mine)), SavedDrawing([np.array([[1, 2]], np.float32)], 2.0))


def test_as_many_points_as_a_drawing_may_have(tmp_path: Path) -> None:
    turns = np.linspace(0, 12, MAX_POINTS)
    spiral = np.column_stack((14 + turns * np.cos(turns), 14 + turns * np.sin(turns))).astype(np.float32)
    save_drawing(tmp_path / "spiral.svg", SavedDrawing([spiral], 2.0))
    assert same(load_drawing(tmp_path / "spiral.svg"), SavedDrawing([spiral], 2.0))
    with pytest.raises(DrawingsError, match="200,001 points"):
        save_drawing(tmp_path / "more.json", SavedDrawing([spiral, spiral[:1]], 2.0))


# -- the visible image


def test_the_image_shows_the_drawing() -> None:
    pixels = paint(SEVEN, 2.0)
    assert (pixels.shape, pixels.dtype) == ((560, 560), np.uint8)
    assert pixels[120, 160:380].min() == 255  # along the bar of the 7
    assert (pixels[290, 246], pixels[260:320, 226:266].max()) == (255, 255)  # the dot, a brush wide
    assert pixels[:90].max() == pixels[480:].max() == 0
    smooth = np.unique(pixels)
    assert len(smooth) > 50, "not anti-aliased"
    edge = paint([np.array([(-0.5, 14), (-0.5, 20)], np.float32)], 2.0)
    assert edge[340, :9].min() == 255  # half a unit of it reaches onto the canvas
    assert edge[340, 11:].max() == 0


@pytest.mark.parametrize("brush", [0.5, 2.0, 4.0])
def test_the_line_is_as_wide_and_as_smooth_as_ink(brush: float) -> None:
    """Against the engine's ink, which knows the distance of every pixel to the line."""
    exact = render([curve(stroke, 0.25) * 20 for stroke in SEVEN], brush * 20, 560)
    difference = paint(SEVEN, brush) / 255 - exact
    assert abs(difference.sum()) < 0.02 * exact.sum()
    assert abs(difference).max() < 0.4
    assert (abs(difference) > 0.25).mean() < 1e-3


def test_the_svg_shows_a_curve_a_stroke_and_the_dot() -> None:
    root = ElementTree.fromstring(to_svg(SEVEN, 2.5, to_json(SKETCH)))
    name = "{http://www.w3.org/2000/svg}"
    assert root.tag == f"{name}svg"
    assert root.get("viewBox") == "0 0 28 28"
    (group,) = root.findall(f"{name}g")
    assert [group.get(f"stroke-{name}") for name in ("width", "linecap", "linejoin")] == ["2.5", "round", "round"]
    line, dot = group
    points = np.array([point.split(",") for point in line.attrib["points"].split()], float)
    assert len(points) > 80
    assert np.hypot(*np.diff(points, axis=0).T).max() <= 0.3
    np.testing.assert_allclose(points[[0, -1]], SEVEN[0][[0, -1]])
    assert dot.tag == f"{name}circle"
    assert (float(dot.attrib["cx"]), float(dot.attrib["r"])) == (12.3, 1.25)


def test_the_images_show_what_lies_beside_the_canvas() -> None:
    one = [np.array([(11, 3), (17, -4), (16, 20)], np.float32)]
    pixels = paint(one, 2.0)
    # 5 units above the canvas and 28 on it: the corner is a 33rd from the top.
    assert pixels.shape == (560, 560)
    rows = np.flatnonzero(pixels.max(axis=1) > 128)
    assert rows[0] < 20
    assert abs(rows[-1] - 560 * 26 / 33) < 4
    root = ElementTree.fromstring(to_svg(one, 2.0, to_json(SavedDrawing(one, 2.0))))
    left, top, width, height = map(float, root.attrib["viewBox"].split())
    assert (width, height) == (33, 33)
    assert (left, top) == (-2.5, -5)


@pytest.mark.parametrize("suffix", [".json", ".svg", ".png"])
def test_points_beside_the_canvas_are_the_same_after_loading(tmp_path: Path, suffix: str) -> None:
    strokes = [np.array([(-13.37, 5.1), (41.9, -13.9), (3, 41)], np.float32)]
    save_drawing(tmp_path / f"far{suffix}", SavedDrawing(strokes, 2.0))
    found = load_drawing(tmp_path / f"far{suffix}")
    assert found is not None
    np.testing.assert_array_equal(found.strokes[0], strokes[0])


# -- images without strokes


def test_any_other_png_is_an_image(tmp_path: Path) -> None:
    Image.new("L", (560, 560)).save(tmp_path / "black.png")
    Image.new("L", (9, 9)).save(tmp_path / "small.png")
    (tmp_path / "text.png").write_text("no image")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    for name in ("black.png", "small.png", "text.png", "photo.jpg", "none.png", "none"):
        assert load_drawing(tmp_path / name) is None


@pytest.mark.parametrize(
    "change",
    [
        ImageOps.invert,
        ImageOps.mirror,
        lambda image: image.rotate(5),
        lambda image: image.crop((9, 9, 500, 500)),
    ],
)
def test_a_changed_image_has_no_strokes(tmp_path: Path, change: Callable[[Image.Image], Image.Image]) -> None:
    """Programs keep the texts of a PNG when they change its pixels."""
    save_drawing(tmp_path / "seven.png", SKETCH)
    with Image.open(tmp_path / "seven.png") as image:
        info = PngInfo()
        for name, text in image.text.items():
            info.add_text(name, text)
        change(image).save(tmp_path / "changed.png", pnginfo=info)
        # Compressed differently, in another mode: the same image.
        image.convert("RGB").save(tmp_path / "same.png", pnginfo=info, compress_level=1)
    assert load_drawing(tmp_path / "changed.png") is None
    assert same(load_drawing(tmp_path / "same.png"), SKETCH)


def test_a_cut_off_png_has_no_strokes(tmp_path: Path) -> None:
    save_drawing(tmp_path / "seven.png", SKETCH)
    content = (tmp_path / "seven.png").read_bytes()
    for n in (20, len(content) // 2, len(content) - 30):
        (tmp_path / "cut.png").write_bytes(content[:n])
        assert load_drawing(tmp_path / "cut.png") is None


def test_an_image_is_saved_with_the_same_pixels(tmp_path: Path) -> None:
    grey = (np.random.default_rng(0).integers(0, 256, (31, 40)) / 255).astype(np.float32)
    save_image(tmp_path / "grey.png", grey)
    assert load_drawing(tmp_path / "grey.png") is None
    np.testing.assert_array_equal(read_image(tmp_path / "grey.png"), grey)
    with pytest.raises(DrawingsError, match=r"“grey\.svg” cannot be saved: an image has no strokes"):
        save_image(tmp_path / "grey.svg", grey)


# -- invalid files


def changed(**facts: Any) -> str:
    found = json.loads(to_json(SKETCH)) | facts
    return json.dumps({name: value for name, value in found.items() if value is not None})


WRONG = {
    "": "empty",
    "{": "damaged",
    to_json(SKETCH)[:-20]: "damaged",
    "[1, 2]": "no drawing",
    "{}": "no drawing",
    changed(format="digit-lab weights"): "no drawing",
    changed(format=["digit-lab drawing"]): "no drawing",
    changed(version=2): "newer version",
    changed(version=0): "damaged",
    changed(version=True): "damaged",
    changed(version="1"): "damaged",
    changed(version=None): "damaged",
    changed(canvas=280): "28 × 28",
    changed(canvas=None): "28 × 28",
    changed(brush_width=None): "damaged",
    changed(brush_width=True): "damaged",
    changed(brush_width="2"): "damaged",
    changed(brush_width=0): "brush",
    changed(brush_width=29): "brush",
    changed(brush_width=10**400): "brush",
    changed(strokes=None): "damaged",
    changed(strokes=7): "damaged",
    changed(strokes=[]): "nothing drawn",
    changed(strokes=[[]]): "nothing drawn",
    changed(strokes=[[], 5]): "damaged",
    changed(strokes=[[1, 2]]): "damaged",
    changed(strokes=[[[1, 2, 3]]]): "damaged",
    changed(strokes=[[[1, "2"]]]): "damaged",
    changed(strokes=[[[1, True]]]): "damaged",
    changed(strokes=[[[1, None]]]): "damaged",
    changed(strokes=[[[1, [2]]]]): "damaged",
    changed(strokes=[[[1, 281]]]): "too far from the canvas",
    changed(strokes=[[[-1e30, 1]]]): "too far from the canvas",
    changed(strokes=[[[10**400, 1]]]): "too far from the canvas",
    changed(strokes=[[[1, float("nan")]]]): "damaged",
    changed(strokes=[[[1, float("inf")]]]): "damaged",
    changed(strokes=[[[1, 1]] * (MAX_POINTS + 1)]): "200,001 points",
    changed(strokes=[[[0, 0], [28, 28]] * 500]): "longer",
    changed(strokes=[[[-200, -200], [200, 200]] * 100]): "longer",
    changed(strokes=[[[0, 0], [0.1, 0]] * 6000]): "longer",
    to_json(SKETCH).replace('"version": 1', '"version": 1, "version": 1'): "damaged",
    "[" * 200_000: "damaged",
    changed(strokes=[[]] * 2_200_000): "longer than a drawing",
}


@pytest.mark.parametrize(("text", "message"), WRONG.items(), ids=range(len(WRONG)))
def test_a_file_without_a_drawing_is_refused(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "wrong.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DrawingsError, match=message) as error:
        load_drawing(file)
    assert str(error.value).startswith("“wrong.json” cannot be opened: ")
    assert "\n" not in str(error.value)
    if "damaged" not in message and "{" in text:
        svg = tmp_path / "wrong.svg"
        svg.write_text(to_svg(SEVEN, 2.5, text), encoding="utf-8")
        with pytest.raises(DrawingsError, match=message):
            load_drawing(svg)
        png = tmp_path / "wrong.png"
        png.write_bytes(to_png(paint(SEVEN, 2.5), text))
        with pytest.raises(DrawingsError, match=message):
            load_drawing(png)


ENTITIES = """<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><svg>&b;</svg>"""
SVG = to_svg(SEVEN, 2.5, to_json(SKETCH))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "empty"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "no strokes of Digit Lab"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><metadata id="other">{}</metadata></svg>', "no strokes"),
        (b'<svg><metadata id="digit-lab-drawing">{}</metadata></svg>', "no strokes of Digit Lab"),
        (ENTITIES.encode(), "no strokes of Digit Lab"),
        (f"<!DOCTYPE svg [<!ENTITY a 'ha'>]>{SVG}".encode(), "a DOCTYPE with definitions"),
        (f"<!DOCTYPE svg SYSTEM 'a' [<!ATTLIST rect a CDATA 'ha'>]>{SVG}".encode(), "a DOCTYPE with definitions"),
        (f"<!DOCTYPE svg SYSTEM 'a'>{SVG.replace('19', '1&digit;9')}".encode(), "a DOCTYPE with definitions"),
        (f"<!DOCTYPE svg>{SVG.replace('19', '1&digit;9')}".encode(), "damaged"),
        (ENTITIES.encode("utf-16"), "not text"),
        (SVG.encode()[:-9], "damaged"),
        (SVG.encode() + b"<svg/>", "damaged"),
        (b"no image", "damaged"),
        (b"<svg>" * 200_000, "damaged"),
        (SVG.replace("<metadata", "<metadata id='digit-lab-drawing'>1</metadata><metadata").encode(), "damaged"),
        (b"\x00\xff\xfe", "not text"),
        (b"<svg>\x00</svg>", "damaged"),
    ],
)
def test_a_foreign_or_damaged_svg_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "foreign.svg"
    file.write_bytes(content)
    with pytest.raises(DrawingsError, match=message) as error:
        load_drawing(file)
    assert str(error.value).startswith("“foreign.svg” cannot be opened: ")


def test_an_svg_written_again_by_another_program_is_read() -> None:
    root = ElementTree.fromstring(SVG)
    root.attrib["version"] = "1.1"
    again = ElementTree.tostring(root, encoding="unicode")
    assert again.startswith("<ns0:svg")  # the same name, written otherwise
    assert same(from_json(text_of_svg(again)), SKETCH)


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE svg>",
        '<!DOCTYPE svg SYSTEM "drawing.dtd">',
        '<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">',
    ],
)
def test_an_svg_with_a_doctype_is_read(tmp_path: Path, doctype: str) -> None:
    """As other programs write it."""
    (tmp_path / "seven.svg").write_text(f"{doctype}\n{SVG}<!-- <!ENTITY -->", encoding="utf-8")
    assert same(load_drawing(tmp_path / "seven.svg"), SKETCH)


def nested(depth: int, text: str) -> str:
    start = '<metadata id="digit-lab-drawing">'
    return f'<svg xmlns="http://www.w3.org/2000/svg">{depth * start}{text}{depth * "</metadata>"}</svg>'


def test_the_text_in_nested_metadata_is_there_once() -> None:
    assert same(from_json(text_of_svg(nested(3, to_json(SKETCH)))), SKETCH)


@pytest.mark.parametrize(
    ("svg", "found"),
    [
        (nested(1_000, 20_000 * "7"), 20_000 * "7"),
        (f'<svg xmlns="{100_000 * "u"}">{"".join(f"<a{n}/>" for n in range(200))}</svg>', None),
        ("<svg " + " ".join(f"a{n}=''" for n in range(300_001)) + "/>", None),
    ],
    ids=["nested", "namespace", "attributes"],
)
def test_an_svg_takes_some_times_the_memory_of_its_text(svg: str, found: str | None) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(Fault) if found is None else contextlib.nullcontext():
            assert text_of_svg(svg) == found
        assert tracemalloc.get_traced_memory()[1] < 5 * len(svg)
    finally:
        tracemalloc.stop()


def test_files_that_are_not_there_or_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DrawingsError, match="no such file"):
        load_drawing(tmp_path / "none.svg")
    (tmp_path / "folder.json").mkdir()
    with pytest.raises(DrawingsError, match="folder"):
        load_drawing(tmp_path / "folder.json")
    monkeypatch.setattr("engine.ink.drawing_file.MAX_DRAWING_BYTES", 1 << 20)
    (tmp_path / "large.json").write_bytes(b" " * ((1 << 20) + 1))
    with pytest.raises(DrawingsError, match="larger than the 1 MB"):
        load_drawing(tmp_path / "large.json")


@settings(max_examples=200)
@given(st.data())
def test_any_content_gives_a_drawing_or_an_error(data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from([to_json(SKETCH), SVG])).encode())
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content) - 1))
        stop = data.draw(st.integers(start, min(len(content), start + 40)))
        content[start:stop] = data.draw(st.binary(max_size=9) | st.sampled_from([b"[[", b"NaN", b"1e999", b"<a>"]))
    text = content.decode(errors="replace")
    for function in (from_json, lambda svg: from_json(text_of_svg(svg))):
        try:
            found = function(text)
        except Fault:
            continue
        assert all(np.isfinite(stroke).all() for stroke in found.strokes)


# -- errors when saving


@pytest.mark.parametrize("name", ["seven.txt", "seven", "seven.svg.gz"])
def test_other_endings_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(DrawingsError, match=r"must end in \.png, \.svg or \.json"):
        save_drawing(tmp_path / name, SKETCH)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("suffix", DRAWING_SUFFIXES)
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str) -> None:
    file = tmp_path / f"mine{suffix}"
    save_drawing(file, SKETCH)
    before = file.read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(atomic_write.os, "fsync", full)
    with pytest.raises(DrawingsError, match=r"“mine.* cannot be saved: .*No space left"):
        save_drawing(file, SavedDrawing(SEVEN[:1], 1.0))
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_a_folder_that_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbid(*_: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    with pytest.raises(DrawingsError, match=r"“seven\.json” cannot be saved: .*No such file.* Check the folder"):
        save_drawing(tmp_path / "none" / "seven.json", SKETCH)
    monkeypatch.setattr(Path, "open", forbid)
    with pytest.raises(DrawingsError, match="Permission denied"):
        save_drawing(tmp_path / "seven.json", SKETCH)


@pytest.mark.parametrize(
    ("strokes", "message"),
    [
        ([], "nothing drawn"),
        ([np.full((1, 2), np.nan, np.float32)], "too far from the canvas"),
        ([SEVEN[0] * 99], "too far"),
    ],
)
def test_a_drawing_that_could_not_be_loaded_is_not_saved(tmp_path: Path, strokes: Strokes, message: str) -> None:
    for suffix in DRAWING_SUFFIXES:
        with pytest.raises(DrawingsError, match=message):
            save_drawing(tmp_path / f"no{suffix}", SavedDrawing(strokes, 2.0))
    assert not list(tmp_path.iterdir())


def test_other_programs_can_read_the_image(tmp_path: Path) -> None:
    save_drawing(tmp_path / "seven.png", SKETCH)
    with Image.open(io.BytesIO((tmp_path / "seven.png").read_bytes())) as image:
        assert (image.size, image.mode) == ((560, 560), "L")
        np.testing.assert_array_equal(np.asarray(image), paint(SEVEN, 2.5))


def test_strokes_without_points_are_left_out() -> None:
    found = from_json(to_json(SavedDrawing([np.zeros((0, 2), np.float32), np.ones((1, 2), np.float32)], 4.0)))
    assert [stroke.tolist() for stroke in found.strokes] == [[[1, 1]]]


def test_more_strokes_than_a_digit_has_are_refused() -> None:
    dot = np.ones((1, 2), np.float32)
    with pytest.raises(Fault, match="2,001 strokes"):
        to_json(SavedDrawing([dot] * 2001, 2.0))
