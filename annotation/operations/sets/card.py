"""The card of a dataset: what it holds, how it came about, and what it is not good for, as Markdown."""

import json
import shlex
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from annotation.codebook import Codebook, Layer
from annotation.i18n import _, ngettext
from annotation.operations.sets.command import command_words
from annotation.operations.sets.outcome import Contents, Origin
from annotation.operations.sets.tally import Tally, together
from annotation.operations.sets.wish import SetWish
from annotation.project.selection import ALL
from annotation.records import GOLD, Shown, Status

NAME = "README.md"
_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
_MOST = 30
"""Rows of a table; the others are told as one."""


def write_card(origin: Origin, wish: SetWish, out: str, contents: Contents, codebook: Codebook) -> str:
    """The card; `out` is the name of the folder or file that the set is written to."""
    whole = together(contents.tallies.values())
    sections = (
        (_("What is in it"), _contents(contents, whole, codebook)),
        (_("Labels"), _labels(whole, codebook)),
        (_("Articles"), _articles(whole)),
        (_("Annotators"), _people(whole, wish)),
        (_("Agreement"), _agreement(contents, codebook)),
        (_("Licence"), _licence(wish)),
        (_("Limits"), limits(wish, contents)),
        (_("How it was made"), _making(origin, wish, out)),
    )
    told = (
        f"## {title}\n\n{text}\n" for title, text in ((title, "\n".join(lines)) for title, lines in sections)
    )
    title = wish.about.title or origin.name
    summary = wish.about.description or summary_of(whole)
    return "\n".join([*_header(whole, wish, title), f"# {title}\n", f"{summary}\n", *told])


def summary_of(whole: Tally) -> str:
    """What a set is, in a sentence."""
    articles = ngettext("{n} news article", "{n} news articles", whole.articles)
    return _("{articles} with {records} records of who says what: sources, stances, entities and figures as "
             "they are labelled in them.", articles=articles, records=whole.total)  # fmt: skip


def _header(whole: Tally, wish: SetWish, title: str) -> Iterator[str]:
    """The fields that catalogues of datasets read, as YAML."""
    yield "---"
    yield f"pretty_name: {json.dumps(title, ensure_ascii=False)}"
    if languages := sorted(filter(None, whole.languages)):
        yield f"language: {json.dumps(languages)}"
    if wish.about.licence:
        yield f"license: {json.dumps(wish.about.licence.lower(), ensure_ascii=False)}"
    size = next((name for most, name in _SIZES if whole.articles < most), "1M<n<10M")
    yield f"size_categories: [{json.dumps(size)}]"
    yield 'task_categories: ["token-classification"]'
    yield "---\n"


# ---------------------------------------------------------------- what is in it


def _contents(contents: Contents, whole: Tally, codebook: Codebook) -> Iterator[str]:
    layers = sorted({layer for layer, _status in whole.records})
    rows = [
        [name or _("all"), tally.articles, tally.total, *(tally.of_layer(layer) for layer in layers)]
        for name, tally in contents.tallies.items()
    ]
    names = [_layer_name(codebook, layer) for layer in layers]
    yield from _table([_("part"), _("articles"), _("records"), *names], rows)
    if contents.groups and len(rows) > 1:
        yield ""
        yield _("No two parts share copies of a text: {groups} groups of articles stay together, the largest "
                "of {largest}.", groups=contents.groups, largest=contents.largest)  # fmt: skip


def _labels(whole: Tally, codebook: Codebook) -> Iterator[str]:
    states = [status for status in Status if any(one == status for _layer, one in whole.records)]
    rows = [
        [_layer_name(codebook, layer), *(whole.records[layer, status.value] for status in states)]
        for layer in sorted({layer for layer, _status in whole.records})
    ]
    yield from _table([_("layer"), *(status.value for status in states)], rows)
    for (layer, field), counted in sorted(whole.values.items()):
        yield ""
        yield f"{_layer_name(codebook, layer)}, `{field}`: {_listed(counted)}"


def _articles(whole: Tally) -> Iterator[str]:
    yield _("- languages: {languages}", languages=_listed(_named(whole.languages)) or "–")
    yield _("- outlets: {outlets}", outlets=_listed(_named(whole.outlets)) or "–")
    if whole.first:
        yield _("- published from {first} to {last}", first=whole.first, last=whole.last)
    yield _("- characters of text: {n}", n=whole.characters)


