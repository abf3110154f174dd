"""Tooltips of more than a few words: broken into lines, and never taken for anything but plain words."""

from html import escape

_LINE = 70


def tip_words(text: str) -> str:
    """Plain words as a tooltip shows them; short ones as they are."""
    if len(text) <= _LINE and "\n" not in text and "<" not in text:
        return text
    return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>"
