"""Which events a network is made of: dates, lists of names, and what repeats."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date

from annotation.exporters._losses import Losses
from annotation.exporters._networks.events import SOURCE, Event
from annotation.exporters._networks.kinds import Kind
from annotation.exporters._networks.options import ARTICLE_LISTS, VALUE_LISTS, Plan
from annotation.i18n import _

_PERIODS: Mapping[str, Callable[[date], Hashable]] = {
    "day": lambda day: day,
    "week": lambda day: day.isocalendar()[:2],
    "month": lambda day: (day.year, day.month),
    "year": lambda day: day.year,
}


def select_by_article(events: Sequence[Event], plan: Plan, losses: Losses) -> list[Event]:
    """The events of articles of the days and lists that were chosen: those whose names isolates keep."""
    _count_unknown(events, plan, ARTICLE_LISTS, losses)
    taken: list[Event] = []
    for event in events:
        if event.when is None and plan.needs_dates:
            losses.add(_("records of articles without a full date"), _("left out"))
        elif not _in_range(event, plan):
            losses.add(_("records of other days"), _("left out, as chosen"))
        elif not _is_of_articles(event, plan):
            losses.add(_("records that the lists leave out"), _("left out, as chosen"))
        else:
            taken.append(event)
    return taken


def select_by_value(events: Sequence[Event], plan: Plan, kind: Kind | None, losses: Losses) -> list[Event]:
    """The events that tie something: with names of the lists, complete, and each repeated one once.

    `kind` is None for the list of events, where an incomplete event has its place. An event repeats
    an earlier one when row, column and, unless it is ignored, polarity are the same in the period of
    `duplicates`. Weeks are those of ISO 8601, and weeks and months of different years differ.
    """
    _count_unknown(events, plan, VALUE_LISTS, losses)
    taken: list[Event] = []
    seen: set[Hashable] = set()
    for event in events:
        if not _is_of_values(event, plan):
            losses.add(_("records that the lists leave out"), _("left out, as chosen"))
        elif kind is not None and (lack := _lack(event, kind)):
            losses.add(*lack)
        elif (mark := _mark(event, plan, kind)) is not None and mark in seen:
            losses.add(_("repeated records"), _("counted once, as chosen"))
        else:
            seen.add(mark)
            taken.append(event)
    return taken


def _count_unknown(events: Sequence[Event], plan: Plan, variables: Iterable[str], losses: Losses) -> None:
    """Tell of names in lists that nothing has: they may be misspelt."""
    for variable in variables:
        if names := plan.lists.get(variable):
            known = {name for event in events for name in event.listed(variable)}
            unknown = names - known
            losses.add(
                _("names in lists that nothing has: {names}", names=", ".join(sorted(unknown))),
                _("left nothing out: check how they are written"),
                len(unknown),
            )


def _in_range(event: Event, plan: Plan) -> bool:
    if event.when is None:
        return True
    day = event.when.date()
    return (plan.start is None or plan.start <= day) and (plan.stop is None or day <= plan.stop)


def _is_of_articles(event: Event, plan: Plan) -> bool:
    """Whether the lists of what is known of articles take the event."""
    lists = plan.lists
    return all(
        lists[variable].isdisjoint(event.listed(variable)) != plan.only_articles
        for variable in ARTICLE_LISTS
        if variable in lists
    )


def _is_of_values(event: Event, plan: Plan) -> bool:
    """Whether the lists of what records say take the event. Attributions have only actors to be listed."""
    theirs = ("actor",) if event.layer == SOURCE else tuple(VALUE_LISTS)
    named = ((plan.lists[variable], event.listed(variable)) for variable in theirs if variable in plan.lists)
    told = ((values, event.fields.get(field, ("",))) for field, values in plan.fields.items())
    return all(values.isdisjoint(found) != plan.only for values, found in (*named, *told))


def _lack(event: Event, kind: Kind) -> tuple[str, str] | None:
    """What an event lacks to be a tie, and what becomes of it."""
    for variable in (kind.rows, kind.columns):
        if not event.value(variable):
            return _what_lacks(event, variable)
    if kind.needs_sign and event.sign is None:
        return _("stances without a polarity"), _("left out; the qualifier “ignore” counts them")
    return None


def _what_lacks(event: Event, variable: str) -> tuple[str, str]:
    if variable == "outlet":
        return _("records of articles without an outlet"), _("left out")
    if event.layer == SOURCE:
        return _("attributions without a source"), _("left out")
    return {
        "actor": (_("stances without a holder"), _("left out")),
        "concept": (_("stances without a concept"), _("left out; see the option “concept”")),
        "target": (_("stances towards nobody"), _("left out")),
    }[variable]


def _mark(event: Event, plan: Plan, kind: Kind | None) -> Hashable:
    """What repeated events have in common; None where all count."""
    if plan.duplicates == "include":
        return None
    if plan.duplicates == "document":
        period: Hashable = event.article
    elif plan.duplicates == "acrossrange" or event.when is None:
        period = ""
    else:
        period = _PERIODS[plan.duplicates](event.when.date())
    rows, columns = (kind.rows, kind.columns) if kind else ("actor", "concept")
    sign = event.polarity if kind is None or kind.needs_sign else ""
    return period, event.layer, event.value(rows), event.value(columns), sign
