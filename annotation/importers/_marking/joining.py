"""Attributions put together out of words that are marked as source, cue and content, and relations."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from annotation.importers._marking.labels import Labels, Meaning, fold
from annotation.importers._marking.mark import Link, Mark

HUB_ROLES = ("content", "cue", "source", "addressee")
"""Which words stand for a whole attribution where the file has no mark for it: each content, and so on."""


@dataclass(frozen=True, slots=True)
class Read:
    """A mark and what its label means."""

    mark: Mark
    meaning: Meaning

    def is_beside(self, other: "Read") -> bool:
        """Whether both belong to one layer, and one of them gives the words of a role in it."""
        return self.meaning.layer == other.meaning.layer and bool(self.meaning.role or other.meaning.role)


@dataclass(slots=True)
class Group:
    """Marks that become one record: the hub gives it its name and features, parts give the words of roles."""

    hub: Read
    parts: list[tuple[str, Read]] = field(default_factory=list)
    """(role, part)"""


def join(read: Sequence[Read], links: Sequence[Link], labels: Labels) -> tuple[list[Group], list[Link]]:
    """The groups of marks that are one record each, in the order of their hubs, and the other links."""
    by_key = {one.mark.key: one for one in read}
    joining = [link for link in links if _joins(link, by_key, labels)]
    hubs = {key for key, one in by_key.items() if not one.meaning.role} | _standing_in(by_key, joining)
    groups = {key: Group(by_key[key]) for key in hubs}
    at = _by_end(joining)
    taken: set[str] = set()
    for key, group in groups.items():
        group.parts = [
            (role, by_key[part]) for part, role in _parts_of(key, at, by_key, hubs, labels).items()
        ]
        taken.update(part.mark.key for _role, part in group.parts)
    alone = {key: Group(by_key[key]) for key in by_key if key not in taken and key not in hubs}
    used = set(map(id, joining))
    everything = groups | alone
    return [everything[key] for key in by_key if key in everything], [
        link for link in links if id(link) not in used
    ]


def _joins(link: Link, by_key: Mapping[str, Read], labels: Labels) -> bool:
    """Whether a link ties words to an attribution: its label names a role, or one of its ends has one."""
    source, target = by_key.get(link.source), by_key.get(link.target)
    if source is None or target is None or source.mark.annotator != target.mark.annotator:
        return False
    return bool(role_of_link(link, labels, source.meaning.layer)) or source.is_beside(target)


def role_of_link(link: Link, labels: Labels, layer: str) -> str:
    """The role that the label of a link names in a layer, "" where it names none."""
    found, colon, role = labels.links.get(fold(link.label), "").partition(":")
    return role if colon and found == layer else ""


def _by_end(links: Iterable[Link]) -> dict[str, list[Link]]:
    at: dict[str, list[Link]] = {}
    for link in links:
        at.setdefault(link.source, []).append(link)
        at.setdefault(link.target, []).append(link)
    return at


def _standing_in(by_key: Mapping[str, Read], joining: Sequence[Link]) -> set[str]:
    """Parts that stand for a whole attribution, in every group of linked parts that has no mark for it."""
    near = _by_end(link for link in joining if by_key[link.source].is_beside(by_key[link.target]))
    found: set[str] = set()
    seen: set[str] = set()
    for key, one in by_key.items():
        if one.meaning.role and key not in seen:
            together = _reachable(key, near)
            seen |= together
            found |= _chosen({other: by_key[other].meaning.role for other in together})
    return found


def _chosen(roles: Mapping[str, str]) -> set[str]:
    """The keys of the first role that there is; none where a mark without a role stands for the whole."""
    if "" in roles.values():
        return set()
    first = next((role for role in HUB_ROLES if role in roles.values()), next(iter(roles.values())))
    return {key for key, role in roles.items() if role == first}


def _reachable(key: str, near: Mapping[str, list[Link]]) -> set[str]:
    found, waiting = {key}, [key]
    while waiting:
        ends = (end for link in near.get(waiting.pop(), ()) for end in (link.source, link.target))
        new = [end for end in ends if end not in found]
        found.update(new)
        waiting += new
    return found


def _parts_of(
    hub: str, at: Mapping[str, list[Link]], by_key: Mapping[str, Read], hubs: set[str], labels: Labels
) -> dict[str, str]:
    """{key: role} of the parts that are linked to a hub, at once or through another of its parts."""
    layer = by_key[hub].meaning.layer
    found: dict[str, str] = {}
    waiting = [hub]
    while waiting:
        here = waiting.pop(0)
        for link in at.get(here, ()):
            there = link.target if here == link.source else link.source
            named = role_of_link(link, labels, layer) if link.source == here else ""
            own = by_key[there].meaning
            role = named or (own.role if own.layer == layer else "")
            if not role or there == hub or there in found or (there in hubs and own.layer == layer):
                continue
            found[there] = role
            if there not in hubs:
                waiting.append(there)
    return found
