"""A corpus of made-up articles in which some were copied by other outlets, as agency copy is."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from annotation.importers import Imported
from annotation.records import Article, digest

_SYLLABLES = (
    "ba",
    "cor",
    "den",
    "fi",
    "gar",
    "lo",
    "mel",
    "nou",
    "ret",
    "sim",
    "tel",
    "va",
    "zer",
    "é",
    "qui",
)
_OUTLETS = ("Le Matin", "L’Écho du Nord", "La Gazette", "Le Soir bleu", "La Dépêche verte", "Le Journal")
_DAY = date(2024, 1, 1)
_COPIED = 0.25
"""The share of articles that are copies of one before them."""
Words = list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """An article, and the number of the one that it was copied from, its own where it was not."""

    number: int
    paragraphs: tuple[str, ...]
    outlet: str
    day: date
    origin: int
    kind: str = "new"

    @property
    def text(self) -> str:
        """The text."""
        return "\n\n".join(self.paragraphs)

    def imported(self) -> Imported:
        """The article as an importer gives it."""
        text = self.text
        article = Article(
            id=f"a{self.number}",
            title=" ".join(text.split()[:7]),
            text_sha256=digest(text),
            length=len(text),
            outlet=self.outlet,
            published=self.day.isoformat(),
            lang="fr",
        )
        return Imported(article=article, text=text)


class Press:
    """Makes articles, always the same for the same seed."""

    def __init__(self, seed: int = 1) -> None:
        self._chance = random.Random(seed)
        pick = self._chance.choices
        self._words = sorted({"".join(pick(_SYLLABLES, k=self._chance.randint(1, 4))) for _ in range(40_000)})
        self._chance.shuffle(self._words)
        total = 0.0
        self._weights: list[float] = []
        for place in range(len(self._words)):
            total += 1 / (place + 6)
            self._weights.append(total)
        self._acts: dict[str, Callable[[Made], Sequence[str]]] = {
            "same": lambda made: made.paragraphs,
            "byline": self._with_byline,
            "cut": self._cut,
            "edited": self._edited,
            "woven in": self._woven,
        }

    def articles(self, count: int) -> Iterator[Made]:
        """That many articles; copies come up to three weeks after what they are copied from."""
        originals: list[Made] = []
        for number in range(count):
            chance = self._chance
            if originals and chance.random() < _COPIED:
                origin = originals[-1 - int(len(originals) * chance.random() ** 3 * 0.5)]
                yield self._copy(number, origin)
                continue
            made = Made(
                number=number,
                paragraphs=tuple(self._paragraph() for _ in range(chance.randint(4, 11))),
                outlet=chance.choice(_OUTLETS),
                day=_DAY + timedelta(days=number * 366 // count),
                origin=number,
            )
            originals.append(made)
            yield made

    def _copy(self, number: int, origin: Made) -> Made:
        chance = self._chance
        kind = chance.choice(list(self._acts))
        gap = 0 if chance.random() < 0.35 else chance.randint(1, 21)
        return replace(
            origin,
            number=number,
            paragraphs=tuple(self._acts[kind](origin)),
            outlet=chance.choice(_OUTLETS),
            day=origin.day + timedelta(days=gap),
            kind=kind,
        )

    def _paragraph(self) -> str:
        count = self._chance.randint(25, 70)
        words = self._chance.choices(self._words, cum_weights=self._weights, k=count)
        return " ".join(words).capitalize() + "."

    def _with_byline(self, made: Made) -> list[str]:
        name = " ".join(self._chance.sample(self._words, 2)).title()
        first, *rest = made.paragraphs
        return [f"Par {name}", f"PARIS (AFP) — {first}", *rest, "(avec AFP)"]

    def _cut(self, made: Made) -> Sequence[str]:
        kept = self._chance.randint(max(1, len(made.paragraphs) // 3), len(made.paragraphs))
        return made.paragraphs[:kept]

    def _edited(self, made: Made) -> list[str]:
        return [
            " ".join(self._chance.choice(self._words) if self._chance.random() < 0.06 else word
                     for word in paragraph.split())
            for paragraph in made.paragraphs
        ]  # fmt: skip

    def _woven(self, made: Made) -> list[str]:
        """A part of the article among as much again that is new, or twice as much."""
        kept = self._chance.sample(made.paragraphs, max(1, int(len(made.paragraphs) * 0.8)))
        new = [self._paragraph() for _ in range(len(made.paragraphs) * self._chance.randint(1, 2))]
        return [*new[: len(new) // 2], *kept, *new[len(new) // 2 :]]
