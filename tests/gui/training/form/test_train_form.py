"""The form: each field is checked as it is typed, valid values are remembered, and settings files are loaded."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget

from engine.data.augmentation import Augmentation
from engine.data.source import DataSource
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import PRESETS, deep_convnet, simple_convnet
from engine.train.hyperparameters import OPTIMIZER_SETTINGS
from engine.train.recipes import RECIPES
from engine.train.settings_file import Settings as TrainSettings
from engine.train.settings_file import load_settings, save_settings
from engine.train.trainer import TrainConfig
from gui.actions import Actions
from gui.settings import Settings
from gui.theme import Theme
from gui.training.form.field_cards import set_text
from gui.training.form.form_values import DEFAULT_NETWORK, DEFAULTS, NO, OPTIONS, SWITCHES, YES
from gui.training.form.train_form import TrainForm, form_values

SYNTHETIC = DEFAULTS | {"data": "starter"}
ON = {"augmentation": YES, "early_stopping": YES, "overfitting": YES}
WRONG = {
    "momentum": ("2", "below 1"),
    "lr": ("0", "above 0"),
    "weight_decay": ("-1", "from 0 to 1e+30"),
    "averaging": ("1", "below 1"),
    "batch_size": ("0", "1 to 10,000"),
    "epochs": ("0", "1 to 1,000"),
    "seed": ("x", "0 to 999,999,999"),
    "rotation": ("181", "0 to 180"),
    "scaling": ("-1", "0 to 100 %"),
    "shear": ("x", "0 to 100 %"),
    "shift": ("15", "0 to 14"),
    "elastic": ("11", "0 to 10"),
    "thickness": ("101", "0 to 100 %"),
    "anneal": ("nan", "0 to 100 %"),
    "validation": ("0", "above 0"),
    "patience": ("1.5", "0 to 1,000"),
    "train_size": ("0", "1 to"),
    "wrong_labels": ("101", "0 to 100 %"),
}


@pytest.fixture
def make(qtbot, actions: Actions, settings: Settings, theme: Theme, mnist) -> Callable[[], TrainForm]:
    def made() -> TrainForm:
        form = TrainForm(actions, settings, theme)
        theme.style(form)
        qtbot.addWidget(form)
        form.show()
        return form

    return made


@pytest.fixture
def form(make: Callable[[], TrainForm]) -> TrainForm:
    return make()


def edit(form: TrainForm, name: str) -> QLineEdit:
    found = form.findChild(QLineEdit, f"train-{name.replace('_', '-')}")
    assert found is not None
    return found


def type_in(form: TrainForm, qtbot, name: str, text: str) -> None:
    field = edit(form, name)
    field.clear()
    qtbot.keyClicks(field, text)


def fill(form: TrainForm, **texts: str) -> None:
    for name, text in texts.items():
        set_text(form.fields[name], text)


def unfold(form: TrainForm) -> None:
    """Make all fields visible, except those of other optimisers."""
    fill(form, **ON)
    form.optimization.more.button.setChecked(True)


def positions(form: TrainForm) -> list[object]:
    form.widget().layout().activate()
    return [field.mapTo(form.widget(), QPoint()) for field in form.fields.values() if field.isVisible()]


def height(form: TrainForm) -> int:
    return form.widget().layout().totalHeightForWidth(form.viewport().width())


# -- fields


def test_it_starts_with_synthetic_digits_where_mnist_is_missing(form: TrainForm) -> None:
    assert form.texts == SYNTHETIC
    assert form.request == form_values.parse(SYNTHETIC, DEFAULT_NETWORK)[0]


def test_it_starts_with_mnist_where_it_is_found(make, mnist) -> None:
    mnist[0] = Path("/mnist")
    assert make().texts == DEFAULTS


def test_only_the_most_important_fields_are_visible_at_first(form: TrainForm) -> None:
    visible = {name for name, field in form.fields.items() if field.isVisible()}
    assert visible == {
        "optimizer",
        "momentum",
        "lr",
        "schedule",
        "epochs",
        "length",
        "batch_size",
        "augmentation",
        "early_stopping",
        "overfitting",
    }


@pytest.mark.parametrize("field", WRONG)
def test_an_invalid_text_is_shown_as_it_is_typed(form: TrainForm, qtbot, field: str) -> None:
    text, error_text = WRONG[field]
    unfold(form)
    before, tall = positions(form), height(form)
    with qtbot.waitSignal(form.changed):
        type_in(form, qtbot, field, text)
    error = form.errors[field]
    assert error_text in error.text()
    assert error.property("role") == "error"
    assert error.fontMetrics().horizontalAdvance(error.text()) <= error.width()
    assert edit(form, field).property("wrong") is True
    assert error_text in edit(form, field).accessibleDescription()
    assert form.request is None
    assert form.settings() is None
    assert (positions(form), height(form)) == (before, tall)  # nothing has moved
    type_in(form, qtbot, field, DEFAULTS[field])
    assert error.text() == ""
    assert edit(form, field).property("wrong") is False
    assert form.request is not None


def test_every_setting_has_a_field(form: TrainForm) -> None:
    unfold(form)
    assert set(form.fields) | {"data"} == set(DEFAULTS)
    tested = set(WRONG) | {"decay", "beta1", "beta2", "iterations"}
    assert tested == set(form_values.NUMBERS)
    for name in (*form_values.NUMBERS, *OPTIONS):
        assert name in form.errors


def test_of_two_errors_in_a_row_of_fields_the_first_is_shown(form: TrainForm, qtbot) -> None:
    type_in(form, qtbot, "epochs", "0")
    type_in(form, qtbot, "batch_size", "x")
    assert "Epochs" in form.errors["batch_size"].text()
    type_in(form, qtbot, "epochs", "10")
    assert "Batch size" in form.errors["epochs"].text()


def test_the_summary_follows(form: TrainForm, qtbot) -> None:
    summary = form.findChild(QLabel, "train-summary")
    assert summary.text() == "784-50-10 ReLU, 39,760 parameters, 200 iterations per epoch"
    form.network.set_spec(NetworkSpec.mlp((50, 100), "sigmoid"))
    type_in(form, qtbot, "batch_size", "50")
    assert summary.text() == "784-50-100-10 Sigmoid, 45,360 parameters, 400 iterations per epoch"
    type_in(form, qtbot, "batch_size", "x")
    assert "parameters" not in summary.text()
    form.network.set_spec(deep_convnet())
    type_in(form, qtbot, "batch_size", "100")
    qtbot.wait(20)
    assert summary.height() >= summary.heightForWidth(summary.width())


@pytest.mark.parametrize("optimizer", OPTIONS["optimizer"])
def test_only_the_settings_of_the_optimizer_are_visible(form: TrainForm, qtbot, optimizer: str) -> None:
    before, tall = positions(form), height(form)
    fill(form, optimizer=optimizer)
    names = ("momentum", "decay", "beta1", "beta2")
    visible = {name for name in names if form.fields[name].isVisible()}
    assert visible == set(OPTIMIZER_SETTINGS[optimizer])
    assert height(form) == tall
    fill(form, optimizer="momentum")
    qtbot.wait(1)
    assert positions(form) == before


def test_epochs_or_iterations(form: TrainForm, qtbot) -> None:
    type_in(form, qtbot, "epochs", "x")
    fill(form, length="iterations")
    assert edit(form, "iterations").isVisible()
    assert not edit(form, "epochs").isVisible()
    type_in(form, qtbot, "iterations", "750")
    assert form.request is not None
    assert form.request.config.iterations == 750
    fill(form, length="epochs")
    assert "Epochs" in form.errors["epochs"].text()
    type_in(form, qtbot, "epochs", "3")
    assert (form.request.config.epochs, form.request.config.iterations) == (3, None)


def test_the_rare_settings_are_summarised_while_they_are_hidden(form: TrainForm, qtbot) -> None:
    more = form.optimization.more.button
    assert more.text() == "▸  More"
    more.click()
    assert edit(form, "seed").isVisible()
    type_in(form, qtbot, "seed", "7")
    type_in(form, qtbot, "weight_decay", "0,001")
    more.click()
    assert not edit(form, "seed").isVisible()
    assert more.accessibleName() == "More: Weight decay 0,001, Seed 7"
    assert form.request.config.weight_decay == 0.001
    edit(form, "seed").setText("x")
    assert more.property("wrong") is True
    assert more.accessibleName() == "More: fix the highlighted fields"


def test_the_switch_of_the_augmentation(form: TrainForm) -> None:
    assert not form.request.config.augmentation
    assert form.request.config.augmentation.anneal == 0
    form.augmentation.switch.click()
    assert all(form.fields[name].isVisible() for name in SWITCHES["augmentation"])
    config, shipped = form.request.config, RECIPES["default"].config
    assert config.augmentation == shipped.augmentation
    edit(form, "rotation").setText("x")
    assert form.request is None
    form.augmentation.switch.click()
    assert form.request is not None
    assert not form.request.config.augmentation


def test_the_switch_of_early_stopping(form: TrainForm, qtbot) -> None:
    form.stopping.switch.click()
    assert (form.request.config.validation, form.request.config.patience) == (0.1, 5)
    assert "about 180 iterations" in form.findChild(QLabel, "train-summary").text()
    type_in(form, qtbot, "validation", "50")
    type_in(form, qtbot, "patience", "0")
    assert (form.request.config.validation, form.request.config.patience) == (0.5, 0)


def test_the_switch_of_overfitting(form: TrainForm, qtbot) -> None:
    form.overfitting.switch.click()
    assert (form.request.config.train_size, form.request.config.wrong_labels) == (1000, 0)
    assert "10 iterations per epoch" in form.findChild(QLabel, "train-summary").text()
    type_in(form, qtbot, "train_size", "all")
    type_in(form, qtbot, "wrong_labels", "25")
    assert (form.request.config.train_size, form.request.config.wrong_labels) == (None, 0.25)
    assert "200 iterations per epoch" in form.findChild(QLabel, "train-summary").text()


def test_an_invalid_network_cannot_be_trained(form: TrainForm, qtbot) -> None:
    form.network.select(0)
    field = form.network.rows[1].first_field
    field.selectAll()
    with qtbot.waitSignal(form.changed):
        qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert form.request is None
    qtbot.keyClicks(field, "30")
    assert form.request is not None
    assert form.request.spec == NetworkSpec.mlp((30,))


def test_it_is_locked_while_training(form: TrainForm, actions: Actions) -> None:
    before = form.settings()
    form.lock(True)
    assert not any(field.isEnabled() for field in form.fields.values())
    assert not form.data.list.isEnabled()
    assert not form.network.networks.isEnabled()
    assert not actions.open_settings.isEnabled()
    assert actions.save_settings.isEnabled()
    form.show_settings(TrainSettings(simple_convnet(), TrainConfig(lr=0.5), DataSource("starter")))
    assert form.settings() == before
    form.lock(False)
    assert all(field.isEnabled() for field in form.fields.values())
    assert form.data.list.isEnabled()
    assert form.network.networks.isEnabled()


def test_widgets_have_object_names_and_accessible_names(form: TrainForm) -> None:
    unfold(form)
    for field in form.fields.values():
        assert field.objectName().startswith("train-")
        assert field.accessibleName()
    kinds = (QLineEdit, QComboBox, QCheckBox, QPushButton)
    names = [widget.objectName() for kind in kinds for widget in form.findChildren(kind)]
    assert all(names)
    assert len(set(names)) == len(names)
    assert all(button.accessibleName() for button in form.findChildren(QPushButton))


def test_the_tab_key_reaches_every_field_in_order(form: TrainForm) -> None:
    unfold(form)
    at, reached = form.data.list, []
    for _ in range(200):
        at = at.nextInFocusChain()
        if at is form.data.list:
            break
        reached.append(at)
    order = [name for widget in reached for name, field in form.fields.items() if widget is field]
    assert order == list(form.fields)
    assert reached.index(form.network.networks) < reached.index(form.fields["optimizer"])


def test_no_title_is_cut_off(form: TrainForm, qtbot) -> None:
    unfold(form)
    qtbot.wait(1)
    titles = [each for each in form.findChildren(QLabel) if each.buddy() is not None and each.isVisible()]
    assert len(titles) > 10
    for title in titles:
        assert title.fontMetrics().horizontalAdvance(title.text()) <= title.width(), title.text()


def test_it_never_scrolls_sideways(form: TrainForm, qtbot) -> None:
    unfold(form)
    form.resize(form.width(), 200)
    qtbot.wait(20)
    assert form.verticalScrollBar().maximum() > 0
    assert form.horizontalScrollBar().maximum() == 0
    assert form.widget().minimumSizeHint().width() <= form.viewport().width()


def test_the_wheel_scrolls_and_changes_no_list(form: TrainForm) -> None:
    def turn(field: QComboBox) -> None:
        at = QPointF(field.rect().center())
        buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        phase = Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(at, field.mapToGlobal(at), QPoint(), QPoint(0, -120), buttons, keys, phase, False)
        QCoreApplication.sendEvent(field, event)

    field = form.fields["schedule"]
    for focus in (False, True):
        field.setFocus() if focus else field.clearFocus()
        turn(field)
        assert field.currentData() == ("step" if focus else "constant")
    form.data.list.setFocus()
    turn(form.data.list)
    assert form.data.choice == "starter"


# -- remembering


def test_the_last_choices_are_remembered(make, qtbot) -> None:
    form = make()
    unfold(form)
    type_in(form, qtbot, "lr", "0.5")
    type_in(form, qtbot, "shear", "7")
    fill(form, schedule="cosine", length="iterations")
    form.network.set_spec(simple_convnet())
    type_in(form, qtbot, "seed", "7x")  # invalid: the last valid text is kept
    again = make()
    changed = {"lr": "0.5", "shear": "7", "schedule": "cosine", "length": "iterations", "seed": "7"}
    assert again.texts == SYNTHETIC | ON | changed
    assert again.network.spec == simple_convnet()
    assert again.fields["shear"].isVisible()


def test_defaults_are_not_remembered(make, mnist, qtbot) -> None:
    form = make()
    type_in(form, qtbot, "lr", "0.5")
    assert form.texts["data"] == "starter"
    mnist[0] = Path("/mnist")
    assert make().texts == DEFAULTS | {"lr": "0.5"}
    form.data.choose("mnist")
    form.data.choose("starter")
    assert make().texts["data"] == "starter"


def test_a_value_that_is_valid_again_is_remembered(make, qtbot) -> None:
    form = make()
    for text in ("0.5", "x", "0.25"):
        type_in(form, qtbot, "lr", text)
    assert make().texts["lr"] == "0.25"


@pytest.mark.parametrize("nonsense", ["", "nonsense", "-1", "1e999", "[]", "\x00", "folder:", '{"layers": 1}'])
def test_invalid_settings_are_ignored(make, settings: Settings, nonsense: str) -> None:
    for field in (*DEFAULTS, "network", "own", "kind", "hidden", "activation", "init"):
        settings.keep(f"train/{field}", nonsense)
    form = make()
    assert form.texts == SYNTHETIC
    assert form.network.spec == DEFAULT_NETWORK


@pytest.mark.parametrize(
    "network",
    [
        "[" * 100_000,
        json.dumps(NetworkSpec.mlp((4096,) * 5).to_dict()),
        json.dumps(NetworkSpec.mlp((5,), inputs=2, outputs=2).to_dict()),
        '{"layers": [], "input_shape": [784]}',
    ],
)
def test_a_network_that_cannot_be_trained_is_ignored(make, settings: Settings, network: str) -> None:
    settings.keep("train/network", network)
    assert make().network.spec == DEFAULT_NETWORK


def test_settings_of_an_earlier_version(make, settings: Settings) -> None:
    for field, text in {"kind": "deep-convnet", "hidden": "50, 100", "activation": "sigmoid", "init": "he"}.items():
        settings.keep(f"train/{field}", text)
    settings.keep("train/lr", "0.05")
    for old, text in {"vary": YES, "early": YES, "fading": "20"}.items():
        settings.keep(f"train/{old}", text)
    form = make()
    assert form.texts == SYNTHETIC | ON | {"lr": "0.05", "anneal": "20", "overfitting": NO}
    assert form.network.spec == DEFAULT_NETWORK


def test_a_broken_settings_file(qtbot, tmp_path: Path, actions: Actions, theme: Theme, mnist) -> None:
    file = tmp_path / "broken.ini"
    file.write_text("[train]\nnetwork={1, 2}, 3\nlr=@Invalid()\nepochs=1,2\nseed=7\n=\n[[")
    form = TrainForm(actions, Settings(file), theme)
    qtbot.addWidget(form)
    assert form.texts == SYNTHETIC | {"seed": "7"}


# -- settings files


@pytest.mark.parametrize("recipe", RECIPES)
def test_settings_are_shown_and_returned(form: TrainForm, recipe: str, qtbot) -> None:
    spec, config = RECIPES[recipe].spec, RECIPES[recipe].config
    with qtbot.waitSignal(form.changed):
        form.show_settings(TrainSettings(spec, config, DataSource("starter")))
    returned = form.settings()
    assert returned.spec == spec
    assert returned.data == DataSource("starter")
    # The form itself decides how often the accuracies are measured.
    measured = {"evaluation_samples": 0, "evaluate_every": 0}
    assert vars(returned.config) | measured == vars(config) | measured


def test_unusual_settings_are_shown_and_returned(form: TrainForm) -> None:
    config = TrainConfig(
        optimizer="adam",
        lr=3e-4,
        beta1=0.85,
        beta2=0.9995,
        batch_size=77,
        iterations=1234,
        seed=99,
        schedule="one-cycle",
        augmentation=Augmentation(scaling=0.07, shear=0.0123),
        averaging=0.9,
        validation=0.125,
        patience=0,
        wrong_labels=0.2,
        temperature=0.9,
    )
    form.show_settings(TrainSettings(simple_convnet(), config, DataSource("mnist", "/elsewhere")))
    assert form.settings().data == DataSource("mnist")
    returned = vars(form.settings().config)
    assert {name for name, value in vars(config).items() if returned[name] != value} == {
        "evaluation_samples",
        "evaluate_every",
    }
    assert "temperature 0.9" in form.findChild(QLabel, "train-summary").text()
    assert form.texts["scaling"] == "7"
    assert form.texts["train_size"] == "all"
    # Other settings do not keep a value that has no field.
    form.show_settings(TrainSettings(simple_convnet(), TrainConfig(), DataSource("starter")))
    assert form.settings().config.temperature == 1


def test_settings_outside_the_ranges_of_the_form_are_invalid(form: TrainForm) -> None:
    form.show_settings(TrainSettings(deep_convnet(), TrainConfig(epochs=5000), DataSource("starter")))
    assert form.request is None
    assert "1 to 1,000" in form.errors["epochs"].text()
    assert form.network.spec == deep_convnet()


def test_settings_are_saved_and_loaded(
    form: TrainForm, actions: Actions, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mine.toml"
    monkeypatch.setattr(QFileDialog, "exec", lambda self: True)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda self: [str(file)])
    fill(form, lr="0.3", seed="5")
    with qtbot.waitSignal(form.problem) as signal:
        form.findChild(QPushButton, "save-settings").click()
    assert signal.args == [""]
    saved = load_settings(file)
    assert (saved.config.lr, saved.config.seed) == (0.3, 5)
    save_settings(file, TrainSettings(simple_convnet(), TrainConfig(lr=0.02), DataSource("starter")))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    with qtbot.waitSignal(form.problem) as signal:
        form.findChild(QPushButton, "open-settings").click()
    assert signal.args == [""]
    assert form.request.spec == simple_convnet()
    assert form.texts["lr"] == "0.02"


def test_a_file_that_cannot_be_loaded_changes_nothing(
    form: TrainForm, actions: Actions, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "broken.toml"
    file.write_text("not a settings file")
    before = form.settings()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    with qtbot.waitSignal(form.problem) as signal:
        actions.open_settings.trigger()
    assert "broken.toml" in signal.args[0]
    assert form.settings() == before
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    with qtbot.assertNotEmitted(form.problem):
        actions.open_settings.trigger()


def test_a_file_that_cannot_be_saved_is_an_error(
    form: TrainForm, actions: Actions, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "exec", lambda self: True)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda self: [str(tmp_path / "nowhere" / "x.toml")])
    with qtbot.waitSignal(form.problem) as signal:
        actions.save_settings.trigger()
    assert "x.toml" in signal.args[0]


def test_invalid_settings_cannot_be_saved(form: TrainForm, actions: Actions) -> None:
    fill(form, lr="0")
    assert not actions.save_settings.isEnabled()
    fill(form, lr="1")
    assert actions.save_settings.isEnabled()


@pytest.mark.parametrize("kind", PRESETS)
def test_a_convnet_has_a_smaller_batch(form: TrainForm, qtbot, kind: str) -> None:
    form.network.set_spec(PRESETS[kind]())
    type_in(form, qtbot, "batch_size", "10000")
    assert form.errors["batch_size"].text().startswith("Batch size must be at most ")
    assert NO in form.texts.values()


# -- undo, and errors


def undo(form: TrainForm, qtbot, name: str) -> None:
    qtbot.keyClick(form.fields[name], Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_a_typed_value_is_undone_and_redone_in_one_step(form: TrainForm, qtbot) -> None:
    before = form.texts
    type_in(form, qtbot, "lr", "0.025")
    type_in(form, qtbot, "epochs", "37")
    undo(form, qtbot, "epochs")
    assert form.texts == before | {"lr": "0.025"}
    # Whichever field has the focus.
    undo(form, qtbot, "batch_size")
    assert form.texts == before
    assert form.request.config.lr == TrainConfig().lr
    assert not form.undo_button.isEnabled()
    form.redo_button.click()
    form.redo_button.click()
    assert form.texts == before | {"lr": "0.025", "epochs": "37"}
    assert not form.redo_button.isEnabled()


def test_lists_switches_and_loaded_settings_are_undone(form: TrainForm, qtbot) -> None:
    before = form.texts
    fill(form, optimizer="adam")
    form.stopping.switch.click()
    form.show_settings(TrainSettings(DEFAULT_NETWORK, TrainConfig(lr=0.5, epochs=3, seed=4), DataSource("starter")))
    for _ in range(3):
        form.undo_button.click()
    assert form.texts == before


def test_a_value_typed_into_the_same_field_later_is_another_step(form: TrainForm, qtbot) -> None:
    type_in(form, qtbot, "lr", "0.5")
    form.fields["lr"].setFocus()
    form.fields["epochs"].setFocus()
    QCoreApplication.sendEvent(form.fields["lr"], QFocusEvent(QFocusEvent.Type.FocusOut))
    type_in(form, qtbot, "lr", "0.7")
    form.undo_button.click()
    assert form.texts["lr"] == "0.5"


def press_undo(widget: QWidget, qtbot) -> None:
    qtbot.keyClick(widget, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_data_network_and_fields_have_one_undo_order(form: TrainForm, qtbot) -> None:
    before, network, layers = form.texts, form.network.spec, form.network
    other = "starter" if form.data.choice == "mnist" else "mnist"
    form.data.choose(other)
    layers.select(0)
    units = layers.rows[1].first_field
    units.selectAll()
    qtbot.keyClicks(units, "77")
    type_in(form, qtbot, "lr", "0.5")
    layers.select(1)
    layers.buttons["remove"].click()
    assert layers.spec.title != network.title
    # In the editor, in a field and elsewhere in the form: always the last change.
    press_undo(layers.rows[1], qtbot)
    assert (layers.spec.layers[0].units, len(layers.spec.layers)) == (77, 3)
    assert form.texts["lr"] == "0.5"
    press_undo(layers.rows[1], qtbot)
    assert form.texts == before | {"data": other}
    assert layers.spec.layers[0].units == 77
    press_undo(form.fields["epochs"], qtbot)
    assert layers.spec == network
    press_undo(form.data.list, qtbot)
    assert form.texts == before
    for button in (form.undo_button, layers.buttons["undo"]):
        assert not button.isEnabled()
    for _ in range(3):
        layers.buttons["redo"].click()
    form.redo_button.click()
    assert form.texts == before | {"data": other, "lr": "0.5"}
    assert (layers.spec.layers[0].units, len(layers.spec.layers)) == (77, 2)


def test_loaded_settings_are_undone_with_network_and_data(form: TrainForm) -> None:
    before, network = form.texts, form.network.spec
    other = "starter" if form.data.choice == "mnist" else "mnist"
    config = TrainConfig(lr=0.5, epochs=3, temperature=2.0)
    form.show_settings(TrainSettings(deep_convnet(), config, DataSource(other)))
    form.undo_button.click()
    assert (form.texts, form.network.spec) == (before, network)
    if form.request is not None:
        assert form.request.config.temperature == 1.0
    assert not form.undo_button.isEnabled()
    form.redo_button.click()
    assert (form.texts["data"], form.texts["lr"], form.network.spec) == (other, "0.5", deep_convnet())


@pytest.mark.parametrize("name", ["lr", "network"])
def test_the_focus_is_back_after_a_training(form: TrainForm, name: str) -> None:
    form.network.select(0)
    field = form.network.rows[1].first_field if name == "network" else form.fields[name]
    form.activateWindow()
    field.setFocus()
    form.lock(True)
    assert form.focusWidget() is form
    form.lock(False)
    assert form.focusWidget() is field


def test_nothing_is_undone_during_a_training(form: TrainForm, qtbot) -> None:
    type_in(form, qtbot, "lr", "0.5")
    form.lock(True)
    assert not form.undo_button.isEnabled()
    form.lock(False)
    assert form.undo_button.isEnabled()


@pytest.mark.parametrize("name", ["lr", "seed", "patience"])
def test_the_first_error_is_named_and_shown(form: TrainForm, qtbot, name: str) -> None:
    form.resize(form.width(), 200)
    fill(form, early_stopping=YES)
    assert form.error == ""
    fill(form, **{name: "x"})
    assert form.error == form.errors[name].text() != ""
    form.optimization.more.button.setChecked(False)
    form.verticalScrollBar().setValue(0)
    form.show_error()
    field = edit(form, name)
    qtbot.waitUntil(lambda: form.viewport().rect().contains(field.mapTo(form.viewport(), field.rect().center())))
    assert field.isVisible()


def test_an_impossible_layer_is_named_and_shown(form: TrainForm, qtbot) -> None:
    form.network.select(0)
    units = form.network.rows[1].first_field
    units.selectAll()
    qtbot.keyClicks(units, "0")
    assert form.error == form.network.error != ""
    form.network.select(None)
    form.show_error()
    assert form.network.rows[1].first_field.isVisible()
