"""What the boards make of a project's records: pivots, comparisons and pictures, without a window."""
