"""The sample's annotations fit the articles, the codebook and each other."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from tests.resources.sample import (
    ABOUT_RECORDS,
    QuoteError,
    Record,
    annotated_ids,
    article_ids,
    as_seen_by,
    codebook,
    files,
    locate,
    read_all_records,
    read_records,
    read_table,
    read_text,
    spans,
)

CODEBOOK = codebook()
LAYERS = CODEBOOK["layer"]
NUMBERS = ("value", "value_min", "value_max")


def roles_of(record: Record) -> dict[str, object]:
    return {key: value for key, value in record.values.items() if key in LAYERS[record.layer]["role"]}


def names_of(article: str, annotator: str) -> dict[str, str]:
    """{name: layer} of an annotator's records of an article."""
    return {
        record.values["name"]: record.layer
        for record in read_records(article)
        if record.annotator == annotator and "name" in record.values
    }


def by_annotator(article: str) -> dict[str, dict[str, Record]]:
    found: dict[str, dict[str, Record]] = {}
    for record in read_records(article):
        if "name" in record.values:
            found.setdefault(record.annotator, {})[record.values["name"]] = record
    return found


# ---------------------------------------------------------------- the files


def test_every_article_has_a_text_and_every_text_an_article() -> None:
    assert sorted(article_ids()) == [path.stem for path in files("articles/*.txt")]


def test_every_title_is_the_first_line_and_an_empty_line_follows() -> None:
    for row in read_table("articles.toml")["article"]:
        assert read_text(row["id"]).split("\n")[:2] == [row["title"], ""]


def test_every_annotation_file_is_named_for_its_article() -> None:
    for article in annotated_ids():
        assert read_table("annotations", f"{article}.toml")["article"] == article
        assert article in article_ids()


def test_the_queue_names_articles_and_annotators_that_exist() -> None:
    project = read_table("project.toml")
    states = {"todo", "started", "done", "skipped", "flagged"}
    assert [row["article"] for row in project["assignment"]] != []
    assert sorted(row["article"] for row in project["assignment"]) == sorted(article_ids())
    for row in project["assignment"]:
        assert set(row["annotators"]) <= set(project["annotators"])
        assert set(row["annotators"].values()) <= states


def test_the_queue_agrees_with_what_was_annotated() -> None:
    for row in read_table("project.toml")["assignment"]:
        busy = {annotator for annotator, state in row["annotators"].items() if state != "todo"}
        annotated = row["article"] in annotated_ids()
        table = read_table("annotations", f"{row['article']}.toml") if annotated else {"annotators": []}
        assert busy == set(table["annotators"])


# ---------------------------------------------------------------- quotes


@pytest.mark.parametrize("article", annotated_ids())
def test_every_quote_stands_in_its_article_at_one_place(article: str) -> None:
    text = read_text(article)
    for record in read_records(article):
        for role, given in roles_of(record).items():
            try:
                spans(text, given)
            except QuoteError as error:
                pytest.fail(f"{record.where}, {role}: {error}")


@pytest.mark.parametrize("article", annotated_ids())
def test_the_spans_of_a_role_are_in_text_order_and_apart(article: str) -> None:
    text = read_text(article)
    for record in read_records(article):
        for given in roles_of(record).values():
            found = spans(text, given)
            assert all(left[1] < right[0] for left, right in pairwise(found)), record.where


@pytest.mark.parametrize("article", annotated_ids())
def test_no_span_begins_or_ends_inside_a_word_or_on_a_space(article: str) -> None:
    text = read_text(article)
    for record in read_records(article):
        for given in roles_of(record).values():
            for start, end in spans(text, given):
                assert text[start:end] == text[start:end].strip(), record.where
                assert not (text[start - 1].isalnum() and text[start].isalnum()), record.where
                assert not (text[end - 1].isalnum() and text[end].isalnum()), record.where


def test_a_quote_that_stands_twice_needs_its_place() -> None:
    text = "Selon Paris, Paris a raison."
    with pytest.raises(QuoteError, match="2 times"):
        locate(text, "Paris")
    assert locate(text, {"quote": "Paris", "nth": 2}) == (13, 18)
    assert locate(text, {"quote": "Paris", "in": "Selon Paris"}) == (6, 11)


