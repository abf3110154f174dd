"""What speaks for a mention: how sure it makes the detector, and what it says to people."""

from functools import cache

from annotation.detectors._language import read_table
from annotation.i18n import Message

_SUPPORTING = ("model", "capitals", "repeated")
"""Codes that say less than those that came after them."""

SENTENCES: tuple[tuple[str, Message], ...] = (
    ("model", Message("The language model takes these words for a name.")),
    ("capitals", Message("The capitals look like a name; no language model read this article.")),
    ("list", Message("The name stands in the lists of places and organisations.")),
    (
        "town",
        Message("A town of this name stands in the lists, and the language model takes it for a place."),
    ),
    ("people", Message("The lists know the word as the name of a people.")),
    ("civility", Message("A form of address such as “Mr” stands before the name.")),
    ("given", Message("It begins with a known given name.")),
    ("surname", Message("A person with this surname is named in full in the article.")),
    ("age", Message("An age follows the name.")),
    ("title", Message("The noun right before the name says what it is.")),
    ("head", Message("A noun such as “street” or “ministry” makes one name with it.")),
    ("head-word", Message("Its first word is one that names of this type begin with.")),
    ("cued", Message("Words that stand beside organisations stand beside it.")),
    ("bracketed", Message("It stands in brackets behind the name that it is short for.")),
    ("acronym", Message("It is written like an acronym.")),
    ("article", Message("A definite article stands before it, which names of persons do not take.")),
    ("sport", Message("The article is on sport, and the name plays as a club does.")),
    ("subject", Message("An unknown name without an article is the subject of a verb of organisations.")),
    ("place-word", Message("A word that stands before places comes before it.")),
    ("dateline", Message("It stands where a dispatch says the place that it was sent from.")),
    ("common-noun", Message("The parser takes the word for a common noun: be wary.")),
    ("repeated", Message("The same words are marked elsewhere in the article.")),
    ("role", Message("The noun is one for an office or a function.")),
    ("apposed", Message("The name of the person stands right beside it.")),
    ("named-above", Message("It stands for somebody or something that is named so before in the article.")),
    ("only-person", Message("The only person named close before is meant.")),
    ("government", Message("The noun and the country stand for its government.")),
    ("verb", Message("The verb shows that the place acts for those who govern it.")),
    ("according", Message("“According to” shows that the place acts for those who govern it.")),
    ("deed", Message("The words around a capital show that it acts for its government.")),
)
"""(code, what it says) for the question why something is suggested."""


@cache
def weigh(codes: tuple[str, ...]) -> float | None:
    """How likely a mention is right, 0 to 1, by the codes of what speaks for it; None for unknown ones."""
    found = (row for row in read_table("evidence")["entry"] if set(row["codes"]) <= set(codes))
    return next((float(row["confidence"]) for row in found), None)


def tell(codes: tuple[str, ...]) -> str:
    """The codes as a stored reason, one a line: what decided first, then what supports it."""
    telling = [code for code in codes if code not in _SUPPORTING]
    return "\n".join(dict.fromkeys((*telling, *codes)))
