import json

from annotation.records import Status
from tests.annotation.importers.reading_samples import (
    articles,
    quotes,
    read_bytes,
    reasons,
    records,
    refusal,
    relations,
    sample,
)

TASKS = "label-studio/tasks.json"


def test_regions_of_annotators_are_accepted_and_predictions_suggested() -> None:
    (article,) = articles(sample(TASKS))
    found = [
        (quotes(article, record)["mention"][0], record.status, record.annotator)
        for record in article.annotations
    ]
    anna = next(person.id for person in article.annotators if person.name == "anna@example.org")
    assert found == [
        ("Anne Roche", Status.ACCEPTED, anna),
        ("Brest", Status.ACCEPTED, anna),
        ("Anne Roche", Status.SUGGESTED, "machine"),
    ]
    assert (article.annotations[2].origin, article.annotations[2].confidence) == ("label-studio/m1", 0.7)


def test_what_was_said_of_a_region_is_its_feature() -> None:
    assert records(sample(TASKS))[0].features["mention_level"] == "NAM"


def test_choices_for_the_text_are_kept_with_it() -> None:
    (article,) = articles(sample(TASKS))
    assert article.article.metadata["choices"] == [
        {"name": "topic", "value": ["Santé"], "annotator": "anna@example.org"}
    ]
    assert (article.article.outlet, article.article.published) == ("Le Phare", "2026-02-03")


def test_relations_are_kept() -> None:
    assert relations(articles(sample(TASKS))[0]) == [("Anne Roche", "visits", "Brest")]


def test_everything_that_is_left_out_is_said() -> None:
    assert reasons(sample(TASKS)) == [
        "One entry has no text and was left out: number 2.",
        "One mark was left out, because the text has other words at its place: “Quimper”.",
        "One annotation was cancelled by its annotator and left out.",
        "2 × rectanglelabels: marks of something else than text.",
    ]


def test_the_short_format_is_read_too() -> None:
    (article,) = articles(sample("label-studio/min.json"))
    assert [quotes(article, record) for record in article.annotations] == [{"mention": ["Anne Roche"]}]
    assert [person.name for person in article.annotators] == ["label-studio 1"]


def test_positions_in_code_points_are_believed_when_they_give_the_quote() -> None:
    region = (
        '{"id": "a", "type": "labels", "value": {"start": 2, "end": 6, "text": "Anne", "labels": ["PER"]}}'
    )
    task = '[{"data": {"text": "😀 Anne"}, "annotations": [{"completed_by": 1, "result": [' + region + "]}]}]"
    assert len(records(read_bytes("label-studio", task))) == 1


def test_a_region_with_two_labels_is_two_records() -> None:
    region = '{"id": "a", "type": "labels", "value": {"start": 0, "end": 4, "labels": ["PER", "ORG"]}}'
    task = '[{"data": {"text": "Anne"}, "annotations": [{"completed_by": 1, "result": [' + region + "]}]}]"
    assert [record.features["type"] for record in records(read_bytes("label-studio", task))] == ["PER", "ORG"]


def test_another_file_is_refused() -> None:
    assert refusal("label-studio", '[{"a": 1}]')


def test_labels_in_a_web_page_stand_in_its_text() -> None:
    value = {"start": "/p[1]/text()[1]", "startOffset": 0, "endOffset": 3, "text": "Ann",
             "globalOffsets": {"start": 0, "end": 3}, "hypertextlabels": ["PER"]}  # fmt: skip
    result = [{"id": "a", "type": "hypertextlabels", "from_name": "l", "to_name": "h", "value": value}]
    data = {"html": "<p>Ann came.</p><p>She left.</p>"}
    task = {"id": 1, "data": data, "annotations": [{"result": result}]}
    (one,) = articles(read_bytes("label-studio", json.dumps([task])))
    assert one.text == "Ann came.\n\nShe left."
    assert [one.text[span.start : span.end] for span in one.annotations[0].spans["mention"]] == ["Ann"]
