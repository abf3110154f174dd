"""Changing what is known about many articles at once."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from annotation.i18n import Message
from annotation.operations._base import OperationError
from annotation.operations.articles import stored_value
from annotation.project import Writer
from annotation.records import Article

BULK_FIELDS = ("title", "outlet", "authors", "published", "section", "lang", "url")
"""What can be changed of many articles."""
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d([T ].*)?)?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class EditArticles:
    """Give articles the same values; an empty one clears what was there."""

    articles: Sequence[str]
    values: Mapping[str, Any]
    actor: str = ""

    @property
    def title(self) -> Message:
        """How many, and what of them."""
        values = {"fields": ", ".join(self.values)}
        return Message("Change {fields} of one article", values, "Change {fields} of {n} articles",
                       len(self.articles))  # fmt: skip

    def apply(self, writer: Writer) -> None:
        """Store the articles. Raises OperationError for what cannot be changed, or a day that is none."""
        values = {key: checked_value(key, value) for key, value in self.values.items()}
        _change(writer, self.articles, lambda article: replace(article, **values))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplaceInArticles:
    """Replace words in one field of articles; in authors, in each name."""

    articles: Sequence[str]
    field: str
    find: str
    replacement: str
    match_case: bool = False
    whole: bool = False
    """Whether the words must be all of the value."""
    actor: str = ""

    @property
    def title(self) -> Message:
        """What by what."""
        values = {"find": self.find, "replacement": self.replacement}
        return Message("Replace {find} by {replacement} in one article", values,
                       "Replace {find} by {replacement} in {n} articles", len(self.articles))  # fmt: skip

    def apply(self, writer: Writer) -> None:
        """Store the articles in which the words stand."""
        if self.field not in BULK_FIELDS:
            raise OperationError("“{field}” of an article cannot be changed.", field=self.field)
        if not self.find:
            raise OperationError("Say which words are to be replaced.")
        pattern = re.compile(re.escape(self.find), 0 if self.match_case else re.IGNORECASE)
        _change(writer, self.articles, lambda article: self._replaced(article, pattern))

    def _replaced(self, article: Article, pattern: re.Pattern[str]) -> Article:
        before = getattr(article, self.field)
        if not before:
            return article
        after = (
            [self._turn(one, pattern) for one in before]
            if self.field == "authors"
            else self._turn(before, pattern)
        )
        return replace(article, **{self.field: checked_value(self.field, after)})

    def _turn(self, text: str, pattern: re.Pattern[str]) -> str:
        if self.whole:
            return self.replacement if pattern.fullmatch(text) else text
        return pattern.sub(lambda _match: self.replacement, text)


def checked_value(key: str, value: Any) -> Any:
    """The value as it is stored. Raises OperationError for a field or a day that is none."""
    if key not in BULK_FIELDS:
        raise OperationError("“{field}” of an article cannot be changed.", field=key)
    found = stored_value(key, value)
    if key == "published" and found and not _DAY.fullmatch(found):
        raise OperationError("“{day}” is no day: write it as 2024, 2024-05 or 2024-05-31.", day=found)
    return found


def _change(writer: Writer, articles: Sequence[str], change: Callable[[Article], Article]) -> None:
    for id_ in articles:
        article = writer.find(Article, id_)
        if article is not None and (changed := change(article)) != article:
            writer.put(changed)
