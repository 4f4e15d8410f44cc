"""A drawing as an SVG: the curves that the canvas shows, and the drawing itself as a text in the metadata."""

from xml.parsers import expat

from ..i18n import tr, tr_noop
from ..io.checked_file import DAMAGED, Fault
from .strokes import Drawing, Stroke, curve, shown_square

_NAMESPACE = "http://www.w3.org/2000/svg"
_ID = "digit-lab-drawing"
# The size in pixels at which programs show it.
_SIDE = 560
_STEP = 0.25
# Digit Lab writes a tag for each stroke, with one to five attributes; other programs may add some.
_MAX_TAGS, _MAX_ATTRIBUTES = 100_000, 300_000
_FOREIGN = tr_noop("it holds no strokes of Digit Lab. Save it as PNG where it was made, and open that as an image.")
_DOCTYPE = tr_noop("it has a DOCTYPE with definitions, which Digit Lab does not read. Save it as a plain SVG.")


def to_svg(drawing: Drawing, brush_width: float, text: str) -> str:
    """A vector image, white on black, with a text in it that ``text_of`` finds.

    Args:
        drawing: strokes in canvas units. The image is larger than the canvas where parts lie beside it.
        brush_width: in canvas units.
        text: without "<" and "&".
    """
    curves = [curve(stroke, _STEP) for stroke in drawing if len(stroke)]
    shapes = "\n".join(_shape(each, brush_width) for each in curves)
    left, top, side = (f"{value:.6g}" for value in shown_square(curves, brush_width))
    return (
        f'<svg xmlns="{_NAMESPACE}" viewBox="{left} {top} {side} {side}" width="{_SIDE}" height="{_SIDE}">\n'
        f'<metadata id="{_ID}">\n{text}</metadata>\n'
        f'<rect x="{left}" y="{top}" width="{side}" height="{side}" fill="#000"/>\n'
        f'<g fill="none" stroke="#fff" stroke-width="{brush_width:.6g}" '
        f'stroke-linecap="round" stroke-linejoin="round">\n{shapes}\n</g>\n</svg>\n'
    )


def _shape(line: Stroke, width: float) -> str:
    if len(line) == 1:
        # Some programs draw a line of no length as a dot, others do not draw it.
        x, y = line[0].tolist()
        return f'<circle cx="{x:.3f}" cy="{y:.3f}" r="{width / 2:.6g}" fill="#fff" stroke="none"/>'
    points = " ".join(f"{x:.3f},{y:.3f}" for x, y in line.tolist())
    return f'<polyline points="{points}"/>'


def text_of(svg: str) -> str:
    """The text that ``to_svg`` put there, even if another program has changed the curves since.

    Raises:
        Fault: it is no SVG, is cut off, or has no such text.
    """
    # Checked before parsing: each element and attribute takes memory.
    if svg.count("<") > _MAX_TAGS or svg.count("=") > _MAX_ATTRIBUTES:
        raise Fault(tr(DAMAGED))
    try:
        found = _Metadata(svg)
    except (expat.ExpatError, ValueError):
        raise Fault(tr(DAMAGED)) from None
    if not found.is_there or _NAMESPACE not in svg:
        raise Fault(tr(_FOREIGN))
    return "".join(found.parts)


class _Metadata:
    """The elements of an SVG that ``to_svg`` puts its text in.

    Names stay as they are written, such as "svg:metadata": the namespace of a file may have a million characters, and
    would be repeated in each name. Of elements inside each other each character is kept once.

    Attributes:
        is_there: whether there is such an element.
        parts: of the text.
    """

    def __init__(self, svg: str) -> None:
        self.is_there = False
        self.parts: list[str] = []
        self._depth = 0
        self._is_ours = _ID in svg
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = self._parser.ordered_attributes = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = self._check_doctype
        self._parser.SkippedEntityHandler = self._refuse
        self._parser.Parse(svg, True)

    def _check_doctype(self, _name: str, _system: str | None, _public: str | None, has_definitions: int) -> None:
        """What a file defines can expand a line of it to gigabytes. Another file that a DOCTYPE names is not read."""
        if has_definitions:
            self._refuse()

    def _refuse(self, *_: object) -> None:
        raise Fault(tr(_DOCTYPE) if self._is_ours else tr(_FOREIGN))

    def _start(self, name: str, attributes: list[str]) -> None:
        names, values = attributes[::2], attributes[1::2]
        if self._depth or (name.rpartition(":")[2] == "metadata" and ("id", _ID) in zip(names, values, strict=True)):
            self._depth += 1
            self.is_there = True
            self._parser.CharacterDataHandler = self.parts.append

    def _end(self, _: str) -> None:
        if self._depth:
            self._depth -= 1
            if not self._depth:
                self._parser.CharacterDataHandler = None
