"""The codebook: which layers, roles, fields and tags a project annotates with."""

from annotation.codebook.codebook import Codebook
from annotation.codebook.conversion import Conversion, Moves, Note, Outcome
from annotation.codebook.differences import Difference, compare, compare_versions
from annotation.codebook.draft import Draft, Place
from annotation.codebook.editing import Editing
from annotation.codebook.layer import Layer, Role
from annotation.codebook.loading import built_in_codebook, examine, load_codebook, read_codebook
from annotation.codebook.section import CodebookError
from annotation.codebook.sentence import Slot, is_name, sentence_of, speaker_field
from annotation.codebook.validation import Problem, check_annotation, check_features, visible_fields

__all__ = [
    "Codebook",
    "CodebookError",
    "Conversion",
    "Difference",
    "Draft",
    "Editing",
    "Layer",
    "Moves",
    "Note",
    "Outcome",
    "Place",
    "Problem",
    "Role",
    "Slot",
    "built_in_codebook",
    "check_annotation",
    "check_features",
    "compare",
    "compare_versions",
    "examine",
    "is_name",
    "load_codebook",
    "read_codebook",
    "sentence_of",
    "speaker_field",
    "visible_fields",
]
