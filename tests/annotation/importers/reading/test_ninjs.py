"""Items of ninjs in their versions."""

import json
from typing import Any

import pytest

from annotation.importers import ImportFailure
from annotation.importers._reading.ninjs import is_ninjs, items_of, ninjs_draft

ITEM: dict[str, Any] = {
    "uri": "urn:1",
    "headline": "The crane",
    "body_text": "One.\n\nTwo.",
    "versioncreated": "2016-05-05T10:37:00Z",
}


def test_the_first_version_is_read() -> None:
    draft = ninjs_draft({**ITEM, "byline": "Ann Lee", "language": "en-GB", "copyrightholder": "Coast Agency"})
    assert (draft.title, draft.text, draft.published) == ("The crane", "One.\n\nTwo.", "2016-05-05T10:37:00Z")
    assert (draft.authors, draft.lang, draft.outlet) == (("Ann Lee",), "en", "Coast Agency")


def test_the_body_with_paragraphs_is_taken() -> None:
    draft = ninjs_draft({**ITEM, "body_text": "One. Two.", "body_xhtml": "<p>One.</p><p>Two.</p>"})
    assert draft.text == "One.\n\nTwo."


def test_an_item_without_text_has_none() -> None:
    assert ninjs_draft({"uri": "urn:2", "type": "picture", "headline": "Dawn"}).text == ""


def test_lists_and_answers_hold_items() -> None:
    assert len(items_of(json.dumps([ITEM, {"x": 1}]))) == 1
    assert len(items_of(json.dumps({"items": [ITEM]}))) == 1
    assert items_of("[]") == []
    assert not is_ninjs([ITEM])


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000])
def test_other_files_are_refused(text: str) -> None:
    with pytest.raises(ImportFailure, match="is not JSON that can be read"):
        items_of(text)


@pytest.mark.parametrize("value", [7, None, [], {}, [1], [{"value": 3}]])
@pytest.mark.parametrize("key", ["headlines", "bodies", "provider", "by", "headline", "language"])
def test_odd_values_do_no_harm(key: str, value: object) -> None:
    assert ninjs_draft({**ITEM, key: value}).own_id == "urn:1"
