"""The codebook: which layers, roles, fields and tags a project annotates with."""

from annotation.codebook.codebook import Codebook
from annotation.codebook.layer import Layer, Role
from annotation.codebook.loading import CodebookError, built_in_codebook, load_codebook
from annotation.codebook.validation import Problem, check_annotation, check_features, visible_fields

__all__ = [
    "Codebook",
    "CodebookError",
    "Layer",
    "Problem",
    "Role",
    "built_in_codebook",
    "check_annotation",
    "check_features",
    "load_codebook",
    "visible_fields",
]
