"""Contents that are clauses: "que", "that" or nothing before them, questions, infinitives."""

from annotation.detectors._attributions.passage import Passage
from annotation.detectors._attributions.record import Chars
from annotation.detectors._attributions.stretches import clause_end, pieces, skip_adverbs
from annotation.detectors._attributions.verbs import VerbGroup

_FAR = 22
"""Tokens that may stand between a verb and its "que"."""
_INFINITIVE = ("er", "ir", "re", "oir")
_NOUNS = ("ture", "sure", "iere", "aire")
"""Endings of nouns that look like those of infinitives."""
_NO_INFINITIVES = (
    "hier",
    "entre",
    "outre",
    "contre",
    "notre",
    "votre",
    "autre",
    "quatre",
    "premier",
    "dernier",
    "titre",
    "maire",
    "ministre",
    "octobre",
    "novembre",
    "decembre",
    "septembre",
    "encore",
    "affaire",
    "mer",
    "ouvrier",
    "cher",
    "guerre",
    "terre",
    "lettre",
    "nombre",
    "membre",
    "ordre",
    "cadre",
    "centre",
    "avenir",
    "soir",
    "espoir",
    "pouvoir",
    "devoir",
)


def read_clause(passage: Passage, group: VerbGroup, end: int) -> Chars | None:
    """The clause with "que" or "that" that a verb takes; without it where the verb allows that."""
    position = _find_that(passage, group, end)
    if position is not None:
        return pieces(passage, position, clause_end(passage, position, end, group))
    return _bare_clause(passage, group, end) if group.cue.bare else None


def _find_that(passage: Passage, group: VerbGroup, end: int) -> int | None:
    words = passage.lexicon.words
    for position in range(group.end, min(group.end + _FAR, end)):
        if passage.written(position) in '.;:!?»”«“"' or passage.quoted(position):
            return None
        if passage.fold(position) in words.that:
            return position if _may_open(passage, position, group) else None
        other = passage.group_at(position)
        if other is not None and other.form == "finite" and position > group.end:
            return None
        if passage.fold(position) in words.relatives and passage.fold(position) not in words.that:
            return None
    return None


def _may_open(passage: Passage, position: int, group: VerbGroup) -> bool:
    """Whether "que" or "that" leads to what is said: it does not compare, and is no relative pronoun."""
    before = passage.fold(position - 1)
    if position == group.end or (before == "," and skip_adverbs(passage, group.end) == position):
        return True
    if before in group.cue.prepositions:
        return True
    if before in passage.lexicon.words.not_that:
        return False
    node, verb = passage.node(position), passage.node(group.at)
    if node is None or verb is None:
        return position - group.end <= 5 or passage.written(position - 1) == ","
    if passage.lexicon.code == "en" and node.tag_ in ("DT", "WDT"):
        return False
    return _reaches(passage, position, group) or position - group.end <= 3


def _reaches(passage: Passage, position: int, group: VerbGroup) -> bool:
    """Whether the clause that begins at a position hangs on the verb, not on a noun between them."""
    node, verb = passage.node(position), passage.node(group.at)
    if node is None or verb is None or node.pos_ == "PRON":
        return False
    head = node.head.head
    return head.i == verb.i or (head.pos_ in ("VERB", "AUX") and head.i <= verb.i)


def _bare_clause(passage: Passage, group: VerbGroup, end: int) -> Chars | None:
    begin = skip_adverbs(passage, group.end)
    if group.cue.lemma == "tell":
        begin = _after_addressee(passage, begin, end)
    if begin >= end or passage.tokens[begin].kind == "sign" or passage.quoted(begin):
        return None
    node = passage.node(group.at)
    if node is not None:
        clauses = (child for child in node.children if child.dep_ == "ccomp" and child.i > node.i)
        clause = next(clauses, None)
        if clause is None:
            return None
        begin = max(begin, passage.at(clause.left_edge.idx))
    elif not _looks_like_clause(passage, begin, end):
        return None
    return pieces(passage, begin, clause_end(passage, begin, end, group))


def _after_addressee(passage: Passage, begin: int, end: int) -> int:
    """The position after whom something is told: "told reporters he …"."""
    at = begin
    small = ("him", "her", "them", "me", "us", "reporters", "the")
    while at < min(begin + 4, end) and (passage.tokens[at].capital or passage.fold(at) in small):
        at += 1
    return at


def _looks_like_clause(passage: Passage, begin: int, end: int) -> bool:
    word, words = passage.fold(begin), passage.lexicon.words
    subject = word in words.pronouns | passage.language.determiners or passage.tokens[begin].capital
    fits = subject or passage.tokens[begin].text.endswith("s")
    return fits and end - begin > 4 and word not in words.stops - {"this", "that"}


