"""Verbs of saying, thinking and wanting with what belongs to them: auxiliaries, negation, "se", "-t-il"."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotation.detectors._attributions.conjugation import FINITE, GERUND, INFINITIVE, PARTICIPLE
from annotation.detectors._attributions.lexicon import Cue, Form
from annotation.detectors._attributions.record import Chars

if TYPE_CHECKING:  # a passage reads its verbs
    from annotation.detectors._attributions.passage import Passage

_NO_VERBS = ("NOUN", "PROPN", "ADP", "DET", "PRON", "ADV", "SCONJ", "NUM")
_ACCENTED = ("é", "ée", "és", "ées")
_NOT = ("pas", "plus", "jamais", "guere", "point", "nullement")
_SPEAKING = frozenset({"je", "j'", "tu"})
_ADDRESSING = frozenset({"me", "m'", "te", "t'"})
_VERBAL = frozenset({"se", "s'"}) | _ADDRESSING
"""Words that nothing but a verb follows."""
_LONGEST = 14
"""Tokens before a verb that may belong to it."""
_LONGEST_ADVERB = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbGroup:
    """One verb as it stands in a text; `first` to `end` are positions of its cue, auxiliaries included."""

    at: int
    first: int
    end: int
    cue: Cue
    form: str
    """FINITE (also with an auxiliary), PARTICIPLE (without one), GERUND or INFINITIVE."""
    begin: int
    """The position where what precedes the verb ends: before its clitics, adverbs and auxiliaries."""
    negated: bool = False
    passive: bool = False
    modal: bool = False
    """Whether it depends on another verb: "a dû rappeler", "is expected to announce"."""
    pronoun: Chars | None = None
    """The subject tied to the auxiliary by a hyphen: a-t-il ajouté."""
    pronoun_after: Chars | None = None
    """The subject tied to the verb by a hyphen: dit-il."""

    @property
    def tied(self) -> Chars | None:
        """The subject joined to it by a hyphen."""
        return self.pronoun or self.pronoun_after


@dataclass(slots=True)
class _Before:
    """What a scan to the left of a verb has met."""

    at: int
    first: int
    negated: bool = False
    reflexive: bool = False
    having: bool = False
    being: bool = False
    modal: bool = False
    pronoun: Chars | None = None


def read_group(passage: "Passage", at: int) -> VerbGroup | None:
    """The verb at a position, None where there is none or it is a noun, a name or an adjective."""
    found = passage.lexicon.verbs.find(passage.folds, at)
    if found is None or passage.tokens[at].kind != "word" or _is_compound(passage, at):
        return None
    end, form = found
    before = _scan(passage, at)
    shape = _shape(passage, at, form, before)
    cue = _choose(form, before, shape)
    if cue is None or _is_noun(passage, at, end, before, shape):
        return None
    after = _pronoun_after(passage, end)
    end += before.negated and passage.lexicon.code == "fr" and passage.fold(end) in _NOT
    return VerbGroup(
        at=at, first=before.first, end=after[1] if after else end, cue=cue, form=shape, begin=before.at,
        negated=before.negated, passive=_is_passive(passage, at, before, shape), modal=before.modal,
        pronoun=before.pronoun, pronoun_after=after[0] if after else None,
    )  # fmt: skip


def _is_compound(passage: "Passage", at: int) -> bool:
    """Whether a form is the end of a compound: "c'est-à-dire", "ouï-dire"."""
    return (
        passage.written(at - 1) == "-"
        and passage.fold(at - 2) not in passage.lexicon.words.pronouns
        and at > 1
    )


def _choose(form: Form, before: _Before, shape: str) -> Cue | None:
    if before.reflexive:
        return form.reflexive
    if shape == PARTICIPLE and form.plain is None:
        return form.reflexive
    return form.plain


def _is_passive(passage: "Passage", at: int, before: _Before, shape: str) -> bool:
    if not before.being or before.reflexive or shape == GERUND:
        return False
    return shape == FINITE and not passage.fold(at).endswith("ing")


def _shape(passage: "Passage", at: int, form: Form, before: _Before) -> str:
    """What the form is here; a participle or gerund with its auxiliary counts as finite."""
    helped = before.having or before.being
    written = passage.written(at)
    if PARTICIPLE in form.classes and helped:
        return FINITE
    if form.classes == {INFINITIVE} and before.modal and (helped or before.first < at):
        return FINITE
    if FINITE in form.classes and not (passage.lexicon.code == "fr" and written.endswith(_ACCENTED)):
        bare = PARTICIPLE in form.classes and passage.lexicon.code == "en" and _is_reduced(passage, at)
        infinitive = INFINITIVE in form.classes and passage.fold(at - 1) == "to"
        return PARTICIPLE if bare else INFINITIVE if infinitive else FINITE
    if GERUND in form.classes:
        return FINITE if before.being and passage.lexicon.code == "en" else GERUND
    return PARTICIPLE if PARTICIPLE in form.classes else INFINITIVE


def _is_reduced(passage: "Passage", at: int) -> bool:
    """Whether an English form in -ed has no auxiliary and yet is a participle: "the plan proposed by X"."""
    node = passage.node(at)
    return node is not None and node.tag_ == "VBN"


def _is_noun(passage: "Passage", at: int, end: int, before: _Before, shape: str) -> bool:
    """Whether a form of a verb is a noun, an adjective or a part of a name here."""
    if before.having or before.being or before.pronoun or _is_inverted(passage, end):
        return False
    if passage.lexicon.code == "fr" and shape == FINITE and (judged := _place(passage, at, end)) is not None:
        return not judged
    token, tag = passage.tokens[at], passage.tag(at)
    if token.capital and not token.text.isupper() and not _starts_clause(passage, at) and tag != "VERB":
        return True
    if tag in _NO_VERBS and not _follows_speech(passage, at):
        return shape in (FINITE, PARTICIPLE) or tag not in ("ADP", "NOUN")
    if tag == "ADJ" and shape == PARTICIPLE:
        return passage.fold(at - 1) not in passage.lexicon.words.conjunctions | {","}
    return not tag and shape == FINITE and _after_determiner(passage, at)


def _place(passage: "Passage", at: int, end: int) -> bool | None:
    """Whether the words around a form tell: "et juge la loi" is a verb, "une montre" a noun; else None."""
    before, after = passage.fold(at - 1), passage.fold(end)
    if before in passage.lexicon.words.noun_leaders and at > 0:
        return False
    if passage.lexicon.code == "fr" and before in _VERBAL:
        return True
    subjects = passage.lexicon.words.pronouns - {"lui", "nous", "vous"}
    leads = before in subjects or before in ("et", "mais", "puis")
    verbal = after in passage.lexicon.words.verb_followers or (
        after in ("de", "d'") and passage.verb_form(end + 1) == "Inf"
    )
    return True if leads and verbal and passage.tag(at) in ("NOUN", "ADJ", "VERB", "PROPN") else None


def _after_determiner(passage: "Passage", at: int) -> bool:
    """Without a parse: whether the word before makes this one a noun: "une demande", "par la suite"."""
    word = passage.fold(at - 1)
    words = passage.lexicon.words
    if word not in passage.language.determiners or passage.tokens[at - 1].kind != "word":
        return word in ("par", "en", "of", "in", "for", "his", "my") and at > 0
    return word not in words.clitics or passage.fold(at - 2) not in words.pronouns


def _starts_clause(passage: "Passage", at: int) -> bool:
    return at == 0 or passage.written(at - 1) in '.!?:;»”"«“—–…'


def _follows_speech(passage: "Passage", at: int) -> bool:
    """Whether a word stands where a verb of saying does, whatever a parser calls it: "…, dit Luc"."""
    back = at - 2 if passage.fold(at - 1) in passage.lexicon.words.reflexives else at - 1
    return back >= 0 and passage.written(back) in ',!?»”"…' and not passage.tokens[at].capital


def _is_inverted(passage: "Passage", after: int) -> bool:
    tied = passage.lexicon.words.pronouns | {"t"}
    return passage.written(after) == "-" and passage.fold(after + 1) in tied


def _pronoun_after(passage: "Passage", end: int) -> tuple[Chars, int] | None:
    """The pronoun after a hyphen and the position after it: dit-il, ajoute-t-elle."""
    at = end
    for _ in range(2):
        if passage.written(at) != "-":
            return None
        if passage.fold(at + 1) in passage.lexicon.words.pronouns:
            return passage.chars(at + 1, at + 2), at + 2
        at += 2
    return None


# to the left


def _scan(passage: "Passage", at: int) -> _Before:
    """What stands before a verb and belongs to it."""
    before = _Before(at, at)
    while before.at > 0 and at - before.at < _LONGEST and _same_side(passage, at, before.at - 1):
        if not (_tied(passage, before) or _aside(passage, before) or _word(passage, before)):
            break
    return before


def _same_side(passage: "Passage", at: int, other: int) -> bool:
    """Whether two positions are both inside or both outside a quotation, with no mark at the second."""
    return passage.quoted(at) == passage.quoted(other) and passage.written(other) not in '«“”»"'


def _tied(passage: "Passage", before: _Before) -> bool:
    """A pronoun between an auxiliary and the verb: "a-t-il ajouté"."""
    at = before.at - 1
    if passage.fold(at) not in passage.lexicon.words.pronouns or passage.written(at - 1) != "-":
        return False
    verb = at - 2 if passage.fold(at - 2) != "t" else at - 4
    if verb < 0 or passage.fold(verb) not in passage.lexicon.words.auxiliaries:
        return False
    before.pronoun = passage.chars(at, at + 1)
    before.at = verb + 1
    return True


def _aside(passage: "Passage", before: _Before) -> bool:
    """An adverb of several words, or anything short between commas, after an auxiliary."""
    words, at = passage.lexicon.words, before.at
    for length in range(2, _LONGEST_ADVERB + 1):
        found = words.adverbs.find(passage.folds, at - length) if at >= length else None
        if found is not None and found[0] == at:
            before.at = at - length
            return True
    if passage.written(at - 1) != ",":
        return False
    comma = next((i for i in range(at - 2, max(at - 8, 0), -1) if passage.written(i) == ","), None)
    if comma is None or passage.fold(comma - 1) not in words.having | words.being:
        return False
    before.at = comma
    return True


def _is_reflexive(passage: "Passage", at: int) -> bool:
    """Whether a pronoun before a verb means the subject: "je me demande", not "il me demande"."""
    word, back = passage.fold(at), passage.fold(at - 1)
    if word in ("nous", "vous"):
        return False
    first = back in _SPEAKING or (back in ("ne", "n'") and passage.fold(at - 2) in _SPEAKING)
    return word not in _ADDRESSING or first or passage.written(at + 2) == "-"


def _word(passage: "Passage", before: _Before) -> bool:
    """One more auxiliary, clitic, negation or adverb."""
    words, at = passage.lexicon.words, before.at - 1
    word = passage.fold(at)
    if word in words.negations:
        before.negated = True
        before.first = at if word in ("ne", "n'", "not", "n't") and before.first == at + 1 else before.first
    elif word in words.reflexives and _is_reflexive(passage, at):
        before.reflexive = True
        before.first = at
    elif word in words.having | words.being | words.modals and not _is_article(passage, at):
        before.having = before.having or word in words.having
        before.being = before.being or (word in words.being and not before.having)
        before.modal = before.modal or word in words.modals
        before.first = at
    elif passage.written(at) == "dû":
        before.modal = True
    elif _begins_noun(passage, at) or (
        word not in words.clitics | words.single_adverbs
        and not (_is_adverb(passage, at) or _is_alternative(passage, at))
    ):
        return False
    before.at = at
    return True


def _begins_noun(passage: "Passage", at: int) -> bool:
    """Whether what looks like a clitic or an adverb is part of a subject: "Le même", "La" at the start."""
    word = passage.fold(at)
    if passage.tokens[at].capital and word in passage.language.articles:
        return not passage.tokens[at].text.isupper()
    return word == "meme" and passage.fold(at - 1) in passage.language.articles


def _is_alternative(passage: "Passage", at: int) -> bool:
    """Whether a participle is the first of two: "ni confirmé" before "ni infirmé"."""
    return passage.fold(at - 1) == "ni" and passage.written(at).endswith(_ACCENTED)


def _is_article(passage: "Passage", at: int) -> bool:
    """English "'s" that is no auxiliary, as nothing in -ing follows."""
    owner = passage.fold(at) == "s" and passage.written(at - 1) == "'"
    return owner and not passage.fold(at + 1).endswith("ing")


def _is_adverb(passage: "Passage", at: int) -> bool:
    word, tag = passage.fold(at), passage.tag(at)
    return (
        word.endswith(("ment", "ly"))
        and len(word) > 5
        and tag in ("ADV", "")
        and not passage.tokens[at].capital
    )


_ANY = Cue("", {"incise": "assertion"})


def read_any_group(passage: "Passage", at: int) -> VerbGroup | None:
    """The verb at a position whatever it means, by the parse alone; None where that names no finite verb."""
    node = passage.node(at)
    if node is None or node.pos_ != "VERB":
        return None
    before = _scan(passage, at)
    kind = passage.verb_form(at)
    if kind != "Fin" and not (kind == "Part" and (before.having or before.being)):
        return None
    after = _pronoun_after(passage, at + 1)
    lemma = Cue(node.lemma_, _ANY.kinds)
    return VerbGroup(
        at=at, first=before.first, end=after[1] if after else at + 1, cue=lemma, form=FINITE, begin=before.at,
        negated=before.negated, pronoun=before.pronoun, pronoun_after=after[0] if after else None,
    )  # fmt: skip


def read_copula(passage: "Passage", at: int, end: int) -> VerbGroup | None:
    """The verb "to be" or "se dire" before an adjective at a position, None where there is none."""
    before = _scan(passage, at)
    words = passage.lexicon.words
    if not before.being or (
        before.having and not any(passage.fold(i) in words.being for i in range(before.first, at))
    ):
        return None
    return VerbGroup(
        at=at, first=before.first, end=end, cue=_ANY, form=FINITE, begin=before.at, negated=before.negated,
        pronoun=before.pronoun,
    )  # fmt: skip


def read_light_group(passage: "Passage", at: int) -> VerbGroup:
    """The verb at a position with its auxiliaries, whatever it means."""
    before = _scan(passage, at)
    return VerbGroup(
        at=at, first=before.first, end=at + 1, cue=_ANY, form=FINITE, begin=before.at, negated=before.negated,
        pronoun=before.pronoun,
    )  # fmt: skip
