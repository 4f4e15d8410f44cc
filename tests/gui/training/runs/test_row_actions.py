"""What the user does with runs: rename, annotate, delete, restore, use, export, import and resume them."""

from pathlib import Path

import pytest
import test_runs_panel as runs
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from test_locked_runs import locked
from test_runs_panel import (
    CONFIG,
    CTRL,
    SPEC,
    TEST,
    TRAIN,
    Key,
    begin,
    click,
    keep,
    names,
    press,
    rest,
    run_called,
    select,
    selected,
    show,
)

from engine.errors import RunError
from engine.runs import DataFacts, Run, RunStore, Status
from engine.train.settings_file import load_settings
from engine.train.trainer import TrainConfig, Trainer
from gui.training.runs.columns import Column
from gui.training.runs.details_card import NoteEditor
from gui.training.runs.interrupted_offer import InterruptedOffer
from gui.training.runs.runs_panel import RunsPanel, file_name

# Fixtures of the other file.
template, store, problems, opened, panel = runs.template, runs.store, runs.problems, runs.opened, runs.panel


def choose_file(monkeypatch: pytest.MonkeyPatch, *files: Path) -> None:
    """What the user will choose, to open or to save; nothing is Cancel."""

    def choose(dialog: QFileDialog) -> int:
        if files:
            dialog.setDirectory(str(files[0].parent))
            dialog.findChild(QLineEdit).setText(files[0].stem)
        return int(bool(files))

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file) for file in files], ""))
    monkeypatch.setattr(QFileDialog, "exec", choose)


# Names and notes


def test_renaming(panel: RunsPanel, store: RunStore, qtbot) -> None:
    def typed(before: str, after: str) -> None:
        editor = QApplication.focusWidget()
        assert editor.objectName() == "run-name-edit"
        assert editor.text() == before
        editor.setText(after)
        press(Key.Key_Return)

    click(panel, "second", Column.NAME, double=True)
    typed("second", "<b>zwölf</b>")
    assert names(panel) == ["third", "<b>zwölf</b>", "first"]
    assert panel.findChild(QLabel, "run-heading").text() == "<b>zwölf</b>"
    click(panel, "first", Column.STATUS)
    press(Key.Key_F2)
    typed("first", "  ")
    press(Key.Key_F2)
    typed("first", "1")
    rest(panel, qtbot)
    assert names(panel) == [run.name for run in store.runs()] == ["third", "<b>zwölf</b>", "1"]

    # A single selected run is shown in the details, whichever row is current.
    select(panel, "third", "1")
    table = panel.list.table
    index = table.model().index(2, Column.NAME)
    flag = QItemSelectionModel.SelectionFlag
    table.selectionModel().setCurrentIndex(index, flag.Deselect | flag.Rows)
    assert selected(panel) == ["third"]
    assert panel.findChild(QLabel, "run-heading").text() == "third"
    panel.run_actions.rename.trigger()
    typed("third", "3")
    assert names(panel)[0] == "3"
    rest(panel, qtbot)


def test_a_note_is_kept_when_the_focus_leaves(panel: RunsPanel, store: RunStore, qtbot) -> None:
    note, run = panel.details.note, run_called(panel, "third")
    note.setFocus()
    QTest.keyClicks(note, "It overfits.")
    panel.refresh_run(run.id)
    rest(panel, qtbot)
    assert note.toPlainText() == "It overfits."
    assert store.run(run.id).note == ""
    panel.list.table.setFocus()
    rest(panel, qtbot)
    assert store.run(run.id).note == "It overfits."


def test_a_note_is_kept_when_another_run_is_shown(panel: RunsPanel, store: RunStore, qtbot) -> None:
    note, third, first = panel.details.note, run_called(panel, "third"), run_called(panel, "first")
    written: list[str] = []
    note.edited.connect(lambda run_id, text: written.append(text))
    note.setPlainText("of the third")
    select(panel, "first")
    assert note.toPlainText() == ""
    rest(panel, qtbot)
    assert store.run(third.id).note == "of the third"
    note.setPlainText("of the first")
    panel.hide()
    rest(panel, qtbot)
    assert store.run(first.id).note == "of the first"
    assert written == ["of the third", "of the first"]


