"""The Agreement room: coefficients, who agrees with whom, on what, since when, and the records behind it."""
