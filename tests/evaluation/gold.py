"""The own gold, articles with inline markup (tests/data/gold/README.md says how), as Selon JSONL rows."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Spans = dict[str, list[list[int]]]

ROLES = {"s": "source", "q": "cue", "c": "content", "d": "addressee"}
KINDS = {
    "c": "cardinal",
    "o": "ordinal",
    "m": "money",
    "p": "percent",
    "d": "duration",
    "t": "date",
    "u": "measure",
    "f": "fraction",
    "x": "multiplier",
}
DEFAULT_UNITS = {"money": "EUR", "percent": "%"}
COUNTING = ("cardinal", "fraction")
FEATURES = {
    "speech": ("direct", "indirect", "mixed", "reported-act"),
    "attribution_kind": ("assertion", "belief", "knowledge", "intention", "attitude", "decree"),
    "identification": ("named", "role-only", "anonymous", "none"),
    "cue_type": ("verb", "selon", "noun", "colon", "nocue"),
    "factuality": ("fact", "likely", "possible", "doubted", "denied"),
}
FLAGS = {"neg": "negated", "doubtful": "doubtful"}
CUE_TYPES = {"selon": "selon-pp", "nocue": "none"}
FEATURE_OF = {word: key for key, words in FEATURES.items() for word in words}
STANCE_TYPES = ("sentiment", "agreement", "evaluation", "demand")
NUMBER = re.compile(r"(<=|>=|<|>|~|=)?(.+)")
STANCE = re.compile(r"e(\d+) (.+?) > (.+) (favor|against|neutral|mixed)(?: @(\d+))?(?: (\w+))?( \?)?$")
TAG = re.compile(r"\[([^\s\[\]]+) ")


class GoldError(ValueError):
    """Markup that cannot be read: the file, and what is wrong."""


@dataclass(slots=True)
class Marked:
    """A text without its markup, and what was marked: (tag, start, end) in the order of their ends."""

    text: str = ""
    marks: list[tuple[str, int, int]] = field(default_factory=list)


def read_gold(folder: Path) -> list[Row]:
    """Every article of a folder of the own gold, in order of the files' names."""
    return [read_article(file) for file in sorted(folder.glob("*.txt"))]


def read_article(file: Path) -> Row:
    """One article as a row of Selon JSONL; GoldError where the markup is broken."""
    head, _, body = file.read_text(encoding="utf-8").partition("\n\n")
    facts = dict(line.split(": ", 1) for line in head.splitlines())
    prose, _, rest = body.partition("\n== sources\n")
    sources, _, stances = rest.partition("== stances\n")
    marked = unmark(_spaced(prose.strip()) if facts.get("nbsp") == "yes" else prose.strip(), file.name)
    try:
        rows = list(_annotations(marked, sources.splitlines(), stances.splitlines()))
    except (KeyError, ValueError) as error:
        raise GoldError(f"{file.name}: {error}") from error
    return {
        "format": "selon-jsonl/1",
        "id": file.stem,
        "title": facts["title"],
        "text": marked.text,
        "text_sha256": hashlib.sha256(marked.text.encode()).hexdigest(),
        "lang": facts["lang"],
        "annotations": rows,
        "decisions": [],
    }


def _spaced(prose: str) -> str:
    prose = re.sub(r"(?<=«) | (?=[»:;?!%€](?!\S))", "\u00a0", prose)
    return re.sub(r" (?=»)", "\u00a0", prose)


def unmark(prose: str, name: str) -> Marked:
    """The text without its markup and the marks in it."""
    found, open_tags, at = Marked(), list[tuple[str, int]](), 0
    while at < len(prose):
        tag = TAG.match(prose, at)
        if tag:
            open_tags.append((tag[1], len(found.text)))
            at = tag.end()
        elif prose[at] == "]":
            if not open_tags:
                raise GoldError(f"{name}: a bracket closes nothing after {found.text[-40:]!r}")
            label, start = open_tags.pop()
            if start == len(found.text):
                raise GoldError(f"{name}: {label} marks nothing after {found.text[-40:]!r}")
            found.marks.append((label, start, len(found.text)))
            at += 1
        elif prose[at] == "[":
            raise GoldError(f"{name}: a bracket without a tag after {found.text[-40:]!r}")
        else:
            found.text += prose[at]
            at += 1
    if open_tags:
        raise GoldError(f"{name}: {open_tags[-1][0]} is not closed")
    return found


def _annotations(marked: Marked, sources: list[str], stances: list[str]) -> Iterator[Row]:
    roles: dict[str, Spans] = {}
    evidence: dict[str, list[list[int]]] = {}
    for label, start, end in sorted(marked.marks, key=lambda mark: mark[1:]):
        if label.startswith("#"):
            features = figure_features(label[1:], marked.text[start:end])
            yield _row(marked, "figure", str(start), {"mention": [[start, end]]}, features)
        elif label[0].isupper():
            yield _entity(marked, label, start, end)
        else:
            for part in label.split(","):
                if part[0] == "e":
                    evidence.setdefault(part[1:], []).append([start, end])
                else:
                    roles.setdefault(part[1:], {}).setdefault(ROLES[part[0]], []).append([start, end])
    yield from _sources(marked, roles, sources)
    yield from _stances(marked, evidence, stances)


