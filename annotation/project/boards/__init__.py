"""What the boards ask a project: attributions, stances and figures of many articles at once."""
