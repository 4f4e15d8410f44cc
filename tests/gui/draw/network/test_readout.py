"""The readout of the network and the calculation of a number write the same numbers."""

import numpy as np
import pytest

from engine.explain.calculation import calculation
from engine.nn.layers import AffineSpec, BatchNormalizationSpec, SigmoidSpec
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from gui.draw.calculation.formulas import Names, formula
from gui.draw.network.connections import trace
from gui.draw.network.contents import columns_of
from gui.draw.network.readout import cell_sentence, readout


@pytest.mark.parametrize("scale", [0.01, 1.0, 30.0])
def test_both_write_the_same_results(scale: float) -> None:
    spec = NetworkSpec((AffineSpec(12), BatchNormalizationSpec(), SigmoidSpec(), AffineSpec(10)))
    rng = np.random.default_rng(0)
    params = {name: scale * rng.random(shape).astype(np.float32) for name, shape in spec.param_shapes().items()}
    x = rng.random((28, 28)).astype(np.float32) / 10
    network = Network(spec, 1)
    network.load(params)
    outputs = tuple(each[0] for each in network.activations(x[None].reshape(1, -1)))
    columns = columns_of(spec)
    for layer in range(len(spec.layers) + 1):
        for cell in range(10):
            found = calculation(spec, params, outputs[layer - 1] if layer else x, layer, cell)
            line = formula(found, Names.of(spec, layer), cell).replace("\N{NO-BREAK SPACE}", " ")
            result = line.rpartition(" = ")[2]
            text, _ = readout(columns, trace(spec, params, x, outputs, layer, cell))
            assert text.partition(", ")[0].rpartition(" = ")[2] == result
            assert cell_sentence(columns, layer, cell, found.value).rpartition(" = ")[2] == result
