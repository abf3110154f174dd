"""What speaks for a mention."""

import re

import pytest

from annotation.detectors._entities.evidence import SENTENCES, tell, weigh
from annotation.detectors._language import read_table


@pytest.mark.parametrize("entry", read_table("evidence")["entry"], ids=lambda entry: "+".join(entry["codes"]))
def test_every_entry_has_known_codes_and_a_share(entry: dict[str, list[str] | float]) -> None:
    codes = entry["codes"]
    assert isinstance(codes, list)
    assert set(codes) <= {code for code, _ in SENTENCES}
    assert weigh(tuple(codes)) is not None
    assert 0 < float(str(entry["confidence"])) < 1


def test_more_evidence_for_the_same_is_never_less_sure() -> None:
    assert (weigh(("list", "model")) or 0) > (weigh(("model",)) or 0)
    assert (weigh(("model", "given")) or 0) > (weigh(("model", "repeated")) or 0)
    assert weigh(()) is None


def test_what_decided_is_said_first() -> None:
    assert tell(("model", "given", "repeated")) == "given\nmodel\nrepeated"
    assert tell(("model",)) == "model"


def test_every_code_of_the_rules_has_a_sentence() -> None:
    for code, sentence in SENTENCES:
        assert re.fullmatch(r"[a-z-]+", code)
        assert str(sentence).strip()
