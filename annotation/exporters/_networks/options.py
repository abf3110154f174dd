"""What the networks leave to the user, and the plan that it comes to."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from annotation.exporters._base import Choice, ExportFailure, Option, Options

NETWORK = Option(
    name="network",
    label="Kind of network",
    default="actor-concept",
    choices=(
        Choice(value="actor-concept", label="Actors by concepts, two-mode"),
        Choice(value="actor-congruence", label="Actors who agree on concepts"),
        Choice(value="actor-conflict", label="Actors who disagree on concepts"),
        Choice(value="actor-actor", label="Actors towards actors, directed and signed"),
        Choice(value="source-co-use", label="Sources that are cited together"),
        Choice(value="outlet-source", label="Outlets by sources, two-mode"),
    ),
)

CONCEPTS = Option(
    name="concept",
    label="What stands for the concept",
    default="concept",
    choices=(
        Choice(value="concept", label="The topic of the stance"),
        Choice(value="target", label="The target of the stance"),
        Choice(value="either", label="The topic of the stance, else its target"),
    ),
)

OF_ARTICLES = ("outlet", "section", "author", "article")
"""What can stand for the actor beside a field of stances."""

VARIABLES = (
    Option(
        name="actor",
        label="Field that says who the actor is, or outlet, section, author, article",
        default="holder",
    ),
    CONCEPTS,
    Option(
        name="unnamed",
        label="Actors whom the registry does not name",
        default="keep",
        choices=(
            Choice(value="keep", label="Named by their words"),
            Choice(value="leave-out", label="Left out"),
        ),
    ),
)

AGGREGATION = (
    Option(
        name="co-use",
        heading="What ties weigh",
        label="Sources are cited together in the same",
        default="article",
        choices=(Choice(value="article", label="Article"), Choice(value="outlet", label="Outlet")),
    ),
    Option(
        name="qualifier",
        label="What the polarity does",
        default="usual",
        choices=(
            Choice(value="usual", label="What is usual for the network"),
            Choice(value="ignore", label="Nothing: stances are counted"),
            Choice(value="combine", label="Each combination has its number"),
            Choice(value="subtract", label="Against is subtracted from favor"),
            Choice(value="congruence", label="Agreement ties actors"),
            Choice(value="conflict", label="Disagreement ties actors"),
        ),
    ),
    Option(name="strength", label="Field with a number that says how strong a stance is", default=""),
    Option(
        name="normalization",
        label="Normalization",
        default="no",
        choices=(
            Choice(value="no", label="None"),
            Choice(value="activity", label="By activity: rows"),
            Choice(value="prominence", label="By prominence: columns"),
            Choice(value="average", label="By average activity"),
            Choice(value="jaccard", label="Jaccard"),
            Choice(value="cosine", label="Cosine"),
        ),
    ),
    Option(
        name="isolates",
        label="Actors and concepts without a tie",
        default="no",
        choices=(Choice(value="yes", label="Yes"), Choice(value="no", label="No")),
    ),
    Option(name="minimum", label="Weakest tie that is kept, whatever its sign", default="0"),
)

SELECTION = (
    Option(
        name="duplicates",
        heading="Which records count",
        label="Repeated stances count once in the same",
        default="include",
        choices=(
            Choice(value="include", label="They all count"),
            Choice(value="document", label="Article"),
            Choice(value="day", label="Day"),
            Choice(value="week", label="Week"),
            Choice(value="month", label="Month"),
            Choice(value="year", label="Year"),
            Choice(value="acrossrange", label="Whole range of dates"),
        ),
    ),
    Option(name="start", label="First day, such as 2024-01-31", default=""),
    Option(name="stop", label="Last day, such as 2024-12-31", default=""),
    Option(
        name="exclude-actors",
        label="Actors",
        default="",
        heading="What records say, in lists parted by |",
    ),
    Option(name="exclude-concepts", label="Concepts", default=""),
    Option(name="exclude-targets", label="Targets", default=""),
    Option(name="exclude-polarities", label="Polarities", default=""),
    Option(name="exclude-values", label="Other values, as field=value", default=""),
    Option(
        name="excludes",
        label="What is in these lists",
        default="leave-out",
        choices=(
            Choice(value="leave-out", label="Left out"),
            Choice(value="only", label="Alone taken"),
        ),
    ),
    Option(name="exclude-outlets", label="Outlets", default="", heading="Articles, in lists parted by |"),
    Option(name="exclude-authors", label="Authors", default=""),
    Option(name="exclude-sections", label="Sections", default=""),
    Option(name="exclude-types", label="Types of articles", default=""),
    Option(
        name="excludes-articles",
        label="Articles of these lists",
        default="same",
        choices=(
            Choice(value="same", label="As the lists above"),
            Choice(value="leave-out", label="Left out"),
            Choice(value="only", label="Alone taken"),
        ),
    ),
)

WINDOWS = (
    Option(
        name="window",
        heading="Time windows",
        label="A network for each window",
        default="no",
        choices=(
            Choice(value="no", label="None"),
            Choice(value="events", label="Of events"),
            Choice(value="seconds", label="Of seconds"),
            Choice(value="minutes", label="Of minutes"),
            Choice(value="hours", label="Of hours"),
            Choice(value="days", label="Of days"),
            Choice(value="weeks", label="Of weeks"),
            Choice(value="months", label="Of months"),
            Choice(value="years", label="Of years"),
        ),
    ),
    Option(name="window-size", label="Size of a time window", default="3"),
)

NETWORK_OPTIONS = (NETWORK, *VARIABLES, *AGGREGATION, *SELECTION, *WINDOWS)
"""What each format of networks leaves to the user."""

EVENT_OPTIONS = (*VARIABLES, *SELECTION)
"""What the list of events leaves to the user."""

VALUE_LISTS = {"actor": "exclude-actors", "concept": "exclude-concepts", "target": "exclude-targets",
               "polarity": "exclude-polarities"}  # fmt: skip
"""{what a record says: the option with a list of it}"""
ARTICLE_LISTS = {"outlet": "exclude-outlets", "author": "exclude-authors", "section": "exclude-sections",
                 "type": "exclude-types"}  # fmt: skip
"""{what is known of an article: the option with a list of it}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What was chosen, checked."""

    network: str
    actor: str
    concept: str
    unnamed: str
    co_use: str
    qualifier: str
    strength: str
    """A field of stances with a number, "" where each counts as one."""
    normalization: str
    isolates: bool
    minimum: float
    duplicates: str
    start: date | None
    stop: date | None
    lists: dict[str, frozenset[str]]
    """{variable: names}, only of variables with a list."""
    fields: dict[str, frozenset[str]]
    """{field of a record: values}, only of fields with a list."""
    only: bool
    """Whether the lists of what records say tell what is taken rather than what is left out."""
    only_articles: bool
    """The same of the lists of what is known of articles."""
    window: str
    window_size: int

    @property
    def needs_dates(self) -> bool:
        """Whether an event without a date has no place."""
        return (
            self.start is not None
            or self.stop is not None
            or self.window != "no"
            or self.duplicates in {"day", "week", "month", "year"}
        )


def read_plan(options: Options) -> Plan:
    """The plan that options come to; what is not among them has its default.

    Raises ExportFailure for what is no date or number, and for values without a field.
    """
    given = {option.name: options.get(option.name, option.default) for option in NETWORK_OPTIONS}
    lists, articles = {**VALUE_LISTS, **ARTICLE_LISTS}, given["excludes-articles"]
    return Plan(
        network=given["network"],
        actor=given["actor"].strip() or "holder",
        concept=given["concept"],
        unnamed=given["unnamed"],
        co_use=given["co-use"],
        qualifier=given["qualifier"],
        strength=given["strength"].strip(),
        normalization=given["normalization"],
        isolates=given["isolates"] == "yes",
        minimum=_number("minimum", given["minimum"], float, 0),
        duplicates=given["duplicates"],
        start=_day("start", given["start"]),
        stop=_day("stop", given["stop"]),
        lists={variable: names for variable, name in lists.items() if (names := _names(given[name]))},
        fields=_fields(given["exclude-values"]),
        only=given["excludes"] == "only",
        only_articles=(given["excludes"] if articles == "same" else articles) == "only",
        window=given["window"],
        window_size=int(_number("window-size", given["window-size"], int, 1)),
    )


def _names(value: str) -> frozenset[str]:
    return frozenset(" ".join(name.split()) for name in value.split("|") if name.strip())


def _fields(value: str) -> dict[str, frozenset[str]]:
    """{field: values} of a list such as speech=direct|cue_type=verb."""
    found: dict[str, set[str]] = {}
    for named in _names(value):
        field, parted, wanted = named.partition("=")
        if not parted:
            raise ExportFailure("“{value}” names no field for the option “{name}”: write it like "
                                "speech=direct.", value=named, name="exclude-values")  # fmt: skip
        found.setdefault(field.strip(), set()).add(wanted.strip())
    return {field: frozenset(values) for field, values in found.items()}


def _day(name: str, value: str) -> date | None:
    if not value.strip():
        return None
    try:
        return date.fromisoformat(value.strip())
    except ValueError as error:
        raise ExportFailure("“{value}” is no day for the option “{name}”: write it like 2024-12-31.",
                            value=value, name=name) from error  # fmt: skip


def _number(name: str, value: str, kind: Callable[[str], float], least: int) -> float:
    try:
        number = kind(value)
    except ValueError:
        number = least - 1
    if not least <= number < float("inf"):
        raise ExportFailure("“{value}” is no number for the option “{name}”: give {least} or more.",
                            value=value, name=name, least=least)  # fmt: skip
    return number
