"""The manifest says what a set is made of, how it is made again, and what each file must be."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotation.exporters import Loss
from annotation.operations.sets.manifest import sha256_of, write_manifest
from annotation.operations.sets.outcome import Contents, Origin, WrittenFile
from annotation.operations.sets.wish import SetWish
from annotation.operations.splitting import Division
from annotation.records import Shown


def manifest(origin: Origin, contents: Contents, wish: SetWish, *files: WrittenFile) -> dict[str, Any]:
    found = json.loads(write_manifest(origin, wish, "out", contents, files))
    assert isinstance(found, dict)
    return found


def test_it_has_the_versions_the_choices_and_the_counts(origin: Origin, contents: Contents) -> None:
    wish = SetWish(
        shown=Shown.QUOTES, anonymise=True, layers=("source",), format="csv", options={"separator": "tab"}
    )
    losses = (Loss(what="notes", count=2, done="cut"),)
    told = manifest(origin, replace(contents, losses=losses), wish)
    assert (told["selon"], told["schema"], told["codebook"]["version"]) == ("1.2.3", 8, "4")
    assert told["codebook"]["sha256"] == hashlib.sha256(origin.codebook_toml.encode()).hexdigest()
    assert told["set"]["layers"] == ["source"]
    assert (told["set"]["texts"], told["set"]["quotes"], told["set"]["anonymised"]) == (False, True, True)
    assert told["division"] is None
    assert told["options"] == {"separator": "tab", "mark": "no", "texts": "no"}
    assert told["losses"] == [{"what": "notes", "count": 2, "done": "cut"}]
    assert [part["name"] for part in told["parts"]] == ["train", "test"]
    assert told["parts"][0]["annotations"]["source"] == {"accepted": 1, "suggested": 1}


def test_it_has_the_division_and_the_command(origin: Origin, contents: Contents) -> None:
    told = manifest(origin, contents, SetWish(division=Division(folds=5, seed=3, stratify=("outlet",))))
    assert told["division"] == {
        "split": None, "folds": 5, "seed": 3, "stratify": ["outlet"], "group": ["copies"],
        "groups": 3, "largest_group": 2,
    }  # fmt: skip
    assert told["command"].startswith("selon export press.selon --format jsonl --out out --set all --folds 5")


def test_it_has_the_checksum_of_every_file(origin: Origin, contents: Contents, tmp_path: Path) -> None:
    place = tmp_path / "x"
    place.write_bytes(b"abc" * 1_000_000)
    sha256 = sha256_of(place)
    assert sha256 == hashlib.sha256(place.read_bytes()).hexdigest()
    file = WrittenFile(path="train/x", place=place, part="train", size=3_000_000, sha256=sha256)
    told = manifest(origin, contents, SetWish(), file)
    assert told["files"] == [{"path": "train/x", "part": "train", "bytes": 3_000_000, "sha256": sha256}]
