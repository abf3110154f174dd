"""Lines are one object each, whatever line ends the values hold."""

import json
from pathlib import Path

from annotation.exporters._lines import write_lines


def test_a_value_with_line_ends_stays_on_its_line(tmp_path: Path) -> None:
    rows = [{"text": "a\r\nb\u2028c\x85d"}, {"text": "é"}]
    write_lines(tmp_path / "new" / "x.jsonl", rows)
    lines = (tmp_path / "new" / "x.jsonl").read_bytes().split(b"\n")
    assert [json.loads(line) for line in lines[:-1]] == rows
    assert lines[-1] == b""


def test_accents_are_written_as_they_are(tmp_path: Path) -> None:
    write_lines(tmp_path / "x.jsonl", ["é"])
    assert (tmp_path / "x.jsonl").read_text("utf-8") == '"é"\n'
