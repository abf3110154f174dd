"""One version of the codebook as it was stored in the project."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CodebookVersion:
    """A codebook's TOML under its version number; the highest number is in force."""

    id: str
    toml: str
    note: str = ""
    created: str = ""
