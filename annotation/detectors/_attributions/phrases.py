"""Noun phrases found by the words around them: before a verb and after it."""

from annotation.detectors._attributions.appositions import is_apposition
from annotation.detectors._attributions.clauses import is_infinitive
from annotation.detectors._attributions.passage import Passage
from annotation.detectors._attributions.record import Chars

_CLOSE = '.,;:!?»”")(—–'
_LONGEST = 48
"""Tokens of the longest source that is believed."""
_LONGEST_APPOSITION = 24
_CLAUSAL = frozenset({"dont", "lorsque", "comme", "alors", "ce", "cette", "tout", "as", "while", "this"})
_AGE_WORDS = ("ans", "years")
_NAME_QUOTE = 32
"""Code points of the longest quotation that is a name: l'association « Les Deux Rives »."""


def trim_phrase(passage: Passage, start: int, end: int, floor: int = 0) -> Chars | None:
    """The stretch between two positions without signs and joining words at its ends; None without a word.

    First names before it are added, but none before the position `floor`.
    """
    words = passage.lexicon.words
    while start < end and (passage.written(start) in _CLOSE + '-«“"' or passage.fold(start) in words.openers):
        if passage.written(start) in '«“"' and _holds_quote(passage, start, end):
            break
        start += 1
    named = passage.lexicon.according.phrases.find(passage.folds, start)
    start = named[0] if named and named[0] < end else start
    while end > start and _hangs_over(passage, start, end - 1):
        end -= 1
    start = _with_first_names(passage, start, floor) if start < end else start
    wordless = all(not token.text[0].isalnum() for token in passage.tokens[start:end])
    return None if wordless or end - start > _LONGEST else passage.chars(start, end)


def _holds_quote(passage: Passage, start: int, end: int) -> bool:
    quote = passage.quote_at(passage.tokens[start].start)
    return quote is not None and quote.end <= passage.tokens[end - 1].end


def _hangs_over(passage: Passage, start: int, at: int) -> bool:
    words = passage.lexicon.words
    if passage.written(at) in ')»”"':
        opened = {")": "(", "»": "«", "”": "“", '"': '"'}[passage.written(at)]
        return all(passage.written(i) != opened for i in range(start, at))
    single = passage.written(at) in ".,;:-—–«(“!?" and not (
        passage.written(at) == "." and _is_short(passage, at)
    )
    return single or passage.fold(at) in (words.clitics | words.auxiliaries) - words.pronouns


def _with_first_names(passage: Passage, start: int, floor: int) -> int:
    """The position where a name begins whose last words a parser took alone: Marine before "Le Pen"."""
    while start > floor and passage.tokens[start].capital and _is_name_part(passage, start - 1):
        start -= 1
    return start


def with_last_names(passage: Passage, end: int, limit: int) -> int:
    """The position after a name whose first words a parser took alone: "Emmanuel" before Macron."""
    while end < limit and _is_name_part(passage, end):
        end += 1
    return end


def _is_name_part(passage: Passage, at: int) -> bool:
    token = passage.tokens[at]
    name = token.kind == "word" and token.capital and len(token.text) > 2 and not token.text.endswith("'")
    return name and token.fold not in passage.language.small_words and passage.group_at(at) is None


# before a verb


def phrase_before(passage: Passage, first: int, end: int) -> Chars | None:
    """The noun phrase that ends before `end`, looked for from position `first` on."""
    while end > first and passage.written(end - 1) == ",":
        end -= 1
    if end <= first:
        return None
    start = end - 1
    while start > first and not _opens(passage, start - 1):
        start -= 1
    start, end = _kernel(passage, start, end)
    quoted = start < end and (_in_long_quote(passage, end - 1) or _in_long_quote(passage, start))
    return trim_phrase(passage, start, end) if start < end and not quoted else None


def _in_long_quote(passage: Passage, at: int) -> bool:
    quote = passage.quote_at(passage.tokens[at].start)
    return quote is not None and quote.end - quote.start > _NAME_QUOTE


