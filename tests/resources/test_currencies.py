"""The lists of currencies are those of the library that they are made from, and figures know them all."""

import tomllib
from importlib.metadata import version
from importlib.util import find_spec

import pytest

from annotation.detectors import Document
from annotation.detectors._text import split_paragraphs
from annotation.detectors.figures import plug
from tests.resources import currencies


def money(text: str, lang: str) -> list[tuple[object, object]]:
    """The kind and the unit of each figure."""
    found = plug.detect(Document(text, lang, "", tuple(split_paragraphs(text))))
    return [(item.features.get("kind"), item.features.get("unit")) for item in found]


def rows(name: str) -> dict[str, list[str]]:
    file = currencies.LANGUAGES / f"{name}.toml"
    return dict(tomllib.loads(file.read_text(encoding="utf-8"))["currencies"])


@pytest.mark.parametrize(("lang", "number"), [("fr", "12 000"), ("en", "12,000")])
def test_every_name_of_a_currency_after_a_number_is_money_in_it(lang: str, number: str) -> None:
    names = [(code, form) for code, forms in rows(f"{lang}/currencies").items() for form in forms]
    assert len(names) > 250
    wrong = [form for code, form in names if money(f"{number} {form}.", lang) != [("money", code)]]
    assert wrong == []


@pytest.mark.parametrize(("lang", "number"), [("fr", "12 000"), ("en", "12,000")])
def test_every_code_in_force_is_known_after_a_number(lang: str, number: str) -> None:
    codes = [*rows("currencies"), *rows("symbols")]
    assert len(codes) > 150
    signs = {code for forms in (rows("currencies"), rows("symbols")) for code in forms if code in forms[code]}
    assert [code for code in sorted(signs) if money(f"{number} {code}.", lang) != [("money", code)]] == []


def test_codes_that_are_words_too_are_no_money_before_a_number() -> None:
    assert ("money", "COP") not in money("The talks at COP 28 and the TOP 10 teams.", "en")
    assert money("They paid BHD 300.", "en") == [("money", "BHD")]


def test_the_files_are_what_the_script_makes() -> None:
    if find_spec("babel") is None:
        pytest.skip("babel is not installed: the lists cannot be made again")
    pages = list(currencies.pages())
    if version("babel") not in pages[0][0].read_text(encoding="utf-8"):
        pytest.skip("another version of babel made the lists")
    assert [path.name for path, content in pages if path.read_text(encoding="utf-8") != content] == []
