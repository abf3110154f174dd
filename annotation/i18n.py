"""Translation of every string that a user reads, by gettext over `resources/translations/<code>.po`.

English is the language of the code; another language is one `.po` file. Catalogues are read from their
source (no compiled file can be out of date) and compiled in memory for the standard `gettext`.
"""

import gettext
import io
import locale
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import polib

from resources import RESOURCES

TRANSLATIONS = RESOURCES / "translations"

_VARIABLES = ("SELON_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
_PLACE = re.compile(r"\{\{|\}\}|\{(\w+)\}")

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


def available_languages() -> tuple[str, ...]:
    """Codes of the languages that the program speaks, English first."""
    return ("en", *sorted(path.stem for path in TRANSLATIONS.glob("*.po")))


def preferred_language() -> str:
    """The code of the best language for this machine: SELON_LANG, else the system's, else English."""
    system = next(filter(None, map(os.environ.get, _VARIABLES)), None) or _system_language()
    code = re.split(r"[-_.@]", system)[0].lower()
    return code if code in available_languages() else "en"


def _system_language() -> str:
    """What the system's settings say, where no variable does; "" where they say nothing that is known."""
    try:
        return locale.getlocale()[0] or ""
    except ValueError:
        return ""


def use_language(code: str) -> None:
    """Speak the language `code` from now on; English where there is no such catalogue."""
    global _catalogue, _language
    path = TRANSLATIONS / f"{code}.po"
    if path.is_file():
        compiled = polib.pofile(str(path)).to_binary()
        _catalogue, _language = gettext.GNUTranslations(io.BytesIO(compiled)), code
    else:
        _catalogue, _language = gettext.NullTranslations(), "en"


def current_language() -> str:
    """The code of the language spoken now."""
    return _language


def _(text: str, /, **values: object) -> str:
    """`text` in the user's language, its {names} filled from `values`."""
    if not text:
        return ""
    told = _catalogue.gettext(text)
    return fill(told, values) if values or "{" in told or "}" in told else told


def ngettext(one: str, many: str, n: int, /, **values: object) -> str:
    """The form of a text that fits the number `n`, translated; {n} and other names are filled in."""
    return fill(_catalogue.ngettext(one, many, n), {**values, "n": n})


def fill(text: str, values: Mapping[str, object]) -> str:
    """`text` with each {name} replaced by its value.

    A name without a value stays as it is: no text can stop the program. Nothing else of Python's formats is
    understood, since the titles of a journal come out of files of others.
    """

    def value(found: re.Match[str]) -> str:
        name = found[1]
        if name is None:
            return found[0][0]
        return _printable(values[name]) if name in values else found[0]

    return _PLACE.sub(value, text)


def _printable(value: object) -> str:
    """The value as text that every stream can write, also where a file's name is no valid text."""
    return str(value).encode("utf-8", "replace").decode("utf-8")


def pick(labels: Mapping[str, str]) -> str:
    """The label in the user's language out of {code: label}, as codebooks hold them.

    Where it is lacking, the English one, or any.
    """
    return labels.get(_language) or labels.get("en") or next(iter(labels.values()), "")


@dataclass(frozen=True, slots=True)
class Message:
    """A text for users that is translated when it is shown, not when it is made."""

    one: str
    values: Mapping[str, object] = field(default_factory=dict)
    many: str = ""
    n: int | None = None

    def __str__(self) -> str:
        """The text in the language spoken now."""
        if self.n is None:
            return _(self.one, **self.values)
        return ngettext(self.one, self.many, self.n, **self.values)
