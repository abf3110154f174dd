"""Crawls of the web: answers that do not say what they are."""

from tests.annotation.importers.building import articles, warc

TEXT = "<p>The first crane came to the harbour at dawn on Monday, and the town held its breath.</p>" * 3
PAGE = f"<!DOCTYPE html><html><head><title>Cranes</title></head><body>{TEXT}</body></html>".encode()


def without_type(content: bytes) -> bytes:
    data = warc([("response", "https://post.example/1", "text/html", content)])
    head = b"Content-Type: text/html\r\n"
    at = data.index(head)
    size = int(data.partition(b"Content-Length: ")[2].partition(b"\r\n")[0])
    bare = data[:at] + data[at + len(head) :]
    return bare.replace(f"Content-Length: {size}".encode(), f"Content-Length: {size - len(head)}".encode(), 1)


def test_a_page_that_does_not_say_so_is_one() -> None:
    (found,) = articles("warc", without_type(PAGE))
    assert (found.article.title, found.article.url) == ("Cranes", "https://post.example/1")


def test_anything_else_of_no_type_is_left_out() -> None:
    assert articles("warc", without_type(b"\x89PNG\r\n")) == []
