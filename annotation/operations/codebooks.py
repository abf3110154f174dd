"""Putting another codebook in force."""

from dataclasses import dataclass

from annotation.codebook import load_codebook
from annotation.i18n import Message
from annotation.project import Writer
from annotation.records import CodebookVersion, now


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyCodebook:
    """Put a new version of the codebook in force; annotations keep every value they have."""

    toml: str
    note: str = ""
    actor: str = ""

    @property
    def title(self) -> Message:
        """That the codebook changes."""
        return Message("Change the codebook")

    def apply(self, writer: Writer) -> None:
        """Store the version. Raises CodebookError where it cannot be used."""
        load_codebook(self.toml)
        if writer.codebook_toml != self.toml:
            number = len(writer.all(CodebookVersion)) + 1
            writer.put(CodebookVersion(id=str(number), toml=self.toml, note=self.note, created=now()))
