"""What the Corpus room remembers between two starts: columns, widths, order of rows, panes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusState:
    """Written as JSON, read back as far as it makes sense."""

    columns: tuple[str, ...] = ()
    """From left to right, the title among them."""
    widths: Mapping[str, int] = field(default_factory=dict)
    sort: str = "number"
    descending: bool = False
    panes: tuple[str, ...] = ()
    """Which of "facets" and "details" are shown."""
    sizes: tuple[int, ...] = ()

    def written(self) -> str:
        """The state as text."""
        return json.dumps({
            "columns": self.columns, "widths": dict(self.widths), "sort": self.sort,
            "descending": self.descending, "panes": self.panes, "sizes": self.sizes,
        })  # fmt: skip

    @classmethod
    def read(cls, text: str) -> "CorpusState | None":
        """The state in a text; None where it is none, as that of another version."""
        try:
            found = json.loads(text)
        except ValueError:
            return None
        if not isinstance(found, dict) or not _texts(found.get("columns")):
            return None
        return cls(
            columns=_texts(found.get("columns")),
            widths=_numbers(found.get("widths")),
            sort=str(found.get("sort") or "number"),
            descending=found.get("descending") is True,
            panes=_texts(found.get("panes")),
            sizes=tuple(one for one in found.get("sizes") or () if type(one) is int),
        )


def _numbers(found: Any) -> dict[str, int]:
    rows = found.items() if isinstance(found, dict) else ()
    return {str(name): value for name, value in rows if type(value) is int}


def _texts(found: Any) -> tuple[str, ...]:
    return tuple(one for one in found if isinstance(one, str)) if isinstance(found, list) else ()
