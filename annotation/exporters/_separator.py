"""What stands between the cells of a table in plain text, as the user chooses it."""

from annotation.exporters._base import Choice, Option, Options

SEPARATOR = Option(
    name="separator",
    label="Between the cells",
    default="comma",
    choices=(
        Choice(value="comma", label="Comma"),
        Choice(value="semicolon", label="Semicolon"),
        Choice(value="tab", label="Tab"),
    ),
)
_SIGNS = {"comma": ",", "semicolon": ";", "tab": "\t"}


def separator(options: Options) -> str:
    """The sign that was chosen."""
    return _SIGNS[options[SEPARATOR.name]]
