"""One line of a JSONL file, whose values are read as what they must be."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from annotation.errors import AnnotationError


class BadRow(AnnotationError):
    """A line, or something in it, is not what it must be; the sentence says what, without a full stop."""


@dataclass(frozen=True, slots=True)
class Row:
    """The object of one line, or one in it. Every method raises BadRow for a value of another kind."""

    values: Mapping[str, Any]

    @classmethod
    def parse(cls, line: str) -> "Row":
        """The object that a line holds; half characters, which no file can hold, are replaced one for one."""
        try:
            value = json.loads(line, parse_constant=_no_number, parse_float=_finite)
        except RecursionError as error:
            raise BadRow("it is nested too deeply") from error
        except ValueError as error:
            raise BadRow("it is no JSON: {reason}", reason=error) from error
        if not isinstance(value, dict):
            raise BadRow("it is no JSON object")
        return cls(whole(value) if "\\ud" in line.lower() else value)

    def required(self, key: str) -> str:
        """A text that must be there and hold something; a whole number counts as one."""
        value = self.values.get(key)
        if value is None or value == "":
            raise BadRow("{key} is missing", key=key)
        return self.text(key)

    def text(self, key: str) -> str:
        """A text, "" where there is none; a number counts as one."""
        value = self.values.get(key)
        if value is None:
            return ""
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise BadRow("{key} is no text", key=key)
        return str(value)

    def optional(self, key: str) -> str | None:
        """A text, None where there is none."""
        return None if self.values.get(key) is None else self.text(key)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; a single text counts as a list of one."""
        value = self.values.get(key)
        values = [value] if isinstance(value, str) else value or []
        if not isinstance(values, list) or not all(isinstance(one, str) for one in values):
            raise BadRow("{key} is no list of texts", key=key)
        return tuple(values)

    def number(self, key: str) -> float | None:
        """A number, None where there is none."""
        value = self.values.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float | None):
            raise BadRow("{key} is no number", key=key)
        try:
            return None if value is None else float(value)
        except OverflowError as error:
            raise BadRow("{key} is no number", key=key) from error

    def mapping(self, key: str) -> dict[str, Any]:
        """An object, empty where there is none."""
        value = self.values.get(key)
        if not isinstance(value, dict | None):
            raise BadRow("{key} is no object", key=key)
        return dict(value or {})

    def rows(self, key: str) -> list["Row"]:
        """The objects of a list, empty where there is none."""
        value = self.values.get(key)
        if not isinstance(value, list | None) or not all(isinstance(one, dict) for one in value or ()):
            raise BadRow("{key} is no list of objects", key=key)
        return [Row(one) for one in value or ()]


def whole(value: Any) -> Any:
    """A value of JSON whose texts hold no half characters: each is replaced, one for one."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [whole(one) for one in value]
    if isinstance(value, dict):
        return {whole(key): whole(one) for key, one in value.items()}
    return value


def _no_number(constant: str) -> float:
    raise ValueError(f"{constant} is no JSON")


def _finite(written: str) -> float:
    number = float(written)
    if math.isinf(number):
        raise ValueError(f"{written} is too large")
    return number
