"""Conditions in SQL on an article `a`: whether it is a copy of another one, and of which."""

AGE = "ifnull(nullif(substr(r.published, 1, 10), ''), '9999'), r.length DESC, r.number"
"""What the articles of a group are ordered by: the earliest first, of one day the longest."""
REPRESENTATIVE = f"""(SELECT r.id FROM articles r WHERE r.duplicates = a.duplicates
    ORDER BY r.id <> r.duplicates, {AGE} LIMIT 1)"""
"""The id of the article that stands for the group of the article `a`."""
IS_COPY = f"(a.duplicates IS NOT NULL AND a.duplicates <> a.id AND a.id <> {REPRESENTATIVE})"
"""Whether the article `a` is a copy of another one that stands for both."""
IN_GROUP = """(a.duplicates IS NOT NULL AND EXISTS
    (SELECT 1 FROM articles r WHERE r.duplicates = a.duplicates AND r.id <> a.id))"""
"""Whether the article `a` has copies, or is one."""
