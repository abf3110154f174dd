"""Files come into a project; one that cannot be read stops nothing, and says why."""

import json
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from annotation.importers import Imported, ImportFailure, Skipped
from annotation.operations import ImportPlan, export_project, import_files, importing
from annotation.operations.importing import Progress
from annotation.operations.recognising import Opened
from annotation.project import Project, Writer, create_project, open_project
from annotation.project.selection import Selection
from annotation.records import Article
from tests.annotation.newsroom import dump


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder for the files of the test."""
    folder = tmp_path / "files"
    folder.mkdir()
    return folder


BATCH = 20


@pytest.fixture
def by_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles are stored by twenty."""
    monkeypatch.setattr(importing, "_BATCH", BATCH)
    monkeypatch.setattr(importing, "_EVERY", BATCH)


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def line(id_: str, text: str, *annotations: dict[str, Any], **more: Any) -> str:
    row = {
        "format": "selon-jsonl/1",
        "id": id_,
        "title": id_,
        "text": text,
        "annotations": annotations,
        **more,
    }
    return json.dumps(row)


def mention(id_: str, who: str = "Ann", **more: Any) -> dict[str, Any]:
    return {"id": id_, "layer": "entity", "annotator": who, "spans": {"mention": [[0, 3]]}, **more}


def test_articles_come_in_and_are_reported(project: Project, files: Path) -> None:
    one, two = write(files, "one.txt", "A title\nand words"), write(files, "two.jsonl", line("b", "Text b"))
    report = import_files(project, [one, two])
    assert [(article.title, article.source_file) for article in report.articles] == [
        ("A title", "one.txt"),
        ("b", ""),
    ]
    assert report.skipped == []
    assert project.read.count_articles() == 5


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("missing.txt", None, "There is no file"),
        ("empty.txt", b"", "is empty"),
        ("white.txt", b" \n\t\n", "holds no text"),
        ("binary.txt", b"PK\x03\x04" + bytes(20), "is a binary file, not text"),
        ("binary.bin", bytes(range(256)), "is of no format that Selon reads"),
        ("bad.jsonl", b'{"format": "selon-jsonl/1"}\nnonsense', "holds no article that can be read"),
    ],
)
def test_a_file_that_cannot_be_read_stops_nothing(
    name: str, content: bytes | None, reason: str, project: Project, files: Path
) -> None:
    bad = files / name if content is None else write(files, name, content)
    good = write(files, "good.txt", "Words.")
    report = import_files(project, [bad, good])
    assert [article.source_file for article in report.articles] == ["good.txt"]
    (skipped,) = [one for one in report.skipped if one.failed]
    assert skipped.file == str(bad)
    assert reason in skipped.reason
    assert "\n" not in skipped.reason


def test_a_folder_is_no_file_unless_it_is_taken_with_all_in_it(project: Project, files: Path) -> None:
    write(files, "a.txt", "Words.")
    (skipped,) = import_files(project, [files]).skipped
    assert skipped.failed
    assert "is a folder" in skipped.reason


def test_folders_are_taken_with_all_in_them_but_what_is_hidden(project: Project, files: Path) -> None:
    for name in ("b.txt", "deep/er/a.txt", ".hidden.txt", ".git/objects.txt", "deep/.cache/c.txt"):
        write(files, name, f"Words of {name}.")
    single = write(files.parent, "single.txt", "Single.")
    report = import_files(project, [files, single], ImportPlan(recursive=True))
    assert [article.source_file for article in report.articles] == ["b.txt", "a.txt", "single.txt"]


def test_an_empty_folder_brings_nothing(project: Project, files: Path) -> None:
    report = import_files(project, [files], ImportPlan(recursive=True))
    assert (report.articles, report.skipped) == ([], [])


def test_an_exported_folder_comes_back_whole(project: Project, files: Path) -> None:
    export_project(project.read, "jsonl", files / "out", Selection(), lambda *now: None)
    with create_project(files / "copy.selon") as copy:
        report = import_files(copy, sorted((files / "out").iterdir()))
        assert (len(report.articles), report.annotations) == (3, 6)
        (skipped,) = report.skipped
        assert not skipped.failed
        assert "canonical names" in skipped.reason
        assert {entity.id for entity in copy.read.entities()} == {"roux", "otan"}


