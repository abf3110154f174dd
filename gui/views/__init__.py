"""One panel a file: what people see of a project."""
