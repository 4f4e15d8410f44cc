"""Settings files: written by the window, read by the command line, and edited by people."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data.augmentation import Augmentation
from engine.data.source import DataSource
from engine.errors import DataError, DigitLabError, SettingsError
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import PRESETS
from engine.train.config import TrainConfig
from engine.train.recipes import RECIPES
from engine.train.settings_file import Settings, load_settings, save_settings

PLAIN = Settings(NetworkSpec.mlp((50,)), TrainConfig(), DataSource("mnist"))


def to_toml(settings: Settings) -> str:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "settings.toml"
        save_settings(file, settings)
        return file.read_text(encoding="utf-8")


def from_toml(text: str) -> Settings:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "settings.toml"
        file.write_text(text, encoding="utf-8")
        return load_settings(file)


@pytest.mark.parametrize("recipe", RECIPES)
@pytest.mark.parametrize("data", [DataSource("starter"), DataSource("folder", "C:\\digits\\“mine”\n#1")])
def test_every_recipe_is_saved_and_loaded(recipe: str, data: DataSource, tmp_path: Path) -> None:
    settings = Settings(RECIPES[recipe].spec, RECIPES[recipe].config, data)
    save_settings(tmp_path / "mine.toml", settings)
    assert load_settings(tmp_path / "mine.toml") == settings


@given(
    st.builds(
        TrainConfig,
        lr=st.floats(1e-9, 1e6),
        iterations=st.none() | st.integers(1, 10**6),
        evaluate_every=st.none() | st.integers(1, 1000),
        evaluation_samples=st.none() | st.integers(1, 1000),
        seed=st.integers(0, 2**40),
        augmentation=st.builds(Augmentation, rotation=st.floats(0, 90), anneal=st.floats(0, 1)),
    ),
    st.sampled_from(sorted(PRESETS)),
)
def test_every_setting_is_saved_exactly(config: TrainConfig, preset: str) -> None:
    settings = Settings(PRESETS[preset](), config, DataSource("mnist", "/data"))
    assert from_toml(to_toml(settings)) == settings


def test_a_user_can_read_and_edit_the_file() -> None:
    text = to_toml(PLAIN)
    assert text.startswith("# Settings of a training")
    assert "lr = 0.1\n" in text
    assert '{ kind = "affine", units = 50,' in text
    changed = from_toml(text.replace("lr = 0.1\n", "lr = 1\n").replace("units = 50", "units = 30"))
    assert changed.config.lr == 1
    assert changed.spec == NetworkSpec.mlp((30,))


def test_a_file_of_an_earlier_version_is_still_read() -> None:
    """It had the fields of the augmentation among the others, and "fading" instead of "anneal"."""
    old = to_toml(PLAIN).replace("[training.augmentation]\n", "").replace("anneal = 0.0", "fading = 0.5")
    old = old.replace("rotation = 0.0", "rotation = 10").replace("shear = 0.0\n", "")
    expected = replace(PLAIN.config, augmentation=Augmentation(rotation=10.0, anneal=0.5))
    assert from_toml(old).config == expected


def test_missing_settings_have_their_defaults() -> None:
    kept = [line for line in to_toml(PLAIN).splitlines() if not line.startswith(("lr", "seed", "beta"))]
    assert from_toml("\n".join(kept)) == PLAIN


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("lr = 0.1", "lr = 0.1 # " + "." * 60),
        ("lr = 0.1", "# " + "_" * 1_001 + "\nlr = 0.1"),
        ("lr = 0.1", '# it\'s "so": ' + "- ." * 60 + "\nlr = 0.1"),
        ('kind = "mnist"', 'kind = "mnist"\npath = "' + "../" * 26 + '"'),
        ('kind = "mnist"', "kind = 'mnist'\npath = '" + "..\\" * 26 + "'"),
        ('kind = "mnist"', 'kind = "mnist"\npath = """\\\n' + "../" * 26 + '"""'),
        ('kind = "mnist"', 'kind = "mnist"\npath = "\\"' + "f" * 1_001 + '"'),
        ("format =", "\ufeffformat ="),
        ("\n", "\r\n"),
    ],
)
def test_dots_and_long_words_in_texts_and_comments_do_not_matter(was: str, becomes: str) -> None:
    text = to_toml(PLAIN)
    text = text[text.index("format =") :]
    assert from_toml(text.replace(was, becomes)).config == PLAIN.config


def test_a_setting_of_older_versions_is_ignored() -> None:
    assert from_toml(to_toml(PLAIN).replace("lr = 0.1\n", "lr = 0.1\nparts = 2\n")) == PLAIN


@pytest.mark.parametrize(
    ("was", "becomes", "reason"),
    [
        ("lr = 0.1", "lr = ", "not valid TOML"),
        ("lr = 0.1", "lr = nan", "Learning rate must be above 0"),
        ("lr = 0.1", "lr = true", "“lr” among its settings is malformed"),
        ("lr = 0.1", 'lr = "0.1"', "“lr” among its settings is malformed"),
        ("lr = 0.1", f"lr = 1{'0' * 400}", "“lr” among its settings is malformed"),
        ("epochs = 10", f"epochs = {'1' * 5_000}", "a number in it has more than 1000 digits"),
        ("epochs = 10", f"epochs = 0x{'f' * 4_000}", "a number in it has more than 1000 digits"),
        ("epochs = 10", f"epochs = {'1' * 900}", "Epochs must be from 1 to 100,000,000"),
        ("seed = 0", f"seed = 0x{'f' * 900}", "Seed must be at most 9,007,199,254,740,992"),
        ("lr = 0.1", "lr = inf", "Learning rate must be above 0"),
        ("lr = 0.1", f"lr = {'[' * 10_000}", "not valid TOML"),
        ("lr = 0.1", "a" + ".a" * 10_000 + " = 1", "a line of it has more than 50 dots"),
        ("units = 50", f"units = 0x{'f' * 900}", "this version cannot build"),
        ("lr = 0.1", "lrate = 0.1", "“lrate” among its settings is malformed, or unknown"),
        ("epochs = 10", "epochs = 1.5", "“epochs” among its settings"),
        ("rotation = 0.0", "rotation = -1", "Rotation must be from 0"),
        ("rotation = 0.0", "rotate = 1", "“rotate” among its settings"),
        ("[training.augmentation]", "[training.turned]", "“turned” among its settings"),
        ("epochs = 10", "epochs = 10\nfading = 0.5", "“fading” among its settings"),
        ('kind = "mnist"', 'kind = "cifar"', "no data of the kind “cifar”"),
        ('kind = "mnist"', 'kind = "' + "x" * 100_000 + '"', "…”: choose one of"),
        ('kind = "mnist"', 'kind = "folder"', "need a path"),
        ('kind = "mnist"', 'kind = "mnist"\npath = 3', "“path”"),
        ('kind = "mnist"', 'kind = "mnist"\nfile = "x"', "“file” among its data is unknown"),
        ("[network]", "[networks]", "“network”"),
        ('kind = "relu"', 'kind = "gelu"', "no layer called “gelu”"),
        ("units = 50", "units = 0", "neurons"),
        ("units = 50", 'units = "50"', "The description of the network is malformed (“units”)."),
        ("units = 50", "units = 50, colour = 1", "The description of the network is malformed (“colour”)."),
        ("units = 50, ", "", "The description of the network is malformed (“affine”)."),
        ("lr = 0.1", "a" + ".'b'" * 60 + " = 1", "a line of it has more than 50 dots"),
        ("lr = 0.1", 'x = """a""""\na' + ".a" * 60 + " = 1", "a line of it has more than 50 dots"),
        ("lr = 0.1", "x = '\\'\na" + ".a" * 60 + " = '#'", "a line of it has more than 50 dots"),
        ("lr = 0.1", "x = ''''a'''''\nseed = " + "1" * 5_000, "a number in it has more than 1000 digits"),
        ("format_version = 1", "format_version = 2", "newer version"),
        ('format = "digit-lab settings"', 'format = "digit-lab weights"', "weights of a network, not the settings"),
        ('format = "digit-lab settings"', "", "something else"),
    ],
)
def test_an_error_is_one_sentence(was: str, becomes: str, reason: str, tmp_path: Path) -> None:
    text = to_toml(PLAIN)
    assert was in text
    file = tmp_path / "mine.toml"
    file.write_text(text.replace(was, becomes, 1), encoding="utf-8")
    with pytest.raises(DigitLabError) as caught:
        load_settings(file)
    assert str(caught.value).startswith("mine.toml cannot be opened: ")
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"[" * 5000, b"\x00", b"a = 1\n" * 300_000])
def test_files_that_are_no_settings(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_bytes(content)
    with pytest.raises(DigitLabError, match=r"mine\.toml cannot be opened"):
        load_settings(file)


@given(st.text(max_size=200))
def test_any_other_text_is_refused(text: str) -> None:
    with pytest.raises(SettingsError):
        from_toml(text)


@pytest.mark.parametrize("source", [DataSource("mnist"), DataSource("mnist", "/a:b"), DataSource("folder", "C:\\x")])
def test_a_source_as_text(source: DataSource) -> None:
    assert DataSource.of(str(source)) == source


@pytest.mark.parametrize("line", ["{0} = 1", 'path = "a"\ntransform = "{0}"'], ids=["name", "transform"])
def test_long_texts_are_shortened(line: str) -> None:
    text = to_toml(PLAIN).replace('kind = "mnist"', 'kind = "folder"\n' + line.format("x" * 40_000))
    with pytest.raises(SettingsError, match=r"“x+…”") as caught:
        from_toml(text)
    assert len(str(caught.value)) < 300


def test_an_invalid_source_is_refused() -> None:
    for text in ("", "cifar", "folder", "idx:"):
        with pytest.raises(DataError):
            DataSource.of(text)


def test_each_source_loads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shared_data: Path) -> None:
    mnist = DataSource("mnist", str(shared_data / "mnist")).load()
    assert (len(mnist.train), len(mnist.test), mnist.faults) == (60_000, 10_000, ())
    own = DataSource("idx", str(shared_data / "mnist")).load()
    assert (len(own.train), len(own.test)) == (60_000, 10_000)
    with pytest.raises(DataError, match="no folder"):
        DataSource("folder", str(tmp_path / "none")).load()
