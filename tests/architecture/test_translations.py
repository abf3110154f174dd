"""Whoever chose a language reads it everywhere, well set."""

import ast
import re
from pathlib import Path

import polib
import pytest

from tests.architecture import messages
from tests.architecture.messages import Text, placeholders, texts_of
from tests.architecture.source import Module

CATALOGUES = messages.catalogues()

each_catalogue = pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)


def forms(entry: polib.POEntry) -> list[str]:
    """The translations of an entry: one, or one a plural form."""
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def test_the_window_speaks_french() -> None:
    assert "fr" in [path.stem for path in CATALOGUES]


@each_catalogue
def test_every_text_has_an_entry_and_every_entry_a_text(path: Path) -> None:
    catalogue, wanted = polib.pofile(str(path)), messages.texts()
    assert not messages.missing(catalogue, wanted)
    assert not messages.stale(catalogue, wanted)


@each_catalogue
def test_every_entry_is_translated_once(path: Path) -> None:
    catalogue = polib.pofile(str(path))
    ids = [entry.msgid for entry in catalogue]
    assert not [entry.msgid for entry in catalogue if entry.fuzzy or not all(forms(entry))]
    assert len(ids) == len(set(ids))


@each_catalogue
def test_a_translation_has_the_placeholders_of_its_text(path: Path) -> None:
    wrong = [
        (entry.msgid, form)
        for entry in polib.pofile(str(path))
        for form in forms(entry)
        if not fits(placeholders(form), entry)
    ]
    assert not wrong


def fits(found: set[str], entry: polib.POEntry) -> bool:
    """Whether the placeholders are those of the text; a plural form may leave out the number."""
    wanted = placeholders(entry.msgid) | placeholders(entry.msgid_plural)
    return wanted - ({"n", "number"} if entry.msgid_plural else set()) <= found <= wanted


@each_catalogue
def test_the_rule_of_plural_forms_is_given(path: Path) -> None:
    assert "nplurals=2" in polib.pofile(str(path)).metadata["Plural-Forms"]


ILL_SET = {
    "a straight apostrophe": r"\w'\w",
    "straight quotes": r'"',
    "three dots for an ellipsis": r"\.\.\.",
    "a breaking space before a mark": r" [:;?!»]",
    "a breaking space after an opening quote": r"« ",
    "no space before a mark": r"[\w)}]([;?!]|:(?=\s|$))",
}


@pytest.mark.parametrize("rule", ILL_SET.values(), ids=ILL_SET)
def test_french_is_set_as_french_is(rule: str) -> None:
    entries = polib.pofile(str(messages.TRANSLATIONS / "fr.po"))
    assert not [form for entry in entries for form in forms(entry) if re.search(rule, form)]


def module(code: str, path: str = "annotation/project/file.py") -> Module:
    made = Module(Path(path))
    made.__dict__["tree"] = ast.parse(code)
    return made


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('_("Open {name}", name=name)', [("Open {name}", "")]),
        ('_("Yes" if sure else "No")', [("Yes", ""), ("No", "")]),
        ('_("Open " "a file")', [("Open a file", "")]),
        ("_(text)", []),
        ('_("")', []),
        ('ngettext("one article", "{n} articles", n)', [("one article", "{n} articles")]),
        ('Message("one", {}, "many", 3)', [("one", "many")]),
        ('Message(one="one", many="many", n=3)', [("one", "many")]),
        ('raise ProjectLocked("{name} is open", name=name)', [("{name} is open", "")]),
        ('class ProjectLocked(E):\n def __init__(self): super().__init__("Locked")', [("Locked", "")]),
        ('class Other(E):\n def __init__(self): super().__init__("name")', []),
        ('raise ValueError("for programmers")', []),
        ('label = "Comma-separated values"', []),
    ],
)
def test_texts_are_found_where_they_are_translated(code: str, found: list[tuple[str, str]]) -> None:
    assert list(texts_of(module(code), {"ProjectLocked"})) == found


def test_the_label_of_a_plug_is_a_text() -> None:
    plug = module(
        'class Csv:\n    label: str = "Table"\nplug = Csv(label="Tables")', "annotation/exporters/csv.py"
    )
    assert sorted(texts_of(plug, set())) == [("Table", ""), ("Tables", "")]


def test_errors_are_known_through_their_families() -> None:
    code = module("class A(AnnotationError): pass\nclass B(A): pass\nclass C(Exception): pass")
    assert messages.families({"AnnotationError"}, [code]) == {"AnnotationError", "A", "B"}


def test_tables_give_their_texts_at_any_depth() -> None:
    table = {"menus": [{"id": "file", "text": "&File"}], "action": {"tip": "Open", "when": ["a"], "text": ""}}
    assert list(messages.values_of(table, {"text", "tip"})) == ["&File", "Open"]


def test_an_update_adds_what_is_missing_and_keeps_what_is_translated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    catalogue = polib.POFile()
    catalogue.append(polib.POEntry(msgid="Open", msgstr="Ouvrir"))
    catalogue.append(polib.POEntry(msgid="Gone", msgstr="Parti"))
    catalogue.save(str(tmp_path / "fr.po"))
    monkeypatch.setattr(messages, "TRANSLATIONS", tmp_path)
    monkeypatch.setattr(messages, "texts", lambda: [Text("Open"), Text("a file", "{n} files", "gui/app.py")])
    assert messages.main(["--update"]) == 1
    after = {entry.msgid: entry for entry in polib.pofile(str(tmp_path / "fr.po"))}
    assert after["Open"].msgstr == "Ouvrir"
    assert after["a file"].msgstr_plural == {0: "", 1: ""}
    said = capsys.readouterr().out
    assert "missing: a file" in said
    assert "unused: Gone" in said


def test_two_texts_that_differ_in_their_plural_are_one_entry() -> None:
    wanted = [Text("a file", "{n} files")]
    catalogue = polib.POFile()
    catalogue.append(polib.POEntry(msgid="a file", msgstr="un fichier"))
    assert messages.missing(catalogue, wanted) == wanted
    messages.add(catalogue, wanted[0])
    assert len(catalogue) == 1
    assert messages.missing(catalogue, wanted) == []
