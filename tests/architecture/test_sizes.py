"""Files and functions stay small enough to be read in one sitting."""

from statistics import median, quantiles

from tests.architecture.source import Module, length, modules, program

LONGEST_FILE = 500
LONGEST_FUNCTION = 50


def everything() -> list[Module]:
    return [*program(), *modules("tests")]


def describe(numbers: list[int]) -> str:
    p90 = round(quantiles(numbers, n=10)[-1])
    return f"median {median(numbers):g}, p90 {p90}, longest {max(numbers)} lines"


def test_a_file_ends_before_it_is_a_burden() -> None:
    long = [f"{module.path}: {module.lines}" for module in everything() if module.lines > LONGEST_FILE]
    assert not long


def test_a_function_fits_on_a_screen() -> None:
    long = [
        f"{module.where(function)} {function.name}: {length(function)} lines"
        for module in everything()
        for function in module.functions
        if length(function) > LONGEST_FUNCTION
    ]
    assert not long


def test_the_sizes_are_shown_at_the_end_of_the_run(report: list[str]) -> None:
    source, tests = program(), modules("tests")
    files = [module.lines for module in source if module.lines > 1]
    functions = [length(function) for module in source for function in module.functions]
    ratio = sum(module.lines for module in tests) / sum(module.lines for module in source)
    report += [
        f"{len(files)} files: {describe(files)}",
        f"{len(functions)} functions: {describe(functions)}",
        f"{ratio:.2f} lines of tests for a line of source",
    ]
    assert files
    assert functions
