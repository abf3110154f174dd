"""The words of a query as an expression of the full-text index."""

from annotation.project.query import AllOf, AnyOf, Not, Query, Term, Value, Words


def text_expression(query: Query) -> str | None:
    """A query as an expression of FTS5, if it is about words alone and not only about what must not be."""
    if isinstance(query, Words):
        return f'"{query.text}"' + ("*" if query.prefix else "")
    if isinstance(query, Term) and query.key in ("title", "text") and query.values:
        found = [_phrase(value) for value in query.values]
        return f"{{{query.key}}} : ({' OR '.join(found)})" if all(found) else None
    if isinstance(query, AnyOf):
        parts = [text_expression(part) for part in query.parts]
        return None if None in parts else " OR ".join(f"({part})" for part in parts)
    return _all_expression(query) if isinstance(query, AllOf) else None


def _all_expression(query: AllOf) -> str | None:
    wanted = [text_expression(part) for part in query.parts if not isinstance(part, Not)]
    unwanted = [text_expression(part.part) for part in query.parts if isinstance(part, Not)]
    if not wanted or None in wanted or None in unwanted:
        return None
    simple = all(isinstance(part, Words) for part in query.parts)
    joint = " ".join(map(str, wanted)) if simple else " AND ".join(f"({part})" for part in wanted)
    return f"({joint}) NOT ({' OR '.join(f'({part})' for part in unwanted)})" if unwanted else joint


def _phrase(value: Value) -> str:
    words = "".join(char if char.isalnum() or not char.isascii() else " " for char in value.text).strip()
    return f'"{words}"' + ("*" if value.prefix else "") if words else ""
