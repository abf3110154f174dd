import json

import pytest

from annotation.importers import ImportFailure
from annotation.importers._marking.cas import Cas
from annotation.importers._marking.json_cas import parse_json_cas

SOFA = {"%ID": 9, "%TYPE": "uima.cas.Sofa", "sofaID": "_InitialView", "sofaString": "text"}


def parse(*rows: dict[str, object]) -> Cas:
    return parse_json_cas("file", json.dumps({"%FEATURE_STRUCTURES": [SOFA, *rows]}).encode())


def test_features_with_an_at_sign_are_references() -> None:
    row = {
        "%ID": 1,
        "%TYPE": "x.Tie",
        "@sofa": 9,
        "begin": 0,
        "end": 4,
        "@target": 2,
        "@links": [3, 4],
        "value": "a",
    }
    one = parse(row).structures["1"]
    assert (one.sofa, one.begin, one.end) == ("9", 0, 4)
    assert (one.refs, one.values) == ({"target": ["2"], "links": ["3", "4"]}, {"value": "a"})


def test_the_elements_of_an_array_are_references() -> None:
    assert parse({"%ID": 1, "%TYPE": "x[]", "%ELEMENTS": [2, 3]}).structures["1"].refs == {
        "elements": ["2", "3"]
    }


def test_structures_may_be_kept_by_their_ids() -> None:
    data = {"%FEATURE_STRUCTURES": {"9": SOFA, "1": {"%TYPE": "x.A"}}}
    assert set(parse_json_cas("file", json.dumps(data).encode()).structures) == {"1"}


def test_the_text_is_the_sofa_s() -> None:
    assert [view.text for view in parse().views] == ["text"]


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"{}", b"1", b"[" * 100_000])
def test_what_is_no_cas_is_refused(data: bytes) -> None:
    with pytest.raises(ImportFailure):
        parse_json_cas("file", data)
