"""A canonical name that mentions in articles stand for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One entry of the project's registry of persons, institutions, places and so on."""

    id: str
    """The canonical key that entity features hold."""
    name: str
    type: str = ""
    aliases: tuple[str, ...] = ()
    wikidata: str = ""
    note: str = ""
    origin: str = ""
    """The detector that took it in, "" once a person made or changed it."""
    created: str = ""
    updated: str = ""
