"""Bringing work back from copies: any order of any copies comes to the same project."""

import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotation.errors import AnnotationError
from annotation.operations import (
    AddAnnotations,
    ApplyCodebook,
    Discard,
    EditFeatures,
    MarkProgress,
    Merged,
    PutAnnotator,
    PutEntity,
    TakeBack,
    merge_packages,
    pack_for,
)
from annotation.operations.merging import try_merge
from annotation.project import Project, create_project, open_project
from annotation.records import (
    Annotation,
    Annotator,
    AnnotatorKind,
    Assignment,
    AssignmentState,
    Entity,
    new_id,
)
from tests.annotation.adjudication.projects import create_reviewed_project
from tests.annotation.agreement.labels import mention

State = tuple[list[Annotation], list[tuple[str, str, AssignmentState]]]
BASE = "base.selon"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in which Anna and Ben worked."""
    path = tmp_path_factory.mktemp("merging") / BASE
    create_reviewed_project(path).close()
    return path


def copied(base: Path, folder: Path, name: str) -> Path:
    return Path(shutil.copy2(base, folder / name))


def packed(project: Path, name: str, to: Path) -> Path:
    with open_project(project) as opened:
        pack_for(opened, name, to)
    return to


def work(path: Path, *acts: Callable[[Project], object]) -> Path:
    with open_project(path) as project:
        for act in acts:
            act(project)
    return path


def add(id_: str, who: str, quote: str = "Union", **said: str) -> Callable[[Project], object]:
    return lambda project: project.apply(
        AddAnnotations(annotations=(mention(id_, who, quote, **said),), actor=who)
    )


def edit(id_: str, who: str, type_: str) -> Callable[[Project], object]:
    return lambda project: project.apply(EditFeatures(annotation=id_, features={"type": type_}, actor=who))


def discard(id_: str, who: str) -> Callable[[Project], object]:
    return lambda project: project.apply(Discard(annotations=(id_,), actor=who))


def merged(path: Path, *files: Path, dry_run: bool = False) -> list[Merged]:
    with open_project(path) as project:
        return merge_packages(project, files, dry_run=dry_run)


def state(path: Path) -> State:
    """All work of people, in one order."""
    with open_project(path, read_only=True) as project:
        people = [one.id for one in project.read.annotators().values() if one.kind is AnnotatorKind.PERSON]
        marks = sorted((one.article, one.annotator, one.state) for one in project.read.all(Assignment))
        return sorted(project.read.annotations("a", people), key=lambda one: one.id), marks


# ---------------------------------------------------------------- what comes back


def test_work_in_a_package_comes_back(base: Path, tmp_path: Path) -> None:
    project = copied(base, tmp_path, "p.selon")
    package = work(
        packed(project, "Ben", tmp_path / "ben.selon"),
        add("b9", "ben", "texte"),
        edit("b3", "ben", "LOC"),
        discard("b4", "ben"),
    )
    (found,) = merged(project, package)
    assert (found.added, found.changed, found.removed) == (1, 1, 1)
    assert found.annotators == ["Ben"]
    assert found.articles == 1
    assert not found.conflicts
    ids = {record.id: record for record in state(project)[0]}
    assert ids["b9"].annotator == "ben"
    assert ids["b3"].features["type"] == "LOC"
    assert "b4" not in ids
    assert "a1" in ids


def test_twice_is_once(base: Path, tmp_path: Path) -> None:
    project = copied(base, tmp_path, "p.selon")
    package = work(packed(project, "Ben", tmp_path / "ben.selon"), add("b9", "ben", "texte"))
    merged(project, package)
    once = state(project)
    (again,) = merged(project, package)
    assert (again.added, again.changed, again.removed) == (0, 0, 0)
    assert again.unchanged > 0
    assert state(project) == once


def test_it_is_undone_in_one_step_and_can_be_done_again(base: Path, tmp_path: Path) -> None:
    project = copied(base, tmp_path, "p.selon")
    package = work(
        packed(project, "Ben", tmp_path / "ben.selon"), add("b9", "ben", "texte"), discard("b4", "ben")
    )
    before = state(project)
    merged(project, package)
    after = state(project)
    with open_project(project) as opened:
        entry = opened.history(1)[0].number
        opened.apply(TakeBack(steps=(opened.changes(entry),), actor="ben"))
    assert state(project) == before
    merged(project, package)
    assert state(project) == after


def test_a_dry_run_counts_and_changes_nothing(base: Path, tmp_path: Path) -> None:
    project = copied(base, tmp_path, "p.selon")
    package = work(packed(project, "Ben", tmp_path / "ben.selon"), add("b9", "ben", "texte"))
    before = project.read_bytes()
    (found,) = merged(project, package, dry_run=True)
    assert found.added == 1
    assert project.read_bytes() == before


def test_what_was_removed_here_later_stays_away(base: Path, tmp_path: Path) -> None:
    project = copied(base, tmp_path, "p.selon")
    package = packed(project, "Ben", tmp_path / "ben.selon")
    work(project, discard("b4", "ben"))
    merged(project, package)
    assert "b4" not in {record.id for record in state(project)[0]}


def test_how_far_people_are_comes_back_and_the_queue_stays(base: Path, tmp_path: Path) -> None:
    project = copied(base, tmp_path, "p.selon")
    done = MarkProgress(article="a", annotator="ben", state=AssignmentState.DONE, actor="ben")
    package = work(packed(project, "Ben", tmp_path / "ben.selon"), lambda one: one.apply(done))
    merged(project, package)
    assert state(project)[1] == [("a", "ben", AssignmentState.DONE)]


def test_names_come_where_records_need_them(base: Path, tmp_path: Path) -> None:
    project = copied(base, tmp_path, "p.selon")
    package = packed(project, "Ben", tmp_path / "ben.selon")
    own = PutEntity(entity=Entity(id="brume", name="Brume", type="LOC"), actor="ben")
    work(package, lambda one: one.apply(own), add("b9", "ben", "Brume", entity="brume"))
    merged(project, package)
    with open_project(project, read_only=True) as opened:
        entity = opened.read.find(Entity, "brume")
    assert entity is not None
    assert entity.name == "Brume"


def test_a_package_of_a_package_comes_back_too(base: Path, tmp_path: Path) -> None:
    project = copied(base, tmp_path, "p.selon")
    first = packed(project, "Ben", tmp_path / "ben.selon")
    second = work(packed(first, "Ben", tmp_path / "ben-2.selon"), add("b9", "ben", "texte"))
    (found,) = merged(project, second)
    assert found.added == 1


# ---------------------------------------------------------------- what is listed and left alone


def reasons(found: Merged) -> str:
    return " ".join(str(one.reason) for one in found.conflicts)


def test_another_text_is_listed(base: Path, tmp_path: Path) -> None:
    project = copied(base, tmp_path, "p.selon")
    package = work(packed(project, "Ben", tmp_path / "ben.selon"), add("b9", "ben", "texte"))
    with open_project(package) as opened:
        opened.read.db.execute("PRAGMA query_only = 0")
        opened.read.db.execute("PRAGMA foreign_keys = 0")
        opened.read.db.execute("UPDATE articles SET text_sha256 = 'x'")
        opened.read.db.conn.commit()
    (found,) = merged(project, package)
    assert "another text" in reasons(found)
    assert (found.added, found.articles) == (0, 0)


def test_an_unknown_article_is_listed(base: Path, tmp_path: Path) -> None:
    package = packed(copied(base, tmp_path, "p.selon"), "Ben", tmp_path / "ben.selon")
    other = tmp_path / "other.selon"
    create_project(other).close()
    (found,) = merged(other, package)
    assert [one.article for one in found.conflicts] == ["a"]
    assert "does not have" in reasons(found)


def test_two_people_of_one_name_are_listed(base: Path, tmp_path: Path) -> None:
    project, stranger = copied(base, tmp_path, "p.selon"), copied(base, tmp_path, "q.selon")
    work(project, lambda one: one.apply(PutAnnotator(annotator=Annotator(id="z1", name="Zoé"))))
    work(
        stranger,
        lambda one: one.apply(PutAnnotator(annotator=Annotator(id="z2", name="zoé"))),
        add("z9", "z2", "texte"),
    )
    (found,) = merged(project, stranger)
    assert "Two people" in reasons(found)
    assert "z9" not in {record.id for record in state(project)[0]}


def test_another_codebook_is_listed_and_what_fits_it_comes(base: Path, tmp_path: Path) -> None:
    project = copied(base, tmp_path, "p.selon")
    package = work(packed(project, "Ben", tmp_path / "ben.selon"), add("b9", "ben", "texte"))
    with open_project(project) as opened:
        toml = opened.read.codebook_toml + "\n# another version\n"
        opened.apply(ApplyCodebook(toml=toml))
    (found,) = merged(project, package)
    assert "version 1" in reasons(found)
    assert found.added == 1


def test_a_file_that_is_no_project_merges_nothing(base: Path, tmp_path: Path) -> None:
    project = copied(base, tmp_path, "p.selon")
    package = work(packed(project, "Ben", tmp_path / "ben.selon"), add("b9", "ben", "texte"))
    bad = tmp_path / "bad.selon"
    bad.write_text("nothing")
    before = state(project)
    with pytest.raises(Exception, match="bad"):
        merged(project, package, bad)
    assert state(project) == before


def test_a_file_that_cannot_be_read_is_listed_where_it_is_only_tried(base: Path, tmp_path: Path) -> None:
    project = copied(base, tmp_path, "p.selon")
    package = work(packed(project, "Ben", tmp_path / "ben.selon"), add("b9", "ben", "texte"))
    bad = tmp_path / "bad.selon"
    bad.write_text("nothing")
    with open_project(project, read_only=True) as opened:
        lost, found, again = list(try_merge(opened.read, [bad, package, package]))
    assert "bad.selon" in str(lost.trouble)
    assert (found.added, found.trouble) == (1, None)
    assert (again.added, again.unchanged) == (0, found.unchanged + 1)


def test_progress_is_told_over_all_files_and_stops_everything(base: Path, tmp_path: Path) -> None:
    project = copied(base, tmp_path, "p.selon")
    files = [
        work(packed(project, who, tmp_path / f"{who}.selon"), add(f"{who}9", who, "texte"))
        for who in ("anna", "ben")
    ]
    told: list[tuple[int, int]] = []

    def stop_at_the_end(done: int, total: int) -> None:
        told.append((done, total))
        if done == 2:
            raise KeyboardInterrupt

    before = state(project)
    with open_project(project) as opened, pytest.raises(KeyboardInterrupt):
        merge_packages(opened, files, progress=stop_at_the_end)
    assert told[-1] == (2, 2)
    assert all(done <= total for done, total in told)
    assert state(project) == before


# ---------------------------------------------------------------- any order

ACTS: Sequence[tuple[str, Callable[[str], Callable[[Project], object]]]] = (
    ("add", lambda who: add(new_id(), who, "texte")),
    ("loc", lambda who: edit(f"{who[0]}1", who, "LOC")),
    ("per", lambda who: edit(f"{who[0]}1", who, "PER")),
    ("drop", lambda who: discard(f"{who[0]}2", who)),
    ("undo", lambda _who: undo_last),
)


def undo_last(project: Project) -> None:
    """Take the last act of this copy back, if there is one that can be."""
    last = project.history(1)
    if last:
        project.apply(TakeBack(steps=(project.changes(last[0].number),)), reverts=last[0].number)


def act(path: Path, who: str, names: list[str]) -> None:
    known = dict(ACTS)
    for name in names:
        with suppress(AnnotationError):  # the record that an act is about may be gone
            work(path, known[name](who))


WHO = ("anna", "ben")
SESSIONS = st.lists(
    st.tuples(
        st.sampled_from(["anna", "ben"]), st.lists(st.sampled_from([name for name, _ in ACTS]), max_size=3)
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sessions=SESSIONS, chance=st.randoms(use_true_random=False))
def test_any_order_of_any_copies_comes_to_the_same_project(
    base: Path,
    tmp_path_factory: pytest.TempPathFactory,
    sessions: list[tuple[str, list[str]]],
    chance: Random,
) -> None:
    folder = tmp_path_factory.mktemp("orders")
    copies = {
        who: packed(copied(base, folder, f"{who}-p.selon"), who, folder / f"{who}.selon")
        for who in ("anna", "ben")
    }
    snapshots = []
    for number, (who, names) in enumerate(sessions):
        act(copies[who], who, names)
        snapshots.append(copied(copies[who], folder, f"{number}.selon"))
    order = [*snapshots, snapshots[0]]
    chance.shuffle(order)
    one, other, at_once = (copied(base, folder, name) for name in ("one.selon", "other.selon", "once.selon"))
    for path in snapshots:
        tried = merged(one, path, dry_run=True)
        assert merged(one, path) == tried
    for path in order:
        merged(other, path)
    merged(at_once, *reversed(snapshots))
    assert state(one) == state(other) == state(at_once)
