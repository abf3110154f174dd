"""Whatever is done can be undone and done again, exactly, in any number of steps."""

from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from annotation.errors import AnnotationError
from annotation.importers import Imported
from annotation.operations import (
    Accept,
    AddAnnotations,
    AddArticles,
    ApplyCodebook,
    Assign,
    ChangeSetting,
    Decide,
    Discard,
    EditArticle,
    EditFeatures,
    EditNote,
    EditSpans,
    MarkProgress,
    MergeEntities,
    PutAnnotator,
    PutEntity,
    RemoveArticles,
    RemoveEntity,
    Reopen,
    Revert,
    StoreSuggestions,
)
from annotation.project import Operation, Project, ProjectReader
from annotation.records import (
    Annotation,
    Annotator,
    AssignmentState,
    Changes,
    Decision,
    Entity,
    Outcome,
    Span,
    Status,
)
from tests.annotation.newsroom import ANN, BOB, TEXTS, dump, imported, newsroom, suggestions

Move = Callable[[ProjectReader], Operation]
"""An operation that depends on what the project holds when its turn comes."""

PEOPLE = st.sampled_from([ANN.id, BOB.id])
ARTICLES = st.sampled_from([*TEXTS, "a4"])
NUMBERS = st.integers(0, 30)
FEATURES = st.dictionaries(
    st.sampled_from(["type", "entity", "speech", "polarity", "value", "source", "holder", "note_of_mine"]),
    st.sampled_from(["PER", "ORG", "otan", "direct", "favor", "12", {"entity": "otan"}, None, ""]),
    max_size=3,
)


def nth(ids: Iterable[str], number: int) -> str:
    """One of the ids, whatever the number; one that nothing has where there are none."""
    known = sorted(ids)
    return known[number % len(known)] if known else "nothing"


def annotation_ids(reader: ProjectReader) -> list[str]:
    return [record.id for article in reader.article_ids() for record in reader.annotations(article)]


@st.composite
def edits(draw: st.DrawFn) -> Move:
    """Something an annotator does to a record."""
    who, number, kind = draw(PEOPLE), draw(NUMBERS), draw(st.integers(0, 4))
    features, note = draw(FEATURES), draw(st.sampled_from(["", "why?", "👍"]))
    start, end = sorted((draw(st.integers(0, 20)), draw(st.integers(1, 25))))

    def operation(reader: ProjectReader) -> Operation:
        one = nth(annotation_ids(reader), number)
        several = (one, nth(annotation_ids(reader), number + 1))
        spans = {"mention": (Span(start, end),)}
        made: list[Operation] = [
            Accept(annotations=several, actor=who),
            Discard(annotations=several, actor=who),
            EditNote(annotation=one, note=note, actor=who),
            EditFeatures(annotation=one, features=features, actor=who),  # type: ignore[arg-type] # all JSON
            EditSpans(annotation=one, spans=spans, actor=who),
        ]
        return made[kind]

    return operation


@st.composite
def additions(draw: st.DrawFn) -> Move:
    """A record that an annotator makes."""
    who, article, number = draw(PEOPLE), draw(st.sampled_from(["a1", "a2"])), draw(NUMBERS)
    start, end = draw(st.integers(0, 5)), draw(st.integers(6, 12))

    def operation(reader: ProjectReader) -> Operation:
        target = nth((found.id for found in reader.annotations(article)), number)
        record = Annotation(
            id=f"own-{who}-{number}",
            article=article,
            annotator=who,
            layer="figure",
            spans={"mention": (Span(start, end),)},
            features={"kind": "cardinal", "source": target},
        )
        return AddAnnotations(annotations=(record,), actor=who)

    return operation


@st.composite
def decisions(draw: st.DrawFn) -> Move:
    """Something the reviewer does."""
    number, rejects, reopens = draw(NUMBERS), draw(st.booleans()), draw(st.booleans())

    def operation(reader: ProjectReader) -> Operation:
        if reopens and reader.all(Decision):
            return Reopen(decision=nth((found.id for found in reader.all(Decision)), number), actor=BOB.id)
        record = reader.get(Annotation, nth(annotation_ids(reader), number))
        decision = Decision(
            id=f"d-{record.id}",
            article=record.article,
            layer=record.layer,
            reviewer=BOB.id,
            outcome=Outcome.REJECTED if rejects else Outcome.TAKEN,
            records=(record.id,),
        )
        gold = Annotation(
            id=f"gold-{record.id}",
            article=record.article,
            annotator="gold",
            layer=record.layer,
            spans=record.spans,
            features=record.features,
            status=Status.ACCEPTED,
            basis=record.id,
        )
        return Decide(decision=decision, gold=None if rejects else gold, actor=BOB.id)

    return operation


