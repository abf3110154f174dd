"""The codebook: which layers, roles, fields and tags a project annotates with."""

from annotation.codebook.codebook import Codebook
from annotation.codebook.layer import Layer, Role
from annotation.codebook.loading import built_in_codebook, load_codebook
from annotation.codebook.section import CodebookError
from annotation.codebook.sentence import Slot, is_name, sentence_of, speaker_field
from annotation.codebook.validation import Problem, check_annotation, check_features, visible_fields

__all__ = [
    "Codebook",
    "CodebookError",
    "Layer",
    "Problem",
    "Role",
    "Slot",
    "built_in_codebook",
    "check_annotation",
    "check_features",
    "is_name",
    "load_codebook",
    "sentence_of",
    "speaker_field",
    "visible_fields",
]
