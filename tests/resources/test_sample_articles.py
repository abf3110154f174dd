"""The sample's articles show what the program has to deal with, each thing somewhere."""

import re
import unicodedata

import pytest

from tests.resources.sample import article_ids, read_all_records, read_table, read_text, spans

FRENCH = [row["id"] for row in read_table("articles.toml")["article"] if row["lang"] == "fr"]
ENGLISH = [row["id"] for row in read_table("articles.toml")["article"] if row["lang"] == "en"]

SPOKEN = {
    "direct speech in guillemets": "fr:« On ne soigne pas avec des promesses », a lancé",
    "direct speech in curly quotation marks": "en:“We are running out of sea",
    "direct speech in straight quotation marks": 'fr:"Sans eau, on arrête tout',
    "indirect speech with que": r"fr:a assuré qu’aucun",
    "indirect speech with that": r"en:She told reporters that",
    "mixed speech": r"fr:a accusé l’OTAN de « prolonger délibérément »",
    "an accusation": r"fr:a accusé .* de ",
    "a condemnation": r"fr:a condamné",
    "satisfaction": r"fr:s’est félicité",
    "selon": r"fr:\bSelon le ministère",
    "d’après": r"fr:D’après",
    "an anonymous phrase": r"fr:De source diplomatique",
    "an anonymous source in English": r"en:speaking on condition of anonymity",
    "a source by its role": r"fr:un négociateur européen",
    "a collective source": r"en:two EU diplomats",
    "the conditional of hearsay": r"fr:seraient prêts à s’abstenir",
}
COUNTED = {
    "a range with a shared currency": r"fr:de 450 000 à 1,3 million de francs suisses par an",
    "a range with a shared magnitude": r"fr:300 à 450 millions d’euros",
    "a range between two ends": r"fr:entre 2,5 et 3 milliards d’euros",
    "an English range": r"en:between £4,000 and £6,000",
    "euro sign": r"fr:\d €",
    "euro sign before": r"en:€\d",
    "dollar sign": r"en:\$3\.5 billion",
    "dollars": r"fr:80 millions de dollars",
    "pounds": r"fr:livres sterling",
    "per cent": r"fr:\d %",
    "percentage points": r"fr:(six|cinq) points",
    "près de": r"fr:près de \d",
    "environ": r"fr:environ \d",
    "quelque": r"fr:quelque \d",
    "plus de": r"fr:plus de \d",
    "une dizaine de": r"fr:Une dizaine de",
    "la moitié de": r"fr:la moitié d",
    "trois fois plus": r"fr:trois fois plus",
    "per year": r"fr:par an\b",
    "per head": r"fr:par habitant",
    "per head in English": r"en:per capita",
    "a duration": r"fr:dix-huit mois",
    "an ordinal": r"fr:deuxième",
    "a vague duration": r"fr:quelques semaines",
    "dots between thousands": r"fr:11\.000",
}
NOT_COUNTED = {
    "a group of states": r"fr:\bG7\b",
    "a weapon": r"fr:\bF-16\b",
    "a date that is a name": r"fr:\b11-Septembre\b",
    "a telephone number": r"fr:01 99 00 47 12",
    "an article of the constitution": r"fr:article 49\.3",
}
PHENOMENA = SPOKEN | COUNTED | NOT_COUNTED


def flat(article: str) -> str:
    return read_text(article).replace("\u00a0", " ").replace("\u202f", " ")


def shingles(article: str) -> set[tuple[str, ...]]:
    """Every five words in a row, numbers written alike."""
    words = re.findall(r"\w+", re.sub(r"(?<=\d)[ .](?=\d{3}\b)", "", flat(article)).casefold())
    return set(zip(*(words[at:] for at in range(5)), strict=False))


def figures_of(article: str) -> set[str]:
    text = read_text(article)
    found = (
        record.values["mention"]
        for record in read_all_records()
        if (record.article, record.layer) == (article, "figure")
    )
    return {text[start:end] for given in found for start, end in spans(text, given)}


@pytest.mark.parametrize("what", PHENOMENA)
def test_the_articles_show(what: str) -> None:
    lang, _, pattern = PHENOMENA[what].partition(":")
    articles = {"fr": FRENCH, "en": ENGLISH}[lang]
    assert any(re.search(pattern, flat(article)) for article in articles)


def test_there_are_at_least_five_french_and_three_english_articles() -> None:
    assert len(FRENCH) >= 5
    assert len(ENGLISH) >= 3