@pytest.mark.parametrize("text", ["a\u00a0b", "a\r\nb", "a\rb", "a\u2028b", "a\u2029b", "a\ufdd0b"])
def test_a_note_does_not_change_by_being_shown(store: RunStore, qtbot, text: str) -> None:
    """Qt replaces these characters."""
    first, second = store.runs()[:2]
    store.annotate(first.id, text)
    first = store.run(first.id)
    editor, edited = NoteEditor(), list[str]()
    qtbot.addWidget(editor)
    editor.edited.connect(lambda _, note: edited.append(note))
    for run in (first, second, first):
        editor.show_run(run)
    assert edited == []
    editor.insertPlainText("typed ")
    editor.save()
    editor.undo()
    editor.save()
    assert (edited[0][:7], edited[1:]) == ("typed a", [text])


# Deleting


def test_deleting_and_restoring(panel: RunsPanel, store: RunStore, qtbot) -> None:
    panel.model.show_run(run_called(panel, "first").id)
    panel.model.show_run(run_called(panel, "second").id)
    select(panel, "second")
    press(Key.Key_Delete)
    rest(panel, qtbot)
    assert names(panel) == ["third", "first"]
    assert panel.message_bar.text == "Deleted “second”."
    assert len(selected(panel)) == 1
    assert [each.run.name for each in panel.model.shown] == ["first"]
    select(panel, "third", "first")
    press(Key.Key_Delete)
    rest(panel, qtbot)
    assert panel.message_bar.text == "Deleted 2 runs."
    assert panel.findChild(QLabel, "runs-empty").isVisible()
    assert store.runs() == []

    press(Key.Key_Z, CTRL)
    rest(panel, qtbot)
    assert names(panel) == ["third", "first"]
    assert selected(panel) == ["third", "first"]
    assert panel.message_bar.text == "Deleted “second”."
    panel.findChild(QPushButton, "runs-undo").click()
    rest(panel, qtbot)
    assert names(panel) == ["third", "second", "first"]
    assert {each.run.name for each in panel.model.shown} == {"first", "second"}
    assert panel.message_bar.text == ""
    assert len(store.runs()) == 3


def test_what_cannot_be_restored_now_can_be_restored_later(opened, store: RunStore, problems: list[str], qtbot) -> None:
    panel = opened(RunStore(store.folder, timeout=0.02))
    undo = panel.findChild(QPushButton, "runs-undo")
    for chosen in (["first"], ["second", "third"]):
        select(panel, *chosen)
        press(Key.Key_Delete)
        rest(panel, qtbot)
    with locked(store.folder):
        for _ in range(3):
            undo.click()
        rest(panel, qtbot)
    assert len(problems) == 2
    assert all("Another window of Digit Lab is busy" in each for each in problems)
    assert names(panel) == []
    assert (panel.message_bar.text, undo.isVisible()) == ("Deleted 2 runs.", True)
    undo.click()
    rest(panel, qtbot)
    assert names(panel) == ["third", "second"]
    undo.click()
    rest(panel, qtbot)
    assert names(panel) == ["third", "second", "first"]
    assert panel.message_bar.text == ""


