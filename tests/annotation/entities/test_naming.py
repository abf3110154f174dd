"""Names of an article: mentions that mean the same, under one name."""

from annotation.codebook import built_in_codebook, load_codebook
from annotation.entities import EntityIndex, Name, names_in, words_of
from annotation.fields import Field
from annotation.records import Annotation, Entity, Span

CODEBOOK = load_codebook(built_in_codebook())
TEXT = "Lina Maro critique l’Union verte.\nMaro rejette le plan ; Lina\nMaro part."
PERSON = Entity(id="lina-maro", name="Lina Maro", type="PER", aliases=("Maro",))


def mention(words: str, nth: int = 1, **features: str) -> Annotation:
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    span = Span(start, start + len(words))
    return Annotation(id=f"{words}{nth}", article="a", annotator="me", layer="entity",
                      spans={"mention": (span,)}, features=features)  # fmt: skip


def names(*records: Annotation, registry: tuple[Entity, ...] = ()) -> list[Name]:
    return names_in(TEXT, CODEBOOK, records, EntityIndex(registry))


def test_spellings_that_fold_alike_are_one_name() -> None:
    found = names(mention("Lina Maro"), mention("Lina\nMaro"), mention("Union verte"))
    assert [(name.text, len(name.mentions)) for name in found] == [("Lina Maro", 2), ("Union verte", 1)]
    assert found[0].key == "~lina maro"


def test_mentions_linked_to_one_entity_are_one_name_under_its_canonical_form() -> None:
    found = names(mention("Lina Maro", entity="lina-maro"), mention("Maro", 2, entity="lina-maro"),
                  registry=(PERSON,))  # fmt: skip
    assert [(name.text, name.entity, len(name.mentions)) for name in found] == [("Lina Maro", "lina-maro", 2)]


def test_an_unlinked_mention_joins_the_entity_that_the_same_words_are_linked_to() -> None:
    found = names(mention("Lina Maro"), mention("Lina\nMaro", entity="lina-maro"))
    assert [(name.entity, len(name.mentions)) for name in found] == [("lina-maro", 2)]


def test_an_unlinked_mention_joins_the_entity_of_the_registry_with_that_name() -> None:
    found = names(mention("Maro", 2), registry=(PERSON,))
    assert (found[0].text, found[0].entity) == ("Lina Maro", "lina-maro")


def test_a_linked_mention_whose_entity_is_gone_keeps_its_words() -> None:
    assert names(mention("Maro", 2, entity="nobody"))[0].text == "Maro"


def test_the_words_of_an_attribution_are_those_of_its_source() -> None:
    layer = CODEBOOK.layer("source")
    assert layer
    said = Annotation(id="s", article="a", annotator="me", layer="source",
                      spans={"source": (Span(0, 9),), "content": (Span(34, 50),)})  # fmt: skip
    unsaid = Annotation(
        id="t", article="a", annotator="me", layer="source", spans={"content": (Span(34, 50),)}
    )
    assert words_of(said, layer, TEXT) == "Lina Maro"
    assert [name.text for name in names(said, unsaid)] == ["Lina Maro"]


def test_only_layers_that_are_asked_for_and_name_entities_count() -> None:
    figure = Annotation(id="f", article="a", annotator="me", layer="figure", spans={"mention": (Span(0, 4),)})
    said = Annotation(id="s", article="a", annotator="me", layer="source", spans={"source": (Span(0, 9),)})
    assert not names(figure)
    assert not names_in(TEXT, CODEBOOK, [said], EntityIndex(()), ["entity"])


def test_a_field_that_takes_entities_holds_the_key_and_another_the_nearest_mention() -> None:
    linked, plain = (
        names(mention("Maro", 2), registry=(PERSON,))[0],
        names(mention("Lina Maro"), mention("Lina\nMaro"))[0],
    )
    both = Field(id="holder", kind="reference", to=("entity", "annotation"))
    one = Field(id="parent", kind="reference")
    assert linked.value_for(both, 40) == {"entity": "lina-maro"}
    assert plain.value_for(both, 0) == {"annotation": "Lina Maro1"}
    assert plain.value_for(both, len(TEXT)) == {"annotation": "Lina\nMaro1"}
    assert linked.value_for(one, 40) == "Maro2"
