"""The commands that hand articles to annotators within the project: shares, a pool, training rounds."""

from collections.abc import Mapping
from typing import Any

import click

from annotation.adjudication.training import (
    EXACT,
    OVERLAP,
    Round,
    Score,
    StartRound,
    articles_for_training,
    rounds_in,
    score_round,
)
from annotation.commands.blinding import REVIEWERS, blinding_by
from annotation.commands.frame import JSON, answer, reading, writing
from annotation.commands.people import people_called
from annotation.i18n import _, ngettext
from annotation.operations import (
    AssignmentWish,
    HandOut,
    OperationError,
    Reassign,
    Together,
    plan_assignment,
)
from annotation.operations.assigning import STRATA
from annotation.operations.blinding import blinding_in
from annotation.operations.filters import articles_called, query_called
from annotation.operations.pool import Pool, SetPool, TakeFromPool
from annotation.project import Project
from annotation.records import Article, Assignment

FILTER = click.option(
    "--filter", "filter_", help="Only articles of a saved filter, by its name, or of a query."
)
PEOPLE = click.option("--annotator", "names", multiple=True, required=True, help="For whom; several times.")


@click.command()
@writing
@PEOPLE
@FILTER
@click.option("--share", default=1.0, show_default=True, help="The part of the articles that is drawn.")
@click.option("--overlap", default=0.0, show_default=True, help="The part of these that everybody gets.")
@click.option("--by", default="", type=click.Choice(STRATA), help="In even shares by this.")
@click.option("--seed", default=1, show_default=True, help="Of the draw.")
@click.option("--only-new", is_flag=True, help="Leave out what is in somebody's queue already.")
@click.option("--double-blind", is_flag=True, help="Let them see only their own work; see `selon blind`.")
@REVIEWERS
@click.option("--from", "origin", default="", help="Move what this person has not begun, to the annotator.")
@click.option("--dry-run", is_flag=True, help="Only say who would get how many.")
@JSON
def assign(project: Project, names: tuple[str, ...], filter_: str | None, share: float, overlap: float,
           by: str, seed: int, only_new: bool, double_blind: bool, reviewers: tuple[str, ...], origin: str,
           dry_run: bool, as_json: bool) -> None:  # fmt: skip
    """Put articles into the queues of annotators."""
    reader = project.read
    if (reviewers and not double_blind) or (origin and double_blind):
        raise OperationError("--reviewer goes with --double-blind, and neither goes with --from.")
    people = people_called(reader, names)
    articles = articles_called(reader, filter_) if filter_ else reader.article_ids()
    if origin:
        _move(project, articles, people_called(reader, [origin])[0], people[0], dry_run, as_json)
        return
    wish = AssignmentWish(articles=articles, annotators=people, share=share, overlap=overlap, by=by,
                          seed=seed, only_new=only_new)  # fmt: skip
    plan = plan_assignment(reader, wish)
    if not dry_run:
        handing = HandOut(shares=plan.shares)
        blinding = blinding_by(reader, reviewers) if double_blind else []
        project.apply(Together(operations=(*blinding, handing), title=handing.title))
    shares = {reader.annotators()[who].name: len(found) for who, found in plan.shares.items()}
    document = {"articles": plan.articles, "shares": shares, "overlap": len(plan.overlap),
                "left_out": plan.left_out, "dry_run": dry_run,
                "double_blind": blinding_in(reader) is not None}  # fmt: skip
    said = ", ".join(f"{name}: {number}" for name, number in shares.items())
    answer(as_json, document, said)


def _move(
    project: Project, articles: list[str], origin: str, target: str, dry_run: bool, as_json: bool
) -> None:
    if origin == target:
        raise OperationError("Articles move from one annotator to another: name two.")
    before = {one.article for one in project.read.queue(target)}
    if not dry_run:
        project.apply(Reassign(articles=articles, annotator=origin, to=target))
    moved = len({one.article for one in project.read.queue(target)} - before)
    said = ngettext("Moved one article.", "Moved {n} articles.", moved)
    answer(as_json, {"moved": moved, "dry_run": dry_run}, said)


