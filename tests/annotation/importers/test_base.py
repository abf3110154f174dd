"""What importers tell of a file beside its articles."""

from annotation.importers import Hearing, Table, table_key


def test_tables_with_the_same_columns_are_of_one_kind_in_whatever_order_and_file() -> None:
    one = Table(file="a.csv", names=("text", "day"), rows=(), columns={"text": "text"})
    other = Table(file="b.csv", names=("day", "text"), rows=({"day": "x"},), columns={})
    assert one.key == other.key == table_key(["text", "day"])
    assert one.key != table_key(["text", "days"])


def test_who_listens_to_nothing_may_be_told_everything() -> None:
    hearing = Hearing()
    told = Table(file="a.csv", names=(), rows=(), columns={})
    assert [hearing.table(told), hearing.label("a", "skip"), hearing.encoding("utf-8", False)] == [None] * 3  # type: ignore[func-returns-value]
