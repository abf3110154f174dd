"""What a cluster and its rows say of themselves."""

import pytest

from annotation.records import Span
from tests.annotation.adjudication.tables import compared, only
from tests.annotation.agreement.labels import mention, record, span


def test_a_row_knows_who_said_what() -> None:
    cluster = only(compared(mention("1", "anna", "Parlement"), mention("2", "ben", "Parlement", "GPE")))
    row = cluster.row("field:type")
    assert row.differs
    assert [(option.value, option.annotators) for option in row.options] == [
        ("ORG", ("anna",)),
        ("GPE", ("ben",)),
    ]
    assert (row.option_of("anna"), row.option_of("ben"), row.option_of("cleo")) == (0, 1, None)


def test_a_row_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        only(compared(mention("1", "anna", "Parlement"))).row("field:nothing")


def test_rows_that_nobody_filled_are_empty() -> None:
    cluster = only(compared(record("1", "anna", "source", cue="Selon", negated=False)))
    assert cluster.row("field:speech").is_empty
    assert cluster.row("role:addressee").is_empty
    assert not cluster.row("field:negated").is_empty


def test_a_cluster_stands_where_its_records_stand() -> None:
    cluster = only(compared(mention("1", "anna", "Le Parlement"), mention("2", "ben", "Parlement")))
    assert cluster.spans == (span("Le Parlement"), span("Parlement"))
    assert isinstance(cluster.spans[0], Span)
