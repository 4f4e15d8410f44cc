"""Curves in files: tables, images, and what happens where they cannot be written."""

import csv
import errno
import io
from pathlib import Path

import numpy as np
import pytest
from image_pixels import of, pixels
from PySide6.QtGui import QColor, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton
from test_training_history import losses, run, train

from engine.train.trainer import Evaluation, Progress, TrainConfig
from gui.settings import Settings
from gui.theme import Theme
from gui.training.curves.curves_view import Curves
from gui.training.curves.file_export import COLUMNS, file_name, png, svg, table
from gui.training.curves.training_history import TrainingHistory


def choose_file(monkeypatch: pytest.MonkeyPatch, file: Path | str) -> list[QFileDialog]:
    """Choose this file in every dialog; an empty text is Cancel. The dialogs that were shown."""
    shown: list[QFileDialog] = []

    def choose(dialog: QFileDialog) -> int:
        shown.append((dialog.directory().path(), dialog.findChild(QLineEdit).text()))
        dialog.setDirectory(str(Path(file).parent))
        dialog.findChild(QLineEdit).setText(Path(file).name)
        return int(bool(file))

    monkeypatch.setattr(QFileDialog, "exec", choose)
    return shown


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def read_table(*histories: TrainingHistory) -> list[dict[str, str]]:
    return rows("".join(table(histories)))


def stored(title: str, count: int = 3) -> TrainingHistory:
    events = [Evaluation(0, 0, 0.1, 0.2, True), Evaluation(2, 0.02, 0.5, None, True, 0.4, 1.25)]
    values = np.array([2, 1.5, 0.1], np.float32)[:count]
    return TrainingHistory.of_run(title, "run-1", values, 100, events, TrainConfig(iterations=3, schedule="step"))


# -- the table


def test_the_table_has_one_line_per_iteration() -> None:
    found = read_table(stored("A run"))
    assert tuple(found[0]) == COLUMNS
    assert [list(row.values()) for row in found] == [
        ["A run", "0", "0", "", "", "", "0.1", "0.2", "", "", ""],
        ["A run", "1", "0.01", "2", "2", "0.1", "", "", "", "", ""],
        ["A run", "2", "0.02", "1.5", "1.5", "0.1", "0.5", "", "0.4", "1.25", ""],
        ["A run", "3", "0.03", "0.1", "0.1", "0.01", "", "", "", "", ""],
    ]


def test_equal_titles_are_numbered_and_formulas_are_escaped() -> None:
    assert read_table(TrainingHistory("Nothing", TrainConfig(), 1)) == []
    found = read_table(stored("a", 1), stored("a", 1), stored('b, "c"\n', 1), stored("=1+1", 1))
    assert list(dict.fromkeys(row["run"] for row in found)) == ["a", "a (2)", 'b, "c"\n', "'=1+1"]


def test_the_table_is_a_snapshot() -> None:
    history = TrainingHistory("Live", TrainConfig(), 5)
    history.add_progress(Progress(2500, 9999, 25, losses(2500), 0.1, 1, 1))
    parts = table([history])
    text = next(parts)
    history.add_progress(Progress(2501, 9999, 25.01, np.ones(1, np.float32), 0.1, 1, 1))
    history.losses.smooth(1)
    text += "".join(parts)
    found = rows(text)
    assert len(found) == 2500
    assert float(found[9]["loss"]) == pytest.approx(float(losses(2500)[9]), rel=1e-6)
    assert found[9]["loss"] != found[9]["smoothed_loss"]


# -- files


def export(curves: Curves, kind: str) -> None:
    menu = curves.findChild(QPushButton, "curves-export").menu()
    next(action for action in menu.actions() if action.data() == kind).trigger()


def export_and_wait(curves: Curves, qtbot, kind: str) -> None:
    with qtbot.waitSignal(curves.exporter.ended):
        export(curves, kind)


def test_export_is_disabled_without_curves(curves: Curves) -> None:
    button = curves.findChild(QPushButton, "curves-export")
    assert not button.isEnabled()
    curves.begin(4, TrainConfig())
    assert not button.isEnabled()
    train(curves)
    assert button.isEnabled()
    curves.clear()
    assert not button.isEnabled()
    curves.overlay([run()])
    assert button.isEnabled()


def test_the_training_and_the_runs_are_exported_in_one_table(
    curves: Curves, qtbot, monkeypatch, tmp_path: Path
) -> None:
    train(curves)
    curves.overlay([run(1), run(2, 5000)])
    shown = choose_file(monkeypatch, tmp_path / "mine")
    with qtbot.waitSignal(curves.exporter.ended), qtbot.waitSignal(curves.saved) as signal:
        export(curves, "csv")
        assert curves.findChild(QPushButton, "curves-export").text() == "Exporting…"
        assert not curves.findChild(QPushButton, "curves-export").isEnabled()
    assert signal.args == ["Saved as “mine.csv”."]
    assert curves.findChild(QPushButton, "curves-export").text() == "Export"
    assert shown[0][1] == "this-training-curves.csv"
    found = rows((tmp_path / "mine.csv").read_text(encoding="utf-8"))
    counts = {title: sum(row["run"] == title for row in found) for title in {row["run"] for row in found}}
    assert counts == {"this training": 401, "Run 1": 401, "Run 2": 5001}
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".ini"] == ["mine.csv"]


