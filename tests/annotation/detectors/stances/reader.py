"""A parsed paragraph ready for the rules of stance, with the suggestions that a test gives it."""

from collections.abc import Mapping, Sequence

import pytest
from spacy.tokens import Token as Node

from annotation.detectors import Document
from annotation.detectors._pipeline import choose_package, load_pipeline
from annotation.detectors._stances.lexicon import load_stances
from annotation.detectors._stances.parties import Parties
from annotation.detectors._stances.reading import read_stances
from annotation.detectors._stances.scene import Scene
from annotation.detectors._stances.syntax import Syntax
from annotation.detectors._text import split_paragraphs
from annotation.records import Json, Span, Suggestion

Names = Mapping[str, str]
"""{words of a mention: its entity type}"""
Said = tuple[str, str, str]
"""The source, the cue and the content of an attribution."""


def document(text: str, code: str = "fr", names: Names | None = None, said: Sequence[Said] = ()) -> Document:
    """A parsed document in which these names and attributions have been suggested."""
    if not choose_package(code):
        pytest.skip(f"no language model for {code} is installed")
    pipeline = load_pipeline(code)
    assert pipeline is not None
    found = [entity(text, words, type_) for words, type_ in (names or {}).items()]
    found += [attribution(text, number, item) for number, item in enumerate(said, 1)]
    return Document(
        text, code, "", tuple(pipeline.parse(split_paragraphs(text))), tuple(found), pipeline.model
    )


def entity(text: str, words: str, type_: str) -> Suggestion:
    """A mention where its words first stand; its key is "e:" and the words."""
    features: dict[str, Json] = {"type": type_, "mention_level": "NAM"}
    return Suggestion(
        key=f"e:{words}", layer="entity", spans={"mention": (place(text, words),)}, features=features
    )


def attribution(text: str, number: int, said: Said) -> Suggestion:
    """An attribution; its speech is direct where the content begins with a quotation mark."""
    roles = zip(("source", "cue", "content"), said, strict=True)
    spans = {role: (place(text, words),) for role, words in roles if words}
    speech = "direct" if said[2][:1] in "«“" else "indirect"
    return Suggestion(key=f"a:{number}", layer="source", spans=spans, features={"speech": speech})


def place(text: str, words: str) -> Span:
    """Where words first stand in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


def scene(text: str, code: str = "fr", names: Names | None = None, said: Sequence[Said] = ()) -> Scene:
    """The first paragraph of a text as the rules see it."""
    lexicon, read = load_stances(code), document(text, code, names, said)
    paragraph = read.paragraphs[0]
    assert paragraph.doc is not None
    return Scene(Syntax(paragraph.doc, lexicon), Parties(read, lexicon), paragraph.start, text)


def node(here: Scene, form: str) -> Node:
    """The first word of a scene with this form."""
    return next(item for item in here.syntax.doc if item.text == form)


def triples(
    text: str, code: str = "fr", names: Names | None = None, said: Sequence[Said] = ()
) -> list[tuple[str, str, str]]:
    """The holder, polarity and target of each stance of a text."""
    read = document(text, code, names, said)
    found = read_stances(read, Parties(read, load_stances(code)))
    return [(item.holder.words, item.polarity, item.target.words) for item in found]
