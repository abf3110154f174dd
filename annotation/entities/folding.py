"""One spelling for names that differ only in what does not matter; where it is worked out: `records`."""

from annotation.records.folding import fold_name

__all__ = ["fold_name"]
