"""The network editor without its widgets: layers as texts, the shapes that follow, and the edit history."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.io.limits import MAX_LAYERS
from engine.nn.layers import (
    LAYER_KINDS,
    AffineSpec,
    BatchNormalizationSpec,
    ConvolutionSpec,
    DropoutSpec,
    LayerSpec,
    MaxPoolingSpec,
    ReLUSpec,
    SigmoidSpec,
)
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import PRESETS
from gui.training.network.descriptions import about, brief, field_title, shape_text, title
from gui.training.network.draft import (
    FIELDS,
    NEW,
    Draft,
    Drafts,
    draft_of,
    drafts_of,
    facts_of,
    layer_of,
    note,
    total_note,
    unused,
)
from gui.training.network.edit_history import (
    INPUT,
    NETWORKS,
    OWN,
    TITLES,
    EditHistory,
    output_of,
    positions,
)

IMAGE = (1, 28, 28)


def drafts(*layers: LayerSpec) -> Drafts:
    return tuple(draft_of(layer) for layer in layers)


def kinds(of: Drafts) -> list[str]:
    return [draft.kind for draft in of]


# -- layers as texts


def test_networks_survive_the_conversion_to_texts() -> None:
    for name, spec in NETWORKS.items():
        facts = facts_of(drafts_of(spec))
        assert facts.spec == spec
        assert facts.error == ""
        assert not facts.too_large
        assert facts.parameters == sum(layer.parameters for layer in facts.layers) == spec.param_count()
        assert facts.multiplications == sum(layer.multiplications for layer in facts.layers)
        assert [layer.shape for layer in facts.layers] == spec.shapes()
        assert TITLES[name]
    assert [NETWORKS[name].title for name in ("two-layer", "three-layer", "wide")] == [
        "784-50-10 ReLU",
        "784-50-100-10 Sigmoid",
        "784-800-10 ReLU",
    ]
    assert all(NETWORKS[name] == make() for name, make in PRESETS.items())
    spec = NetworkSpec(
        (BatchNormalizationSpec(0.123456789, 3e-7), ReLUSpec(), DropoutSpec(0.1), AffineSpec(10, "std", 1 / 3))
    )
    assert facts_of(drafts_of(spec)).spec == spec


def test_every_kind_is_offered_and_described() -> None:
    assert set(NEW) == set(LAYER_KINDS)
    for kind, layer in NEW.items():
        draft = draft_of(layer)
        assert layer_of(draft) == (layer, {})
        assert title(kind)
        assert about(kind)
        for line in FIELDS.get(kind, ()):
            assert sum(line.values()) <= 12
            for setting in line:
                assert setting in draft.texts
                assert all(field_title(setting))


def test_valid_texts_and_unused_ones() -> None:
    layer: LayerSpec
    for layer, setting, text, value in (
        (AffineSpec(1), "units", "65536", 65_536),
        (AffineSpec(1), "units", " 7 ", 7),
        (AffineSpec(1), "init", "xavier", "xavier"),
        (AffineSpec(1, "std"), "std", "0,5", 0.5),
        (AffineSpec(1, "std"), "std", "1e-3", 0.001),
        (ConvolutionSpec(1), "filters", "4096", 4096),
        (ConvolutionSpec(1), "size", "28", 28),
        (ConvolutionSpec(1), "pad", "0", 0),
        (MaxPoolingSpec(), "size", "28", 28),
        (DropoutSpec(), "ratio", "0", 0.0),
        (DropoutSpec(), "ratio", ".999", 0.999),
    ):
        made, wrong = layer_of(draft_of(layer).with_text(setting, text))
        assert wrong == {}
        assert made == dataclasses.replace(layer, **{setting: value}), text
    draft = draft_of(AffineSpec(5, "he")).with_text("std", "much")
    assert unused(draft) == {"std"}
    assert layer_of(draft) == (AffineSpec(5, "he", NEW["affine"].std), {})
    assert unused(draft.with_text("init", "std")) == set()
    assert list(layer_of(draft.with_text("init", "std"))[1]) == ["std"]


def test_invalid_texts() -> None:
    layer: LayerSpec
    for layer, setting, text, part in (
        (AffineSpec(1), "units", "", "Neurons: write a whole number, such as 100."),
        (AffineSpec(1), "units", "x", "Neurons: write a whole number, such as 100."),
        (AffineSpec(1), "units", "-1", "whole number"),
        (AffineSpec(1), "units", "1_0", "whole number"),
        (AffineSpec(1), "units", "٥٠", "whole number"),
        (AffineSpec(1), "units", "5.5", "whole number"),
        (AffineSpec(1), "units", "9" * 5000, "whole number"),
        (AffineSpec(1), "units", "0", "from 1 to 65,536 neurons, not 0."),
        (AffineSpec(1), "units", "65537", "from 1 to 65,536 neurons, not 65,537."),
        (AffineSpec(1, "std"), "std", "", "Std. dev.: write a number, such as 0.01."),
        (AffineSpec(1, "std"), "std", "-1", "standard deviation"),
        (ConvolutionSpec(1), "filters", "4097", "from 1 to 4,096 filters"),
        (ConvolutionSpec(1), "size", "29", "from 1 to 28 pixels"),
        (ConvolutionSpec(1), "stride", "0", "from 1 to 28 pixels"),
        (ConvolutionSpec(1), "pad", "29", "from 0 to 28"),
        (MaxPoolingSpec(), "size", "0", "sides of 1 to 28 pixels, not 0."),
        (DropoutSpec(), "ratio", "1", "below 1, not 1.0."),
        (DropoutSpec(), "ratio", "nan", "Ratio: write a number, such as 0.5."),
        (DropoutSpec(), "ratio", "1e999", "a number"),
        (DropoutSpec(), "ratio", "0.1_5", "a number"),
        (DropoutSpec(), "ratio", "half", "a number"),
    ):
        made, wrong = layer_of(draft_of(layer).with_text(setting, text))
        assert made is None, text
        assert list(wrong) == [setting]
        assert part in wrong[setting]
    draft = Draft("convolution", draft_of(ConvolutionSpec(3)).texts | {"size": "0", "stride": "x", "filters": "5"})
    assert list(layer_of(draft)[1]) == ["size", "stride"]


# -- shapes


def test_the_input_shape_follows_from_the_layers() -> None:
    layers: tuple[LayerSpec, ...]
    for layers, shape in (
        ((AffineSpec(10),), (784,)),
        ((ReLUSpec(), DropoutSpec(), AffineSpec(10)), (784,)),
        ((ConvolutionSpec(3), AffineSpec(10)), IMAGE),
        ((MaxPoolingSpec(), AffineSpec(10)), IMAGE),
        ((BatchNormalizationSpec(), SigmoidSpec(), ConvolutionSpec(3), AffineSpec(10)), IMAGE),
        ((AffineSpec(50), ConvolutionSpec(3), AffineSpec(10)), (784,)),
    ):
        assert facts_of(drafts(*layers)).input_shape == shape


def test_an_impossible_layer_is_explained_in_its_row() -> None:
    facts = facts_of(drafts(ConvolutionSpec(3), AffineSpec(50), MaxPoolingSpec(), ConvolutionSpec(3), AffineSpec(10)))
    assert facts.error == ("A MaxPooling layer takes images; after an Affine layer there are only vectors: move it up.")
    assert [layer.error for layer in facts.layers] == ["", "", facts.error, "", ""]
    assert [layer.shape for layer in facts.layers] == [(3, 28, 28), (50,), None, None, None]
    assert (facts.spec, facts.parameters, facts.multiplications) == (None, None, None)
    assert not facts.too_large
    assert total_note(facts) == "Fix the highlighted layers to see the total."
    pooling = (MaxPoolingSpec(),) * 5
    facts = facts_of(drafts(*pooling, AffineSpec(10)))
    assert [layer.shape for layer in facts.layers[:4]] == [(1, 14, 14), (1, 7, 7), (1, 3, 3), (1, 1, 1)]
    assert facts.layers[4].error == facts.error == "An image of 1 × 1 has no room for a pooling window of 2 × 2."
    facts = facts_of(drafts(MaxPoolingSpec(14), ConvolutionSpec(3, size=5), AffineSpec(10)))
    assert facts.layers[1].error.startswith("A filter of 5 × 5 does not fit into an image of 2 × 2")


def test_after_an_invalid_text_there_are_no_shapes_but_further_errors_are_shown() -> None:
    editing = EditHistory(NETWORKS["three-layer"])
    editing.type(0, "units", "x")
    editing.type(2, "units", "0")
    facts = editing.facts
    assert [bool(layer.error) for layer in facts.layers] == [True, False, True, False, False]
    assert [layer.shape for layer in facts.layers] == [None] * 5
    assert facts.error == facts.layers[0].error


def test_the_note_of_the_total_names_the_limits() -> None:
    facts = facts_of(drafts(AffineSpec(65_536), AffineSpec(10)))
    assert facts.spec is None
    assert facts.too_large
    assert facts.parameters == 785 * 65_536 + 65_537 * 10
    assert facts.error == total_note(facts) == "Too large: at most 50,000,000 parameters."
    assert not any(layer.error for layer in facts.layers)
    # It could be trained, but not saved.
    many = facts_of(drafts(ConvolutionSpec(700), MaxPoolingSpec(28), AffineSpec(10)))
    assert many.error == total_note(many) == "Too large: at most 500,000 outputs of all layers together."
    layers = (ReLUSpec(),) * (MAX_LAYERS - 1)
    assert total_note(facts_of(drafts(*layers, AffineSpec(10)))) == (
        "7,840 multiplications per image\n200 layers: there can be no more."
    )
    assert total_note(facts_of(drafts(*layers[1:], AffineSpec(10)))) == "7,840 multiplications per image"


# -- descriptions


def test_the_brief_and_the_note_of_a_layer() -> None:
    assert [brief(layer) for layer in (ConvolutionSpec(3, 5), ConvolutionSpec(3, 5, 2), MaxPoolingSpec(3))] == [
        "5 × 5",
        "5 × 5, /2",
        "3 × 3",
    ]
    assert [brief(layer) for layer in (DropoutSpec(0.25), AffineSpec(5), ReLUSpec(), None)] == ["0.25", "", "", ""]
    assert [shape_text(shape) for shape in ((32, 14, 14), (1000,), None)] == ["32 × 14 × 14", "1,000", "–"]
    layers = drafts(ConvolutionSpec(16), BatchNormalizationSpec(), ReLUSpec(), AffineSpec(10))
    notes = [note(draft, facts) for draft, facts in zip(layers, facts_of(layers).layers, strict=True)]
    # 16 filters of 3 x 3 at each of 28 x 28 positions.
    assert notes[0] == "W 16 × 1 × 3 × 3, b 16\n112,896 multiplications per image"
    assert notes[1].endswith("\ngamma 16, beta 16, mean 16, var 16")
    assert notes[2] == about("relu")
    assert notes[3] == "W 12,544 × 10, b 10\n125,440 multiplications per image"


# -- positions


def test_positions_that_a_layer_can_be_moved_to() -> None:
    deep = drafts_of(NETWORKS["deep-convnet"])
    output = output_of(deep)
    assert output == len(deep) - 2
    assert deep[-1].kind == "dropout"
    assert positions(deep, output) == range(output, output + 1)
    assert positions(deep, output - 3) == range(output)  # Affine
    assert positions(deep, 0) == range(len(deep))


def test_a_new_layer_is_added_after_the_selected_one_but_before_the_output() -> None:
    deep = NETWORKS["deep-convnet"]
    output = output_of(drafts_of(deep))
    expected = {None: output, INPUT: 0, 0: 1, output - 1: output, output: output, output + 1: output}
    for selected, at in expected.items():
        editing = EditHistory(deep)
        editing.select(selected)
        editing.add("sigmoid")
        assert (editing.selected, editing.drafts[at].kind) == (at, "sigmoid")
        assert len(editing.drafts) == len(deep.layers) + 1


# -- the edit history


@pytest.fixture
def editing() -> EditHistory:
    return EditHistory(NETWORKS["two-layer"])


def test_undo_and_redo(editing: EditHistory) -> None:
    assert not editing.possible["undo"]
    editing.select(0)
    editing.add("dropout")
    assert (kinds(editing.drafts), editing.selected) == (["affine", "dropout", "relu", "affine"], 1)
    editing.remove()
    assert (kinds(editing.drafts), editing.selected) == (["affine", "relu", "affine"], 1)
    editing.undo()
    editing.undo()
    assert editing.facts.spec == NETWORKS["two-layer"]
    assert editing.selected == 0
    editing.undo()
    editing.redo()
    assert kinds(editing.drafts) == ["affine", "dropout", "relu", "affine"]
    editing.down()
    assert not editing.possible["redo"]


def test_typing_into_one_field_is_one_step(editing: EditHistory) -> None:
    for text in ("5", "50", "500"):
        editing.type(0, "units", text)
    editing.type(0, "init", "std")
    editing.type(0, "units", "5")
    editing.select(0)
    editing.type(0, "units", "6")
    texts = []
    while editing.possible["undo"]:
        texts.append((editing.drafts[0].texts["units"], editing.drafts[0].texts["init"]))
        editing.undo()
    assert texts == [("6", "std"), ("5", "std"), ("500", "std"), ("500", "he")]


def test_impossible_edits_do_nothing(editing: EditHistory) -> None:
    before = editing.drafts
    for selected in (None, INPUT, 2):
        editing.select(selected)
        editing.remove()
        editing.up()
        editing.down()
        editing.undo()
        editing.redo()
        editing.choose("two-layer")
        editing.choose(OWN)
        assert editing.drafts is before
        assert editing.selected == selected
        assert [name for name, possible in editing.possible.items() if possible] == ["add"]
    editing.select(0)
    editing.up()
    assert editing.drafts is before
    editing = EditHistory(NetworkSpec((*[ReLUSpec()] * (MAX_LAYERS - 1), AffineSpec(10))))
    editing.add("relu")
    assert len(editing.drafts) == MAX_LAYERS
    assert not editing.possible["add"]


def test_other_layers_but_no_affine_layer_can_be_moved_behind_the_output(editing: EditHistory) -> None:
    editing.select(0)
    editing.down()
    assert kinds(editing.drafts) == ["relu", "affine", "affine"]
    assert not editing.possible["down"]
    editing.down()
    assert editing.drafts[2].texts["units"] == "10"
    editing.select(0)
    editing.down()
    editing.down()
    assert kinds(editing.drafts) == ["affine", "affine", "relu"]
    assert editing.facts.spec is not None
    editing.remove()
    assert editing.selected == 1


def test_returning_to_the_edited_list(editing: EditHistory) -> None:
    assert (editing.network, editing.own) == ("two-layer", ())
    editing.type(0, "units", "77")
    assert (editing.network, editing.own) == (OWN, editing.drafts)
    editing.choose("deep-convnet")
    assert (editing.network, editing.selected) == ("deep-convnet", None)
    editing.choose(OWN)
    assert editing.drafts[0].texts["units"] == "77"
    editing.undo()
    editing.undo()
    editing.undo()
    assert editing.network == "two-layer"
    editing.type(0, "units", "77")
    editing.begin(NETWORKS["wide"])
    assert (editing.network, editing.possible["undo"]) == ("wide", False)


_actions = st.one_of(
    st.tuples(st.just("select"), st.one_of(st.none(), st.integers(-1, 30))),
    st.tuples(st.just("add"), st.sampled_from(list(NEW))),
    st.tuples(st.just("choose"), st.sampled_from([*NETWORKS, OWN])),
    st.tuples(st.just("move"), st.tuples(st.integers(0, 30), st.integers(-2, 30))),
    st.tuples(st.just("type"), st.tuples(st.integers(0, 30), st.sampled_from(["", "x", "1", "10", "28", "0.5"]))),
    st.tuples(st.sampled_from(["remove", "up", "down", "undo", "redo"]), st.none()),
)


@settings(max_examples=50, deadline=None)
@given(st.lists(_actions, max_size=25))
def test_any_sequence_of_edits_keeps_the_list_consistent(actions: list[tuple[str, object]]) -> None:
    """The output stays and has 10 neurons; a list either gives a network or has an error."""
    editing = EditHistory(NETWORKS["simple-convnet"])
    for name, value in actions:
        last = len(editing.drafts) - 1
        if name == "select":
            editing.select(None if value is None else min(value, last))
        elif name == "move":
            editing.move(min(value[0], last), value[1])
        elif name == "type":
            at, draft = min(value[0], last), editing.drafts[min(value[0], last)]
            settings = [setting for line in FIELDS.get(draft.kind, ()) for setting in line if setting != "init"]
            if settings and at != output_of(editing.drafts):
                editing.type(at, settings[0], value[1])
        else:
            getattr(editing, name)(*([] if value is None else [value]))
        facts = editing.facts
        assert editing.drafts[output_of(editing.drafts)].texts["units"] == "10"
        assert editing.selected is None or INPUT <= editing.selected < len(editing.drafts)
        assert (facts.spec is None) == bool(facts.error)
        if facts.spec is not None:
            assert facts.spec.shapes() == [layer.shape for layer in facts.layers]
            assert facts.spec.param_count() == facts.parameters
            assert facts_of(drafts_of(facts.spec)).spec == facts.spec
    while editing.possible["undo"]:
        editing.undo()
    assert editing.network == "simple-convnet"
