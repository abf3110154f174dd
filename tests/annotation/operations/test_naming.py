"""Names are changed, split and linked; every reference stays true, and one step takes all of it back."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotation.errors import AnnotationError
from annotation.operations import (
    Accept,
    AddAnnotations,
    LinkMentions,
    MergeEntities,
    OperationError,
    PutEntity,
    RemoveEntity,
    RenameEntity,
    Revert,
    SplitEntity,
)
from annotation.operations.naming import free_key, links_of, new_entity
from annotation.project import Missing, Operation, Project
from annotation.project.registry import find_groups, registry_of
from annotation.records import Annotation, Entity
from tests.annotation.newsroom import ANN, BOB, annotation, dump, named, newsroom

# ---------------------------------------------------------------- renaming


def test_a_renamed_entity_keeps_its_key_and_its_old_name_as_an_alias(project: Project) -> None:
    project.apply(RenameEntity(entity="roux", name=" Nina  Roux-Vial "))
    found = project.read.get(Entity, "roux")
    assert (found.name, found.aliases, found.origin) == ("Nina Roux-Vial", ("Mme Roux", "Nina Roux"), "")
    assert named(project, "s1").features["speaker"] == "roux"


def test_a_name_that_was_an_alias_is_one_no_more(project: Project) -> None:
    project.apply(RenameEntity(entity="roux", name="Mme Roux"))
    assert project.read.get(Entity, "roux").aliases == ("Nina Roux",)


def test_the_same_name_again_is_nothing_and_an_empty_one_is_refused(project: Project) -> None:
    assert not project.apply(RenameEntity(entity="roux", name="Nina Roux "))
    with pytest.raises(OperationError, match="cannot be empty"):
        project.apply(RenameEntity(entity="roux", name=" "))
    with pytest.raises(Missing):
        project.apply(RenameEntity(entity="gone", name="X"))


# ---------------------------------------------------------------- splitting


def test_chosen_mentions_and_aliases_go_to_a_new_entity(project: Project) -> None:
    stance, mention = named(project, "t1"), named(project, "e2")
    into = Entity(id="alliance", name="Alliance", type="ORG")
    project.apply(SplitEntity(entity="otan", into=into, annotations=(stance.id,), aliases=("NATO",)))
    assert named(project, "t1").features["target"] == {"entity": "alliance"}
    assert named(project, "e2").features == mention.features
    assert project.read.get(Entity, "otan").aliases == ()
    made = project.read.get(Entity, "alliance")
    assert (made.name, made.aliases, made.origin) == ("Alliance", ("NATO",), "")


def test_what_is_split_off_may_go_to_a_name_that_is_there(project: Project) -> None:
    project.apply(
        SplitEntity(entity="otan", into=Entity(id="roux", name="?"), annotations=(named(project, "e2").id,))
    )
    assert named(project, "e2").features["entity"] == "roux"
    assert project.read.get(Entity, "roux").name == "Nina Roux"


def test_a_split_of_nothing_or_into_itself_or_with_a_strange_alias_is_refused(project: Project) -> None:
    with pytest.raises(OperationError, match="Choose the mentions"):
        project.apply(SplitEntity(entity="otan", into=Entity(id="x", name="X")))
    with pytest.raises(OperationError, match="into itself"):
        project.apply(SplitEntity(entity="otan", into=Entity(id="otan", name="X"), aliases=("NATO",)))
    with pytest.raises(OperationError, match="no alias of OTAN"):
        project.apply(SplitEntity(entity="otan", into=Entity(id="x", name="X"), aliases=("Roux",)))


# ---------------------------------------------------------------- linking


@pytest.fixture
def nameless(project: Project) -> Project:
    """The small project with two mentions of Ann's that name nobody."""
    words = {"mention": ["Nina Roux"]}
    made = [annotation(f"n-{id_}", ANN.id, "entity", words, id_, type="PER") for id_ in ("a1", "a2")]
    project.apply(AddAnnotations(annotations=tuple(made)))
    return project


def test_the_mentions_of_a_group_are_linked_in_one_step(nameless: Project) -> None:
    project, index = nameless, registry_of(nameless.read)
    (group,) = find_groups(index)
    links = links_of(project.read, registry_of(project.read), group)
    assert {field for _id, field in links} == {"entity"}
    project.apply(LinkMentions(links=links, entity="roux", alias="Nina Roux"))
    linked = [project.read.get(Annotation, f"n-{id_}").features["entity"] for id_ in ("a1", "a2")]
    assert linked == ["roux", "roux"]
    registry_of(project.read)
    assert find_groups(index) == []
    assert links_of(project.read, registry_of(project.read), group) == ()


def test_a_link_may_bring_a_new_entity_with_it_and_a_spelling(nameless: Project) -> None:
    project = nameless
    (group,) = find_groups(registry_of(project.read))
    made = new_entity(project.read, "Nina Rousse", "PER")
    links = links_of(project.read, registry_of(project.read), group)
    project.apply(LinkMentions(links=links, entity=made.id, new=made, alias="Nina Roux"))
    stored = project.read.get(Entity, "nina-rousse")
    assert (stored.name, stored.aliases, stored.type) == ("Nina Rousse", ("Nina Roux",), "PER")
    assert project.read.get(Annotation, "n-a1").features["entity"] == "nina-rousse"


