"""What somebody chose of a format's options, checked and completed."""

from collections.abc import Mapping

from annotation.exporters._base import Exporter, ExportFailure, Option, Options


def choose_options(exporter: Exporter, given: Mapping[str, str]) -> Options:
    """A value for each of the format's options: what is given, else its default.

    Raises ExportFailure where the format has no such option or the option no such value.
    """
    known = {option.name: option for option in exporter.options}
    for name, value in given.items():
        _check(exporter, known, name, value)
    return {name: given.get(name, option.default) for name, option in known.items()}


def _check(exporter: Exporter, known: Mapping[str, Option], name: str, value: str) -> None:
    option = known.get(name)
    if option is None:
        names = ", ".join(known)
        if not names:
            raise ExportFailure("The format “{format}” has no options: leave “{name}” out.",
                                format=exporter.name, name=name)  # fmt: skip
        raise ExportFailure("The format “{format}” has no option “{name}”: choose one of {names}.",
                            format=exporter.name, name=name, names=names)  # fmt: skip
    values = [choice.value for choice in option.choices]
    if values and value not in values:
        raise ExportFailure("“{value}” is no value of the option “{name}”: choose one of {values}.",
                            value=value, name=name, values=", ".join(values))  # fmt: skip
