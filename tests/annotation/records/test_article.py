"""A frozen text is known by what it holds."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from annotation.records import Text, digest


@given(text=st.text())
def test_a_text_is_known_by_the_sha_256_of_its_utf_8(text: str) -> None:
    assert digest(text) == hashlib.sha256(text.encode()).hexdigest()
    assert Text.of(text) == Text(sha256=digest(text), text=text)


def test_half_a_character_has_a_digest_too() -> None:
    assert digest("\ud83d") != digest("\udc4d")
