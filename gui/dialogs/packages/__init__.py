"""Windows for handing articles out, bringing work back, and telling people what was decided about it."""
