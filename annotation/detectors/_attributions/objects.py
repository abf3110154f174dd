"""Contents that are noun phrases: what is condemned, who is accused of what, who is called on to act."""

from typing import TYPE_CHECKING

from annotation.detectors._attributions.clauses import leads_to_infinitive, other_verb
from annotation.detectors._attributions.passage import Passage
from annotation.detectors._attributions.record import Chars
from annotation.detectors._attributions.stretches import clause_end, pieces, skip_adverbs
from annotation.detectors._attributions.verbs import VerbGroup

if TYPE_CHECKING:
    from spacy.tokens import Token as Node

_FAR = 16
"""Tokens between a verb and "de" with what somebody is accused of."""
_OBJECTS = ("obj", "dobj", "xcomp", "obl:arg")
_ENDS = ".;:!?"


def read_object(passage: Passage, group: VerbGroup, end: int) -> Chars | None:
    """The object of a verb with all that belongs to it: "condamner l'attaque contre l'usine"."""
    begin = skip_adverbs(passage, group.end)
    if begin >= end or not _begins_noun(passage, begin):
        return _clitic_object(passage, group)
    finish = min(clause_end(passage, begin, end, group), _object_end(passage, begin, end, group))
    return pieces(passage, begin, max(finish, begin + 1))


def _begins_noun(passage: Passage, at: int) -> bool:
    token, word = passage.tokens[at], passage.fold(at)
    if token.kind == "sign":
        return token.text in '«“"' and passage.quoted(at)
    if word in passage.language.determiners - {"de", "d'", "au", "aux"} or token.kind == "number":
        return True
    if word in ("de", "d'", "davantage", "plus", "plusieurs"):
        return passage.tag(at + 1) in ("ADJ", "") or word not in ("de", "d'")
    if passage.lexicon.code == "en":
        return (
            passage.tag(at) in ("NOUN", "PROPN", "ADJ", "PRON", "VERB")
            if passage.doc
            else token.kind == "word"
        )
    return token.capital and word not in passage.language.small_words


def _object_end(passage: Passage, begin: int, end: int, group: VerbGroup) -> int:
    """The position after an object: before a sign, or before circumstances that belong to the verb."""
    words = passage.lexicon.words
    for at in range(begin + 1, end):
        if passage.quoted(at):
            continue
        if passage.written(at) in ";:—–" or passage.ends_at(at):
            return at
        if passage.written(at) == "," and not _continues(passage, at):
            return at
        if passage.fold(at) in words.adjuncts and _is_circumstance(passage, at, group):
            return at
    return end


def _continues(passage: Passage, comma: int) -> bool:
    """Whether what follows a comma still belongs to the object: "…, dont 212 en France"."""
    word, words = passage.fold(comma + 1), passage.lexicon.words
    if word in ("dont", "including", "y") or (
        passage.quoted(comma + 1) and passage.written(comma - 1) not in '»”"'
    ):
        return True
    if word in words.relatives | words.stops | words.adjuncts | words.conjunctions or word.endswith(
        ("ant", "ing")
    ):
        return (
            word in words.conjunctions
            and passage.fold(comma + 2) in passage.language.determiners
            and passage.doc is None
        )
    if word == "ainsi":
        return True
    more = word in passage.language.determiners or passage.tag(comma + 1) in ("ADJ", "NUM")
    participle = passage.tag(comma + 1) == "VERB" and passage.group_at(comma + 1) is None
    return (more or participle) and not _verb_soon(passage, comma + 1)


def _verb_soon(passage: Passage, at: int) -> bool:
    """Whether a finite verb stands between a position and the next sign."""
    for i in range(at, min(at + 24, len(passage.tokens))):
        if passage.written(i) in ",.;:—–" and i > at:
            return False
        if passage.group_at(i) or passage.verb_form(i) == "Fin":
            return True
    return False


def _is_circumstance(passage: Passage, at: int, group: VerbGroup) -> bool:
    if passage.fold(at - 1) in ("de", "d'", "du", "des", "of"):
        return False
    node, verb = passage.node(at), passage.node(group.at)
    if node is None or verb is None:
        return True
    for _ in range(3):
        if node.head.i == verb.i:
            return True
        if node.head is node or node.head.i <= verb.i:
            return True
        if node.head.i < node.i and node.dep_ not in ("case", "fixed", "mark", "flat:name"):
            return False
        node = node.head
    return False


