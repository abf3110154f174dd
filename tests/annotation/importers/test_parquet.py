import builtins
import sys
from typing import Any

import pytest

from tests.annotation.importers.reading_samples import SAMPLES, SECOND, articles, reasons, refusal, sample

DATA = (SAMPLES / "parquet/articles.parquet").read_bytes()


def test_rows_are_articles() -> None:
    found = sample("parquet/articles.parquet")
    (one,) = articles(found)
    assert (one.text, one.article.title, one.article.published) == (SECOND, "La gare", "2026-02-03")
    assert one.article.metadata == {"score": 0.5}
    assert len(reasons(found)) == 1


def test_a_damaged_file_is_refused() -> None:
    assert refusal("parquet", DATA[:-4])
    assert refusal("parquet", DATA[:200] + b"PAR1")


def test_without_its_library_the_addition_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without_pyarrow(name: str, *more: Any) -> Any:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return real(name, *more)

    monkeypatch.delitem(sys.modules, "annotation.importers._tables.parquet_rows", raising=False)
    monkeypatch.setattr(builtins, "__import__", without_pyarrow)
    assert "selon[parquet]" in refusal("parquet", DATA)
