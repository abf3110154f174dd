"""What can go wrong with a project file, each in one sentence."""

from annotation.errors import AnnotationError


class ProjectError(AnnotationError):
    """A project file cannot be made, opened, read or written."""


class ProjectLocked(ProjectError):
    """Another program has the project open for writing; it can still be opened read-only."""


class OlderVersion(ProjectError):
    """A file of an older version of the program was to be read without bringing it up to date."""


class ReadOnly(ProjectError):
    """Something was to be changed in a project that is open read-only."""


class Missing(ProjectError):
    """A record that was asked for is not in the project."""


class Unreadable(ProjectError):
    """A row of the file holds something else than what Selon writes there."""


class Outdated(ProjectError):
    """What is to be undone was changed again since."""
