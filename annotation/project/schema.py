"""The tables of a project file, as migrations that sqlite-utils applies in order and records."""

from sqlite_utils import Database, Migrations

from annotation.project.boards import attribution_index
from annotation.project.label_index import fill_index
from annotation.project.views import ARTICLES_VIEW, VIEWS

APPLICATION_ID = 0x53454C4E
"""`SELN`, by which the `file` command and SQLite tell a Selon project."""

MIGRATIONS = Migrations("selon")

_TABLES = """
CREATE TABLE texts (sha256 TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE articles (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    text_sha256 TEXT NOT NULL REFERENCES texts (sha256),
    length INTEGER NOT NULL,
    lang TEXT NOT NULL,
    outlet TEXT,
    authors TEXT NOT NULL,
    published TEXT,
    section TEXT,
    page TEXT,
    url TEXT,
    source_file TEXT NOT NULL,
    duplicates TEXT,
    metadata TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;
CREATE INDEX articles_text ON articles (text_sha256);
CREATE TABLE annotators (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, created TEXT NOT NULL
) STRICT;
CREATE TABLE annotations (
    id TEXT PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id),
    annotator TEXT NOT NULL REFERENCES annotators (id),
    layer TEXT NOT NULL,
    spans TEXT NOT NULL,
    features TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('suggested', 'accepted', 'edited', 'rejected')),
    origin TEXT NOT NULL,
    confidence REAL,
    note TEXT NOT NULL,
    basis TEXT,
    why TEXT NOT NULL,
    created TEXT NOT NULL,
    updated TEXT NOT NULL
) STRICT;
CREATE INDEX annotations_article ON annotations (article, annotator);
CREATE INDEX annotations_count ON annotations (layer, status, annotator);
CREATE INDEX annotations_basis ON annotations (basis) WHERE basis IS NOT NULL;
CREATE TABLE entities (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, aliases TEXT NOT NULL,
    wikidata TEXT NOT NULL, note TEXT NOT NULL, created TEXT NOT NULL, updated TEXT NOT NULL
) STRICT;
CREATE TABLE assignments (
    id TEXT PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id),
    annotator TEXT NOT NULL REFERENCES annotators (id),
    state TEXT NOT NULL, reason TEXT NOT NULL, position INTEGER NOT NULL,
    created TEXT NOT NULL, updated TEXT NOT NULL,
    UNIQUE (annotator, article)
) STRICT;
CREATE INDEX assignments_article ON assignments (article);
CREATE TABLE decisions (
    id TEXT PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id),
    layer TEXT NOT NULL,
    reviewer TEXT NOT NULL REFERENCES annotators (id),
    outcome TEXT NOT NULL, records TEXT NOT NULL, gold TEXT, taken TEXT,
    reason TEXT NOT NULL, comment TEXT NOT NULL, automatic INTEGER NOT NULL,
    created TEXT NOT NULL, updated TEXT NOT NULL
) STRICT;
CREATE INDEX decisions_article ON decisions (article);
CREATE TABLE settings (id TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE codebooks (
    id TEXT PRIMARY KEY, toml TEXT NOT NULL, note TEXT NOT NULL, created TEXT NOT NULL
) STRICT;
CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    operation TEXT NOT NULL,
    title TEXT NOT NULL,
    items ANY NOT NULL,
    reverts INTEGER
) STRICT;
"""

_SEARCH = """
CREATE VIEW article_texts AS
    SELECT a.number AS number, a.title AS title, t.text AS text
    FROM articles a JOIN texts t ON t.sha256 = a.text_sha256;
CREATE VIRTUAL TABLE articles_fts USING fts5 (
    title, text, content = 'article_texts', content_rowid = 'number',
    tokenize = "unicode61 remove_diacritics 2"
);
"""

_HEARD = """
ALTER TABLE entities ADD COLUMN origin TEXT NOT NULL DEFAULT '';
CREATE TABLE heard (
    article TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE, found BLOB NOT NULL
) STRICT;
"""

