"""How disagreements, decisions and values read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.adjudication import Kind
from annotation.agreement.extent import merged
from annotation.operations.blinding import LETTERS
from annotation.records import Annotator, Decision, Outcome, Span
from gui.views.review.people import people_of
from gui.views.review.words import (
    SHAPES,
    cluster_title,
    decision_text,
    kind_meaning,
    kind_text,
    outcome_text,
    quote_pieces,
    shared_by_all,
    value_text,
)
from tests.annotation.adjudication.tables import compared, draft_of, only
from tests.annotation.agreement.labels import CODEBOOK, TEXT, mention, record, span

NAMES = {"anna": "Anna", "ben": "Ben", "rita": "Rita"}
SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: Span(pair[0], sum(pair))), max_size=3
)


def test_every_kind_has_a_word_a_sentence_and_a_shape_of_its_own() -> None:
    assert len({kind_text(kind) for kind in Kind}) == len(Kind)
    assert all(kind_meaning(kind).endswith(".") for kind in Kind)
    assert len({SHAPES[kind] for kind in Kind}) == len(Kind)


def test_words_that_not_all_have_are_told_apart() -> None:
    pieces = quote_pieces([span("Le Parlement de Brume")], [span("Parlement")], TEXT)
    assert pieces == [("Le ", True), ("Parlement", False), (" de Brume", True)]


def test_long_words_that_all_have_are_cut_in_the_middle_and_differences_never() -> None:
    whole, most = Span(0, 170), Span(0, 160)
    (shared, own), (rest, differs) = quote_pieces([whole], [most], TEXT)
    assert " … " in shared
    assert len(shared) < 80
    assert (own, differs) == (False, True)
    assert rest == TEXT[160:170]
    (alone,) = quote_pieces([whole], [], TEXT)
    assert alone == (TEXT[:170], True)


def test_parts_of_a_quote_are_joined_by_a_gap() -> None:
    parts = [span("Le Parlement"), span("Union")]
    assert quote_pieces(parts, parts, TEXT) == [("Le Parlement", False), (" […] ", False), ("Union", False)]


@given(SPANS, SPANS)
def test_no_word_is_lost_or_doubled(spans: list[Span], shared: list[Span]) -> None:
    for one in spans:
        said = "".join(words for words, _own in quote_pieces([one], merged(shared), TEXT))
        assert said == TEXT[one.start : one.end] or " … " in said


def test_what_all_share_is_the_common_part() -> None:
    cluster = only(compared(mention("1", "anna", "Le Parlement"), mention("2", "ben", "Parlement de Brume")))
    assert shared_by_all(cluster.row("role:mention")) == (span("Parlement"),)
    one = only(
        compared(
            record("1", "anna", "source", cue="Selon", source="le ministre"),
            record("2", "ben", "source", cue="Selon"),
        )
    )
    assert shared_by_all(one.row("role:source")) == ()


def test_values_read_as_people_say_them() -> None:
    comparison = compared(
        record("s1", "anna", "source", source="le ministre", cue="accuse", speaker="vernay"),
        record("f1", "anna", "figure", mention="12 millions", source="s1", vague=False, value="12000"),
    )  # fmt: skip
    figure, source = CODEBOOK.layers[1], CODEBOOK.layers[2]
    referents = comparison.referents

    def read(layer: object, key: str, value: object) -> str:
        field = layer.field(key)  # type: ignore[attr-defined]
        return value_text(field, value, referents)  # type: ignore[arg-type]

    assert read(figure, "source", "s1") == "le ministre"
    assert read(figure, "source", "gone") == "…"
    assert read(figure, "vague", False) == "no"
    assert read(figure, "value", "12000") == "12\u202f000"
    assert read(figure, "value", None) == "–"
    assert read(source, "speaker", "vernay") == "Odile Vernay"
    assert read(source, "speech", "direct") == "Direct"
    assert value_text(source.roles[0], (), referents) == "–"
    assert cluster_title(comparison.clusters[0], comparison) == "le ministre"


def test_outcomes_read_as_sentences() -> None:
    draft = draft_of(compared(mention("1", "anna", "Brume", "GPE"), mention("2", "ben", "Brume", "LOC")))
    assert outcome_text(draft, NAMES) == "Still open: Type"
    assert outcome_text(draft.take("ben"), NAMES) == "Taken from Ben"
    assert outcome_text(draft.reject(), NAMES) == "Rejected"
    assert outcome_text(draft.edit("field:type", "ORG"), NAMES) == "Edited"
    alone = draft_of(compared(mention("1", "anna", "Brume", "GPE")))
    assert outcome_text(alone, NAMES).startswith("Nothing chosen yet")


@pytest.mark.parametrize("outcome", list(Outcome))
def test_a_decision_names_the_reviewer(outcome: Outcome) -> None:
    decision = Decision(
        id="d", article="a", layer="entity", reviewer="rita", outcome=outcome, records=(), taken="anna"
    )
    assert decision_text(decision, NAMES, NAMES).endswith(" by Rita")


def annotators(*names: str) -> dict[str, Annotator]:
    return {name: Annotator(id=name, name=name) for name in names}


def test_initials_tell_people_apart() -> None:
    assert [p.initials for p in people_of(["Anna", "Ben"], annotators("Anna", "Ben"))] == ["A", "B"]
    assert [p.initials for p in people_of(["Anna", "Axel"], annotators("Anna", "Axel"))] == ["An", "Ax"]
    alike = ["Annabel", "Annabelle"]
    assert len({p.initials for p in people_of(alike, annotators(*alike))}) == 2


def test_letters_and_hues_last_for_any_number_of_people() -> None:
    names = [f"P{number}" for number in range(30)]
    people = people_of(names, annotators(*names))
    letters = [person.letter for person in people if person.letter]
    assert "".join(letters) == LETTERS
    assert len({person.hue for person in people[:8]}) == 8


def test_people_who_are_not_in_the_project_are_left_out() -> None:
    assert [p.name for p in people_of(["Anna", "Nobody"], annotators("Anna"))] == ["Anna"]
