"""What the detectors' reasons say to people: a pattern of what is stored, and the sentence for it."""

import re
from collections.abc import Mapping

from annotation.detectors._entities.evidence import SENTENCES as _NAMES
from annotation.i18n import Message

Rule = tuple[re.Pattern[str], Message]
"""What is stored, and its sentence, which the named groups of the pattern fill."""


def _rules(*rows: tuple[str, Message]) -> tuple[Rule, ...]:
    return tuple((re.compile(pattern), message) for pattern, message in rows)


_FIGURES = _rules(
    ("number", Message("A number in digits.")),
    ("number word", Message("A number in words.")),
    ("number and noun", Message("A number with the noun that is counted.")),
    ("cardinal", Message("A number.")),
    ("fraction", Message("A fraction.")),
    ("money", Message("A number with a currency.")),
    ("percent", Message("A number with a percent sign or word.")),
    ("duration", Message("A number with a unit of time.")),
    ("measure", Message("A number with a unit of measure.")),
    ("ordinal", Message("A number that says the place in an order.")),
    ("multiplier", Message("Words that say how many times as much.")),
    ("comparator", Message("A number with words that compare, such as “more than”.")),
    ("range", Message("Two numbers that are the ends of a range.")),
    ("movement", Message("A change from one number to another.")),
    ("share", Message("A part of a whole in words, such as “two thirds”.")),
    ("percent of", Message("So many of a hundred.")),
    ("vague quantity", Message("A quantity without a number, such as “some weeks”.")),
    ("said before", Message("It stands for an amount that was said before.")),
    ("date", Message("A date.")),
    ("year", Message("Four digits that the words around say to be a year.")),
)

_ATTRIBUTIONS = _rules(
    ("dialogue", Message("A line of dialogue, begun by a dash or a quotation mark.")),
    (r"dialogue, (?P<cue>.+)", Message("A line of dialogue with the verb “{cue}”.")),
    ("name and colon", Message("A name and a colon before what is said.")),
    ("colon and quotation", Message("A colon before a quotation.")),
    ("quotation with a signature", Message("A quotation, and after it who says so.")),
    ("quotation without a verb", Message("A quotation for which no verb of saying was found.")),
    (r"(?P<cue>.+) with a quotation", Message("A quotation with the verb “{cue}”.")),
    (r"(?P<cue>.+) beside what is said", Message("“{cue}” stands beside or within what is said.")),
    (r"(?P<cue>.+), passive", Message("The verb “{cue}” in the passive.")),
    (r"(?P<cue>.+): hearsay", Message("“{cue}” says that somebody else says so.")),
    (r"(?P<cue>.+) \+ source", Message("“{cue}” before a source.")),
    (r"(?P<cue>.+) \+ clause", Message("“{cue}” with a clause that says what.")),
    (r"(?P<cue>.+) \+ quote", Message("“{cue}” with quoted words.")),
    (r"(?P<cue>.+) \+ (?:object|target)", Message("“{cue}” with an object that says what.")),
    (r"(?P<cue>.+) \+ (?:action|infinitive)", Message("“{cue}” with an infinitive that says what.")),
    (r"(?P<cue>.+) \+ about", Message("“{cue}” with words that say what about.")),
    (r"(?P<cue>.+) \+ (?P<word>.+)", Message("“{cue}” with “{word}”.")),
)

_MARKS = r"(?P<cue>[^,]+(?: \+ [^,]+)?)"
_STANCES = _rules(
    ("holder of a stance", Message("It names who holds a stance that was found here.")),
    (rf"{_MARKS}, negated(?:, .+)?", Message("“{cue}” shows the stance, and it is denied.")),
    (rf"{_MARKS}, conditional(?:, .+)?", Message("“{cue}” shows the stance, as a mere possibility.")),
    (rf"{_MARKS}, said to be due", Message("“{cue}” shows the stance, as something that is due.")),
    (_MARKS, Message("“{cue}” shows who is for or against what.")),
)

RULES: Mapping[str, tuple[Rule, ...]] = {
    "entities": _rules(*((re.escape(code), message) for code, message in _NAMES)),
    "figures": _FIGURES,
    "attributions": _ATTRIBUTIONS,
    "stances": _STANCES,
}
"""{detector: its rules; the first that fits counts}"""