def _opens(passage: Passage, at: int) -> bool:
    """Whether a subject and its appositions begin after the token at a position."""
    text, word = passage.written(at), passage.fold(at)
    if text in ';:»”"—–(' and not (text == "(" or _in_short_quote(passage, at)):
        return True
    if word in passage.lexicon.words.openers and word not in (
        "si",
        "s'",
        "ou",
        "et",
        "and",
        "that",
        "which",
        "que",
        "qu'",
    ):
        return True
    if word in ("et", "and", "que", "qu'", "that"):
        return _joins_clauses(passage, at)
    verb = passage.group_at(at)
    return verb is not None and verb.form == "finite" and passage.doc is None


def _in_short_quote(passage: Passage, at: int) -> bool:
    quote = passage.quote_at(passage.tokens[at].start)
    return quote is not None and quote.end - quote.start <= _NAME_QUOTE


def _joins_clauses(passage: Passage, at: int) -> bool:
    """Whether "et" or "que" stands between clauses, not between nouns or at the head of a relative clause."""
    if passage.fold(at) in ("et", "and"):
        return any(
            passage.group_at(i) or passage.tag(i) in ("VERB", "AUX") for i in range(max(at - 8, 0), at)
        )
    return passage.written(at - 1) != ","


def _kernel(passage: Passage, start: int, end: int) -> tuple[int, int]:
    """A subject without "Mardi," before it and without relative clauses and the like after it."""
    commas = [i for i in range(start, end) if passage.written(i) == "," and not _in_long_quote(passage, i)]
    while commas and _is_adverbial(passage, start):
        start = commas.pop(0) + 1
    for comma in commas:
        if not is_apposition(passage, comma + 1, end):
            return start, comma
    return start, end


def _is_adverbial(passage: Passage, start: int) -> bool:
    """Whether a sentence begins with a circumstance: "Mardi", "Dans un entretien au Monde"."""
    word, words = passage.fold(start), passage.lexicon.words
    if word in words.stops | words.single_adverbs | words.openers:
        return True
    participle = passage.written(start).endswith(("é", "ée", "és", "ées", "ing", "ant"))
    return participle and passage.tag(start) in ("VERB", "ADJ", "AUX", "")


# after a verb


def phrase_after(passage: Passage, after: int, last: int) -> Chars | None:
    """The noun phrase that begins at `after` or behind adverbs and "devant la presse"; not beyond `last`."""
    at = skip_asides(passage, after, last)
    end = at
    apposed = False
    while end < last and not _ends_phrase(passage, at, end, last, apposed=apposed):
        apposed = apposed or passage.written(end) == ","
        end += 1
    return trim_phrase(passage, at, end, at) if end > at else None


def skip_asides(passage: Passage, at: int, last: int) -> int:
    """The position after adverbs, days and circumstances between a verb and its subject."""
    for _ in range(4):
        begun = at
        while (skipped := passage.lexicon.words.adverbs.find(passage.folds, at)) is not None:
            at = skipped[0]
        adverb = passage.fold(at).endswith(("ment", "ly")) and passage.tag(at) in ("", "ADV")
        at += at + 1 < last and adverb and not passage.tokens[at].capital
        at = _after_comma_aside(passage, at, last)
        at = _after_circumstance(passage, at, last)
        if at == begun:
            break
    return at


def _after_comma_aside(passage: Passage, at: int, last: int) -> int:
    """The position after ", dans un rire," between a verb and its subject."""
    if passage.written(at) != ",":
        return at
    comma = next((i for i in range(at + 2, min(at + 9, last)) if passage.written(i) == ","), None)
    words = passage.lexicon.words
    begins = passage.fold(at + 1) in words.stops | words.single_adverbs or passage.tag(at + 1) in (
        "ADJ",
        "ADV",
    )
    return comma + 1 if comma is not None and begins else at


def _after_circumstance(passage: Passage, at: int, last: int) -> int:
    """The position after "à l'AFP", "devant la presse", "lors d'un meeting" before a subject."""
    _words, language = passage.lexicon.words, passage.language
    if at >= last or passage.tokens[at].capital or not leads_circumstance(passage, at):
        return at
    position = at + 1
    position += passage.fold(position) in ("de", "d'", "of")
    position += passage.fold(position) in language.determiners
    position += 1
    while position < last and not _begins_subject(passage, position):
        if passage.tokens[position].kind == "sign" and passage.written(position) != "-":
            return at
        position += 1
    return position if position < last else at