def test_the_same_file_twice_is_one_article(project: Project, files: Path) -> None:
    one = write(files, "one.txt", "A title\nand words")
    report = import_files(project, [one, one])
    assert len(report.articles) == 1
    assert [one.reason for one in report.skipped] == ["“A title” is already in the project."]
    again = import_files(project, [one])
    assert again.articles == []
    assert not any(one.failed for one in again.skipped)


def test_what_comes_back_unchanged_is_not_imported_again(project: Project, files: Path) -> None:
    corpus = write(files, "c.jsonl", line("b", "Text b", mention("x1")))
    assert len(import_files(project, [corpus]).articles) == 1
    before = dump(project.path)
    report = import_files(project, [corpus])
    assert (report.articles, report.annotations) == ([], 0)
    assert [one.reason for one in report.skipped] == ["“b” is already in the project."]
    assert dump(project.path) == before


def test_an_id_of_an_article_with_another_text_is_left_out(project: Project, files: Path) -> None:
    corpus = write(files, "c.jsonl", line("a1", "Other words.") + "\n" + line("b", "Text b"))
    report = import_files(project, [corpus])
    assert [article.id for article in report.articles] == ["b"]
    assert [one.reason for one in report.skipped] == ["“a1” has the id of an article with another text."]


def test_the_same_id_twice_in_one_file_is_taken_once(project: Project, files: Path) -> None:
    corpus = write(
        files, "c.jsonl", "\n".join([line("b", "Text b"), line("b", "Text b"), line("b", "Other.")])
    )
    report = import_files(project, [corpus])
    assert [article.id for article in report.articles] == ["b"]
    assert len(report.skipped) == 2
    assert project.read.text(project.read.get(Article, "b")) == "Text b"


def test_annotations_of_an_article_may_come_in_several_files(project: Project, files: Path) -> None:
    ann = write(files, "ann.jsonl", line("b", "Text b", mention("x1", "Ann")))
    bob = write(files, "bob.jsonl", line("b", "Text b", mention("x2", "Bob"), mention("x3", "Zoe")))
    report = import_files(project, [ann, bob])
    assert [article.id for article in report.articles] == ["b"]
    assert report.annotations == 3
    people = project.read.annotators()
    assert {people[record.annotator].name for record in project.read.annotations("b")} == {
        "Ann",
        "Bob",
        "Zoe",
    }


@pytest.mark.usefixtures("by_few")
def test_many_files_come_in_by_batches(project: Project, files: Path) -> None:
    paths = [write(files, f"{n}.txt", f"Title {n}\nWords {n}.") for n in range(2 * BATCH + 3)]
    entries = len(project.history())
    report = import_files(project, paths)
    assert len(report.articles) == len(paths)
    assert project.read.count_articles() == 3 + len(paths)
    assert len(project.history()) == entries + 3


class Cancelled(Exception):
    """What the caller raises to stop."""


def test_long_texts_are_stored_by_fewer(
    project: Project, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "_ROOM", 1000)
    paths = [write(files, f"{n}.txt", f"Title {n}\n{'Words. ' * 100}") for n in range(4)]
    entries = len(project.history())
    assert len(import_files(project, paths).articles) == 4
    assert len(project.history()) == entries + 2


@pytest.mark.usefixtures("by_few")
def test_a_cancelled_import_keeps_whole_articles_and_no_damage(project: Project, files: Path) -> None:
    paths = [write(files, f"{n}.txt", f"Title {n}\nWords {n}.") for n in range(BATCH + 15)]

    def cancel(done: int, total: int) -> None:
        if done == BATCH + 10:
            raise Cancelled

    with pytest.raises(Cancelled):
        import_files(project, paths, progress=cancel)
    assert project.read.count_articles() == 3 + BATCH
    assert project.check() == []
    assert len(import_files(project, paths).articles) == 15


@pytest.mark.usefixtures("by_few")
def test_a_large_file_can_be_cancelled_while_it_is_read(project: Project, files: Path) -> None:
    corpus = write(files, "c.jsonl", "\n".join(line(f"b{n}", f"Text {n}") for n in range(3 * BATCH)))
    told: list[tuple[int, int]] = []

    def cancel(done: int, total: int) -> None:
        told.append((done, total))
        if len(told) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        import_files(project, [corpus], progress=cancel)
    assert told == [(0, 1)] * 3
    assert project.read.count_articles() == 3