def test_of_several_runs_each_that_could_not_be_restored_can_be_restored_later(
    panel: RunsPanel, store: RunStore, problems: list[str], qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    select(panel, "first", "second", "third")
    failing, restore = run_called(panel, "second").id, store.restore

    def fail(run_id: str) -> None:
        if run_id == failing:
            raise RunError("The disk is full.")
        restore(run_id)

    press(Key.Key_Delete)
    rest(panel, qtbot)
    with monkeypatch.context() as patched:
        patched.setattr(store, "restore", fail)
        press(Key.Key_Z, CTRL)
        rest(panel, qtbot)
    assert (names(panel), problems) == (["third", "first"], ["The disk is full."])
    assert (panel.message_bar.text, panel.undo.isVisible()) == ("Deleted “second”.", True)
    panel.undo.click()
    rest(panel, qtbot)
    assert names(panel) == ["third", "second", "first"]
    assert panel.message_bar.text == ""


def test_a_run_that_was_removed_for_good_keeps_no_other_from_being_restored(
    panel: RunsPanel, store: RunStore, problems: list[str], qtbot
) -> None:
    first = run_called(panel, "first").id
    for name in ("first", "second"):
        select(panel, name)
        press(Key.Key_Delete)
        rest(panel, qtbot)
    # As another window does after a day; it removes only the second one.
    store.restore(first)
    store.purge(0)
    store.delete(first)
    panel.undo.click()
    rest(panel, qtbot)
    assert "no longer there" in problems[0]
    assert (panel.message_bar.text, panel.undo.isVisible()) == ("Deleted “first”.", True)
    panel.undo.click()
    rest(panel, qtbot)
    assert (names(panel), panel.message_bar.text) == (["third", "first"], "")


def test_a_run_in_training_is_not_deleted(panel: RunsPanel, store: RunStore, problems: list[str], qtbot) -> None:
    recorder, _ = begin(store, "growing", until=1)
    with recorder:
        panel.refresh_run(recorder.run.id)
        rest(panel, qtbot)
        select(panel, "growing", "first")
        panel.run_actions.delete.trigger()
        rest(panel, qtbot)
        assert names(panel) == ["growing", "third", "second"]
    assert problems == ["“growing” is being trained: stop it first."]


def test_its_keys_are_not_shortcuts_of_the_window(panel: RunsPanel, qtbot) -> None:
    """Where the focus is in the list, undo and delete do not change the drawing."""
    window = QMainWindow()
    qtbot.addWidget(window)
    pressed: list[str] = []
    for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo, QKeySequence.StandardKey.Delete):
        action = QAction(window)
        action.setShortcuts(key)
        action.triggered.connect(lambda _=False, key=key: pressed.append(key.name))
        window.addAction(action)
    middle = QWidget()
    layout = QVBoxLayout(middle)
    layout.addWidget(panel)
    elsewhere = QPushButton()
    layout.addWidget(elsewhere)
    window.setCentralWidget(middle)
    show(window)
    elsewhere.setFocus()
    press(Key.Key_Delete)
    assert pressed == ["Delete"]
    for widget in (panel.findChild(QPushButton, "run-use"), panel.list.search, panel.details.note, panel.list.table):
        widget.setFocus()
        for key, modifiers in ((Key.Key_Z, CTRL), (Key.Key_Y, CTRL), (Key.Key_Delete, Qt.KeyboardModifier.NoModifier)):
            press(key, modifiers)
    assert pressed == ["Delete"]
    rest(panel, qtbot)
    assert len(names(panel)) == 2
    panel.setParent(None)


# The actions


def test_its_weights_are_loaded(panel: RunsPanel, store: RunStore, qtbot) -> None:
    select(panel, "first")
    with qtbot.waitSignal(panel.use_weights) as emitted:
        panel.findChild(QPushButton, "run-use").click()
    weights, run = emitted.args
    assert run == run_called(panel, "first")
    assert weights.name == "first"
    assert weights.params.keys() == store.weights(run.id).params.keys()


def test_signals_of_the_actions(panel: RunsPanel) -> None:
    emitted: list[tuple[str, str]] = []
    for name in ("train_again", "resume", "show_errors"):
        getattr(panel, name).connect(lambda run, name=name: emitted.append((name, run.name)))
    select(panel, "second")
    for name in ("run-train-again", "run-resume", "run-errors"):
        panel.findChild(QPushButton, name).click()
    assert emitted == [("train_again", "second"), ("resume", "second"), ("show_errors", "second")]
    select(panel, "first")
    resume = panel.findChild(QPushButton, "run-resume")
    assert not resume.isEnabled()
    assert resume.toolTip() == "Its training is complete"
    table = panel.list.table
    table.customContextMenuRequested.emit(table.visualRect(table.model().index(1, Column.NAME)).center())
    menu = QApplication.activePopupWidget()
    assert menu.objectName() == "runs-menu"
    texts = [action.text().partition("\t")[0].replace("&", "") for action in menu.actions() if action.text()]
    assert texts[:4] == ["Use these weights", "Train again with these settings", "Resume", "Show errors"]
    assert texts[-1] == "Delete"
    menu.close()


