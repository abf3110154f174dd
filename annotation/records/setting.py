"""One named choice that belongs to a project and travels with its file."""

from dataclasses import dataclass

from annotation.records.annotation import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A project-wide choice such as which detectors run; its value is JSON."""

    id: str
    value: Json = None
