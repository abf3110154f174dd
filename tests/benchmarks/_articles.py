"""Articles for the benchmarks of detection: as many as asked, all different, made of the sample's own."""

import random
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import islice

from resources import RESOURCES

SIZES = {"brief": 100, "short": 700, "news": 3_000, "long": 40_000}
"""{name: code points that an article has at least}"""
_DIGIT = re.compile(r"\d")
_NAME = re.compile(r"\b[A-ZÀÉÈÎÔÇ][\w’-]{5,}")
_SYLLABLES = ("ba", "cor", "den", "fi", "gar", "lo", "mel", "nou", "pra", "ret", "sim", "tou", "val", "zer")
"""Enough for 38,000 names."""


@cache
def paragraphs(lang: str) -> tuple[str, ...]:
    """The paragraphs of the sample's articles in a language."""
    sample = RESOURCES / "sample"
    rows = tomllib.loads((sample / "articles.toml").read_text(encoding="utf-8"))["article"]
    ids = [row["id"] for row in rows if row["lang"] == lang]
    texts = [(sample / "articles" / f"{id_}.txt").read_text(encoding="utf-8") for id_ in ids]
    return tuple(part for text in texts for part in text.split("\n") if len(part) > 80)


def articles(lang: str, size: int, seed: int = 1) -> Iterator[str]:
    """Articles without end, each of at least `size` code points, the same for the same seed.

    The digits of every paragraph and some of its names are others each time: numbers and names that were
    never seen before are what makes a reader's memory grow, and what no cache has an answer for.
    """
    chance = random.Random(seed)
    known = paragraphs(lang)
    while True:
        parts: list[str] = []
        while sum(map(len, parts)) < size:
            parts.append(_vary(chance, chance.choice(known)))
        yield "\n\n".join(parts)


def take(lang: str, size: int, number: int, seed: int = 1) -> list[str]:
    """That many of the articles."""
    return list(islice(articles(lang, size, seed), number))


def _vary(chance: random.Random, text: str) -> str:
    renamed = _NAME.sub(lambda match: _name(chance) if chance.random() < 0.3 else match.group(), text)
    return _DIGIT.sub(lambda _match: str(chance.randint(1, 9)), renamed)


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=4)).capitalize()
