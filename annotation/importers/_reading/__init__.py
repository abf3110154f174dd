"""What the importers of documents and archives share: encodings, dates, bylines, markup, packages, drafts."""
