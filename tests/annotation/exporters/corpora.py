"""Articles that make formats stumble, drawn at random: astral, combining and right-to-left signs, CRLF, and
records over one another, within one another, in pieces, on the same words, and of every layer."""

from hypothesis import strategies as st

from annotation.exporters._tokens import TokenText
from annotation.records import Annotation, Json, Span, Status
from tests.contracts.shelf import CLARA, Shelf

WORDS = st.sampled_from(
    [
        "Ana",
        "été",
        "e\u0301te\u0301",
        "👩‍🚒",
        "👍🏽",
        "قال",
        "الوزير",
        "a",
        "l’État",
        "10,5",
        "«",
        "x_y",
        "a\\b",
        "\U0010ffff",
    ]
)
GAPS = st.sampled_from([" ", " ", " ", "\r\n", "\n", "\n\n", "\u202f", "\t", ". ", ", ", "\u2028", " | "])
FIELDS: dict[str, st.SearchStrategy[dict[str, Json]]] = {
    "entity": st.sampled_from([{"type": "PER"}, {"type": "MISC"}, {}]),
    "figure": st.sampled_from([{"kind": "cardinal", "value": "1200"}, {"kind": "money"}]),
    "source": st.sampled_from([{"speech": "direct"}, {}]),
    "stance": st.sampled_from([{"polarity": "favor"}, {"polarity": "against", "intensity": "2"}]),
}
ROLES = {
    "entity": ["mention"],
    "figure": ["mention"],
    "source": ["cue", "source", "content"],
    "stance": ["evidence"],
}


@st.composite
def texts(draw: st.DrawFn) -> str:
    """One to twelve words with what may stand between words."""
    words = draw(st.lists(st.tuples(WORDS, GAPS), min_size=1, max_size=12))
    return draw(st.sampled_from(["", " ", "\r\n"])) + "".join(word + gap for word, gap in words)


@st.composite
def shelves(draw: st.DrawFn, *, whole_words: bool = False, layers: tuple[str, ...] = tuple(ROLES)) -> Shelf:
    """One article with up to five records; with `whole_words` they begin and end with tokens."""
    text = draw(texts())
    edges = _token_edges(text) if whole_words else [(n, n + 1) for n in range(len(text))]
    records = [
        draw(_records(number, draw(st.sampled_from(layers)), edges))
        for number in range(draw(st.integers(0, 5)))
    ]
    return Shelf({"a0": text}, tuple(records))


def _token_edges(text: str) -> list[tuple[int, int]]:
    return [(token.idx, token.idx + len(token)) for token in TokenText(text, "").doc if not token.is_space]


@st.composite
def _records(draw: st.DrawFn, number: int, layer: str, edges: list[tuple[int, int]]) -> Annotation:
    roles = draw(st.lists(st.sampled_from(ROLES[layer]), min_size=1, max_size=3, unique=True))
    return Annotation(
        id=f"r{number}",
        article="a0",
        annotator=CLARA.id,
        layer=layer,
        spans={role: draw(_pieces(edges)) for role in roles},
        features=draw(FIELDS[layer]),
        status=draw(st.sampled_from([Status.ACCEPTED, Status.EDITED])),
        origin="Clara",
    )


@st.composite
def _pieces(draw: st.DrawFn, edges: list[tuple[int, int]]) -> tuple[Span, ...]:
    """One to three pieces that do not touch each other."""
    places = sorted(draw(st.lists(st.integers(0, len(edges) - 1), min_size=1, max_size=6, unique=True)))
    found: list[Span] = []
    for first, last in zip(places[::2], places[1::2] or places, strict=False):
        span = Span(edges[first][0], edges[max(first, last)][1])
        if not found or span.start > found[-1].end:
            found.append(span)
    return tuple(found)
