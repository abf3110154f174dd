"""Counts and quoted words as the registry's cards say them."""

from annotation.i18n import _, ngettext
from gui.widgets.dates import number_words

_LONGEST = 40


def mention_words(mentions: int, articles: int) -> str:
    """How often somebody is mentioned, in how many articles."""
    if not mentions:
        return _("No mentions")
    said = ngettext("mentioned once", "{number} mentions", mentions, number=number_words(mentions))
    where = ngettext("in one article", "in {number} articles", articles, number=number_words(articles))
    return f"{said} {where}"


def short_words(words: str) -> str:
    """Words that fit on a button."""
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
