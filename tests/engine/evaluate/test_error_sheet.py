"""The error sheet: groups of errors, the image, and the command that makes it."""

import gzip
import struct
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.errors import ImageError
from engine.evaluate.error_sheet import COLUMNS, Confusion, check_png_target, confusions, draw_error_sheet, save_png
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.weights import Weights, save_weights
from main import main


def predictions(*likeliest: tuple[int, float]) -> np.ndarray:
    """Probabilities in which these digits have these; the rest is spread evenly."""
    probabilities = np.empty((len(likeliest), 10), np.float32)
    for row, (digit, p) in zip(probabilities, likeliest, strict=True):
        row[:] = (1 - p) / 9
        row[digit] = p
    return probabilities


def numbered(n: int) -> np.ndarray:
    """Images whose pixels all have their index as value."""
    return np.tile(np.arange(n, dtype=np.uint8)[:, None, None], (28, 28))


def group(n: int, digit: int = 4, predicted: int | None = 9) -> Confusion:
    return Confusion(digit, predicted, 982, np.linspace(0.999, 0.3, n, dtype=np.float32), numbered(n))


def test_groups_by_hand() -> None:
    labels = np.array([4, 7, 4, 4, 1, 0, 4, 9, 4], np.uint8)
    probabilities = predictions(
        (9, 0.6),  # 0: a 4 predicted as 9
        (1, 0.9),  # 1: a 7 predicted as 1
        (4, 0.9),  # 2: correct
        (9, 0.8),  # 3: a 4 predicted as 9, with more confidence than number 0
        (7, 0.5),  # 4: a 1 predicted as 7
        (0, 0.0),  # 5: an empty drawing, in the next line
        (9, 0.6),  # 6: a 4 predicted as 9, with the same confidence as number 0, and later
        (4, 0.7),  # 7: a 9 predicted as 4
        (7, 0.4),  # 8: a 4 predicted as 7
    )
    probabilities[5] = 0
    asked = []

    def images(which: np.ndarray) -> np.ndarray:
        asked.extend(which.tolist())
        return numbered(9)[which]

    found = confusions(probabilities, labels, images)
    # 4 -> 9 three times; then those that happened once, by their digits. There are five 4s.
    assert [(g.digit, g.predicted, len(g), g.total) for g in found] == [
        (4, 9, 3, 5),
        (0, None, 1, 1),
        (1, 7, 1, 1),
        (4, 7, 1, 5),
        (7, 1, 1, 1),
        (9, 4, 1, 1),
    ]
    assert [g.images[:, 0, 0].tolist() for g in found] == [[3, 0, 6], [5], [4], [8], [1], [7]]
    np.testing.assert_allclose(found[0].confidence, [0.8, 0.6, 0.6], rtol=1e-6)
    assert found[1].confidence.tolist() == [0]
    assert 2 not in asked  # only errors are asked for


def test_no_errors() -> None:
    assert confusions(predictions((3, 0.9)), np.array([3]), lambda which: numbered(1)[which]) == []
    image = draw_error_sheet("mine", "MNIST test set", 1, [], 10)
    assert np.asarray(image).min() < 50  # there is a text


def test_the_image_is_as_large_as_what_it_shows() -> None:
    def drawn(*groups: Confusion, rows: int = 10) -> Image.Image:
        return draw_error_sheet("mine", "MNIST test set", 10_000, groups, rows)

    row = drawn(group(9), group(9)).height - drawn(group(9)).height
    assert 2 * 28 < row < 100
    assert drawn(*[group(9)] * 10).height == drawn(group(9)).height + 9 * row
    column = drawn(group(10)).width - drawn(group(9)).width
    assert 2 * 28 < column < 80
    # No more images than fit, and no more rows than asked for, with a line about the others.
    assert drawn(group(50)).width == drawn(group(COLUMNS)).width == drawn(group(9)).width + (COLUMNS - 9) * column
    assert 0 < drawn(*[group(9)] * 5, rows=2).height - drawn(group(9), group(9)).height < row / 2


def test_digits_are_twice_as_large_and_dark_on_white() -> None:
    digit = np.random.default_rng(0).integers(0, 256, (1, 28, 28)).astype(np.uint8)
    image = draw_error_sheet("mine", "x", 10, [Confusion(4, 9, 1, np.ones(1, np.float32), digit)], 1)
    assert image.mode == "L"
    pixels, expected = np.asarray(image), np.kron(255 - digit[0], np.ones((2, 2), np.uint8))
    windows = np.lib.stride_tricks.sliding_window_view(pixels, expected.shape)
    assert (windows == expected).all(axis=(2, 3)).sum() == 1
    # White margins on all sides: nothing is cut off.
    for edge in (pixels[:16], pixels[-16:], pixels[:, :16], pixels[:, -16:]):
        assert (edge == 255).all()


def test_names_of_any_length_and_letters_are_not_cut_off() -> None:
    widest = draw_error_sheet("mine", "x", 99, [group(COLUMNS)], 1).width
    for name in ("long " * 100_000, "W" * 300, "두 줄\n이름 é\x00\u202e", ""):
        image = draw_error_sheet(name, name, 99, [group(COLUMNS), group(1, 0, None)], 10)
        assert image.width == widest
        assert (np.asarray(image)[:, -16:] == 255).all()


