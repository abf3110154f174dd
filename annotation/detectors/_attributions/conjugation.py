"""The forms of a verb, looked up without accents, and what each may be: finite, participle and so on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from annotation.detectors._language import fold, read_table

FINITE, PARTICIPLE, GERUND, INFINITIVE = "finite", "participle", "gerund", "infinitive"
_VOWELS = "aeiou"
_DOUBLING = "bdgmnprt"


@cache
def conjugate(verb: str, code: str) -> Mapping[str, frozenset[str]]:
    """{form: what it may be} of a verb given by its infinitive, by the models of `conjugation.toml`."""
    table = read_table(f"{code}/conjugation")
    forms: dict[str, set[str]] = defaultdict(set)
    for form, kind in _irregular(verb, table) or _by_model(fold(verb), table) or _english(fold(verb)):
        forms[form].add(kind)
    return {form: frozenset(kinds) for form, kinds in forms.items()}


def _irregular(verb: str, table: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What the language lists for this verb alone."""
    row = table.get("verb", {}).get(verb)
    if row is None:
        return []
    found = [(fold(verb), INFINITIVE)]
    for kind in (FINITE, PARTICIPLE, GERUND):
        found.extend((fold(form), kind) for form in row.get(kind, "").split())
    return found


def _by_model(verb: str, table: Mapping[str, Any]) -> list[tuple[str, str]]:
    models = {fold(row["ending"]): row for row in table.get("model", ())}
    named = {fold(word): fold(model) for word, model in table.get("like", {}).items()}
    fitting = [ending for ending in models if verb.endswith(ending)]
    ending = named.get(verb) or max(fitting, key=len, default="")
    if not ending:
        return []
    row, stem = models[ending], verb.removesuffix(ending)
    return [(verb, INFINITIVE), *_endings(stem, row, table)]


def _endings(stem: str, row: Mapping[str, Any], table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for kind in (FINITE, PARTICIPLE, GERUND):
        yield from ((stem + end, kind) for end in row.get(kind, "").split())
    later = (*table["future_endings"], *table["conditional_endings"])
    yield from ((stem + row["future"] + end, FINITE) for end in later)


def _english(verb: str) -> Iterable[tuple[str, str]]:
    """A regular English verb."""
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        third, past, stem = verb[:-1] + "ies", {verb[:-1] + "ied"}, verb
    else:
        third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
        stem = verb.removesuffix("e")
        past = {stem + "ed"}
    doubled = verb[-1] in _DOUBLING and verb[-2:-1] in _VOWELS
    going = {stem + "ing"} | ({verb + verb[-1] + "ing"} if doubled else set())
    past |= {verb + verb[-1] + "ed"} if doubled else set()
    yield from ((verb, kind) for kind in (FINITE, INFINITIVE))
    yield third, FINITE
    yield from ((form, kind) for form in past for kind in (FINITE, PARTICIPLE))
    yield from ((form, GERUND) for form in going)
