"""What holds for every strategy of automatic merge."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotation.adjudication import STRATEGIES, Skill, Terms, Trusted, propose
from annotation.records import Annotation
from tests.annotation.adjudication.tables import blank_draft, compared
from tests.annotation.agreement.labels import CODEBOOK, mention

each_strategy = pytest.mark.parametrize("name", STRATEGIES.names)
PEOPLE = ("anna", "ben", "cleo")
TERMS = Terms(annotator="ben", trust=Trusted(skills={"anna": Skill(fills=0.9)}))
SAID = st.fixed_dictionaries(
    {
        who: st.none() | st.tuples(st.sampled_from(["Union", "l’Union"]), st.sampled_from(["ORG", "GPE"]))
        for who in PEOPLE
    }
)


def records(said: dict[str, tuple[str, str] | None]) -> list[Annotation]:
    return [mention(f"{who}1", who, one[0], one[1]) for who, one in said.items() if one]


@each_strategy
@settings(max_examples=40)
@given(said=SAID)
def test_it_decides_whole_clusters_the_same_in_any_order(
    name: str, said: dict[str, tuple[str, str] | None]
) -> None:
    found = records(said)
    one = propose(compared(*found, people=PEOPLE), CODEBOOK, STRATEGIES[name], TERMS)
    other = propose(compared(*reversed(found), people=PEOPLE), CODEBOOK, STRATEGIES[name], TERMS)
    assert all(draft.complete for draft in one.drafts)
    assert [draft.gold() for draft in one.drafts] == [draft.gold() for draft in other.drafts]
    assert one.open + one.settled + len(one.drafts) == one.clusters


@each_strategy
def test_what_everybody_says_is_decided_so(name: str) -> None:
    said = compared(*records(dict.fromkeys(PEOPLE, ("Union", "ORG"))), people=PEOPLE)
    draft = STRATEGIES[name].choose(blank_draft(said), TERMS)
    gold = draft.gold()
    assert gold is not None
    assert gold.features["type"] == "ORG"


@each_strategy
def test_nobody_is_decided_about_without_votes(name: str) -> None:
    """An annotator who did not work on the article is not followed there."""
    alone = compared(mention("1", "anna", "Union"), mention("2", "ben", "Union", "GPE"))
    draft = STRATEGIES[name].choose(blank_draft(alone), Terms(annotator="nobody"))
    assert not draft.complete
