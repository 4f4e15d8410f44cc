"""The lessons in the order of the book. Their modules are imported when they are opened."""

from dataclasses import dataclass
from importlib import import_module
from typing import cast

from gui.learn.lesson import Lesson


@dataclass(frozen=True)
class Entry:
    """A lesson that can be opened.

    Attributes:
        name: of its text, assets/lessons/en/NAME.toml, and of its module.
        folder: of the module, below gui/learn: "chapter2" to "chapter7" or "playground".
        kind: the name of its class.
    """

    name: str
    folder: str
    kind: str

    def load(self) -> type[Lesson]:
        """The class of the lesson."""
        return cast(type[Lesson], getattr(import_module(f"gui.learn.{self.folder}.{self.name}"), self.kind))


LESSONS = (
    Entry("perceptron_line", "chapter2", "PerceptronLine"),
    Entry("xor_layers", "chapter2", "XorLayers"),
    Entry("activation_functions", "chapter3", "ActivationFunctions"),
    Entry("matrix_shapes", "chapter3", "MatrixShapes"),
    Entry("softmax_overflow", "chapter3", "SoftmaxOverflow"),
    Entry("mnist_images", "chapter3", "MnistImages"),
    Entry("inference_batches", "chapter3", "InferenceBatches"),
    Entry("loss_functions", "chapter4", "LossFunctions"),
    Entry("numerical_differentiation", "chapter4", "NumericalDifferentiation"),
    Entry("descent_path", "chapter4", "DescentPath"),
    Entry("gradient_cost", "chapter4", "GradientCost"),
    Entry("computation_graph", "chapter5", "ComputationGraph"),
    Entry("backward_steps", "chapter5", "BackwardSteps"),
    Entry("optimizer_paths", "chapter6", "OptimizerPaths"),
    Entry("initial_weights", "chapter6", "InitialWeights"),
    Entry("overfitting_gap", "chapter6", "OverfittingGap"),
    Entry("sliding_kernel", "chapter7", "SlidingKernel"),
    Entry("points_playground", "playground", "PointsPlayground"),
)
