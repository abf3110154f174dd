"""The tables of a codebook's TOML, whose values are read with the place where they stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from annotation.errors import AnnotationError
from annotation.fields import Guide, Labels
from annotation.i18n import _


class CodebookError(AnnotationError):
    """A codebook cannot be used; `place` says where the fault is, such as ("layer", "entity", "hue")."""

    def __init__(self, one: str, /, *, place: tuple[str, ...] = (), **values: object) -> None:
        """Make the error from a translatable sentence, the place and the values of the sentence's {names}."""
        super().__init__(one, **values)
        self.place = place


@dataclass(frozen=True, slots=True)
class Section:
    """One table of the TOML, whose values are given as what they must be.

    Every method raises CodebookError with the place of a value that is something else.
    """

    values: Mapping[str, Any]
    path: tuple[str, ...] = ()
    """The names of the tables around it and its own, such as ("layer", "entity")."""

    @property
    def id(self) -> str:
        """The name of what the table defines."""
        return self.path[-1]

    def text(self, key: str, default: str = "") -> str:
        """A text; a number counts as one."""
        value = self.values.get(key, default)
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise self.wrong(key, _("a text"))
        return str(value)

    def texts(self, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """A list of texts."""
        value = self.values.get(key, list(default))
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.wrong(key, _("a list of texts"))
        return tuple(value)

    def flag(self, key: str) -> bool:
        """True or false, false where nothing is said."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, _("true or false"))
        return value

    def letter(self, key: str) -> str:
        """A single printable character, or "" where nothing is said."""
        value = self.text(key)
        if len(value) > 1 or not value.isprintable() or value.isspace():
            raise self.wrong(key, _("a single letter or digit"))
        return value

    def labels(self, key: str) -> Labels:
        """A text by language; a plain text counts as English."""
        value = self.values.get(key, {})
        if isinstance(value, str):
            return {"en": value}
        if isinstance(value, Mapping) and all(isinstance(text, str) for text in value.values()):
            return dict(value)
        raise self.wrong(key, _('a text or {{en = "…", fr = "…"}}'))

    def lines(self, key: str) -> Labels:
        """A list of texts by language, as a text with a line for each."""
        value = self.values.get(key, {})
        found = value if isinstance(value, Mapping) else {"en": value}
        if not all(isinstance(texts, str | list) for texts in found.values()):
            raise self.wrong(key, _('a list of texts, or {{en = ["…"], fr = ["…"]}}'))
        listed = {lang: [texts] if isinstance(texts, str) else texts for lang, texts in found.items()}
        if not all(isinstance(one, str) for texts in listed.values() for one in texts):
            raise self.wrong(key, _('a list of texts, or {{en = ["…"], fr = ["…"]}}'))
        return {lang: "\n".join(texts) for lang, texts in listed.items()}

    def guide(self) -> Guide:
        """What annotators read about what the table defines."""
        return Guide(text=self.labels("guide"), yes=self.lines("examples"), no=self.lines("counterexamples"))

    def table(self, key: str) -> "Section":
        """The table under a key, empty where there is none."""
        value = self.values.get(key, {})
        if not isinstance(value, Mapping):
            raise self.wrong(key, _("a table"))
        return Section(value, (*self.path, key))

    def tables(self, key: str) -> Iterator["Section"]:
        """The tables in the table under a key, in the order of the file."""
        around = self.table(key)
        for id_ in around.values:
            if not id_.strip() or not id_.isprintable():
                raise around.wrong(id_, _("named by printable characters"))
            yield around.table(id_)

    def wrong(self, key: str, wanted: str) -> CodebookError:
        """The error for a value that is not what it must be; `wanted` says what (translated)."""
        place = (*self.path, key)
        return CodebookError(
            "“{where}” in the codebook must be {wanted}.", where=".".join(place), wanted=wanted, place=place
        )
