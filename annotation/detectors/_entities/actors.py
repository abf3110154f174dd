"""Companies and clubs that a model took for places: they speak, and they play."""

from dataclasses import replace

from annotation.detectors._entities.gazetteer import Gazetteer
from annotation.detectors._entities.line import Line
from annotation.detectors._entities.mention import Mention

_PLACES = ("LOC", "GPE", "MISC")
_SUBJECT = frozenset({"nsubj", "nsubj:pass"})


def judge_actor(line: Line, item: Mention, gazetteer: Gazetteer) -> Mention | None:
    """The name as an organisation where it plays or speaks as one does; None where it does neither."""
    start, end = line.first(item.start), line.after(item.end)
    if "dateline" in item.evidence or not gazetteer.guesses_places or _is_determined(line, start):
        return None
    if item.type == "PER" and _is_sole_company(line, start, end, gazetteer):
        return item.of_type("ORG", "subject")
    if item.type not in _PLACES:
        return None
    if _plays(line, start, end, gazetteer):
        return replace(item, type="ORG", evidence=("sport", *_model(item)), key="")
    listed = {"list", "weak", "place-word"}.intersection(item.evidence)
    if not listed and _speaks(line, start, end, gazetteer):
        return item.of_type("ORG", "subject")
    return None


def _is_determined(line: Line, start: int) -> bool:
    return line.fold(start - 1) in line.language.determiners


def _is_sole_company(line: Line, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """Whether a lone name without a given name does what companies alone do."""
    if end != start + 1 or line.fold(start) in gazetteer.given or not _is_subject(line, start):
        return False
    node = line.node(start)
    return node is not None and node.head.lemma_.casefold() in gazetteer.sole_company_verbs


def _model(item: Mention) -> tuple[str, ...]:
    return ("model",) if "model" in item.evidence else ()


def _plays(line: Line, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """Whether a name is a club's: a score follows it, or it opposes another in a paragraph on sport."""
    score = [line.written(at) for at in range(end, end + 5)]
    if score[:1] == ["("] and score[2:3] and score[2] in "-–" and score[4] == ")" and score[1].isdigit():
        return True
    if len(gazetteer.sport.intersection(line.folds)) < 2:
        return False
    opposed = any(
        (found := gazetteer.before_club.find(line.folds, at)) is not None and found[0] == start
        for at in range(max(0, start - 3), start)
    )
    whole = end == start + 1 or line.written(start + 1) == "-"
    return whole and (opposed or _is_subject(line, start))


def _is_subject(line: Line, at: int) -> bool:
    node = line.node(at)
    return node is not None and node.dep_ in _SUBJECT and node.head.pos_ in ("VERB", "AUX")


def _speaks(line: Line, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """Whether an unknown name without an article is the subject of a verb that companies are subjects of."""
    node = line.node(start)
    if node is None or not _is_subject(line, start):
        return False
    hyphened = line.written(start + 1) == "-" and end > start + 1
    return node.head.lemma_.casefold() in gazetteer.company_verbs and not hyphened