@pytest.mark.parametrize("article", article_ids())
def test_an_article_has_250_to_600_words_in_paragraphs(article: str) -> None:
    text = read_text(article)
    assert 250 <= len(text.split()) <= 600
    assert "\r" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert all(part.strip() == part != "" for part in text.removesuffix("\n").split("\n\n"))
    assert len(text.split("\n\n")) >= 6


def test_an_inverted_incise_parts_the_words_of_a_speaker() -> None:
    incise = r"« [^»]+, a-t-(il|elle) \w+, [^»]+ »"
    assert sum(bool(re.search(incise, flat(article))) for article in FRENCH) >= 2
    parted = [record for record in read_all_records() if isinstance(record.values.get("content"), list)]
    assert len(parted) >= 5


def test_headlines_quote_in_both_languages() -> None:
    titles = {row["id"]: row["title"] for row in read_table("articles.toml")["article"]}
    assert any("«" in titles[article] for article in FRENCH)
    assert any("“" in titles[article] or "‘" in titles[article] for article in ENGLISH)


def test_the_newspaper_shares_most_five_word_shingles_with_the_dispatch() -> None:
    dispatch, copy = shingles("retenue-depeche"), shingles("retenue-journal")
    assert 0.6 <= len(dispatch & copy) / len(dispatch | copy) < 1


def test_no_other_two_articles_are_near_duplicates() -> None:
    twins = {"retenue-depeche", "retenue-journal"}
    pairs = [(a, b) for a in article_ids() for b in article_ids() if a < b and {a, b} != twins]
    assert max(len(shingles(a) & shingles(b)) / len(shingles(a) | shingles(b)) for a, b in pairs) < 0.02


def test_one_article_has_every_character_that_makes_offsets_drift() -> None:
    text = read_text("campagne-emojis")
    assert any(ord(letter) > 0xFFFF for letter in text)
    assert {"\u00a0", "\u202f", "’", "«", "»", "“", "”", "\u200d", "\U0001f3fd"} <= set(text)
    assert any(unicodedata.combining(letter) for letter in text)
    assert unicodedata.normalize("NFC", text) != text


def test_records_stand_after_the_first_emoji_and_over_a_combining_accent() -> None:
    text = read_text("campagne-emojis")
    first = next(at for at, letter in enumerate(text) if ord(letter) > 0xFFFF)
    records = [record for record in read_all_records() if record.article == "campagne-emojis"]
    anchors = [
        spans(text, record.values[role])
        for record in records
        for role in ("mention", "content")
        if role in record.values
    ]
    covered = [text[start:end] for found in anchors for start, end in found]
    assert min(start for found in anchors for start, _ in found) > first
    assert any(unicodedata.combining(letter) for quote in covered for letter in quote)
    assert any(ord(letter) > 0xFFFF for quote in covered for letter in quote)


def test_two_sources_count_the_same_thing_differently() -> None:
    counts: dict[tuple[str, str], set[str]] = {}
    for record in read_all_records():
        values = record.values
        if (
            record.layer == "figure"
            and {"counted", "source", "value"} <= set(values)
            and record.annotator == "Camille"
        ):
            counts.setdefault((record.article, values["counted"]), set()).add(values["source"])
    contested = {key for key, sources in counts.items() if len(sources) > 1}
    assert {
        ("hopital-greve", "manifestants"),
        ("retenue-depeche", "manifestants"),
        ("channel-fishing", "people"),
    } <= contested


@pytest.mark.parametrize("number", ["G7", "F-16", "11-Septembre", "49.3", "01 99 00 47 12"])
def test_a_number_that_counts_nothing_is_not_marked_as_a_figure(number: str) -> None:
    written = number.replace(" ", "\u00a0")
    holding = [article for article in article_ids() if written in read_text(article)]
    assert holding
    assert all(
        number not in figure.replace("\u00a0", " ") for article in holding for figure in figures_of(article)
    )


def test_every_way_of_speaking_and_of_being_identified_is_there() -> None:
    sources = [record.values for record in read_all_records() if record.layer == "source"]
    assert {values["speech"] for values in sources} == {"direct", "indirect", "mixed", "reported-act"}
    assert {values["identification"] for values in sources} == {"named", "role-only", "anonymous", "none"}
    assert any("parent" in values for values in sources)
    assert any("addressee" in values for values in sources)


def test_every_polarity_and_kind_of_stance_is_there() -> None:
    stances = [record.values for record in read_all_records() if record.layer == "stance"]
    assert {values["polarity"] for values in stances} == {"favor", "against", "neutral", "mixed"}
    assert {values["stance_type"] for values in stances} == {"sentiment", "agreement", "evaluation", "demand"}
    assert {kind for values in stances for kind in values["target"]} == {"entity", "annotation", "concept"}