def leads_circumstance(passage: Passage, at: int) -> bool:
    """Whether a word begins a place, a time or an occasion, not a clause: "devant la presse"."""
    words = passage.lexicon.words
    clausal = words.that | words.questions - {"à"} | words.relatives | words.conjunctions | _CLAUSAL
    return passage.fold(at) in words.stops - clausal and passage.group_at(at) is None


def _begins_subject(passage: Passage, at: int) -> bool:
    word, before = passage.fold(at), passage.fold(at - 1)
    if before in ("de", "d'", "du", "des", "a", "à", "en", "et", "-", "of"):
        return False
    capital = passage.tokens[at].capital and not (
        passage.tokens[at - 1].capital and not passage.written(at - 1).isupper()
    )
    return word in passage.language.determiners - {"de", "d'", "du", "au", "aux"} or capital


def _ends_phrase(passage: Passage, start: int, at: int, last: int, *, apposed: bool) -> bool:
    text, word = passage.written(at), passage.fold(at)
    if text == ",":
        return at == start or not (is_apposition(passage, at + 1, last) or _is_list(passage, at))
    if text in "()":
        return not _is_bracket(passage, start, at)
    if text in '.;:!?»”"«“—–' and not (text == "." and _is_short(passage, at)):
        return at == start or not _holds_name(passage, at)
    if word in ("de", "d'", "à", "to") and at > start and is_infinitive(passage, at + 1, last):
        return True
    stops = passage.lexicon.words.stops - (passage.lexicon.words.inner if apposed else frozenset())
    return word in stops and at > start and not _inside_name(passage, at) and not _completes(passage, at)


def _completes(passage: Passage, at: int) -> bool:
    """Whether a preposition belongs to a participle: "la banderole tendue devant les urgences"."""
    participle = passage.written(at - 1).endswith(("é", "ée", "és", "ées", "ue", "ues", "us"))
    prepositions = ("par", "dans", "devant", "sur", "en", "à", "au", "aux", "avec")
    return participle and passage.fold(at) in prepositions and passage.tag(at - 1) in ("VERB", "ADJ")


def _is_list(passage: Passage, comma: int) -> bool:
    """Whether a comma joins members of a list: "des élus, des syndicats et des riverains"."""
    for at in range(comma + 2, min(comma + 7, len(passage.tokens))):
        if passage.fold(at) in ("et", "and") and passage.written(at - 1) != ",":
            same = passage.fold(comma + 1) in passage.language.determiners
            return same and passage.fold(at + 1) in passage.language.determiners
        if passage.tokens[at].kind == "sign":
            return False
    return False


def _is_bracket(passage: Passage, start: int, at: int) -> bool:
    """Whether a bracket belongs to a name: "le maire (LR) de Lens"."""
    if passage.written(at) == ")":
        return any(passage.written(i) == "(" for i in range(start, at))
    return any(passage.written(i) == ")" for i in range(at + 1, min(at + 7, len(passage.tokens))))


def _holds_name(passage: Passage, at: int) -> bool:
    """Whether a mark of quotation encloses a short name: l'association « Les Deux Rives »."""
    quote = passage.quote_at(passage.tokens[at].start)
    return (
        quote is not None
        and quote.end - quote.start < 30
        and passage.text[quote.start + 1 :].lstrip()[:1].isupper()
    )


def _is_short(passage: Passage, at: int) -> bool:
    return passage.fold(at - 1) in passage.language.abbreviations or len(passage.written(at - 1)) == 1


def _inside_name(passage: Passage, at: int) -> bool:
    """Whether a word that may end a phrase joins two names, or a name and its place: "ministre en charge"."""
    word, following = passage.fold(at), at + 1
    if following >= len(passage.tokens):
        return False
    if word in ("et", "and"):
        named = passage.tokens[following].capital or passage.fold(following) in passage.language.determiners
        return named and not _verb_soon(passage, following)
    if word == "en" and passage.fold(following).endswith("ant"):
        return False
    joins = word in ("à", "au", "aux", "en", "in", "at", "for", "pour")
    return joins and passage.describes(at - 1) and passage.group_at(at - 1) is None


def _verb_soon(passage: Passage, at: int) -> bool:
    for position in range(at, min(at + 6, len(passage.tokens))):
        if passage.tokens[position].kind == "sign" and passage.written(position) not in "-'":
            return False
        if passage.tag(position) in ("VERB", "AUX") or passage.group_at(position):
            return True
    return False


# more about a name
