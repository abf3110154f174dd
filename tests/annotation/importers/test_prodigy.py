import json

from annotation.records import Status
from tests.annotation.importers.reading_samples import (
    articles,
    read_bytes,
    reasons,
    records,
    refusal,
    relations,
    sample,
)


def test_answers_decide_the_status() -> None:
    found = sample("prodigy/tasks.jsonl")
    assert [record.status for record in records(found)] == [
        Status.ACCEPTED, Status.ACCEPTED, Status.ACCEPTED, Status.REJECTED, Status.SUGGESTED,
    ]  # fmt: skip
    assert records(found)[-1].annotator == "machine"


def test_two_annotators_of_a_text_are_two_people_on_one_article() -> None:
    first, *_rest = articles(sample("prodigy/tasks.jsonl"))
    assert [person.name for person in first.annotators] == ["news-anna", "news-ben"]


def test_relations_are_found_by_place_and_those_of_nothing_said() -> None:
    found = sample("prodigy/tasks.jsonl")
    assert relations(articles(found)[0]) == [("Anne Roche", "visits", "Brest")]
    assert reasons(found) == [
        "One entry has no text and was left out: number 5.",
        "One relation names a mark that is not there, and was left out.",
    ]


def test_relations_are_found_by_tokens_where_places_are_not_given() -> None:
    spans = [
        {"start": 0, "end": 4, "label": "PER", "token_end": 0},
        {"start": 5, "end": 10, "label": "LOC", "token_end": 1},
    ]
    links = [{"head": 0, "child": 1, "label": "in"}]
    row = json.dumps({"text": "Anne Brest", "_task_hash": 1, "spans": spans, "relations": links})
    assert relations(articles(read_bytes("prodigy", row))[0]) == [("Anne", "in", "Brest")]


def test_a_task_without_an_answer_is_accepted() -> None:
    row = '{"text": "Anne", "spans": [{"start": 0, "end": 4, "label": "PER", "source": "m"}]}'
    (record,) = records(read_bytes("prodigy", row))
    assert record.status is Status.ACCEPTED
    assert record.features == {"type": "PER", "source": "m"}


def test_tasks_without_texts_are_refused() -> None:
    assert refusal("prodigy", '{"image": "a"}')
