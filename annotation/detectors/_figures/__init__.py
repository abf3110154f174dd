"""The grammar of figures: from prepared text to numbers with their units, comparators and what they count."""