def test_actions_are_disabled_where_they_are_not_possible(panel: RunsPanel) -> None:
    select(panel, "second")
    a = panel.run_actions
    panel.lock(True)
    assert [action.isEnabled() for action in (a.use, a.train_again, a.resume)] == [False] * 3
    assert a.use.toolTip() == "Not while a network is being trained"
    assert all(action.isEnabled() for action in (a.rename, a.errors, a.export, a.delete, a.import_))
    panel.lock(False)
    assert a.use.isEnabled()
    select(panel, "first", "second")
    assert not any(action.isEnabled() for action in (a.use, a.train_again, a.resume, a.rename, a.export))
    assert a.use.toolTip() == "Select a single run"
    assert a.delete.isEnabled()
    assert a.show.isEnabled()


def test_an_exported_run_can_be_imported(
    panel: RunsPanel, tmp_path: Path, qtbot, monkeypatch: pytest.MonkeyPatch, store: RunStore
) -> None:
    first = run_called(panel, "first")
    select(panel, "first")
    choose_file(monkeypatch, tmp_path / "mine.zip")
    panel.run_actions.export.trigger()
    rest(panel, qtbot)
    assert panel.message_bar.text == "Exported “first” to “mine.run.zip”."
    panel.list.search.setText("adam")
    choose_file(monkeypatch, tmp_path / "mine.run.zip")
    panel.run_actions.import_.trigger()
    rest(panel, qtbot)
    assert panel.message_bar.text == "Imported “first”."
    assert len(names(panel)) == 4  # the filter would have hidden it
    (imported,) = panel.list.table.selected
    assert imported.imported
    assert imported.id != first.id
    assert store.losses(imported.id).tobytes() == store.losses(first.id).tobytes()
    assert not panel.run_actions.resume.isEnabled()
    assert panel.run_actions.resume.toolTip() == "An imported run cannot be resumed"


