"""What a record says is told in the words of the program."""

import pytest

from annotation.exporters._dna_types import LONG, SHORT, Variable
from annotation.exporters._dna_values import StatementValues
from annotation.exporters._sheet import read_sheets
from annotation.records import Json
from tests.annotation.exporters.networks.corpus import corpus, stance
from tests.contracts.shelf import full_shelf

OPTIONS = {"concept": "either", "agreement": "scale"}


def test_words_of_roles_and_fields_are_told_as_they_read() -> None:
    sheet = next(read_sheets(full_shelf(), lambda *now: None))
    source = next(record for record in sheet.records if record.layer == "source")
    values = StatementValues(sheet, source, OPTIONS)
    assert values.of(Variable("words of content", LONG)) == "Nous n’avons pas le choix […] Il manque"
    assert values.of(Variable("words of addressee", LONG)) == ""
    assert values.of(Variable("speech", SHORT, "speech")) == "direct"
    assert values.of(Variable("person", SHORT)) == "la ministre"
    assert values.of(Variable("factuality", SHORT, "factuality")) == ""


@pytest.mark.parametrize(("stated", "told"), [(-3, -3), (2, -1), (None, -1), ("x", -1)])
def test_an_agreement_that_an_import_brought_is_kept_where_it_still_fits(stated: Json, told: int) -> None:
    shelf = corpus(stance("t1", "ana", "tax", "against", agreement=stated))
    sheet = next(read_sheets(shelf, lambda *now: None))
    assert StatementValues(sheet, sheet.records[0], OPTIONS).of(Variable("agreement", "integer")) == told