_CORPUS = """
ALTER TABLE articles ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
CREATE TABLE article_tags (
    tag TEXT NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (tag, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_tags_article ON article_tags (article);
CREATE TABLE label_words (
    id INTEGER PRIMARY KEY, word TEXT NOT NULL, layer TEXT NOT NULL, field TEXT NOT NULL,
    UNIQUE (word, layer, field)
) STRICT;
CREATE TABLE label_places (
    word INTEGER NOT NULL, article INTEGER NOT NULL, record INTEGER NOT NULL, decided INTEGER NOT NULL,
    PRIMARY KEY (word, article, record)
) STRICT, WITHOUT ROWID;
CREATE TABLE label_links (
    target INTEGER NOT NULL, article INTEGER NOT NULL, field INTEGER NOT NULL, record INTEGER NOT NULL,
    decided INTEGER NOT NULL, PRIMARY KEY (target, article, field, record)
) STRICT, WITHOUT ROWID;
CREATE TABLE entity_words (
    word TEXT NOT NULL, entity TEXT NOT NULL, PRIMARY KEY (word, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX articles_outlet ON articles (outlet);
CREATE INDEX articles_published ON articles (published);
CREATE INDEX articles_lang ON articles (lang);
CREATE INDEX assignments_state ON assignments (state, annotator);
"""

_STAMPS = """
CREATE TABLE stamps (
    kind TEXT NOT NULL, id TEXT NOT NULL, at TEXT NOT NULL, gone INTEGER NOT NULL, PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
"""


def _run(db: Database, script: str) -> None:
    """Run the statements of a script within the transaction, which `executescript` would commit."""
    for statement in script.split(";\n"):
        if statement.strip():
            db.execute(statement)


@MIGRATIONS(name="0001_tables")
def create_tables(db: Database) -> None:
    """Everything that a project holds."""
    _run(db, _TABLES)


@MIGRATIONS(name="0002_search")
def create_search(db: Database) -> None:
    """Full-text search over title and text, accents folded.

    The writer keeps it in step: SQLite forbids triggers on it where the schema is not trusted.
    """
    _run(db, _SEARCH)


@MIGRATIONS(name="0003_views")
def create_views(db: Database) -> None:
    """What analysts read with pandas, Datasette or the sqlite3 shell."""
    for name, sql in VIEWS.items():
        db.execute(f"CREATE VIEW {name} AS {sql}")


@MIGRATIONS(name="0004_heard")
def create_heard(db: Database) -> None:
    """Which detector took an entity in, and what the detectors last said of each article.

    The latter is a cache: it follows from the frozen text, so it is not in the journal.
    """
    _run(db, _HEARD)


@MIGRATIONS(name="0005_corpus")
def create_corpus(db: Database) -> None:
    """Tags of articles, and what labels say as an index, both of which the writer keeps in step."""
    _run(db, _CORPUS)
    db.execute(f"CREATE VIEW v_articles AS {ARTICLES_VIEW}")
    fill_index(db)


@MIGRATIONS(name="0006_partly_heard")
def tell_parts_from_wholes(db: Database) -> None:
    """Whether the detectors read only a part of an article, so that it still counts as not read."""
    db.execute("ALTER TABLE heard ADD COLUMN partly INTEGER NOT NULL DEFAULT 0")


@MIGRATIONS(name="0007_stamps")
def create_stamps(db: Database) -> None:
    """When people's records were last touched or removed, for merging copies of a project."""
    _run(db, _STAMPS)


@MIGRATIONS(name="0008_attributions")
def index_attributions(db: Database) -> None:
    """Who speaks in which words, as the boards sort and search; the writer keeps it in step."""
    _run(db, attribution_index.TABLE)
    attribution_index.fill_attributions(db)


@MIGRATIONS(name="0011_copies")
def index_copies(db: Database) -> None:
    """The articles of a group of copies are asked for together."""
    db.execute("CREATE INDEX articles_duplicates ON articles (duplicates) WHERE duplicates IS NOT NULL")


@MIGRATIONS(name="0012_dates")
def show_dates(db: Database) -> None:
    """The days that figures name, for analysts."""
    db.execute("DROP VIEW IF EXISTS v_figures")
    db.execute(f"CREATE VIEW v_figures AS {VIEWS['v_figures']}")
