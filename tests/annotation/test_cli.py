"""The command line: exit code 0 only on success, one plain sentence on stderr, JSON where a program reads."""

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from annotation.cli import COMMANDS, _progress, cli
from annotation.operations import Accept, AddAnnotations
from annotation.project import open_project
from tests.annotation.newsroom import ANN, annotation, dump, named, newsroom_file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The newsroom, in which Ann has accepted a suggestion and gold has a record."""
    path = newsroom_file(tmp_path)
    with open_project(path) as project:
        project.apply(Accept(annotations=(named(project, "e1").id,), actor=ANN.id))
        gold = annotation("g1", "gold", "entity", {"mention": ["OTAN"]}, type="ORG")
        project.apply(AddAnnotations(annotations=(gold,)))
    return path


def run(*arguments: object) -> Result:
    """What the command line answers."""
    return CliRunner(env={"SELON_LANG": "en"}).invoke(cli, [str(one) for one in arguments])


def answer(*arguments: object) -> Any:
    """The JSON document on stdout of a command that succeeds."""
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def refused(*arguments: object) -> str:
    """The one sentence on stderr of a command that fails as it should."""
    result = run(*arguments)
    assert result.exit_code == 1, result.output
    assert not isinstance(result.exception, Exception) or isinstance(result.exception, SystemExit)
    (line,) = result.stderr.splitlines()
    assert "Traceback" not in line
    return line


# ---------------------------------------------------------------- new


def test_a_new_project_is_made(tmp_path: Path) -> None:
    result = run("new", tmp_path / "p.selon")
    assert (result.exit_code, result.stdout) == (0, f"Made {tmp_path / 'p.selon'}.\n")
    assert answer("info", tmp_path / "p.selon")["articles"] == 0


def test_a_new_project_may_have_its_own_codebook(tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text('id = "mine"\nversion = 4\n[layer.a.role.w]')
    assert run("new", tmp_path / "p.selon", "--codebook", tmp_path / "c.toml").exit_code == 0
    assert answer("info", tmp_path / "p.selon")["codebook"] == "mine 4"


@pytest.mark.parametrize("content", [None, b"\xff\xfe", b"x =", b""])
def test_a_codebook_that_cannot_be_used_makes_no_project(content: bytes | None, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "c.toml").write_bytes(content)
    assert "codebook" in refused("new", tmp_path / "p.selon", "--codebook", tmp_path / "c.toml")
    assert not (tmp_path / "p.selon").exists()


def test_a_project_that_is_there_is_not_made_again(file: Path) -> None:
    before = file.read_bytes()
    assert "exists already" in refused("new", file)
    assert file.read_bytes() == before


# ---------------------------------------------------------------- import


def test_an_import_reports_what_came_in(file: Path, tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("Un titre 👍\n\nUn texte.", encoding="utf-8")
    document = answer("import", file, text)
    (article,) = document["articles"]
    assert {key: document[key] for key in ("imported", "skipped")} == {"imported": 1, "skipped": []}
    assert set(article) == {"id", "title", "outlet", "published", "authors", "lang", "source_file"}
    assert (article["title"], article["outlet"], article["authors"]) == ("Un titre 👍", None, [])
    assert article["source_file"] == "a.txt"


def test_the_same_file_again_is_left_out_without_failure(file: Path, tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("Un titre", encoding="utf-8")
    assert run("import", file, text).exit_code == 0
    before = file.read_bytes()
    result = run("import", file, text)
    assert (result.exit_code, result.stdout) == (0, "Imported 0 articles.\n")
    assert result.stderr == f"Left out {text}: “Un titre” is already in the project.\n"
    assert file.read_bytes() == before


def test_one_bad_file_among_good_ones_fails_and_the_good_ones_come_in(file: Path, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text("Words.")
    bad.write_bytes(b"\x00\x01")
    result = run("import", file, bad, good, "--json")
    assert result.exit_code == 1
    document = json.loads(result.stdout)
    assert document["imported"] == 1
    assert [one["file"] for one in document["skipped"]] == [str(bad)]


def test_folders_come_in_when_asked_for(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder" / "deep"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("Words.")
    assert "is a folder" in refused_import(file, tmp_path / "folder")
    assert answer("import", file, tmp_path / "folder", "--recursive")["imported"] == 1


def refused_import(file: Path, *paths: Path) -> str:
    """Why nothing came in; the project is as it was to the last byte."""
    before = file.read_bytes()
    result = run("import", file, *paths)
    assert result.exit_code == 1
    assert file.read_bytes() == before
    (line,) = result.stderr.splitlines()
    return line


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("missing.txt", None, "There is no file"),
        ("empty.txt", b"", "is empty"),
        ("binary.bin", bytes(range(256)) * 9, "is of no format that Selon reads"),
        ("binary.txt", b"MZ\x00\x00", "is a binary file"),
        ("latin.txt", "Été à l’hôpital".encode("cp1252"), "is not UTF-8 text: save it as UTF-8"),
        ("bad.jsonl", b'{"format": "selon-jsonl/1"', "holds no article that can be read"),
    ],
)
def test_a_file_that_cannot_be_read_leaves_the_project_as_it_was(
    name: str, content: bytes | None, sentence: str, file: Path, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert sentence in refused_import(file, tmp_path / name)


# ---------------------------------------------------------------- export


def test_an_export_says_what_it_wrote(file: Path, tmp_path: Path) -> None:
    document = answer("export", file, "--format", "jsonl", "--out", tmp_path / "out")
    files = [str(tmp_path / "out" / name) for name in ("articles.jsonl", "entities.jsonl")]
    assert document == {"articles": 3, "annotations": 8, "files": files, "losses": []}
    assert all(Path(name).is_file() for name in files)


@pytest.mark.parametrize(
    ("chosen", "annotators"),
    [
        ((), {"Ann", "gold", "machine"}),
        (("--set", "all"), {"Ann", "gold", "machine"}),
        (("--set", "gold"), {"gold"}),
        (("--set", "annotator", "Ann"), {"Ann"}),
        (("--set", "annotator Ann"), {"Ann"}),
        (("--set", "annotator", "Bob"), set()),
        (("--status", "accepted"), {"Ann", "gold"}),
        (("--status", "accepted", "--status", "suggested"), {"Ann", "gold", "machine"}),
        (("--set", "annotator", "Ann", "--status", "rejected"), set()),
    ],
)
def test_the_set_and_the_status_choose(
    chosen: tuple[str, ...], annotators: set[str], file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "x.jsonl"
    assert run("export", file, "--format", "jsonl", "--out", out, *chosen).exit_code == 0
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert {one["annotator"] for row in rows for one in row["annotations"]} == annotators


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        (("--set", "annotator"), "Name the annotator: --set annotator NAME."),
        (("--set", "annotator", "Zoe"), "There is no annotator “Zoe”"),
        (("--set", "Zoe"), "There is no annotator “Zoe”"),
        (("--split", "80/20"), "“80/20” is no split"),
    ],
)
def test_a_wrong_choice_is_one_sentence(
    chosen: tuple[str, ...], sentence: str, file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert sentence in refused("export", file, "--format", "jsonl", "--out", out, *chosen)
    assert not out.exists()


def test_a_split_writes_three_parts(file: Path, tmp_path: Path) -> None:
    for out in (tmp_path / "out", tmp_path / "x.jsonl"):
        document = answer(
            "export", file, "--format", "jsonl", "--out", out, "--split", "1/1/1", "--seed", "3"
        )
        assert document["articles"] == 3
        assert len(document["files"]) == (6 if out.suffix == "" else 3)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["dev", "test", "train"]
    assert {"x.train.jsonl", "x.dev.jsonl", "x.test.jsonl"} <= {path.name for path in tmp_path.iterdir()}


def test_an_export_to_where_nothing_can_be_written_is_one_sentence(file: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine")
    assert "taken" in refused("export", file, "--format", "jsonl", "--out", tmp_path / "taken")
    assert (tmp_path / "taken").read_text() == "mine"


# ---------------------------------------------------------------- info, search, check, backup, codebook


def test_info_has_the_shape_of_the_design(file: Path) -> None:
    assert answer("info", file) == {
        "articles": 3,
        "annotators": ["gold", "machine", "Ann", "Bob"],
        "annotations": {
            "entity": {"accepted": 2, "suggested": 2},
            "figure": {"suggested": 1},
            "source": {"suggested": 1},
            "stance": {"suggested": 1},
        },
        "schema": 5,
        "codebook": "selon-default 1",
    }
    assert "3 articles" in run("info", file).stdout


def test_a_search_finds_words_whatever_their_accents(file: Path) -> None:
    (hit,) = answer("search", file, "depeche")
    assert (hit["article"], hit["snippet"]) == ("a3", "Une [dépêche] sans rien.")
    assert run("search", file, "nothing").stdout == "Nothing found.\n"
    assert len(answer("search", file, "nina OR depeche", "--limit", "1")) == 1
    assert run("search", file, '"((').exit_code == 0


def test_a_check_of_a_whole_project_finds_nothing(file: Path) -> None:
    assert answer("check", file) == {"ok": True, "problems": []}
    assert run("check", file).stdout == "No problems found.\n"


def test_a_check_that_finds_damage_fails_and_says_what(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace("Une dépêche".encode(), "Une dépêchx".encode()))
    result = run("check", file, "--json")
    assert result.exit_code == 1
    document = json.loads(result.stdout)
    assert document["ok"] is False
    (problem,) = document["problems"]
    assert set(problem) == {"kind", "where", "what"}
    assert (problem["kind"], problem["where"]) == ("text", "a3")


def test_a_backup_is_the_project(file: Path, tmp_path: Path) -> None:
    assert run("backup", file, "--out", tmp_path / "copy.selon").exit_code == 0
    assert dump(tmp_path / "copy.selon") == dump(file)
    assert "cannot replace the project itself" in refused("backup", file, "--out", file)


def test_a_codebook_is_shown_and_applied(file: Path, tmp_path: Path) -> None:
    shown = run("codebook", "show", file)
    assert shown.stdout.startswith("# The default codebook of Selon.")
    other = tmp_path / "c.toml"
    other.write_text(shown.stdout.replace('version = "1"', 'version = "2"'), encoding="utf-8")
    assert run("codebook", "apply", file, other).exit_code == 0
    assert answer("info", file)["codebook"] == "selon-default 2"
    other.write_text("nonsense")
    before = file.read_bytes()
    assert "not valid TOML" in refused("codebook", "apply", file, other)
    assert file.read_bytes() == before


# ---------------------------------------------------------------- every command

PROJECT_COMMANDS: dict[str, tuple[str, ...]] = {
    "import": ("{dir}/x.txt",),
    "detect": (),
    "export": ("--format", "jsonl", "--out", "{dir}/out"),
    "info": (),
    "search": ("word",),
    "check": (),
    "backup": ("--out", "{dir}/backup.selon"),
}
each_command = pytest.mark.parametrize("name", PROJECT_COMMANDS)


def arguments(name: str, project: Path, folder: Path) -> list[str]:
    return [name, str(project), *(one.format(dir=folder) for one in PROJECT_COMMANDS[name])]


@each_command
@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "There is no project at"),
        (b"", "is empty"),
        (b"Words.", "is not a Selon project"),
        (b"SQLite format 3\x00" + bytes(4080), "is not a Selon project"),
        ("cut", "is damaged, its end is missing"),
    ],
)
def test_a_project_that_cannot_be_opened_is_one_sentence_and_left_alone(
    name: str, content: bytes | str | None, sentence: str, file: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "there"
    folder.mkdir()
    project = folder / "p.selon"
    if content is not None:
        project.write_bytes(file.read_bytes()[:-3000] if isinstance(content, str) else content)
    before = project.read_bytes() if content is not None else None
    assert sentence in refused(*arguments(name, project, folder))
    assert [path.name for path in folder.iterdir()] == ([] if before is None else ["p.selon"])
    assert before is None or project.read_bytes() == before


@each_command
def test_a_folder_is_no_project(name: str, tmp_path: Path) -> None:
    assert "is a folder" in refused(*arguments(name, tmp_path, tmp_path))


@pytest.mark.parametrize("name", ["import", "detect"])
def test_a_project_that_is_open_elsewhere_is_not_written(name: str, file: Path, tmp_path: Path) -> None:
    with open_project(file):
        assert "is open in another window or program" in refused(*arguments(name, file, tmp_path))


@pytest.mark.parametrize("name", ["export", "info", "search", "check", "backup"])
def test_a_project_that_is_open_elsewhere_can_be_read(name: str, file: Path, tmp_path: Path) -> None:
    with open_project(file):
        assert run(*arguments(name, file, tmp_path)).exit_code == 0


@pytest.mark.parametrize("name", ["export", "info", "search", "check", "backup"])
def test_reading_commands_change_nothing(name: str, file: Path, tmp_path: Path) -> None:
    before = file.read_bytes()
    assert run(*arguments(name, file, tmp_path)).exit_code == 0
    assert file.read_bytes() == before


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_itself(name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.stdout


@pytest.mark.parametrize("wrong", [["export"], ["info", "--nonsense"], ["nonsense"], ["import", "p.selon"]])
def test_wrong_usage_is_explained_with_another_exit_code(wrong: list[str]) -> None:
    result = run(*wrong)
    assert result.exit_code == 2
    assert "Usage:" in result.stderr
    assert result.stdout == ""


class Terminal(StringIO):
    """A stream that somebody watches."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "shown"), [(Terminal, "\rCheck 1/2\rCheck 2/2\n"), (StringIO, "")])
