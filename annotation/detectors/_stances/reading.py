"""Reading the stances of an article: every cue of every paragraph, then the best of what says the same."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from annotation.detectors._base import Document, Paragraph
from annotation.detectors._stances.judgements import read_judgement, read_predication
from annotation.detectors._stances.lexicon import StanceLexicon, load_stances
from annotation.detectors._stances.nouns import read_noun, read_predicate, read_state
from annotation.detectors._stances.parse import NOMINAL, SUBJECTS
from annotation.detectors._stances.parties import Parties
from annotation.detectors._stances.record import Stance
from annotation.detectors._stances.scene import Scene
from annotation.detectors._stances.syntax import Syntax
from annotation.detectors._stances.verbs import read_verb

if TYPE_CHECKING:
    from spacy.tokens import Token as Node

_READERS = {
    "VERB": (read_verb, read_state, read_judgement),
    "AUX": (read_verb, read_judgement),
    "NOUN": (read_verb, read_noun, read_state, read_judgement, read_predication),
    "ADJ": (read_verb, read_state, read_judgement, read_predication),
    "PROPN": (read_state,),
    "ADP": (read_predicate,),
}
"""{word class: the rules that may begin at such a word}"""


def read_stances(document: Document, parties: Parties) -> list[Stance]:
    """The stances of an article in the order of their evidence; none where it is not parsed."""
    lexicon = load_stances(document.lang)
    found = [made for item in document.paragraphs for made in _paragraph(document, item, parties, lexicon)]
    return sorted(_distinct(found), key=lambda item: (item.evidence, item.holder.at, item.target.at))


def _paragraph(
    document: Document, paragraph: Paragraph, parties: Parties, lexicon: StanceLexicon
) -> Iterator[Stance]:
    if paragraph.doc is None:
        return
    scene = Scene(Syntax(paragraph.doc, lexicon), parties, paragraph.start, document.text)
    for node in paragraph.doc:
        for reader in _READERS.get(node.pos_, ()):
            yield from reader(scene, node)
        _remember(scene, node)


def _remember(scene: Scene, node: "Node") -> None:
    """Keep a subject for the pronouns after it."""
    if node.dep_ not in SUBJECTS or node.pos_ not in NOMINAL:
        return
    party = scene.parties.identify(scene.syntax, node, scene.offset)
    if party.person:
        scene.parties.remember(party, scene.char(node.i) + len(node))


def _distinct(found: Iterable[Stance]) -> list[Stance]:
    """The surest of those that say the same of the same in the same words."""
    kept: list[Stance] = []
    for item in sorted(found, key=lambda stance: -stance.confidence):
        if not any(_is_same(item, other) for other in kept):
            kept.append(item)
    return kept


def _is_same(some: Stance, other: Stance) -> bool:
    near = some.evidence[0] < other.evidence[1] and other.evidence[0] < some.evidence[1]
    return near and some.holder.same == other.holder.same and some.target.same == other.target.same