def _clitic_object(passage: Passage, group: VerbGroup) -> Chars | None:
    """What "que" before a verb stands for: "L'information, que Kiev dément, …"."""
    node = passage.node(group.at)
    relative = node is not None and node.dep_ in ("acl:relcl", "relcl") and node.head.i < node.i
    if node is None or not relative:
        return None
    que = next(
        (
            child
            for child in node.children
            if child.i < node.i and child.lower_ in ("que", "qu'", "that", "which")
        ),
        None,
    )
    if que is None or que.dep_ not in ("obj", "dobj", "mark", "iobj"):
        return None
    start, stop = passage.at(node.head.left_edge.idx), passage.at(que.idx)
    return pieces(passage, start, stop) if start < stop else None


def read_feeling(passage: Passage, group: VerbGroup, end: int) -> Chars | None:
    """A feeling that is somebody's own: "dire son inquiétude", "ne pas cacher son agacement"."""
    begin = skip_adverbs(passage, group.end)
    if (
        begin >= end
        or passage.fold(begin) not in passage.lexicon.words.possessives | passage.language.articles
    ):
        return None
    nouns = range(begin + 1, min(begin + 4, end))
    own = next((at for at in nouns if passage.fold(at) in passage.lexicon.words.feelings), None)
    if own is None:
        return None
    to = next((at for at in range(own + 1, min(own + 3, end)) if _leads_to_somebody(passage, at)), end)
    finish = min(clause_end(passage, begin, end, group), _object_end(passage, begin, end, group), to)
    return pieces(passage, begin, max(finish, own + 1))


def _leads_to_somebody(passage: Passage, at: int) -> bool:
    """Whether "à" leads to whoever is addressed: "sa confiance à son ministre"."""
    if passage.fold(at) not in ("à", "au", "aux", "to"):
        return False
    near = range(at + 1, min(at + 3, len(passage.tokens)))
    return any(passage.tokens[i].capital or passage.describes(i) for i in near)


def read_view(passage: Passage, group: VerbGroup, end: int) -> Chars | None:
    """What somebody sees in something: "voit de nouvelles violations", "y voit un signe"."""
    if group.first < group.at and not passage.fold(group.at).endswith(("ent", "oit")):
        return None
    begin = skip_adverbs(passage, group.end)
    if passage.fold(begin) == "en" and passage.fold(begin + 1) == "consequence":
        begin += 2
    if passage.fold(begin) not in ("un", "une", "des", "de", "d'", "dans", "as", "a", "an", "«", '"', "“"):
        return None
    finish = min(clause_end(passage, begin, end, group), _object_end(passage, begin, end, group))
    return pieces(passage, begin, max(finish, begin + 1))


# somebody and what is said of them


def read_blame(passage: Passage, group: VerbGroup, end: int) -> Chars | None:
    """Somebody and what is said of them: "accuser la Russie de mentir"; from the one to the other."""
    begin = skip_adverbs(passage, group.end)
    for at in range(begin, min(begin + _FAR, end)):
        if (
            passage.written(at) in _ENDS
            or passage.fold(at) in passage.lexicon.words.that
            or other_verb(passage, at)
        ):
            return None
        if at == begin and "action" in group.cue.frames and leads_to_infinitive(passage, at, end):
            return None
        if _says_of(passage, group, begin, at, end):
            start = min(at, begin)
            finish = min(clause_end(passage, at, end, group), _blame_end(passage, at, end, group))
            return pieces(passage, start, finish)
    return None


def _says_of(passage: Passage, group: VerbGroup, begin: int, at: int, end: int) -> bool:
    """Whether a preposition leads to what somebody is accused of."""
    word = passage.fold(at)
    if passage.lexicon.code == "en":
        return at > begin and (
            word == "of" or (word == "for" and passage.tag(at + 1) in ("VERB", "PRON", "DET", "NOUN", ""))
        )
    if leads_to_infinitive(passage, at, end):
        return True
    if word not in ("de", "d'", "pour") or (at == begin and not _clitic_before(passage, group)):
        return False
    if passage.quoted(at + 1) and not passage.quoted(at):
        return True
    return _hangs_on_verb(passage.node(at), passage.node(group.at)) or (at == begin and passage.doc is None)


def _clitic_before(passage: Passage, group: VerbGroup) -> bool:
    between = range(group.begin, group.at)
    return group.passive or any(
        passage.fold(i) in ("l'", "le", "la", "les", "lui", "leur", "m'", "me") for i in between
    )


def _hangs_on_verb(node: "Node | None", verb: "Node | None") -> bool:
    """Whether the noun behind a preposition hangs on the verb itself."""
    return node is not None and verb is not None and node.head.i > node.i and node.head.head.i == verb.i


def _blame_end(passage: Passage, at: int, end: int, group: VerbGroup) -> int:
    """The position after what is said of somebody: an infinitive runs on, a noun ends like an object."""
    if leads_to_infinitive(passage, at, end):
        return end
    return _object_end(passage, at + 1, end, group)