def test_saving(tmp_path: Path) -> None:
    out = tmp_path / "some.PNG"
    image = draw_error_sheet("mine", "x", 99, [group(5)], 1)
    check_png_target(out)
    assert not list(tmp_path.iterdir())
    save_png(out, image)
    with Image.open(out) as found:
        assert found.format == "PNG"
        np.testing.assert_array_equal(np.asarray(found), np.asarray(image))
    assert list(tmp_path.iterdir()) == [out]


def test_paths_where_no_image_can_be_saved(tmp_path: Path) -> None:
    folder, file = tmp_path / "folder.png", tmp_path / "file"
    folder.mkdir()
    file.touch()
    for path, words in (
        (tmp_path / "some.jpg", "ends in .png"),
        (tmp_path / "some", "ends in .png"),
        (folder, "that is a folder"),
        (tmp_path / "nowhere" / "some.png", "No such file or directory"),
        (file / "some.png", "the system says"),
    ):
        with pytest.raises(ImageError, match=words):
            check_png_target(path)
    with pytest.raises(ImageError, match="cannot be saved"):
        save_png(folder, Image.new("L", (2, 2)))
    assert sorted(tmp_path.iterdir()) == [file, folder]


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    """A network that predicts 9 for every image."""
    spec = NetworkSpec.mlp((4,), "relu")
    network = Network(spec)
    network.params["b2"][9] = 3
    file = tmp_path / "nine.safetensors"
    save_weights(file, Weights(spec, network.snapshot()))
    return file


@pytest.fixture
def mnist(tmp_path: Path) -> Path:
    """Four test digits, of which that network predicts only the last correctly."""
    folder, labels = tmp_path / "mnist", bytes([4, 4, 7, 9])
    folder.mkdir()
    images = struct.pack(">4I", 0x803, 4, 28, 28) + numbered(4).tobytes()
    (folder / "t10k-images-idx3-ubyte.gz").write_bytes(gzip.compress(images))
    (folder / "t10k-labels-idx1-ubyte.gz").write_bytes(gzip.compress(struct.pack(">2I", 0x801, 4) + labels))
    return folder


@pytest.fixture
def pen(tmp_path: Path) -> Path:
    """Three drawings, labelled 4, 9 and 0."""
    file = tmp_path / "pen.npz"
    np.savez(
        file,
        points=np.random.default_rng(0).uniform(2, 26, (60, 2)).astype(np.float32),
        stroke_end=np.array([20, 40, 60]),
        digit_end=np.array([1, 2, 3]),
        labels=np.array([4, 9, 0], np.uint8),
    )
    return file


def test_the_command(weights: Path, mnist: Path, pen: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = mnist.parent / "mistakes.png"
    heights = []
    for what, result in (
        (["--mnist", str(mnist)], "3 of 4"),
        (["--mnist", str(mnist), "--rows", "1"], "3 of 4"),
        (["--pen", str(pen)], "2 of 3"),
    ):
        assert main(["mistakes", "--weights", str(weights), *what, "--out", str(out)]) == 0
        assert capsys.readouterr().out == f"{out}: {result} predicted wrongly\n"
        with Image.open(out) as image:
            heights.append(image.height)
    assert heights[0] > heights[1]


def test_the_images_are_the_inputs_of_the_network(weights: Path, pen: Path) -> None:
    from engine.data.pen_strokes import load_pen
    from engine.ink.preprocess import centre_drawings

    out = pen.parent / "mistakes.png"
    assert main(["mistakes", "--weights", str(weights), "--pen", str(pen), "--out", str(out)]) == 0
    seen = 255 - np.rint(centre_drawings(load_pen(pen).drawings[:1])[0] * 255).astype(np.uint8)
    expected = np.kron(seen, np.ones((2, 2), np.uint8))
    with Image.open(out) as image:
        windows = np.lib.stride_tricks.sliding_window_view(np.asarray(image), expected.shape)
    assert (windows == expected).all(axis=(2, 3)).sum() == 1


def test_invalid_files_give_one_line_and_status_1(
    weights: Path, mnist: Path, pen: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, folder = str(tmp_path / "x.png"), tmp_path / "folder.png"
    folder.mkdir()
    command = ["mistakes", "--weights", str(weights)]
    for arguments, words in (
        ([*command, "--mnist", str(tmp_path / "none"), "--out", out], "none"),
        ([*command, "--pen", str(weights), "--out", out], "nine.safetensors"),
        (["mistakes", "--weights", str(pen), "--mnist", str(mnist), "--out", out], "pen.npz"),
        # Checked before anything is loaded: what else is wrong is not reported.
        ([*command, "--mnist", str(tmp_path / "none"), "--out", str(folder)], "that is a folder"),
        ([*command, "--mnist", str(tmp_path / "none"), "--out", str(tmp_path / "x.jpg")], "ends in .png"),
        ([*command, "--mnist", str(tmp_path / "none"), "--out", str(tmp_path / "no" / "x.png")], "No such file"),
    ):
        assert main(arguments) == 1, arguments
        output = capsys.readouterr()
        assert output.out == ""
        assert output.err.count("\n") == 1
        assert words in output.err
    assert not Path(out).exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--mnist"],
        ["--out", "x.png"],
        ["--mnist", "--pen", "x.npz", "--out", "x.png"],
        ["--mnist", "--out", "x.png", "--rows", "0"],
    ],
)
def test_wrong_options_give_one_line_and_status_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["mistakes", *arguments])
    assert caught.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_other_commands_load_no_pillow() -> None:
    root = Path(__file__).resolve().parents[3]
    code = "import sys, engine.cli.commands, main; print('PIL' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
