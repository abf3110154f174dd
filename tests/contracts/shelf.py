"""A few articles in memory, with everything in them that makes formats stumble."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from annotation.codebook import built_in_codebook
from annotation.records import (
    GOLD,
    Annotation,
    Annotator,
    Article,
    Decision,
    Entity,
    Json,
    Outcome,
    Span,
    Status,
    digest,
)

CLARA = Annotator(id="p-clara", name="Clara")
TEXTS = (
    "Grève à l’hôpital\n\n« Nous n’avons pas le choix », a déclaré la ministre. Il manque 1 200 lits 🏥.",
    "Line one\r\nof a text with CRLF,\ttabs & <tags> “quotes”, “double\u00a0; separators”.\r\n",
    "قال الوزير إن الاتفاق قريب. الاتفاق قريب.",
    "e\u0301te\u0301 — 👩‍🚒 said 👍🏽 — été",
    "",
)


@dataclass(frozen=True)
class Shelf:
    """A Reader of articles that are kept in memory."""

    texts: Mapping[str, str]
    records: tuple[Annotation, ...] = ()
    decided: tuple[Decision, ...] = ()
    registry: tuple[Entity, ...] = ()

    @property
    def codebook_toml(self) -> str:
        return built_in_codebook()

    def count_articles(self) -> int:
        return len(self.texts)

    def articles(self) -> Iterator[Article]:
        for number, (id_, text) in enumerate(self.texts.items()):
            yield Article(
                id=id_,
                title=f"Article {number} : « tête » 🗞",
                text_sha256=digest(text),
                length=len(text),
                lang="fr" if number == 0 else "",
                outlet="Le Quotidien" if number == 0 else None,
                authors=("A. B.", "Ç. D.") if number == 0 else (),
                published="2026-03-01" if number == 0 else None,
                metadata={"rubric": ["a", 1, None]} if number == 0 else {},
            )

    def text(self, article: Article) -> str:
        return self.texts[article.id]

    def annotations(self, article: Article) -> list[Annotation]:
        return [record for record in self.records if record.article == article.id]

    def decisions(self, article: Article) -> list[Decision]:
        return [decision for decision in self.decided if decision.article == article.id]

    def entities(self) -> Iterator[Entity]:
        return iter(self.registry)

    def annotators(self) -> dict[str, Annotator]:
        return {person.id: person for person in (CLARA, GOLD)}


def full_shelf() -> Shelf:
    """Articles with overlapping, nested, discontinuous, empty and referring records, and a decision."""
    texts = {f"a{number}": text for number, text in enumerate(TEXTS)}
    stance: dict[str, Json] = {
        "holder": {"annotation": "s1"},
        "target": {"concept": "grève"},
        "polarity": "against",
    }
    records = (
        record("e1", "entity", texts, {"mention": ["la ministre"]}, {"type": "PER", "entity": "ministre"}),
        record("f1", "figure", texts, {"mention": ["1 200 lits 🏥"]}, {"kind": "cardinal", "value": "1200"}),
        record(
            "s1",
            "source",
            texts,
            {
                "source": ["la ministre"],
                "cue": ["a déclaré"],
                "content": ["Nous n’avons pas le choix", "Il manque"],
            },
            {"speech": "direct", "speaker": "ministre"},
        ),
        record("t1", "stance", texts, {"evidence": ["Nous n’avons pas le choix", "1 200 lits 🏥"]}, stance),
        record("t2", "stance", texts, {}, {"polarity": "neutral"}),
        record("x1", "entity", texts, {"mention": ["<tags> “quotes”, “double\u00a0; separators”"]}, {}, "a1"),
        record("x2", "entity", texts, {"mention": ["الوزير"]}, {"type": "PER"}, "a2"),
        record("x3", "entity", texts, {"mention": ["👩‍🚒"]}, {"type": "PER"}, "a3"),
        record("x4", "entity", texts, {"mention": ["👩‍🚒 said 👍🏽"]}, {"type": "MISC"}, "a3"),
    )
    decision = Decision(
        id="d1", article="a0", layer="entity", reviewer=GOLD.id, outcome=Outcome.AGREED, records=("e1",)
    )
    minister = Entity(id="ministre", name="la ministre", type="PER", aliases=("Mme la ministre",))
    return Shelf(texts, records, (decision,), (minister,))


def empty_shelf() -> Shelf:
    return Shelf({})


def record(
    id_: str,
    layer: str,
    texts: Mapping[str, str],
    quotes: Mapping[str, list[str]],
    features: Mapping[str, Json],
    article: str = "a0",
) -> Annotation:
    """An annotation of Clara's whose spans are where the quotes first stand in the text."""
    spans = {role: tuple(place(texts[article], quote) for quote in found) for role, found in quotes.items()}
    return Annotation(
        id=id_,
        article=article,
        annotator=CLARA.id,
        layer=layer,
        spans=spans,
        features=features,
        status=Status.EDITED,
        origin="Clara",
        note="« note »\non two lines" if id_ == "s1" else "",
    )


def place(text: str, quote: str) -> Span:
    start = text.index(quote)
    return Span(start, start + len(quote))
