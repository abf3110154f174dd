"""What one language knows about names: known ones, and words that stand in and around names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from annotation.detectors._entities.known import Names, load_names, load_peoples, load_towns
from annotation.detectors._language import Phrases, fold, folded, read_table
from annotation.detectors._tokens import phrase, symbol


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Known names, and words in and around names; words are folded unless said otherwise."""

    names: Names
    towns: Names
    """The many towns of the world, which the names leave out."""
    peoples: Phrases[str]
    """Nouns and adjectives of peoples, with the key of the country or ""."""
    types: Mapping[str, str]
    """A model's labels and the types that they become."""
    leading: frozenset[str]
    keep: Phrases[str]
    particles: frozenset[str]
    noble: Phrases[str]
    town_links: frozenset[str]
    """Those after which a name with a capital is a town's: towns take no article."""
    civil: Phrases[bool]
    """Civilities as they are written, and whether they belong to the mention."""
    before_person: frozenset[str]
    before_organisation: frozenset[str]
    sport: frozenset[str]
    """Words of articles on sport, where towns' names are clubs'."""
    before_club: Phrases[str]
    """Words before the club that another plays against: "face à"."""
    company_verbs: frozenset[str]
    """Lemmas of verbs whose subject without an article is a company rather than a place."""
    sole_company_verbs: frozenset[str]
    """Those whose subject is one even where a model takes it for a person."""
    before_town: Phrases[str]
    """Nouns with "de" before a town's name: "maire de"."""
    affixes: frozenset[str]
    """Words that only names of companies or clubs begin or end with, as they are written."""
    before_place: Phrases[str]
    definite: frozenset[str]
    """Articles that persons' names do not take."""
    ages: frozenset[str]
    """Units of an age."""
    months: frozenset[str]
    never_town: frozenset[str]
    """Words in the names of places that have no government."""
    place_heads: Phrases[str]
    bare_heads: Phrases[str]
    organisation_heads: Phrases[str]
    between: frozenset[str]
    capital_heads: Phrases[str]
    """Nouns that an organisation's name begins with, in capitals: "Association des maires"."""
    event_heads: Phrases[str]
    """Nouns that an event's name begins with."""
    never: frozenset[str]
    given: frozenset[str]
    """Given names."""

    @property
    def guesses_places(self) -> bool:
        """Whether the language's models do not tell places with a government from others."""
        return "GPE" not in self.types.values()


@dataclass(frozen=True, slots=True)
class Nouns:
    """Roles, nouns that stand for what was named, and words around places that act."""

    roles: Phrases[str]
    portfolios: frozenset[str]
    """Roles after which a word with a capital is a field, not an organisation: "ministre de la Culture"."""
    after_role: Phrases[str]
    role_links: Phrases[str]
    office_words: Phrases[str]
    """Nouns in lower case that complete a role: the "groupe" of "président du groupe Gauche unie"."""
    going_on: frozenset[str]
    joining: frozenset[str]
    """Small words between the capitals of such a complement."""
    organisations: Phrases[tuple[str, ...]]
    """Nouns for an organisation, with the keys of those that they mean where one was named."""
    governments: frozenset[str]
    acting: frozenset[str]
    """Lemmas of verbs whose subject acts."""
    acted_on: frozenset[str]
    """Lemmas of verbs whose object is somebody who acts."""
    according: Phrases[str]
    in_view_of: frozenset[str]
    """"Pour" at the beginning of a sentence, where a comma follows the name."""
    deeds: frozenset[str]
    by: frozenset[str]
    clitics: frozenset[str]
    """What may stand between a subject and its verb."""
    joints: tuple[str, str]
    """"between" and "and"."""


@dataclass(frozen=True, slots=True)
class Institutions:
    """Nouns of institutions, and the words around them; words are folded."""

    heads: Phrases[str]
    """Nouns and what they need: "whole" nothing, "name" a name after "de", "bare" a name, "field" a field."""
    known_by: frozenset[str]
    """Definite articles, also those that a preposition holds."""
    fields: frozenset[str]
    """Words for what an institution deals with."""
    adjectives: frozenset[str]
    """Adjectives after such a word, for texts that no parser reads."""
    joints: frozenset[str]
    """Words and signs between two fields."""


