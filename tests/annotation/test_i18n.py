"""Texts reach people in their language, and no text can stop the program."""

import locale
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation import i18n
from annotation.i18n import Message, _, ngettext, pick, preferred_language, use_language


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> polib.POFile:
    """A small French catalogue that is the only one; saved and spoken with `speak`."""
    made = polib.POFile()
    made.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Plural-Forms": "nplurals=2; plural=(n > 1);",
    }
    made.fpath = str(tmp_path / "fr.po")
    monkeypatch.setattr(i18n, "TRANSLATIONS", tmp_path)
    return made


def speak(catalogue: polib.POFile, *entries: polib.POEntry) -> None:
    catalogue.extend(entries)
    catalogue.save(catalogue.fpath)
    use_language("fr")


def test_a_text_without_translation_stays_english() -> None:
    use_language("fr")
    assert _("A text that no catalogue has, about {name}", name="Nina") == (
        "A text that no catalogue has, about Nina"
    )


def test_a_text_is_translated_and_filled(catalogue: polib.POFile) -> None:
    speak(catalogue, polib.POEntry(msgid="Open {name}", msgstr="Ouvrir {name}"))
    assert _("Open {name}", name="a.selon") == "Ouvrir a.selon"


def test_the_plural_follows_the_rule_of_the_language(catalogue: polib.POFile) -> None:
    speak(
        catalogue,
        polib.POEntry(
            msgid="one file", msgid_plural="{n} files", msgstr_plural={0: "{n} fichier", 1: "{n} fichiers"}
        ),
    )
    assert [ngettext("one file", "{n} files", n) for n in (0, 1, 2)] == [
        "0 fichier",
        "1 fichier",
        "2 fichiers",
    ]
    use_language("en")
    assert [ngettext("one file", "{n} files", n) for n in (0, 1, 2)] == ["0 files", "one file", "2 files"]


def test_a_message_is_translated_when_it_is_shown(catalogue: polib.POFile) -> None:
    message = Message("Good {what}", {"what": "day"})
    assert str(message) == "Good day"
    speak(catalogue, polib.POEntry(msgid="Good {what}", msgstr="Bon {what}"))
    assert str(message) == "Bon day"


def test_a_message_with_a_number_takes_the_form_that_fits() -> None:
    assert str(Message("Add {layer}", {"layer": "entity"}, "Add {n} annotations", 1)) == "Add entity"
    assert str(Message("Add {layer}", {"layer": "entity"}, "Add {n} annotations", 3)) == "Add 3 annotations"


def test_a_value_called_n_or_text_does_not_clash() -> None:
    assert str(Message("{n} and {text}", {"n": 1, "text": "x"}, "{n} of {text}", 2)) == "2 of x"
    assert _("{text} {one} {n}", text="a", one="b", n="c") == "a b c"


def test_a_name_without_a_value_stays_as_it_is(catalogue: polib.POFile) -> None:
    speak(catalogue, polib.POEntry(msgid="Open {name}", msgstr="Ouvrir {nom}"))
    assert _("Open {name}", name="a") == "Ouvrir {nom}"


def test_formats_of_a_foreign_text_are_not_obeyed() -> None:
    assert _("{a.__class__} {a[0]} {a:>99999999999} {0} {", a="x") == (
        "{a.__class__} {a[0]} {a:>99999999999} {0} {"
    )


def test_braces_are_written_double() -> None:
    assert _("{{en = {x}}}", x=1) == "{en = 1}"


@given(text=st.text(), values=st.dictionaries(st.text(), st.integers() | st.text()))
def test_no_text_stops_the_program(text: str, values: dict[str, object]) -> None:
    assert isinstance(i18n.fill(text, values), str)
    assert isinstance(str(Message(text, values)), str)


def test_a_file_name_that_is_no_text_can_still_be_shown() -> None:
    assert _("{path} is empty", path=Path("caf\udce9.txt")).encode() == b"caf?.txt is empty"


def test_no_text_is_no_text(catalogue: polib.POFile) -> None:
    speak(catalogue, polib.POEntry(msgid="a", msgstr="b"))
    assert _("") == ""


def test_an_unknown_language_is_english(catalogue: polib.POFile) -> None:
    speak(catalogue, polib.POEntry(msgid="Open", msgstr="Ouvrir"))
    use_language("tlh")
    assert (_("Open"), i18n.current_language()) == ("Open", "en")


def test_english_comes_first_among_the_languages() -> None:
    assert i18n.available_languages()[0] == "en"


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"SELON_LANG": "fr"}, "fr"),
        ({"SELON_LANG": "fr_CA.UTF-8"}, "fr"),
        ({"SELON_LANG": "fr-BE"}, "fr"),
        ({"SELON_LANG": "FR"}, "fr"),
        ({"SELON_LANG": "tlh"}, "en"),
        ({"SELON_LANG": "en", "LC_ALL": "fr_FR.UTF-8"}, "en"),
        ({"SELON_LANG": "", "LC_ALL": "fr_FR.UTF-8"}, "fr"),
        ({"LC_MESSAGES": "fr_FR", "LANG": "en_GB.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "C.UTF-8"}, "en"),
    ],
)
def test_the_language_is_that_of_the_environment(
    variables: dict[str, str], expected: str, catalogue: polib.POFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(catalogue)
    for name in ("SELON_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert preferred_language() == expected


def test_without_variables_the_system_is_asked(
    catalogue: polib.POFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(catalogue)
    for name in ("SELON_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(locale, "getlocale", lambda: ("fr_FR", "UTF-8"))
    assert preferred_language() == "fr"


def test_a_system_whose_language_nobody_knows_speaks_english(
    catalogue: polib.POFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> tuple[str, str]:
        raise ValueError("unknown locale: UTF-8")

    speak(catalogue)
    for name in ("SELON_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(locale, "getlocale", fail)
    assert preferred_language() == "en"


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ({"en": "Person", "fr": "Personne"}, "Personne"),
        ({"en": "Person"}, "Person"),
        ({"de": "Person (de)"}, "Person (de)"),
        ({"fr": "", "en": "Person"}, "Person"),
        ({}, ""),
    ],
)
def test_a_label_is_picked_in_the_language_spoken(
    labels: dict[str, str], expected: str, catalogue: polib.POFile
) -> None:
    speak(catalogue)
    assert pick(labels) == expected