def test_a_place_that_the_text_does_not_have_is_refused() -> None:
    with pytest.raises(QuoteError, match="number 3"):
        locate("Paris et Paris", {"quote": "Paris", "nth": 3})
    with pytest.raises(QuoteError, match="0 times"):
        locate("Paris", {"quote": "Paris", "in": "à Paris"})


def test_a_space_in_a_quote_stands_for_a_no_break_space() -> None:
    assert locate("il a dit\u00a0: «\u00a0oui\u202f!\u00a0»", "« oui ! »") == (11, 20)


# ---------------------------------------------------------------- the codebook


def test_every_key_is_a_role_or_a_field_and_every_tag_is_known() -> None:
    for record in read_all_records():
        roles, fields = LAYERS[record.layer]["role"], LAYERS[record.layer]["field"]
        for key, value in record.values.items():
            assert key in ABOUT_RECORDS | set(roles) | set(fields), record.where
            tagset = fields.get(key, {}).get("tagset")
            assert tagset is None or value in CODEBOOK["tagset"][tagset], record.where


def test_no_record_lacks_a_required_role_or_field_or_has_no_span() -> None:
    for record in read_all_records():
        layer = LAYERS[record.layer]
        needed = {
            key for kind in ("role", "field") for key, row in layer[kind].items() if row.get("required")
        }
        assert needed <= set(record.values), record.where
        assert roles_of(record), record.where


def test_every_number_is_an_exact_decimal_in_quotes() -> None:
    found = [
        (record, record.values[key])
        for record in read_all_records()
        for key in NUMBERS
        if key in record.values
    ]
    assert found
    for record, number in found:
        assert isinstance(number, str), record.where
        assert f"{Decimal(number):f}" == number, record.where


def test_a_range_has_two_ends_and_every_other_figure_one_value_or_is_vague() -> None:
    for record in (record for record in read_all_records() if record.layer == "figure"):
        given = {key for key in NUMBERS if key in record.values}
        if record.values.get("comparator") == "range":
            assert given == {"value_min", "value_max"}, record.where
            assert Decimal(record.values["value_min"]) < Decimal(record.values["value_max"]), record.where
        else:
            assert given == (set() if record.values.get("vague") else {"value"}), record.where


def test_only_accepted_and_edited_records_are_given() -> None:
    given = Counter(record.values.get("status", "accepted") for record in read_all_records())
    assert set(given) == {"accepted", "edited"}


# ---------------------------------------------------------------- references


@pytest.mark.parametrize("article", annotated_ids())
def test_no_annotator_uses_a_name_twice(article: str) -> None:
    used = Counter(
        (record.annotator, record.values["name"])
        for record in read_records(article)
        if "name" in record.values
    )
    assert [name for name, times in used.items() if times > 1] == []


def references(record: Record) -> Iterator[tuple[dict[str, Any], Any]]:
    """The reference fields of a record that hold a value, each with it."""
    for key, field in LAYERS[record.layer]["field"].items():
        if field["kind"] == "reference" and key in record.values:
            yield field, record.values[key]


def test_every_reference_leads_to_a_record_of_a_layer_that_the_codebook_allows() -> None:
    followed = 0
    for record in read_all_records():
        names = names_of(record.article, record.annotator)
        for field, value in references(record):
            name = value.get("annotation") if isinstance(value, dict) else value
            if name is not None:
                assert names.get(name) in field.get("layers", LAYERS), (record.where, name)
                followed += 1
    assert followed > 100


def test_what_a_reference_points_at_is_of_a_kind_that_the_codebook_allows() -> None:
    for record in read_all_records():
        for field, value in references(record):
            kinds = list(value) if isinstance(value, dict) else ["annotation"]
            assert len(kinds) == 1, record.where
            assert kinds[0] in field.get("to", ["annotation"]), record.where
            assert isinstance(value, dict) == ("to" in field), record.where


def test_the_registry_has_every_name_that_is_used_and_none_besides() -> None:
    used = set()
    for record in read_all_records():
        used |= {record.values[key] for key in ("entity", "speaker") if key in record.values}
        used |= {
            record.values[key]["entity"]
            for key in ("holder", "target")
            if "entity" in record.values.get(key, {})
        }
    keys = [row["key"] for row in read_table("entities.toml")["entity"]]
    assert len(keys) == len(set(keys))
    assert set(keys) == used


