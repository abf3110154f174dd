"""Tags of articles: put on many at once, renamed, merged, given a colour."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from annotation.i18n import Message
from annotation.operations._base import OperationError
from annotation.project import ProjectReader, Writer
from annotation.records import Article, Setting

HUES = "tag-hues"
"""The setting that holds the colours: {tag: "#RRGGBB"}."""
LONGEST = 80


def clean_tag(tag: str) -> str:
    """A tag as it is stored: one blank between words, no comma. Raises OperationError where none is left."""
    found = " ".join(tag.replace(",", " ").replace('"', " ").split())
    if not found:
        raise OperationError("A tag needs a name: type one.")
    if len(found) > LONGEST:
        raise OperationError("The tag “{tag}” is too long: use {most} characters at most.", tag=found[:40],
                             most=LONGEST)  # fmt: skip
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class TagArticles:
    """Put tags on articles, and take others from them."""

    articles: Sequence[str]
    add: Sequence[str] = ()
    remove: Sequence[str] = ()
    actor: str = ""

    @property
    def title(self) -> Message:
        """Which tags, and on how many."""
        values = {"tags": ", ".join([*self.add, *(f"−{tag}" for tag in self.remove)])}
        return Message("Tag one article: {tags}", values, "Tag {n} articles: {tags}", len(self.articles))

    def apply(self, writer: Writer) -> None:
        """Store the articles that it makes a difference to; those that are gone are passed over."""
        add, remove = {clean_tag(tag) for tag in self.add}, set(self.remove)
        for id_ in self.articles:
            article = writer.find(Article, id_)
            if article is not None:
                tags = tuple(sorted((set(article.tags) - remove) | add))
                if tags != article.tags:
                    writer.put(replace(article, tags=tags))


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameTag:
    """Call a tag by another name wherever it is; where that is a tag already, both become one."""

    tag: str
    name: str
    actor: str = ""

    @property
    def title(self) -> Message:
        """Both names."""
        return Message("Rename the tag {tag} to {name}", {"tag": self.tag, "name": self.name})

    def apply(self, writer: Writer) -> None:
        """Store all articles with the tag, and its colour under the new name."""
        name = clean_tag(self.name)
        for article in tagged_articles(writer, self.tag):
            tags = tuple(sorted({name if tag == self.tag else tag for tag in article.tags}))
            writer.put(replace(article, tags=tags))
        hues = dict(tag_hues(writer))
        if self.tag in hues:
            hue = hues.pop(self.tag)
            writer.put(Setting(id=HUES, value={name: hue, **hues}))


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveTag:
    """Take a tag from every article."""

    tag: str
    actor: str = ""

    @property
    def title(self) -> Message:
        """Which one."""
        return Message("Remove the tag {tag}", {"tag": self.tag})

    def apply(self, writer: Writer) -> None:
        """Store all articles with the tag without it."""
        for article in tagged_articles(writer, self.tag):
            writer.put(replace(article, tags=tuple(tag for tag in article.tags if tag != self.tag)))
        hues = {tag: hue for tag, hue in tag_hues(writer).items() if tag != self.tag}
        if hues != tag_hues(writer):
            writer.put(Setting(id=HUES, value={**hues}))


@dataclass(frozen=True, slots=True, kw_only=True)
class PaintTag:
    """Give a tag a colour, "#RRGGBB", or none with ""."""

    tag: str
    hue: str
    actor: str = ""

    @property
    def title(self) -> Message:
        """Which one."""
        return Message("Colour the tag {tag}", {"tag": self.tag})

    def apply(self, writer: Writer) -> None:
        """Store the colour."""
        hues = {**tag_hues(writer), self.tag: self.hue}
        writer.put(Setting(id=HUES, value={tag: hue for tag, hue in hues.items() if hue}))


def tag_hues(reader: ProjectReader) -> Mapping[str, str]:
    """{tag: "#RRGGBB"} of the tags that have a colour."""
    found = reader.setting(HUES)
    return {tag: str(hue) for tag, hue in found.items()} if isinstance(found, Mapping) else {}


def tagged_articles(reader: ProjectReader, tag: str) -> list[Article]:
    """The articles with exactly this tag."""
    return [reader.get(Article, id_) for id_ in reader.corpus.tagged(tag)]