def _row(marked: Marked, layer: str, name: str, spans: Spans, features: Row) -> Row:
    quotes = {role: [marked.text[a:b] for a, b in found] for role, found in spans.items()}
    return {
        "id": f"{layer}-{name}",
        "layer": layer,
        "annotator": "gold",
        "status": "accepted",
        "spans": spans,
        "quotes": quotes,
        "features": features,
    }


def _entity(marked: Marked, label: str, start: int, end: int) -> Row:
    found = re.fullmatch(r"([A-Z]+)(n?)(\??)(?:>([A-Z]+))?(?:=(.+))?", label)
    if found is None:
        raise ValueError(f"no entity tag: {label}")
    kind, nominal, doubtful, acts_as, name = found.groups()
    features: Row = {"type": kind, "mention_level": "NOM" if nominal else "NAM"}
    if kind == "ROLE":
        features.pop("mention_level")
    if name or kind not in ("ROLE", "NORP"):
        features["entity"] = (name or marked.text[start:end]).replace("_", " ")
    if acts_as:
        features["metonymic_type"] = acts_as
    if nominal or doubtful:
        features["doubtful"] = True
    return _row(marked, "entity", f"{start}-{end}", {"mention": [[start, end]]}, features)


def figure_features(label: str, quote: str) -> Row:
    """The features of a figure from its tag: `kind:value:unit:per:counted`, what is left out by default."""
    letter, value, unit, per, counted = [*label.split(":"), "", "", "", ""][:5]
    kind = KINDS[letter[0]]
    features: Row = {"kind": kind, **_value(value)}
    if letter.endswith("?"):
        features["doubtful"] = True
    if unit or kind in DEFAULT_UNITS:
        features["unit"] = unit or DEFAULT_UNITS[kind]
    if per:
        features["per"] = per
    if kind in COUNTING and counted != "-":
        features["counted"] = counted.replace("_", " ") or quote.replace("\u00a0", " ").split(" ")[-1]
    return features


def _value(written: str) -> Row:
    if not written:
        return {}
    if written == "vague":
        return {"vague": True}
    sign, rest = NUMBER.fullmatch(written).groups()  # type: ignore[union-attr]  # any text matches
    if ".." in rest:
        low, high = rest.split("..")
        return {"comparator": "range", "value_min": _number(low), "value_max": _number(high)}
    return {"comparator": sign or "=", "value": _number(rest)}


def _number(written: str) -> str:
    if "/" in written:
        return f"{float(Fraction(written)):.15g}"
    return f"{Decimal(written):f}"


def _sources(marked: Marked, roles: dict[str, Spans], lines: list[str]) -> Iterator[Row]:
    said = {}
    for line in filter(None, map(str.strip, lines)):
        name, _, rest = line.partition(" ")
        said[name] = source_features(rest)
    if said.keys() != roles.keys():
        raise ValueError(f"only marked or only described: attributions {sorted(said.keys() ^ roles.keys())}")
    for name, features in said.items():
        if missing := _missing(roles[name], features):
            raise ValueError(f"attribution {name} has no {missing}")
        yield _row(marked, "source", name, roles[name], features)


def _missing(spans: Spans, features: Row) -> str:
    """The role that an attribution lacks though its features say that it is there."""
    needed = ["content"] + ["cue"] * (features["cue_type"] != "none")
    needed += ["source"] * (features["cue_type"] != "none" and features.get("identification") != "none")
    return next((role for role in needed if role not in spans), "")


def source_features(line: str) -> Row:
    """The features of an attribution: words of tagsets, `type/role`, `neg`, `^parent`, last `=Speaker`."""
    words, _, speaker = line.partition("=")
    features: Row = {"cue_type": "verb"}
    for word in words.split():
        if "/" in word:
            features["source_type"], _, role = word.partition("/")
            features.update({"source_role": role} if role else {})
        elif word in FLAGS:
            features[FLAGS[word]] = True
        elif word.startswith("^"):
            features["parent"] = f"source-{word[1:]}"
        else:
            features[FEATURE_OF[word]] = CUE_TYPES.get(word, word)
    if speaker:
        features["speaker"] = speaker.strip()
    if speaker and features.get("identification") == "role-only":
        del features["identification"]  # a description of somebody named elsewhere: either answer would do
    return features


def _stances(marked: Marked, evidence: dict[str, list[list[int]]], lines: list[str]) -> Iterator[Row]:
    described = set()
    for line in filter(None, map(str.strip, lines)):
        found = STANCE.fullmatch(line)
        if found is None:
            raise ValueError(f"no stance: {line}")
        name, holder, target, polarity, attribution, kind, doubt = found.groups()
        holders, targets = holder.split(" / "), target.split(" / ")
        features: Row = {"holder": holders[0], "target": targets[0], "polarity": polarity}
        features.update({"holder_also": holders[1:]} if holders[1:] else {})
        features.update({"target_also": targets[1:]} if targets[1:] else {})
        features.update({"attribution": f"source-{attribution}"} if attribution else {})
        features.update({"stance_type": kind} if kind else {})
        features.update({"doubtful": True} if doubt else {})
        described.add(name)
        yield _row(marked, "stance", name, {"evidence": evidence[name]}, features)
    if described != evidence.keys():
        raise ValueError(f"evidence without a stance: {sorted(evidence.keys() - described)}")