def test_progress_is_shown_only_to_somebody_who_watches(
    stream: type[StringIO], shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr", stream())
    report = _progress("Check")
    report(1, 2)
    report(2, 2)
    assert isinstance(sys.stderr, StringIO)
    assert sys.stderr.getvalue() == shown


# ---------------------------------------------------------------- as people run it


def selon(repository: Path, *words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """What `python main.py ...` does."""
    return subprocess.run(
        [sys.executable, str(repository / "main.py"), *map(str, words)],
        env={**os.environ, "SELON_LANG": "en", **environment},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
        encoding="utf-8",
    )


def test_a_truncated_project_never_gives_a_traceback(file: Path, repository: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    done = selon(repository, "info", file)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        "Error: “newsroom.selon” is damaged, its end is missing: open a backup, or get the file again; "
        "it was left as it is.\n"
    )
    assert file.read_bytes() == whole[: len(whole) // 2]


def test_it_speaks_french_where_the_user_does(file: Path, repository: Path) -> None:
    done = selon(repository, "search", file, "introuvable", SELON_LANG="fr")
    assert done.returncode == 0
    assert done.stdout == "Rien n’a été trouvé.\n"
    missing = selon(repository, "info", file.with_name("rien.selon"), SELON_LANG="fr_FR.UTF-8")
    assert missing.returncode == 1
    assert missing.stderr.startswith("Erreur\u00a0: Il n’y a pas de projet sous «\u00a0")


def test_an_answer_can_be_read_where_the_machine_speaks_ascii(file: Path, repository: Path) -> None:
    done = selon(repository, "search", file, "depeche", "--json", LC_ALL="C", PYTHONIOENCODING="utf-8")
    assert done.returncode == 0
    assert json.loads(done.stdout)[0]["snippet"] == "Une [dépêche] sans rien."


def test_a_change_of_the_codebook_is_tried_and_applied_with_moves(file: Path, tmp_path: Path) -> None:
    toml = run("codebook", "show", file).stdout
    new = tmp_path / "new.toml"
    new.write_text(toml.replace("\ncardinal = ", "\ncount = "), encoding="utf-8")
    remap = tmp_path / "remap.toml"
    remap.write_text('[tagset.figure_kind]\ncardinal = "count"\n', encoding="utf-8")
    tried = answer("codebook", "apply", file, new, "--remap", remap, "--dry-run")
    assert tried["applied"] is False
    assert {
        "place": "tagset.figure_kind.cardinal",
        "outcome": "followed",
        "records": tried["changed"],
    } in tried["effects"]
    assert run("codebook", "show", file).stdout == toml
    said = run(
        "codebook", "apply", file, new, "--map", "tagset.figure_kind.cardinal=count", "--note", "clearer"
    )
    assert "is in force" in said.stdout
    assert run("codebook", "show", file).stdout == new.read_text(encoding="utf-8")
    assert "is not in the codebook" in refused("codebook", "apply", file, new, "--map", "layer.no=x")
