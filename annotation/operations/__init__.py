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
from annotation.operations.codebooks import ApplyCodebook, Effects, foresee
from annotation.operations.decisions import Decide, Reopen
from annotation.operations.detection import ArticleSuggestions, RenewSuggestions, StoreSuggestions
from annotation.operations.entities import MergeEntities, PutEntity, RemoveEntity, RemoveUnusedEntities
from annotation.operations.entity_table import ImportEntities
from annotation.operations.exporting import export_project, part_of
from annotation.operations.importing import ImportReport, import_files
from annotation.operations.learning import choices_of, learn_ahead, memory_of, setup_of
from annotation.operations.naming import LinkMentions, RenameEntity, SplitEntity
from annotation.operations.people import Assign, MarkProgress, PutAnnotator
from annotation.operations.settings import ChangeSetting
from annotation.operations.splitting import split_articles
from annotation.operations.undoing import TakeBack

__all__ = [
    "Accept",
    "AddAnnotations",
    "AddArticles",
    "Alike",
    "ApplyCodebook",
    "ArticleSuggestions",
    "Assign",
    "ChangeSetting",
    "Decide",
    "Discard",
    "EditArticle",
    "EditFeatures",
    "EditNote",
    "EditSpans",
    "Effects",
    "IgnoreWords",
    "ImportEntities",
    "ImportReport",
    "KeepApart",
    "LabelAlike",
    "LabelMentions",
    "Likeness",
    "LinkMentions",
    "MarkProgress",
    "Mention",
    "Mentions",
    "MergeEntities",
    "OperationError",
    "PutAnnotator",
    "PutEntity",
    "RemoveArticles",
    "RemoveEntity",
    "RemoveUnusedEntities",
    "RenameEntity",
    "RenewSuggestions",
    "Reopen",
    "Revert",
    "SplitEntity",
    "StoreSuggestions",
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
    "own_id",
    "part_of",
    "reject_title",
    "rejecting",
    "search_alike",
    "setup_of",
    "split_articles",
]