@cache
def load_institutions(code: str) -> Institutions:
    """The nouns of institutions of the language `code`. Raises LanguageError where a file is damaged."""
    table = read_table(f"{code}/names")["institutions"]
    return Institutions(
        heads=Phrases(
            (phrase(noun, code), kind) for kind in ("whole", "field", "bare", "name") for noun in table[kind]
        ),
        known_by=folded(table["known_by"]),
        fields=folded(table["fields"]),
        adjectives=folded(table["adjectives"]),
        joints=folded(table["joints"]),
    )


@cache
def load_gazetteer(code: str) -> Gazetteer:
    """The names of the language `code`. Raises LanguageError where a file is damaged."""
    table = read_table(f"{code}/names")
    trim, civil, heads = table["trim"], table["civilities"], table["heads"]
    return Gazetteer(
        names=load_names(code),
        towns=load_towns(code),
        peoples=load_peoples(code),
        types=table["types"],
        leading=folded(trim["leading"]),
        keep=_phrases(trim["keep"], code),
        particles=folded(trim["particles"]),
        noble=_phrases(trim["noble"], code),
        town_links=folded(trim["town_links"]),
        civil=Phrases(
            (symbol(word, code), word in civil["kept"]) for word in (*civil["kept"], *civil["left"])
        ),
        before_person=folded(table["before"]["person"]),
        before_organisation=folded(table["before"]["organisation"]),
        definite=folded(table["before"]["definite"]),
        ages=folded(table["after"]["age"]),
        months=folded(table["after"]["month"]),
        never_town=folded(heads["landmark"]),
        sport=folded(table["actors"]["sport"]),
        before_club=_phrases(table["actors"]["before_club"], code),
        company_verbs=frozenset(table["actors"]["company_verbs"]),
        sole_company_verbs=frozenset(table["actors"]["sole_company_verbs"]),
        before_town=_phrases(table["before"]["town"], code),
        affixes=frozenset(heads["affixes"]),
        before_place=_phrases(table["before"]["place"], code),
        place_heads=_phrases(heads["place"], code),
        bare_heads=_phrases(heads["bare_place"], code),
        organisation_heads=_phrases(heads["organisation"], code),
        between=folded(heads["between"]),
        capital_heads=_phrases(heads["capital"], code),
        event_heads=_phrases(heads["event"], code),
        never=folded(table["never"]["words"]),
        given=folded(read_table(f"{code}/people")["given"]),
    )


@cache
def load_nouns(code: str) -> Nouns:
    """The roles and nouns of the language `code`. Raises LanguageError where a file is damaged."""
    table = read_table(f"{code}/roles")
    roles, nominal, acting = table["roles"], table["nominal"], table["acting"]
    return Nouns(
        roles=_phrases(roles["nouns"], code),
        portfolios=folded(roles["portfolio"]),
        after_role=_phrases(roles["after"], code),
        role_links=_phrases(roles["linking"], code),
        office_words=_phrases(roles["office"], code),
        joining=folded(roles["joining"]),
        going_on=folded(roles["going_on"]),
        organisations=Phrases(
            (phrase(noun, code), tuple(keys)) for noun, keys in nominal["organisation"].items()
        ),
        governments=folded(nominal["government"]["nouns"]),
        acting=frozenset(fold(word) for word in acting["verbs"]),
        acted_on=frozenset(fold(word) for word in acting["objects"]),
        according=_phrases(acting["according"], code),
        in_view_of=folded(acting["in_view_of"]),
        deeds=folded(acting["deeds"]),
        by=folded(acting["by"]),
        clitics=folded(acting["clitics"]),
        joints=(fold(acting["between"]), fold(acting["and"])),
    )


def _phrases(items: Iterable[str], code: str) -> Phrases[str]:
    return Phrases((phrase(item, code), item) for item in items)
