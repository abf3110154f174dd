"""UIMA CAS JSON (version 0.4) as a CAS."""

import json
from typing import Any

from annotation.importers._base import ImportFailure
from annotation.importers._marking.cas import Cas, Structure, View
from annotation.importers._reading.encoding import decode
from annotation.importers._tables.articles import plain, whole

_OWN = {"%ID", "%TYPE", "@sofa", "begin", "end", "%FLAGS", "%ELEMENTS"}


def parse_json_cas(name: str, data: bytes) -> Cas:
    """The CAS. Raises ImportFailure for JSON that is none."""
    try:
        parsed = json.loads(decode(data).text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise ImportFailure(
            "“{name}” is no JSON that can be read ({error}).", name=name, error=error
        ) from error
    if not isinstance(parsed, dict) or not ("%FEATURE_STRUCTURES" in parsed or "%VIEWS" in parsed):
        raise ImportFailure("“{name}” is no UIMA CAS.", name=name)
    cas = Cas()
    for row in _rows(parsed.get("%FEATURE_STRUCTURES")):
        type_ = str(row.get("%TYPE") or "")
        id_ = str(row.get("%ID") if row.get("%ID") is not None else f"#{len(cas.structures)}")
        if type_ == "uima.cas.Sofa":
            if isinstance(text := row.get("sofaString"), str) and text:
                cas.views.append(View(id_, str(row.get("sofaID") or ""), whole(text)))
            continue
        cas.structures[id_] = _structure(id_, type_, plain(row))
    return cas


def _rows(value: Any) -> list[dict[str, Any]]:
    """The structures, which a file has as a list, or as an object by id."""
    if isinstance(value, dict):
        return [{"%ID": key, **row} for key, row in value.items() if isinstance(row, dict)]
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _structure(id_: str, type_: str, row: dict[str, Any]) -> Structure:
    one = Structure(id_, type_, sofa=str(row.get("@sofa", "")))
    begin, end = row.get("begin"), row.get("end")
    if isinstance(begin, int) and isinstance(end, int):
        one.begin, one.end = begin, end
    if isinstance(elements := row.get("%ELEMENTS"), list):
        one.refs["elements"] = [str(element) for element in elements if isinstance(element, int | str)]
    for key, value in row.items():
        if key in _OWN or value is None:
            continue
        if key.startswith("@"):
            targets = value if isinstance(value, list) else [value]
            one.refs[key[1:]] = [str(target) for target in targets if target is not None]
        else:
            one.values[key.lstrip("^#")] = value
    return one