@click.command()
@writing
@click.option("--annotator", required=True, help="Who takes the article.")
@click.option("--of", type=click.IntRange(1), help="By how many people each article is to be done.")
@FILTER
@JSON
def take(project: Project, annotator: str, of: int | None, filter_: str | None, as_json: bool) -> None:
    """Put the next article of the pool into an annotator's queue: the one that fewest people have.

    For a file that all share. With --of or --filter, they are the project's pool from now on.
    """
    reader = project.read
    (who,) = people_called(reader, [annotator])
    if of is not None or filter_ is not None:
        query = query_called(reader, filter_) if filter_ else ""
        project.apply(SetPool(pool=Pool(of=of or 1, query=query)))
    changes = project.apply(TakeFromPool(annotator=who, actor=who))
    (taken,) = [one.record.article for one in changes.of(Assignment) if isinstance(one.record, Assignment)]
    title = reader.get(Article, taken).title
    answer(as_json, {"article": taken, "title": title}, f"{taken}: {title}")


@click.group()
def training() -> None:
    """Train annotators on articles that have gold."""


@training.command("start")
@writing
@PEOPLE
@FILTER
@click.option(
    "--articles",
    "number",
    default=10,
    show_default=True,
    type=click.IntRange(1),
    help="How many decided articles.",
)
@click.option("--f1", "least", default=0.8, show_default=True, help="The F1 that each layer needs.")
@click.option("--accuracy", default=0.8, show_default=True, help="The share of right field values.")
@click.option("--exact", is_flag=True, help="Words have to be the same, not only to overlap.")
@click.option("--seed", default=1, show_default=True, help="Of the draw.")
@JSON
def start_training(project: Project, names: tuple[str, ...], filter_: str | None, number: int, least: float,
                   accuracy: float, exact: bool, seed: int, as_json: bool) -> None:  # fmt: skip
    """Begin a round: draw decided articles that the annotators do not know, and assign them."""
    reader = project.read
    people = people_called(reader, names)
    drawn = articles_for_training(reader, people, reader.count_articles(), seed)
    wanted = set(articles_called(reader, filter_)) if filter_ else set(drawn)
    articles = tuple(id_ for id_ in drawn if id_ in wanted)[:number]
    if not articles and reader.decisions_on([layer.id for layer in reader.codebook.layers]):
        raise OperationError("These annotators know all decided articles: decide others first.")
    begun = Round(articles=articles, annotators=people, least=least, accuracy=accuracy,
                  measure=EXACT if exact else OVERLAP)  # fmt: skip
    project.apply(StartRound(round=begun))
    said = ngettext("A training round of one article begins.", "A training round of {n} articles begins.",
                    len(articles))  # fmt: skip
    answer(as_json, begun.to_json(), said)


@training.command("show")
@reading
@JSON
def show_training(project: Project, as_json: bool) -> None:
    """Say how everybody did in each round, by layer, and who passed."""
    reader = project.read
    names = {id_: one.name for id_, one in reader.annotators().items()}
    rows = [
        {"round": number, **_score_row(score_round(reader, one, who), names)}
        for number, one in enumerate(rounds_in(reader), start=1)
        for who in one.annotators
        if who in names
    ]
    lines = [_line(row) for row in rows]
    answer(as_json, rows, "\n".join(lines) or _("There is no training round yet."))


def _score_row(score: Score, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "annotator": names[score.annotator],
        "passed": score.passed,
        "done": list(score.done),
        "waiting": list(score.waiting),
        "layers": [
            {
                "layer": one.layer,
                "records": one.mine,
                "gold": one.gold,
                "f1": one.f1,
                "accuracy": one.accuracy,
            }
            for one in score.layers
        ],
        "articles": dict(score.articles),
    }


def _line(row: Mapping[str, Any]) -> str:
    state = {None: _("not finished"), True: _("passed"), False: _("not passed")}[row["passed"]]
    layers = ", ".join(
        f"{one['layer']} F1 {_share(one['f1'])}, {_('values')} {_share(one['accuracy'])}"
        for one in row["layers"]
    )
    return f"{row['round']}. {row['annotator']}: {state}. {layers}".rstrip()


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
