"""A drawing as an SVG: the curves that the canvas shows, and in the metadata a text that says what was drawn."""

from xml.parsers import expat

from engine.ink.strokes import Drawing, Stroke, curve
from engine.io.checked_file import DAMAGED, Fault
from engine.types import CANVAS

_NAMESPACE = "http://www.w3.org/2000/svg"
_ID = "digit-lab-drawing"
# The pixels that it asks to be shown at.
_SIDE = 560
_STEP = 0.25
_DEEPEST, _AT_ONCE = 100, 1 << 20
_FOREIGN = "it holds no strokes of Digit Lab. Save it as PNG where it was made, and open that as a picture."


def to_svg(drawing: Drawing, brush_width: float, text: str) -> str:
    """A picture to scale, white on black, with a text in it that ``text_of`` finds.

    Args:
        drawing: strokes in canvas units; what lies off the canvas is not seen.
        brush_width: in canvas units.
        text: without "<" and "&".
    """
    shapes = "\n".join(_shape(curve(stroke, _STEP), brush_width) for stroke in drawing if len(stroke))
    return (
        f'<svg xmlns="{_NAMESPACE}" viewBox="0 0 {CANVAS} {CANVAS}" width="{_SIDE}" height="{_SIDE}">\n'
        f'<metadata id="{_ID}">\n{text}</metadata>\n'
        f'<rect width="{CANVAS}" height="{CANVAS}" fill="#000"/>\n'
        f'<g fill="none" stroke="#fff" stroke-width="{brush_width:.6g}" '
        f'stroke-linecap="round" stroke-linejoin="round">\n{shapes}\n</g>\n</svg>\n'
    )


def _shape(line: Stroke, width: float) -> str:
    if len(line) == 1:
        # A line of no length is a dot in some programs and nothing in others.
        x, y = line[0].tolist()
        return f'<circle cx="{x:.3f}" cy="{y:.3f}" r="{width / 2:.6g}" fill="#fff" stroke="none"/>'
    points = " ".join(f"{x:.3f},{y:.3f}" for x, y in line.tolist())
    return f'<polyline points="{points}"/>'


def text_of(svg: str) -> str:
    """The text that ``to_svg`` put there. It counts whatever a program has made of the picture since.

    Raises:
        Fault: it is no SVG, is cut off, or has no such text.
    """
    # Looked for before anything is parsed: entities can make gigabytes of a line. Digit Lab writes neither.
    if "<!DOCTYPE" in svg or "<!ENTITY" in svg:
        raise Fault(_FOREIGN)
    found = _Metadata()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = found.start, found.end
    parser.CharacterDataHandler = found.characters
    try:
        # In pieces: the parser goes on to the end of one when a handler has refused.
        for start in range(0, len(svg), _AT_ONCE):
            parser.Parse(svg[start : start + _AT_ONCE])
        parser.Parse("", True)
    except (expat.ExpatError, ValueError):
        raise Fault(DAMAGED) from None
    if found.text is None:
        raise Fault(_FOREIGN)
    return found.text


class _Metadata:
    """Finds the text; nothing else of an SVG is kept."""

    def __init__(self) -> None:
        self._depth, self._inside = 0, False
        self._pieces: list[str] | None = None

    @property
    def text(self) -> str | None:
        return None if self._pieces is None else "".join(self._pieces)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ValueError("nested deeper than any picture")
        if name == f"{_NAMESPACE} metadata" and attributes.get("id") == _ID:
            self._inside, self._pieces = True, self._pieces or []

    def end(self, name: str) -> None:
        self._depth -= 1
        self._inside = self._inside and name != f"{_NAMESPACE} metadata"

    def characters(self, data: str) -> None:
        if self._inside and self._pieces is not None:
            self._pieces.append(data)
