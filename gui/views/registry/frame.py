"""How every face of the registry stands: controls over a list, or over why it is empty; a card beside it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget


def stand_beside(
    face: QWidget, head: QHBoxLayout, pages: Sequence[QWidget], card: QWidget, widths: tuple[int, int]
) -> tuple[QStackedLayout, QSplitter]:
    """Lay a face out; gives its pages, one of which is shown, and what parts them from the card.

    `widths` are those of list and card at first, px.
    """
    listed = QWidget()
    stack = QStackedLayout(listed)
    for page in pages:
        stack.addWidget(page)
    left = QWidget()
    column = QVBoxLayout(left)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(head)
    column.addWidget(listed, 1)
    splitter = QSplitter()
    splitter.addWidget(left)
    splitter.addWidget(card)
    splitter.setChildrenCollapsible(False)
    splitter.setSizes(widths)
    whole = QVBoxLayout(face)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(splitter)
    return stack, splitter