def read_call(passage: Passage, group: VerbGroup, end: int) -> tuple[Chars, Chars | None] | None:
    """What somebody is called on to do, and who is: "appeler les élus à voter"."""
    begin = skip_adverbs(passage, group.end)
    for at in range(begin, min(begin + _FAR, end)):
        if (
            passage.written(at) in _ENDS
            or passage.fold(at) in passage.lexicon.words.that
            or other_verb(passage, at)
        ):
            return None
        quoted = passage.fold(at) in ("à", "de", "d'") and passage.written(at + 1) in '«“"' and at > begin
        if leads_to_infinitive(passage, at, end) or quoted:
            content = pieces(passage, at, clause_end(passage, at, end, group))
            addressed = pieces(passage, begin, at) if at > begin else None
            return _both(passage, content, addressed) if content else None
        if at > begin and _is_called_to(passage, group, at):
            content = pieces(passage, at, _object_end(passage, at + 1, end, group))
            addressed = pieces(passage, begin, at)
            return (content, addressed) if content else None
    return None


def _is_called_to(passage: Passage, group: VerbGroup, at: int) -> bool:
    """Whether a preposition leads to what somebody is called to: "appeler les habitants au calme"."""
    node, verb = passage.node(at), passage.node(group.at)
    fits = "about" in group.cue.frames and passage.fold(at) in group.cue.prepositions
    if not fits or node is None or verb is None or node.head.i < node.i:
        return False
    over = node.head.head
    return verb.i in (over.i, over.head.i if over.dep_ in _OBJECTS else over.i)


def _both(passage: Passage, content: Chars, addressed: Chars | None) -> tuple[Chars, Chars | None]:
    """In English whoever is to act belongs to what is said."""
    if passage.lexicon.code == "en" and addressed is not None:
        return (addressed[0], content[1]), addressed
    return content, addressed


def read_predicate(passage: Passage, group: VerbGroup, end: int) -> Chars | None:
    """Something and what is said of it: "juger la loi « injuste »", "se dire prêt", "call it a disaster"."""
    begin = skip_adverbs(passage, group.end)
    if begin >= end:
        return None
    reflexive = group.cue.lemma.startswith(("se ", "s'"))
    if reflexive:
        fits = _is_attribute(passage, begin)
    else:
        fits = (_clitic_before(passage, group) and _is_attribute(passage, begin)) or _has_attribute(
            passage, group, begin, end
        )
    if not fits:
        return None
    finish = clause_end(passage, begin, end, group)
    return pieces(
        passage, begin, finish if reflexive else min(finish, _object_end(passage, begin + 1, end, group))
    )


def _is_attribute(passage: Passage, at: int) -> bool:
    word = passage.fold(at)
    if passage.written(at) in '«“"' or word in ("comme", "as", "contre", "pour", "de", "d'", "opposee"):
        return True
    state = passage.lexicon.states.find(passage.folds, at) is not None
    return state or passage.tag(at) in ("ADJ", "ADV") or passage.verb_form(at) == "Part"


def _has_attribute(passage: Passage, group: VerbGroup, begin: int, end: int) -> bool:
    """Whether an attribute follows an object: an adjective or quotation outside of it, "comme"."""
    node = passage.node(group.at)
    for at in range(begin + 1, min(begin + _FAR, end)):
        if passage.written(at) in _ENDS + "," and not passage.quoted(at):
            return False
        if passage.fold(at) in ("comme", "as") or (
            passage.written(at) in '«“"' and passage.fold(at - 1) not in passage.language.determiners
        ):
            return True
        if (
            passage.fold(at) in ("de", "d'", "à")
            and passage.written(at + 1) in '«“"'
            and "blame" in group.cue.frames
        ):
            return True
        here = passage.node(at)
        if (
            node is not None
            and here is not None
            and here.dep_ in ("xcomp", "oprd", "acomp")
            and here.head.i == node.i
            and here.pos_ in ("ADJ", "NOUN")
        ):
            return True
    return False


def read_about(passage: Passage, group: VerbGroup, end: int) -> Chars | None:
    """What stands after the preposition of a verb: "mettre en garde contre une escalade"."""
    begin = skip_adverbs(passage, group.end)
    if begin + 1 >= end or passage.fold(begin) not in group.cue.prepositions:
        return None
    finish = min(clause_end(passage, begin + 1, end, group), _object_end(passage, begin + 1, end, group))
    return pieces(passage, begin if passage.lexicon.code == "fr" else begin + 1, max(finish, begin + 2))
