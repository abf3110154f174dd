"""Kinds of statements have the variables that networks are made of first, and no name twice."""

from annotation.codebook import built_in_codebook, load_codebook
from annotation.exporters._dna_types import BOOLEAN, INTEGER, StatementType, statement_types


def types(*, every: bool = False, scale: bool = True) -> list[StatementType]:
    found = load_codebook(built_in_codebook())
    return list(statement_types(found, ("DNA Statement", "Attribution"), every=every, scale=scale))


def test_stances_and_attributions_come_first_and_others_only_where_all_are_wanted() -> None:
    assert [one.label for one in types()] == ["DNA Statement", "Attribution"]
    assert [one.label for one in types(every=True)][2:] == ["entity", "figure"]


def test_a_stance_has_person_organization_concept_and_agreement() -> None:
    names = [one.name for one in types()[0].variables]
    assert names[:5] == ["person", "organization", "concept", "agreement", "target"]
    assert {"intensity", "stance_type", "note"} < set(names)
    assert not {"holder", "polarity"} & set(names)


def test_an_agreement_is_a_number_or_yes_and_no() -> None:
    assert [types(scale=scale)[0].variables[3].type for scale in (True, False)] == [INTEGER, BOOLEAN]


def test_no_kind_has_two_variables_of_a_name() -> None:
    for one in types(every=True):
        names = [variable.name.casefold() for variable in one.variables]
        assert len(names) == len(set(names))
