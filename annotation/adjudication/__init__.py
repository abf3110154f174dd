"""Adjudication: annotators' records side by side, and the decisions that make the gold set."""

from annotation.adjudication.asking import (
    ASKED,
    AskAgain,
    Question,
    Reply,
    Withdraw,
    questions_about,
    read_questions,
)
from annotation.adjudication.automatic import (
    Merge,
    articles_to_merge,
    learn_trust,
    merging_steps,
    proposal_of,
)
from annotation.adjudication.cluster import Asked, Cluster, Kind, Option, Row, Value
from annotation.adjudication.comparison import Comparison, Material, cluster_id, compare, redecide
from annotation.adjudication.deciding import agree_all, decide
from annotation.adjudication.draft import Draft, Pick, begin, begin_added
from annotation.adjudication.gaps import Example, Gap, find_gaps, gaps_as_csv
from annotation.adjudication.kinds import kind_of_row
from annotation.adjudication.merging import Proposal, accept, propose
from annotation.adjudication.ordering import State, Wish, dissenters, importance, states_of
from annotation.adjudication.preview import (
    MergePreview,
    Proposed,
    accepting_steps,
    preview_merge,
    with_trust,
)
from annotation.adjudication.reading import read_comparison, read_decided, read_material
from annotation.adjudication.strategies import STRATEGIES, Strategy, Terms
from annotation.adjudication.ties import Ties
from annotation.adjudication.trust import Skill, Trust, Trusted

__all__ = [
    "ASKED",
    "STRATEGIES",
    "AskAgain",
    "Asked",
    "Cluster",
    "Comparison",
    "Draft",
    "Example",
    "Gap",
    "Kind",
    "Material",
    "Merge",
    "MergePreview",
    "Option",
    "Pick",
    "Proposal",
    "Proposed",
    "Question",
    "Reply",
    "Row",
    "Skill",
    "State",
    "Strategy",
    "Terms",
    "Ties",
    "Trust",
    "Trusted",
    "Value",
    "Wish",
    "Withdraw",
    "accept",
    "accepting_steps",
    "agree_all",
    "articles_to_merge",
    "begin",
    "begin_added",
    "cluster_id",
    "compare",
    "decide",
    "dissenters",
    "find_gaps",
    "gaps_as_csv",
    "importance",
    "kind_of_row",
    "learn_trust",
    "merging_steps",
    "preview_merge",
    "proposal_of",
    "propose",
    "questions_about",
    "read_comparison",
    "read_decided",
    "read_material",
    "read_questions",
    "redecide",
    "states_of",
    "with_trust",
]
