"""Croissant metadata of a set: JSON-LD by which catalogues find datasets and libraries load them.

The form is that of MLCommons, version 1.0.
"""

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from annotation.operations.sets.columns import read_columns
from annotation.operations.sets.outcome import Contents, Origin, WrittenFile
from annotation.operations.sets.tally import together
from annotation.operations.sets.wish import About, SetWish
from resources import RESOURCES

NAME = "croissant.json"
_CROISSANT = "http://mlcommons.org/croissant/"
_TERMS = (
    *("citeAs", "column", "equivalentProperty", "extract", "field", "fileProperty", "fileObject", "fileSet"),
    *("format", "includes", "isLiveDataset", "jsonPath", "key", "md5", "parentField", "path", "recordSet"),
    *("references", "regex", "repeated", "replace", "samplingRate", "separator", "source", "subField"),
    "transform",
)
_CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": _CROISSANT,
    "rai": f"{_CROISSANT}RAI/",
    "dct": "http://purl.org/dc/terms/",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    **{term: f"cr:{term}" for term in _TERMS},
}


def write_croissant(
    origin: Origin, wish: SetWish, contents: Contents, files: Sequence[WrittenFile], described: str
) -> str:
    """The metadata as JSON-LD; `described` says what the set is where its makers do not."""
    about, whole = wish.about, together(contents.tallies.values())
    title, version = about.title or origin.name, about.version or f"{origin.codebook}.0.0"
    document: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": f"{_CROISSANT}1.0",
        "name": title,
        "description": about.description or described,
        "license": about.licence,
        "url": about.url,
        "creator": [{"@type": "sc:Person", "name": name} for name in about.creators],
        "datePublished": origin.changed,
        "version": version,
        "citeAs": _citation(about, title, version, origin.changed[:4]),
        "inLanguage": sorted(filter(None, whole.languages)),
        "distribution": [_file_object(one) for one in files],
        "recordSet": list(_record_sets(files)),
    }
    kept = {key: value for key, value in document.items() if value not in ("", [])}
    return json.dumps(kept, ensure_ascii=False, indent=1) + "\n"


def _citation(about: About, title: str, version: str, year: str) -> str:
    """How the set is to be cited; "" where nobody is named who made it."""
    if not about.creators:
        return ""
    return " ".join(
        filter(None, (f"{', '.join(about.creators)}: {title}. Version {version}, {year}.", about.url))
    )


def _file_object(one: WrittenFile) -> Mapping[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": one.path,
        "name": one.path,
        "contentUrl": one.path,
        "contentSize": f"{one.size} B",
        "encodingFormat": types().get(_ending(one), "application/octet-stream"),
        "sha256": one.sha256,
    }


def types() -> Mapping[str, str]:
    """{ending: media type} of what exports write."""
    table = tomllib.loads((RESOURCES / "exports" / "sets.toml").read_text("utf-8"))
    return {str(ending): str(kind) for ending, kind in table["types"].items()}


def _record_sets(files: Sequence[WrittenFile]) -> Iterator[Mapping[str, Any]]:
    """A set of records for each file that is a table."""
    for one in files:
        columns = read_columns(one.place, _ending(one))
        name = one.path.removesuffix(_ending(one))
        if columns:
            yield {
                "@type": "cr:RecordSet",
                "@id": name,
                "name": name,
                "field": [_field(one, name, column, kind) for column, kind in columns.items()],
            }


def _field(one: WrittenFile, records: str, column: str, kind: str) -> Mapping[str, Any]:
    return {
        "@type": "cr:Field",
        "@id": f"{records}/{column}",
        "name": column,
        "dataType": kind,
        "source": {"fileObject": {"@id": one.path}, "extract": {"column": column}},
    }


def _ending(one: WrittenFile) -> str:
    return PurePosixPath(one.path).suffix.lower()
