"""One program, two doors: the command line and the window."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import main
from gui import startup


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """The projects on which a window was opened, instead of the windows."""
    opened: list[Path | None] = []

    def remember(project: Path | None) -> int:
        opened.append(project)
        return 0

    monkeypatch.setattr(main, "open_window", remember)
    return opened


def selon(repository: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What `python main.py ARGUMENTS` does where there is no display."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, str(repository / "main.py"), *arguments],
        env={**kept, "SELON_LANG": "en", **environment},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


def test_no_argument_opens_the_window_on_the_welcome_page(windows: list[Path | None]) -> None:
    assert main.main([]) == 0
    assert windows == [None]


def test_a_project_opens_in_the_window(tmp_path: Path, windows: list[Path | None]) -> None:
    project = tmp_path / "news.selon"
    project.touch()
    assert main.main([str(project)]) == 0
    assert windows == [project]


def test_a_name_that_is_neither_command_nor_file_is_refused_in_one_sentence(
    windows: list[Path | None], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.main(["exprot"]) != 0
    assert capsys.readouterr().err == "There is no command and no file “exprot”: see “selon --help”.\n"
    assert windows == []


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_an_option_goes_to_the_command_line(
    option: str, windows: list[Path | None], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main.main([option])
    assert end.value.code == 0
    assert "selon" in capsys.readouterr().out.lower()
    assert windows == []


def test_a_command_goes_to_the_command_line_even_where_a_file_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, windows: list[Path | None]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "info").touch()
    with pytest.raises(SystemExit) as end:
        main.main(["info"])
    assert end.value.code != 0
    assert windows == []


def test_a_command_that_ends_in_a_window_opens_none_that_nobody_sees(
    monkeypatch: pytest.MonkeyPatch, windows: list[Path | None]
) -> None:
    monkeypatch.setattr(startup, "has_display", lambda: False)
    assert main.open_window_if_seen(Path("p.selon")) == 0
    assert windows == []
    monkeypatch.setattr(startup, "has_display", lambda: True)
    assert main.open_window_if_seen(Path("p.selon")) == 0
    assert windows == [Path("p.selon")]


@pytest.mark.skipif(sys.platform != "linux", reason="displays are found this way on Linux only")
@pytest.mark.parametrize(
    ("environment", "words"),
    [({}, "There is no display here"), ({"DISPLAY": ":4242"}, "The display “:4242” does not answer")],
)
def test_a_window_that_cannot_open_ends_in_one_sentence(
    environment: dict[str, str], words: str, repository: Path
) -> None:
    ended = selon(repository, **environment)
    assert ended.returncode == 1
    assert ended.stderr.startswith(words)
    assert ended.stderr.count("\n") == 1
    assert ended.stdout == ""


def test_the_sentence_is_in_the_language_of_the_user(repository: Path) -> None:
    ended = selon(repository, "exprot", SELON_LANG="fr")
    assert "selon --help" in ended.stderr
    assert "There is" not in ended.stderr


def test_the_door_is_small_and_does_not_load_qt_for_the_command_line(repository: Path) -> None:
    code = "import sys, main, annotation.cli; print('PySide6' in sys.modules, 'spacy' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=repository, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "False"]
    assert len((repository / "main.py").read_text("utf-8").splitlines()) <= 60
