"""Everything has a room; there is no drawer for the rest."""

from tests.architecture.source import modules, program

DRAWERS = {
    "common",
    "commons",
    "helper",
    "helpers",
    "lib",
    "libs",
    "misc",
    "shared",
    "stuff",
    "tools",
    "util",
    "utils",
}


def test_a_name_says_what_is_inside() -> None:
    drawers = [
        str(module.path)
        for module in [*program(), *modules("tests")]
        if DRAWERS & {word for part in module.path.with_suffix("").parts for word in part.split("_")}
    ]
    assert not drawers


def test_the_rooms_are_those_of_the_house() -> None:
    folders = {module.path.parts[1] for module in modules("annotation") if len(module.path.parts) > 2}
    assert folders <= {
        "adjudication",
        "agreement",
        "codebook",
        "commands",
        "detectors",
        "duplicates",
        "entities",
        "exporters",
        "fields",
        "importers",
        "measures",
        "notebooks",
        "operations",
        "project",
        "records",
    }
