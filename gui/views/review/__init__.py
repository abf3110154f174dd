"""The Review room: what several annotators say side by side, and the decisions that make the gold set."""
