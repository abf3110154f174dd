"""What is in files is told before anything is stored, and an import does what was decided about it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotation.importers import Imported, ImportFailure, Skipped
from annotation.operations import ImportPlan, Preview, import_files
from annotation.operations.import_plan import remember, with_memory
from annotation.operations.import_preview import Reading, State, text_of
from annotation.operations.recognising import Opened
from annotation.project import Project
from annotation.records import Article

TABLE = "Kop;Tekst van het stuk;Dag\nEen;Woorden over de stad;2024-03-01\nTwee;Meer woorden;2024-03-02\n"
DOCCANO = '{"text": "Ana came to Ulm.", "label": [[0, 3, "Person"], [12, 15, "Zebra"]]}\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two texts, one of them twice, and a file that is none."""
    place = tmp_path / "files"
    place.mkdir()
    (place / "a.txt").write_text("Un titre\n\nUn texte.", encoding="utf-8")
    (place / "b.txt").write_bytes("Été\n\nÀ Évry, l’été.".encode("cp1252"))
    (place / "c.bin").write_bytes(b"\x00\x01\x02" * 50)
    return place


def look(project: Project, path: Path, plan: ImportPlan | None = None) -> Preview:
    found = Preview()
    found.fill(project, [path], plan or ImportPlan(recursive=True, encoding="guess"))
    return found


def test_articles_are_told_with_how_they_were_read_and_nothing_is_stored(
    project: Project, folder: Path
) -> None:
    before = project.read.count_articles()
    found = look(project, folder)
    assert [(one.title, one.excerpt[:8], one.state) for one in found.candidates] == [
        ("Un titre", "Un titre", State.NEW),
        ("Été", "Été\n\nÀ É", State.NEW),
    ]
    assert found.candidates[0].guessed == {"title"}
    assert found.readings[folder / "a.txt"] == Reading("txt", "utf-8", False)
    assert found.readings[folder / "b.txt"] == Reading("txt", "cp1252", True)
    assert [Path(one.file).name for one in found.skipped] == ["c.bin"]
    assert project.read.count_articles() == before


def test_the_encoding_of_one_file_can_be_chosen(project: Project, folder: Path) -> None:
    plan = ImportPlan(recursive=True, encoding="guess", encodings={str(folder / "b.txt"): "cp1250"})
    found = look(project, folder, plan)
    assert found.readings[folder / "b.txt"] == Reading("txt", "cp1250", False)


def test_what_the_project_has_and_what_is_there_twice_is_marked(project: Project, folder: Path) -> None:
    import_files(project, [folder / "a.txt"])
    (folder / "d").mkdir()
    (folder / "d" / "b.txt").write_bytes((folder / "b.txt").read_bytes())
    states = {one.path.relative_to(folder).as_posix(): one.state for one in look(project, folder).candidates}
    assert states == {"a.txt": State.KNOWN, "b.txt": State.NEW, "d/b.txt": State.TWICE}


def test_a_file_that_breaks_half_way_offers_nothing(
    project: Project, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Opened.read

    def break_off(opened: Opened) -> Iterator[Imported | Skipped]:
        yield from read(opened)
        raise ImportFailure("The rest is missing.")

    monkeypatch.setattr(Opened, "read", break_off)
    found = look(project, folder / "a.txt")
    assert found.candidates == []
    assert [(one.reason, one.failed) for one in found.skipped] == [("The rest is missing.", True)]


def test_what_was_excluded_stays_out_and_what_was_corrected_comes_in_so(
    project: Project, folder: Path
) -> None:
    one, two = look(project, folder).candidates
    edits = {one.id: {"title": " Mieux ", "outlet": "Le Phare", "authors": ["Ada", " "]}}
    plan = ImportPlan(recursive=True, encoding="guess", edits=edits, excluded=frozenset([two.id]))
    report = import_files(project, [folder], plan)
    (article,) = report.articles
    stored = project.read.get(Article, one.id)
    assert (stored.title, stored.outlet, stored.authors) == ("Mieux", "Le Phare", ("Ada",))
    assert "guessed" not in stored.metadata
    assert article == stored or article.title == "Mieux"
    assert report.files[str(folder / "b.txt")].excluded == 1


def test_a_column_that_no_name_gives_away_can_be_chosen_and_is_remembered(
    project: Project, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(TABLE.replace("Tekst van het stuk", "zz"), encoding="utf-8")
    found = look(project, path)
    assert found.candidates == []
    (table,) = found.tables.values()
    assert (table.names, table.columns) == (("Kop", "zz", "Dag"), {"title": "Kop"})
    plan = ImportPlan(tables={table.key: {"text": "zz", "published": "Dag"}})
    remember(plan, project)
    again = look(project, path, with_memory(ImportPlan(), project.read))
    assert [(one.title, one.published) for one in again.candidates] == [
        ("Een", "2024-03-01"),
        ("Twee", "2024-03-02"),
    ]
    other = ImportPlan(columns={"text": "zz", "title": ""})
    assert [one.guessed for one in look(project, path, other).candidates] == [{"title"}, {"title"}]


def test_labels_are_told_with_what_they_become_and_can_become_something_else(
    project: Project, tmp_path: Path
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(DOCCANO, encoding="utf-8")
    found = look(project, path)
    assert dict(found.labels) == {("Person", "entity.type=PER"): 1, ("Zebra", "entity.type=MISC"): 1}
    remember(ImportPlan(labels={"Zebra": "figure.kind=cardinal", "Person": "skip"}), project)
    plan = with_memory(ImportPlan(), project.read)
    assert dict(look(project, path, plan).labels) == {
        ("Person", "skip"): 1,
        ("Zebra", "figure.kind=cardinal"): 1,
    }
    (article,) = import_files(project, [path], plan).articles
    (record,) = project.read.annotations(article.id)
    assert (record.layer, dict(record.spans)["mention"][0].start) == ("figure", 12)


def test_the_whole_text_of_one_article_can_be_read(project: Project, folder: Path) -> None:
    plan = ImportPlan(recursive=True, encoding="guess")
    one = look(project, folder, plan).candidates[1]
    assert text_of(one.path, one.id, plan) == "Été\n\nÀ Évry, l’été."
    assert text_of(one.path, "another", plan) == ""


def test_looking_can_be_stopped(project: Project, folder: Path) -> None:
    def stop(done: int, total: int) -> None:
        assert total == 3
        if done:
            raise KeyboardInterrupt

    found = Preview()
    with pytest.raises(KeyboardInterrupt):
        found.fill(project, [folder], ImportPlan(recursive=True), stop)
    assert len(found.candidates) == 1
