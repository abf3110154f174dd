import pytest

from annotation.importers._marking.registry import link_entities
from annotation.records import Annotation, Json, Span

TEXT = "Anne à Brest"


def mention(features: dict[str, Json], layer: str = "entity") -> Annotation:
    return Annotation(
        id="1", article="a", annotator="b", layer=layer, spans={"mention": (Span(7, 12),)}, features=features
    )


@pytest.mark.parametrize(
    "features",
    [
        {"identifier": "http://www.wikidata.org/entity/Q12193"},
        {"kb_id": "Q12193"},
        {"normalization": [{"reference": "Other:1"}, {"reference": "Wikidata:Q12193", "name": "Brest"}]},
        {"wikidata": "wd:q12193"},
    ],
)
def test_a_mention_that_is_linked_stands_for_an_entity(features: dict[str, Json]) -> None:
    (record,), (entity,) = link_entities(TEXT, [mention({"type": "LOC", **features})])
    assert (entity.name, entity.type, entity.wikidata) == ("Brest", "LOC", "Q12193")
    assert record.features == {"type": "LOC", **features, "entity": entity.id}


@pytest.mark.parametrize(
    "features", [{"kb_id": "NIL"}, {"id": "12"}, {"identifier": None}, {"kb_id": "Q0"}, {}]
)
def test_other_references_stay_as_they_are(features: dict[str, Json]) -> None:
    assert link_entities(TEXT, [mention(features)]) == ((mention(features),), ())


def test_an_entity_is_there_once_and_only_for_mentions() -> None:
    records = [mention({"kb_id": "Q1"}), mention({"kb_id": "Q1"}), mention({"kb_id": "Q2"}, "figure")]
    linked, entities = link_entities(TEXT, records)
    assert len(entities) == 1
    assert linked[2] == records[2]
