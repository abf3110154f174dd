"""The SQL views for analysts: one row a record, quotes and labels as columns.

They are part of the file, so a view that changes is a new migration. The program itself does not read them:
SQLite refuses JSON functions in the views of a file that is not trusted, and a colleague's file never is.

`start` and `end` are those of the anchor: the first role that is marked, from its first to its last span.
Every record of a layer has a row, also suggestions and rejected ones: `status` and `annotator` tell them
apart, and `basis` says which record one was made from.
"""

_QUOTES = """(SELECT group_concat(
        substr(t.text, json_extract(s.value, '$[0]') + 1,
               json_extract(s.value, '$[1]') - json_extract(s.value, '$[0]')), ' […] ')
     FROM json_each(a.spans, '$.{role}') s) AS {role}"""

_COMMON = """a.id AS id, r.id AS article, r.title AS title, r.outlet AS outlet, r.published AS published,
    r.lang AS lang, n.name AS annotator, a.status AS status, a.origin AS origin, a.confidence AS confidence,
    a.basis AS basis"""

_FROM = """FROM annotations a
JOIN articles r ON r.id = a.article
JOIN texts t ON t.sha256 = r.text_sha256
JOIN annotators n ON n.id = a.annotator"""


def _feature(key: str) -> str:
    return f"json_extract(a.features, '$.{key}') AS {key}"


def _bounds(roles: tuple[str, ...]) -> list[str]:
    """Where the anchor begins and ends, and each role where there are several."""
    starts = [f"json_extract(a.spans, '$.{role}[0][0]')" for role in roles]
    ends = [f"json_extract(a.spans, '$.{role}[#-1][1]')" for role in roles]
    if len(roles) == 1:
        return [f"{starts[0]} AS start", f'{ends[0]} AS "end"']
    each = [
        f"{start} AS {role}_start, {end} AS {role}_end"
        for role, start, end in zip(roles, starts, ends, strict=True)
    ]
    return [f"coalesce({', '.join(starts)}) AS start", f'coalesce({", ".join(ends)}) AS "end"', *each]


def _named(reference: str) -> str:
    """The readable name of a stance's holder or target: entity name, mention or source words, or concept."""
    path = f"json_extract(a.features, '$.{reference}"
    return f"""coalesce(
        {path}.concept'),
        (SELECT name FROM entities WHERE id = {path}.entity')),
        (SELECT coalesce(
            (SELECT name FROM entities WHERE id = json_extract(o.features, '$.entity')),
            (SELECT name FROM entities WHERE id = json_extract(o.features, '$.speaker')),
            (SELECT group_concat(substr(t.text, json_extract(s.value, '$[0]') + 1,
                    json_extract(s.value, '$[1]') - json_extract(s.value, '$[0]')), ' […] ')
             FROM json_each(coalesce(json_extract(o.spans, '$.mention'),
                                     json_extract(o.spans, '$.source'))) s))
         FROM annotations o WHERE o.id = {path}.annotation')),
        {path}.entity')) AS {reference}"""


def _view(layer: str, roles: tuple[str, ...], features: tuple[str, ...], *more: str) -> str:
    columns = [
        _COMMON,
        *(_QUOTES.format(role=role) for role in roles),
        *_bounds(roles),
        *map(_feature, features),
        *more,
        "a.note AS note, a.created AS created, a.updated AS updated",
    ]
    return f"SELECT {', '.join(columns)}\n{_FROM}\nWHERE a.layer = '{layer}'"


_ENTITY_NAME = "(SELECT name FROM entities WHERE id = json_extract(a.features, '$.{key}')) AS {key}_name"

VIEWS = {
    "v_entities": _view(
        "entity",
        ("mention",),
        ("type", "entity", "mention_level", "metonymic_type"),
        _ENTITY_NAME.format(key="entity"),
    ),
    "v_figures": _view(
        "figure",
        ("mention",),
        (
            "kind",
            "comparator",
            "value",
            "value_min",
            "value_max",
            "unit",
            "per",
            "counted",
            "date",
            "vague",
            "source",
        ),
    ),
    "v_sources": _view(
        "source",
        ("source", "cue", "content", "addressee"),
        (
            "speaker",
            "source_type",
            "source_role",
            "identification",
            "speech",
            "cue_type",
            "attribution_kind",
            "factuality",
            "negated",
            "parent",
        ),
        _ENTITY_NAME.format(key="speaker"),
    ),
    "v_stances": _view(
        "stance",
        ("evidence",),
        ("polarity", "intensity", "stance_type", "attribution", "explicit"),
        _feature("concept"),
        _named("holder"),
        _named("target"),
    ),
    "v_progress": """SELECT n.name AS annotator,
    count(*) AS assigned,
    sum(s.state = 'done') AS done,
    sum(s.state = 'started') AS started,
    sum(s.state = 'todo') AS todo,
    sum(s.state = 'skipped') AS skipped,
    sum(s.state = 'flagged') AS flagged,
    (SELECT count(*) FROM annotations a
     WHERE a.annotator = n.id AND a.status IN ('accepted', 'edited')) AS annotations
FROM assignments s JOIN annotators n ON n.id = s.annotator
GROUP BY n.id, n.name""",
}

ARTICLES_VIEW = """SELECT id, title, outlet, published, lang, authors, section, page, url, source_file,
    length, tags, duplicates, created
FROM articles"""
"""v_articles: what is known of each article but its text; `authors` and `tags` are lists in JSON."""
