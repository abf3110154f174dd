"""Every verb that changes a project: records that Project.apply does, each in one transaction."""

from annotation.operations._base import OperationError, Revert, Together
from annotation.operations._derivation import own_id
from annotation.operations.alike import Alike, LabelAlike, find_alike
from annotation.operations.alike_labels import (
    LabelMentions,
    accept_title,
    accepting,
    do_in_batches,
    label_title,
    reject_title,
    rejecting,
)
from annotation.operations.alike_matching import Likeness, Wanted
from annotation.operations.alike_search import Mention, Mentions, Wish, search_alike
from annotation.operations.annotations import (
    Accept,
    AddAnnotations,
    Discard,
    EditFeatures,
    EditNote,
    EditSpans,
)
from annotation.operations.apart import IgnoreWords, KeepApart
from annotation.operations.articles import AddArticles, EditArticle, RemoveArticles
from annotation.operations.assigning import (
    AssignmentPlan,
    AssignmentWish,
    HandOut,
    MarkArticles,
    Reassign,
    plan_assignment,
)
from annotation.operations.codebooks import ApplyCodebook, Effects, foresee
from annotation.operations.decisions import Decide, DecideAll, Reopen
from annotation.operations.detection import ArticleSuggestions, RenewSuggestions, StoreSuggestions
from annotation.operations.entities import MergeEntities, PutEntity, RemoveEntity, RemoveUnusedEntities
from annotation.operations.entity_table import ImportEntities
from annotation.operations.exporting import export_project, part_of
from annotation.operations.filters import RemoveFilter, RenameFilter, SavedFilter, SaveFilter, saved_filters
from annotation.operations.import_plan import ImportPlan
from annotation.operations.import_preview import Preview
from annotation.operations.import_report import ImportReport, write_report
from annotation.operations.importing import import_files
from annotation.operations.learning import choices_of, learn_ahead, memory_of, setup_of
from annotation.operations.merging import MergeConflict, Merged, MergeWork, merge_packages
from annotation.operations.metadata import EditArticles, ReplaceInArticles
from annotation.operations.naming import LinkMentions, RenameEntity, SplitEntity
from annotation.operations.packing import Packed, pack_for
from annotation.operations.people import Assign, MarkProgress, PutAnnotator
from annotation.operations.settings import ChangeSetting
from annotation.operations.splitting import split_articles
from annotation.operations.tagging import PaintTag, RemoveTag, RenameTag, TagArticles, tag_hues
from annotation.operations.undoing import TakeBack

__all__ = [
    "Accept",
    "AddAnnotations",
    "AddArticles",
    "Alike",
    "ApplyCodebook",
    "ArticleSuggestions",
    "Assign",
    "AssignmentPlan",
    "AssignmentWish",
    "ChangeSetting",
    "Decide",
    "DecideAll",
    "Discard",
    "EditArticle",
    "EditArticles",
    "EditFeatures",
    "EditNote",
    "EditSpans",
    "Effects",
    "HandOut",
    "IgnoreWords",
    "ImportEntities",
    "ImportPlan",
    "ImportReport",
    "KeepApart",
    "LabelAlike",
    "LabelMentions",
    "Likeness",
    "LinkMentions",
    "MarkArticles",
    "MarkProgress",
    "Mention",
    "Mentions",
    "MergeConflict",
    "MergeEntities",
    "MergeWork",
    "Merged",
    "OperationError",
    "Packed",
    "PaintTag",
    "Preview",
    "PutAnnotator",
    "PutEntity",
    "Reassign",
    "RemoveArticles",
    "RemoveEntity",
    "RemoveFilter",
    "RemoveTag",
    "RemoveUnusedEntities",
    "RenameEntity",
    "RenameFilter",
    "RenameTag",
    "RenewSuggestions",
    "Reopen",
    "ReplaceInArticles",
    "Revert",
    "SaveFilter",
    "SavedFilter",
    "SplitEntity",
    "StoreSuggestions",
    "TagArticles",
    "TakeBack",
    "Together",
    "Wanted",
    "Wish",
    "accept_title",
    "accepting",
    "choices_of",
    "do_in_batches",
    "export_project",
    "find_alike",
    "foresee",
    "import_files",
    "label_title",
    "learn_ahead",
    "memory_of",
    "merge_packages",
    "own_id",
    "pack_for",
    "part_of",
    "plan_assignment",
    "reject_title",
    "rejecting",
    "saved_filters",
    "search_alike",
    "setup_of",
    "split_articles",
    "tag_hues",
    "write_report",
]
