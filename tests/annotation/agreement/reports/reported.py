"""A report on a project, as the command line makes it."""

from annotation.agreement import Survey, answers, read_material
from annotation.agreement.reports import Report, report_of
from annotation.project import ProjectReader


def reported(reader: ProjectReader, title: str, wanted: Survey) -> Report:
    """The report of a whole project."""
    material = read_material(reader, wanted.questions)
    findings = list(answers(material.tables, reader.codebook, wanted))
    people = {one.id: one.name for one in reader.annotators().values()}
    return report_of(material, findings, title, reader.codebook, people)
