"""The tables of figures about quality that the guide shows, in each language of the guide."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

Report = Mapping[str, Any]

WORDS = Path(__file__).with_name("guide.toml")
PAGES = {"en": "quality.md", "fr": "quality.fr.md"}
BEGIN, END = "<!-- figures -->", "<!-- /figures -->"


def write_pages(folder: Path, reports: Mapping[str, Report], date: str, versions: list[str]) -> list[Path]:
    """Put the table into the page of each language, between its two marks; the pages that were written."""
    files = [folder / name for name in PAGES.values()]
    for lang, file in zip(PAGES, files, strict=True):
        put_table(file, guide_table(lang, reports, date, versions))
    return files


def put_table(page: Path, lines: Iterable[str]) -> None:
    """Put lines into a page of the guide between its two marks. Raises ValueError where it has none."""
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, found, after = rest.partition(END)
    if not found:
        raise ValueError(f"{page.name} has no place for figures: add {BEGIN} and {END}.")
    table = "\n".join(lines)
    page.write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", encoding="utf-8")


def guide_table(lang: str, reports: Mapping[str, Report], date: str, versions: list[str]) -> Iterator[str]:
    """The lines of the table in a language, with when and with what it was made."""
    words = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    own = words[lang]
    yield own["made"].format(date=date, versions=", ".join(versions))
    yield ""
    yield f"| {' | '.join(own['columns'])} |"
    yield "|---|---|" + "---:|" * (len(own["columns"]) - 2)
    for name in filter(reports.__contains__, words["gold"]):
        label = words["gold"][name][lang]
        for measure in words["measure"]:
            cells = _cells(reports[name], measure["layer"], measure["name"], own)
            if cells:
                yield f"| {' | '.join([label, measure[lang], *cells])} |"
                label = ""


def _cells(systems: Report, layer: str, measure: str, words: Mapping[str, str]) -> list[str]:
    numbers = systems["Selon"].get(layer, {}).get(measure)
    if numbers is None or not (numbers.get("gold") or numbers.get("n")):
        return []
    if "n" in numbers:
        right = words["accuracy"].format(percent=_share(numbers["accuracy"], words), count=numbers["n"])
        return [str(numbers["n"]), right, "", "", ""]
    bare = systems.get("bare model", {}).get(layer, {}).get(measure, {}) if layer == "entity" else {}
    shares = [_share(value, words) for value in (numbers["p"], numbers["r"], numbers["f1"], bare.get("f1"))]
    return [str(numbers["gold"]), *shares]


def _share(value: float | None, words: Mapping[str, str]) -> str:
    return "" if value is None else f"{value:.3f}".replace(".", words["decimal"])