def test_the_registry_has_types_of_the_codebook_and_no_alias_of_two_names() -> None:
    rows = read_table("entities.toml")["entity"]
    assert {row["type"] for row in rows} <= set(CODEBOOK["tagset"]["entity_type"])
    spelled = Counter(name.casefold() for row in rows for name in {row["name"], *row.get("aliases", [])})
    assert [name for name, times in spelled.items() if times > 1] == []


def test_a_wikidata_id_is_given_once_and_looks_like_one() -> None:
    ids = [row["wikidata"] for row in read_table("entities.toml")["entity"] if "wikidata" in row]
    assert len(ids) == len(set(ids)) >= 10
    assert all(id_[0] == "Q" and id_[1:].isdigit() for id_ in ids)


# ---------------------------------------------------------------- two annotators and a reviewer


def twice_annotated() -> list[dict[str, Any]]:
    tables = [read_table("annotations", f"{article}.toml") for article in annotated_ids()]
    return [table for table in tables if len(table["annotators"]) == 2]


def labels_of(annotator: str, row: dict[str, Any], annotators: list[str]) -> dict[str, Any]:
    seen = as_seen_by(annotator, row, annotators)
    return {key: value for key, value in seen.items() if key not in ABOUT_RECORDS}


def test_two_annotators_agree_on_most_records_and_differ_in_some() -> None:
    assert len(twice_annotated()) >= 4
    for table in twice_annotated():
        first, second = table["annotators"]
        rows = [row for layer in LAYERS for row in table[layer]]
        shared = [row for row in rows if "by" not in row]
        same = [
            row
            for row in shared
            if labels_of(first, row, [first, second]) == labels_of(second, row, [first, second])
        ]
        assert len(rows) > len(shared) > len(same) > 0.55 * len(rows), table["article"]


def test_the_annotators_differ_in_spans_labels_fields_and_references_and_overlook_records() -> None:
    changed: set[str] = set()
    for table in twice_annotated():
        for layer in LAYERS:
            for row in table[layer]:
                changed |= {"missed"} if "by" in row else set()
                changed |= {f"{layer}.{key}" for name in table["annotators"] for key in row.get(name, {})}
    expected = {
        "missed",
        "entity.mention",
        "entity.type",
        "figure.mention",
        "figure.comparator",
        "figure.source",
    }
    expected |= {"source.source", "source.cue", "source.content", "source.speech", "source.parent"}
    expected |= {"stance.evidence", "stance.polarity", "stance.intensity", "stance.holder", "stance.target"}
    assert expected <= changed


def test_an_annotators_table_changes_only_what_it_says() -> None:
    row = {
        "mention": "Paris",
        "type": "GPE",
        "note": "x",
        "by": ["Noah"],
        "Noah": {"type": "LOC", "note": ""},
    }
    assert as_seen_by("Noah", row, ["Camille", "Noah"]) == {"mention": "Paris", "type": "LOC"}
    assert as_seen_by("Camille", row, ["Camille", "Noah"]) == {"mention": "Paris", "type": "GPE", "note": "x"}


def test_every_decision_points_at_records_of_its_layer() -> None:
    table = read_table("decisions.toml")
    known = by_annotator(table["article"])
    assert len(table["decision"]) >= 5
    for decision in table["decision"]:
        for annotator, name in decision["records"].items():
            assert known[annotator][name].layer == decision["layer"], decision


def test_every_decision_has_an_outcome_that_its_other_keys_fit() -> None:
    for decision in read_table("decisions.toml")["decision"]:
        outcome, gold = decision["outcome"], decision.get("gold", {})
        has_from = decision.get("from") in decision["records"]
        assert has_from == (outcome in {"taken", "mixed", "edited"}), decision
        assert bool(gold) == (outcome in {"mixed", "edited", "added"}), decision
        assert bool(decision["records"]) == (outcome != "added"), decision
        assert decision["reason"] in CODEBOOK["reason"], decision


def test_a_gold_record_has_roles_fields_and_quotes_that_fit() -> None:
    table = read_table("decisions.toml")
    text = read_text(table["article"])
    outcomes = set()
    for decision in table["decision"]:
        outcomes.add(decision["outcome"])
        layer = LAYERS[decision["layer"]]
        for key, value in decision.get("gold", {}).items():
            assert key in layer["role"] or key in layer["field"], decision
            if key in layer["role"]:
                assert spans(text, value)
    assert outcomes == {"taken", "mixed", "edited", "added", "rejected"}