def test_errors_are_reported(
    panel: RunsPanel, store: RunStore, tmp_path: Path, problems: list[str], qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bad.zip").write_bytes(b"nothing")
    choose_file(monkeypatch, tmp_path / "bad.zip")
    panel.run_actions.import_.trigger()
    rest(panel, qtbot)
    (store.folder / run_called(panel, "first").id / "weights.safetensors").write_bytes(b"nothing")
    select(panel, "first")
    panel.run_actions.use.trigger()
    rest(panel, qtbot)
    gone = run_called(panel, "second").id
    store.delete(gone)
    store.purge(0)
    panel.model.renamed.emit(gone, "new")
    rest(panel, qtbot)
    assert "bad.zip" in problems[0]
    assert "weights.safetensors" in problems[1]
    assert "no longer there" in problems[2]
    assert names(panel) == ["third", "first"]
    problems.clear()

    choose_file(monkeypatch)  # nothing
    for action in (panel.run_actions.export, panel.run_actions.export_settings, panel.run_actions.import_):
        action.trigger()
    assert not panel.busy
    assert panel.message_bar.text == ""
    assert problems == []

    def fail() -> list[Run]:
        raise RunError("The list of runs is damaged.")

    with monkeypatch.context() as patched:
        patched.setattr(store, "runs", fail)
        panel.refresh()
        rest(panel, qtbot)
    assert problems == ["The list of runs is damaged."]
    panel.refresh()
    rest(panel, qtbot)
    assert names(panel) == ["third", "first"]


DOING = ["run-use", "run-export", "run-delete", "dismiss", "refresh", "name", "note"]


@pytest.mark.parametrize("doing", DOING)
def test_a_run_that_another_program_has_deleted_for_good_leaves_the_list(
    panel: RunsPanel, store: RunStore, tmp_path: Path, problems: list[str], qtbot, monkeypatch, doing: str
) -> None:
    run = run_called(panel, "first")
    select(panel, "first")
    store.delete(run.id)
    store.purge(0)
    choose_file(monkeypatch, tmp_path / "run.zip")
    match doing:
        case "run-export":
            panel.run_actions.export.trigger()
        case "run-delete":
            panel.run_actions.delete.trigger()
        case "dismiss":
            panel.dismiss(run)
        case "refresh":
            panel.refresh_run(run.id)
        case "name":
            panel.model.renamed.emit(run.id, "new")
        case "note":
            panel.details.note.edited.emit(run.id, "new")
        case _:
            panel.findChild(QPushButton, doing).click()
    rest(panel, qtbot)
    assert names(panel) == ["third", "second"]
    assert all("no longer there" in each for each in problems)
    assert problems


def test_settings_are_exported(
    panel: RunsPanel, tmp_path: Path, problems: list[str], qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    select(panel, "third")
    choose_file(monkeypatch, tmp_path / "third.toml")
    panel.run_actions.export_settings.trigger()
    rest(panel, qtbot)
    settings = load_settings(tmp_path / "third.toml")
    run = run_called(panel, "third")
    assert (settings.spec, settings.config, str(settings.data)) == (run.spec, run.config, "starter")
    assert not problems


def test_settings_are_not_exported_where_the_images_are_on_another_computer(
    opened, tmp_path: Path, problems: list[str], qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = RunStore(tmp_path / "other")
    trainer = Trainer(SPEC, TrainConfig(**CONFIG), TRAIN, TEST)  # type: ignore[arg-type]
    store.start(trainer, DataFacts.of("folder", TRAIN, TEST), "of a folder").close()
    panel = opened(store)
    choose_file(monkeypatch, tmp_path / "it.toml")
    panel.run_actions.export_settings.trigger()
    rest(panel, qtbot)
    assert problems == ["The settings of “of a folder” cannot be exported: its images are on another computer."]
    assert not (tmp_path / "it.toml").exists()


def test_file_names() -> None:
    names = {"My first": "My first", 'a/b\\c: "d"?': "a-b-c- -d", " . ": "run", "..": "run", "x" * 200: "x" * 80}
    assert {name: file_name(name) for name in names} == names


# After a crash


@pytest.fixture
def offer(qtbot) -> InterruptedOffer:
    made = InterruptedOffer()
    qtbot.addWidget(made)
    return made


def test_an_interrupted_run_is_offered(offer: InterruptedOffer, store: RunStore, qtbot) -> None:
    offer.offer(store.runs())
    assert offer.isHidden()
    run = keep(store, "cut", Status.INTERRUPTED, until=5)
    offer.offer(store.runs())
    assert offer.text == "The training “cut” was interrupted at epoch 1.2 of 2."
    with qtbot.waitSignal(offer.resume) as emitted:
        offer.findChild(QPushButton, "interrupted-resume").click()
    assert emitted.args == [run]
    assert offer.isHidden()


def test_a_dismissed_run_is_not_offered_again(
    offer: InterruptedOffer, panel: RunsPanel, store: RunStore, qtbot
) -> None:
    offer.dismissed.connect(panel.dismiss)
    first = keep(store, "cut first", Status.INTERRUPTED, until=5)
    second = keep(store, "cut at once", Status.INTERRUPTED, until=1)
    offer.offer(store.runs())
    assert offer.text == (
        "The training “cut at once” was interrupted at epoch 0.25 of 2. It has no checkpoint yet: resuming starts it "
        "again. 1 more was interrupted, too."
    )
    offer.findChild(QPushButton, "interrupted-not-now").click()
    assert offer.text == "The training “cut first” was interrupted at epoch 1.2 of 2."
    rest(panel, qtbot)
    assert [run.id for run in store.runs() if run.status is Status.INTERRUPTED] == [first.id]
    assert store.run(second.id).status is run_called(panel, "cut at once").status is Status.STOPPED


def test_after_resuming_one_run_the_others_are_not_offered(offer: InterruptedOffer, store: RunStore) -> None:
    early = keep(store, "early", Status.INTERRUPTED, until=5)
    late = keep(store, "late", Status.INTERRUPTED, until=5)
    resume = offer.findChild(QPushButton, "interrupted-resume")
    offer.offer(store.runs())
    offer.lock(True)
    assert not resume.isEnabled()
    offer.lock(False)
    resumed: list[Run] = []
    offer.resume.connect(resumed.append)
    resume.click()
    assert resumed == [late]
    offer.offer([early])
    assert offer.isHidden()
    offer.offer([late])  # it was interrupted again
    assert "“late”" in offer.text
