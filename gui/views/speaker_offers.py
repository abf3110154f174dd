"""Who may speak, for words that are attributed: names near them, words of the text, the registry."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotation.entities import Candidate, Name, rank
from annotation.fields import Field
from annotation.i18n import _
from annotation.records import Annotation, Span, overlap
from gui.editors import Offer
from gui.views.desk import Desk
from gui.views.find_words import places_of
from gui.views.offers import LIMIT, ArticleOffers
from gui.widgets.choice_list import Choice

_NEAR = 800
"""Code points around the attributed words in which people look for who speaks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsOffer(Offer):
    """An offer with the words of the text that name it; () where the text does not name it."""

    spans: tuple[Span, ...] = ()


class SpeakerOffers:
    """Offers speakers for `said`, the words that are attributed to somebody."""

    def __init__(self, desk: Desk, offers: ArticleOffers, said: Span) -> None:
        self._desk = desk
        self._offers = offers
        self._said = said

    def offers(self, field: Field, typed: str) -> Sequence[Offer]:
        """Who a typed text may mean, best first: named near, named elsewhere, words near, the registry."""
        named = list(self._named())
        places = rank(typed, [candidate for candidate, _offer in named], LIMIT)
        found = [named[place][1] for place in places]
        others = [
            offer for offer in self._offers.offers(field, typed) if not offer.choice.key.startswith("name:")
        ]
        return [*found, *self._quoted(typed, found), *(others if typed else [])]

    def _named(self) -> Iterator[tuple[Candidate, WordsOffer]]:
        for name in self._desk.names():
            words = self._nearest(name)
            mention = name.mention_near(words.start)
            layer = self._desk.layer_of(mention)
            choice = Choice(
                key=f"name:{name.key}",
                title=name.text,
                subtitle=self._desk.name_of(mention) if self._desk.name_of(mention) != name.text else "",
                note=_("registry") if name.entity else "",
                hue=layer.hue_of(mention.features) if layer else "",
            )
            candidate = Candidate(name=name.text, aliases=name.spellings, weight=-self._distance(words))
            yield candidate, WordsOffer(choice=choice, value=name.entity, spans=self._words(mention))

    def _nearest(self, name: Name) -> Span:
        """The words of the mention nearest to what is said, those within it last."""
        near = {name.span_near(self._said.start), name.span_near(self._said.end)}
        return min(near, key=self._distance)

    def _distance(self, words: Span) -> int:
        within = overlap([words], [self._said])
        return (10_000 if within else 0) + max(0, self._said.start - words.end, words.start - self._said.end)

    def _words(self, mention: Annotation) -> tuple[Span, ...]:
        layer = self._desk.layer_of(mention)
        return tuple(mention.spans.get(layer.anchors[0], ())) if layer else ()

    def _quoted(self, typed: str, found: Sequence[Offer]) -> Iterator[WordsOffer]:
        """The typed words where they stand nearest to what is said, for speakers without a name."""
        if len(typed) < 3:
            return
        start, end = max(0, self._said.start - _NEAR), self._said.end + _NEAR
        around = self._desk.text[start:end]
        spans = [Span(start + first, start + last) for first, last in places_of(typed, around)]
        whole = [_whole_words(self._desk.text, span) for span in spans]
        free = [span for span in whole if not overlap([span], [self._said])]
        taken = {span for offer in found if isinstance(offer, WordsOffer) for span in offer.spans}
        for span in sorted(free, key=lambda one: abs(one.start - self._said.start))[:1]:
            if span not in taken:
                words = self._desk.quote((span,))
                choice = Choice(
                    key=f"words:{span.start}", title=words, subtitle=_("words of the text"), icon="quote"
                )
                yield WordsOffer(choice=choice, value=None, spans=(span,))


def _whole_words(text: str, span: Span) -> Span:
    """The span with the words completed that it cuts."""
    before = re.search(r"\w*$", text[max(0, span.start - 60) : span.start])
    after = re.match(r"\w*", text[span.end : span.end + 60])
    return Span(
        span.start - len(before.group() if before else ""), span.end + len(after.group() if after else "")
    )