def test_the_folder_is_remembered(curves: Curves, qtbot, monkeypatch, tmp_path: Path, curve_settings: Settings) -> None:
    folder = tmp_path / "images"
    folder.mkdir()
    train(curves)
    choose_file(monkeypatch, folder / "one.png")
    export_and_wait(curves, qtbot, "png")
    shown = choose_file(monkeypatch, "")
    export(curves, "svg")
    assert Path(shown[0][0]) == folder
    assert curve_settings.text("curves/folder", "") == str(folder)


def test_cancel_writes_no_file(curves: Curves, monkeypatch, tmp_path: Path) -> None:
    train(curves)
    choose_file(monkeypatch, "")
    for kind in ("csv", "png", "svg"):
        export(curves, kind)
    assert not curves.exporter.busy
    assert not list(tmp_path.glob("*.[cps]*"))


def test_a_write_error_is_reported(
    curves: Curves, qtbot, monkeypatch, tmp_path: Path, curve_settings: Settings
) -> None:
    def fail(path: Path, content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    train(curves)
    monkeypatch.setattr("gui.training.curves.file_export.write_atomically", fail)
    for kind in ("csv", "png", "svg"):
        choose_file(monkeypatch, tmp_path / f"file.{kind}")
        with qtbot.waitSignal(curves.problem) as signal:
            export_and_wait(curves, qtbot, kind)
        assert signal.args == [f"“file.{kind}” could not be written (No space left on device): choose another place."]
    assert curve_settings.text("curves/folder", "") == ""
    assert not curves.exporter.busy


def test_file_names_are_valid_on_every_system() -> None:
    assert file_name("784-50-10 ReLU, curves") == "784-50-10-ReLU-curves"
    assert file_name("../..\\: *?") == "curves"
    assert file_name("밑바닥부터, curves") == "밑바닥부터-curves"
    assert len(file_name("long " * 100)) <= 60


# -- images


def test_a_png_has_the_curves_in_the_colours_of_the_theme(
    curves: Curves, qtbot, monkeypatch, tmp_path: Path, curve_theme: Theme
) -> None:
    curve_theme.choose("dark")
    train(curves)
    curves.overlay([run(1), run(2)])
    choose_file(monkeypatch, tmp_path / "plot.png")
    export_and_wait(curves, qtbot, "png")
    image = QImage(str(tmp_path / "plot.png"))
    assert image.size() == 2 * curves.image_size
    assert image.pixelColor(2, 2) == curve_theme.colour("surface")
    found = pixels(image)
    for name in ("run-1", "run-2", "run-3", "text"):
        assert (found == of(curve_theme.colour(name))).sum() > 30, name


def test_an_svg_is_valid_and_has_the_texts(curves: Curves, qtbot, monkeypatch, tmp_path: Path) -> None:
    train(curves, validation=True)
    curves.overlay([run(1, title="One & <two>")])
    choose_file(monkeypatch, tmp_path / "plot.svg")
    export_and_wait(curves, qtbot, "svg")
    text = (tmp_path / "plot.svg").read_text(encoding="utf-8")
    assert QSvgRenderer(str(tmp_path / "plot.svg")).isValid()
    for words in ("Accuracy", "Loss", "validation", "epoch", "loss (cross entropy)", "One &amp; &lt;two&gt;"):
        assert words in text
    assert "sans-serif" in text


def test_the_image_shows_the_visible_plot_and_range(curves: Curves) -> None:
    train(curves)
    curves.loss.surface.show_range((1, 2, 0.3, 0.5))
    text = svg(curves.image_size, curves.paint_image, "").decode()
    assert all(f">{number}</text>" in text for number in ("1.2", "1.6", "0.35"))
    assert "cross entropy" in text
    curves.card.show_plot(1)
    text = svg(curves.image_size, curves.paint_image, "").decode()
    assert "cross entropy" in text
    assert "gap" in text
    curves.card.show_plot(2)
    text = svg(curves.image_size, curves.paint_image, "").decode()
    assert "learning rate" in text
    assert "cross entropy" not in text


def test_a_vector_image_has_lines_not_pixels_and_clips_them_to_the_axes(curves: Curves) -> None:
    train(curves)
    curves.overlay([run(1), run(2)])
    text = svg(curves.image_size, curves.paint_image, "").decode()
    assert "<image" not in text
    assert "<clipPath" in text
    assert text.count("<polyline") >= 4


def test_an_image_of_a_single_point(curves: Curves) -> None:
    curves.begin(1, TrainConfig())
    curves.add_evaluation(Evaluation(0, 0.0, 0.1, 0.1, False))
    curves.redraw()
    assert QImage.fromData(png(curves.image_size, curves.paint_image)).pixelColor(1, 1) == QColor("#ffffff")