def test_a_concept_becomes_a_reference_to_the_entity(project: Project) -> None:
    record = annotation("x1", ANN.id, "stance", {"evidence": ["tiendrons"]}, holder={"entity": "roux"},
                        target={"concept": "l’alliance"}, polarity="favor")  # fmt: skip
    project.apply(AddAnnotations(annotations=(record,)))
    index = registry_of(project.read)
    (group,) = find_groups(index, "alliance")
    project.apply(LinkMentions(links=links_of(project.read, registry_of(project.read), group), entity="otan"))
    stored = project.read.get(Annotation, "x1")
    assert stored.features["target"] == {"entity": "otan"}
    assert stored.status is record.status


def test_what_names_somebody_already_or_is_gone_is_left_alone(project: Project) -> None:
    links = (
        (named(project, "e2").id, "entity"),
        ("gone", "entity"),
        (named(project, "e1").id, "no such field"),
    )
    assert not project.apply(LinkMentions(links=links, entity="roux"))
    holder = ((named(project, "t1").id, "holder"),)
    assert not project.apply(LinkMentions(links=holder, entity="roux"))  # it points at a mention
    with pytest.raises(Missing):
        project.apply(LinkMentions(links=links, entity="gone"))


def test_a_new_entity_has_a_key_that_is_free(project: Project) -> None:
    assert new_entity(project.read, "Otan").id == "otan-2"
    assert new_entity(project.read, "…").id == "name"
    assert free_key("L’Été", lambda key: key in {"ete", "ete-2"}) == "ete-3"


def test_titles_say_what_is_done() -> None:
    assert str(RenameEntity(entity="x", name="ONU ").title) == "Rename to ONU"
    assert str(SplitEntity(entity="x", into=Entity(id="y", name="ONU")).title) == "Split off ONU"
    assert str(LinkMentions(links=(("a", "b"), ("c", "d")), entity="x").title) == "Link 2 mentions"


# ---------------------------------------------------------------- whatever is done

KEYS = ("otan", "roux", "c", "d")
STEPS = st.lists(
    st.tuples(st.integers(0, 4), st.sampled_from(KEYS), st.sampled_from(KEYS), st.integers(0, 6)), max_size=6
)


def crowded(project: Project) -> None:
    """Four entities that records of several people name in every way."""
    for key in KEYS[2:]:
        project.apply(PutEntity(entity=Entity(id=key, name=f"Name {key}", aliases=(f"Alias {key}", "Both"))))
    project.apply(Accept(annotations=(named(project, "e2").id, named(project, "t1").id), actor=ANN.id))
    for number, (who, key, other) in enumerate(((ANN, "c", "d"), (BOB, "d", "c"), (BOB, "otan", "roux"))):
        words = {"evidence": ["tiendrons"]}
        record = annotation(
            f"x{number}",
            who.id,
            "stance",
            words,
            holder={"entity": key},
            target={"entity": other},
            polarity="favor",
        )
        project.apply(AddAnnotations(annotations=(record,)))


def step(project: Project, kind: int, one: str, other: str, number: int) -> Operation:
    records = sorted(project.read.annotations_naming(one), key=lambda record: record.id)
    entity = project.read.find(Entity, one)
    aliases = entity.aliases[: number % 2] if entity else ()
    ids = tuple(record.id for record in records[:number])
    made: list[Operation] = [
        MergeEntities(into=one, others=(other,)),
        SplitEntity(entity=one, into=Entity(id=other, name="Neu"), annotations=ids, aliases=aliases),
        RenameEntity(entity=one, name=f"Name {number}"),
        RemoveEntity(entity=one),
        LinkMentions(links=tuple((id_, "target") for id_ in ids), entity=other),
    ]
    return made[kind]


def named_keys(project: Project) -> set[str]:
    """Every key that a feature of a record holds."""
    codebook = project.read.codebook
    records = [one for article in project.read.article_ids() for one in project.read.annotations(article)]
    return {key for record in records for _field, key in codebook.entities(record)}


@settings(max_examples=60)
@given(steps=STEPS)
def test_every_reference_stays_valid_and_undoing_gives_back_what_was(
    steps: list[tuple[int, str, str, int]],
) -> None:
    with TemporaryDirectory() as folder, newsroom(Path(folder)) as project:
        crowded(project)
        done = []
        for what in steps:
            before = dump(project.path)
            try:
                changes = project.apply(step(project, *what))
            except AnnotationError:
                assert dump(project.path) == before
                continue
            if changes:
                done.append((changes, before))
            assert named_keys(project) <= {entity.id for entity in project.read.all(Entity)}
            assert project.check() == []
        for changes, before in reversed(done):
            project.apply(Revert(changes=changes))
            assert dump(project.path) == before


@settings(max_examples=30)
@given(order=st.permutations(KEYS[1:]), together=st.booleans())
def test_any_order_of_merges_gives_one_registry(order: list[str], together: bool) -> None:
    with TemporaryDirectory() as folder, newsroom(Path(folder)) as project:
        crowded(project)
        for others in [tuple(order)] if together else [(key,) for key in order]:
            project.apply(MergeEntities(into="otan", others=others))
        (left,) = project.read.all(Entity)
        assert (left.id, left.name) == ("otan", "OTAN")
        spellings = {"NATO", "Nina Roux", "Mme Roux", "Name c", "Alias c", "Name d", "Alias d", "Both"}
        assert set(left.aliases) == spellings
        assert len(left.aliases) == len(spellings)
        assert named_keys(project) == {"otan"}
