"""Field kinds: what values a field of an annotation may hold. One file is one kind."""

from annotation.fields._base import Field, FieldKind, Guide, InvalidValue, Labels, Tag
from annotation.registry import Registry

FIELD_KINDS: Registry[FieldKind] = Registry("fields")


def kind_of(field: Field) -> FieldKind:
    """The plug that knows the values of `field`."""
    return FIELD_KINDS[field.kind]


__all__ = ["FIELD_KINDS", "Field", "FieldKind", "Guide", "InvalidValue", "Labels", "Tag", "kind_of"]
