"""The pairs of annotators' records that may mean the same thing, without looking at all pairs.

Records that have words are swept in text order, role by role, so that the pairs found are those that share a
code point in a role. Records without any are looked up by what they are about.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from operator import itemgetter

from annotation.agreement.extent import Extent

Pairs = Iterator[tuple[Extent, Extent]]
About = Callable[[Extent], Mapping[str, frozenset[Hashable]]]
"""{field that says what a record is about: what its value is known by}, of the fields that it fills."""
_Stretch = tuple[int, int, Extent]


def sharing(extents: Iterable[Extent]) -> Pairs:
    """Each pair of records of two annotators that share a code point in a role, once.

    The first of a pair is that of the annotator whose id comes first.
    """
    roles: dict[str, list[_Stretch]] = defaultdict(list)
    for extent in extents:
        for role, spans in extent.roles.items():
            roles[role] += [(span.start, span.end, extent) for span in spans]
    seen: set[tuple[int, int]] = set()
    for role in sorted(roles):
        for pair in _swept(roles[role]):
            key = (id(pair[0]), id(pair[1]))
            if key not in seen:
                seen.add(key)
                yield pair


def without_words(one: Iterable[Extent], other: Iterable[Extent], about: About) -> Pairs:
    """Each pair of records without words that have a subject in common, or none that both name."""
    known = [(extent, about(extent)) for extent in other]
    places: dict[tuple[str, Hashable], list[int]] = defaultdict(list)
    filled: dict[frozenset[str], list[int]] = defaultdict(list)
    for place, (_extent, said) in enumerate(known):
        filled[frozenset(said)].append(place)
        for key in _keys(said):
            places[key].append(place)
    for extent in one:
        said = about(extent)
        found = {place for key in _keys(said) for place in places.get(key, ())}
        found.update(place for fields in filled if fields.isdisjoint(said) for place in filled[fields])
        yield from ((extent, known[place][0]) for place in sorted(found))


def _keys(said: Mapping[str, frozenset[Hashable]]) -> Iterator[tuple[str, Hashable]]:
    return ((field, mark) for field, marks in said.items() for mark in marks)


def _swept(stretches: list[_Stretch]) -> Pairs:
    """The owners of each two stretches of different annotators that share a code point."""
    open_: list[_Stretch] = []
    for stretch in sorted(stretches, key=itemgetter(0)):
        start, _end, owner = stretch
        open_ = [one for one in open_ if one[1] > start]
        who = owner.record.annotator
        for _start, _stop, found in open_:
            other = found.record.annotator
            if other != who:
                yield (found, owner) if other < who else (owner, found)
        open_.append(stretch)