@st.composite
def housekeeping(draw: st.DrawFn) -> Move:
    """Something the lead does to the project around the records."""
    article, who, kind = draw(ARTICLES), draw(PEOPLE), draw(st.integers(0, 10))
    words = draw(st.sampled_from(["Neu", "Nina Roux", "Été 👍"]))
    state = draw(st.sampled_from(list(AssignmentState)))
    new: Imported = imported("a4", "A fourth text, d’été.", created="2026-01-01")

    def operation(reader: ProjectReader) -> Operation:
        made: list[Operation] = [
            EditArticle(article=article, values={"title": words, "authors": [words]}),
            RemoveArticles(articles=(article,)),
            AddArticles(imported=(new,)),
            Assign(articles=[article, "a1"], annotator=who),
            MarkProgress(article=article, annotator=who, state=state, reason=words),
            PutEntity(entity=Entity(id="new", name=words)),
            MergeEntities(into="otan", others=("roux",)),
            RemoveEntity(entity="otan"),
            PutAnnotator(annotator=Annotator(id="p-new", name=words)),
            ChangeSetting(key="detectors", value={"figures": words}),
            ApplyCodebook(toml=f"version = '{words}'\n{reader.codebook_toml}".replace('version = "2"', "")),
        ]
        return made[kind]

    return operation


@st.composite
def detections(draw: st.DrawFn) -> Move:
    """Another run of the detectors, which finds all, some, or none of what it found."""
    keys = draw(st.sampled_from([(), ("e1",), ("t1", "s1"), ("none",)]))
    return lambda reader: StoreSuggestions(found=(suggestions("a1", *keys),))


MOVES = st.lists(
    st.one_of(edits(), edits(), additions(), decisions(), housekeeping(), detections()),
    min_size=1,
    max_size=8,
)


def do(project: Project, move: Move) -> Changes | None:
    """What a move changed; None where it was refused, or changed nothing."""
    try:
        return project.apply(move(project.read)) or None
    except AnnotationError:
        return None


@settings(max_examples=50)
@given(moves=MOVES)
def test_undoing_all_gives_back_the_project_and_redoing_all_gives_what_was_done(moves: list[Move]) -> None:
    with TemporaryDirectory() as folder, newsroom(Path(folder)) as project:
        project.apply(AddArticles(imported=(imported("a4", "A fourth text, d’été."),)))
        project.apply(RemoveArticles(articles=("a4",)))  # its text stays, as every text does
        states = [dump(project.path)]
        done: list[Changes] = []
        for move in moves:
            changes = do(project, move)
            if changes:
                done.append(changes)
                states.append(dump(project.path))
        undone: list[Changes] = []
        for changes, before in zip(reversed(done), reversed(states[:-1]), strict=True):
            undone.append(project.apply(Revert(changes=project.changes(changes.entry))))
            assert dump(project.path) == before
        for changes, after in zip(reversed(undone), states[1:], strict=True):
            project.apply(Revert(changes=project.changes(changes.entry)))
            assert dump(project.path) == after


@settings(max_examples=25)
@given(moves=MOVES)
def test_a_refused_operation_leaves_everything_as_it_was(moves: list[Move]) -> None:
    with TemporaryDirectory() as folder, newsroom(Path(folder)) as project:
        for move in moves:
            before = dump(project.path)
            entries = len(project.history())
            if do(project, move) is None:
                assert dump(project.path) == before
                assert len(project.history()) == entries


@settings(max_examples=25)
@given(moves=MOVES)
def test_no_operation_leaves_damage_behind(moves: list[Move]) -> None:
    with TemporaryDirectory() as folder, newsroom(Path(folder)) as project:
        for move in moves:
            do(project, move)
        assert project.check() == []