def killed(path: Path, files: Sequence[Path], arm: Callable[[], Progress]) -> None:
    """Import in a process of its own that is killed on the way, as by a loss of power."""
    child = os.fork()
    if not child:
        try:
            with open_project(path) as opened:
                import_files(opened, files, progress=arm())
        finally:
            os._exit(1)
    _child, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL


def kill(*_arguments: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def between_batches() -> Progress:
    return lambda done, total: kill() if done == BATCH + 10 else None


def within_a_transaction() -> Progress:
    """Where articles and texts of the second batch are written, and nothing is committed."""
    calls = iter(range(2))
    finish = Writer.finish
    Writer.finish = lambda self: finish(self) if not next(calls) else kill()  # type: ignore[method-assign]  # the child's
    return lambda done, total: None


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that split")
@pytest.mark.parametrize("arm", [between_batches, within_a_transaction])
@pytest.mark.usefixtures("by_few")
def test_a_killed_import_goes_on_with_nothing_twice_and_nothing_lost(
    arm: Callable[[], Progress], tmp_path: Path, files: Path
) -> None:
    paths = [write(files, f"{n}.txt", f"Title {n}\nWords {n}.") for n in range(2 * BATCH + 5)]
    place = tmp_path / "p.selon"
    create_project(place).close()
    killed(place, paths, arm)
    with open_project(place) as opened:
        assert opened.read.count_articles() == BATCH
        again = import_files(opened, paths)
        assert (len(again.articles), len(again.skipped)) == (BATCH + 5, BATCH)
        assert [one.title for one in opened.read.articles()] == [f"Title {n}" for n in range(len(paths))]
        assert opened.check() == []


def test_progress_goes_from_nothing_to_all(project: Project, files: Path) -> None:
    told: list[tuple[int, int]] = []
    paths = [write(files, f"{n}.txt", f"Words {n}.") for n in range(3)]
    import_files(project, paths, progress=lambda *now: told.append(now))
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_a_file_whose_name_is_no_text_comes_in(project: Project, files: Path) -> None:
    path = write(files, "caf\udce9.txt", "x" * 300)
    (article,) = import_files(project, [path]).articles
    assert project.read.get(Article, article.id).source_file == "caf?.txt"
    (skipped,) = import_files(project, [files / "caf\udce8.txt"]).skipped
    assert "caf?.txt" in skipped.reason


def test_nothing_to_import_is_no_failure(project: Project) -> None:
    report = import_files(project, [])
    assert (report.articles, report.skipped) == ([], [])


def test_tags_of_an_article_that_is_there_already_come_together(project: Project, files: Path) -> None:
    import_files(project, [write(files, "a.jsonl", line("t", "Text", tags=["war"]))])
    more = write(files, "b.jsonl", line("t", "Text", tags=["peace", "war"]))
    assert import_files(project, [more]).skipped == []
    assert project.read.get(Article, "t").tags == ("peace", "war")
    (left_out,) = import_files(project, [more]).skipped
    assert "already in the project" in left_out.reason


@pytest.mark.parametrize("breaks", [False, True])
def test_a_large_file_comes_in_piece_by_piece_and_a_broken_one_not_at_all(
    project: Project, files: Path, monkeypatch: pytest.MonkeyPatch, breaks: bool
) -> None:
    path = write(files, "a.jsonl", "\n".join(line(f"n{number}", f"Text {number}") for number in range(120)))
    read = Opened.read

    def watch(opened: Opened) -> Iterator[Imported | Skipped]:
        yield from read(opened)
        if breaks:
            raise ImportFailure("The rest is missing.")

    monkeypatch.setattr(Opened, "read", watch)
    monkeypatch.setattr(importing, "_LARGE", 1)
    before = project.read.count_articles()
    report = import_files(project, [path])
    assert len(report.articles) == (0 if breaks else 120)
    assert project.read.count_articles() == before + len(report.articles)
    assert [one.reason for one in report.skipped] == (["The rest is missing."] if breaks else [])
