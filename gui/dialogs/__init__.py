"""Modal windows: the few questions that need an answer before anything goes on."""