# questions


def read_question(passage: Passage, group: VerbGroup, end: int) -> Chars | None:
    """The indirect question right after a verb: "si …", "comment …", "ce que …", "whether …"."""
    at = skip_adverbs(passage, group.end)
    word, following = passage.fold(at), passage.fold(at + 1)
    if at >= end or word not in passage.lexicon.words.questions or passage.quoted(at):
        return None
    if word in ("ce", "à", "s'", "qui", "what", "that") and not _asks(passage, word, following):
        return None
    return pieces(passage, at, clause_end(passage, at, end, group))


def _asks(passage: Passage, word: str, following: str) -> bool:
    if word == "ce":
        return following in ("que", "qu'", "qui", "dont")
    if word == "à":
        return following in ("quoi", "qui", "quel", "quelle")
    return following in ("il", "ils") if word == "s'" else passage.lexicon.code == "en"


# infinitives


def read_infinitive(passage: Passage, group: VerbGroup, end: int) -> Chars | None:
    """An infinitive without a preposition: "affirme avoir vu", "espère obtenir"."""
    begin = _after_dative(passage, skip_adverbs(passage, group.end), end)
    if not is_infinitive(passage, begin, end) or passage.quoted(begin):
        return _quoted_infinitive(passage, group, begin, end)
    return pieces(passage, begin, clause_end(passage, begin, end, group))


def _after_dative(passage: Passage, at: int, end: int) -> int:
    """The position after "aux enquêteurs" before an infinitive, else `at`."""
    if passage.fold(at) not in passage.lexicon.words.addressing:
        return at
    found = next((i for i in range(at + 2, min(at + 7, end)) if is_infinitive(passage, i, end)), None)
    return found if found is not None and passage.lexicon.code == "fr" else at


def _quoted_infinitive(passage: Passage, group: VerbGroup, begin: int, end: int) -> Chars | None:
    """A quotation that begins with one: veut « aller vite »."""
    quote = passage.quote_at(passage.tokens[begin].start) if begin < end else None
    if quote is None or not is_infinitive(passage, begin + 1, end) or passage.fold(begin + 1) == "etre":
        return None
    return pieces(passage, begin, clause_end(passage, begin, end, group))


def is_infinitive(passage: Passage, verb: int, end: int) -> bool:
    """Whether an infinitive stands at a position, behind clitics and negations."""
    words = passage.lexicon.words
    while (
        verb < end
        and passage.fold(verb) in words.clitics | {"pas", "plus", "jamais", "rien"} | words.single_adverbs
    ):
        verb += 1
    if verb >= end:
        return False
    form, tag = passage.fold(verb), passage.tag(verb)
    if len(form) <= 3 or not form.endswith(_INFINITIVE) or form in _NO_INFINITIVES:
        return False
    known = passage.verb_form(verb)
    if known:
        return known == "Inf"
    noun = form.endswith(_NOUNS) and form not in ("faire", "taire", "plaire")
    return tag in ("VERB", "AUX") or (not tag and not noun)


def read_action(passage: Passage, group: VerbGroup, end: int) -> Chars | None:
    """What somebody wants to do or have done: "promettre de partir", "pledge to leave"."""
    begin = skip_adverbs(passage, group.end)
    for position in range(begin, min(begin + 9, end)):
        if passage.written(position) in ".;:!?" or (passage.quoted(position) and position == group.end):
            return None
        if other_verb(passage, position) or (passage.written(position) == "," and position >= begin):
            return None
        if leads_to_infinitive(passage, position, end):
            return pieces(passage, position, clause_end(passage, position, end, group))
        if passage.fold(position) in passage.lexicon.words.that:
            return None
    return None


def other_verb(passage: Passage, at: int) -> bool:
    """Whether another verb with its own content begins at a position: "… la désignation et menacent de …"."""
    group = passage.group_at(at)
    return group is not None and group.form == "finite" and not passage.quoted(at)


def leads_to_infinitive(passage: Passage, at: int, end: int) -> bool:
    """Whether "de", "à" or "to" at a position leads to an infinitive, in quotation marks or not."""
    word = passage.fold(at)
    verb = at + 1 + (passage.written(at + 1) in '«“"')
    if passage.lexicon.code == "en":
        return word == "to" and passage.tag(verb) in ("VERB", "AUX", "") and passage.tokens[at].kind == "word"
    return word in ("de", "d'", "à") and is_infinitive(passage, verb, end)
