"""Nobody who reads an anonymous set learns who annotated it, and the lead can find it out."""

from dataclasses import replace

from annotation.operations.sets.pseudonyms import Pseudonyms
from annotation.project import Project
from annotation.records import GOLD, MACHINE, Annotator, Article, Decision, Entity, Outcome
from tests.annotation.newsroom import annotation

ANNA = Annotator(id="p1", name="Anna Meyer", created="2026-01-01T10:00:00.000Z")
JO = Annotator(id="p2", name="Jo", created="2026-01-02T10:00:00.000Z")
PEOPLE = {one.id: one for one in (MACHINE, GOLD, ANNA, JO)}


def pseudonyms(secret: str = "secret") -> Pseudonyms:
    return Pseudonyms(PEOPLE, secret)


def test_a_name_is_the_same_whoever_joins_later() -> None:
    before = Pseudonyms({ANNA.id: ANNA}, "secret").annotator("p1")
    assert before == pseudonyms().annotator("p1")
    assert before.startswith("annotator-")
    assert before != pseudonyms().annotator("p2")


def test_who_guesses_a_name_cannot_check_it_without_the_project() -> None:
    assert pseudonyms("another").annotator("p1") != pseudonyms().annotator("p1")
    later = replace(ANNA, created="2026-01-01T10:00:00.001Z")
    assert Pseudonyms({"p1": later}, "secret").annotator("p1") != pseudonyms().annotator("p1")


def test_machine_and_gold_keep_their_names() -> None:
    found = pseudonyms().annotators()
    assert found["machine"] == MACHINE
    assert found["gold"] == GOLD
    assert len(found) == 4
    assert not any("Anna" in one.name or one.created for one in found.values())


def test_the_key_says_who_is_who() -> None:
    key = dict(pseudonyms().key)
    assert sorted(key.values()) == ["Anna Meyer", "Jo"]
    assert pseudonyms().name_behind(pseudonyms().annotator("p1")) == "Anna Meyer"
    assert pseudonyms().name_behind("gold") == "gold"
    assert pseudonyms().called("anna meyer") == pseudonyms().annotator("p1")


def test_names_in_what_people_wrote_are_replaced_whole_or_in_part() -> None:
    names = pseudonyms()
    anna, jo = names.annotator("p1"), names.annotator("p2")
    assert names.without_names("ask ANNA MEYER, then jo") == f"ask {anna}, then {jo}"
    assert (
        names.without_names("Meyer says no; Annabel and jokes stay")
        == f"{anna} says no; Annabel and jokes stay"
    )
    assert Pseudonyms({}, "x").without_names("Anna") == "Anna"


def test_a_part_that_several_people_share_says_nothing_of_either() -> None:
    other = Annotator(id="p3", name="Bert Meyer", created="2026-01-03")
    names = Pseudonyms({"p1": ANNA, "p3": other}, "secret")
    assert names.without_names("as Meyer said") == "as annotator said"


def test_a_record_loses_its_person_everywhere() -> None:
    moment = "2026-03-01T09:30:00.000Z"
    mine = replace(annotation("x", "p1", "entity", {"mention": ["OTAN"]}), note="Jo agrees",
                   created=moment, updated=moment)  # fmt: skip
    for origin in ("p1", "Anna Meyer"):
        told = pseudonyms().record(replace(mine, origin=origin))
        assert "Anna" not in repr(told)
        assert "'p1'" not in repr(told)
        assert (told.created, told.origin) == ("2026-03-01T00:00:00.000Z", told.annotator)
        assert told.note == f"{pseudonyms().annotator('p2')} agrees"
    assert pseudonyms().record(replace(mine, origin="figures/1")).origin == "figures/1"


def test_a_decision_an_entity_and_an_article_lose_theirs() -> None:
    names = pseudonyms()
    decision = Decision(id="d", article="a", layer="entity", reviewer="p1", outcome=Outcome.TAKEN,
                        records=("x",), taken="p2", comment="as Jo had it",
                        created="2026-03-01T09:30:00.000Z")  # fmt: skip
    told = names.decision(decision)
    assert (told.reviewer, told.taken) == (names.annotator("p1"), names.annotator("p2"))
    assert told.comment == f"as {names.annotator('p2')} had it"
    assert names.entity(Entity(id="e", name="Jo", note="by Jo")).note == f"by {names.annotator('p2')}"
    assert names.entity(Entity(id="e", name="Jo")).name == "Jo", "the registry holds who is in the news"
    article = Article(id="a", title="Jo wins", text_sha256="", length=0, tags=("for Jo",),
                      metadata={"coder": "Jo", "all": ["Jo", 1], "in": {"who": "Jo"}})  # fmt: skip
    jo = names.annotator("p2")
    assert names.article(article).metadata == {"coder": jo, "all": [jo, 1], "in": {"who": jo}}
    assert names.article(article).tags == (f"for {jo}",)
    assert names.article(article).title == "Jo wins"


def test_names_that_begin_alike_are_told_apart() -> None:
    crowd = {f"p{n}": Annotator(id=f"p{n}", name=f"N{n}") for n in range(3000)}
    names = Pseudonyms(crowd, "secret")
    assert len({names.annotator(id_) for id_ in crowd}) == 3000


def test_a_project_gives_the_same_names_each_time(project: Project) -> None:
    assert Pseudonyms.of(project.read).key == Pseudonyms.of(project.read).key
    assert {name for _pseudonym, name in Pseudonyms.of(project.read).key} == {"Ann", "Bob"}
