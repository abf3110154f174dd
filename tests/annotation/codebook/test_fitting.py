"""A value goes on as a value of another kind where it says the same there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.codebook.fitting import fit
from annotation.fields import FIELD_KINDS, Field, Tag, kind_of
from annotation.records import Json

TAGS = (Tag(id="hot", label={"en": "Hot", "fr": "Chaude"}), Tag(id="cold"))
OTHERS = (Tag(id="h", label={"en": "hot"}), Tag(id="cold"))
POINTING = ("annotation", "entity", "concept")


def field(kind: str, **values: object) -> Field:
    return Field(id="f", kind=kind, **values)  # type: ignore[arg-type]


CHOICE, TREE = field("choice", tags=TAGS), field("tree", tags=OTHERS)
SEVERAL = field("choice", tags=TAGS, multiple=True)


@pytest.mark.parametrize(
    ("value", "old", "new", "made"),
    [
        ("12", field("text"), field("number"), "12"),
        ("a dozen", field("text"), field("number"), None),
        ("1.5", field("number"), field("text"), "1.5"),
        ("12", field("number"), field("number", most="10"), None),
        ("hot", CHOICE, TREE, "h"),
        ("cold", CHOICE, TREE, "cold"),
        ("Chaude", field("text"), CHOICE, "hot"),
        ("hot", CHOICE, SEVERAL, ["hot"]),
        (["hot"], SEVERAL, CHOICE, "hot"),
        (["hot", "cold"], SEVERAL, CHOICE, None),
        (["hot", "cold"], SEVERAL, field("text"), "hot, cold"),
        ("oui", field("text"), field("boolean"), True),
        (True, field("boolean"), field("text"), "true"),
        ("2026-03", field("text"), field("date"), "2026-03"),
        ("r1", field("reference"), field("reference", to=POINTING), {"annotation": "r1"}),
        ({"annotation": "r1"}, field("reference", to=POINTING), field("reference"), "r1"),
        ({"concept": "peace"}, field("reference", to=POINTING), field("text"), "peace"),
        ({"entity": "otan"}, field("reference", to=POINTING), field("entity"), "otan"),
        ("otan", field("entity"), field("reference", to=POINTING), {"entity": "otan"}),
        ("peace", field("text"), field("reference", to=POINTING), {"concept": "peace"}),
        ({"concept": "peace"}, field("reference", to=POINTING), field("reference", to=("entity",)), None),
    ],
)
def test_what_can_go_on_does(value: Json, old: Field, new: Field, made: Json) -> None:
    assert fit(value, old, new) == made


VALUES = st.sampled_from(
    ["hot", "12", "oui", ["hot"], ["hot", "cold"], True, {"entity": "e"}, {"concept": "c"}, "2026", None, 3]
)
FIELDS = st.sampled_from(
    [field(name, tags=TAGS, to=to, multiple=several)
     for name in FIELD_KINDS.names for to in (("annotation",), POINTING)
     for several in ((False, True) if FIELD_KINDS[name].several else (False,))]
)  # fmt: skip


@given(value=VALUES, old=FIELDS, new=FIELDS)
def test_what_goes_on_is_a_value_of_the_new_field(value: Json, old: Field, new: Field) -> None:
    made = fit(value, old, new)
    assert made is None or kind_of(new).admit(made, new) == made
