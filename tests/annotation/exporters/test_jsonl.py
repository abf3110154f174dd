"""Selon JSONL loses nothing: what is written, read and written again is the same to the last byte."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotation.exporters.jsonl import plug
from annotation.importers import Imported
from annotation.operations import Accept, AddArticles, Discard, export_project, import_files
from annotation.project import Project, create_project
from annotation.project.selection import SelectedReader, Selection
from annotation.records import (
    Annotation,
    Annotator,
    Article,
    Decision,
    Entity,
    Outcome,
    Span,
    Status,
)
from tests.annotation.newsroom import ANN, imported, named, newsroom
from tests.contracts.shelf import full_shelf

PIECES = st.sampled_from(
    [
        *("a", " ", "é", "e\u0301", "👍🏽", "👩‍🚒", "قال", "\U0010ffff"),
        *("\r\n", "\n", "\u2028", "\x85", "\u202e", "«\u00a0", "’", "\u202f"),
        *("<&>\"'\\", "\ufeff", "\x00", "\x1f", "\ufffd"),
    ]
) | st.characters(exclude_categories=["Cs"])
TEXTS = st.lists(PIECES, max_size=30).map("".join)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | WORDS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(WORDS, inner, max_size=2),
    max_leaves=5,
)
FEATURES = st.dictionaries(
    st.sampled_from(["type", "value", "holder", "source", "speaker", "mine"]) | WORDS, JSON, max_size=3
)
PEOPLE = (
    Annotator(id="machine", name="machine"),
    Annotator(id="gold", name="gold"),
    Annotator(id="1", name="Ann"),
    Annotator(id="2", name="Bo 👍"),
)


def imported_with(
    article: Article, text: str, records: list[Annotation], decided: list[Decision], registry: list[Entity]
) -> Imported:
    return Imported(
        article=article,
        text=text,
        annotations=tuple(records),
        annotators=PEOPLE,
        entities=tuple(registry),
        decisions=tuple(decided),
    )


@st.composite
def records(draw: st.DrawFn, article: str, length: int, number: int) -> Annotation:
    """An annotation with any spans of any roles, over one another, in pieces, or none at all."""
    offsets = st.tuples(st.integers(0, length), st.integers(0, length)).filter(lambda two: two[0] < two[1])
    pieces = st.lists(offsets.map(lambda two: Span(*two)), min_size=1, max_size=3)
    roles = st.dictionaries(st.sampled_from(["mention", "cue", "content"]), pieces, max_size=2)
    spans = draw(roles) if length else {}
    return Annotation(
        id=f"{article}-{number}",
        article=article,
        annotator=draw(st.sampled_from(PEOPLE)).id,
        layer=draw(st.sampled_from(["entity", "source", "dream"])),
        spans={role: tuple(sorted(found)) for role, found in spans.items()},
        features=draw(FEATURES),
        status=draw(st.sampled_from(Status)),
        origin=draw(WORDS),
        confidence=draw(st.none() | st.floats(0, 1)),
        note=draw(WORDS),
        basis=draw(st.none() | st.just("somewhere")),
        why=draw(WORDS),
        created=draw(st.sampled_from(["", "2026-01-01T00:00:00.000Z"])),
        updated="2026-01-01T00:00:00.000Z",
    )


@st.composite
def decisions(draw: st.DrawFn, article: str, number: int) -> Decision:
    return Decision(
        id=f"{article}-d{number}",
        article=article,
        layer=draw(st.sampled_from(["entity", "source"])),
        reviewer=draw(st.sampled_from(PEOPLE[2:])).id,
        outcome=draw(st.sampled_from(Outcome)),
        records=tuple(draw(st.lists(st.just(f"{article}-0"), max_size=2))),
        gold=draw(st.none() | st.just(f"{article}-0")),
        taken=draw(st.none() | st.sampled_from([person.id for person in PEOPLE])),
        reason=draw(WORDS),
        comment=draw(WORDS),
        automatic=draw(st.booleans()),
        created=draw(st.sampled_from(["2026-01-01", "2026-01-02"])),
        updated="2026-01-02",
    )


@st.composite
def corpora(draw: st.DrawFn) -> AddArticles:
    """A few articles with everything that can be said about them."""
    found = []
    for number in range(draw(st.integers(1, 3))):
        id_, text = f"a{number}", draw(TEXTS)
        article = imported(
            id_,
            text,
            title=draw(WORDS),
            lang=draw(st.sampled_from(["", "fr"])),
            outlet=draw(st.none() | WORDS.filter(bool)),
            authors=tuple(draw(st.lists(WORDS, max_size=2))),
            published=draw(st.none() | st.just("2026-03-01")),
            section=draw(st.none() | st.just("Monde")),
            source_file=draw(WORDS),
            duplicates=draw(st.none() | st.just("g1")),
            metadata=draw(st.dictionaries(WORDS, JSON, max_size=2)),
        )
        annotations = [draw(records(id_, len(text), n)) for n in range(draw(st.integers(0, 4)))]
        decided = [draw(decisions(id_, n)) for n in range(draw(st.integers(0, 2)))]
        found.append(
            imported_with(
                article.article, text, annotations, decided, [Entity(id="otan", name=draw(WORDS) or "x")]
            )
        )
    return AddArticles(imported=tuple(found))


def export(project: Project, out: Path) -> dict[str, bytes]:
    """The files of an export of everything."""
    report = export_project(project.read, "jsonl", out, Selection(), lambda *now: None, {})
    return {path.name: path.read_bytes() for path in report.files}


@settings(max_examples=60)
@given(corpus=corpora())
def test_what_is_exported_imported_and_exported_is_the_same_to_the_last_byte(corpus: AddArticles) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        with create_project(folder / "one.selon") as one:
            one.apply(corpus)
            first = export(one, folder / "one")
        with create_project(folder / "two.selon") as two:
            report = import_files(two, [folder / "one" / "articles.jsonl"])
            assert report.skipped == []
            assert export(two, folder / "two") == first


@settings(max_examples=60)
@given(corpus=corpora())
def test_every_quote_is_what_the_text_holds_at_its_offsets(corpus: AddArticles) -> None:
    with TemporaryDirectory() as name, create_project(Path(name) / "one.selon") as project:
        project.apply(corpus)
        written = export(project, Path(name) / "out")["articles.jsonl"].decode().split("\n")[:-1]
    assert len(written) == len(corpus.imported)
    for row in map(json.loads, written):
        for one in row["annotations"]:
            assert one["quotes"] == {
                role: [row["text"][start:end] for start, end in pairs] for role, pairs in one["spans"].items()
            }


def rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n")[:-1]]


def test_a_line_has_the_keys_of_the_format(tmp_path: Path) -> None:
    plug.export(full_shelf(), tmp_path / "c.jsonl", lambda *now: None, {})
    first, second, *_others = rows_of(tmp_path / "c.jsonl")
    assert list(first)[:14] == [
        "format", "id", "title", "text", "text_sha256", "lang", "outlet", "authors", "published", "url",
        "source_file", "metadata", "annotations", "decisions",
    ]  # fmt: skip
    assert first["format"] == "selon-jsonl/1"
    assert (second["outlet"], second["authors"], second["published"], second["metadata"]) == (
        None,
        [],
        None,
        {},
    )
    assert list(first["annotations"][0]) == [
        "id", "layer", "annotator", "status", "origin", "spans", "quotes", "features", "confidence", "note",
        "created", "updated",
    ]  # fmt: skip
    assert list(first["decisions"][0])[:6] == ["id", "layer", "reviewer", "outcome", "records", "gold"]


def test_an_article_without_annotations_is_a_line_too(tmp_path: Path) -> None:
    plug.export(full_shelf(), tmp_path / "c.jsonl", lambda *now: None, {})
    assert [len(row["annotations"]) for row in rows_of(tmp_path / "c.jsonl")] == [5, 1, 1, 2, 0]


def test_text_is_written_as_it_reads_and_a_line_ends_as_lines_do(tmp_path: Path) -> None:
    plug.export(full_shelf(), tmp_path / "c.jsonl", lambda *now: None, {})
    data = (tmp_path / "c.jsonl").read_bytes()
    assert "Grève à l’hôpital".encode() in data
    assert b"\r\n" not in data
    assert data.endswith(b"}\n")


def test_a_folder_holds_the_registry_too(tmp_path: Path) -> None:
    report = plug.export(full_shelf(), tmp_path / "out", lambda *now: None, {})
    assert [path.name for path in report.files] == ["articles.jsonl", "entities.jsonl"]
    (entity,) = rows_of(tmp_path / "out" / "entities.jsonl")
    assert (entity["format"], entity["key"], entity["aliases"]) == (
        "selon-entities/1",
        "ministre",
        ["Mme la ministre"],
    )


def test_what_was_decided_about_suggestions_comes_back(tmp_path: Path) -> None:
    with newsroom(tmp_path) as project:
        project.apply(Accept(annotations=(named(project, "t1").id, named(project, "e1").id), actor=ANN.id))
        project.apply(Discard(annotations=(named(project, "e2").id,), actor=ANN.id))
        first = export(project, tmp_path / "one")
        bases = {record.basis: record.status for record in project.read.annotations("a1", [ANN.id])}
    with create_project(tmp_path / "copy.selon") as copy:
        import_files(copy, [tmp_path / "one" / "articles.jsonl"])
        assert export(copy, tmp_path / "two") == first
        ann = next(id_ for id_, person in copy.read.annotators().items() if person.name == "Ann")
        assert {record.basis: record.status for record in copy.read.annotations("a1", [ann])} == bases
        assert copy.check() == []


@pytest.mark.parametrize("name", ["Ann", "gold"])
def test_a_chosen_part_of_a_project_is_written_as_it_was_chosen(name: str, tmp_path: Path) -> None:
    with newsroom(tmp_path) as project:
        project.apply(Accept(annotations=(named(project, "e1").id,), actor=ANN.id))
        reader = SelectedReader(project.read, Selection(annotator=name))
        plug.export(reader, tmp_path / "c.jsonl", lambda *now: None, {})
    found = {one["annotator"] for row in rows_of(tmp_path / "c.jsonl") for one in row["annotations"]}
    assert found == ({"Ann"} if name == "Ann" else set())
