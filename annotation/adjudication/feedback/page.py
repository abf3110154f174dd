"""Feedback as one HTML page, with nothing to load."""

from collections.abc import Iterator, Sequence
from html import escape

from annotation.adjudication.feedback.gathering import Feedback
from annotation.adjudication.feedback.outline import Counted, Listed, Part, Rank, Told, Words, outline
from annotation.adjudication.feedback.wording import Piece, heading
from annotation.agreement.reports.page import STYLE, table_rows
from annotation.i18n import _, current_language

_MORE = """
article { break-inside: avoid; border-top: 1px solid #E5E2DA; padding: .6rem 0 .4rem; }
article h3 { font-size: 1rem; margin: 0; } article p { margin: .2rem 0; }
.kind { font: 600 12px/1.4 system-ui, sans-serif; color: #57606A; }
mark.mine { background: #F6D9CC; color: inherit; text-decoration: line-through; }
mark.gold { background: #CFE8D8; color: inherit; font-weight: 600; }
.why { color: #57606A; font-style: italic; }
"""
_TAGS: dict[Rank, str] = {"title": "h1", "head": "h2", "body": "p", "faint": "p"}


def page(feedback: Feedback) -> str:
    """The whole page."""
    return "".join(_parts(feedback))


def _parts(feedback: Feedback) -> Iterator[str]:
    title, _under = heading(feedback)
    yield f'<!DOCTYPE html><html lang="{current_language()}"><head><meta charset="utf-8">'
    yield f"<title>{escape(title)}</title><style>{STYLE}{_MORE}</style></head><body>"
    for part in outline(feedback):
        yield from _part(part)
    yield "</body></html>\n"


def _part(part: Part) -> Iterator[str]:
    if isinstance(part, Words):
        tag = _TAGS[part.rank]
        faint = ' class="under"' if part.rank == "faint" else ""
        yield f"<{tag}{faint}>{escape(part.text)}</{tag}>"
    elif isinstance(part, Counted):
        yield table_rows(part.table)
    elif isinstance(part, Listed):
        yield f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in part.lines)}</ul>"
    else:
        yield from _told(part)


def _told(told: Told) -> Iterator[str]:
    yield f'<article><span class="kind">{escape(told.kind)}</span>'
    yield f"<h3>{escape(told.quote)}</h3><p>{escape(told.sentence)}</p>"
    if told.differences:
        yield "<table><thead><tr><th></th>"
        yield f"<th>{escape(_('You'))}</th><th>{escape(_('Gold set'))}</th></tr></thead><tbody>"
        for name, mine, gold in told.differences:
            yield f"<tr><td>{escape(name)}</td><td>{_marked(mine, 'mine')}</td>"
            yield f"<td>{_marked(gold, 'gold')}</td></tr>"
        yield "</tbody></table>"
    for kind, words in (("why", told.why), ("under", told.later)):
        if words:
            yield f'<p class="{kind}">{escape(words)}</p>'
    yield "</article>"


def _marked(pieces: Sequence[Piece], side: str) -> str:
    return "".join(
        f'<mark class="{side}">{escape(words)}</mark>' if own else escape(words) for words, own in pieces
    )
