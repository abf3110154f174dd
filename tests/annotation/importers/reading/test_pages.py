"""Reading order of printed pages."""

from annotation.importers._reading.pages import Line, Run, columns_of, paragraphs_in


def run(text: str, left: float, bottom: float, width: float = 200, size: float = 10) -> Run:
    return Run(text, left, bottom, left + width, bottom + size)


def column(letter: str, left: float, count: int = 6, top: float = 700) -> list[Run]:
    return [run(f"{letter}{number} is a line", left, top - 14 * number) for number in range(count)]


def texts(runs: list[Run]) -> list[list[str]]:
    return [[line.text.split(" ")[0] for line in lines] for lines in columns_of(runs)]


def test_columns_are_read_one_after_the_other() -> None:
    left, right = column("a", 50), column("b", 300)
    mixed = [found for pair in zip(left, right, strict=True) for found in pair]
    assert texts(mixed) == [[f"a{n}" for n in range(6)], [f"b{n}" for n in range(6)]]


def test_a_headline_across_columns_comes_before_both_and_after_those_above() -> None:
    across = run("HEAD goes across the page", 50, 600, width=450)
    above = [*column("a", 50, 5, 700), *column("b", 300, 5, 700)]
    below = [*column("c", 50, 5, 580), *column("d", 300, 5, 580)]
    assert [lines[0] for lines in texts([*below, across, *above])] == ["a0", "b0", "HEAD", "c0", "d0"]


def test_three_columns_are_three() -> None:
    runs = [found for number, letter in enumerate("abc") for found in column(letter, 50 + 170 * number)]
    narrow = [run(found.text, found.left, found.bottom, width=140) for found in runs]
    assert [lines[0] for lines in texts(narrow)] == ["a0", "b0", "c0"]


def test_one_column_stays_one() -> None:
    runs = [
        run(f"l{number} a long line", 50, 700 - 14 * number, width=400 - 40 * (number % 3))
        for number in range(12)
    ]
    assert len(texts(runs)) == 1


def test_numbers_beside_a_list_are_no_column() -> None:
    runs = [run(f"{number}.", 50, 700 - 14 * number, width=10) for number in range(8)]
    runs += [run(f"item {number} of the list", 80, 700 - 14 * number) for number in range(8)]
    assert [line.text for line in columns_of(runs)[0]][:2] == [
        "0. item 0 of the list",
        "1. item 1 of the list",
    ]


def test_right_to_left_pages_begin_at_the_right() -> None:
    left = [run("قال الوزير إن", 50, 700 - 14 * number) for number in range(5)]
    right = [run("الاتفاق قريب جدا", 300, 700 - 14 * number) for number in range(5)]
    assert columns_of([*left, *right])[0][0].text == "الاتفاق قريب جدا"


def test_no_run_gives_no_line() -> None:
    assert columns_of([]) == []
    assert list(paragraphs_in([])) == []


def paragraphs(runs: list[Run]) -> list[str]:
    (lines,) = columns_of(runs)
    return [" ".join(line.text for line in found) for found in paragraphs_in(lines)]


def test_room_an_indent_and_larger_letters_part_paragraphs() -> None:
    assert paragraphs([run("a", 50, 700), run("b", 50, 686), run("c", 50, 650), run("d", 50, 636)]) == [
        "a b",
        "c d",
    ]
    ended = [
        run("one", 50, 700),
        run("two.", 50, 686),
        run("three", 60, 672, width=190),
        run("four", 50, 658),
    ]
    assert paragraphs(ended) == ["one two.", "three four"]
    larger = [run("HEAD", 50, 700, size=20), run("a", 50, 684), run("b", 50, 670), run("c", 50, 656)]
    assert paragraphs(larger) == ["HEAD", "a b c"]


def test_a_short_last_line_ends_a_paragraph() -> None:
    runs = [run("one", 50, 700), run("two.", 50, 686, width=80), run("three", 50, 672), run("four", 50, 658)]
    assert paragraphs(runs) == ["one two.", "three four"]


def test_a_line_has_the_edges_of_its_runs() -> None:
    line = Line((run("a", 50, 700, 20), run("b", 80, 699, 20, size=12)))
    assert (line.left, line.right, line.bottom, line.top, line.size) == (50, 100, 699, 711, 12)
