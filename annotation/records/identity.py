"""Names for records that never clash between people who only exchange files, and times."""

import hashlib
import uuid
from datetime import UTC, datetime

_SELON = uuid.UUID("6f0d7c1e-52a4-4c57-9f0c-3f1a8d1c5e10")


def new_id() -> str:
    """A random identifier that no other project will make."""
    return uuid.uuid4().hex


def derived_id(*parts: str) -> str:
    """The identifier that follows from `parts`: the same parts give the same one, on every machine."""
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    hashed = hashlib.sha1(_SELON.bytes + joined, usedforsecurity=False)
    return uuid.UUID(bytes=hashed.digest()[:16], version=5).hex


def now() -> str:
    """This moment as ISO 8601 in UTC, to the millisecond, such as 2026-03-01T09:30:00.000Z."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
