"""Writes the currencies of ISO 4217 from Unicode CLDR: `python tests/resources/currencies.py`.

It makes `resources/languages/currencies.toml` with the codes, and `currencies.toml` in the folder of each
language with their names. What `symbols.toml` and `units.toml` say already is left out: people wrote those,
and they come first. Needs `pip install babel` (BSD; its names are those of CLDR, Unicode License v3), which
the program does not.
"""

import re
import sys
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

LANGUAGES = Path(__file__).resolve().parents[2] / "resources" / "languages"

FUNDS = ("BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "UYW", "XAD", "XAG", "XAU", "XDR", "XPD",
         "XPT", "XSU", "XUA")  # fmt: skip
"""Codes of ISO 4217 that are no country's tender: metals, units of account."""
AMBIGUOUS = ("ALL", "AMD", "ANG", "BAM", "BOB", "CHE", "COP", "CUP", "MOP", "MUR", "PAB", "PEN", "SLE", "SOS",
             "STN", "TOP")  # fmt: skip
"""Codes that are words, names or acronyms too: "COP 28", "TOP 10". They are money only after their number."""
ORDINARY = frozenset({
    "sol", "sols", "soles", "real", "reals", "réal", "mark", "marks", "marka", "colon", "colons", "colón",
    "colones", "sum", "sums", "pula", "pulas", "rand", "dong", "dollar", "dollars", "livre", "livres",
    "crown", "escudo", "franc", "unité", "unit", "units", "peso", "pound", "balboa", "taka", "metical",
    "once", "ounce", "special", "gourde", "gourdes", "right", "rights", "rupee", "rupees", "droit", "droits",
    "rial", "riyal",
})  # fmt: skip
"""Nouns of names that are no currency's name where they stand alone, or those of several."""
NOUN_LAST = ("en",)
"""Languages that put the country before the noun: "Malagasy ariary"."""
_HEAD = """# {what}
# Made by tests/resources/currencies.py from Babel {babel}: Unicode CLDR (Unicode License v3). Do not edit
# by hand: {where} is the place for more, and what stands there comes first.
"""


def table(name: str) -> dict[str, Any]:
    """What a TOML file of the languages holds."""
    return tomllib.loads((LANGUAGES / f"{name}.toml").read_text(encoding="utf-8"))


def languages() -> list[str]:
    """The codes of the languages."""
    return sorted(path.parent.name for path in LANGUAGES.glob("*/language.toml"))


def current_codes() -> list[str]:
    """The codes in force: every country's legal tender by CLDR, and the funds of ISO 4217."""
    rows = import_module("babel.core").get_global("territory_currencies")
    tender = {code for row in rows.values() for code, _start, end, legal in row if legal and not end}
    return sorted(tender | set(FUNDS))


def names(code: str) -> dict[str, list[str]]:
    """{currency: its singular and plural in a language, in lower case}, without what two share."""
    name_of = import_module("babel.numbers").get_currency_name
    found: dict[str, list[str]] = {}
    for currency in (code for code in current_codes() if code not in FUNDS or code == "XDR"):
        forms = [name_of(currency, count, code).casefold() for count in (1, 2)]
        plain = [re.sub(r"\s*\(.*?\)", "", form).replace("\u2019", "'").strip() for form in forms]
        if plain[0] != currency.casefold():
            found[currency] = list(dict.fromkeys(plain))
    shared = Counter(form for forms in found.values() for form in forms)
    return {
        key: kept for key, forms in found.items() if (kept := [form for form in forms if shared[form] == 1])
    }


def with_heads(found: Mapping[str, list[str]], at: int) -> dict[str, list[str]]:
    """The names with their noun alone where only one currency has it: "ariary" of "ariary malgache"."""
    heads = {key: [form.split()[at] for form in forms] for key, forms in found.items()}
    shared = Counter(head for forms in heads.values() for head in set(forms))
    return {
        key: list(dict.fromkeys([*forms, *(head for head in heads[key] if _alone(head, shared))]))
        for key, forms in found.items()
    }


def _alone(head: str, shared: Mapping[str, int]) -> bool:
    return shared[head] == 1 and head not in ORDINARY and len(head) > 2


def own(code: str) -> dict[str, list[str]]:
    """{currency: names} that a language's own list of units does not have."""
    known = {form for section in table(f"{code}/units").values() if isinstance(section, dict)
             for forms in section.values() if isinstance(forms, list) for form in forms
             if isinstance(form, str)}  # fmt: skip
    found = with_heads(names(code), -1 if code in NOUN_LAST else 0)
    known = {_plain(form) for form in known}
    rows = {key: [form for form in forms if _plain(form) not in known] for key, forms in found.items()}
    return {key: forms for key, forms in rows.items() if forms}


def _plain(name: str) -> str:
    """A name without accents, as it is looked up."""
    parts = unicodedata.normalize("NFKD", name.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def pages() -> Iterator[tuple[Path, str]]:
    """(file, what belongs into it) for the codes and for each language."""
    babel, known = version("babel"), table("symbols")["currencies"]
    written = {sign for signs in known.values() for sign in signs}
    head = _HEAD.format(what="The codes of ISO 4217 that are in force.", babel=babel, where="symbols.toml")
    rows = [f'{code} = ["{code}"]\n' for code in current_codes() if code not in written]
    after = ", ".join(f'"{code}"' for code in AMBIGUOUS)
    note = "\n# These are words or names too: they are money only after a number.\n[after]\ncodes = ["
    yield LANGUAGES / "currencies.toml", f"{head}\n[currencies]\n{''.join(rows)}{note}{after}]\n"
    for code in languages():
        head = _HEAD.format(what="Currencies by their code.", babel=babel, where="units.toml")
        lines = [f"{key} = [{', '.join(map(_quoted, forms))}]\n" for key, forms in own(code).items()]
        yield LANGUAGES / code / "currencies.toml", f"{head}\n[currencies]\n{''.join(lines)}"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '\\"') + '"'


def main() -> int:
    """Write the files."""
    for path, content in pages():
        path.write_text(content, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
