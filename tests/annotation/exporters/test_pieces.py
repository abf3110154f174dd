"""Words in several pieces are linked in a row, and that is said."""

from annotation.exporters import Loss
from annotation.exporters._losses import Losses
from annotation.exporters._marks import Link, mark_up
from annotation.exporters._pieces import count_usual_losses, in_pieces
from annotation.exporters._sheet import Sheet, read_sheets
from tests.contracts.shelf import full_shelf


def first() -> Sheet:
    return next(read_sheets(full_shelf(), lambda *now: None))


def test_each_piece_is_linked_to_the_next() -> None:
    sheet, losses = first(), Losses()
    pieces, links = in_pieces(mark_up(sheet), losses)
    content = [piece for piece in pieces if piece.mark.key == "s1.content"]
    assert [(piece.key, piece.is_first) for piece in content] == [
        ("s1.content", True),
        ("s1.content.2", False),
    ]
    row = Link(label="continues", source="s1.content", target="s1.content.2", is_role=True)
    assert row in links
    assert [loss.count for loss in losses.report()] == [2]


def test_pieces_of_two_marks_are_not_linked() -> None:
    _pieces, links = in_pieces(mark_up(first()), Losses())
    rows = [link for link in links if link.label == "continues"]
    assert {link.target.rpartition(".")[2] for link in rows} == {"2"}


def test_what_has_no_words_is_counted() -> None:
    losses = Losses()
    count_usual_losses(mark_up(first()), losses)
    assert losses.report() == (Loss(what="records without words", count=1, done="left out"),)