def _people(whole: Tally, wish: SetWish) -> Iterator[str]:
    yield from _table([_("annotator"), _("records")], [[name, n] for name, n in _ordered(whole.people)])
    yield ""
    if wish.anonymise:
        yield _("The names are pseudonyms.")
    yield _("“machine” is what detectors suggest, “gold” what reviewers decided.")


def _agreement(contents: Contents, codebook: Codebook) -> Iterator[str]:
    if not contents.agreement:
        yield _("It was not measured, or no article has the work of two annotators.")
        return
    rows = [
        [_layer_name(codebook, one.layer), one.field or _("spans"), one.measure, f"{one.value:.3f}"]
        for one in contents.agreement
    ]
    yield from _table([_("layer"), _("field"), _("measure"), _("value")], rows)


def _licence(wish: SetWish) -> Iterator[str]:
    yield wish.about.licence or _("None is named: ask whoever made the set before you use it.")
    if wish.about.creators:
        yield ""
        yield _("Made by: {people}", people=", ".join(wish.about.creators))


def _making(origin: Origin, wish: SetWish, out: str) -> Iterator[str]:
    yield _("Selon {version}, codebook “{codebook}” in version {number}, from a project of {n} articles:",
            version=origin.selon, codebook=origin.codebook_name, number=origin.codebook,
            n=origin.articles)  # fmt: skip
    yield ""
    yield f"```\n{shlex.join(command_words(Path(f'{origin.name}.selon'), Path(out), wish))}\n```"
    if wish.manifest:
        yield ""
        yield _("The manifest has the choices, and the SHA-256 of each file.")


# ---------------------------------------------------------------- limits


def limits(wish: SetWish, contents: Contents | None = None) -> Iterator[str]:
    """What whoever uses a set must know, a point a line."""
    yield from (f"- {text}" for text in (*_choices(wish), *_coverage(wish)))
    if contents:
        yield from (f"- {one.what}: {one.count}. {one.done}" for one in contents.losses)


def _choices(wish: SetWish) -> Iterator[str]:
    if wish.annotator == GOLD.name:
        yield _("It holds the gold set alone: what reviewers decided.")
    elif wish.annotator != ALL:
        yield _("It holds the records of {name} alone.", name=wish.annotator)
    if wish.suggestions or (wish.suggestions is None and Status.SUGGESTED in wish.statuses):
        yield _("Records with the status “suggested” come from detectors, and nobody has looked at them.")
    if wish.layers:
        yield _("It holds the layers {layers} alone.", layers=", ".join(wish.layers))
    if wish.filter:
        yield _("Its articles were chosen: {filter}", filter=f"`{wish.filter}`")


def _coverage(wish: SetWish) -> Iterator[str]:
    if wish.shown is not Shown.WHOLE:
        yield _(
            "It does not hold the texts: positions are code points of texts with the SHA-256 that is given."
        )
    if wish.shown is Shown.NOTHING:
        yield _("It does not hold the marked words either.")
    if wish.anonymise:
        yield _("Annotators have pseudonyms, and times are cut to the day.")
    if not wish.provenance:
        yield _("It does not tell where labels come from: by hand, or from a suggestion.")


# ---------------------------------------------------------------- tables


def _table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> Iterator[str]:
    if not rows:
        yield _("Nothing.")
        return
    yield f"| {' | '.join(header)} |"
    yield f"|{'---|' * len(header)}"
    for row in rows[:_MOST]:
        yield f"| {' | '.join(map(_cell, row))} |"
    if len(rows) > _MOST:
        yield ""
        yield ngettext("and one more", "and {n} more", len(rows) - _MOST)


def _cell(value: object) -> str:
    return str(value).replace("|", "\\|").replace("\n", " ")


def _listed(counted: Mapping[str, int]) -> str:
    rows = _ordered(counted)
    shown = ", ".join(f"{name} ({number})" for name, number in rows[:_MOST])
    rest = len(rows) - _MOST
    return f"{shown}, {ngettext('and one more', 'and {n} more', rest)}" if rest > 0 else shown


def _ordered(counted: Mapping[str, int]) -> list[tuple[str, int]]:
    """The commonest first, of those that are as common in the order of the alphabet."""
    return sorted(counted.items(), key=lambda one: (-one[1], one[0]))


def _named(counted: Mapping[str, int]) -> Mapping[str, int]:
    return Counter({name or _("unknown"): number for name, number in counted.items()})


def _layer_name(codebook: Codebook, id_: str) -> str:
    layer: Layer | None = codebook.layer(id_)
    return layer.text if layer else id_
