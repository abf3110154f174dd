"""The names of one language that are known without a model, from `names.toml`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from annotation.detectors._language import Phrases, folded, read_table
from annotation.detectors._tokens import phrase, symbol


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Known names by the tokens that write them, and words that stand around names."""

    names: Phrases[str]
    """The type of each known name; capitals count."""
    types: Mapping[str, str]
    """A model's labels and the types that they become."""
    leading: frozenset[str]
    titles: frozenset[str]
    keep: tuple[str, ...]
    before_person: frozenset[str]
    before_place: frozenset[str]
    never: frozenset[str]
    roles: Phrases[str]
    """What somebody can be, as folded tokens."""
    after_role: Phrases[str]
    role_links: Phrases[str]


@cache
def load_gazetteer(code: str) -> Gazetteer:
    """The known names of the language `code`. Raises LanguageError where the file is damaged."""
    table = read_table(f"{code}/names")
    trim = table["trim"]
    return Gazetteer(
        Phrases((symbol(name, code), kind) for name, kind in _names(code)),
        table["types"],
        folded(trim["leading"]),
        folded(trim["titles"]),
        tuple(name.casefold() for name in trim["keep"]),
        folded(trim["before_person"]),
        folded(trim["before_place"]),
        folded(trim["never"]),
        _folded_phrases(table["roles"]["nouns"], code),
        _folded_phrases(table["roles"]["after"], code),
        _folded_phrases(table["roles"]["linking"], code),
    )


def _folded_phrases(items: Iterable[str], code: str) -> Phrases[str]:
    return Phrases((phrase(item, code), item) for item in items)


def _names(code: str) -> Iterator[tuple[str, str]]:
    table = read_table(f"{code}/names")
    lists = (
        (table["organisations"]["names"], "ORG"),
        (table["places"]["countries"], "GPE"),
        (table["places"]["capitals"], "GPE"),
        (table["places"]["regions"], "LOC"),
    )
    for names, kind in lists:
        yield from ((name, kind) for name in names)
        if kind == "GPE":
            yield from ((name.upper(), kind) for name in names if len(name) > 3)
    for people in table["peoples"]["masculine"]:
        yield from ((form, "NORP") for form in _inflected(people, code))


def _inflected(people: str, code: str) -> set[str]:
    if code != "fr":
        return {people, people + ("" if people.endswith(("s", "sh", "ch", "se")) else "s")}
    feminine = (
        people + "ne"
        if people.endswith(("ien", "éen", "on"))
        else people + ("" if people.endswith("e") else "e")
    )
    feminine = (
        people[:-1] + "que"
        if people in ("Turc", "Grec")
        else people[:-1] + "ve"
        if people == "Juif"
        else feminine
    )
    plural = people if people.endswith("s") else people + ("ux" if people == "Occidental" else "s")
    plural = "Occidentaux" if people == "Occidental" else plural
    return {people, feminine, plural, feminine + "s"}
