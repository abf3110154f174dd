"""Verbs of saying, thinking and wanting with what belongs to them: auxiliaries, negation, "se", "-t-il"."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotation.detectors._attributions.auxiliaries import ACCENTED, ADDRESSING, Before, read_before
from annotation.detectors._attributions.conjugation import FINITE, GERUND, INFINITIVE, PARTICIPLE
from annotation.detectors._attributions.lexicon import Cue, Form
from annotation.detectors._attributions.record import Chars

if TYPE_CHECKING:  # a passage reads its verbs
    from annotation.detectors._attributions.passage import Passage

_NO_VERBS = ("NOUN", "PROPN", "ADP", "DET", "PRON", "ADV", "SCONJ", "NUM")
_NOT = ("pas", "plus", "jamais", "guere", "point", "nullement")
_VERBAL = frozenset({"se", "s'"}) | ADDRESSING
"""Words that nothing but a verb follows."""


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


def read_group(passage: "Passage", at: int) -> VerbGroup | None:
    """The verb at a position, None where there is none or it is a noun, a name or an adjective."""
    found = passage.lexicon.verbs.find(passage.folds, at)
    if found is None or passage.tokens[at].kind != "word" or _is_compound(passage, at):
        return None
    end, form = found
    before = read_before(passage, at)
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


def _choose(form: Form, before: Before, shape: str) -> Cue | None:
    if before.reflexive:
        return form.reflexive
    if shape == PARTICIPLE and form.plain is None:
        return form.reflexive
    return form.plain


def _is_passive(passage: "Passage", at: int, before: Before, shape: str) -> bool:
    if not before.being or before.reflexive or shape == GERUND:
        return False
    return shape == FINITE and not passage.fold(at).endswith("ing")


def _shape(passage: "Passage", at: int, form: Form, before: Before) -> str:
    """What the form is here; a participle or gerund with its auxiliary counts as finite."""
    helped = before.having or before.being
    written = passage.written(at)
    if PARTICIPLE in form.classes and helped:
        return FINITE
    if form.classes == {INFINITIVE} and before.modal and (helped or before.first < at):
        return FINITE
    if FINITE in form.classes and not (passage.lexicon.code == "fr" and written.endswith(ACCENTED)):
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


def _is_noun(passage: "Passage", at: int, end: int, before: Before, shape: str) -> bool:
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


_ANY = Cue("", {"incise": "assertion"})


def read_any_group(passage: "Passage", at: int) -> VerbGroup | None:
    """The verb at a position whatever it means, by the parse alone; None where that names no finite verb."""
    node = passage.node(at)
    if node is None or node.pos_ != "VERB":
        return None
    before = read_before(passage, at)
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
    before = read_before(passage, at)
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
    before = read_before(passage, at)
    return VerbGroup(
        at=at, first=before.first, end=at + 1, cue=_ANY, form=FINITE, begin=before.at, negated=before.negated,
        pronoun=before.pronoun,
    )  # fmt: skip
