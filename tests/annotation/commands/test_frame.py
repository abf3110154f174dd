"""What commands share."""

import sys
from io import StringIO

import pytest

from annotation.commands.frame import answer, show_progress


class Terminal(StringIO):
    """A stream that somebody watches."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "shown"), [(Terminal, "\rCheck 1/2\rCheck 2/2\n"), (StringIO, "")])
def test_progress_is_shown_only_to_somebody_who_watches(
    stream: type[StringIO], shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr", stream())
    report = show_progress("Check")
    report(1, 2)
    report(2, 2)
    assert isinstance(sys.stderr, StringIO)
    assert sys.stderr.getvalue() == shown


def test_letters_that_no_encoding_has_are_printed_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    answer(False, {}, "a\ud800b")
    answer(True, {"a": "é\ud800"}, "")
    assert capsys.readouterr().out == 'a?b\n{\n "a": "é?"\n}\n'
