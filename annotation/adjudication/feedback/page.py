"""Feedback as one HTML page, with nothing to load."""

from collections.abc import Iterator, Sequence
from html import escape

from annotation.adjudication.feedback.gathering import Feedback, Item
from annotation.adjudication.feedback.wording import (
    Piece,
    counts_table,
    explanation,
    gap_words,
    heading,
    reasons_table,
    sentence,
    value_pieces,
    verdicts_text,
    why,
)
from annotation.agreement.reports.page import STYLE, table_rows
from annotation.i18n import _, current_language, ngettext

_MORE = """
article { break-inside: avoid; border-top: 1px solid #E5E2DA; padding: .6rem 0 .4rem; }
article h3 { font-size: 1rem; margin: 0; } article p { margin: .2rem 0; }
.kind { font: 600 12px/1.4 system-ui, sans-serif; color: #57606A; }
mark.mine { background: #F6D9CC; color: inherit; text-decoration: line-through; }
mark.gold { background: #CFE8D8; color: inherit; font-weight: 600; }
.why { color: #57606A; font-style: italic; }
"""


def page(feedback: Feedback) -> str:
    """The whole page."""
    return "".join(_parts(feedback))


def _parts(feedback: Feedback) -> Iterator[str]:
    title, under = heading(feedback)
    yield f'<!DOCTYPE html><html lang="{current_language()}"><head><meta charset="utf-8">'
    yield f"<title>{escape(title)}</title><style>{STYLE}{_MORE}</style></head><body>"
    yield f'<h1>{escape(title)}</h1><p class="under">{escape(under)}</p>'
    if not feedback.items:
        yield f"<p>{escape(_('Nothing was decided about this work yet.'))}</p></body></html>\n"
        return
    yield f'<p class="how">{escape(explanation())}</p>'
    yield f"<h2>{escape(_('Counts'))}</h2>{table_rows(counts_table(feedback))}"
    reasons = reasons_table(feedback)
    if len(reasons) > 1:
        yield f"<h2>{escape(_('Reasons'))}</h2>{table_rows(reasons)}"
    if feedback.gaps:
        yield f"<h2>{escape(_('Where the guideline is silent or unclear'))}</h2><ul>"
        for item in feedback.gaps:
            yield f"<li>{escape(gap_words(item))}</li>"
        yield "</ul>"
    for items in feedback.articles.values():
        yield from _article(items, feedback)
    yield "</body></html>\n"


def _article(items: Sequence[Item], feedback: Feedback) -> Iterator[str]:
    changed = [item for item in items if not item.is_agreed]
    yield f"<h2>{escape(items[0].title)}</h2>"
    agreed = len(items) - len(changed)
    if agreed:
        said = ngettext("In one decision the gold set has your record.",
                        "In {n} decisions the gold set has your record.", agreed)  # fmt: skip
        yield f'<p class="under">{escape(said)}</p>'
    for item in changed:
        yield from _item(item, feedback)


def _item(item: Item, feedback: Feedback) -> Iterator[str]:
    yield f'<article><span class="kind">{escape(item.layer.text)} · {escape(verdicts_text(item))}</span>'
    yield f"<h3>{escape(item.quote)}</h3><p>{escape(sentence(item))}</p>"
    if item.differences:
        yield "<table><thead><tr><th></th>"
        yield f"<th>{escape(_('You'))}</th><th>{escape(_('Gold set'))}</th></tr></thead><tbody>"
        for one in item.differences:
            mine, gold = value_pieces(one, item.referents)
            yield f"<tr><td>{escape(one.part.text)}</td><td>{_marked(mine, 'mine')}</td>"
            yield f"<td>{_marked(gold, 'gold')}</td></tr>"
        yield "</tbody></table>"
    if reason := why(item, feedback.codebook):
        yield f'<p class="why">{escape(reason)}</p>'
    if item.later:
        yield f'<p class="under">{escape(_("You changed your record after this decision."))}</p>'
    yield "</article>"


def _marked(pieces: Sequence[Piece], side: str) -> str:
    return "".join(
        f'<mark class="{side}">{escape(words)}</mark>' if own else escape(words) for words, own in pieces
    )
