"""The manifest of a set: what it is made of, how it is made again, and the checksum of each file."""

import hashlib
import json
import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from annotation.exporters import EXPORTERS, choose_options
from annotation.operations.sets.command import command_words
from annotation.operations.sets.outcome import Contents, Origin, WrittenFile
from annotation.operations.sets.tally import Tally
from annotation.operations.sets.wish import SetWish
from annotation.records import Shown

FORMAT = "selon-manifest/1"
NAME = "manifest.json"
_CHUNK = 1 << 20


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal."""
    found = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            found.update(chunk)
    return found.hexdigest()


def write_manifest(
    origin: Origin, wish: SetWish, out: str, contents: Contents, files: Sequence[WrittenFile]
) -> str:
    """The manifest as JSON; `out` is the name of the folder or file that the set is written to.

    It has every option of the format, also those that are as usual: what is usual may change.
    """
    document = {
        "format": FORMAT,
        "selon": origin.selon,
        "schema": origin.schema,
        "project": {"name": origin.name, "articles": origin.articles},
        "codebook": {
            "name": origin.codebook_name,
            "version": origin.codebook,
            "sha256": hashlib.sha256(origin.codebook_toml.encode("utf-8", "surrogatepass")).hexdigest(),
        },
        "exporter": wish.format,
        "options": dict(choose_options(EXPORTERS[wish.format], wish.options)),
        "set": _chosen(wish),
        "division": _divided(wish, contents),
        "command": shlex.join(command_words(Path(f"{origin.name}.selon"), Path(out), wish)),
        "language": origin.language,
        "parts": [_part(name, tally) for name, tally in contents.tallies.items()],
        "losses": [{"what": one.what, "count": one.count, "done": one.done} for one in contents.losses],
        "files": [_file(one) for one in files],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _chosen(wish: SetWish) -> Mapping[str, Any]:
    return {
        "annotator": wish.annotator,
        "statuses": sorted(status.value for status in wish.statuses),
        "suggestions": wish.suggestions,
        "layers": list(wish.layers) or None,
        "filter": wish.filter or None,
        "anonymised": wish.anonymise,
        "texts": wish.shown is Shown.WHOLE,
        "quotes": wish.shown is not Shown.NOTHING,
        "provenance": wish.provenance,
    }


def _divided(wish: SetWish, contents: Contents) -> Mapping[str, Any] | None:
    division = wish.division
    if not division:
        return None
    return {
        "split": division.shares or None,
        "folds": division.folds or None,
        "seed": division.seed,
        "stratify": list(division.stratify),
        "group": list(division.groups),
        "groups": contents.groups,
        "largest_group": contents.largest,
    }


def _part(name: str, tally: Tally) -> Mapping[str, Any]:
    layers: dict[str, dict[str, int]] = {}
    for (layer, status), number in sorted(tally.records.items()):
        layers.setdefault(layer, {})[status] = number
    return {"name": name or None, "articles": tally.articles, "annotations": layers}


def _file(one: WrittenFile) -> Mapping[str, Any]:
    return {"path": one.path, "part": one.part or None, "bytes": one.size, "sha256": one.sha256}
