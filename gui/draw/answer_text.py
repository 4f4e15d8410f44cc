"""How a prediction is written: sure, not sure, or without any preference."""

from engine.i18n import tr
from engine.recognizer import is_even, is_sure
from engine.types import FloatArray


def percent(p: float) -> str:
    """ "95.0", without the sign; neither 100 nor 0, which a softmax probability never is."""
    if p >= 0.9995:
        return ">99.9"
    return f"{100 * p:.1f}" if p >= 0.0005 else "<0.1"


def answer(probabilities: FloatArray) -> str:
    """(10,) softmax probabilities -> "4 (95.0 %)", "not sure, perhaps 4 (38.1 %)" or that all are about equal."""
    if is_even(probabilities):
        return tr("all digits about equally likely")
    digit = int(probabilities.argmax())
    text = tr("{0} ({1} %)", digit, percent(float(probabilities[digit])))
    return text if is_sure(probabilities) else tr("not sure, perhaps {0}", text)


def answered(probabilities: FloatArray) -> int | None:
    """The digit that is shown for (10,) probabilities: None where the network is not sure."""
    return int(probabilities.argmax()) if is_sure(probabilities) else None
