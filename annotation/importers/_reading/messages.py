"""MIME messages, as browsers save pages and archives mail articles: their HTML and their text."""

import email
import email.header
import re
from email.message import Message
from email.policy import compat32

from annotation.importers._base import ImportFailure, SourceFile
from annotation.importers._reading.encoding import decode
from annotation.importers._reading.sniffing import head

_PARTS = 2000


def is_message(file: SourceFile) -> bool:
    """Whether a file begins with the header lines of a message."""
    start = head(file)[:99].lstrip("\ufeff \r\n")
    if not re.match(r"from |[a-z][a-z-]{1,40}:(?: |\r?\n[ \t])", start):
        return False
    text = head(file)[:8192]
    return (
        "\nmime-version:" in f"\n{text}"
        or "\ncontent-type: " in f"\n{text}"
        or "\nmessage-id:" in f"\n{text}"
    )


def open_message(file: SourceFile) -> Message:
    """The message. Raises ImportFailure for a file that is none."""
    if not is_message(file):
        raise ImportFailure("“{name}” is no saved page or message.", name=file.name)
    return email.message_from_bytes(file.data.lstrip(b"\xef\xbb\xbf \r\n"), policy=compat32)


def html_of(message: Message) -> str:
    """The first page in the message as text, or ""."""
    return _text_of(message, "text/html")


def plain_of(message: Message) -> str:
    """The first plain text in the message, or ""."""
    return _text_of(message, "text/plain")


def header(message: Message, name: str) -> str:
    """A header as readable text, with encoded words decoded; "" where it is missing."""
    value = message.get(name)
    if value is None:
        return ""
    parts = email.header.decode_header(str(value))
    return " ".join("".join(_header_part(part, charset) for part, charset in parts).split())


def _header_part(part: bytes | str, charset: str | None) -> str:
    return part if isinstance(part, str) else decode(part, charset or "").text


def _text_of(message: Message, kind: str) -> str:
    for number, part in enumerate(message.walk()):
        if number > _PARTS:
            break
        if part.get_content_type() == kind:
            data = part.get_payload(decode=True)
            if isinstance(data, bytes) and data.strip():
                return decode(data, part.get_content_charset() or "").text
    return ""
